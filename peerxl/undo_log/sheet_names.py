"""What the sheets that a step changed are called by now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from peerxl.undo_log.step import LoggedStep


def follow_sheets(step: LoggedStep, names: Sequence[str]) -> LoggedStep:
    """The step with its sheets, and those it was read from, as they are called in a workbook with sheets of ``names``.

    What of it stands on a sheet that nobody can tell any more stays under the old name, and is found nowhere.
    """
    renamed = pair_renamed(step.sheets, names)
    if not renamed:
        return step
    cells = tuple(replace(cell, sheet=renamed.get(cell.sheet, cell.sheet)) for cell in step.cells)
    return replace(step, cells=cells, how={**step.how, "sheet": rename(step.how.get("sheet"), renamed)})


def pair_renamed(then: Sequence[str], now: Sequence[str]) -> Mapping[str, str]:
    """What each sheet that is gone is called now: the only one that is new, or the one that is new in its place."""
    gone, new = [name for name in then if name not in now], [name for name in now if name not in then]
    if len(gone) == len(new) == 1:
        return {gone[0]: new[0]}
    # Where others came or went too the places tell nothing.
    pairs = zip(then, now, strict=True) if len(then) == len(now) else ()
    return {old: name for old, name in pairs if old in gone and name in new}


def rename(sheet: Any, renamed: Mapping[str, str]) -> Any:
    """The sheet or the sheets of a plan, as the options to read it name them."""
    if isinstance(sheet, list):
        return [rename(each, renamed) for each in sheet]
    return renamed.get(sheet, sheet) if isinstance(sheet, str) else sheet
