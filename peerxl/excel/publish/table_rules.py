"""Whether a sheet's table can be read by ear: one real table, a heading to each column, nothing merged or blank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peerxl.excel.patch.parts.package import local_name
from peerxl.excel.publish.exposure import Exposure
from peerxl.excel.publish.hidden_rules import count, join_numbers, list_addresses
from peerxl.excel.publish.workbook import PublishedCell, PublishedSheet, PublishedWorkbook, read_blocks
from peerxl.model.finding import Severity
from peerxl.model.sheet import Block, column_letter

LEAST_ROWS, LEAST_COLUMNS = 3, 2
"""Less than so many filled rows and columns side by side are lines of text and no table."""


@dataclass(frozen=True, slots=True)
class ExcelTable:
    """A table that Excel knows as one: its name, where it stands, and the headings it is said to have."""

    name: str
    block: Block
    headings: tuple[str, ...]


def list_table_faults(workbook: PublishedWorkbook) -> Iterator[Exposure]:
    """What keeps a sheet's table from being read out row by row with its headings."""
    for sheet in workbook.visible:
        tables = read_tables(workbook, sheet)
        if not tables and has_rows(sheet):
            yield fault(
                sheet, 1, "no-table", "its rows are no table that Excel knows", "select them and choose Insert, Table"
            )
        if len(tables) > 1:
            yield fault(
                sheet, 1, "several-tables", f"{len(tables)} tables on one sheet", "give each a sheet of its own"
            )
        for table in tables:
            yield from list_faults_of(sheet, table)
        merged = tuple(
            f"{name_cell(block.first_row, block.first_column)}:{name_cell(block.last_row, block.last_column)}"
            for block in sheet.merged
        )
        if merged:
            yield fault(
                sheet,
                2,
                "merged-cells",
                f"{count(len(merged), 'block')} of merged cells",
                "unmerge them, and say in each row what was said once",
                merged,
            )


def list_faults_of(sheet: PublishedSheet, table: ExcelTable) -> Iterator[Exposure]:
    """What is amiss with one table: where it begins, its headings, its blank rows and cells, what is beside it."""
    block = table.block
    if block.first_column != 1:
        yield fault(sheet, 1, "table-not-in-column-a", "its table does not begin in column A", "move it there")
    again = [heading for heading, times in Counter(map(str.casefold, table.headings)).items() if times > 1]
    if again or any(not heading.strip() or is_default(heading) for heading in table.headings):
        yield fault(
            sheet,
            1,
            "table-headings",
            "headings that are missing or say nothing",
            "give every column a heading of its own",
            (name_cell(block.first_row, block.first_column),),
        )
    filled = {(cell.row, cell.column): cell for cell in sheet.cells if cell.text.strip() or cell.is_formula}
    outside = [cell for position, cell in filled.items() if position not in block and cell.row >= block.first_row]
    if outside:
        yield fault(
            sheet,
            1,
            "beside-table",
            "words beside or below the table, which nobody who listens to it finds",
            "put them above it, or on another sheet",
            list_addresses(outside),
        )
    yield from list_blanks(sheet, block, filled)


def list_blanks(
    sheet: PublishedSheet, block: Block, filled: Mapping[tuple[int, int], PublishedCell]
) -> Iterator[Exposure]:
    """Rows, columns and cells of a table with nothing in them."""
    rows, columns = range(block.first_row + 1, block.last_row + 1), range(block.first_column, block.last_column + 1)
    used_rows = {row for row, _ in filled}
    used_columns = {column for row, column in filled if row in rows}
    blank_rows = [row for row in rows if row not in used_rows]
    blank_columns = [column for column in columns if column not in used_columns]
    if blank_rows or blank_columns:
        names = (*join_numbers(blank_rows), *map(column_letter, blank_columns))
        yield fault(sheet, 2, "blank-rows", "blank rows or columns in its table", "delete them", names)
    blank = [
        name_cell(row, column)
        for row in rows
        if row in used_rows
        for column in columns
        if column in used_columns and (row, column) not in filled
    ]
    if blank:
        yield sheet.expose(
            3,
            "blank-cells",
            Severity.ADVICE,
            f"{count(len(blank), 'blank cell')} in its table",
            'say what a blank means: "Not set", "No update received"',
            tuple(blank),
        )


def read_tables(workbook: PublishedWorkbook, sheet: PublishedSheet) -> tuple[ExcelTable, ...]:
    """The tables that a sheet names as its own."""
    tables = []
    for member in workbook.package.find_related(sheet.part, "table") if sheet.part else ():
        tree = workbook.package.read_tree(member)
        blocks = tuple(read_blocks([tree.get("ref", "")]))
        headings = tuple(each.get("name", "") for each in tree.iter() if local_name(each) == "tableColumn")
        # A table that shows no headings is to a screen reader none.
        if blocks and tree.get("headerRowCount") != "0":
            tables.append(ExcelTable(tree.get("displayName", ""), blocks[0], headings))
    return tuple(tables)


def has_rows(sheet: PublishedSheet) -> bool:
    """Whether a sheet has rows of several cells each, one below the other."""
    filled = Counter(cell.row for cell in sheet.cells if cell.text.strip())
    rows = {row for row, cells in filled.items() if cells >= LEAST_COLUMNS}
    return any(all(row + step in rows for step in range(LEAST_ROWS)) for row in rows)


def is_default(heading: str) -> bool:
    """Whether a heading is the one that Excel gives to a column without any: "Column1"."""
    return heading.casefold().startswith("column") and heading[6:].strip().isdigit()


def name_cell(row: int, column: int) -> str:
    return f"{column_letter(column)}{row}"


def fault(
    sheet: PublishedSheet, rule: int, code: str, message: str, remedy: str, cells: tuple[str, ...] = ()
) -> Exposure:
    return sheet.expose(rule, code, Severity.WARNING, message, remedy, cells)
