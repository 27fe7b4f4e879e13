"""What can be wrong with a file that somebody sends in: kinds of damage, each done to a file's bytes by a seed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from random import Random

Kind = Callable[[bytes, Random], bytes]

BITS = 8
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
STRINGS = re.compile(r"xl/sharedStrings\.xml", re.IGNORECASE)
STYLES = re.compile(r"xl/styles\.xml", re.IGNORECASE)
PARTS = re.compile(r".*\.(?:xml|rels|vml)", re.IGNORECASE)
LISTS = re.compile(r"(?:xl/workbook\.xml|.*\.rels|\[Content_Types\]\.xml)", re.IGNORECASE)

ADDRESSES = (
    "A0", "A1048577", "A999999999", "A99999999999999999999", "A" + "9" * 5_000, "XFD1048576", "xfd1048576", "XFE1",
    "ZZZZ1", "A1048576", "", "1", "A", "A-1", "A1:XFD1048576", "Ä1", "A1 ", "$A$1", "\u0661", "A1.5", "AAAAAAAAAA1",
)  # fmt: skip
NUMBERS = (
    "-1e300", "1e300", "1e308", "-1e-300", "nan", "inf", "2958466", "-1", "1" * 400, "18446744073709551616", "0x10", "",
    "1,5", "99999999", "-99999999", "4294967295", "-2147483649",
)  # fmt: skip
WORDS = (
    "\x1b]0;title\x07", "\x9b31m", "\u202etxt.exe", "=cmd|' /C calc'!A0", "x" * 40_000, "&#0;", "&#55296;", "&#x1b;",
    "&unknown;", "_x0007_", "\ufffe", "<p>" * 300, "12345678901234567890" * 5, "Q" * 3_000, "(" * 2_000,
    "31/02/2023 " * 99, "Jan - " * 400, "AD for " * 300, "a@" * 2_000, "and/or " * 600, "\u0301" * 2_000,
    "2023/24 Q1-" * 200,
)  # fmt: skip
CODECS = (
    "x-mine",
    "hex",
    "rot13",
    "utf-7",
    "utf-16",
    "utf-32",
    "idna",
    "latin-1",
    "zip",
    "undefined",
    "UTF-8\x00",
    "cp037",
)
FORMATS = (
    "yyyy", "mmmm", "[$-411]ggge", "[$-D07041E]dd/mm/bbbb", "[", '"' * 9, "0" * 400, "[h]:mm", ";;;", "@" * 300, "\\",
    "0." + "0" * 300, "#,##0" * 90, "[$-F800]", "mmm-yy",
)  # fmt: skip


def flip_bits(content: bytes, random: Random) -> bytes:
    """Turn a few bits of the content around."""
    changed = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 8, 60))):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(BITS)
    return bytes(changed)


def cut(content: bytes, random: Random) -> bytes:
    """Lose the end, the beginning, or a stretch."""
    first, last = sorted(random.randrange(len(content) + 1) for _ in range(2))
    return random.choice((content[:first], content[first:], content[:first] + content[last:]))


def damage_directory(content: bytes, random: Random) -> bytes:
    """Turn bits of the zip's directory around, or of the records at its end."""
    start = content.find(b"PK\x01\x02")
    return content[:start] + flip_bits(content[start:], random) if start > 0 else flip_bits(content, random)


def repack(content: bytes, change: Mapping[str, bytes]) -> bytes:
    """The archive with other content in some members; a new name is a new member."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys((*old.namelist(), *change)):
            # Of one day, so that the same seed makes the same bytes.
            part = zipfile.ZipInfo(name)
            new.writestr(part, change[name] if name in change else old.read(name), zipfile.ZIP_DEFLATED)
    return target.getvalue()


def change_part(content: bytes, random: Random, names: re.Pattern[str], change: Kind) -> bytes:
    """Change one part of those whose names match."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        matching = [name for name in archive.namelist() if names.fullmatch(name)]
        if not matching:
            return flip_bits(content, random)
        name = random.choice(matching)
        part = archive.read(name)
    return repack(content, {name: change(part, random)})


def replace_one(part: bytes, random: Random, pattern: bytes, words: tuple[str, ...]) -> bytes:
    """Put other words in the place of what one of the pattern's matches has as its group."""
    places = [match.span(1) for match in re.finditer(pattern, part)]
    if not places:
        return flip_bits(part, random)
    start, end = random.choice(places)
    return part[:start] + random.choice(words).encode("utf-8", "surrogatepass") + part[end:]


def damage_xml(content: bytes, random: Random) -> bytes:
    """Break a part's XML, or put into it what hides its tags."""
    return change_part(content, random, PARTS, random.choice((flip_bits, cut, add_noise, swap_tags, double_stretch)))


def add_noise(part: bytes, random: Random) -> bytes:
    """Put a comment, an instruction, a section or a document type between two tags."""
    noise = random.choice(
        (
            b"<!--<c r='A1'>-->",
            b"<!--" + b"<c " * 20_000 + b"-->",
            b"<?x <row?>",
            b"<![CDATA[</c>]]>",
            b"<!DOCTYPE x>",
            b"\0",
        )
    )
    places = [match.end() for match in re.finditer(rb">", part)] or [0]
    place = random.choice(places)
    return part[:place] + noise + part[place:]


def swap_tags(part: bytes, random: Random) -> bytes:
    """Give elements another's name, or a prefix."""
    names = list({match[1] for match in re.finditer(rb"<(\w+)", part)}) or [b"c"]
    one, other = random.choice(names), random.choice((*names, b"x:" + names[0]))
    return re.sub(rb"(</?)%b\b" % re.escape(one), lambda match: match[1] + other, part, count=random.choice((0, 1, 2)))


def double_stretch(part: bytes, random: Random) -> bytes:
    """Have a stretch twice."""
    first, last = sorted(random.randrange(len(part) + 1) for _ in range(2))
    return part[:last] + part[first:last] + part[last:]


def damage_addresses(content: bytes, random: Random) -> bytes:
    """Put odd addresses on cells, rows, merged blocks, rules and links, or none."""

    def change(part: bytes, random: Random) -> bytes:
        pattern = random.choice((rb'\sr="([^"]*)"', rb'ref="([^"]*)"', rb'sqref="([^"]*)"', rb"(\sr=\"[^\"]*\")"))
        for _ in range(random.choice((1, 1, 3, 30))):
            part = replace_one(part, random, pattern, ADDRESSES)
        if random.random() < 0.2:
            far = random.choice((b"A1048576", b"XFD1048576", b"XFD1"))
            number = far.lstrip(b"ADFX")
            row = b'<row r="%b"><c r="%b" t="inlineStr"><is><t> </t></is></c></row></sheetData>' % (number, far)
            part = part.replace(b"</sheetData>", row, 1)
        if random.random() < 0.2:
            blocks = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            part = part.replace(b"</sheetData>", blocks, 1)
        return part

    return change_part(content, random, SHEET, change)


def damage_values(content: bytes, random: Random) -> bytes:
    """Put odd numbers into cells, or odd kinds, styles and indexes on them."""

    def change(part: bytes, random: Random) -> bytes:
        pattern, words = random.choice(
            (
                (rb"<v>([^<]*)</v>", NUMBERS),
                (rb'\ss="([^"]*)"', NUMBERS),
                (rb'\st="([^"]*)"', ("e", "d", "b", "str", "s", "n", "inlineStr", "zz", "")),
                (rb'\sspans="([^"]*)"', ADDRESSES),
            )
        )
        for _ in range(random.choice((1, 3, 40))):
            part = replace_one(part, random, pattern, words)
        return part

    return change_part(content, random, SHEET, change)


def damage_texts(content: bytes, random: Random) -> bytes:
    """Put odd words into the texts, or odd counts on their list."""

    def change(part: bytes, random: Random) -> bytes:
        pattern = random.choice((rb"<t[^>]*>([^<]*)</t>", rb"<t[^>]*>([^<]*)</t>", rb'ount="([^"]*)"'))
        for _ in range(random.choice((1, 3, 40))):
            part = replace_one(part, random, pattern, NUMBERS if b"ount" in pattern else WORDS)
        return part

    return change_part(content, random, random.choice((STRINGS, STRINGS, SHEET)), change)


def damage_styles(content: bytes, random: Random) -> bytes:
    """Put odd formats and numbers into the styles."""

    def change(part: bytes, random: Random) -> bytes:
        pattern, words = random.choice(
            ((rb'formatCode="([^"]*)"', FORMATS), (rb'Id="([^"]*)"', NUMBERS), (rb'ount="([^"]*)"', NUMBERS))
        )
        for _ in range(random.choice((1, 3))):
            part = replace_one(part, random, pattern, words)
        return part

    return change_part(content, random, STYLES, change)


def damage_encoding(content: bytes, random: Random) -> bytes:
    """Have a part declare an encoding that it is not in, or be in another one."""

    def change(part: bytes, random: Random) -> bytes:
        if random.random() < 0.3:
            try:
                return part.decode("utf-8").encode(
                    random.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp037"))
                )
            except UnicodeError:
                return flip_bits(part, random)
        body = re.sub(rb"^(\xef\xbb\xbf)?\s*<\?xml[^>]*\?>", b"", part)
        return b'<?xml version="1.0" encoding="%b"?>' % random.choice(CODECS).encode() + body

    return change_part(content, random, PARTS, change)


def damage_names(content: bytes, random: Random) -> bytes:
    """Give sheets, parts and relationships other names and targets."""

    def change(part: bytes, random: Random) -> bytes:
        pattern = random.choice(
            (rb'\sname="([^"]*)"', rb'arget="([^"]*)"', rb'\w[iI]d="([^"]*)"', rb'artName="([^"]*)"')
        )
        targets = [match[1].decode("utf-8", "replace") for match in re.finditer(pattern, part)]
        odd = (
            "a&#27;]0;x&#7;b",
            "../../x",
            "x" * 300,
            "",
            "NUL",
            "\u202exslx",
            "/xl/workbook.xml",
            "tab.xml",
            *targets,
        )
        for _ in range(random.choice((1, 3))):
            part = replace_one(part, random, pattern, odd)
        return part

    return change_part(content, random, LISTS, change)


def damage_json(content: bytes, random: Random) -> bytes:
    """Break a journal or a record: its bytes, a value, a key."""
    values = ("null", "[]", "{}", "-1", "1e400", '"\\ud800"', "NaN", "9" * 5_000, '"x"', '"../../x"')
    pattern, words = random.choice(
        ((rb":\s*(\"[^\"]*\"|[\d.]+|null)", values), (rb"\"(\w+)\"\s*:", ("x", "", "kept", "cells")))
    )
    kinds: tuple[Kind, ...] = (flip_bits, cut, lambda part, chance: replace_one(part, chance, pattern, words))
    return random.choice(kinds)(content, random)


WORKBOOK_DAMAGE: Mapping[str, Kind] = {
    "zip": flip_bits,
    "cut": cut,
    "directory": damage_directory,
    "xml": damage_xml,
    "addresses": damage_addresses,
    "values": damage_values,
    "texts": damage_texts,
    "styles": damage_styles,
    "encoding": damage_encoding,
    "names": damage_names,
}
"""The kinds of damage to a workbook, by what they are called."""


def damage(content: bytes, kind: str, random: Random) -> bytes:
    """Damage a workbook; one that is no archive, or has parts that cannot be unpacked, loses a few bits."""
    try:
        return WORKBOOK_DAMAGE[kind](content, random)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return flip_bits(content, random)
