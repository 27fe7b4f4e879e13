"""What is hidden on a sheet, however many rows it has."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import openpyxl
import pytest

from peerxl.excel.patch.parts.package import local_name
from peerxl.excel.publish.check import list_exposures
from peerxl.excel.publish.workbook import read_published


def count_looks(path: Path, rows: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many elements of a sheet's XML are looked at while a workbook of so many rows is judged."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Plan")
    for row in range(1, rows + 1):
        sheet.append(["Repair the pier", "AD Estates"])
        sheet.row_dimensions[row].hidden = row % 2 == 0
    sheet.column_dimensions["D"].hidden = True
    book.save(path)
    looked_at = 0

    def look(element: Element) -> str:
        nonlocal looked_at
        looked_at += 1
        return local_name(element)

    published = read_published(path)
    monkeypatch.setattr("peerxl.excel.publish.workbook.local_name", look)
    hidden = [exposure for exposure in list_exposures(published) if exposure.code == "hidden-row"]
    monkeypatch.undo()
    assert [len(exposure.cells) for exposure in hidden] == [rows // 2]
    return looked_at


def test_a_sheet_is_gone_through_as_often_whatever_its_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (count_looks(tmp_path / f"{rows}.xlsx", rows, monkeypatch) for rows in (20, 200))
    assert few == many
