"""When an action is promised: the reading of one timescale cell.

Every range is inclusive: a quarter, month or season runs from its first day to its last. ``str`` gives the one
canonical form, which reads back to the same promises; see ``peerxl.language.timescales`` for the reading itself.
"""

from __future__ import annotations

from datetime import MAXYEAR, date
from enum import StrEnum

from peerxl.frozen import frozen
from peerxl.model.fiscal import FiscalQuarter, month_range


class TimescaleKind(StrEnum):
    """What a timescale cell says."""

    DATED = "dated"
    OPEN = "open"
    RECURRING = "recurring"
    RELATIVE = "relative"
    IMMEDIATE = "immediate"
    STATUS = "status"
    UNSET = "unset"
    UNREADABLE = "unreadable"


@frozen
class Note:
    """Something assumed, or that looks wrong, in a reading: a stable code and a sentence."""

    code: str
    message: str


@frozen
class Milestone:
    """One promised period: without a start it is due by its end, without an end it goes on.

    ``label`` is the words that belong to it and ``span`` where it stands in the cell's text.
    """

    start: FiscalQuarter | None
    end: FiscalQuarter | None
    start_date: date | None
    end_date: date | None
    label: str = ""
    span: tuple[int, int] = (0, 0)

    @classmethod
    def between(
        cls, first: date | None, last: date | None, first_month: int, label: str = "", span: tuple[int, int] = (0, 0)
    ) -> Milestone:
        """The milestone from one day to another, in quarters of the year that begins in ``first_month``."""
        start = FiscalQuarter.containing(first, first_month) if first else None
        end = FiscalQuarter.containing(last, first_month) if last else None
        return cls(start, end, first, last, label, span)

    @property
    def is_open(self) -> bool:
        return self.end is None

    def a_year_later(self) -> Milestone:
        """The same period a year on: whole months stay so in February too."""
        quarter = self.end or self.start
        if quarter is None or quarter.year.start >= MAXYEAR - 1:
            return self
        first, last = (day and _a_year_later(day) for day in (self.start_date, self.end_date))
        if self.is_of_months and last:
            last = month_range(last.year, last.month)[1]
        return Milestone.between(first, last, quarter.year.first_month, self.label)

    @property
    def is_of_months(self) -> bool:
        """Whether it is of whole months, be they a quarter's or a year's."""
        first, last = self.start_date, self.end_date
        return bool(first and last and first.day == 1 and last == month_range(last.year, last.month)[1])

    def __str__(self) -> str:
        if self.start is None:
            return f"by {say_day(self.end_date)}" if self.end_date else "ongoing"
        if self.end is None:
            return f"from {_format_start(self)}, ongoing"
        return _format_range(self)


@frozen
class Timescale:
    """One timescale cell as read: its own words, what they promise and what was assumed.

    ``due`` and ``due_date`` are the bounded promise latest in time; ``reason`` says why a cell is unreadable.
    """

    text: str
    kind: TimescaleKind
    milestones: tuple[Milestone, ...] = ()
    start: FiscalQuarter | None = None
    due: FiscalQuarter | None = None
    due_date: date | None = None
    open_ended: bool = False
    notes: tuple[Note, ...] = ()
    reason: str = ""
    tidied: str = ""

    def is_overdue(self, quarter: FiscalQuarter) -> bool:
        """Whether it was due in a quarter before this one; whether it was done is another matter."""
        return self.due is not None and self.due < quarter

    def is_due(self, quarter: FiscalQuarter) -> bool:
        """Whether it is due in this quarter."""
        return self.due == quarter

    @property
    def day_or_words(self) -> date | str:
        """The one day that it names, as Excel has days, else its words."""
        days = {day for each in self.milestones for day in (each.start_date, each.end_date)}
        return (days.pop() if len(days) == 1 else None) or self.text

    def __str__(self) -> str:
        if self.kind is TimescaleKind.UNSET:
            return "Not set"
        if self.kind in {TimescaleKind.DATED, TimescaleKind.OPEN}:
            # A semicolon, which reads back as the end of an item; a comma may join periods.
            written = "; ".join(map(str, self.milestones))
            return written[:1].upper() + written[1:] if written.startswith("ongoing") else written
        return self.tidied or self.text


def _a_year_later(day: date) -> date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def say_day(day: date) -> str:
    """A day in words: "31 March 2027"."""
    return f"{day.day} {day:%B} {day.year}"


def _format_month(day: date) -> str:
    return f"{day:%B} {day.year}"


def _format_start(milestone: Milestone) -> str:
    quarter, day = milestone.start, milestone.start_date
    assert quarter is not None
    assert day is not None
    if day == quarter.first_day:
        return str(quarter)
    return _format_month(day) if day.day == 1 else say_day(day)


def _format_range(milestone: Milestone) -> str:
    """The period in the coarsest words that say it exactly: years, quarters, months, else days."""
    start, end, first, last = milestone.start, milestone.end, milestone.start_date, milestone.end_date
    assert start and end and first and last  # noqa: PT018 -- one thought: a range has both its ends
    if first == start.first_day and last == end.last_day:
        return _format_quarters(start, end)
    if milestone.is_of_months:
        return _join_ends(_format_month(first), _format_month(last))
    return _join_ends(say_day(first), say_day(last))


def _format_quarters(start: FiscalQuarter, end: FiscalQuarter) -> str:
    has_two_numbers = "/" in str(start.year)  # a year with one number would read as no year at all
    if (start.number, end.number) == (1, 4) and has_two_numbers:
        return _join_ends(str(start.year), str(end.year))
    return _join_ends(str(start), str(end))


def _join_ends(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"
