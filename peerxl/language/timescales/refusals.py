"""Refusals: words and numbers that make a cell unreadable, each with the reason an officer is shown.

Words that deny a date do so wherever they stand. Words that may as well be ordinary ("term", "academic", "slipped")
spoil a reading only where a date could be read through them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from peerxl.language.timescales.cell import CellReading
from peerxl.language.timescales.lengths import find_changing
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.outline import Outline
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.spoiling_words import (
    find_after_dates,
    find_after_quarter,
    find_anywhere,
    find_beside_bare,
    find_beside_dates,
    find_beside_period,
    find_beside_years,
    find_between_dates,
    find_days_after_months,
    find_days_without_year,
    find_doubtful_years,
    find_endless,
    find_half_ranges,
    find_led_away,
    find_loose_old,
    find_slipped,
    find_told,
    find_unclear_ongoing,
    find_unless_dated,
    find_weeks,
)
from peerxl.model.timescale import say_day
from peerxl.pattern import compile_late


class CellRefusal(NamedTuple):
    """Refuses a cell for the first chunk that ``find`` gives of those in the roles; {} in the reason is its words."""

    roles: tuple[Role, ...]
    find: Callable[[CellReading, Sequence[int]], Iterable[int]]
    code: str
    reason: str


def check(cell: CellReading) -> None:
    """Refuses a cell that holds a word or number which spoils its reading."""
    if Role.LOOSE in cell.outline.roles:
        _check_serial(cell.tokens.text.strip())
    for refusal, indexes in _list_refusals(cell.outline):
        for index in refusal.find(cell, indexes):
            raise _explain(cell, refusal, index)


def _check_serial(text: str) -> None:
    """Refuses a number that may be a day as Excel counts them."""
    number = _SERIAL.fullmatch(text)
    if number is not None and FIRST_SERIAL <= int(number[1]) <= LAST_SERIAL:
        shown = say_day(FIRST_DAY + timedelta(days=int(number[1])))
        why = f"“{number[0]}” may be Excel's number for {shown}, in a cell that has lost its date format"
        raise Unreadable("unknown-number", why)


_SERIAL = compile_late(r"(\d{5})(?:\.\d+)?")
FIRST_DAY = date(1899, 12, 30)
"""The day from which Excel counts others."""
FIRST_SERIAL, LAST_SERIAL = (date(2000, 1, 1) - FIRST_DAY).days, (date(2099, 12, 31) - FIRST_DAY).days


# Cells have few rows of roles, and over twenty refusals.
@lru_cache(maxsize=4096)
def _list_refusals(outline: Outline) -> Sequence[tuple[CellRefusal, Sequence[int]]]:
    """Those that a cell with these roles may meet, in order, and where the roles stand."""
    met = (refusal for refusal in REFUSALS if not outline.roles.isdisjoint(refusal.roles))
    return [(refusal, outline.find(refusal.roles)) for refusal in met]


def refuse(cell: CellReading, refusal: CellRefusal) -> None:
    for index in refusal.find(cell, cell.outline.find(refusal.roles)):
        raise _explain(cell, refusal, index)


def _explain(cell: CellReading, refusal: CellRefusal, index: int) -> Unreadable:
    return Unreadable(refusal.code, refusal.reason.format(cell.get_words(cell.chunks[index])))


MEASURING = tuple(role for role in Role if role.measures)
LIMITING = tuple(role for role in Role if role.limits)
GOING_ON = tuple(role for role in Role if role.goes_on)
LOOSE_NUMBER = CellRefusal(
    (Role.LOOSE,), find_anywhere, "unknown-number", "the number “{}” is neither a date nor part of one"
)
REFUSALS: Sequence[CellRefusal] = (
    # "Q3 22/24"
    CellRefusal((Role.LOOSE,), find_after_quarter, "year-mismatch", "the years “{}” do not follow each other"),
    # "June 5"
    CellRefusal((Role.LOOSE,), find_days_after_months, "unknown-number", "“{}” after a month is a day without a year"),
    # "22/3 - 23/3"
    CellRefusal((Role.LOOSE,), find_days_without_year, "unknown-number", "“{}” is no date without a year"),
    LOOSE_NUMBER,  # "June 2024 + 17"
    # "June 2024 if funding allows"
    CellRefusal((Role.DENY,), find_anywhere, "denied", "“{}” limits or denies what the cell says"),
    # "held in June 2024"
    CellRefusal((Role.TOLD,), find_told, "told", "“{}” tells what has happened, not when something is due"),
    # "on hold, June 2024"
    CellRefusal((Role.STOPPED,), find_beside_dates, "denied", "“{}” leaves it open whether the date holds"),
    # "June or July 2024"
    CellRefusal((Role.OR,), find_between_dates, "unclear", "“{}” between two dates does not say which counts"),
    # "June 2024, at the latest July 2024"
    CellRefusal((Role.LATEST,), find_between_dates, "unclear", "“{}” between two dates does not say which it is about"),
    # "June 2024 → July 2024"
    CellRefusal((Role.ARROW,), find_beside_dates, "unclear", "the arrow or sign “{}” does not say which date counts"),
    # "slipped, June 2024"
    CellRefusal((Role.SLIPPED,), find_slipped, "denied", "“{}” does not say which date is the old one"),
    # "June 2024 originally"
    CellRefusal((Role.OLD,), find_loose_old, "denied", "it is not clear which date “{}” is about"),
    # "following adoption June 2024"
    CellRefusal(MEASURING, find_led_away, "unclear", "“{}” is about the words after it, not about the date"),
    # "June 2024 start"
    CellRefusal(LIMITING, find_after_dates, "unclear", "“{}” after a date leaves it unclear"),
    # "June 2024 until completion"
    CellRefusal((Role.UNTIL,), find_endless, "unclear", "“{}” after a date does not say when it ends"),
    # "from June 2024 to completion"
    CellRefusal((Role.TO,), find_half_ranges, "unclear", "“{}” is not followed by a date that can be read"),
    CellRefusal((Role.NO_PERIOD,), find_beside_period, "unclear", "“{}” is no period with known dates"),
    # "summer term 2024/25"
    CellRefusal((Role.SCHOOL,), find_unless_dated, "school-year", "“{}” is a school's, and no season or fiscal year"),
    # "municipal year 2024/25"
    CellRefusal((Role.OTHER_YEAR,), find_beside_years, "unclear", "“{}” is another year than the fiscal one"),
    # "next year, June"
    CellRefusal((Role.DEICTIC, Role.PLAN_YEAR), find_beside_bare, "no-year", "“{}” does not say which year"),
    # "April 2023 – 12 months"
    CellRefusal((Role.DURATION,), find_changing, "unclear", "“{}” beside a date may change it"),
    # "week 3 of June 2024"
    CellRefusal((Role.PLAN_YEAR,), find_weeks, "unclear", "“{}” beside a date is only part of it"),
    # "this week (by March 14)"
    CellRefusal(
        (Role.FILLER, Role.LABEL),
        find_doubtful_years,
        "unclear",
        "“{}” beside a week or a day may be a day or a month of a year: write that in full",
    ),
    # "ongoing - June 2024"
    CellRefusal(GOING_ON, find_unclear_ongoing, "unclear", "“{}” beside the date does not say whether it ends then"),
)
