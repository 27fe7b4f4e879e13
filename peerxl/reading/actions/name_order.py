"""The order of a column's names: whether "Field, Ann" is Ann Field or two people, as its other cells tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from peerxl.frozen import frozen
from peerxl.language.owners import is_plainly_owner
from peerxl.language.owners.cutter import cut_segments
from peerxl.language.owners.inversion import is_single
from peerxl.language.owners.lexer import cut_tokens
from peerxl.language.owners.personal_names import FIRST_NAMES
from peerxl.language.owners.segment import Trait
from peerxl.pattern import compile_late
from peerxl.reading.actions.action_owners import read_owners

Pair = tuple[str, str]
_NAME = r"@?[^\W\d_]+(?:[-'’][^\W\d_]+)*"
_NAMES = re.compile(rf"{_NAME}(?:\s*,\s*{_NAME})*")
_PAIR = re.compile(rf"(?P<first>{_NAME})\s*,\s*(?P<second>{_NAME})(?P<aside>\s*\([^()]*\))?")
_STOP = re.compile(r"[;\n]")
_STOP_OR_AND = compile_late(r"[;\n&]|\band\b")


@frozen
class NameOrder:
    """Of pairs of names with a comma between: those that are two people, and those that are one, surname first.

    ``doubtful`` are those of the latter that nothing tells but how other cells are written, or that some of these speak
    against.
    """

    lists: frozenset[Pair]
    turned: frozenset[Pair]
    doubtful: frozenset[Pair]


@frozen
class Names:
    """What a column's cells have: pairs; those of cells that have but pairs, so that no comma parts two people there.

    ``alone`` are the names that stand alone or as one of three or more, ``singles`` and ``full`` the people of one name
    and of several who stand without a comma, ``inverted`` those of whom more than a comma says that they are turned.
    ``cells`` are the pairs of each cell, and whether people stand there without a comma.
    """

    pairs: frozenset[Pair]
    sealed: frozenset[Pair]
    alone: frozenset[str]
    singles: frozenset[str]
    full: frozenset[str]
    inverted: frozenset[str]
    cells: tuple[tuple[frozenset[Pair], bool], ...]
    are_bare: bool


def order_names(texts: Sequence[str], *, are_persons: bool) -> NameOrder:
    """How a column's pairs of names are read; each is two where nothing says that any is a person.

    A pair is one person by a known first name after another name, and two otherwise: "Bar, Kitchen". Also a plain one
    is two where both stand alone too or stand the other way round elsewhere, and where as many cells as there are pairs
    have people without a comma. Where many pairs are plain and few are not, these are one as well.
    """
    names = collect_names(texts)
    if not are_persons:
        return NameOrder(names.pairs, frozenset(), frozenset())
    settled = names.pairs if are_lists(names) else find_settled(names)
    left = (names.pairs | names.sealed) - settled
    turned = frozenset(pair for pair in left if is_turned(pair))
    # Of two first names each is somebody, unless the whole column has surnames first.
    apart = frozenset(pair for pair in left - turned if all(map(is_known, pair)))
    # Who stands elsewhere with the first name first is one.
    bare = frozenset(pair for pair in turned & names.pairs if " ".join(pair[::-1]) not in names.full)
    unknown = frozenset(pair for pair in bare if not is_known(pair[1]))
    straight = names.singles | names.full | {name for pair in settled for name in pair}
    sure = len([pair for pair in turned if is_plain(pair)]) + len(names.inverted)
    parted = frozenset() if sure >= max(MANY, 2 * len(unknown | straight)) else unknown
    lists, doubtful = settled | parted, unknown - parted
    if not straight and sure > max(1, len(apart)):
        return NameOrder(lists, turned - parted | apart, doubtful | apart)
    if not straight and apart and sure < len(apart | parted):
        return NameOrder(lists | bare, turned - bare, frozenset())
    order = NameOrder(lists, turned - parted, doubtful)
    return part_beside_people(order, names, straight, bare, apart & names.pairs | settled)


def part_beside_people(
    order: NameOrder, names: Names, straight: Set[str], bare: frozenset[Pair], two: frozenset[Pair]
) -> NameOrder:
    """An order with its bare pairs as two people where as many cells as there are pairs have people without a comma.

    Those who are named in pairs that are ``two`` stand without one as well.
    """
    people = straight | {name for pair in two for name in pair}
    cells = sum(has_people or not two.isdisjoint(pairs) for pairs, has_people in names.cells)
    inverted = len(order.turned | bare) + len(names.inverted)
    bare &= order.turned
    is_open = bool(people) and 2 * len(people) >= inverted
    are_many = min(len(people), cells) >= inverted
    parted = frozenset(pair for pair in bare if are_many and are_two(pair, straight - names.full))
    doubtful = order.doubtful | bare if is_open else order.doubtful
    return NameOrder(order.lists | parted, order.turned - parted, doubtful - parted)


MANY = 4
"""So many plain pairs, and twice as many as there are others, say that a column has surnames first."""


def collect_names(texts: Iterable[str]) -> Names:
    pairs: set[Pair] = set()
    sealed: set[Pair] = set()
    runs: set[Pair] = set()
    alone: set[str] = set()
    people: set[str] = set()
    inverted: set[str] = set()
    cells: list[tuple[frozenset[Pair], bool]] = []
    are_bare = True
    for text in texts:
        pieces = cut_pieces(text)
        found = [pair for piece in pieces if (pair := find_pair(piece))]
        (sealed if len(found) == len(pieces) > 1 else pairs).update(found)
        has_people = False
        for piece in pieces:
            is_bare = _NAMES.fullmatch(piece) is not None
            are_bare = are_bare and (is_bare or not any(map(str.isalpha, piece)))
            if find_pair(piece) is None:
                run = find_run(piece) if is_bare else []
                runs.update(run)
                alone.update(map(strip_sign, piece.split(",")) if is_bare and not run else ())
                for name, is_inverted in list_people(piece) if not run else ():
                    (inverted if is_inverted else people).add(name)
                    has_people = has_people or not is_inverted
        cells.append((frozenset(found), has_people))
    # Of a cell of four the first two are two people all the same, where both stand alone elsewhere.
    sealed |= {pair for pair in runs if not alone.issuperset(pair)}
    singles = {name for name in people if len(name.split()) == 1}
    return Names(
        frozenset(pairs - sealed),
        frozenset(sealed),
        frozenset(alone),
        frozenset(singles),
        frozenset(people - singles),
        frozenset(inverted),
        tuple(cells),
        are_bare,
    )


def find_run(piece: str) -> list[Pair]:
    """The pairs of four names or more with commas between, where each is plainly a surname and a first name."""
    names = [strip_sign(name) for name in piece.split(",")]
    pairs = list(zip(names[::2], names[1::2], strict=False))
    return pairs if len(pairs) > 1 and all(is_plain(pair) and is_turned(pair) for pair in pairs) else []


def cut_pieces(text: str) -> list[str]:
    """What stands in a cell between semicolons and line breaks, also at each "and" where all are pairs then."""
    pieces = split_text(_STOP_OR_AND, text)
    return pieces if all(map(find_pair, pieces)) else split_text(_STOP, text)


def split_text(sign: re.Pattern[str], text: str) -> list[str]:
    return [piece for part in sign.split(text) if (piece := part.strip())]


def find_pair(piece: str) -> Pair | None:
    """Two names with a comma between, be it with brackets after them, and no initial."""
    found = _PAIR.fullmatch(piece)
    names = tuple(map(strip_sign, found.group("first", "second"))) if found else ()
    return (names[0], names[1]) if names and min(map(len, names)) > 1 else None


def strip_sign(name: str) -> str:
    return name.strip().removeprefix("@")


def list_people(piece: str) -> Iterator[tuple[str, bool]]:
    """The people whom a piece of a cell names with nothing but their names, each with whether it has been turned.

    "Ann Field, Harbour Manager" is nobody here, as a comma stands in it for something else.
    """
    for owner in read_owners(piece):
        name = owner.name.partition("(")[0].strip()
        if "," in piece and name not in piece:
            yield name, True
        elif "," not in name and is_name(name):
            yield name, False


def is_name(text: str) -> bool:
    """Whether words may be a person's name, by their form alone where it is one word; no post, body or subject."""
    segments = cut_segments(cut_tokens(text))
    if len(segments) != 1 or not segments[0].words:
        return False
    (segment,) = segments
    if len(segment.words) == 1:
        return Trait.LETTERS not in segment.traits and is_single(segment, segment.words[0])
    return Trait.PERSON in segment.traits


def find_settled(names: Names) -> frozenset[Pair]:
    """The pairs that are two people by their names alone: each stands alone too, or on the other side of a comma."""
    on_both = {first for first, _ in names.pairs} & {second for _, second in names.pairs}
    told = {name for name in on_both if not is_known(name)}
    return frozenset(
        pair
        for pair in names.pairs
        if names.alone.issuperset(pair) or pair[::-1] in names.pairs or not told.isdisjoint(pair)
    )


def are_lists(names: Names) -> bool:
    """Whether each pair is two: all begin with a name that stands alone too, or one is two and no owner has two words.

    A first name after another name is that one's where nobody stands alone by a first name.
    """
    is_by_surname = not any(map(is_known, names.alone))
    if len(names.alone) < SEVERAL or (is_by_surname and any(is_known(second) for _, second in names.pairs)):
        return False
    is_any = names.are_bare and any(names.alone.issuperset(pair) for pair in names.pairs)
    return is_any or all(first in names.alone for first, _ in names.pairs)


SEVERAL = 3


def is_turned(pair: Pair) -> bool:
    """Whether a pair by itself is read as one person, surname first."""
    first, second = pair
    return [owner.name for owner in read_owners(f"{first}, {second}")] == [f"{second} {first}"]


def is_known(name: str) -> bool:
    return name.partition("-")[0].casefold() in FIRST_NAMES


def is_plain(pair: Pair) -> bool:
    """Whether of a pair only the second is known for a first name."""
    return is_known(pair[1]) and not is_known(pair[0])


def are_two(pair: Pair, singles: Set[str]) -> bool:
    """Whether a pair is two people where others stand without a comma.

    A first name after a surname is that one's still, unless people are called by their first names: "Field, Ann".
    """
    if any(map(is_plainly_owner, singles)):
        return True
    return not is_plain(pair) if singles else not is_known(pair[1])
