"""Puts a cell's reading together: its kind, its milestones, and what was assumed.

cell -> tokens (lexer) -> elements (scanner) -> runs (runs, gaps) -> those that hold (moved, talk)
     -> promises (glosses, promises) -> milestones (labels) -> Timescale
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from peerxl.language.timescales import moved, talk
from peerxl.language.timescales.cursor import Tokens
from peerxl.language.timescales.gaps import UNTIL_WORDS
from peerxl.language.timescales.glosses import Calendar
from peerxl.language.timescales.kinds import kind_in_words, stands, why_unreadable
from peerxl.language.timescales.labels import Place, labels
from peerxl.language.timescales.lexer import lex, tidy
from peerxl.language.timescales.modes import Mode
from peerxl.language.timescales.notes import Unreadable, note
from peerxl.language.timescales.promises import Promise, promises
from peerxl.language.timescales.runs import Run, find_runs, give_years, relinked
from peerxl.language.timescales.scanner import scan
from peerxl.language.timescales.spoilers import Cell, check, loose_numbers, measured_place
from peerxl.language.timescales.terms import Family
from peerxl.language.timescales.words import Role
from peerxl.model.timescale import Kind, Milestone, Timescale

SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A milestone on its way: its first and last day, the elements it spans, and what was assumed."""

    days: tuple[date | None, date | None]
    place: Place
    notes: tuple[str, ...] = ()
    is_day: bool = False


def read(text: str, calendar: Calendar) -> Timescale:
    """The reading of a cell's text; whatever the text, a reading."""
    try:
        return _read(text, calendar)
    except Unreadable as refusal:
        return Timescale(text, Kind.UNREADABLE, notes=(note(refusal.code),), reason=refusal.reason, tidied=tidy(text))


def _read(text: str, calendar: Calendar) -> Timescale:
    tokens = Tokens(lex(text))
    elements = give_years(scan(tokens), tokens)
    cell = Cell.of(tokens, elements, find_runs(elements, tokens))
    kind = kind_in_words(cell)
    if not cell.runs and kind in {Kind.UNSET, Kind.STATUS}:
        loose_numbers(cell)
        return Timescale(text, kind, tidied=tidy(text))
    check(cell)
    if measured_place(cell) is not None:
        return Timescale(text, Kind.RELATIVE, tidied=tidy(text))
    parts, notes = _parts(cell, calendar, is_recurring=kind is Kind.RECURRING)
    if parts:
        return _assembled(text, cell, calendar, parts, notes, is_recurring=kind is Kind.RECURRING)
    if kind is None:
        raise Unreadable("no-period", why_unreadable(cell))
    return Timescale(text, kind, tidied=tidy(text))


def _parts(cell: Cell, calendar: Calendar, *, is_recurring: bool) -> tuple[list[Part], list[str]]:
    """The cell's milestones in the order written, and the notes about periods that are none."""
    live = moved.current(cell.runs)
    notes = ["date-moved"] if any(map(moved.is_old, cell.runs)) or len(live) < len(cell.runs) else []
    kept = talk.promised(cell, [run for run in live if run.has_year or not is_recurring])
    notes += ["context-year"] if _count_years(kept) < _count_years(live) else []
    parts = [part for promise in promises(relinked(cell.runs, kept), live, calendar) for part in _parts_of(promise)]
    if not is_recurring:
        parts += _ongoing(cell, parts)
    return sorted(parts, key=lambda part: part.place), notes


def _count_years(runs: Sequence[Run]) -> int:
    return sum(run.family is Family.YEAR for run in runs)


def _parts_of(promise: Promise) -> list[Part]:
    """A promise is one milestone, and two where something is due by a day and then goes on."""
    first, last = promise.runs[0], promise.runs[-1]
    start = promise.first - len(first.before.governors)
    if is_absorbed(first):
        start = promise.first - len(first.before.governors) - first.before.steps_to_ongoing
    place = Place(start, promise.last + 1 + len(last.after.suffix))
    part = Part(promise.bounds, place, promise.notes, promise.is_day)
    goes_on = promise.is_open and promise.mode is Mode.DUE
    return [part, Part((None, None), Place(place.after, place.after))] if goes_on else [part]


def _ongoing(cell: Cell, parts: Sequence[Part]) -> list[Part]:
    """The words outside every milestone that say by themselves that something goes on."""
    taken = {place for part in parts for place in range(part.place.first, part.place.after)}
    return [
        Part((None, None), Place(place, place + 1))
        for place in cell.places(Role.ONGOING, Role.ROLLING)
        if place not in taken and stands(cell, place)
    ]


def is_absorbed(run: Run) -> bool:
    """Whether "ongoing" before the run only says what runs until, from or during it."""
    gap = run.before
    if gap.ongoing is None:
        return False
    return gap.roles in UNTIL_WORDS or bool({Role.FROM, Role.AFTER}.intersection(gap.roles)) or not gap.roles


def _assembled(
    text: str, cell: Cell, calendar: Calendar, parts: Sequence[Part], notes: list[str], *, is_recurring: bool
) -> Timescale:
    milestones = _milestones(text, cell, calendar, parts)
    bounded = [milestone for milestone in milestones if milestone.end_date]
    last = max(bounded, key=lambda milestone: milestone.end_date or date.min, default=None)
    kind = Kind.RECURRING if is_recurring else Kind.DATED if bounded else Kind.OPEN
    codes = dict.fromkeys(
        [*(code for part in parts for code in part.notes), *notes, *_whole_notes(cell, parts, milestones)]
    )
    return Timescale(
        text,
        kind,
        milestones,
        start=next((milestone.start for milestone in milestones if milestone.start or milestone.end), None),
        due=last.end if last else None,
        due_date=last.end_date if last else None,
        open_ended=not is_recurring and any(milestone.is_open for milestone in milestones),
        notes=tuple(map(note, codes)),
        tidied=tidy(text) if is_recurring else "",
    )


def _milestones(text: str, cell: Cell, calendar: Calendar, parts: Sequence[Part]) -> tuple[Milestone, ...]:
    named = labels(text, cell, [part.place for part in parts])
    return tuple(
        Milestone.between(*part.days, calendar.first_month).labelled(label, _span(cell, part.place))
        for part, label in zip(parts, named, strict=True)
    )


def _span(cell: Cell, place: Place) -> tuple[int, int]:
    """Where a milestone stands in the text; of two in the same words the second has only their end."""
    after = cell.elements[place.after - 1].after
    signs = [
        cell.tokens.sign(token)
        for token in range(cell.elements[place.first].first if place.first < place.after else after, after)
    ]
    is_unclosed = signs.count("(") > signs.count(")") and cell.tokens.sign(after) == ")"
    last = cell.tokens[after - 1 + is_unclosed].end
    if place.first == place.after:
        return last, last
    return cell.tokens[cell.elements[place.first].first].start, last


def _whole_notes(cell: Cell, parts: Sequence[Part], milestones: Sequence[Milestone]) -> list[str]:
    """What is to be noted about the cell as a whole."""
    is_doubtful = any(
        left.is_day and right.is_day and not (first.label or second.label)
        for (left, right), (first, second) in zip(pairwise(parts), pairwise(milestones), strict=True)
    )
    facts = {
        "several-milestones": len(parts) >= SEVERAL,
        "several-dates": is_doubtful,
        "unconfirmed": bool(cell.places(Role.UNSET)),
    }
    return [code for code, holds in facts.items() if holds]
