"""Rows whose action nobody has written yet: what is asked or is the matter stands in for it."""

from __future__ import annotations

import pytest

from peerxl.reading.columns.ranked_columns import list_stand_ins
from tests.conftest import plan_from_text
from tests.reading.tables import drafts_of


def texts(text: str) -> list[str]:
    return [action.text for action in plan_from_text(text).actions]


RAID = "| ID | Type | Title | Description | Owner | Status | Mitigation / action | Due date |"
FULL = "| R1 | Risk | Rust in the rail | It rusts since May | Ann Lee | Open | Paint the rail | 2026-03-31 |"


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("| A1 | Assumption | The town lends its crane | It did so last year | Bo Day | Open | | |", True),
        ("| A1 | Assumption | The town lends its crane | | | | | 2026-03-31 |", True),
        ("| A1 | Assumption | The town lends its crane | | Bo Day | Open | – | |", True),
        # Without an owner, a date or a status it is no row to chase.
        ("| A1 | Assumption | The town lends its crane | It did so last year | | | | |", False),
        ("| A1 | Assumption | | | Bo Day | Open | | |", False),
        ("| A1 | Assumption | The town lends its crane | | Bo Day | Open | #REF! | |", False),
    ],
)
def test_a_row_without_an_action_is_read_by_what_it_is_called(row: str, read: bool) -> None:
    assert texts(f"{RAID}\n{FULL}\n{row}") == ["Paint the rail", *(["The town lends its crane"] if read else [])]


def test_a_description_stands_in_where_a_row_has_no_title() -> None:
    row = "| A1 | Assumption | | It lent its crane last year | Bo Day | Open | | |"
    assert texts(f"{RAID}\n{FULL}\n{row}") == ["Paint the rail", "It lent its crane last year"]


def test_what_is_asked_stands_in_for_a_response_that_is_still_awaited() -> None:
    assert texts(
        """
        | Ref | Finding         | Recommendation     | Management response | Officer | Deadline   | Status |
        | F1  | Rust in it      | Paint the rail     | It will be painted  | Ann Lee | 2026-03-31 | Open   |
        | F2  | No lamps at all | Light the quay     |                     | Bo Day  | 2026-04-30 | Open   |
        | F3  | The pump leaks  | Mend the old pump  | It will be mended   | Bo Day  | 2026-04-30 | Closed |
        """
    ) == ["It will be painted", "Light the quay", "It will be mended"]


def test_what_has_actions_in_the_rows_beneath_is_none_itself() -> None:
    assert texts(
        """
        | Ref | Recommendation            | Action         | Lead         | Due        | Status |
        | 1   | Review the pier each year |                | Harbour Team |            |        |
        |     |                           | Buy the boards | Ann Lee      | 2026-03-31 | Open   |
        |     |                           | Lay the boards | Ann Lee      | 2026-05-31 | Open   |
        | 2   | Paint the rail            |                | Bo Day       | 2026-05-31 | Open   |
        | 3   | Light the quay at night   | Order lamps    | Bo Day       | 2026-05-31 | Open   |
        """
    ) == ["Buy the boards", "Lay the boards", "Paint the rail", "Order lamps"]


@pytest.mark.parametrize(
    ("columns", "stand_ins"),
    [
        ("Description: it leaks now · it is old\nTitle: Pier by sea · Quay wall\nAction: Mend it", (2, 1)),
        ("Title: Pier by sea · Quay wall\nRisk: it may leak · it may fall\nAction: Mend it", (2, 1)),
        # A cause, a comment, codes, days and a few words over and over say nothing of what is to be done.
        ("Root cause: the old rail · the wet\nAction: Mend it", ()),
        ("Comments: it is begun · it is late\nAction: Mend it", ()),
        ("Risk: R-01 · R-02\nAction: Mend it", ()),
        ("Finding: 2026-03-31 · 2026-04-30\nAction: Mend it", ()),
        ("Title:\nAction: Mend it", ()),
    ],
)
def test_the_columns_that_may_stand_in(columns: str, stand_ins: tuple[int, ...]) -> None:
    assert list_stand_ins(drafts_of(columns)) == stand_ins
