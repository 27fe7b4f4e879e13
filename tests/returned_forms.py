"""Return forms as sheets, without files: made for a plan, then filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from peerxl.chasing import chase_plan
from peerxl.documents.document import Section
from peerxl.excel.laying_out import lay_out
from peerxl.merge import AnswerField, Change, Conflict, Merge, Return, merge_returns, read_accepted
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell, Sheet, Value
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from peerxl.returns import ANSWER_FIELDS, build_forms, read_return

Q3 = FiscalQuarter(2023, 3)
TODAY, REPLY_BY = date(2024, 1, 8), date(2024, 1, 22)
Typed = Mapping[tuple[str, str], Value]
"""What is typed, by the action's ref (else its words) and the heading."""


def plan_of(master: Sheet, source: str = "plan.xlsx") -> ActionPlan:
    return plan_from_sheets([master], Request(source, Q3))


def form_sheets(plan: ActionPlan, owner: str, fields: Sequence[AnswerField] = ANSWER_FIELDS) -> list[Sheet]:
    """The form of an owner as it is sent."""
    forms = build_forms(plan, chase_plan(plan, Q3, fields), today=TODAY, reply_by=REPLY_BY)
    form = next(form for asked, form in forms.items() if asked.name == owner)
    return [as_sheet(sheet) for sheet in form.sections]


def as_sheet(section: Section) -> Sheet:
    layout = lay_out(section)
    above: list[tuple[Value, ...]] = [(section.title,), *((line.text,) for line in layout.lines)]
    above += [()] * (layout.header_row - 1 - len(above)) if layout.has_table else []
    table = [tuple(column.heading for column in layout.columns)] if layout.has_table else []
    rows = [tuple(entry.value or None for entry in row.entries) for row in layout.rows]
    return Sheet(section.name, (*above, *table, *rows))


def headings_row(sheet: Sheet) -> int:
    return next(number for number, row in enumerate(sheet.rows, 1) if "Action" in row)


def place(sheet: Sheet, name: str, heading: str) -> Cell:
    """The cell of an action under a heading."""
    header = headings_row(sheet)
    row = next(
        number for number, row in enumerate(sheet.rows[header:], header + 1) if name in (str(value) for value in row)
    )
    return Cell(sheet.name, row, sheet.rows[header - 1].index(heading) + 1)


def set_value(sheet: Sheet, cell: Cell, value: Value) -> Sheet:
    rows = [list(row) for row in sheet.rows]
    rows[cell.row - 1] += [None] * (cell.column - len(rows[cell.row - 1]))
    rows[cell.row - 1][cell.column - 1] = value
    return replace(sheet, rows=tuple(map(tuple, rows)))


def filled(plan: ActionPlan, owner: str, typed: Typed, fields: Sequence[AnswerField] = ANSWER_FIELDS) -> list[Sheet]:
    """The form as it was filled in."""
    first, *others = form_sheets(plan, owner, fields)
    places = {place(first, name, heading): value for (name, heading), value in typed.items()}
    for cell, value in places.items():
        first = set_value(first, cell, value)
    return [first, *others]


def returned(plan: ActionPlan, owner: str, typed: Typed, file: str = "", modified: float = 0.0) -> Return:
    """A form that came back as it was filled in."""
    return read_return(file or f"{owner}.xlsx", filled(plan, owner, typed), {}, modified=modified)


def merged(
    master: Sheet, *returns: Return, accept: Sequence[str] = (), source: str = "plan.xlsx", today: date = TODAY
) -> Merge:
    """What comes of the returns in the master as it is now."""
    plan = plan_of(master, source)
    accepted = read_accepted(accept, ANSWER_FIELDS)
    return merge_returns(plan, {master.name: master}, Q3, returns, today=today, fields=ANSWER_FIELDS, accepted=accepted)


def changes(merge: Merge) -> dict[str, str]:
    return {change.cell.address: change.text for change in merge.changes}


def conflicts(merge: Merge) -> list[tuple[str, str, str]]:
    return [(conflict.cell.address, conflict.cell.text, conflict.text) for conflict in merge.conflicts]


def refused(merge: Merge) -> list[tuple[str, str]]:
    return [(refusal.code, refusal.message) for refusal in merge.refusals]


def applied(master: Sheet, merge: Merge) -> Sheet:
    """The master with the changes made."""
    for change in merge.changes:
        master = set_value(master, change.cell, change.text)
    return master


def outcome(merge: Merge) -> list[tuple[object, ...]]:
    """What matters of a merge, in an order of its own."""
    both: tuple[Change | Conflict, ...] = (*merge.changes, *merge.conflicts)
    told = [(type(one).__name__, str(one.cell), one.text, one.owner) for one in both]
    return sorted(told + [("Refusal", one.file, one.message, one.owner) for one in merge.refusals])
