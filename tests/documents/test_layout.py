"""Where things stand on a sheet, and what it says when Excel cannot show all of a text."""

import pytest

from peerxl.documents.layout import MOST_LINES, PAGE_WIDTH, Column, Entry, Line, Row, TableSheet, date_words
from peerxl.documents.measure import TALLEST_ROW, text_width

LONG = "word " * 2000
COLUMNS = (Column("One", 100), Column("Two", 672))


def sheet(*rows: Row, **given: object) -> TableSheet:
    return TableSheet("S", "Title", columns=COLUMNS, rows=rows, **given)  # type: ignore[arg-type]


def test_rows_are_counted_below_the_lines() -> None:
    made = sheet(Row.of("a", "b"), intro=("one", Line("two", is_heading=True)))
    assert (made.header_row, made.first_row, made.last_row) == (4, 5, 5)
    assert made.column_range("Two") == "$B$5:$B$5"


def test_a_marker_takes_a_row() -> None:
    made = TableSheet("S", "T", columns=(Column("One", 100, marker="Fill in"),), rows=(Row.of("a"), Row.of("b")))
    assert (made.header_row, made.first_row, made.last_row) == (3, 4, 5)


def test_a_long_line_above_a_table_is_wrapped_to_the_page() -> None:
    made = sheet(Row.of("a", "b"), intro=("many words " * 40,))
    assert len(made.lines) > 2
    assert all(text_width(line.text) <= PAGE_WIDTH for line in made.lines)


def test_a_text_taller_than_a_row_is_named() -> None:
    made = sheet(Row.of("a", "b"), Row.of("a", LONG), Row.of(LONG, "b"), intro=("one",))
    assert made.heights()[1:] == (TALLEST_ROW, TALLEST_ROW)
    assert made.lines[-1].text == (
        "Rows 6 and 7 have more text than Excel can show: select the cell and read it in the formula bar."
    )
    assert made.first_row + made.tall_rows[0] == 6


@pytest.mark.parametrize(
    ("entry", "text"), [(Entry("b", lead="A"), "A\nb"), (Entry(lead="A"), "A"), (Entry(3), "3"), (Entry(), "")]
)
def test_an_entry_as_text(entry: Entry, text: str) -> None:
    assert entry.text == text


def test_a_row_is_as_tall_as_its_tallest_text_or_as_it_must_be() -> None:
    made = sheet(Row.of("a", "b"), Row.of("a", "b\nb\nb"), Row.of("a", "b", min_height=80))
    assert made.heights() == (20, 49, 80)


def test_merged_cells_get_the_room_they_need() -> None:
    columns = (Column("One", 60, is_merged=True), Column("Two", 100))
    made = TableSheet(
        "S", "T", columns=columns, rows=(Row.of("a " * 60, "b"), Row.of("a " * 60, "b"), Row.of("c", "b"))
    )
    assert list(made.merged_runs(0)) == [(0, 1), (2, 2)]
    assert made.heights()[0] == made.heights()[2] == 20
    assert made.heights()[1] > 100


def test_a_title_wider_than_its_table_is_printed_whole() -> None:
    made = TableSheet("S", "A title that goes on " * 2, columns=(Column("One", 100),), rows=(Row.of("a"),))
    assert made.printed_columns == 5


def test_days_are_written_as_people_write_them() -> None:
    from datetime import date

    assert date_words(date(2024, 1, 5)) == "5 January 2024"


def test_the_tallest_row_shows_a_good_many_lines() -> None:
    assert MOST_LINES == 27
