"""The shapes trackers come in, each as a small sheet: what is found, and what is left aside."""

from __future__ import annotations

import re
from datetime import date

import pytest

from peerxl.model.answer_field import COMMENT, STATUS
from peerxl.model.finding import Severity
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Block, Sheet, Value
from peerxl.reading.answer_columns import find_target
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from tests.conftest import plan_from_text, sheet_from_text

Q1, Q2, Q3 = (FiscalQuarter(2023, number) for number in (1, 2, 3))


def read(*sheets: Sheet, quarter: FiscalQuarter | None = None, **chosen: int) -> ActionPlan:
    columns = {Field(name): column for name, column in chosen.items()}
    return plan_from_sheets(sheets, Request("tracker.xlsx", quarter, columns=columns))


def fields(plan: ActionPlan) -> dict[str, str]:
    """Each column's heading and what it was taken for."""
    return {
        column.heading.address + " " + column.heading.text: f"{column.field} {column.quarter or ''}".strip()
        for table in plan.tables
        for column in table.columns
    }


def texts(plan: ActionPlan) -> list[str]:
    return [action.text for action in plan.actions]


def test_titles_and_key_blocks_above_the_header() -> None:
    plan = read(
        sheet_from_text(
            """
            | Harbour action plan 2023/24 |            |        |       |
            | Owner                       | Jane Smith | Status | Draft |
            | Key                         | Completed  | In progress | On hold |

            | Ref | Action          | Owner      | Due      | Status      |
            | 1   | Repair the pier | AD Estates | Q2 23/24 | In progress |
            """
        )
    )
    assert plan.title == "Harbour action plan 2023/24"
    assert (texts(plan), plan.actions[0].row) == (["Repair the pier"], 6)
    assert fields(plan) == {
        "A5 Ref": "ref",
        "B5 Action": "action",
        "C5 Owner": "owner",
        "D5 Due": "timescale",
        "E5 Status": "status",
    }


def test_a_header_in_two_rows_with_merged_quarters() -> None:
    sheet = sheet_from_text(
        """
        | Ref | Action          | Lead officer | Quarter 1   |           | Quarter 2 |         |
        |     |                 |              | Status      | Comments  | Status    | Comments |
        | 1   | Repair the pier | AD Estates   | In progress | Timber in |           |         |
        """
    )
    merged = Sheet(sheet.name, sheet.rows, (Block(1, 4, 1, 5), Block(1, 6, 1, 7), Block(1, 1, 2, 1), Block(1, 2, 2, 2)))
    for shape in (merged, sheet):
        plan = read(shape, quarter=Q2)
        assert list(fields(plan).values()) == [
            "ref",
            "action",
            "owner",
            "status Q1 2023/24",
            "comment Q1 2023/24",
            "status Q2 2023/24",
            "comment Q2 2023/24",
        ]
        assert texts(plan) == ["Repair the pier"]
        assert plan.actions[0].update(Q1).comment == "Timber in"


def test_a_band_above_the_header_that_only_groups() -> None:
    plan = read(
        sheet_from_text(
            """
            | The task |                 | Responsible people |             | Dates |
            | Key      | Action          | Reporter           | Owner       | Due   |
            | 1        | Repair the pier | Ann Lee            | Bob Fenwick | Q2 23/24 |
            """
        )
    )
    assert [owner.name for owner in plan.actions[0].owners] == ["Bob Fenwick"]
    assert plan.actions[0].row == 3


def test_the_header_again_with_section_titles_between() -> None:
    plan = read(
        sheet_from_text(
            """
            | Harbour plan |
            | ESTATES |
            | Action          | Owner      | Status      |
            | Repair the pier | AD Estates | In progress |
            | ROADS |
            | Action          | Owner      | Status      |
            | Mend the bridge | AD Roads   | In progress |
            """
        )
    )
    assert [(action.theme, action.text) for action in plan.actions] == [
        ("Estates", "Repair the pier"),
        ("Roads", "Mend the bridge"),
    ]
    assert [skipped.why for skipped in plan.tables[0].skipped] == ["a section's title", "the header again"]


def test_titles_of_parts_after_blank_rows_are_not_apart_from_the_table() -> None:
    plan = read(
        sheet_from_text(
            """
            | Harbour plan |
            | Estates |
            | Ref | Finding            | Action          | Target date |
            | E1  | The pier leaks     | Repair the pier | 2026-09-30  |
            | E2  | The jetty is loose | Mend the jetty  | 2026-09-30  |
            | |
            | Roads (north) |
            | Ref | Finding            | Action          | Target date |
            | R1  | The bridge is worn | Mend the bridge | 2026-12-31  |
            | |
            | Seen by the board |
            """
        )
    )
    assert [(action.theme, action.text) for action in plan.actions] == [
        ("Estates", "Repair the pier"),
        ("Estates", "Mend the jetty"),
        ("Roads (north)", "Mend the bridge"),
    ]
    assert [(skipped.cells[0].row, skipped.why) for skipped in plan.tables[0].skipped] == [
        (7, "a section's title"),
        (8, "the header again"),
        (11, "apart from the table"),
    ]


@pytest.mark.parametrize(
    "alone",
    [
        "| Bo Lee to chase the depot by June 2027 |",
        "| Part two: publish the lettings policy |",
        "| | | Bo Lee |",
    ],
)
def test_what_may_be_an_action_or_an_owner_after_a_blank_row_is_no_title(alone: str) -> None:
    plan = plan_from_text(
        f"""
        | Ref | Action          | Owner | Target date |
        | E1  | Repair the pier | Ann   | 2026-09-30  |
        | E2  | Mend the jetty  | Ann   | 2026-09-30  |
        | |
        {alone}
        | Ref | Action          | Owner | Target date |
        | R1  | Mend the bridge | Ann   | 2026-12-31  |
        """
    )
    assert [action.theme for action in plan.actions] == ["", "", ""]
    assert [(skipped.cells[0].row, skipped.why) for skipped in plan.tables[0].skipped] == [
        (5, "apart from the table"),
        (6, "the header again"),
    ]


def test_the_header_on_every_page_and_blank_page_breaks_do_not_stop_what_carries_down() -> None:
    plan = read(
        sheet_from_text(
            """
            | Theme  | Owner      | Action          | Status      |
            | Harbour | AD Estates | Repair the pier | In progress |

            | Theme  | Owner      | Action          | Status      |
            |        |            | Light the pier  | In progress |
            | Roads  |            | Mend the bridge | In progress |
            """
        )
    )
    assert [(action.theme, [owner.name for owner in action.owners]) for action in plan.actions] == [
        ("Harbour", ["AD Estates"]),
        ("Harbour", ["AD Estates"]),
        ("Roads", []),
    ]


def test_where_each_row_says_its_theme_a_blank_owner_is_missing() -> None:
    plan = read(
        sheet_from_text(
            """
            | Theme   | Recommendation | Owner      | Action          | Status      |
            | Harbour | Keep it safe   | AD Estates | Repair the pier | In progress |
            | Harbour |                |            | Light the pier  | In progress |
            """
        )
    )
    assert [(action.recommendation, len(action.owners)) for action in plan.actions] == [
        ("Keep it safe", 1),
        ("Keep it safe", 0),
    ]


def test_as_above_is_what_stands_above() -> None:
    plan = read(
        sheet_from_text(
            """
            | Theme   | Recommendation | Owner      | Action          | Status      |
            | Harbour | Keep it safe   | AD Estates | Repair the pier | In progress |
            | Harbour | As above       | Ditto      | Light the pier  | In progress |
            | Harbour | As above.      | "          | Paint the pier  | In progress |
            """
        )
    )
    said = [(action.recommendation, [owner.name for owner in action.owners]) for action in plan.actions]
    assert said == [("Keep it safe", ["AD Estates"])] * 3


def test_without_a_theme_a_blank_owner_is_missing() -> None:
    plan = read(
        sheet_from_text(
            """
            | Ref | Owner      | Action          | Status      |
            | 1   | AD Estates | Repair the pier | In progress |
            | 2   |            | Light the pier  | In progress |
            """
        )
    )
    assert [len(action.owners) for action in plan.actions] == [1, 0]


def test_merged_cells_say_the_same_in_each_row() -> None:
    sheet = sheet_from_text(
        """
        | Ref | Action          | Owner      | Due      | Status      |
        | 1   | Repair the pier | AD Estates | Q2 23/24 | In progress |
        | 2   | Light the pier  |            |          |             |
        """
    )
    plan = read(Sheet(sheet.name, sheet.rows, (Block(2, 3, 3, 3), Block(2, 4, 3, 4), Block(2, 5, 3, 5))))
    second = plan.actions[1]
    assert ([owner.name for owner in second.owners], second.timescale.text) == (["AD Estates"], "Q2 23/24")
    owner, status = second.cell(Field.OWNER), second.updates[0].status_cell
    assert owner is not None
    assert status is not None
    assert (owner.address, status.address) == ("C2", "E2")


def test_several_quarters_side_by_side() -> None:
    plan = read(
        sheet_from_text(
            """
            | Plan 2023/24 |
            | Action          | Owner      | Quarter 1 update | Comments  | Quarter 2 update | Comments | Q3 update | Q3 comments |
            | Repair the pier | AD Estates | In progress      | Timber in | Completed        | Reopened |           |             |
            """
        ),
        quarter=Q3,
    )
    assert list(fields(plan).values())[2:] == [
        "status Q1 2023/24",
        "comment Q1 2023/24",
        "status Q2 2023/24",
        "comment Q2 2023/24",
        "status Q3 2023/24",
        "comment Q3 2023/24",
    ]
    assert [update.comment for update in plan.actions[0].updates] == ["Timber in", "Reopened", ""]


def test_a_quarter_without_a_year_is_the_latest_not_after_the_reporting_one() -> None:
    sheet = sheet_from_text(
        """
        | Action          | Owner      | Q4 update   | Comments  | Q1 update   | Comments |
        | Repair the pier | AD Estates | In progress | Timber in | In progress | Built    |
        """
    )
    assert [str(quarter) for quarter in read(sheet, quarter=Q1).quarters] == ["Q4 2022/23", "Q1 2023/24"]
    assert read(sheet).quarters == ()


def test_updates_that_are_comments_and_one_status() -> None:
    plan = read(
        sheet_from_text(
            """
            | Action          | Owner      | Status      | Q1 2023/24 update                    | Q2 2023/24 update                     |
            | Repair the pier | AD Estates | In progress | Timber was ordered and is on its way | The timber arrived and work has begun |
            """
        ),
        quarter=Q2,
    )
    update = plan.actions[0].update(Q2)
    assert (update.status_text, update.comment) == ("In progress", "The timber arrived and work has begun")


def test_numbered_empty_rows_and_a_used_range_far_out() -> None:
    rows: list[tuple[Value, ...]] = [("No", "Action", "Owner", "Status")]
    rows += [(1.0, "Repair the pier", "AD Estates", "In progress")]
    rows += [(float(number), *(None,) * 25) for number in range(2, 1000)]
    plan = read(Sheet("Plan", tuple(rows)))
    assert [(action.ref, action.text) for action in plan.actions] == [("1", "Repair the pier")]
    assert plan.faults == ()


def test_two_columns_that_could_be_the_status() -> None:
    sheet = sheet_from_text(
        """
        | Action          | Owner      | Status      | Comments | RAG   |
        | Repair the pier | AD Estates | In progress | Timber   | Green |
        """
    )
    plan = read(sheet)
    assert [(fault.code, fault.addresses) for fault in plan.faults] == [("column-ambiguous", ("C1", "E1"))]
    assert "--column status=C" in plan.faults[0].message
    assert plan.actions[0].updates[0].status_text == "In progress"
    settled = read(sheet, status=5)
    assert (settled.faults, settled.actions[0].updates[0].status_text) == ((), "Green")


def test_a_table_that_starts_in_column_b() -> None:
    plan = read(
        sheet_from_text(
            """
            |  |     |                 |            |             |
            |  | Ref | Action          | Owner      | Status      |
            |  | 1   | Repair the pier | AD Estates | In progress |
            """
        )
    )
    assert fields(plan) == {"B2 Ref": "ref", "C2 Action": "action", "D2 Owner": "owner", "E2 Status": "status"}


PART = """
| Action | Owner      | Status      |
| {0}    | AD Estates | In progress |
"""


def test_sheets_of_the_same_columns_are_parts_of_one_plan() -> None:
    plan = read(
        sheet_from_text(PART.format("Repair the pier"), "Harbour"),
        sheet_from_text(PART.format("Mend the bridge"), "Roads"),
    )
    assert [(action.sheet, action.text) for action in plan.actions] == [
        ("Harbour", "Repair the pier"),
        ("Roads", "Mend the bridge"),
    ]
    only = read(
        sheet_from_text(PART.format("Repair the pier"), "Harbour"),
        sheet_from_text(PART.format("x y"), "Old"),
        quarter=Q1,
    )
    assert len(only.actions) == 2


def test_copies_of_a_plan_a_sheet_a_quarter() -> None:
    sheets = [sheet_from_text(PART.format("Repair the pier"), f"Q{number} 2023-24") for number in (1, 2, 3)]
    plan = read(*sheets, quarter=Q2)
    assert [action.sheet for action in plan.actions] == ["Q2 2023-24"]
    assert plan.faults == ()
    assert [action.sheet for action in read(*sheets).actions] == ["Q3 2023-24"]


def test_a_hidden_sheet_is_read_only_by_name() -> None:
    hidden = Sheet("Old", sheet_from_text(PART.format("Repair the pier")).rows, is_hidden=True)
    seen = sheet_from_text(PART.format("Mend the bridge"), "Plan")
    assert texts(read(hidden, seen)) == ["Mend the bridge"]
    asked = plan_from_sheets([hidden, seen], Request("tracker.xlsx", sheets=("old",)))
    assert texts(asked) == ["Repair the pier"]


def test_footnote_marks_in_headings() -> None:
    plan = read(
        sheet_from_text(
            """
            | No.[i] | Action* | Timetable[iv] | Lead(1) | Status²     |
            | 1      | Repair  | Q2 23/24      | AD Estates | In progress |
            """
        )
    )
    assert list(fields(plan).values()) == ["ref", "action", "timescale", "owner", "status"]


def test_action_can_head_the_owner() -> None:
    plan = read(
        sheet_from_text(
            """
            | Item | Recommendation                        | Action      | By when  |
            | 1    | The pier should be repaired by winter | Ann Lee     | Q2 23/24 |
            | 2    | The bridge should be mended           | Bob Fenwick | Q3 23/24 |
            """
        )
    )
    assert list(fields(plan).values()) == ["ref", "action", "owner", "timescale"]
    assert [owner.name for owner in plan.actions[1].owners] == ["Bob Fenwick"]


@pytest.mark.parametrize(
    ("headings", "column"),
    [
        ("Issue | Task", "B"),
        ("Description | Milestone", "B"),
        ("Risk | Mitigation", "B"),
        ("Risk | Control", "B"),
        ("Issue | Resolution", "B"),
        ("Task | Milestone", "A"),
        ("Finding | Recommendation", "B"),
        ("Risk | Issue", "B"),
        ("Summary | Description", "A"),
    ],
)
def test_which_column_holds_the_actions_where_none_is_headed_so(headings: str, column: str) -> None:
    sheet = sheet_from_text(
        f"| {headings} | Owner | Status |\n| Repair the old pier at once | Some words | AD Estates | In progress |"
    )
    table = read(sheet).tables[0]
    action = table.first_of(Field.ACTION)
    assert action is not None
    assert action.heading.address == f"{column}1"


def test_refs_stay_as_they_are_written() -> None:
    rows: tuple[tuple[Value, ...], ...] = (
        ("Ref", "Action", "Owner", "Status"),
        (1.0, "Repair the pier", "AD Estates", "In progress"),
        ("01.01", "Light the pier", "AD Estates", "In progress"),
        (2.5, "Paint the pier", "AD Estates", "In progress"),
    )
    assert [action.ref for action in read(Sheet("Plan", rows)).actions] == ["1", "01.01", "2.5"]


def test_rows_that_are_no_actions() -> None:
    plan = read(
        sheet_from_text(
            """
            | Ref | Action          | Owner      | Due      | Status      |
            | 1   | Repair the pier | AD Estates | Q2 23/24 | In progress |
            | 2   |                 |            |          |             |
            |     | 47              |            |          |             |
            |     |                 | AD Roads   |          |             |
            |     |                 |            |          | In progress |
            | Agreed by the board on 3 May |   |            |          |             |
            """
        )
    )
    assert texts(plan) == ["Repair the pier"]
    assert [(fault.code, fault.addresses) for fault in plan.faults] == [
        ("row-without-action", ("C5",)),
        ("row-without-action", ("E6",)),
    ]


def test_original_and_revised_dates() -> None:
    plan = read(
        sheet_from_text(
            """
            | Action          | Owner      | Target date | Revised date | Status      |
            | Repair the pier | AD Estates | Q1 23/24    | Q3 23/24     | In progress |
            | Light the pier  | AD Estates | Q1 23/24    |              | In progress |
            """
        )
    )
    assert [str(action.timescale.due) for action in plan.actions] == ["Q3 2023/24", "Q1 2023/24"]
    assert [str(action.original_timescale.due) for action in plan.actions if action.original_timescale] == [
        "Q1 2023/24"
    ] * 2


def test_priorities_that_are_levels_are_no_theme() -> None:
    plan = read(
        sheet_from_text(
            """
            | Priority | Action          | Owner      | Status      |
            | High     | Repair the pier | AD Estates | In progress |
            | Low      | Light the pier  | AD Estates | In progress |
            """
        )
    )
    assert [action.theme for action in plan.actions] == ["", ""]
    assert [(heading.text, cell.text) for heading, cell in plan.actions[0].extras] == [("Priority", "High")]


@pytest.mark.parametrize("text", ["| Hello |", "| one | two |\n| three | four |", "| Owner |\n| Ann |"])
def test_no_plan_at_all(text: str) -> None:
    with pytest.raises(NoTrackerError, match="no sheet has a row of headings that make a plan"):
        read(sheet_from_text(text))


def test_a_header_alone_is_a_plan_without_actions() -> None:
    assert read(sheet_from_text("| Id | Risk | Probability | Impact |")).actions == ()


def updates(plan: ActionPlan) -> list[tuple[str, str, str]]:
    return [(str(u.quarter), u.status_text, u.comment) for action in plan.actions for u in action.updates]


def test_what_was_said_before_is_not_said_now() -> None:
    plan = read(
        sheet_from_text(
            """
            | Plan Q2 2023/24 |
            | Action | Owner      | Previous RAG | Previous update | Current RAG | Latest update    |
            | Repair | AD Estates | Completed    | Timber in       | In progress | It leaks again   |
            """
        )
    )
    assert updates(plan) == [
        ("Q1 2023/24", "Completed", "Timber in"),
        ("Q2 2023/24", "In progress", "It leaks again"),
    ]


def test_the_later_month_of_a_quarter_counts() -> None:
    plan = read(
        sheet_from_text(
            """
            | Plan Q2 2023/24 |
            | Action | Owner      | RAG July 2023 | RAG September 2023 | Update July 2023        | Update September 2023 |
            | Repair | AD Estates | In progress   | Completed          | Timber is on its way in | The pier is open now  |
            """
        )
    )
    assert updates(plan) == [("Q2 2023/24", "Completed", "The pier is open now")]
    assert plan.faults == ()
    assert fields(plan)["C2 RAG July 2023"] == "earlier status"
    assert fields(plan)["E2 Update July 2023"] == "earlier comment"


def test_an_earlier_month_counts_where_the_later_is_blank_and_takes_no_answer() -> None:
    plan = read(
        sheet_from_text(
            """
            | Plan Q4 2023/24 |
            | Action | Owner      | RAG Jan     | RAG Feb   | RAG Mar | Update Jan       | Update Feb              | Update Mar |
            | Repair | AD Estates | In progress | Completed |         | Timber was asked | The pier is open again  |            |
            | Paint  | AD Estates | In progress |           |         |                  |                         | Begun      |
            """
        )
    )
    assert updates(plan) == [
        ("Q4 2023/24", "Completed", "The pier is open again"),
        ("Q4 2023/24", "In progress", "Begun"),
    ]
    quarter = FiscalQuarter(2023, 4)
    targets = [find_target(plan, plan.actions[0], field, quarter) for field in (STATUS, COMMENT)]
    assert [cell and (cell.address, cell.text) for cell in targets] == [("E3", ""), ("H3", "")]


def test_years_over_quarters() -> None:
    sheet = sheet_from_text(
        """
        | Action | Owner      | 2022/23   |           | 2023/24   |           |
        |        |            | Q1 status | Q2 status | Q1 status | Q2 status |
        | Repair | AD Estates | A         | B         | A         | B         |
        """
    )
    plan = read(Sheet(sheet.name, sheet.rows, (Block(1, 3, 1, 4), Block(1, 5, 1, 6))), quarter=Q2)
    assert [str(quarter) for quarter in plan.quarters] == ["Q1 2022/23", "Q2 2022/23", "Q1 2023/24", "Q2 2023/24"]


def test_a_heading_that_excel_made_a_date() -> None:
    rows: tuple[tuple[Value, ...], ...] = (
        ("Action", "Owner", date(2023, 6, 1)),
        ("Repair", "AD Estates", "Timber is on its way and will be here in May"),
    )
    assert updates(read(Sheet("Plan", rows))) == [("Q1 2023/24", "", "Timber is on its way and will be here in May")]


def test_two_tables_on_one_sheet() -> None:
    plan = read(
        sheet_from_text(
            """
            | Action          | Owner      | Due      | Status      |
            | Repair the pier | AD Estates | Q2 23/24 | In progress |

            | Theme | Action          | Lead     | Due      | Status      |
            | Roads | Mend the bridge | AD Roads | Q3 23/24 | In progress |
            """
        )
    )
    assert [(action.theme, action.text, action.owners[0].name) for action in plan.actions] == [
        ("", "Repair the pier", "AD Estates"),
        ("Roads", "Mend the bridge", "AD Roads"),
    ]


def test_the_title_on_each_page_does_not_stop_what_carries_down() -> None:
    plan = read(
        sheet_from_text(
            """
            | Plan Q2 2023/24 |
            | Theme   | Owner      | Action          | Status      |
            | Harbour | AD Estates | Repair the pier | In progress |
            | Plan Q2 2023/24 |
            | Theme   | Owner      | Action          | Status      |
            |         |            | Light the pier  | In progress |
            """
        )
    )
    assert [(action.theme, len(action.owners)) for action in plan.actions] == [("Harbour", 1), ("Harbour", 1)]


def test_an_action_over_two_columns_is_an_action() -> None:
    sheet = sheet_from_text(
        """
        | Theme   | Action          | Detail | Owner      | Due      | Status      |
        | Harbour | Repair the pier |        |            |          |             |
        """
    )
    assert texts(read(Sheet(sheet.name, sheet.rows, (Block(2, 2, 2, 3),)))) == ["Repair the pier"]


def test_an_action_over_several_rows_is_one_in_each_with_an_owner() -> None:
    sheet = sheet_from_text(
        """
        | Ref | Action          | Owner      | Due      | Status      |
        | 1   | Repair the pier | AD Estates | Q2 23/24 | In progress |
        |     |                 | AD Roads   | Q3 23/24 | Not started |
        """
    )
    plan = read(Sheet(sheet.name, sheet.rows, (Block(2, 1, 3, 1), Block(2, 2, 3, 2))))
    assert [(a.row, a.ref, a.text, a.owners[0].name) for a in plan.actions] == [
        (2, "1", "Repair the pier", "AD Estates"),
        (3, "1", "Repair the pier", "AD Roads"),
    ]


def test_what_stands_beneath_the_table_is_no_action() -> None:
    plan = read(
        sheet_from_text(
            """
            | Action            | Owner      | Due      | Status      |
            | Repair the pier   | AD Estates | Q2 23/24 | In progress |
            | Total place review | AD Estates | Q2 23/24 | In progress |

            | Total actions: 2  |
            | Key               | Meaning    |
            | Red               | Off track  |
            | Signed off by     | J Bloggs   | 01/10/2024 |
            """
        )
    )
    assert texts(plan) == ["Repair the pier", "Total place review"]


def test_sheets_of_the_same_fields_are_parts_of_one_plan() -> None:
    roads = sheet_from_text(
        "| Action | Lead     | Timescale | Status      |\n| Mend   | AD Roads | Q3 23/24  | In progress |", "Roads"
    )
    pier = sheet_from_text(
        "| Action | Owner      | Due date | Status      |\n| Repair | AD Estates | Q3 23/24 | In progress |", "Pier"
    )
    assert texts(read(roads, pier)) == ["Mend", "Repair"]


def test_quarterly_tabs_under_one_title() -> None:
    tab = "| Peer review action plan |\n| Action | Owner      | Status      |\n| Repair | AD Estates | {0} |"
    sheets = [
        sheet_from_text(tab.format(status), name) for name, status in (("Q1", "In progress"), ("Q2", "Completed"))
    ]
    plan = read(*sheets, quarter=Q2)
    assert [(action.sheet, action.updates[0].status_text) for action in plan.actions] == [("Q2", "Completed")]


def test_quarters_whose_year_nobody_says_stay_apart() -> None:
    plan = read(
        sheet_from_text(
            """
            | Action | Owner      | Q1 status   | Q1 comments | Q2 status | Q2 comments |
            | Repair | AD Estates | In progress | Timber in   | Completed | Reopened    |
            """
        )
    )
    assert updates(plan) == [("None", "In progress", "Timber in"), ("None", "Completed", "Reopened")]
    assert not plan.actions[0].is_open(None)


def test_a_revised_date_that_says_nothing_leaves_the_original() -> None:
    plan = read(
        sheet_from_text(
            """
            | Action | Owner      | Due date | Revised date | Status      |
            | Repair | AD Estates | Q1 23/24 | N/A          | In progress |
            """
        )
    )
    assert str(plan.actions[0].timescale.due) == "Q1 2023/24"


def test_the_quarter_in_a_line_under_the_title() -> None:
    plan = read(
        sheet_from_text(
            """
            | ANYTOWN BOROUGH COUNCIL |
            | Peer challenge action plan |
            | Quarter 2 2023/24 |
            | Action | Owner      | Status      |
            | Repair | AD Estates | In progress |
            """
        )
    )
    assert (plan.title, plan.name, plan.quarter) == ("Peer challenge action plan", "Peer challenge action plan", Q2)


def test_columns_settled_by_hand() -> None:
    sheet = sheet_from_text(
        """
        | Place           | Action          | Who        |             |
        | The harbour's old pier | Repair the pier | AD Estates | In progress |
        """
    )
    plan = read(sheet, status=4)
    assert plan.actions[0].updates[0].status_text == "In progress"
    assert texts(read(sheet, owner=2, action=1)) == ["The harbour's old pier"]


def test_an_empty_update_column_does_not_take_the_place_of_the_status() -> None:
    plan = read(
        sheet_from_text(
            """
            | Plan Q2 2023/24 |
            | Ref | Action      | Owner | Due      | Status      | Q2 update |
            | 1   | Build homes | AD H  | Q4 23/24 | In progress |           |
            """
        )
    )
    assert updates(plan) == [("Q2 2023/24", "In progress", "")]


def test_the_row_right_above_a_second_table_is_an_action() -> None:
    plan = read(
        sheet_from_text(
            """
            | Theme | Ref | Action   | Owner | Due date | Status      | Comments |
            | Roads | 1   | Do one   | AD R  | Q3 23/24 | In progress | x        |
            | Theme | Ref | Actions  | Lead  | Due      | RAG         | Comment  |
            | Roads | 2   | Do two   | AD R  | Q3 23/24 | In progress | y        |
            """
        )
    )
    assert texts(plan) == ["Do one", "Do two"]


def test_a_lone_action_above_the_header_again_is_an_action() -> None:
    plan = read(
        sheet_from_text(
            """
            | Theme   | Action            | Owner | Status      |
            | Housing | Build             | AD H  | In progress |
            |         | Let the homes out |       |             |
            | Theme   | Action            | Owner | Status      |
            |         | Sell              |       | In progress |
            """
        )
    )
    assert [(a.theme, a.text, [o.name for o in a.owners]) for a in plan.actions] == [
        ("Housing", "Build", ["AD H"]),
        ("Housing", "Let the homes out", ["AD H"]),
        ("Housing", "Sell", ["AD H"]),
    ]


@pytest.mark.parametrize("page", ["Page 2", "Page 2 of 4", "Plan Q2 2023/24 – page 2", "Plan Q2 2023/24 (continued)"])
def test_what_a_page_adds_to_its_title(page: str) -> None:
    text = "| Plan Q2 2023/24 |\n| Theme | Action | Owner | Status |\n| Housing | Build | AD H | On hold |\n"
    plan = read(sheet_from_text(text + f"| {page} |\n| Theme | Action | Owner | Status |\n| | Sell | | On hold |"))
    assert [(action.theme, len(action.owners)) for action in plan.actions] == [("Housing", 1), ("Housing", 1)]


def test_lists_for_drop_downs_are_no_trackers() -> None:
    plan = sheet_from_text("| Action | Owner | Due | Status |\n| Build | AD H | Q4 23/24 | On hold |")
    lists = sheet_from_text(
        "| Priority | Status | Owner |\n| High | Completed | AD H |\n| Medium | On hold | AD R |", "Lists"
    )
    assert read(plan, lists).faults == ()


def test_status_words_beat_colours() -> None:
    plan = read(
        sheet_from_text(
            """
            | Action | Owner | Due      | RAG   | Status    | Comments |
            | Let    | AD H  | Q1 23/24 | Green | Completed | x        |
            """
        )
    )
    assert plan.actions[0].updates[0].status_text == "Completed"


def test_a_second_answer_for_a_quarter_is_kept_as_an_extra() -> None:
    """The column that names the quarter is its answer, and what the others say is not lost."""
    plan = plan_from_text(
        """
        | Peer review action plan - Q3 2023/24 |
        | Action | Owner | Timescale | Previous update | Q2 update | Overall status | Q3 status |
        | Mend   | A. B. | Q4 23/24  | Completed       | Ongoing   | Green          | On hold   |
        """
    )
    (action,) = plan.actions
    assert [(str(update.quarter), update.status_text) for update in action.updates] == [
        ("Q2 2023/24", "Ongoing"),
        ("Q3 2023/24", "On hold"),
    ]
    assert [(heading.text, cell.text) for heading, cell in action.extras] == [
        ("Previous update", "Completed"),
        ("Overall status", "Green"),
    ]


def test_a_column_of_themes_that_is_empty_states_none() -> None:
    """A blank owner goes on with the one above only where themes are merged or left blank in a group."""
    plan = plan_from_text(
        """
        | Ref | Theme | Recommendation | Action | Owner | Timescale |
        | 1   |       |                | Mend   | A. B. | Q4 23/24  |
        | 2   |       |                | Light  |       | Q4 23/24  |
        """
    )
    assert [[owner.name for owner in action.owners] for action in plan.actions] == [["A. B."], []]


def test_of_two_columns_of_refs_the_one_that_names_each_action() -> None:
    plan = plan_from_text(
        """
        | Rec no | Recommendation | Action ref | Action | Owner | Timescale |
        | 1      | Keep it open   | 1a         | Mend   | A. B. | Q4 23/24  |
        |        |                | 1b         | Light  | A. B. | Q4 23/24  |
        | 2      | Widen it       | 2a         | Build  | A. B. | Q4 23/24  |
        """
    )
    assert [action.ref for action in plan.actions] == ["1a", "1b", "2a"]
    assert [fault.code for fault in plan.faults] == ["column-ambiguous"]


def test_a_numbered_theme_alone_in_the_column_of_actions_is_a_title() -> None:
    plan = plan_from_text(
        """
        | Action                     | Lead  | By when    |
        | Priority 1: Fair jobs      |       |            |
        | Train the managers         | AD HR | 2026-03-31 |
        | Theme B – Homes            |       |            |
        | Repair the oldest houses   | AD H  | 2026-06-30 |
        | Area for improvement 3: Care |    |            |
        | Visit each home in a month | AD C  | 2026-09-30 |
        | Priority 3 roads get signs |       |            |
        """
    )

    assert [action.text for action in plan.actions] == [
        "Train the managers",
        "Repair the oldest houses",
        "Visit each home in a month",
        "Priority 3 roads get signs",
    ]
    assert [action.theme for action in plan.actions] == [
        "Priority 1: Fair jobs",
        "Theme B – Homes",
        "Area for improvement 3: Care",
        "Area for improvement 3: Care",
    ]
    assert [skipped.why for skipped in plan.tables[0].skipped] == ["a section's title"] * 3


def test_a_table_of_risks_over_one_of_issues_is_read_with_it() -> None:
    plan = read(
        sheet_from_text(
            """
            | Ref | Description           | Impact | Likelihood | Mitigation       | Owner | Status |
            | R1  | Timber runs out       | High   | Low        | Order the timber | Ann   | Open   |
            | R2  | Lamps break in storms | High   | Low        | Buy spare lamps  | Bo    | Closed |
            |     |                       |        |            |                  |       |        |
            | Ref | Description           | Impact | Priority   | Action           | Owner | Status |
            | I1  | The pier leaks        | High   | Low        | Mend the pier    | Ann   | Open   |
            """
        )
    )
    assert [(action.ref, action.text) for action in plan.actions] == [
        ("R1", "Order the timber"),
        ("R2", "Buy spare lamps"),
        ("I1", "Mend the pier"),
    ]


@pytest.mark.parametrize("refs", [("1", "2", "3"), ("R1", "R2", "R3")])
def test_refs_under_no_heading_are_refs_beside_titles_of_parts(refs: tuple[str, ...]) -> None:
    rows = "".join(f"| {ref} | Mend it for {ref} | Ann |\n" for ref in refs)
    plan = read(sheet_from_text(f"| | Action | Owner |\n| The old harbour | | |\n{rows}"))
    assert [action.ref for action in plan.actions] == list(refs)
    assert {action.theme for action in plan.actions} == {"The old harbour"}


def test_refs_before_an_empty_column_are_those_of_the_table() -> None:
    plan = read(sheet_from_text("| Item | | Action | Owner |\n| 1 | | Mend | Ann |\n| 2 | | Paint | Bo |"))
    assert [(action.ref, action.text) for action in plan.actions] == [("1", "Mend"), ("2", "Paint")]


@pytest.mark.parametrize(
    ("first", "themes"),
    [
        ("| Objective 1 – Safer streets |", ["Objective 1 – Safer streets", "Objective 2 – Greener parks"]),
        ("| Harbour plan |", ["", "Objective 2 – Greener parks"]),
        ("| Harbour plan |\n| Safer streets |", ["Safer streets", "Objective 2 – Greener parks"]),
    ],
)
def test_the_title_of_the_first_part_stands_above_the_headings(first: str, themes: list[str]) -> None:
    table = """
| Action          | Owner      | Status      |
| Repair the pier | AD Estates | In progress |

| Objective 2 – Greener parks |
| Action          | Owner      | Status      |
| Mend the bridge | AD Roads   | In progress |
"""
    assert [action.theme for action in read(sheet_from_text(first + table)).actions] == themes


def test_a_title_above_the_only_headings_is_the_theme_where_it_is_numbered() -> None:
    text = """
        | Priority 1: Reading |
        | Action          | Owner      | Status      |
        | Repair the pier | AD Estates | In progress |
        """
    assert read(sheet_from_text(text)).actions[0].theme == "Priority 1: Reading"
    assert not read(sheet_from_text(text.replace("1: Reading", "plan"))).actions[0].theme


SUB_ACTIONS = """
    | Action          | Sub-action         | Owner     | Due      | Status      |
    | Repair the pier | Order the timber   | Ann Field | Q4 23/24 | In progress |
    |                 | Lay the new boards | Bo Lane   | Q4 23/24 | Not started |
    | Light the quay  | Buy the lamps      | Ann Field | Q4 23/24 | In progress |
    |                 | Hang the lamps     | Bo Lane   | Q4 23/24 | Not started |
    | Sell the shop   |                    | Cy Moss   | Q4 23/24 | Not started |
    """


@pytest.mark.parametrize("heading", ["Sub-action", "Task", "Key steps", "Sub-actions / tasks"])
def test_parts_of_actions_that_have_an_owner_of_their_own_are_the_actions(heading: str) -> None:
    plan = read(sheet_from_text(SUB_ACTIONS.replace("Sub-action", heading)))
    assert [(action.recommendation, action.text, action.owners[0].name) for action in plan.actions] == [
        ("Repair the pier", "Order the timber", "Ann Field"),
        ("Repair the pier", "Lay the new boards", "Bo Lane"),
        ("Light the quay", "Buy the lamps", "Ann Field"),
        ("Light the quay", "Hang the lamps", "Bo Lane"),
        ("Sell the shop", "Sell the shop", "Cy Moss"),
    ]


def test_parts_of_actions_that_nobody_answers_for_are_none() -> None:
    lone = re.sub(r"(Lay the new boards|Hang the lamps) .*", r"\1 | | | |", SUB_ACTIONS)
    plan = read(sheet_from_text(lone))
    assert texts(plan) == ["Repair the pier", "Light the quay", "Sell the shop"]


def test_tables_one_beneath_the_other_have_each_their_own_headings_and_title() -> None:
    plan = read(
        sheet_from_text(
            """
            | Theme 1: Place |
            |                |
            | Action         | Lead         | Timescale  | Status      |
            | Mend the pier  | Ann Lee      | Q1 23/24   | In progress |
            | Light the quay | Bo Field     | Q2 23/24   | Completed   |
            |                |
            | Theme 2: People |
            |                |
            | Action         | Lead officer | Timescales | Status      |
            | Train the crew | Ann Lee      | Q1 23/24   | In progress |
            """
        )
    )
    assert [(action.theme, action.text) for action in plan.actions] == [
        ("Theme 1: Place", "Mend the pier"),
        ("Theme 1: Place", "Light the quay"),
        ("Theme 2: People", "Train the crew"),
    ]
    assert plan.faults == ()


DONE_AND_OPEN = """
| Done |
| Ref | Action        | Owner   | Date completed |
| 1   | Mend the pier | Ann Lee | 31/03/2023     |
| 2   | Sell the boat | Ann Lee | 30/04/2023     |
|     | and its oars  |         |                |
|     |               |         |                |
| Still open |
| Ref | Task           | Lead     | Deadline | Status      |
| 3   | Light the quay | Bo Field | Q2 23/24 | In progress |
"""


def test_words_right_beneath_a_table_are_its_own_and_a_title_after_a_blank_row_the_next_ones() -> None:
    plan = read(sheet_from_text(DONE_AND_OPEN))
    assert texts(plan) == ["Mend the pier", "Sell the boat", "and its oars", "Light the quay"]
    assert plan.faults == ()


def test_a_table_of_another_subject_on_the_same_sheet_is_named_with_its_rows() -> None:
    sheet = sheet_from_text(
        """
        | Ref | Action         | Owner    | Due      | Status      |
        | 1   | Mend the pier  | Ann Lee  | Q1 23/24 | In progress |
        | 2   | Light the quay | Bo Field | Q2 23/24 | Completed   |
        |     |                |          |          |             |
        | ID  | Risk           | Deadline | State       | Manager |
        | R1  | Rust in it     | Q1 23/24 | In progress | Ann Lee |
        | R2  | Rain in it     | Q1 23/24 | In progress | Ann Lee |
        """
    )
    plan = read(sheet)
    assert texts(plan) == ["Mend the pier", "Light the quay"]
    assert [(fault.code, fault.severity, fault.place, fault.message) for fault in plan.faults] == [
        (
            "table-not-read",
            Severity.WARNING,
            "Plan!B6,B7",
            "2 rows from 6 to 7 stand in a table apart and were not read, as it lists risks, and the plan lists actions; "
            'to read it too, name it with --sheet "Plan", or read every tracker with --all-sheets.',
        )
    ]
    named = plan_from_sheets([sheet], Request("tracker.xlsx", sheets=("Plan",)))
    assert texts(named) == ["Mend the pier", "Light the quay", "Rust in it", "Rain in it"]
    assert [fault.code for fault in named.faults] == ["action-is-risk"]


def test_a_target_to_be_reached_is_no_timescale_beside_a_column_of_times() -> None:
    plan = plan_from_text(
        """
        | Action          | Target                           | Owner    | By when       | Status      |
        | Mend the pier   | Nobody slips on the pier         | AD Coast | 31 March 2027 | In progress |
        | Light the quay  | All see where the boats are kept | AD Roads | June 2027     | In progress |
        """
    )
    assert list(fields(plan).values()) == ["action", "extra", "owner", "timescale", "status"]


def test_headings_over_guidance_go_before_the_lines_above_them() -> None:
    headings = (
        "Report recommendations\nRecommendation as stated in the harbour report.",
        "Planned action\nSay what the office will do to address the recommendation.",
        "Expected completion date\nGive a date for each part.",
        "Responsibility\nName the post that will do it.",
    )
    rows: tuple[tuple[Value, ...], ...] = (
        ("Harbour office:", "Office for Piers and Quays", None, None),
        ("Date the report was presented to the committee:", date(2026, 2, 26), None, None),
        (None, None, None, None),
        headings,
        ("1. Look after the piers.", "Mend the pier", date(2026, 10, 31), "AD Coast"),
        (None, "Light the quay", date(2027, 3, 31), "AD Roads"),
    )
    plan = read(Sheet("Sheet1", rows))
    assert list(fields(plan).values()) == ["recommendation", "action", "timescale", "owner"]
    assert texts(plan) == ["Mend the pier", "Light the quay"]
