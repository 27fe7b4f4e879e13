"""Gives periods what stands beside them and is theirs: a fiscal year, a part of them that is meant, "at the latest"."""

from __future__ import annotations

from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.outline import Outline
from peerxl.language.timescales.period import Family, Period, Unit
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.tokens import Chunk, Chunks, Tokens

LIMIT_SIGNS = frozenset((Role.OPEN, Role.DASH, Role.COMMA))
HEADING_SIGNS = frozenset((Role.COLON, Role.DASH, Role.COMMA))
HEADED_ROLES = frozenset((Role.BY, Role.END, Role.LATEST, Role.BEFORE, Role.FROM, Role.START, Role.AFTER))
LIST_ROLES = frozenset((Role.COMMA, Role.AND))
FARTHEST_REPEATED = 5
"""How many years later a month may be repeated in a list."""
PART_ROLES = frozenset(role for role in Role if role.is_part)


def complete_periods(chunks: Chunks, outline: Outline, tokens: Tokens) -> Chunks:
    """The chunks with what stands beside each period and is its own made one with it; the same where nothing does."""
    if not PART_ROLES.isdisjoint(outline.roles):
        chunks = _merge_parts(chunks)
    if len(outline.periods) > 1:
        chunks = _give_years(_give_heading_years(_repeat_in_years(chunks)), tokens)
    return _merge_limits(chunks) if Role.LATEST in outline.roles else chunks


def _merge_parts(chunks: Chunks) -> Chunks:
    """The chunks with words like "early" and "mid to late" made one with the period after them."""
    absorbed: Chunks = []
    for chunk in chunks:
        first = _find_part(absorbed) if chunk.period else None
        if chunk.period is None or first is None:
            absorbed.append(chunk)
        elif absorbed[first].role is Role.START_OF and chunk.period.unit is Unit.DAY:
            absorbed += Chunk(Role.START, *absorbed.pop()[1:]), chunk  # "beginning 1 April 2024"
        else:
            part = Chunk(Role.PERIOD, absorbed[first].first, chunk.after, chunk.period._replace(is_part=True))
            absorbed[first:] = [part]
    return absorbed


def _find_part(chunks: Chunks) -> int | None:
    """The first of the words at the end of the chunks that say which part of a period is meant: "mid to late"."""
    first = None
    index = len(chunks) - 1
    while index >= 0:
        role = chunks[index].role
        if role.is_part:
            first = index
        elif not (role.fills or role.is_joint or (first is not None and role.joins_parts)):
            break
        index -= 1
    is_day = first is not None and chunks[first].role is Role.START_OF and _begins_span(chunks[:first])
    return None if is_day else first


def _begins_span(chunks: Chunks) -> bool:
    """Whether "the beginning of" a period, which follows, is its first day: "from the beginning of April 2024"."""
    return bool(chunks) and chunks[-1].role in {Role.FROM, Role.BEFORE, Role.START}


def _merge_limits(chunks: Chunks) -> Chunks:
    """The chunks with "at the latest" made one with the period before it, also in brackets or after a dash or comma."""
    merged: Chunks = []
    for chunk, following in zip(chunks, (*chunks[1:], None), strict=True):
        steps = 2 if merged and merged[-1].role in LIMIT_SIGNS else 1
        before = merged[-steps] if len(merged) >= steps else None
        leads_on = following is not None and following.period is not None
        if chunk.role is not Role.LATEST or before is None or before.period is None or leads_on:
            merged.append(chunk)
        else:
            limit = before.period._replace(is_latest=True)
            merged[-steps:] = [Chunk(Role.PERIOD, before.first, chunk.after, limit)]
    return merged


def _repeat_in_years(chunks: Chunks) -> Chunks:
    """The chunks with each year that a list has after a month or day made that month or day in it: "May 2024, 2025"."""
    given = list(chunks)
    for index, chunk in enumerate(chunks):
        repeated = _find_repeated(given, index) if _is_bare_year(chunk) else None
        if repeated is not None and chunk.period is not None:
            given[index] = chunk._replace(period=repeated._replace(year=chunk.period.year))
    return given


def _is_bare_year(chunk: Chunk) -> bool:
    period = chunk.period
    return period is not None and period.unit is Unit.CALENDAR and not (period.is_said or period.is_part)


def _find_repeated(chunks: Chunks, index: int) -> Period | None:
    """The one month or day of an earlier year that a year repeats; no word may follow to which the year may belong.

    Of several months ("March, June 2024, 2025") nobody knows which are repeated.
    """
    following = next((each for each in chunks[index:] if not (each.role in LIST_ROLES or _is_bare_year(each))), None)
    earlier = [each for each in chunks[:index] if each.role not in LIST_ROLES]
    before, first = (earlier[-1] if earlier else None), (earlier[-2] if len(earlier) > 1 else None)
    is_several = first is not None and first.period is not None and first.period.year is None
    is_listed = index > 0 and chunks[index - 1].role in LIST_ROLES
    if not is_listed or before is None or not (following is None or following.role.is_sign or following.period):
        return None
    period, year = before.period, chunks[index].period
    is_date = period is not None and period.family in {Family.MONTH, Family.DAY} and not (period.fiscal or is_several)
    if not is_date or period is None or year is None or period.year is None or year.year is None:
        return None
    return period if period.year < year.year <= period.year + FARTHEST_REPEATED else None


def _give_heading_years(chunks: Chunks) -> Chunks:
    """The chunks with each fiscal year that heads a governed period made that period's year: "2024/25: by December"."""
    given = list(chunks)
    for index, chunk in enumerate(chunks):
        is_first = index == 0 or chunks[index - 1].role.ends_item
        other = _find_headed(chunks, index) if is_first and chunk.period and chunk.period.is_label else None
        headed = chunks[other].period if other else None
        if other and headed and chunk.period:
            given[index] = chunk._replace(role=Role.FILLER, period=None)
            given[index + 1] = chunks[index + 1]._replace(role=Role.FILLER)
            given[other] = chunks[other]._replace(period=headed.put_in_year(chunk.period))
    return given


def _find_headed(chunks: Chunks, index: int) -> int | None:
    """The period without a year that a year heads through a sign and the words that govern it."""
    if index + 1 == len(chunks) or chunks[index + 1].role not in HEADING_SIGNS:
        return None
    after = index + 2
    while after < len(chunks) and (chunks[after].role in HEADED_ROLES or chunks[after].role.fills):
        after += 1
    period = chunks[after].period if after < len(chunks) else None
    is_governed = any(chunk.role in HEADED_ROLES for chunk in chunks[index + 2 : after])
    is_own = after + 1 < len(chunks) and _find_neighbour(chunks, after + 1) is not None
    return after if is_governed and period is not None and period.takes_year and not is_own else None


def _give_years(chunks: Chunks, tokens: Tokens) -> Chunks:
    """The chunks with each fiscal year that stands beside a period without a year made that period's year."""
    assigned: Chunks = []
    index = 0
    while index < len(chunks):
        chunk, index = _give_year(chunks, index, tokens)
        assigned.append(chunk)
    return assigned


def _give_year(chunks: Chunks, index: int, tokens: Tokens) -> tuple[Chunk, int]:
    """The chunk with the year beside it, and the index after what it took."""
    chunk = chunks[index]
    other = _find_neighbour(chunks, index + 1) if chunk.period else None
    neighbour = chunks[other].period if other else None
    if other is None or neighbour is None or chunk.period is None:
        return chunk, index + 1
    if chunk.period.is_span and neighbour.takes_year:
        raise Unreadable("year-mismatch", "what stands beside several years lies in one of them, nobody says which")
    between = {chunk.role for chunk in chunks[index + 1 : other]}
    period = None
    if chunk.period.is_label and neighbour.takes_year and Role.CLOSE not in between:
        _check_one_year(chunks, other, tokens)
        period = neighbour.put_in_year(chunk.period)
    elif chunk.period.takes_year and _gives_year(neighbour, chunk.period, between):
        period = chunk.period.put_in_year(neighbour)
    if period is None:
        return chunk, index + 1
    return Chunk(Role.PERIOD, chunk.first, chunks[other].after, period), other + 1


def _find_neighbour(chunks: Chunks, start: int) -> int | None:
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
    if year.is_said:
        raise Unreadable("unclear", "what is beside a calendar year may be of the fiscal one: write its months")
    if period.unit is Unit.HALF:
        raise Unreadable("unclear", "half of a single year may be of the calendar or the fiscal year")
    return is_quarter or Role.DURING in between or Role.CLOSE in between


def _check_one_year(chunks: Chunks, index: int, tokens: Tokens) -> None:
    """Refuses a period between two years ("2023/24 Q1 24/25") unless the second has a period of its own."""
    year = chunks[index + 1].period if index + 1 < len(chunks) else None
    if year is None or not year.is_label:
        return
    following = _find_neighbour(chunks, index + 2)
    own = chunks[following].period if following else None
    if own is None or not own.takes_year:
        words = tokens.get_words(chunks[index].first, chunks[index + 1].after)
        raise Unreadable("unclear", f"“{words}” has a year on each side")
