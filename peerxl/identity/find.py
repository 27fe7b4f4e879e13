"""The action of a plan that a trace leads to: never the wrong one, whatever was moved meanwhile.

The first line that applies decides. "Same rows" are all the rows that had the words when the trace was taken.

| rule            | of the action, as it was        | the plan now                                       | comes to    |
|-----------------|---------------------------------|----------------------------------------------------|-------------|
| other sheet     | on a sheet beside the plan      | anything                                           | none        |
| own ref         | a ref that was its alone        | one action has it, with the same words             | that action |
| reworded        |                                 | one has it, reworded beyond doubt                  | that action |
| ref elsewhere   |                                 | one has it, with other words                       | none        |
| ref of others   | a ref that others had, or have  | none of those that have it has the words           | none        |
| words elsewhere | words that were its alone       | one has them, with a ref that the form asks about  | none        |
| own words       |                                 | one has them                                       | that action |
| ref among words | a ref, not known whose else     | one of those with the words has it                 | that action |
| gone            | anything                        | no action has the words                            | none        |
| rows moved      | words or a ref that several had | other rows have the words                          | none        |
| other ref       |                                 | same rows, its own under another ref               | none        |
| other neighbour |                                 | same rows, its own with other owners or neighbours | none        |
| other timescale |                                 | same rows, its own with a timescale it never had   | none        |
| same row        |                                 | same rows, its own as it was                       | that action |

Its ref, words and rows are those of its own sheet wherever another sheet had the like, or has: an action is never taken
for one of another sheet.

A reworded action, and one whose ref is another now, come with a note that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from peerxl.identity.index import ActionIndex
from peerxl.identity.trace import ActionMatch, ActionTrace, is_on_several, rows_of_own_sheet
from peerxl.identity.wording import fold_words, same_action
from peerxl.model.plan import Action
from peerxl.text import one_line


@dataclass(frozen=True, slots=True)
class Search:
    """A trace with the actions it may lead to: those with its ref, those with its words, those with both.

    ``asked_refs`` are the refs that the same form asks about, folded.
    """

    trace: ActionTrace
    plan: ActionIndex
    named: tuple[Action, ...]
    alike: tuple[Action, ...]
    both: tuple[Action, ...]
    asked_refs: Collection[str]


def find_action(trace: ActionTrace, plan: ActionIndex, asked_refs: Collection[str] = ()) -> ActionMatch:
    """The action that a trace leads to; ``asked_refs`` are the refs of the form it came with, folded."""
    named = keep_to_sheet(plan.with_ref(trace.ref), trace, trace.ref_rows)
    alike = keep_to_sheet(plan.with_words(trace.words, trace.ref), trace, trace.word_rows)
    both = tuple(action for action in named if action in alike)
    search = Search(trace, plan, named, alike, both, asked_refs)
    return next(match for rule in RULES if (match := rule(search)) is not None)


def keep_to_sheet(actions: Sequence[Action], trace: ActionTrace, rows: str | None) -> tuple[Action, ...]:
    """Those of the actions that are of the trace's own sheet, where any is or where other sheets had such then too."""
    here = tuple(action for action in actions if action.sheet == trace.sheet)
    return here if here or is_on_several(rows) else tuple(actions)


def match_other_sheet(search: Search) -> ActionMatch | None:
    """What stands on a sheet of its own is not looked for on others."""
    sheet = search.trace.sheet
    if sheet not in search.plan.unread:
        return None
    return ActionMatch("other sheet", why=f"it stands on the sheet “{sheet}”, which was not read; read that one too")


def match_own_ref(search: Search) -> ActionMatch | None:
    """A ref that was its alone, unless the words say that it has gone to another action."""
    trace, alike = search.trace, search.alike
    if not trace.has_own_ref or len(search.named) != 1:
        return None
    action = search.named[0]
    if action in alike:
        return ActionMatch("own ref", action)
    # In some plans the words begin with the ref, and an action's own text is without it.
    words = one_line(trace.words).removeprefix(trace.ref).strip()
    if not alike and same_action(words, action.text):
        note = f"{trace.name} was reworded since the form was made: “{words}” is now “{action.text}”."
        return ActionMatch("reworded", action, note=note)
    elsewhere = f", and row {alike[0].row} has its words" if alike else ""
    why = f"the ref {trace.ref} is now that of other words (row {action.row}){elsewhere}"
    return ActionMatch("ref elsewhere", why=why)


def match_ref_of_others(search: Search) -> ActionMatch | None:
    """A ref that is not its alone says nothing by itself, and speaks against words that stand under another."""
    if search.trace.ref_rows is None or not search.named or search.both:
        return None
    why = f"the ref {search.trace.ref} is not its alone, and no row that has it has its words"
    return ActionMatch("ref of others", why=why)


def match_own_words(search: Search) -> ActionMatch | None:
    """Words that were its alone, unless they now stand under a ref that is another one's for sure."""
    closest = search.both or search.alike
    if not search.trace.has_own_words or len(closest) != 1:
        return None
    (action,), ref = closest, fold_words(search.trace.ref)
    ref_now = fold_words(action.ref)
    if ref_now and ref_now != ref and ref_now in search.asked_refs:
        why = f"its words are now those of {action.ref} (row {action.row}), which the form asks about too"
        return ActionMatch("words elsewhere", why=why)
    has_new_ref = bool(search.trace.ref) and ref_now != ref
    note = f"{search.trace.ref} is now {action.name}, by its words." if has_new_ref else ""
    return ActionMatch("own words", action, note=note)


def match_ref_among_words(search: Search) -> ActionMatch | None:
    """Where nobody wrote down who else had the ref, it still tells apart actions that have the words."""
    if search.trace.ref_rows is not None or len(search.both) != 1:
        return None
    return ActionMatch("ref among words", search.both[0])


def match_nothing(search: Search) -> ActionMatch | None:
    """No action has its words."""
    return None if search.alike else ActionMatch("gone", why="the plan no longer has it")


def match_same_row(search: Search) -> ActionMatch:
    """The one of several rows with the same words that stands where it stood; none once any of them was moved."""
    trace, plan = search.trace, search.plan
    rows = plan.rows_of(search.alike, trace.sheet)
    if rows != rows_of_own_sheet(trace.word_rows):
        why = f"its words stood in {name_rows(trace.word_rows)} and now stand in {name_rows(rows)}"
        return ActionMatch("rows moved", why=why)
    action = plan.at(trace.sheet, trace.row)
    several = f"several rows have its words ({rows}) and"
    if action is None or has_other_ref(trace, action):
        return ActionMatch("other ref", why=f"{several} their refs do not tell which it is")
    if trace.neighbours is not None and plan.neighbours_of(action) != trace.neighbours:
        return ActionMatch("other neighbour", why=f"{several} the owners or the rows around it are others now")
    if not has_known_timescale(trace, action):
        return ActionMatch("other timescale", why=f"{several} its row now has another timescale")
    return ActionMatch("same row", action)


# The order of the table above: the first that applies decides.
RULES: tuple[Callable[[Search], ActionMatch | None], ...] = (
    match_other_sheet,
    match_own_ref,
    match_ref_of_others,
    match_own_words,
    match_ref_among_words,
    match_nothing,
    match_same_row,
)


def name_rows(rows: str) -> str:
    return f"rows {rows}" if ";" in rows else f"row {rows}"


def has_other_ref(trace: ActionTrace, action: Action) -> bool:
    """Whether an action's ref speaks against it, where it is known whose the trace's was."""
    is_known = trace.ref_rows is not None and bool(trace.ref)
    return is_known and fold_words(action.ref) != fold_words(trace.ref)


def has_known_timescale(trace: ActionTrace, action: Action) -> bool:
    """Whether the timescale is as it was, or as the action's own answer has made it."""
    if trace.timescale is None:
        return True
    now, before = fold_words(action.timescale.text), fold_words(trace.timescale)
    new = fold_words(trace.new_timescale) or before
    # A merge writes the new date over the old one and keeps that: “Q4 2023/24 (was Q2 23/24)”.
    return now in (before, new, f"{new}was{before}")
