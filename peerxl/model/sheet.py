"""A worksheet as values: what its cells say and where they stand.

Rows and columns count from 1, as people count them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache
from typing import NamedTuple

from peerxl.frozen import Remembering, frozen

Value = str | int | float | bool | date | datetime | time | timedelta | None

LETTERS = 26


# A workbook has few columns, and every cell of it is called by one.
@lru_cache(maxsize=1024)
def column_letter(column: int) -> str:
    """The letters Excel gives a column: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """The number of a column named by its letters: A is 1, AA is 27; ValueError for anything else."""
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
        raise ValueError(f"a column is named by one to three letters, not {letters!r}")
    number = 0
    for letter in letters.upper():
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number


# A tuple, as a large plan has a million of them: made and hashed faster, and nothing for the collector to go through.
class Cell(NamedTuple):
    """One cell: where it stands and its own words, untouched."""

    sheet: str
    row: int
    column: int
    text: str = ""

    @property
    def address(self) -> str:
        """The cell's name in its sheet: "F12"."""
        return f"{column_letter(self.column)}{self.row}"

    def __str__(self) -> str:
        return f"{self.sheet}!{self.address}"


@frozen
class Block:
    """A rectangle of merged cells, inclusive."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def __contains__(self, position: tuple[int, int]) -> bool:
        row, column = position
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column


@frozen
class Sheet(Remembering):
    """A worksheet: ``rows[0][0]`` is A1, rows may differ in length, an empty cell is None.

    ``strays`` are cells so far from all others that the rows between were not read: they stand in no row.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]
    merged: tuple[Block, ...] = ()
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    strays: tuple[Cell, ...] = ()

    @cached_property
    def filled_rows(self) -> tuple[int, ...]:
        """The rows that have anything in them."""
        return tuple(
            number for number, row in enumerate(self.rows, 1) if row and any(value is not None for value in row)
        )

    def filled_rows_after(self, row: int, count: int | None = None) -> tuple[int, ...]:
        """The rows beneath one that have anything in them, at most so many."""
        # Searched by halving: it is asked for row by row, and a sheet may have a million.
        first = bisect_right(self.filled_rows, row)
        return self.filled_rows[first : None if count is None else first + count]

    def value(self, row: int, column: int) -> Value:
        """What a cell holds; None outside the sheet."""
        if row < 1 or column < 1:
            return None
        try:
            return self.rows[row - 1][column - 1]
        except IndexError:
            return None

    def with_values(self, values: Mapping[tuple[int, int], Value]) -> Sheet:
        """The sheet with other values in some cells of its rows, past their end too."""
        if not values:
            return self
        rows = list(self.rows)
        by_row: dict[int, dict[int, Value]] = {}
        for (row, column), value in values.items():
            by_row.setdefault(row, {})[column] = value
        for row, cells in by_row.items():
            # A row ends with its last filled cell.
            before = [*rows[row - 1], *[None] * (max(cells) - len(rows[row - 1]))]
            for column, value in cells.items():
                before[column - 1] = value
            rows[row - 1] = tuple(before)
        return replace(self, rows=tuple(rows))

    def cell(self, row: int, column: int) -> Cell:
        """The cell with its words as Excel would most likely show them."""
        return Cell(self.name, row, column, shown(self.value(row, column)))

    def list_filled(self, row: int, columns: range) -> list[Cell]:
        """The cells of a row in a stretch of columns that say something, with their words as ``cell`` gives them."""
        name = self.name
        values = self.rows[row - 1][columns.start - 1 : columns.stop - 1] if row <= len(self.rows) else ()
        # A large plan has a million: made as the tuple that it is, each takes half as long as to call its class.
        return [
            tuple.__new__(Cell, (name, row, column, text))
            for column, value in enumerate(values, columns.start)
            if value is not None
            # Most are plain words, which are shown as they are.
            and (text := value if isinstance(value, str) and value.isprintable() else shown(value)).strip()
        ]


UNCALCULATED = "#UNCALCULATED"
"""What stands for the value of a formula that was saved without one."""
WITHOUT_RESULT = "a formula without its result"
"""How people are told of it."""
ERRORS = frozenset(
    "#REF! #N/A #NAME? #VALUE! #DIV/0! #NULL! #NUM! #SPILL! #CALC! #FIELD! #BLOCKED! #GETTING_DATA".split()
) | {UNCALCULATED}


def is_error(text: str) -> bool:
    """Whether a cell shows an error instead of a value: it is neither blank nor can it be read."""
    return "#" in text and text.strip() in ERRORS


def shown(value: Value) -> str:
    """A value's words as Excel would most likely show them."""
    if isinstance(value, str):
        # Most are plain lines, and to go through their letters one by one takes long.
        return value if value.isprintable() else value.replace("\v", "\n").translate(UNPRINTABLE)
    # Before numbers, as to Python True is one.
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).upper()
    # Excel shows 3.0 as 3; of larger numbers a float does not keep all the digits.
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return str(value)


# A workbook can hold them, nothing can show them, and no workbook we write may; U+FFFD says that something was lost.
UNPRINTABLE = dict.fromkeys(
    (*(code for code in range(32) if chr(code) not in "\t\n\r"), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"
)
