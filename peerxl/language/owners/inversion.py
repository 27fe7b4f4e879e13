"""Turns round the names that are written surname first: "Field, Ann" is Ann Field, "Lane, Bo; Field, Ann" two people.

Two single words with a comma between are a name where neither is a post, a body or a subject. A list is none: "Ann, Bo
and Cal", "Smith, Jones, Brown", nor are two first names, "Jane, Bob".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from peerxl.language.owners.describe import read_person
from peerxl.language.owners.lexicon import PORTFOLIO, Use
from peerxl.language.owners.names import is_capital, is_first_name, is_initial, may_be_surname
from peerxl.language.owners.segment import OwnerSegment, Trait
from peerxl.language.owners.titles import uses
from peerxl.language.owners.tokens import SOFT, Standing, Token, TokenKind
from peerxl.pattern import compile_late

SHORTEST_LOUD_SURNAME = 4
"""Fewer capitals are an abbreviation: "FIELD, Ann", and "HR, Ann"."""
_LETTERS = compile_late(r"(?:[^\W\d_]|[-'’.])+")
KINDS = Trait.WORDS | Trait.LETTERS | Trait.PERSON


def turn_names(segments: Sequence[OwnerSegment]) -> list[OwnerSegment]:
    """The segments with each name that is written surname first as one."""
    if not any(segment.connective is TokenKind.COMMA for segment in segments):
        return list(segments)
    turned: list[OwnerSegment] = []
    rest = segments
    while rest:
        first, rest = split_off_names(rest)
        goes_on = bool(rest) and rest[0].connective in SOFT and bool(rest[0].traits & KINDS)
        is_listed = goes_on or (bool(turned) and is_further(first[0]))
        pairs = pair_names(first, is_listed=is_listed)
        turned += [turn_name(surname, given) for surname, given in pairs] or mark_names(first)
    return turned


def is_further(segment: OwnerSegment) -> bool:
    """Whether a segment goes on with a list, also after a mark: "HR, Teal", "HR (lead), Teal"."""
    return segment.connective in SOFT or any(token.kind in SOFT for token in segment.leading)


def split_off_names(segments: Sequence[OwnerSegment]) -> tuple[Sequence[OwnerSegment], Sequence[OwnerSegment]]:
    """The first segment with those after it, if all may be parts of names with commas and "and" between; the others."""
    first, *others = segments
    is_in = is_part_of_name(first)
    names = list(takewhile(lambda segment: is_in and segment.connective in SOFT and is_part_of_name(segment), others))
    return (first, *names), others[len(names) :]


def is_part_of_name(segment: OwnerSegment) -> bool:
    return is_surname(segment) or is_given(segment)


def pair_names(parts: Sequence[OwnerSegment], *, is_listed: bool) -> list[tuple[OwnerSegment, OwnerSegment]]:
    """Each surname with the given name after it, or nothing where the parts are not all such pairs.

    In a list that goes on ("Kenley, Brampton, Housing") each given name has to be known for one, and in a cell that
    has no capitals, where nothing else tells a name: "alee, bfox".
    """
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    are_pairs = len(parts) % 2 == 0 and all(given.connective is TokenKind.COMMA for _, given in pairs)
    if not are_pairs or not all(is_pair(surname, given) for surname, given in pairs):
        return []
    if is_listed and any(is_first_name(surname.words[0]) for surname, _ in pairs):
        return []  # "Ann, Thomas, James" are three
    is_lowered = any(surname.words[0].is_lowered for surname, _ in pairs)
    is_doubtful = is_listed or is_lowered or any(surname.connective is not TokenKind.AND for surname, _ in pairs[1:])
    return [] if is_doubtful and not all(is_known(given) for _, given in pairs) else pairs


def mark_names(parts: Sequence[OwnerSegment]) -> list[OwnerSegment]:
    """A list of three or more names, each as a person where one is known for a first name: "Field, Lane and Jane"."""
    if len(parts) < 3 or not any(map(is_known, parts)):
        return list(parts)
    return [part._replace(traits=part.traits & ~KINDS | Trait.PERSON | Trait.SURE) for part in parts]


def is_pair(surname: OwnerSegment, given: OwnerSegment) -> bool:
    if not is_surname(surname) or not is_given(given) or surname.words[-1].word == given.words[-1].word:
        return False
    first = surname.words[0]
    if Trait.LETTERS in surname.traits or (is_first_name(first) and Use.FAMILY_NAME not in uses(first)):
        return is_known(given) and Trait.LETTERS in surname.traits
    return True


def is_known(given: OwnerSegment) -> bool:
    """Whether a given name is known for one, or has initials or a title."""
    first = given.words[0]
    return is_first_name(first) or is_initial(first) or Use.HONORIFIC in uses(first)


def is_surname(segment: OwnerSegment) -> bool:
    """Whether a segment may be a surname alone: "Field", "van der Berg", "FIELD"."""
    *particles, last = segment.words or (None,)
    if last is None or len(segment.words) != len(segment.tokens) or segment.email or not is_single(segment, last):
        return False
    is_loud = Trait.LETTERS in segment.traits
    is_long = not is_loud or len(last.text) >= SHORTEST_LOUD_SURNAME
    return is_long and not is_initial(last) and all(Use.PARTICLE in uses(token) for token in particles if token)


def is_given(segment: OwnerSegment) -> bool:
    """Whether a segment may be given names alone: "Ann", "A.", "A. B.", "Ann Marie", "Dr Ann"."""
    if not 1 <= len(segment.words) <= 2:
        return False
    first = segment.words[0]
    if Trait.LETTERS in segment.traits and not is_initial(first):
        return False
    if len(segment.words) == 1:
        return is_single(segment, first)
    second = segment.words[1]
    is_second = is_initial(second) or (is_first_name(second) and Use.FAMILY_NAME not in uses(second))
    is_titled = Use.HONORIFIC in uses(first) and is_single(segment, second)
    are_initials = is_initial(first) and is_initial(second)
    return is_titled or are_initials or (is_first_name(first) and is_second)


def is_single(segment: OwnerSegment, token: Token) -> bool:
    """Whether a word of a segment may be a name: no post, body or subject."""
    is_kind = bool(segment.traits & KINDS)
    is_word = _LETTERS.fullmatch(token.text) is not None
    is_name = may_be_surname(token) or (is_first_name(token) and not uses(token) & PORTFOLIO)
    return is_kind and is_word and is_capital(token) and is_name


def turn_name(surname: OwnerSegment, given: OwnerSegment) -> OwnerSegment:
    """One name of two segments, with what stands in brackets after it."""
    words = [token for token in given.tokens if token.kind is TokenKind.WORD]
    asides = [token for token in given.tokens if token.kind is not TokenKind.WORD]
    names = (*words, surname.tokens[0]._replace(has_gap=True), *surname.tokens[1:])
    standing = surname.standing if given.standing is Standing.PLAIN else given.standing
    connective = surname.connective
    if connective is TokenKind.WITH:
        # Until now it was words: "with responsibility" belongs to a name, "with Field, Ann" does not.
        connective, standing = TokenKind.STOP, Standing.SUPPORTER
    person = read_person(connective, surname.leading, (*names, *asides), standing)
    return person._replace(email=given.email)
