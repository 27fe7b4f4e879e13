"""List marks at the start of an item: "a.", "b and c.", "(ii)", "1)"."""

from __future__ import annotations

from string import ascii_lowercase

from peerxl.language.timescales.cursor import Tokens
from peerxl.language.timescales.elements import Element, Read
from peerxl.language.timescales.words import MONTHS, Role

ROMAN = frozenset("i ii iii iv v vi vii viii ix x".split())
MARKS = ROMAN | set(ascii_lowercase)
LONGEST_LIST = 20  # places; officers letter a handful of items
LINKS = frozenset(("and", "&", ",", "-", "to", "/"))


def list_mark(tokens: Tokens, place: int) -> Read | None:
    """A list mark with its sign; "1." before a month would be a day elsewhere, so it needs its fellows."""
    is_bracketed = tokens.sign(place) == "("
    after = _letters(tokens, place + is_bracketed) or _number(tokens, place + is_bracketed)
    if not after or not (is_bracketed or _begins_item(tokens, place)):
        return None
    closing = tokens.sign(after)
    if closing == ")" or (closing in {".", ":"} and not is_bracketed and tokens[after + 1].spaced):
        return [Element(Role.ENUM, place, after + 1)], after + 1
    return None


def _begins_item(tokens: Tokens, place: int) -> bool:
    """A mark stands first, after a line or sentence, or after the words of the item before it."""
    return place == 0 or tokens[place].spaced or tokens.sign(place - 1) in {"•", ";"}


def _letters(tokens: Tokens, place: int) -> int:
    """The place after one or more letters listed together, 0 where there are none."""
    if not _is_letter(tokens, place):
        return 0
    first = place
    while place < first + LONGEST_LIST and _is_letter(tokens, place + 2) and tokens[place + 1].text in LINKS:
        place += 2
    return place + 1


def _is_letter(tokens: Tokens, place: int) -> bool:
    return tokens.word(place) in MARKS


def _number(tokens: Tokens, place: int) -> int:
    figure = tokens.number(place)
    if not 1 <= len(figure) <= 2 or (tokens.number(place + 2) and not tokens[place + 2].spaced):
        return 0
    if tokens.sign(place + 1) == "." and _before_month(tokens, place) and not _has_fellow(tokens, place, int(figure)):
        return 0
    return place + 1


def _before_month(tokens: Tokens, place: int) -> bool:
    return tokens.word(place + 2) in MONTHS


def _has_fellow(tokens: Tokens, place: int, number: int) -> bool:
    """Whether the mark before or after it in the count is somewhere near in the cell."""
    near = range(max(0, place - 40), min(len(tokens), place + 40))
    fellows = {str(number - 1), str(number + 1)}
    return any(tokens.number(other) in fellows and tokens.sign(other + 1) == "." for other in near)
