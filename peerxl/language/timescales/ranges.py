"""Periods beside each other: which make a group, what two groups are together, and which of them explains the other.

    group = period { link period }      joined as ``RELATIONS`` says: "Q2-Q4", "Jan, Feb & Mar 2024", "1 - 5 May 2024"
    gloss = coarse fine | fine coarse   "Q4 2023/24: Jan 2024 - Mar 2024", "March 2024 (Q4)"

A year given once in a group serves all of it. A coarse group and a fine one that lies inside it are one promise with
the fine one's precision; each takes from the other the year that it does not name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from peerxl.language.timescales.connectives import Connective, Joint, Roles
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.outline import Outline
from peerxl.language.timescales.period import Calendar, Days, Family, Period, Unit, find_days
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.tokens import Chunk
from peerxl.model.fiscal import FiscalYear


class Relation(StrEnum):
    """What two periods beside each other are, or may be, together."""

    JOIN = "join"  # one group, from the first to the last
    SHARE = "share"  # the same if the first takes its year from the second ("Jan, Feb 2024"), else apart
    LIST = "list"  # one group of several days
    GLOSS = "gloss"  # one promise if the finer lies in the coarser; if not, what follows in the table
    RANGE = "range"  # from the first to the second
    BARE = "bare"  # the same, but not where a word follows to which a year may belong: "Q3 23/24 – 24/25 budget"
    APART = "apart"  # two promises
    REFUSE = "refuse"  # nothing that can be read


_TABLE = """
                nothing       -           to     and    /             ,            (      :
day day         list          join        join   list   list          list         gloss  gloss
alike           join          join        join   join   join          share,gloss,apart gloss  gloss
day month       gloss,refuse  join        join   range  gloss,range   gloss,apart  gloss  gloss
calendar year   refuse        bare        bare   apart  refuse        apart        gloss  gloss
fiscal year     gloss,refuse  gloss,bare  bare   apart  gloss,refuse  gloss,apart  gloss  gloss
season          gloss,refuse  gloss,range range  apart  gloss,refuse  gloss,apart  gloss  gloss
quarter         gloss,range   gloss,range range  apart  gloss,refuse  gloss,apart  gloss  gloss
"""  # a kind of pair is the first that two families fit: a quarter and a season beside each other are "season"
Relations = tuple[Relation, ...]


def _find_pair_kind(left: Family, right: Family) -> str:
    """The line of the table for two families."""
    if left is right and left is not Family.CALENDAR:
        return "day day" if left is Family.DAY else "alike"
    pair = {left, right}
    if pair == {Family.DAY, Family.MONTH}:
        return "day month"
    kinds = ((Family.CALENDAR, "calendar year"), (Family.YEAR, "fiscal year"), (Family.SEASON, "season"))
    return next((kind for family, kind in kinds if family in pair), "quarter")


def _read_table() -> Mapping[tuple[Family, Joint, Family], Relations]:
    header, *lines = _TABLE.strip("\n").splitlines()
    links = [Joint(word) for word in header.split()]
    rows = {line[:16].strip(): [tuple(map(Relation, cell.split(","))) for cell in line[16:].split()] for line in lines}
    relations: dict[tuple[Family, Joint, Family], Relations] = {}
    for left in Family:
        for right in Family:
            for link, relation in zip(links, rows[_find_pair_kind(left, right)], strict=True):
                relations[left, link, right] = relation
    return relations


RELATIONS = _read_table()


class PeriodGroup(NamedTuple):
    """Periods joined by ``links``, with what stands before and after them, and their ``indexes`` among the chunks."""

    periods: tuple[Period, ...]
    links: tuple[Joint, ...]
    before: Connective
    after: Connective
    indexes: tuple[int, ...]
    is_assumed: bool = False  # whether its year is the plan's

    @property
    def family(self) -> Family:
        return self.periods[0].unit.family

    @property
    def link(self) -> Joint:
        return self.before.link

    @property
    def has_year(self) -> bool:
        return self.periods[0].year is not None

    @property
    def roles(self) -> Roles:
        return self.before.roles

    @property
    def is_list(self) -> bool:
        """Whether its periods may be a list, which can leave some out: three and more, or two beside a comma."""
        return len(self.periods) > 2 or Joint.COMMA in {self.link, *self.links}

    @property
    def is_followed_by_word(self) -> bool:
        """Whether a word of the officer's follows directly, so that the period may belong to it."""
        following = self.after.suffix or self.after.middle
        return bool(following) and following[0].is_text

    @property
    def coarseness(self) -> int:
        return max(period.unit.coarseness for period in self.periods)

    def put_in_year(self, year: Period) -> PeriodGroup:
        return self._replace(periods=tuple(period.put_in_year(year) for period in self.periods))

    def find_days(self, calendar: Calendar) -> Days:
        """The days from its start to its end; refuses a group that ends before it starts."""
        if not self.links:
            return find_days(self.periods[0], calendar)
        spans = [find_days(period, calendar) for period in self.periods]
        for earlier, later in pairwise(spans):
            if later.first < earlier.first:
                raise Unreadable("reversed-range", "the range ends before it starts")
        return Days(spans[0].first, spans[-1].last)


def find_groups(chunks: Sequence[Chunk], outline: Outline) -> list[PeriodGroup]:
    """The groups of a cell in order, with every chunk either in one or in a connective beside one."""
    indexes, connectives = outline.periods, outline.connectives
    groups: list[PeriodGroup] = []
    start = 0
    for stop in range(1, len(indexes) + 1):
        if stop < len(indexes) and _is_joined(chunks, indexes, connectives, start, stop):
            continue
        periods = tuple([period for index in indexes[start:stop] if (period := chunks[index].period)])
        links = tuple([connective.link for connective in connectives[start + 1 : stop]]) if stop > start + 1 else ()
        group = PeriodGroup(periods, links, connectives[start], connectives[stop], indexes[start:stop])
        groups += _split(_share_year(group)) if links else [group]
        start = stop
    return groups


def _is_joined(
    chunks: Sequence[Chunk], indexes: Sequence[int], connectives: Sequence[Connective], start: int, number: int
) -> bool:
    """Whether a period belongs to the group that begins with number ``start``."""
    last, period = chunks[indexes[number - 1]].period, chunks[indexes[number]].period
    assert last is not None
    assert period is not None
    link = connectives[number].link
    if link is Joint.TO and _begins_move(connectives[start], connectives[number]):
        return False
    if last.family is Family.YEAR and None in {last.year, period.year}:
        return False  # "the end of the financial year" takes the plan's year, not its neighbour's
    relation = RELATIONS.get((last.family, link, period.family), (Relation.APART,))[0]
    return relation in {Relation.JOIN, Relation.LIST} or (relation is Relation.SHARE and last.year is None)


def _begins_move(before: Connective, between: Connective) -> bool:
    """Whether "to" leads from an old date to the new one: "moved from X to Y", "(was X) to Y", but not "was X to Y"."""
    is_set_off = Role.OLD in before.roles and Role.CLOSE in between.middle
    return is_set_off or any(role.moves for role in before.roles)


def _share_year(group: PeriodGroup) -> PeriodGroup:
    """The group with a year that is given once given to all."""
    periods = list(group.periods)
    for index in [*reversed(range(len(periods) - 1)), *range(1, len(periods))]:
        for other in (index + 1, index - 1):
            if periods[index].takes_year and 0 <= other < len(periods) and periods[other].year is not None:
                periods[index] = periods[index].put_in_year(periods[other])
    return group._replace(periods=tuple(periods)) if tuple(periods) != group.periods else group


WHOLE_ROLES = frozenset((Role.BETWEEN, Role.FROM, Role.START, Role.AFTER, Role.BEFORE, Role.OLD))
DUE_ROLES = frozenset((Role.BY, Role.END, Role.UNTIL))


def _split(group: PeriodGroup) -> list[PeriodGroup]:
    """The group, cut where two full days stand together without a sign that makes them a range.

    "From", "was" and their like hold for all of it, and leave it whole.
    """
    if not WHOLE_ROLES.isdisjoint(group.roles):
        return [group]
    return cut_group(group, [index for index in range(1, len(group.periods)) if _is_cut(group, index)])


def cut_group(group: PeriodGroup, starts: Sequence[int]) -> list[PeriodGroup]:
    """The groups of a list, each from a period in ``starts`` on; "by" and its like hold for each of them."""
    if not starts:
        return [group]
    due_roles = tuple(role for role in group.roles if role in DUE_ROLES)
    between = Connective(roles=due_roles, link=Joint.LISTED)
    size = len(group.periods)
    return [
        group._replace(
            periods=group.periods[start:stop],
            links=group.links[start : stop - 1],
            before=between if start else group.before,
            after=between if stop < size else group.after,
            indexes=group.indexes[start:stop],
        )
        for start, stop in pairwise((0, *starts, size))
    ]


def _is_cut(group: PeriodGroup, index: int) -> bool:
    relations = RELATIONS[group.periods[index - 1].family, group.links[index - 1], group.periods[index].family]
    return Relation.LIST in relations


def remove_links(groups: Sequence[PeriodGroup], kept: Sequence[PeriodGroup]) -> Sequence[PeriodGroup]:
    """The kept groups, those after a group that was not kept no longer joined to anything."""
    if len(kept) == len(groups):
        return kept
    order = {group.indexes: number for number, group in enumerate(groups)}
    unlinked: list[PeriodGroup] = []
    before = -1
    for group in kept:
        number = order[group.indexes]
        is_orphan = before != number - 1 and group.link is not Joint.WORDS
        unlinked.append(group._replace(before=group.before._replace(link=Joint.WORDS)) if is_orphan else group)
        before = number
    return unlinked


def may_explain(left: PeriodGroup, right: PeriodGroup) -> bool:
    """Whether one of two neighbours is finer, so that it may explain the other; a calendar year never does."""
    return left.coarseness != right.coarseness and Family.CALENDAR not in {left.family, right.family}


def explain(left: PeriodGroup, right: PeriodGroup, calendar: Calendar) -> Days | None:
    """The days of two neighbours, of which one is finer, as one promise; None where it does not lie in the other."""
    coarse, fine = (left, right) if left.coarseness > right.coarseness else (right, left)
    outer, inner = _find_both(coarse, fine, calendar)
    if outer is None or inner is None or not outer.holds(inner):
        return None
    if right is coarse and right.link is Joint.DASH and inner.last != outer.last:
        raise Unreadable("unclear", "the dash may make a range or explain the month: say which")
    return Days(outer.first, inner.last) if right is fine and right.roles else inner


def _find_both(coarse: PeriodGroup, fine: PeriodGroup, calendar: Calendar) -> tuple[Days | None, Days | None]:
    if fine.has_year:
        inner = fine.find_days(calendar)
        return _find_coarse(coarse, inner, calendar), inner
    outer = coarse.find_days(calendar)
    _refuse_two_readings(coarse, outer)
    return outer, _find_fine(fine, outer, calendar)


def _find_coarse(coarse: PeriodGroup, inner: Days, calendar: Calendar) -> Days | None:
    """The days of the coarse group, in the year that the fine one's say where it leaves that open."""
    outer = coarse.find_days(calendar) if coarse.has_year else None
    is_open = coarse.family is Family.QUARTER and not (coarse.has_year and coarse.periods[0].fiscal)
    is_agreed = not coarse.has_year or coarse.periods[-1].year in {inner.first.year, inner.last.year}
    if is_open and is_agreed and not (outer and outer.holds(inner)):
        start = FiscalYear.containing(inner.first, calendar.first_month).start
        outer = coarse.put_in_year(calendar.make_year(start)).find_days(calendar)
    return outer


def _refuse_two_readings(coarse: PeriodGroup, outer: Days) -> None:
    """Refuses "Q4 2024 (Jan – Mar)": the year may be the fiscal year's or the months'."""
    last = coarse.periods[-1]
    if coarse.family is Family.QUARTER and not last.fiscal and outer.last.year != last.year:
        raise Unreadable(
            "unclear", f"“{last.year}” may be the year the fiscal year starts in or the year of the months"
        )


def _find_fine(fine: PeriodGroup, outer: Days, calendar: Calendar) -> Days | None:
    """The days of a group without a year in the year that puts it inside: a calendar year, or for "Nov – Feb" two."""
    for year in range(outer.first.year, outer.last.year + 1):
        try:
            days = fine.put_in_year(Period(Unit.CALENDAR, year=year)).find_days(calendar)
        except Unreadable:
            continue
        if outer.holds(days):
            return days
    start = FiscalYear.containing(outer.first, calendar.first_month).start
    return fine.put_in_year(calendar.make_year(start)).find_days(calendar)
