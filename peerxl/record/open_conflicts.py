"""Conflicts that nobody has settled yet, whichever collect they came of.

A conflict is open while the plan says what it said against an answer, and so is a new date that is held back. It is
settled by ``--accept``, unless that was undone, by a later form of the same owner, and by whoever changes the cell in
the plan.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from peerxl.model.owner import Owner
from peerxl.record.entry import Entry, in_order
from peerxl.record.event import ActionId, Conflicted, Returned, Settled
from peerxl.record.settlements import Meaning, list_settlements


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """What a plan says of a field of an action, the other answer, and the form that has it.

    ``is_held`` tells a date that is held back from what two sides say differently.
    """

    action: ActionId
    field: str
    master: str
    returned: str
    owner: Owner
    file: str
    is_held: bool = False


def list_open_conflicts(
    entries: Iterable[Entry], quarter: str, now: Mapping[tuple[str, str], str], meaning: Meaning
) -> Iterator[OpenConflict]:
    """The conflicts of a quarter's forms that are open, in the order in which they came up.

    ``now`` is what the plan says by the key of the action and the field, and ``meaning`` what two ways to say one thing
    share.
    """
    lines = in_order(entries)
    settlements = list_settlements(lines, meaning)
    for event, is_held, owner, file in list_last(lines, quarter):
        says = now.get((event.action.key, event.field), "")
        means, master, returned = (meaning(event.field, text) for text in (says, event.master, event.returned))
        settled = settlements.find(event.action.key, event.field, event.quarter, master=says, returned=event.returned)
        if means == master != returned and settled is None:
            yield OpenConflict(event.action, event.field, says.strip(), event.returned, owner, file, is_held)


def list_last(lines: Iterable[Entry], quarter: str) -> Iterator[tuple[Conflicted | Settled, bool, Owner, str]]:
    """What each owner's last answer to a question was held against, with its owner and the form that has it.

    Beside it stands whether the answer was a date that is held back.
    """
    files: dict[Owner, str] = {}
    forms: set[str] = set()
    last: dict[Owner, dict[tuple[str, str], tuple[int, Conflicted | Settled, bool]]] = {}
    for number, event in enumerate(line.event for line in lines):
        if isinstance(event, Returned) and event.quarter == quarter:
            files[event.owner] = event.file
            forms.add(event.form)
            answered = {action.key for action in event.actions}
            # What the owner answers now takes the place of all that was answered before.
            before = last.get(event.owner, {})
            last[event.owner] = {key: each for key, each in before.items() if key[0] not in answered}
        elif isinstance(event, Conflicted | Settled) and event.owner and is_of(event, quarter, forms):
            mine, key = last.setdefault(event.owner, {}), (event.action.key, event.field)
            # A settlement says nothing of it, and may have been taken back.
            is_held = event.is_held if isinstance(event, Conflicted) else key in mine and mine[key][2]
            mine[key] = (number, event, is_held)
    found = ((number, event, held, owner) for owner, mine in last.items() for number, event, held in mine.values())
    return ((event, held, owner, files.get(owner, "")) for _, event, held, owner in sorted(found, key=itemgetter(0)))


def is_of(event: Conflicted | Settled, quarter: str, forms: Collection[str]) -> bool:
    """Whether an answer is of a quarter, whose forms came back; a date is no quarter's, and goes by its form."""
    return event.quarter == quarter if event.quarter else event.form in forms
