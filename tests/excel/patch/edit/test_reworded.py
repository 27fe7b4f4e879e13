"""Words changed in a text that is bold or coloured in part."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from peerxl.excel.patch import Reworded, set_cells
from peerxl.excel.patch.edit.reworded import share_words
from tests.excel.patch.handmade import handmade, sheet_of, sheet_xml
from tests.excel.patch.patched import by_calamine

BOLD = "<r><rPr><b/></rPr><t>Plan </t></r>"


@pytest.mark.parametrize(
    ("old", "words", "new"),
    [
        (["Plan ", "– Q1 2023"], "Plan – Q2 2023", ["Plan ", "– Q2 2023"]),
        (["Plan ", "Q4 ", "2023/24"], "Plan Q1 2024/25", ["Plan ", "Q1 ", "2024/25"]),
        (["Q1", " plan"], "Q2 plan", ["Q2", " plan"]),
        (["Plan ", "Q1"], "Plan Q1", ["Plan ", "Q1"]),
        (["Plan ", "Q1"], "Plan Q1 more", ["Plan ", "Q1 more"]),
        (["Plan ", "Q1"], "Plan", ["Plan", ""]),
        (["a", "b", "c"], "x", ["x", "", ""]),
    ],
)
def test_where_new_words_stand(old: list[str], words: str, new: list[str]) -> None:
    assert share_words(old, words) == new
    assert "".join(new) == words


def test_a_text_in_the_cell(tmp_path: Path) -> None:
    rows = f'<row r="1"><c r="A1" s="1" t="inlineStr"><is>{BOLD}<r><t>&amp; Q1</t></r></is></c></row>'
    set_cells(handmade(tmp_path, sheet_xml(rows)), tmp_path / "target.xlsx", {"Plan": {"A1": Reworded("Plan & Q2")}})
    kept = BOLD.replace("<t>", '<t xml:space="preserve">')
    assert sheet_of(tmp_path / "target.xlsx") == sheet_xml(
        f'<row r="1"><c r="A1" s="1" t="inlineStr"><is>{kept}<r><t xml:space="preserve">&amp; Q2</t></r></is></c></row>'
    )


def test_a_text_that_cells_share(tmp_path: Path) -> None:
    path, target = tmp_path / "plan.xlsx", tmp_path / "target.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_rich_string(0, 0, book.add_format({"bold": True}), "Harbour plan ", "Q1 2023/24")
        sheet.write_string(1, 0, "Q1 2023/24")
    set_cells(path, target, {"Plan": {"A1": Reworded("Harbour plan Q2 2023/24"), "A2": Reworded("Q2 2023/24")}})
    assert by_calamine(target) == [["Harbour plan Q2 2023/24"], ["Q2 2023/24"]]
    xml = sheet_of(target)
    assert "<is><r><rPr><b/>" in xml
    assert '<c r="A2" t="inlineStr"><is><t xml:space="preserve">Q2 2023/24</t></is></c>' in xml
