"""The dates that a date took the place of: read, written, and no part of what the cell promises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerxl.language.date_history import DateHistory, find_first_words, read_date_history
from peerxl.language.timescales import parse_timescale
from peerxl.model.fiscal import FiscalYear

NEW, Q1, OCTOBER = "31 March 2026", "Q1 2025/26", "31 October 2025"


@pytest.mark.parametrize(
    ("text", "history"),
    [
        (NEW, DateHistory(NEW, "", "", 0)),
        ("", DateHistory("")),
        (f"{NEW} (was {Q1})", DateHistory(NEW, Q1, Q1, 1)),
        (f"{NEW}\n(was: {Q1}).", DateHistory(NEW, Q1, Q1, 1)),
        (
            f"{NEW} (WAS {Q1} (subject to money))",
            DateHistory(NEW, f"{Q1} (subject to money)", f"{Q1} (subject to money)", 1),
        ),
        (f"{NEW} (first {Q1}, moved twice, last from {OCTOBER})", DateHistory(NEW, Q1, OCTOBER, 2)),
        (f"{NEW} (first {Q1}, moved 11 times, last from {OCTOBER})", DateHistory(NEW, Q1, OCTOBER, 11)),
        (f"{NEW} (first {Q1},  moved\ntwice, last from {OCTOBER})", DateHistory(NEW, Q1, OCTOBER, 2)),
        (f"{NEW} (was {OCTOBER} (was {Q1}))", DateHistory(NEW, Q1, OCTOBER, 2)),
        (
            f"{NEW} (was {OCTOBER} (first {Q1}, moved twice, last from May 2025))",
            DateHistory(NEW, Q1, OCTOBER, 3),
        ),
        (f"(was {Q1})", DateHistory(f"(was {Q1})")),
        (f"{NEW} (was {Q1}) or so", DateHistory(f"{NEW} (was {Q1}) or so")),
        (f"{NEW} (was)", DateHistory(f"{NEW} (was)")),
        (f"{NEW} (first {Q1})", DateHistory(NEW, Q1, Q1, 1)),
        (f"{NEW} (first: 30/06/25)", DateHistory(NEW, "30/06/25", "30/06/25", 1)),
        (f"{NEW} (first 30th June 2025).", DateHistory(NEW, "30th June 2025", "30th June 2025", 1)),
        (f"{NEW} (first 2 of 3)", DateHistory(f"{NEW} (first 2 of 3)")),
        (f"{NEW} (first phase by May 2025)", DateHistory(f"{NEW} (first phase by May 2025)")),
        (f"{NEW} (first quarter 2025/26)", DateHistory(f"{NEW} (first quarter 2025/26)")),
        (f"{NEW} (first phase)", DateHistory(f"{NEW} (first phase)")),
        (f"{NEW} (wash the quay)", DateHistory(f"{NEW} (wash the quay)")),
        (f"{NEW} (was {'x' * 994})", DateHistory(NEW, "x" * 994, "x" * 994, 1)),
        (f"{NEW} (was {'x' * 995})", DateHistory(f"{NEW} (was {'x' * 995})")),
    ],
)
def test_a_cell_s_words(text: str, history: DateHistory) -> None:
    assert read_date_history(text) == history


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("", ""),
        (NEW, ""),
        (f"{NEW} (agreed)", ""),
        (f"{NEW} (was)", ""),
        (f"{NEW} (was {Q1})", Q1),
        (f"{NEW} (was {OCTOBER} (was {Q1}))", Q1),
        (f"{NEW} (first {Q1}, moved twice, last from {OCTOBER})", Q1),
        (f"{NEW} (was {Q1}) as agreed", Q1),
        (f"{NEW} (first {Q1})", Q1),
        (f"{NEW} (Originally  {OCTOBER} ; agreed in May)", OCTOBER),
        (f"{NEW} (originally {OCTOBER}, agreed in May)", OCTOBER),
        (f"(was {Q1}) {NEW}", Q1),
    ],
)
def test_the_date_that_a_cell_says_another_one_replaced(text: str, first: str) -> None:
    assert find_first_words(text) == first


def test_a_date_that_moves_again_keeps_the_first_and_the_last() -> None:
    history = read_date_history(Q1)
    written = []
    for new in ("31 July 2025", OCTOBER, NEW, "May 2026"):
        history = history.move_to(new)
        written.append(str(history))
    assert [str(read_date_history(Q1)), *written] == [
        "Q1 2025/26",
        "31 July 2025 (was Q1 2025/26)",
        "31 October 2025 (first Q1 2025/26, moved twice, last from 31 July 2025)",
        "31 March 2026 (first Q1 2025/26, moved 3 times, last from 31 October 2025)",
        "May 2026 (first Q1 2025/26, moved 4 times, last from 31 March 2026)",
    ]


DATES = st.sampled_from([NEW, Q1, OCTOBER, "May 2025", "Q4 25/26 – ongoing", "a. May 2025 b. June 2025", "soon", "TBC"])


@given(st.lists(DATES, min_size=1, max_size=6))
def test_what_is_written_is_read_back_and_promises_the_date_alone(dates: list[str]) -> None:
    history = DateHistory(dates[0])
    for new in dates[1:]:
        history = history.move_to(new)
    assert read_date_history(str(history)) == history
    year = FiscalYear(2025)
    whole, alone = parse_timescale(str(history), year), parse_timescale(dates[-1], year)
    assert (whole.kind, whole.start, whole.due_date, whole.milestones) == (
        alone.kind,
        alone.start,
        alone.due_date,
        alone.milestones,
    )
    assert whole.text == str(history)
    moved = [note.code for note in whole.notes if note.code == "date-moved"]
    assert moved == (["date-moved"] if len(dates) > 1 else [])
    assert [note for note in whole.notes if note.code != "date-moved"] == list(alone.notes)


def test_a_long_cell_of_spaces_and_brackets_is_read_at_once() -> None:
    assert read_date_history("(was " * 20_000).moves == 0
    assert read_date_history(" " * 100_000 + "(was ").moves == 0
