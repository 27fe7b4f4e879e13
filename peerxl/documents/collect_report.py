"""The collect report: every change, conflict and refusal, each with its cell in the plan and in the form."""

from __future__ import annotations

from urllib.parse import quote

from peerxl.documents import wording
from peerxl.documents.layout import Column, Document, Entry, Row, TableSheet
from peerxl.documents.palette import Tone
from peerxl.merge.outcome import Change, Conflict, Merge
from peerxl.merge.returned import Refusal
from peerxl.merge.settlement import option
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import UNCALCULATED, WITHOUT_RESULT, Cell

CHANGES, CONFLICTS, REFUSED, NOTES = "Changes", "Conflicts", "Refused", "Notes"
TITLE = "What came back"
BLANK = "Blank"
LONGEST = 15_000
"""How many characters of a text are quoted: in any letters half of what Excel holds."""
BY_HAND = "Settle it in the plan: two actions have this name."


def collect_report(plan: ActionPlan, quarter: FiscalQuarter, merge: Merge, master: str) -> Document:
    """What a collect came to; ``master`` is the way from the report to the master's file, for the links."""
    return Document(
        title=title_of(quarter),
        subject=plan.title,
        creator=plan.settings.council or plan.title,
        dated=quarter.last_day,
        sheets=(
            changes_sheet(plan, quarter, merge, master),
            conflicts_sheet(merge, master),
            refused_sheet(merge),
            *((notes_sheet(merge),) if merge.notes else ()),
        ),
    )


def title_of(quarter: FiscalQuarter) -> str:
    return f"{TITLE} for {wording.quarter_name(quarter)}"


def changes_sheet(plan: ActionPlan, quarter: FiscalQuarter, merge: Merge, master: str) -> TableSheet:
    """What went into the plan, with the words that stood there before."""
    return TableSheet(
        name=CHANGES,
        title=title_of(quarter),
        intro=(
            f"{plan.title or 'Action plan'}, {wording.quarter_in_full(quarter)}.",
            f"{counted(merge)}.",
            "These answers went into the plan." if merge.changes else "Nothing in the plan was changed.",
        ),
        table_name="Changes",
        columns=(
            Column("Ref", 74),
            Column("Action", 150),
            Column("What", 70),
            Column("Cell", 90),
            Column("Was", 180),
            Column("Is now", 180),
            Column("Owner", 100),
            Column("Form", 110),
            Column("Cell of the form", 100),
        ),
        rows=tuple(change_row(change, master) for change in merge.changes),
        footer=title_of(quarter),
        is_frozen=True,
        has_filters=True,
    )


def counted(merge: Merge) -> str:
    """ "2 changes, 1 conflict, nothing refused"."""
    refused = f"{len(merge.refusals)} refused" if merge.refusals else "nothing refused"
    changes, conflicts = len(merge.changes), len(merge.conflicts)
    return f"{wording.counted(changes, 'change')}, {wording.counted(conflicts, 'conflict')}, {refused}"


def change_row(change: Change, master: str) -> Row:
    return Row.of(
        change.action.name,
        change.action.text,
        change.part.noun.capitalize(),
        Entry(str(change.cell), link=link(change.cell, master)),
        words(change.cell.text),
        Entry(cut(change.text), Tone.GOOD),
        change.owner,
        change.file,
        change.theirs.address,
    )


def words(text: str) -> Entry:
    if text == UNCALCULATED:
        return Entry(f"{WITHOUT_RESULT[:1].upper()}{WITHOUT_RESULT[1:]}", Tone.MUTED)
    return Entry(cut(text.strip())) if text.strip() else Entry(BLANK, Tone.MUTED)


def cut(text: str) -> str:
    """The text, without what would make a cell longer than Excel lets it be."""
    more = len(text) - LONGEST
    return f"{text[:LONGEST]}… (and {more:,} more characters)" if more > 0 else text


def link(cell: Cell, master: str) -> str:
    sheet = cell.sheet.replace("'", "''")
    return f"{quote(master, safe='/.')}#'{sheet}'!{cell.address}"


def conflicts_sheet(merge: Merge, master: str) -> TableSheet:
    """What two people said differently: the plan keeps its words until somebody settles it."""
    return TableSheet(
        name=CONFLICTS,
        title="Conflicts: the plan keeps what it says",
        intro=("Settle each in the plan, or collect again with what the last column says.",)
        if merge.conflicts
        else ("There are none.",),
        table_name="Conflicts",
        columns=(
            Column("Ref", 74),
            Column("What", 70),
            Column("Cell", 90),
            Column("The plan says", 150),
            Column("The owner says", 150),
            Column("When the form was made", 130),
            Column("Owner", 100),
            Column("Why", 200),
            Column("Form", 110),
            Column("Cell of the form", 100),
            Column("To take the owner's answer", 170),
        ),
        rows=tuple(conflict_row(conflict, master) for conflict in merge.conflicts),
        footer="Conflicts",
        is_frozen=True,
        has_filters=True,
    )


def conflict_row(conflict: Conflict, master: str) -> Row:
    return Row.of(
        conflict.action.name,
        conflict.part.noun.capitalize(),
        Entry(str(conflict.cell), link=link(conflict.cell, master)),
        words(conflict.now),
        Entry(cut(conflict.text), Tone.WARNING),
        words(conflict.issued),
        conflict.owner,
        cut(sentence(conflict.why)),
        conflict.file,
        conflict.theirs.address,
        option(conflict.accept) if conflict.accept else BY_HAND,
    )


def sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith('.”') else '.'}"


def refused_sheet(merge: Merge) -> TableSheet:
    """What came back and was not taken."""
    return TableSheet(
        name=REFUSED,
        title="Not taken from the forms",
        intro=("Each says why, and what to do.",) if merge.refusals else ("Everything was taken.",),
        table_name="Refused",
        columns=(
            Column("Form", 150),
            Column("Owner", 120),
            Column("Ref", 82),
            Column("Cell of the form", 110),
            Column("Why, and what to do", 420),
            Column("Rule", 110),
        ),
        rows=tuple(refusal_row(refusal) for refusal in merge.refusals),
        footer="Not taken from the forms",
        is_frozen=True,
        has_filters=True,
    )


def refusal_row(refusal: Refusal) -> Row:
    return Row.of(
        refusal.file,
        refusal.owner or wording.NOT_SET,
        refusal.ref,
        str(refusal.cell) if refusal.cell else "",
        Entry(cut(refusal.message), Tone.WARNING),
        refusal.code,
    )


def notes_sheet(merge: Merge) -> TableSheet:
    """What is good to know and asks for nothing."""
    return TableSheet(name=NOTES, title="Good to know", intro=tuple(map(cut, merge.notes)))
