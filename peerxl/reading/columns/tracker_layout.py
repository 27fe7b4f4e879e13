"""A tracker on a sheet: its headings, its rows and what each of its columns is for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from peerxl.frozen import Remembering, frozen
from peerxl.model.layout import Field
from peerxl.model.sheet import Cell, Sheet, Value
from peerxl.reading.headers.header_row import CORE
from peerxl.reading.headings.quarter_names import QuarterName

COMPANIONS = (Field.OWNER, Field.TIMESCALE, Field.STATUS)
"""What a row says of an action: whose it is, when it is due and how far it has come."""


@frozen
class HeadedColumn:
    """A column as far as its heading and cells tell: its quarter has no year yet where the heading gives none.

    ``is_original`` is whether a timescale is headed as the one first agreed.
    """

    heading: Cell
    field: Field
    quarter: QuarterName | None = None
    is_filled: bool = False
    is_original: bool = False


@frozen
class TrackerLayout(Remembering):
    """A tracker on a sheet.

    ``rivals`` are columns that could as well have been the one chosen, with the chosen first; ``beside`` those that are
    plainly the lesser, and so kept beside it; ``span`` the columns of
    its rows, beyond which other content stands; ``calendars`` the columns of charts drawn in cells; ``superseded``
    the columns that are read, each with those that count where its cell is blank, the latest first; ``by_cells`` those
    of which only the cells say what they are; ``whole`` that of the actions which those that are read are parts of;
    ``stand_ins`` those of which the first with words is read where the action is blank; ``is_settled`` whether the
    column of the actions was named by hand.
    """

    sheet: Sheet
    first_header_row: int
    last_header_row: int
    last_row: int
    uses: tuple[HeadedColumn, ...]
    rivals: tuple[tuple[HeadedColumn, HeadedColumn], ...]
    span: range
    calendars: tuple[range, ...]
    superseded: tuple[tuple[int, tuple[int, ...]], ...] = ()
    by_cells: tuple[int, ...] = ()
    whole: int | None = None
    beside: tuple[tuple[HeadedColumn, HeadedColumn], ...] = ()
    stand_ins: tuple[int, ...] = ()
    is_settled: bool = False

    def column(self, field: Field) -> int | None:
        return self._first_columns.get(field)

    # Asked for with each row, and worked out once.
    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The number of the column of each use."""
        return tuple(use.heading.column for use in self.uses)

    @cached_property
    def _first_columns(self) -> Mapping[Field, int]:
        return {field: self.columns[index] for field, index in self.indexes.items()}

    @cached_property
    def indexes(self) -> Mapping[Field, int]:
        """Where among ``uses`` the first column of each field stands."""
        return {use.field: index for index, use in reversed(tuple(enumerate(self.uses)))}

    @cached_property
    def companions(self) -> tuple[tuple[int, Field], ...]:
        """Where among ``uses`` the columns of owners, dates and statuses stand, each with its field."""
        return tuple((index, use.field) for index, use in enumerate(self.uses) if use.field in COMPANIONS)

    @cached_property
    def folded_headings(self) -> Mapping[int, str]:
        return {use.heading.column: fold_case(use.heading.text) for use in self.uses}

    @cached_property
    def known_columns(self) -> frozenset[int]:
        """The columns of which it is known what they are for."""
        return frozenset(use.heading.column for use in self.uses if use.field is not Field.EXTRA)

    def count_values(self, column: int) -> Mapping[Value, int]:
        """What the cells of a column beneath the headings hold, each value once, with how many rows have it."""
        if column not in self._values:
            rows = self.sheet.rows[self.last_header_row : self.last_row]
            self._values[column] = Counter([row[column - 1] for row in rows if len(row) >= column])
        return self._values[column]

    # A column of owners is asked for what it holds by all who want to know how it names them.
    @cached_property
    def _values(self) -> dict[int, Counter[Value]]:
        return {}

    @property
    def core(self) -> frozenset[Field]:
        """The fields by which two tables are recognised as parts of one plan."""
        return frozenset(use.field for use in self.uses if use.field in CORE)


def fold_case(text: str) -> str:
    """What a heading shares with itself on another page: its words, without their case and what parts them."""
    return " ".join(text.split()).casefold()


def has_words(text: str, folded: str) -> bool:
    """Whether a text has the words of a heading, whose case is folded; hardly any text begins as one does."""
    return folded.startswith(text.lstrip()[:1].casefold()) and fold_case(text) == folded
