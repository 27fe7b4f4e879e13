"""The words every document shares."""

from dataclasses import replace
from datetime import date

import pytest

from peerxl.documents import wording
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.owner import Owner
from tests.documents.plans import PLAN, Q3, action


def test_quarters_and_days() -> None:
    assert wording.quarter_in_full(Q3) == "Quarter 3 2023/24 (October to December 2023)"
    assert wording.quarter_name(FiscalQuarter(2024, 1, first_month=1)) == "Quarter 1 2024"
    assert wording.weekday_words(date(2024, 1, 5)) == "Friday 5 January 2024"


@pytest.mark.parametrize(("parts", "said"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_lists(parts: list[str], said: str) -> None:
    assert wording.listed(parts) == said


@pytest.mark.parametrize(
    ("word", "in_sentence"),
    [
        ("On hold", "on hold"),
        ("BAU", "BAU"),
        ("On track", "on track"),
        ("Cabinet to agree", "Cabinet to agree"),
        ("", ""),
    ],
)
def test_a_usual_status_loses_its_capital_in_a_sentence(word: str, in_sentence: str) -> None:
    assert wording.in_sentence(word) == in_sentence


@pytest.mark.parametrize(
    ("name", "in_sentence"),
    [
        ("Peer review action plan", "peer review action plan"),
        ("Action plan", "action plan"),
        ("Risk", "“Risk” plan"),
        ("Office move", "“Office move” plan"),
        ("LGA action plan", "LGA action plan"),
        ("Marrowby District Council corporate plan", "Marrowby District Council corporate plan"),
        ("Audit Wales recommendations", "Audit Wales recommendations"),
        ("Transformation programme", "Transformation programme"),
    ],
)
def test_names_keep_their_capitals_in_a_sentence(name: str, in_sentence: str) -> None:
    assert wording.name_in_sentence(replace(PLAN, name=name)) == in_sentence


def test_owners() -> None:
    lead, joint, helper = Owner("CEO", "ceo"), Owner("CD", "cd"), Owner("Clerk", "clerk", is_supporter=True)
    assert wording.owner_words(action(4, "Do", owners=(lead, joint, helper))) == "CEO / CD with support from Clerk"
    assert wording.owner_words(action(4, "Do", owners=(helper,))) == "with support from Clerk"
    assert wording.owner_words(action(4, "Do")) == "Not set"
