"""The records of a zip archive that name sizes and offsets, and those numbers changed in place.

A number that does not fit its 32 bits stands as all ones there and in full in the record's zip64 field.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

ZIP64, FULL = 1, 0xFFFFFFFF
END, END64, LOCATOR = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
DESCRIPTOR = b"PK\x07\x08"


class Sizes(NamedTuple):
    """A member's checksum and its lengths in bytes, packed and not."""

    crc: int
    packed: int
    unpacked: int


class RecordLayout(NamedTuple):
    """A kind of record: the length of its fixed part, and the offsets of its numbers in it.

    ``counts`` says how many lengths of the parts that vary stand from ``name`` on.
    """

    fixed: int
    crc: int
    lengths: int
    name: int
    counts: int
    offset: int | None = None

    def measure(self, data: bytes | bytearray, start: int) -> int:
        """A record's whole length with its name, extra field and comment; ValueError where there is none."""
        if len(data) < start + self.fixed:
            raise ValueError("a record is cut short")
        counts: tuple[int, ...] = struct.unpack_from(f"<{self.counts}H", data, start + self.name)
        return self.fixed + sum(counts)

    def find_extra(self, data: bytes | bytearray) -> tuple[int, int]:
        """Where a record's extra field starts and ends."""
        name, extra = struct.unpack_from("<2H", data, self.name)
        return self.fixed + name, self.fixed + name + extra


# PKWARE's APPNOTE, 4.3.7 and 4.3.12: where the records have their numbers.
LOCAL = RecordLayout(fixed=30, crc=14, lengths=18, name=26, counts=2)
DIRECTORY_ENTRY = RecordLayout(fixed=46, crc=16, lengths=20, name=28, counts=3, offset=42)


def set_sizes(record: bytes, layout: RecordLayout, sizes: Sizes, shift: int = 0) -> bytes:
    """A record with other sizes, its member ``shift`` bytes further on.

    A local header that leaves its numbers to the descriptor after the data (all nought) stays as it is.
    """
    if layout is LOCAL and not any(record[layout.crc : layout.crc + 4]):
        return record
    changed = bytearray(record)
    wide = find_wide_numbers(record, layout)
    struct.pack_into("<L", changed, layout.crc, sizes.crc)
    # In the zip64 field the length before packing comes first, in the record itself the packed one.
    write_number(changed, layout.lengths + 4, sizes.unpacked, wide)
    write_number(changed, layout.lengths, sizes.packed, wide)
    if layout.offset is not None and shift:
        write_number(changed, layout.offset, read_number(changed, layout.offset, wide) + shift, wide)
    return bytes(changed)


def find_wide_numbers(record: bytes, layout: RecordLayout) -> dict[int, int]:
    """The offset in the zip64 field of each number that is too large for its own place, by its own offset."""
    offsets = (layout.lengths + 4, layout.lengths, *([layout.offset] if layout.offset is not None else []))
    full = [offset for offset in offsets if struct.unpack_from("<L", record, offset)[0] == FULL]
    field, end = layout.find_extra(record)
    while full and field + 4 <= end:
        kind, length = struct.unpack_from("<2H", record, field)
        if kind == ZIP64:
            return {offset: field + 4 + 8 * index for index, offset in enumerate(full[: length // 8])}
        field += 4 + length
    return {}


def read_number(record: bytes | bytearray, offset: int, wide: dict[int, int]) -> int:
    """The number of an offset, from the zip64 field where it stands there."""
    number: int = (
        struct.unpack_from("<Q", record, wide[offset])[0]
        if offset in wide
        else struct.unpack_from("<L", record, offset)[0]
    )
    return number


def write_number(record: bytearray, offset: int, number: int, wide: dict[int, int]) -> None:
    """Put a number where the old one stands; struct.error where it is too large for that."""
    if offset in wide:
        struct.pack_into("<Q", record, wide[offset], number)
    else:
        struct.pack_into("<L", record, offset, number)


def change_descriptor(rest: bytes, before: Sizes, after: Sizes) -> bytes:
    """What stands after a member's data, its descriptor there with the new sizes, in the form it had."""
    start = len(DESCRIPTOR) if rest.startswith(DESCRIPTOR) else 0
    # Lengths of 32 bits or, beside zip64 fields, of 64; nothing says which but that they fit.
    for form in ("<LLL", "<LQQ"):
        if rest[start:].startswith(struct.pack(form, before.crc, before.packed, before.unpacked)):
            written = struct.pack(form, after.crc, after.packed, after.unpacked)
            return rest[:start] + written + rest[start + len(written) :]
    return rest


def shift_directory(tail: bytes, shift: int) -> bytes:
    """The archive's directory and end records, the directory ``shift`` bytes further on.

    ValueError where a record that another one names is missing.
    """
    end = tail.rfind(END)
    if not shift or end < 0:
        return tail
    changed = bytearray(tail)
    if tail[end - 20 : end].startswith(LOCATOR):
        add_to_number(changed, "<Q", end - 20 + 8, shift)  # where the zip64 end record is
        record = tail.rindex(END64, 0, end - 20)
        add_to_number(changed, "<Q", record + 48, shift)  # where the directory is
    if struct.unpack_from("<L", tail, end + 16)[0] != FULL:
        add_to_number(changed, "<L", end + 16, shift)
    return bytes(changed)


def add_to_number(record: bytearray, form: str, offset: int, shift: int) -> None:
    """Raise a number in place; struct.error where it becomes too large for its form."""
    struct.pack_into(form, record, offset, struct.unpack_from(form, record, offset)[0] + shift)
