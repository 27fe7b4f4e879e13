"""The number formats of an .ods workbook, from parts made by hand."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from peerxl.excel.cell_styles import UNKNOWN, CellStyles
from peerxl.excel.open_formats import read_open_formats
from peerxl.model.sheet import Cell

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (("office", "office"), ("table", "table"), ("style", "style"), ("number", "datastyle"))
)
DAY, MONTH, YEAR = "<number:day/>", '<number:month number:style="long"/>', '<number:year number:style="long"/>'
SLASH = "<number:text>/</number:text>"


def write_ods(path: Path, tables: str, styles: str = "", common: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("styles.xml", f"<office:document-styles {SPACES}>{common}</office:document-styles>")
        archive.writestr("content.xml", f"<office:document-content {SPACES}>{styles}{tables}</office:document-content>")
    return path


def style(name: str, data_style: str = "", parent: str = "") -> str:
    data = f' style:data-style-name="{data_style}"' if data_style else ""
    derived = f' style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="table-cell"{data}{derived}/>'


def date_style(name: str, parts: str) -> str:
    return f'<number:date-style style:name="{name}">{parts}</number:date-style>'


CELL = '<table:table-cell table:style-name="day"/>'
TABLE = f"""
<table:table table:name="Plan">
<table:table-column table:number-columns-repeated="2" table:default-cell-style-name="month"/>
<table:table-column/>
<table:table-header-rows><table:table-row>{CELL}<table:table-cell/><table:table-cell/></table:table-row>
</table:table-header-rows>
<table:table-row table:number-rows-repeated="3" table:default-cell-style-name="derived">
<table:table-cell table:number-columns-repeated="2"/><table:covered-table-cell table:style-name="none"/>
{CELL}</table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>
</table:table>
"""
STYLES = "".join(
    (
        style("day", "D"),
        style("month", "M"),
        style("derived", parent="day"),
        style("none"),
        style("circle", parent="circle"),
        style("lost", "X"),
    )
)


def test_a_cell_has_the_style_it_names_else_its_rows_else_its_columns(tmp_path: Path) -> None:
    formats = date_style("D", DAY + SLASH + MONTH) + date_style("M", MONTH + SLASH + YEAR)
    path = write_ods(tmp_path / "plan.ods", TABLE, STYLES, common=formats)
    styles = CellStyles(path)
    places = [(1, 1), (1, 2), (1, 3), (2, 1), (4, 2), (4, 3), (4, 4), (5, 1), (1_048_004, 1), (1_048_005, 1)]
    assert [styles.number_format(Cell("Plan", *place)) for place in places] == [
        'd"/"mm',
        'mm"/"yyyy',
        "",
        'd"/"mm',
        'd"/"mm',
        "",
        'd"/"mm',
        'mm"/"yyyy',
        'mm"/"yyyy',
        'mm"/"yyyy',
    ]
    assert styles.number_format(Cell("Other", 1, 1)) is None


@pytest.mark.parametrize("name", ["circle", "lost"])
def test_a_style_that_leads_nowhere_gives_no_format(tmp_path: Path, name: str) -> None:
    table = f'<table:table table:name="P"><table:table-row><table:table-cell table:style-name="{name}"/></table:table-row></table:table>'
    assert read_open_formats(write_ods(tmp_path / "p.ods", table, STYLES)).find(Cell("P", 1, 1)) is None


@pytest.mark.parametrize(
    ("kind", "parts", "code"),
    [
        ("date", '<number:day number:style="long"/>' + SLASH + '<number:month number:textual="true"/>', 'dd"/"mmm'),
        ("date", '<number:month number:style="long" number:textual="true"/><number:year/>', "mmmmyy"),
        ("date", '<number:day-of-week number:style="long"/>', "dddd"),
        ("date", '<number:era/><number:year number:calendar="gengou"/>', "ge"),
        ("date", '<number:year number:calendar="gregorian"/><number:quarter/>', "yy"),
        ("time", "<number:hours/><number:text>:</number:text><number:minutes/><number:am-pm/>", 'h":"mAM/PM'),
        ("number", '<number:number number:decimal-places="2" number:min-integer-digits="1"/>', "0.00"),
        ("number", '<number:number number:decimal-places="3" number:min-decimal-places="1"/>', "#.0##"),
        ("number", '<number:number number:decimal-places="0" number:min-integer-digits="3"/>', "000"),
        ("number", '<number:number number:decimal-places="0" number:grouping="true"/>', "#,###"),
        ("number", '<number:text>R"-</number:text><number:number number:decimal-places="0"/>', '"R-"#'),
        ("number", '<number:number number:min-integer-digits="1"/>', ""),
        ("number", '<number:text/><style:map style:condition="value()&gt;=0" style:apply-style-name="D"/>', "d"),
        ("number", '<style:map style:condition="value()&gt;0" style:apply-style-name="Z"/>', ""),
        ("percentage", '<number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text>%</number:text>', "0%"),
        ("currency", '<number:number number:decimal-places="2"/>', ""),
        ("text", "<number:text-content/>", "@"),
    ],
)  # fmt: skip
def test_formats_are_written_as_excel_writes_them(tmp_path: Path, kind: str, parts: str, code: str) -> None:
    formats = date_style("D", DAY) + f'<number:{kind}-style style:name="F">{parts}</number:{kind}-style>'
    table = '<table:table table:name="P"><table:table-row><table:table-cell table:style-name="s"/></table:table-row></table:table>'
    path = write_ods(tmp_path / "plan.ods", table, formats + style("s", "F"))
    assert read_open_formats(path).find(Cell("P", 1, 1)) == code


@pytest.mark.parametrize(
    "tables", ["<table:table", "<!DOCTYPE x><x/>", '<table:table-row table:number-rows-repeated="x"/>']
)
def test_parts_that_are_broken_give_no_formats(tmp_path: Path, tables: str) -> None:
    sheet = f'<table:table table:name="P">{tables}</table:table>' if "row" in tables else tables
    styles = CellStyles(write_ods(tmp_path / "plan.ods", sheet))
    assert [styles.of(Cell("P", 1, 1)), styles.of(Cell("P", 2, 1))] == [UNKNOWN, UNKNOWN]
    (tmp_path / "other.ods").write_bytes(b"PK\x03\x04")
    assert CellStyles(tmp_path / "other.ods").of(Cell("P", 1, 1)) == UNKNOWN
