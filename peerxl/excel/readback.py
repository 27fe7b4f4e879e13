"""A written workbook read by the readers that people use, and compared cell by cell with what it was to hold."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from pathlib import Path

from peerxl.errors import PeerxlError
from peerxl.excel.errors import NotReadBackError
from peerxl.excel.patch.address import Position, format_address
from peerxl.excel.patch.edit.cell_xml import unescape_text
from peerxl.excel.patch.edit.promise import Promise
from peerxl.excel.read import read_sheets
from peerxl.model.sheet import Block, Sheet, Value

Merged = Mapping[str, Sequence[Block]]
"""The merged blocks of sheets in which they change, by the sheets' names."""


def refuse_unread(source: Path, written: Path, promises: Sequence[Promise], merged: Merged | None = None) -> None:
    """Raise unless the written workbook reads as its source but for these cells and merged blocks.

    calamine reads, else openpyxl.
    """
    before = read_sheets(source)
    try:
        after = read_sheets(written)
    except PeerxlError as error:
        raise NotReadBackError(source) from error
    for place in find_differences(before, after, promises, merged or {}):
        raise NotReadBackError(f"{source}!{place}")


def find_differences(
    before: Sequence[Sheet], after: Sequence[Sheet], promises: Sequence[Promise], merged: Merged
) -> Iterator[str]:
    """Where two readings of a workbook differ from what was promised: a sheet's name, or a sheet's and a cell's."""
    if [sheet.name for sheet in before] != [sheet.name for sheet in after]:
        yield ", ".join(sheet.name for sheet in after)
        return
    for old, new in zip(before, after, strict=True):
        if (set(merged.get(old.name, old.merged)), old.is_hidden) != (set(new.merged), new.is_hidden):
            yield new.name
        promised = {promise.position: promise.value for promise in promises if promise.cell.sheet == new.name}
        yield from (f"{new.name}!{format_address(position)}" for position in find_wrong_cells(old, new, promised))


def find_wrong_cells(old: Sheet, new: Sheet, promised: Mapping[Position, Value]) -> Iterator[Position]:
    """The cells of a sheet that do not read as promised or, where nothing was, as they did."""
    for position, value in promised.items():
        if not reads_as(new.value(*position), value):
            yield position
    rows = {row for row, _ in promised}
    for row, (before, after) in enumerate(zip_longest(old.rows, new.rows, fillvalue=()), 1):
        if before == after and row not in rows:
            continue
        for column in range(1, max(len(before), len(after)) + 1):
            if (row, column) not in promised and not is_same(old.value(row, column), new.value(row, column)):
                yield row, column


def is_same(before: Value, after: Value) -> bool:
    """Whether two readings of a cell are one; "NaN" in two cells is the same though no number."""
    return before == after or (is_nan(before) and is_nan(after))


def is_nan(value: Value) -> bool:
    return isinstance(value, float) and math.isnan(value)


def reads_as(found: Value, promised: Value) -> bool:
    """Whether a reader found this value.

    One of them leaves Excel's way of writing "_x0041_" as it stands, one knows no whole numbers, and a time comes back
    to the nearest second.
    """
    # To a cell an empty text is none.
    if promised is None or promised == "":
        return found is None or found == ""
    if isinstance(promised, str):
        return isinstance(found, str) and promised in (found, unescape_text(found))
    if isinstance(promised, date):
        return isinstance(found, date) and abs(as_moment(found) - as_moment(promised)) < timedelta(seconds=1)
    if isinstance(promised, bool) or isinstance(found, bool):
        return found is promised
    return isinstance(found, int | float) and found == promised


def as_moment(day: date) -> datetime:
    """A day as its first moment; a moment is itself."""
    return day if isinstance(day, datetime) else datetime.combine(day, time())
