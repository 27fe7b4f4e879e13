"""A year of a council with 200 actions and 40 owners, day by day, by what its record says and nothing else.

Owners answer, answer in part, blank, late and for one another, change dates, leave and join; officers edit the plan
meanwhile; two computers write the record at once, mails fail, and runs are stopped at any moment. What went out in truth
is kept beside it, and held against the rules and against the record.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path

import pytest

from peerxl.calendar.rules import CalendarRules
from peerxl.chasing import Chase, chase_plan
from peerxl.commands.chase.day import without_stopped
from peerxl.commands.memory import Past
from peerxl.commands.outgoing import (
    DRAFTING,
    SENDING,
    Outgoing,
    Today,
    asked_events,
    decide_turns,
    list_outgoing,
    outstanding,
    stopped_messages,
)
from peerxl.commands.replies import replies_of
from peerxl.language.timescales import parse_timescale
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter, FiscalYear
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell, Sheet
from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from peerxl.record.dates import list_dates
from peerxl.record.entry import Entry
from peerxl.record.event import Asked, Drafted, Event, Failed, Merged, Published, Returned, Sent, Step
from peerxl.record.index import open_index
from peerxl.record.naming import ActionIds, name_actions
from peerxl.record.reading import read_file, read_record
from peerxl.record.run import Run, RunFile
from peerxl.record.sighting import date_meaning, list_sightings
from peerxl.record.steps import Turn
from peerxl.record.verify import verify_record

RULES = CalendarRules()
YEAR = FiscalYear(2026)
NAME = "master.xlsx"
WORK = "Mend Survey Staff Fund Promote".split()
SERVICES = (
    "Roads Parks Homes Ports Waste Trees Rents Courts Audit Votes Taxes Grants Wages Skills Health Sport Arts Books "
    "Schools Play Care Youth Streets Lamps Drains Rivers Coast Farms Trade Shops Tourism Towns Design Land Maps Data "
    "Phones Safety Vans Graves"
).split()
TOPICS = ("savings", "delays", "what residents say", "costs", "risks", "staffing", "the next steps")
QUARTERS = tuple(YEAR.quarter(number) for number in (1, 2, 3, 4))
HEADINGS = tuple(f"Q{number} {what}" for number in (1, 2, 3, 4) for what in ("update", "comments"))
# Two days before the day to reply by to a week after it, and the four days that Easter and Christmas may add.
LONGEST_GAP = timedelta(days=RULES.repeat_days + 3 + 4)


timescale_of = cache(parse_timescale)


def swap(words: str, one: str, other: str) -> str:
    """The words mended, or as they were before."""
    return words.replace(other, one) if other in words else words.replace(one, other)


@dataclass
class Row:
    """A row of the master as its officers have it."""

    ref: str
    words: str
    owners: list[str]
    timescale: str = "Q4 2027/28"
    updates: dict[FiscalQuarter, tuple[str, str]] = field(default_factory=dict)

    @property
    def cells(self) -> tuple[str, ...]:
        updates = map(self.update, QUARTERS)
        return (
            self.ref,
            self.words,
            self.timescale,
            "/ ".join(self.owners),
            *(word for each in updates for word in each),
        )

    def update(self, quarter: FiscalQuarter | None) -> tuple[str, str]:
        return self.updates.get(quarter, ("", "")) if quarter else ("", "")

    def is_open(self, quarter: FiscalQuarter) -> bool:
        """By the last status that was given: who writes "In progress" after "Completed" opens it again."""
        given = [status for each in QUARTERS if each <= quarter and (status := self.update(each)[0])]
        return not given or given[-1] != "Completed"


@dataclass
class Mailed:
    """A message that reached its owner."""

    day: date
    refs: tuple[str, ...]


class StoppedError(Exception):
    """A run was killed."""


@dataclass
class Council:
    """A council's year: its master, its record on the disk, and what happened in truth."""

    chance: random.Random
    folder: Path
    rows: list[Row]
    staff: list[str]
    quarter: FiscalQuarter = QUARTERS[0]
    entries: list[Entry] = field(default_factory=list)
    heads: dict[str, str] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)
    recorded: set[tuple[str, str]] = field(default_factory=set)
    mailed: dict[str, list[Mailed]] = field(default_factory=dict)
    lost: dict[str, date] = field(default_factory=dict)
    live_since: dict[tuple[str, str], date] = field(default_factory=dict)
    owners: dict[str, Owner] = field(default_factory=dict)
    plan: ActionPlan = field(init=False)
    ids: ActionIds = field(init=False)
    questions: Chase = field(init=False)
    live: dict[str, set[str]] = field(default_factory=dict)
    placed: dict[tuple[str, ...], Action] = field(default_factory=dict)
    is_edited: bool = True
    runs: int = 0
    stopped: int = 0
    mails: int = 0

    def __post_init__(self) -> None:
        self.plan = self.read_sheet()
        self.owners = {owner.name: owner for action in self.plan.actions for owner in action.owners}
        self.read_master()

    def read_master(self) -> None:
        """The plan as it stands, its actions named by the record; whole only where the columns are others."""
        first = self.plan.actions[0]
        actions = tuple(self.place_once(first, row, number) for number, row in enumerate(self.rows, first.row))
        self.plan = replace(self.plan, actions=actions)
        self.ids = name_actions(self.plan, self.entries)
        self.questions = chase_plan(self.plan, self.quarter)
        self.live = self.live_questions()
        self.is_edited = True

    def read_sheet(self) -> ActionPlan:
        """The plan as it is read from a workbook's values."""
        title = (f"Harbour action plan - Quarter {self.quarter.number} {self.quarter.year}",)
        headings = ("Ref", "Action", "Timescale", "Owner", *HEADINGS)
        sheet = Sheet("Plan", (title, headings, *(row.cells for row in self.rows)))
        return plan_from_sheets([sheet], Request(NAME, self.quarter))

    def place_once(self, pattern: Action, row: Row, number: int) -> Action:
        key = (*row.cells, str(number), str(self.quarter))
        if key not in self.placed:
            self.placed[key] = self.place(pattern, row, number)
        return self.placed[key]

    def place(self, pattern: Action, row: Row, number: int) -> Action:
        """A row read as the rows around it are, but quickly."""

        def cell(like: Cell | None, text: str) -> Cell | None:
            return like._replace(row=number, text=text) if like else None

        updates = tuple(
            replace(
                each,
                status=DEFAULT_VOCABULARY.find(row.update(each.quarter)[0]),
                status_cell=cell(each.status_cell, row.update(each.quarter)[0]),
                comment=row.update(each.quarter)[1],
                comment_cell=cell(each.comment_cell, row.update(each.quarter)[1]),
            )
            for each in pattern.updates
        )
        owners = tuple(self.owners[owner] for owner in row.owners)
        return replace(
            pattern,
            row=number,
            ref=row.ref,
            text=row.words,
            timescale=timescale_of(row.timescale),
            owners=owners,
            updates=updates,
        )

    def live_questions(self) -> dict[str, set[str]]:
        """What is to be asked in truth: open, on the owner's rows, and said nothing of this quarter by anybody."""
        live: dict[str, set[str]] = {}
        for row in self.rows:
            said = row.ref in self.answered or all(row.update(self.quarter))
            for owner in row.owners if row.is_open(self.quarter) and not said else ():
                live.setdefault(owner, set()).add(row.ref)
        return live

    def run(self, command: str, today: date, hour: int, heads: dict[str, str] | None = None) -> RunFile:
        self.runs += 1
        at = datetime.combine(today, time(hour), UTC)
        known = self.heads if heads is None else heads
        return RunFile(self.folder, Run(f"run{self.runs:05d}", NAME, command, at), tuple(sorted(known.items())))

    def remember(self, heads: dict[str, str]) -> None:
        """Take in the file of the last run as it lies on the disk, which may end in half a line."""
        (path,) = self.folder.glob(f"*-run{self.runs:05d}.jsonl")
        entries = read_file(path).entries
        self.entries += entries
        if entries:
            named = set(heads.items())
            kept = {run: digest for run, digest in self.heads.items() if (run, digest) not in named}
            self.heads = {**kept, entries[-1].run: entries[-1].digest}

    def cut(self, written: int) -> int:
        """Take away the end of the last lines that were written, as where a run is killed; how many are left whole."""
        (path,) = self.folder.glob(f"*-run{self.runs:05d}.jsonl")
        lines = path.read_bytes().splitlines(keepends=True)
        left = self.chance.randrange(written)
        *whole, last = lines[: len(lines) - written + left + 1]
        path.write_bytes(b"".join(whole) + last[: self.chance.randrange(len(last) - 1)])
        return left

    def chase(self, today: date) -> bool:
        """A run of the chase; whether it came to its end."""
        past = Past(tuple(self.entries))
        turns = self.turns(today, without_stopped(past))
        left = outstanding(self.questions, turns, self.ids)
        outgoing = list_outgoing(NAME, left, turns, self.ids, self.plan.settings, today)
        seen = tuple(list_sightings(self.plan, self.ids, past.entries)) if self.is_edited else ()
        sends = self.quarter.number % 2 == 0
        heads, is_done = dict(self.heads), True
        if not outgoing and not seen:
            return True
        with self.run(SENDING if sends else DRAFTING, today, 7) as file:
            file.write(*seen, *stopped_messages(past.entries))
            try:
                if sends:
                    self.send(outgoing, file, today)
                else:
                    self.draft(outgoing, file, today)
            except StoppedError:
                is_done, self.stopped = False, self.stopped + 1
        self.remember(heads)
        # What was seen goes to the disk first, and is never what a kill takes.
        self.is_edited = False
        return is_done

    def draft(self, outgoing: Sequence[Outgoing], file: RunFile, today: date) -> None:
        """Written down, laid ready, and written down that it lies ready: only what does is sent by anybody."""
        events = [event for each in outgoing for event in asked_events(each, self.quarter, "form")]
        file.write(*events)
        if events and self.chance.random() < 0.08:
            self.cut(len(events))
            raise StoppedError
        file.write(*(Drafted(each.owner, str(self.quarter), each.message, "x.eml") for each in outgoing))
        is_stopped = bool(outgoing) and self.chance.random() < 0.04
        for each in outgoing[: self.cut(len(outgoing)) if is_stopped else None]:
            self.deliver(each, today)
        if is_stopped:
            raise StoppedError

    def send(self, outgoing: Sequence[Outgoing], file: RunFile, today: date) -> None:
        """One after the other: written down, handed over, and written down what became of it."""
        for each in outgoing:
            quarter = str(self.quarter)
            asked = tuple(asked_events(each, self.quarter, "form"))
            file.write(*asked)
            stop = self.chance.random()
            if stop < 0.004:
                self.cut(len(asked))
                raise StoppedError
            if stop < 0.008:
                self.lost[each.owner.name] = today
                raise StoppedError
            if self.chance.random() < 0.02:
                file.write(Failed(each.owner, quarter, each.message, "the mailbox is full"))
                continue
            self.deliver(each, today)
            if stop > 0.996:
                raise StoppedError
            file.write(Sent(each.owner, quarter, each.message))

    def deliver(self, outgoing: Outgoing, today: date) -> None:
        """A message reaches its owner: all that may never be so is asserted here."""
        owner, live = outgoing.owner.name, self.live
        refs = tuple(demand.action.ref for demand in outgoing.turn.demands)
        messages = self.mailed.setdefault(owner, [])
        assert today in RULES.working_days
        assert not messages or messages[-1].day < today, f"{owner} had two messages on {today}"
        assert set(refs) <= live.get(owner, set()), f"{owner} was asked what needs no answer on {today}"
        assert refs or outgoing.step is Step.NOTICE
        assert any(owner in row.owners for row in self.rows), f"{owner} left and was written to"
        messages.append(Mailed(today, refs))
        self.mails += 1

    def collect(self, today: date) -> None:
        """Some owners send back what they were asked: all, a part, nothing, or what a colleague was asked."""
        events: list[Event] = []
        for owner in self.staff:
            if self.chance.random() < 0.12 and self.mailed.get(owner):
                events += self.give_back(owner, today)
        if events:
            heads = dict(self.heads)
            with self.run("collect", today, 18) as file:
                file.write(*list_sightings(self.plan, self.ids, self.entries), *events)
            self.remember(heads)
            self.read_master()

    def give_back(self, owner: str, today: date) -> Iterator[Event]:
        """A form that comes back, and what it puts into the master."""
        asked = {ref for message in self.mailed[owner] for ref in message.refs} & self.live.get(owner, set())
        if self.chance.random() < 0.1:
            colleague = self.chance.choice(self.staff)
            asked |= self.live.get(colleague, set()) & {
                ref for message in self.mailed.get(colleague, []) for ref in message.refs
            }
        share = self.chance.choice((0.0, 0.5, 1.0, 1.0))
        rows = [row for row in self.rows if row.ref in asked and self.chance.random() < share]
        post = self.owners[owner]
        ids = {action.ref: self.ids.of(action) for action in self.plan.actions}
        quarter = str(self.quarter)
        yield Returned(post, quarter, f"{owner}.xlsx", tuple(ids[row.ref] for row in rows))
        for row in rows:
            # Some answers stay out of the plan, as in a conflict: only the record knows of them.
            if self.chance.random() < 0.1:
                continue
            status = self.chance.choice(("In progress", "In progress", "In progress", "Completed"))
            comment = f"{row.ref} in {quarter}: work goes on."
            row.updates[self.quarter] = (status, comment)
            yield Merged(ids[row.ref], "status", "", status, quarter, post)
            yield Merged(ids[row.ref], "comment", "", comment, quarter, post)
            if self.chance.random() < 0.1:
                before, row.timescale = (
                    row.timescale,
                    f"Q{self.chance.randint(1, 4)} {self.chance.randint(2028, 2030)}/",
                )
                row.timescale += str(int(row.timescale[3:7]) + 1)[2:]
                if row.timescale != before:
                    yield Merged(ids[row.ref], "timescale", before, row.timescale, quarter, post, why="Timber is late")
        self.answered |= {row.ref for row in rows}
        self.live = self.live_questions()

    def edit(self, today: date) -> None:
        """Officers move rows, reword them, give them to others, close them, and answer some themselves."""
        for row in self.chance.sample(self.rows, 4):
            match self.chance.randint(0, 4):
                case 0:
                    row.words = swap(row.words, "and report", "and also report")
                case 1:
                    row.owners = self.chance.sample(self.staff, self.chance.choice((1, 1, 2)))
                case 2:
                    row.updates[self.quarter] = ("Completed", f"{row.ref} was done by {today}.")
                case 3:
                    row.updates[self.quarter] = ("In progress", f"{row.ref} was spoken of on {today}.")
                case _:
                    self.rows.remove(row)
                    self.rows.insert(self.chance.randrange(len(self.rows)), row)
        if self.chance.random() < 0.15 and len(self.staff) > 30:
            self.leave(self.staff.pop(self.chance.randrange(len(self.staff))))
        self.read_master()

    def leave(self, owner: str) -> None:
        """An owner leaves, and others take over all that was theirs."""
        for row in self.rows:
            row.owners = list(
                dict.fromkeys(self.chance.choice(self.staff) if each == owner else each for each in row.owners)
            )

    def write_elsewhere(self, today: date, heads: dict[str, str]) -> None:
        """Another computer writes at the same time, and knows nothing of what this one has written today."""
        with self.run("appendix", today, 7, heads) as file:
            file.write(Published(str(self.quarter), f"appendix {today}.xlsx", f"digest-{self.runs}"))
        self.remember(heads)
        # The synchronised folder may leave a copy of a file beside it.
        (path,) = self.folder.glob(f"*-run{self.runs:05d}.jsonl")
        shutil.copy(path, path.with_stem(f"{path.stem} (conflicted copy)"))

    def check(self, today: date, is_done: bool) -> None:
        """Nobody of whom anything is outstanding is forgotten, and all that is so is explained by the record."""
        live = self.live
        pairs = {(owner, ref) for owner, refs in live.items() for ref in refs}
        self.live_since = {pair: self.live_since.get(pair, today) for pair in pairs}
        if not is_done or today not in RULES.working_days:
            return
        past = without_stopped(Past(tuple(self.entries)))
        failed = {each.owner.name for each in self.turns(today, past) if each.step}
        asked = {
            (each.event.owner.name, action.ref)
            for each in past
            if isinstance(each.event, Asked) and each.quarter == str(self.quarter)
            for action in each.event.actions
        }
        for owner, ref in pairs:
            assert (owner, ref) in asked or owner in failed, f"{owner} was never asked about {ref}"
            days = [message.day for message in self.mailed.get(owner, []) if ref in message.refs]
            last = max([*days, self.live_since[owner, ref]])
            patience = LONGEST_GAP * (2 if self.lost.get(owner, date.min) >= last else 1)
            assert today - last <= patience + timedelta(days=3), f"{owner} was forgotten about {ref} since {last}"

    def turns(self, today: date, entries: Iterable[Entry]) -> tuple[Turn, ...]:
        return decide_turns(self.plan, self.questions, self.ids, entries, Today(today, RULES))

    def check_record(self, today: date, cache: Path) -> None:
        """The record says what is so in truth; it is whole, and its index made anew says the same."""
        record = read_record(self.folder)
        assert [fault for fault in verify_record(self.folder) if not fault.is_harmless] == []
        assert {entry.digest for entry in record.entries} == {entry.digest for entry in self.entries}
        with open_index(self.folder, cache) as index:
            known, heads = index.entries(plan=NAME), index.heads
        assert known == record.entries
        shutil.rmtree(cache)
        with open_index(self.folder, cache) as index:
            assert (index.entries(plan=NAME), index.heads) == (known, heads)
        assert self.turns(today, without_stopped(Past(known))) == self.turns(
            today, without_stopped(Past(tuple(self.entries)))
        )
        replies = replies_of(self.plan, self.quarter, without_stopped(Past(known)), self.ids)
        told = {(reply.owner.name, action.ref) for reply in replies.outstanding for action in reply.outstanding}
        live = {(owner, ref) for owner, refs in self.live.items() for ref in refs}
        assert told <= live
        assert live - told <= {(owner, ref) for owner, ref in live if ref not in self.refs_mailed(owner)}
        for turn in self.turns(today, known):
            assert turn.why
            assert turn.next_on or not turn.demands
        dates = {each.action.ref: each for each in list_dates(known, date_meaning(self.plan))}
        moved = {row.ref: row.timescale for row in self.rows if row.timescale != "Q4 2027/28"}
        assert {ref: dates[ref].changes[-1].value for ref in moved} == moved
        assert {dates[ref].first for ref in moved} <= {"Q4 2027/28"}

    def refs_mailed(self, owner: str) -> set[str]:
        return {ref for message in self.mailed.get(owner, []) for ref in message.refs}

    def turn_quarter(self) -> None:
        """The plan moves on: answers, messages and what was outstanding are the next quarter's."""
        self.quarter += 1
        self.answered, self.mailed, self.live_since, self.lost = set(), {}, {}, {}
        edited, self.plan = self.plan, self.read_sheet()
        kept = [(action.ref, action.text, action.owners, action.timescale) for action in edited.actions]
        assert [(action.ref, action.text, action.owners, action.timescale) for action in self.plan.actions] == kept
        self.read_master()


@pytest.mark.slow
@pytest.mark.parametrize("seed", [11])
def test_a_year_of_a_council(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # Waiting for the disk proves nothing here.
    monkeypatch.setattr("peerxl.record.run.os.fsync", lambda handle: None)
    chance = random.Random(seed)  # noqa: S311
    posts = [f"AD {service}" for service in SERVICES]
    rows = [
        Row(
            f"A{number:03d}",
            f"{work} the {service.lower()} and report on {TOPICS[number % 7]} to the cabinet each quarter",
            [post],
        )
        for number, (work, (service, post)) in enumerate(
            ((work, each) for each in zip(SERVICES, posts, strict=True) for work in WORK), 1
        )
    ]
    council = Council(chance, tmp_path / "record", rows, list(posts))
    for number in range(364):
        today = date(2026, 4, 1) + timedelta(days=number)
        if number and number % 91 == 0:
            council.check_record(today, tmp_path / "cache")
            council.turn_quarter()
        if today.weekday() == 2:
            council.edit(today)
        heads = dict(council.heads)
        # One of the two days of a weekend is enough to see that nothing goes out.
        is_done = today.weekday() == 6 or council.chase(today)
        council.check(today, is_done and today.weekday() in (2, 4))
        if number % 9 == 0:
            council.write_elsewhere(today, heads)
        if today.weekday() == 3:
            council.collect(today)
    council.check_record(date(2027, 3, 31), tmp_path / "cache")
    assert (len(rows), len(posts)) == (200, 40)
    assert council.stopped > 10
    assert council.mails > 1000
