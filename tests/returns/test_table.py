"""The tables of a return workbook: where they are found, which rows and cells they have, and what tells a row is as it was."""

from __future__ import annotations

import pytest

from peerxl.model.sheet import Sheet, Value
from peerxl.returns.baseline import digest, own_words
from peerxl.returns.table import find_tables

ROWS: tuple[tuple[Value, ...], ...] = (
    ("A form",),
    (None, "  REF ", "Action", "ref", "Status"),
    (),
    (None, "H1", "Repair\nthe pier", 7, None),
    (None, " ", None, "", None),
    (None, None, None, None, None, "beside it"),
)
FORM = Sheet("Form", ROWS)
OTHER = Sheet("Notes", (("Ref", "Words"), ("H1", "x")))


def test_a_table_is_found_by_all_its_headings_whatever_their_case_and_spacing() -> None:
    tables = list(find_tables([OTHER, FORM], ["ref", "status"]))
    assert [(table.sheet.name, table.header_row) for table in tables] == [("Form", 2)]
    assert [table.sheet.name for table in find_tables([OTHER, FORM], ["Ref"])] == ["Notes", "Form"]
    assert list(find_tables([OTHER, FORM], ["Ref", "Words", "Status"])) == []


def test_the_first_row_with_the_headings_is_the_header() -> None:
    (table,) = find_tables([Sheet("Twice", (("Ref",), ("Ref",), ("H1",)))], ["Ref"])
    assert (table.header_row, [line.row for line in table.lines]) == (1, [2, 3])


def test_the_rows_below_that_say_anything_are_its_lines() -> None:
    (table,) = find_tables([FORM], ["Ref", "Status"])
    assert [line.row for line in table.lines] == [4, 6]
    first, last = table.lines
    assert ([cell.address for cell in first.filled], first.words) == (["B4", "C4", "D4"], "H1 | Repair the pier | 7")
    assert ([cell.address for cell in last.filled], last.words) == (["F6"], "beside it")


@pytest.mark.parametrize(
    ("heading", "numbers", "cells", "text"),
    [
        ("Ref", (2, 4), ["B4", "D4"], "H1"),
        (" STATUS", (5,), ["E4"], ""),
        ("Action", (3,), ["C4"], "Repair\nthe pier"),
        ("Comment", (), [], ""),
    ],
)
def test_what_stands_under_a_heading(heading: str, numbers: tuple[int, ...], cells: list[str], text: str) -> None:
    (table,) = find_tables([FORM], ["Ref", "Status"])
    line = table.lines[0]
    assert table.numbers(heading) == numbers
    assert ([cell.address for cell in line.cells(heading)], line.text(heading)) == (cells, text)


def test_a_value_is_as_the_sheet_has_it() -> None:
    (table,) = find_tables([FORM], ["Ref", "Status"])
    assert [table.lines[0].value(cell) for cell in table.lines[0].cells("ref")] == ["H1", 7]


@pytest.mark.parametrize(
    ("words", "others", "is_same"),
    [
        (["H1", "Repair the pier"], ["h1", " Repair  the PIER\n"], True),
        (["H1", "", "Begun"], ["H1", "Begun", " "], True),
        (["H1", "Begun"], ["H1", "Ended"], False),
        (["H1", "Begun"], ["H1 Begun"], False),
        (["H1", "Begun"], ["Begun", "H1"], False),
    ],
)
def test_a_row_is_as_it_was_whatever_its_case_and_spacing(words: list[str], others: list[str], is_same: bool) -> None:
    assert (digest(words) == digest(others)) == is_same
    assert len(digest(words)) == 8


def test_the_words_are_the_cells_own_where_there_is_one() -> None:
    assert (own_words(FORM.cell(4, 2), "otherwise"), own_words(None, "otherwise")) == ("H1", "otherwise")
