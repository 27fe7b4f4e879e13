"""What of a run of the job only the coordinator can see to, each with what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from peerxl.calendar.rules import Level
from peerxl.commands.chase.result import ChaseResult
from peerxl.commands.collect.command import CollectResult
from peerxl.documents.this_week import Need
from peerxl.documents.wording import counted
from peerxl.merge.settlement import option
from peerxl.record.reading import RecordFault
from peerxl.record.replies import Replies


@dataclass(frozen=True, slots=True)
class WeekNeeds:
    """All that somebody may have to see to: replies, what was collected, what went out, why not, and the record.

    ``still_open`` are the conflicts of earlier runs, each with its action.
    """

    today: date
    replies: Replies
    collected: CollectResult | None = None
    chase: ChaseResult | None = None
    failure: str = ""
    faults: tuple[RecordFault, ...] = ()
    left_alone: tuple[str, ...] = ()
    still_open: tuple[Need, ...] = ()


def list_needs(week: WeekNeeds) -> Iterator[Need]:
    """Everything, the most pressing first."""
    for source in SOURCES:
        yield from source(week)


def failures(week: WeekNeeds) -> Iterator[Need]:
    if week.failure:
        yield Need("Not all could be done", week.failure)


def chase_notes(week: WeekNeeds) -> Iterator[Need]:
    """What the chase said of the plan and the day; what is amiss with the record stands further down."""
    faults = set(map(str, week.faults))
    for note in week.chase.notes if week.chase else ():
        if note not in faults:
            yield Need("The plan", note)


def failed_mails(week: WeekNeeds) -> Iterator[Need]:
    """Mails that were not sent: whoever has no address is said with what goes to nobody."""
    for delivery, each in zip(
        *((week.chase.deliveries, week.chase.outgoing) if week.chase else ((), ())), strict=False
    ):
        if not delivery.is_out and each.addressed.to:
            yield Need(each.owner.name, f"The mail was not sent, and is tried again at the next run: {delivery.why}")


def conflicts(week: WeekNeeds) -> Iterator[Need]:
    for each in week.collected.merge.conflicts if week.collected else ():
        kept = f"{each.owner} gave another {each.field.noun} than {each.cell} has by now, and the plan keeps its own."
        again = f", or collect again with {option(each.accept)}" if each.accept else ""
        yield Need(each.action.name, f"{kept} Settle it in the plan{again}.")


def earlier_conflicts(week: WeekNeeds) -> Iterator[Need]:
    yield from week.still_open


def refusals(week: WeekNeeds) -> Iterator[Need]:
    for each in week.collected.merge.refusals if week.collected else ():
        sender = f" It came from {each.sender}." if each.sender else ""
        place = f"{each.file}: " if each.owner else ""
        yield Need(each.owner or each.file, f"{place}{each.message}{sender}")


def doubts(week: WeekNeeds) -> Iterator[Need]:
    for each in week.collected.merge.doubts if week.collected else ():
        yield Need(each.owner, each.message)


def left_alone(week: WeekNeeds) -> Iterator[Need]:
    """What was sent in another form, as a print or a document: its owner has answered, and is asked on."""
    for sentence in week.left_alone:
        yield Need(
            "What came back", f"{sentence} If it is an answer, put it in or ask for the form, then take it away."
        )


def blank_forms(week: WeekNeeds) -> Iterator[Need]:
    for reply in week.replies.blank:
        if reply.outstanding:
            yield Need(
                reply.owner.name,
                "Sent the form back with nothing new in it: ask whether it was saved before.",
            )


def nobodys(week: WeekNeeds) -> Iterator[Need]:
    """Actions of nobody's, and owners without an address, each owner once."""
    by_why: dict[str, list[str]] = {}
    for each in week.chase.nobody if week.chase else ():
        by_why.setdefault(each.why, []).append(each.action.name)
    for why, names in by_why.items():
        about = names[0] if len(names) == 1 else counted(len(names), "action")
        yield Need(about, f"{why} Ask about {'it' if len(names) == 1 else 'them'} yourself.")


def very_late(week: WeekNeeds) -> Iterator[Need]:
    for turn in week.chase.turns if week.chase else ():
        if Level.CHIEF_EXECUTIVE in turn.levels:
            yield Need(turn.owner.name, f"{counted(turn.days_late, 'day')} late: for the chief executive's list.")


def record_faults(week: WeekNeeds) -> Iterator[Need]:
    yield from (Need("The record", str(fault)) for fault in week.faults if not fault.is_harmless)


SOURCES: tuple[Callable[[WeekNeeds], Iterator[Need]], ...] = (
    failures,
    chase_notes,
    failed_mails,
    conflicts,
    earlier_conflicts,
    refusals,
    doubts,
    left_alone,
    blank_forms,
    nobodys,
    very_late,
    record_faults,
)
