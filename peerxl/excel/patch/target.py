"""The file that a patch is written to: under a name of its own and proved, before anybody gives it the target's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peerxl.excel.patch.edit.changes import Changes
from peerxl.excel.patch.edit.patch import Patch, make_patch
from peerxl.excel.patch.proof.proof import prove
from peerxl.files.save import NotSavedError, copy_attributes, copy_mode, make_temporary, reason, replace_file
from peerxl.model.sheet import Cell


def set_cells(
    source: str | os.PathLike[str], target: str | os.PathLike[str], changes: Changes, *, even_locked: bool = False
) -> tuple[Cell, ...]:
    """Write a copy of a workbook (.xlsx, .xlsm) in which the named cells hold these values and all else is as it was.

    ``changes`` are values by sheet and cell: ``{"Plan": {"E9": "In progress", "F9": None, "G9": date(2024, 3, 31)}}``;
    None empties a cell. A text is text whatever it begins with. What is written stands in the cell's own style; a cell
    that is missing is created in its row's style, else its column's; of merged cells the first is written. A day in a
    cell whose style shows none takes the number format of the nearest day in its column, else the short one of Excel,
    and a number in a cell whose style shows days or times the general one: as a style like the cell's own but for that,
    which is added to the workbook's where it has none. A ``CellSnapshot``, which ``read_snapshots`` takes, puts a cell
    back as it was, or is refused with StaleCellError where its bytes would mean something else by now.

    Where the workbook has formulas, Excel is told to calculate them when it opens it. The cells come back, where they
    really are. A target that is there is replaced in one step once the copy is read back; it may be the source itself.
    Raises the PeerxlError that says why a cell is not written (it holds a formula, is locked, heads a table, …) with
    the target as it was; ``even_locked`` writes into locked cells of protected sheets too.
    """
    patch = make_patch(Path(source), changes, even_locked)
    file = resolve_target(Path(target))
    with write_proved_copy(patch, file) as copy:
        replace_file(copy, file)
    return patch.cells


@contextmanager
def write_proved_copy(patch: Patch, target: Path, folder: Path | None = None) -> Iterator[Path]:
    """The patched workbook in a file of its own, flushed and read back, in the target's folder or another one.

    Whoever is given it puts it in its place; if nobody does it is gone afterwards. Its ending is the target's, by
    which readers know what it is.
    """
    temporary = make_temporary(target, folder or target.parent)
    try:
        write_through(patch, temporary)
        prove(patch, temporary)
        copy_mode(target, temporary)
        if target.exists():
            copy_attributes(target, temporary)
        yield temporary
    except OSError as error:
        raise NotSavedError(target, reason(error)) from error
    finally:
        temporary.unlink(missing_ok=True)


def resolve_target(target: Path) -> Path:
    """The file that a target leads to, where it is a link, so that it stays one."""
    try:
        file = target.resolve()
        is_circle = file.is_symlink()
    # What Python says of links in a circle before 3.13; later versions give one of them back.
    except RuntimeError:
        is_circle = True
    except ValueError as error:
        raise NotSavedError(target, "no file can have this name") from error
    except OSError as error:
        raise NotSavedError(target, reason(error)) from error
    if is_circle:
        raise NotSavedError(target, "it is a link that leads back to itself")
    return file


def write_through(patch: Patch, path: Path) -> None:
    """Write a patched workbook and have the system put it on the disk."""
    with path.open("wb") as file:
        patch.write(file)
        file.flush()
        os.fsync(file.fileno())
