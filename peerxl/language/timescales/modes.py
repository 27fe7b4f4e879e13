"""What the words before a period make of it: due by its end, due before it, open from its start, …

mode = plain | due ("by", "end of", "until", …) | before | from | after | start
"""

from __future__ import annotations

from enum import StrEnum

from peerxl.language.timescales.glosses import coarseness
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.runs import Run
from peerxl.language.timescales.words import Role


class Mode(StrEnum):
    PLAIN = "plain"
    DUE = "due"
    BEFORE = "before"
    FROM = "from"
    AFTER = "after"
    START = "start"


MODES: dict[tuple[Role, ...], Mode] = {
    (): Mode.PLAIN,
    (Role.BETWEEN,): Mode.PLAIN,
    (Role.LATE,): Mode.PLAIN,
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
    (Role.BEFORE,): Mode.BEFORE,
    (Role.BEFORE, Role.START_OF): Mode.BEFORE,
    (Role.FROM,): Mode.FROM,
    (Role.FROM, Role.START_OF): Mode.FROM,
    (Role.START, Role.FROM): Mode.FROM,
    (Role.AFTER,): Mode.AFTER,
    (Role.AFTER, Role.END): Mode.AFTER,
    (Role.START,): Mode.START,
}
MOVED = (Role.MOVED, Role.SLIPPED)
MOVED_TO = frozenset((Role.TO, Role.UNTIL))


def mode_of(run: Run) -> Mode:
    """What the words before a run make of it."""
    roles: tuple[Role, ...] = tuple(role for role in run.roles if role is not Role.NEW)
    if roles[:2] == (Role.TO, Role.BY):  # "to be complete by"
        roles = roles[1:]
    if roles and roles[0] in MOVED:
        return MODES[_after_move(roles)]
    if Role.LATE in roles and coarseness(run) not in {1, 3}:
        raise Unreadable("unclear", "“late” in a season or a year is no date")
    mode = MODES.get(tuple(role for role in roles if role is not Role.LATE))
    if mode is None or (Role.NEXT in roles and run.is_assumed):
        raise Unreadable("unclear", f"“{run.said}” before a date does not say when")
    if Role.TO in roles and run.is_followed_by_word:
        return Mode.PLAIN  # "report to March 2024 Cabinet": the word belongs to what follows
    return mode


def _after_move(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """What is left to govern a date that something was moved to; an extension runs until it."""
    if len(roles) > 1 and roles[1] in MOVED_TO:
        is_extended = Role.END in roles or (roles[0] is Role.MOVED and roles[1] is Role.UNTIL)
        return (Role.UNTIL,) if is_extended else ()
    raise Unreadable("denied", "it is not said whether the date was moved to or from")
