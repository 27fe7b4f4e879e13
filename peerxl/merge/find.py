"""The action of the master that a line of a form speaks of: never the wrong one, whatever was moved meanwhile.

| of the line                          | the plan now                              | comes to                      |
|--------------------------------------|-------------------------------------------|-------------------------------|
| its ref was one action's             | one action has it, with the same words    | that action                   |
|                                      | one has it, reworded beyond doubt         | that action, with a note      |
|                                      | one has it, with other words              | none                          |
| no ref, or one that nothing has now  | one action has its words                  | that action, if they were its |
|                                      |                                           | alone when the form was made  |
| words or ref that several had        | the same rows have them, among the same   | the one of its row and date   |
| anything else                        |                                           | none                          |
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from peerxl.identity.wording import is_one
from peerxl.merge.returned import Part, Returned
from peerxl.model.plan import Action, ActionPlan
from peerxl.text import one_line, tidy


@dataclass(frozen=True, slots=True)
class Found:
    """The action, with what is good to know of it; None and why there is none."""

    action: Action | None = None
    why: str = ""
    note: str = ""


def find_action(plan: ActionPlan, asked: Returned, form: Iterable[Returned] = ()) -> Found:
    """The action that a line speaks of; ``form`` has all the lines that came with it."""
    named, alike = with_ref(plan, asked.ref), with_words(plan, asked.words, asked.ref)
    if len(named) == 1 and asked.had_own_ref:
        return by_ref(named[0], alike, asked)
    both = [action for action in named if action in alike]
    if named and not both:
        return Found(why=f"the ref {asked.ref} is not its alone, and no row that has it has its words")
    left = both or alike
    if len(left) == 1 and asked.had_own_words:
        return by_words(left[0], asked, form)
    return at_the_row(plan, alike, asked) if alike else Found(why="the plan no longer has it")


def with_ref(plan: ActionPlan, ref: str) -> list[Action]:
    return [action for action in plan.actions if key(ref) and key(action.ref) == key(ref)]


def with_words(plan: ActionPlan, words: str, ref: str) -> list[Action]:
    """The actions of the same words; in some plans these begin with the ref."""
    whole = key(words)
    return [action for action in plan.actions if whole and key(action.text) in (whole, whole.removeprefix(key(ref)))]


def rows_of(actions: Iterable[Action], sheet: str) -> str:
    """Where actions stand, "5; 6"; those of another sheet with its name, "5; Quay!5"."""
    return "; ".join(str(one.row) if one.sheet == sheet else f"{one.sheet}!{one.row}" for one in actions)


def by_ref(action: Action, alike: Sequence[Action], asked: Returned) -> Found:
    """The one action that has the ref, unless its words say that the ref has gone to another."""
    if action in alike:
        return Found(action)
    words = one_line(asked.words).removeprefix(asked.ref).strip()
    if not alike and is_one(words, action.text):
        return Found(
            action, note=f"{asked.name} was reworded since the form was made: “{words}” is now “{action.text}”."
        )
    elsewhere = f", and row {alike[0].row} has its words" if alike else ""
    return Found(why=f"the ref {asked.ref} is now that of other words (row {action.row}){elsewhere}")


def by_words(action: Action, asked: Returned, form: Iterable[Returned]) -> Found:
    """The one action that has the words, unless its ref says that it is another one's."""
    others = {key(other.ref) for other in form if key(other.ref) != key(asked.ref)}
    if key(action.ref) and key(action.ref) in others:
        return Found(why=f"its words are now those of {action.ref} (row {action.row}), which the form asks about too")
    is_given_anew = bool(asked.ref) and key(action.ref) != key(asked.ref)
    return Found(action, note=f"{asked.ref} is now {action.name}, by its words." if is_given_anew else "")


def at_the_row(plan: ActionPlan, alike: Sequence[Action], asked: Returned) -> Found:
    """The one of several rows with the same words that stands where it stood; none once any of them was moved."""
    rows = rows_of(alike, asked.sheet)
    if rows != asked.word_rows:
        return Found(why=f"its words stood in {rowed(asked.word_rows)} and now stand in {rowed(rows)}")
    action = next((one for one in alike if (one.sheet, one.row) == (asked.sheet, asked.row)), None)
    if action is None or (asked.ref and key(action.ref) != key(asked.ref)):
        return Found(why=f"several rows have its words ({rows}) and their refs do not tell which it is")
    if around(plan, action) != asked.around:
        return Found(why=f"several rows have its words ({rows}) and the owners or the rows around it are others now")
    if not has_same_timescale(action, asked):
        return Found(why=f"several rows have its words ({rows}) and its row now has another timescale")
    return Found(action)


def around(plan: ActionPlan, action: Action) -> str:
    """What tells whether an action has the same owners and stands between the same two actions, in a few letters."""
    place = plan.actions.index(action)
    beside = (*plan.actions[max(place - 1, 0) : place], action, *plan.actions[place + 1 : place + 2])
    words = (f"{key(one.text)} {sorted(owner.key for owner in one.owners)}" for one in beside)
    return sha256("|".join(words).encode()).hexdigest()[:8]


def rowed(rows: str) -> str:
    return f"rows {rows}" if ";" in rows else f"row {rows}"


def has_same_timescale(action: Action, asked: Returned) -> bool:
    """Whether the timescale is as it was issued, or as the form's own new date has made it."""
    now, before = key(action.timescale.text), key(asked.timescale)
    new = next((key(answer.text) for answer in asked.answers if answer.part is Part.DATE), before)
    return now in (before, new, f"{new}was{before}")


def key(text: str) -> str:
    """What does not change when words are only laid out anew: letters and digits, without case and web mark-up."""
    return "".join(character for character in tidy(text).casefold() if character.isalnum())
