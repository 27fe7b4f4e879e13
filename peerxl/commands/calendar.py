"""The year's dates of a plan, and a file of them that other calendars take in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from peerxl.calendar.settings import dates_by_quarter, rules_of
from peerxl.calendar.year import CalendarDay, list_days, list_ends
from peerxl.commands.outputs import refuse_overwriting
from peerxl.commands.plan_names import name_plan
from peerxl.commands.read import AnyPath, require_quarter
from peerxl.files.save import save_all
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan


@dataclass(frozen=True, slots=True)
class CalendarResult:
    """The days of a plan's year in order, and its quarters of which nothing says when they are reported."""

    days: tuple[CalendarDay, ...]
    undated: tuple[FiscalQuarter, ...]


def list_calendar(plan: ActionPlan) -> CalendarResult:
    """The days of the reporting quarter's year, and of every other quarter that the Settings sheet has a day for."""
    reporting = require_quarter(plan)
    dates = dates_by_quarter(plan.settings, rules_of(plan.settings, plan.source), reporting)
    year = tuple(reporting.year.quarter(number) for number in (1, 2, 3, 4))
    undated = tuple(quarter for quarter in year if quarter not in dates)
    days = (*list_days(dates.values()), *list_ends(undated))
    return CalendarResult(tuple(sorted(days, key=lambda day: (day.day, day.quarter))), undated)


def write_calendar(plan: ActionPlan, output: AnyPath, *, today: date, force: bool = False) -> CalendarResult:
    """Write the days as an iCalendar file, in which each keeps its id whatever day it moves to."""
    from peerxl.calendar.ics import calendar_bytes

    target, result = Path(output), list_calendar(plan)
    refuse_overwriting(target, plan.path, plan.settings_path)
    plan_id = sha256(name_plan(plan.path or plan.source).encode()).hexdigest()[:12]
    save_all({target: calendar_bytes(result.days, plan.name, plan_id, today)}, force=force)
    return result
