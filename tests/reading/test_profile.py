"""What a column's cells are taken for."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from peerxl.model.sheet import Sheet, Value
from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.reading.profile import (
    MOST_ROWS,
    ColumnProfile,
    is_level,
    is_number,
    is_written_date,
    profile_column,
    profile_values,
)

DAY = date(2026, 3, 31)


def profile(*values: Value) -> ColumnProfile:
    return profile_values(len(values), values)


@pytest.mark.parametrize(
    ("text", "is_date"),
    [
        ("12/03/2024", True),
        ("2024-03-12", True),
        ("3.4.24", True),
        ("March 2024", True),
        ("Mar-24", True),
        ("12 March", True),
        ("12-Mar-2024", True),
        ("2024-03-12 09:30", True),
        ("Repair the pier", False),
        ("1.10", False),
        ("Q2 23/24", False),
        ("", False),
    ],
)
def test_what_is_written_as_a_date(text: str, is_date: bool) -> None:
    assert is_written_date(text) == is_date


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (7, True),
        (1.5, True),
        (True, False),
        ("7", True),
        ("1,250", True),
        ("£1,250.50", True),
        ("25%", True),
        ("12k", True),
        ("1.1.1", False),
        ("30.9.23 1.12.23", False),
        ("7a", False),
        ("", False),
    ],
)
def test_what_is_a_number(value: Value, number: bool) -> None:
    assert is_number(value, str(value)) == number


@pytest.mark.parametrize(
    "text", ["High", "h", "P1", "1", "3 (High)", "Must have", "2 - Medium", "Very High", "Level 4"]
)
def test_what_is_a_level(text: str) -> None:
    assert is_level(text)


@pytest.mark.parametrize("text", ["Housing", "High streets", "Priority 1: Homes", "Better homes", "Health"])
def test_what_is_no_level(text: str) -> None:
    assert not is_level(text)


def test_dates_typed_and_written() -> None:
    assert profile(DAY, "12/03/2024", "TBC").are_dates
    assert not profile(DAY, "soon", "TBC").are_dates
    assert not profile().are_dates
    assert profile(DAY, datetime(2026, 4, 1)).is_all_dates
    assert not profile(DAY, "12/03/2024").is_all_dates


@pytest.mark.parametrize(
    ("days", "in_order"), [((1, 2, 2, 5), True), ((5, 2, 1), True), ((1, 3, 2), False), ((1,), False), ((), False)]
)
def test_dates_in_order_are_those_of_a_log(days: tuple[int, ...], in_order: bool) -> None:
    assert profile(*(date(2026, 3, day) for day in days)).is_in_order == in_order


@pytest.mark.parametrize(
    ("texts", "denies"),
    [
        (("Q2 23/24", "March 2024", "TBC"), False),
        (("Q3 22/24", "soon after Easter", "by 2018"), False),
        (("All shops let", "Ninety in a hundred", "No complaints"), True),
        (("1034", "88", "501"), True),
        (("2024", "2025"), False),
        (("prior to Christmas",), False),
        (("2025", "2030", "2027/28", "2026"), False),
        (("2025", "31", "42", "2027/28", "12"), True),
    ],
)
def test_what_can_be_no_timescale(texts: tuple[str, ...], denies: bool) -> None:
    assert profile(*texts).denies_when == denies


@pytest.mark.parametrize(
    ("texts", "is_status"),
    [
        (("Open", "Closed", "Open"), True),
        (("In progress", "Completed"), True),
        (("Green", "Amber"), True),
        (("Stuck", "Stuck", "Gone"), True),
        (("Timber is on its way and will be here", "It came"), False),
        ((), False),
    ],
)
def test_what_is_a_status(texts: tuple[str, ...], is_status: bool) -> None:
    assert profile(*texts).is_status(DEFAULT_VOCABULARY) == is_status


def test_sentences_and_choices() -> None:
    sentences = profile("Repair the old pier", "Light the pier", "Paint it all blue")
    assert sentences.is_wordy
    assert not sentences.is_repeated
    choices = profile(*["Swim", "Run"] * 4)
    assert choices.is_repeated
    assert choices.are_single_words
    assert not choices.is_wordy
    assert not profile("Plan", "Design", "Build", "Test").are_single_words


def test_people_and_words_for_progress() -> None:
    assert profile("Ann Field", "AD Estates", "Head of Finance").are_mostly_names
    assert not profile("Yes", "No", "n/a").are_mostly_names
    assert not profile("See the note below.", "None").are_mostly_names


def test_errors_say_nothing_of_a_column() -> None:
    cells = profile("#N/A", DAY, "#REF!")
    assert (cells.filled, cells.are_dates) == (1, True)


def test_a_long_column_is_looked_at_evenly() -> None:
    rows: tuple[tuple[Value, ...], ...] = tuple((DAY if row % 2 else None,) for row in range(10 * MOST_ROWS))
    sheet = Sheet("Plan", rows)
    cells = profile_column(sheet, sheet.filled_rows, 1)
    assert (cells.rows, cells.filled) == (MOST_ROWS, MOST_ROWS)
