"""What a finding says of itself: where to look, what was found and what to do."""

from __future__ import annotations

import pytest

from peerxl.model.finding import Finding, Severity
from peerxl.model.sheet import Cell


def find(*cells: tuple[str, int, int], message: str = "It is odd; mend it.") -> Finding:
    return Finding("odd", Severity.ERROR, message, tuple(Cell(*cell, "x") for cell in cells), sheet="Risks")


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ((), "Risks"),
        ((("Risks", 4, 5),), "Risks!E4"),
        ((("Risks", 4, 5), ("Risks", 5, 5)), "Risks!E4,E5"),
        ((("Risks", 2, 9), ("Issues", 2, 7), ("Risks", 3, 9)), "Risks!I2,Issues!G2,I3"),
    ],
)
def test_where_to_look(cells: tuple[tuple[str, int, int], ...], place: str) -> None:
    assert find(*cells).place == place


@pytest.mark.parametrize(
    ("message", "found", "remedy"),
    [
        ("'a; b' is odd; mend it.", "'a; b' is odd.", "Mend it."),
        ("It is odd.", "It is odd.", ""),
    ],
)
def test_what_was_found_and_what_to_do(message: str, found: str, remedy: str) -> None:
    assert (find(message=message).found, find(message=message).remedy) == (found, remedy)
