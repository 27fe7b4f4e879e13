"""Who is asked: the owners with their questions and the day to reply by, and the papers to send them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from peerxl.commands.chase.command import list_chase, write_chase
from peerxl.commands.chase.result import ChaseResult
from peerxl.commands.outgoing import Outgoing
from peerxl.documents.wording import weekday_words, why_labels
from peerxl.page.desk.enquiry import Enquiry, Json
from peerxl.page.desk.writing import write_for_all

OUT = Path("out")
PAPERS = OUT / "papers.zip"
STEPS = {"ask": "Asked", "reminder": "Reminded", "escalation": "Reminded, late", "notice": "Told"}


def list_asked(enquiry: Enquiry) -> Json:
    """Who would get what today and why; nothing is made yet."""
    reply_by = enquiry.day("reply_by")
    return describe_chase(list_chase(enquiry.read, OUT, today=enquiry.today, reply_by=reply_by, now=enquiry.now))


def make_papers(enquiry: Enquiry) -> Json:
    """Make the forms, the list and the mails, and put all of them in one zip file."""
    result = write_for_all(lambda: write_papers(enquiry))
    drafts = [
        {"owner": each.owner.name, "to": list_addresses(each), "path": draft.as_posix(), "name": draft.name}
        for each in result.outgoing
        if (draft := result.draft_of(each))
    ]
    pack(result)
    return {
        "files": len(result.contents),
        "drafts": drafts,
        "downloads": [PAPERS.as_posix(), *(draft["path"] for draft in drafts)],
    }


def write_papers(enquiry: Enquiry) -> ChaseResult:
    reply_by = enquiry.day("reply_by")
    return write_chase(enquiry.read, OUT, today=enquiry.today, reply_by=reply_by, force=True, now=enquiry.now)


def pack(result: ChaseResult) -> None:
    """Put what was written into one zip file, under the names it has in the folder of a chase."""
    with zipfile.ZipFile(PAPERS, "w") as archive:
        for path in sorted(result.contents):
            # The workbooks are compressed already, and most of a mail is the one that is attached.
            archive.writestr(zipfile.ZipInfo(path.relative_to(OUT).as_posix()), path.read_bytes())


def describe_chase(result: ChaseResult) -> Json:
    return {
        "today": weekday_words(result.today),
        "reply_by": result.reply_by.isoformat(),
        "reply_by_words": weekday_words(result.reply_by),
        "owners": list(describe_owners(result)),
        "nobody": [{"action": each.action.name, "why": each.why} for each in result.nobody],
        "not_asked": [f"{nowhere.sheet}: {nowhere.sentence}" for nowhere in result.chase.nowhere],
        "next_on": weekday_words(result.next_on) if result.next_on else None,
        "notes": [*result.notes, *result.unsigned, *result.conflicts],
    }


def describe_owners(result: ChaseResult) -> Iterator[Json]:
    """Everybody of whom something is outstanding, with what they get today."""
    outgoing = {each.owner: each for each in result.outgoing}
    for turn in result.turns:
        each = outgoing.get(turn.owner)
        yield {
            "owner": turn.owner.name,
            "step": STEPS[str(each.step)] if each else "",
            "why": turn.why,
            "to": list_addresses(each) if each else [],
            "reply_by": weekday_words(turn.reply_by) if turn.reply_by else "",
            "questions": [
                {"action": ask.action.name, "text": ask.action.text, "why": why_labels(ask).replace("\n", "; ")}
                for ask in result.chase.asks_of(turn.owner)
            ],
        }


def list_addresses(outgoing: Outgoing) -> list[str]:
    return [each.email for each in outgoing.addressed.to]
