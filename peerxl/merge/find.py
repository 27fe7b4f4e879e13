"""The action of the master that a return speaks of: never the wrong one, whatever was moved meanwhile.

By ref and words, else by words that only one action has, else by a ref whose words were edited, else, among rows of
the same words, by the row the form was made from.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from peerxl.merge.returned import Returned
from peerxl.model.plan import Action, ActionPlan

LEAST_LIKENESS = 0.6
"""How alike the words of one ref must be before and after an edit; other words mean that the ref went elsewhere."""


def find_action(plan: ActionPlan, returned: Returned) -> tuple[Action | None, str]:
    """The action, or None and why there is none."""
    alike = [action for action in plan.actions if is_same_words(action, returned)]
    named = [action for action in plan.actions if returned.ref and key(action.ref) == key(returned.ref)]
    both = [action for action in named if action in alike]
    for found in (both, alike):
        if len(found) == 1:
            return found[0], ""
    if alike:
        return at_the_row(both or alike, returned)
    if len(named) > 1:
        return None, f"{len(named)} rows of the plan have the ref {returned.ref} and none has its words"
    if named and are_similar(named[0].text, returned.words):
        return named[0], ""
    if named:
        return None, f"the ref {returned.ref} is now that of another action (row {named[0].row})"
    return None, "the plan no longer has it"


def is_known(plan: ActionPlan, returned: Returned) -> bool:
    """Whether the plan has an action, or several, of these words, whichever of them is meant."""
    return find_action(plan, returned)[0] is not None or any(is_same_words(action, returned) for action in plan.actions)


def key(text: str) -> str:
    """What does not change when words are only laid out anew: letters and digits, without case."""
    return "".join(character for character in text.casefold() if character.isalnum())


def is_same_words(action: Action, returned: Returned) -> bool:
    """Whether the words are the action's; in some plans they begin with the ref."""
    words = key(returned.words)
    return bool(words) and key(action.text) in (words, words.removeprefix(key(returned.ref)))


def are_similar(one: str, other: str) -> bool:
    return SequenceMatcher(None, key(one), key(other), autojunk=False).ratio() >= LEAST_LIKENESS


def at_the_row(alike: Sequence[Action], returned: Returned) -> tuple[Action | None, str]:
    """The one of several rows with the same words that stands where the form says, with the timescale it says."""
    for action in alike:
        is_there = (action.sheet, action.row) == (returned.sheet, returned.row)
        if is_there and key(returned.timescale) in key(action.timescale.text):
            return action, ""
    rows = ", ".join(str(action.row) for action in alike)
    return None, f"several rows of the plan have its words ({rows}) and rows have moved since the form was made"
