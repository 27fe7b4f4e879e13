"""A workbook's values read by python-calamine, which is native code and quick.

It holds each sheet as a full rectangle, and where it cannot it ends the process: what it is given is looked over before
(``sheet_scan``), or read in a process of its own (``apart``).
"""

from __future__ import annotations

from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from peerxl.excel.errors import EncryptedWorkbookError
from peerxl.garbage import give_back
from peerxl.model.sheet import Block, Sheet, Value


def read_natively(path: Path) -> tuple[Sheet, ...] | None:
    """The values by calamine; None where it cannot read them, EncryptedWorkbookError where nobody can."""
    try:
        return read_with_calamine(path)
    except PasswordError as error:
        raise EncryptedWorkbookError(path) from error
    # OverflowError: a time of more days than Python counts.
    except (CalamineError, OSError, OverflowError, ValueError):
        return None
    except BaseException as error:
        # What native code raises where it gives up is no Exception, and none of its own modules can be named.
        if type(error).__module__ != "pyo3_runtime":
            raise
        return None


def read_with_calamine(path: Path) -> tuple[Sheet, ...]:
    with CalamineWorkbook.from_object(path) as workbook:
        worksheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        sheets = tuple(
            sheet_from_calamine(workbook, sheet.name, sheet.visible != SheetVisibleEnum.Visible) for sheet in worksheets
        )
    if sum(len(sheet.rows) for sheet in sheets) > MANY_ROWS:
        give_back()
    return sheets


def sheet_from_calamine(workbook: CalamineWorkbook, name: str, is_hidden: bool) -> Sheet:
    sheet = workbook.get_sheet_by_name(name)
    # The empty text stands for no value. Names, dates and statuses stand in many rows, and are kept once.
    words: dict[str, str | None] = {"": None}
    # Empty rows and columns before the first value too, or every address would be another.
    rows: tuple[tuple[Value, ...], ...] = tuple(
        tuple(
            [
                words.setdefault(value, value) if isinstance(value, str) and len(value) <= LONGEST_SHARED else value
                for value in row
            ]
        )
        for row in sheet.to_python(skip_empty_area=False)
    )
    merged = tuple(
        # calamine counts from 0.
        Block(first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)
        for first, last in sorted(sheet.merged_cell_ranges or ())
    )
    return Sheet(name, rows, merged, is_hidden)


MANY_ROWS = 10_000
"""How many rows leave behind so much that it is worth giving back."""
LONGEST_SHARED = 40
"""How long the texts are of which many cells have the same."""
