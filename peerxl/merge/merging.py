"""The merge itself: all answers about one cell at a time, and everything that came of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from peerxl.identity.index import ActionIndex
from peerxl.merge.answer_field import AnswerField, AnswerKind
from peerxl.merge.columns import Sheets, find_target, is_shared, keeps_original, refuse_missing
from peerxl.merge.decide import Decision, Question, decide
from peerxl.merge.placing import PlacedAnswer, Receiver, keep_latest, place_return
from peerxl.merge.report import Merge
from peerxl.merge.returned import Refusal, Return
from peerxl.merge.settlement import Settlement, find_idle, fold_name
from peerxl.merge.terms import PlanTerms
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
    fields: Sequence[AnswerField],
    settled: Sequence[Settlement] = (),
) -> Merge:
    """What the returns change in the plan; NoColumnError where it has no column for the quarter's answers.

    ``sheets`` are the plan's: what stands in a cell that was not read as the plan's is not lost, and what would be said
    of two actions at once, as their cells are merged, is refused. ``fields`` are the questions in their order.
    """
    terms = PlanTerms(plan.settings.vocabulary, quarter.year)
    receiver = Receiver(plan, plan_id, quarter, terms, ActionIndex(plan.actions))
    placed = [place_return(returned, receiver) for returned in sorted(returns, key=lambda form: form.order)]
    latest, replaced = keep_latest((answer for returned in placed for answer in returned.answers), terms)
    order = order_of(fields)
    answers = sorted(
        (answer for answer in latest if not terms.is_same(answer.field, answer.text, answer.issued)), key=order
    )
    merger = Merger(plan, sheets, quarter, terms, tuple(settled))
    refuse_missing(
        plan, quarter, [(answer.action, answer.field) for answer in answers if not merger.find_fault(answer)], fields
    )
    outcomes = [merger.merge(tuple(group)) for _, group in groupby(answers, key=lambda answer: order(answer)[:-1])]
    decisions = [outcome.decision for outcome in outcomes]
    changes = tuple(decision.change for decision in decisions if decision.change)
    conflicts = tuple(conflict for decision in decisions for conflict in decision.conflicts)
    refusals = (
        *(refusal for returned in placed for refusal in returned.refusals),
        *(refusal for outcome in outcomes for refusal in outcome.refusals),
    )
    notes = (
        *(note for returned in placed for note in returned.notes),
        *replaced,
        *(note for decision in decisions for note in decision.notes),
        *find_idle(plan, settled, {decision.settles for decision in decisions if decision.settles}),
        *ambiguous_columns(plan, (*(change.cell for change in changes), *(conflict.cell for conflict in conflicts))),
    )
    return Merge(changes, conflicts, tuple(sorted(refusals, key=refusal_order)), unique(notes))


Order = tuple[str, int, int, int]


def order_of(fields: Sequence[AnswerField]) -> Callable[[PlacedAnswer], Order]:
    """The order of answers: by row, then by question; of joint owners the lead first."""

    def order(answer: PlacedAnswer) -> Order:
        keys = [owner.key for owner in answer.action.asked]
        rank = keys.index(answer.owner_key) if answer.owner_key in keys else len(keys)
        return answer.action.sheet, answer.action.row, fields.index(answer.field), rank

    return order


def refusal_order(refusal: Refusal) -> tuple[str, tuple[int, int]]:
    """By form, then by its cells."""
    cell = refusal.cell
    return refusal.file.casefold(), (cell.row, cell.column) if cell else (0, 0)


def ambiguous_columns(plan: ActionPlan, cells: Iterable[Cell]) -> Iterator[str]:
    """What the reader was unsure of in the columns that answers go to."""
    columns = {(cell.sheet, cell.column) for cell in cells}
    for fault in plan.faults:
        if fault.code == "column-ambiguous" and (fault.sheet, fault.cells[0].column) in columns:
            yield fault.message


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of all answers to one question: what was decided, and what could not be taken."""

    decision: Decision
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True)
class Merger:
    """A plan with what its words mean and which conflicts were settled by hand."""

    plan: ActionPlan
    sheets: Sheets
    quarter: FiscalQuarter
    terms: PlanTerms
    settled: tuple[Settlement, ...]

    @cached_property
    def _names(self) -> Mapping[str, int]:
        """How many actions are called by each name."""
        return Counter(fold_name(action.name) for action in self.plan.actions)

    def find_fault(self, answer: PlacedAnswer) -> str:
        """Why an answer cannot go into the master; empty where it can."""
        return self.terms.find_fault(answer.field, answer.text)

    def merge(self, answers: tuple[PlacedAnswer, ...]) -> Outcome:
        """What comes of the answers to one question about one action, the lead's first."""
        action, field = answers[0].action, answers[0].field
        sound = tuple(answer for answer in answers if not self.find_fault(answer))
        refusals = tuple(
            refuse(answer, "unreadable", self.find_fault(answer)) for answer in answers if answer not in sound
        )
        cell = find_target(self.plan, self.sheets, action, field, self.quarter)
        if cell is None or is_shared(self.plan, self.sheets, action, cell):
            return Outcome(
                Decision(), (*refusals, *(refuse(answer, "no-cell", no_cell(field, cell)) for answer in sound))
            )
        if not sound:
            return Outcome(Decision(), refusals)
        return Outcome(decide(sound, self.question(answers, sound, cell)), refusals)

    def question(self, answers: tuple[PlacedAnswer, ...], sound: tuple[PlacedAnswer, ...], cell: Cell) -> Question:
        """What is asked, with what the master says of it now."""
        action, field = answers[0].action, answers[0].field
        is_date = field.kind is AnswerKind.DATE
        has_own_name = self._names[fold_name(action.name)] == 1
        settled = [
            settlement for settlement in self.settled if settlement.is_about(action.name, field) and has_own_name
        ]
        return Question(
            action,
            field,
            cell,
            date_now(action, cell) if is_date else cell.text,
            self.terms,
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


def refuse(answer: PlacedAnswer, code: str, why: str) -> Refusal:
    words = "" if answer.text in why else f" ({answer.field.noun} “{answer.text}”)"
    message = f"{answer.action.name}: {why}{words}."
    return Refusal(code, answer.file, message, answer.owner, answer.action.ref, answer.answer.cell)


def no_cell(field: AnswerField, cell: Cell | None) -> str:
    """Why there is no cell for an answer, and what to do."""
    if cell is None:
        return f"the plan has no column for a {field.noun}; add one headed “{field.new_heading}” and collect again"
    return f"the plan's cell {cell} is merged with others, so the answer would be said of them too; unmerge it"
