"""Conflicts settled by hand with --accept: whose answer counts, and the words to type for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from peerxl.advice import ACCEPT
from peerxl.errors import PeerxlError
from peerxl.model.answer_field import AnswerField, AnswerKind
from peerxl.model.plan import ActionPlan
from peerxl.text import quote_argument

THEIRS, MINE, BOTH = "theirs", "mine", "both"
LEAST_LIKENESS = 0.5
"""How alike a name must be to one that was meant, perhaps: H9 to H3."""


class SettlementError(PeerxlError):
    """An --accept that names no action, field and side."""

    def __init__(self, text: str, fields: Sequence[AnswerField]) -> None:
        *first, last = (field.name for field in fields)
        super().__init__(
            f"{text!r} settles nothing; write it as PEER05.01.status=theirs, with {', '.join(first)} or {last}, "
            "and theirs, mine, both or an owner's name; a refused line as FORM.xlsx:8, a status word as "
            "“Delayed counts as On hold”."
        )


@dataclass(frozen=True, slots=True)
class Settlement:
    """One conflict settled: ``side`` is theirs, mine, both, or the owner who counts; ``text`` is what was typed."""

    text: str
    name: str
    field: AnswerField
    side: str

    def is_about(self, name: str, field: AnswerField) -> bool:
        return self.name == fold_name(name) and self.field == field


def read_settlement(text: str, fields: Sequence[AnswerField]) -> Settlement | None:
    """A conflict settled by hand, written "PEER05.01.status=theirs"; None for anything else.

    A question goes by its name or by its noun: "date", "new date".
    """
    known = {name: field for field in fields for name in (field.noun, field.name)}
    names = "|".join(r"\s+".join(map(re.escape, name.split())) for name in known)
    # The name takes all it can, as a ref has dots of its own: PEER05.01.status.
    pattern = re.compile(rf"(?P<name>.+)\.\s*(?P<field>{names})\s*=(?P<side>.*\S.*)", re.IGNORECASE | re.DOTALL)
    match = pattern.fullmatch(text.strip())
    if match is None:
        return None
    field = known[fold_name(match["field"])]
    return Settlement(" ".join(text.split()), fold_name(match["name"]), field, fold_name(match["side"]))


def words_for(name: str, field: AnswerField, side: str) -> str:
    """What settles a conflict: "H3.status=AD Roads"."""
    return f"{name}.{field.name}={side}"


def ways_to_settle(name: str, field: AnswerField, side: str) -> str:
    """Each way to settle a conflict: for an answer, for what the plan says, and for both where they can be joined."""
    sides = (side, MINE, *((BOTH,) if field.kind is AnswerKind.WORDS else ()))
    return " or ".join(option(words_for(name, field, each)) for each in sides)


def option(words: str) -> str:
    """The whole option, quoted where a command line needs it; in the page the choice that was made."""
    return ACCEPT.words(option=f"--accept {quote_argument(words)}", words=words)


def fold_name(text: str) -> str:
    """A name whatever its case and spacing."""
    return " ".join(text.casefold().split())


def find_idle(
    plan: ActionPlan, settled: Iterable[Settlement], in_conflict: Collection[tuple[str, AnswerField]]
) -> Iterator[str]:
    """Why each settlement that settles nothing does so; ``in_conflict`` are the conflicts that there are."""
    # Reversed, so that of several spellings the first one in the plan is shown.
    names = {fold_name(action.name): action.name for action in reversed(plan.actions)}
    counts = Counter(fold_name(action.name) for action in plan.actions)
    for settlement in settled:
        if counts[settlement.name] > 1:
            why = f"{counts[settlement.name]} actions of the plan are called so; settle it in the plan itself"
        elif not counts[settlement.name]:
            likely = get_close_matches(settlement.name, list(counts), 1, LEAST_LIKENESS)
            why = f"the plan has no such action{f'; is {names[likely[0]]} meant?' if likely else ''}"
        elif (settlement.name, settlement.field) in in_conflict:
            continue
        else:
            why = f"there is no conflict about that {settlement.field.noun}"
        yield f"{option(settlement.text)} settles nothing: {why}{'' if why.endswith('?') else '.'}"
