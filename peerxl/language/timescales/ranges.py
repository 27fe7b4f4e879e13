"""Periods beside each other: which give each other their year, which make a group, and what two groups are together.

    group = period { link period }      joined as ``RELATIONS`` says: "Q2-Q4", "Jan, Feb & Mar 2024", "1 - 5 May 2024"

A year given once in a group serves all of it; a fiscal year beside a period that has none gives it its year.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from peerxl.language.timescales.connectives import Connective, Link, Roles, connect
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.period import Days, Family, Period, Unit, days_of
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.tokens import Chunk, Chunks, Tokens


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
                nothing       -           to     and    /             ,            (      :      or      →
day day         list          join        join   list   list          list         gloss  gloss  refuse  refuse
alike           join          join        join   join   join          share,gloss,apart gloss  gloss  refuse  refuse
day month       gloss,refuse  join        join   range  gloss,range   gloss,apart  gloss  gloss  refuse  refuse
calendar year   refuse        bare        bare   apart  refuse        apart        gloss  gloss  refuse  refuse
fiscal year     gloss,refuse  gloss,bare  bare   apart  gloss,refuse  gloss,apart  gloss  gloss  refuse  refuse
season          gloss,refuse  gloss,range range  apart  gloss,refuse  gloss,apart  gloss  gloss  refuse  refuse
quarter         gloss,range   gloss,range range  apart  gloss,refuse  gloss,apart  gloss  gloss  refuse  refuse
"""  # a kind of pair is the first that two families fit: a quarter and a season beside each other are "season"
Relations = tuple[Relation, ...]


def _kind_of_pair(left: Family, right: Family) -> str:
    """The line of the table for two families."""
    if left is right and left is not Family.CALENDAR:
        return "day day" if left is Family.DAY else "alike"
    pair = {left, right}
    if pair == {Family.DAY, Family.MONTH}:
        return "day month"
    kinds = ((Family.CALENDAR, "calendar year"), (Family.YEAR, "fiscal year"), (Family.SEASON, "season"))
    return next((kind for family, kind in kinds if family in pair), "quarter")


def _read_table() -> Mapping[tuple[Family, Link, Family], Relations]:
    header, *lines = _TABLE.strip("\n").splitlines()
    links = [Link(word) for word in header.split()]
    rows = {line[:16].strip(): [tuple(map(Relation, cell.split(","))) for cell in line[16:].split()] for line in lines}
    relations: dict[tuple[Family, Link, Family], Relations] = {}
    for left in Family:
        for right in Family:
            for link, relation in zip(links, rows[_kind_of_pair(left, right)], strict=True):
                relations[left, link, right] = relation
    return relations


RELATIONS = _read_table()


@dataclass(frozen=True, slots=True)
class PeriodGroup:
    """Periods joined by ``links``, with what stands before and after them, and their ``indexes`` among the chunks."""

    periods: tuple[Period, ...]
    links: tuple[Link, ...]
    before: Connective
    after: Connective
    indexes: tuple[int, ...]
    is_assumed: bool = False  # whether its year is the plan's

    @property
    def family(self) -> Family:
        return self.periods[0].unit.family

    @property
    def link(self) -> Link:
        return self.before.link

    @property
    def has_year(self) -> bool:
        return self.periods[0].year is not None

    @property
    def roles(self) -> Roles:
        return self.before.roles

    @property
    def is_followed_by_word(self) -> bool:
        """Whether a word of the officer's follows directly, so that the period may belong to it."""
        following = self.after.suffix or self.after.middle or self.after.governors
        return bool(following) and following[0].role.is_text

    @property
    def coarseness(self) -> int:
        return max(period.unit.coarseness for period in self.periods)

    def in_year_of(self, year: Period) -> PeriodGroup:
        return replace(self, periods=tuple(period.in_year_of(year) for period in self.periods))

    def days(self, first_month: int) -> Days:
        """The days from its start to its end; refuses a group that ends before it starts."""
        spans = [days_of(period, first_month) for period in self.periods]
        for earlier, later in pairwise(spans):
            if later.first < earlier.first:
                raise Unreadable("reversed-range", "the range ends before it starts")
        return Days(spans[0].first, spans[-1].last)


def assign_years(chunks: Chunks, tokens: Tokens) -> Chunks:
    """The chunks with each fiscal year that stands beside a period without a year made that period's year."""
    if sum(chunk.period is not None for chunk in chunks) < 2:
        return chunks
    assigned: Chunks = []
    index = 0
    while index < len(chunks):
        chunk, index = _with_year(chunks, index, tokens)
        assigned.append(chunk)
    return assigned


def _with_year(chunks: Chunks, index: int, tokens: Tokens) -> tuple[Chunk, int]:
    """The chunk with the year beside it, and the index after what it took."""
    chunk = chunks[index]
    other = _neighbour(chunks, index + 1) if chunk.period else None
    neighbour = chunks[other].period if other else None
    if other is None or neighbour is None or chunk.period is None:
        return chunk, index + 1
    if chunk.period.is_span and neighbour.takes_year:
        raise Unreadable("year-mismatch", "what stands beside several years lies in one of them, nobody says which")
    between = {chunk.role for chunk in chunks[index + 1 : other]}
    period = None
    if chunk.period.is_label and neighbour.takes_year and Role.CLOSE not in between:
        _check_one_year(chunks, other, tokens)
        period = neighbour.in_year_of(chunk.period)
    elif chunk.period.takes_year and _gives_year(neighbour, chunk.period, between):
        period = chunk.period.in_year_of(neighbour)
    if period is None:
        return chunk, index + 1
    return Chunk(Role.PERIOD, chunk.first, chunks[other].after, period), other + 1


def _neighbour(chunks: Chunks, start: int) -> int | None:
    """The next period, where at most three signs stand before it."""
    for index in range(start, min(start + 4, len(chunks))):
        if chunks[index].period:
            return index
        if not chunks[index].role.leads_year:
            return None
    return None


def _gives_year(year: Period, period: Period, between: set[Role]) -> bool:
    """Whether a year after a period is its year: a single one only after a quarter, or with "of" or a bracket."""
    is_quarter = period.family is Family.QUARTER
    if year.is_span and is_quarter:
        raise Unreadable("year-mismatch", "a quarter lies in one fiscal year, and these years are more than one apart")
    if year.unit is not Unit.CALENDAR:
        return year.is_label
    if period.unit is Unit.HALF:
        raise Unreadable("unclear", "half of a single year may be of the calendar or the fiscal year")
    return is_quarter or Role.DURING in between or Role.CLOSE in between


def _check_one_year(chunks: Chunks, index: int, tokens: Tokens) -> None:
    """Refuses a period between two years ("2023/24 Q1 24/25") unless the second has a period of its own."""
    year = chunks[index + 1].period if index + 1 < len(chunks) else None
    if year is None or not year.is_label:
        return
    following = _neighbour(chunks, index + 2)
    own = chunks[following].period if following else None
    if own is None or not own.takes_year:
        words = tokens.words(chunks[index].first, chunks[index + 1].after)
        raise Unreadable("unclear", f"“{words}” has a year on each side")


def find_groups(chunks: Sequence[Chunk]) -> list[PeriodGroup]:
    """The groups of a cell in order, with every chunk either in one or in a connective beside one."""
    indexes = [index for index, chunk in enumerate(chunks) if chunk.period]
    if not indexes:
        return []
    connectives = _connectives(chunks, indexes)
    groups: list[PeriodGroup] = []
    start = 0
    for stop in range(1, len(indexes) + 1):
        if stop < len(indexes) and _belongs(chunks, indexes, connectives, start, stop):
            continue
        periods = tuple([period for index in indexes[start:stop] if (period := chunks[index].period)])
        links = tuple([connective.link for connective in connectives[start + 1 : stop]])
        group = PeriodGroup(periods, links, connectives[start], connectives[stop], tuple(indexes[start:stop]))
        groups += _split(_share_year(group)) if links else [group]
        start = stop
    return groups


def _connectives(chunks: Sequence[Chunk], indexes: Sequence[int]) -> list[Connective]:
    """What stands before each period, and after the last."""
    starts = [0, *[index + 1 for index in indexes]]
    last = len(indexes)
    return [
        connect(chunks[start:stop], is_first=number == 0, is_last=number == last)
        for number, (start, stop) in enumerate(zip(starts, [*indexes, len(chunks)], strict=True))
    ]


def _belongs(
    chunks: Sequence[Chunk], indexes: Sequence[int], connectives: Sequence[Connective], start: int, number: int
) -> bool:
    """Whether a period belongs to the group that begins with number ``start``."""
    last, period = chunks[indexes[number - 1]].period, chunks[indexes[number]].period
    assert last is not None
    assert period is not None
    link = connectives[number].link
    if link is Link.TO and any(role.moves or role is Role.OLD for role in connectives[start].roles):
        return False
    if last.family is Family.YEAR and None in {last.year, period.year}:
        return False  # "the end of the financial year" takes the plan's year, not its neighbour's
    relation = RELATIONS.get((last.family, link, period.family), (Relation.APART,))[0]
    return relation in {Relation.JOIN, Relation.LIST} or (relation is Relation.SHARE and last.year is None)


def _share_year(group: PeriodGroup) -> PeriodGroup:
    """The group with a year that is given once given to all."""
    periods = list(group.periods)
    for index in [*reversed(range(len(periods) - 1)), *range(1, len(periods))]:
        for other in (index + 1, index - 1):
            if periods[index].takes_year and 0 <= other < len(periods) and periods[other].year is not None:
                periods[index] = periods[index].in_year_of(periods[other])
    return replace(group, periods=tuple(periods)) if tuple(periods) != group.periods else group


def _split(group: PeriodGroup) -> list[PeriodGroup]:
    """The group, cut where two full days stand together without a sign that makes them a range."""
    size = len(group.periods)
    starts = [0, *(index for index in range(1, size) if _is_cut(group, index)), size]
    if len(starts) == 2 or Role.BETWEEN in group.roles:
        return [group]
    between = Connective(link=Link.DAYS)
    return [
        PeriodGroup(
            group.periods[start:stop],
            group.links[start : stop - 1],
            between if start else group.before,
            between if stop < size else group.after,
            group.indexes[start:stop],
        )
        for start, stop in pairwise(starts)
    ]


def _is_cut(group: PeriodGroup, index: int) -> bool:
    relations = RELATIONS[group.periods[index - 1].family, group.links[index - 1], group.periods[index].family]
    return Relation.LIST in relations


def unlink(groups: Sequence[PeriodGroup], kept: Sequence[PeriodGroup]) -> list[PeriodGroup]:
    """The kept groups, those after a group that was not kept no longer joined to anything."""
    if len(kept) == len(groups):
        return list(kept)
    order = {group.indexes: number for number, group in enumerate(groups)}
    unlinked: list[PeriodGroup] = []
    before = -1
    for group in kept:
        number = order[group.indexes]
        is_orphan = number and before != number - 1 and group.link is not Link.WORDS
        unlinked.append(replace(group, before=group.before._replace(link=Link.WORDS)) if is_orphan else group)
        before = number
    return unlinked
