"""Status words: which spellings mean one, and what says nothing."""

from __future__ import annotations

import pytest

from peerxl.model.status import DEFAULT_VOCABULARY, says_nothing


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Complete", "Completed"),
        ("completed (Quarter 1)", "Completed"),
        ("Completed (Q2 2023/24) ", "Completed"),
        ("Superseded (Quarter 4 2022/23)", "Superseded"),
        ("“In progress”", "In progress"),
        ("Completed (Quarter 5)", None),
        ("Completed (mostly)", None),
        ("Complete?", None),
        ("Amber", None),
        ("", None),
    ],
)
def test_a_spelling_means_a_word_or_none(text: str, word: str | None) -> None:
    status = DEFAULT_VOCABULARY.find(text)
    assert (status and status.word) == word


@pytest.mark.parametrize("text", ["", "-", "n/a", "TBC", "No update received", "No status given", "No comment given"])
def test_what_our_own_paper_prints_for_nothing_says_nothing(text: str) -> None:
    assert says_nothing(text)
