"""The tables of a worksheet: the cells whose text the table's own definition repeats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peerxl.excel.patch.address import Place, parse_blocks
from peerxl.excel.patch.archive import Member
from peerxl.excel.patch.package import Package, local
from peerxl.model.sheet import Block


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, the block of its headings (None where it shows none), the labelled cells of its totals."""

    name: str
    headings: Block | None
    labels: tuple[Place, ...]


def read_tables(package: Package, sheet: Member) -> Iterator[Table]:
    """The tables that stand on a sheet."""
    for related in package.relations(sheet.name):
        if related.kind == "table" and (member := package.target(sheet.name, related.target)):
            yield from read_table(package, member)


def read_table(package: Package, member: Member) -> Iterator[Table]:
    element = package.tree(member)
    name = element.get("displayName") or element.get("name") or ""
    for block in parse_blocks(element.get("ref", "")):
        last = block.first_row + int(element.get("headerRowCount", "1")) - 1
        headings = (
            Block(block.first_row, block.first_column, last, block.last_column) if last >= block.first_row else None
        )
        columns = [column for column in element.iter() if local(column) == "tableColumn"]
        labels = [
            (block.last_row, block.first_column + index)
            for index, column in enumerate(columns)
            if column.get("totalsRowLabel") and int(element.get("totalsRowCount", "0"))
        ]
        yield Table(name, headings, tuple(labels))
