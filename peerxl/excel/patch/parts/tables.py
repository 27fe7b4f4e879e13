"""The tables of a worksheet: the cells whose text the table's own definition repeats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from peerxl.excel.patch.address import Position, parse_blocks
from peerxl.excel.patch.parts.package import Package, local_name
from peerxl.excel.patch.zip.archive import Member
from peerxl.model.sheet import Block


@dataclass(frozen=True, slots=True)
class TableCells:
    """A table: its block, how many rows of it are headings and totals, its columns, the totals that have a label."""

    name: str
    block: Block
    heading_rows: int
    total_rows: int
    columns: tuple[str, ...]
    labels: tuple[Position, ...]

    @property
    def headings(self) -> Block | None:
        """The block of its headings, None where it shows none."""
        last = self.block.first_row + self.heading_rows - 1
        return replace(self.block, last_row=last) if self.heading_rows > 0 else None

    def find_column(self, name: str) -> Block | None:
        """The block of a column's own cells, without heading and total; None where there is no such column or cell."""
        names = [column.casefold() for column in self.columns]
        if name.casefold() not in names:
            return None
        column = self.block.first_column + names.index(name.casefold())
        first, last = self.block.first_row + self.heading_rows, self.block.last_row - self.total_rows
        return Block(first, column, last, column) if first <= last else None


def read_tables(package: Package, sheet: Member) -> Iterator[TableCells]:
    """The tables that stand on a sheet."""
    for member in package.find_related(sheet.name, "table"):
        yield from read_table(package, member)


def read_table(package: Package, member: Member) -> Iterator[TableCells]:
    """One table's part; nothing where it does not say which cells are the table's."""
    element = package.read_tree(member)
    name = element.get("displayName") or element.get("name") or ""
    columns = [column for column in element.iter() if local_name(column) == "tableColumn"]
    # What a table does not say is as the format has it: one row of headings, none of totals.
    heading_rows, total_rows = int(element.get("headerRowCount", "1")), int(element.get("totalsRowCount", "0"))
    for block in parse_blocks(element.get("ref", "")):
        labels = tuple(
            (block.last_row, block.first_column + index)
            for index, column in enumerate(columns)
            if total_rows and column.get("totalsRowLabel")
        )
        names = tuple(column.get("name", "") for column in columns)
        yield TableCells(name, block, heading_rows, total_rows, names, labels)
