"""Messages as Outlook saves them, made for tests: [MS-CFB] files with the storages of [MS-OXMSG]."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise

SECTOR, SMALL, CUTOFF = 512, 64, 4096
END, FREE, FAT, NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
TEXT, BINARY, NUMBER, FLAG, TIME, OBJECT = 0x001F, 0x0102, 0x0003, 0x000B, 0x0040, 0x000D


@dataclass(frozen=True)
class Stream:
    name: str
    content: bytes


@dataclass(frozen=True)
class Folder:
    name: str
    entries: tuple[Folder | Stream, ...]


def chain(count: int, first: int) -> list[int]:
    return [*range(first + 1, first + count), END] if count else []


def padded(content: bytes, size: int) -> bytes:
    return content + b"\0" * (-len(content) % size)


def compound_file(root: Folder) -> bytes:
    """A compound file, version 3: small streams in the stream of the root, others in sectors of their own."""
    entries: list[dict[str, object]] = []
    small, small_chain = bytearray(), list[int]()
    sectors, fat = bytearray(), list[int]()

    def place_large(content: bytes) -> int:
        first = len(fat)
        sectors.extend(padded(content, SECTOR))
        fat.extend(chain(-(-len(content) // SECTOR), first))
        return first if content else END

    def place(content: bytes) -> int:
        if len(content) >= CUTOFF:
            return place_large(content)
        first = len(small_chain)
        small.extend(padded(content, SMALL))
        small_chain.extend(chain(-(-len(content) // SMALL), first))
        return first if content else END

    def add(item: Folder | Stream, kind: int) -> int:
        index = len(entries)
        entry: dict[str, object] = {
            "name": item.name,
            "kind": kind,
            "right": NONE,
            "child": NONE,
            "start": 0,
            "size": 0,
        }
        entries.append(entry)
        if isinstance(item, Stream):
            entry |= {"start": place(item.content), "size": len(item.content)}
            return index
        # In the order of the format's tree, which here leans to the right.
        inside = sorted(item.entries, key=lambda each: (len(each.name), each.name.upper()))
        numbers = [add(each, 2 if isinstance(each, Stream) else 1) for each in inside]
        entry["child"] = numbers[0] if numbers else NONE
        for number, following in pairwise(numbers):
            entries[number]["right"] = following
        return index

    add(root, 5)
    entries[0] |= {"start": place_large(bytes(small)), "size": len(small)}
    directory = place_large(b"".join(map(directory_entry, entries)))
    small_fat = struct.pack(f"<{len(small_chain)}I", *small_chain)
    small_fat_at = place_large(small_fat + b"\xff" * (-len(small_fat) % SECTOR)) if small_fat else END
    size = 0
    while (len(fat) + size) * 4 > size * SECTOR:
        size += 1
    fat_at = list(range(len(fat), len(fat) + size))
    table = [*fat, *[FAT] * size]
    table += [FREE] * (size * SECTOR // 4 - len(table))
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, size, directory, 0, CUTOFF, small_fat_at, -(-len(small_fat) // SECTOR), END, 0),
    )
    places = [*fat_at, *[FREE] * (109 - size)]
    return header + struct.pack("<109I", *places) + bytes(sectors) + struct.pack(f"<{len(table)}I", *table)


def directory_entry(entry: dict[str, object]) -> bytes:
    name = (str(entry["name"]) + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16xIQQIII",
        name,
        len(name),
        entry["kind"],
        1,
        *(NONE, entry["right"], entry["child"]),
        *(0, 0, 0),
        *(entry["start"], entry["size"], 0),
    )


Property = tuple[int, int, object]


def properties(header: bytes, given: Sequence[Property]) -> tuple[Stream, ...]:
    """The properties of a message or a file: fixed ones in one stream, texts and bytes each in its own."""
    fixed, streams = bytearray(header), []
    for name, kind, value in given:
        if kind in (TEXT, BINARY):
            content = value.encode("utf-16-le") if isinstance(value, str) else value
            assert isinstance(content, bytes)
            streams.append(Stream(f"__substg1.0_{name:04X}{kind:04X}", content))
            payload = struct.pack("<II", len(content) + (2 if kind == TEXT else 0), 0)
        elif kind == TIME:
            assert isinstance(value, datetime)
            payload = struct.pack("<Q", round((value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10**7)
        else:
            payload = struct.pack("<II", value, 0)
        fixed += struct.pack("<HHI", kind, name, 6) + payload
    return (Stream("__properties_version1.0", bytes(fixed)), *streams)


@dataclass(frozen=True)
class Attached:
    """A file, a message inside, or the address of a file elsewhere."""

    name: str = ""
    content: bytes = b""
    message: Msg | None = None
    link: str = ""
    is_hidden: bool = False
    short_name: str = ""

    def folder(self, number: int) -> Folder:
        method = 5 if self.message else 7 if self.link else 1
        given: list[Property] = [(0x3705, NUMBER, method)]
        given += [(0x3707, TEXT, self.name)] if self.name else []
        given += [(0x3704, TEXT, self.short_name)] if self.short_name else []
        given += [(0x370D, TEXT, self.link)] if self.link else []
        given += [(0x7FFE, FLAG, 1)] if self.is_hidden else []
        given += [(0x3701, BINARY, self.content)] if method == 1 else []
        streams = properties(b"\0" * 8, given)
        inside = (Folder("__substg1.0_3701000D", self.message.entries(24)),) if self.message else ()
        return Folder(f"__attach_version1.0_#{number:08X}", (*streams, *inside))


@dataclass(frozen=True)
class Msg:
    """A message as Outlook has it; within one's organisation ``email`` is an Exchange name and ``smtp`` the address."""

    sender: str = ""
    email: str = ""
    smtp: str = ""
    headers: str = ""
    subject: str = ""
    body: str = ""
    html: bytes = b""
    sent_at: datetime | None = None
    attached: tuple[Attached, ...] = ()

    def entries(self, header: int) -> tuple[Folder | Stream, ...]:
        texts = {
            0x001A: "IPM.Note",
            0x0C1A: self.sender,
            0x0C1F: self.email,
            0x5D01: self.smtp,
            0x007D: self.headers,
            0x0037: self.subject,
            0x1000: self.body,
        }
        given: list[Property] = [(name, TEXT, text) for name, text in texts.items() if text]
        given += [(0x1013, BINARY, self.html)] if self.html else []
        given += [(0x0039, TIME, self.sent_at)] if self.sent_at else []
        head = struct.pack("<8xIIII", 0, len(self.attached), 0, len(self.attached)).ljust(header, b"\0")
        folders = tuple(each.folder(number) for number, each in enumerate(self.attached))
        return (*properties(head, given), *folders)

    def content(self) -> bytes:
        return compound_file(Folder("Root Entry", (Folder("__nameid_version1.0", ()), *self.entries(32))))
