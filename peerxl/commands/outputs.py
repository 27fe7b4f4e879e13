"""Files written: all of a command's or none, and never over what they are made from."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from peerxl.commands.read import AnyPath
from peerxl.errors import PeerxlError
from peerxl.files.save import OutputExistsError, holds, save_all
from peerxl.model.plan import ActionPlan

FileContents = Mapping[Path, bytes]
"""The bytes of each file to be written, by its path."""


class OutputIsMasterError(PeerxlError):
    """An output that would take the place of the workbook it is made from."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: this is the plan itself, which is never overwritten; give the output another name.")


class OutputIsInputError(PeerxlError):
    """An output that would take the place of another file that is read: the settings, a form, last year's plan."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: this file is read too, and what is read is never overwritten; give the output another name."
        )


class OutputNameError(PeerxlError):
    """An output whose name says that it is not a workbook."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: what is written is an Excel workbook; give it a name that ends in .xlsx.")


class PaperNameError(PeerxlError):
    """A paper whose name has the ending of no form that papers are made in."""

    def __init__(self, path: object, endings: Iterable[str]) -> None:
        *first, last = endings
        super().__init__(
            f"{path}: the ending says what is written; give it a name that ends in {', '.join(first)} or {last}."
        )


class SamePaperError(PeerxlError):
    """One name for two papers that are written together."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: this name was given twice; give each paper its own.")


def save_outputs(plan: ActionPlan, contents: FileContents, *, force: bool) -> None:
    """Write all files or none, and never over the plan they are made from."""
    for path in contents:
        refuse_output(path, plan.path, plan.settings_path)
    save_all(contents, force=force)


def refuse_taken(plan: ActionPlan, contents: FileContents, *, force: bool) -> None:
    """Raise where a file is in the way of one of ours, before anything else is done."""
    for path, content in contents.items():
        refuse_overwriting(path, plan.path, plan.settings_path)
        if not force and os.path.lexists(path) and not holds(path, content):
            raise OutputExistsError(path)


def refuse_names(targets: Iterable[Path], endings: Collection[str]) -> None:
    """Raise for a file whose ending says no form, and for one that is named twice."""
    taken: set[Path] = set()
    for target in targets:
        if target.suffix.lower() not in endings:
            raise PaperNameError(target, endings)
        if target.resolve() in taken:
            raise SamePaperError(target)
        taken.add(target.resolve())


def refuse_output(path: Path, master: Path | None, *others: Path | None) -> None:
    """Raise where an output would take the place of a file that is read, or has the name of no workbook."""
    refuse_overwriting(path, master, *others)
    if path.suffix.lower() != ".xlsx":
        raise OutputNameError(path)


def refuse_overwriting(path: Path, master: Path | None, *others: Path | None) -> None:
    """Raise where an output would take the place of a file that is read, forced or not.

    ``others`` are the files that are read beside the plan.
    """
    if is_file_of(path, master):
        raise OutputIsMasterError(path)
    if any(is_file_of(path, other) for other in others):
        raise OutputIsInputError(path)


def is_file_of(path: Path, other: Path | None) -> bool:
    """Whether two paths lead to one file: a link to the master, or the master by another path, is the master too."""
    return other is not None and path.exists() and other.exists() and path.samefile(other)


def link_to(master: AnyPath, target: Path) -> str:
    """How a file finds the master that lies in its folder, below it, or in one of the folders above it.

    Only the master's name where it lies elsewhere: the way there would name folders that are nobody's business, and the
    way up names none.
    """
    path, folder = Path(master).resolve(), target.resolve().parent
    if path.is_relative_to(folder):
        return path.relative_to(folder).as_posix()
    if folder.is_relative_to(path.parent):
        return "/".join((*[".."] * len(folder.relative_to(path.parent).parts), path.name))
    return path.name
