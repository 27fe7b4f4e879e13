"""What characters are: which nobody sees, which Excel cannot hold, how long a text is; and a cell's words, tidied.

Tidying takes away web mark-up, invisible characters, stray spaces and odd line breaks, and nothing else.
"""

from __future__ import annotations

import re

from peerxl.pattern import compile_late

# Only names of real HTML elements, so that "<5 days" and "<name>" stay.
TAGS = "p br b i u s em strong span div ul ol li a h1 h2 h3 h4 h5 h6 font table tbody thead tr td th sup sub blockquote"
_TAG = compile_late(rf"</?(?P<name>{'|'.join(TAGS.split())})(?:\s[^<>]{{0,200}})?/?>", re.IGNORECASE)
_ENTITY = compile_late(
    r"&(?:amp|nbsp|lt|gt|quot|apos|ndash|mdash|lsquo|rsquo|ldquo|rdquo|#\d{1,6}|#x[0-9a-f]{1,5});", re.I
)
_INLINE = frozenset("b i u s em strong span a font sup sub".split())

# Excel counts the characters of a cell in UTF-16 code units.
LONGEST_TEXT = 32_767
# Soft hyphens, joiners, direction marks: they take no room on the page.
INVISIBLE = "\u00ad\u2060\ufeff" + "".join(
    map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
DROP_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))
# What a terminal takes for more than a character, and what turns the order of those around it: controls but for the tab
# and the end of a line, and marks of direction.
UNSAFE = compile_late("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
# Words that need no quotes, and what shells other than Windows' heed within double ones.
_PLAIN, _SHELL = compile_late(r"[\w.,:/=@+-]+"), compile_late(r"[\"$`\\!]")
# Characters that XML, and so a workbook, has no way to write.
UNWRITABLE = compile_late("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# A backslash that is one, two halves that are a character, or a half alone, as JSON writes them.
_HALF_CHARACTER = compile_late(
    r"\\\\|\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|(\\ud[89a-f][0-9a-f]{2})", re.IGNORECASE
)


def count_units(text: str) -> int:
    """How long Excel takes a text to be, in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def has_markup(text: str) -> bool:
    """Whether the text has HTML marks that a reader would see as marks."""
    return bool(("<" in text and _TAG.search(text)) or ("&" in text and _ENTITY.search(text)))


def tidy(text: str) -> str:
    """The text with HTML marks resolved, each line's spaces collapsed and empty lines dropped."""
    if "<" in text:
        text = _TAG.sub(lambda tag: "" if tag["name"].lower() in _INLINE else "\n", text)
    if "&" in text:
        from html import unescape

        text = _ENTITY.sub(lambda entity: unescape(entity[0]), text)
    if text.isprintable():  # so it has neither line breaks nor anything invisible
        return " ".join(text.split()) if "  " in text else text.strip()
    lines = (" ".join(line.split()) for line in text.translate(DROP_INVISIBLE).splitlines())
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    """The tidied text on one line."""
    return tidy(text).replace("\n", " ")


def cut_line(text: str, width: int) -> str:
    """A text on one line; one that is too long ends in "…"."""
    line = " ".join(text.split())
    # The sign counts too, so that the line is no longer than its room.
    return line if len(line) <= width else line[: max(width - 1, 0)].rstrip() + "…"


def mention_spaces(text: str) -> str:
    """What to add where a text is shown without the spaces around it, which nobody can see."""
    return " (with a space before or after it)" if text.strip() not in ("", text) else ""


def mend_escapes(document: str) -> str:
    r"""JSON in which half a character ("\ud800"), which no file can hold, stands as one that could not be read.

    A damaged file may have it, and the name of a file that is no UTF-8.
    """
    # Hardly any document has one.
    if "\\ud" not in document and "\\uD" not in document:
        return document
    return _HALF_CHARACTER.sub(lambda found: r"\ufffd" if found[1] else found[0], document)


def quote_argument(words: str) -> str:
    """Words as they are typed at a prompt: in double quotes where those do for Windows too, else in both ways."""
    words = show_unsafe(words.replace("\n", " "))
    if _PLAIN.fullmatch(words):
        return words
    if not _SHELL.search(words):
        return f'"{words}"'
    import shlex

    doubled = words.replace('"', '""')
    return f'{shlex.quote(words)} (at Windows\' prompt "{doubled}")'


def show_unsafe(text: str) -> str:
    r"""The text with all that a terminal would obey written out: an escape is "\x1b", a mark of direction "\u202e"."""
    if text.replace("\n", "").isprintable():
        return text
    return UNSAFE.sub(lambda match: ascii(match[0])[1:-1], text)


def show_unsafe_as_json(document: str) -> str:
    r"""A JSON document with the same escaped as JSON has it: "\u001b"."""
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", document)


def measure_likeness(text: str, other: str) -> float:
    """How like two texts are, from 0 to 100: the share of their characters that they have in common in one order.

    It is rapidfuzz's ratio, for a few short texts: to load rapidfuzz takes as long as to compare some thousand of them.
    """
    length = len(text) + len(other)
    places: dict[str, int] = {}
    for index, character in enumerate(text):
        places[character] = places.get(character, 0) | 1 << index
    # Each bit a character of the one text; those that are 0 in the end are the longest common row of the two.
    whole = bits = (1 << len(text)) - 1
    for character in other:
        both = bits & places.get(character, 0)
        bits = (bits + both) | (bits - both)
    common = len(text) - (bits & whole).bit_count()
    return (1 - (length - 2 * common) / length) * 100 if length else 100.0
