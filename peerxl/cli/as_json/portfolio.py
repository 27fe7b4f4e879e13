"""Many plans at once, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerxl.cli.as_json.plan import dump_sheet
from peerxl.cli.as_json.values import Json
from peerxl.portfolio.summary import STANDINGS

if TYPE_CHECKING:
    from peerxl.portfolio.portfolio import LeagueLine, Portfolio
    from peerxl.portfolio.summary import OverdueAction, ThemeCount, WorkbookSummary


def dump_portfolio(portfolio: Portfolio) -> Json:
    """Each workbook with what it was read as and how it stands; what was not read and why; what all of them come to."""
    return {
        "workbooks": [dump_workbook(workbook, portfolio.same_plans.get(workbook.file)) for workbook in portfolio.read],
        "not_read": [{"file": workbook.file, "why": workbook.why} for workbook in portfolio.unread],
        "left_aside": [{"file": workbook.file, "why": workbook.why} for workbook in portfolio.left_aside],
        "left_out": list(portfolio.left_out),
        "findings": [
            {"code": rule.code, "severity": str(rule.severity), "number": rule.number, "workbooks": rule.workbooks}
            for rule in portfolio.rules
        ],
        "league": [dump_league_line(line) for line in portfolio.league],
    }


def dump_workbook(workbook: WorkbookSummary, same: WorkbookSummary | None = None) -> Json:
    """A workbook; ``overdue`` is null where nothing says its quarter, so that nobody knows.

    ``same_actions_as`` is another that has all of its actions, null where none has.
    """
    return {
        "file": workbook.file,
        "council": workbook.council or None,
        "title": workbook.title or None,
        "quarter": workbook.quarter,
        "sheets": [dump_sheet(sheet) for sheet in workbook.sheets],
        "actions": workbook.actions,
        "open": workbook.open,
        "same_actions_as": same.file if same else None,
        "findings": [
            {"code": rule.code, "severity": str(rule.severity), "number": rule.number} for rule in workbook.findings
        ],
        "themes": [dump_theme(theme) for theme in workbook.themes],
        "overdue": [dump_overdue(action) for action in workbook.overdue] if workbook.quarter else None,
    }


def dump_theme(theme: ThemeCount) -> Json:
    return {
        "theme": theme.theme or None,
        "actions": theme.actions,
        "statuses": dict(zip(STANDINGS, theme.standings, strict=True)),
        "open": theme.open,
        "overdue": theme.overdue,
    }


def dump_overdue(action: OverdueAction) -> Json:
    """An overdue action, with how long at the end of the quarter that its plan reports on."""
    return {
        "ref": action.ref or None,
        "theme": action.theme or None,
        "action": action.text,
        "owners": list(action.owners),
        "status": action.standing,
        "timescale": action.timescale,
        "due": action.due_quarter,
        "due_date": action.due.isoformat(),
        "quarters_overdue": action.quarters,
        "days_overdue": action.days,
        "sheet": action.sheet,
        "row": action.row,
    }


def dump_league_line(line: LeagueLine) -> Json:
    return {
        "place": line.place,
        "file": line.workbook.file,
        "council": line.workbook.council or None,
        "open": line.workbook.open,
        "overdue": line.overdue,
        "of_100_open": line.share,
        "up_to_a_quarter": line.quarter,
        "up_to_a_year": line.year,
        "longer": line.longer,
        "median_days": line.median_days,
        "longest_days": line.longest_days,
    }
