"""The committee appendix: the plan as members and the public read it, on paper, on screen or with a screen reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peerxl.documents import wording
from peerxl.documents.appendix_columns import AppendixColumn, list_columns
from peerxl.documents.appendix_intro import Account, build_intro
from peerxl.documents.document import Document, Section, TableRow
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import Action, ActionPlan

FULL, EXCEPTIONS = "full", "exceptions"
FIELDS = {
    FULL: (Field.RECOMMENDATION, Field.ACTION, Field.TIMESCALE, Field.OWNER, Field.STATUS, Field.COMMENT),
    EXCEPTIONS: (Field.THEME, Field.OWNER, Field.ACTION, Field.TIMESCALE, Field.STATUS, Field.COMMENT),
}
"""The columns of each layout, in their order."""
SECTION = "Action plan"


def build_appendix(
    plan: ActionPlan, quarter: FiscalQuarter, *, layout: str = FULL, number: str = "", merged: bool = False
) -> Document:
    """The plan at a quarter: every action, or the open ones only; ``merged`` gives the traditional, merged look."""
    title = title_appendix(plan, number, quarter)
    open_only = layout == EXCEPTIONS
    actions = select_actions(plan, quarter, layout)
    columns = list_columns(plan, quarter, FIELDS[layout])
    section = Section(
        name=SECTION,
        title=title,
        intro=tuple(build_intro(Account(plan, quarter, actions, open_only, merged))),
        table_name="ActionPlan",
        columns=tuple(column.column for column in columns),
        rows=tuple(build_rows(actions, columns, quarter)),
        footer=title,
        is_paper=True,
        has_joined_groups=merged,
    )
    return Document(
        title=title,
        subject=f"{plan.name}, {wording.quarter_in_full(quarter)}",
        creator=plan.settings.council or plan.title or title,
        dated=quarter.last_day,
        sections=(section,),
    )


def select_actions(plan: ActionPlan, quarter: FiscalQuarter, layout: str) -> tuple[Action, ...]:
    """The actions that a layout lists."""
    return plan.open_actions(quarter) if layout == EXCEPTIONS else plan.actions


def title_appendix(plan: ActionPlan, number: str, quarter: FiscalQuarter) -> str:
    """ "Appendix 9 - Peer review action plan - Quarter 3 2023/24"; without the appendix where it has no number."""
    bare = number.strip().removeprefix("Appendix").strip()
    numbered = (f"Appendix {bare}",) if bare else ()
    return " - ".join((*numbered, plan.name, wording.quarter_name(quarter)))


def build_rows(
    actions: Sequence[Action], columns: Sequence[AppendixColumn], quarter: FiscalQuarter
) -> Iterator[TableRow]:
    """A row for each action; a theme after another starts a group."""
    for action, above in zip(actions, (None, *actions), strict=False):
        starts_group = above is not None and action.theme != above.theme
        yield TableRow(tuple(column.describe(action, quarter) for column in columns), starts_group)
