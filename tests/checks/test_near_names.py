"""Names that a few letters tell apart are found among many as they are by a look at each two."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from peerxl.checks.near_names import is_alike, may_be_like, pair_near
from peerxl.checks.roster import SHORTEST_NAME
from peerxl.text import measure_likeness

SYLLABLES = st.sampled_from(["ann", "field", "ro", "quay", "lamps", "and", "é", "7", "o", "gray"])
KEYS = st.lists(SYLLABLES, min_size=1, max_size=20).map("".join).filter(lambda key: len(key) >= SHORTEST_NAME)


@st.composite
def near_keys(draw: st.DrawFn) -> list[str]:
    """Keys, some of them with a few letters left out or put in."""
    keys = draw(st.lists(KEYS, min_size=1, max_size=6))
    for _ in range(draw(st.integers(1, 8))):
        letters = list(draw(st.sampled_from(keys)))
        for _ in range(draw(st.integers(1, 1 + len(letters) // 8))):
            index = draw(st.integers(0, len(letters) - 1))
            letters[index : index + draw(st.integers(0, 1))] = draw(st.sampled_from(["", "e", "q"]))
            letters = letters or ["e"]
        keys.append("".join(letters))
    return list(dict.fromkeys(key for key in keys if len(key) >= SHORTEST_NAME))


@given(near_keys())
def test_each_two_that_are_alike_are_found_in_their_order(keys: list[str]) -> None:
    assert list(pair_near(keys)) == [pair for pair in combinations(keys, 2) if is_alike(*pair)]


@given(KEYS, KEYS, st.sampled_from([80, 90]))
def test_letters_alone_rule_out_nobody_who_is_alike(one: str, other: str, likeness: int) -> None:
    assert may_be_like(one, other, likeness) or measure_likeness(one, other) < likeness


def test_some_are_alike() -> None:
    keys = ["hesterdunmore", "annfieldgray", "hesterdunmor", "annfeildgray", "hestadunmor"]
    assert list(pair_near(keys)) == [("hesterdunmore", "hesterdunmor"), ("annfieldgray", "annfeildgray")]
