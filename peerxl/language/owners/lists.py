"""Lists of names of which each is an owner: with commas between ("Marrowby, Thornley, Wexcombe"), or numbered alike.

"Team 1 & Team 2" are two, as nothing is called by one word twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from peerxl.language.owners.segment import PLAIN, OwnerSegment, Trait
from peerxl.language.owners.titles import is_known_subject
from peerxl.language.owners.tokens import SOFT, TokenKind

FEWEST_ITEMS = 3
"""Two with a comma between may be a surname and a given name, or an owner and what it is responsible for."""
MOST_WORDS = 3
JOINING = frozenset("and & of the".split())


def mark_lists(segments: Sequence[OwnerSegment]) -> list[OwnerSegment]:
    """The segments, with the traits of a list for those that are in one."""
    marked: list[OwnerSegment] = []
    while len(marked) < len(segments):
        first, *others = segments[len(marked) :]
        group = [first, *takewhile(lambda segment: segment.connective in SOFT, others)]
        if are_numbered(group):
            marked += [segment._replace(traits=segment.traits | Trait.LISTING) for segment in group]
        else:
            marked += mark_items(group) if is_list(group) else group
    return marked


def are_numbered(group: Sequence[OwnerSegment]) -> bool:
    """Whether segments are the same words, each with a number of its own after them: "Team 1 and Team 2"."""
    words = [[token.word for token in segment.words] for segment in group]
    numbers = {each[-1] for each in words if len(each) > 1 and each[-1].isdecimal()}
    return len(words) > 1 and len(numbers) == len(words) and len({tuple(each[:-1]) for each in words}) == 1


def is_list(group: Sequence[OwnerSegment]) -> bool:
    """Whether segments with soft connectives between are a list of names, which no "and" ends."""
    commas = [segment.connective is TokenKind.COMMA for segment in group[1:]]
    is_long = commas.count(True) + 1 >= FEWEST_ITEMS and commas[-1]
    if not is_long or not all(map(is_name, group)):
        return False
    # "Teal, Oskar, Birk, Wibke" may be four people, or two with their surnames first.
    may_be_pairs = len(group) % 2 == 0 and all(commas[::2]) and all(len(segment.words) == 1 for segment in group)
    # Somebody whose name is not known for one may have a field of work after it: "Oskar Teal, Parks, Leisure".
    has_person = any(Trait.PERSON in segment.traits for segment in group)
    return not (may_be_pairs or (has_person and any(Trait.LISTABLE in segment.traits for segment in group)))


def is_name(segment: OwnerSegment) -> bool:
    """Whether a segment is a short name: no field of work, and no name that is surely a person's, who may have one."""
    is_kind = bool(segment.traits & (PLAIN | Trait.PERSON)) and Trait.SURE not in segment.traits
    is_field = all(map(is_known_subject, segment.words))
    are_capital = all(token.text[:1].isupper() or token.word in JOINING for token in segment.words)
    return is_kind and are_capital and not is_field and 1 <= len(segment.words) <= MOST_WORDS and not segment.email


def mark_items(group: Sequence[OwnerSegment]) -> Iterator[OwnerSegment]:
    """Each with what it is in the list: one item, or the first words of an item with an "and" in it."""
    for segment, after in zip(group, (*group[1:], None), strict=True):
        is_whole = after is None or after.connective is TokenKind.COMMA
        yield segment._replace(traits=segment.traits | (Trait.LISTING if is_whole else Trait.CLAUSE))
