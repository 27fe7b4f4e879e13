"""Many plans at once, as text: what they come to, who is overdue, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from peerxl.cli.as_text.table import format_table
from peerxl.documents.wording import counted
from peerxl.text import quote_argument

if TYPE_CHECKING:
    from peerxl.portfolio.portfolio import Portfolio

MOST_LINES = 20
"""How many lines of the league table are printed."""


def format_portfolio(portfolio: Portfolio, today: date) -> Iterator[str]:
    """What all plans come to in a line, the head of the league table, and each workbook that could not be read."""
    read = portfolio.read
    overdue = sum(len(workbook.overdue) for workbook in read)
    yield (
        f"{counted(len(portfolio.workbooks), 'workbook')}: {len(read)} read, {len(portfolio.unread)} not; "
        f"{counted(sum(workbook.actions for workbook in read), 'action')}, "
        f"{sum(workbook.open for workbook in read)} open, {overdue} overdue"
    )
    if aside := len(portfolio.left_aside):
        made = "is a form, a list or a paper" if aside == 1 else "are forms, lists and papers"
        yield f"{counted(aside, 'workbook')} left aside, as {'it' if aside == 1 else 'they'} {made} that peerxl made"
    if portfolio.left_out:
        yield f"{counted(len(portfolio.left_out), 'workbook')} left out as you asked: {', '.join(portfolio.left_out)}"
    if without := len(portfolio.without_quarter):
        them = "it" if without == 1 else "them"
        yield (
            f"{counted(without, 'workbook')} of no quarter, so that nothing in {them} is overdue; "
            '--quarter "Q3 2023/24" says one for all'
        )
    for file, same in portfolio.same_plans.items():
        yield (
            f"counted twice: all actions of {file} are in {same.file} too; leave one of them out with "
            f"--leave-out {quote_argument(file)}"
        )
    for ahead in portfolio.ahead(today):
        yield (
            f"{ahead.file} reports on {ahead.quarter}, which has not begun: what is due before it counts as overdue; "
            f"leave it out with --leave-out {quote_argument(ahead.file)}, or say another quarter for all with --quarter"
        )
    league = portfolio.league
    if league:
        yield ""
        rows = [
            (
                line.workbook.name,
                str(line.workbook.open),
                str(line.overdue),
                str(line.median_days),
                str(line.longest_days),
            )
            for line in league[:MOST_LINES]
        ]
        yield from format_table(("Most overdue", "Open", "Overdue", "Median days", "Longest days"), rows)
    if len(league) > MOST_LINES:
        yield f"and {len(league) - MOST_LINES} more"
    if portfolio.unread:
        yield ""
    for workbook in portfolio.unread:
        yield f"not read: {workbook.file}: {workbook.why}"
