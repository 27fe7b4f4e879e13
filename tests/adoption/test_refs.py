"""Refs kept, carried over and given out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerxl.adoption.refs import name_actions, numbering_after, prefix_of
from peerxl.identity.pairs import find_pairs
from peerxl.model.plan import ActionPlan
from tests.conftest import plan_from_text


def refs(text: str, last: str = "") -> list[str]:
    return [one.ref for one in named(plan_from_text(text), plan_from_text(last) if last else None)]


def origins(text: str, last: str = "") -> list[str]:
    return [one.origin.name for one in named(plan_from_text(text), plan_from_text(last) if last else None)]


def named(plan: ActionPlan, last: ActionPlan | None):  # type: ignore[no-untyped-def]
    old = last.actions if last else ()
    return name_actions(plan, find_pairs(plan.actions, old), old)


def test_a_plan_without_any_gets_them_by_theme() -> None:
    text = """
        | Peer review action plan 2023/24 |
        | Theme   | Action    | Owner | Timescale |
        | Harbour | Mend it   | A. B. | Q1 23/24  |
        | Harbour | Light it  | A. B. | Q1 23/24  |
        | Roads   | Widen it  | A. B. | Q1 23/24  |
        | Harbour | Sweep it  | A. B. | Q1 23/24  |
        """
    assert refs(text) == ["PR1.1", "PR1.2", "PR2.1", "PR1.3"]


def test_a_plan_without_themes_gets_them_in_order() -> None:
    text = """
        | Internal audit tracker |
        | Action    | Owner | Timescale |
        | Mend it   | A. B. | Q1 23/24  |
        | Light it  | A. B. | Q1 23/24  |
        """
    assert refs(text) == ["IA1", "IA2"]


def test_those_there_are_kept_and_a_gap_stays_a_gap() -> None:
    text = """
        | Peer review action plan 2023/24 |
        | Ref       | Theme   | Action    | Owner | Timescale |
        | PEER05.04 | Harbour | Mend it   | A. B. | Q1 23/24  |
        | PEER05.01 | Harbour | Light it  | A. B. | Q1 23/24  |
        |           | Harbour | Sweep it  | A. B. | Q1 23/24  |
        | PEER08.02 | Roads   | Widen it  | A. B. | Q1 23/24  |
        |           | Roads   | Close it  | A. B. | Q1 23/24  |
        |           | Money   | Save it   | A. B. | Q1 23/24  |
        |           | Money   | Spend it  | A. B. | Q1 23/24  |
        """
    assert refs(text) == ["PEER05.04", "PEER05.01", "PEER05.05", "PEER08.02", "PEER08.03", "PEER09.01", "PEER09.02"]
    assert origins(text) == ["OWN", "OWN", "NEW", "OWN", "NEW", "NEW", "NEW"]


@pytest.mark.parametrize(
    ("known", "theme", "expected"),
    [
        ([("a", "1"), ("a", "2")], "a", "3"),
        ([("a", "1"), ("b", "7")], "c", "8"),
        ([("a", "1.9"), ("a", "1.10")], "a", "1.11"),
        ([("a", "1.1"), ("b", "2.4")], "c", "3.1"),
        ([("a", "A01"), ("b", "A02")], "c", "A03"),
        ([("a", "R-9")], "b", "R-10"),
        ([("a", "2023-R1")], "b", "2023-R2"),
        ([("a", "3a"), ("a", "3b")], "a", "4"),
        ([("a", "PEER05.03"), ("a", "PEER05.12")], "a", "PEER05.13"),
        ([("a", "PC1.1"), ("b", "PC3.2")], "b", "PC3.3"),
        ([("a", "H"), ("b", "x")], "a", "Z1.1"),
        ([("a", "Z1.1"), ("a", "old")], "a", "Z1.2"),
        ([("a", "peer1.1"), ("a", "PEER1.2")], "a", "peer1.3"),
    ],
)
def test_what_comes_next(known: list[tuple[str, str]], theme: str, expected: str) -> None:
    from peerxl.adoption.refs import Stem

    house = {theme: Stem("Z1.")}
    assert numbering_after(known, house).next_ref(theme) == expected


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.from_regex(r"\A(?:[A-C]|PEER)?[0-9]{0,2}[.-]?[0-9]{0,3}[a-z]?\Z")),
        max_size=8,
    ),
    st.lists(st.sampled_from("abcd"), max_size=12),
)
def test_no_ref_is_ever_given_twice(known: list[tuple[str, str]], themes: list[str]) -> None:
    from peerxl.adoption.refs import house_stems

    numbering = numbering_after([(theme, ref) for theme, ref in known if ref], house_stems("A", tuple("abcd")))
    given_out = [numbering.next_ref(theme) for theme in themes]
    every = [ref.casefold() for ref in given_out]
    assert len(set(every)) == len(every)
    assert set(every).isdisjoint(ref.casefold() for _, ref in known)


LAST = """
    | Peer review action plan 2022/23 |
    | Ref   | Theme   | Action                          | Owner | Timescale |
    | PC1.1 | Harbour | Repair the pier at Osmerley     | A. B. | Q1 22/23  |
    | PC1.2 | Harbour | Light the harbour wall          | A. B. | Q1 22/23  |
    | PC2.1 | Roads   | Widen the bridge                | A. B. | Q1 22/23  |
    """


def test_last_year_s_are_carried_over_by_wording() -> None:
    text = """
        | Peer review action plan 2023/24 |
        | Theme   | Action                           | Owner | Timescale |
        | Roads   | Widen the bridge.                | A. B. | Q1 23/24  |
        | Harbour | Repair the pier, at Osmerley     | A. B. | Q1 23/24  |
        | Harbour | Dredge the harbour wall          | A. B. | Q1 23/24  |
        | Money   | Save it                          | A. B. | Q1 23/24  |
        """
    assert refs(text, LAST) == ["PC2.1", "PC1.1", "PC1.3", "PC3.1"]
    assert origins(text, LAST) == ["LAST", "LAST", "NEW", "NEW"]


def test_one_s_own_ref_is_kept_whatever_last_year_s_plan_says() -> None:
    text = """
        | Peer review action plan 2023/24 |
        | Ref   | Theme   | Action                      | Owner | Timescale |
        | X9    | Harbour | Repair the pier at Osmerley | A. B. | Q1 23/24  |
        | PC2.1 | Money   | Save it                     | A. B. | Q1 23/24  |
        |       | Roads   | Widen the bridge            | A. B. | Q1 23/24  |
        """
    assert refs(text, LAST) == ["X9", "PC2.1", "PC2.2"]


def test_a_ref_that_two_have_is_nobody_s() -> None:
    """Neither of last year's two actions has it for sure, nor has last year's where another has it now."""
    last = LAST.replace("PC1.2", "PC1.1")
    text = """
        | Peer review action plan 2023/24 |
        | Ref   | Theme   | Action                      | Owner | Timescale |
        |       | Harbour | Repair the pier at Osmerley | A. B. | Q1 23/24  |
        |       | Harbour | Light the harbour wall      | A. B. | Q1 23/24  |
        | PC2.1 | Money   | Save it                     | A. B. | Q1 23/24  |
        |       | Roads   | Widen the bridge            | A. B. | Q1 23/24  |
        """
    assert refs(text, last) == ["PC1.2", "PC1.3", "PC2.1", "PC2.2"]
    assert origins(text, last) == ["NEW", "NEW", "OWN", "NEW"]


@pytest.mark.parametrize(
    ("name", "prefix"),
    [
        ("Peer review action plan", "PR"),
        ("Peer challenge action plan", "PC"),
        ("Action plan", "AP"),
        ("LGA corporate peer challenge improvement plan", "LCPC"),
        ("Risk log", "R"),
        ("2024", "A"),
    ],
)
def test_prefix(name: str, prefix: str) -> None:
    assert prefix_of(name) == prefix
