"""A master held against the plan it was made from: every value must read in the one as it does in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peerxl.adoption.refs import ActionRef
from peerxl.adoption.settings import vocabulary_of
from peerxl.adoption.taking import NO_THEME
from peerxl.adoption.words import fills, status_words
from peerxl.model.action import Action, Update
from peerxl.model.plan import ActionPlan
from peerxl.model.status import Vocabulary
from peerxl.model.timescale import Timescale, TimescaleKind


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that reads otherwise in the master: what, of which action (by its place), and how in each."""

    what: str
    before: str
    after: str
    index: int | None = None


def differences(plan: ActionPlan, master: ActionPlan, named: Sequence[ActionRef]) -> Iterator[Difference]:
    """What reads otherwise; nothing where the master is the plan."""
    pairs = (
        ("reporting quarter", str(plan.quarter), str(master.quarter)),
        ("number of actions", str(len(plan.actions)), str(len(master.actions))),
        ("beginning", str(plan.starts), str(master.starts)),
    )
    yield from (Difference(what, before, after) for what, before, after in pairs if before != after)
    themes, colours = bool(plan.themes), fills(plan)
    # The words that the master lists: of two spellings of one it has the first.
    vocabulary = vocabulary_of(plan)
    for index, (old, new, one) in enumerate(zip(plan.actions, master.actions, named, strict=False)):
        # An action without a theme was given this one, as a blank cell would go on with the theme above.
        before = said(old, NO_THEME if themes else "", colours, vocabulary) | {"ref": one.ref}
        after = said(new, "", colours, vocabulary)
        was, now = before | dates_told(old), after | dates_told(new)
        yield from (Difference(what, was[what], now[what], index) for what in before if before[what] != after[what])


def said(action: Action, theme: str, colours: frozenset[str], vocabulary: Vocabulary) -> dict[str, str]:
    """An action's fields as texts to be compared: equal where two plans say the same."""
    original = action.original_timescale
    return {
        "ref": action.ref,
        "theme": action.theme or theme,
        "recommendation": action.recommendation,
        "action": action.text,
        "timescale": when(action.timescale),
        "original timescale": when(original) if original and original.text.strip() else "",
        "owner": "; ".join(f"{owner.key}{' (support)' if owner.is_supporter else ''}" for owner in action.owners),
        "overall status": status_as_read(action.overall, colours, vocabulary) if action.overall else "",
        "updates": "; ".join(updates(action, colours, vocabulary)),
        "evidence": action.evidence,
    }


def dates_told(action: Action) -> dict[str, str]:
    """An action's timescales for somebody to read."""
    original = action.original_timescale or Timescale("", TimescaleKind.UNSET)
    return {"timescale": str(action.timescale), "original timescale": str(original)}


def when(timescale: Timescale) -> str:
    parts = (timescale.kind, timescale.start, timescale.due, timescale.due_date, timescale.open_ended)
    return " ".join(map(str, parts))


def updates(action: Action, colours: frozenset[str], vocabulary: Vocabulary) -> Iterator[str]:
    """Every update that says anything, where it is known of which quarter it is; a colour by its name."""
    for update in action.updates:
        word = status_as_read(update, colours, vocabulary)
        if update.quarter and (word or update.comment):
            yield f"{update.quarter}: {word}: {update.comment}"


def status_as_read(update: Update, colours: frozenset[str], vocabulary: Vocabulary) -> str:
    """A status in its words for the master, and what it counts as where that is known."""
    words = status_words(update, colours, vocabulary)
    return f"{words} ({'open' if update.status.is_open else 'closed'})" if update.status else words
