"""From runs of periods to what they promise: glosses taken in, ranges joined, each with the words that govern it.

promise = piece { link piece }            joined across kinds: "Q1 23/24 – 31 March 2024"
piece   = run [ gloss ]
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from peerxl.language.timescales.gaps import Link
from peerxl.language.timescales.glosses import BINDING, Calendar, are_one, explained
from peerxl.language.timescales.modes import Mode, mode_of
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.runs import Run, in_year
from peerxl.language.timescales.terms import Days, Family, Unit
from peerxl.language.timescales.words import Role
from peerxl.model.fiscal import FiscalQuarter, FiscalYear

ONE_DAY = timedelta(days=1)
FAR = 10  # years


@dataclass(frozen=True, slots=True)
class Promise:
    """One promised period: its days, its mode, whether it goes on, and the elements it spans."""

    days: Days
    mode: Mode
    is_open: bool
    runs: tuple[Run, ...]
    notes: tuple[str, ...] = ()

    @property
    def first(self) -> int:
        return self.runs[0].places[0]

    @property
    def last(self) -> int:
        return self.runs[-1].places[-1]

    @property
    def is_day(self) -> bool:
        return self.mode is Mode.PLAIN and all(term.unit is Unit.DAY for run in self.runs for term in run.terms)

    @property
    def bounds(self) -> tuple[date | None, date | None]:
        """The first and the last day promised; a start or an end may be absent."""
        if self.mode is Mode.DUE:
            return None, self.days.last
        if self.mode is Mode.BEFORE:
            return None, self.days.first - ONE_DAY
        if self.mode is Mode.AFTER:
            return self.days.last + ONE_DAY, None
        return self.days.first, None if self.is_open or self.mode in {Mode.FROM, Mode.START} else self.days.last


def promises(runs: list[Run], named: list[Run], calendar: Calendar) -> list[Promise]:
    """What the runs promise, in the order written; ``named`` are all runs the cell speaks of."""
    made: list[Promise] = []
    for piece in _pieces(runs, _years_of(named, calendar), calendar):
        joined = _joined(made[-1], piece) if made else None
        if joined:
            made[-1] = joined
        else:
            made.append(piece)
    return [_settled(promise, calendar) for promise in made]


def _years_of(runs: list[Run], calendar: Calendar) -> frozenset[FiscalYear]:
    """The fiscal years that the runs with a year of their own begin and end in."""
    if all(run.has_year for run in runs):
        return frozenset()  # no run needs them
    days = [day for run in runs if run.has_year for day in calendar.days(run)]
    return frozenset(FiscalYear.containing(day, calendar.first_month) for day in days)


def _pieces(runs: list[Run], named: frozenset[FiscalYear], calendar: Calendar) -> list[Promise]:
    """Each run by itself or with the one that explains it."""
    pieces: list[Promise] = []
    place = 0
    while place < len(runs):
        run, following = runs[place], runs[place + 1 : place + 2]
        both = _explained(run, following[0], calendar, named) if following else None
        pieces.append(both or _single(run, calendar, named))
        place += 2 if both else 1
    return pieces


def _single(run: Run, calendar: Calendar, named: frozenset[FiscalYear]) -> Promise:
    run = _with_year(run, calendar, named)
    _check_short_year(run, calendar)
    return Promise(calendar.days(run), mode_of(run), is_open(run), (run,), _run_notes(run, calendar))


def _check_short_year(run: Run, calendar: Calendar) -> None:
    """Refuses a two-digit year far from the plan's: the 12 of "March 12 workshops" was no year."""
    for term in run.terms:
        is_far = calendar.plan_year and abs((term.year or 0) - calendar.plan_year.start) > FAR
        if is_far and term.is_short and term.unit is not Unit.DAY:
            raise Unreadable("unclear", f"the year {term.year} is far from {calendar.plan_year}: write it in full")


def is_open(run: Run) -> bool:
    return bool(run.after.suffix)


def _explained(run: Run, following: Run, calendar: Calendar, named: frozenset[FiscalYear]) -> Promise | None:
    """The two as one promise where the finer lies in the coarser; refused where it should and does not."""
    days = None
    if are_one(run, following):
        if not (run.has_year or following.has_year):
            run, following = _with_year(run, calendar, named), _with_year(following, calendar, named)
        days = explained(run, following, calendar)
    if days:
        return Promise(days, mode_of(run), is_open(following), (run, following), _gloss_notes(run, following, calendar))
    if following.link in BINDING and not (following.family is Family.YEAR and following.is_followed_by_word):
        raise Unreadable(
            "gloss-mismatch", "the period in brackets or after the colon does not lie in the one before it"
        )
    return None


def _gloss_notes(run: Run, following: Run, calendar: Calendar) -> tuple[str, ...]:
    """What was assumed in reading two runs as one; months beside a quarter settle its year."""
    notes = dict.fromkeys((*_run_notes(run, calendar), *_run_notes(following, calendar)))
    if Family.YEAR in {run.family, following.family}:
        notes["context-year"] = None
    return tuple(code for code in notes if code != "single-year-quarter")


def _run_notes(run: Run, calendar: Calendar) -> tuple[str, ...]:
    """What was assumed in reading the run alone."""
    first = run.terms[0]
    is_single = first.unit in {Unit.QUARTER, Unit.HALF} and not (first.fiscal or calendar.first_month == 1)
    facts = {
        "season-assumed": run.family is Family.SEASON,
        "single-year-quarter": is_single,
        "year-span-assumed": any(
            term.unit is Unit.YEAR and not (term.is_label or run.is_assumed) for term in run.terms
        ),
        "two-digit-date": any(term.is_short and term.unit is Unit.DAY for term in run.terms),
        "implied-range": Link.IMPLIED in run.links,
        "part-of-period": Role.LATE in run.roles,
        "year-assumed": run.is_assumed,
        "weekday-mismatch": _has_wrong_weekday(run),
    }
    return tuple(code for code, holds in facts.items() if holds)


def _has_wrong_weekday(run: Run) -> bool:
    return any(
        term.weekday is not None
        and not term.fiscal
        and term.year is not None
        and date(term.year, term.number, term.day).weekday() != term.weekday
        for term in run.terms
    )


def _with_year(run: Run, calendar: Calendar, named: frozenset[FiscalYear]) -> Run:
    """The run, in the plan's year where it names none."""
    if run.has_year:
        return run
    return replace(in_year(run, calendar.year_term(_assumed(calendar, named).start)), is_assumed=True)


def _assumed(calendar: Calendar, named: frozenset[FiscalYear]) -> FiscalYear:
    """The plan's year; refused where it is not given or the cell speaks of another."""
    year = calendar.plan_year
    if year is None:
        raise Unreadable("no-year", "no year is named and the plan's year is not given")
    if named - {year}:
        raise Unreadable("no-year", f"one date has no year, and the others are not all in {year}")
    return year


def _joined(left: Promise, right: Promise) -> Promise | None:
    """Two promises as one range, where a sign or a pair of words joins them."""
    link = right.runs[0].link
    if left.is_open or left.mode in {Mode.BEFORE, Mode.AFTER}:
        return None
    if link is Link.APART:
        return _ranged(left, right) if left.mode in {Mode.FROM, Mode.START} and _finishes(right) else None
    if link is Link.OR or link is Link.ARROW:
        raise Unreadable("unclear", f"“{link}” between two dates does not say which counts")
    if link in {Link.DAYS, Link.COMMA} or (link is Link.AND and left.runs[-1].family is not right.runs[0].family):
        return None
    return _range_across(left, right, link)


def _finishes(right: Promise) -> bool:
    """Whether the second is the end of a range: "start Sept 2023, complete by March 2024"."""
    middle = {element.role for element in right.runs[0].before.middle}
    is_finish = right.mode is Mode.DUE or Role.STATUS in middle
    return is_finish and middle <= {
        Role.COMMA,
        Role.DASH,
        Role.AND,
        Role.STATUS,
        Role.COLON,
        Role.CLOSE,
        Role.STOP,
        Role.SEMICOLON,
    }


def _range_across(left: Promise, right: Promise, link: Link) -> Promise:
    kinds = {left.runs[-1].family, right.runs[0].family}
    is_talk = Family.YEAR in kinds and (right.runs[-1].is_followed_by_word or link is Link.IMPLIED)
    has_mixed_seasons = Family.SEASON in kinds and len(kinds) > 1 and link is Link.IMPLIED
    is_mixed_fine = kinds == {Family.FINE} and link is Link.IMPLIED
    if (link is Link.SLASH and len(kinds) > 1) or is_talk or has_mixed_seasons or is_mixed_fine:
        raise Unreadable("unclear", "the two periods beside each other may be a range or not")
    return _ranged(left, right)


def _ranged(left: Promise, right: Promise) -> Promise:
    days = Days(left.days.first, right.days.last)
    if right.days.first < left.days.first or right.days.last < left.days.last:
        raise Unreadable("reversed-range", "the range ends before it starts")
    is_implied = right.runs[0].link is Link.IMPLIED
    notes = (*left.notes, *right.notes, *(("implied-range",) if is_implied else ()))
    mode = Mode.PLAIN if left.mode in {Mode.FROM, Mode.START} else left.mode
    return Promise(days, mode, right.is_open, left.runs + right.runs, notes)


def _settled(promise: Promise, calendar: Calendar) -> Promise:
    """The promise with its mode made good: "from X to Y" is bounded, "the end of 2025" is, a bare 2025 is not."""
    run = promise.runs[0]
    links = {link for each in promise.runs for link in each.links} - {Link.SLASH}
    for each in promise.runs:
        _check_calendar_year(each)
    if promise.mode is Mode.FROM and links:
        if not links <= {Link.DASH, Link.TO}:
            raise Unreadable("unclear", "“from” several periods does not say where it ends")
        promise = replace(promise, mode=Mode.PLAIN)
    if promise.mode is Mode.AFTER and run.is_followed_by_word:
        _check_event(promise, calendar)
    if promise.mode is Mode.BEFORE and run.is_followed_by_word:
        raise Unreadable("unclear", "the words after the date say before what, but not when that is")
    if promise.mode is Mode.START and not promise.is_open:
        raise Unreadable("unclear", "it says when it starts, but not when it ends or whether it goes on")
    if promise.is_open and promise.mode is Mode.BEFORE:
        raise Unreadable("unclear", "it cannot both end before a date and go on")
    return promise


def _check_calendar_year(run: Run) -> None:
    if run.terms[0].unit is Unit.CALENDAR and Role.END not in run.roles:
        raise Unreadable("unclear", f"“{run.terms[0].year}” alone does not say which fiscal year")


def _check_event(promise: Promise, calendar: Calendar) -> None:
    """After an event in a period ("after the May 2023 elections") is in its quarter or later."""
    ends, starts = promise.days.last, promise.days.last + ONE_DAY
    if starts not in FiscalQuarter.containing(ends, calendar.first_month):
        raise Unreadable("unclear", "the event is in the period, so what follows it may be too")
