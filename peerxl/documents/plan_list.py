"""The plan as read, as a list: one row an action, with what it says now."""

from __future__ import annotations

from peerxl.documents.document import UNDATED, Document, Section, TableColumn, TableRow
from peerxl.documents.wording import NO_REF, counted, status_words
from peerxl.model.action import Action, Update
from peerxl.model.plan import ActionPlan

HEADINGS = ("Row", "Ref", "Action", "Owner", "Timescale", "Status")


def build_plan_list(plan: ActionPlan) -> Document:
    """The plan's title, its figures and its actions."""
    # Where none has one there is nothing to say of each.
    no_ref = NO_REF if any(action.ref for action in plan.actions) else ""
    section = Section(
        name="Plan",
        title=plan.title,
        intro=(summarize_plan(plan),),
        table_name="Plan",
        columns=tuple(map(TableColumn, HEADINGS)),
        rows=tuple(build_action_row(plan, action, no_ref) for action in plan.actions),
    )
    return Document(plan.title, (section,), plan.quarter.last_day if plan.quarter else UNDATED)


def summarize_plan(plan: ActionPlan) -> str:
    """The plan in a line: how many actions, at which quarter, how many of them open."""
    themes = f" in {counted(len(plan.themes), 'theme')}" if plan.themes else ""
    live = len(plan.open_actions(plan.quarter))
    at = f" at {plan.quarter}" if plan.quarter else ""
    return f"{counted(len(plan.actions), 'action')}{themes}{at}: {live} open, {len(plan.actions) - live} closed"


def build_action_row(plan: ActionPlan, action: Action, no_ref: str) -> TableRow:
    latest = action.latest_update(plan.quarter) or Update(None)
    return TableRow.of(
        action.row,
        action.ref or no_ref,
        action.text,
        "; ".join(owner.name for owner in action.owners),
        str(action.timescale),
        status_words(latest) if latest.has_status else latest.status_text.strip(),
    )
