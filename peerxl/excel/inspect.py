"""Is this a workbook that is safe to open? Decided from its bytes before any library parses it."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

from peerxl.errors import MissingFileError, PeerxlError, UnreadableFileError
from peerxl.excel.document_kind import name_by_head, name_by_parts, name_by_streams
from peerxl.excel.errors import EncryptedWorkbookError, NotAWorkbookError, UnsafeWorkbookError
from peerxl.excel.patch.parts.prolog import XML_ENDINGS, declares_entities
from peerxl.excel.patch.zip.archive import MOST_BYTES_A_PART, unpacking

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")  # OLE names its streams in UTF-16

# Far above any real workbook, far below what would hurt the machine that reads it.
MOST_MEMBERS = 20_000
MOST_BYTES = 2 * 1024**3
MOST_BYTES_OF_XML = 256 * 1024**2
# Rows of empty cells are packed to a fiftieth.
MOST_RATIO = 200
RATIO_COUNTS_FROM = 16 * 1024**2
PROLOG = 64 * 1024


class NotAFileError(PeerxlError):
    """A folder, a pipe or a device where a workbook was expected."""

    def __init__(self, path: object, kind: str) -> None:
        super().__init__(f"{path}: this is a {kind}, not a workbook; name the workbook itself.")


class OldWorkbookError(PeerxlError):
    """A workbook in the format of before 2007 under a new name."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: this is an Excel 97-2003 workbook under another name; open it in Excel and save it as .xlsx."
        )


class OtherDocumentError(PeerxlError):
    """A document of another program, which Excel does not open."""

    def __init__(self, path: object, kind: str) -> None:
        super().__init__(
            f"{path}: this is {kind}, and no workbook; give the workbook itself, or copy the table into one and save "
            "it as .xlsx."
        )


def inspect_workbook(path: Path) -> None:
    """Raise the PeerxlError that says why a file cannot be read as a workbook; return quietly where it can be tried."""
    head = first_bytes(path)
    if not head:
        raise NotAWorkbookError(path, "it is empty")
    if head == OLE:
        inspect_ole(path)
    elif head.startswith(ZIP):
        inspect_zip(path)
    elif kind := name_by_head(head):
        raise OtherDocumentError(path, kind)
    else:
        raise NotAWorkbookError(path, "its content is something else")


def first_bytes(path: Path) -> bytes:
    """A file's first eight bytes; the PeerxlError that says why it cannot be opened."""
    refuse_no_file(path)
    try:
        with path.open("rb") as file:
            return file.read(8)
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or str(error)) from error


def refuse_no_file(path: Path) -> None:
    """Raise where there is no file, or something that might never be read to its end."""
    try:
        if not path.exists():
            raise MissingFileError(path)
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotAFileError(path, "folder" if path.is_dir() else "device or a pipe")
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or str(error)) from error


def inspect_ole(path: Path) -> None:
    """An OLE file is an encrypted workbook or one in the format of before 2007."""
    with path.open("rb") as file:
        if any(ENCRYPTED_PART in chunk for chunk in iter(lambda: file.read(1024**2), b"")):
            raise EncryptedWorkbookError(path)
    if kind := name_by_streams(path.read_bytes()):
        raise OtherDocumentError(path, kind)
    if path.suffix.lower() != ".xls":
        raise OldWorkbookError(path)


def inspect_zip(path: Path) -> None:
    with unpacking(path), zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        refuse_odd_members(path, members)
        refuse_entities(path, archive, members)
    if kind := name_by_parts(member.filename for member in members):
        raise OtherDocumentError(path, kind)


def refuse_odd_members(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """Names that collide or climb out of the archive, and sizes only a zip bomb has."""
    names = [member.filename for member in members]
    if len(names) > MOST_MEMBERS:
        raise UnsafeWorkbookError(path, f"it has {len(names):,} parts")
    # The format compares names without case: which of two is read would be up to the reader.
    if len({name.casefold() for name in names}) < len(names):
        raise UnsafeWorkbookError(path, "it has two parts of one name")
    for name in names:
        if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/"):
            raise UnsafeWorkbookError(path, f"its part {name!r} points outside it")
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise UnsafeWorkbookError(path, "it unpacks to more than 2 GB")
    if sum(member.file_size for member in members if is_xml(member)) > MOST_BYTES_OF_XML:
        raise UnsafeWorkbookError(path, f"its parts unpack to more than {MOST_BYTES_OF_XML // 1024**2} MB")
    for member in members:
        ratio, is_large = member.file_size / max(member.compress_size, 1), member.file_size > RATIO_COUNTS_FROM
        if (is_xml(member) and member.file_size > MOST_BYTES_A_PART) or (is_large and ratio > MOST_RATIO):
            raise UnsafeWorkbookError(path, f"its part {member.filename!r} unpacks to {member.file_size:,} bytes")


def is_xml(member: zipfile.ZipInfo) -> bool:
    return member.filename.lower().endswith(XML_ENDINGS)


def refuse_entities(path: Path, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    """No spreadsheet program writes a DTD; one that is there was put there to make a reader do something."""
    for member in members:
        if is_xml(member) and declares_entities(read_pieces(archive, member), is_xml=True):
            raise UnsafeWorkbookError(path, f"its part {member.filename!r} declares entities of its own")


def read_pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part's content in pieces."""
    with archive.open(member) as part:
        yield from iter(lambda: part.read(PROLOG), b"")
