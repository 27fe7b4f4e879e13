"""Who gets what on a day: single cases, and simulated months and years of owners who answer as people do."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerxl.calendar.quarter_dates import count_back
from peerxl.calendar.rules import CalendarRules, Level
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.owner import Owner
from peerxl.record.entry import Entry
from peerxl.record.event import ActionId, Asked, Event, Failed, Returned, Sent, Step
from peerxl.record.run import Run, RunFile
from peerxl.record.steps import Demand, Questions, Turn, list_turns
from tests.conftest import examples
from tests.record.happenings import H1, H2, H3, HR, LEGAL, PLAN, QUARTER, R1, ROADS, happened

RULES = CalendarRules()
MONDAY = date(2026, 11, 23)
DUE = date(2026, 12, 7)  # the day to reply by of whoever is asked on that Monday
ASKED = Asked(HR, QUARTER, Step.ASK, (H1, H2), DUE, "<1>")


def day(days: int) -> date:
    return MONDAY + timedelta(days=days)


def returned(*actions: ActionId, owner: Owner = HR) -> Returned:
    return Returned(owner, QUARTER, "form.xlsx", actions)


def turns(days: int, events: Sequence[tuple[int, Event]], questions: Questions | None = None) -> tuple[Turn, ...]:
    """The turns so many days after the Monday; HR has two questions, and three owners are on the plan's rows."""
    asked = {HR: (H1, H2)} if questions is None else questions
    return list_turns(asked, (HR, ROADS, LEGAL), happened(*events), QUARTER, today=day(days), rules=RULES)


CASES: dict[str, tuple[int, list[tuple[int, Event]], Step | None, tuple[ActionId, ...], str, date | None]] = {
    "never asked": (0, [], Step.ASK, (H1, H2), "First message.", day(7)),
    "never asked, on a Saturday": (5, [], None, (H1, H2), "No message goes out today: it is a Saturday.", day(7)),
    "asked today": (0, [(0, ASKED)], None, (H1, H2), "The message of Monday 23 November 2026 is made already.", day(7)),
    "asked": (1, [(0, ASKED)], None, (H1, H2), "The next message goes out on Monday 30 November 2026.", day(7)),
    "five working days before": (
        7,
        [(0, ASKED)],
        Step.REMINDER,
        (H1, H2),
        "No reply so far, to be given by Monday 7 December 2026.",
        day(9),
    ),
    "no run until later": (
        10,
        [(0, ASKED)],
        Step.REMINDER,
        (H1, H2),
        "No reply so far, to be given by Monday 7 December 2026.",
        day(11),
    ),
    "half answered": (
        7,
        [(0, ASKED), (2, returned(H2))],
        Step.REMINDER,
        (H1,),
        "Part of it is answered; the rest is to be given by Monday 7 December 2026.",
        day(9),
    ),
    "a blank form": (
        7,
        [(0, ASKED), (2, returned())],
        Step.REMINDER,
        (H1, H2),
        "No reply so far, to be given by Monday 7 December 2026.",
        day(9),
    ),
    "answered": (
        7,
        [(0, ASKED), (2, returned(H1, H2))],
        None,
        (),
        "Has answered, or is asked nothing any more.",
        None,
    ),
    "on the last day": (
        14,
        [(0, ASKED), (11, ASKED)],
        None,
        (H1, H2),
        "The next message goes out on Monday 14 December 2026.",
        day(21),
    ),
    "a week late": (
        21,
        [(0, ASKED), (11, ASKED)],
        Step.ESCALATION,
        (H1, H2),
        "7 days late: a copy goes to whom they report to.",
        day(28),
    ),
    "two weeks late": (
        28,
        [(0, ASKED), (21, ASKED)],
        Step.ESCALATION,
        (H1, H2),
        "14 days late: a copy goes to whom they report to and one to the director.",
        day(36),
    ),
    "on a bank holiday": (
        35,
        [(0, ASKED), (28, ASKED)],
        None,
        (H1, H2),
        "No message goes out today: it is Boxing Day (observed).",
        day(36),
    ),
    "asked today about the quarter before": (
        0,
        [(0, replace(ASKED, quarter="Q2 2026/27"))],
        None,
        (H1, H2),
        "The message of Monday 23 November 2026 is made already.",
        day(1),
    ),
    "asked about the quarter before, and the mail failed": (
        0,
        [(0, replace(ASKED, quarter="Q2 2026/27")), (0, Failed(HR, "Q2 2026/27", "<1>", "the mailbox is full"))],
        Step.ASK,
        (H1, H2),
        "First message.",
        day(7),
    ),
    "the mail failed": (
        1,
        [(0, ASKED), (0, Failed(HR, QUARTER, "<1>", "the mailbox is full"))],
        Step.ASK,
        (H1, H2),
        "First message.",
        day(8),
    ),
    "a reminder failed": (
        8,
        [
            (0, ASKED),
            (7, Asked(HR, QUARTER, Step.REMINDER, (H1, H2), DUE, "<2>")),
            (7, Failed(HR, QUARTER, "<2>", "x")),
        ],
        Step.REMINDER,
        (H1, H2),
        "No reply so far, to be given by Monday 7 December 2026.",
        day(9),
    ),
    "a question more": (
        1,
        [(0, Asked(HR, QUARTER, Step.ASK, (H1,), DUE))],
        Step.ASK,
        (H1, H2),
        "1 new question since the last message.",
        day(7),
    ),
    "another quarter's ask": (
        1,
        [(0, Asked(HR, "Q2 2026/27", Step.ASK, (H1, H2), DUE))],
        Step.ASK,
        (H1, H2),
        "First message.",
        day(8),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_an_owner_gets(case: str) -> None:
    days, events, step, actions, why, next_on = CASES[case]
    (turn,) = turns(days, events)
    assert (turn.step, tuple(demand.action for demand in turn.demands)) == (step, actions)
    assert (turn.why, turn.next_on) == (why, next_on)


def test_the_deadline_given_first_stays() -> None:
    """A question that came later has its own."""
    (turn,) = turns(
        9, [(0, Asked(HR, QUARTER, Step.ASK, (H1,), DUE)), (7, Asked(HR, QUARTER, Step.REMINDER, (H1,), day(30)))]
    )
    assert turn == Turn(
        owner=HR,
        step=Step.REMINDER,
        why="No reply so far, to be given by Monday 7 December 2026.",
        demands=(Demand(H1, DUE, is_new=False), Demand(H2, day(23), is_new=True)),
        asked_on=MONDAY,
        next_on=day(11),
    )
    assert turn.reply_by == DUE


def test_who_learns_that_an_owner_is_late() -> None:
    (turn,) = turns(44, [(0, ASKED), (36, ASKED)])
    assert (turn.days_late, turn.levels) == (30, tuple(Level))
    assert turn.why.endswith("one to the director and they are on the chief executive's list.")


def test_one_answer_is_enough_and_the_other_is_told_once() -> None:
    both: list[tuple[int, Event]] = [
        (0, ASKED),
        (0, Asked(ROADS, QUARTER, Step.ASK, (H1, R1), DUE)),
        (2, returned(H1, owner=HR)),
    ]
    questions = {HR: (H1, H2), ROADS: (H1, R1)}
    for_hr, for_roads = turns(7, both, questions)
    assert (for_hr.step, for_hr.told) == (Step.REMINDER, ())
    assert (for_roads.step, for_roads.told, for_roads.demands) == (
        Step.REMINDER,
        (H1,),
        (Demand(R1, DUE, is_new=False),),
    )
    reminded = [*both, (7, Asked(ROADS, QUARTER, Step.REMINDER, (R1,), DUE, told=(H1,)))]
    assert turns(9, reminded, questions)[1].told == ()
    all_answered = [*both, (3, returned(R1, owner=LEGAL))]
    (_, notice) = turns(4, all_answered, {HR: (H2,)})
    assert notice == Turn(
        ROADS, Step.NOTICE, "Somebody else has answered what was asked.", told=(H1, R1), asked_on=MONDAY
    )
    told = [*all_answered, (4, Asked(ROADS, QUARTER, Step.NOTICE, told=(H1, R1)))]
    assert turns(7, told, {HR: (H2,)})[1].step is None
    own = [*all_answered, (3, returned(H1, R1, owner=ROADS))]
    assert turns(4, own, {HR: (H2,)})[1].told == ()


def test_an_owner_who_left_is_asked_and_told_nothing() -> None:
    left = Owner("Gone", "gone")
    events: list[tuple[int, Event]] = [(0, Asked(left, QUARTER, Step.ASK, (H1, H3), DUE)), (2, returned(H1))]
    (for_hr, for_left) = turns(7, events, {HR: (H2, H3)})
    assert for_hr.step is Step.ASK
    assert for_left == Turn(left, None, "On no row of the plan any more.", asked_on=MONDAY)


def test_nobody_is_asked_before_the_quarter_s_day_but_who_joins_later_is_at_once() -> None:
    dates = count_back(FiscalQuarter(2026, 3), RULES, meeting=date(2027, 2, 16))
    questions = {HR: (H1,)}

    def turn(today: date, *events: tuple[int, Event]) -> Turn:
        arguments = {"today": today, "rules": RULES, "dates": dates}
        return list_turns(questions, (), happened(*events), QUARTER, **arguments)[0]  # type: ignore[arg-type]

    early, due, late = turn(date(2027, 1, 4)), turn(date(2027, 1, 18)), turn(date(2027, 2, 10))
    assert (early.step, early.why) == (None, "The first message goes out on Monday 18 January 2027.")
    assert early.next_on == date(2027, 1, 18)
    assert (due.step, due.reply_by) == (Step.ASK, date(2027, 2, 1))
    assert (late.step, late.reply_by) == (Step.ASK, date(2027, 2, 17))


def test_nobody_to_ask() -> None:
    assert turns(0, [], {}) == ()
    assert turns(0, [], {HR: ()}) == ()


@dataclass
class Council:
    """A council that is lived through day by day: its plan, its record, and what must never happen in it."""

    chance: random.Random
    owners: list[Owner]
    actions: list[ActionId]
    rows: dict[ActionId, list[Owner]]
    quarter: str = QUARTER
    closed: set[ActionId] = field(default_factory=set)
    entries: list[Entry] = field(default_factory=list)
    answered: set[ActionId] = field(default_factory=set)
    deadlines: dict[tuple[Owner, ActionId], date] = field(default_factory=dict)
    messages: dict[Owner, list[date]] = field(default_factory=dict)
    promises: dict[Owner, date | None] = field(default_factory=dict)
    runs: int = 0
    mails: int = 0

    @property
    def questions(self) -> dict[Owner, list[ActionId]]:
        by_owner: dict[Owner, list[ActionId]] = {}
        for action, owners in self.rows.items():
            if action not in self.closed:
                for owner in owners:
                    by_owner.setdefault(owner, []).append(action)
        return by_owner

    @property
    def here(self) -> set[Owner]:
        return {owner for owners in self.rows.values() for owner in owners}

    def disturb(self, owners: Iterable[Owner]) -> None:
        for owner in owners:
            self.promises.pop(owner, None)

    def write(self, today: date, *events: Event) -> None:
        self.runs += 1
        at = datetime.combine(today, time(7, 0, self.runs % 60), UTC)
        self.entries += RunFile(None, Run(f"run{self.runs:05d}", PLAN, "chase", at)).write(*events)

    def live(self, today: date) -> None:
        """People edit the plan, join, leave, answer in full, in part, blank, or for one another."""
        for action in self.actions:
            if self.chance.random() < 0.004:
                self.closed ^= {action}
                self.disturb(self.rows[action])
            if self.chance.random() < 0.006:
                self.disturb(self.rows[action])
                self.rows[action] = self.chance.sample(self.owners, self.chance.choice([0, 1, 1, 2]))
                self.disturb(self.rows[action])
        for owner in self.owners:
            if self.chance.random() < 0.04:
                mine = [action for action in self.actions if (owner, action) in self.deadlines]
                given = [action for action in mine if self.chance.random() < 0.6]
                self.write(today, Returned(owner, self.quarter, "form.xlsx", tuple(given)))
                self.answered |= set(given)
                self.disturb(
                    {owner, *(other for action in given for other in self.owners if (other, action) in self.deadlines)}
                )

    def chase(self, today: date) -> None:
        """A run, in which some mails fail; a second one has nothing to do but those; a third comes after more edits."""
        failed = {turn.owner for turn in self.turns(today) if turn.step and self.send(turn, today)}
        again = [turn for turn in self.turns(today) if turn.step]
        assert {turn.owner for turn in again} == failed
        if self.chance.random() < 0.2:
            self.live(today)
            for turn in self.turns(today):
                if turn.step:
                    self.send(turn, today)

    def turns(self, today: date) -> tuple[Turn, ...]:
        return list_turns(self.questions, self.here, self.entries, self.quarter, today=today, rules=RULES)

    def send(self, turn: Turn, today: date) -> bool:
        """Send a turn's message; whether that failed. All that may never be done is asserted here."""
        owner = turn.owner
        assert today in RULES.working_days
        assert today not in self.messages.get(owner, [])
        assert (self.promises.get(owner) or today) <= today
        assert owner in self.here
        assert turn.demands or turn.step is Step.NOTICE
        for demand in turn.demands:
            assert demand.action not in self.answered
            assert owner in self.rows[demand.action]
            assert demand.action not in self.closed
            assert self.deadlines.get((owner, demand.action), demand.reply_by) == demand.reply_by
            assert demand.reply_by > today or not demand.is_new
        message = f"<{owner.key}-{today}>"
        by_day: dict[date, list[ActionId]] = {}
        for demand in turn.demands:
            by_day.setdefault(demand.reply_by, []).append(demand.action)
        asked = [
            Asked(owner, self.quarter, turn.step or Step.ASK, tuple(actions), reply_by, message, told=turn.told)
            for reply_by, actions in by_day.items()
        ] or [Asked(owner, self.quarter, Step.NOTICE, message=message, told=turn.told)]
        if self.chance.random() < 0.05:
            self.write(today, *asked, Failed(owner, self.quarter, message, "the mailbox is full"))
            self.promises.pop(owner, None)
            return True
        outcome = [Sent(owner, self.quarter, message)] if self.chance.random() < 0.9 else []
        self.write(today, *asked, *outcome)
        self.mails += 1
        self.messages.setdefault(owner, []).append(today)
        self.deadlines |= {(owner, demand.action): demand.reply_by for demand in turn.demands}
        self.promises[owner] = turn.next_on
        return False

    def check(self, today: date) -> None:
        """What was promised is kept, and nobody of whom anything is outstanding is forgotten."""
        for owner, promised in self.promises.items():
            last = self.messages[owner][-1]
            assert promised is None or promised > today or last == today
            assert last != today or promised is None or promised > today
        for owner, actions in self.questions.items():
            waiting = [action for action in actions if action not in self.answered]
            if waiting and owner in self.promises:
                promised = self.promises[owner]
                assert promised is not None
                assert promised <= today + timedelta(days=RULES.reply_days + 7)


def live(council: Council, days: int, *, job_days: Sequence[int] = range(7)) -> None:
    """Days in the life of a council whose job runs on some days of the week."""
    for number in range(days):
        today = day(number)
        council.live(today)
        if today.weekday() in job_days:
            council.chase(today)
        if len(job_days) == 7:
            council.check(today)


def council(chance: random.Random, owners: int, actions: int) -> Council:
    people = [Owner(f"Owner {number}", f"owner{number}") for number in range(owners)]
    work = [ActionId(f"k{number}", f"A{number}") for number in range(actions)]
    return Council(
        chance, people, work, {action: chance.sample(people, chance.choice([1, 1, 1, 2])) for action in work}
    )


SEEDS = st.integers(0, 2**32).map(random.Random)


@settings(max_examples=examples(0.2))
@given(SEEDS, st.integers(2, 6), st.integers(1, 10))
def test_months_of_small_councils(chance: random.Random, owners: int, actions: int) -> None:
    live(council(chance, owners, actions), 60)


@settings(max_examples=examples(0.2))
@given(SEEDS, st.sets(st.integers(0, 6), min_size=1, max_size=3))
def test_months_of_a_council_whose_job_runs_on_few_days(chance: random.Random, job_days: set[int]) -> None:
    """A weekly job keeps the rules too: it catches up on what fell between, with one message."""
    live(council(chance, 4, 8), 80, job_days=sorted(job_days))


@pytest.mark.parametrize(("owners", "actions", "quarters"), [(15, 60, 4), (40, 200, 1)])
def test_a_year_and_a_large_council(owners: int, actions: int, quarters: int) -> None:
    chance = random.Random(owners)  # noqa: S311
    for number in range(1, quarters + 1):
        one = council(chance, owners, actions)
        one.quarter = f"Q{number} 2026/27"
        live(one, 91)
        assert one.mails > 2 * owners
        assert len(one.answered) > actions / 2
