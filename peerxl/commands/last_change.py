"""The last change of a plan that can be taken back, whatever its file was called then."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache
from typing import Unpack

from peerxl.commands.kept_options import restore_options
from peerxl.commands.memory import RecordOptions, read_past
from peerxl.commands.read import read_plan
from peerxl.errors import PeerxlError
from peerxl.excel.master import Opened
from peerxl.excel.patch import list_sheet_names
from peerxl.language.timescales import find_quarter
from peerxl.model.plan import ActionPlan
from peerxl.record.run import PlanRuns
from peerxl.undo_log.log import NothingToUndoError, UndoLogUnreadableError, list_files, read_step
from peerxl.undo_log.sheet_names import follow_sheets
from peerxl.undo_log.step import LoggedStep


def find_last_step(opened: Opened, **keeping: Unpack[RecordOptions]) -> LoggedStep:
    """The step to take back, with its sheets as they are called now.

    Whose a step is shows only in the plan, read as that step's run read it. Raises NothingToUndoError where there is
    none, and UndoLogUnreadableError where it is damaged.
    """

    @cache
    def find_runs(how: str) -> PlanRuns:
        plan: ActionPlan | None = None
        # What stops it is said once it is known that there is anything to take back.
        with suppress(PeerxlError):
            plan = read_plan(opened.path, **restore_options(json.loads(how), opened.path))
        return read_past(opened.path, plan, **keeping).runs

    for file in reversed(list_files(opened.path)):
        try:
            step = follow_sheets(read_step(opened.path, file.path), list_sheet_names(opened.path))
        except UndoLogUnreadableError:
            if file.is_of(opened.path, find_runs("{}")):
                raise
            continue
        if file.is_of(opened.path, find_runs(json.dumps(step.how, sort_keys=True))):
            return step
    raise NothingToUndoError(opened.path)


def find_other_year(step: LoggedStep, plan: ActionPlan) -> str:
    """Why nothing of a step is taken back in a plan that is of another year by now; empty where it is not."""
    # A quarter that was asked for says nothing of the plan's own.
    then = find_quarter(step.quarter, plan.settings.years) if step.quarter and not step.how.get("quarter") else None
    if then is None or plan.quarter is None or plan.quarter.year == then.year:
        return ""
    return f"the plan is that of {plan.quarter.year} by now, and this was changed in that of {then.year}"
