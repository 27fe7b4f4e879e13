"""The columns of the rows that analysts get: the name, type and meaning of each, and what an action-quarter has in it.

Nothing is made up: what nobody wrote, or what cannot be known, is None, and never an empty text, a 0 or a false.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from peerxl.dataset.action_quarter import ActionQuarter, council_of, first_day, owner_emails
from peerxl.model.sheet import Cell
from peerxl.model.status import Status

DataValue = str | int | bool | date | None


class ColumnType(StrEnum):
    """What the values of a column are, as people are told."""

    TEXT = "text"
    NUMBER = "whole number"
    YES_NO = "true or false"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column: its name for programs, the type of its values, what they mean, and how they are taken."""

    name: str
    type: ColumnType
    meaning: str
    take: Callable[[ActionQuarter], object]

    def value(self, item: ActionQuarter) -> DataValue:
        """What an action-quarter has in the column; None for nothing."""
        value = self.take(item)
        if self.type is ColumnType.TEXT:
            return str(value) if value else None
        assert value is None or isinstance(value, int | bool | date)
        return value


TEXT, NUMBER, YES_NO, DAY = ColumnType


def join(names: object) -> str:
    assert isinstance(names, tuple)
    return "; ".join(names)


def list_asked(item: ActionQuarter) -> tuple[str, ...]:
    return tuple(owner.name for owner in item.action.asked)


def address(cell: Cell | None) -> str:
    return cell.address if cell else ""


def meaning_of(status: Status | None) -> str:
    """The house's word for a status, whatever the plan calls it."""
    return status.canonical if status else ""


COLUMNS: tuple[DataColumn, ...] = (
    DataColumn(
        "council",
        TEXT,
        "The council, as the Settings sheet has it, else as the title does.",
        lambda i: council_of(i.plan),
    ),
    DataColumn("plan", TEXT, "The plan's title.", lambda i: i.plan.title),
    DataColumn("file", TEXT, "The workbook, without the folders above those that were named.", lambda i: i.file),
    DataColumn("sheet", TEXT, "The sheet that the action stands on.", lambda i: i.action.sheet),
    DataColumn("row", NUMBER, "The row that the action stands in, as Excel counts.", lambda i: i.action.row),
    DataColumn("ref", TEXT, "The action's ref, as its cell shows it.", lambda i: i.action.ref),
    DataColumn("theme", TEXT, "The theme; one that stands in a merged cell is repeated.", lambda i: i.action.theme),
    DataColumn("recommendation", TEXT, "The recommendation that it answers.", lambda i: i.action.recommendation),
    DataColumn("action", TEXT, "What is to be done.", lambda i: i.action.text),
    DataColumn("lead_owner", TEXT, "Who answers for it first.", lambda i: list_asked(i)[0] if list_asked(i) else ""),
    DataColumn("owners", TEXT, "All who answer for it, the lead first.", lambda i: join(list_asked(i))),
    DataColumn(
        "supporters",
        TEXT,
        "Who only helps.",
        lambda i: "; ".join(owner.name for owner in i.action.owners if owner.is_supporter),
    ),
    DataColumn(
        "owner_emails",
        TEXT,
        "The owners' addresses, where they were asked for.",
        lambda i: join(owner_emails(i.plan, i.action)),
    ),
    DataColumn(
        "timescale", TEXT, "The timescale in force, in the cell's own words.", lambda i: i.action.timescale.text
    ),
    DataColumn(
        "timescale_kind",
        TEXT,
        "How it was read: dated, open, recurring, relative, immediate, status, unset or unreadable.",
        lambda i: i.action.timescale.kind,
    ),
    DataColumn("start_quarter", TEXT, "The fiscal quarter in which it starts.", lambda i: i.action.timescale.start),
    DataColumn("start", DAY, "The first day of that start.", lambda i: first_day(i.action.timescale)),
    DataColumn("due_quarter", TEXT, "The fiscal quarter in which it is due.", lambda i: i.action.timescale.due),
    DataColumn("due", DAY, "The last day on which it is in time.", lambda i: i.action.timescale.due_date),
    DataColumn("open_ended", YES_NO, "Whether a part of it has no end.", lambda i: i.action.timescale.open_ended),
    DataColumn(
        "first_timescale",
        TEXT,
        "The timescale first agreed, where the one in force has replaced it.",
        lambda i: i.first.text if i.first else "",
    ),
    DataColumn("first_due", DAY, "The last day of that.", lambda i: i.first.due_date if i.first else None),
    DataColumn("fiscal_year", TEXT, "The fiscal year of the quarter.", lambda i: i.quarter.year if i.quarter else ""),
    DataColumn(
        "quarter", TEXT, "The fiscal quarter that the row is of; null where nothing says it.", lambda i: i.quarter
    ),
    DataColumn("quarter_start", DAY, "Its first day.", lambda i: i.quarter.first_day if i.quarter else None),
    DataColumn("quarter_end", DAY, "Its last day.", lambda i: i.quarter.last_day if i.quarter else None),
    DataColumn(
        "is_current",
        YES_NO,
        "Whether it is the quarter that the plan reports on: once an action.",
        lambda i: i.is_current,
    ),
    DataColumn("status_text", TEXT, "The quarter's status in the cell's own words.", lambda i: i.update.status_text),
    DataColumn("status", TEXT, "The plan's word for it; null where nobody knows the words.", lambda i: i.update.status),
    DataColumn(
        "status_meaning",
        TEXT,
        "The word that all plans share for it: Not started, In progress, Ongoing, On hold, Completed, Superseded, Not "
        "pursued.",
        lambda i: meaning_of(i.update.status),
    ),
    DataColumn(
        "standing_status",
        TEXT,
        "That word for the latest status up to the quarter: what is blank later stands as it stood.",
        lambda i: meaning_of(i.standing.status),
    ),
    DataColumn("comment", TEXT, "What was said of the action for the quarter.", lambda i: i.update.comment),
    DataColumn(
        "is_open",
        YES_NO,
        "Whether it was still to be done at the quarter; null for a quarter after the one reported on.",
        lambda i: i.is_open,
    ),
    DataColumn(
        "is_overdue",
        YES_NO,
        "Whether it was open and due in an earlier quarter; null likewise.",
        lambda i: i.is_overdue,
    ),
    DataColumn("quarters_overdue", NUMBER, "How many quarters ago that was.", lambda i: i.quarters_overdue),
    DataColumn(
        "days_overdue", NUMBER, "How many days past its due day it was at the quarter's end.", lambda i: i.days_overdue
    ),
    DataColumn("evidence", TEXT, "What the plan has to show for it.", lambda i: i.action.evidence),
    DataColumn("status_cell", TEXT, "The cell of the status.", lambda i: address(i.update.status_cell)),
    DataColumn("comment_cell", TEXT, "The cell of the comment.", lambda i: address(i.update.comment_cell)),
)
NAMES = tuple(column.name for column in COLUMNS)
EMAILS = NAMES.index("owner_emails")
