"""The lines above the appendix's table: what the sheet holds, how things stand, and what the words mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peerxl.documents import wording
from peerxl.documents.document import TextLine
from peerxl.documents.reported import count_statuses, explain_statuses
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import Action, ActionPlan

MERGED = (
    "This version has merged cells, so it is not accessible to screen readers. "
    "Ask the council for the accessible version."
)


@dataclass(frozen=True, slots=True)
class Account:
    """What the lines speak of: the actions listed, of which plan, when, and how they are laid out."""

    plan: ActionPlan
    quarter: FiscalQuarter
    actions: tuple[Action, ...]
    is_open_only: bool
    is_merged: bool

    @property
    def figures(self) -> str:
        """How many of the actions have which status."""
        return count_statuses(self.actions, self.quarter, self.plan.settings.vocabulary)


def build_intro(account: Account) -> Iterator[str | TextLine]:
    """The lines, in the order a reader needs them."""
    plan = account.plan
    if account.is_merged:
        yield MERGED
    yield describe_contents(account)
    yield TextLine(describe_progress(account), is_heading=True)
    yield from explain_statuses(account.actions, account.quarter, plan.settings.vocabulary)
    if account.actions and not plan.has_column(Field.TIMESCALE):
        yield "The plan gives no timescales."


def describe_contents(account: Account) -> str:
    period, name = wording.quarter_in_full(account.quarter), wording.name_in_sentence(account.plan)
    if account.is_open_only:
        return f"The actions of the {name} that were still open at the end of {period}."
    return f"Every action of the {name}, as reported for {period}."


def describe_progress(account: Account) -> str:
    """A sentence of figures."""
    listed, planned = len(account.actions), len(account.plan.actions)
    if not planned:
        return "The plan has no actions."
    if not listed:
        return f"No action is open: {describe_closed(planned)}."
    if not account.is_open_only:
        return f"The plan has {wording.counted(listed, 'action')}: {account.figures}."
    if listed == planned:
        return f"The plan has {wording.counted(listed, 'action')}, all open: {account.figures}."
    are = "is" if listed == 1 else "are"
    return f"{listed} of the plan's {wording.counted(planned, 'action')} {are} open: {account.figures}."


def describe_closed(planned: int) -> str:
    return "the only one is closed" if planned == 1 else f"all {planned} are closed"
