"""What an officer should know of a day's chase beside who gets what: the record, the day and copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from peerxl.advice import CHASE_OTHER, MOVE_ON
from peerxl.commands.addresses import coordinator_of, owners_sheet
from peerxl.commands.memory import Past
from peerxl.commands.outgoing import Outgoing, Today
from peerxl.documents.wording import listed, weekday_words
from peerxl.errors import PeerxlError
from peerxl.language.owners import owner_key
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan, unique
from peerxl.model.settings import Settings
from peerxl.record.asks import list_doubled
from peerxl.record.entry import Entry
from peerxl.record.event import Asked

WEEK = timedelta(days=7)


class CopiedPlanError(PeerxlError):
    """A plan of which another file in its folder has asked the same owners the same in the quarter already."""

    def __init__(self, source: str, file: str, ask: Entry) -> None:
        super().__init__(
            f"{source}: {file} beside it has asked {ask.owner} the same for {ask.quarter}, on {ask.at:%d/%m/%Y}, and "
            f"nobody is asked twice; {CHASE_OTHER.words()}, or move it into another folder if this is the plan from "
            "now on."
        )


def find_asked_by_copy(past: Past, outgoing: Iterable[Outgoing], quarter: FiscalQuarter) -> tuple[str, Entry] | None:
    """A message by which another plan of the folder has asked an owner what they would be asked now."""
    about = {(each.owner, key) for each in outgoing for key in each.keys}
    for file, entry in past.others:
        event = entry.event
        if not isinstance(event, Asked) or event.quarter != str(quarter):
            continue
        if any((event.owner, action.key) in about for action in event.actions):
            return file, entry
    return None


def list_notes(plan: ActionPlan, past: Past, day: Today) -> Iterator[str]:
    """What an officer should know of the record and of the day."""
    yield from map(str, past.faults)
    yield from say_behind(plan, day)
    asked_on = (entry.at.date() for entry in past.entries if isinstance(entry.event, Asked))
    if (last := max(asked_on, default=day.day)) > day.day:
        yield (
            f"The last messages were made on {weekday_words(last)}, and that is still to come: see that this "
            "computer's date is right."
        )
    yield from say_doubled(plan, past, day.day)


def say_behind(plan: ActionPlan, day: Today) -> Iterator[str]:
    """That the plan reports a quarter that is over, unless the meeting that hears it is still to come."""
    now = plan.settings.years.quarter_of(day.day)
    meeting = day.dates.meeting if day.dates else None
    if plan.quarter and now > plan.quarter and not (meeting and day.day <= meeting):
        yield (
            f"Today is in {now}; the plan still reports {plan.quarter}. Once that has been reported, {MOVE_ON.words()}."
        )


def may_be_reported_now(plan: ActionPlan, day: Today) -> bool:
    """Whether a quarter that is over may still be the one to report: just over, and no meeting known that hears it."""
    now = plan.settings.years.quarter_of(day.day)
    has_meeting = day.dates is not None and day.dates.meeting is not None
    return plan.quarter is not None and plan.quarter + 1 == now and not has_meeting


def say_doubled(plan: ActionPlan, past: Past, today: date) -> Iterator[str]:
    """That two runs at once have written to the same owners, while it may still be wondered at."""
    asks = [ask for ask in list_doubled(past.entries, str(plan.quarter)) if today - ask.day <= WEEK]
    if asks:
        owners, day = listed(unique(ask.event.owner.name for ask in asks)), weekday_words(asks[-1].day)
        yield (
            f"Two runs that did not know of each other have both written to {owners} for {day}: send one of the mails, "
            "and chase from one computer."
        )


def say_listed_twice(plan: ActionPlan) -> Iterator[str]:
    """Owners who stand twice on the Owners sheet, with two addresses: the mails go to the first."""
    addresses: dict[str, dict[str, None]] = {}
    names: dict[str, str] = {}
    for contact in plan.settings.directory.contacts:
        key = owner_key(contact.owner)
        names.setdefault(key, contact.owner)
        if contact.email:
            addresses.setdefault(key, {})[contact.email.casefold()] = None
    for key, emails in addresses.items():
        if len(emails) > 1:
            yield (
                f"{names[key]} stands more than once on the Owners sheet, with {listed(emails)}: the first counts, so "
                "delete the others."
            )


def say_unsigned(settings: Settings) -> Iterator[str]:
    """That the mails have nobody to whom an owner could turn."""
    if coordinator_of(settings) is None:
        yield (
            "The mails name nobody to ask, and none can be sent; put the Coordinator on the Settings sheet, and their "
            f"address on {owners_sheet(settings)}."
        )


def say_ahead(today: date, day: Today) -> Iterator[str]:
    """That the messages are laid ready for another day."""
    if day.day != today:
        closed = day.rules.working_days.why_closed(today)
        yield f"Today is {closed}: the messages are made for {weekday_words(day.day)}; send them then."
