"""Names that a few letters tell apart: which of many may be one, found without a look at each two of them.

Of two keys with `slips` letters between them, and their letters in more groups than that, all groups but so many hold
the same letters in both. So whoever may be one has the letters of a few groups in common, and is found by these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from peerxl.text import measure_likeness

LEAST_LIKENESS = 90
"""Of 100; of which every tenth letter of two names together may be in one of them alone."""
LETTERS_A_SLIP = 100 // (100 - LEAST_LIKENESS)
MOST_SLIPS = ((5, 3), (12, 2))
"""Up to how many slips how many groups have to be the same; one for more, as there are but so many letters."""


def pair_near(keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each two keys that are alike, in the order of the first and then of the second."""
    ranks = {letter: rank for rank, (letter, _) in enumerate(Counter("".join(keys)).most_common())}
    by_letters: dict[tuple[object, ...], list[int]] = {}
    pairs: list[tuple[int, int]] = []
    for index, key in enumerate(keys):
        near: set[int] = set()
        for letters in list_letters(key, ranks):
            others = by_letters.setdefault(letters, [])
            near.update(others)
            others.append(index)
        pairs += [(other, index) for other in near if is_alike(keys[other], key)]
    return ((keys[one], keys[other]) for one, other in sorted(pairs))


def list_letters(key: str, ranks: dict[str, int]) -> Iterator[tuple[object, ...]]:
    """What a key has in common with each that is alike: the letters of some groups, by how many slips there may be."""
    letters = sorted(key)
    for slips in list_slips(len(key)):
        same = next((same for most, same in MOST_SLIPS if slips <= most), 1)
        groups: list[list[str]] = [[] for _ in range(slips + same)]
        for letter in letters:
            groups[ranks[letter] % len(groups)].append(letter)
        joined = ["".join(group) for group in groups]
        for chosen in combinations(range(len(groups)), same):
            yield (slips, chosen, *[joined[group] for group in chosen])


@lru_cache
def list_slips(length: int) -> Iterable[int]:
    """How many letters may be in one alone of a key of a length and one that is alike, by the lengths that this has."""
    shortest = -(-length * LEAST_LIKENESS // (200 - LEAST_LIKENESS))
    longest = length * (200 - LEAST_LIKENESS) // LEAST_LIKENESS
    return range((length + shortest) // LETTERS_A_SLIP, (length + longest) // LETTERS_A_SLIP + 1)


def is_alike(one: str, other: str) -> bool:
    return may_be_like(one, other, LEAST_LIKENESS) and measure_likeness(one, other) >= LEAST_LIKENESS


def may_be_like(one: str, other: str, likeness: int) -> bool:
    """Whether two keys may be as like as that by their letters alone, in whatever order, which is soon said."""
    apart = (count_letters(one) ^ count_letters(other)).bit_count()
    return 100 * apart <= (100 - likeness) * (len(one) + len(other))


@lru_cache(maxsize=1 << 15)
def count_letters(key: str) -> int:
    """The letters of a key as bits, one for each time that a letter stands in it, of eight at most."""
    bits = 0
    for letter, times in Counter(key).items():
        bits |= ((1 << min(times, 8)) - 1) << 8 * (ord(letter) % 32)
    return bits
