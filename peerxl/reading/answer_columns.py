"""Which cell of a plan an answer goes to, and what a column that is missing is to be called, the plan's own way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from peerxl.model.action import Action
from peerxl.model.answer_field import AnswerField
from peerxl.model.fiscal import APRIL_YEARS, FiscalQuarter, YearConvention
from peerxl.model.layout import Column, Field, Table
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell
from peerxl.pattern import compile_late
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.headings.key import strip_figures
from peerxl.reading.headings.rules import Heading
from peerxl.reading.quarter_words import YEARS, move_years

_MONTH = r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
_NUMBER = compile_late(r"(\bq(?:uarter|tr)?\.?\s*)[1-4]\b", re.IGNORECASE)
_MONTHS_IN_BRACKETS = compile_late(rf"\s*\([^()]*{_MONTH}[^()]*\)", re.IGNORECASE)
_ANY_MONTH = compile_late(_MONTH, re.IGNORECASE)


def find_target(plan: ActionPlan, action: Action, field: AnswerField, quarter: FiscalQuarter) -> Cell | None:
    """The cell an answer goes to; None where the plan has no column for it.

    A new date goes to the timescale's own column, which is the revised one where the plan keeps both; in one that is
    headed as the original and stands alone it would make the heading untrue. The words of a cell that the action was
    not read from are not known here.
    """
    if field.is_quarterly:
        cell = get_quarter_cell(action, field, quarter)
        column = plan.table_of(action).of_quarter(field.column, quarter)
        if cell and column and cell.column != column.number:  # an earlier month of the quarter speaks for it
            cell = Cell(action.sheet, action.row, column.number)
        # Few plans have either.
        closed = plan.closed_columns if field.column is Field.STATUS else plan.percentages
        return None if cell and closed and (plan.table_of(action), cell.column) in closed else cell
    column = plan.table_of(action).first_of(field.column)
    if column is None or column.is_original:
        return None
    cell = action.cell(field.column)
    is_there = cell is not None and cell.column == column.number
    return cell if is_there else Cell(action.sheet, action.row, column.number)


def takes_answers(plan: ActionPlan, table: Table, field: AnswerField, quarter: FiscalQuarter) -> bool:
    """Whether a table has a column for an answer, so that there is a cell in each of its rows."""
    if not field.is_quarterly:
        first = table.first_of(field.column)
        return first is not None and not first.is_original
    column = table.of_quarter(field.column, quarter)
    return column is not None and (table, column.number) not in plan.closed_columns


def get_quarter_cell(action: Action, field: AnswerField, quarter: FiscalQuarter) -> Cell | None:
    """The cell of a quarter's status or comment."""
    update = action.update(quarter)
    return update.status_cell if field.column is Field.STATUS else update.comment_cell


def lacks_only(table: Table, quarter: FiscalQuarter) -> bool:
    """Whether a table has no column of a quarter, and has some of an earlier one that are headed by its name."""
    quarters = {column.quarter for column in table.columns if column.quarter and column.name}
    return quarter not in quarters and any(each < quarter for each in quarters)


def name_new_column(table: Table, field: AnswerField, quarter: FiscalQuarter, years: YearConvention) -> str:
    """The one heading to give a column that is missing: the plan's last of the kind, moved on to the quarter.

    Where the plan has none of the kind it is named beside the quarter's others; a plan that names no quarters in its
    headings has none named here. What would not be read as that column of that quarter is not proposed.
    """
    if not field.is_quarterly:
        return field.new_heading
    headings = list_headings(table, field, quarter)
    usable = (heading for heading in headings if is_read_as(heading, field, quarter, table, years))
    return next(usable, f"Quarter {quarter.number} {quarter.year} {name_kind(table, field)}")


def name_kind(table: Table, field: AnswerField) -> str:
    """What a quarter's column of answers is called: beside a status of no quarter an "update" would be a comment."""
    is_beside = table.has(Field.OVERALL_STATUS) or any(not column.name for column in table.all_of(Field.STATUS))
    return field.noun if field.column is Field.STATUS and is_beside else field.quarter_heading


def list_headings(table: Table, field: AnswerField, quarter: FiscalQuarter) -> Iterator[str]:
    """The headings that may do, the likeliest first."""
    own = [column for column in table.all_of(field.column) if column.quarter]
    for column in sorted(own, key=rank_by_quarter, reverse=True):
        yield from move_heading(column, quarter)
    others = [column for column in table.columns if column.quarter and column.field is not field.column]
    for column in sorted(others, key=rank_by_quarter, reverse=True):
        # "Q2 update" has "Q2 comments" beside it; a plain "Status" has "Comments".
        for heading in move_heading(column, quarter):
            if named := _NUMBER.search(heading):
                year = YEARS.search(heading)
                end = max(named.end(), year.end() if year else 0)
                kinds = (*list_bare(own), name_kind(table, field))
                yield from (f"{heading[:end]} {begin_small(kind)}" for kind in kinds)
    if not any(column.name for column in table.columns):
        yield field.new_heading


def list_bare(own: Iterable[Column]) -> Iterator[str]:
    """The words of the last of a quarter's columns, where they name no quarter: "Latest news" beside "Q2 status"."""
    last = max(own, key=rank_by_quarter, default=None)
    words = " ".join(last.heading.text.split()) if last else ""
    if words and not any(pattern.search(words) for pattern in (_NUMBER, _ANY_MONTH, YEARS)):
        yield words


def begin_small(words: str) -> str:
    """A heading's words after others: with a small letter, but for an acronym ("RAG / progress")."""
    first = words.split(maxsplit=1)[0] if words.strip() else ""
    return words if any(map(str.isupper, first[1:])) else f"{words[:1].lower()}{words[1:]}"


def rank_by_quarter(column: Column) -> tuple[FiscalQuarter, int]:
    assert column.quarter is not None
    return column.quarter, column.number


def move_heading(column: Column, quarter: FiscalQuarter) -> Iterator[str]:
    """A quarter's heading as it would be for another quarter; with the year, where that is another one."""
    words = _MONTHS_IN_BRACKETS.sub("", " ".join(column.heading.text.split()))
    if _ANY_MONTH.search(words):
        return
    if not _NUMBER.search(words):
        # "2025 progress" is of a calendar year, and "2025/26 progress" of a fiscal one.
        firsts = (quarter.start_year, quarter.last_day.year) if YEARS.search(words) else ()
        yield from dict.fromkeys(move_years(words, first) for first in firsts)
        return
    yield _NUMBER.sub(rf"\g<1>{quarter.number}", move_years(words, quarter.start_year))
    if not YEARS.search(words):
        yield _NUMBER.sub(rf"\g<1>{quarter.number} {quarter.year}", words)


def name_quarter_in(column: Column, quarter: FiscalQuarter) -> str:
    """A column's heading with the quarter it is of and the year: "Q3 2023/24 status" for "Q3 status" or "Status".

    A "Status" whose cells are comments is named as what it is read as.
    """
    words = " ".join(column.heading.text.split())
    if column.field is Field.COMMENT and read_heading(words, APRIL_YEARS).field is Field.STATUS:
        return f"{quarter} comments"
    if _NUMBER.search(words):
        return _NUMBER.sub(rf"\g<1>{quarter.number} {quarter.year}", " ".join(YEARS.sub("", words).split()))
    return f"{quarter} {begin_small(words)}"


def is_read_as(heading: str, field: AnswerField, quarter: FiscalQuarter, table: Table, years: YearConvention) -> bool:
    """Whether a column under a heading would be read as a quarter's answers, and as no other column's."""
    if any(heading.casefold() == " ".join(column.heading.text.split()).casefold() for column in table.columns):
        return False
    read = read_heading(heading, years)
    is_field = is_headed(read, field, table, years)
    if read.quarter is None:
        # A second column of no quarter would not take the place of an update that is filled in.
        updates = [each for each in table.all_of(field.column) if read_heading(each.heading.text, years).is_update]
        return is_field and not updates and not any(column.name for column in table.columns)
    if read.quarter.is_year:
        return is_field and read.quarter.has_in_it(quarter)
    reported = {column.quarter.start_year for column in table.columns if column.quarter}
    is_year = read.quarter.year == quarter.start_year or (
        read.quarter.year is None and reported <= {quarter.start_year}
    )
    return is_field and read.quarter.number == quarter.number and is_year


def strip_quarter(key: str) -> str:
    """A folded heading without its quarter: "latest position" for "q4 2026 / 27 latest position"."""
    return " ".join(word for word in strip_figures(key).split() if word.isalnum() and word != "quarter")


def is_headed(read: Heading, field: AnswerField, table: Table, years: YearConvention) -> bool:
    """Whether a heading is one of a field; an "update" is what those of other quarters are, else a status."""
    if not read.is_update:
        return read.field is field.column
    stem = strip_quarter(read.key)
    alike = [column for column in table.columns if strip_quarter(read_heading(column.heading.text, years).key) == stem]
    return any(column.field is field.column for column in alike) if alike else field.column is Field.STATUS
