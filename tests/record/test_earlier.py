"""What a plan said earlier and its workbook says no more."""

from __future__ import annotations

from datetime import date

import pytest

from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.movement.known_dates import KnownDates
from peerxl.record.earlier import list_other_words, recall_dates, recall_first_dates, recall_updates
from peerxl.record.event import ActionId, Asked, Event, Merged, Moved, Seen, Step
from peerxl.record.naming import name_actions
from tests.conftest import plan_from_text
from tests.record.happenings import HR, happened

Q1, Q2 = FiscalQuarter(2026, 1), FiscalQuarter(2026, 2)
MOLE, PIER = ActionId("mole", "H1"), ActionId("pier", "H2")


def plan_now() -> ActionPlan:
    return plan_from_text(
        """
        | Ref | Action              | Timescale | Owner | Status    |
        | H1  | Repair the old mole | Q4 26/27  | A     | Completed |
        | H2  | Widen the new pier  | Q4 26/27  | B     |           |
        """,
        Q2,
    )


SEEN: tuple[tuple[int, Event], ...] = (
    (0, Seen(MOLE, "action", "Repair the old mole")),
    (0, Seen(PIER, "action", "Widen the new pier")),
    (0, Seen(MOLE, "timescale", "Q3 26/27")),
    (0, Seen(MOLE, "status", "In progress", "Q1 2026/27")),
    (0, Seen(MOLE, "comment", "Divers are booked.", "Q1 2026/27")),
    (0, Seen(PIER, "status", "Nearly", "Q1 2026/27")),
    (3, Seen(MOLE, "timescale", "Q4 26/27")),
    (3, Seen(MOLE, "status", "Completed", "Q2 2026/27")),
)


def test_quarters_that_the_plan_has_no_columns_for() -> None:
    plan, entries = plan_now(), happened(*SEEN)
    recalled = recall_updates(plan, name_actions(plan, entries), entries)
    assert recalled.quarters == (Q1, Q2)
    assert [
        [
            (str(update.quarter), update.status.word if update.status else None, update.status_text, update.comment)
            for update in action.updates
        ]
        for action in recalled.actions
    ] == [
        [
            ("Q1 2026/27", "In progress", "In progress", "Divers are booked."),
            ("Q2 2026/27", "Completed", "Completed", ""),
        ],
        [("Q1 2026/27", None, "Nearly", ""), ("Q2 2026/27", None, "", "")],
    ]


def test_a_plan_of_which_nothing_else_is_known_is_left_as_it_is() -> None:
    plan, entries = plan_now(), happened(*SEEN[:3], *SEEN[6:])
    assert recall_updates(plan, name_actions(plan, entries), entries) is plan


def test_dates_by_where_their_actions_stand() -> None:
    plan, entries = plan_now(), happened(*SEEN)
    first = date(2026, 11, 23)
    assert recall_dates(plan, name_actions(plan, entries), entries) == {
        (plan.actions[0].sheet, plan.actions[0].row): KnownDates("Q3 26/27", first, ((date(2026, 11, 26), "Q4 26/27"),))
    }


def test_the_date_first_agreed_that_the_plan_has_forgotten() -> None:
    """The first that names a time: "TBC" was no promise. What the plan's own words tell stands, and no change is none."""
    plan = plan_from_text(
        """
        | Ref | Action              | Timescale                    | Owner | Status |
        | H1  | Repair the old mole | Q4 26/27                     | A     |        |
        | H2  | Widen the new pier  | Q4 2026/27 (was Q3 2026/27)  | B     |        |
        | H3  | Dredge the channel  | 31 March 2027                | B     |        |
        """,
        Q2,
    )
    dredge = ActionId("dredge", "H3")
    entries = happened(
        *SEEN[:2],
        (0, Seen(dredge, "action", "Dredge the channel")),
        (0, Seen(MOLE, "timescale", "TBC")),
        (0, Seen(PIER, "timescale", "Q1 26/27")),
        (0, Seen(dredge, "timescale", "Q4 2026/27")),
        (1, Seen(MOLE, "timescale", "Q2 26/27")),
        (2, Seen(MOLE, "timescale", "Q3 26/27")),
    )
    recalled = recall_first_dates(plan, name_actions(plan, entries), entries)
    assert [each.original_timescale and each.original_timescale.text for each in recalled.actions] == [
        "Q2 26/27",
        None,
        None,
    ]


@pytest.mark.parametrize(
    "told",
    [
        ((0, Asked(HR, "Q4 2025/26", Step.ASK)),),
        ((2, Moved("Q1 2026/27", "Q4 2025/26")),),
        ((2, Moved("Q1 2026/27", "Q4 2025/26")), (3, Moved("Q2 2026/27", "Q1 2026/27"))),
    ],
    ids=["asked", "moved-on", "moved-on-twice"],
)
def test_a_date_is_of_the_year_that_it_was_written_in(told: tuple[tuple[int, Event], ...]) -> None:
    """Of the plan's own year where it was written after the turn, and none where nobody has touched the words."""
    plan = plan_from_text(
        """
        | Ref | Action              | Timescale  | Owner | Status |
        | H1  | Repair the old mole | Q4 2026/27 | A     |        |
        | H2  | Widen the new pier  | Q4 2026/27 | B     |        |
        | H3  | Dredge the channel  | Q3         | B     |        |
        """,
        Q2,
    )
    dredge = ActionId("dredge", "H3")
    entries = happened(
        *SEEN[:2],
        (0, Seen(dredge, "action", "Dredge the channel")),
        (0, Seen(MOLE, "timescale", "December")),
        (0, Seen(dredge, "timescale", "Q3")),
        *told,
        (3, Seen(MOLE, "timescale", "Q4 2026/27")),
        (4, Moved("Q1 2026/27", "Q4 2025/26")),
        (5, Seen(PIER, "timescale", "December")),
        (6, Seen(PIER, "timescale", "Q4 2026/27")),
    )
    ids = name_actions(plan, entries)
    recalled = recall_first_dates(plan, ids, entries)
    firsts = [each.original_timescale for each in recalled.actions]
    assert [first and (first.text, first.due_date) for first in firsts] == [
        ("December 2025", date(2025, 12, 31)),
        ("December", date(2026, 12, 31)),
        None,
    ]
    assert [dates.first for dates in recall_dates(plan, ids, entries).values()] == ["December 2025", "December", "Q3"]


def test_words_that_stayed_over_the_turn_of_the_year_are_no_change_since() -> None:
    """What they took the place of is of the year before all the same."""
    plan = plan_from_text("| Ref | Action | Timescale | Owner |\n| H1 | Repair the old mole | Q3 | A |", Q2)
    entries = happened(
        SEEN[0],
        (0, Seen(MOLE, "timescale", "Q2")),
        (1, Seen(MOLE, "timescale", "Q3")),
        (2, Moved("Q1 2026/27", "Q4 2025/26")),
    )
    ids = name_actions(plan, entries)
    (dates,) = recall_dates(plan, ids, entries).values()
    assert (dates.first, [words for _, words in dates.changes]) == ("Q2 2025/26", ["Q3"])


@pytest.mark.parametrize(
    ("first", "change", "recalled"),
    [
        ("31/03/2017", None, None),
        ("31/03/2017", Seen(MOLE, "timescale", "31/03/2027"), None),
        ("31/03/2037", Seen(MOLE, "timescale", "31/03/2027"), None),
        ("31/03/2026", Seen(MOLE, "timescale", "31/03/2027"), "31/03/2026"),
        ("30/06/2017", Seen(MOLE, "timescale", "31/03/2027"), "30/06/2017"),
        ("31/03/2017", Merged(MOLE, "timescale", "31/03/2017", "31/03/2027", owner=HR), "31/03/2017"),
    ],
    ids=["not-yet-seen", "seen", "too-late", "a-year-later", "another-day", "an-owner-s-answer"],
)
def test_a_wrong_year_that_was_put_right_is_no_first_date(
    first: str, change: Seen | Merged | None, recalled: str | None
) -> None:
    """Years from every other date of the plan, with the same day and month, and put right in the plan by hand."""
    plan = plan_from_text(
        """
        | Ref | Action              | Timescale  | Owner | Status |
        | H1  | Repair the old mole | 31/03/2027 | A     |        |
        | H2  | Widen the new pier  | Q4 2026/27 | B     |        |
        """,
        Q2,
    )
    changes = ((1, change),) if change else ()
    entries = happened(*SEEN[:2], (0, Seen(MOLE, "timescale", first)), *changes)
    ids = name_actions(plan, entries)
    mole = recall_first_dates(plan, ids, entries).actions[0].original_timescale
    assert (mole and mole.text) == recalled
    (dates,) = recall_dates(plan, ids, entries).values()
    assert dates.first == (recalled or "31/03/2027")


def test_words_that_name_no_time_do_not_hide_what_the_record_has() -> None:
    plan = plan_from_text(
        """
        | Ref | Action              | Timescale                      | Owner | Status |
        | H1  | Repair the old mole | Q4 2026/27 (was Before launch) | A     |        |
        """,
        Q2,
    )
    entries = happened(
        SEEN[0],
        (0, Seen(MOLE, "timescale", "Before launch")),
        (1, Seen(MOLE, "timescale", "Q3 2026/27")),
        (2, Seen(MOLE, "timescale", "Q4 2026/27")),
    )
    (mole,) = recall_first_dates(plan, name_actions(plan, entries), entries).actions
    assert mole.original_timescale
    assert mole.original_timescale.text == "Q3 2026/27"


def test_an_action_under_whose_ref_the_record_has_other_words() -> None:
    """Whose earlier dates are not taken is told where an owner or the date is the same, and the first date another."""
    plan = plan_from_text(
        """
        | Ref | Action                      | Timescale  | Owner | Status |
        | H1  | Build a lighthouse of stone | Q4 2026/27 | A     |        |
        | H2  | Teach the pilots            | Q4 2026/27 | C     |        |
        """,
        Q2,
    )
    entries = happened(
        *SEEN[:2],
        (0, Seen(MOLE, "owner", "A")),
        (0, Seen(PIER, "owner", "B")),
        (0, Seen(MOLE, "timescale", "Q2 2026/27")),
        (0, Seen(PIER, "timescale", "Q2 2026/27")),
        (1, Seen(MOLE, "timescale", "Q3 2026/27")),
    )
    ids = name_actions(plan, entries)
    assert [action.ref for action in list_other_words(plan, ids, entries)] == ["H1"]
    # Once the other words were seen too.
    seen = (*entries, *happened((2, Seen(ids.of(plan.actions[0]), "action", "Build a lighthouse of stone"))))
    assert [action.ref for action in list_other_words(plan, name_actions(plan, seen), seen)] == ["H1"]
    assert [each.original_timescale for each in recall_first_dates(plan, ids, entries).actions] == [None, None]
