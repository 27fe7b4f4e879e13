"""The collect report: every change, conflict and refusal, each with its cell in the plan and in the form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peerxl.documents import wording
from peerxl.documents.document import (
    CellLink,
    ContentKind,
    Document,
    EntryValue,
    Section,
    TableColumn,
    TableEntry,
    TableRow,
)
from peerxl.documents.own_titles import CAME_BACK
from peerxl.documents.palette import Tone
from peerxl.merge.report import Change, Merge
from peerxl.merge.settlement import option
from peerxl.model.action import Action
from peerxl.model.answer_field import COMMENT
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan, unique
from peerxl.model.sheet import UNCALCULATED, WITHOUT_RESULT, Cell

CHANGES, CONFLICTS, REFUSED, TO_ASK, NOTES, MOVED = "Changes", "Conflicts", "Refused", "To ask", "Notes", "Dates moved"
BLANK = "Blank"
LONGEST = 15_000
"""How many characters of a text are quoted: in any letters half of what Excel holds."""
BY_HAND = "Settle it in the plan: two actions have this name."


@dataclass(frozen=True, slots=True)
class MovedDate:
    """A date that took another's place, with the first one, and who asked for it, in which words, when and why."""

    ref: str
    first: str
    value: str
    on: date
    owner: str = ""
    why: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Collected:
    """What a collect came to, all the dates that were ever moved, and the way from the report to the master's file."""

    merge: Merge
    moved: Sequence[MovedDate]
    master: str

    def show_place(self, *cells: Cell) -> TableEntry:
        """The way to the first of some cells of a row: "Action plan, G4, H4"."""
        first = cells[0]
        return TableEntry(
            ", ".join((first.sheet, *(cell.address for cell in cells))), link=CellLink(self.master, first)
        )


@dataclass(frozen=True, slots=True)
class ActionChanges:
    """All that was changed of one action."""

    action: Action
    changes: tuple[Change, ...]

    def show(self, noun: str) -> TableEntry:
        """What the action's cell of a kind says now, and what it said before; nothing where it was not changed."""
        change = next((change for change in self.changes if change.noun == noun), None)
        if change is None:
            return TableEntry()
        said = f"\n(the owner wrote: {cut(change.said)})" if change.said else ""
        return TableEntry(f"{cut(change.text)}{said}\n(was: {show_words(change.cell.text).words})", Tone.GOOD)

    @property
    def cells(self) -> Iterator[Cell]:
        """The cells that were changed."""
        return (change.cell for change in self.changes)

    @property
    def forms(self) -> Iterator[str]:
        """Each form that an answer came in, with its cells: "AD Roads.xlsx (G8, H8)"."""
        for file in unique(change.file for change in self.changes):
            cells = (change.form_cell.address for change in self.changes if change.file == file)
            yield f"{file} ({', '.join(cells)})"


Describe = Callable[[Any, Collected], EntryValue | TableEntry]
ReportColumn = tuple[TableColumn, Describe]
"""A column, and what it says of a row."""


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A sheet of the report: what its rows are of, and what stands above them."""

    name: str
    title: str
    intro: str
    list_rows: Callable[[Collected], Sequence[object]]
    columns: Callable[[Collected], Sequence[ReportColumn]]


def build_collect_report(
    plan: ActionPlan, quarter: FiscalQuarter, merge: Merge, master: str, moved: Sequence[MovedDate] = ()
) -> Document:
    """What a collect came to; ``master`` is the way from the report to the master's file, for the links.

    ``moved`` are all the dates that were ever moved. A sheet that would have nothing to say is left out, and the first
    that is there says what it all came to.
    """
    collected = Collected(merge, moved, master)
    parts = [part for part in PARTS if part.list_rows(collected)]
    title = title_report(quarter)
    notes = (Section(name=NOTES, title="Good to know", intro=tuple(map(cut, merge.notes))),) if merge.notes else ()
    return Document(
        title=title,
        subject=plan.title,
        creator=plan.settings.council or plan.title,
        dated=quarter.last_day,
        sections=(
            *(
                build_section(part, collected, *(() if index else (title, *introduce(plan, quarter, merge))))
                for index, part in enumerate(parts or PARTS[:1])
            ),
            *notes,
        ),
    )


def title_report(quarter: FiscalQuarter) -> str:
    return f"{CAME_BACK}{wording.quarter_name(quarter)}"


def introduce(plan: ActionPlan, quarter: FiscalQuarter, merge: Merge) -> Iterator[str]:
    """What the whole report is about, and what it came to."""
    yield f"{wording.title_at(plan, quarter)}."
    yield f"{count_outcome(merge)}."
    if not merge.changes:
        yield "Nothing in the plan was changed."


def count_outcome(merge: Merge) -> str:
    """ "2 changes, 1 conflict, nothing refused"."""
    refused = f"{len(merge.refusals)} refused" if merge.refusals else "nothing refused"
    changes, conflicts = len(merge.changes), len(merge.conflicts)
    doubts = wording.count_doubts(len(merge.held), len(merge.doubts) - len(merge.held))
    return f"{wording.counted(changes, 'change')}, {wording.counted(conflicts, 'conflict')}, {refused}{doubts}"


def build_section(part: ReportPart, collected: Collected, title: str = "", *lines: str) -> Section:
    """A part as a sheet; the first has the report's title and lines above its own."""
    rows, columns = part.list_rows(collected), part.columns(collected)
    about = (part.intro,) if rows else ()
    return Section(
        name=part.name,
        title=title or part.title,
        intro=(*lines, *about),
        table_name=part.name.title().replace(" ", ""),
        columns=tuple(column for column, _ in columns),
        rows=tuple(TableRow.of(*(describe(row, collected) for _, describe in columns)) for row in rows),
        footer=title or part.title,
        keeps_headings_in_sight=True,
        is_filterable=True,
    )


def group_changes(collected: Collected) -> Sequence[ActionChanges]:
    """The changes by action, in the order in which their actions first come."""
    by_place: dict[tuple[str, int], list[Change]] = {}
    for change in collected.merge.changes:
        by_place.setdefault((change.action.sheet, change.action.row), []).append(change)
    return [ActionChanges(changes[0].action, tuple(changes)) for changes in by_place.values()]


def list_change_columns(collected: Collected) -> Iterator[ReportColumn]:
    """A row an action, and a column for each kind of answer that changed anything."""
    yield TableColumn("Ref", 74), lambda row, _: row.action.name
    yield TableColumn("Action", 150), lambda row, _: row.action.text
    yield (
        TableColumn("Where", 110, is_unbroken=True),
        lambda row, found: found.show_place(*row.cells),
    )
    for noun in unique(change.noun for change in collected.merge.changes):
        yield TableColumn(noun.capitalize(), 250 if noun == COMMENT.noun else 120), show_kind(noun)
    yield TableColumn("Owner", 100), lambda row, _: "\n".join(unique(change.owner for change in row.changes))
    yield TableColumn("Form", 120), lambda row, _: "\n".join(row.forms)


def show_kind(noun: str) -> Describe:
    return lambda row, _: row.show(noun)


def show_words(text: str) -> TableEntry:
    if text == UNCALCULATED:
        return TableEntry(f"{WITHOUT_RESULT[:1].upper()}{WITHOUT_RESULT[1:]}", Tone.MUTED)
    return TableEntry(cut(text.strip())) if text.strip() else TableEntry(BLANK, Tone.MUTED)


def cut(text: str) -> str:
    """The text, without what would make a cell longer than Excel lets it be."""
    more = len(text) - LONGEST
    return f"{text[:LONGEST]}… (and {more:,} more characters)" if more > 0 else text


def make_sentence(words: str) -> str:
    # A quotation that ends in a full stop ends its sentence.
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith('.”') else '.'}"


CONFLICT_COLUMNS: tuple[ReportColumn, ...] = (
    (TableColumn("Ref", 74), lambda row, _: row.action.name),
    (TableColumn("What", 70), lambda row, _: row.field.noun.capitalize()),
    (TableColumn("Where", 90, is_unbroken=True), lambda row, found: found.show_place(row.cell)),
    (TableColumn("The plan says", 150), lambda row, _: show_words(row.now)),
    (TableColumn("The owner says", 150), lambda row, _: TableEntry(cut(row.text), Tone.WARNING)),
    (TableColumn("When the form was made", 120), lambda row, _: show_words(row.issued)),
    (TableColumn("Owner", 100), lambda row, _: row.owner),
    (TableColumn("Why", 190), lambda row, _: cut(make_sentence(row.why))),
    (TableColumn("Form", 120), lambda row, _: f"{row.file} ({row.form_cell.address})"),
    # An option cannot tell two of one name apart.
    (TableColumn("To take the owner's answer", 170), lambda row, _: option(row.accept) if row.accept else BY_HAND),
)
REFUSAL_COLUMNS: tuple[ReportColumn, ...] = (
    (TableColumn("Form", 150), lambda row, _: row.file),
    (
        TableColumn("Owner and sender", 120),
        lambda row, _: "\n".join(filter(None, (row.owner, row.sender))) or wording.NOT_SET,
    ),
    (TableColumn("Ref", 82), lambda row, _: row.ref),
    (TableColumn("Cell of the form", 110), lambda row, _: str(row.cell) if row.cell else ""),
    (TableColumn("Why, and what to do", 360), lambda row, _: TableEntry(cut(row.message), Tone.WARNING)),
    (TableColumn("To take it all the same", 150), lambda row, _: option(row.accept) if row.accept else ""),
    (TableColumn("Rule", 90), lambda row, _: row.code),
)
DOUBT_COLUMNS: tuple[ReportColumn, ...] = (
    (TableColumn("Ref", 82), lambda row, _: row.action.name),
    (TableColumn("What to ask", 420), lambda row, _: TableEntry(cut(row.message), Tone.WARNING)),
    (TableColumn("Owner", 120), lambda row, _: row.owner),
    (TableColumn("Form", 150), lambda row, _: row.file),
    (TableColumn("Cell of the form", 110), lambda row, _: str(row.form_cell)),
)
MOVED_COLUMNS: tuple[ReportColumn, ...] = (
    (TableColumn("Ref", 82), lambda row, _: row.ref),
    (TableColumn("First date", 130), lambda row, _: row.first),
    (TableColumn("Moved to", 130), lambda row, _: f"{row.value}\n(“{cut(row.said)}”)" if row.said else row.value),
    (TableColumn("Moved on", 110, ContentKind.DATE), lambda row, _: row.on),
    (
        TableColumn("Asked for by", 130),
        lambda row, _: row.owner or TableEntry("Put into the plan itself", Tone.MUTED),
    ),
    (TableColumn("Why", 320), lambda row, _: cut(row.why)),
)
PARTS = (
    ReportPart(
        CHANGES,
        "What went into the plan",
        "These answers went into the plan, a row an action, each with what its cell said before.",
        group_changes,
        lambda found: tuple(list_change_columns(found)),
    ),
    ReportPart(
        CONFLICTS,
        "Conflicts: the plan keeps what it says",
        "Conflicts, in which the plan keeps what it says: settle each there, or collect again with what the last "
        "column says.",
        lambda found: found.merge.conflicts,
        lambda _: CONFLICT_COLUMNS,
    ),
    ReportPart(
        REFUSED,
        "Not taken from the forms",
        "Not taken from the forms: each row says why, and what to do.",
        lambda found: found.merge.refusals,
        lambda _: REFUSAL_COLUMNS,
    ),
    ReportPart(
        TO_ASK,
        "To ask: answers that may not be meant",
        "Ask each owner. None of these is in the plan until you say that it is meant, as each row tells.",
        lambda found: found.merge.doubts,
        lambda _: DOUBT_COLUMNS,
    ),
    ReportPart(
        MOVED,
        "Dates moved since the plan was first read",
        "The first date that each action ever had, and every later one.",
        lambda found: found.moved,
        lambda _: MOVED_COLUMNS,
    ),
)
"""The sheets of a report but for its notes, each with what its rows are, in their order."""
