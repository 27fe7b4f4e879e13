"""What came back merged with a master as it is: every form that can be read, and a refusal for all else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from peerxl.commands.inputs import Source, find_inputs, read_inputs
from peerxl.errors import PeerxlError
from peerxl.excel.formulas import formula_places
from peerxl.excel.master import Opened
from peerxl.excel.patch import make_patch
from peerxl.excel.patch.edit.refusals import FormulaCellError
from peerxl.excel.validations import CellRules
from peerxl.merge import Accepted, Change, Merge, Refusal, merge_returns
from peerxl.merge.merger import words_now
from peerxl.model.action import Action
from peerxl.model.answer_field import AnswerField
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell, Sheet, Value
from peerxl.record.collecting import Arrival
from peerxl.record.entry import Entry
from peerxl.record.naming import ActionIds
from peerxl.record.recalling import recollect
from peerxl.returns import ANSWER_FIELDS

BLANK = "the form of {owner} came back blank; ask whether the workbook was saved before it was sent."
AS_SENT = (
    "the form of {owner} came back with no other answers than it was sent with; ask whether the workbook was saved "
    "before it was sent back, and whether those hold."
)


@dataclass(frozen=True, slots=True)
class Quarterly:
    """A plan at its quarter, the master and the sheets it was read from, and what the record says of it.

    ``others`` are the asks of other plans whose files lie beside it, each with its plan's file; ``is_recorded`` tells
    whether what comes of the merge is written down.
    """

    plan: ActionPlan
    quarter: FiscalQuarter
    master: Opened
    sheets: tuple[Sheet, ...]
    ids: ActionIds
    entries: tuple[Entry, ...]
    others: tuple[tuple[str, Entry], ...] = ()
    is_recorded: bool = True


def merge_files(
    returns: Iterable[Path],
    before: Quarterly,
    accepted: Accepted,
    *,
    own_files: Iterable[Path],
    today: date,
) -> tuple[Merge, Mapping[str, Arrival]]:
    """What comes of all that came back, and how each form came, by its name; ``own_files`` are none of it."""
    plan = before.plan
    files = find_inputs(list(returns), own_files)
    with TemporaryDirectory() as folder:
        inputs = read_inputs(files, plan, Path(folder))
        arrivals = {source.name: arrival_of(source) for source, _ in inputs.forms}
    rules = MasterRules(before.master, CellRules(before.master.path, before.sheets))
    merge = merge_returns(
        plan,
        # Cells that the plan has no words of, as an empty one, are looked at in the sheets.
        {sheet.name: sheet for sheet in before.sheets},
        before.quarter,
        [form for _, form in inputs.forms],
        today=today,
        fields=ANSWER_FIELDS,
        accepted=accepted,
        recall=recollect(
            plan, before.quarter, before.ids, before.entries, before.others, is_recorded=before.is_recorded
        ),
        why_not=rules.why_not,
    )
    named = tuple(name_sender(refusal, arrivals) for refusal in (*inputs.refusals, *merge.refusals))
    notes = (*inputs.notes, *say_blank(merge, arrivals), *merge.notes)
    merge = replace(merge, refusals=named, notes=notes)
    merge = hold_back(merge, "not-allowed", rules.find_not_allowed(merge))
    return hold_back(merge, "formula-in-plan", rules.find_formulas(merge)), arrivals


def arrival_of(source: Source) -> Arrival:
    return Arrival(source.digest, source.sender, source.sent_at.date() if source.sent_at else None)


def say_blank(merge: Merge, arrivals: Mapping[str, Arrival]) -> Iterator[str]:
    """That a form came back with nothing new in it."""
    for reply in merge.blank:
        sender = arrivals[reply.file].sender
        says = (AS_SENT if reply.was_filled else BLANK).format(owner=reply.owner)
        yield f"{reply.file}{f', from {sender}' if sender else ''}: {says}"


def name_sender(refusal: Refusal, arrivals: Mapping[str, Arrival]) -> Refusal:
    """A refusal with the sender of the mail that its form came with."""
    arrival = arrivals.get(refusal.file)
    return replace(refusal, sender=arrival.sender) if arrival else refusal


@dataclass(frozen=True)
class MasterRules:
    """What the cells of a master do not take: each has rules of its own, and a formula is not written over."""

    master: Opened
    validations: CellRules

    @cached_property
    def _formulas(self) -> frozenset[tuple[str, int, int]]:
        return formula_places(self.master.path)

    def is_formula(self, cell: Cell) -> bool:
        return (cell.sheet, cell.row, cell.column) in self._formulas

    def why_not(self, cell: Cell, value: Value) -> str:
        """Why a cell does not take a value; empty where it does."""
        return "is a formula" if self.is_formula(cell) else self.validations.explain({cell: value}).get(cell, "")

    def find_not_allowed(self, merge: Merge) -> Mapping[Cell, str]:
        """Why cells do not take what would be put into them, by their own rules of validation, and what to do."""
        values: dict[Cell, Value] = {change.cell: change.value for change in merge.changes}
        reasons = self.validations.explain(values)
        return {
            cell: f"{why}, and the answer is “{{}}”; put in yourself what is meant" for cell, why in reasons.items()
        }

    def find_formulas(self, merge: Merge) -> Mapping[Cell, str]:
        """That cells which would be changed are formulas, and what to do."""
        try:
            make_patch(self.master.path, merge.values)
        except FormulaCellError:
            cells = (change.cell for change in merge.changes)
            said = "is a formula, which is not written over; put “{}” in yourself"
            return {cell: said for cell in cells if self.is_formula(cell)}
        except PeerxlError:  # whatever it is will be said when the master is saved
            return {}
        return {}


def hold_back(merge: Merge, code: str, why: Mapping[Cell, str]) -> Merge:
    """The merge without the answers to cells that do not take them: one in the way stops no other.

    Nor is anything settled about those, as the next collect would be silent about what never went in, and beside a
    conflict the plan says what it said. ``why`` says after a cell's name why it does not, with braces where the answer
    goes.
    """
    held = [change for change in merge.changes if change.cell in why]
    # A new date and the first one that it puts aside go together or not at all.
    questions = {(change.cell.sheet, change.cell.row, change.field) for change in held}

    def is_held(action: Action, field: AnswerField) -> bool:
        return (action.sheet, action.row, field) in questions

    refusals = (refuse_change(change, code, why[change.cell]) for change in held)
    return replace(
        merge,
        changes=tuple(each for each in merge.changes if not is_held(each.action, each.field)),
        rulings=tuple(each for each in merge.rulings if not is_held(each.action, each.field)),
        conflicts=tuple(
            replace(each, now=words_now(each.action, each.field, each.cell))
            if is_held(each.action, each.field)
            else each
            for each in merge.conflicts
        ),
        refusals=(*merge.refusals, *refusals),
    )


def refuse_change(change: Change, code: str, why: str) -> Refusal:
    """What is said of an answer that its cell does not take."""
    message = f"{change.action.name}: the plan's cell {change.cell} {why.replace('{}', change.text)}."
    return Refusal(code, change.file, message, change.owner, change.action.ref, change.form_cell)
