"""The records of a zip archive that name sizes and offsets, and those numbers changed in place.

A number that does not fit its 32 bits stands as all ones there and in full in the record's zip64 field.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

ZIP64, FULL = 1, 0xFFFFFFFF
END, END64, LOCATOR = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
DESCRIPTOR = b"PK\x07\x08"


@dataclass(frozen=True, slots=True)
class Sizes:
    """A member's checksum and its lengths, packed and not."""

    crc: int
    packed: int
    unpacked: int


@dataclass(frozen=True, slots=True)
class Record:
    """A kind of record: how long its fixed part is and where in it the numbers stand."""

    fixed: int
    crc: int
    lengths: int
    name: int
    counts: int
    offset: int | None = None

    def length(self, data: bytes | bytearray, at: int) -> int:
        """A record's whole length with its name, extra field and comment; ValueError where there is none."""
        if len(data) < at + self.fixed:
            raise ValueError("a record is cut short")
        counts: tuple[int, ...] = struct.unpack_from(f"<{self.counts}H", data, at + self.name)
        return self.fixed + sum(counts)

    def field(self, data: bytes | bytearray) -> tuple[int, int]:
        name, extra = struct.unpack_from("<2H", data, self.name)
        return self.fixed + name, self.fixed + name + extra


LOCAL = Record(fixed=30, crc=14, lengths=18, name=26, counts=2)
DIRECTORY_ENTRY = Record(fixed=46, crc=16, lengths=20, name=28, counts=3, offset=42)


def with_sizes(record: bytes, kind: Record, sizes: Sizes, shift: int = 0) -> bytes:
    """A record with other sizes, its member so many bytes further on.

    A local header that leaves its numbers to the descriptor after the data (all nought) stays as it is.
    """
    changed = bytearray(record)
    wide = zip64_places(record, kind)
    if kind is LOCAL and not any(record[kind.crc : kind.crc + 4]):
        return record
    struct.pack_into("<L", changed, kind.crc, sizes.crc)
    # In the zip64 field the length before packing comes first, in the record itself the packed one.
    put(changed, kind.lengths + 4, sizes.unpacked, wide)
    put(changed, kind.lengths, sizes.packed, wide)
    if kind.offset is not None and shift:
        put(changed, kind.offset, get(changed, kind.offset, wide) + shift, wide)
    return bytes(changed)


def zip64_places(record: bytes, kind: Record) -> dict[int, int]:
    """Where in the zip64 field each number stands that is too large for its own place."""
    places = (kind.lengths + 4, kind.lengths, *([kind.offset] if kind.offset is not None else []))
    full = [place for place in places if struct.unpack_from("<L", record, place)[0] == FULL]
    at, end = kind.field(record)
    while full and at + 4 <= end:
        field, length = struct.unpack_from("<2H", record, at)
        if field == ZIP64:
            return {place: at + 4 + 8 * index for index, place in enumerate(full[: length // 8])}
        at += 4 + length
    return {}


def get(record: bytes | bytearray, place: int, wide: dict[int, int]) -> int:
    number: int = (
        struct.unpack_from("<Q", record, wide[place])[0]
        if place in wide
        else struct.unpack_from("<L", record, place)[0]
    )
    return number


def put(record: bytearray, place: int, number: int, wide: dict[int, int]) -> None:
    if place in wide:
        struct.pack_into("<Q", record, wide[place], number)
    else:
        struct.pack_into("<L", record, place, number)


def descriptor(rest: bytes, before: Sizes, after: Sizes) -> bytes:
    """What stands after a member's data, its descriptor there with the new sizes, in the form it had."""
    start = len(DESCRIPTOR) if rest.startswith(DESCRIPTOR) else 0
    for form in ("<LLL", "<LQQ"):
        if rest[start:].startswith(struct.pack(form, before.crc, before.packed, before.unpacked)):
            written = struct.pack(form, after.crc, after.packed, after.unpacked)
            return rest[:start] + written + rest[start + len(written) :]
    return rest


def moved_end(tail: bytes, shift: int) -> bytes:
    """The archive's directory and end records, the directory so many bytes further on; ValueError for one missing."""
    end = tail.rfind(END)
    if not shift or end < 0:
        return tail
    changed = bytearray(tail)
    if tail[end - 20 : end].startswith(LOCATOR):
        add(changed, "<Q", end - 20 + 8, shift)
        record = tail.rindex(END64, 0, end - 20)
        add(changed, "<Q", record + 48, shift)
    if struct.unpack_from("<L", tail, end + 16)[0] != FULL:
        add(changed, "<L", end + 16, shift)
    return bytes(changed)


def add(record: bytearray, form: str, place: int, shift: int) -> None:
    struct.pack_into(form, record, place, struct.unpack_from(form, record, place)[0] + shift)
