"""A theme in capitals at the head of a recommendation, and words in capitals that are none."""

from __future__ import annotations

import pytest

from peerxl.reading.actions.theme import sentence_case, split_theme


@pytest.mark.parametrize(
    ("text", "theme", "recommendation"),
    [
        ("<p>VISION</p> <p>The council needs a vision</p>", "Vision", "The council needs a vision"),
        ("SAVINGS A whole council approach is required", "Savings", "A whole council approach is required"),
        ("PRIORITISATION The council needs", "Prioritisation", "The council needs"),
        ("PARTNERSHIPS Continue to partner", "Partnerships", "Continue to partner"),
        ("MEMBER DEVELOPMENT Review the programme", "Member development", "Review the programme"),
        ("HR AND PAYROLL: improve the service", "HR and payroll", "improve the service"),
        ("HEALTH & SAFETY - Train everybody", "Health & safety", "Train everybody"),
        ("FINANCE\nThe budget", "Finance", "The budget"),
        ("FINANCE", "Finance", ""),
        ("LGA recommendations should be met", "", "LGA recommendations should be met"),
        ("HR The team", "", "HR The team"),
        ("A vision for the district", "", "A vision for the district"),
        ("The council should act", "", "The council should act"),
        ("PEER01 Vision", "", "PEER01 Vision"),
        ("A PLAN FOR THE TOWN BY THE SHORE Write it", "A plan for the town by the shore", "Write it"),
        ("A PLAN FOR THE TOWN AND THE OLD SEA Write", "", "A PLAN FOR THE TOWN AND THE OLD SEA Write"),
        ("HOMES – build them", "Homes", "build them"),
        ("HOMES — build them", "Homes", "build them"),
        ("HOMES: build them", "Homes", "build them"),
        ("HOMES- build them", "Homes", "build them"),
        ("HOMES. build them", "", "HOMES. build them"),
        ("HOMES. Build them", "Homes", "Build them"),
        ("HOMES build them", "", "HOMES build them"),
        ("HOMES & build: them", "", "HOMES & build: them"),
        ("HOMES\nbuild\nthem", "Homes", "build them"),
        ("the homes\nof us", "", "the homes of us"),
        ("HOMES build\nthem", "", "HOMES build them"),
        ("HR: it is", "HR", "it is"),
        ("HR & IT Work", "", "HR & IT Work"),
        ("HR", "HR", ""),
        ("ROAD The way", "Road", "The way"),
        ("HR. The way", "", "HR. The way"),
        ("HOMES A", "Homes a", ""),
        ("HOMES I agree", "Homes", "I agree"),
        ("HOMES AND A GARDEN Now", "Homes and a garden", "Now"),
        ("A I", "A I", ""),
        ("HOMES - & -", "Homes", "& -"),
        ("- HOMES Build", "Homes", "Build"),
        ("2 HOMES Build", "", "2 HOMES Build"),
        ("", "", ""),
    ],
)
def test_theme(text: str, theme: str, recommendation: str) -> None:
    assert split_theme(text) == (theme, recommendation)


@pytest.mark.parametrize(
    ("theme", "shown"),
    [
        ("BETTER HOMES FOR ALL", "Better homes for ALL"),
        ("HR AND IT", "HR and IT"),
        ("THE PLACE OF OUR LAND", "The place of our land"),
        ("AT OR BY IT", "At OR by IT"),
        ("TO BE IN ON IT AS WE", "To be in on IT AS we"),
        ("HR:", "HR:"),
        ("Better HOMES", "Better HOMES"),
        ("ÉTÉ", "ÉTÉ"),
        ("", ""),
    ],
)
def test_a_theme_as_a_sentence_has_it(theme: str, shown: str) -> None:
    assert sentence_case(theme) == shown
