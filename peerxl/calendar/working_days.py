"""Working days: Monday to Friday, without the bank holidays of the nation and the days the council is closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

A_DAY = timedelta(days=1)


class Nation(StrEnum):
    """Whose bank holidays and whose law on meetings count."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


SUBDIVISIONS = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The working days of a council: ``day in working_days``. ``closed`` are days it is closed beside the holidays."""

    nation: Nation = Nation.ENGLAND
    closed: frozenset[date] = frozenset()

    def __contains__(self, day: date) -> bool:
        return holidays_of(self).is_working_day(day)

    def shift(self, day: date, number: int) -> date:
        """The working day so many after a day, or before it where the number is negative."""
        return holidays_of(self).get_nth_working_day(day, number) if number else day

    def on_or_after(self, day: date) -> date:
        return day if day in self else self.shift(day, 1)

    def on_or_before(self, day: date) -> date:
        return day if day in self else self.shift(day, -1)

    def count_between(self, first: date, last: date) -> int:
        """How many working days lie between two days, neither of them counted."""
        inside = first + A_DAY, last - A_DAY
        return holidays_of(self).get_working_days_count(*inside) if inside[0] <= inside[1] else 0

    def why_closed(self, day: date) -> str:
        """Why nobody works on a day: "Good Friday", "a Saturday"; empty on a working day."""
        if day in self:
            return ""
        return holidays_of(self).get(day) or f"a {day:%A}"


@cache
def holidays_of(days: WorkingDays) -> HolidayBase:
    """The bank holidays of a nation with the days the council is closed."""
    import holidays

    free = holidays.country_holidays("GB", subdiv=SUBDIVISIONS[days.nation])
    for day in sorted(days.closed):
        if day not in free:  # a bank holiday keeps its own name
            free[day] = "a day the council is closed"
    return free
