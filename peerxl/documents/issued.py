"""A return form's last sheet: what the master said when the form was made, and the cells it said it in.

It is the base of a three-way merge, so it is read by its headings and the master's words stand in it untidied. What is
the same for the whole form stands in the leading columns, repeated in each row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256

from peerxl.chasing import Chase
from peerxl.documents.document import EntryValue, Section, TableColumn, TableRow
from peerxl.merge.find import around, rows_of, with_ref, with_words
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.owner import Owner
from peerxl.model.plan import Action, ActionPlan
from peerxl.model.sheet import Cell
from peerxl.reading.title import plan_name

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
    "Other actions": 100,
    "Ref": 82,
    "Sheet": 100,
    "Row": 50,
    "Rows with this ref": 80,
    "Action": 240,
    "Rows with these words": 80,
    "Rows around it": 80,
    "Timescale": 110,
    "Timescale cell": 90,
    "Status": 100,
    "Status cell": 90,
    "Comment": 300,
    "Comment cell": 90,
    "Why you are asked": 150,
    "Last status": 110,
    "Last comment": 300,
    "New date": 90,
}
"""The headings of the sheet and how wide each column is."""

SHOWN = ("Why you are asked", "Last status", "Last comment")
"""What the form shows beside what the master said, to read; it stands here so that an edit of it is seen."""
NOT_ASKED = "Not asked"


def issued_sheet(
    plan: ActionPlan, chase: Chase, owner: Owner, asked: Section, others: Section, *, today: date, reply_by: date
) -> Section:
    """The sheet of one owner's form, its rows in the order of ``asked``, the sheet that is filled in."""
    form: tuple[EntryValue, ...] = (
        plan.title,
        plan_id(plan),
        plan.source,
        str(chase.quarter),
        owner.name,
        owner.key,
        today,
        reply_by,
        " ".join(digest(entry.text for entry in row.entries) for row in others.rows),
    )
    return Section(
        name=ISSUED,
        title="As issued: this lets your reply be matched with the plan, so please do not change it",
        intro=("What the plan said on the day this form was made. There is nothing to fill in here.",),
        table_name="AsIssued",
        columns=tuple(TableColumn(heading, width) for heading, width in WIDTHS.items()),
        rows=tuple(
            TableRow.of(*form, *issued(plan, ask.action, chase.quarter), *shown(asked, index))
            for index, ask in enumerate(chase.asks_of(owner))
        ),
        footer=f"As issued, {owner.name}",
        is_locked=True,
        keeps_headings_in_sight=True,
    )


def shown(asked: Section, index: int) -> Iterator[EntryValue]:
    """What a row of the form shows of each of the last headings."""
    by_heading = dict(zip((column.heading for column in asked.columns), asked.rows[index].entries, strict=True))
    yield from (by_heading[heading].text for heading in SHOWN)
    yield by_heading["New date"].text if "New date" in by_heading else NOT_ASKED


def digest(words: Iterable[str]) -> str:
    """What tells whether a row of words is as it was, in a few letters."""
    folded = " | ".join(line for line in (" ".join(text.casefold().split()) for text in words) if line)
    return sha256(folded.encode()).hexdigest()[:8]


def plan_id(plan: ActionPlan) -> str:
    """What tells one plan from another: short, and the same all the years its title is, whatever its file is called.

    A plan without a title of its own, called after its file, goes by the names of its sheets.
    """
    is_own = plan.title.strip() and plan.title != plan.source.rpartition(".")[0]
    words = plan.name if is_own else "\n".join(plan_name(table.sheet) for table in plan.tables)
    return sha256(" ".join(words.casefold().split()).encode()).hexdigest()[:12]


def issued(plan: ActionPlan, action: Action, quarter: FiscalQuarter) -> Iterator[EntryValue]:
    """What the master said of an action, in its own words, and which rows said the same."""
    update = action.update(quarter)
    words = own_words(action.cell(Field.ACTION), action.text)
    yield action.ref
    yield action.sheet
    yield action.row
    yield rows_of(with_ref(plan, action.ref), action.sheet)
    yield words
    yield rows_of(with_words(plan, words, action.ref), action.sheet)
    yield around(plan, action)
    yield action.timescale.text
    yield address(action.cell(Field.TIMESCALE))
    yield update.status_text
    yield address(update.status_cell)
    yield own_words(update.comment_cell, update.comment)
    yield address(update.comment_cell)


def own_words(cell: Cell | None, otherwise: str) -> str:
    return cell.text if cell else otherwise


def address(cell: Cell | None) -> str:
    """Where a value stands in the master; nothing where the master has no such column."""
    return cell.address if cell else ""
