"""The collect report: every change, conflict and refusal, each with its cell in the plan and in the form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from peerxl.documents import wording
from peerxl.documents.document import CellLink, ContentKind, Document, Section, TableColumn, TableEntry, TableRow
from peerxl.documents.palette import Tone
from peerxl.merge.report import Change, Conflict, Doubt, Merge
from peerxl.merge.returned import Refusal
from peerxl.merge.settlement import option
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import UNCALCULATED, WITHOUT_RESULT

CHANGES, CONFLICTS, REFUSED, TO_ASK, NOTES, MOVED = "Changes", "Conflicts", "Refused", "To ask", "Notes", "Dates moved"
TITLE = "What came back"
BLANK = "Blank"
LONGEST = 15_000
"""How many characters of a text are quoted: in any letters half of what Excel holds."""
BY_HAND = "Settle it in the plan: two actions have this name."


@dataclass(frozen=True, slots=True)
class MovedDate:
    """A date that took another's place, with the first that its action ever had, and who asked for it, when and why."""

    ref: str
    first: str
    value: str
    on: date
    owner: str = ""
    why: str = ""


def build_collect_report(
    plan: ActionPlan, quarter: FiscalQuarter, merge: Merge, master: str, moved: Sequence[MovedDate] = ()
) -> Document:
    """What a collect came to; ``master`` is the way from the report to the master's file, for the links.

    ``moved`` are all the dates that were ever moved. A sheet that would have nothing to say is left out.
    """
    return Document(
        title=title_report(quarter),
        subject=plan.title,
        creator=plan.settings.council or plan.title,
        dated=quarter.last_day,
        sections=(
            build_changes_section(plan, quarter, merge, master),
            *((build_conflicts_section(merge, master),) if merge.conflicts else ()),
            *((build_refused_section(merge),) if merge.refusals else ()),
            *((build_doubts_section(merge),) if merge.doubts else ()),
            *((build_notes_section(merge),) if merge.notes else ()),
            *((build_moved_section(moved),) if moved else ()),
        ),
    )


def title_report(quarter: FiscalQuarter) -> str:
    return f"{TITLE} for {wording.quarter_name(quarter)}"


def build_changes_section(plan: ActionPlan, quarter: FiscalQuarter, merge: Merge, master: str) -> Section:
    """What went into the plan, with the words that stood there before."""
    return Section(
        name=CHANGES,
        title=title_report(quarter),
        intro=(
            f"{plan.title or 'Action plan'}, {wording.quarter_in_full(quarter)}.",
            f"{count_outcome(merge)}.",
            "These answers went into the plan." if merge.changes else "Nothing in the plan was changed.",
        ),
        table_name="Changes",
        columns=(
            TableColumn("Ref", 74),
            TableColumn("Action", 150),
            TableColumn("What", 70),
            TableColumn("Cell", 90),
            TableColumn("Was", 180),
            TableColumn("Is now", 180),
            TableColumn("Owner", 100),
            TableColumn("Form", 110),
            TableColumn("Cell of the form", 100),
        ),
        rows=tuple(build_change_row(change, master) for change in merge.changes),
        footer=title_report(quarter),
        keeps_headings_in_sight=True,
        is_filterable=True,
    )


def count_outcome(merge: Merge) -> str:
    """ "2 changes, 1 conflict, nothing refused"."""
    refused = f"{len(merge.refusals)} refused" if merge.refusals else "nothing refused"
    changes, conflicts = len(merge.changes), len(merge.conflicts)
    to_ask = f", {len(merge.doubts)} to ask" if merge.doubts else ""
    return f"{wording.counted(changes, 'change')}, {wording.counted(conflicts, 'conflict')}, {refused}{to_ask}"


def build_change_row(change: Change, master: str) -> TableRow:
    return TableRow.of(
        change.action.name,
        change.action.text,
        change.noun.capitalize(),
        TableEntry(str(change.cell), link=CellLink(master, change.cell)),
        show_words(change.cell.text),
        TableEntry(cut(change.text), Tone.GOOD),
        change.owner,
        change.file,
        change.form_cell.address,
    )


def show_words(text: str) -> TableEntry:
    if text == UNCALCULATED:
        return TableEntry(f"{WITHOUT_RESULT[:1].upper()}{WITHOUT_RESULT[1:]}", Tone.MUTED)
    return TableEntry(cut(text.strip())) if text.strip() else TableEntry(BLANK, Tone.MUTED)


def cut(text: str) -> str:
    """The text, without what would make a cell longer than Excel lets it be."""
    more = len(text) - LONGEST
    return f"{text[:LONGEST]}… (and {more:,} more characters)" if more > 0 else text


def build_conflicts_section(merge: Merge, master: str) -> Section:
    """What two people said differently: the plan keeps its words until somebody settles it."""
    return Section(
        name=CONFLICTS,
        title="Conflicts: the plan keeps what it says",
        intro=("Settle each in the plan, or collect again with what the last column says.",),
        table_name="Conflicts",
        columns=(
            TableColumn("Ref", 74),
            TableColumn("What", 70),
            TableColumn("Cell", 90),
            TableColumn("The plan says", 150),
            TableColumn("The owner says", 150),
            TableColumn("When the form was made", 130),
            TableColumn("Owner", 100),
            TableColumn("Why", 200),
            TableColumn("Form", 110),
            TableColumn("Cell of the form", 100),
            TableColumn("To take the owner's answer", 170),
        ),
        rows=tuple(build_conflict_row(conflict, master) for conflict in merge.conflicts),
        footer="Conflicts",
        keeps_headings_in_sight=True,
        is_filterable=True,
    )


def build_conflict_row(conflict: Conflict, master: str) -> TableRow:
    return TableRow.of(
        conflict.action.name,
        conflict.field.noun.capitalize(),
        TableEntry(str(conflict.cell), link=CellLink(master, conflict.cell)),
        show_words(conflict.now),
        TableEntry(cut(conflict.text), Tone.WARNING),
        show_words(conflict.issued),
        conflict.owner,
        cut(make_sentence(conflict.why)),
        conflict.file,
        conflict.form_cell.address,
        option(conflict.accept) if conflict.accept else BY_HAND,  # an option cannot tell two of one name apart
    )


def make_sentence(words: str) -> str:
    # A quotation that ends in a full stop ends its sentence.
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith('.”') else '.'}"


def build_refused_section(merge: Merge) -> Section:
    """What came back and was not taken."""
    return Section(
        name=REFUSED,
        title="Not taken from the forms",
        intro=("Each says why, and what to do.",),
        table_name="Refused",
        columns=(
            TableColumn("Form", 150),
            TableColumn("Owner and sender", 120),
            TableColumn("Ref", 82),
            TableColumn("Cell of the form", 110),
            TableColumn("Why, and what to do", 360),
            TableColumn("To take it all the same", 150),
            TableColumn("Rule", 90),
        ),
        rows=tuple(build_refusal_row(refusal) for refusal in merge.refusals),
        footer="Not taken from the forms",
        keeps_headings_in_sight=True,
        is_filterable=True,
    )


def build_refusal_row(refusal: Refusal) -> TableRow:
    return TableRow.of(
        refusal.file,
        "\n".join(filter(None, (refusal.owner, refusal.sender))) or wording.NOT_SET,
        refusal.ref,
        str(refusal.cell) if refusal.cell else "",
        TableEntry(cut(refusal.message), Tone.WARNING),
        option(refusal.accept) if refusal.accept else "",
        refusal.code,
    )


def build_doubts_section(merge: Merge) -> Section:
    """What may not be meant, and is held back."""
    return Section(
        name=TO_ASK,
        title="To ask: answers that may not be meant",
        intro=("Ask each owner. None of these is in the plan until you say that it is meant, as each row tells.",),
        table_name="ToAsk",
        columns=(
            TableColumn("Ref", 82),
            TableColumn("What to ask", 420),
            TableColumn("Owner", 120),
            TableColumn("Form", 150),
            TableColumn("Cell of the form", 110),
        ),
        rows=tuple(build_doubt_row(doubt) for doubt in merge.doubts),
        footer="To ask",
        keeps_headings_in_sight=True,
        is_filterable=True,
    )


def build_doubt_row(doubt: Doubt) -> TableRow:
    return TableRow.of(
        doubt.action.name,
        TableEntry(cut(doubt.message), Tone.WARNING),
        doubt.owner,
        doubt.file,
        str(doubt.form_cell),
    )


def build_notes_section(merge: Merge) -> Section:
    """What is good to know and asks for nothing."""
    return Section(name=NOTES, title="Good to know", intro=tuple(map(cut, merge.notes)))


def build_moved_section(moved: Sequence[MovedDate]) -> Section:
    """Every date that was moved since the plan was first read, with the first that its action ever had."""
    return Section(
        name=MOVED,
        title="Dates moved since the plan was first read",
        intro=("The first date that each action ever had, and every later one.",),
        table_name="DatesMoved",
        columns=(
            TableColumn("Ref", 82),
            TableColumn("First date", 130),
            TableColumn("Moved to", 130),
            TableColumn("Moved on", 110, ContentKind.DATE),
            TableColumn("Asked for by", 130),
            TableColumn("Why", 320),
        ),
        rows=tuple(build_moved_row(each) for each in moved),
        footer="Dates moved",
        keeps_headings_in_sight=True,
        is_filterable=True,
    )


def build_moved_row(moved: MovedDate) -> TableRow:
    owner = moved.owner or TableEntry("Put into the plan itself", Tone.MUTED)
    return TableRow.of(moved.ref, moved.first, moved.value, moved.on, owner, cut(moved.why))
