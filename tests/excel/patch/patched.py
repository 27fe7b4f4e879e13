"""What cells look like after setting some of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from python_calamine import CalamineWorkbook

from peerxl.excel.patch import NewValue, set_cells
from tests.excel.patch.handmade import handmade, sheet_of, sheet_xml

INLINE = 't="inlineStr"><is><t xml:space="preserve">'
ROWS = '<row r="2" spans="2:4"><c r="B2"/><c r="D2"/></row><row r="4"/>'


def patched_rows(folder: Path, rows: str, cells: Mapping[str, NewValue], before: str = "", after: str = "") -> str:
    """The rows of a sheet after setting cells of it, all around them having stayed."""
    path = handmade(folder, sheet_xml(rows, before, after))
    set_cells(path, folder / "target.xlsx", {"Plan": cells})
    sheet = sheet_of(folder / "target.xlsx")
    opening, closing = sheet_xml("|", before, after).split("|")
    assert sheet.startswith(opening)
    assert sheet.endswith(closing)
    return sheet.removeprefix(opening).removesuffix(closing)


def by_calamine(path: Path) -> Sequence[Sequence[object]]:
    with CalamineWorkbook.from_path(path) as book:
        return book.get_sheet_by_index(0).to_python()
