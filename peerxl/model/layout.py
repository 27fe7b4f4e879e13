"""Where a plan stands in its workbook: which sheet, row and heading became which field, and what was left aside."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from peerxl.frozen import Remembering, frozen
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.sheet import Cell


class Field(StrEnum):
    """What a column of a tracker is for."""

    # As text is, which costs a tenth of an enum's own hash: every row is looked up by fields.
    __hash__ = str.__hash__

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
    RAISED = "date raised"
    UPDATED = "date updated"
    CLOSED = "date closed"
    OVERALL_STATUS = "overall status"
    """Beside the statuses of quarters: it holds until one of those says something."""
    EARLIER_STATUS = "earlier status"
    EARLIER_COMMENT = "earlier comment"
    """Of an earlier month of a quarter: each counts where the later ones are blank, and takes no answer."""
    EXTRA = "extra"


KEPT = frozenset(
    {
        Field.RAISED,
        Field.UPDATED,
        Field.CLOSED,
        Field.OVERALL_STATUS,
        Field.EARLIER_STATUS,
        Field.EARLIER_COMMENT,
        Field.EXTRA,
    }
)
"""Columns that say something and are asked about by nobody: kept beside the action, never due."""


@frozen
class Column:
    """One column of a tracker; a status or comment column has the quarter it reports on where that is known.

    ``name`` is the quarter as the heading has it ("Q2"), which tells columns apart whose year nobody knows.
    ``is_original`` is whether a timescale is headed as the one first agreed, so that no new date may replace it there.
    """

    heading: Cell
    field: Field
    quarter: FiscalQuarter | None = None
    name: str = ""
    is_original: bool = False

    @property
    def number(self) -> int:
        return self.heading.column

    @property
    def has_percentages(self) -> bool:
        """Whether its heading says that it says how much is done, and in no words."""
        return "%" in self.heading.text or "percent" in self.heading.text.casefold()


class Aside(StrEnum):
    """Why a row of a tracker is no action."""

    HEADER = "the header again"
    TITLE = "the title again"
    SECTION = "a section's title"
    BENEATH = "beneath the table"
    APART = "apart from the table"
    GUIDANCE = "guidance on what to write"
    CARD = "a label and what it says"
    BESIDE = "beside the table"
    NO_ACTION = "no action in it"


@frozen
class Skipped:
    """A row that is not an action, why, and whether it holds an owner's words that nobody will then read."""

    cells: tuple[Cell, ...]
    why: Aside
    is_loss: bool = False


class Fate(StrEnum):
    """What became of a sheet."""

    READ = "read"
    NOT_READ = "not read"
    COPY = "copy"
    OTHER_QUARTER = "another quarter"
    SETTINGS = "settings"
    LEFT_ASIDE = "left aside"
    HIDDEN = "hidden"
    NO_TRACKER = "no tracker"
    EMPTY = "empty"


@frozen
class SheetFate:
    """A sheet of the workbook: what became of it and why, and where its headings and fields stand where it has some.

    ``columns`` are the letters of each field's columns.
    """

    name: str
    fate: Fate
    why: str
    header_row: int | None = None
    columns: tuple[tuple[Field, tuple[str, ...]], ...] = ()


@frozen
class Table(Remembering):
    """A tracker found on a sheet: its header rows and what each of its columns is; rows are inclusive."""

    sheet: str
    first_header_row: int
    last_header_row: int
    columns: tuple[Column, ...]
    skipped: tuple[Skipped, ...] = ()

    def all_of(self, field: Field) -> tuple[Column, ...]:
        return self._by_field.get(field, ())

    def first_of(self, field: Field) -> Column | None:
        return next(iter(self.all_of(field)), None)

    def of_quarter(self, field: Field, quarter: FiscalQuarter) -> Column | None:
        """The first column of a field that is headed by a quarter."""
        return self._by_quarter.get((field, quarter))

    # Each question about each action asks for a column.
    @cached_property
    def _by_field(self) -> Mapping[Field, tuple[Column, ...]]:
        by_field: dict[Field, list[Column]] = {}
        for column in self.columns:
            by_field.setdefault(column.field, []).append(column)
        return {field: tuple(columns) for field, columns in by_field.items()}

    @cached_property
    def _by_quarter(self) -> Mapping[tuple[Field, FiscalQuarter], Column]:
        quarterly = [(column.field, column.quarter, column) for column in reversed(self.columns)]
        return {(field, quarter): column for field, quarter, column in quarterly if quarter is not None}

    def has(self, field: Field) -> bool:
        return self.first_of(field) is not None

    @property
    def keeps_original(self) -> bool:
        """Whether a column keeps the dates first agreed, be it the only one that says when anything is due."""
        return self.has(Field.ORIGINAL_TIMESCALE) or any(column.is_original for column in self.columns)
