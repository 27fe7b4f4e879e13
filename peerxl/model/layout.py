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


class Aside(StrEnum):
    """Why a row of a tracker is no action."""

    HEADER = "the header again"
    TITLE = "the title again"
    SECTION = "a section's title"
    BENEATH = "beneath the table"
    NO_ACTION = "no action in it"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is not an action, why, and whether it holds an owner's words that nobody will then read."""

    cells: tuple[Cell, ...]
    why: Aside
    is_loss: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A tracker found on a sheet: its header rows and what each of its columns is; rows are inclusive."""

    sheet: str
    first_header_row: int
    last_header_row: int
    columns: tuple[Column, ...]
    skipped: tuple[Skipped, ...] = ()

    def all_of(self, field: Field) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.field is field)

    def first_of(self, field: Field) -> Column | None:
        return next(iter(self.all_of(field)), None)

    def has(self, field: Field) -> bool:
        return self.first_of(field) is not None
