"""What is in a workbook and not to be seen: sheets, rows, columns, cells, words without a colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from peerxl.excel.patch.parts.package import is_true
from peerxl.excel.patch.parts.workbook import WORKSHEET
from peerxl.excel.publish.exposure import Exposure
from peerxl.excel.publish.looks import LEAST_CONTRAST
from peerxl.excel.publish.workbook import PublishedCell, PublishedSheet, PublishedWorkbook, read_blocks
from peerxl.model.finding import Severity
from peerxl.model.sheet import column_letter

FAR_ROWS, FAR_COLUMNS = 100, 20
"""How many empty rows or columns lie between a cell and all the others, that nobody would come upon it."""


def list_hidden_sheets(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    for sheet in workbook.sheets:
        if sheet.state == "veryHidden":
            remedy = (
                "show it in the Visual Basic editor (Visible: -1), then delete it, or copy the rest to a new workbook"
            )
            yield sheet.expose(10, "very-hidden-sheet", Severity.ERROR, "a sheet that no menu of Excel shows", remedy)
        elif sheet.state != "visible":
            yield sheet.expose(10, "hidden-sheet", Severity.ERROR, "a hidden sheet", "delete it")
        if sheet.kind not in (WORKSHEET, "chart"):
            yield sheet.expose(10, "macro-sheet", Severity.ERROR, f"a {sheet.kind}", "delete it")


def list_hidden_cells(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    """Hidden rows and columns of sheets that show, with how many filled cells are in them."""
    for sheet in workbook.visible:
        rows = sheet.hidden_rows
        # What a filter leaves out is hidden in the file like any other row.
        is_filtered = any(True for _ in sheet.list_elements("filterColumn"))
        in_rows = [cell for cell in sheet.cells if cell.row in rows]
        if rows:
            code, what = ("filtered-row", "filtered out") if is_filtered else ("hidden-row", "hidden, or of no height")
            remedy = "take the filter off" if is_filtered else "show them, or delete them"
            yield sheet.expose(
                10,
                code,
                Severity.ERROR,
                f"{count(len(rows), 'row')} {what}, {count(len(in_rows), 'filled cell')} in them",
                remedy,
                join_numbers(sorted(rows)),
            )
        columns = [span for span in sheet.hidden_columns if any(cell.column in span for cell in sheet.cells)]
        if columns:
            inside = [cell for cell in sheet.cells if any(cell.column in span for span in columns)]
            names = tuple(name_columns(span) for span in columns)
            yield sheet.expose(
                10,
                "hidden-column",
                Severity.ERROR,
                f"columns that are hidden, or too narrow to show, {count(len(inside), 'filled cell')} in them",
                "show them, or delete them",
                names,
            )


def list_unseen_text(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    """Words that are drawn in the colour of their ground, or by a format that draws nothing."""
    for sheet in workbook.visible:
        # White words may stand on a ground that a condition colours.
        coloured = tuple(read_blocks(each.get("sqref", "") for each in sheet.list_elements("conditionalFormatting")))
        shown = [cell for cell in sheet.cells if cell.text.strip() and not sheet.is_hidden(cell)]
        looks = [(cell, workbook.look_of(cell)) for cell in shown]
        alike = [
            cell
            for cell, look in looks
            if look.contrast < LEAST_CONTRAST and not any((cell.row, cell.column) in block for block in coloured)
        ]
        blank = [cell for cell, look in looks if look.shows_nothing]
        for code, cells, what in (
            ("text-like-ground", alike, "text in the colour of its ground"),
            ("text-not-drawn", blank, 'text that its number format (";;;") does not draw'),
        ):
            if cells:
                yield sheet.expose(10, code, Severity.ERROR, what, "make it seen, or delete it", list_addresses(cells))


def list_remote_cells(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    """Cells far from all others of their sheet, and cells outside the area that prints."""
    for sheet in workbook.visible:
        remote = find_remote(sheet)
        if remote:
            yield sheet.expose(
                10,
                "remote-cell",
                Severity.ERROR,
                "cells far from all others",
                "delete them, or bring them near",
                list_addresses(remote),
            )


def find_remote(sheet: PublishedSheet) -> list[PublishedCell]:
    """The cells past the first wide gap below or to the right of the table."""
    last_row = find_gap(sorted({cell.row for cell in sheet.cells}), FAR_ROWS)
    last_column = find_gap(sorted({cell.column for cell in sheet.cells}), FAR_COLUMNS)
    return [cell for cell in sheet.cells if cell.row > last_row or cell.column > last_column]


def find_gap(numbers: Sequence[int], widest: int) -> int:
    """The last number before a gap wider than this."""
    before = numbers[0] if numbers else 0
    for number in numbers:
        if number - before > widest:
            break
        before = number
    return before


def list_what_ifs(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    """Scenarios and views kept with a sheet, and pictures behind it."""
    for sheet in workbook.sheets:
        if sheet.find_element("scenarios") is not None:
            yield sheet.expose(
                10,
                "scenario",
                Severity.ERROR,
                "scenarios, with other values and their writers' names",
                "delete them under Data, What-If Analysis",
            )
        if sheet.is_visible and any(is_true(each.get("showFormulas")) for each in sheet.list_elements("sheetView")):
            yield sheet.expose(
                12,
                "formulas-shown",
                Severity.WARNING,
                "it shows formulas in place of their values",
                "switch it off under Formulas, Show Formulas",
            )


def list_addresses(cells: Iterable[PublishedCell]) -> tuple[str, ...]:
    return tuple(cell.address for cell in cells)


def count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def join_numbers(rows: Sequence[int]) -> tuple[str, ...]:
    """Rows as Excel names stretches of them: "4:6"."""
    stretches: list[list[int]] = []
    for row in rows:
        if stretches and row == stretches[-1][1] + 1:
            stretches[-1][1] = row
        else:
            stretches.append([row, row])
    return tuple(f"{first}:{last}" for first, last in stretches)


def name_columns(span: range) -> str:
    return f"{column_letter(span.start)}:{column_letter(span.stop - 1)}"
