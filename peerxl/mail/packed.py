"""Files by what they are, whatever they are called: workbooks, other documents, and zip files with what is in them."""

from __future__ import annotations

import lzma
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from peerxl.mail.saved import File

LARGEST = 100 * 1024**2
"""How many bytes a file, or all that is unpacked of a zip file, may have."""
MOST_MEMBERS = 1000
WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
OLE, PK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
STREAMS = tuple(name.encode("utf-16-le") for name in ("Workbook", "EncryptedPackage"))
DAMAGES = (
    *(BadZipFile, OSError, EOFError, ValueError, LookupError, ArithmeticError, NotImplementedError),
    *(struct.error, zlib.error, lzma.LZMAError),
)
"""What the libraries raise on a zip file that is damaged, or packed in a way that nobody knows."""


class PackedError(Exception):
    """A zip file that cannot be unpacked; its text says why, as the beginning of a sentence."""


def is_workbook(file: File) -> bool:
    """Whether a file is a workbook, whole or damaged: by its name, else by what is in it.

    Of new ones the parts say it, of old or encrypted ones the names of streams.
    """
    if file.name.lower().endswith(WORKBOOKS):
        return True
    # Old and encrypted workbooks are OLE files, and so are old letters and presentations.
    if file.content.startswith(OLE):
        return any(name in file.content for name in STREAMS)
    return any(name.lower().startswith("xl/") for name in member_names(file.content))


def is_zip(content: bytes) -> bool:
    """Whether a file is a zip file, and no document that is one inside."""
    return content.startswith(PK) and "[Content_Types].xml" not in member_names(content)


def member_names(content: bytes) -> list[str]:
    if not content.startswith(PK):
        return []
    try:
        with ZipFile(BytesIO(content)) as archive:
            return archive.namelist()
    except DAMAGES:
        return []


def unpack(content: bytes) -> tuple[File, ...]:
    """The files in a zip file; PackedError where it needs a password, is damaged, or holds too much."""
    try:
        return tuple(members_of(content))
    except DAMAGES as error:
        raise PackedError("it is damaged or too large") from error
    except RuntimeError as error:
        raise PackedError("it needs a password") from error


def members_of(content: bytes) -> Iterator[File]:
    room = LARGEST
    with ZipFile(BytesIO(content)) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if len(members) > MOST_MEMBERS:
            raise ValueError("too many files")
        for member in members:
            with archive.open(member) as part:
                # One byte more than there is room for tells that it is too large, without unpacking the rest.
                unpacked = part.read(room + 1)
            room -= len(unpacked)
            if room < 0:
                raise ValueError("too large")
            yield File(PurePosixPath(member.filename).name, unpacked)
