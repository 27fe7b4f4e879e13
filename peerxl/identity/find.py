"""The action of a plan that a trace leads to: never the wrong one, whatever was moved meanwhile.

The first line that applies decides. "Same rows" are all the rows that had the words when the trace was taken.

| rule            | of the action, as it was        | the plan now                                       | comes to    |
|-----------------|---------------------------------|----------------------------------------------------|-------------|
| other sheet     | on a sheet beside the plan      | anything                                           | none        |
| own ref         | a ref that was its alone        | one action has it, with the same words             | that action |
| reworded        |                                 | one has it, reworded beyond doubt                  | that action |
| likely          |                                 | one has it, with new words and the owner or date   | in doubt    |
| ref elsewhere   |                                 | one has it, with other words that no one row has   | none        |
| ref of others   | a ref that others had, or have  | none that has it has the words, nor one row alone  | none        |
| own words       | words that were its alone       | one has them                                       | that action |
| ref among words | a ref, not known whose else     | one of those with the words has it                 | that action |
| gone            | anything                        | no action has the words                            | none        |
| rows moved      | words or a ref that several had | other rows have the words                          | none        |
| other ref       |                                 | same rows, its own under another ref               | none        |
| other neighbour |                                 | same rows, its own with other owners or neighbours | none        |
| other timescale |                                 | same rows, its own with a timescale it never had   | none        |
| same row        |                                 | same rows, its own as it was                       | that action |

Its ref, words and rows are those of its own sheet wherever another sheet had the like, or has: an action is never taken
for one of another sheet.

A reworded action, and one whose ref is another now, come with a note that says so. A likely one has the ref, at least
half of the words, and an owner or the timescale of before; where a figure in its words is another, both. With both it
may be told at more length, by most of its words and others. It is given apart, as words leave a doubt: the record of a
plan goes on with it, and an answer is not written into it unasked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from peerxl.identity.index import ActionIndex
from peerxl.identity.trace import ActionMatch, ActionTrace, is_on_several, rows_of_own_sheet
from peerxl.identity.wording import fold_words, same_action, telling_words
from peerxl.language.date_history import read_date_history
from peerxl.model.action import Action
from peerxl.text import one_line


@dataclass(frozen=True, slots=True)
class Search:
    """A trace with the actions it may lead to: those with its ref, those with its words, those with both."""

    trace: ActionTrace
    plan: ActionIndex
    named: tuple[Action, ...]
    alike: tuple[Action, ...]
    both: tuple[Action, ...]

    @property
    def has_one_row_of_words(self) -> bool:
        """Whether words that were its alone stand in one row now."""
        return self.trace.has_own_words and len(self.both or self.alike) == 1


def find_action(trace: ActionTrace, plan: ActionIndex) -> ActionMatch:
    """The action that a trace leads to."""
    named = keep_to_sheet(plan.with_ref(trace.ref), trace, trace.ref_rows)
    alike = keep_to_sheet(plan.with_words(trace.words, trace.ref), trace, trace.word_rows)
    both = tuple(action for action in named if action in alike)
    search = Search(trace, plan, named, alike, both)
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
    is_same = same_action(words, action.text)
    if not alike and is_same:
        note = f"{trace.name} was reworded since the form was made: “{words}” is now “{action.text}”."
        return ActionMatch("reworded", action, note=note)
    elsewhere = f", and row {alike[0].row} has its words" if alike else ""
    why = f"the ref {trace.ref} is now that of other words (row {action.row}){elsewhere}"
    if not alike and is_likely_same(trace, words, action):
        return ActionMatch("likely", why=why, likely=action)
    # Where refs were given anew the words tell, but not between two rows that have them.
    return None if search.has_one_row_of_words and not is_same else ActionMatch("ref elsewhere", why=why)


def is_likely_same(trace: ActionTrace, words: str, action: Action) -> bool:
    """Whether an action with the ref of another is most likely that one, with some of its words changed."""
    before, now = Counter(telling_words(words)), Counter(telling_words(action.text))
    shared, longest = (before & now).total(), max(before.total(), now.total())
    has_owner = trace.owners is not None and not trace.owners.isdisjoint(owner.key for owner in action.owners)
    has_date = trace.timescale is not None and fold_date(trace.timescale) == fold_date(action.timescale.text)
    # With all else the same it may be told at more length: most of the fewer words are among the many.
    is_told_longer = has_owner and has_date and shared > 2 and 3 * shared >= 2 * min(before.total(), now.total())
    if not shared or not (2 * shared >= longest or is_told_longer):
        return False
    # Phase 1 and phase 2 are two actions, and one that is to build 45 homes instead of 40 is one.
    is_of_figures = any(any(map(str.isdigit, word)) for word in (before - now) + (now - before))
    return (has_owner and has_date) if is_of_figures else (has_owner or has_date)


def fold_date(text: str) -> str:
    """The words of the date in force, without those it took the place of."""
    return fold_words(read_date_history(text.strip()).current)


def match_ref_of_others(search: Search) -> ActionMatch | None:
    """A ref that is not its alone says nothing by itself, and speaks against words that several rows have."""
    if search.trace.ref_rows is None or not search.named or search.both or search.has_one_row_of_words:
        return None
    why = f"the ref {search.trace.ref} is not its alone, and no row that has it has its words"
    return ActionMatch("ref of others", why=why)


def match_own_words(search: Search) -> ActionMatch | None:
    """Words that were its alone, whatever ref they stand under now."""
    if not search.has_one_row_of_words:
        return None
    (action,) = search.both or search.alike
    has_new_ref = bool(search.trace.ref) and fold_words(action.ref) != fold_words(search.trace.ref)
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
