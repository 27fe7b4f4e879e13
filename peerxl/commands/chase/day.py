"""A day's chase decided: who gets what, by the plan, its record and the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from peerxl.advice import EARLIER_DAY, LATER_REPLY
from peerxl.calendar.reminders import reply_day
from peerxl.calendar.settings import dates_by_quarter, rules_of
from peerxl.chasing import Chase, Unowned, chase_plan
from peerxl.commands.addresses import address
from peerxl.commands.chase.missing_answers import list_missing_answers
from peerxl.commands.chase.notes import (
    CopiedPlanError,
    find_asked_by_copy,
    list_notes,
    say_ahead,
    say_listed_twice,
    say_unsigned,
)
from peerxl.commands.chase.result import ChaseResult
from peerxl.commands.memory import Past
from peerxl.commands.open_conflicts import find_open_conflicts, say_open_conflicts
from peerxl.commands.outgoing import (
    DRAFTING,
    Today,
    decide_turns,
    list_outgoing,
    outstanding,
    stopped_messages,
)
from peerxl.commands.plan_names import name_plan
from peerxl.commands.read import AnyPath, require_quarter
from peerxl.errors import PeerxlError
from peerxl.model.plan import ActionPlan
from peerxl.reading.nowhere import Nowhere, has_place
from peerxl.reading.plan import require_actions
from peerxl.record.entry import Entry
from peerxl.record.event import Asked
from peerxl.record.naming import name_actions
from peerxl.record.run import Run, RunFile

NOON = time(12)


class ReplyDayError(PeerxlError):
    """A day to reply by that is past."""

    def __init__(self, day: object, today: object) -> None:
        super().__init__(f"{day}: nobody can reply by then, as today is {today}; {LATER_REPLY.words()}.")


class CalendarEndError(PeerxlError):
    """The days to reply that the settings give end after the last day there is."""

    def __init__(self, days: int, today: object) -> None:
        super().__init__(f"{days} days from {today} is past the end of the calendar; {EARLIER_DAY.words()}.")


class NowhereError(PeerxlError):
    """A plan in which neither a status nor a comment could be put, so that nobody is asked."""

    def __init__(self, source: str, nowhere: Nowhere) -> None:
        super().__init__(f"{source}!{nowhere.sheet}: {nowhere.sentence[:1].lower()}{nowhere.sentence[1:]}")


def moment(today: date, now: datetime | None) -> datetime:
    """When a run takes place: the hour by the clock, else noon, on the day that it is about."""
    return datetime.combine(today, now.time() if now else NOON).astimezone()


def decide_chase(
    plan: ActionPlan,
    out: AnyPath,
    past: Past,
    *,
    at: datetime,
    reply_by: date | None = None,
    is_drafted: bool = True,
    is_ahead: bool = True,
) -> ChaseResult:
    """Decide who gets what on a day, and make none of it yet.

    Raises CopiedPlanError where a copy of the plan beside it has asked the same. What is drafted on a day that is no
    working day is what goes out on the next one, unless ``is_ahead`` says that such days are left alone: an officer who
    sits down on a Saturday finds on Monday what there is to send. Raises NowhereError where no answer of the quarter
    could be put into the plan.
    """
    today = at.date()
    require_actions(plan)
    chase = chase_plan(plan, require_quarter(plan))
    if chase.nowhere and not has_any_place(plan, chase):
        raise NowhereError(plan.source, chase.nowhere[0])
    if reply_by is not None and reply_by < today:
        raise ReplyDayError(reply_by, today)
    ids, rules = name_actions(plan, past.entries), rules_of(plan.settings, plan.source)
    dates = dates_by_quarter(plan.settings, rules, chase.quarter).get(chase.quarter)
    try:
        next_day = rules.working_days.on_or_after(today) if is_drafted and is_ahead else today
        day = Today(next_day, rules, dates, reply_by)
        turns = decide_turns(plan, chase, ids, without_stopped(past), day)
        new_reply_by = reply_by or reply_day(day.day, day.rules, day.dates)
    except OverflowError as error:
        raise CalendarEndError(plan.settings.reply_days, today) from error
    left = outstanding(chase, turns, ids)
    conflicts = find_open_conflicts(plan, chase.quarter, past.entries, ids)
    left = replace(left, unowned=(*left.unowned, *list_missing_answers(chase, past, ids, conflicts)))
    outgoing = list_outgoing(name_plan(plan.path or plan.source), left, turns, ids, plan.settings, day.day)
    if not is_drafted:
        # Who has no address cannot be sent anything, and stays on the coordinator's list.
        outgoing = tuple(each for each in outgoing if each.addressed.to)
    if other := find_asked_by_copy(past, outgoing, chase.quarter):
        raise CopiedPlanError(plan.source, *other)
    nobody = tuple(list_nobody(plan, left))
    notes = (
        *list_notes(plan, past, replace(day, day=today)),
        *say_listed_twice(plan),
        *(say_ahead(today, day) if outgoing else ()),
    )
    asked_on = (entry.event.sent_on or entry.at.date() for entry in past.entries if isinstance(entry.event, Asked))
    last_on = max((each for each in asked_on if each < day.day), default=None)
    is_again = bool(stopped_messages(past.entries))
    return ChaseResult(
        left,
        turns,
        outgoing,
        Path(out),
        at,
        day.day,
        new_reply_by,
        is_drafted,
        last_on,
        is_again,
        notes,
        nobody,
        conflicts=tuple(say_open_conflicts(plan, ids, conflicts)),
        has_owners_sheet=bool(plan.settings.directory),
        unsigned=tuple(say_unsigned(plan.settings)) if outgoing else (),
    )


def list_nobody(plan: ActionPlan, left: Chase) -> Iterator[Unowned]:
    """What the coordinator has to ask about: actions of nobody's, and those of owners without an address."""
    yield from left.unowned
    whys = {owner: address(owner, (), plan.settings).why for owner in left.owners}
    yield from (Unowned(ask.action, ask.reasons, whys[ask.owner]) for ask in left.asks if whys[ask.owner])


def has_any_place(plan: ActionPlan, chase: Chase) -> bool:
    """Whether a question that is asked of every action has a place for its answer on any."""
    fields = [field for field in chase.fields if not field.is_asked_when_due]
    actions = plan.open_actions(chase.quarter)
    return any(has_place(plan, action, field, chase.quarter) for action in actions for field in fields)


def without_stopped(past: Past) -> tuple[Entry, ...]:
    """The past in which the messages of a run that was stopped have failed."""
    stopped = stopped_messages(past.entries)
    # An id of letters after all that runs have, so that it comes after what it is about.
    run = RunFile(None, Run("stopped", "", DRAFTING, past.entries[-1].at)) if stopped else None
    return (*past.entries, *(run.write(*stopped) if run else ()))
