"""Documents as plain text."""

from datetime import date

import pytest

from peerxl.documents.document import Document, Section, TableColumn, TableEntry, TableRow, TextLine
from peerxl.papers.text import align_table, fit_widths, render_text
from peerxl.text import cut_line

PLAN = Section(
    "Plan",
    "Plan of Wexmere",
    intro=("2 actions", TextLine("1 open", is_heading=True)),
    columns=(TableColumn("Ref"), TableColumn("What it says of the action"), TableColumn("Due")),
    rows=(
        TableRow.of("A1", TableEntry("Save.", lead="Money"), date(2024, 1, 12)),
        TableRow.of("A2", "Tell\neverybody about it, and then tell them once more", ""),
    ),
)


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (
            80,
            [
                "Ref  What it says of the action                             Due",
                "A1   Money: Save.                                           12 January 2024",
                "A2   Tell everybody about it, and then tell them once more",
            ],
        ),
        (
            38,
            [
                "Ref  What it says of…  Due",
                "A1   Money: Save.      12 January 2024",
                "A2   Tell everybody…",
            ],
        ),
    ],
)
def test_a_table_fits_the_screen(width: int, lines: list[str]) -> None:
    text = render_text(Document("Title", (PLAN,), date(2024, 1, 1)), width).splitlines()
    assert text[:4] == ["Plan of Wexmere", "2 actions", "1 open", ""]
    assert text[4:] == lines


def test_sections_stand_apart_and_those_without_rows_have_their_lines() -> None:
    empty = Section("None", "Nothing", intro=("There is none.",), columns=(TableColumn("Ref"),))
    assert render_text(Document("Title", (empty, empty), date(2024, 1, 1)), 80) == (
        "Nothing\nThere is none.\n\nNothing\nThere is none."
    )


@pytest.mark.parametrize(
    ("longest", "room", "widths"),
    [
        ([3, 40, 10], 100, [3, 40, 10]),
        ([3, 40, 10], 53, [3, 40, 10]),
        ([3, 40, 10], 43, [3, 30, 10]),
        ([3, 40, 50], 43, [3, 20, 20]),
        ([3, 25, 50], 43, [3, 20, 20]),
        ([3, 15, 50], 43, [3, 15, 25]),
        ([3, 40, 50], 10, [3, 12, 12]),
        ([], 10, []),
    ],
)
def test_the_longest_columns_are_cut_to_one_width(longest: list[int], room: int, widths: list[int]) -> None:
    assert fit_widths(longest, room) == widths


@pytest.mark.parametrize(
    ("text", "width", "line"),
    [("one two", 7, "one two"), ("one two", 6, "one t…"), ("one two", 5, "one…"), ("a\n b", 5, "a b"), ("ab", 0, "…")],
)
def test_a_line_is_cut_where_it_is_too_long(text: str, width: int, line: str) -> None:
    assert cut_line(text, width) == line


def test_no_line_ends_in_spaces() -> None:
    assert list(align_table(("A", "B"), [("long", "")], 80)) == ["A     B", "long"]
