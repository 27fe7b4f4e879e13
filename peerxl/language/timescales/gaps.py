"""What stands between two periods of a cell, and before its first and after its last.

gap       = [ suffix ] { words | sign } { governor }
suffix    = { sign | "then" } ( "ongoing" | "onwards" ) | "+"      leaves the period before it open
governor  = "by" | "end of" | "from" | "was" | …  [":"]             governs the period after it
link      = nothing | "-" | "to" | "and" | "/" | "," | "(" | ":"    joins the two, where there are no words
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from peerxl.language.timescales.elements import Element
from peerxl.language.timescales.words import Role


class Link(StrEnum):
    """How a period is joined to the one before it."""

    IMPLIED = "nothing"
    DASH = "-"
    TO = "to"
    AND = "and"
    SLASH = "/"
    COMMA = ","
    BRACKET = "("
    COLON = ":"
    OR = "or"
    ARROW = "→"
    DAYS = "two days"
    APART = "words"


SIGNIFICANT = frozenset(
    (
        Role.BY,
        Role.UNTIL,
        Role.TO,
        Role.END,
        Role.START_OF,
        Role.START,
        Role.BEFORE,
        Role.FROM,
        Role.AFTER,
        Role.BETWEEN,
        Role.PART,
        Role.LATE,
        Role.NEXT,
        Role.AT_LEAST,
        Role.OLD,
        Role.MOVED,
        Role.SLIPPED,
        Role.NEW,
    )
)
GOVERNORS = SIGNIFICANT | {Role.DURING, Role.FILLER}
GOVERNING_SIGNS = frozenset((Role.COLON, Role.DASH))
SIGNED = frozenset(
    (Role.OLD, Role.NEW, Role.PART, Role.LATE, Role.BY, Role.END, Role.BEFORE, Role.AFTER, Role.MOVED, Role.SLIPPED)
)  # "mid-March", "Revised: March"
STRONG = frozenset((Role.SEMICOLON, Role.STOP, Role.BULLET, Role.ENUM))
PUNCTUATION = STRONG - {Role.ENUM} | frozenset(
    (Role.DASH, Role.SLASH, Role.COMMA, Role.COLON, Role.OPEN, Role.CLOSE, Role.PLUS, Role.QUESTION, Role.AND)
)
OPENERS = frozenset((Role.ONGOING, Role.ONWARDS, Role.ROLLING))
BEFORE_SUFFIX = frozenset(
    (
        Role.CLOSE,
        Role.DASH,
        Role.COMMA,
        Role.AND,
        Role.PLUS,
        Role.SLASH,
        Role.OPEN,
        Role.TO,
        Role.THEN,
        Role.FILLER,
        Role.QUESTION,
    )
)
UNTIL_WORDS = ([Role.TO], [Role.UNTIL], [Role.TO, Role.END], [Role.UNTIL, Role.END])
_LINKS: dict[tuple[Role, ...], Link] = {
    (): Link.IMPLIED,
    (Role.DASH,): Link.DASH,
    (Role.AND,): Link.AND,
    (Role.PLUS,): Link.AND,
    (Role.SLASH,): Link.SLASH,
    (Role.COMMA,): Link.COMMA,
    (Role.COMMA, Role.AND): Link.COMMA,
    (Role.OPEN,): Link.BRACKET,
    (Role.COLON,): Link.COLON,
    (Role.OR,): Link.OR,
    (Role.ARROW,): Link.ARROW,
}


@dataclass(frozen=True, slots=True)
class Gap:
    """The elements between two periods, sorted.

    ``suffix`` is the part that leaves the period before it open; ``middle`` is what neither side claims.
    """

    suffix: Sequence[Element]
    middle: Sequence[Element]
    governors: Sequence[Element]
    link: Link

    @property
    def roles(self) -> list[Role]:
        """What governs the period after the gap, without the words that only fill."""
        return [element.role for element in self.governors if element.role in SIGNIFICANT]

    @property
    def is_wordless(self) -> bool:
        """Whether nothing but signs stands between."""
        return all(element.role in PUNCTUATION for element in self.middle)

    @property
    def steps_to_ongoing(self) -> int:
        """How many elements before the governors the word "ongoing" stands, signs passed over; 0 where it is not."""
        steps = 1
        while steps <= len(self.middle) and self.middle[-steps].role in {Role.DASH, Role.COMMA, Role.COLON}:
            steps += 1
        return steps if steps <= len(self.middle) and self.middle[-steps].role in OPENERS else 0

    @property
    def ongoing(self) -> Element | None:
        """The word "ongoing" just before the governors."""
        return self.middle[-self.steps_to_ongoing] if self.steps_to_ongoing else None


def sort_gap(elements: Sequence[Element], *, is_first: bool, is_last: bool) -> Gap:
    """The gap made of these elements; the first has no period before it, the last none after."""
    start = len(elements) if is_last else _governors_start(elements)
    stop = 0 if is_first else _suffix_end(elements[:start], is_last=is_last)
    if stop and not is_last and stop == start:
        return _beside_ongoing(elements[:stop], elements[start:])
    middle, governors = elements[stop:start], elements[start:]
    return Gap(elements[:stop], middle, governors, Link.APART if stop else _link(middle, governors))


def _governors_start(elements: Sequence[Element]) -> int:
    """Where the words that govern the next period begin."""
    start = len(elements)
    while start:
        role = elements[start - 1].role
        if role in GOVERNING_SIGNS and not (start > 1 and _takes_sign(elements[start - 2].role, role)):
            break
        if role not in GOVERNORS and role not in GOVERNING_SIGNS:
            break
        start -= 1
    return start


def _takes_sign(role: Role, sign: Role) -> bool:
    return role in SIGNED or (sign is Role.COLON and role in GOVERNORS)


def _suffix_end(elements: Sequence[Element], *, is_last: bool) -> int:
    """Where the words that leave the period before open end, 0 where there are none."""
    if elements and elements[0].role is Role.PLUS and _ends_item(elements, is_last=is_last):
        return 1
    stop = 0
    while stop < len(elements) and elements[stop].role in BEFORE_SUFFIX:
        stop += 1
    return stop + 1 if stop < len(elements) and elements[stop].role in OPENERS else 0


def _ends_item(elements: Sequence[Element], *, is_last: bool) -> bool:
    """Whether nothing follows a plus sign that it could add."""
    if len(elements) == 1:
        return is_last
    return elements[1].role in STRONG | {Role.CLOSE, Role.COMMA, Role.OPEN, Role.DASH}


def _beside_ongoing(suffix: Sequence[Element], governors: Sequence[Element]) -> Gap:
    """The gap of "X, ongoing until Y", a range, or of "X, ongoing from Y", where the word belongs to Y."""
    if [element.role for element in governors if element.role in SIGNIFICANT] in UNTIL_WORDS:
        return Gap((), suffix, governors, Link.TO)
    return Gap((), suffix, governors, Link.APART)


def _link(middle: Sequence[Element], governors: Sequence[Element]) -> Link:
    signs = tuple(element.role for element in middle if element.role is not Role.CLOSE)
    roles = [element.role for element in governors if element.role in SIGNIFICANT]
    link = _LINKS.get(signs, Link.APART)
    if link in {Link.IMPLIED, Link.DASH} and roles in UNTIL_WORDS:
        return Link.TO
    if link is Link.IMPLIED:
        return Link.APART if governors else link
    if link in {Link.DASH, Link.AND}:
        return link if roles in ([], [Role.END]) else Link.APART
    if link is Link.BRACKET:
        return link if roles in ([], [Role.END], [Role.BY], [Role.BY, Role.END]) else Link.APART
    return link if not roles else Link.APART
