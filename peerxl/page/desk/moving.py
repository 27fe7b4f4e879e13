"""The turn of the quarter and of the year, and the last change taken back."""

from __future__ import annotations

from pathlib import Path

from peerxl.commands.new_year import new_year
from peerxl.commands.next import next_quarter
from peerxl.commands.undo import undo
from peerxl.documents.document import date_words
from peerxl.documents.wording import counted, listed
from peerxl.model.sheet import column_letter
from peerxl.page.desk.enquiry import Enquiry, Json

OUT = Path("out")
STEPS = {"collect": "putting answers into the plan", "check --fix": "putting spellings right", "next": "moving on"}


def move_on(enquiry: Enquiry) -> Json:
    """Move the plan on to its next quarter; with ``is_dry`` only say what would change."""
    is_dry = bool(enquiry.values.get("is_dry"))
    result = next_quarter(enquiry.path, now=enquiry.now, dry_run=is_dry, **enquiry.options)
    columns = [f"{each.sheet}: column {column_letter(each.column)}, headed “{each.text}”" for each in result.columns]
    return {
        "was": str(result.was),
        "quarter": str(result.quarter),
        "is_said": bool(result.cells),
        "is_changed": result.is_changed,
        "notes": list(result.notes),
        "cells": [{"cell": str(cell), "text": cell.text} for cell in result.cells],
        "columns": columns,
        "unprinted": list(result.unprinted),
        "backup": result.backup.name if result.backup else None,
    }


def begin_year(enquiry: Enquiry) -> Json:
    """Make next year's plan, as a file of its own."""
    OUT.mkdir(exist_ok=True)
    target = OUT / f"next-year-{enquiry.path.stem}.xlsx"
    with_closed = bool(enquiry.values.get("with_closed"))
    result = new_year(enquiry.path, target, with_closed=with_closed, force=True, **enquiry.options)
    left = listed([action.name for action in result.new.left]) if result.new.left else ""
    return {
        "title": result.new.places.title,
        "quarter": str(result.new.quarter),
        "words": f"{counted(len(result.new.named), 'action')} taken along",
        "left": left,
        "differences": [f"{each.what}: “{each.after}”, and was “{each.before}”" for each in result.differences],
        "unread": list(result.unread),
        "downloads": [target.as_posix()],
    }


def take_back(enquiry: Enquiry) -> Json:
    """Take the last change of the plan back."""
    result = undo(enquiry.path, now=enquiry.now)
    return {
        "step": STEPS.get(result.step.command, result.step.command),
        "at": f"{date_words(result.step.at)} at {result.step.at:%H:%M}",
        "cells": [{"cell": str(cell), "text": cell.text} for cell in result.cells],
        "left": [
            f"{each.logged.sheet}: the {each.logged.subject} of {each.logged.name}: {each.why}" for each in result.left
        ],
        "is_whole": result.restored is not None,
    }
