"""A written workbook read by the readers that people use, and compared cell by cell with what it was to hold."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from peerxl.errors import NotReadBackError, PeerxlError
from peerxl.excel.patch.edit.cell_xml import unescape_text
from peerxl.excel.read import read_sheets
from peerxl.model.sheet import Cell, Sheet, Value, column_letter


def refuse_unread(source: Path, written: Path, cells: Sequence[Cell]) -> None:
    """Raise unless the written workbook reads as its source but for these cells; calamine reads, else openpyxl."""
    before = read_sheets(source)
    try:
        after = read_sheets(written)
    except PeerxlError as error:
        raise NotReadBackError(source) from error
    for place in differences(before, after, cells):
        raise NotReadBackError(f"{source}!{place}")


def differences(before: Sequence[Sheet], after: Sequence[Sheet], cells: Sequence[Cell]) -> Iterator[str]:
    """Where two readings of a workbook differ from what was promised: a sheet's name, or a sheet's and a cell's."""
    if [sheet.name for sheet in before] != [sheet.name for sheet in after]:
        yield ", ".join(sheet.name for sheet in after)
        return
    for old, new in zip(before, after, strict=True):
        if (old.merged, old.is_hidden) != (new.merged, new.is_hidden):
            yield new.name
        promised = {(cell.row, cell.column): cell.text for cell in cells if cell.sheet == new.name}
        yield from (f"{new.name}!{place}" for place in differing_cells(old, new, promised))


def differing_cells(old: Sheet, new: Sheet, promised: dict[tuple[int, int], str]) -> Iterator[str]:
    for (row, column), text in promised.items():
        if not reads_as(new.value(row, column), text):
            yield f"{column_letter(column)}{row}"
    rows = {row for row, _ in promised}
    for row, (before, after) in enumerate(zip_longest(old.rows, new.rows, fillvalue=()), 1):
        if before == after and row not in rows:
            continue
        for column in range(1, max(len(before), len(after)) + 1):
            if (row, column) not in promised and not is_same(old.value(row, column), new.value(row, column)):
                yield f"{column_letter(column)}{row}"


def is_same(before: Value, after: Value) -> bool:
    """Whether two readings of a cell are one; "NaN" in two cells is the same though no number."""
    return before == after or (is_nan(before) and is_nan(after))


def is_nan(value: Value) -> bool:
    return isinstance(value, float) and math.isnan(value)


def reads_as(value: Value, text: str) -> bool:
    """Whether a reader found this text; one of them leaves Excel's way of writing "_x0041_" as it stands."""
    return (value or "") == text or (isinstance(value, str) and unescape_text(value) == text)
