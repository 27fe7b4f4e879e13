"""Actions that somebody has answered, and of which the plan does not have all that was asked.

Whoever has answered is not asked again, so that nobody would ever hear of it: the coordinator sees to these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from peerxl.chasing import Ask, Chase, Reason, Unowned
from peerxl.commands.memory import Past
from peerxl.documents.wording import listed
from peerxl.record.asks import RecordedAnswer, list_answers, list_merges
from peerxl.record.dates import same_words
from peerxl.record.event import Merged
from peerxl.record.naming import ActionIds
from peerxl.record.open_conflicts import OpenConflict
from peerxl.record.sighting import values_of

LACKS = {
    Reason.NO_STATUS: "no status",
    Reason.NO_COMMENT: "no comment",
    Reason.SAME_COMMENT: "no new comment",
}
"""What a plan lacks, for each reason that goes away with an answer."""


def list_missing_answers(
    chase: Chase, past: Past, ids: ActionIds, conflicts: Iterable[OpenConflict]
) -> Iterator[Unowned]:
    """The actions that were answered and are a question still, in the plan's order, each with what to do.

    Those of ``conflicts`` have one of two answers, and wait for somebody to choose.
    """
    in_conflict = {conflict.action for conflict in conflicts}
    quarter = str(chase.quarter)
    answers, merges = list_answers(past.entries, quarter), list_merges(past.entries, quarter)
    for action, ask in {ids.of(ask.action): ask for ask in chase.asks}.items():
        if action in in_conflict:
            continue
        if (answer := answers.get(action)) and (why := why_missing(ask, answer, action.key, merges)):
            yield Unowned(ask.action, ask.reasons, why)


def why_missing(ask: Ask, answer: RecordedAnswer, key: str, merges: Mapping[tuple[str, str], Sequence[Merged]]) -> str:
    """What is the matter with an answered question; empty where all that was asked is in the plan."""
    who, file = answer.event.owner.name, answer.event.file
    values = [(field, said[-1]) for field, of, said in values_of(ask.action) if of in ("", answer.event.quarter)]
    if any(is_gone(merges.get((key, field), ()), value) for field, value in values):
        return f"{who} has answered, and the plan does not have the answer any more: collect {file} again."
    lacks = [LACKS[reason] for reason in ask.reasons if reason in LACKS]
    return f"{who} has answered, but the plan has {listed(lacks)}." if lacks else ""


def is_gone(merges: Sequence[Merged], value: str) -> bool:
    """Whether a cell says again what it said before an answer, as after an undo or in a plan brought back."""
    words = same_words(value)
    before = {same_words(merge.before) for merge in merges}
    return bool(merges) and words != same_words(merges[-1].after) and words in before
