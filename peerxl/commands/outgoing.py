"""Who gets what today: the plan's questions held against its record, each owner's message, and what goes to nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from peerxl.calendar.quarter_dates import QuarterDates
from peerxl.calendar.rules import CalendarRules
from peerxl.chasing import Ask, Chase
from peerxl.commands.addresses import Addressed, address
from peerxl.commands.owner_names import find_unreached, follow_names
from peerxl.documents.chase_list import name_form_file
from peerxl.mail.message import message_id
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan
from peerxl.model.settings import Settings
from peerxl.record.asks import failed_messages
from peerxl.record.entry import Entry, in_order
from peerxl.record.event import ActionId, Asked, Began, Drafted, Failed, Sent, Step
from peerxl.record.naming import ActionIds
from peerxl.record.steps import Turn, list_turns

DRAFTING, SENDING = "chase", "chase --send"
"""What a run is called that lays messages ready; one that sends them is called otherwise."""
STOPPED = "the run was stopped before the message lay ready"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What one owner gets today: ``asks`` are the questions that the form has, ``keys`` what the record knows them by.

    A notice has none, and no form.
    """

    turn: Turn
    asks: tuple[Ask, ...]
    keys: tuple[str, ...]
    message: str
    addressed: Addressed
    form: str = ""

    @property
    def owner(self) -> Owner:
        return self.turn.owner

    @property
    def step(self) -> Step:
        return self.turn.step or Step.NOTICE


@dataclass(frozen=True, slots=True)
class Today:
    """All that a day's chase is decided by beside the plan and its record.

    ``reply_by`` is the day that whoever is asked today is given, where it is not to be counted.
    """

    day: date
    rules: CalendarRules
    dates: QuarterDates | None = None
    reply_by: date | None = None


def decide_turns(
    plan: ActionPlan, chase: Chase, ids: ActionIds, entries: Iterable[Entry], today: Today
) -> tuple[Turn, ...]:
    """Everybody's turn: who is asked, reminded, told or left alone today, and why."""
    questions: dict[Owner, list[ActionId]] = {}
    for ask in chase.asks:
        questions.setdefault(ask.owner, []).append(ids.of(ask.action))
    quarter = str(chase.quarter)
    entries = follow_names(plan, questions, entries, quarter)
    return list_turns(
        questions,
        {owner for action in plan.actions for owner in action.asked},
        entries,
        quarter,
        today=today.day,
        rules=today.rules,
        dates=today.dates,
        reply_by=today.reply_by,
        unreached=find_unreached(plan, questions, entries, quarter),
    )


def outstanding(chase: Chase, turns: Iterable[Turn], ids: ActionIds) -> Chase:
    """The chase without what somebody has answered already."""
    demanded = {(turn.owner, demand.action) for turn in turns for demand in turn.demands}
    return replace(chase, asks=tuple(ask for ask in chase.asks if (ask.owner, ids.of(ask.action)) in demanded))


def list_outgoing(
    plan_key: str, chase: Chase, turns: Iterable[Turn], ids: ActionIds, settings: Settings, today: date
) -> tuple[Outgoing, ...]:
    """The messages of a day, each with its id and the name of its form; ``chase`` is what is outstanding."""
    names: list[str] = []
    messages = []
    for turn in turns:
        if turn.step is None:
            continue
        asks = chase.asks_of(turn.owner)
        form = name_form_file(turn.owner, names) if asks else ""
        names.append(form)
        message = message_id(plan_key, str(chase.quarter), turn.owner.key, today.isoformat())
        keys = tuple(ids.of(ask.action).key for ask in asks)
        messages.append(Outgoing(turn, asks, keys, message, address(turn.owner, turn.levels, settings), form))
    return tuple(messages)


def asked_events(
    outgoing: Outgoing, quarter: FiscalQuarter, form_id: str, sent_on: date | None = None
) -> Iterator[Asked]:
    """What is written down of a message: a line for each day that was given to reply by.

    ``sent_on`` is the day that it is laid ready for, where that is not the run's own.
    """
    turn, by_day = outgoing.turn, dict[date | None, list[ActionId]]()
    for demand in turn.demands:
        by_day.setdefault(demand.reply_by, []).append(demand.action)
    for index, (reply_by, actions) in enumerate(by_day.items() or [(None, [])]):
        yield Asked(
            turn.owner,
            str(quarter),
            outgoing.step,
            tuple(actions),
            reply_by,
            outgoing.message,
            form_id,
            tuple(each.email for each in outgoing.addressed.to),
            tuple(each.email for each in outgoing.addressed.cc),
            turn.told if index == 0 else (),
            turn.why,
            sent_on,
        )


def stopped_messages(entries: Iterable[Entry]) -> tuple[Failed, ...]:
    """The messages of runs that were killed between writing them down and laying them ready: they count for nothing."""
    lines = in_order(entries)
    drafting = {line.run for line in lines if isinstance(line.event, Began) and line.event.command == DRAFTING}
    ended = {line.event.message for line in lines if isinstance(line.event, Drafted | Sent)} | failed_messages(lines)
    stopped: Mapping[str, Asked] = {
        line.event.message: line.event for line in lines if isinstance(line.event, Asked) and line.run in drafting
    }
    return tuple(
        Failed(event.owner, event.quarter, message, STOPPED)
        for message, event in stopped.items()
        if message not in ended
    )
