"""The rows that analysts get of a plan, each value in the order of the columns."""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.checks.personal_data import EMAIL
from peerxl.dataset.action_quarter import list_action_quarters
from peerxl.dataset.columns import COLUMNS, EMAILS, DataValue
from peerxl.model.plan import ActionPlan

DataRow = tuple[DataValue, ...]

LEFT_OUT = "(email address left out)"


def list_rows(plan: ActionPlan, *, with_emails: bool = False, file: str = "") -> Iterator[DataRow]:
    """One row an action-quarter, in the order of the plan; ``file`` is the workbook's name, else the plan's own.

    Unless they are asked for, email addresses are left out wherever they stand, as in a comment.
    """
    for item in list_action_quarters(plan, file or plan.source):
        row = tuple(column.value(item) for column in COLUMNS)
        yield row if with_emails else leave_emails_out(row)


def leave_emails_out(row: DataRow) -> DataRow:
    return tuple(
        None if index == EMAILS else hide_emails(value) if isinstance(value, str) else value
        for index, value in enumerate(row)
    )


def hide_emails(text: str) -> str:
    """The text with words in place of every email address in it."""
    return EMAIL.sub(LEFT_OUT, text) if "@" in text else text
