"""A return form as found in its workbook, and what was typed into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from peerxl.documents.document import date_words
from peerxl.identity.lines import AskedIndex
from peerxl.identity.trace import ActionTrace
from peerxl.merge.returned import AskedAction, FormAnswer, Refusal
from peerxl.model.answer_field import AnswerField, AnswerKind
from peerxl.model.owner import Owner
from peerxl.model.sheet import Cell, Sheet, Value, is_error, shown
from peerxl.returns.layout import ACTION, NOT_ASKED, REF, TIMESCALE
from peerxl.returns.table import FormLine, FormTable

Formulas = Mapping[Cell, str]


@dataclass(frozen=True, slots=True)
class MatchedLine:
    """A line of a form with the action it is about, as it was issued and as the form shows it."""

    asked: AskedAction
    shown: ActionTrace
    line: FormLine
    issued_line: FormLine


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """What was issued, the table that is filled in, and which of its lines is about which action, by their indexes.

    ``index`` has the actions as the form shows them, ``copies`` are further tables with the form's headings.
    """

    file: str
    owner: Owner
    fields: tuple[AnswerField, ...]
    sheets: tuple[Sheet, ...]
    issued: tuple[AskedAction, ...]
    issued_table: FormTable
    index: AskedIndex
    table: FormTable
    copies: tuple[FormTable, ...]
    matched: Mapping[int, int]
    formulas: Formulas

    @property
    def lines(self) -> tuple[FormLine, ...]:
        return self.table.lines

    @property
    def issued_lines(self) -> tuple[FormLine, ...]:
        return self.issued_table.lines

    @property
    def pairs(self) -> Iterator[MatchedLine]:
        """Each action that has a line, with it."""
        for asked_index, line_index in sorted(self.matched.items()):
            yield MatchedLine(
                self.issued[asked_index],
                self.index.asked[asked_index],
                self.lines[line_index],
                self.issued_lines[asked_index],
            )

    def refusal(self, code: str, message: str, ref: str = "", cell: Cell | None = None) -> Refusal:
        return Refusal(code, self.file, message, self.owner.name, ref, cell)


def trace_of(line: FormLine) -> ActionTrace:
    """What a line says of the action it is about."""
    return ActionTrace(line.text(REF), line.text(ACTION), timescale=line.text(TIMESCALE))


def read_answers(line: FormLine, fields: Sequence[AnswerField], formulas: Formulas) -> Iterator[FormAnswer]:
    """What was typed on a line; nothing of a heading that two columns have, or of what is not words and should be."""
    for field in fields:
        cells = line.cells(field.heading)
        if len(cells) == 1 and (answer := read_answer(field, line, cells[0], formulas)):
            yield answer


def read_unread(line: FormLine, fields: Sequence[AnswerField], formulas: Formulas) -> Iterator[FormAnswer]:
    """What stands on a line for words and is none, as it reads."""
    for field in fields:
        for cell in line.cells(field.heading):
            value = line.value(cell)
            is_formula = Cell(cell.sheet, cell.row, cell.column) in formulas
            if cell.text.strip() and not is_formula and not is_readable(field, value):
                yield FormAnswer(field, read_typed(value), cell)


def read_answer(field: AnswerField, line: FormLine, cell: Cell, formulas: Formulas) -> FormAnswer | None:
    """The answer in a cell; None where there is none."""
    # Formulas are known by where they stand: these cells have no words.
    formula = formulas.get(Cell(cell.sheet, cell.row, cell.column), "")
    value = line.value(cell)
    text = read_typed(value)
    if formula:
        return FormAnswer(field, text, cell, formula)
    is_typed = text.strip() not in ("", NOT_ASKED)
    return FormAnswer(field, text, cell) if is_typed and is_readable(field, value) else None


def is_readable(field: AnswerField, value: Value) -> bool:
    """Whether a value is words its owner saw: of a number in a comment nobody can tell how it was shown."""
    return field.kind is not AnswerKind.WORDS or (isinstance(value, str) and not is_error(value))


def read_typed(value: Value) -> str:
    """What was typed, a day as people write it."""
    # Readers give a day without a time as midnight.
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return date_words(value) if isinstance(value, date) and not isinstance(value, datetime) else shown(value)
