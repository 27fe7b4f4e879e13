"""What would keep a value out of cells of an officer's workbook, found before anything is to be written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from peerxl.errors import PeerxlError
from peerxl.excel.patch.address import Position, find_blocks
from peerxl.excel.patch.parts.package import Package
from peerxl.excel.patch.parts.refusals import open_package
from peerxl.excel.patch.parts.workbook import SheetPart, read_sheet_list
from peerxl.model.obstacle import Obstacle, Obstacles, Place
from peerxl.model.sheet import Cell
from peerxl.pattern import compile_late

if TYPE_CHECKING:
    from peerxl.excel.patch.edit.slots import CellSlot
    from peerxl.excel.patch.sheet.frame import Frame
    from peerxl.excel.patch.sheet.grid import Grid


def find_obstacles(path: Path, names: Collection[str], cells: Iterable[Cell]) -> Obstacles:
    """Why each of some cells could not be set: a formula, a lock; or why none in this workbook could be.

    ``names`` are those of the sheets that the cells are on; the cells are listed only where one of these has anything
    in the way. A sheet that is hard to read has no obstacles here; the error comes when it is written to.
    """
    try:
        package = open_package(path)
        listed = {sheet.name: sheet for sheet in read_sheet_list(package, package.find_workbook())}
    except PeerxlError as error:
        return Obstacles(whole=str(error).removeprefix(f"{path}: "))
    marked = [sheet for name, sheet in listed.items() if name in names and may_have_obstacles(package, sheet)]
    wanted: dict[str, list[Position]] = {}
    for cell in cells if marked else ():
        wanted.setdefault(cell.sheet, []).append((cell.row, cell.column))
    obstacles: dict[Place, Obstacle] = {}
    for sheet in marked:
        blocked = find_in_sheet(package, sheet, wanted.get(sheet.name, ()))
        obstacles |= {(sheet.name, *position): obstacle for position, obstacle in blocked}
    return Obstacles(cells=obstacles)


def find_in_sheet(
    package: Package, sheet: SheetPart, positions: Collection[Position]
) -> Iterator[tuple[Position, Obstacle]]:
    """The obstacles of one sheet; a formula counts before a lock."""
    try:
        member = sheet.get_part(package.archive.path)
        from peerxl.excel.patch.sheet.frame import read_frame
        from peerxl.excel.patch.sheet.grid import read_grid

        grid = read_grid(package.read_xml(member).body)
        frame = read_frame(grid)
        # Most sheets have neither, and looking up each cell takes as long as reading the plan.
        if not frame.is_protected and not grid.has_formulas():
            return
        from peerxl.excel.patch.edit.slots import find_slots

        slots = find_slots(grid, frame, positions)
        locked = find_locked(package, frame, slots) if frame.is_protected else set()
        formulas = find_formulas(grid, slots)
    except (PeerxlError, ValueError):
        return
    yield from ((position, Obstacle.LOCKED) for position in locked - formulas)
    yield from ((position, Obstacle.FORMULA) for position in formulas)


FORMULA = compile_late(rb"[<:]f[\s/>]")
"""A cell's formula, whatever its prefix; that of a drop-down has a longer name."""
PROTECTION = b"sheetProtection"


def has_formula(part: bytes) -> bool:
    """Whether a formula may stand in a part in UTF-8."""
    # Most have nothing that begins so, which is sooner known than what a pattern finds.
    return (b"<f" in part or b":f" in part) and FORMULA.search(part) is not None


def may_have_obstacles(package: Package, sheet: SheetPart) -> bool:
    """Whether a sheet may have one, as far as it can be read."""
    try:
        return package.may_hold(sheet.get_part(package.archive.path), has_mark)
    except (PeerxlError, ValueError):
        return False


def has_mark(part: bytes) -> bool:
    """Whether the mark of one may stand in a part in UTF-8."""
    return has_formula(part) or PROTECTION in part


def find_formulas(grid: Grid, slots: Iterable[CellSlot]) -> set[Position]:
    """The cells with a formula in them, or with a part of another cell's results."""
    asked = tuple(slots)
    filled = find_blocks((slot.position for slot in asked), grid.find_filled_blocks())
    return {slot.position for slot in asked if (slot.cell and slot.cell.has_formula) or slot.position in filled}


def find_locked(package: Package, frame: Frame, slots: Iterable[CellSlot]) -> set[Position]:
    """The cells that a protected sheet locks."""
    from peerxl.excel.patch.parts.styles import read_styles

    styles = read_styles(package, package.find_workbook())
    unlocked = styles.unlocked if styles else frozenset()
    locked = [slot for slot in slots if int(slot.style or 0) not in unlocked]
    editable = find_blocks((slot.position for slot in locked), frame.editable)
    return {slot.position for slot in locked if slot.position not in editable}
