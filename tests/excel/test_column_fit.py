"""Column widths fitted to the words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerxl.documents.document import TableEntry
from peerxl.excel.column_fit import ColumnWords, fit_rooms, share_evenly
from peerxl.excel.long_rows import count_entry_lines
from peerxl.excel.measure import find_room, text_width

WORDS = st.text("abcdefgh ", max_size=60)
TABLES = st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=6)


def unweighed(lines: Sequence[int]) -> tuple[float, ...]:
    return ()


def columns_of(rows: Sequence[Sequence[str]]) -> list[ColumnWords]:
    return [ColumnWords("Head", tuple(map(TableEntry, texts))) for texts in zip(*rows, strict=True)]


def lines_in(rows: Sequence[Sequence[str]], rooms: Sequence[float]) -> int:
    """How many lines a table takes."""
    return sum(max(count_entry_lines(TableEntry(t), r) for t, r in zip(row, rooms, strict=True)) for row in rows)


@given(TABLES)
def test_all_the_room_is_used_and_no_word_is_broken(rows: list[tuple[str, str, str]]) -> None:
    columns = columns_of(rows)
    rooms = fit_rooms(columns, 1800, unweighed)
    assert sum(rooms) == pytest.approx(1800)
    assert all(room >= column.narrowest for column, room in zip(columns, rooms, strict=True))


@given(TABLES)
def test_the_table_is_no_taller_than_with_even_columns(rows: list[tuple[str, str, str]]) -> None:
    columns = columns_of(rows)
    spare = (1800 - sum(column.narrowest for column in columns)) / 3
    even = [column.narrowest + spare for column in columns]
    assert lines_in(rows, fit_rooms(columns, 1800, unweighed)) <= lines_in(rows, even)


def test_the_room_goes_where_the_words_are() -> None:
    rows = [("a", "word " * 40), ("a", "word " * 40)]
    short, long = fit_rooms(columns_of(rows), 400, unweighed)
    assert long > 4 * short


def test_what_is_weighed_comes_before_the_lines() -> None:
    rows = [("word " * 8, "word " * 40)]

    def prefer_tall(lines: Sequence[int]) -> tuple[float, ...]:
        return (-sum(lines),)

    assert lines_in(rows, fit_rooms(columns_of(rows), 400, prefer_tall)) > lines_in(
        rows, fit_rooms(columns_of(rows), 400, unweighed)
    )


@pytest.mark.parametrize(
    ("entry", "unbroken", "widest"),
    [
        (TableEntry("In progress"), False, "progress"),
        (TableEntry("In progress"), True, "In progress"),
        (TableEntry("No update received"), True, "received"),
        (TableEntry("b", lead="Recommended"), False, "Recommended"),
    ],
)
def test_the_narrowest_room_holds_the_widest_word(entry: TableEntry, unbroken: bool, widest: str) -> None:
    column = ColumnWords("A", (entry,), is_unbroken=unbroken)
    assert column.narrowest == find_room(text_width(widest, bold=bool(entry.lead)))


def test_a_joined_column_makes_no_row_taller() -> None:
    column = ColumnWords("A", (TableEntry("word " * 50),) * 2, is_joined=True)
    assert column.count(30) == [1, 1]


def test_a_long_table_is_tried_by_some_of_its_rows() -> None:
    column = ColumnWords("A", tuple(TableEntry(str(number)) for number in range(200)))
    assert [entry.text for entry in column.sample().entries] == [str(number) for number in range(0, 200, 3)]
    assert len(ColumnWords("A", (TableEntry("a"),) * 80).sample().entries) == 80


@pytest.mark.parametrize(
    ("wanted", "room", "given"),
    [([10, 20], 40, [10, 20]), ([10, 50, 60], 70, [10, 30, 30]), ([50, 50], 40, [20, 20]), ([], 10, [])],
)
def test_those_who_want_most_get_alike(wanted: list[float], room: float, given: list[float]) -> None:
    assert share_evenly(wanted, room) == given
