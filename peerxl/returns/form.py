"""A return form as found in its workbook, and what was typed into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from peerxl.documents.document import date_words
from peerxl.documents.issued import NOT_ASKED
from peerxl.merge.returned import Answer, Part, Refusal, Returned
from peerxl.model.owner import Owner
from peerxl.model.sheet import Cell, Sheet, Value, is_error, shown
from peerxl.returns.table import Line, Table

HEADINGS = {Part.STATUS: "Status", Part.COMMENT: "Comment", Part.DATE: "New date"}

Formulas = Mapping[Cell, str]


@dataclass(frozen=True, slots=True)
class Form:
    """What was issued, the table that is filled in and which of its lines is about which action, both by number.

    ``copies`` are further tables with the form's headings.
    """

    file: str
    owner: Owner
    sheets: tuple[Sheet, ...]
    issued: tuple[Returned, ...]
    issued_table: Table
    table: Table
    copies: tuple[Table, ...]
    matched: Mapping[int, int]
    formulas: Formulas

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.table.lines

    @property
    def issued_lines(self) -> tuple[Line, ...]:
        return self.issued_table.lines

    @property
    def pairs(self) -> Iterator[tuple[Returned, Line, Line]]:
        """Each action with the line of the form about it and the line of what was issued."""
        lines, issued_lines = self.lines, self.issued_lines
        for place, number in sorted(self.matched.items()):
            yield self.issued[place], lines[number], issued_lines[place]

    def refusal(self, code: str, message: str, ref: str = "", cell: Cell | None = None) -> Refusal:
        return Refusal(code, self.file, message, self.owner.name, ref, cell)


def answers_of(line: Line, formulas: Formulas) -> Iterator[Answer]:
    """What was typed on a line; nothing of a heading that two columns have, or of a comment that is not words."""
    for part, heading in HEADINGS.items():
        cells = line.cells(heading)
        if len(cells) == 1 and (answer := answer_in(part, line, cells[0], formulas)):
            yield answer


def answer_in(part: Part, line: Line, cell: Cell, formulas: Formulas) -> Answer | None:
    formula = formulas.get(Cell(cell.sheet, cell.row, cell.column), "")
    value = line.value(cell)
    text = typed(value)
    if formula:
        return Answer(part, text, cell, formula)
    is_nothing = not text.strip() or (part is Part.DATE and text.strip() == NOT_ASKED)
    return None if is_nothing or not is_readable(part, value) else Answer(part, text, cell)


def is_readable(part: Part, value: Value) -> bool:
    """Whether a cell's value is words its owner saw: of a number in a comment nobody can tell how it was shown."""
    return part is not Part.COMMENT or (isinstance(value, str) and not is_error(value))


def typed(value: Value) -> str:
    """What was typed, a day as people write it."""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return date_words(value) if isinstance(value, date) and not isinstance(value, datetime) else shown(value)
