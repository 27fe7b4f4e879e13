"""Which of a cell's periods hold: not those that others have replaced, nor fiscal years that are only talked about.

    old     = ("was" | "originally" | "currently" | …) period | moved "from" period
    new     = moved "to" period | ("now" | "revised date" | …) period
    context = a bare fiscal year among the words of an item that has a finer period,
              or with words on both sides in a cell that has one: "draft proposal to at least meet 24/25 savings"

Standing at the edge of an item of its own a fiscal year could be promised or talked about, and is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from peerxl.language.timescales.connectives import Joint
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.period import Family
from peerxl.language.timescales.ranges import PeriodGroup
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.tokens import Chunk, Walk, walk_back, walk_on

MOVED_TO = frozenset((Role.TO, Role.UNTIL))


def keep_current(groups: Sequence[PeriodGroup]) -> Sequence[PeriodGroup]:
    """The groups that still hold; refuses where a new date does not say which one it replaces."""
    if not any(group.before.roles for group in groups):
        return groups
    kept: list[PeriodGroup] = []
    was_moved = False
    for number, group in enumerate(groups):
        if is_old(group) or (number and _is_origin(groups[number - 1], group)):
            was_moved = True
            continue
        if is_new(group) and kept and not was_moved:
            if not group.before.is_wordless:
                raise Unreadable("unclear", "it is not said which date the new one replaces")
            kept.pop()
        kept.append(_separate(group) if was_moved else group)
        was_moved = False
    if groups and not kept:
        raise Unreadable("only-moved", "the only date is one that it was moved from, or that held before")
    return kept


def is_old(group: PeriodGroup) -> bool:
    roles = group.roles
    is_from = Role.FROM in roles and (roles[0].moves or roles[0] is Role.NEW)
    return Role.OLD in roles or is_from


def is_new(group: PeriodGroup) -> bool:
    roles = group.roles
    return Role.NEW in roles or (len(roles) > 1 and roles[0].moves and roles[1] in MOVED_TO)


def _is_origin(moved: PeriodGroup, group: PeriodGroup) -> bool:
    """Whether the group is where something was moved from, said last: "slipped to Q1 24/25 from Q3 23/24"."""
    return is_new(moved) and group.roles[:1] == (Role.FROM,) and group.before.is_wordless


def _separate(group: PeriodGroup) -> PeriodGroup:
    """The group after an old one: no longer the end of a range that the old one began."""
    before, is_until = group.before, Role.UNTIL in group.roles or Role.END in group.roles
    if before.link is Joint.TO and not is_until:
        before = before._replace(governors=(), roles=())
    return group._replace(before=before._replace(link=Joint.WORDS))


def keep_promised(
    chunks: Sequence[Chunk], groups: Sequence[PeriodGroup], current: Sequence[PeriodGroup]
) -> Sequence[PeriodGroup]:
    """The current groups without the fiscal years that are only talked about."""
    if len(groups) == 1 or not any(_is_years(group) for group in current):
        return current
    items = list(accumulate(1 if chunk.role.ends_item else 0 for chunk in chunks))
    finer = {items[group.indexes[0]] for group in groups if not _is_years(group)}
    if finer:
        return [group for group in current if not _is_years(group) or not _is_context(chunks, group, items, finer)]
    for left, right in pairwise(current):
        is_one_item = items[left.indexes[0]] == items[right.indexes[0]]
        if right.link is Joint.WORDS and is_one_item and _has_words_between(chunks, left, right):
            raise Unreadable("unclear", "of two fiscal years among the words one may only be talked about")
    return current


def _is_years(group: PeriodGroup) -> bool:
    return group.family is Family.YEAR or group.family is Family.CALENDAR


def _has_words_between(chunks: Sequence[Chunk], left: PeriodGroup, right: PeriodGroup) -> bool:
    """Whether words stand between, and no colon says that the second year is promised."""
    beside = chunks[right.indexes[0] - 1], *chunks[right.indexes[-1] + 1 : right.indexes[-1] + 2]
    if any(chunk.role is Role.COLON for chunk in beside):
        return False
    return any(chunk.role.speaks for chunk in chunks[left.indexes[-1] : right.indexes[0]])


def _is_context(chunks: Sequence[Chunk], group: PeriodGroup, items: Sequence[int], finer: set[int]) -> bool:
    """Whether a fiscal year in a cell with finer periods is only talked about."""
    if group.family is Family.CALENDAR or any(role.promises for role in group.roles):
        return False
    before, after = _find_side(chunks, group.indexes[0], walk_back), _find_side(chunks, group.indexes[-1], walk_on)
    is_alone = not (before.speaks or after.speaks)
    if is_alone or before is Role.COLON or (after is Role.COLON and not before.speaks):
        return False
    if items[group.indexes[0]] in finer or (before.speaks and after.speaks):
        return True
    if before.sets_off or after.sets_off:
        return False
    raise Unreadable("unclear", "a fiscal year among the words may be promised or only talked about")


def _find_side(chunks: Sequence[Chunk], index: int, walk: Walk) -> Role:
    """What stands on one side of a period, beyond words that govern it."""
    roles = (chunk.role for chunk in walk(chunks, index))
    # "By" and its like say that the year is promised, so they are seen.
    return next((role for role in roles if not role.fills and (role.promises or not role.governs)), Role.STOP)
