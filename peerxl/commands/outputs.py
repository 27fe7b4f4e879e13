"""Files written: all of a command's or none, and never over what they are made from."""

from __future__ import annotations

from collections.abc import Mapping
from os.path import relpath
from pathlib import Path

from peerxl.commands.read import AnyPath
from peerxl.errors import OutputIsMasterError, OutputNameError
from peerxl.excel.save import save_all
from peerxl.model.plan import ActionPlan

FileContents = Mapping[Path, bytes]
"""The bytes of each file to be written, by its path."""


def save_outputs(plan: ActionPlan, contents: FileContents, *, force: bool) -> None:
    """Write all files or none, and never over the plan they are made from."""
    for path in contents:
        refuse_output(path, plan.path)
    save_all(contents, force=force)


def refuse_output(path: Path, *inputs: Path | None) -> None:
    """Raise where an output would take the place of what it is made from, or has the name of no workbook."""
    # A link to the master, or the master by another path, is the master too.
    if any(each is not None and path.exists() and path.samefile(each) for each in inputs):
        raise OutputIsMasterError(path)
    if path.suffix.lower() != ".xlsx":
        raise OutputNameError(path)


def link_to(master: AnyPath, target: Path) -> str:
    """How a file finds the master from its own folder; only the name where they share no root."""
    try:
        return Path(relpath(Path(master).resolve(), target.resolve().parent)).as_posix()
    except ValueError:  # two drives
        return Path(master).name
