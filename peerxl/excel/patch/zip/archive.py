"""A workbook's zip archive: its members read, and the archive written again with only some members' content changed.

All else is copied byte for byte: local headers, extra fields, data descriptors, comments, order, dates, gaps. The
central directory is the old one with the offsets, and the sizes of the changed members, put right.
"""

from __future__ import annotations

import errno
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, NamedTuple
from urllib.parse import unquote

from peerxl.errors import UnreadableFileError
from peerxl.excel.errors import EncryptedWorkbookError, NotAWorkbookError, UnsafeWorkbookError
from peerxl.excel.patch.zip.header import (
    DIRECTORY_ENTRY,
    LOCAL,
    Sizes,
    change_descriptor,
    set_sizes,
    shift_directory,
)

CHUNK = 1024**2
START = 512
ENCRYPTED, DESCRIBED = 0x1, 0x8
# Normal, best, fast and (as Excel itself packs) fastest. Of what is normal the fifth level takes half as long as the
# sixth, into a hundredth more.
HARDNESS, LEVELS = 0x6, {0x0: 5, 0x2: 9, 0x4: 3, 0x6: 1}
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
DAMAGED = "it is damaged or was cut short"
# All that zipfile and its unpackers raise over damage: RuntimeError is for a password, NotImplementedError for a way of
# packing that it does not know, ValueError for a name that is no text.
DAMAGE = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    OverflowError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
)
# A sheet of 300,000 rows is smaller; what is larger when unpacked fills the memory of the machine that reads it.
MOST_BYTES_A_PART = 128 * 1024**2

# The content of a changed member, piece by piece.
Content = Callable[[], Iterable[bytes | bytearray | memoryview]]


@contextmanager
def unpacking(path: Path) -> Iterator[None]:
    """Unpack what is in an archive: NotAWorkbookError where it is damaged, UnreadableFileError where nobody may."""
    try:
        yield
    except DAMAGE as error:
        raise NotAWorkbookError(path, DAMAGED) from error
    except OSError as error:
        # Damage sends zipfile to places that no file has.
        if error.errno in (None, errno.EINVAL):
            raise NotAWorkbookError(path, DAMAGED) from error
        raise UnreadableFileError(path, error.strerror or str(error)) from error


class Member(NamedTuple):
    """One member and the stretch of the file that is its: header, data, and all up to the next member.

    ``offset``, ``data`` and ``end`` are where its header, its data and the next member begin in the file; ``entry`` is
    where its entry begins in the directory, of so many bytes.
    """

    name: str
    method: int
    flags: int
    sizes: Sizes
    offset: int
    data: int
    end: int
    entry: int
    entry_length: int

    @property
    def key(self) -> str:
        """The name by which it is told from others."""
        return fold_part_name(self.name)


@lru_cache(maxsize=1024)
def fold_part_name(name: str) -> str:
    """A part's name as it is compared: without escapes, case, a leading slash or Windows' backslashes."""
    return unquote(name.replace("\\", "/").lstrip("/")).casefold()


class Archive(NamedTuple):
    """The members in the directory's order; ``tail`` is all from the directory on, which starts at ``directory``."""

    path: Path
    members: tuple[Member, ...]
    directory: int
    tail: bytes

    def find(self, name: str) -> Member | None:
        """The member of a name, however it is spelled."""
        key = fold_part_name(name)
        return next((member for member in self.members if member.key == key), None)

    def read(self, member: Member) -> bytearray:
        """A member's content, held once; NotAWorkbookError where it is not what the directory says.

        UnsafeWorkbookError where it is more than anybody reads.
        """
        if member.sizes.unpacked > MOST_BYTES_A_PART:
            raise UnsafeWorkbookError(self.path, f"its part {member.name!r} unpacks to {member.sizes.unpacked:,} bytes")
        # It grows with what is there: a length that damage made of the directory's may be more than any machine has.
        content = bytearray()
        for chunk in self.read_chunks(member):
            content += chunk
            if len(content) > member.sizes.unpacked:
                raise NotAWorkbookError(self.path, DAMAGED)
        if len(content) < member.sizes.unpacked or zlib.crc32(content) != member.sizes.crc:
            raise NotAWorkbookError(self.path, DAMAGED)
        return content

    def read_chunks(self, member: Member) -> Iterator[bytes]:
        """A member's content in pieces, unchecked."""
        if member.flags & ENCRYPTED:
            raise EncryptedWorkbookError(self.path)
        if member.method not in METHODS:
            raise NotAWorkbookError(self.path, f"its part {member.name!r} is packed in a way Excel does not know")
        with unpacking(self.path), self.path.open("rb") as file:
            packed = read_stretch(file, member.data, member.data + member.sizes.packed)
            yield from packed if member.method == zipfile.ZIP_STORED else inflate(packed)

    def read_start(self, member: Member) -> bytes:
        """The first bytes of a member's content, at most ``START``; NotAWorkbookError where they are damaged."""
        with unpacking(self.path), self.path.open("rb") as file:
            file.seek(member.data)
            packed = file.read(min(START, member.sizes.packed))
            if member.method == zipfile.ZIP_STORED:
                return packed
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, START)


def read_archive(path: Path) -> Archive:
    """The archive's members, each with its stretch of the file."""
    with unpacking(path), zipfile.ZipFile(path) as archive, path.open("rb") as file:
        file.seek(archive.start_dir)
        tail = file.read()
        members = read_members(file, archive.infolist(), archive.start_dir, tail)
    return Archive(path, members, archive.start_dir, tail)


def read_members(file: BinaryIO, infos: list[zipfile.ZipInfo], directory: int, tail: bytes) -> tuple[Member, ...]:
    """The directory's members; ValueError where two of them overlap or one lies outside the file."""
    offsets = sorted({info.header_offset for info in infos})
    if len(offsets) < len({info.filename for info in infos}) or (offsets and offsets[0] < 0):
        raise ValueError("two members in one place, or one before the file")
    ends = dict(zip(offsets, (*offsets[1:], directory), strict=True))
    members, entry = [], 0
    for info in infos:
        # zipfile gives the entries in their order but not where each begins.
        length = DIRECTORY_ENTRY.measure(tail, entry)
        file.seek(info.header_offset)
        data = info.header_offset + LOCAL.measure(file.read(LOCAL.fixed), 0)
        sizes, end = Sizes(info.CRC, info.compress_size, info.file_size), ends[info.header_offset]
        if data + info.compress_size > end:
            raise ValueError("a member reaches into the next")
        # As it is written: zipfile's own name ends at a nought, and on Windows has other slashes.
        name, method, flags = info.orig_filename, info.compress_type, info.flag_bits
        members.append(Member(name, method, flags, sizes, info.header_offset, data, end, entry, length))
        entry += length
    return tuple(members)


def write_archive(archive: Archive, target: BinaryIO, changed: Mapping[str, Content]) -> None:
    """Write the archive with the content of some members, by name, changed."""
    with archive.path.open("rb") as source:
        try:
            write_members(archive, source, target, changed)
        except (struct.error, ValueError) as error:
            # A record is not where another says, or a number too large for its place once it is put right.
            raise NotAWorkbookError(archive.path, DAMAGED) from error


def write_members(archive: Archive, source: BinaryIO, target: BinaryIO, changed: Mapping[str, Content]) -> None:
    """Write the members in the order of their places, then the directory that says where they are now."""
    tail = bytearray(archive.tail)
    ordered = sorted(archive.members, key=lambda member: member.offset)
    # Whatever stands before the first member, as in an archive that unpacks itself, stays there.
    copy_stretch(source, target, 0, ordered[0].offset if ordered else archive.directory)
    for member in ordered:
        start, sizes = target.tell(), member.sizes
        if member.name in changed:
            sizes = write_changed(source, target, member, changed[member.name])
        else:
            copy_stretch(source, target, member.offset, member.end)
        own = slice(member.entry, member.entry + member.entry_length)
        tail[own] = set_sizes(bytes(tail[own]), DIRECTORY_ENTRY, sizes, start - member.offset)
    target.write(shift_directory(bytes(tail), target.tell() - archive.directory))


def write_changed(source: BinaryIO, target: BinaryIO, member: Member, content: Content) -> Sizes:
    """Write one member with other content, packed as it was; its new sizes."""
    start, data = target.tell(), member.data
    source.seek(member.offset)
    header = source.read(data - member.offset)
    target.write(header)
    sizes = write_packed(target, member, content())
    source.seek(data + member.sizes.packed)
    rest = source.read(member.end - source.tell())
    end = target.tell()
    # The header stands before the data and says how long they are, which is known only now.
    target.seek(start)
    target.write(set_sizes(header, LOCAL, sizes))
    target.seek(end)
    target.write(change_descriptor(rest, member.sizes, sizes) if member.flags & DESCRIBED else rest)
    return sizes


def write_packed(target: BinaryIO, member: Member, content: Iterable[bytes | bytearray | memoryview]) -> Sizes:
    """Write a content packed as the member says that it is: how hard to try stands in its flags."""
    level = LEVELS[member.flags & HARDNESS]
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS) if member.method == zipfile.ZIP_DEFLATED else None
    start, crc, unpacked = target.tell(), 0, 0
    for piece in gather_chunks(content):
        crc, unpacked = zlib.crc32(piece, crc), unpacked + len(piece)
        target.write(packer.compress(piece) if packer else piece)
    if packer:
        target.write(packer.flush())
    return Sizes(crc, target.tell() - start, unpacked)


def cut_slices(content: Iterable[bytes | bytearray | memoryview]) -> Iterator[bytes | bytearray | memoryview]:
    """The content in pieces small enough that packing one needs no memory to speak of."""
    for piece in content:
        # Between a thousand edits nearly all are.
        if len(piece) <= CHUNK:
            yield piece
            continue
        view = memoryview(piece)
        for start in range(0, len(view), CHUNK):
            yield view[start : start + CHUNK]


def gather_chunks(content: Iterable[bytes | bytearray | memoryview]) -> Iterator[bytes]:
    """The same bytes in few pieces of about a chunk each: whoever takes them needs a while to begin with one."""
    waiting: list[bytes | bytearray | memoryview] = []
    length = 0
    for piece in cut_slices(content):
        waiting.append(piece)
        length += len(piece)
        if length >= CHUNK:
            yield b"".join(waiting)
            waiting, length = [], 0
    yield b"".join(waiting)


def copy_stretch(source: BinaryIO, target: BinaryIO, start: int, end: int) -> None:
    for chunk in read_stretch(source, start, end):
        target.write(chunk)


def read_stretch(file: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    """The bytes of a file between two places, in pieces."""
    file.seek(start)
    while start < end and (chunk := file.read(min(CHUNK, end - start))):
        start += len(chunk)
        yield chunk


def inflate(packed: Iterable[bytes]) -> Iterator[bytes]:
    """What packed data unpacks to, in pieces of at most a chunk, so that a bomb fills no memory."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    for chunk in packed:
        waiting = chunk
        while waiting and not unpacker.eof:
            yield unpacker.decompress(waiting, CHUNK)
            waiting = unpacker.unconsumed_tail
    yield unpacker.flush()
