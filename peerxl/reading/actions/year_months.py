"""Months written in figures with their year: "08/2023", and "2019/03" where that can be no span of years.

By itself "2010/12" may be two years or a month, and "2010/11" is a fiscal year. In a table where another date can only
be a year and a month, the first is one too, and the second may be either.
"""

from __future__ import annotations

import re
from datetime import date

from peerxl.frozen import frozen
from peerxl.model.sheet import Cell
from peerxl.reading.actions.date_order import DATES, list_texts
from peerxl.reading.columns.tracker_layout import TrackerLayout

_MONTH_FIRST = re.compile(r"(?P<month>0?[1-9]|1[0-2])[/.-](?P<year>20\d\d)")
_YEAR_FIRST = re.compile(r"(?P<year>20(?P<short>\d\d))[/.-](?P<month>\d\d)")
MONTHS_A_YEAR = 12


@frozen
class DoubtfulMonth:
    """Why figures may be a month or a fiscal year."""

    reason: str


def find_year_month(layout: TrackerLayout) -> Cell | None:
    """The first of a table's dates that can only be a year and a month; None where others of its form are no months."""
    columns = [use.heading.column for use in layout.uses if use.field in DATES]
    texts = {value for column in columns for value in layout.count_values(column) if isinstance(value, str)}
    if not any(_YEAR_FIRST.fullmatch(text.strip()) for text in texts):
        return None
    cells = list_texts(layout, columns)
    figures = [(cell, match) for cell in cells if (match := _YEAR_FIRST.fullmatch(cell.text.strip()))]
    if any(not 1 <= int(match["month"]) <= MONTHS_A_YEAR for _, match in figures):
        return None
    return next((cell for cell, match in figures if match["month"] <= match["short"]), None)


def read_year_month(text: str, proof: Cell | None) -> date | DoubtfulMonth | None:
    """The first day of a month in figures, or why it may be a year instead; None where the text is no such month."""
    text = text.strip()
    if not text[:1].isdecimal():
        return None
    if match := _MONTH_FIRST.fullmatch(text):
        return date(int(match["year"]), int(match["month"]), 1)
    match = _YEAR_FIRST.fullmatch(text)
    if match is None or proof is None:
        return None
    if int(match["month"]) == int(match["short"]) + 1:
        where = f"“{proof.text.strip()}” in {proof.address}"
        return DoubtfulMonth(f"{where} is a year and a month, so this may be a month or a fiscal year")
    return date(int(match["year"]), int(match["month"]), 1)
