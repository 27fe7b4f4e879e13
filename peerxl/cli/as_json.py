"""Values as JSON documents: the names that scripts rely on. Quarters are "Q4 2022/23", days ISO, nothing known null."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from peerxl.chasing import Ask, Chase
from peerxl.checks.roster import Standing
from peerxl.model.finding import Finding
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import Action, ActionPlan, Update
from peerxl.model.timescale import Milestone, Timescale

if TYPE_CHECKING:
    from peerxl.adoption import Note
    from peerxl.api import Quarter
    from peerxl.checks.corrections import Correction
    from peerxl.commands.adopt import Adopted
    from peerxl.commands.collect import Collected
    from peerxl.commands.fix import Fixed
    from peerxl.commands.undo import Undone
    from peerxl.merge import Change, Conflict, Refusal

Json = dict[str, object]


def named(quarter: FiscalQuarter | None) -> str | None:
    return str(quarter) if quarter else None


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def plan_json(plan: ActionPlan) -> Json:
    return {
        "title": plan.title,
        "quarter": named(plan.quarter),
        "actions": [action_json(action) for action in plan.actions],
    }


def action_json(action: Action) -> Json:
    return {
        "ref": action.ref or None,
        "theme": action.theme or None,
        "recommendation": action.recommendation or None,
        "action": action.text,
        "timescale": timescale_json(action.timescale),
        "owners": [owner.name for owner in action.owners],
        "updates": [update_json(update) for update in action.updates],
        "sheet": action.sheet,
        "row": action.row,
    }


def update_json(update: Update) -> Json:
    return {
        "quarter": named(update.quarter),
        "status": update.status.word if update.status else None,
        "status_text": update.status_text,
        "comment": update.comment,
    }


def timescale_json(timescale: Timescale) -> Json:
    return {
        "text": timescale.text,
        "kind": str(timescale.kind),
        "start": named(timescale.start),
        "due": named(timescale.due),
        "due_date": iso(timescale.due_date),
        "open_ended": timescale.open_ended,
        "milestones": [milestone_json(milestone) for milestone in timescale.milestones],
        "notes": [{"code": note.code, "message": note.message} for note in timescale.notes],
    }


def milestone_json(milestone: Milestone) -> Json:
    return {
        "start": named(milestone.start),
        "end": named(milestone.end),
        "start_date": iso(milestone.start_date),
        "end_date": iso(milestone.end_date),
        "label": milestone.label,
        "span": list(milestone.span),
    }


def findings_json(quarter: FiscalQuarter | None, findings: Iterable[Finding]) -> Json:
    return {"quarter": named(quarter), "findings": [finding_json(finding) for finding in findings]}


def finding_json(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "sheet": finding.sheet,
        "cells": list(finding.addresses),
        "ref": finding.ref or None,
        "message": finding.message,
        "suggestion": finding.suggestion or None,
    }


def fixed_json(fixed: Fixed) -> Json:
    """What was put right, and what was left and why; the findings are of the plan as it is."""
    return {
        "fixed": [correction_json(one) for one in fixed.corrections],
        "left": [correction_json(one) | {"why": why} for one, why in fixed.left],
        "backup": str(fixed.backup) if fixed.backup else None,
    }


def correction_json(correction: Correction) -> Json:
    return {
        "ref": correction.action.ref or None,
        "field": str(correction.field),
        "sheet": correction.cell.sheet,
        "cell": correction.cell.address,
        "before": correction.cell.text,
        "after": correction.text,
    }


def owners_json(quarter: FiscalQuarter | None, standings: Iterable[Standing], findings: Iterable[Finding]) -> Json:
    return {
        "quarter": named(quarter),
        "owners": [
            {
                "owner": standing.owner.name,
                "spellings": list(standing.spellings),
                "live": len(standing.live),
                "overdue": len(standing.overdue),
            }
            for standing in standings
        ],
        "findings": [finding_json(finding) for finding in findings],
    }


def chase_json(chase: Chase, forms: Iterable[str]) -> Json:
    return {
        "quarter": str(chase.quarter),
        "asks": [ask_json(ask) for ask in chase.asks],
        "unowned": [
            {
                "ref": unowned.action.ref or None,
                "sheet": unowned.action.sheet,
                "row": unowned.action.row,
                "reasons": list(map(str, unowned.reasons)),
                "why": unowned.why,
            }
            for unowned in chase.unowned
        ],
        "forms": list(forms),
    }


def quarter_json(done: Quarter) -> Json:
    """The whole quarter: what ``check`` and ``chase`` give, and where the files are."""
    return {
        **findings_json(done.quarter, done.findings),
        **chase_json(done.chased.chase, map(str, done.chased.forms)),
        "chase_list": str(done.chased.chase_list),
        "appendix": str(done.appendix),
        "report": str(done.findings_report),
    }


def ask_json(ask: Ask) -> Json:
    return {
        "owner": ask.owner.name,
        "ref": ask.action.ref or None,
        "sheet": ask.action.sheet,
        "row": ask.action.row,
        "reasons": list(map(str, ask.reasons)),
    }


def collected_json(collected: Collected) -> Json:
    merge = collected.merge
    return {
        "quarter": str(collected.quarter),
        "changes": [
            answer_json(change) | {"before": change.cell.text, "after": change.text} for change in merge.changes
        ],
        "conflicts": [
            answer_json(conflict)
            | {
                "issued": conflict.issued,
                "mine": conflict.now,
                "theirs": conflict.text,
                "why": conflict.why,
                "accept": conflict.accept or None,
            }
            for conflict in merge.conflicts
        ],
        "refusals": [refusal_json(refusal) for refusal in merge.refusals],
        "notes": list(merge.notes),
        "report": str(collected.report) if collected.report else None,
    }


def answer_json(answer: Change | Conflict) -> dict[str, object]:
    """Which answer it is, where it belongs and where it came from."""
    return {
        "ref": answer.action.ref or None,
        "row": answer.action.row,
        "field": str(answer.part),
        "sheet": answer.cell.sheet,
        "cell": answer.cell.address,
        "owner": answer.owner,
        "file": answer.file,
        "file_cell": answer.theirs.address,
    }


def refusal_json(refusal: Refusal) -> Json:
    return {
        "code": refusal.code,
        "file": refusal.file,
        "file_cell": refusal.cell.address if refusal.cell else None,
        "owner": refusal.owner or None,
        "ref": refusal.ref or None,
        "message": refusal.message,
    }


def undone_json(undone: Undone) -> Json:
    return {
        "command": undone.step.command,
        "at": undone.step.at.isoformat(timespec="seconds"),
        "cells": [{"sheet": cell.sheet, "cell": cell.address, "text": cell.text} for cell in undone.cells],
        "left": [
            {"ref": left.entry.name, "field": left.entry.part, "sheet": left.entry.sheet, "why": left.why}
            for left in undone.left
        ],
    }


def adopted_json(adopted: Adopted) -> Json:
    """Each action with its ref, where that comes from and where the action stood, and last year's where it is one."""
    adoption = adopted.adoption
    return {
        "title": adoption.places.title,
        "quarter": named(adopted.plan.quarter),
        "master": str(adopted.master) if adopted.master else None,
        "actions": [
            {
                "ref": one.ref,
                "origin": one.origin.name.lower(),
                "action": action.text,
                "row": adoption.adopting.ref_cell(index).row,
                "old_sheet": action.sheet,
                "old_row": action.row,
                "old_ref": action.ref or None,
                "last": last_json(one.last, one.likeness, one.is_certain) if one.last else None,
            }
            for index, (action, one) in enumerate(zip(adopted.plan.actions, adoption.named, strict=True))
        ],
        "notes": [note_json(note) for note in adoption.notes],
    }


def last_json(action: Action, likeness: float, is_certain: bool) -> Json:
    return {
        "ref": action.ref or None,
        "action": action.text,
        "row": action.row,
        "likeness": round(likeness),
        "is_certain": is_certain,
    }


def note_json(note: Note) -> Json:
    return finding_json(note.finding) | {"was": [{"sheet": cell.sheet, "cell": cell.address} for cell in note.was]}
