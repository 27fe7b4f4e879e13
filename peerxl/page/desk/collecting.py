"""What came back: what would change in the plan, what is to be settled, and the plan with the answers in it."""

from __future__ import annotations

from pathlib import Path

from peerxl.commands.collect.command import CollectResult, collect
from peerxl.merge import Change, Conflict, Doubt, Refusal
from peerxl.merge.settlement import BOTH, MINE, words_for
from peerxl.page.desk.enquiry import Enquiry, Json
from peerxl.page.desk.writing import write_for_all

RETURNED = Path("out", "returned")
"""Where the page puts what came back."""


def merge_returns(enquiry: Enquiry) -> Json:
    """What would come of it; nothing is written."""
    return describe_merge(run(enquiry, dry_run=True))


def save_merged(enquiry: Enquiry) -> Json:
    """Put the answers into the plan, and write the report of them beside it."""
    result = write_for_all(lambda: run(enquiry, dry_run=False))
    return {
        "changes": len(result.merge.changes),
        "conflicts": len(result.merge.conflicts),
        "replies": say_replies(result),
        "downloads": [result.report.as_posix()] if result.report else [],
    }


def run(enquiry: Enquiry, *, dry_run: bool) -> CollectResult:
    return collect(
        enquiry.path,
        [RETURNED],
        now=enquiry.now,
        accept=enquiry.values.get("accept", ()),
        dry_run=dry_run,
        **enquiry.options,
    )


def describe_merge(result: CollectResult) -> Json:
    merge = result.merge
    return {
        "changes": [describe_change(change) for change in merge.changes],
        "conflicts": [describe_conflict(conflict) for conflict in merge.conflicts],
        "doubts": [describe_doubt(doubt) for doubt in merge.doubts],
        "refusals": [describe_refusal(refusal) for refusal in merge.refusals],
        "settled": [
            {
                "action": ruling.action.name,
                "what": ruling.field.noun,
                "choice": ruling.choice,
                "mine": ruling.master,
                "theirs": ruling.returned,
            }
            for ruling in merge.rulings
        ],
        "notes": [" ".join(note.split()) for note in merge.notes],
        "faults": [str(fault) for fault in result.faults],
        "replies": say_replies(result),
    }


def say_replies(result: CollectResult) -> str:
    """Who has replied; nothing where nobody was asked."""
    return result.replies.sentence(result.today) if result.replies.replies else ""


def describe_change(change: Change) -> Json:
    return {
        "action": change.action.name,
        "what": change.noun,
        "cell": str(change.cell),
        "before": change.cell.text,
        "after": change.text,
        "owner": change.owner,
        "file": change.file,
    }


def describe_conflict(conflict: Conflict) -> Json:
    """Both texts, and what settles it for either; for the words of both where there are two that can be joined."""
    name, is_text = conflict.action.name, conflict.field.name == "comment"
    return {
        "action": name,
        "text": conflict.action.text,
        "what": conflict.field.noun,
        "cell": str(conflict.cell),
        "issued": conflict.issued,
        "mine": conflict.now,
        "theirs": conflict.text,
        "owner": conflict.owner,
        "file": conflict.file,
        "why": conflict.why,
        "accept_theirs": conflict.accept,
        "accept_mine": words_for(name, conflict.field, MINE) if conflict.accept else "",
        "accept_both": words_for(name, conflict.field, BOTH) if conflict.accept and is_text else "",
    }


def describe_doubt(doubt: Doubt) -> Json:
    return {
        "action": doubt.action.name,
        "what": doubt.field.noun,
        "message": doubt.message,
        "owner": doubt.owner,
        "file": doubt.file,
        "accept": doubt.accept,
        "held": doubt.held,
    }


def describe_refusal(refusal: Refusal) -> Json:
    return {
        "file": refusal.file,
        "cell": refusal.cell.address if refusal.cell else "",
        "sender": refusal.sender,
        "owner": refusal.owner,
        "action": refusal.ref,
        "message": " ".join(refusal.message.split()),
        "accept": refusal.accept,
    }
