"""The safe spellings of a plan put right in its own workbook."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Unpack

from peerxl.checks.corrections import Correction, IsText, list_corrections
from peerxl.commands.kept_options import store_options
from peerxl.commands.memory import RecordOptions, remember
from peerxl.commands.read import AnyPath, ReadOptions, read_plan
from peerxl.excel.formulas import formula_places
from peerxl.excel.master import open_master, refuse_unwritable, save_cells, steady
from peerxl.excel.offers import match_offers, read_offers
from peerxl.excel.read import read_sheets
from peerxl.files.lock import alone
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Sheet
from peerxl.record.event import Merged
from peerxl.record.naming import ActionIds
from peerxl.record.sighting import of_record
from peerxl.undo_log.log import log_step
from peerxl.undo_log.step import LoggedCell, LoggedStep, index_sheets, log_cell

FIX = "check --fix"


@dataclass(frozen=True, slots=True)
class FixResult:
    """The cells that were put right, or would be, and those left as they are, each with why.

    ``backup`` is the master before; None where nothing was written.
    """

    corrections: tuple[Correction, ...]
    left: tuple[tuple[Correction, str], ...]
    backup: Path | None = None


def fix(
    master: AnyPath,
    *,
    now: datetime,
    timescales: bool = False,
    only: Collection[str] | None = None,
    dry_run: bool = False,
    record: AnyPath | None = None,
    no_record: bool = False,
    **options: Unpack[ReadOptions],
) -> FixResult:
    """Write statuses by the plan's own words, and where asked timescales in the house form, into the master itself.

    ``only`` are the cells to put right ("Plan!F5"), where not all are; ``record`` and ``no_record`` are those of
    ``RecordOptions``. Raises what ``read_plan``, ``remember`` and ``save_cells`` raise, with nothing written.
    """
    opened = open_master(master)
    with steady(opened):
        plan = read_plan(master, **options)
        result = find_fixes(plan, read_sheets(opened.path), opened.path, timescales=timescales, only=only)
    sound = result.corrections
    if dry_run or not sound:
        # A rehearsal has to fail where the performance would.
        refuse_unwritable(opened, map_texts(sound))
        return result
    index = index_sheets(plan)
    cells = tuple(log_cell(plan, index, each.action, each.field, each.cell, each.text) for each in sound)
    keeping: RecordOptions = {"record": record, "no_record": no_record}
    with alone(opened.path), remember(opened.path, plan, FIX, now, **keeping) as memory:
        how, quarter = store_options(options, opened.path), str(plan.quarter) if plan.quarter else ""
        with log_step(opened, LoggedStep(FIX, now, how, cells, memory.run_id, quarter=quarter)):
            saved = save_cells(opened, map_texts(sound), now=now)
        memory.write(*(fixed(each, logged, memory.ids) for each, logged in zip(sound, cells, strict=True)))
    return replace(result, backup=saved.backup)


def find_fixes(
    plan: ActionPlan,
    sheets: Sequence[Sheet],
    path: Path,
    *,
    timescales: bool = False,
    only: Collection[str] | None = None,
) -> FixResult:
    """What is safe to put right in a plan that was read from these sheets of the workbook at ``path``, and what not."""
    safe = list_corrections(plan, detect_text(sheets), timescales=timescales)
    wanted = safe if only is None else tuple(each for each in safe if str(each.cell) in only)
    left = tuple(find_obstacles(wanted, path, sheets))
    held = {correction.cell for correction, _ in left}
    return FixResult(tuple(each for each in wanted if each.cell not in held), left)


def fixed(correction: Correction, logged: LoggedCell, ids: ActionIds) -> Merged:
    """That a cell was put right."""
    before, after = (of_record(logged.field, text) for text in (logged.before, logged.after))
    return Merged(ids.of(correction.action), logged.field, before, after, logged.quarter)


def detect_text(sheets: Sequence[Sheet]) -> IsText:
    """A test of whether a cell of these sheets holds text."""
    by_name = {sheet.name: sheet for sheet in sheets}
    return lambda cell: isinstance(by_name[cell.sheet].value(cell.row, cell.column), str)


def find_obstacles(
    corrections: Sequence[Correction], path: Path, sheets: Sequence[Sheet]
) -> Iterator[tuple[Correction, str]]:
    """What is better not written over: a formula, and a cell whose drop-down does not offer the plan's own word."""
    formulas = formula_places(path) if corrections else frozenset()
    offers = match_offers(read_offers(path, sheets), (each.cell for each in corrections)) if corrections else {}
    for each in corrections:
        offer = offers.get(each.cell)
        if (each.cell.sheet, each.cell.row, each.cell.column) in formulas:
            yield each, f"it comes from a formula; have the formula say {each.text!r}"
        elif offer and not offer.accepts(each.text):
            yield each, f"its drop-down does not offer {each.text!r}; say on a Statuses sheet which word the plan uses"


def map_texts(corrections: Iterable[Correction]) -> dict[str, dict[str, str | None]]:
    """What to write, by sheet and cell."""
    by_sheet: dict[str, dict[str, str | None]] = {}
    for each in corrections:
        by_sheet.setdefault(each.cell.sheet, {})[each.cell.address] = each.text
    return by_sheet
