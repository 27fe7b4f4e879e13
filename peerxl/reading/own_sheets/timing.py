"""The rows of the Settings sheet that are about days, and how each is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from peerxl.language.timescales import read_timescale
from peerxl.model.settings import Settings
from peerxl.model.sheet import Value, shown
from peerxl.pattern import compile_late

NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")
MOST = 365
_BETWEEN = compile_late(r"[;,\n]")


def read_nation(value: Value, settings: Settings) -> str:
    nations = {nation.casefold(): nation for nation in NATIONS}
    nation = nations.get(" ".join(shown(value).casefold().split()))
    if nation is None:
        raise ValueError(f"is no nation; write {', '.join(NATIONS[:-1])} or {NATIONS[-1]}")
    return nation


def read_dates(value: Value, settings: Settings) -> tuple[date, ...]:
    """The days in a cell: a day of Excel's, or words with a semicolon, a comma or a line break between two."""
    if isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value,)
    parts = [part.strip() for part in _BETWEEN.split(shown(value)) if part.strip()]
    days: list[date] = []
    for part in parts:
        day = read_date(part, settings)
        if day is None:
            which = f", as {part!r} is no day" if len(parts) > 1 else ""
            raise ValueError(f'is no list of days{which}; write it as "16 February 2027; 18 May 2027"')
        days.append(day)
    return tuple(sorted(days))


def read_date(text: str, settings: Settings) -> date | None:
    """The one day that words name; None where they name none, or several."""
    reading = read_timescale(text, settings.years)
    days = {day for each in reading.milestones for day in (each.start_date, each.end_date)}
    return days.pop() if len(days) == 1 else None


def read_number(value: Value, settings: Settings, least: int = 1) -> int:
    """A whole number of days."""
    try:
        number = float(str(value))
    except ValueError:
        number = -1.0
    if not number.is_integer() or not least <= number <= MOST:
        raise ValueError(f"is no number of days from {least} to {MOST}; write it in figures")
    return int(number)


def read_number_from_0(value: Value, settings: Settings) -> int:
    return read_number(value, settings, 0)


def read_numbers(value: Value, settings: Settings) -> tuple[int, ...]:
    """Several numbers of days, the largest first: "5, 3, 1"."""
    parts = (part for part in _BETWEEN.split(shown(value)) if part.strip())
    return tuple(sorted({read_number(part.strip(), settings) for part in parts}, reverse=True))


TIMING_READERS: Mapping[str, tuple[str, Callable[[Value, Settings], object]]] = {
    "nation": ("nation", read_nation),
    "committee dates": ("committees", read_dates),
    "papers due": ("papers_due", read_dates),
    "closed days": ("closed_days", read_dates),
    "clear days": ("clear_days", read_number_from_0),
    "days to write the paper": ("writing_days", read_number_from_0),
    "fewest days to reply": ("notice_days", read_number),
    "reminders before": ("reminder_days", read_numbers),
    "reminders after, every": ("repeat_days", read_number),
    "copy to reports to after": ("manager_days", read_number),
    "copy to the director after": ("director_days", read_number),
    "chief executive's list after": ("chief_executive_days", read_number),
}
"""Each row by its name: the field of ``Timing``, and how its value is read; ValueError says why one cannot be."""

ALSO_WRITTEN_AS = {
    "committee date": "committee dates",
    "committee": "committee dates",
    "meeting date": "committee dates",
    "meeting dates": "committee dates",
    "papers deadline": "papers due",
    "papers deadlines": "papers due",
}
