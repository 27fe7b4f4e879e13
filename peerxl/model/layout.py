"""Where a plan stands in its workbook: which sheet, row and heading became which field, and what was left aside."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.sheet import Cell


class Field(StrEnum):
    """What a column of a tracker is for."""

    REF = "ref"
    THEME = "theme"
    RECOMMENDATION = "recommendation"
    ACTION = "action"
    TIMESCALE = "timescale"
    ORIGINAL_TIMESCALE = "original timescale"
    OWNER = "owner"
    STATUS = "status"
    COMMENT = "comment"
    EVIDENCE = "evidence"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a tracker; a status or comment column has the quarter it reports on where that is known.

    ``name`` is the quarter as the heading has it ("Q2"), which tells columns apart whose year nobody knows.
    """

    heading: Cell
    field: Field
    quarter: FiscalQuarter | None = None
    name: str = ""

    @property
    def number(self) -> int:
        return self.heading.column


@dataclass(frozen=True, slots=True)
class Table:
    """A tracker found on a sheet: its header rows and what each of its columns is; rows are inclusive."""

    sheet: str
    first_header_row: int
    last_header_row: int
    columns: tuple[Column, ...]
    ignored: tuple[tuple[Cell, str], ...] = ()

    def all_of(self, field: Field) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.field is field)

    def first_of(self, field: Field) -> Column | None:
        return next(iter(self.all_of(field)), None)

    def has(self, field: Field) -> bool:
        return self.first_of(field) is not None
