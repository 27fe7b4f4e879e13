"""Text put into the cells of a workbook that is somebody else's, with nothing else in it changed."""

from __future__ import annotations

import os
from pathlib import Path

from peerxl.excel.patch.changes import Changes
from peerxl.excel.patch.patch import Patch, make_patch
from peerxl.excel.patch.writing import real_file, written_beside
from peerxl.model.sheet import Cell

__all__ = ["Changes", "Patch", "make_patch", "set_cells"]


def set_cells(
    source: str | os.PathLike[str], target: str | os.PathLike[str], changes: Changes, *, even_locked: bool = False
) -> tuple[Cell, ...]:
    """Write a copy of a workbook (.xlsx, .xlsm) in which the named cells hold these texts and all else is as it was.

    ``changes`` are texts by sheet and cell: ``{"Plan": {"E9": "In progress", "F9": None}}``; None empties a cell. What
    is written is text whatever it begins with, in the cell's own style; a cell that is missing is created in its row's
    style, else its column's; of merged cells the first is written. Where the workbook has formulas, Excel is told to
    calculate them when it opens it. The cells come back, where they really are.

    A target that is there is replaced in one step once the copy is read back; it may be the source itself. Raises the
    PeerxlError that says why a cell is not written (it holds a formula, is locked, heads a table, …) with the target as
    it was; ``even_locked`` writes into locked cells of protected sheets too.
    """
    patch = make_patch(Path(source), changes, even_locked)
    file = real_file(Path(target))
    with written_beside(patch, file) as copy:
        copy.replace(file)
    return patch.cells
