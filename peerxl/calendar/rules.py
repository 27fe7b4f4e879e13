"""The numbers that dates are counted by, each as a council may settle it for itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from peerxl.calendar.working_days import Nation, WorkingDays

CLEAR_DAYS = {Nation.ENGLAND: 5, Nation.WALES: 3, Nation.SCOTLAND: 3, Nation.NORTHERN_IRELAND: 5}
"""How many clear days before a meeting its agenda and reports must be published.

- England: Local Government Act 1972, sections 100A(6) and 100B(3), and Schedule 12, paragraph 4(2).
- Wales: section 100BA(3) of that Act, put in by the Local Government and Elections (Wales) Act 2021, Schedule 4.
- Scotland: Local Government (Scotland) Act 1973, sections 50A(6) and 50B(3).
- Northern Ireland: Local Government Act (Northern Ireland) 2014, Part 8; its five days are taken as clear ones, which
  is never too late.
"""
MOST = 365
LEAST = {
    "clear_days": 0,
    "writing_days": 0,
    "reply_days": 1,
    "notice_days": 1,
    "repeat_days": 1,
    "manager_days": 1,
    "director_days": 1,
    "chief_executive_days": 1,
}
"""The least each number can be; the most is a year."""


class Level(StrEnum):
    """Who learns that an owner is late, from the nearest up."""

    REPORTS_TO = "reports to"
    DIRECTOR = "director"
    CHIEF_EXECUTIVE = "chief executive"


@dataclass(frozen=True, slots=True)
class CalendarRules:
    """How dates are counted; ValueError where a number cannot be meant.

    - ``clear_days``: clear days between the publication of the papers and the meeting; None is the law's number.
    - ``writing_days``: working days between the day to reply by and the day the papers are due.
    - ``reply_days``: days from the ask to the day to reply by; ``notice_days``: the fewest working days anybody gets.
    - ``reminder_days``: reminders go out so many working days before the day to reply by.
    - ``repeat_days``: and again each so many days after it.
    - ``manager_days``, ``director_days``, ``chief_executive_days``: how many days late who learns of it.
    - ``closed``: days the council is closed.
    """

    nation: Nation = Nation.ENGLAND
    clear_days: int | None = None
    writing_days: int = 5
    reply_days: int = 14
    notice_days: int = 5
    reminder_days: tuple[int, ...] = (5, 3, 1)
    repeat_days: int = 7
    manager_days: int = 7
    director_days: int = 14
    chief_executive_days: int = 30
    closed: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        for name, least in LEAST.items():
            number = getattr(self, name)
            if number is not None and not least <= number <= MOST:
                raise ValueError(f"{name.replace('_', ' ')} is a number from {least} to {MOST}, not {number}")
        if not all(1 <= number <= MOST for number in self.reminder_days):
            raise ValueError(f"reminder days are numbers from 1 to {MOST}")
        if not self.manager_days <= self.director_days <= self.chief_executive_days:
            raise ValueError("a director learns no earlier than whom the owner reports to, the chief executive last")

    @property
    def working_days(self) -> WorkingDays:
        return WorkingDays(self.nation, frozenset(self.closed))

    @property
    def public_notice(self) -> int:
        """The clear days between publication and meeting."""
        return CLEAR_DAYS[self.nation] if self.clear_days is None else self.clear_days

    def levels(self, days_late: int) -> tuple[Level, ...]:
        """Everybody who learns of an owner who is so many days late."""
        numbers = (self.manager_days, self.director_days, self.chief_executive_days)
        return tuple(level for level, number in zip(Level, numbers, strict=True) if days_late >= number)
