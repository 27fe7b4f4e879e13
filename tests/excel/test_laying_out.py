"""Where things stand on a sheet, and what it says when Excel cannot show all of a text."""

from datetime import date

import pytest

from peerxl.documents.document import Section, TableColumn, TableEntry, TableRow, TextLine
from peerxl.excel.laying_out import lay_out
from peerxl.excel.measure import TALLEST_ROW, text_width
from peerxl.excel.sheet_layout import PAGE_WIDTH, SheetLayout

LONG = "word " * 2000
COLUMNS = (TableColumn("One", 100), TableColumn("Two", 672))


def laid_out(*rows: TableRow, **given: object) -> SheetLayout:
    return lay_out(Section("S", "Title", **{"columns": COLUMNS, "rows": rows, **given}))  # type: ignore[arg-type]


def test_rows_are_counted_below_the_lines() -> None:
    made = laid_out(TableRow.of("a", "b"), intro=("one", TextLine("two", is_heading=True)))
    assert (made.header_row, made.first_row, made.last_row) == (4, 5, 5)
    assert made.column_range("Two") == "$B$5:$B$5"
    assert made.marker_row is None


def test_a_marker_takes_a_row() -> None:
    columns = (TableColumn("One", 100, marker="Fill in"),)
    made = laid_out(TableRow.of("a"), TableRow.of("b"), columns=columns)
    assert (made.marker_row, made.header_row, made.first_row, made.last_row) == (2, 3, 4, 5)


def test_a_section_without_rows_has_lines_only() -> None:
    made = laid_out(intro=("many words " * 40,))
    assert (made.has_table, made.is_real_table, made.last_row, made.width) == (False, False, 2, PAGE_WIDTH)
    assert [line.text for line in made.lines] == ["many words " * 40]
    assert made.line_height(made.lines[0]) > 50


def test_a_section_to_be_typed_into_begins_with_empty_rows() -> None:
    columns = (TableColumn("One", 100, writing_lines=2), TableColumn("Two", 100))
    made = laid_out(columns=columns, is_extendable=True)
    assert len(made.rows) == 20
    assert {entry.text for row in made.rows for entry in row.entries} == {""}
    assert set(made.heights) == {36}
    assert made.spare_rows == 200


def test_a_long_line_above_a_table_is_wrapped_to_the_page() -> None:
    made = laid_out(TableRow.of("a", "b"), intro=("many words " * 40,))
    assert len(made.lines) > 2
    assert all(text_width(line.text) <= PAGE_WIDTH for line in made.lines)


def test_a_text_taller_than_a_row_is_named() -> None:
    made = laid_out(TableRow.of("a", "b"), TableRow.of("a", LONG), TableRow.of(LONG, "b"), intro=("one",))
    assert made.heights[1:] == (TALLEST_ROW, TALLEST_ROW)
    assert made.lines[-1].text == (
        "Rows 6 and 7 have more text than Excel can show: select the cell and read it in the formula bar."
    )
    assert made.first_row == 5


def test_rows_are_named_as_they_stand_below_as_many_lines_as_it_takes_to_name_them() -> None:
    made = laid_out(*[TableRow.of("a", LONG)] * 60, intro=("one",))
    said = " ".join(line.text for line in made.lines[1:])
    assert len(made.lines) == 4
    assert (made.first_row, made.last_row) == (7, 66)
    assert said == (
        f"Rows {', '.join(map(str, range(7, 66)))} and 66 have more text than Excel can show: "
        "select the cell and read it in the formula bar."
    )


def test_a_row_is_as_tall_as_its_tallest_text() -> None:
    assert laid_out(TableRow.of("a", "b"), TableRow.of("a", "b\nb\nb")).heights == (20, 49)


@pytest.mark.parametrize(
    ("entry", "height"),
    [
        (TableEntry("", is_input=True), 96),
        (TableEntry("b", is_input=True), 96),
        (TableEntry(""), 96),
        (TableEntry("b"), 20),
    ],
)
def test_what_is_to_be_written_gets_its_room(entry: TableEntry, height: float) -> None:
    columns = (TableColumn("One", 100), TableColumn("Two", 100, writing_lines=6))
    assert laid_out(TableRow.of("a", entry), columns=columns).heights == (height,)


def test_joined_cells_get_the_room_they_need() -> None:
    columns = (TableColumn("One", 60, is_group=True), TableColumn("Two", 100))
    rows = (TableRow.of("a " * 60, "b"), TableRow.of("a " * 60, "b"), TableRow.of("c", "b"))
    made = laid_out(*rows, columns=columns, has_joined_groups=True)
    assert made.runs == (((0, 1), (2, 2)), ())
    assert not made.is_real_table
    assert made.heights[0] == made.heights[2] == 20
    assert made.heights[1] > 100


def test_a_working_sheet_has_the_widths_it_asks_for_and_fits_its_page() -> None:
    columns = (TableColumn("One", 30), TableColumn("Two", 10))
    made = laid_out(TableRow.of("a", "b"), columns=columns)
    assert (made.widths, made.scale, made.breaks, made.title_size) == ((30, 10), None, (), 16)


@pytest.mark.parametrize(("ref", "width"), [("A1", 50), ("REF-100.001", 83.364), ("REF " * 40, 240)])
def test_an_unbroken_column_has_each_entry_on_a_line_as_far_as_it_can(ref: str, width: float) -> None:
    (made,) = laid_out(TableRow.of(ref), columns=(TableColumn("Ref", 50, is_unbroken=True),)).widths
    assert made == pytest.approx(width)


@pytest.mark.parametrize(("staying", "frozen"), [((), 0), (("One",), 1), (("Two",), 2)])
def test_columns_stay_in_sight_with_all_before_them(staying: tuple[str, ...], frozen: int) -> None:
    columns = tuple(TableColumn(name, 50, stays_in_sight=name in staying) for name in ("One", "Two", "Three"))
    assert laid_out(TableRow.of("a", "b", "c"), columns=columns).frozen_columns == frozen


def test_a_title_wider_than_its_table_is_printed_whole() -> None:
    made = lay_out(Section("S", "A title that goes on " * 2, columns=COLUMNS[:1], rows=(TableRow.of("a"),)))
    assert made.printed_columns == 5


def test_a_column_is_as_wide_as_its_widest_day() -> None:
    columns = (TableColumn("One", 60), TableColumn("Two", 300), TableColumn("Three", 60))
    days = (date(2026, 5, 1), date(2026, 9, 30))
    made = laid_out(*(TableRow.of(day, day, "30 September 2026") for day in days), columns=columns)
    assert made.widths == (text_width("30 September 2026") + 12, 300, 60)
