"""A theme in capitals at the head of a recommendation, and words in capitals that are none."""

from __future__ import annotations

import pytest

from peerxl.reading.theme import split_theme


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
        ("", "", ""),
    ],
)
def test_theme(text: str, theme: str, recommendation: str) -> None:
    assert split_theme(text) == (theme, recommendation)
