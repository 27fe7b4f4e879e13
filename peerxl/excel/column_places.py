"""Where new columns of a table can stand in an officer's sheet: in empty cells beside the last ones of their kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from peerxl.excel.errors import ColumnsNotAddedError
from peerxl.excel.patch.address import LAST_COLUMN, LAST_ROW
from peerxl.excel.patch.parts.refusals import open_package
from peerxl.excel.patch.parts.tables import TableCells, read_tables
from peerxl.excel.patch.parts.workbook import find_sheet, read_sheet_list
from peerxl.model.sheet import Block, Sheet, column_letter


def read_excel_tables(path: Path, name: str) -> tuple[TableCells, ...]:
    """Excel's own tables on a sheet."""
    package = open_package(path)
    sheet = find_sheet(path, read_sheet_list(package, package.find_workbook()), name)
    return tuple(read_tables(package, sheet.get_part(path)))


def find_last_row(sheet: Sheet, last: int, table: TableCells | None) -> int:
    """The last row of a table whose last row in use is known: Excel's own word, else that above what stands beneath."""
    if table:
        return table.block.last_row
    following = sheet.filled_rows_after(last, 1)
    return following[0] - 1 if following else LAST_ROW


def choose_first_column(
    where: str, sheet: Sheet, block: Block, wanted: int, after: int, tables: Sequence[TableCells]
) -> int:
    """The first of so many columns that stand next to a column, else at the right edge; ``block`` is the table's cells.

    Columns of a table of Excel's own stand at its right edge and nowhere else. Raises ColumnsNotAddedError where
    something stands there already: moving it is not attempted.
    """
    own = next((table for table in tables if (block.first_row, after) in table.block), None)
    edge = find_edge(sheet, block)
    firsts = (own.block.last_column + 1,) if own else (after + 1, edge + 1)
    others = [table.block for table in tables if table is not own]
    for first in firsts:
        new = Block(block.first_row, first, block.last_row, first + wanted - 1)
        if new.last_column <= LAST_COLUMN and is_free(sheet, new, after) and not any(overlap(new, b) for b in others):
            return first
    letters = f"{column_letter(firsts[-1])}{f' to {column_letter(firsts[-1] + wanted - 1)}' if wanted > 1 else ''}"
    raise ColumnsNotAddedError(where, f"something stands to the right of the plan, in {letters}")


def find_edge(sheet: Sheet, block: Block) -> int:
    """The last column of a table and of what stands right beside it."""
    used = set(list_used(sheet, block))
    edge = block.last_column
    while edge + 1 in used:
        edge += 1
    return edge


def list_used(sheet: Sheet, block: Block) -> Iterable[int]:
    """The columns that hold anything in a table's rows."""
    for row in sheet.rows[block.first_row - 1 : block.last_row]:
        yield from (column for column, value in enumerate(row, 1) if value is not None)


def is_free(sheet: Sheet, new: Block, after: int) -> bool:
    """Whether cells hold nothing and are not merged, but for what goes over the columns beside them too."""
    rows = sheet.rows[new.first_row - 1 : new.last_row]
    if any(value is not None for row in rows for value in row[new.first_column - 1 : new.last_column]):
        return False
    merged = (block for block in sheet.merged if overlap(new, block))
    return all(block.first_column <= after and new.last_column <= block.last_column for block in merged)


def overlap(one: Block, other: Block) -> bool:
    """Whether two blocks have a cell in common."""
    return (
        one.first_row <= other.last_row
        and other.first_row <= one.last_row
        and one.first_column <= other.last_column
        and other.first_column <= one.last_column
    )
