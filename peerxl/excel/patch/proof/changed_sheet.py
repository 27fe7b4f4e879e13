"""The proof of a worksheet's edits, before they are written: a parser looks closely at the windows they are in.

What lies around these stays byte for byte, so that only in them anything could have changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from peerxl.excel.errors import NotReadBackError, OddSheetError
from peerxl.excel.patch.address import Position, format_address, parse_blocks
from peerxl.excel.patch.edit.sheet_patch import SheetPatch
from peerxl.excel.patch.edit.splice import Edit, apply_edits
from peerxl.excel.patch.edit.window import Window
from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.parts.package import local_name
from peerxl.excel.patch.parts.styles import describe_element
from peerxl.excel.patch.proof.grown_frame import has_only_new_columns
from peerxl.excel.patch.proof.kept_promises import find_broken_promise
from peerxl.excel.patch.proof.parsed_cells import ParsedRows, feed, make_parser, parse_rows
from peerxl.excel.patch.sheet.grid import Grid, parse_frame
from peerxl.model.sheet import Block

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Up to here a part is also parsed from one end to the other; beyond, only the windows and what is around the rows.
QUICK = 16 * 1024**2


def prove_sheet(source: Path, sheet: SheetPatch) -> None:
    """Raise NotReadBackError where the edits would not make the promised cells, or would make anything else.

    OddSheetError where the sheet was not well-formed to begin with.
    """
    where = f"{source}!{sheet.name}"
    try:
        before, after = parse_windows(sheet, ()), parse_sheet(sheet, sheet.part.edits)
        is_right = has_right_rows(sheet, before, after) and has_right_frame(sheet)
    except (expat.ExpatError, ValueError) as error:
        refuse_broken(where, sheet)
        raise NotReadBackError(where) from error
    if position := find_wrong_cell(sheet, before, after):
        raise NotReadBackError(f"{where}!{format_address(position)}")
    if not is_right:
        raise NotReadBackError(where)


def refuse_broken(where: str, sheet: SheetPatch) -> None:
    """Raise for a sheet that no parser reads as it was."""
    try:
        parse_sheet(sheet, ())
    except (expat.ExpatError, ValueError) as error:
        raise OddSheetError(where, "the sheet's XML is broken") from error


def find_wrong_cell(sheet: SheetPatch, before: ParsedRows, after: ParsedRows) -> Position | None:
    """The first cell that would not hold what was promised of it or, where nothing was, what it held; None for none."""
    promised = {promise.position for promise in sheet.promises}
    others = {*before.cells, *after.cells} - promised
    changed = (position for position in others if before.cells.get(position) != after.cells.get(position))
    return min(changed, default=None) or find_broken_promise(sheet.promises, after)


def has_right_rows(sheet: SheetPatch, before: ParsedRows, after: ParsedRows) -> bool:
    """Whether no row comes or goes but those of promised cells, and none comes in twice.

    A row of several windows is counted in each.
    """
    promised = {promise.position[0] for promise in sheet.promises}
    old, new = Counter(before.numbers), Counter(after.numbers)
    come, gone = new - old, old - new
    return come.keys() <= promised - old.keys() and gone.keys() <= promised and max(come.values(), default=1) == 1


def parse_sheet(sheet: SheetPatch, edits: Sequence[Edit]) -> ParsedRows:
    """The cells in a sheet's windows with these edits; ExpatError or ValueError where it would not be well-formed."""
    body = sheet.grid.body
    if len(body) <= QUICK:
        feed(make_parser(), apply_edits(body, edits))
    else:
        parse_surroundings(sheet.grid, edits)
    return parse_windows(sheet, edits)


def parse_windows(sheet: SheetPatch, edits: Sequence[Edit]) -> ParsedRows:
    """The cells in a sheet's windows, each parsed as a stretch of its rows, with the edits in them made."""
    grid = sheet.grid
    opening = (grid.head[0],) if grid.data.is_whole else (grid.head[0], grid.data)
    pieces: list[Bytes | memoryview] = [grid.body[tag.start : tag.end] for tag in opening]
    for window, inner in share_edits(sheet.windows, edits):
        pieces += (window.before, *apply_edits(grid.body, inner, window.start, window.end), window.after)
    pieces += (b"</%b>" % tag.spelling for tag in reversed(opening))
    return parse_rows(pieces)


def share_edits(windows: Sequence[Window], edits: Sequence[Edit]) -> Iterator[tuple[Window, list[Edit]]]:
    """Each window with the edits in it; those that are in none are passed over. Both are in their order."""
    index = 0
    for window in windows:
        inner = []
        while index < len(edits) and edits[index].end <= window.end:
            if edits[index].start >= window.start:
                inner.append(edits[index])
            index += 1
        yield window, inner


def has_right_frame(sheet: SheetPatch) -> bool:
    """Whether the edits outside the windows change nothing but the block that the sheet says it fills, or as promised.

    Where columns come in, what is said of them is what is said of those that they are like.
    """
    inside = {edit for _, inner in share_edits(sheet.windows, sheet.part.edits) for edit in inner}
    outside = [edit for edit in sheet.part.edits if edit not in inside]
    around = (sheet.grid.data.start, sheet.grid.end if sheet.columns else len(sheet.grid.body))
    if any(edit.end > around[0] and edit.start < around[1] for edit in outside):
        return False
    if not outside and not sheet.columns:
        return True
    before, after = (parse_surroundings(sheet.grid, edits) for edits in ((), outside))
    if not is_grown(take_dimension(before), take_dimension(after)):
        return False
    if sheet.columns:
        return has_only_new_columns(before, after, sheet.columns)
    return describe_element(before) == describe_element(after)


def parse_surroundings(grid: Grid, edits: Sequence[Edit]) -> Element:
    """What stands around a sheet's rows, with edits made there; ValueError where it is not well-formed."""
    before = [edit for edit in edits if edit.end <= grid.data.start]
    after = [edit for edit in edits if edit.start >= grid.end]
    head = b"".join(apply_edits(grid.body, before, 0, grid.data.end))
    return parse_frame(head, b"".join(apply_edits(grid.body, after, grid.end)))


def take_dimension(frame: Element) -> tuple[Block, ...]:
    """The block that a sheet says it fills, taken out of what stands around its rows."""
    elements = [element for element in frame if local_name(element) == "dimension"]
    return tuple(block for element in elements for block in parse_blocks(element.attrib.pop("ref", "")))


def is_grown(before: tuple[Block, ...], after: tuple[Block, ...]) -> bool:
    """Whether the blocks are as many as before and each covers at least the cells that it covered."""
    return len(before) == len(after) and all(
        (old.first_row, old.first_column) in new and (old.last_row, old.last_column) in new
        for old, new in zip(before, after, strict=True)
    )
