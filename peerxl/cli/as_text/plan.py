"""A plan as text: its actions, how it was read, its owners, and a timescale of its kind."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from peerxl.cli.as_text.table import find_width, format_table
from peerxl.documents.plan_list import build_plan_list, summarize_plan
from peerxl.documents.wording import counted
from peerxl.model.layout import Fate, Field, Table
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import column_letter
from peerxl.model.timescale import Timescale
from peerxl.papers.text import render_text
from peerxl.text import cut_line

if TYPE_CHECKING:
    from peerxl.checks.roster import OwnerSummary

NO_QUARTER = 'not said anywhere; add --quarter "Q3 2023/24"'


def format_plan(plan: ActionPlan) -> Iterator[str]:
    if not plan.actions:
        yield f"{plan.source}: the plan has no action yet."
    yield render_text(build_plan_list(plan), find_width())


def explain_plan(plan: ActionPlan) -> Iterator[str]:
    """Which sheet, row and heading became which field, what was left aside, and what became of every other sheet."""
    if not plan.actions:
        yield f"{plan.source}: the plan has no action yet."
    yield f"Title: {plan.title}"
    yield f"Reporting quarter: {plan.quarter or NO_QUARTER}"
    yield f"The plan begins: {plan.starts or 'not known'}"
    for table in plan.tables:
        yield ""
        yield from explain_table(plan, table)
    others = [sheet for sheet in plan.sheets if sheet.fate is not Fate.READ]
    if others:
        yield ""
    for sheet in others:
        yield f"Sheet {sheet.name!r}: {sheet.fate}, as {sheet.why}"
    for fault in plan.faults:
        yield f"{fault.place}: {fault.message}"


def explain_table(plan: ActionPlan, table: Table) -> Iterator[str]:
    """Where a table's headings and actions stand, what each column is, and which rows are no actions."""
    rows = [action.row for action in plan.actions if action.sheet == table.sheet]
    headers = sorted({table.first_header_row, table.last_header_row})
    actions = f"{counted(len(rows), 'action')}{f' in rows {rows[0]} to {rows[-1]}' if rows else ''}"
    yield f"Sheet {table.sheet!r}: headings in row {' and '.join(map(str, headers))}, {actions}"
    for column in table.columns:
        quarter = f" of {column.quarter}" if column.quarter else ""
        use = f"{column.field}{quarter}" if column.field is not Field.EXTRA else "kept as an extra"
        yield f"  {column_letter(column.number)}  {cut_line(column.heading.text, 40)!r}: {use}"
    # A template's prepared rows are hundreds, each left aside for the same reason; a line ends where an action stands.
    asides = [(skipped.why, skipped.cells[0].row) for skipped in table.skipped]
    for (why, _), run in groupby(asides, lambda aside: (aside[0], bisect(rows, aside[1]))):
        first, *more = [row for _, row in run]
        where = f"rows {first} to {more[-1]} ({len(more) + 1})" if more else f"row {first}"
        yield f"  {where} left aside: {why}"


def format_owners(plan: ActionPlan, summaries: Sequence[OwnerSummary]) -> Iterator[str]:
    yield summarize_plan(plan)
    yield ""
    rows = [
        (
            summary.owner.name,
            str(len(summary.live)),
            str(len(summary.overdue)),
            "; ".join(spelling for spelling in summary.spellings if spelling != summary.owner.name),
        )
        for summary in summaries
    ]
    yield from format_table(("Owner", "Open", "Overdue", "Also written"), rows)


def format_timescale(reading: Timescale) -> Iterator[str]:
    yield f"{cut_line(reading.text, 60)!r}: {reading} ({reading.kind})"
    if reading.reason:
        yield f"  {reading.reason}"
    for note in reading.notes:
        yield f"  {note.code}: {note.message}"
