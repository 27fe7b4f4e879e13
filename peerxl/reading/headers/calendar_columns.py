"""Charts drawn in cells: runs of dates, months, quarters or weeks as headings, with marks or nothing beneath."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from peerxl.language.timescales.lexicon import MONTHS
from peerxl.model.sheet import Sheet, Value, shown
from peerxl.reading.cells.profile import is_mark

FEWEST = 3
"""How many such headings in a row make a chart."""
LOOKED_AT = 60
WEEK = 7
RAG = frozenset("rag")
_MONTH = re.compile(r"([^\W\d_]+)\.?(?:[-/ ']*\d{2,4})?")
_QUARTER = re.compile(r"q(?:tr|uarter)?\s?[1-4](?:\s.*)?", re.IGNORECASE)
_WEEK = re.compile(r"(?:w(?:eek|k)?|w/?[ce]|day|d|month|m|sprint)?\.?\s*\d{1,3}(?:[/.-]\d{1,2})?", re.IGNORECASE)


def find_calendars(sheet: Sheet, row: int, values: Mapping[int, Value]) -> tuple[range, ...]:
    """The columns of each chart that a row of headings begins; a chart goes on over the blanks of merged headings."""
    return tuple(span for span in find_runs(values) if is_chart(sheet, row, span))


def find_runs(values: Mapping[int, Value]) -> Iterator[range]:
    """Runs of headings that count the same, as columns from the first to the last."""
    run: list[int] = []
    kind = ""
    for column in sorted(values):
        here = kind_of(values[column])
        if run and here and here == kind and column - run[-1] <= WEEK:
            run.append(column)
            continue
        if len(run) >= FEWEST:
            yield range(run[0], run[-1] + 1)
        run, kind = ([column], here) if here else ([], "")
    if len(run) >= FEWEST:
        yield range(run[0], run[-1] + 1)


def kind_of(value: Value) -> str:
    """What a heading counts: days, months, quarters or weeks; nothing for any other."""
    if isinstance(value, date):
        return "day"
    text = shown(value).strip()
    if (month := _MONTH.fullmatch(text)) and month[1].casefold() in MONTHS:
        return "month"
    if _QUARTER.fullmatch(text):
        return "quarter"
    return "week" if _WEEK.fullmatch(text) else ""


def is_chart(sheet: Sheet, row: int, span: range) -> bool:
    """Whether what stands beneath is marks or nothing: words are updates, and R, A and G are statuses."""
    texts = {
        text
        for below in sheet.filled_rows_after(row, LOOKED_AT)
        for column in span
        if (text := shown(sheet.value(below, column)).strip())
    }
    is_marked = all(is_mark(text) for text in texts) and not {text.casefold() for text in texts} & RAG
    # Blank columns of quarters are to be filled with updates.
    return is_marked and (bool(texts) or kind_of(sheet.value(row, span.start)) != "quarter")
