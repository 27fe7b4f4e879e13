"""What of a plan moves on to the next quarter: the words that say the quarter, and the columns it lacks then."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from peerxl.advice import RUN_NEXT_AGAIN
from peerxl.errors import PeerxlError
from peerxl.model.action import Action
from peerxl.model.answer_field import COMMENT, STATUS, AnswerField
from peerxl.model.fiscal import FiscalQuarter, YearConvention
from peerxl.model.layout import Column, Field, Table
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell, Sheet, Value, shown
from peerxl.reading.answer_columns import name_new_column
from peerxl.reading.headers.title import find_title, list_title_cells, quarter_number, read_title
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.headings.quarter_names import split_quarter
from peerxl.reading.own_sheets.settings import find_reporting_quarter
from peerxl.reading.own_sheets.values import read_quarter_value
from peerxl.reading.quarter_words import list_names_of, move_words

QUARTERLY: Mapping[Field, AnswerField] = {Field.STATUS: STATUS, Field.COMMENT: COMMENT}


class QuarterWordsError(PeerxlError):
    """A cell that says the quarter in words of which nobody can tell what they are for the next one."""

    def __init__(self, source: str, cell: Cell, quarter: FiscalQuarter) -> None:
        super().__init__(
            f"{source}!{cell}: “{cell.text}” cannot be moved on to {quarter}; write “{quarter - 1}” there, with no "
            f"month beside it, and {RUN_NEXT_AGAIN.words()}."
        )


class QuarterInNameError(PeerxlError):
    """A plan of which only the name of its sheet or file says the quarter."""

    def __init__(self, source: str, sheet: str, quarter: FiscalQuarter) -> None:
        super().__init__(
            f"{source}!{sheet}: only the sheet's name, or the file's, says that the plan reports {quarter}; say it in "
            f"the title above the plan or on a Settings sheet, and {RUN_NEXT_AGAIN.words()}."
        )


@dataclass(frozen=True, slots=True)
class MissingColumn:
    """A column that a table lacks for a quarter: the one that it is to be like, and its words by row.

    ``full_heading`` names the quarter, for a table that has a column under the same heading already.
    """

    model: Column
    words: tuple[tuple[int, str], ...]
    full_heading: str

    def get_words(self, headings: Collection[str]) -> dict[int, str]:
        """Its words by row in a table of Excel's own, of which no two columns may have one heading."""
        row, taken = self.model.heading.row, {heading.casefold() for heading in headings}
        words = dict(self.words)
        return words | {row: self.full_heading} if words[row].casefold() in taken else words


def move_quarter(plan: ActionPlan, sheets: Sequence[Sheet], quarter: FiscalQuarter) -> dict[Cell, Value]:
    """The cells that say which quarter a plan reports, each with what it is to say for the next one.

    The Settings sheet's, and the titles' where they say the same quarter or there is no other; none where nothing in
    the workbook says it. Raises QuarterWordsError, QuarterInNameError.
    """
    cell, value = find_reporting_quarter(sheets)
    old, moved = quarter - 1, dict[Cell, Value]()
    if cell is not None:
        moved[cell] = move_value(value, plan, quarter)
    named = {sheet.name: sheet for sheet in sheets}
    for table in plan.tables:
        sheet = named[table.sheet]
        title = find_title(sheet, table.first_header_row, Path(plan.source).stem, plan.settings.years)
        if title.quarter is None or (cell is not None and title.quarter != old):
            continue
        lines = tuple(list_title_cells(sheet, table.first_header_row))
        if lines:
            moved |= {line: text for line in lines for text in move_line(plan, line, title.quarter, quarter)}
        elif cell is None:
            raise QuarterInNameError(plan.source, table.sheet, title.quarter)
    return moved


def move_value(value: Value, plan: ActionPlan, quarter: FiscalQuarter) -> Value:
    """The value of a setting that says the quarter: a day for a day, words in the same style."""
    old = quarter - 1
    if isinstance(value, date):
        return quarter.first_day if value == old.first_day else quarter.last_day
    moved = move_words(shown(value), old, quarter, plan.settings.years)
    return next((text for text in moved if reads_as_value(text, plan, quarter)), str(quarter))


def reads_as_value(text: str, plan: ActionPlan, quarter: FiscalQuarter) -> bool:
    """Whether a setting would be read as this quarter."""
    try:
        return read_quarter_value(text, plan.settings) == quarter
    except ValueError:
        return False


def move_line(plan: ActionPlan, line: Cell, old: FiscalQuarter, quarter: FiscalQuarter) -> Iterator[str]:
    """A line of a title for the next quarter; nothing for one that names neither the quarter nor another year."""
    years = plan.settings.years
    before, number = read_title(line.text, years), quarter_number(line.text)
    numbers = dict(zip(list_numbers(old, years), list_numbers(quarter, years), strict=True))
    says_year = before.year == old.year != quarter.year
    if number not in numbers and not says_year:
        return
    for text in move_words(line.text, old, quarter, years):
        after = read_title(text, years)
        is_quarter_right = after.quarter == (quarter if before.quarter == old else before.quarter)
        is_number_right = before.quarter is not None or quarter_number(text) == numbers.get(number or 0, number)
        is_year_right = after.year == (quarter.year if before.year == old.year else before.year)
        if is_quarter_right and is_number_right and is_year_right:
            yield text
            return
    raise QuarterWordsError(plan.source, line, quarter)


def list_numbers(quarter: FiscalQuarter, years: YearConvention) -> list[int]:
    """The numbers that a quarter goes by."""
    return [number for number, _ in list_names_of(quarter, years)]


def list_missing(
    table: Table, sheet: Sheet, quarter: FiscalQuarter, years: YearConvention
) -> tuple[MissingColumn, ...]:
    """The columns that a table lacks for a quarter, each like one of the last quarter before it that has columns.

    None where no heading of the table names a quarter: then its columns are of whichever quarter is reported.
    """
    named = [column for column in table.columns if column.field in QUARTERLY and column.quarter and is_named(column)]
    earlier = [column.quarter for column in named if column.quarter and column.quarter < quarter]
    if not earlier:
        return ()
    present = {column.field for column in named if column.quarter == quarter}
    models = [column for column in named if column.quarter == max(earlier) and column.field not in present]
    return tuple(
        MissingColumn(
            column,
            tuple(list_words(table, sheet, column, quarter, years)),
            name_new_column(table, QUARTERLY[column.field], quarter, years),
        )
        for column in sorted(models, key=lambda column: column.number)
    )


def is_named(column: Column) -> bool:
    """Whether a column's heading names its quarter, rather than calling it the one before."""
    return column.name not in ("", "Q0")


def list_words(
    table: Table, sheet: Sheet, model: Column, quarter: FiscalQuarter, years: YearConvention
) -> Iterator[tuple[int, str]]:
    """The words of a new column by row: a heading in the words of the one it is like, and those of a band above it.

    A heading that names no quarter is not given twice where the other column of the quarter names it.

    Where the headings stand again further down, as at the head of a page, they do so in the new column too.
    """
    heading = model.heading
    words = {heading.text: heading.text}
    if read_heading(heading.text, years).quarter is not None:
        words[heading.text] = name_new_column(table, QUARTERLY[model.field], quarter, years)
    else:
        bands = (sheet.cell(row, model.number).text for row in range(table.first_header_row, heading.row))
        moved = {text: move_band(text, quarter, years) for text in bands if text.strip()}
        if is_first_of_a_pair(model, table, years):
            words[heading.text] = name_new_column(table, QUARTERLY[model.field], quarter, years)
        words = moved | words
    again = {cell.row for skipped in table.skipped for cell in skipped.cells}
    for row in sorted({*range(table.first_header_row, heading.row + 1), *again}):
        text = sheet.cell(row, model.number).text
        if text in words:
            yield row, words[text]


def is_first_of_a_pair(model: Column, table: Table, years: YearConvention) -> bool:
    """Whether a column whose heading names no quarter ("Latest news") stands beside one that does ("Q1 progress").

    A table that has it for one quarter after another ("Q1", "News", "Q2", "News") has it so for the next.
    """
    beside = [column for column in table.columns if column.quarter == model.quarter]
    words = [" ".join(column.heading.text.casefold().split()) for column in table.columns]
    is_beside = any(read_heading(column.heading.text, years).quarter is not None for column in beside)
    return is_beside and words.count(" ".join(model.heading.text.casefold().split())) == 1


def move_band(text: str, quarter: FiscalQuarter, years: YearConvention) -> str:
    """The words over a quarter's columns for another quarter, with its year where they had none and it is another."""
    before, _ = split_quarter(text, years)
    for moved in move_words(text, quarter - 1, quarter, years):
        after, _ = split_quarter(moved, years)
        if before and after and after.number == quarter.number:
            if after.year == quarter.start_year:
                return moved
            if after.year is None and before.number < after.number:
                return moved
    return f"Quarter {quarter.number} {quarter.year}" if before else text


def find_last_column(table: Table, missing: Iterable[MissingColumn], quarter: FiscalQuarter) -> int:
    """The column furthest right of the last quarter's, and of those of the quarter itself that are there."""
    models = [column.model for column in missing]
    quarters = {quarter, *(model.quarter for model in models)}
    return max(column.number for column in table.columns if column.field in QUARTERLY and column.quarter in quarters)


@dataclass(frozen=True, slots=True)
class Reread:
    """An answer that would be read as another quarter's once the plan has moved on."""

    cell: Cell
    before: FiscalQuarter
    after: FiscalQuarter


def list_reread(before: ActionPlan, after: ActionPlan) -> Iterator[tuple[Action, Reread]]:
    """Every answer of a plan, with its action, that is of another quarter in another reading of it."""
    now = {cell_place(cell): quarter for action in after.actions for cell, quarter in list_answers(action)}
    for action in before.actions:
        for cell, was in list_answers(action):
            quarter = now.get(cell_place(cell))
            if was and quarter and was != quarter:
                yield action, Reread(cell, was, quarter)


def list_answers(action: Action) -> Iterator[tuple[Cell, FiscalQuarter | None]]:
    """The cells with a status or a comment in them, each with its quarter."""
    for update in action.updates:
        for cell in (update.status_cell, update.comment_cell):
            if cell and cell.text.strip():
                yield cell, update.quarter


def cell_place(cell: Cell) -> tuple[str, int, int]:
    """Where a cell stands."""
    return cell.sheet, cell.row, cell.column


def is_same_plan(before: ActionPlan, after: ActionPlan) -> bool:
    """Whether two readings of a plan have the same actions with the same answers."""
    return [describe(action) for action in before.actions] == [describe(action) for action in after.actions]


def describe(action: Action) -> tuple[object, ...]:
    """What an action is and all that is reported of it, each answer with its cell and its quarter."""
    return (
        *(action.sheet, action.row, action.ref, action.theme, action.recommendation, action.text, action.timescale),
        *(action.original_timescale, action.owners, action.evidence, action.extras, *list_answers(action)),
    )
