"""The tables of a worksheet: the cells whose text the table's own definition repeats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peerxl.excel.patch.address import Position, parse_blocks
from peerxl.excel.patch.parts.package import Package, local_name
from peerxl.excel.patch.zip.archive import Member
from peerxl.model.sheet import Block


@dataclass(frozen=True, slots=True)
class TableCells:
    """A table's name, the block of its headings (None where it shows none), the labelled cells of its totals."""

    name: str
    headings: Block | None
    labels: tuple[Position, ...]


def read_tables(package: Package, sheet: Member) -> Iterator[TableCells]:
    """The tables that stand on a sheet."""
    for member in package.find_related(sheet.name, "table"):
        yield from read_table(package, member)


def read_table(package: Package, member: Member) -> Iterator[TableCells]:
    """One table's part; nothing where it does not say which cells are the table's."""
    element = package.read_tree(member)
    name = element.get("displayName") or element.get("name") or ""
    for block in parse_blocks(element.get("ref", "")):
        last = block.first_row + int(element.get("headerRowCount", "1")) - 1
        headings = (
            Block(block.first_row, block.first_column, last, block.last_column) if last >= block.first_row else None
        )
        columns = [column for column in element.iter() if local_name(column) == "tableColumn"]
        labels = [
            (block.last_row, block.first_column + index)
            for index, column in enumerate(columns)
            if column.get("totalsRowLabel") and int(element.get("totalsRowCount", "0"))
        ]
        yield TableCells(name, headings, tuple(labels))
