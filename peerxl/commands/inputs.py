"""The files that came back: each read as a return, under a name that no other has."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from peerxl.errors import PeerxlError
from peerxl.excel.formulas import read_formulas
from peerxl.excel.read import read_sheets
from peerxl.excel.saved import saved_at
from peerxl.merge import Refusal, Return
from peerxl.model.plan import ActionPlan
from peerxl.returns import read_return

OTHER_KINDS = frozenset({".xls", ".xlsb", ".ods"})
"""Kinds of workbook whose formulas cannot be told from what was typed."""


def read_all(files: Sequence[Path], plan: ActionPlan) -> list[Return | Refusal]:
    return [read_file(path, name, plan) for path, name in named(files).items()]


def read_file(path: Path, name: str, plan: ActionPlan) -> Return | Refusal:
    """The return in a file, or why it cannot be read."""
    kind = path.suffix.lower()
    if kind in OTHER_KINDS and path.is_file():
        why = f"A form that comes back as {kind} cannot be read for sure; open it, save it as .xlsx and collect again."
        return Refusal("not-a-return", name, why)
    try:
        sheets, formulas, modified = read_sheets(path), read_formulas(path), saved_at(path)
        return read_return(name, sheets, formulas, modified=modified, first_month=plan.settings.first_month)
    except PeerxlError as error:
        message = str(error).removeprefix(f"{path}: ").removeprefix(f"{name}: ")
        return Refusal("not-a-return", name, f"{message[:1].upper()}{message[1:]}")


def named(files: Sequence[Path]) -> Mapping[Path, str]:
    """Each file with its own name, and as many of its folders as tell it from the others."""
    parts = {path: printable(path).parts for path in files}
    return {path: shortest(own, [parts[other] for other in files if other != path]) for path, own in parts.items()}


def printable(path: Path) -> Path:
    """The whole path, with a mark for each byte of it that stands for no character."""
    return Path(os.fsencode(path.absolute()).decode(errors="replace"))


def shortest(own: Sequence[str], others: Iterable[Sequence[str]]) -> str:
    """The last parts of a path that none of the others ends in."""
    rivals = tuple(others)
    lengths = range(1, len(own))
    length = next((one for one in lengths if not any(other[-one:] == own[-one:] for other in rivals)), len(own))
    return "/".join(own[-length:])
