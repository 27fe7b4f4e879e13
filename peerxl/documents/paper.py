"""The paper as a whole: a summary, the actions, what changed, a timeline and notes, each where it has words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from peerxl.documents import notes, summary, timeline, what_changed
from peerxl.documents.appendix import FULL, build_appendix
from peerxl.documents.document import Document, Section, TextLine
from peerxl.documents.front import list_front
from peerxl.documents.notes import build_notes
from peerxl.documents.summary import build_summary
from peerxl.documents.summary_figures import SummaryFacts
from peerxl.documents.timeline import build_timeline
from peerxl.documents.what_changed import build_what_changed
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.movement.compare import Movement, compare_quarters, find_last_quarter

SUMMARY, ACTIONS, WHAT_CHANGED, TIMELINE, NOTES = "summary", "actions", "what-changed", "timeline", "notes"
OTHER_SECTIONS = frozenset({summary.NAME, what_changed.NAME, timeline.NAME, notes.NAME})
"""The names of all sections but those that list the actions."""
SHEETS = (SUMMARY, ACTIONS, WHAT_CHANGED, TIMELINE, NOTES)


def build_paper(
    plan: ActionPlan,
    quarter: FiscalQuarter,
    *,
    sheets: Collection[str] = SHEETS,
    movement: Movement | None = None,
    layout: str = FULL,
    number: str = "",
    merged: bool = False,
) -> Document:
    """The sheets of the paper in their order; ``movement`` is what moved since last time, else what the plan tells."""
    actions = build_appendix(plan, quarter, layout=layout, number=number, merged=merged)
    facts = SummaryFacts(plan, quarter, movement or find_own_movement(plan, quarter))
    build = BUILDERS | {ACTIONS: lambda facts, title: actions.sections}
    sections = (section for name in SHEETS if name in sheets for section in build[name](facts, actions.title))
    return replace(actions, sections=tuple(put_front(sections, list_front(plan))))


def put_front(sections: Iterable[Section], front: tuple[TextLine, ...]) -> Iterator[Section]:
    """The sections, the first of them with the lines that say whose paper it is."""
    for index, section in enumerate(sections):
        yield section if index else replace(section, intro=(*front, *section.intro))


def list_given(section: Section | None) -> tuple[Section, ...]:
    return (section,) if section else ()


BUILDERS: dict[str, Callable[[SummaryFacts, str], Sequence[Section]]] = {
    SUMMARY: lambda facts, title: (build_summary(facts, title),),
    WHAT_CHANGED: lambda facts, title: list_given(build_what_changed(facts.movement, title)),
    TIMELINE: lambda facts, title: list_given(build_timeline(facts.plan, facts.quarter, title)),
    NOTES: lambda facts, title: list_given(build_notes(facts, title)),
}
"""What each sheet is made of, but for the actions."""


def find_own_movement(plan: ActionPlan, quarter: FiscalQuarter) -> Movement | None:
    """What moved since the last quarter that the plan has columns for."""
    before = find_last_quarter(plan, quarter)
    return compare_quarters(plan, before, quarter) if before else None
