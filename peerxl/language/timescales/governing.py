"""What the words before a period make of it: due by its end, due before it, open from its start, …"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from peerxl.language.timescales.cell import CellReading
from peerxl.language.timescales.connectives import Roles
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.ranges import PeriodGroup
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.superseded import MOVED_TO


class Mode(Enum):
    """How a period is promised."""

    PLAIN = auto()  # from its start to its end
    DUE = auto()  # by its end
    BEFORE = auto()  # before it begins
    FROM = auto()  # from its start on
    AFTER = auto()  # from the day after it on


MODES: Mapping[Roles, Mode] = {
    (): Mode.PLAIN,
    (Role.BETWEEN,): Mode.PLAIN,  # "between June and September 2024"
    (Role.NEXT,): Mode.PLAIN,  # "next March"
    (Role.BY,): Mode.DUE,  # "by March 2025"
    (Role.LATEST,): Mode.DUE,  # "at the latest March 2025"
    (Role.LATEST, Role.BY): Mode.DUE,  # "at the latest by March 2025"
    (Role.UNTIL,): Mode.DUE,  # "until March 2025"
    (Role.TO,): Mode.DUE,  # "to March 2025"
    (Role.END,): Mode.DUE,  # "end of March 2025"
    (Role.END, Role.BY): Mode.DUE,  # "finish by March 2025"
    (Role.END, Role.BY, Role.END): Mode.DUE,  # "finishing by the end of March 2025"
    (Role.BY, Role.END): Mode.DUE,  # "by the end of March 2025"
    (Role.UNTIL, Role.END): Mode.DUE,  # "until end of March 2025"
    (Role.TO, Role.END): Mode.DUE,  # "to the end of March 2025"
    (Role.BEFORE, Role.END): Mode.DUE,  # "before the end of March 2025"
    (Role.UNTIL, Role.BY): Mode.DUE,  # "up to by March 2025"
    (Role.TO, Role.BY): Mode.DUE,  # "to be complete by"
    (Role.TO, Role.BY, Role.END): Mode.DUE,  # "to be complete by the end of March 2025"
    (Role.BEFORE,): Mode.BEFORE,  # "before March 2025"
    (Role.BEFORE, Role.START_OF): Mode.BEFORE,  # "before the beginning of March 2025"
    (Role.FROM,): Mode.FROM,  # "from March 2025"
    (Role.FROM, Role.START_OF): Mode.FROM,  # "from the beginning of April 2025"
    (Role.START, Role.FROM): Mode.FROM,  # "to start from April 2025"
    (Role.AFTER,): Mode.AFTER,  # "after March 2025"
    (Role.AFTER, Role.END): Mode.AFTER,  # "after the end of March 2025"
    (Role.START,): Mode.FROM,  # "starts April 2025"
}


def find_mode(group: PeriodGroup, cell: CellReading) -> Mode:
    """How a group is promised."""
    roles = group.before.roles
    mode = MODES.get(roles)
    if mode is None:
        roles = tuple(role for role in roles if role is not Role.NEW)
        if roles and roles[0].moves:
            return _find_mode_of_moved(roles)
        mode = MODES.get(roles)
    if mode is None or (group.is_assumed and Role.NEXT in roles):
        first, last = cell.chunks[group.before.first_governor], cell.chunks[group.indexes[0] - 1]
        words = cell.tokens.get_words(first.first, last.after)
        raise Unreadable("unclear", f"“{words}” before a date does not say when")
    if group.periods[-1].is_latest and len(group.periods) == 1:
        if mode is not Mode.PLAIN and mode is not Mode.DUE:
            raise Unreadable("unclear", "“at the latest” does not go with the words before the date")
        return Mode.DUE
    if roles and Role.TO in roles and Role.BY not in roles and group.is_followed_by_word:
        return Mode.PLAIN  # "report to March 2024 Cabinet": the word belongs to what follows
    return mode


def _find_mode_of_moved(roles: Roles) -> Mode:
    """How a date is promised that something was moved to; an extension runs until it."""
    if len(roles) < 2 or roles[1] not in MOVED_TO:
        raise Unreadable("denied", "it is not said whether the date was moved to or from")
    is_extended = Role.END in roles or (roles[0] is Role.MOVED and roles[1] is Role.UNTIL)
    return Mode.DUE if is_extended else Mode.PLAIN
