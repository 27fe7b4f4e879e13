"""Whether a plan's columns are still read as what they are once the answers stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from peerxl.advice import KEEP_COLUMN
from peerxl.commands.read import ReadOptions, read_plan_from
from peerxl.errors import PeerxlError
from peerxl.merge import Change
from peerxl.model.layout import Column, Field, Table
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Sheet, Value, column_letter


def say_read_otherwise(
    plan: ActionPlan, path: Path, sheets: Sequence[Sheet], changes: Iterable[Change], options: ReadOptions
) -> Iterator[str]:
    """What is said of each column that answers go to and that would be read as another one with them.

    What a column is, its cells say too: a column of comments that are all dates is read as none.
    """
    by_sheet: dict[str, dict[tuple[int, int], Value]] = {}
    for change in changes:
        by_sheet.setdefault(change.cell.sheet, {})[change.cell.row, change.cell.column] = change.value
    if not by_sheet:
        return
    merged = tuple(sheet.with_values(by_sheet.get(sheet.name, {})) for sheet in sheets)
    try:
        after = read_plan_from(path, merged, options).tables
    except PeerxlError:  # it will be said wherever the plan is read
        after = ()
    for table in plan.tables:
        answered = {column for _, column in by_sheet.get(table.sheet, {})}
        fields = {column.number: column.field for column in find_table(table, after)}
        for column in table.columns:
            if column.number in answered and fields.get(column.number) is not column.field:
                yield say_column(table, column, fields.get(column.number))


def find_table(table: Table, after: Iterable[Table]) -> tuple[Column, ...]:
    """The columns of a table in another reading; none where it is not read there."""
    same = (each for each in after if (each.sheet, each.last_header_row) == (table.sheet, table.last_header_row))
    return next((each.columns for each in same), ())


def say_column(table: Table, column: Column, now: Field | None) -> str:
    """What is said of a column, ``now`` being what it would be read as: None where its table would not be read."""
    letter = column_letter(column.number)
    became = "but kept as an extra" if now is Field.EXTRA else f"but as {now}"
    advice = KEEP_COLUMN.words(field=column.field, letter=letter)
    return (
        f"With these answers column {letter} ({column.heading.text!r}) of {table.sheet!r} is no longer read as "
        f"{column.field}{f', {became}' if now else ''}; {advice}."
    )
