"""What was issued: a form's last sheet, which keeps what the master said when the form was made, and where.

It is the base of a three-way merge, so it is read by its headings and the master's words stand in it untidied. What is
the same for the whole form stands in the leading columns, repeated in each row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from peerxl.documents.document import EntryValue, Section, TableColumn, TableRow
from peerxl.identity.index import ActionIndex
from peerxl.identity.trace import ActionTrace
from peerxl.merge.answer_field import AnswerField, AnswerKind
from peerxl.merge.columns import quarter_cell
from peerxl.merge.returned import AskedAction
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import Action, ActionPlan
from peerxl.model.sheet import Cell
from peerxl.reading.title import plan_name
from peerxl.returns.layout import ACTION, ISSUED, NOT_ASKED, REF, SHOWN, TIMESCALE
from peerxl.returns.request import OwnerRequest
from peerxl.returns.table import FormLine

FORM_ROOMS = {
    "Plan": 150,
    "Plan id": 100,
    "File": 150,
    "Quarter": 80,
    "Owner": 130,
    "Owner key": 130,
    "Issued on": 110,
    "Reply by": 110,
    "Other actions": 100,
}
"""What is the same in every row, and what of the width each column has."""
ACTION_ROOMS = {
    REF: 82,
    "Sheet": 100,
    "Row": 50,
    "Rows with this ref": 80,
    ACTION: 240,
    "Rows with these words": 80,
    "Rows around it": 80,
    TIMESCALE: 110,
    f"{TIMESCALE} cell": 90,
}
"""What an action is found again by."""
SHOWN_ROOMS = dict(zip(SHOWN, (150, 110, 300), strict=True))
"""What the form showed beside it."""
ANSWER_ROOMS = {AnswerKind.STATUS: 100, AnswerKind.WORDS: 300, AnswerKind.DATE: 110}
CELL_ROOM = 90


def issued_rooms(fields: Sequence[AnswerField]) -> dict[str, float]:
    """The headings of the sheet in their order, and what of the width each column has.

    For each question there is what the plan said and its cell, and for one that is not asked of every action its own
    heading, under which stands whether it was.
    """
    rooms: dict[str, float] = {**FORM_ROOMS, **ACTION_ROOMS}
    for field in fields:
        rooms.setdefault(field.issued_heading, ANSWER_ROOMS[field.kind])
        rooms.setdefault(f"{field.issued_heading} cell", CELL_ROOM)
    return {**rooms, **SHOWN_ROOMS, **{field.heading: CELL_ROOM for field in fields if not field.is_always_asked}}


def build_issued_section(request: OwnerRequest, index: ActionIndex, asked: Section, others: Section) -> Section:
    """The sheet of one owner's form, its rows in the order of ``asked``, the sheet that is filled in."""
    rooms = issued_rooms(request.fields)
    form = form_contents(request, others)
    rows = (
        form | action_contents(index, ask.action, request) | shown_contents(asked, row, request.fields)
        for ask, row in zip(request.asks, asked.rows, strict=True)
    )
    return Section(
        name=ISSUED,
        title="As issued: this lets your reply be matched with the plan, so please do not change it",
        intro=("What the plan said on the day this form was made. There is nothing to fill in here.",),
        table_name="AsIssued",
        columns=tuple(TableColumn(heading, room) for heading, room in rooms.items()),
        rows=tuple(TableRow.of(*(contents[heading] for heading in rooms)) for contents in rows),
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
        "Plan id": plan_id(request.plan),
        "File": request.plan.source,
        "Quarter": str(request.quarter),
        "Owner": request.owner.name,
        "Owner key": request.owner.key,
        "Issued on": request.today,
        "Reply by": request.reply_by,
        "Other actions": " ".join(digest(entry.text for entry in row.entries) for row in others.rows),
    }


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
    return contents


def shown_contents(asked: Section, row: TableRow, fields: Sequence[AnswerField]) -> Contents:
    """What a row of the form shows beside it, and whether it asks what is not asked of every action."""
    texts = {column.heading: entry.text for column, entry in zip(asked.columns, row.entries, strict=True)}
    questions = (field.heading for field in fields if not field.is_always_asked)
    return {
        **{heading: texts[heading] for heading in SHOWN},
        **{question: texts.get(question, NOT_ASKED) for question in questions},
    }


def issued_text(field: AnswerField, action: Action, quarter: FiscalQuarter) -> str:
    """What the master says of a question already, in its own words."""
    if field.kind is AnswerKind.DATE:
        return action.timescale.text
    comment = action.update(quarter).comment if field.column is Field.COMMENT else ""
    return own_words(issued_cell(field, action, quarter), comment)


def issued_cell(field: AnswerField, action: Action, quarter: FiscalQuarter) -> Cell | None:
    return quarter_cell(action, field, quarter) if field.is_quarterly else action.cell(field.column)


def own_words(cell: Cell | None, otherwise: str) -> str:
    return cell.text if cell else otherwise


def address(cell: Cell | None) -> str:
    """Where a value stands in the master; nothing where the master has no such column."""
    return cell.address if cell else ""


def digest(words: Iterable[str]) -> str:
    """What tells whether a row of words is as it was, in a few letters."""
    folded = " | ".join(line for line in (" ".join(text.casefold().split()) for text in words) if line)
    return sha256(folded.encode()).hexdigest()[:8]


def plan_id(plan: ActionPlan) -> str:
    """What tells one plan from another: short, and the same all the years its title is, whatever its file is called.

    A plan without a title of its own, called after its file, goes by the names of its sheets.
    """
    is_own = plan.title.strip() and plan.title != plan.source.rpartition(".")[0]
    words = plan.name if is_own else "\n".join(plan_name(table.sheet) for table in plan.tables)
    return sha256(" ".join(words.casefold().split()).encode()).hexdigest()[:12]


def read_asked(line: FormLine, fields: Sequence[AnswerField]) -> AskedAction:
    """An action as it was issued, from its row of the sheet."""
    row = line.text("Row")
    trace = ActionTrace(
        ref=line.text(REF).strip(),
        words=line.text(ACTION),
        sheet=line.text("Sheet"),
        row=int(row) if row.isdecimal() else 0,
        word_rows=line.text("Rows with these words"),
        ref_rows=line.text("Rows with this ref"),
        neighbours=line.text("Rows around it"),
        timescale=line.text(TIMESCALE),
    )
    return AskedAction(trace, tuple((field, line.text(field.issued_heading)) for field in fields))
