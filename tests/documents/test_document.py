"""What the parts of a document say."""

from datetime import date

import pytest

from peerxl.documents.document import Section, TableColumn, TableEntry, TableRow, TextLine, date_words


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (TableEntry("b", lead="A"), "A\nb"),
        (TableEntry(lead="A"), "A"),
        (TableEntry(3), "3"),
        (TableEntry(), ""),
        (TableEntry(date(2024, 1, 5)), "5 January 2024"),
    ],
)
def test_an_entry_as_text(entry: TableEntry, text: str) -> None:
    assert entry.text == text


def test_days_are_written_as_people_write_them() -> None:
    assert date_words(date(2024, 1, 5)) == "5 January 2024"


def test_a_row_of_plain_values_and_entries() -> None:
    assert TableRow.of("a", TableEntry(3), starts_group=True) == TableRow((TableEntry("a"), TableEntry(3)), True)


def test_lines_are_plain_unless_they_are_headings() -> None:
    heading = TextLine("two", is_heading=True)
    assert Section("S", "T", intro=("one", heading)).lines == (TextLine("one"), heading)


@pytest.mark.parametrize(
    ("columns", "rows", "is_extendable", "has_table"),
    [(1, 1, False, True), (1, 0, False, False), (0, 0, True, False), (1, 0, True, True)],
)
def test_a_table_has_columns_and_rows_or_is_there_to_be_typed_into(
    columns: int, rows: int, is_extendable: bool, has_table: bool
) -> None:
    section = Section(
        "S", "T", columns=(TableColumn("A"),) * columns, rows=(TableRow.of("a"),) * rows, is_extendable=is_extendable
    )
    assert section.has_table is has_table
