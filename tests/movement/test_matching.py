"""Which action of an old plan is which of a new one, by tables."""

from __future__ import annotations

import pytest

from peerxl.model.action import Action
from peerxl.model.timescale import Timescale, TimescaleKind
from peerxl.movement.matching import match_actions

CLIMATE, HOUSING = "Refresh the climate strategy", "Refresh the housing strategy"


def actions(*lines: str) -> list[Action]:
    """An action for each "ref | words | theme"."""
    parts = [[part.strip() for part in f"{line}||".split("|")] for line in lines]
    unset = Timescale("", TimescaleKind.UNSET)
    return [Action("Plan", row, text, unset, ref=ref, theme=theme) for row, (ref, text, theme, *_) in enumerate(parts)]


@pytest.mark.parametrize(
    ("old", "new", "pairs", "doubts"),
    [
        ([f"1 | {CLIMATE}"], [f"1 | {CLIMATE}"], ["0=0 ref 100"], []),
        ([f"A01 | {CLIMATE}"], [f"a1 | {CLIMATE}"], ["0=0 ref 100"], []),
        ([f"| {CLIMATE}"], [f"V1 | {CLIMATE}"], ["0=0 wording 100"], []),
        ([f"| {CLIMATE}"], ["V1 | Refresh our climate strategies."], ["0=0 wording 92"], []),
        # Refs that were given anew: the words say which is which.
        (
            [f"1 | {CLIMATE}", f"2 | {HOUSING}"],
            [f"1 | {HOUSING}", f"2 | {CLIMATE}"],
            ["1=0 wording 100", "0=1 wording 100"],
            [],
        ),
        # The ref stays and the words are others, but like.
        ([f"1 | {CLIMATE}"], ["1 | Refresh the climate strategy and publish it"], ["0=0 ref 76"], []),
        ([f"1 | {CLIMATE}"], ["1 | Sell the depot"], [], ["0?0 same ref 24"]),
        # Like words are no match where no ref says so.
        ([f"| {CLIMATE}"], [f"| {HOUSING}"], [], ["0?0 words 75"]),
        ([f"1 | {CLIMATE}"], [f"2 | {HOUSING}"], [], ["0?0 words 75"]),
        ([f"| {CLIMATE}"], ["| Sell the depot"], [], []),
        # The same words under another theme, and twice: nobody can tell.
        ([f"| {CLIMATE} | Vision"], [f"| {CLIMATE} | Savings"], [], ["0?0 words 100"]),
        ([f"| {CLIMATE} | Vision"], [f"| {CLIMATE} | PEER01 Vision"], ["0=0 wording 100"], []),
        ([f"| {CLIMATE}", f"| {CLIMATE}"], [f"| {CLIMATE}"], [], ["0?0 words 100"]),
        # A ref that two have is no ref.
        ([f"1 | {CLIMATE}", "1 | Sell the depot"], [f"1 | {CLIMATE}", "1 | Buy a mill"], ["0=0 wording 100"], []),
        ([], [f"1 | {CLIMATE}"], [], []),
        ([f"1 | {CLIMATE}"], [], [], []),
    ],
)
def test_matching(old: list[str], new: list[str], pairs: list[str], doubts: list[str]) -> None:
    olds, news = actions(*old), actions(*new)
    matching = match_actions(olds, news)
    assert [f"{p.old.row}={p.new.row} {p.rule} {p.likeness:.0f}" for p in matching.pairs] == pairs
    assert [
        f"{d.old.row}?{d.new.row} {'same ref' if d.has_same_ref else 'words'} {d.likeness:.0f}" for d in matching.doubts
    ] == doubts
    matched = {pair.new.row for pair in matching.pairs}, {pair.old.row for pair in matching.pairs}
    assert [action.row for action in matching.added] == [row for row in range(len(new)) if row not in matched[0]]
    assert [action.row for action in matching.gone] == [row for row in range(len(old)) if row not in matched[1]]
