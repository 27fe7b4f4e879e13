"""Which wordings are one action, which only may be, and which are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerxl.identity.pairs import find_pairs
from peerxl.identity.wording import fold_ref, fold_words, same_action
from peerxl.language.timescales import parse_timescale
from peerxl.model.action import Action

CERTAIN, LIKELY, NONE = "certain", "likely", "none"


def action(text: str, theme: str = "") -> Action:
    return Action("Plan", 1, text, parse_timescale(""), theme=theme)


def actions(*texts: str) -> list[Action]:
    return [action(text) for text in texts]


def found(new: list[Action], old: list[Action]) -> list[tuple[int, int, str]]:
    return [(pair.new, pair.old, CERTAIN if pair.is_certain else LIKELY) for pair in find_pairs(new, old)]


@pytest.mark.parametrize(
    ("one", "other", "comes_to"),
    [
        ("Repair the pier", "Repair the pier", CERTAIN),
        ("Repair the pier.", "  repair THE pier", CERTAIN),
        ("REPAIR THE PIER", "Repair pier", CERTAIN),
        ("Agree the council’s plan & budget", "Agree the councils plan and budget", CERTAIN),
        ("Next phase of the place- shaping work", "Next phase of the “place-shaping” work", CERTAIN),
        ("Review the member development programme", "Review the members' development programmes", CERTAIN),
        ("A council-wide communications strategy", "A councilwide communications strategy", CERTAIN),
        ("Organise the planned review of all strategies", "Organize the planned reviews of the strategy", CERTAIN),
        ("Update our existing action plans", "Update the action plans", CERTAIN),
        ("Plan the works at the depot", "Planned the works at the depot", CERTAIN),
        ("Agree the fees", "Agree the fee", CERTAIN),
        ("Agree the gas", "Agree the ga", LIKELY),
        *(
            (one, other, LIKELY)
            for one, other in (
                ("Refresh the climate strategy", "Refresh the housing strategy"),
                ("Survey every employee of the council", "Survey every employer of the council"),
                ("Reply to the internal auditor's report", "Reply to the international auditor's report"),
                ("Check that the adopted local plan is sound", "Check that the adapted local plan is sound"),
                ("Complete phase 1 of the depot works", "Complete phase 2 of the depot works"),
                ("Complete phase A of the depot works", "Complete phase B of the depot works"),
                ("Agree the 2024/25 budget process", "Agree the 2025/26 budget process"),
                ("Agree the budget process for members", "Agree the budget process for members 2025"),
                ("Agree the workforce strategy", "Agree the draft workforce strategy"),
                ("Appoint a director of place", "Appoint an interim director of place"),
                ("Agree the budget in principle", "Agree the budget"),
                ("Develop a climate strategy with partners", "Deliver a climate strategy with partners"),
                ("Consult residents about the north car park", "Consult residents about the south car park"),
                ("Sell the land and buildings at the depot", "Do not sell the land and buildings at the depot"),
                ("Extend the contract for waste", "Don't extend the contract for waste"),
                ("Move staff from Bodicote House to Castle Quay", "Move staff from Castle Quay to Bodicote House"),
                ("Agree IT provision with the county", "Agree HR provision with the county"),
                ("Agree an ITS strategy with the county", "Agree a strategy with the county"),
                ("Scale up the apprentice scheme", "Scale down the apprentice scheme"),
                ("Let the contract for the county office", "Let the contact for the country office"),
                ("Reset relations with partners", "Reset relations with partners and the business community"),
            )
        ),
        ("Repair the pier", "Agree the budget process", NONE),
        ("", "Repair the pier", NONE),
        ("the a", "the a", NONE),
    ],
)
def test_two_wordings(one: str, other: str, comes_to: str) -> None:
    expected = [] if comes_to is NONE else [(0, 0, comes_to)]
    assert found(actions(one), actions(other)) == expected
    assert found(actions(other), actions(one)) == expected
    assert same_action(one, other) == same_action(other, one) == (comes_to is CERTAIN)


def test_each_action_finds_its_own() -> None:
    new = actions("Mend the bridge", "Repair the old pier", "Light the pier")
    old = actions("Light the pier", "Sweep the pier", "Mend the bridge", "Repair the pier")
    assert found(new, old)[0] == (0, 2, CERTAIN)
    assert (2, 0, CERTAIN) in found(new, old)


def test_what_is_equally_like_two_is_neither() -> None:
    assert found(actions("Repair the pier"), actions("Repair the pier", "Repair the pier.")) == [(0, 0, LIKELY)]
    assert found(actions("Repair the pier", "Repair the pier."), actions("Repair the pier")) == [
        (0, 0, LIKELY),
        (1, 0, LIKELY),
    ]


def test_the_theme_tells_two_of_the_same_words_apart() -> None:
    new = [action("Agree an action plan", "Roads"), action("Agree an action plan", "Harbour")]
    old = [action("Agree an action plan", "PEER02 Harbour"), action("Agree an action plan", "PEER01 Roads")]
    assert found(new, old) == [(0, 1, CERTAIN), (1, 0, CERTAIN)]


def test_the_same_words_under_another_theme_are_left_for_somebody() -> None:
    new = [action("Agree an action plan for improvements", "Scrutiny")]
    assert found(new, [action("Agree an action plan for improvements", "Partnerships")]) == [(0, 0, LIKELY)]
    assert found(new, [action("Agree an action plan for improvements", "PEER02 Overview and scrutiny")]) == [
        (0, 0, CERTAIN)
    ]
    assert found(new, [action("Agree an action plan for improvements")]) == [(0, 0, CERTAIN)]


def test_the_better_likeness_wins_and_the_other_is_left_for_somebody() -> None:
    new = actions(
        "Set up a joint board for the harbour and the beach", "Set up a joint board for the harbour and beach"
    )
    old = actions("Set up a joint board for the harbour and the beach and pier")
    assert found(new, old) == [(0, 0, LIKELY), (1, 0, LIKELY)]
    exact = actions("Set up a board for the harbour office", "Set up a joint board for the harbour office")
    assert found(exact, actions("Set up a joint board for the harbour office")) == [(1, 0, CERTAIN)]


def test_of_several_that_are_certain_the_best_is_taken_once() -> None:
    assert found(actions("Repair the pier"), actions("Repair the pier", "Repair the piers")) == [(0, 0, CERTAIN)]
    assert found(actions("Repair the pier", "Repair the piers"), actions("Repair the pier")) == [(0, 0, CERTAIN)]
    new, old = actions("Mend it", "Mended it"), actions("Mended it", "Mend it")
    assert found(new, old) == [(0, 1, CERTAIN), (1, 0, CERTAIN)]


@pytest.mark.parametrize(
    ("ref", "folded"),
    [
        ("PEER05.03", "peer5.3"),
        ("peer 5.3", "peer5.3"),
        ("1.10", "1.10"),
        ("1.01", "1.1"),
        ("007", "7"),
        ("0", "0"),
        ("", ""),
    ],
)
def test_a_ref_without_what_does_not_tell_it_from_another(ref: str, folded: str) -> None:
    assert fold_ref(ref) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [("<p>Repair the Pier.</p>", "repairthepier"), ("1.1 a-b", "11ab"), ("É\u00adtat", "état"), ("?", ""), ("", "")],
)
def test_words_that_are_only_laid_out_anew_are_the_same(text: str, folded: str) -> None:
    assert fold_words(text) == folded


@given(
    st.lists(st.sampled_from("mend light sweep paint pier bridge road north south 1 2 not the of".split()), max_size=8)
)
def test_a_plan_finds_itself(words: list[str]) -> None:
    text = " ".join(words)
    pairs = find_pairs(actions(text, "Something else entirely"), actions(text, "Something else entirely"))
    assert all((pair.new == pair.old) == pair.is_certain for pair in pairs)
