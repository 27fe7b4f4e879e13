"""A workbook of XlsxWriter that keeps its parts as they are: one step more changes some of them, then they are zipped.

XlsxWriter lets its packager and its worksheets be put in place of; nothing that it writes is changed by that.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.packager import Packager
from xlsxwriter.worksheet import Worksheet

from peerxl.model.sheet import column_letter

LETTERS = tuple(map(column_letter, range(1, 101)))
"""What the first columns are called."""


class UnzippedWorkbook(Workbook):  # type: ignore[misc]  # XlsxWriter has no types of its own
    """A workbook whose ``parts`` are there by their names once it is closed."""

    def __init__(self, options: dict[str, Any]) -> None:
        super().__init__(BytesIO(), {**options, "in_memory": True})
        self.worksheet_class = PlainWorksheet
        self.parts: dict[str, bytes] = {}

    def _get_packager(self) -> Packager:
        return PartsPackager(self.parts)


class PartsPackager(Packager):  # type: ignore[misc]
    """Keeps the parts, and leaves none to be zipped."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        super().__init__()
        self.parts = parts

    def _create_package(self) -> list[object]:
        for part, name, is_binary in super()._create_package():
            self.parts[name] = part.getvalue() if is_binary else part.getvalue().encode()
        return []


class PlainWorksheet(Worksheet):  # type: ignore[misc]
    """A worksheet whose cells are given by their numbers, nearly all of them texts with a format.

    What XlsxWriter does for others, by address or in another form, is not looked for with each of them.
    """

    write_string = Worksheet._write_string
    write_blank = Worksheet._write_blank
    write_number = Worksheet._write_number

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        if type(cell).__name__ == "String" and cell.format and col < len(LETTERS):
            style = cell.format._get_xf_index()
            self.fh.write(f'<c r="{LETTERS[col]}{row + 1}" s="{style}" t="s"><v>{cell.string}</v></c>')
        else:
            super()._write_cell(row, col, cell)
