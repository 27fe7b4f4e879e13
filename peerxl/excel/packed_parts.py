"""The parts of a workbook, or of a Word document, zipped, with nothing that changes from one day or machine to another.

The archive is the one that the standard library would make; it is put together here, as the library spends more on each
small part than it takes to pack it, and workbooks that share most of their parts would list all of them anew.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

# What stands before each part, what stands for it in the directory, and the end of the directory: APPNOTE 4.3.
ENTRY, LISTED, END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I"), struct.Struct("<4s4H2IH")
VERSION, DEFLATED, UTF_8 = 20, 8, 0x800
# 1 January 1980: a zip archive knows no earlier day.
MIDNIGHT, FIRST_DAY = 0, 0x21
# That its owner may read and write it, where anybody asks.
PERMISSION = 0o600 << 16
# Deflate's own window, without the header that zlib puts before it.
RAW = -zlib.MAX_WBITS
SMALL = 2_000
"""The bytes of a part that is so small that another workbook of a kind may well have the very same, as of a table."""


def zip_parts(parts: Mapping[str, bytes]) -> bytes:
    """The parts in their order as an archive."""
    return PackedParts().add(parts).close()


@dataclass(frozen=True, slots=True)
class PackedParts:
    """Parts as they are packed: the bytes of them, the directory that lists them, and how many they are."""

    entries: bytes = b""
    directory: bytes = b""
    count: int = 0

    def add(self, parts: Mapping[str, bytes]) -> PackedParts:
        """These and more after them; what is packed is not packed again."""
        entries, directory, offset = [self.entries], [self.directory], len(self.entries)
        for name, part in parts.items():
            entry, listed = pack_part(name, part, offset)
            entries.append(entry)
            directory.append(listed)
            offset += len(entry)
        return PackedParts(b"".join(entries), b"".join(directory), self.count + len(parts))

    def close(self) -> bytes:
        """The archive."""
        size, start = len(self.directory), len(self.entries)
        end = END.pack(b"PK\5\6", 0, 0, self.count, self.count, size, start, 0)
        return b"".join((self.entries, self.directory, end))


def pack_part(name: str, part: bytes, offset: int) -> tuple[bytes, bytes]:
    """A part as it stands in an archive, from ``offset`` on, and the line of the directory for it."""
    packed = deflate_small(part) if len(part) <= SMALL else deflate(part)
    flags, coded = 0 if name.isascii() else UTF_8, name.encode()
    said = (VERSION, flags, DEFLATED, MIDNIGHT, FIRST_DAY, zlib.crc32(part), len(packed), len(part), len(coded), 0)
    entry = b"".join((ENTRY.pack(b"PK\3\4", *said), coded, packed))
    # Made by no system in particular: the library would write which one it runs on, and each make other bytes.
    return entry, LISTED.pack(b"PK\1\2", VERSION, *said, 0, 0, 0, PERMISSION, offset) + coded


def deflate(part: bytes) -> bytes:
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, RAW)
    return packer.compress(part) + packer.flush()


deflate_small = lru_cache(maxsize=100)(deflate)
