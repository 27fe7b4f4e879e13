"""Who is asked, reminded or told on a day, and why: a function of the plan's questions, the record, rules and the day.

| an owner                                           | gets                                                           |
|----------------------------------------------------|----------------------------------------------------------------|
| has a question never asked of them                 | an ask, at once, with all that is outstanding                  |
| has not answered what was asked                    | a reminder on the calendar's days, while it is not late        |
| is so late that others learn of it                 | an escalation, on the same days, with its copies               |
| was written to at an address that is another now   | the same again, at once, with the day that was given           |
| was asked what somebody else has answered          | a notice, or a line in the message they get anyway             |
| has answered, or is on no row any more             | nothing                                                        |

Nobody gets two messages on a day, or one on a day that is no working day. The day to reply by is for each question the
one that was given with it first. A message that did not go out counts for nothing: it is tried again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from peerxl.calendar.quarter_dates import QuarterDates
from peerxl.calendar.reminders import next_reminder, reply_day
from peerxl.calendar.rules import CalendarRules, Level
from peerxl.documents.wording import counted, listed, weekday_words
from peerxl.model.owner import Owner
from peerxl.record.asks import RecordedAnswer, RecordedAsk, asking_of, list_last_days
from peerxl.record.entry import Entry
from peerxl.record.event import ActionId, Step

Questions = Mapping[Owner, Sequence[ActionId]]


@dataclass(frozen=True, slots=True)
class Demand:
    """An action that an owner is asked about, and by when they are to reply."""

    action: ActionId
    reply_by: date
    is_new: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """What one owner gets on a day: a message (``step``) or none, and ``why``.

    ``demands`` are what is outstanding, ``told`` what somebody else answered, ``levels`` who learns that the owner is
    late, ``next_on`` the day of the owner's next message if they stay silent; None where there will be none.
    ``has_replied`` says that they have answered something.
    """

    owner: Owner
    step: Step | None
    why: str
    demands: tuple[Demand, ...] = ()
    told: tuple[ActionId, ...] = ()
    asked_on: date | None = None
    days_late: int = 0
    levels: tuple[Level, ...] = ()
    next_on: date | None = None
    has_replied: bool = False

    @property
    def reply_by(self) -> date | None:
        """The earliest day to reply by of all that is outstanding."""
        return min((demand.reply_by for demand in self.demands), default=None)


@dataclass(frozen=True, slots=True)
class Day:
    """All that a turn depends on beside its owner.

    ``written_on`` is the last day on which each was written to, whichever quarter that was about.
    """

    today: date
    rules: CalendarRules
    dates: QuarterDates | None
    answered: Mapping[ActionId, Owner]
    answers: Mapping[Owner, Sequence[RecordedAnswer]]
    here: Collection[Owner]
    reply_by: date | None = None
    unreached: Collection[Owner] = ()
    written_on: Mapping[Owner, date] = field(default_factory=dict)

    @property
    def new_reply_by(self) -> date:
        return self.reply_by or reply_day(self.today, self.rules, self.dates)


def list_turns(
    questions: Questions,
    here: Collection[Owner],
    entries: Iterable[Entry],
    quarter: str,
    *,
    today: date,
    rules: CalendarRules,
    dates: QuarterDates | None = None,
    reply_by: date | None = None,
    unreached: Collection[Owner] = (),
) -> tuple[Turn, ...]:
    """The turn of everybody who is asked anything in a quarter, or was.

    ``questions`` are the plan's open questions by owner, in the plan's order, ``here`` everybody who is on a row of it,
    ``entries`` the record of this plan, ``dates`` the quarter's, where they are known: nobody is asked before them.
    ``reply_by`` is the day that is given with what was never asked, where it is not to be counted, and ``unreached``
    are those whose address is not the one that they were last written to.
    """
    entries = tuple(entries)
    asking, written_on = asking_of(entries, quarter), list_last_days(entries)
    here = frozenset(here) | questions.keys()
    day = Day(today, rules, dates, asking.answered, asking.answers_of, here, reply_by, unreached, written_on)
    asks = asking.asks_of
    owners = dict.fromkeys((*(owner for owner, asked in questions.items() if asked), *asks))
    return tuple(turn_of(owner, questions.get(owner, ()), asks.get(owner, []), day) for owner in owners)


def turn_of(owner: Owner, questions: Sequence[ActionId], asks: Sequence[RecordedAsk], day: Day) -> Turn:
    """One owner's turn, from the messages they had."""
    demands, told = tuple(demands_of(questions, asks, day)), to_tell(owner, asks, day)
    # By the oldest question: a new one beside it does not make an owner less late.
    late = max((day.today - demand.reply_by).days for demand in demands) if demands else 0
    turn = Turn(
        owner,
        None,
        why_nothing(owner, day),
        demands,
        told,
        asked_on=asks[0].day if asks else None,
        days_late=max(late, 0),
        levels=day.rules.levels(late),
        has_replied=any(answer.event.actions for answer in day.answers.get(owner, ())),
    )
    if not demands and not told:
        return turn
    is_unreached = owner in day.unreached
    due_on = next_message(owner, demands, asks, day, is_unreached=is_unreached)
    if due_on > day.today:
        return replace(turn, why=why_later(owner, asks, due_on, day), next_on=due_on)
    step = step_of(turn, asks, day)
    why = MOVED if step is Step.ASK and is_unreached else why_now(step, turn)
    return replace(turn, step=step, why=why, next_on=following(demands, day))


def demands_of(questions: Sequence[ActionId], asks: Sequence[RecordedAsk], day: Day) -> Iterable[Demand]:
    """What is outstanding, each with the day to reply by that was given for it first."""
    first: dict[ActionId, date] = {}
    for ask in asks:
        reply_by = ask.event.reply_by or reply_day(ask.day, day.rules, day.dates)
        for action in ask.event.actions:
            # A reminder gives no new day: lateness counts from the first one.
            first.setdefault(action, reply_by)
    for action in dict.fromkeys(questions):
        if action not in day.answered:
            yield Demand(action, first.get(action, day.new_reply_by), action not in first)


def to_tell(owner: Owner, asks: Sequence[RecordedAsk], day: Day) -> tuple[ActionId, ...]:
    """What an owner who is still here was asked, and somebody else has answered, and they have not been told."""
    if owner not in day.here:
        return ()
    known = {action for ask in asks for action in ask.event.told}
    known.update(action for answer in day.answers.get(owner, ()) for action in answer.event.actions)
    asked = dict.fromkeys(action for ask in asks for action in ask.event.actions)
    return tuple(action for action in asked if action in day.answered and action not in known)


def next_message(
    owner: Owner, demands: Sequence[Demand], asks: Sequence[RecordedAsk], day: Day, *, is_unreached: bool = False
) -> date:
    """The day of an owner's next message, today or later."""
    last = asks[-1].day if asks else date.min
    # A plan that has moved on asks about its new quarter; who was written to about the old one that day waits.
    first = max(day.today, day.written_on.get(owner, date.min) + timedelta(days=1))
    # Whoever has only new questions waits for the quarter's day; a new one beside old ones does not.
    if demands and all(demand.is_new for demand in demands) and day.dates:
        first = max(first, day.dates.ask_on)
    if demands and not any(demand.is_new for demand in demands) and not is_unreached:
        first = max(first, next_reminder(min(demand.reply_by for demand in demands), last, day.rules))
    return day.rules.working_days.on_or_after(first)


def following(demands: Sequence[Demand], day: Day) -> date | None:
    """The day of the message after today's, if nobody answers."""
    return next_reminder(min(demand.reply_by for demand in demands), day.today, day.rules) if demands else None


def step_of(turn: Turn, asks: Sequence[RecordedAsk], day: Day) -> Step:
    """What today's message is."""
    asked = [demand.reply_by for demand in turn.demands if not demand.is_new]
    if not turn.demands:
        return Step.NOTICE
    if not asked or next_reminder(min(asked), asks[-1].day, day.rules) > day.today:
        return Step.ASK
    return Step.ESCALATION if turn.levels else Step.REMINDER


FIRST = "First message."
MOVED = "The address is another than the last message went to."


def why_now(step: Step, turn: Turn) -> str:
    """Why a message goes out today."""
    new = len([demand for demand in turn.demands if demand.is_new])
    if step is Step.NOTICE:
        return "Somebody else has answered what was asked."
    if step is Step.ASK:
        return FIRST if new == len(turn.demands) else f"{counted(new, 'new question')} since the last message."
    if step is Step.ESCALATION:
        return f"{counted(turn.days_late, 'day')} late: {listed(LEARNS[level] for level in turn.levels)}."
    day = min(demand.reply_by for demand in turn.demands)
    so_far = "Part of it is answered; the rest is" if turn.has_replied else "No reply so far,"
    return f"{so_far} to be given by {weekday_words(day)}."


LEARNS = {
    Level.REPORTS_TO: "a copy goes to whom they report to",
    Level.DIRECTOR: "one to the director",
    Level.CHIEF_EXECUTIVE: "they are on the chief executive's list",
}


def why_later(owner: Owner, asks: Sequence[RecordedAsk], due_on: date, day: Day) -> str:
    """Why an owner of whom something is outstanding gets no message today."""
    closed = day.rules.working_days.why_closed(day.today)
    if day.written_on.get(owner) == day.today:
        return f"The message of {weekday_words(day.today)} is made already."
    if closed:
        return f"No message goes out today: it is {closed}."
    return f"{'The next message goes' if asks else 'The first message goes'} out on {weekday_words(due_on)}."


def why_nothing(owner: Owner, day: Day) -> str:
    """Why nothing is outstanding of an owner who was asked."""
    if owner not in day.here:
        return "On no row of the plan any more."
    return "Has answered, or is asked nothing any more."
