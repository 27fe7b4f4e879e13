"""What a plan said earlier and its workbook says no more: its dates, and what was reported for quarters now gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from operator import itemgetter

from peerxl.identity.find import fold_date
from peerxl.identity.trace import ActionTrace
from peerxl.identity.wording import fold_words
from peerxl.language.date_history import read_date_history
from peerxl.language.timescales import find_quarter, read_timescale
from peerxl.model.action import Action, Update
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell
from peerxl.model.timescale import Timescale
from peerxl.movement.dates import DateShift, compare_timescales, first_timescale
from peerxl.movement.known_dates import KnownDates
from peerxl.reading.cells.told_statuses import read_told
from peerxl.record.dates import DateChange, Dates, list_dates, same_words
from peerxl.record.entry import Entry
from peerxl.record.naming import ActionIds, list_traces
from peerxl.record.own_years import say_years
from peerxl.record.sighting import date_meaning, known_values


def recall_dates(plan: ActionPlan, ids: ActionIds, entries: Iterable[Entry]) -> dict[tuple[str, int], KnownDates]:
    """Every date that the record has of an action, in the year it was written in, by the action's sheet and row."""
    entries = tuple(entries)
    registers = {dates.action.key: dates for dates in list_dates(say_years(plan, entries), date_meaning(plan))}
    as_written = {dates.action.key: dates for dates in list_dates(entries)}
    for action in plan.actions:
        key, now = ids.of(action).key, read_date_history(action.timescale.text).current
        written = as_written.get(key)
        # Words that nobody has touched since are no date that was replaced, be they another year's in the plan by now.
        if written and same_words(written.current) == same_words(now):
            registers[key] = with_current(registers[key], now)
    leave_slips(registers, ids, plan)
    return {
        (action.sheet, action.row): KnownDates(
            dates.first, dates.since, tuple((change.on, change.value) for change in dates.changes)
        )
        for action in plan.actions
        if (dates := registers.get(ids.of(action).key))
    }


def with_current(dates: Dates, words: str) -> Dates:
    """An action's dates, of which the last is in these words."""
    if not dates.changes:
        return replace(dates, first=words)
    return replace(dates, changes=(*dates.changes[:-1], replace(dates.changes[-1], value=words)))


FAR = timedelta(days=2 * 365)
"""How far from every other date of a plan no date of it is meant to be."""


def leave_slips(registers: dict[str, Dates], ids: ActionIds, plan: ActionPlan) -> None:
    """Leave out first dates that were typed with a wrong year, "31/03/2017", and put right in the plan by hand.

    Each is years from every other date of the plan, and the day and the month stayed: nobody promised it.
    """
    others = [due for action in plan.actions if (due := action.timescale.due_date)]
    if plan.quarter:
        others.append(plan.quarter.last_day)
    for action in plan.actions:
        dates = registers.get(ids.of(action).key)
        if dates is None:
            continue
        # What the plan says by now may not have been seen yet.
        now = DateChange(read_date_history(action.timescale.text).current, dates.since)
        change, *later = dates.changes or (now,)
        first, second = (read_in_plan(words, plan).due_date for words in (dates.first, change.value))
        if change.owner is not None or not first or not second or f"{first:%d%m}" != f"{second:%d%m}":
            continue
        if all(abs(first - each) > FAR for each in (*others, second, dates.since)):
            slip = replace(dates, first=change.value, since=change.on, changes=tuple(later))
            registers[dates.action.key] = slip


def read_in_plan(words: str, plan: ActionPlan) -> Timescale:
    """A date's words as the plan reads them."""
    return read_timescale(words, plan.settings.years, plan.year or (plan.quarter.year if plan.quarter else None))


def recall_first_dates(plan: ActionPlan, ids: ActionIds, entries: Iterable[Entry]) -> ActionPlan:
    """The plan with the date first agreed for each action, where the record has it and the plan does not.

    It is the first that names a day, month or quarter: "TBC" has promised nothing yet.
    """
    firsts = list_first_dates(plan, ids, entries)
    if not firsts:
        return plan
    actions = (
        replace(action, original_timescale=firsts.get((action.sheet, action.row), action.original_timescale))
        for action in plan.actions
    )
    return replace(plan, actions=tuple(actions))


def list_first_dates(plan: ActionPlan, ids: ActionIds, entries: Iterable[Entry]) -> dict[tuple[str, int], Timescale]:
    """The dates first agreed that the record has and the plan does not, by the action's sheet and row."""
    known = recall_dates(plan, ids, entries)
    firsts: dict[tuple[str, int], Timescale] = {}
    for action in plan.actions:
        dates = known.get((action.sheet, action.row))
        told = first_timescale(action)
        # What a column of the plan says stands; words of a cell that name no time do not.
        if dates is None or (told is not None and (told.due_date or told is action.original_timescale)):
            continue
        words = (dates.first, *(value for _, value in dates.changes))
        readings = (read_in_plan(each, plan) for each in words)
        first = next((reading for reading in readings if reading.due_date), None)
        if first and compare_timescales(first, action.timescale) is not DateShift.SAME:
            firsts[action.sheet, action.row] = first
    return firsts


def list_other_words(plan: ActionPlan, ids: ActionIds, entries: Iterable[Entry]) -> tuple[Action, ...]:
    """The actions under whose ref the record has other words, with the same owner or date, that had another first date.

    Nobody can say whether each is that action told anew or another, so its dates are its own.
    """
    entries = tuple(entries)
    registers = {dates.action.key: dates for dates in list_dates(say_years(plan, entries), date_meaning(plan))}
    keys = {ids.of(action).key for action in plan.actions}
    lost: dict[str, list[tuple[ActionTrace, Timescale]]] = {}
    for key, trace in list_traces(entries):
        if trace.ref and key in registers and key not in keys:
            lost.setdefault(fold_words(trace.ref), []).append((trace, read_in_plan(registers[key].first, plan)))

    def is_told_anew(action: Action, trace: ActionTrace, first: Timescale) -> bool:
        has_owner = trace.owners is not None and not trace.owners.isdisjoint(owner.key for owner in action.owners)
        has_date = trace.timescale is not None and fold_date(trace.timescale) == fold_date(action.timescale.text)
        has_another = first.due_date is not None and compare_timescales(first, action.timescale) is not DateShift.SAME
        return (has_owner or has_date) and has_another

    return tuple(
        action
        for action in plan.actions
        if any(is_told_anew(action, *each) for each in lost.get(fold_words(action.ref), ()))
    )


def recall_updates(plan: ActionPlan, ids: ActionIds, entries: Iterable[Entry]) -> ActionPlan:
    """The plan with what was reported for earlier quarters that it has no columns for any more."""
    values = {key: value for key, (value, _) in known_values(entries).items()}
    named = {name: find_quarter(name, plan.settings.years) for _, field, name in values if field == Field.STATUS}
    has_columns = set(plan.quarters)
    gone = sorted(
        (quarter, name)
        for name, quarter in named.items()
        if quarter and quarter not in has_columns and plan.quarter and quarter < plan.quarter
    )

    def recall(action: Action) -> Iterator[Update]:
        key = ids.of(action).key
        column = next((update.status_cell for update in action.updates if update.status_cell), None)
        for quarter, name in gone:
            status, comment = (values.get((key, field, name), "") for field in (Field.STATUS, Field.COMMENT))
            # Its words stood where the action's status stands now, as far as anything tells.
            cell = Cell(action.sheet, action.row, column.column if column else 1, status) if status else None
            told = read_told(status, plan.settings.vocabulary)
            yield Update(quarter, told.status, cell, comment, story=told.story, own_words=told.own_words)

    if not gone:
        return plan
    actions = (replace(action, updates=(*recall(action), *action.updates)) for action in plan.actions)
    return replace(plan, actions=tuple(sorted_updates(action) for action in actions))


def sorted_updates(action: Action) -> Action:
    """The action with its updates in order of quarter, those of an unknown quarter last."""
    known = sorted(((update.quarter, update) for update in action.updates if update.quarter), key=itemgetter(0))
    unknown = (update for update in action.updates if update.quarter is None)
    return replace(action, updates=(*(update for _, update in known), *unknown))
