"""What the tests of the record share: owners, actions, runs, and histories as hypothesis draws them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

from peerxl.model.owner import Owner
from peerxl.record.entry import Entry
from peerxl.record.event import (
    ActionId,
    Asked,
    Conflicted,
    Drafted,
    Event,
    Failed,
    Merged,
    Moved,
    Published,
    Returned,
    Seen,
    Sent,
    Settled,
    Step,
    Undone,
)
from peerxl.record.run import Run, RunFile

PLAN, QUARTER = "9f2c5a71b3de", "Q3 2026/27"
HR, ROADS, LEGAL = Owner("Head of HR", "headhr"), Owner("AD Roads", "adroads"), Owner("AD Legal", "adlegal")
H1, H2, H3, R1 = ActionId("k1", "H1"), ActionId("k2", "H2"), ActionId("k3", "H3"), ActionId("k4", "R1")
MONDAY = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)


def on(days: int, hour: int = 7) -> datetime:
    """A time so many days after the Monday that the tests begin on."""
    return MONDAY.replace(hour=hour) + timedelta(days=days)


def write(folder: Path, run: str, *events: Event, at: datetime = MONDAY, plan: str = PLAN) -> tuple[Entry, ...]:
    """Events written down by one run."""
    with RunFile(folder, Run(run, plan, "collect", at)) as file:
        return file.write(*events)


def happened(*days: tuple[int, Event]) -> tuple[Entry, ...]:
    """Entries as they are read, each event so many days after that Monday."""
    entries: list[Entry] = []
    for number, (day, event) in enumerate(days):
        entries += RunFile(None, Run(f"run{number:03d}", PLAN, "collect", on(day))).write(event)
    return tuple(entries)


TEXTS = st.text(st.characters(codec=None), max_size=8) | st.sampled_from(["31 March 2026", "Q4 2026/27", "“€”\n", ""])
QUARTERS = st.sampled_from(["Q2 2026/27", QUARTER])
OWNERS = st.sampled_from([HR, ROADS, LEGAL])
ACTIONS = st.sampled_from([H1, H2, H3, R1])
SOME_ACTIONS = st.lists(ACTIONS, max_size=3, unique=True).map(tuple)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
FIELDS = st.sampled_from(["timescale", "status", "comment"])
MESSAGES = st.sampled_from(["<1@peerxl>", "<2@peerxl>", ""])
EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(Seen, ACTIONS, FIELDS, TEXTS, QUARTERS),
    st.builds(
        Asked, OWNERS, QUARTERS, st.sampled_from(Step), SOME_ACTIONS, st.none() | DAYS, MESSAGES, told=SOME_ACTIONS
    ),
    st.builds(Drafted, OWNERS, QUARTERS, MESSAGES, TEXTS),
    st.builds(Sent, OWNERS, QUARTERS, MESSAGES),
    st.builds(Failed, OWNERS, QUARTERS, MESSAGES, TEXTS),
    st.builds(Returned, OWNERS, QUARTERS, TEXTS, SOME_ACTIONS, sender=TEXTS, sent_on=st.none() | DAYS),
    st.builds(
        Merged,
        ACTIONS,
        FIELDS,
        TEXTS,
        TEXTS,
        QUARTERS,
        st.none() | OWNERS,
        owners=st.lists(OWNERS, max_size=3).map(tuple),
    ),
    st.builds(Conflicted, ACTIONS, FIELDS, TEXTS, TEXTS, TEXTS, QUARTERS, st.none() | OWNERS),
    st.builds(Settled, ACTIONS, FIELDS, st.sampled_from(["theirs", "both"]), TEXTS, TEXTS, TEXTS, QUARTERS),
    st.builds(Undone, ACTIONS, FIELDS, TEXTS, TEXTS, QUARTERS),
    st.builds(Published, QUARTERS, TEXTS, TEXTS),
    st.builds(Moved, QUARTERS, QUARTERS),
)
MOMENTS = st.integers(0, 3).map(on)
HISTORIES = st.lists(st.tuples(MOMENTS, st.lists(EVENTS, min_size=1, max_size=4)), max_size=4)


def write_history(folder: Path, history: Iterable[tuple[datetime, list[Event]]]) -> None:
    """A run for each moment, knowing nothing of the others, as on several machines."""
    for number, (at, events) in enumerate(history):
        write(folder, f"run{number:03d}", *events, at=at)
