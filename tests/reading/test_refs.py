"""Refs at the head of actions, and figures that are part of what an action says."""

from __future__ import annotations

import pytest

from peerxl.reading.refs import split_refs


@pytest.mark.parametrize(
    ("texts", "refs"),
    [
        (["PEER01.04 Refresh", "PEER04.02 Develop"], ["PEER01.04", "PEER04.02"]),
        (["PEER01.04 Refresh", "PEER04.02 Develop", "Talk"], ["PEER01.04", "PEER04.02", ""]),
        (["1.1 Refresh", "1.2 Develop", "2.1 Talk"], ["1.1", "1.2", "2.1"]),
        (["1. Refresh", "2) Develop", "3. Talk"], ["1", "2", "3"]),
        (["R1a: Refresh", "R1b: Develop", "R2: Talk"], ["R1a", "R1b", "R2"]),
        (["2024 budget agreed", "Write", "Talk"], ["", "", ""]),
        (["Q4 review", "Q3 review", "Q2 review"], ["", "", ""]),
        (["ISO27001 audit", "Talk", "Write"], ["", "", ""]),
        (["A1 road", "A1 road repair", "A1 bridge"], ["", "", ""]),
        (["Talk"], [""]),
        ([], []),
    ],
)
def test_refs(texts: list[str], refs: list[str]) -> None:
    assert [ref for ref, _ in split_refs(texts)] == refs
    for (ref, rest), text in zip(split_refs(texts), texts, strict=True):
        assert text.startswith(ref)
        assert text.endswith(rest)


def test_refs_of_a_series_are_refs_though_actions_were_added() -> None:
    texts = [
        "PEER01.01 Refresh it",
        "PEER01.02 Agree it",
        "PEER01.02 Close it",
        "Add it",
        "A40 junction",
        "Mend it",
        "Go",
    ]
    assert split_refs(texts) == [
        ("PEER01.01", "Refresh it"),
        ("PEER01.02", "Agree it"),
        ("PEER01.02", "Close it"),
        ("", "Add it"),
        ("", "A40 junction"),
        ("", "Mend it"),
        ("", "Go"),
    ]
    assert split_refs(["BS12.1 is met", "A34 bypass", "A40 junction", "Go on"])[:3] == [
        ("", "BS12.1 is met"),
        ("", "A34 bypass"),
        ("", "A40 junction"),
    ]
