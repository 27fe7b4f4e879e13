"""Cells that list who acts and who helps, and sentences that list other things."""

from __future__ import annotations

import pytest

from peerxl.reading.cells.name_lists import are_name_lists, are_sentences, is_name_list
from peerxl.reading.cells.profile import profile_values

LONG = "Parks: Supported by Roads / Schools / Health Board / Sports Clubs / Youth Council / Quay Trust"


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        (LONG, True),
        ("Ferry / Trust", True),
        ("Parks Supported by Works", True),
        ("Parks and Roads with Schools", True),
        ("Parks (with support from Roads)", True),
        ("Parks; all that lies by the quay", False),
        ("Parks / Roads / Schools.", False),
        ("The whole of the long quay / Roads", False),
        ("", False),
        (" / ", False),
    ],
)
def test_whether_a_text_is_names_with_signs_between_them(text: str, is_so: bool) -> None:
    assert is_name_list(text) == is_so


def test_most_cells_decide() -> None:
    assert are_name_lists(profile_values([LONG, LONG, "it leaks"]))
    assert not are_name_lists(profile_values([LONG, "it leaks"]))
    assert not are_name_lists(profile_values([]))


@pytest.mark.parametrize(
    ("text", "are_so"),
    [
        ("The quay and works – to be named by the Mayor", False),
        ("The quay and works, to be named by the Mayor", False),
        ("The quay and works (TBC by the Mayor and others)", False),
        ("The quay and works have to be named by the Mayor", True),
        ("The quay is looked after by whoever has the key", True),
        ("Quay Lead, who looks after whatever is by the quay", False),
        ("The quay", False),
        (LONG, False),
    ],
)
def test_cells_that_say_more_than_who_acts(text: str, are_so: bool) -> None:
    assert are_sentences(profile_values([text]), 6) == are_so
