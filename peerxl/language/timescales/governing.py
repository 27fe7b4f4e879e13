"""What the words before a period make of it: due by its end, due before it, open from its start, …"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from peerxl.language.timescales.connectives import Roles
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.ranges import PeriodGroup
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.superseded import MOVED_TO
from peerxl.language.timescales.tokens import Tokens


class Mode(Enum):
    """How a period is promised."""

    PLAIN = "from its start to its end"
    DUE = "by its end"
    BEFORE = "before it begins"
    FROM = "from its start on"
    AFTER = "from the day after it on"


MODES: Mapping[Roles, Mode] = {
    (): Mode.PLAIN,
    (Role.BETWEEN,): Mode.PLAIN,
    (Role.NEXT,): Mode.PLAIN,
    (Role.BY,): Mode.DUE,
    (Role.UNTIL,): Mode.DUE,
    (Role.TO,): Mode.DUE,
    (Role.END,): Mode.DUE,
    (Role.BY, Role.END): Mode.DUE,
    (Role.UNTIL, Role.END): Mode.DUE,
    (Role.TO, Role.END): Mode.DUE,
    (Role.BEFORE, Role.END): Mode.DUE,
    (Role.UNTIL, Role.BY): Mode.DUE,
    (Role.TO, Role.BY): Mode.DUE,  # "to be complete by"
    (Role.TO, Role.BY, Role.END): Mode.DUE,
    (Role.BEFORE,): Mode.BEFORE,
    (Role.BEFORE, Role.START_OF): Mode.BEFORE,
    (Role.FROM,): Mode.FROM,
    (Role.FROM, Role.START_OF): Mode.FROM,
    (Role.START, Role.FROM): Mode.FROM,
    (Role.AFTER,): Mode.AFTER,
    (Role.AFTER, Role.END): Mode.AFTER,
    (Role.START,): Mode.FROM,
}


def find_mode(group: PeriodGroup, tokens: Tokens) -> Mode:
    """How a group is promised."""
    roles = group.roles
    if Role.NEW in roles:
        roles = tuple(role for role in roles if role is not Role.NEW)
    if roles and roles[0].moves:
        return _find_mode_of_moved(roles)
    mode = MODES.get(roles)
    if mode is None or (Role.NEXT in roles and group.is_assumed):
        words = tokens.get_words(group.before.governors[0].first, group.before.governors[-1].after)
        raise Unreadable("unclear", f"“{words}” before a date does not say when")
    if Role.TO in roles and Role.BY not in roles and group.is_followed_by_word:
        return Mode.PLAIN  # "report to March 2024 Cabinet": the word belongs to what follows
    return mode


def _find_mode_of_moved(roles: Roles) -> Mode:
    """How a date is promised that something was moved to; an extension runs until it."""
    if len(roles) < 2 or roles[1] not in MOVED_TO:
        raise Unreadable("denied", "it is not said whether the date was moved to or from")
    is_extended = Role.END in roles or (roles[0] is Role.MOVED and roles[1] is Role.UNTIL)
    return Mode.DUE if is_extended else Mode.PLAIN
