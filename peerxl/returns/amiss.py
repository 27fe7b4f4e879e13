"""What is amiss in a form itself, each as a refusal with its words: nothing that was typed goes unsaid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from peerxl.documents.wording import listed
from peerxl.identity.lines import has_words
from peerxl.identity.wording import fold_words
from peerxl.merge.returned import Refusal
from peerxl.model.sheet import Cell
from peerxl.returns.elsewhere import find_copied, find_on_other_sheets
from peerxl.returns.layout import ACTION, FILL_IN, NOT_ASKED, REF, SHOWN, TIMESCALE
from peerxl.returns.returned_form import MatchedLine, ReturnedForm, read_unread, trace_of
from peerxl.returns.table import FormLine, filled_cells, fold_heading

NOTHING_READ = "where nothing is read; put it in the plan yourself if it is an answer"


def find_amiss(form: ReturnedForm) -> Iterator[Refusal]:
    """Everything that is amiss."""
    for check in CHECKS:
        yield from check(form)


def find_rows(form: ReturnedForm) -> Iterator[Refusal]:
    """Rows that were deleted or added, and those that cannot be told from one another."""
    read = set(form.matched.values())
    left = [line for index, line in enumerate(form.lines) if index not in read]
    in_doubt = {asked_index for line in left for asked_index in form.index.named_by(trace_of(line))}
    for asked_index, asked in enumerate(form.issued):
        if asked_index in form.matched:
            continue
        code = "row-doubtful" if asked_index in in_doubt else "row-deleted"
        what = "cannot be told from others in" if asked_index in in_doubt else "was deleted from"
        message = f"{asked.name}: its row {what} the form; ask {form.owner} about it again."
        yield form.refusal(code, message, asked.ref)
    for line in left:
        yield refuse_row(form, line)


def refuse_row(form: ReturnedForm, line: FormLine) -> Refusal:
    """A row of the form that is about no action for sure."""
    ref, cell, trace = line.text(REF).strip(), Cell(line.sheet.name, line.row, 1), trace_of(line)
    named = form.index.named_by(trace)
    if form.index.is_torn(trace):
        names = listed(form.issued[asked_index].name for asked_index in sorted(named))
        why = f"has the ref of one action and the words of another ({names})"
    else:
        why = "cannot be told from others" if named else "was not in the form that was sent"
    code = "row-doubtful" if named else "row-added"
    return form.refusal(code, f"Row {line.row} {why}, and is not taken: “{line.words}”.", ref, cell)


def find_edited(form: ReturnedForm) -> Iterator[Refusal]:
    """Cells that say something else than they did, though they were not to be filled in."""
    for pair in form.pairs:
        for heading, before, is_same in compare_locked(pair):
            for cell in pair.line.cells(heading)[:1]:
                if not is_same:
                    message = (
                        f"{pair.asked.name}: {heading} was changed in the form from “{before.strip()}” to "
                        f"“{cell.text.strip()}”, which is not taken; put it in the plan yourself if it is right."
                    )
                    yield form.refusal("locked-edited", message, pair.asked.ref, cell)


def compare_locked(pair: MatchedLine) -> Iterator[tuple[str, str, bool]]:
    """Each heading whose cells are not to be filled in, what it said, and whether it says the same still."""
    shown, now = pair.shown, trace_of(pair.line)
    timescale = shown.timescale or ""
    yield REF, shown.shown_ref, fold_words(now.ref) == fold_words(shown.shown_ref)
    yield ACTION, shown.words, has_words(shown, now)
    yield TIMESCALE, timescale, fold_words(now.timescale or "") == fold_words(timescale)
    for heading in SHOWN:
        before = pair.issued_line.text(heading)
        yield heading, before, fold_heading(pair.line.text(heading)) == fold_heading(before)


def find_headings_gone(form: ReturnedForm) -> Iterator[Refusal]:
    """Headings that the form was issued with and no longer has."""
    refs = [REF] if any(action.ref for action in form.issued) else []
    for heading in (*refs, TIMESCALE, *SHOWN, *(field.heading for field in form.fields)):
        if not form.table.numbers(heading):
            message = f"No column of the form is headed “{heading}” any more, so what stands there is not read."
            cell = Cell(form.table.sheet.name, form.table.header_row, 1)
            yield form.refusal("heading-changed", message, cell=cell)


def find_doubled(form: ReturnedForm) -> Iterator[Refusal]:
    """Answers under a heading that several columns have."""
    for pair in form.pairs:
        for field in form.fields:
            under = pair.line.cells(field.heading)
            cells = [cell for cell in under if cell.text.strip() not in ("", NOT_ASKED)]
            issued = fold_words(pair.asked.issued_text(field))
            if len(under) > 1 and any(fold_words(cell.text) != issued for cell in cells):
                answers = listed(f"“{cell.text.strip()}”" for cell in cells)
                message = (
                    f"{pair.asked.name}: several columns of the form are headed “{field.heading}” ({answers}), and "
                    "none is taken; put in the plan what is meant."
                )
                yield form.refusal("heading-twice", message, pair.asked.ref, cells[0])


def find_beside(form: ReturnedForm) -> Iterator[Refusal]:
    """What stands beside the form's own columns, or above them."""
    table = form.table
    # Of a doubled heading the first column is read; of a doubled question find_doubled tells both.
    read = {number for heading in (REF, ACTION, TIMESCALE, *SHOWN) for number in table.numbers(heading)[:1]}
    read |= {number for field in form.fields for number in table.numbers(field.heading)}
    for pair in form.pairs:
        issued = {fold_heading(NOT_ASKED), *(fold_heading(cell.text) for cell in pair.issued_line.filled)}
        for cell in pair.line.filled:
            if cell.column not in read and fold_heading(cell.text) not in issued:
                message = (
                    f"{pair.asked.name}: “{cell.text.strip()}” stands in {cell.address} of the form, {NOTHING_READ}."
                )
                yield form.refusal("beside", message, pair.asked.ref, cell)
    above = (cell for row in range(1, table.header_row) for cell in filled_cells(table.sheet, row))
    for cell in above:
        if cell.column > 1 and cell.text.strip() != FILL_IN:
            message = f"“{cell.text.strip()}” stands in {cell.address} of the form, {NOTHING_READ}."
            yield form.refusal("beside", message, cell=cell)


def find_no_words(form: ReturnedForm) -> Iterator[Refusal]:
    """Comments that are numbers, days or errors: what the owner saw may have been something else, as 100% for 1."""
    for pair in form.pairs:
        for answer in read_unread(pair.line, form.fields, form.formulas):
            message = (
                f"{pair.asked.name}: the {answer.field.noun} is a number, a day or an error, “{answer.cell.text}”, "
                f"which the form may have shown otherwise; ask {form.owner} for it in words."
            )
            refusal = form.refusal("not-words", message, pair.asked.ref, answer.cell)
            yield replace(refusal, accept=f"{form.file}:{answer.cell.row}")


def find_merged(form: ReturnedForm) -> Iterator[Refusal]:
    """Cells to fill in that were merged over several actions: what they say is taken for the first one alone."""
    columns = [(field.heading, number) for field in form.fields for number in form.table.numbers(field.heading)]
    for block in form.table.sheet.merged:
        over = [pair.asked for pair in form.pairs if block.first_row < pair.line.row <= block.last_row]
        for heading, column in columns if over else ():
            cell = form.table.sheet.cell(block.first_row, column)
            if (block.first_row, column) in block and cell.text.strip():
                names = listed(asked.name for asked in over)
                message = (
                    f"{names}: {heading} is one cell with the one above in the form, which says “{cell.text.strip()}”; "
                    f"put it in the plan yourself if it is said of {names} too."
                )
                yield form.refusal("cells-merged", message, over[0].ref, cell)


CHECKS: tuple[Callable[[ReturnedForm], Iterator[Refusal]], ...] = (
    find_rows,
    find_edited,
    find_headings_gone,
    find_doubled,
    find_merged,
    find_beside,
    find_no_words,
    find_copied,
    find_on_other_sheets,
)
