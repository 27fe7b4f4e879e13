"""Which comments say that an action goes on: real and made-up sentences, precision first."""

from __future__ import annotations

import pytest

from peerxl.checks.wording import find_ongoing_words


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("This is an ongoing process.", "This is an ongoing process"),
        ("Agreed in May. This is ongoing.", "This is ongoing"),
        ("It remains in progress", "It remains in progress"),
        ("The work is not yet complete; see below", "The work is not yet complete"),
        ("Ongoing", "Ongoing"),
        ("still in progress.", "still in progress."),
    ],
)
def test_it_goes_on(comment: str, words: str) -> None:
    assert find_ongoing_words(comment) == words


@pytest.mark.parametrize(
    "comment",
    [
        "",
        "Both committees agreed to the working group continuing to review the Council's progress in delivering the plans.",
        "The transformation strategy has been agreed and is currently being implemented.",
        "Work is however already underway to develop the 2024/5 Annual Delivery Plan.",
        "Review concluded at the end of April.",
        "This is no longer ongoing.",
        "The pier reopened; monitoring of its timber is ongoing.",
        "This was an ongoing process until May.",
    ],
)
def test_it_does_not_say_so(comment: str) -> None:
    assert find_ongoing_words(comment) == ""
