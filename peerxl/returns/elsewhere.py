"""What was typed on another sheet of a form than the one that is read."""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.documents.form import OTHERS, OTHERS_TITLE, WORDS, WORDS_TITLE
from peerxl.documents.issued import WIDTHS, digest
from peerxl.merge.find import key
from peerxl.merge.returned import Answer, Refusal
from peerxl.model.sheet import Sheet
from peerxl.returns.form import Form, answers_of
from peerxl.returns.matching import match
from peerxl.returns.table import Table, find_tables, row_said


def copied(form: Form) -> Iterator[Refusal]:
    """Answers on a copy of the form's sheet that the sheet itself does not give."""
    given = {(place, answer.part): key(answer.text) for place, answer in answers_on(form, form.table)}
    for table in form.copies:
        for place, answer in answers_on(form, table):
            asked = form.issued[place]
            same = (given.get((place, answer.part)), key(asked.issued(answer.part)))
            if key(answer.text) not in same or answer.formula:
                message = (
                    f"{asked.name}: the sheet “{table.sheet.name}” has the {answer.part.noun} “{answer.text.strip()}”, "
                    f"and only “{form.table.sheet.name}” is read; put it in the plan yourself if it counts."
                )
                yield form.refusal("other-sheet", message, asked.ref, answer.cell)


def answers_on(form: Form, table: Table) -> list[tuple[int, Answer]]:
    """The answers of a table with the number of the action each is about."""
    lines = table.lines
    matched = form.matched if table is form.table else match(form.issued, lines)
    return [(place, answer) for place, number in matched.items() for answer in answers_of(lines[number], form.formulas)]


def on_other_sheets(form: Form) -> Iterator[Refusal]:
    """What stands on the sheet of other actions that was not issued, and on sheets that were added."""
    read = {id(table.sheet) for table in (form.table, *form.copies, *find_tables(form.sheets, WIDTHS))}
    for sheet in form.sheets:
        if id(sheet) in read or is_one_of(sheet, WORDS, WORDS_TITLE):
            continue
        if is_one_of(sheet, OTHERS, OTHERS_TITLE):
            yield from among_others(form, sheet)
        elif said := [cell for row in range(1, len(sheet.rows) + 1) for cell in row_said(sheet, row)]:
            words = " | ".join(cell.text.strip() for cell in said)
            yield form.refusal("other-sheet", unread(sheet.name, words), cell=said[0])


def is_one_of(sheet: Sheet, name: str, title: str) -> bool:
    return sheet.name == name or sheet.cell(1, 1).text == title


def among_others(form: Form, sheet: Sheet) -> Iterator[Refusal]:
    """The rows of other actions that do not say what they did, and what stands beside the lines above them."""
    table = next(find_tables([sheet], ("Action", "Last status")), None)
    above = range(1, table.header if table else len(sheet.rows) + 1)
    beside = [tuple(cell for cell in row_said(sheet, row) if cell.column > 1) for row in above]
    issued = form.issued_lines[0].text("Other actions").split()
    lines = [line.said for line in table.lines] if table else []
    changed = [said for said in lines if digest(cell.text for cell in said) not in issued]
    for said in filter(None, (*beside, *changed)):
        words = " | ".join(cell.text.strip() for cell in said)
        yield form.refusal("other-sheet", unread(sheet.name, words), cell=said[0])


def unread(name: str, words: str) -> str:
    return f"The sheet “{name}” says “{words}”, which is not read; put it in the plan yourself if it is an answer."
