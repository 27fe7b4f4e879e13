"""Which line of a form is about which action it was issued for."""

from __future__ import annotations

import re

import pytest

from peerxl.identity import lines
from peerxl.identity.lines import RULES, AskedIndex, has_words, match_lines
from peerxl.identity.trace import ActionTrace


def traces(text: str) -> list[ActionTrace]:
    """Traces written "ref | words | timescale", one a line, by " / "."""
    rows = [[cell.strip() for cell in row.split("|")] for row in text.split(" / ")] if text else []
    return [ActionTrace(ref, words, timescale=timescale) for ref, words, timescale in rows]


ASKED = "H1 | Mend it | Q1 / H2 | Light it | Q2 / | Sweep it | Q3"
TWINS = "| Review it | Q1 / | Mend it | Q1 / | Review it | Q1"


@pytest.mark.parametrize(
    ("asked", "form", "matched"),
    [
        (ASKED, ASKED, {0: 0, 1: 1, 2: 2}),
        (ASKED, "| Sweep it | Q3 / H2 | Light it | Q2 / H1 | Mend it | Q1", {0: 2, 1: 1, 2: 0}),
        (ASKED, "h1 | mend IT! | q 1 / H2 | LIGHT IT | Q2 / | sweep it | Q3", {0: 0, 1: 1, 2: 2}),
        (ASKED, "H1 | Rebuild it | Q9 / | Light it | Q9 / | Sweep it | Q9", {0: 0, 1: 1, 2: 2}),
        (ASKED, "H1 | H1 Mend it | Q1", {0: 0}),
        ("H1 | H1 Mend it | Q1", "H1 | Mend it | Q1", {0: 0}),
        (ASKED, "H1 | Light it | Q2 / H2 | Mend it | Q1", {}),
        (ASKED, "H9 | Sink it | Q1", {}),
        (ASKED, "", {}),
        ("", ASKED, {}),
        (ASKED, "H1 | Mend it | Q1 / H2 | Light it | Q2 / | Sweep our quays | Q3", {0: 0, 1: 1}),
        (ASKED, "H1 | Mend it | Q1 / H2 | Light it | Q2 / | Sweeping it | Q3", {0: 0, 1: 1, 2: 2}),
        (ASKED, "H1 | Mend it | Q1 / | Sweeping it | Q3", {0: 0}),
        ("H1 | Sweep it | Q1", "| Sweeping it | Q1", {}),
        ("H1 | Mend it | Q1 / H1 | Mend it | Q2", "H1 | Mend it | Q2 / H1 | Mend it | Q1", {0: 1, 1: 0}),
        ("H1 | Mend it | Q1 / H1 | Light it | Q1", "H1 | Light it | Q1 / H1 | Mend it | Q1", {0: 1, 1: 0}),
        ("H1 | H1 Mend | Q1 / H1 | H1 Mend | Q1", "H1 | H1 Mend | Q1 / H1 | Mend | Q1", {0: 0, 1: 1}),
        (TWINS, TWINS, {0: 0, 1: 1, 2: 2}),
        (TWINS, "| Mend it | Q1 / | Review it | Q1 / | Review it | Q1", {1: 0}),
        (TWINS, "| Review it | Q1 / | Mend it | Q1", {1: 1}),
        (TWINS, f"{TWINS} / | Review it | Q1", {1: 1}),
        (TWINS, "| Review it | Q1 / | Mend it | Q1 / | Review it | Q1 / | Mend it | Q1", {0: 0, 2: 2}),
    ],
)
def test_match_lines(asked: str, form: str, matched: dict[int, int]) -> None:
    assert match_lines(AskedIndex(tuple(traces(asked))), traces(form)) == matched


@pytest.mark.parametrize(
    ("line", "named", "is_torn"),
    [
        ("H1 | Mend it | Q1", {0}, False),
        ("H1 | Sink it | Q1", {0}, False),
        ("H1 | Light it | Q1", {0, 1}, True),
        ("H1 | Sweep it | Q3", {0, 2}, True),
        ("| Light it | Q1", {1}, False),
        ("H9 | Sink it | Q1", set(), False),
    ],
)
def test_what_a_line_names(line: str, named: set[int], is_torn: bool) -> None:
    index = AskedIndex(tuple(traces(ASKED)))
    (trace,) = traces(line)
    assert (index.named_by(trace), index.is_torn(trace)) == (named, is_torn)


def test_an_action_s_words_with_its_ref_and_without() -> None:
    (asked,) = traces("H1 | H1: Mend it | Q1")
    assert [has_words(asked, line) for line in traces("| Mend it | / | H1 mend it | / | Mend |")] == [True, True, False]
    assert has_words(asked, ActionTrace("", "Mend it"))
    assert match_lines(AskedIndex((asked,)), [ActionTrace("H1", "Mend it")]) == {0: 0}


def test_the_table_names_the_rules() -> None:
    named = re.findall(r"^\| (\w[\w ]*?) +\|", lines.__doc__ or "", re.MULTILINE)
    assert named == ["rule", *RULES, "index"]


def test_a_long_form_of_the_same_words_is_matched_in_one_pass() -> None:
    asked = traces(" / ".join(["| Review progress | Q1"] * 2_000))
    assert match_lines(AskedIndex(tuple(asked)), asked) == {index: index for index in range(2_000)}
