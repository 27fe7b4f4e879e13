"""What was issued: a form's last sheet, which keeps what the master said when the form was made, and where.

It is the base of a three-way merge, so it is read by its headings and the master's words stand in it untidied. What is
the same for the whole form stands in the leading columns, repeated in each row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256

from peerxl.documents.document import Document, EntryValue, Section, TableColumn, TableEntry, TableRow
from peerxl.identity.index import ActionIndex
from peerxl.identity.trace import ActionTrace
from peerxl.merge.returned import AskedAction
from peerxl.model.action import Action
from peerxl.model.answer_field import AnswerField, AnswerKind
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.sheet import Cell
from peerxl.reading.answer_columns import get_quarter_cell
from peerxl.returns.layout import ACTION, ISSUED, REF, SHOWN, TIMESCALE
from peerxl.returns.request import OwnerRequest
from peerxl.returns.table import FormLine
from peerxl.text import tidy

FORM_ROOMS = {
    "Form id": 80,
    "Plan": 90,
    "File": 90,
    "Quarter": 66,
    "Owner": 80,
    "Owner key": 80,
    "Issued on": 108,
    "Reply by": 108,
    "Other actions": 62,
    "Questions": 62,
}
"""What is the same in every row, and what of the width each column has."""
ACTION_ROOMS = {
    REF: 60,
    "Sheet": 56,
    "Row": 34,
    "Rows with this ref": 56,
    ACTION: 150,
    "Rows with these words": 60,
    "Rows around it": 60,
    TIMESCALE: 72,
    f"{TIMESCALE} cell": 66,
}
"""What an action is found again by."""
SHOWN_ROOMS = dict(zip(SHOWN, (90, 76, 140), strict=True))
"""What the form showed beside it."""
ANSWER_ROOMS = {AnswerKind.STATUS: 76, AnswerKind.WORDS: 150, AnswerKind.DATE: 76}
CELL_ROOM = 66


def issued_rooms(fields: Sequence[AnswerField]) -> dict[str, float]:
    """The headings of the sheet in their order, and what of the width each column has.

    For each question there is what the plan said and its cell.
    """
    rooms: dict[str, float] = {**FORM_ROOMS, **ACTION_ROOMS}
    for field in fields:
        # Two questions may begin with the same words of the plan, which then stand there once.
        rooms.setdefault(field.issued_heading, ANSWER_ROOMS[field.kind])
        rooms.setdefault(f"{field.issued_heading} cell", CELL_ROOM)
    return {**rooms, **SHOWN_ROOMS}


def filled_heading(field: AnswerField) -> str:
    """What the form's own cell began with stands under: the plan's word for a status, which its cell may say otherwise.

    Forms of before this was kept have no such column.
    """
    return f"{field.heading} filled in"


# The forms of a quarter ask the same few questions, and have the same columns for them.
@lru_cache(maxsize=64)
def make_columns(fields: tuple[AnswerField, ...]) -> tuple[TableColumn, ...]:
    filled = {filled_heading(field): ANSWER_ROOMS[field.kind] for field in fields if field.kind is AnswerKind.STATUS}
    return tuple(TableColumn(heading, room) for heading, room in (issued_rooms(fields) | filled).items())


def build_issued_section(request: OwnerRequest, index: ActionIndex, asked: Section, others: Section) -> Section:
    """The sheet of one owner's form, its rows in the order of ``asked``, the sheet that is filled in."""
    columns = make_columns(request.fields)
    form = form_contents(request, others)
    actions = [
        action_contents(index, ask.action, request) | shown_contents(asked, row)
        for ask, row in zip(request.asks, asked.rows, strict=True)
    ]
    # Last, as it is made of all the rest.
    form["Form id"] = make_form_id((form, *actions))
    # One entry for all rows: what is said of the form is the same in each.
    shared = {heading: TableEntry(value) for heading, value in form.items()}
    rows = (shared | action for action in actions)
    return Section(
        name=ISSUED,
        title="As issued: this lets your reply be matched with the plan, so please do not change it",
        intro=(
            "What the plan said on the day this form was made. There is nothing to fill in here.",
            "For the coordinator: save the form when it comes back in the folder “returned”, and collect that folder.",
        ),
        table_name="AsIssued",
        columns=columns,
        rows=tuple(TableRow.of(*(contents[column.heading] for column in columns)) for contents in rows),
        footer=f"As issued, {request.owner.name}",
        is_locked=True,
        keeps_headings_in_sight=True,
    )


Contents = dict[str, EntryValue]
"""What stands in a row, by the headings."""


def form_contents(request: OwnerRequest, others: Section) -> Contents:
    """What every row says of the form itself."""
    return {
        "Plan": request.plan.title,
        "File": request.plan.source,
        "Quarter": str(request.quarter),
        "Owner": request.owner.name,
        "Owner key": request.owner.key,
        "Issued on": request.today,
        "Reply by": request.reply_by,
        "Other actions": " ".join(digest(entry.text for entry in row.entries) for row in others.rows),
        "Questions": ", ".join(field.name for field in request.fields),
    }


def make_form_id(contents: Iterable[Contents]) -> str:
    """What a form is known by: short, and another whenever anything else was issued."""
    return sha256(repr([sorted(each.items()) for each in contents]).encode()).hexdigest()[:12]


def read_form_id(form: Document) -> str:
    """What a form that was made is known by."""
    issued = next(section for section in form.sections if section.name == ISSUED)
    return issued.rows[0].entries[list(FORM_ROOMS).index("Form id")].text


def action_contents(index: ActionIndex, action: Action, request: OwnerRequest) -> Contents:
    """What the master said of an action, in its own words, and which rows said the same."""
    words = own_words(action.cell(Field.ACTION), action.text)
    contents: Contents = {
        REF: action.ref,
        "Sheet": action.sheet,
        "Row": action.row,
        "Rows with this ref": index.rows_of(index.with_ref(action.ref), action.sheet),
        ACTION: words,
        "Rows with these words": index.rows_of(index.with_words(words, action.ref), action.sheet),
        "Rows around it": index.neighbours_of(action),
        TIMESCALE: action.timescale.text,
        f"{TIMESCALE} cell": address(action.cell(Field.TIMESCALE)),
    }
    for field in request.fields:
        contents[field.issued_heading] = issued_text(field, action, request.quarter)
        contents[f"{field.issued_heading} cell"] = address(issued_cell(field, action, request.quarter))
        if field.kind is AnswerKind.STATUS:
            contents[filled_heading(field)] = prefill(field, action, request.quarter)
    return contents


def shown_contents(asked: Section, row: TableRow) -> Contents:
    """What a row of the form shows beside it."""
    texts = {column.heading: entry.text for column, entry in zip(asked.columns, row.entries, strict=True)}
    return {heading: texts[heading] for heading in SHOWN}


def prefill(field: AnswerField, action: Action, quarter: FiscalQuarter) -> str:
    """What the plan says already, tidied, and a status by its canonical word; no other word can be chosen."""
    update = action.update(quarter)
    if field.column is Field.STATUS:
        return update.status.word if update.status else ""
    return update.comment if field.column is Field.COMMENT else tidy(issued_text(field, action, quarter))


def issued_text(field: AnswerField, action: Action, quarter: FiscalQuarter) -> str:
    """What the master says of a question already, in its own words."""
    if field.kind is AnswerKind.DATE:
        return action.timescale.text
    comment = action.update(quarter).comment if field.column is Field.COMMENT else ""
    return own_words(issued_cell(field, action, quarter), comment)


def issued_cell(field: AnswerField, action: Action, quarter: FiscalQuarter) -> Cell | None:
    return get_quarter_cell(action, field, quarter) if field.is_quarterly else action.cell(field.column)


def own_words(cell: Cell | None, otherwise: str) -> str:
    return cell.text if cell else otherwise


def address(cell: Cell | None) -> str:
    """Where a value stands in the master; nothing where the master has no such column."""
    return cell.address if cell else ""


def digest(words: Iterable[str]) -> str:
    """What tells whether a row of words is as it was, in a few letters."""
    folded = " | ".join(line for line in (" ".join(text.casefold().split()) for text in words) if line)
    return sha256(folded.encode()).hexdigest()[:8]


def read_asked(line: FormLine, fields: Sequence[AnswerField]) -> AskedAction:
    """An action as it was issued, from its row of the sheet."""
    row = line.text("Row")
    trace = ActionTrace(
        ref=line.text(REF).strip(),
        words=line.text(ACTION),
        sheet=line.text("Sheet"),
        # Somebody may have typed over it; no action stands in row 0, and the rest of the trace decides.
        row=int(row) if row.isdecimal() else 0,
        word_rows=line.text("Rows with these words"),
        ref_rows=line.text("Rows with this ref"),
        neighbours=line.text("Rows around it"),
        timescale=line.text(TIMESCALE),
    )
    issued = tuple((field, line.text(field.issued_heading)) for field in fields)
    filled = tuple((field, line.text(name)) for field in fields if line.cells(name := filled_heading(field)))
    return AskedAction(trace, issued, filled=filled)
