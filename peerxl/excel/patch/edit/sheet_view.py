"""A worksheet opened for cells of it to be looked up: its XML, what surrounds its rows, and the cells' slots."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from peerxl.excel.errors import OddSheetError
from peerxl.excel.patch.address import Position
from peerxl.excel.patch.edit.slots import CellSlot, find_slots
from peerxl.excel.patch.parts.encoding import Xml
from peerxl.excel.patch.parts.package import Package
from peerxl.excel.patch.parts.workbook import SheetPart
from peerxl.excel.patch.sheet.frame import Frame, read_frame
from peerxl.excel.patch.sheet.grid import Grid, read_grid
from peerxl.excel.patch.sheet.row_element import OddGridError
from peerxl.excel.patch.zip.archive import Member


@dataclass(frozen=True, slots=True)
class SheetView:
    """A worksheet's part, looked at: ``where`` names the file and the sheet."""

    where: str
    member: Member
    xml: Xml
    grid: Grid
    frame: Frame

    def find_slots(self, positions: Collection[Position]) -> tuple[CellSlot, ...]:
        """The slots of these cells, row by row."""
        return find_slots(self.grid, self.frame, positions)


def view_sheet(package: Package, sheet: SheetPart) -> SheetView:
    """Look at a worksheet; ValueError where it is built oddly."""
    member = sheet.get_part(package.archive.path)
    xml = package.read_xml(member)
    grid = read_grid(xml.body)
    return SheetView(f"{package.archive.path}!{sheet.name}", member, xml, grid, read_frame(grid))


@contextmanager
def name_odd_sheet(where: str) -> Iterator[None]:
    """Raise what goes wrong inside, odd XML or an unreadable number or name, as OddSheetError of the sheet `where`."""
    try:
        yield
    except OddGridError as error:
        raise OddSheetError(where, str(error)) from error
    except ValueError as error:
        raise OddSheetError(where, "the sheet has something in it that no program reads") from error
