"""What moved: between two quarters of one plan, or from one plan to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Unpack

from peerxl.commands.memory import RecordOptions, read_past
from peerxl.commands.outputs import refuse_output
from peerxl.commands.read import AnyPath, AnyQuarter, ReadOptions, parse_plan_quarter, read_plan, require_quarter
from peerxl.errors import PeerxlError
from peerxl.files.save import save_all
from peerxl.identity.wording import fold_ref
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.movement.compare import Movement, PlanAt, compare_plans, compare_quarters, find_last_quarter
from peerxl.reading.plan import require_actions
from peerxl.record.earlier import recall_dates, recall_updates
from peerxl.record.entry import Entry
from peerxl.record.naming import name_actions


class NoEarlierQuarterError(PeerxlError):
    """A plan has nothing to be held against: it reports on one quarter alone."""

    def __init__(self, path: object, quarter: object) -> None:
        super().__init__(
            f"{path}: the plan has no columns of a quarter before {quarter}, so nothing says what moved; "
            "name last quarter's file before it."
        )


class QuarterOrderError(PeerxlError):
    """What is to be the earlier quarter is not before the later one."""

    def __init__(self, path: object, since: object, quarter: object) -> None:
        self.since, self.quarter = since, quarter
        super().__init__(
            f"{path}: {since} is not before {quarter}; name the older file first, or say the quarters with --since "
            "and --quarter."
        )


class PairError(PeerxlError):
    """Two actions that were said to be one and cannot be found; ``why`` says which."""

    def __init__(self, old: str, new: str, why: str) -> None:
        super().__init__(f"--same {old}={new}: {why}.")


def find_movement(
    old: AnyPath,
    new: AnyPath | None = None,
    *,
    since: AnyQuarter = None,
    same: Sequence[tuple[str, str]] = (),
    recording: RecordOptions | None = None,
    **options: Unpack[ReadOptions],
) -> Movement:
    """What moved from one workbook to another or, where only one is named, between two of its quarters.

    ``options`` say how both are read; their quarter is the later one, ``since`` the earlier: else what the old workbook
    reports on, or the last quarter before that the plan has columns for, or of which its record knows. ``same`` are
    pairs of an old and a new action that are one, each by its ref or its row. Raises NoEarlierQuarterError where
    nothing tells of one, QuarterOrderError where the earlier is not before the later, PairError where there is no such
    action.
    """
    if new is None:
        if same:
            raise PairError(*same[0], "two files have to be named, in which the two actions are")
        plan = read_plan(old, may_be_paper=True, **options)
        require_actions(plan)
        past = read_past(old, plan, **recording or {})
        return compare_own_quarters(plan, parse_plan_quarter(since, plan), past.entries)
    # The quarter that is given is the new plan's.
    as_before: ReadOptions = {**options, "quarter": since}
    return compare_files(old, read_plan(new, may_be_paper=True, **options), same, **as_before)


def compare_files(
    old: AnyPath, newer: ActionPlan, same: Sequence[tuple[str, str]] = (), **options: Unpack[ReadOptions]
) -> Movement:
    """What moved from a workbook to a plan; QuarterOrderError where the workbook is not of an earlier quarter."""
    older = read_plan(old, may_be_paper=True, **options)
    require_actions(older)
    require_actions(newer)
    if older.quarter and newer.quarter and older.quarter >= newer.quarter:
        raise QuarterOrderError(old, older.quarter, newer.quarter)
    return compare_plans(PlanAt(older, older.quarter), PlanAt(newer, newer.quarter), settle_pairs(older, newer, same))


def settle_pairs(
    old: ActionPlan, new: ActionPlan, same: Sequence[tuple[str, str]]
) -> tuple[tuple[Action, Action], ...]:
    """The actions that pairs of names mean; PairError where one means none, or has another already."""
    pairs = tuple((find_named(old, names[0], names), find_named(new, names[1], names)) for names in same)
    taken: dict[int, str] = {}
    for pair, names in zip(pairs, same, strict=True):
        for action, name in zip(pair, names, strict=True):
            other = taken.setdefault(id(action), "=".join(names))
            if other != "=".join(names):
                raise PairError(*names, f"{name} is one with another already, by --same {other}")
    return pairs


def find_named(plan: ActionPlan, name: str, names: tuple[str, str]) -> Action:
    """The one action of a plan that has a ref, or where none has it stands in that row."""
    matches = [action for action in plan.actions if action.ref and fold_ref(action.ref) == fold_ref(name)]
    matches = matches or [action for action in plan.actions if str(action.row) == name]
    if len(matches) != 1:
        many = f"{len(matches)} actions" if matches else "no action"
        raise PairError(*names, f"{plan.source} has {many} with the ref {name}, or in the row of that number")
    return matches[0]


def compare_own_quarters(plan: ActionPlan, since: FiscalQuarter | None, entries: Iterable[Entry] = ()) -> Movement:
    """What moved in one plan up to its reporting quarter, by default since the last one it has columns for.

    ``entries`` are its record, which tells of dates that were replaced and of quarters it has no columns for.
    """
    quarter = require_quarter(plan)
    if since is not None and since >= quarter:
        raise QuarterOrderError(plan.source, since, quarter)
    movement = recall_movement(plan, entries, since)
    if movement is None:
        raise NoEarlierQuarterError(plan.source, quarter if since is None else since + 1)
    return movement


def recall_movement(plan: ActionPlan, entries: Iterable[Entry], since: FiscalQuarter | None = None) -> Movement | None:
    """What moved in one plan by its columns and its record; None where neither tells of an earlier quarter."""
    entries, quarter = tuple(entries), require_quarter(plan)
    ids = name_actions(plan, entries)
    recalled = recall_updates(plan, ids, entries)
    before = find_last_quarter(recalled, quarter if since is None else since + 1)
    if before is None:
        return None
    return compare_quarters(recalled, since or before, quarter, recall_dates(plan, ids, entries))


def write_movement(movement: Movement, path: AnyPath, *, force: bool = False) -> Path:
    """Write what moved as a workbook of one sheet."""
    from peerxl.documents.what_changed import build_movement
    from peerxl.excel.write import render

    target = Path(path)
    for plan in (movement.old.plan, movement.new.plan):
        refuse_output(target, plan.path, plan.settings_path)
    save_all({target: render(build_movement(movement))}, force=force)
    return target
