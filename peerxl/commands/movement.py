"""What moved: between two quarters of one plan, or from one plan to another."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

from peerxl.commands.outputs import refuse_output
from peerxl.commands.read import AnyPath, AnyQuarter, ReadOptions, parse_plan_quarter, read_plan, require_quarter
from peerxl.errors import NoEarlierQuarterError, QuarterOrderError
from peerxl.excel.save import save_all
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.movement.compare import Movement, PlanAt, compare_plans, compare_quarters, find_last_quarter
from peerxl.reading.plan import require_actions


def find_movement(
    old: AnyPath, new: AnyPath | None = None, *, since: AnyQuarter = None, **options: Unpack[ReadOptions]
) -> Movement:
    """What moved from one workbook to another or, where only one is named, between two of its quarters.

    ``options`` say how both are read; their quarter is the later one, ``since`` the earlier: else what the old workbook
    reports on, or the last quarter before that the plan has columns for. Raises NoEarlierQuarterError where the plan
    has none, QuarterOrderError where the earlier is not before the later.
    """
    if new is None:
        plan = read_plan(old, **options)
        require_actions(plan)
        return compare_own_quarters(plan, parse_plan_quarter(since, plan))
    # The quarter that is given is the new plan's.
    as_before: ReadOptions = {**options, "quarter": since}
    return compare_files(old, read_plan(new, **options), **as_before)


def compare_files(old: AnyPath, newer: ActionPlan, **options: Unpack[ReadOptions]) -> Movement:
    """What moved from a workbook to a plan; QuarterOrderError where the workbook is not of an earlier quarter."""
    older = read_plan(old, **options)
    require_actions(older)
    require_actions(newer)
    if older.quarter and newer.quarter and older.quarter >= newer.quarter:
        raise QuarterOrderError(old, older.quarter, newer.quarter)
    return compare_plans(PlanAt(older, older.quarter), PlanAt(newer, newer.quarter))


def compare_own_quarters(plan: ActionPlan, since: FiscalQuarter | None) -> Movement:
    """What moved in one plan up to its reporting quarter, by default since the last one it has columns for."""
    quarter = require_quarter(plan)
    if since is not None and since >= quarter:
        raise QuarterOrderError(plan.source, since, quarter)
    before = find_last_quarter(plan, quarter if since is None else since + 1)
    if before is None:
        raise NoEarlierQuarterError(plan.source, quarter if since is None else since + 1)
    return compare_quarters(plan, since or before, quarter)


def write_movement(movement: Movement, path: AnyPath, *, force: bool = False) -> Path:
    """Write what moved as a workbook of one sheet."""
    from peerxl.documents.what_changed import build_movement
    from peerxl.excel.write import render

    target = Path(path)
    for plan in (movement.old.plan, movement.new.plan):
        refuse_output(target, plan.path, plan.settings_path)
    save_all({target: render(build_movement(movement))}, force=force)
    return target
