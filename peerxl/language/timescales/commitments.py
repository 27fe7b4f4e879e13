"""From groups of periods to what is committed to: glosses taken in, ranges joined, each with the words that govern it.

commitment = piece { link piece }      joined across kinds: "Q1 23/24 – 31 March 2024"
piece      = group [ gloss ]
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from peerxl.language.timescales.assumptions import list_notes
from peerxl.language.timescales.cell import CellReading
from peerxl.language.timescales.connectives import Joint
from peerxl.language.timescales.governing import Mode, find_mode
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.period import Calendar, Days, Family, Period, Unit, find_days
from peerxl.language.timescales.ranges import (
    RELATIONS,
    PeriodGroup,
    Relation,
    Relations,
    cut_group,
    explain,
    may_explain,
)
from peerxl.language.timescales.roles import Role
from peerxl.model.fiscal import FiscalQuarter, FiscalYear

ONE_DAY = timedelta(days=1)
FAR, NEAR, NEXT = 10, 5, 2
"""How many years a two-digit year may lie from the plan's, one that may be a day of its month, and one the last day."""
LEAP_YEAR, FEBRUARY = 2000, 2
LISTING = frozenset((Joint.COMMA, Joint.AND, Joint.SLASH, Joint.NOTHING))


class Commitment(NamedTuple):
    """One period committed to: its days, its mode, whether it goes on, and the groups it is made of."""

    days: Days
    mode: Mode
    is_open: bool
    groups: tuple[PeriodGroup, ...]
    notes: tuple[str, ...] = ()

    @property
    def is_day(self) -> bool:
        units = {period.unit for group in self.groups for period in group.periods}
        return self.mode is Mode.PLAIN and units == {Unit.DAY}

    @property
    def bounds(self) -> tuple[date | None, date | None]:
        """The first and the last day; a start or an end may be absent."""
        first, last = self.days
        mode = self.mode
        if mode is Mode.PLAIN or mode is Mode.FROM:
            return first, None if self.is_open or mode is Mode.FROM else last
        if mode is Mode.DUE:
            return None, last
        return (None, first - ONE_DAY) if mode is Mode.BEFORE else (last + ONE_DAY, None)


class Context(NamedTuple):
    """What commitments depend on beside the groups: their cell, the calendar, and the fiscal years that it names."""

    cell: CellReading
    calendar: Calendar
    named_years: frozenset[FiscalYear]


def make_commitments(
    groups: Sequence[PeriodGroup], named: Sequence[PeriodGroup], calendar: Calendar, cell: CellReading
) -> list[Commitment]:
    """What the groups commit to, in the order written; ``named`` are all groups that the cell speaks of."""
    context = Context(cell, calendar, _find_named_years(named, calendar))
    commitments: list[Commitment] = []
    for piece in _make_pieces(groups, context):
        joined = _join(commitments[-1], piece) if commitments else None
        if joined:
            commitments[-1] = joined
        else:
            commitments.append(piece)
    return [_settle(commitment, context) for commitment in commitments]


def _find_named_years(groups: Sequence[PeriodGroup], calendar: Calendar) -> frozenset[FiscalYear]:
    """The fiscal years that the groups with a year of their own begin and end in."""
    if None not in [group.periods[0].year for group in groups]:
        return frozenset()  # no group needs them
    days = [day for group in groups if group.has_year for day in group.find_days(calendar)]
    return frozenset(FiscalYear.containing(day, calendar.first_month) for day in days)


def _make_pieces(groups: Sequence[PeriodGroup], context: Context) -> list[Commitment]:
    """Each group by itself or with the one that explains it."""
    pieces: list[Commitment] = []
    index = 0
    while index < len(groups):
        group = groups[index]
        pair = _explain(group, groups[index + 1], context) if index + 1 < len(groups) else None
        pieces += [pair] if pair else _make_singles(group, context)
        index += 2 if pair else 1
    return pieces


def _get_relations(left: PeriodGroup, right: PeriodGroup) -> Relations:
    """What the table says of two neighbours; where words stand between them they are apart."""
    return RELATIONS.get((left.periods[-1].family, right.link, right.periods[0].family), (Relation.APART,))


def _make_singles(group: PeriodGroup, context: Context) -> list[Commitment]:
    """A group as it stands, and a list that leaves periods out ("Q1, 2 and 4 2023/24") as what it names."""
    group, calendar = _give_year(group, context), context.calendar
    if calendar.plan_year:
        _check_short_year(group, calendar.plan_year)
    may_leave_out = group.links and group.is_list and not group.roles
    parts = cut_group(group, _find_gaps(group, calendar)) if may_leave_out else (group,)
    return [
        Commitment(
            part.find_days(calendar),
            find_mode(part, context.cell),
            bool(part.after.suffix),
            (part,),
            list_notes(part, calendar),
        )
        for part in parts
    ]


def _find_gaps(group: PeriodGroup, calendar: Calendar) -> list[int]:
    """The periods of a list that do not begin on the day after the one before them ends."""
    spans = [find_days(period, calendar) for period in group.periods]
    gaps = [index for index, (left, right) in enumerate(pairwise(spans), 1) if right.first > left.last + ONE_DAY]
    return [index for index in gaps if group.links[index - 1] in LISTING]


def _check_short_year(group: PeriodGroup, plan_year: FiscalYear) -> None:
    """Refuses a two-digit year far from the plan's, as the 12 of "March 12 workshops" was none, or that is a last day.

    "June 30" is the month of 2030 in a plan of that year or of the two before it; without a plan's year it always is.
    """
    for period in group.periods:
        if period.is_short and period.unit is not Unit.DAY:
            assert period.year is not None
            _check_distance(period, period.year, plan_year)


def _check_distance(period: Period, year: int, plan_year: FiscalYear) -> None:
    figures, last_day = year % 100, monthrange(LEAP_YEAR, period.number)[1] if period.unit is Unit.MONTH else 0
    first_last_day = 28 if period.number == FEBRUARY else last_day
    is_planned = plan_year.start <= year <= plan_year.start + NEXT
    if 0 < first_last_day <= figures <= last_day and not is_planned:
        raise Unreadable(
            "unclear", f"“{figures}” may be the last day of a month or the year {year}: write that in full"
        )
    if abs(year - plan_year.start) > (NEAR if 0 < figures <= last_day else FAR):
        raise Unreadable("unclear", f"the year {year} is far from {plan_year}: write it in full")


def _explain(group: PeriodGroup, following: PeriodGroup, context: Context) -> Commitment | None:
    """The two as one commitment where one explains the other; refused where it should and does not."""
    relations = _get_relations(group, following)
    if Relation.GLOSS not in relations:
        return None
    days = None
    if may_explain(group, following):
        if not (group.has_year or following.has_year):
            group, following = _give_year(group, context), _give_year(following, context)
        days = explain(group, following, context.calendar)
    if days is None:
        if relations == (Relation.GLOSS,):
            raise Unreadable("gloss-mismatch", GLOSS_MISMATCH)
        return None
    notes = dict.fromkeys((*list_notes(group, context.calendar), *list_notes(following, context.calendar)))
    notes.pop("single-year-quarter", None)  # the months settle the year of their quarter
    if Family.YEAR in {group.family, following.family}:
        notes["context-year"] = None
    is_open = bool(following.after.suffix)
    return Commitment(days, find_mode(group, context.cell), is_open, (group, following), tuple(notes))


def _give_year(group: PeriodGroup, context: Context) -> PeriodGroup:
    """The group, in the plan's year where it names none; refused where that is not given or the cell names another."""
    if group.has_year:
        return group
    year = context.calendar.plan_year
    if year is None:
        raise Unreadable("no-year", "no year is named and the plan's year is not given")
    if context.named_years - {year}:
        raise Unreadable("no-year", f"one date has no year, and the others are not all in {year}")
    return group.put_in_year(context.calendar.make_year(year.start))._replace(is_assumed=True)


def _join(left: Commitment, right: Commitment) -> Commitment | None:
    """Two commitments as one range, where a sign or a pair of words joins them."""
    last, first = left.groups[-1], right.groups[0]
    if left.is_open or left.mode in {Mode.BEFORE, Mode.AFTER}:
        return None
    if first.link is Joint.AND and Role.BETWEEN in left.groups[0].roles:
        return _make_range(left, right)
    if first.link is Joint.WORDS:
        return _make_range(left, right) if left.mode is Mode.FROM and _is_finish(right) else None
    relation = _get_relations(last, first)[-1]
    if relation is Relation.APART:
        return None
    if relation is Relation.GLOSS:
        return _take_finest(left, right)
    if relation is Relation.REFUSE or (relation is Relation.BARE and right.groups[-1].is_followed_by_word):
        raise Unreadable("unclear", "the two periods beside each other may be a range or not")
    return _make_range(left, right)


GLOSS_MISMATCH = "the period in brackets or after the colon does not lie in the one before it"


def _take_finest(left: Commitment, right: Commitment) -> Commitment:
    """A commitment with a second gloss on it: "Q4 2023/24: Jan 2024 (15 Jan 2024)"."""
    if not left.days.holds(right.days):
        raise Unreadable("gloss-mismatch", GLOSS_MISMATCH)
    notes = (*left.notes, *right.notes)
    return left._replace(days=right.days, is_open=right.is_open, groups=left.groups + right.groups, notes=notes)


def _is_finish(right: Commitment) -> bool:
    """Whether the second is the end of a range: "start Sept 2023, complete by March 2024"."""
    roles = right.groups[0].before.middle
    return (right.mode is Mode.DUE or Role.STATUS in roles) and all(role.finishes for role in roles)


def _make_range(left: Commitment, right: Commitment) -> Commitment:
    is_part = left.groups[0].periods[0].unit is Unit.CALENDAR and left.groups[0].periods[0].is_part
    if right.days.first < left.days.first or (right.days.last < left.days.last and not is_part):
        raise Unreadable("reversed-range", "the range ends before it starts")
    implied = ("implied-range",) if right.groups[0].link is Joint.NOTHING else ()
    mode = Mode.PLAIN if left.mode is Mode.FROM else left.mode
    days = Days(left.days.first, right.days.last)
    return Commitment(days, mode, right.is_open, left.groups + right.groups, (*left.notes, *right.notes, *implied))


def _settle(commitment: Commitment, context: Context) -> Commitment:
    """The commitment with its mode made good: "from X to Y" is bounded, "the end of 2025" is, a bare 2025 is not."""
    if _begins_in_part(commitment):
        notes = tuple([note for note in commitment.notes if note != "part-of-period"])
        return commitment._replace(mode=Mode.DUE, notes=notes)
    for group in commitment.groups:
        if group.periods[0].unit is Unit.CALENDAR and not (Role.END in group.roles or group.periods[0].is_said):
            raise Unreadable("unclear", _explain_year(group, context.cell))
    first, mode = commitment.groups[0], commitment.mode
    if not first.before.roles:
        return commitment
    if mode is Mode.FROM:
        return _settle_start(commitment)
    if Role.BETWEEN in first.roles and len(first.periods) == len(commitment.groups) == 1:
        raise Unreadable("unclear", "“between” needs two dates, and only one can be read")
    if mode is Mode.AFTER and first.is_followed_by_word:
        _check_event(commitment, context.calendar)
    if mode is Mode.BEFORE and first.is_followed_by_word:
        raise Unreadable("unclear", "the words after the date say before what, but not when that is")
    if mode is Mode.BEFORE and commitment.is_open:
        raise Unreadable("unclear", "it cannot both end before a date and go on")
    return commitment


def _begins_in_part(commitment: Commitment) -> bool:
    """Whether a range has a part of a calendar year for its start and ends in a later one: "late 2021 – June 2024".

    It is due by its end, whatever day it begins on.
    """
    first, *others = [period for group in commitment.groups for period in group.periods]
    is_part = first.unit is Unit.CALENDAR and first.is_part and first.year is not None
    is_bounded = bool(others) and Family.CALENDAR not in {period.family for period in others}
    return is_part and is_bounded and not commitment.is_open and commitment.days.last.year > (first.year or 0)


def _settle_start(commitment: Commitment) -> Commitment:
    links = {link for group in commitment.groups for link in group.links} - {Joint.SLASH}
    if not links <= {Joint.DASH, Joint.TO}:
        raise Unreadable("unclear", "“from” several periods does not say where it ends")
    is_range = links or any(period.is_span or period.is_said for period in commitment.groups[0].periods)
    return commitment._replace(mode=Mode.PLAIN) if is_range else commitment


def _explain_year(group: PeriodGroup, cell: CellReading) -> str:
    """Why a year alone is no date; with the word before it, which may be meant to say when: "décembre 2026"."""
    why = f"“{group.periods[0].year}” alone does not say which fiscal year"
    if group.before.middle[-1:] != (Role.LABEL,):
        return why
    word = cell.get_words(cell.chunks[group.before.first_governor - 1]).split()[-1]
    return f"“{word}” is not read as a time, and {why}"


def _check_event(commitment: Commitment, calendar: Calendar) -> None:
    """After an event in a period ("after the May 2023 elections") is in its quarter or later."""
    if commitment.days.last + ONE_DAY not in FiscalQuarter.containing(commitment.days.last, calendar.first_month):
        raise Unreadable("unclear", "the event is in the period, so what follows it may be too")
