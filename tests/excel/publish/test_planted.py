"""Secrets planted in a workbook that has none, each found by its own rule, in its own place, and nothing else."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from peerxl.commands.appendix import render_appendix
from peerxl.commands.publish_check import check_publishable
from peerxl.excel.publish.exposure import Exposure
from peerxl.model.fiscal import FiscalQuarter
from tests.conftest import plan_from_text

Plant = Callable[[openpyxl.Workbook, Worksheet], None]


@pytest.fixture(scope="module")
def paper() -> bytes:
    """An appendix of two actions: nothing in it must be kept back."""
    plan = plan_from_text(
        """
        | Ref | Action          | Owner | Timescale  | Q1 2023/24 status | Comments         |
        | H1  | Repair the pier | AD H  | Q2 2023/24 | In progress       | Timber has come. |
        | H2  | Mend the bridge | AD R  | Q4 2023/24 | Not started       | In the spring.   |
        """,
        quarter=FiscalQuarter(2023, 1),
    )
    return render_appendix(plan, sheets=["actions"])


def found(path: Path) -> set[tuple[str, str]]:
    return {(each.code, each.place) for each in check_publishable(path).exposures}


def plant(paper: bytes, path: Path, change: Plant) -> set[tuple[str, str]]:
    """What is found in the paper with something planted in it that is not found in the same paper without it."""
    before, after = path / "before.xlsx", path / "after.xlsx"
    for target, edit in ((before, lambda book, sheet: None), (after, change)):
        book = openpyxl.load_workbook(BytesIO(paper))
        edit(book, book.worksheets[0])
        book.save(target)
    return found(after) - found(before)


def hide(sheet: Worksheet, state: str) -> None:
    sheet.parent.create_sheet("Pay").sheet_state = state  # type: ignore[union-attr]


def set_cell(sheet: Worksheet, address: str, value: object, **look: object) -> None:
    cell = sheet[address]
    cell.value = value
    for name, part in look.items():
        setattr(cell, name, part)


def hide_row(sheet: Worksheet, row: int) -> None:
    sheet.row_dimensions[row].hidden = True


def flatten_row(sheet: Worksheet, row: int) -> None:
    sheet.row_dimensions[row].height = 0.5


def narrow(sheet: Worksheet, column: str) -> None:
    sheet.column_dimensions[column].width = 0.1


def hide_column(sheet: Worksheet, column: str) -> None:
    sheet.column_dimensions[column].hidden = True


def comment(sheet: Worksheet) -> None:
    sheet["B6"].comment = Comment("Not for members", "A. Officer")


def link(sheet: Worksheet, target: str) -> None:
    sheet["B6"].hyperlink = target


def chart(sheet: Worksheet) -> None:
    bars = BarChart()
    bars.add_data(Reference(sheet, min_col=1, min_row=1, max_row=3))
    sheet.add_chart(bars, "A1")


def filter_rows(sheet: Worksheet) -> None:
    sheet.auto_filter.ref = "A5:C7"
    sheet.auto_filter.add_filter_column(0, ["H1"])
    hide_row(sheet, 7)


WHITE_TEXT = {"font": Font(color="FFFFFFFF", size=12)}
PLANTS: dict[str, tuple[Plant, set[str]]] = {
    "a hidden sheet": (lambda _, sheet: hide(sheet, "hidden"), {"hidden-sheet Pay"}),
    "a very hidden sheet": (lambda _, sheet: hide(sheet, "veryHidden"), {"very-hidden-sheet Pay"}),
    "a hidden row": (lambda _, sheet: hide_row(sheet, 6), {"hidden-row Actions!6:6"}),
    "a row of no height": (lambda _, sheet: flatten_row(sheet, 6), {"hidden-row Actions!6:6"}),
    "a hidden column": (lambda _, sheet: hide_column(sheet, "B"), {"hidden-column Actions!B:B"}),
    "a column of no width": (lambda _, sheet: narrow(sheet, "B"), {"hidden-column Actions!B:B"}),
    "white on white": (
        lambda _, sheet: set_cell(sheet, "A2", "Secret", **WHITE_TEXT),
        {"text-like-ground Actions!A2"},
    ),
    "text not drawn": (
        lambda _, sheet: set_cell(sheet, "A2", "Secret", number_format=";;;"),
        {"text-not-drawn Actions!A2"},
    ),
    "a cell far away": (
        lambda _, sheet: set_cell(sheet, "A900", "Secret"),
        {"remote-cell Actions!A900", "beside-table Actions!A900"},
    ),
    "a comment": (lambda _, sheet: comment(sheet), {"comment xl/comments/comment1.xml"}),
    "a link to a file": (
        lambda _, sheet: link(sheet, "file:///N:/Cabinet/pay.docx"),
        {"link-to-file Actions!B6"},
    ),
    "a link to a folder beside": (lambda _, sheet: link(sheet, "../pay.docx"), {"link-to-file Actions!B6"}),
    "a link to an address": (lambda _, sheet: link(sheet, "mailto:a@b.example"), {"link-to-address Actions!B6"}),
    "a link to the web": (lambda _, sheet: link(sheet, "https://www.example.org"), {"link Actions!B6"}),
    "an e-mail address": (
        lambda _, sheet: set_cell(sheet, "B6", "ann@town.example"),
        {"personal-data Actions!B6"},
    ),
    "an NHS number": (lambda _, sheet: set_cell(sheet, "B6", "943 476 5919"), {"personal-data Actions!B6"}),
    "a formula": (lambda _, sheet: set_cell(sheet, "B6", "=1+1"), {"formula Actions!B6"}),
    "a defined name": (
        lambda book, _: book.defined_names.add(DefinedName("Pay", attr_text="Actions!$A$1")),
        {"defined-name xl/workbook.xml"},
    ),
    "merged cells": (lambda _, sheet: sheet.merge_cells("A2:B2"), {"merged-cells Actions!A2:B2"}),
    "faint text": (
        lambda _, sheet: set_cell(sheet, "B6", "Faint", font=Font(color="FF999999", size=12)),
        {"contrast Actions!B6"},
    ),
    "a colour alone": (
        lambda _, sheet: set_cell(sheet, "B6", None, fill=PatternFill("solid", fgColor="FFFF0000")),
        {"colour-alone Actions!B6", "blank-cells Actions!B6"},
    ),
    "small text": (
        lambda _, sheet: set_cell(sheet, "B6", "Small", font=Font(size=8)),
        {"small-text Actions!B6"},
    ),
    "capitals": (
        lambda _, sheet: set_cell(sheet, "B6", "SEE WHAT WE HAVE DONE"),
        {"capitals Actions!B6"},
    ),
    "refs, which are no capitals": (lambda _, sheet: set_cell(sheet, "B6", "PC1.1, PC2.4, PC3.1 and PC4.2"), set()),
    "words beside the table": (lambda _, sheet: set_cell(sheet, "Z7", "Aside"), {"beside-table Actions!Z7"}),
    "a chart without alt text": (lambda _, sheet: chart(sheet), {"alt-text Actions"}),
    "a sheet whose name says nothing": (
        lambda _, sheet: setattr(sheet, "title", "Sheet1"),
        {"sheet-name Sheet1"},
    ),
    "a login for an author": (
        lambda book, _: setattr(book.properties, "creator", "council\\jsmith2"),
        {"creator docProps/core.xml", "property docProps/core.xml"},
    ),
    "who saved it last": (
        lambda book, _: setattr(book.properties, "lastModifiedBy", "Jo Officer"),
        {"property docProps/core.xml"},
    ),
    "filtered rows": (
        lambda _, sheet: filter_rows(sheet),
        {"filtered-row Actions!7:7", "filter-buttons Actions"},
    ),
}


@pytest.mark.parametrize(("change", "expected"), PLANTS.values(), ids=PLANTS)
def test_a_planted_secret_is_found(paper: bytes, tmp_path: Path, change: Plant, expected: set[str]) -> None:
    assert {f"{code} {place}" for code, place in plant(paper, tmp_path, change)} == expected


PARTS = {
    "xl/vbaProject.bin": ("macro", "application/vnd.ms-office.vbaProject"),
    "xl/threadedComments/threadedComment1.xml": ("threaded-comment", ""),
    "xl/persons/person.xml": ("person", ""),
    "xl/pivotCache/pivotCacheRecords1.xml": ("pivot-cache", ""),
    "xl/model/item.data": ("data-model", ""),
    "xl/externalLinks/externalLink1.xml": ("external-link", ""),
    "xl/connections.xml": ("query", ""),
    "xl/embeddings/Report.docx": ("embedded-file", ""),
    "customXml/item1.xml": ("custom-xml", ""),
    "docMetadata/LabelInfo.xml": ("sensitivity-label", ""),
    "xl/activeX/activeX1.xml": ("control", ""),
    "xl/slicerCaches/slicerCache1.xml": ("slicer", ""),
    "xl/revisions/revisionLog1.xml": ("revision", ""),
    "odd/place.bin": ("macro", "application/vnd.ms-office.vbaProject"),
}


@pytest.mark.parametrize(("name", "code", "kind"), [(name, *rest) for name, rest in PARTS.items()], ids=PARTS)
def test_a_planted_part_is_found(paper: bytes, tmp_path: Path, name: str, code: str, kind: str) -> None:
    path = tmp_path / "planted.xlsx"
    with zipfile.ZipFile(BytesIO(paper)) as source, zipfile.ZipFile(path, "w") as target:
        for member in source.namelist():
            content = source.read(member)
            if member == "[Content_Types].xml" and kind:
                line = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
                content = content.replace(b"</Types>", line.encode())
            target.writestr(member, content)
        target.writestr(name, b"<x/>")

    assert [(each.code, each.part, each.severity) for each in check_publishable(path).exposures] == [
        (code, name, "error")
    ]


def test_the_paper_itself_has_nothing_against_it(paper: bytes, tmp_path: Path) -> None:
    path = tmp_path / "paper.xlsx"
    path.write_bytes(paper)
    result = check_publishable(path)
    assert (result.exposures, result.is_safe, result.cleaned) == ((), True, None)


def test_white_words_on_a_ground_that_a_condition_colours_are_no_secret(paper: bytes, tmp_path: Path) -> None:
    def colour(book: openpyxl.Workbook, sheet: Worksheet) -> None:
        red = PatternFill("solid", bgColor="FFC00000")
        sheet.conditional_formatting.add(
            "B6:B7", Rule("cellIs", operator="equal", formula=['"Late"'], dxf=DifferentialStyle(fill=red))
        )
        set_cell(sheet, "B6", "Late", **WHITE_TEXT)

    assert not {code for code, _ in plant(paper, tmp_path, colour)} & {"text-like-ground"}


def test_a_line_names_the_first_cells_and_the_value_all_of_them() -> None:
    cells = tuple(f"A{row}" for row in range(1, 10))
    exposure = Exposure(12, "formula", "warning", "9 formulas", "paste them", "Data", cells)  # type: ignore[arg-type]
    assert (exposure.place, exposure.cells) == ("Data!A1,A2,A3,A4,A5,A6 and 3 more", cells)
