"""Tables of values: every row and word of the paper, and nothing that a spreadsheet would work out."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest

from peerxl.documents.document import Document, Section, TableColumn, TableEntry, TableRow
from peerxl.papers.csv import guard, render_csv
from tests.papers.papers import PAPERS, empty_paper, paper


def rows_of(document: Document) -> list[list[str]]:
    return list(csv.reader(StringIO(render_csv(document).decode("utf-8-sig"), newline="")))


def document_of(*sections: Section) -> Document:
    return Document("Plan", sections, date(2024, 1, 1))


def test_a_row_for_each_action_with_its_theme_in_a_column_of_its_own() -> None:
    headings, *rows = rows_of(paper())
    assert headings == [
        *("Theme", "Recommendation", "Ref", "Actions", "Timescale/Due date", "Officer"),
        *("Quarter 3 update", "Comments"),
    ]
    assert [row[2] for row in rows] == ["V1.1", "V1.2", "S1.1", "S1.2", "S1.3", "X&1"]
    assert rows[1][:2] == rows[0][:2]
    assert rows[1][4:] == ["Q3 23/24", "AD for Finance", "Completed", "'=SUM(A1) is how it was put."]
    assert rows[5][0] == 'A "quoted" <theme>'
    assert rows[5][7] == '\'=HYPERLINK("http://wexmere.example","x") & more\nand a second line £5 – “done”'


def test_several_tables_stand_in_one_and_each_row_says_which_it_is_from() -> None:
    headings, *rows = rows_of(paper("progress"))
    assert headings[:2] == ["Table", "Theme"]
    assert [row[0] for row in rows] == [
        "Closed since last time",
        *("Live actions",) * 5,
        "Overdue",
        "No update received",
    ]
    assert all(len(row) == len(headings) for row in rows)
    assert dict(zip(headings, rows[-1], strict=True))["Last status"] == "None given"
    assert dict(zip(headings, rows[0], strict=True))["Last status"] == ""


def test_a_lead_whose_heading_is_taken_stays_with_its_words() -> None:
    columns = (TableColumn("Theme", lead_heading="theme"), TableColumn("Ref"))
    row = TableRow.of(TableEntry("Save.", lead="Money"), "A1")
    assert rows_of(document_of(Section("Plan", "Plan", columns=columns, rows=(row,)))) == [
        ["Theme", "Ref"],
        ["Money\nSave.", "A1"],
    ]


def test_a_paper_without_rows_has_no_line() -> None:
    assert render_csv(empty_paper()) == "\ufeff\r\n".encode()


@pytest.mark.parametrize("name", PAPERS)
def test_the_same_paper_gives_the_same_bytes_and_each_line_ends_as_it_should(name: str) -> None:
    content = render_csv(PAPERS[name])
    assert content == render_csv(PAPERS[name])
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        *((text, f"'{text}") for text in ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", " =1", "\u00a0=1")),
        *((text, f"'{text}") for text in ("＝1", "＋1", "－1", "＠x", "\ufeff=1", "\u200b=1", "-", "- a point")),
        *((text, text) for text in ("", "a=1", "1-2", "'=1", "Ann + Bo", " x", "–", "“=1”")),
    ],
)
def test_what_a_spreadsheet_would_work_out_is_text(text: str, guarded: str) -> None:
    assert guard(text) == guarded
