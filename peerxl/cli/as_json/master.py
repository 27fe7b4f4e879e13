"""What became of a master, as JSON: mended, answered, taken back, moved on, made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerxl.cli.as_json.values import Json, dump_finding, name_quarter
from peerxl.model.action import Action
from peerxl.model.sheet import column_letter

if TYPE_CHECKING:
    from peerxl.adoption import ActionRef, AdoptionNote
    from peerxl.checks.corrections import Correction
    from peerxl.commands.adopt import AdoptResult
    from peerxl.commands.collect.command import CollectResult
    from peerxl.commands.fix import FixResult
    from peerxl.commands.new_year import NewYearResult
    from peerxl.commands.next import NextResult
    from peerxl.commands.undo import UndoResult
    from peerxl.merge import Change, Conflict, Doubt, Refusal


def dump_fix(result: FixResult) -> Json:
    """What was put right, and what was left and why; the findings are of the plan as it is."""
    return {
        "fixed": [dump_correction(correction) for correction in result.corrections],
        "left": [dump_correction(correction) | {"why": why} for correction, why in result.left],
        "backup": str(result.backup) if result.backup else None,
    }


def dump_correction(correction: Correction) -> Json:
    return {
        "ref": correction.action.ref or None,
        "field": str(correction.field),
        "sheet": correction.cell.sheet,
        "cell": correction.cell.address,
        "before": correction.cell.text,
        "after": correction.text,
    }


def dump_collect(result: CollectResult) -> Json:
    merge = result.merge
    return {
        "quarter": str(result.quarter),
        "changes": [dump_change(change) for change in merge.changes],
        "conflicts": [dump_conflict(conflict) for conflict in merge.conflicts],
        "refusals": [dump_refusal(refusal) for refusal in merge.refusals],
        "doubts": [dump_doubt(doubt) for doubt in merge.doubts],
        "notes": list(merge.notes),
        "report": str(result.report) if result.report else None,
        "replies": result.replies.sentence(result.today) if result.replies.replies else None,
    }


def dump_change(change: Change) -> Json:
    """A change; ``said`` are the owner's words where the cell takes a day that they do not name, else null."""
    return dump_answer(change) | {"before": change.cell.text, "after": change.text, "said": change.said or None}


def dump_conflict(conflict: Conflict) -> Json:
    """A conflict with what the form began with, what the master says and what is answered."""
    return dump_answer(conflict) | {
        "issued": conflict.issued,
        "mine": conflict.now,
        "theirs": conflict.text,
        "why": conflict.why,
        "accept": conflict.accept or None,
    }


def dump_answer(answer: Change | Conflict) -> Json:
    """Which answer it is, where it belongs and where it came from."""
    return {
        "ref": answer.action.ref or None,
        "row": answer.action.row,
        "field": answer.field.name,
        "sheet": answer.cell.sheet,
        "cell": answer.cell.address,
        "owner": answer.owner,
        "file": answer.file,
        "file_cell": answer.form_cell.address,
    }


def dump_refusal(refusal: Refusal) -> Json:
    return {
        "code": refusal.code,
        "file": refusal.file,
        "file_cell": refusal.cell.address if refusal.cell else None,
        "owner": refusal.owner or None,
        "sender": refusal.sender or None,
        "ref": refusal.ref or None,
        "message": refusal.message,
        "accept": refusal.accept or None,
    }


def dump_doubt(doubt: Doubt) -> Json:
    """An answer that may not be meant."""
    return {
        "ref": doubt.action.ref or None,
        "row": doubt.action.row,
        "field": doubt.field.name,
        "owner": doubt.owner,
        "file": doubt.file,
        "file_cell": doubt.form_cell.address,
        "accept": doubt.accept or None,
        "message": doubt.message,
    }


def dump_undo(result: UndoResult) -> Json:
    return {
        "command": result.step.command,
        "at": result.step.at.isoformat(timespec="seconds"),
        "cells": [{"sheet": cell.sheet, "cell": cell.address, "text": cell.text} for cell in result.cells],
        "left": [
            {"ref": left.logged.name, "field": left.logged.subject, "sheet": left.logged.sheet, "why": left.why}
            for left in result.left
        ],
    }


def dump_next(result: NextResult) -> Json:
    """The quarter that is reported now, or would be; ``changed`` are the parts of the workbook."""
    return {
        "was": str(result.was),
        "quarter": str(result.quarter),
        "cells": [{"sheet": cell.sheet, "cell": cell.address, "text": cell.text} for cell in result.cells],
        "columns": [
            {"sheet": cell.sheet, "letter": column_letter(cell.column), "heading": cell.text} for cell in result.columns
        ],
        "changed": list(result.changed),
        "notes": list(result.notes),
        "backup": str(result.backup) if result.backup else None,
    }


def dump_new_year(result: NewYearResult) -> Json:
    """The plan made, by its actions' refs: which came along, which of them are closed, and which did not."""
    new = result.new
    return {
        "title": new.places.title,
        "was": str(result.was),
        "quarter": str(new.quarter),
        "master": str(result.master),
        "carried": [named.ref for named in new.named],
        "closed": [action.name for action in new.closed],
        "left": [action.name for action in new.left],
        "differences": [{"what": each.what, "before": each.before, "after": each.after} for each in result.differences],
    }


def dump_adopt(result: AdoptResult) -> Json:
    """Each action with its ref, where that comes from and where the action stood, and last year's where it is one."""
    adoption = result.adoption
    return {
        "title": adoption.places.title,
        "quarter": name_quarter(result.plan.quarter),
        "master": str(result.master) if result.master else None,
        "actions": [
            dump_named(named, action, adoption.adopting.ref_cell(index).row)
            for index, (action, named) in enumerate(zip(result.plan.actions, adoption.named, strict=True))
        ],
        "notes": [dump_note(note) for note in adoption.notes],
    }


def dump_named(named: ActionRef, action: Action, row: int) -> Json:
    """An action by its ref and its row in the master, as it stood in the old workbook and in last year's plan."""
    last = named.last and {
        "ref": named.last.ref or None,
        "action": named.last.text,
        "row": named.last.row,
        "likeness": round(named.likeness),
        "is_certain": named.is_certain,
    }
    return {
        "ref": named.ref,
        "origin": named.origin.name.lower(),
        "action": action.text,
        "row": row,
        "old_sheet": action.sheet,
        "old_row": action.row,
        "old_ref": action.ref or None,
        "last": last,
    }


def dump_note(note: AdoptionNote) -> Json:
    return dump_finding(note.finding) | {"was": [{"sheet": cell.sheet, "cell": cell.address} for cell in note.was]}
