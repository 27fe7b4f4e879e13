"""What would keep text out of cells of an officer's workbook, found before anything is to be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from peerxl.errors import PeerxlError
from peerxl.excel.patch.address import Position, find_blocks
from peerxl.excel.patch.edit.slots import CellSlot, find_slots
from peerxl.excel.patch.parts.package import Package
from peerxl.excel.patch.parts.refusals import open_package
from peerxl.excel.patch.parts.styles import Styles, read_styles
from peerxl.excel.patch.parts.workbook import read_sheet_list
from peerxl.excel.patch.sheet.frame import Frame, read_frame
from peerxl.excel.patch.sheet.grid import Grid, read_grid
from peerxl.excel.patch.zip.archive import Member
from peerxl.model.obstacle import NO_OBSTACLES, Obstacle, Obstacles, Place
from peerxl.model.sheet import Cell


def find_obstacles(path: Path, cells: Iterable[Cell]) -> Obstacles:
    """Why each of some cells could not be set: a formula, a lock; or why none in this workbook could be.

    A sheet that is hard to read says nothing here, and all when it is written to.
    """
    wanted: dict[str, list[Position]] = {}
    for cell in cells:
        wanted.setdefault(cell.sheet, []).append((cell.row, cell.column))
    if not wanted:
        return NO_OBSTACLES
    try:
        package = open_package(path)
        workbook = package.find_workbook()
        sheets = {sheet.name: sheet.member for sheet in read_sheet_list(package, workbook)}
    except PeerxlError as error:
        return Obstacles(whole=str(error).removeprefix(f"{path}: "))
    found: dict[Place, Obstacle] = {}
    for name, positions in wanted.items():
        member = sheets.get(name)
        if member is not None:
            found |= {(name, *at): obstacle for at, obstacle in find_in_sheet(package, workbook, member, positions)}
    return Obstacles(cells=found)


def find_in_sheet(
    package: Package, workbook: Member, member: Member, positions: Iterable[Position]
) -> Iterator[tuple[Position, Obstacle]]:
    """The obstacles of one sheet; a formula counts before a lock."""
    try:
        grid = read_grid(package.read_xml(member).body)
        frame = read_frame(grid)
        # Most sheets have neither, and looking up each cell takes as long as reading the plan.
        if not frame.is_protected and not grid.has_formulas():
            return
        slots = find_slots(grid, frame, positions)
        locked = find_locked(frame, read_styles(package, workbook), slots) if frame.is_protected else ()
        formulas = find_formulas(grid, slots)
    except (PeerxlError, ValueError):
        return
    found: Mapping[Position, Obstacle] = dict.fromkeys(locked, Obstacle.LOCKED) | dict.fromkeys(
        formulas, Obstacle.FORMULA
    )
    yield from found.items()


def find_formulas(grid: Grid, slots: Iterable[CellSlot]) -> set[Position]:
    """The cells with a formula in them, or with a part of another cell's results."""
    asked = tuple(slots)
    filled = find_blocks((slot.position for slot in asked), grid.find_filled_blocks())
    return {slot.position for slot in asked if (slot.cell and slot.cell.has_formula) or slot.position in filled}


def find_locked(frame: Frame, styles: Styles | None, slots: Iterable[CellSlot]) -> set[Position]:
    """The cells that a protected sheet locks."""
    unlocked = styles.unlocked if styles else frozenset()
    locked = [slot for slot in slots if int(slot.style or 0) not in unlocked]
    editable = find_blocks((slot.position for slot in locked), frame.editable)
    return {slot.position for slot in locked if slot.position not in editable}
