"""The merge itself: all answers about one cell at a time, and everything that came of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from peerxl.merge.answer import Language
from peerxl.merge.columns import Sheets, is_shared, keeps_original, refuse_missing, target
from peerxl.merge.decide import Decided, Question, decide
from peerxl.merge.outcome import Merge
from peerxl.merge.placing import Given, latest, place
from peerxl.merge.returned import Part, Refusal, Return
from peerxl.merge.settlement import Settlement, folded, idle
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import Action, ActionPlan, unique
from peerxl.model.sheet import Cell
from peerxl.model.status import says_nothing


def merge_returns(
    plan: ActionPlan,
    sheets: Sheets,
    quarter: FiscalQuarter,
    returns: Iterable[Return],
    plan_id: str,
    settled: Sequence[Settlement] = (),
) -> Merge:
    """What the returns change in the plan; NoColumnError where it has no column for the quarter's answers.

    ``sheets`` are the plan's: what stands in a cell that was not read as the plan's is not lost, and what would be said
    of two actions at once, as their cells are merged, is refused.
    """
    language = Language(plan.settings.vocabulary, quarter.year)
    in_order = sorted(returns, key=lambda one: one.order)
    placed = [place(plan, quarter, plan_id, returned, language) for returned in in_order]
    answers, replaced = latest((answer for one in placed for answer in one.answers), language)
    said = sorted((one for one in answers if not language.is_same(one.part, one.text, one.issued)), key=order)
    merging = Merging(plan, sheets, quarter, language, tuple(settled))
    refuse_missing(plan, quarter, [(one.action, one.part) for one in said if not merging.fault(one)])
    decided = [merging.decided(tuple(group)) for _, group in groupby(said, key=lambda one: order(one)[:-1])]
    changes = tuple(one.change for one in decided if one.change)
    conflicts = tuple(conflict for one in decided for conflict in one.conflicts)
    faults = (fault for one in decided for fault in one.refusals)
    refusals = sorted((*(refusal for one in placed for refusal in one.refusals), *faults), key=shown_order)
    notes = (
        *(note for one in placed for note in one.notes),
        *replaced,
        *(note for one in decided for note in one.notes),
        *idle(plan, settled, {one.settles for one in decided if one.settles}),
        *ambiguous(plan, (*(one.cell for one in changes), *(one.cell for one in conflicts))),
    )
    return Merge(changes, conflicts, tuple(refusals), unique(notes))


def order(answer: Given) -> tuple[str, int, int, int]:
    """By row and part; of joint owners the lead first."""
    keys = [owner.key for owner in answer.action.asked]
    rank = keys.index(answer.owner_key) if answer.owner_key in keys else len(keys)
    return answer.action.sheet, answer.action.row, answer.part.rank, rank


def shown_order(refusal: Refusal) -> tuple[str, tuple[int, int]]:
    cell = refusal.cell
    return refusal.file.casefold(), (cell.row, cell.column) if cell else (0, 0)


def ambiguous(plan: ActionPlan, cells: Iterable[Cell]) -> Iterator[str]:
    """What the reader was unsure of in the columns that answers go to."""
    columns = {(cell.sheet, cell.column) for cell in cells}
    for fault in plan.faults:
        if fault.code == "column-ambiguous" and (fault.sheet, fault.cells[0].column) in columns:
            yield fault.message


@dataclass(frozen=True, slots=True)
class Merging:
    """A plan with what its words mean and which conflicts were settled by hand."""

    plan: ActionPlan
    sheets: Sheets
    quarter: FiscalQuarter
    language: Language
    settled: tuple[Settlement, ...]

    def fault(self, answer: Given) -> str:
        """Why an answer cannot go into the master; empty where it can."""
        return self.language.fault(answer.part, answer.text)

    def decided(self, answers: tuple[Given, ...]) -> Decided:
        """What comes of the answers about one part of one action, the lead's first."""
        action, part = answers[0].action, answers[0].part
        sound = tuple(answer for answer in answers if not self.fault(answer))
        refusals = tuple(refuse(one, "unreadable", self.fault(one)) for one in answers if one not in sound)
        cell = target(self.plan, self.sheets, action, part, self.quarter)
        if cell is None or is_shared(self.plan, self.sheets, action, cell):
            refusals += tuple(refuse(one, "no-cell", no_cell(cell)) for one in sound)
            return Decided(refusals=refusals)
        if not sound:
            return Decided(refusals=refusals)
        return decide(sound, self.question(answers, sound, cell)).refusing(refusals)

    def question(self, answers: tuple[Given, ...], sound: tuple[Given, ...], cell: Cell) -> Question:
        """What is asked, with what the master says of it now."""
        action, part = answers[0].action, answers[0].part
        is_date = part is Part.DATE
        names = Counter(folded(other.name) for other in self.plan.actions)
        has_own_name = names[folded(action.name)] == 1
        settled = [one for one in self.settled if one.is_about(action.name, part) and has_own_name]
        return Question(
            action,
            part,
            cell,
            date_now(action, cell) if is_date else cell.text,
            self.language,
            keeps_original=not is_date or keeps_original(self.plan, action),
            settlement=settled[-1] if settled else None,
            unread=answers[0] if answers[0] is not sound[0] else None,
            has_own_name=has_own_name,
            is_in_force=not is_date or is_in_force(action, cell),
        )


def date_now(action: Action, cell: Cell) -> str:
    """The words of the date: the original one's are in force until the revised one's cell says anything."""
    return action.timescale.text if is_in_force(action, cell) or says_nothing(cell.text) else cell.text


def is_in_force(action: Action, cell: Cell) -> bool:
    """Whether a cell is the one whose date is in force."""
    return cell == action.cell(Field.TIMESCALE)


def refuse(answer: Given, code: str, why: str) -> Refusal:
    words = "" if answer.text in why else f" ({answer.part.noun} “{answer.text}”)"
    message = f"{answer.action.name}: {why}{words}."
    return Refusal(code, answer.file, message, answer.owner, answer.action.ref, answer.cell_of_form.cell)


def no_cell(cell: Cell | None) -> str:
    if cell is None:
        return "the plan has no column for a new date; add one headed “Revised timescale” and collect again"
    return f"the plan's cell {cell} is merged with others, so the answer would be said of them too; unmerge it"
