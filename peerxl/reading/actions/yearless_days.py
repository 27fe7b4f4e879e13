"""Days without a year ("1/10"), beside which "10/11" may be one too, and not the fiscal year that it is by itself."""

from __future__ import annotations

import re

from peerxl.model.sheet import Cell
from peerxl.reading.actions.date_order import DATES, list_texts
from peerxl.reading.columns.tracker_layout import TrackerLayout

_PAIR = r"(\d{1,2})/(\d{1,2})"
_FIGURES = re.compile(rf"{_PAIR}(?:\s*(?:[-–—]|to)\s*{_PAIR})?")
LAST_DAY, LAST_MONTH = 31, 12


def find_yearless_day(layout: TrackerLayout) -> Cell | None:
    """The first of a table's dates that can only be a day and a month; None where all such figures may be years."""
    columns = [use.heading.column for use in layout.uses if use.field in DATES]
    texts = {value for column in columns for value in layout.count_values(column) if isinstance(value, str)}
    pairs = {text: list_pairs(text) for text in texts if "/" in text}
    # What has years alone ("24/25") has them everywhere.
    if any(is_year(pair) and not is_day(pair) for found in pairs.values() for pair in found):
        return None
    sure = {text for text, found in pairs.items() if any(is_day(pair) and not is_year(pair) for pair in found)}
    return next((cell for cell in list_texts(layout, columns) if cell.text in sure), None) if sure else None


def doubt_year(text: str, proof: Cell | None) -> str:
    """Why figures that are read as a fiscal year may be a day and a month; nothing where they are not."""
    doubted = [pair for pair in list_pairs(text) if is_year(pair) and is_day(pair)] if proof is not None else []
    if proof is None or not doubted:
        return ""
    first, second = doubted[0]
    where = f"“{proof.text.strip()}” in {proof.address}"
    return f"{where} is a day and a month, so “{first}/{second}” may be one too, or a fiscal year"


def list_pairs(text: str) -> list[tuple[str, str]]:
    """The pairs of figures that a text is: one, or the two ends of a span."""
    found = _FIGURES.fullmatch(text.strip())
    if found is None:
        return []
    return [(found[1], found[2]), *([(found[3], found[4])] if found[3] else [])]


def is_year(pair: tuple[str, str]) -> bool:
    """Whether two figures may be those of a fiscal year: "10/11"."""
    return len(pair[0]) == len(pair[1]) == 2 and (int(pair[0]) + 1) % 100 == int(pair[1])


def is_day(pair: tuple[str, str]) -> bool:
    """Whether two figures may be a day and a month, in either order."""
    low, high = sorted(map(int, pair))
    return 1 <= low <= LAST_MONTH and high <= LAST_DAY
