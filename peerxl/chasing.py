"""Who is asked for what this quarter, and why.

It owns the reasons to ask, and which of them an owner can answer. It must never know a day, a message, or what was
asked before: that is the record's, and the calendar's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from peerxl.model.action import Action
from peerxl.model.answer_field import ANSWER_FIELDS, AnswerField
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan
from peerxl.reading.nowhere import Nowhere, has_place, list_nowhere


class Reason(StrEnum):
    """Why an action is asked about."""

    NO_STATUS = "no-status"
    NO_COMMENT = "no-comment"
    SAME_COMMENT = "same-comment"
    DUE = "due"
    OVERDUE = "overdue"

    @property
    def sentence(self) -> str:
        return SENTENCES[self]

    @property
    def label(self) -> str:
        """In two or three words, for where there is no room for a sentence."""
        return LABELS[self]


SENTENCES = {
    Reason.NO_STATUS: "No status has been given for this quarter.",
    Reason.NO_COMMENT: "No comment has been given for this quarter.",
    Reason.SAME_COMMENT: "The comment is word for word last quarter's: what has changed since?",
    Reason.DUE: "It is due this quarter: is it finished, or what is the new date and why?",
    Reason.OVERDUE: "It was due before this quarter: is it finished, or what is the new date and why?",
}
LABELS = {
    Reason.NO_STATUS: "no status",
    Reason.NO_COMMENT: "no comment",
    Reason.SAME_COMMENT: "same comment as before",
    Reason.DUE: "due this quarter",
    Reason.OVERDUE: "overdue",
}
ANSWERED_IN = {
    Reason.NO_STATUS: Field.STATUS,
    Reason.NO_COMMENT: Field.COMMENT,
    Reason.SAME_COMMENT: Field.COMMENT,
}
"""The column that answers a reason; any column answers the others."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One owner asked about one action, by the questions whose answers have a place in the plan."""

    owner: Owner
    action: Action
    reasons: tuple[Reason, ...]
    fields: tuple[AnswerField, ...]


@dataclass(frozen=True, slots=True)
class Unowned:
    """An action to ask about that nobody is asked: it goes to the coordinator."""

    action: Action
    reasons: tuple[Reason, ...]
    why: str


@dataclass(frozen=True)
class Chase:
    """Everything to ask for a quarter, in the plan's order.

    ``fields`` are the questions that there are, ``nowhere`` those that cannot be asked, as their answers have no place.
    """

    quarter: FiscalQuarter
    asks: tuple[Ask, ...]
    unowned: tuple[Unowned, ...]
    fields: tuple[AnswerField, ...] = ANSWER_FIELDS
    nowhere: tuple[Nowhere, ...] = ()

    @property
    def owners(self) -> tuple[Owner, ...]:
        """Everybody asked, once each, in the order they first stand in the plan."""
        return tuple(self._by_owner)

    @cached_property
    def _by_owner(self) -> Mapping[Owner, Sequence[Ask]]:
        by_owner: dict[Owner, list[Ask]] = {}
        for ask in self.asks:
            by_owner.setdefault(ask.owner, []).append(ask)
        return by_owner

    def asks_of(self, owner: Owner) -> tuple[Ask, ...]:
        return tuple(self._by_owner.get(owner, ()))


def chase_plan(plan: ActionPlan, quarter: FiscalQuarter, fields: Sequence[AnswerField] = ANSWER_FIELDS) -> Chase:
    """Who is asked for what: every open action that this quarter's report cannot do without an answer on.

    ``fields`` are the questions that there are. One whose answer has no place in the plan is not asked.
    """
    asks: list[Ask] = []
    unowned: list[Unowned] = []
    for action in plan.open_actions(quarter):
        asked = tuple(
            field for field in fields if field.is_about(action, quarter) and has_place(plan, action, field, quarter)
        )
        reasons = tuple(reason for reason in reasons_to_ask(action, quarter) if is_answerable(reason, asked))
        if not reasons:
            continue
        asks += [Ask(owner, action, reasons, asked) for owner in action.asked if is_known(owner, plan)]
        if why := why_nobody(action, plan):
            unowned.append(Unowned(action, reasons, why))
    return Chase(quarter, tuple(asks), tuple(unowned), tuple(fields), list_nowhere(plan, quarter, fields))


def is_answerable(reason: Reason, fields: Collection[AnswerField]) -> bool:
    """Whether one of some questions answers a reason to ask."""
    column = ANSWERED_IN.get(reason)
    return any(column in (None, field.column) for field in fields)


def reasons_to_ask(action: Action, quarter: FiscalQuarter) -> Iterator[Reason]:
    """Why an open action is asked about; nothing where the report has what it needs."""
    update = action.update(quarter)
    if not update.has_status:
        yield Reason.NO_STATUS
    if not (update.has_comment or update.story):
        yield Reason.NO_COMMENT
    elif action.comment_is_repeated(quarter):
        yield Reason.SAME_COMMENT
    if action.timescale.is_due(quarter):
        yield Reason.DUE
    elif action.timescale.is_overdue(quarter):
        yield Reason.OVERDUE


def is_known(owner: Owner, plan: ActionPlan) -> bool:
    """Whether an owner can be asked: anybody but everybody, and where the council lists its owners, those it lists."""
    directory = plan.settings.directory
    return not is_everybody(owner) and (not directory or directory.find(owner.key) is not None)


def is_everybody(owner: Owner) -> bool:
    """Whether an owner is a crowd ("All", "All ADs", "Everyone"): nobody answers for what everybody is asked."""
    # The first word: “All ADs”, “All Heads of Service”.
    return owner.name.casefold().partition(" ")[0] in EVERYBODY


EVERYBODY = frozenset({"all", "everyone", "everybody", "various", "anyone"})


def why_nobody(action: Action, plan: ActionPlan) -> str:
    """Why an action, or a part of it, goes to the coordinator; empty where every owner can be asked."""
    if not action.asked:
        return "The plan names no owner."
    crowds = [owner.name for owner in action.asked if is_everybody(owner)]
    unknown = [owner.name for owner in action.asked if not is_known(owner, plan) and not is_everybody(owner)]
    no_one = f"No one owner: {', '.join(crowds)}." if crowds else ""
    not_listed = f"Not on the Owners sheet: {', '.join(unknown)}." if unknown else ""
    return " ".join(filter(None, (no_one, not_listed)))
