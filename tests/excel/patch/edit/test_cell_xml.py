"""What is written into a cell, and what of the cell stays."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.excel.patch.patched import INLINE, by_calamine, patched_rows

TEXTS = [
    ("In progress", "In progress"),
    ("=1+1", "=1+1"),
    ("+44 1926", "+44 1926"),
    ("-", "-"),
    ("@home", "@home"),
    ("  two  spaces  ", "  two  spaces  "),
    ("two\nlines\n", "two\nlines\n"),
    ("tab\tbed", "tab\tbed"),
    ("a < b & c > d ]]> \"e\" 'f'", "a &lt; b &amp; c &gt; d ]]&gt; \"e\" 'f'"),
    ("by\r\nreturn", "by&#13;\nreturn"),
    ("Warwickshire – £5 😀", "Warwickshire – £5 😀"),
    ("12", "12"),
    ("TRUE", "TRUE"),
    ("01/02/2024", "01/02/2024"),
    ("'quoted", "'quoted"),
    ("x" * 32_767, "x" * 32_767),
]


@pytest.mark.parametrize(("text", "xml"), TEXTS, ids=range(len(TEXTS)))
def test_text_is_text_to_every_reader(tmp_path: Path, text: str, xml: str) -> None:
    rows = patched_rows(tmp_path, '<row r="1"><c r="A1" s="1"><v>5</v></c></row>', {"A1": text})
    assert rows == f'<row r="1"><c r="A1" s="1" {INLINE}{xml}</t></is></c></row>'
    assert by_calamine(tmp_path / "target.xlsx") == [[text]]
    cell = openpyxl.load_workbook(tmp_path / "target.xlsx").worksheets[0]["A1"]
    assert (cell.value, cell.data_type in "s") == (text, True)


@pytest.mark.parametrize(
    ("text", "xml"),
    [
        ("_x000D_", "_x005F_x000D_"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
        ("_x005F_", "_x005F_x005F_"),
        ("_x00e9_", "_x005F_x00e9_"),
        ("snake_x00_case _xyz_", "snake_x00_case _xyz_"),
    ],
)
def test_what_excel_would_take_for_a_character_number_is_escaped(tmp_path: Path, text: str, xml: str) -> None:
    rows = patched_rows(tmp_path, "", {"A1": text})
    assert rows == f'<row r="1"><c r="A1" {INLINE}{xml}</t></is></c></row>'
    assert by_calamine(tmp_path / "target.xlsx") == [[text]]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B2" s="2"/>',
        '<c r="B2" s="2"></c>',
        '<c r="B2" s="2"><v>45000</v></c>',
        '<c r="B2" s="2" t="n"><v>1</v></c>',
        '<c r="B2" s="2" t="s"><v>0</v></c>',
        '<c r="B2" t="b" s="2"><v>1</v></c>',
        '<c r="B2" t="e" s="2" vm="1"><v>#VALUE!</v></c>',
        '<c r="B2" s="2" t="d"><v>2024-01-01</v></c>',
        '<c r="B2" s="2" t="str"><v>x</v></c>',
        '<c r="B2" s="2" t="inlineStr"><is><r><rPr><b/></rPr><t>rich</t></r><r><t>er</t></r></is></c>',
        '<c r="B2" s="2" cm="1" vm="2"><v><![CDATA[</c>]]></v><!-- </c> --></c>',
        '<c\n  r="B2"\n  s="2"\n  t = \'s\' ><v>0</v></c\n>',
    ],
)
def test_every_kind_of_value_gives_way_and_the_style_stays(tmp_path: Path, cell: str) -> None:
    rows = '<row r="2"><c r="A2"><v>1</v></c>{}<c r="C2"><v>3</v></c></row>'
    assert patched_rows(tmp_path, rows.format(cell), {"B2": "x"}).split() == (
        rows.format(f'<c r="B2" s="2" {INLINE}x</t></is></c>').split()
    )
    emptied = patched_rows(tmp_path, rows.format(cell), {"B2": None}).split()
    assert emptied in (rows.format('<c r="B2" s="2"/>').split(), rows.format(cell).split())
    assert emptied[1:3] != ["<v>1</v>"]


def test_other_attributes_of_a_cell_stay_as_they_are_written(tmp_path: Path) -> None:
    rows = """<row r="1"><c  ph='1' r = 'A1'   s='1' t="n" xmlns:q="urn:q" q:t='a>b'><v>1</v></c></row>"""
    assert patched_rows(tmp_path, rows, {"A1": "x"}) == (
        f"""<row r="1"><c  ph='1' r = 'A1'   s='1' xmlns:q="urn:q" q:t='a>b' {INLINE}x</t></is></c></row>"""
    )


def test_an_emptied_cell_keeps_its_style_and_an_empty_text_empties(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2" t="s"><v>0</v></c></row>'
    assert patched_rows(tmp_path, rows, {"A1": None, "B1": ""}) == (
        '<row r="1"><c r="A1" s="1"/><c r="B1" s="2"/></row>'
    )
