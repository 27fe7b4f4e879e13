"""A return form's last sheet: what the master said when the form was made, and the cells it said it in.

It is the base of a three-way merge, so it is read by its headings and the master's words stand in it untidied. What is
the same for the whole form stands in the leading columns, repeated in each row.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from peerxl.chasing import Chase
from peerxl.documents.layout import Column, Content, Row, TableSheet
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.owner import Owner
from peerxl.model.plan import Action, ActionPlan
from peerxl.model.sheet import Cell

ISSUED = "As issued"

WIDTHS = {
    "Plan": 150,
    "Plan id": 100,
    "File": 150,
    "Quarter": 80,
    "Owner": 130,
    "Owner key": 130,
    "Issued on": 110,
    "Reply by": 110,
    "Ref": 82,
    "Sheet": 100,
    "Row": 50,
    "Action": 240,
    "Timescale": 110,
    "Timescale cell": 90,
    "Status": 100,
    "Status cell": 90,
    "Comment": 300,
    "Comment cell": 90,
}
"""The headings of the sheet and how wide each column is."""


def issued_sheet(plan: ActionPlan, chase: Chase, owner: Owner, *, today: date, reply_by: date) -> TableSheet:
    """The sheet of one owner's form, its rows in the order of the actions asked about."""
    form: tuple[Content, ...] = (
        plan.title,
        plan_id(plan),
        plan.source,
        str(chase.quarter),
        owner.name,
        owner.key,
        today,
        reply_by,
    )
    return TableSheet(
        name=ISSUED,
        title="As issued: this lets your reply be matched with the plan, so please do not change it",
        intro=("What the plan said on the day this form was made. There is nothing to fill in here.",),
        table_name="AsIssued",
        columns=tuple(Column(heading, width) for heading, width in WIDTHS.items()),
        rows=tuple(Row.of(*form, *issued(ask.action, chase.quarter)) for ask in chase.asks_of(owner)),
        footer=f"As issued, {owner.name}",
        is_protected=True,
        is_frozen=True,
    )


def plan_id(plan: ActionPlan) -> str:
    """What tells one plan from another: short, and the same as long as its title is, whatever its file is called.

    A plan without a title of its own, called after its file, goes by the names of its sheets.
    """
    is_own = plan.title.strip() and plan.title != plan.source.rpartition(".")[0]
    words = plan.title if is_own else "\n".join(table.sheet for table in plan.tables)
    return sha256(" ".join(words.casefold().split()).encode()).hexdigest()[:12]


def issued(action: Action, quarter: FiscalQuarter) -> Iterator[Content]:
    """What the master said of an action, in its own words."""
    update = action.update(quarter)
    timescale = action.cell(Field.TIMESCALE)
    yield action.ref
    yield action.sheet
    yield action.row
    yield own_words(action.cell(Field.ACTION), action.text)
    yield own_words(timescale, action.timescale.text)
    yield address(timescale)
    yield update.status_text
    yield address(update.status_cell)
    yield own_words(update.comment_cell, update.comment)
    yield address(update.comment_cell)


def own_words(cell: Cell | None, otherwise: str) -> str:
    return cell.text if cell else otherwise


def address(cell: Cell | None) -> str:
    """Where a value stands in the master; nothing where the master has no such column."""
    return cell.address if cell else ""
