"""Who was asked what in a quarter, and what has been answered: the facts that replies and the next steps are made of.

An ask counts once its message has gone out, or lies ready, or nobody knows what became of it; not where sending failed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from peerxl.model.owner import Owner
from peerxl.record.entry import Entry, in_order
from peerxl.record.event import ActionId, Asked, Drafted, Failed, Merged, Returned, Sent


@dataclass(frozen=True, slots=True)
class RecordedAsk:
    """An owner was asked, and when that was written down."""

    entry: Entry
    event: Asked

    @property
    def day(self) -> date:
        """The day that the owner was asked on: that of the run, or the one that it laid the message ready for."""
        return self.event.sent_on or self.entry.at.date()


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """A form came back, and when that was written down."""

    entry: Entry
    event: Returned


@dataclass(frozen=True, slots=True)
class Asking:
    """A quarter's asks and answers, each in the order it happened."""

    asks: tuple[RecordedAsk, ...]
    answers: tuple[RecordedAnswer, ...]

    @property
    def asks_of(self) -> dict[Owner, list[RecordedAsk]]:
        """Each owner's asks, the owners as they were first asked."""
        owners: dict[Owner, list[RecordedAsk]] = {}
        for ask in self.asks:
            owners.setdefault(ask.event.owner, []).append(ask)
        return owners

    @property
    def answered(self) -> dict[ActionId, Owner]:
        """Every action that somebody has answered, and whose form had the first answer: one is enough."""
        return {action: each.event.owner for each in reversed(self.answers) for action in each.event.actions}

    @property
    def answers_of(self) -> dict[Owner, list[RecordedAnswer]]:
        """Each owner's answers."""
        owners: dict[Owner, list[RecordedAnswer]] = {}
        for answer in self.answers:
            owners.setdefault(answer.event.owner, []).append(answer)
        return owners


def asking_of(entries: Iterable[Entry], quarter: str) -> Asking:
    """What was asked and answered in a quarter."""
    mine = in_order(entry for entry in entries if entry.quarter == quarter)
    lost = failed_messages(mine)
    asks = (RecordedAsk(entry, entry.event) for entry in mine if isinstance(entry.event, Asked))
    answers = (RecordedAnswer(entry, entry.event) for entry in mine if isinstance(entry.event, Returned))
    return Asking(tuple(ask for ask in asks if ask.event.message not in lost), tuple(answers))


def list_last_days(entries: Iterable[Entry]) -> dict[Owner, date]:
    """The last day on which each owner was written to, whichever quarter that was about."""
    lines = in_order(entry for entry in entries if isinstance(entry.event, Asked | Drafted | Sent | Failed))
    lost, days = failed_messages(lines), dict[Owner, date]()
    for ask in (RecordedAsk(entry, entry.event) for entry in lines if isinstance(entry.event, Asked)):
        if ask.event.message not in lost:
            days[ask.event.owner] = max(ask.day, days.get(ask.event.owner, date.min))
    return days


def list_merges(entries: Iterable[Entry], quarter: str) -> dict[tuple[str, str], list[Merged]]:
    """What went into the plan of the forms of a quarter, in order, by the key of the action and the field."""
    lines = in_order(entries)
    returned = [line.event for line in lines if isinstance(line.event, Returned) and line.event.quarter == quarter]
    forms = {event.form for event in returned if event.form}
    merges: dict[tuple[str, str], list[Merged]] = {}
    for event in (line.event for line in lines):
        if isinstance(event, Merged) and event.form in forms:
            merges.setdefault((event.action.key, event.field), []).append(event)
    return merges


def list_doubled(entries: Iterable[Entry], quarter: str) -> tuple[RecordedAsk, ...]:
    """The messages that two runs made, neither of which knew of the other, each as it was made last."""
    asks, runs = dict[str, RecordedAsk](), dict[str, set[str]]()
    for entry in in_order(entry for entry in entries if entry.quarter == quarter):
        event = entry.event
        if isinstance(event, Asked):
            asks[event.message] = RecordedAsk(entry, event)
        elif isinstance(event, Sent | Drafted):
            runs.setdefault(event.message, set()).add(entry.run)
    return tuple(ask for message, ask in asks.items() if len(runs.get(message, ())) > 1)


def failed_messages(entries: Iterable[Entry]) -> frozenset[str]:
    """The messages whose last attempt failed and that never went out, nor lie ready; the entries come in order."""
    failed, out = set[str](), set[str]()
    for entry in entries:
        event = entry.event
        if isinstance(event, Failed) and event.message:
            failed.add(event.message)
        # Asked anew under the same message: whether that failed will be said by a later line.
        elif isinstance(event, Asked):
            failed.discard(event.message)
        elif isinstance(event, Sent | Drafted):
            out.add(event.message)
    return frozenset(failed - out)
