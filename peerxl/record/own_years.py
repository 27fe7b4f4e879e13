"""The dates of a record in the years that they were written in: a "December" of last year's plan is last year's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from peerxl.language.timescales import find_quarter, read_timescale
from peerxl.model.fiscal import FiscalQuarter, FiscalYear, YearConvention
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.record.entry import Entry
from peerxl.record.event import Asked, Merged, Moved, Published, Returned, Seen, Undone


def say_years(plan: ActionPlan, entries: Iterable[Entry]) -> Iterator[Entry]:
    """What was said of timescales, in order, with its year where the plan has since moved on to another.

    Of a plan whose title names another year than the one it reports nobody knows what year it named then.
    """
    entries, now = tuple(entries), plan.quarter and plan.quarter.year
    is_known = now is not None and plan.year in {None, now}
    years = list_years(entries, plan.settings.years) if is_known else {}
    for entry in entries:
        event = entry.event
        if not isinstance(event, Seen | Merged | Undone) or event.field != Field.TIMESCALE:
            continue
        year = years.get(entry.run)
        if year is None or year == now:
            yield entry
        elif isinstance(event, Seen):
            yield replace(entry, event=replace(event, value=say_year(event.value, plan.settings.years, year)))
        else:
            before, after = (say_year(each, plan.settings.years, year) for each in (event.before, event.after))
            yield replace(entry, event=replace(event, before=before, after=after))


def say_year(words: str, years: YearConvention, year: FiscalYear) -> str:
    """A date in words that name its year: its own where they do, else what it came to in a plan of that year."""
    reading = read_timescale(words, years, year)
    if reading.due_date is None or read_timescale(words, years).due_date is not None:
        return words
    return str(reading)


def list_years(entries: Iterable[Entry], conventions: YearConvention) -> Mapping[str, FiscalYear]:
    """The year that the plan was of when each run read it, by what that run or the nearest before or after it said."""
    read = cache(lambda name: find_quarter(name, conventions))
    began: dict[str, FiscalQuarter | None] = {}
    ended: dict[str, FiscalQuarter | None] = {}
    for entry in entries:
        began.setdefault(entry.run, None)
        first, last = quarters_of(entry, read)
        began[entry.run] = began[entry.run] or first
        ended[entry.run] = last or ended.get(entry.run)
    runs, last, found = list(began), None, dict[str, FiscalQuarter]()
    for run in runs:
        if quarter := began[run] or last:
            found[run] = quarter
        last = ended[run] or last
    following = None
    for run in reversed(runs):
        following = began[run] or following
        if run not in found and following:
            found[run] = following
    return {run: quarter.year for run, quarter in found.items()}


ReadQuarter = Callable[[str], FiscalQuarter | None]


def quarters_of(entry: Entry, read: ReadQuarter) -> tuple[FiscalQuarter | None, FiscalQuarter | None]:
    """The quarter that the plan reported when it was read, and after what is told."""
    event = entry.event
    if not isinstance(event, Asked | Returned | Published | Moved):
        return None, None
    after = read(event.quarter)
    if isinstance(event, Moved) and not event.done_by:
        return read(event.was), after
    return after, after
