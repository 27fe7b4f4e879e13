"""A tracker's actions as the rows of a master, each value with the cell it was taken from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from peerxl.adoption.refs import ActionRef
from peerxl.adoption.shape import Places
from peerxl.adoption.words import content_of, own_words, reports, with_lines
from peerxl.documents.master import MasterRow, comments_heading, update_heading
from peerxl.model.action import Action
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell, Sheet

NO_THEME = "Other"
"""The theme of an action without one in a plan that has themes: a blank cell would go on with the theme above."""

HEADINGS = {
    Field.REF: "Ref",
    Field.THEME: "Theme",
    Field.RECOMMENDATION: "Recommendation",
    Field.ACTION: "Action",
    Field.ORIGINAL_TIMESCALE: "Original timescale",
    Field.TIMESCALE: "Timescale",
    Field.OWNER: "Owner",
    Field.EVIDENCE: "Evidence",
}
"""The house's heading of each field that is the same in every quarter."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An action as a row of the master, and the cell each heading's value was taken from."""

    row: MasterRow
    origins: Mapping[str, Cell]


def take_actions(
    plan: ActionPlan, named: Sequence[ActionRef], places: Places, sheets: Sequence[Sheet]
) -> tuple[Taken, ...]:
    """Every action in the plan's order; ``sheets`` are those it was read from, whose cells know dates as dates."""
    by_name = {sheet.name: sheet for sheet in sheets}
    pairs = zip(plan.actions, named, strict=True)
    return tuple(take(plan, action, one.ref, places, by_name[action.sheet]) for action, one in pairs)


def take(plan: ActionPlan, action: Action, ref: str, places: Places, sheet: Sheet) -> Taken:
    """One action as a row of the master, with the old cell that each of its values comes from."""
    found = {places.of_report(report.column): report for report in reports(plan, action)}
    words = {heading: report.words for heading, report in found.items()}
    extras = {places.extras[heading]: cell for heading, cell in action.extras if heading in places.extras}
    kept = {heading: content_of(sheet.value(cell.row, cell.column)) for heading, cell in extras.items()}
    # Reports of an unknown quarter stand among the extras, in their words for the master.
    kept |= words
    # The date first agreed may have come from the record, and then no cell of the plan holds it.
    recalled = action.original_timescale.day_or_words if action.original_timescale else ""
    updates = ((update_heading(quarter), comments_heading(quarter)) for quarter in places.shape.quarters)
    row = MasterRow(
        ref=ref,
        theme=action.theme or (NO_THEME if plan.themes else ""),
        recommendation=with_lines(action.recommendation, recommendation_cell(action)),
        action=with_lines(action.text, action.cell(Field.ACTION)),
        timescale=timescale(plan, action, Field.TIMESCALE, sheet),
        owner=describe_owners(action),
        updates=tuple((words.get(status, ""), words.get(comment, "")) for status, comment in updates),
        evidence=own_words(action.cell(Field.EVIDENCE)),
        original=timescale(plan, action, Field.ORIGINAL_TIMESCALE, sheet) or recalled,
        extras=tuple(kept.get(heading, "") for heading in places.shape.extras),
    )
    pairs = reversed(list(zip(action.fields, action.cells, strict=True)))
    origins = {HEADINGS[field]: cell for field, cell in pairs if field in HEADINGS}
    return Taken(row, origins | {heading: report.cell for heading, report in found.items()} | extras)


def describe_owners(action: Action) -> str:
    """The owners in the words of their cell; those of several cells by their names."""
    cells = [cell for field, cell in zip(action.fields, action.cells, strict=True) if field is Field.OWNER]
    return own_words(cells[0] if cells else None) if len(cells) < 2 else "; ".join(each.name for each in action.owners)


def recommendation_cell(action: Action) -> Cell | None:
    """Where the recommendation was read from: a theme and its recommendation may share a cell."""
    cell = action.cell(Field.RECOMMENDATION)
    return cell if cell and cell.text.strip() else action.cell(Field.THEME)


def timescale(plan: ActionPlan, action: Action, field: Field, sheet: Sheet) -> str | date:
    """A timescale's words, or the day where Excel knows it as one; a date that shows as a month is that month's words.

    Of two columns each keeps its own, though the original is in force while the other is blank.
    """
    column, cell = plan.table_of(action).first_of(field), action.cell(field)
    if column is None:
        return ""
    if cell is None or cell.column != column.number:
        cell = sheet.cell(action.row, column.number)
    value = sheet.value(cell.row, cell.column)
    if not isinstance(value, date):
        return own_words(cell)
    # A date whose cell shows only its month is promised for the month, as its reading says.
    reading = action.timescale if field is Field.TIMESCALE else action.original_timescale
    if reading is not None and reading.text != cell.text:
        return reading.text
    return value.date() if isinstance(value, datetime) else value
