"""The merge itself: the answers in their order, each question by the merger, and everything that came of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from peerxl.identity.index import ActionIndex
from peerxl.merge.acceptance import NOTHING_ACCEPTED, Accepted, find_idle_lines
from peerxl.merge.as_read import say_as_read
from peerxl.merge.columns import MasterCells, Sheets, WhyNot, refuse_missing
from peerxl.merge.decide import Decision
from peerxl.merge.merger import Merger
from peerxl.merge.placed import PlacedAnswer, keep_latest
from peerxl.merge.placing import place_return
from peerxl.merge.recall import NOTHING_RECALLED, Recall
from peerxl.merge.receiver import Receiver
from peerxl.merge.report import Doubt, Merge
from peerxl.merge.returned import Refusal, Return
from peerxl.merge.settlement import find_idle, fold_name
from peerxl.merge.terms import PlanTerms, terms_of
from peerxl.model.action import Action
from peerxl.model.answer_field import AnswerField, AnswerKind
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Fate
from peerxl.model.plan import ActionPlan, unique
from peerxl.model.sheet import Cell


def merge_returns(
    plan: ActionPlan,
    sheets: Sheets,
    quarter: FiscalQuarter,
    returns: Iterable[Return],
    *,
    today: date,
    fields: Sequence[AnswerField],
    accepted: Accepted = NOTHING_ACCEPTED,
    recall: Recall = NOTHING_RECALLED,
    why_not: WhyNot = lambda cell, value: "",
) -> Merge:
    """What the returns change in the plan; NoColumnError where it has no column for the quarter's answers.

    ``sheets`` are the plan's: what stands in a cell that was not read as the plan's is not lost, and what would be said
    of two actions at once, as their cells are merged, is refused. ``fields`` are the questions in their order;
    ``accepted`` is what --accept says, ``recall`` tells what was settled before, and ``why_not`` why a cell does not
    take a value: --accept is not offered for it.
    """
    terms = terms_of(plan, quarter)
    lines = {(line.form, line.line): line for line in accepted.lines}
    # A copy that was made since is read in the place of the very sheet that the forms are of, where it comes first.
    unread = frozenset(each.name for each in plan.sheets if each.fate in (Fate.NOT_READ, Fate.COPY))
    keys = frozenset(owner.key for action in plan.actions for owner in action.owners)
    cells = MasterCells(plan, sheets, why_not)
    receiver = Receiver(plan, cells, quarter, terms, ActionIndex(plan.actions, unread), lines, recall, keys)
    # By time, so that of one owner's two forms the later one counts.
    placed = [place_return(returned, receiver) for returned in sorted(returns, key=lambda form: form.order)]
    latest, replaced = keep_latest((answer for returned in placed for answer in returned.answers), terms)
    order = order_of(fields)
    # What the form was sent out with is no answer, whatever the plan says by now.
    answers = [answer for answer in latest if not terms.is_as_sent(answer.field, answer.text, answer.filled)]
    answers.sort(key=order)
    needed = [(answer.action, answer.field) for answer in answers if not answer.find_fault(terms)]
    refuse_missing(plan, quarter, needed, fields)
    closing = find_closing(answers, terms)
    merger = Merger(receiver, cells, quarter, terms, accepted.settlements, recall, today, closing)
    # By all but the rank of the owner: the answers to one question about one action.
    outcomes = [merger.merge(tuple(group)) for _, group in groupby(answers, key=lambda answer: order(answer)[:-1])]
    decisions = [outcome.decision for outcome in outcomes]
    doubts = find_doubts(merger, sorted(latest, key=order), decisions)
    changes = tuple(change for decision in decisions for change in decision.changes)
    conflicts = tuple(conflict for decision in decisions for conflict in decision.conflicts)
    refusals = (
        *(refusal for returned in placed for refusal in returned.refusals),
        *(refusal for outcome in outcomes for refusal in outcome.refusals),
    )
    notes = (
        *(note for returned in placed for note in returned.notes),
        *replaced,
        *(note for answer in answers if (note := merger.say_kept(answer))),
        *say_as_read(changes, terms),
        *merger.say_forgotten(changes),
        *(note for decision in decisions for note in decision.notes),
        *find_idle(plan, accepted.settlements, {decision.settles for decision in decisions if decision.settles}),
        *find_idle_lines(accepted.lines, {line for returned in placed for line in returned.lines}),
        *ambiguous_columns(plan, (*(change.cell for change in changes), *(conflict.cell for conflict in conflicts))),
    )
    return Merge(
        changes=changes,
        conflicts=conflicts,
        refusals=tuple(sorted(refusals, key=refusal_order)),
        doubts=doubts,
        notes=unique(notes),
        rulings=tuple(ruling for outcome in outcomes for ruling in (*outcome.rulings, *outcome.decision.rulings)),
        replies=tuple(returned.reply for returned in placed if returned.reply),
    )


def find_doubts(merger: Merger, answers: Iterable[PlacedAnswer], decisions: Iterable[Decision]) -> tuple[Doubt, ...]:
    """The answers that may not be meant, but for those that somebody has settled."""
    settled = {decision.settles for decision in decisions if not decision.conflicts}
    asked = (answer for answer in answers if (fold_name(answer.action.name), answer.field) not in settled)
    return tuple(doubt for answer in asked if (doubt := merger.find_doubt(answer)) and not merger.was_settled(answer))


def find_closing(answers: Iterable[PlacedAnswer], terms: PlanTerms) -> dict[tuple[Action, str], str]:
    """The word by which an owner says that an action is closed, by both."""
    words = {
        (answer.action, answer.owner_key): answer.text for answer in answers if answer.field.kind is AnswerKind.STATUS
    }
    statuses = ((key, terms.vocabulary.find(word)) for key, word in words.items())
    return {key: status.word for key, status in statuses if status and not status.is_open}


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


UNSURE_COLUMN = frozenset({"column-ambiguous", "column-by-cells"})


def ambiguous_columns(plan: ActionPlan, cells: Iterable[Cell]) -> Iterator[str]:
    """What the reader was unsure of in the columns that answers go to."""
    columns = {(cell.sheet, cell.column) for cell in cells}
    for fault in plan.faults:
        if fault.code in UNSURE_COLUMN and (fault.sheet, fault.cells[0].column) in columns:
            yield fault.message
