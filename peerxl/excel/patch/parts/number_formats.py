"""Whether a number format shows a day or a time: by its number where Excel has it built in, else by its code."""

from __future__ import annotations

import re

# The ones built in that show a day or a month; 27 to 36 and 50 to 58 are those of East Asia.
BUILT_IN_DAYS = frozenset({*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58})
BUILT_IN_TIMES = frozenset({*range(18, 23), *range(32, 36), *range(45, 48), 55, 56})
GENERAL, SHORT_DAY, SHORT_DAY_AND_TIME = 0, 14, 22

# Literals, colours and conditions, and what stands behind a backslash, an underscore or a star.
_NO_CODE = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)


def shows_day(number: int, code: str | None) -> bool:
    """Whether a format shows a year, a month or a day, rather than a number or a mere time of the day.

    ``code`` is what the workbook says of the number, None where it says nothing.
    """
    if code is None:
        return number in BUILT_IN_DAYS
    letters = _NO_CODE.sub("", code).lower().partition(";")[0]
    # Beside hours or seconds an "m" is minutes.
    is_month = "m" in letters and not shows_time(number, code)
    return "y" in letters or "d" in letters or is_month


def shows_time(number: int, code: str | None) -> bool:
    """Whether a format shows a time of the day, or hours that have gone by."""
    if code is None:
        return number in BUILT_IN_TIMES
    letters = _NO_CODE.sub("", code).lower().partition(";")[0]
    return "h" in letters or "s" in letters or _ELAPSED.search(code) is not None
