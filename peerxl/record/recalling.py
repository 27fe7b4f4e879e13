"""What the record tells a merge of earlier collects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from peerxl.merge.terms import PlanTerms, terms_of
from peerxl.model.action import Action
from peerxl.model.answer_field import ANSWER_FIELDS, AnswerField
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.model.timescale import Timescale
from peerxl.record.earlier import list_first_dates
from peerxl.record.entry import Entry
from peerxl.record.event import Asked, Merged
from peerxl.record.naming import ActionIds
from peerxl.record.settlements import Meaning, Settlements, list_settlements, standing, words

FIELDS = {str(field.column): field for field in ANSWER_FIELDS}


@dataclass(frozen=True, slots=True)
class Recollection:
    """The settlements, who gave which answer last, and the refused answers that were taken, of a plan's quarter.

    ``authors`` has the text and the owner by key, field and quarter, ``taken`` the action by form, cell and text, and
    ``firsts`` the date first agreed by the action's sheet and row, ``elsewhere`` the file of the other plan that a form
    was sent for, by the form; ``is_recorded`` whether this collect will be told.
    """

    quarter: FiscalQuarter
    ids: ActionIds
    settlements: Settlements
    authors: Mapping[tuple[str, str, str], tuple[str, str]]
    taken: Mapping[tuple[str, str, str], Action]
    firsts: Mapping[tuple[str, int], Timescale]
    elsewhere: Mapping[str, str]
    is_recorded: bool

    def first_date(self, action: Action) -> date | str:
        first = self.firsts.get((action.sheet, action.row))
        return first.day_or_words if first else ""

    def was_settled(self, action: Action, field: AnswerField, now: str, answer: str) -> bool:
        key, quarter = self.ids.of(action).key, self.quarter_of(field)
        return self.settlements.find(key, field.column, quarter, master=now, returned=answer) is not None

    def author_of(self, action: Action, field: AnswerField, text: str) -> str:
        said, owner = self.authors.get((self.ids.of(action).key, field.column, self.quarter_of(field)), ("", ""))
        return owner if words(field.column, said) == words(field.column, text) else ""

    def accepted(self, form_id: str, cell: str, text: str) -> Action | None:
        return self.taken.get((form_id, cell, text))

    def sent_for(self, form_id: str) -> str:
        return self.elsewhere.get(form_id, "")

    def quarter_of(self, field: AnswerField) -> str:
        return str(self.quarter) if field.is_quarterly else ""


def recollect(
    plan: ActionPlan,
    quarter: FiscalQuarter,
    ids: ActionIds,
    entries: Iterable[Entry],
    others: Iterable[tuple[str, Entry]] = (),
    *,
    is_recorded: bool = True,
) -> Recollection:
    """What a plan's entries, in their order, tell of earlier collects; ``is_recorded`` where this one will be told.

    ``others`` are the asks of other plans whose files are there still, each with its plan's file.
    """
    entries = tuple(entries)
    own = {entry.event.form for entry in entries if isinstance(entry.event, Asked)}
    asks = ((file, entry.event) for file, entry in others if isinstance(entry.event, Asked))
    actions = {ids.of(action).key: action for action in plan.actions}
    return Recollection(
        quarter,
        ids,
        list_settlements(entries, meaning_of_plan(plan, quarter)),
        {
            (event.action.key, event.field, event.quarter): (event.after, event.owner.name if event.owner else "")
            for event in (entry.event for entry in entries)
            if isinstance(event, Merged)
        },
        {
            (event.form, event.cell, event.returned): actions[event.action.key]
            for event in standing(entries)
            if event.is_acceptance and event.action.key in actions and ids.is_certain(actions[event.action.key])
        },
        list_first_dates(plan, ids, entries),
        {ask.form: file for file, ask in asks if ask.form and ask.form not in own},
        is_recorded,
    )


def meaning_of_plan(plan: ActionPlan, quarter: FiscalQuarter) -> Meaning:
    """What two ways to say one thing share in a plan, of a field and a text."""
    terms = terms_of(plan, quarter)
    return lambda column, text: meaning_of(terms, column, text)


def meaning_of(terms: PlanTerms, column: str, text: str) -> object:
    field = FIELDS.get(column)
    return terms.meaning_of(field, text) if field else words(column, text)
