"""Values put into the cells of a workbook that is somebody else's, with nothing else in it changed.

Its folders, each of which knows only those before it: ``zip`` the archive's bytes, ``parts`` the parts of a workbook,
``sheet`` a worksheet's XML, ``edit`` which bytes give way to which, ``proof`` the written copy read back. ``address``
serves them all. Names are imported when they are first used: a reader of parts loads nothing that writes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerxl.excel.patch.edit.changes import Changes, NewValue, Reworded
    from peerxl.excel.patch.edit.new_columns import NewColumn, NewColumns
    from peerxl.excel.patch.edit.patch import AddedColumns, Patch, make_patch
    from peerxl.excel.patch.edit.snapshot import CellSnapshot, References
    from peerxl.excel.patch.edit.snapshot_json import snapshot_as_json, snapshot_from_json
    from peerxl.excel.patch.edit.snapshot_reader import find_stale_cells, list_sheet_names, read_snapshots
    from peerxl.excel.patch.target import set_cells

HOMES = {
    "peerxl.excel.patch.edit.changes": ("Changes", "NewValue", "Reworded"),
    "peerxl.excel.patch.edit.new_columns": ("NewColumn", "NewColumns"),
    "peerxl.excel.patch.edit.patch": ("AddedColumns", "Patch", "make_patch"),
    "peerxl.excel.patch.edit.snapshot": ("CellSnapshot", "References"),
    "peerxl.excel.patch.edit.snapshot_json": ("snapshot_as_json", "snapshot_from_json"),
    "peerxl.excel.patch.edit.snapshot_reader": ("find_stale_cells", "list_sheet_names", "read_snapshots"),
    "peerxl.excel.patch.target": ("set_cells",),
}

__all__ = [
    "AddedColumns",
    "CellSnapshot",
    "Changes",
    "NewColumn",
    "NewColumns",
    "NewValue",
    "Patch",
    "References",
    "Reworded",
    "find_stale_cells",
    "list_sheet_names",
    "make_patch",
    "read_snapshots",
    "set_cells",
    "snapshot_as_json",
    "snapshot_from_json",
]


def __getattr__(name: str) -> object:
    for home, names in HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
