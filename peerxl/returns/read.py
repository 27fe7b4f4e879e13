"""A return workbook's sheets read into a Return: the yellow cells of the form, held against its "As issued" sheet.

Both sheets are found by their headings, so that a form that was renamed, copied, sorted or saved by another program is
read like any other. What was typed where nothing is read is refused with its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peerxl.documents.wording import NOT_SET
from peerxl.errors import PeerxlError
from peerxl.identity.lines import AskedIndex, match_lines
from peerxl.identity.trace import ActionTrace
from peerxl.language.timescales import find_quarter
from peerxl.merge.returned import Return
from peerxl.model.answer_field import ANSWER_FIELDS, AnswerField
from peerxl.model.fiscal import APRIL_YEARS, YearConvention
from peerxl.model.owner import Owner
from peerxl.model.sheet import Sheet
from peerxl.returns.amiss import find_amiss
from peerxl.returns.baseline import FORM_ROOMS, issued_rooms, read_asked
from peerxl.returns.layout import ACTION, ASKED, ISSUED
from peerxl.returns.returned_form import Formulas, ReturnedForm, read_answers, read_unread, trace_of
from peerxl.returns.table import FormTable, find_tables

SHARED = tuple(heading for heading in FORM_ROOMS if heading not in ("Issued on", "Reply by"))
"""The headings of "As issued" under which every row says the same."""


class NotAReturnError(PeerxlError):
    """A workbook that is no return form, or no longer one."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file}: this is no return form ({why}); ask for the form itself to be sent back.")


def read_return(
    file: str,
    sheets: Sequence[Sheet],
    formulas: Formulas,
    *,
    modified: float = 0.0,
    years: YearConvention = APRIL_YEARS,
    fields: Sequence[AnswerField] = ANSWER_FIELDS,
) -> Return:
    """The return in a workbook; NotAReturnError where it is none. ``formulas`` are those in its cells."""
    form = find_form(file, sheets, formulas, fields)
    first, *_ = form.issued_lines
    actions = list(form.issued)
    for asked_index, line_index in form.matched.items():
        line = form.lines[line_index]
        answers = tuple(read_answers(line, form.fields, formulas))
        unread = tuple(read_unread(line, form.fields, formulas))
        actions[asked_index] = replace(actions[asked_index], answers=answers, unread=unread)
    return Return(
        file=file,
        form_id=first.text("Form id"),
        plan=first.text("Plan"),
        source=first.text("File"),
        quarter=find_quarter(first.text("Quarter"), years),
        owner=form.owner,
        actions=tuple(actions),
        modified=modified,
        refusals=tuple(find_amiss(form)),
    )


def find_form(file: str, sheets: Sequence[Sheet], formulas: Formulas, known: Sequence[AnswerField]) -> ReturnedForm:
    """The workbook's tables found and matched with one another; ``known`` are the questions that there are."""
    issued = find_issued(file, sheets)
    fields = find_questions(file, issued, known)
    # A form whose dates were not asked for is one all the same, so they go without their heading.
    headings = [field.heading for field in fields if not field.is_asked_when_due] or [field.heading for field in fields]
    tables = [table for table in find_tables(sheets, (ACTION, *headings)) if table.sheet is not issued.sheet]
    table = choose_table(file, tables)
    asked = tuple(read_asked(line, fields) for line in issued.lines)
    index = AskedIndex(tuple(as_shown(action.trace) for action in asked))
    first, *_ = issued.lines
    return ReturnedForm(
        file=file,
        owner=Owner(first.text("Owner"), first.text("Owner key")),
        fields=fields,
        sheets=tuple(sheets),
        issued=asked,
        issued_table=issued,
        index=index,
        table=table,
        copies=tuple(other for other in tables if other is not table),
        matched=match_lines(index, list(map(trace_of, table.lines))),
        formulas=formulas,
    )


def find_issued(file: str, sheets: Sequence[Sheet]) -> FormTable:
    """The table of what was issued; NotAReturnError where there is none, or where it is not as it was."""
    issued = next((table for table in find_tables(sheets, issued_rooms(())) if table.lines), None)
    if issued is None:
        raise NotAReturnError(file, f"it has no sheet {ISSUED!r} as the form had")
    if len({tuple(map(line.text, SHARED)) for line in issued.lines}) > 1:
        raise NotAReturnError(file, f"its sheet {ISSUED!r} has been changed")
    return issued


def find_questions(file: str, issued: FormTable, known: Sequence[AnswerField]) -> tuple[AnswerField, ...]:
    """The questions that a form was issued with; NotAReturnError for one that nobody knows, or that is not issued."""
    first, *_ = issued.lines
    names = first.text("Questions").split(", ")
    # Only the questions that were issued: a form from before one was added has no column for it.
    fields = tuple(field for field in known if field.name in names)
    if len(fields) < len(names) or any(not issued.numbers(heading) for heading in issued_rooms(fields)):
        raise NotAReturnError(file, f"its sheet {ISSUED!r} has been changed")
    return fields


def choose_table(file: str, tables: Sequence[FormTable]) -> FormTable:
    """The sheet that is filled in, the one of the form's own name before others."""
    if not tables:
        raise NotAReturnError(file, f"the sheet {ASKED!r} is gone, or its headings are")
    return next((table for table in tables if table.sheet.name == ASKED), tables[0])


def as_shown(trace: ActionTrace) -> ActionTrace:
    """An action as the form shows it, which says where no timescale is set."""
    return replace(trace, timescale=(trace.timescale or "").strip() or NOT_SET)
