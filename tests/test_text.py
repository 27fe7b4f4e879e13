"""Tidying: what goes, and what must stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from peerxl.text import has_markup, measure_likeness, one_line, tidy


@pytest.mark.parametrize(
    ("text", "tidied", "marked"),
    [
        ("<p>VISION</p> <p>The council</p>", "VISION\nThe council", True),
        ("one<br/>two<BR>three", "one\ntwo\nthree", True),
        ("a <b>bold</b> word", "a bold word", True),
        ("Legal &amp; HR", "Legal & HR", True),
        ("less than <5 days> &co", "less than <5 days> &co", False),
        ("<name of officer>", "<name of officer>", False),
        ("  two\u00a0 spaces \r\n\r\n next ", "two spaces\nnext", False),
        ("zero\u200bwidth", "zerowidth", False),
        ("", "", False),
    ],
)
def test_tidy(text: str, tidied: str, marked: bool) -> None:
    assert tidy(text) == tidied
    assert has_markup(text) is marked


@given(st.text())
def test_tidy_text_is_stable_where_it_has_no_marks(text: str) -> None:
    once = tidy(text)
    assert has_markup(once) or tidy(once) == once
    assert "\n" not in one_line(text)


NAMES = st.text("abcdé 12漢😀", max_size=90)


@given(NAMES, NAMES)
def test_likeness_is_that_of_rapidfuzz(text: str, other: str) -> None:
    assert measure_likeness(text, other) == fuzz.ratio(text, other)


def test_likeness() -> None:
    assert measure_likeness("jane smith", "jane smyth") == pytest.approx(90)
    assert measure_likeness("", "") == measure_likeness("a", "a") == 100
    assert measure_likeness("a", "") == measure_likeness("a", "b") == 0
