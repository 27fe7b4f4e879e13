"""Refs at the head of actions, and figures that are part of what an action says."""

from __future__ import annotations

import pytest

from peerxl.reading.actions.refs import split_refs


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
        (["A-1 - Refresh", "A/2 – Develop", "A 3: Talk"], ["A-1", "A/2", "A 3"]),
        (["1.1a. Refresh", "1.2.3) Develop", "10.1 Talk"], ["1.1a", "1.2.3", "10.1"]),
        (["A1", "A2", "A3"], ["", "", ""]),
        (["A1. Refresh", "A2. Develop", "A3. Talk", "Sing", "Dance"], ["A1", "A2", "A3", "", ""]),
        (["A1. Refresh", "A2. Develop", "Talk", "Sing"], ["", "", "", ""]),
        (["A1. Refresh", "A1. Develop", "A2. Talk"], ["", "", ""]),
        ([f"A{max(number, 2)}. Go" for number in range(1, 11)], ["A2", *(f"A{number}" for number in range(2, 11))]),
        (["A1 Refresh", "A2 Develop"], ["", ""]),
        (["A1.1 Refresh", "A1.2 Develop"], ["A1.1", "A1.2"]),
        (["A1.1 Refresh"], ["A1.1"]),
        (["1. Refresh"], [""]),
        (["1234. Refresh", "1235. Develop", "1236. Talk"], ["", "", ""]),
        (["1 Refresh", "2 Develop", "3 Talk"], ["", "", ""]),
        (["FY24 plan", "FY25 plan", "FY26 plan"], ["", "", ""]),
        (["COVID19 plan", "COVID20 plan", "COVID21 plan"], ["", "", ""]),
        (["PAS91 is met", "PAS92 is met", "PAS93 is met"], ["", "", ""]),
        (["H1 plan", "H2 plan", "H3 plan"], ["", "", ""]),
        (["a1 Refresh", "a2 Develop", "a3 Talk"], ["", "", ""]),
        (["AB1.1 Refresh", "AB1.2 Develop", "Talk", "Sing", "Act"], ["AB1.1", "AB1.2", "", "", ""]),
        (["AB1.1 Refresh", "AC1.2 Develop", "Talk", "Sing", "Act"], ["", "", "", "", ""]),
        (["A1.1 Refresh", "A1.2 Develop", "Talk", "Sing", "Act"], ["", "", "", "", ""]),
        (["AB1.1b Refresh", "AB12.123 Develop", "Talk", "Sing", "Act"], ["AB1.1b", "AB12.123", "", "", ""]),
        (["AB1.1 Refresh", "AB1.2 Develop", "AB3 Talk", "Sing", "Act", "Go"], ["AB1.1", "AB1.2", "", "", "", ""]),
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
