"""The archive's quirks stay: descriptors, zip64, stored members, comments, gaps, dates, odd names, junk in front."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from peerxl.errors import PeerxlError
from peerxl.excel.errors import EncryptedWorkbookError, NotAWorkbookError
from peerxl.excel.patch import set_cells
from peerxl.excel.patch.zip.archive import read_archive
from tests.excel.patch.handmade import changed, handmade, members, parts, sheet_xml

PART = "xl/worksheets/sheet1.xml"
SHEET = sheet_xml('<row r="1"><c r="A1" s="1"><v>5</v></c></row>')


@dataclass(frozen=True)
class Quirks:
    """How an archive is built: each member's method and flags, its descriptor's form, zip64, comments and gaps."""

    method: int = zipfile.ZIP_DEFLATED
    flags: int = 0
    descriptor: str = ""
    is_signed: bool = True
    is_wide: bool = False
    extra: bytes = b""
    comment: bytes = b""
    gap: bytes = b""
    end_comment: bytes = b""
    has_wide_end: bool = False


def built(content: dict[str, bytes], quirks: Quirks) -> bytes:
    """An archive put together byte by byte."""
    out, entries = io.BytesIO(), []
    for name, part in content.items():
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(part) + packer.flush() if quirks.method else part
        crc, flags, offset = zlib.crc32(part), quirks.flags | (8 if quirks.descriptor else 0), out.tell()
        numbers = (0, 0, 0) if quirks.descriptor else (crc, len(packed), len(part))
        wide = struct.pack("<HHQQ", 1, 16, numbers[2], numbers[1]) if quirks.is_wide else b""
        said = (numbers[0], 0xFFFFFFFF, 0xFFFFFFFF) if quirks.is_wide else numbers
        fixed = (45 if quirks.is_wide else 20, flags, quirks.method, 0x4BC0, 0x5742)
        out.write(struct.pack("<4s5H3L2H", b"PK\3\4", *fixed, *said, len(name), len(quirks.extra + wide)))
        out.write(name.encode() + quirks.extra + wide + packed)
        if quirks.descriptor:
            out.write(
                (b"PK\7\x08" if quirks.is_signed else b"") + struct.pack(quirks.descriptor, crc, len(packed), len(part))
            )
        out.write(quirks.gap)
        wide = struct.pack("<HHQQQ", 1, 24, len(part), len(packed), offset) if quirks.is_wide else b""
        full = (0xFFFFFFFF,) * 3 if quirks.is_wide else (len(packed), len(part), offset)
        extra = quirks.extra + wide
        entries.append(
            struct.pack(
                "<4s6H3L5H2L",
                b"PK\1\2",
                0x031E,
                *fixed,
                crc,
                *full[:2],
                len(name),
                len(extra),
                len(quirks.comment),
                0,
                1,
                0o644 << 16,
                full[2],
            )
            + name.encode()
            + extra
            + quirks.comment
        )
    start, directory = out.tell(), b"".join(entries)
    out.write(directory)
    ends = (len(entries), len(entries), len(directory), start)
    if quirks.has_wide_end:
        end = out.tell()
        out.write(struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, *ends))
        out.write(struct.pack("<4sLQL", b"PK\6\7", 0, end, 1))
        ends = (0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
    out.write(struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, *ends, len(quirks.end_comment)) + quirks.end_comment)
    return out.getvalue()


QUIRKS = {
    "plain": Quirks(),
    "stored": Quirks(method=zipfile.ZIP_STORED),
    "fast as Excel packs": Quirks(flags=0x6),
    "best": Quirks(flags=0x2),
    "UTF-8 names": Quirks(flags=0x800),
    "descriptor": Quirks(descriptor="<LLL"),
    "descriptor without its mark": Quirks(descriptor="<LLL", is_signed=False),
    "wide descriptor": Quirks(descriptor="<LQQ"),
    "stored with descriptor": Quirks(method=zipfile.ZIP_STORED, descriptor="<LLL"),
    "zip64": Quirks(is_wide=True),
    "zip64 with descriptor": Quirks(is_wide=True, descriptor="<LQQ"),
    "zip64 throughout": Quirks(is_wide=True, has_wide_end=True),
    "stored zip64 throughout": Quirks(method=zipfile.ZIP_STORED, is_wide=True, has_wide_end=True),
    "stored zip64 with descriptor": Quirks(method=zipfile.ZIP_STORED, is_wide=True, descriptor="<LQQ"),
    "stored zip64 end": Quirks(method=zipfile.ZIP_STORED, has_wide_end=True, end_comment=b"bye", gap=b"padding"),
    "stored extra fields": Quirks(
        method=zipfile.ZIP_STORED, is_wide=True, extra=b"\x55\x54\x05\x00\x01abcd\xfe\xca\x00\x00"
    ),
    "zip64 end": Quirks(has_wide_end=True, end_comment=b"bye"),
    "extra fields": Quirks(extra=b"\x55\x54\x05\x00\x01abcd\xfe\xca\x00\x00"),
    "comments": Quirks(comment=b"of a member", end_comment=b"of the archive PK"),
    "gaps": Quirks(gap=b"padding that nobody reads"),
}


def apart(archive: bytes) -> list[tuple[str, bytes, bytes, bytes]]:
    """Each member's name, local header, packed data, and what follows up to the next."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        items, starts = opened.infolist(), [*(item.header_offset for item in opened.infolist()), opened.start_dir]
    found = []
    for item, end in zip(items, starts[1:], strict=True):
        name, extra = struct.unpack_from("<2H", archive, item.header_offset + 26)
        data = item.header_offset + 30 + name + extra
        after = data + item.compress_size
        found.append((item.filename, archive[item.header_offset : data], archive[data:after], archive[after:end]))
    return found


@pytest.mark.parametrize("quirks", QUIRKS.values(), ids=QUIRKS)
def test_the_archives_quirks_stay(tmp_path: Path, quirks: Quirks) -> None:
    """The archive is the one that would be built in the same way around the new content, but for how hard it is packed."""
    source, target = tmp_path / "source.xlsx", tmp_path / "target.xlsx"
    content = {"xl/": b"", **parts(SHEET)}
    source.write_bytes(built(content, quirks))
    set_cells(source, target, {})
    assert target.read_bytes() == source.read_bytes()
    set_cells(source, target, {"Plan": {"A1": "x" * 5_000}})
    assert changed(source, target) == [PART]
    rebuilt = built({**content, PART: members(target)[PART]}, quirks)
    before, after, expected = (apart(archive) for archive in (source.read_bytes(), target.read_bytes(), rebuilt))
    for old, new, wanted in zip(before, after, expected, strict=True):
        if old[0] != PART:
            assert new == old
        elif quirks.method == zipfile.ZIP_STORED:
            assert new == wanted
        else:
            assert (new[0], new[1][:14], new[1][26:30], len(new[3])) == (
                wanted[0],
                wanted[1][:14],
                wanted[1][26:30],
                len(wanted[3]),
            )
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        assert archive.comment == quirks.end_comment
    if quirks.method == zipfile.ZIP_STORED:
        assert target.read_bytes() == rebuilt


def test_a_gap_that_looks_like_a_descriptor_is_none(tmp_path: Path) -> None:
    """It is one where the member's flags say so."""
    source, target = tmp_path / "source.xlsx", tmp_path / "target.xlsx"
    for_sheet = built(parts(SHEET), Quirks(method=zipfile.ZIP_STORED))
    with zipfile.ZipFile(io.BytesIO(for_sheet)) as archive:
        item = archive.getinfo(PART)
    gap = struct.pack("<LLL", item.CRC, item.compress_size, item.file_size)
    source.write_bytes(built(parts(SHEET), Quirks(method=zipfile.ZIP_STORED, gap=gap)))
    set_cells(source, target, {"Plan": {"A1": "x" * 99}})
    assert {rest for *_, rest in apart(target.read_bytes())} == {gap}


@pytest.mark.parametrize("packed_as", ["<LLL", "<LQQ"])
def test_a_descriptor_in_neither_form_stays_as_it_is(tmp_path: Path, packed_as: str) -> None:
    source, target = tmp_path / "source.xlsx", tmp_path / "target.xlsx"
    sound = built(parts(SHEET), Quirks(method=zipfile.ZIP_STORED, descriptor=packed_as))
    source.write_bytes(sound.replace(b"PK\7\x08", b"PK\7\x09"))
    set_cells(source, target, {"Plan": {"A1": "x" * 99}})
    assert [rest for *_, rest in apart(target.read_bytes())] == [rest for *_, rest in apart(source.read_bytes())]


def test_descriptors_say_what_is_there(tmp_path: Path) -> None:
    source, target = tmp_path / "source.xlsx", tmp_path / "target.xlsx"
    source.write_bytes(built(parts(SHEET), Quirks(descriptor="<LLL")))
    set_cells(source, target, {"Plan": {"A1": "x"}})
    with zipfile.ZipFile(target) as archive:
        for item, (_, header, _, rest) in zip(archive.infolist(), apart(target.read_bytes()), strict=True):
            assert header[14:26] == bytes(12)
            assert rest == b"PK\7\x08" + struct.pack("<LLL", item.CRC, item.compress_size, item.file_size)


def test_members_in_another_order_than_the_directory(tmp_path: Path) -> None:
    """The directory lists the members backwards."""
    source, target = tmp_path / "source.xlsx", tmp_path / "target.xlsx"
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts(SHEET).items():
            archive.writestr(name, part)
        archive.filelist.reverse()
    set_cells(source, target, {"Plan": {"A1": "x" * 999}})
    assert changed(source, target) == [PART]


@pytest.mark.parametrize(
    "rename",
    [lambda name: name.replace("/", "\\"), str.upper, lambda name: name.replace("xl/", "XL/")],
    ids=["backslashes", "capitals", "folder in capitals"],
)
def test_names_in_other_spellings(tmp_path: Path, rename: Callable[[str], str]) -> None:
    source, target = tmp_path / "source.xlsx", tmp_path / "target.xlsx"
    source.write_bytes(built({rename(name): part for name, part in parts(SHEET).items()}, Quirks()))
    set_cells(source, target, {"Plan": {"A1": "x"}})
    assert changed(source, target) == [rename(PART)]


def test_an_encrypted_member(tmp_path: Path) -> None:
    source = tmp_path / "source.xlsx"
    source.write_bytes(built(parts(SHEET), Quirks(flags=0x1)))
    with pytest.raises(EncryptedWorkbookError):
        set_cells(source, tmp_path / "target.xlsx", {})


DAMAGED = "it is damaged or was cut short"


def refuse(source: Path, target: Path) -> str:
    """Why a workbook is refused."""
    with pytest.raises(NotAWorkbookError) as caught:
        set_cells(source, target, {"Plan": {"A1": "x"}})
    assert not target.exists()
    return str(caught.value).removeprefix(f"{source}: this is not an Excel workbook (").partition(");")[0]


def read_part(source: Path, name: str) -> bytearray:
    archive = read_archive(source)
    return archive.read(next(member for member in archive.members if member.name == name))


def with_number(archive: bytes, name: str, offset: int, number: int, record: bytes = b"PK\1\2") -> bytes:
    """An archive with another number in a member's record."""
    start = next(
        at for at in range(len(archive)) if archive.startswith(record, at) and name.encode() in archive[at : at + 99]
    )
    changed = bytearray(archive)
    struct.pack_into("<L", changed, start + offset, number)
    return bytes(changed)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize(
    ("offset", "number"),
    [(16, 1), (20, 10), (20, 999_999), (24, 10), (24, 12_000_000), (42, 0), (42, 5)],
    ids=["checksum", "shorter", "longer", "unpacks to less", "unpacks to more", "another's place", "no header there"],
)
def test_a_directory_that_is_damaged(tmp_path: Path, method: int, offset: int, number: int) -> None:
    """None of it is believed, and no room made for what it says."""
    source = tmp_path / "source.xlsx"
    source.write_bytes(with_number(built(parts(SHEET), Quirks(method=method)), PART, offset, number))
    tracemalloc.start()
    try:
        assert refuse(source, tmp_path / "target.xlsx") == DAMAGED
        with pytest.raises(NotAWorkbookError):
            read_part(source, PART)
        assert tracemalloc.get_traced_memory()[1] < 8 * 1024**2
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packed_in_a_way_that_excel_does_not_know(tmp_path: Path, method: int) -> None:
    source = tmp_path / "source.xlsx"
    with zipfile.ZipFile(source, "w", method) as archive:
        for name, part in parts(SHEET).items():
            archive.writestr(name, part)
    assert refuse(source, tmp_path / "target.xlsx").endswith("is packed in a way Excel does not know")


def test_damage_anywhere_is_a_refusal_or_harmless(tmp_path: Path) -> None:
    """A byte changed anywhere never makes anything but a PeerxlError, and never touches the target."""
    sound = handmade(tmp_path, SHEET).read_bytes()
    source, target = tmp_path / "source.xlsx", tmp_path / "target.xlsx"
    for place in range(4, len(sound), 7):
        source.write_bytes(sound[:place] + bytes([sound[place] ^ 0x5A]) + sound[place + 1 :])
        target.unlink(missing_ok=True)
        try:
            set_cells(source, target, {"Plan": {"A1": "x"}})
        except PeerxlError:
            assert not target.exists()
    for length in range(0, len(sound), 97):
        source.write_bytes(sound[:length])
        with pytest.raises(PeerxlError):
            set_cells(source, target, {"Plan": {"A1": "x"}})


def test_a_member_that_unpacks_to_more_than_it_says(tmp_path: Path) -> None:
    sound = built(parts(SHEET), Quirks(method=zipfile.ZIP_DEFLATED))
    said = struct.pack("<L", len(SHEET.encode()))
    source = tmp_path / "source.xlsx"
    source.write_bytes(sound.replace(said, struct.pack("<L", 10)))
    with pytest.raises(NotAWorkbookError):
        read_part(source, PART)


def test_a_number_that_is_too_large_once_it_is_put_right(tmp_path: Path) -> None:
    """The end names the directory's place in 32 bits, as very far out, and the end in full names it as it is."""
    sound = built(parts(SHEET), Quirks(has_wide_end=True))
    source = tmp_path / "source.xlsx"
    source.write_bytes(sound[:-6] + b"\xf3\xff\xff\xff" + sound[-2:])
    with pytest.raises(NotAWorkbookError) as caught:
        set_cells(source, tmp_path / "target.xlsx", {"Plan": {"A1": "x" * 5_000}})
    assert str(caught.value) == (
        f"{source}: this is not an Excel workbook (it is damaged or was cut short); "
        "open it in Excel and save it as .xlsx."
    )
    assert sorted(tmp_path.iterdir()) == [source]
