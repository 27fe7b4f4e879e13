"""Where in a cell a word or a number spoils its reading, by what stands beside it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence

from peerxl.language.timescales.cell import CellReading
from peerxl.language.timescales.lengths import OPENING
from peerxl.language.timescales.lexicon import DOUBTS, OLD_ANYWHERE
from peerxl.language.timescales.period import LEAP_YEAR, Family, Period, Unit
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.tokens import Chunk, Walk, walk_back, walk_on
from peerxl.pattern import compile_late


def find_anywhere(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    return indexes


def find_beside_dates(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """Wherever the cell has a date."""
    return indexes if cell.outline.periods else ()


def find_told(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """What has happened, in a cell with a date that no word promises: "to be held in June 2024" is still to come."""
    if all(group.roles for group in cell.groups):
        return
    for index in indexes:
        is_to_come = cell.tokens.texts[: cell.chunks[index].first][-1:] == ["be"]
        is_dated = cell.get_words(cell.chunks[index]) not in HELD or meets_period(cell, index, walk_on)
        if is_dated and not is_to_come:
            yield index


HELD = frozenset(("held in", "held on"))
"""Words for what has happened only with a date: "held in reserve"."""


def find_after_quarter(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """The figures of years that do not follow each other: "Q3 22/24"."""
    for index in indexes:
        before = cell.chunks[index - 1].period if index else None
        is_pair = {"/", "-"}.intersection(cell.get_words(cell.chunks[index])[2:5:2])
        if before and before.family is Family.QUARTER and is_pair:
            yield index
        return  # the first number counts: another one that explains nothing is another fault


def find_days_after_months(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """A figure right after a month that has no year can only be a day: "June 5"."""
    for index in indexes:
        before, words = cell.chunks[index - 1].period if index else None, cell.get_words(cell.chunks[index])
        is_day = words.isascii() and words.isdigit() and len(words) <= 2 and 1 <= int(words) <= LAST_DAY
        if before and before.unit is Unit.MONTH and before.year is None and is_day:
            yield index
        return  # the first number counts


def find_days_without_year(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """The first number, where it may be a day of a month that says no year: "22/3"."""
    for index in indexes[:1]:
        found = _DAY_OF_MONTH.fullmatch(cell.get_words(cell.chunks[index]))
        day, month = (int(found[1]), int(found[2])) if found else (0, 0)
        if 1 <= month <= LAST_MONTH and 1 <= day <= monthrange(LEAP_YEAR, month)[1]:
            yield index


_DAY_OF_MONTH = compile_late(r"(\d\d?)/(\d\d?)")
LAST_MONTH = 12


def find_between_dates(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """ "Q3 or Q4" does not say which."""
    return (index for index in indexes if meets_period(cell, index, walk_on) and meets_period(cell, index, walk_back))


def find_slipped(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """A date said to have slipped must say from when or to when, and not that it only "may"."""
    governors = cell.governors if cell.outline.periods else set()
    for index in indexes if cell.outline.periods else ():
        first = cell.chunks[index].first
        is_doubted = first > 0 and cell.tokens.texts[first - 1] in DOUBTS
        if index not in governors or is_doubted:
            yield index


def find_loose_old(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """A word like "originally" must have its date directly after it."""
    governors, leading = cell.governors, find_leading(cell)
    return (index for index in indexes if index not in governors and (index in leading or is_afterthought(cell, index)))


def find_leading(cell: CellReading) -> set[int]:
    """The chunks after which a period follows in the same item."""
    leading: set[int] = set()
    is_leading = False
    for index in reversed(range(len(cell.chunks))):
        chunk = cell.chunks[index]
        if is_leading:
            leading.add(index)
        if chunk.period or chunk.role.ends_item:
            is_leading = chunk.period is not None
    return leading


def is_afterthought(cell: CellReading, index: int) -> bool:
    """Whether the word follows a period that it must be about: "March 2023 originally"."""
    before = cell.chunks[index - 1].period if index else None
    return before is not None and cell.get_words(cell.chunks[index]) not in OLD_ANYWHERE


def find_led_away(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """A word like "following" that opens a clause governs what it is followed by, and only through it the date."""
    governors, plain = cell.governors, {group.indexes[0] for group in cell.groups if not group.roles}
    for index in indexes:
        opens_clause = index == 0 or cell.chunks[index - 1].role.separates or cell.chunks[index - 1].role.goes_on
        if index not in governors and opens_clause and find_next_period(cell, index) in plain:
            yield index


def find_next_period(cell: CellReading, index: int) -> int | None:
    """The period that only words stand before in the same clause."""
    for position in range(index, len(cell.chunks)):
        chunk = cell.chunks[position]
        if chunk.role.separates:
            return None
        if chunk.period:
            return position
    return None


def find_after_dates(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """A word like "early" or "original" that closes the clause of the date before it says something of that date."""
    governors = cell.governors
    for index in indexes:
        is_start = cell.chunks[index].role is Role.START and len(cell.groups) > 1  # "June (start) – Sept (end)"
        closes_clause = index + 1 == len(cell.chunks) or cell.chunks[index + 1].role.separates
        if not is_start and index not in governors and closes_clause and meets_period(cell, index, walk_back):
            yield index


def find_endless(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """A date that runs "until" something else than another date ends, but not on a day that is known."""
    return (
        index for index in indexes if meets_period(cell, index, walk_back) and not meets_period(cell, index, walk_on)
    )


def find_half_ranges(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """ "From June 2024 to completion" is no range; "from June 2024 to be reviewed" is a start."""
    starts = {group.indexes[-1] for group in cell.groups if not OPENING.isdisjoint(group.roles)}
    after = (index for index in indexes if index - 1 in starts and not meets_period(cell, index, walk_on))
    return (index for index in after if cell.tokens.texts[cell.chunks[index].after] != "be")


def find_beside_period(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    return (index for index in indexes if meets_period(cell, index, walk_on) or meets_period(cell, index, walk_back))


def meets_period(cell: CellReading, index: int, walk: Walk) -> bool:
    """Whether only passing words stand between a chunk and a period, going one way."""
    beside = next((chunk for chunk in walk(cell.chunks, index) if not chunk.role.is_passing), None)
    return beside is not None and beside.period is not None


def find_beside_years(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """Wherever the cell has a fiscal or calendar year of its own."""
    has_years = any(group.family in {Family.YEAR, Family.CALENDAR} for group in cell.groups)
    return indexes if has_years else ()


def find_unless_dated(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """Wherever the cell has no day, month or quarter of its own."""
    is_dated = any(group.family in {Family.DAY, Family.MONTH, Family.QUARTER} for group in cell.groups)
    return () if is_dated else indexes


def find_beside_bare(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """Wherever a date has no year."""
    return indexes if any(not group.has_year for group in cell.groups) else ()


def find_weeks(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """A numbered week or month, or a year of several, is only part of the period beside it."""
    spans = [period for group in cell.groups for period in group.periods if period.is_span]
    years = [index for index in indexes if cell.tokens.texts[cell.chunks[index].first].startswith(YEAR_LETTERS)]
    whole = [index for index in years if not spans or counts_all(cell, cell.chunks[index], spans)]
    return find_beside_period(cell, [index for index in indexes if index not in whole])


def counts_all(cell: CellReading, chunk: Chunk, spans: Sequence[Period]) -> bool:
    """Whether numbered years are all those of a span: "Years 1-3 (2023-2026)"."""
    figures = [int(text) for text in cell.tokens.texts[chunk.first : chunk.after] if text.isdecimal()]
    return figures[:1] == [1] and all((span.last or 0) - (span.year or 0) == figures[-1] for span in spans)


def find_doubtful_years(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """A month with figures that may be its day, where the cell speaks of a week or a day: "this week (by March 14)"."""
    months = [index for index in cell.outline.periods if may_be_day(cell.chunks[index].period)]
    return months if months and any(names_days(cell, index) for index in indexes) else ()


def may_be_day(period: Period | None) -> bool:
    if period is None or not period.is_short or period.unit is not Unit.MONTH or period.year is None:
        return False
    return 0 < period.year % 100 <= monthrange(LEAP_YEAR, period.number)[1]


def names_days(cell: CellReading, index: int) -> bool:
    """Whether words are about one week or day, and not about a week with a name of its own: "Dementia Week"."""
    words = cell.get_words(cell.chunks[index])
    is_week = words in WEEK and (index == 0 or cell.chunks[index - 1].role in BEFORE_WEEK)
    return is_week or words in ONE_WEEK_OR_DAY


ONE_WEEK_OR_DAY = frozenset(
    "week commencing|week beginning|w/c|wc|w/b|wb|week ending|w/e|week of|the week of|today|tomorrow|tonight".split("|")
)
WEEK = frozenset(["week", "wk"])
BEFORE_WEEK = frozenset((Role.NEXT, Role.END, Role.BY, Role.OPEN))


def find_unclear_ongoing(cell: CellReading, indexes: Sequence[int]) -> Iterable[int]:
    """ "Ongoing" directly before a date, or in a sentence of its own after one, may or may not end there."""
    chunks = cell.chunks
    for index in indexes:
        if index > 1 and chunks[index - 1].role is Role.STOP and chunks[index - 2].period:
            yield index
        following = index + 1
        while following < len(chunks) and chunks[following].role in BEFORE_DATE:
            following += 1
        if following < len(chunks) and chunks[following].period:
            yield index


LAST_DAY = 31
YEAR_LETTERS = ("y", "1", "2", "3", "4", "5", "f", "s", "t")  # "Year 2", "yr 2", "y2", "2nd year", "second year"
BEFORE_DATE = frozenset((Role.DASH, Role.COMMA, Role.SLASH, Role.OPEN, Role.COLON))
