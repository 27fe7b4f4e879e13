"""Returns merged with the master, three ways: as issued, master now, returned.

| as issued | master now | returned | comes to                                   |
|-----------|------------|----------|--------------------------------------------|
| a         | a          | b        | b goes in                                  |
| a         | c          | b        | conflict: the master keeps c               |
| a         | b          | b        | nothing                                    |
| a         | any        | a        | nothing                                    |
| any       | any        | (blank)  | nothing: a blank is no answer              |

Of joint owners the lead's answer goes in, and a different one from another owner is a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from peerxl.merge.answer import Language
from peerxl.merge.columns import Sheets, is_shared, keeps_original, refuse_missing, target
from peerxl.merge.decide import Question, decide
from peerxl.merge.outcome import Change, Conflict, Merge, Settled, Side, read_settled
from peerxl.merge.placing import Given, latest, place
from peerxl.merge.returned import Answer, Part, Refusal, Return, Returned
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import Action, ActionPlan, unique
from peerxl.model.sheet import Cell
from peerxl.model.status import says_nothing

__all__ = [
    "Answer",
    "Change",
    "Conflict",
    "Merge",
    "Part",
    "Refusal",
    "Return",
    "Returned",
    "Side",
    "merge_returns",
    "read_settled",
]


def merge_returns(
    plan: ActionPlan,
    sheets: Sheets,
    quarter: FiscalQuarter,
    returns: Iterable[Return],
    plan_id: str,
    settled: Settled | None = None,
) -> Merge:
    """What the returns change in the plan; NoColumnError where it has no column for the quarter's answers.

    ``sheets`` are the plan's: what stands in a cell that was not read as the plan's is not lost, and what would be said
    of two actions at once, as their cells are merged, is refused.
    """
    language = Language(plan.settings.vocabulary, quarter.year)
    in_order = sorted(returns, key=lambda one: one.order)
    placed = [place(plan, quarter, plan_id, returned, language) for returned in in_order]
    answers, notes = latest(answer for one in placed for answer in one.answers)
    said = [answer for answer in answers if not language.is_same(answer.part, answer.text, answer.issued)]
    faults = [refuse(answer, "unreadable", fault) for answer in said if (fault := fault_of(answer, language))]
    sound = sorted((answer for answer in said if not fault_of(answer, language)), key=order)
    refuse_missing(plan, quarter, [(answer.action, answer.part) for answer in sound])
    changes: list[Change] = []
    conflicts: list[Conflict] = []
    for _, group in groupby(sound, key=lambda answer: order(answer)[:-1]):
        asked = tuple(group)
        cell = target(plan, sheets, asked[0].action, asked[0].part, quarter)
        if cell is None or is_shared(plan, sheets, asked[0].action, cell):
            faults += [refuse(answer, "no-cell", no_cell(cell)) for answer in asked]
            continue
        for outcome in decide(asked, question(plan, asked[0], cell, language, settled or {})):
            (changes if isinstance(outcome, Change) else conflicts).append(outcome)  # type: ignore[arg-type]
    refusals = (*(refusal for one in placed for refusal in one.refusals), *faults)
    notes = unique((*(note for one in placed for note in one.notes), *notes))
    return Merge(tuple(changes), tuple(conflicts), tuple(sorted(refusals, key=shown_order)), notes)


def order(answer: Given) -> tuple[str, int, int, int]:
    """By row and part; of joint owners the lead first."""
    keys = [owner.key for owner in answer.action.asked]
    rank = keys.index(answer.owner_key) if answer.owner_key in keys else len(keys)
    return answer.action.sheet, answer.action.row, answer.part.rank, rank


def shown_order(refusal: Refusal) -> tuple[str, tuple[int, int]]:
    cell = refusal.cell
    return refusal.file.casefold(), (cell.row, cell.column) if cell else (0, 0)


def fault_of(answer: Given, language: Language) -> str:
    return language.fault(answer.part, answer.text)


def refuse(answer: Given, code: str, why: str) -> Refusal:
    message = f"{answer.action.name}: {why}."
    return Refusal(code, answer.file, message, answer.owner, answer.action.ref, answer.cell_of_form.cell)


def no_cell(cell: Cell | None) -> str:
    if cell is None:
        return "the plan has no column for a new date; add one headed “Revised timescale” and collect again"
    return f"the plan's cell {cell} is merged with others, so the answer would be said of them too; unmerge it"


def question(plan: ActionPlan, answer: Given, cell: Cell, language: Language, settled: Settled) -> Question:
    """What is asked, with what the master says of it now."""
    action, part = answer.action, answer.part
    is_date = part is Part.DATE
    now = date_now(action, cell) if is_date else cell.text
    side = settled.get((action.name.casefold(), part))
    return Question(action, part, cell, now, language, not is_date or keeps_original(plan, action), side)


def date_now(action: Action, cell: Cell) -> str:
    """The words of the date: the original one's are in force until the revised one's cell says anything."""
    is_in_force = cell == action.cell(Field.TIMESCALE)
    return action.timescale.text if is_in_force or says_nothing(cell.text) else cell.text
