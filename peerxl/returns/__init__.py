"""A return workbook's sheets read into a Return: the yellow cells of the form, held against its "As issued" sheet.

Both sheets are found by their headings, so that a form that was renamed, copied, sorted or saved by another program is
read like any other. What was typed where nothing is read is refused with its words.

It owns what was issued and what came back. It must never know which answer counts, nor change one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peerxl.documents.form import ASKED
from peerxl.documents.issued import ISSUED, WIDTHS
from peerxl.errors import PeerxlError
from peerxl.language.timescales import read_quarter
from peerxl.merge.returned import Return, Returned
from peerxl.model.owner import Owner
from peerxl.model.sheet import Sheet
from peerxl.returns.amiss import amiss
from peerxl.returns.form import Form, Formulas, answers_of
from peerxl.returns.matching import match
from peerxl.returns.table import Line, Table, find_tables

__all__ = ["NotAReturnError", "read_return"]

FORM_HEADINGS = ("Action", "Status", "Comment")
SHARED = ("Plan", "Plan id", "File", "Quarter", "Owner", "Owner key", "Other actions")
"""The headings of "As issued" under which every row says the same."""


class NotAReturnError(PeerxlError):
    """A workbook that is no return form, or no longer one."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file}: this is no return form ({why}); ask for the form itself to be sent back.")


def read_return(
    file: str, sheets: Sequence[Sheet], formulas: Formulas, *, modified: float = 0.0, first_month: int = 4
) -> Return:
    """The return in a workbook; NotAReturnError where it is none. ``formulas`` are those in its cells."""
    form = form_of(file, sheets, formulas)
    first = form.issued_lines[0]
    answered = {
        place: replace(form.issued[place], answers=tuple(answers_of(form.lines[number], formulas)))
        for place, number in form.matched.items()
    }
    return Return(
        file=file,
        plan=first.text("Plan"),
        plan_id=first.text("Plan id"),
        source=first.text("File"),
        quarter=read_quarter(first.text("Quarter"), first_month),
        owner=form.owner,
        actions=tuple(answered.get(place, asked) for place, asked in enumerate(form.issued)),
        modified=modified,
        refusals=tuple(amiss(form)),
    )


def form_of(file: str, sheets: Sequence[Sheet], formulas: Formulas) -> Form:
    """The workbook's tables found and matched with one another."""
    issued = next((table for table in find_tables(sheets, WIDTHS) if table.lines), None)
    if issued is None:
        raise NotAReturnError(file, f"it has no sheet {ISSUED!r} as the form had")
    first, *others = issued.lines
    if any(line.text(heading) != first.text(heading) for line in others for heading in SHARED):
        raise NotAReturnError(file, f"its sheet {ISSUED!r} has been changed")
    forms = [table for table in find_tables(sheets, FORM_HEADINGS) if table.sheet is not issued.sheet]
    chosen = chosen_of(file, forms)
    asked = tuple(map(returned_of, issued.lines))
    return Form(
        file=file,
        owner=Owner(first.text("Owner"), first.text("Owner key")),
        sheets=tuple(sheets),
        issued=asked,
        issued_table=issued,
        table=chosen,
        copies=tuple(table for table in forms if table is not chosen),
        matched=match(asked, chosen.lines),
        formulas=formulas,
    )


def chosen_of(file: str, forms: Sequence[Table]) -> Table:
    """The sheet that is filled in, the one of the form's own name before others."""
    if not forms:
        raise NotAReturnError(file, f"the sheet {ASKED!r} is gone, or its headings are")
    return next((table for table in forms if table.sheet.name == ASKED), forms[0])


def returned_of(line: Line) -> Returned:
    row = line.text("Row")
    return Returned(
        ref=line.text("Ref").strip(),
        sheet=line.text("Sheet"),
        row=int(row) if row.isdecimal() else 0,
        words=line.text("Action"),
        timescale=line.text("Timescale"),
        status=line.text("Status"),
        comment=line.text("Comment"),
        word_rows=line.text("Rows with these words"),
        ref_rows=line.text("Rows with this ref"),
        around=line.text("Rows around it"),
    )
