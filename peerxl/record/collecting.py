"""What a collect writes down: the forms that came back, what went into the plan, what did not, and what was settled.

The same forms are collected again and again, as they stay in their folder: what the record says already is not said
twice.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from peerxl.merge import Change, Conflict, Doubt, Merge
from peerxl.merge.report import FormReply, Ruling
from peerxl.model.answer_field import COMMENT, AnswerField, AnswerKind
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.owner import Owner
from peerxl.record.entry import Entry
from peerxl.record.event import Conflicted, Event, Merged, Returned, Settled
from peerxl.record.naming import ActionIds
from peerxl.record.sighting import of_record


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a form came: what tells whether a workbook is that very one, and the sender and the day of its mail."""

    digest: str
    sender: str = ""
    sent_on: date | None = None


@dataclass(frozen=True)
class Collection:
    """What was collected for a quarter: the merge, its plan's ids, and how each form came, by the form's name.

    ``by`` is who settled what was settled.
    """

    merge: Merge
    quarter: FiscalQuarter
    ids: ActionIds
    arrivals: Mapping[str, Arrival]
    by: str = ""

    @property
    def events(self) -> Iterator[Event]:
        """Everything that happened, in the order in which it is told."""
        yield from map(self.returned, self.merge.replies)
        yield from map(self.settled, self.merge.rulings)
        yield from map(self.merged, self.merge.changes)
        yield from map(self.conflicted, self.merge.disputed)

    def returned(self, reply: FormReply) -> Returned:
        arrival = self.arrivals[reply.file]
        return Returned(
            owner=reply.owner,
            quarter=str(self.quarter),
            file=reply.file,
            actions=tuple(map(self.ids.of, reply.actions)),
            form=reply.form_id,
            sender=arrival.sender,
            sent_on=arrival.sent_on,
            refused=tuple(self.refusals.get(reply.file, ())),
            digest=arrival.digest,
        )

    def merged(self, change: Change) -> Merged:
        field = Field.ORIGINAL_TIMESCALE if change.what else change.field.column
        is_new_date = change.field.kind is AnswerKind.DATE and not change.what
        return Merged(
            action=self.ids.of(change.action),
            field=field,
            before=of_record(field, change.cell.text),
            after=of_record(field, change.text),
            quarter=self.quarter_of(change.field),
            # The first date was put aside for a new one; its owner said nothing of it.
            owner=None if change.what else self.replies[change.file].owner,
            form=self.replies[change.file].form_id,
            why=self.comments.get((change.action.sheet, change.action.row, change.file), "") if is_new_date else "",
            owners=change.authors,
            said=change.said,
        )

    def conflicted(self, conflict: Conflict | Doubt) -> Conflicted:
        return Conflicted(
            action=self.ids.of(conflict.action),
            field=conflict.field.column,
            issued=conflict.issued,
            master=conflict.now.strip(),
            returned=conflict.text,
            quarter=self.quarter_of(conflict.field),
            owner=self.replies[conflict.file].owner,
            form=self.replies[conflict.file].form_id,
            cell=conflict.form_cell.address,
            why=conflict.why,
            is_held=isinstance(conflict, Doubt),
        )

    def settled(self, ruling: Ruling) -> Settled:
        return Settled(
            action=self.ids.of(ruling.action),
            field=ruling.field.column,
            choice=ruling.choice,
            value=ruling.value,
            master=ruling.master.strip(),
            returned=ruling.returned,
            quarter=self.quarter_of(ruling.field),
            owner=self.replies[ruling.file].owner,
            by=self.by,
            form=self.replies[ruling.file].form_id if ruling.form_cell else "",
            cell=ruling.form_cell.address if ruling.form_cell else "",
        )

    def quarter_of(self, field: AnswerField) -> str:
        return str(self.quarter) if field.is_quarterly else ""

    @cached_property
    def replies(self) -> Mapping[str, FormReply]:
        return {reply.file: reply for reply in self.merge.replies}

    @cached_property
    def refusals(self) -> Mapping[str, list[str]]:
        """What was refused of each form."""
        messages: dict[str, list[str]] = {}
        for refusal in self.merge.refusals:
            messages.setdefault(refusal.file, []).append(refusal.message)
        return messages

    @cached_property
    def comments(self) -> Mapping[tuple[str, int, str], str]:
        """The comments that went into the plan, by action and form: what an owner said of a new date beside it."""
        changes = (change for change in self.merge.changes if change.field == COMMENT)
        return {(change.action.sheet, change.action.row, change.file): change.text for change in changes}


def list_news(events: Iterable[Event], entries: Iterable[Entry]) -> Iterator[Event]:
    """The events that the record does not know yet.

    A form that was collected before is known by what is in it, whatever it is called now, and a conflict by its sides.
    What an owner answers anew is in conflict anew, be it the same as before.
    """
    events, past = tuple(events), tuple(entry.event for entry in entries)
    known = {what_of(event) for event in past}
    forms = {(event.owner, event.digest) for event in past if isinstance(event, Returned)}
    anew = {event.owner for event in events if isinstance(event, Returned) and (event.owner, event.digest) not in forms}
    return (event for event in events if is_news(event, anew) or what_of(event) not in known)


def is_news(event: Event, anew: Container[Owner | None]) -> bool:
    """Whether the record cannot know an event yet; ``anew`` are those who have sent a form that it does not know."""
    if isinstance(event, Conflicted):
        return event.owner in anew
    return not isinstance(event, Returned)


def what_of(event: Event) -> Event:
    """An event without what is another whenever the same form is collected."""
    if isinstance(event, Returned):
        return replace(event, file="")
    return replace(event, form="", cell="", why="") if isinstance(event, Conflicted) else event
