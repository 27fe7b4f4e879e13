"""A plan as it was read, a timescale, and who answers for what, as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peerxl.cli.as_json.values import Json, dump_finding, format_day, name_quarter
from peerxl.model.action import Action, Update
from peerxl.model.finding import Finding
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import SheetFate
from peerxl.model.plan import ActionPlan
from peerxl.model.timescale import Milestone, Timescale

if TYPE_CHECKING:
    from peerxl.checks.roster import OwnerSummary


def dump_plan(plan: ActionPlan) -> Json:
    return {
        "title": plan.title,
        "quarter": name_quarter(plan.quarter),
        "sheets": [dump_sheet(sheet) for sheet in plan.sheets],
        "actions": [dump_action(action) for action in plan.actions],
    }


def dump_sheet(sheet: SheetFate) -> Json:
    """What became of a sheet: each field by its column's letters, by a list of them where it has several."""
    columns = {str(field): letters[0] if len(letters) == 1 else list(letters) for field, letters in sheet.columns}
    return {
        "name": sheet.name,
        "fate": str(sheet.fate),
        "why": sheet.why,
        "header_row": sheet.header_row,
        "columns": columns,
    }


def dump_action(action: Action) -> Json:
    return {
        "ref": action.ref or None,
        "theme": action.theme or None,
        "recommendation": action.recommendation or None,
        "action": action.text,
        "timescale": dump_timescale(action.timescale),
        "owners": [owner.name for owner in action.owners],
        "updates": [dump_update(update) for update in action.updates_until(None)],
        "sheet": action.sheet,
        "row": action.row,
    }


def dump_update(update: Update) -> Json:
    return {
        "quarter": name_quarter(update.quarter),
        "status": update.status.word if update.status else None,
        "status_text": update.status_text,
        "comment": update.comment,
    }


def dump_timescale(timescale: Timescale) -> Json:
    return {
        "text": timescale.text,
        "kind": str(timescale.kind),
        "start": name_quarter(timescale.start),
        "due": name_quarter(timescale.due),
        "due_date": format_day(timescale.due_date),
        "open_ended": timescale.open_ended,
        "milestones": [dump_milestone(milestone) for milestone in timescale.milestones],
        "notes": [{"code": note.code, "message": note.message} for note in timescale.notes],
    }


def dump_milestone(milestone: Milestone) -> Json:
    return {
        "start": name_quarter(milestone.start),
        "end": name_quarter(milestone.end),
        "start_date": format_day(milestone.start_date),
        "end_date": format_day(milestone.end_date),
        "label": milestone.label,
        "span": list(milestone.span),
    }


def dump_owners(quarter: FiscalQuarter | None, summaries: Iterable[OwnerSummary], findings: Iterable[Finding]) -> Json:
    return {
        "quarter": name_quarter(quarter),
        "owners": [
            {
                "owner": summary.owner.name,
                "spellings": list(summary.spellings),
                "live": len(summary.live),
                "overdue": len(summary.overdue),
            }
            for summary in summaries
        ],
        "findings": [dump_finding(finding) for finding in findings],
    }
