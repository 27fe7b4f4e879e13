"""The committee appendix: the plan as members and the public read it, on paper, on screen or with a screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from peerxl.documents import wording
from peerxl.documents.appendix_columns import AppendixColumn, list_columns
from peerxl.documents.appendix_intro import build_intro
from peerxl.documents.appendix_layouts import LAYOUTS, MAIN
from peerxl.documents.appendix_parts import PaperFacts, PaperPart
from peerxl.documents.chosen_columns import choose_columns
from peerxl.documents.document import Document, Section, TableRow
from peerxl.errors import PeerxlError
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan, unique

FULL = "full"


class LayoutUnknownError(PeerxlError):
    """A layout of the appendix that there is not."""

    def __init__(self, layout: object, layouts: Iterable[str]) -> None:
        super().__init__(f"{layout!r} is no layout of the appendix; use one of {', '.join(layouts)}.")


def build_appendix(
    plan: ActionPlan, quarter: FiscalQuarter, *, layout: str = FULL, number: str = "", merged: bool = False
) -> Document:
    """The plan at a quarter in one of ``LAYOUTS``; ``merged`` gives the traditional, merged look."""
    title = title_appendix(plan, number, quarter)
    parts = find_parts(layout)
    facts_of_parts = [(part, PaperFacts(plan, quarter, tuple(part.select(plan, quarter)))) for part in parts]
    # A plan without any action for the paper still gets one table's page, which says that there is none.
    shown = [(part, facts) for part, facts in facts_of_parts if facts.actions] or facts_of_parts[:1]
    return Document(
        title=title,
        subject=f"{plan.name}, {wording.quarter_in_full(quarter)}",
        creator=wording.name_council(plan) or plan.title or title,
        council=wording.name_council(plan),
        dated=quarter.last_day,
        sections=tuple(build_section(part, facts, title, merged) for part, facts in shown),
    )


def title_appendix(plan: ActionPlan, number: str, quarter: FiscalQuarter) -> str:
    """ "Appendix 9 - Peer review action plan - Quarter 3 2023/24"; without the appendix where it has no number."""
    # The settings may have “Appendix 9” as well as 9.
    bare = number.strip().removeprefix("Appendix").strip()
    numbered = (f"Appendix {bare}",) if bare else ()
    return " - ".join((*numbered, plan.name, wording.quarter_name(quarter)))


def find_parts(layout: str) -> tuple[PaperPart, ...]:
    """The tables of a layout; LayoutUnknownError where there is no such one."""
    if layout not in LAYOUTS:
        raise LayoutUnknownError(layout, LAYOUTS)
    return LAYOUTS[layout]


def select_actions(plan: ActionPlan, quarter: FiscalQuarter, layout: str) -> tuple[Action, ...]:
    """The actions that a layout lists, each once."""
    return unique(action for part in find_parts(layout) for action in part.select(plan, quarter))


def build_section(part: PaperPart, facts: PaperFacts, title: str, merged: bool) -> Section:
    is_main = part.name == MAIN  # what a council has chosen is its list of actions
    kinds = choose_columns(facts.plan, facts.quarter, part.columns) if is_main else part.columns
    columns = list_columns(facts.plan, facts.quarter, kinds)
    return Section(
        name=part.name,
        title=f"{title}: {part.heading}" if part.heading else title,
        intro=tuple(build_intro(facts, part, merged=merged)),
        table_name=part.table_name,
        columns=tuple(column.column for column in columns),
        rows=tuple(build_rows(facts.actions, columns, facts.quarter)),
        footer=title,
        is_paper=True,
        has_joined_groups=merged,
    )


def build_rows(
    actions: Sequence[Action], columns: Sequence[AppendixColumn], quarter: FiscalQuarter
) -> Iterator[TableRow]:
    """A row for each action; a theme after another starts a group."""
    for action, above in zip(actions, (None, *actions), strict=False):
        starts_group = above is not None and action.theme != above.theme
        yield TableRow(tuple(column.describe(action, quarter) for column in columns), starts_group)
