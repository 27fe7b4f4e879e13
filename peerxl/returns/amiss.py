"""What is amiss in a form itself, each as a refusal with its words: nothing that was typed goes unsaid."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from peerxl.documents.form import FILL_IN
from peerxl.documents.issued import NOT_ASKED, SHOWN
from peerxl.documents.wording import NOT_SET, listed
from peerxl.merge.find import key
from peerxl.merge.returned import Part, Refusal, Returned
from peerxl.model.sheet import Cell
from peerxl.returns.elsewhere import copied, on_other_sheets
from peerxl.returns.form import HEADINGS, Form, is_readable
from peerxl.returns.matching import has_timescale, has_words, is_torn, named_by
from peerxl.returns.table import Line, folded, row_said

NOTHING_READ = "where nothing is read; put it in the plan yourself if it is an answer"


def amiss(form: Form) -> Iterator[Refusal]:
    """Everything that is amiss."""
    for check in CHECKS:
        yield from check(form)


def rows(form: Form) -> Iterator[Refusal]:
    """Rows that were deleted or added, and those that cannot be told from one another."""
    lines = form.lines
    left = [line for number, line in enumerate(lines) if number not in form.matched.values()]
    unsure = {place for line in left for place in named_by(form.issued, line)}
    for place, asked in enumerate(form.issued):
        if place in form.matched:
            continue
        code = "row-doubtful" if place in unsure else "row-deleted"
        what = "cannot be told from others in" if place in unsure else "was deleted from"
        message = f"{asked.name}: its row {what} the form; ask {form.owner} about it again."
        yield form.refusal(code, message, asked.ref)
    for line in left:
        yield row_left(form, line)


def row_left(form: Form, line: Line) -> Refusal:
    """A row of the form that is about no action for sure."""
    ref, cell = line.text("Ref").strip(), Cell(line.sheet.name, line.row, 1)
    named = named_by(form.issued, line)
    if is_torn(form.issued, line):
        names = listed(form.issued[place].name for place in sorted(named))
        why = f"has the ref of one action and the words of another ({names})"
    else:
        why = "cannot be told from others" if named else "was not in the form that was sent"
    code = "row-doubtful" if named else "row-added"
    return form.refusal(code, f"Row {line.row} {why}, and is not taken: “{line.words}”.", ref, cell)


def edited(form: Form) -> Iterator[Refusal]:
    """Cells that say something else than they did, though they were not to be filled in."""
    for asked, line, issued in form.pairs:
        for heading, was, is_same in locked(asked, line, issued):
            for cell in line.cells(heading)[:1]:
                if not is_same:
                    message = (
                        f"{asked.name}: {heading} was changed in the form from “{was.strip()}” to "
                        f"“{cell.text.strip()}”, which is not taken; put it in the plan yourself if it is right."
                    )
                    yield form.refusal("locked-edited", message, asked.ref, cell)


def locked(asked: Returned, line: Line, issued: Line) -> Iterator[tuple[str, str, bool]]:
    """Each heading whose cells are not to be filled in, what it said, and whether it says the same still."""
    yield "Ref", asked.ref, key(line.text("Ref")) == key(asked.ref)
    yield "Action", asked.words, has_words(asked, line)
    yield "Timescale", asked.timescale.strip() or NOT_SET, has_timescale(asked, line)
    for heading in SHOWN:
        yield heading, issued.text(heading), folded(line.text(heading)) == folded(issued.text(heading))


def headings(form: Form) -> Iterator[Refusal]:
    """Headings that the form was issued with and no longer has."""
    has_dates = any(line.text("New date") != NOT_ASKED for line in form.issued_lines)
    wanted = ("Timescale", *SHOWN, *(["New date"] if has_dates else []))
    for heading in (*(["Ref"] if any(asked.ref for asked in form.issued) else []), *wanted):
        if not form.table.has(heading):
            message = f"No column of the form is headed “{heading}” any more, so what stands there is not read."
            yield form.refusal("heading-changed", message, cell=Cell(form.table.sheet.name, form.table.header, 1))


def doubled(form: Form) -> Iterator[Refusal]:
    """Answers under a heading that several columns have."""
    for asked, line, _ in form.pairs:
        for part, heading in HEADINGS.items():
            cells = [cell for cell in line.cells(heading) if cell.text.strip()]
            was = key(asked.issued(part))
            if len(line.cells(heading)) > 1 and any(key(cell.text) != was for cell in cells):
                said = listed(f"“{cell.text.strip()}”" for cell in cells)
                message = (
                    f"{asked.name}: several columns of the form are headed “{heading}” ({said}), and none is taken; "
                    "put in the plan what is meant."
                )
                yield form.refusal("heading-twice", message, asked.ref, cells[0])


def beside(form: Form) -> Iterator[Refusal]:
    """What stands beside the form's own columns, or above them."""
    read = {column for heading in own_headings() for column in form.table.columns.get(folded(heading), ())[:1]}
    read |= {column for heading in HEADINGS.values() for column in form.table.columns.get(folded(heading), ())}
    for asked, line, issued in form.pairs:
        known = {folded(cell.text) for cell in issued.said}
        for cell in line.said:
            if cell.column not in read and folded(cell.text) not in known:
                message = f"{asked.name}: “{cell.text.strip()}” stands in {cell.address} of the form, {NOTHING_READ}."
                yield form.refusal("beside", message, asked.ref, cell)
    above = (cell for row in range(1, form.table.header) for cell in row_said(form.table.sheet, row))
    for cell in above:
        if cell.column > 1 and cell.text.strip() != FILL_IN:
            message = f"“{cell.text.strip()}” stands in {cell.address} of the form, {NOTHING_READ}."
            yield form.refusal("beside", message, cell=cell)


def own_headings() -> Iterable[str]:
    return ("Ref", "Action", "Timescale", *SHOWN, *HEADINGS.values())


def not_words(form: Form) -> Iterator[Refusal]:
    """Comments that are numbers, days or errors: what the owner saw may have been something else, as 100% for 1."""
    for asked, line, _ in form.pairs:
        for cell in line.cells(HEADINGS[Part.COMMENT]):
            is_formula = Cell(cell.sheet, cell.row, cell.column) in form.formulas
            if cell.text.strip() and not is_formula and not is_readable(Part.COMMENT, line.value(cell)):
                message = (
                    f"{asked.name}: the comment is a number, a day or an error, “{cell.text}”, which the form may have "
                    f"shown otherwise; ask {form.owner} for it in words."
                )
                yield form.refusal("not-words", message, asked.ref, cell)


def merged(form: Form) -> Iterator[Refusal]:
    """Cells to fill in that were merged over several actions: what they say is taken for the first one alone."""
    columns = [
        (heading, number) for heading in HEADINGS.values() for number in form.table.columns.get(folded(heading), ())
    ]
    for block in form.table.sheet.merged:
        over = [asked for asked, line, _ in form.pairs if block.first_row < line.row <= block.last_row]
        for heading, column in columns if over else ():
            cell = form.table.sheet.cell(block.first_row, column)
            if (block.first_row, column) in block and cell.text.strip():
                names = listed(asked.name for asked in over)
                message = (
                    f"{names}: {heading} is one cell with the one above in the form, which says “{cell.text.strip()}”; "
                    f"put it in the plan yourself if it is said of {names} too."
                )
                yield form.refusal("cells-merged", message, over[0].ref, cell)


CHECKS: tuple[Callable[[Form], Iterator[Refusal]], ...] = (
    rows,
    edited,
    headings,
    doubled,
    merged,
    beside,
    not_words,
    copied,
    on_other_sheets,
)
