"""The tables of a return workbook, found by their headings on whichever sheet and in whichever order they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from peerxl.model.sheet import Cell, Sheet, Value, shown
from peerxl.text import one_line


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: its cells by heading, the first where several columns have it."""

    sheet: Sheet
    row: int
    columns: Mapping[str, tuple[int, ...]]

    def cells(self, heading: str) -> tuple[Cell, ...]:
        """The cells under a heading; none where no column has it."""
        return tuple(self.sheet.cell(self.row, number) for number in self.columns.get(folded(heading), ()))

    def text(self, heading: str) -> str:
        return next((cell.text for cell in self.cells(heading)), "")

    def value(self, cell: Cell) -> Value:
        return self.sheet.value(cell.row, cell.column)

    @property
    def said(self) -> tuple[Cell, ...]:
        """The cells of the whole row that are not blank."""
        return row_said(self.sheet, self.row)

    @property
    def words(self) -> str:
        """All that the row says: "H9 | Sink the pier"."""
        return " | ".join(one_line(cell.text) for cell in self.said)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below headings: ``columns`` by their heading without case or spacing."""

    sheet: Sheet
    header: int
    columns: Mapping[str, tuple[int, ...]]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows that say anything."""
        rows = range(self.header + 1, len(self.sheet.rows) + 1)
        return tuple(Line(self.sheet, row, self.columns) for row in rows if row_said(self.sheet, row))

    def has(self, heading: str) -> bool:
        return folded(heading) in self.columns


def find_tables(sheets: Iterable[Sheet], headings: Iterable[str]) -> Iterator[Table]:
    """The tables that have all of some headings, at most one a sheet."""
    wanted = set(map(folded, headings))
    for sheet in sheets:
        rows = enumerate(sheet.rows, 1)
        header = next((number for number, row in rows if wanted <= {folded(shown(value)) for value in row}), 0)
        if header:
            yield Table(sheet, header, columns_of(sheet, header))


def columns_of(sheet: Sheet, header: int) -> Mapping[str, tuple[int, ...]]:
    columns: dict[str, tuple[int, ...]] = {}
    for cell in row_said(sheet, header):
        columns[folded(cell.text)] = (*columns.get(folded(cell.text), ()), cell.column)
    return columns


def row_said(sheet: Sheet, row: int) -> tuple[Cell, ...]:
    """The cells of a row that are not blank."""
    cells = (sheet.cell(row, number) for number in range(1, len(sheet.rows[row - 1]) + 1))
    return tuple(cell for cell in cells if cell.text.strip())


def folded(text: str) -> str:
    """Words whatever their case and spacing."""
    return one_line(text).casefold()
