"""What a council settles of its calendar: the days it has chosen, and the numbers that other days are counted by."""

from __future__ import annotations

from datetime import date

from peerxl.frozen import frozen


@frozen
class Timing:
    """The rows of a Settings sheet that are about days; None, or nothing, where the council leaves it to peerxl.

    ``committees`` are the days of the meetings that hear the plan, ``papers_due`` those its papers are due on,
    ``closed_days`` days the council is closed beside the bank holidays of its ``nation``. The numbers are those of
    ``calendar.rules.CalendarRules``.
    """

    nation: str | None = None
    committees: tuple[date, ...] = ()
    papers_due: tuple[date, ...] = ()
    closed_days: tuple[date, ...] = ()
    clear_days: int | None = None
    writing_days: int | None = None
    notice_days: int | None = None
    reminder_days: tuple[int, ...] | None = None
    repeat_days: int | None = None
    manager_days: int | None = None
    director_days: int | None = None
    chief_executive_days: int | None = None
