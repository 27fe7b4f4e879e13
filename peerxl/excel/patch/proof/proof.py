"""The proof that a written workbook is what was promised: all that was not to change is as it was, all else is read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from peerxl.excel.errors import NotReadBackError
from peerxl.excel.patch.edit.patch import Patch
from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.parts.workbook import read_sheet_list
from peerxl.excel.patch.proof.changed_parts import (
    has_only_added_formats,
    has_only_new_columns,
    is_right_workbook,
)
from peerxl.excel.patch.proof.changed_sheet import prove_sheet
from peerxl.excel.patch.zip.archive import Archive, Member, gather_chunks, read_archive, read_stretch


def prove(patch: Patch, written: Path) -> None:
    """Read a written workbook back; NotReadBackError where it is not the source with the promised cells.

    First it is proved what the edits make of the source, then that the file holds just that.
    """
    prove_edits(patch)
    source, target = patch.package.archive, read_archive(written)
    if [member.name for member in source.members] != [member.name for member in target.members]:
        raise NotReadBackError(source.path)
    for before, after in zip(source.members, target.members, strict=True):
        if not is_as_edited(patch, before, target, after):
            raise NotReadBackError(f"{source.path}!{before.name}")


def prove_edits(patch: Patch) -> None:
    """Raise where the edits would make something else of a part than was promised."""
    source = patch.package.archive.path
    for sheet in patch.sheets:
        prove_sheet(source, sheet)
    sheets, workbook = {sheet.member.name for sheet in patch.sheets}, patch.package.find_workbook()
    places = {sheet.name: place for place, sheet in enumerate(read_sheet_list(patch.package, workbook))}
    added = {places[sheet.name]: sheet.columns for sheet in patch.sheets if sheet.columns}
    tables = {
        table.name: sheet.columns
        for sheet in patch.sheets
        if sheet.columns
        for table in patch.package.find_related(sheet.member.name, "table")
    }
    for name, part in patch.edits.items():
        if name == workbook.name:
            is_sound = is_right_workbook(part, added)
        elif name in tables:
            is_sound = has_only_new_columns(part, tables[name])
        else:
            is_sound = name in sheets or has_only_added_formats(part)
        if not is_sound:
            raise NotReadBackError(f"{source}!{name}")


def is_as_edited(patch: Patch, before: Member, target: Archive, after: Member) -> bool:
    """Whether a written part is the one that was there or, where it was edited, what its edits make of it."""
    if before.name in patch.edits:
        return is_equal(gather_chunks(patch.edits[before.name].make_content()), target.read_chunks(after))
    return is_same(patch.package.archive, before, target, after)


def is_same(source: Archive, before: Member, target: Archive, after: Member) -> bool:
    """Whether two members are the same bytes, headers and gaps included."""
    if before.end - before.offset != after.end - after.offset:
        return False
    with source.path.open("rb") as first, target.path.open("rb") as second:
        pairs = zip(
            read_stretch(first, before.offset, before.end),
            read_stretch(second, after.offset, after.end),
            strict=True,
        )
        return all(one == other for one, other in pairs)


def is_equal(wanted: Iterable[Bytes | memoryview], written: Iterable[bytes]) -> bool:
    """Whether two contents are the same bytes, in whatever pieces they come."""
    chunks, rest = iter(written), memoryview(b"")
    for piece in wanted:
        view = memoryview(piece)
        while view:
            rest = rest or memoryview(next(chunks, b""))
            length = min(len(view), len(rest))
            if not length or view[:length] != rest[:length]:
                return False
            view, rest = view[length:], rest[length:]
    return not rest and not any(chunks)
