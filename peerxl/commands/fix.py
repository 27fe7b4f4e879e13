"""The safe spellings of a plan put right in its own workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from peerxl.api import AnyPath, AnyQuarter, how_to_read, read_plan
from peerxl.checks.corrections import Correction, IsText, corrections
from peerxl.excel.formulas import formula_places
from peerxl.excel.lock import alone
from peerxl.excel.master import open_master, refuse_unwritable, save_cells, steady
from peerxl.excel.offers import offered, read_offers
from peerxl.excel.read import read_sheets
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Sheet
from peerxl.undo_log import Step, entry_of, recorded


@dataclass(frozen=True, slots=True)
class Fixed:
    """A plan as it is after its spellings were put right (as it was, for a dry run), and the cells it was done in.

    ``left`` are those that were not written over, each with why.
    """

    plan: ActionPlan
    corrections: tuple[Correction, ...]
    left: tuple[tuple[Correction, str], ...]
    backup: Path | None = None


def fix(
    master: AnyPath,
    *,
    now: datetime,
    quarter: AnyQuarter = None,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
    settings: AnyPath | None = None,
    timescales: bool = False,
    dry_run: bool = False,
) -> Fixed:
    """Write statuses by the plan's own words, and where asked timescales in the house form, into the master itself.

    Raises what ``read_plan`` and ``save_cells`` raise, with nothing written.
    """
    opened, how = open_master(master), how_to_read(quarter, sheet, columns, settings)
    with steady(opened):
        plan = read_plan(master, **how)
        sheets = read_sheets(opened.file)
        found = corrections(plan, is_text_in(sheets), timescales=timescales)
        left = tuple(obstacles(found, opened.file, sheets))
        held = {one.cell for one, _ in left}
        sound = tuple(one for one in found if one.cell not in held)
    if dry_run or not sound:
        refuse_unwritable(opened, texts(sound))
        return Fixed(plan, sound, left)
    entries = tuple(entry_of(plan, one.action, one.field, one.cell, one.text) for one in sound)
    with alone(opened.path), recorded(opened, Step("check --fix", now, how, entries)):
        saved = save_cells(opened, texts(sound), now=now)
    return Fixed(read_plan(master, **how), sound, left, saved.backup)


def is_text_in(sheets: Sequence[Sheet]) -> IsText:
    named = {sheet.name: sheet for sheet in sheets}
    return lambda cell: isinstance(named[cell.sheet].value(cell.row, cell.column), str)


def obstacles(found: tuple[Correction, ...], path: Path, sheets: Sequence[Sheet]) -> Iterator[tuple[Correction, str]]:
    """What is better not written over: a formula, and a word of a drop-down that does not offer the plan's own."""
    formulas = formula_places(path) if found else frozenset()
    offers = read_offers(path, sheets) if found else {}
    for one in found:
        words = offered(offers, one.cell)
        if (one.cell.sheet, one.cell.row, one.cell.column) in formulas:
            yield one, f"it comes from a formula; have the formula say {one.text!r}"
        elif words is not None and one.text not in words:
            yield one, f"its drop-down does not offer {one.text!r}; say on a Statuses sheet which word the plan uses"


def texts(found: tuple[Correction, ...]) -> dict[str, dict[str, str | None]]:
    by_sheet: dict[str, dict[str, str | None]] = {}
    for one in found:
        by_sheet.setdefault(one.cell.sheet, {})[one.cell.address] = one.text
    return by_sheet
