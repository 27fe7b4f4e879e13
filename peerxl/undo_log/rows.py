"""Which action of the plan as it is now each row of a step is: what cannot be told for sure is left alone.

A row is looked for as a form's line is (see ``peerxl.identity.find``). One that shares its words with others has to say
all else that it said too, as the words that would be put back are an action's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from peerxl.identity.find import find_action
from peerxl.identity.index import ActionIndex
from peerxl.identity.wording import fold_words
from peerxl.model.action import Action
from peerxl.model.plan import ActionPlan
from peerxl.undo_log.step import LoggedCell, index_sheets, list_row_words

LOST = "its row cannot be told any more"
Rows = Mapping[tuple[str, int], tuple[Action | None, str]]
"""By sheet and row of then the action that stood there, or None and why it cannot be told."""


def find_rows(cells: Iterable[LoggedCell], plan: ActionPlan) -> Rows:
    """The action of each row that a step changed."""
    changed: dict[tuple[str, int], list[LoggedCell]] = {}
    for cell in cells:
        if cell.field:
            changed.setdefault((cell.sheet, cell.row), []).append(cell)
    index = index_sheets(plan)
    rows = {row: find_row(its, plan, index.get(row[0], ActionIndex(()))) for row, its in changed.items()}
    claims = Counter((action.sheet, action.row) for action, _ in rows.values() if action)
    return {row: refuse_claimed(action, why, claims) for row, (action, why) in rows.items()}


def refuse_claimed(action: Action | None, why: str, claims: Mapping[tuple[str, int], int]) -> tuple[Action | None, str]:
    """What was found of a row, unless others come to the same action: of two that became one nobody can tell which."""
    if action and (number := claims[action.sheet, action.row]) > 1:
        return None, f"{LOST}, as {number} rows of then come to row {action.row}"
    return action, why


def find_row(changed: Sequence[LoggedCell], plan: ActionPlan, index: ActionIndex) -> tuple[Action | None, str]:
    """The action of a row, by the cells of it that were changed; None, and why, where it cannot be told."""
    trace = changed[0].trace
    match = find_action(trace, index)
    if match.action is None:
        return None, match.why if match.rule == "gone" else f"{LOST}, as {match.why}"
    is_alone = trace.has_own_words and len(index.with_words(trace.words, trace.ref)) < 2
    if not is_alone and not says_the_same(changed, plan, match.action):
        return None, f"{LOST}, as several rows have its words, and none of them says all else that it said"
    return match.action, ""


def says_the_same(changed: Sequence[LoggedCell], plan: ActionPlan, action: Action) -> bool:
    """Whether an action says all that the row said, but for the cells that were changed, which say one or the other.

    A column that was added since says nothing against it; in an older step it is not known what the row said.
    """
    either = {(fold_words(each.heading), fold_words(each.before)): fold_words(each.after) for each in changed}
    left = Counter(list_row_words(plan, action))
    for pair in changed[0].row_words:
        now = (pair[0], either.get(pair, pair[1]))
        found = next((each for each in (now, pair) if left[each]), None)
        if found is None:
            return False
        left[found] -= 1
    return bool(changed[0].row_words)
