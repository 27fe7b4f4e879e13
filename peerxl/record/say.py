"""What happened in sentences, without the day, which stands beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby

from peerxl.documents.wording import counted, listed, name_actions, weekday_words
from peerxl.model.layout import Field
from peerxl.model.owner import Owner
from peerxl.record.dates import DateChange
from peerxl.record.entry import Entry
from peerxl.record.event import (
    ActionId,
    Asked,
    Began,
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
from peerxl.text import cut_line, mention_spaces

NO_REF = "an action without a ref"
LONGEST = 80
STEPS = {
    Step.ASK: "was asked",
    Step.REMINDER: "was reminded of",
    Step.ESCALATION: "is late and was reminded of",
    Step.NOTICE: "was told of",
}


def say_event(entry: Entry) -> str:
    """One sentence of what happened."""
    return SENTENCES[type(entry.event)](entry.event)


def say_began(event: Began) -> str:
    return f"“peerxl {event.command}” was run."


def say_seen(event: Seen) -> str:
    return f"{cell_words(event)} was {quoted(event.value)} when the plan was read."


def say_asked(event: Asked) -> str:
    copies = f", with a copy to {listed(event.cc)}" if event.cc else ""
    if not event.actions:
        told = name_actions(list_refs(event.told))
        answered = f"{in_quarter(event.quarter)} that somebody else has answered {told}"
        return f"{event.owner.name} was told{answered}{copies}."
    what = f"{counted(len(event.actions), 'question')}{in_quarter(event.quarter)} ({refs(event.actions)})"
    by = f", to reply by {weekday_words(event.reply_by)}" if event.reply_by else ""
    others = name_actions(list_refs(event.told))
    told = f", and told that somebody else has answered {others}" if event.told else ""
    on = f", in a mail for {weekday_words(event.sent_on)}" if event.sent_on else ""
    return f"{event.owner.name} {STEPS[event.step]} {what}{by}{copies}{told}{on}."


def say_drafted(event: Drafted) -> str:
    return f"The mail to {event.owner.name} lies ready as {event.file}."


def say_sent(event: Sent) -> str:
    return f"The mail to {event.owner.name} was sent. {event.why}".rstrip()


def say_failed(event: Failed) -> str:
    return f"The mail to {event.owner.name} was not sent: {event.why.rstrip('.')}."


def say_returned(event: Returned) -> str:
    sender = f", sent by {event.sender}" if event.sender else ""
    on = f" on {weekday_words(event.sent_on)}" if event.sent_on else ""
    if event.is_blank:
        return f"The form of {event.owner.name} came back with nothing new in it ({event.file}{sender}{on})."
    if not event.actions:
        return f"Nothing could be taken from the form of {event.owner.name} ({event.file}{sender}{on})."
    answers = f"{counted(len(event.actions), 'answer')}{in_quarter(event.quarter)} ({refs(event.actions)})"
    return f"{event.owner.name} gave {answers} in {event.file}{sender}{on}."


def say_merged(event: Merged) -> str:
    if event.field == Field.ORIGINAL_TIMESCALE:
        # An older record names the owner of the new date, who said nothing of this one.
        return f"{cell_words(event)} was {quoted(event.before)} and is now {quoted(event.after)}, as a new date came."
    why = f", because {quoted(event.why)}" if event.why else ""
    by = f" by {listed(owner.name for owner in event.owners)}" if event.owners else by_owner(event.owner)
    said = f", in the words {quoted(event.said)}" if event.said else ""
    return f"{cell_words(event)} was {quoted(event.before)} and is now {quoted(event.after)}{by}{said}{why}."


def say_conflicted(event: Conflicted) -> str:
    reason = event.why.rstrip(".") or f"the form was sent out with {quoted(event.issued)}"
    answer = f"the answer{by_owner(event.owner)} was {quoted(event.returned)}"
    return f"{cell_words(event)} was left as {quoted(event.master)}: {answer}, and {reason}."


def say_settled(event: Settled) -> str:
    by = f" by {event.by}" if event.by else ""
    why = f": {event.why.rstrip('.')}" if event.why else ""
    if event.is_acceptance:
        answer = f"the answer{by_owner(event.owner)}, {quoted(event.returned)}, which had been refused"
        return f"{cell_words(event)}: {answer}, was accepted{by}{why}."
    return f"{cell_words(event)} was settled{by} as {quoted(event.value)}{WAYS.get(event.choice, '')}{why}."


WAYS = {"mine": ", as the plan has it", "both": ", both answers together"}
"""How a settlement came to its value, where that is no owner's answer as it was given."""


def say_undone(event: Undone) -> str:
    return f"{cell_words(event)} is {quoted(event.after)} again: the change to {quoted(event.before)} was taken back."


def say_published(event: Published) -> str:
    reason = f", with what should be kept back, because {quoted(event.reason)}" if event.reason else ""
    return f"The paper{in_quarter(event.quarter)} was written to {event.file}{reason}."


def say_moved(event: Moved) -> str:
    back = ", as the move was taken back" if event.undoes else ""
    return f"The plan reports {event.quarter} and no longer {event.was}{back}."


def say_first_sight(sightings: Sequence[Seen]) -> str:
    """All that was seen of an action when the plan was first read with it, but for what was said of it then."""
    values = {(event.field, event.quarter): event.value for event in sightings if event.value.strip()}
    owner, date = values.get((Field.OWNER, ""), ""), values.get((Field.TIMESCALE, ""), "")
    parts = [quoted(values.get((Field.ACTION, ""), "")), f"of {owner}" if owner else "of nobody"]
    parts += [f"timescale {quoted(date)}"] if date else []
    parts += [f"{quoted(value)} in {quarter}" for (field, quarter), value in values.items() if field == Field.STATUS]
    return f"{action_words(sightings[0].action)} was read for the first time: {', '.join(parts)}."


def say_all(entries: Iterable[Entry], seen: Iterable[str] = ()) -> Iterator[tuple[datetime, str]]:
    """Each event in a sentence, with its time; what was seen of an action at first in one.

    ``seen`` are the keys of the actions that were seen before. What several events of a run say alike, as of each form
    that a settlement is about, is said once.
    """
    known = set(seen)
    for _, group in groupby(entries, lambda entry: (entry.run, entry.kind, entry.actions)):
        same = tuple(group)
        sightings = [event for event in (entry.event for entry in same) if isinstance(event, Seen)]
        if sightings and sightings[0].action.key not in known:
            known.add(sightings[0].action.key)
            yield same[0].at, say_first_sight(sightings)
        else:
            yield from {says: (entry.at, says) for entry in same for says in [say_event(entry)]}.values()


def say_change(change: DateChange) -> str:
    """A date that took another's place: "Q4 2026/27, asked for by AD Ports, because “Timber is late”"."""
    by = f", asked for by {change.owner.name}" if change.owner else ", in the plan itself"
    said = f" in the words {quoted(change.said)}" if change.said else ""
    return f"{change.value}{by}{said}{f', because {quoted(change.why)}' if change.why else ''}"


def cell_words(event: Seen | Merged | Conflicted | Settled | Undone) -> str:
    return f"The {event.field} of {action_words(event.action)}{in_quarter(event.quarter)}"


def action_words(action: ActionId) -> str:
    """The ref of an action, else the first of its words; an older version's record has no words beside it."""
    return action.ref or (f"“{action.words}”" if action.words else NO_REF)


def refs(actions: Collection[ActionId]) -> str:
    return listed(list_refs(actions)) if actions else "nothing"


def list_refs(actions: Collection[ActionId]) -> tuple[str, ...]:
    """Each action by its ref or its words, and last how many have neither, as nothing tells those apart here."""
    named = tuple(words for action in actions if (words := action_words(action)) != NO_REF)
    others = len(actions) - len(named)
    return (*named, *((NO_REF if others == 1 else f"{others} actions without a ref",) if others else ()))


def in_quarter(quarter: str) -> str:
    return f" for {quarter}" if quarter else ""


def by_owner(owner: Owner | None) -> str:
    return f" by {owner.name}" if owner else ""


def quoted(text: str) -> str:
    """A value in quotation marks on one line, a long one cut with its end marked; "blank" where there is none."""
    # One line of a list for each event, whatever an owner wrote.
    return f"“{line}”{mention_spaces(text)}" if (line := cut_line(text, LONGEST)) else "blank"


SENTENCES: Mapping[type[Event], Callable[..., str]] = {
    Began: say_began,
    Seen: say_seen,
    Asked: say_asked,
    Drafted: say_drafted,
    Sent: say_sent,
    Failed: say_failed,
    Returned: say_returned,
    Merged: say_merged,
    Conflicted: say_conflicted,
    Settled: say_settled,
    Undone: say_undone,
    Published: say_published,
    Moved: say_moved,
}
