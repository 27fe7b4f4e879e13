"""Actions that somebody has answered, and of which the plan does not have all that was asked.

Whoever has answered is not asked again, so that nobody would ever hear of it: the coordinator sees to these.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from peerxl.chasing import Ask, Chase, Reason, Unowned
from peerxl.commands.memory import Past
from peerxl.documents.wording import listed
from peerxl.model.layout import Field
from peerxl.model.plan import unique
from peerxl.record.asks import asking_of, list_merges
from peerxl.record.dates import same_words
from peerxl.record.event import Merged, Returned
from peerxl.record.naming import ActionIds
from peerxl.record.open_conflicts import OpenConflict
from peerxl.record.sighting import values_of

LACKS = {
    Reason.NO_STATUS: (Field.STATUS, "no status"),
    Reason.NO_COMMENT: (Field.COMMENT, "no comment"),
    Reason.SAME_COMMENT: (Field.COMMENT, "no new comment"),
}
"""What a plan lacks, and in which field, for each reason that goes away with an answer."""
Merges = Mapping[tuple[str, str], Sequence[Merged]]


def list_missing_answers(
    chase: Chase, past: Past, ids: ActionIds, conflicts: Iterable[OpenConflict]
) -> Iterator[Unowned]:
    """The actions that were answered and are a question still, in the plan's order, each with what to do.

    A field of ``conflicts`` has one of two answers, and waits for somebody to choose.
    """
    for ask, lost, last, fields in list_answered(chase, past, ids, conflicts):
        if why := say_lost(lost) or say_lacks(last, ask, fields):
            yield Unowned(ask.action, ask.reasons, why)


def say_lost_answers(chase: Chase, past: Past, ids: ActionIds, conflicts: Iterable[OpenConflict]) -> Iterator[str]:
    """A sentence on each action whose answer the plan does not have any more, with what to do."""
    for ask, lost, _, _ in list_answered(chase, past, ids, conflicts):
        if why := say_lost(lost):
            yield f"{ask.action.name}: {why}"


def list_answered(
    chase: Chase, past: Past, ids: ActionIds, conflicts: Iterable[OpenConflict]
) -> Iterator[tuple[Ask, list[Returned], Returned, Collection[str]]]:
    """What is asked of an action that was answered, with the forms whose answers are lost, the last form about it, and
    the fields that wait for somebody to choose."""
    waiting: dict[str, set[str]] = {}
    for conflict in conflicts:
        waiting.setdefault(conflict.action.key, set()).add(conflict.field)
    quarter = str(chase.quarter)
    answers, merges = asking_of(past.entries, quarter).answers, list_merges(past.entries, quarter)
    forms = {answer.event.form: answer.event for answer in answers}
    last = {action: answer.event for answer in answers for action in answer.event.actions}
    for action, ask in {ids.of(ask.action): ask for ask in chase.asks}.items():
        if action in last:
            fields = waiting.get(action.key, set())
            lost = [
                forms.get(merge.form, last[action]) for merge in list_lost(ask, quarter, action.key, merges, fields)
            ]
            yield ask, lost, last[action], fields


def list_lost(ask: Ask, quarter: str, key: str, merges: Merges, waiting: Collection[str]) -> Iterator[Merged]:
    """The answers that went into the plan and are not there any more."""
    for field, of, said in values_of(ask.action):
        if of in ("", quarter) and field not in waiting and is_gone(merges.get((key, field), ()), said[-1]):
            yield merges[key, field][-1]


def is_gone(merges: Sequence[Merged], value: str) -> bool:
    """Whether a cell says again what it said before an answer, as after an undo or in a plan brought back."""
    words = same_words(value)
    before = {same_words(merge.before) for merge in merges}
    return bool(merges) and words != same_words(merges[-1].after) and words in before


def say_lost(forms: Iterable[Returned]) -> str:
    """Whose answers the plan has lost, and what to do."""
    lost = dict.fromkeys((form.owner.name, form.file) for form in forms)
    if not lost:
        return ""
    owners, files = (listed(unique(names)) for names in zip(*lost, strict=True))
    verb, answers = ("has", "answer") if len(lost) == 1 else ("have", "answers")
    return f"{owners} {verb} answered, and the plan does not have the {answers} any more: collect {files} again."


def say_lacks(form: Returned, ask: Ask, waiting: Collection[str]) -> str:
    """What the plan lacks though somebody has answered."""
    asked = (LACKS[reason] for reason in ask.reasons if reason in LACKS)
    lacks = [words for field, words in asked if field not in waiting]
    return f"{form.owner.name} has answered, but the plan has {listed(lacks)}." if lacks else ""
