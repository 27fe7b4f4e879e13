"""What was typed on another sheet of a form than the one that is read."""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.identity.lines import match_lines
from peerxl.identity.wording import fold_words
from peerxl.merge.returned import FormAnswer, Refusal
from peerxl.model.answer_field import AnswerField
from peerxl.model.sheet import Sheet
from peerxl.returns.baseline import digest, issued_rooms
from peerxl.returns.layout import ACTION, LAST_STATUS, OTHERS, OTHERS_TITLE, WORDS, WORDS_TITLE
from peerxl.returns.returned_form import ReturnedForm, read_answers, trace_of
from peerxl.returns.table import FormTable, filled_cells, find_tables


def find_copied(form: ReturnedForm) -> Iterator[Refusal]:
    """Answers on a copy of the form's sheet that the sheet itself does not give."""
    given: dict[tuple[int, AnswerField], str] = {
        (asked_index, answer.field): fold_words(answer.text) for asked_index, answer in answers_on(form, form.table)
    }
    for table in form.copies:
        for asked_index, answer in answers_on(form, table):
            asked = form.issued[asked_index]
            # What the read sheet says too, or the form was sent out with, is not lost with the copy.
            known = (given.get((asked_index, answer.field)), fold_words(asked.issued_text(answer.field)))
            if fold_words(answer.text) not in known or answer.formula:
                message = (
                    f"{asked.name}: the sheet “{table.sheet.name}” has the {answer.field.noun} "
                    f"“{answer.text.strip()}”, and only “{form.table.sheet.name}” is read; put it in the plan yourself "
                    "if it counts."
                )
                yield form.refusal("other-sheet", message, asked.ref, answer.cell)


def answers_on(form: ReturnedForm, table: FormTable) -> list[tuple[int, FormAnswer]]:
    """The answers of a table with the index of the action each is about."""
    is_form = table is form.table
    matched = form.matched if is_form else match_lines(form.index, list(map(trace_of, table.lines)))
    return [
        (asked_index, answer)
        for asked_index, line_index in matched.items()
        for answer in read_answers(table.lines[line_index], form.fields, form.formulas)
    ]


def find_on_other_sheets(form: ReturnedForm) -> Iterator[Refusal]:
    """What stands on the sheet of other actions that was not issued, and on sheets that were added."""
    issued = find_tables(form.sheets, issued_rooms(()))
    # By identity: to compare or to hash a sheet is to go through all its cells.
    read = {id(table.sheet) for table in (form.table, *form.copies, *issued)}
    for sheet in form.sheets:
        if id(sheet) in read or is_one_of(sheet, WORDS, WORDS_TITLE):
            continue
        if is_one_of(sheet, OTHERS, OTHERS_TITLE):
            yield from find_among_others(form, sheet)
        elif cells := [cell for row in range(1, len(sheet.rows) + 1) for cell in filled_cells(sheet, row)]:
            words = " | ".join(cell.text.strip() for cell in cells)
            yield form.refusal("other-sheet", say_unread(sheet.name, words), cell=cells[0])


def is_one_of(sheet: Sheet, name: str, title: str) -> bool:
    return sheet.name == name or sheet.cell(1, 1).text == title


def find_among_others(form: ReturnedForm, sheet: Sheet) -> Iterator[Refusal]:
    """The rows of other actions that do not say what they did, and what stands beside the lines above them."""
    table = next(find_tables([sheet], (ACTION, LAST_STATUS)), None)
    above = range(1, table.header_row if table else len(sheet.rows) + 1)
    beside = [tuple(cell for cell in filled_cells(sheet, row) if cell.column > 1) for row in above]
    issued = set(form.issued_lines[0].text("Other actions").split())
    lines = [line.filled for line in table.lines] if table else []
    changed = [cells for cells in lines if digest(cell.text for cell in cells) not in issued]
    for cells in filter(None, (*beside, *changed)):
        words = " | ".join(cell.text.strip() for cell in cells)
        yield form.refusal("other-sheet", say_unread(sheet.name, words), cell=cells[0])


def say_unread(name: str, words: str) -> str:
    return f"The sheet “{name}” says “{words}”, which is not read; put it in the plan yourself if it is an answer."
