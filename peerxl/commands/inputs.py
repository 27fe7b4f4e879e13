"""The forms that came back: which files they are, and each read as a return under a name that no other has."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from peerxl.errors import NoReturnsError, PeerxlError, UnreadableFileError
from peerxl.excel.formulas import read_formulas
from peerxl.excel.read import read_sheets
from peerxl.excel.saved import saved_at
from peerxl.merge import Refusal, Return
from peerxl.model.plan import ActionPlan
from peerxl.returns import read_return

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
WITHOUT_FORMULAS = frozenset({".xls", ".xlsb", ".ods"})
"""Kinds of workbook whose formulas cannot be told from what was typed."""


@dataclass(frozen=True, slots=True)
class InputFiles:
    """The files to read, and a sentence about each thing in their folders that was left alone."""

    paths: tuple[Path, ...]
    notes: tuple[str, ...]


def find_inputs(paths: Sequence[Path], own_files: Iterable[Path]) -> InputFiles:
    """The files named and the workbooks in the folders named, each once, but for ``own_files`` in a folder.

    Raises NoReturnsError where there is none, UnreadableFileError for a folder that cannot be read.
    """
    # The master and the last report may well lie in the folder of the forms.
    apart = {path.resolve() for path in own_files}
    listed = [file for path in paths if path.is_dir() for file in list_folder(path) if file.resolve() not in apart]
    named = [path for path in paths if not path.is_dir()]
    # A form that is named and lies in a named folder too is one form.
    by_file = {path.resolve(): path for path in (*named, *filter(is_workbook, listed))}
    if not by_file:
        raise NoReturnsError(", ".join(map(str, paths)))
    notes = tuple(describe_left_alone(path) for path in listed if not is_workbook(path))
    return InputFiles(tuple(by_file.values()), notes)


def list_folder(folder: Path) -> list[Path]:
    """What lies in a folder, without what programs leave beside an open file."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~$")))
    except OSError as error:
        raise UnreadableFileError(folder, error.strerror or str(error)) from error


def is_workbook(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in WORKBOOKS


def describe_left_alone(path: Path) -> str:
    kind = "a folder of its own" if path.is_dir() else "no workbook"
    return f"{path.name} is {kind} and was left alone."


def read_inputs(paths: Sequence[Path], plan: ActionPlan) -> list[Return | Refusal]:
    """Read each file as a return, or say why it cannot be; one that cannot stops no other."""
    return [read_input(path, name, plan) for path, name in name_apart(paths).items()]


def read_input(path: Path, name: str, plan: ActionPlan) -> Return | Refusal:
    """The return in a file, or why it cannot be read."""
    kind = path.suffix.lower()
    if kind in WITHOUT_FORMULAS and path.is_file():
        why = f"A form that comes back as {kind} cannot be read for sure; open it, save it as .xlsx and collect again."
        return Refusal("not-a-return", name, why)
    try:
        sheets, formulas, modified = read_sheets(path), read_formulas(path), saved_at(path)
        return read_return(name, sheets, formulas, modified=modified, years=plan.settings.years)
    except PeerxlError as error:
        # The report names the file already.
        message = str(error).removeprefix(f"{path}: ").removeprefix(f"{name}: ")
        return Refusal("not-a-return", name, f"{message[:1].upper()}{message[1:]}")


def name_apart(paths: Sequence[Path]) -> Mapping[Path, str]:
    """Each file with its own name, and as many of its folders as tell it from the others."""
    parts = {path: make_printable(path).parts for path in paths}
    return {path: join_shortest(own, [parts[other] for other in paths if other != path]) for path, own in parts.items()}


def make_printable(path: Path) -> Path:
    """The whole path, with a mark for each byte of it that stands for no character."""
    return Path(os.fsencode(path.absolute()).decode(errors="replace"))


def join_shortest(own: Sequence[str], others: Sequence[Sequence[str]]) -> str:
    """The last parts of a path that none of the others ends in."""
    lengths = range(1, len(own))
    length = next((n for n in lengths if not any(other[-n:] == own[-n:] for other in others)), len(own))
    return "/".join(own[-length:])
