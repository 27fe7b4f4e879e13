"""The tables of a return workbook, found by their headings on whichever sheet and in whichever order they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from peerxl.model.sheet import Cell, Sheet, Value, shown
from peerxl.text import one_line


@dataclass(frozen=True, slots=True)
class FormLine:
    """One row of a table: its cells by heading, several where several columns have it."""

    sheet: Sheet
    row: int
    columns: Mapping[str, tuple[int, ...]]

    def cells(self, heading: str) -> tuple[Cell, ...]:
        """The cells under a heading; none where no column has it."""
        return tuple(self.sheet.cell(self.row, number) for number in self.columns.get(fold_heading(heading), ()))

    def text(self, heading: str) -> str:
        """The words of the first of them."""
        numbers = self.columns.get(fold_heading(heading))
        return shown(self.sheet.value(self.row, numbers[0])) if numbers else ""

    def value(self, cell: Cell) -> Value:
        return self.sheet.value(cell.row, cell.column)

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells of the whole row that are not blank."""
        return filled_cells(self.sheet, self.row)

    @property
    def words(self) -> str:
        """All that the row says: "H9 | Sink the pier"."""
        return " | ".join(one_line(cell.text) for cell in self.filled)


@dataclass(frozen=True)
class FormTable:
    """Rows below headings: ``columns`` by their heading without case or spacing."""

    sheet: Sheet
    header_row: int
    columns: Mapping[str, tuple[int, ...]]

    @cached_property
    def lines(self) -> tuple[FormLine, ...]:
        """The rows that say anything."""
        rows = range(self.header_row + 1, len(self.sheet.rows) + 1)
        return tuple(FormLine(self.sheet, row, self.columns) for row in rows if filled_cells(self.sheet, row))

    def numbers(self, heading: str) -> tuple[int, ...]:
        """The columns under a heading."""
        return self.columns.get(fold_heading(heading), ())


def find_tables(sheets: Iterable[Sheet], headings: Iterable[str]) -> Iterator[FormTable]:
    """The tables that have all of some headings, at most one a sheet."""
    wanted = set(map(fold_heading, headings))
    for sheet in sheets:
        rows = ((row, values) for row, values in enumerate(sheet.rows, 1) if len(values) >= len(wanted))
        header_row = next(
            (row for row, values in rows if wanted <= {fold_heading(shown(value)) for value in values}), 0
        )
        if header_row:
            yield FormTable(sheet, header_row, columns_of(sheet, header_row))


def columns_of(sheet: Sheet, header_row: int) -> Mapping[str, tuple[int, ...]]:
    columns: dict[str, tuple[int, ...]] = {}
    for cell in filled_cells(sheet, header_row):
        heading = fold_heading(cell.text)
        columns[heading] = (*columns.get(heading, ()), cell.column)
    return columns


def filled_cells(sheet: Sheet, row: int) -> tuple[Cell, ...]:
    """The cells of a row that are not blank."""
    return tuple(
        Cell(sheet.name, row, number, text)
        for number, value in enumerate(sheet.rows[row - 1], 1)
        if value is not None and (text := shown(value)).strip()
    )


# Every line of a form is asked for its words under the same few headings.
@lru_cache(maxsize=4096)
def fold_heading(text: str) -> str:
    """Words whatever their case and spacing."""
    return one_line(text).casefold()
