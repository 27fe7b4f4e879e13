"""The first page of the paper: how the plan stands, in sentences, a table of themes and statuses, and a picture.

The Notes say of every figure which actions it counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from peerxl.documents.appendix_columns import name_theme
from peerxl.documents.appendix_intro import NO_ACTIONS
from peerxl.documents.document import Chart, Section, TableColumn, TableEntry, TableRow, TextLine
from peerxl.documents.figure import NUMBERED, Figure
from peerxl.documents.palette import Tone
from peerxl.documents.reported import status_tone
from peerxl.documents.summary_figures import SummaryFacts
from peerxl.documents.summary_sentences import write_sentences
from peerxl.documents.wording import counted, listed

NAME, TABLE = "Summary", "Summary"
ALL, ACTIONS, OVERDUE, STATUS = "All actions", "Actions", "Overdue", "Status"
MOST_STATUSES = 8
"""How many statuses have a column each; where there are more, each has a row."""


def build_summary(facts: SummaryFacts, title: str) -> Section:
    page = Section(
        name=NAME,
        title=f"{title}: summary",
        intro=tuple(build_lines(facts)),
        table_name=TABLE,
        footer=title,
        is_paper=True,
    )
    if not facts.plan.actions:
        return page
    rows, columns, chart = build_matrix(facts) if is_matrix(facts) else build_list(facts)
    return replace(page, rows=rows, columns=columns, chart=chart)


def build_lines(facts: SummaryFacts) -> Iterator[str | TextLine]:
    if not facts.plan.actions:
        yield NO_ACTIONS
        return
    first, *others = write_sentences(facts)
    yield TextLine(first, is_key=True)
    yield from others
    if not any(action.ref for action in facts.plan.actions):
        yield NUMBERED


def is_matrix(facts: SummaryFacts) -> bool:
    """Whether themes and statuses can be told in a table of themes by statuses."""
    return bool(facts.themes) and len(facts.statuses) <= MOST_STATUSES


def build_matrix(facts: SummaryFacts) -> tuple[tuple[TableRow, ...], tuple[TableColumn, ...], Chart]:
    """A row a theme and one for all, a column a status."""
    theme = name_theme(facts.plan)
    statuses = facts.statuses
    headings = (theme, ACTIONS, *(figure.words for figure in statuses), OVERDUE)
    headings = tuple(tell_apart(headings))
    counts = count_by_theme(facts)
    rows = [TableRow.of(figure.words, *counts[figure.words]) for figure in facts.themes]
    total = [len(facts.plan.actions), *(figure.number for figure in (*statuses, facts.overdue))]
    chart = Chart(
        alt_text=describe_themes(facts),
        labels=headings[0],
        series=tuple(
            (heading, tone_of(figure, facts)) for heading, figure in zip(headings[2:], statuses, strict=False)
        ),
        rows=len(rows),
    )
    columns = tuple(
        TableColumn(heading, is_unbroken=not index, names_row=not index) for index, heading in enumerate(headings)
    )
    return (*rows, TableRow.of(ALL, *total, starts_group=True)), columns, chart


def tell_apart(headings: Sequence[str]) -> Iterator[str]:
    """The headings, none of them twice: a theme's may be that of another column."""
    taken: set[str] = set()
    for heading in headings:
        own = heading if heading.casefold() not in taken else f"{heading} (status)"
        taken.add(own.casefold())
        yield own


def count_by_theme(facts: SummaryFacts) -> dict[str, list[int]]:
    """How many actions each theme has: in all, with each status, and overdue."""
    by_row = {(action.sheet, action.row): theme.words for theme in facts.themes for action in theme.actions}
    counted_figures = (*facts.statuses, facts.overdue)
    counts = [Counter(by_row[action.sheet, action.row] for action in figure.actions) for figure in counted_figures]
    return {theme.words: [theme.number, *(count[theme.words] for count in counts)] for theme in facts.themes}


def build_list(facts: SummaryFacts) -> tuple[tuple[TableRow, ...], tuple[TableColumn, ...], Chart]:
    """A row a status and one for all, for a plan without themes or with more statuses than a page has room for."""
    rows = [TableRow.of(TableEntry(each.words, tone_of(each, facts)), each.number) for each in facts.statuses]
    chart = Chart(
        alt_text=f"Bars: {describe_counts(facts.statuses)}.",
        labels=STATUS,
        series=((ACTIONS, Tone.INFO),),
        rows=len(rows),
    )
    total = TableRow.of(ALL, len(facts.plan.actions), starts_group=True)
    return (*rows, total), (TableColumn(STATUS, names_row=True), TableColumn(ACTIONS)), chart


def tone_of(figure: Figure, facts: SummaryFacts) -> Tone:
    """What the colour of a status says."""
    update = figure.actions[0].standing_update(facts.quarter)
    if update.status:
        return status_tone(update.status)
    return Tone.UNKNOWN if update.has_status or update.status_fill else Tone.BAD


def describe_themes(facts: SummaryFacts) -> str:
    """What the chart shows, in words."""
    of = [f"{figure.words} has {counted(figure.number, 'action')}" for figure in facts.themes]
    return f"Bars of the actions by theme, in parts by status: {listed(of)}. In all: {describe_counts(facts.statuses)}."


def describe_counts(figures: Sequence[Figure]) -> str:
    return listed(f"{figure.words} {figure.number}" for figure in figures)
