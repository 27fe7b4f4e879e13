"""A timescale as a value: what is overdue, what is due, and how it prints."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.timescale import Milestone, Timescale, TimescaleKind

Q1, Q2, Q3 = (FiscalQuarter(2023, number) for number in (1, 2, 3))


def dated(due: FiscalQuarter | None) -> Timescale:
    return Timescale(
        "text", TimescaleKind.DATED if due else TimescaleKind.OPEN, due=due, due_date=due.last_day if due else None
    )


@pytest.mark.parametrize(
    ("due", "is_overdue", "is_due"),
    [(Q1, True, False), (Q2, False, True), (Q3, False, False), (None, False, False)],
)
def test_overdue_and_due(due: FiscalQuarter | None, is_overdue: bool, is_due: bool) -> None:
    assert (dated(due).is_overdue(Q2), dated(due).is_due(Q2)) == (is_overdue, is_due)


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2023, 4, 1), date(2023, 6, 30), "Q1 2023/24"),
        (date(2023, 4, 1), date(2023, 12, 31), "Q1 2023/24 to Q3 2023/24"),
        (date(2023, 4, 1), date(2024, 3, 31), "2023/24"),
        (date(2023, 4, 1), date(2025, 3, 31), "2023/24 to 2024/25"),
        (date(2023, 5, 1), date(2023, 5, 31), "May 2023"),
        (date(2023, 5, 1), date(2023, 6, 30), "May 2023 to June 2023"),
        (date(2023, 5, 2), date(2023, 5, 2), "2 May 2023"),
        (date(2023, 5, 1), date(2023, 6, 2), "1 May 2023 to 2 June 2023"),
        (None, date(2023, 6, 30), "by 30 June 2023"),
        (date(2023, 4, 1), None, "from Q1 2023/24, ongoing"),
        (date(2023, 5, 1), None, "from May 2023, ongoing"),
        (date(2023, 5, 2), None, "from 2 May 2023, ongoing"),
        (None, None, "ongoing"),
    ],
)
def test_a_milestone_prints_in_the_coarsest_words(first: date | None, last: date | None, text: str) -> None:
    milestone = Milestone.between(first, last, 4)
    assert str(milestone) == text
    assert milestone.is_open == (last is None)


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2023, 3, 31), date(2023, 3, 31), "31 March 2024"),
        (date(2023, 2, 1), date(2023, 2, 28), "February 2024"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2025"),
        (date(2023, 2, 28), date(2023, 2, 28), "28 February 2024"),
        (date(2024, 2, 29), date(2024, 2, 29), "28 February 2025"),
        (date(2023, 1, 1), date(2023, 3, 31), "Q4 2023/24"),
        (date(2023, 4, 1), date(2024, 3, 31), "2024/25"),
        (None, date(2023, 6, 30), "by 30 June 2024"),
        (date(2023, 5, 2), None, "from 2 May 2024, ongoing"),
        (None, None, "ongoing"),
        (date(9998, 4, 1), date(9998, 4, 30), "April 9998"),
    ],
)
def test_a_milestone_a_year_later(first: date | None, last: date | None, text: str) -> None:
    assert str(Milestone.between(first, last, 4).a_year_later()) == text


def test_a_calendar_year_prints_its_quarters() -> None:
    assert str(Milestone.between(date(2023, 1, 1), date(2023, 12, 31), 1)) == "Q1 2023 to Q4 2023"


def test_a_milestone_knows_its_quarters() -> None:
    milestone = Milestone.between(date(2023, 5, 2), date(2023, 12, 31), 4, "draft", (0, 5))
    assert milestone == Milestone(Q1, Q3, date(2023, 5, 2), date(2023, 12, 31), "draft", (0, 5))


def test_words_print_as_they_are() -> None:
    assert str(Timescale("  ASAP ", TimescaleKind.IMMEDIATE, tidied="ASAP")) == "ASAP"
    assert str(Timescale("soon", TimescaleKind.UNREADABLE)) == "soon"
    assert str(Timescale("tbc", TimescaleKind.UNSET)) == "Not set"


def test_nothing_changes() -> None:
    timescale = dated(Q1)
    with pytest.raises(FrozenInstanceError):
        timescale.due = Q2  # type: ignore[misc]
