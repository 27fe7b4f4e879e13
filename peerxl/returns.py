"""A return workbook's sheets read into a Return: the yellow cells of the form, held against its "As issued" sheet.

Both sheets are found by their headings, so that a form that was renamed, copied, sorted or saved by another program is
read like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from peerxl.documents.form import ASKED, NOT_ASKED
from peerxl.documents.issued import ISSUED, WIDTHS
from peerxl.documents.layout import date_words
from peerxl.documents.wording import NOT_SET
from peerxl.errors import PeerxlError
from peerxl.language.timescales import read_quarter
from peerxl.merge.find import are_similar, key
from peerxl.merge.returned import Answer, Part, Refusal, Return, Returned
from peerxl.model.owner import Owner
from peerxl.model.sheet import Cell, Sheet, Value, shown

HEADINGS = {Part.STATUS: "Status", Part.COMMENT: "Comment", Part.DATE: "New date"}
FORM_HEADINGS = frozenset({"Action", "Status", "Comment"})
SHARED = ("Plan", "Plan id", "File", "Quarter", "Owner", "Owner key")
"""The headings of "As issued" under which every row says the same."""

Formulas = Mapping[Cell, str]


class NotAReturnError(PeerxlError):
    """A workbook that is no return form, or no longer one."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file}: this is no return form ({why}); ask for the form itself to be sent back.")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: its cells by heading."""

    sheet: Sheet
    row: int
    columns: Mapping[str, int]

    def cell(self, heading: str) -> Cell:
        return self.sheet.cell(self.row, self.columns[heading])

    def text(self, heading: str) -> str:
        return self.cell(heading).text if heading in self.columns else ""

    def value(self, heading: str) -> Value:
        return self.sheet.value(self.row, self.columns[heading])


def read_return(
    file: str, sheets: Sequence[Sheet], formulas: Formulas, *, modified: float = 0.0, first_month: int = 4
) -> Return:
    """The return in a workbook; NotAReturnError where it is none. ``formulas`` are those in its cells."""
    issued_lines = issued_of(file, sheets)
    first = issued_lines[0]
    lines = form_of(file, sheets, first.sheet)
    issued = [returned_of(line) for line in issued_lines]
    if any(line.text(heading) != first.text(heading) for line in issued_lines for heading in SHARED):
        raise NotAReturnError(file, f"its sheet {ISSUED!r} has been changed")
    matched = match(issued, lines)
    owner = Owner(first.text("Owner"), first.text("Owner key"))
    return Return(
        file=file,
        plan=first.text("Plan"),
        plan_id=first.text("Plan id"),
        source=first.text("File"),
        quarter=read_quarter(first.text("Quarter"), first_month),
        owner=owner,
        actions=tuple(
            answered(asked, lines[matched[number]], formulas) if number in matched else asked
            for number, asked in enumerate(issued)
        ),
        modified=modified,
        refusals=tuple(amiss(file, owner.name, issued, lines, matched)),
    )


def issued_of(file: str, sheets: Sequence[Sheet]) -> list[Line]:
    """The rows of the sheet that says what the plan said."""
    for sheet in sheets:
        lines = list(lines_under(sheet, frozenset(WIDTHS)))
        if lines:
            return lines
    raise NotAReturnError(file, f"it has no sheet {ISSUED!r} as the form had")


def form_of(file: str, sheets: Sequence[Sheet], issued: Sheet) -> list[Line]:
    """The rows of the sheet that is filled in, the one of the form's own name before others."""
    forms = [sheet for sheet in sheets if sheet is not issued and header_of(sheet, FORM_HEADINGS)]
    if not forms:
        raise NotAReturnError(file, f"the sheet {ASKED!r} is gone, or its headings are")
    chosen = next((sheet for sheet in forms if sheet.name == ASKED), forms[0])
    return list(lines_under(chosen, FORM_HEADINGS))


def header_of(sheet: Sheet, headings: frozenset[str]) -> int:
    """The row of the headings; 0 where the sheet has none."""
    rows = enumerate(sheet.rows, 1)
    return next((number for number, row in rows if headings <= {shown(value).strip() for value in row}), 0)


def lines_under(sheet: Sheet, headings: frozenset[str]) -> Iterator[Line]:
    """The rows below the headings that say anything."""
    header = header_of(sheet, headings)
    if not header:
        return
    row = sheet.rows[header - 1]
    columns = {shown(value).strip(): number for number, value in enumerate(row, 1) if shown(value).strip()}
    for number in range(header + 1, len(sheet.rows) + 1):
        if any(shown(value).strip() for value in sheet.rows[number - 1]):
            yield Line(sheet, number, columns)


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
    )


def match(issued: Sequence[Returned], lines: Sequence[Line]) -> dict[int, int]:
    """Which line of the form, by number, is about which action: by ref and words, by either, else by its place."""
    matched: dict[int, int] = {}
    for rule in (has_all, has_both, has_ref, has_words):
        for number, line in enumerate(lines):
            free = (place for place, asked in enumerate(issued) if place not in matched and rule(asked, line))
            if number not in matched.values() and (place := next(free, None)) is not None:
                matched[place] = number
    if len(issued) == len(lines):
        for place, (asked, line) in enumerate(zip(issued, lines, strict=True)):
            is_free = place not in matched and place not in matched.values()
            if is_free and not asked.ref and are_similar(asked.words, line.text("Action")):
                matched[place] = place
    return {place: number for place, number in matched.items() if not is_doubtful(issued[place], issued, matched)}


def is_doubtful(asked: Returned, issued: Sequence[Returned], matched: Mapping[int, int]) -> bool:
    """Whether the form had several rows that look like this one, and no longer has them all."""
    look = (key(asked.ref), key(asked.words), key(asked.timescale))
    alike = [
        place for place, other in enumerate(issued) if (key(other.ref), key(other.words), key(other.timescale)) == look
    ]
    return any(place not in matched for place in alike)


def has_all(asked: Returned, line: Line) -> bool:
    return has_both(asked, line) and has_timescale(asked, line)


def has_both(asked: Returned, line: Line) -> bool:
    return key(line.text("Ref")) == key(asked.ref) and has_words(asked, line)


def has_ref(asked: Returned, line: Line) -> bool:
    return bool(asked.ref) and key(line.text("Ref")) == key(asked.ref)


def has_timescale(asked: Returned, line: Line) -> bool:
    return key(line.text("Timescale")) == key(asked.timescale.strip() or NOT_SET)


def has_words(asked: Returned, line: Line) -> bool:
    words = key(asked.words)
    return key(line.text("Action")) in (words, words.removeprefix(key(asked.ref)))


def answered(asked: Returned, line: Line, formulas: Formulas) -> Returned:
    """The action with what was typed about it."""
    answers = tuple(answers_of(line, formulas))
    return Returned(
        asked.ref, asked.sheet, asked.row, asked.words, asked.timescale, asked.status, asked.comment, answers
    )


def answers_of(line: Line, formulas: Formulas) -> Iterator[Answer]:
    for part, heading in HEADINGS.items():
        if heading not in line.columns:
            continue
        cell = line.cell(heading)
        formula = formulas.get(Cell(cell.sheet, cell.row, cell.column), "")
        text = typed(line.value(heading))
        if formula or (text.strip() and not (part is Part.DATE and text.strip() == NOT_ASKED)):
            yield Answer(part, text, cell, formula)


def typed(value: Value) -> str:
    """What was typed, a day as people write it."""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return date_words(value) if isinstance(value, date) and not isinstance(value, datetime) else shown(value)


def amiss(
    file: str, owner: str, issued: Sequence[Returned], lines: Sequence[Line], matched: Mapping[int, int]
) -> Iterator[Refusal]:
    """Rows that were deleted or added, and cells edited that were not to be filled in."""
    for place, asked in enumerate(issued):
        if place not in matched:
            message = f"{asked.name}: its row was deleted from the form; ask {owner} about it again."
            yield Refusal("row-deleted", file, message, owner, asked.ref)
        else:
            yield from edited(file, owner, asked, lines[matched[place]])
    for number, line in enumerate(lines):
        if number not in matched.values():
            cell = Cell(line.sheet.name, line.row, 1)
            message = f"Row {line.row} was not in the form that was sent, and is not taken: {said(line)}."
            yield Refusal("row-added", file, message, owner, line.text("Ref").strip(), cell)


def said(line: Line) -> str:
    words = (" ".join(shown(value).split()) for value in line.sheet.rows[line.row - 1])
    return "“" + " | ".join(word for word in words if word) + "”"


def edited(file: str, owner: str, asked: Returned, line: Line) -> Iterator[Refusal]:
    """The cells of a row that say something else than they did, though they were not to be filled in."""
    before = {
        "Ref": (asked.ref, key(line.text("Ref")) == key(asked.ref)),
        "Action": (asked.words, has_words(asked, line)),
        "Timescale": (asked.timescale.strip() or NOT_SET, has_timescale(asked, line)),
    }
    for heading, (was, is_same) in before.items():
        if heading in line.columns and not is_same:
            now = line.text(heading).strip()
            message = (
                f"{asked.name}: {heading} was changed in the form from “{was.strip()}” to “{now}”, which is not taken; "
                "change it in the plan if it is right."
            )
            yield Refusal("locked-edited", file, message, owner, asked.ref, line.cell(heading))
