"""What stands between two periods of a cell, and before its first and after its last.

connective = [ suffix ] { word | sign } { governor }
suffix     = { sign | "then" } ( "ongoing" | "onwards" ) | "+"      leaves the period before it open
governor   = "by" | "end of" | "from" | "was" | … [ ":" | "-" ]     governs the period after it
link       = the sign, or the lack of one, that joins the two periods where there are no words
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import NamedTuple

from peerxl.language.timescales.roles import Role

Roles = tuple[Role, ...]


class Joint(Enum):
    """How a period is joined to the one before it."""

    __hash__ = object.__hash__  # quicker than an enum's own, which is written in Python

    NOTHING = "nothing"
    DASH = "-"
    TO = "to"
    AND = "and"
    SLASH = "/"
    COMMA = ","
    BRACKET = "("
    COLON = ":"
    LISTED = "listed"  # two of a list, each promised by itself
    WORDS = "words"


LINKS: Mapping[Roles, Joint] = {
    (): Joint.NOTHING,
    (Role.DASH,): Joint.DASH,
    (Role.AND,): Joint.AND,
    (Role.PLUS,): Joint.AND,
    (Role.SLASH,): Joint.SLASH,
    (Role.COMMA,): Joint.COMMA,
    (Role.COMMA, Role.AND): Joint.COMMA,
    (Role.OPEN,): Joint.BRACKET,
    (Role.COLON,): Joint.COLON,
}
UNTIL_WORDS = {(Role.TO,), (Role.UNTIL,), (Role.TO, Role.END), (Role.UNTIL, Role.END)}
GOVERNED_LINKS: Mapping[Joint, set[Roles]] = {  # the words before a period that leave it joined to the one before
    Joint.DASH: {(), (Role.END,)},
    Joint.AND: {(), (Role.END,)},
    Joint.BRACKET: {(), (Role.END,), (Role.BY,), (Role.BY, Role.END)},
    Joint.COLON: {(), (Role.END,), (Role.BY,), (Role.BY, Role.END)},
}


class Position(Enum):
    """Where a connective stands among the periods of a cell."""

    __hash__ = object.__hash__  # quicker than an enum's own, which is written in Python

    FIRST = auto()  # before the first
    BETWEEN = auto()  # between two
    LAST = auto()  # after the last


class Connective(NamedTuple):
    """The roles between two periods: ``suffix`` leaves the period before it open, ``governors`` stand before the next.

    ``roles`` are the governors that say something about the period after them; the chunk ``first`` is the first of all.
    """

    suffix: Roles = ()
    middle: Roles = ()
    governors: Roles = ()
    roles: Roles = ()
    link: Joint = Joint.NOTHING
    first: int = 0

    @property
    def first_governor(self) -> int:
        """The chunk after those of the suffix and the middle."""
        return self.first + len(self.suffix) + len(self.middle)

    @property
    def is_wordless(self) -> bool:
        """Whether nothing but signs stands between."""
        return all(role.keeps_beside for role in self.middle)

    @property
    def steps_to_ongoing(self) -> int:
        """How many chunks before the governors "ongoing" stands, signs passed over; 0 where it does not."""
        for steps, role in enumerate(reversed(self.middle), start=1):
            if role.goes_on:
                return steps
            if role not in {Role.DASH, Role.COMMA, Role.COLON}:
                break
        return 0


def connect(roles: Roles, position: Position, first: int) -> Connective:
    """The connective made of these roles, which stand before, between or after the periods of a cell."""
    is_last = position is Position.LAST
    start = len(roles) if is_last else _find_governors(roles, is_first=position is Position.FIRST)
    suffix = 0 if position is Position.FIRST else _find_suffix_end(roles[:start], is_last=is_last)
    governing = tuple(role for role in roles[start:] if role.governs)
    if suffix and suffix == start and not is_last:  # "X, ongoing until Y" is a range; "X, ongoing from Y" is not
        suffix, link = 0, Joint.TO if governing in UNTIL_WORDS else Joint.WORDS
    else:
        link = Joint.WORDS if suffix else _link(roles[:start], roles[start:], governing)
    return Connective(roles[:suffix], roles[suffix:start], roles[start:], governing, link, first)


def _find_governors(roles: Roles, *, is_first: bool) -> int:
    """Where the governors begin; "start - June" is one before the first period, "June start - Sept end" is none."""
    start = len(roles)
    while start:
        role = roles[start - 1]
        is_governor = role.governs or role.fills
        if role is Role.COLON or role is Role.DASH:
            before = roles[start - 2] if start > 1 else role
            is_led = before.takes_sign or (is_first and before is Role.START)
            is_governor = is_led or (role is Role.COLON and (before.governs or before.fills))
        if not is_governor:
            break
        start -= 1
    return start


def _find_suffix_end(roles: Roles, *, is_last: bool) -> int:
    """Where the words that leave the period before open end, 0 where there are none."""
    if roles[:1] == (Role.PLUS,) and (is_last if len(roles) == 1 else _ends_item(roles[1])):
        return 1
    stop = 0
    while stop < len(roles) and roles[stop].leads_suffix:
        stop += 1
    return stop + 1 if stop < len(roles) and roles[stop].goes_on else 0


def _ends_item(role: Role) -> bool:
    """Whether nothing follows a plus sign that it could add."""
    return role.ends_item or role in {Role.CLOSE, Role.COMMA, Role.OPEN, Role.DASH}


def _link(middle: Roles, governors: Roles, governing: Roles) -> Joint:
    link = LINKS.get(tuple(role for role in middle if role is not Role.CLOSE), Joint.WORDS)
    if link in {Joint.NOTHING, Joint.DASH} and governing in UNTIL_WORDS:
        return Joint.TO
    if link is Joint.NOTHING and governors:
        return Joint.WORDS
    return link if governing in GOVERNED_LINKS.get(link, {()}) else Joint.WORDS
