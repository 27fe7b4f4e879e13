"""Which columns of updates say how far each has come, which tell of it, and which say where a plan begins."""

from __future__ import annotations

import pytest

from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.conftest import plan_from_text
from tests.reading.tables import fields, kept, typed

TOLD = """
| Action | Lead | By when | {} |
| Mend the pier | Harbour Master | May 2026 | Complete: mended on 3 May |
| Light the quay | Harbour Master | June 2026 | Ongoing: six of nine lamps |
| Mark the berths | Clerk | July 2026 | Not started |
"""


@pytest.mark.parametrize("heading", ["Outcome", "Result"])
def test_an_outcome_that_begins_with_a_status_is_one(heading: str) -> None:
    plan = plan_from_text(TOLD.format(heading))
    assert fields(plan) == "A action · B owner · C timescale · D status"
    statuses = [action.updates[-1].status for action in plan.actions]
    assert [status.word if status else None for status in statuses] == ["Completed", "Ongoing", "Not started"]


@pytest.mark.parametrize("heading", ["Comments", "Action taken"])
def test_comments_that_begin_with_a_status_are_comments(heading: str) -> None:
    assert fields(plan_from_text(TOLD.format(heading))) == "A action · B owner · C timescale · D comment"


def test_an_outcome_beside_a_status_tells_of_it() -> None:
    plan = plan_from_text(
        """
        | Action | Lead | Status | Outcome |
        | Mend the pier | Harbour Master | Closed | Complete. Opened on 3 May |
        | Light the quay | Harbour Master | Open | Ongoing: six of nine lamps |
        | Mark the berths | Clerk | Open | Ongoing: paint is ordered |
        """
    )
    assert fields(plan) == "A action · B owner · C status · D comment"


def test_progress_at_several_times_is_of_one_kind() -> None:
    plan = plan_from_text(
        """
        | Recommendation | Lead | By when | Progress at 6 months | Progress at 12 months |
        | That the pier be mended | Engineer | March 2026 | Asked for twice without success | Mended May 2026 |
        | That the fees be told each quarter | Clerk | Sept 2026 | First told in October 2026 | Ongoing |
        | That no fee be taken of charities | Clerk | Sept 2026 | | |
        """
    )
    assert fields(plan) == "A action · B owner · C timescale · E comment"
    assert kept(plan) == "D earlier comment"


def test_a_position_that_only_accepts_is_no_progress() -> None:
    plan = plan_from_text(
        """
        | Recommendation | Government position | Lead | RAG | Narrative |
        | That the pier be mended | Accept | Engineer | Green | Two firms have tendered |
        | That the fees be told each quarter | Accept | Clerk | Amber | First told in October |
        | That no fee be taken of charities | Reject | Clerk | Red | Costs too much |
        """
    )
    assert fields(plan) == "A action · C owner · D status · E comment"


def test_progress_goes_before_what_managers_answered() -> None:
    plan = plan_from_text(
        """
        | Recommendation | Management comments | Lead | Due | Progress | Done? |
        | Mend the pier | Agreed, as part of the works | Engineer | March 2026 | Two firms have tendered | No |
        | Tell the fees each quarter | Agreed with the treasurer | Clerk | Sept 2026 | First told in October | Yes |
        | Take no fee of charities | Agreed for small ones | Clerk | Sept 2026 | A list is being made | No |
        """
    )
    assert "E comment" in fields(plan)
    assert "B comment" not in fields(plan)


def test_a_comment_before_the_only_status_is_of_its_quarter() -> None:
    plan = plan_from_text(
        """
        | Action | Lead | Narrative | Status as of Oct 2025 |
        | Mend the pier | Engineer | Two firms have tendered | In progress |
        | Tell the fees | Clerk | First told in October | Completed |
        """
    )
    assert [[(update.status_text, update.comment) for update in action.updates] for action in plan.actions] == [
        [("In progress", "Two firms have tendered")],
        [("Completed", "First told in October")],
    ]


def test_a_stage_is_a_status_where_one_cell_says_that_it_is_over() -> None:
    plan = plan_from_text(
        """
        | Case | Works required | Contractor | Works target date | Stage | Notes |
        | D1 | Mend the ceiling | Lane Roofing | 2025-11-03 | Closed | |
        | D2 | Fit a fan | Damp team | 2025-11-18 | Works ordered | No access |
        | D3 | Renew the gutter | Lane Roofing | 2025-11-19 | Out to quote | |
        | D4 | Ease the door | Estate team | 2026-01-05 | Inspection booked | |
        """
    )
    assert "E status" in fields(plan)


@pytest.mark.parametrize("heading", ["What we do well", "What is there already", "What do we know?"])
def test_what_is_done_well_is_no_action(heading: str) -> None:
    plan = plan_from_text(
        f"""
        | Area | {heading} | What we need to do next | By whom | By when |
        | Quay | Boats are welcome each day | Build the mud berth again | Sam | March 2026 |
        | Crews | The log is kept well | Ask crews to stay for tea | Jo | June 2026 |
        | Safety | All are trained | Go through the drill again | All staff | April 2026 |
        """
    )
    assert "C action · D owner · E timescale" in fields(plan)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Date for remedy", "D timescale"),
        ("Date for the handover", "D timescale"),
        ("Complied date", ""),
    ],
)
def test_a_date_for_something_lies_ahead(heading: str, field: str) -> None:
    text = f"""
        | Clause | Remedial action | Lead | {heading} |
        | 4.1 | Put on a second night crew | Harbour Master | 2026-05-31 |
        | 7.3 | Check papers before work | Clerk | 2026-05-10 |
        | 9.2 | Take on a clerk for bills | Clerk | 2026-06-30 |
        """
    plan = plan_from_sheets([typed(text)], Request("plan.xlsx"))
    assert fields(plan) == f"A ref · B action · C owner{' · ' if field else ''}{field}"


def test_the_day_to_which_an_action_was_extended_goes_before_the_first() -> None:
    text = """
        | Action | Action owner | Agreed completion | Extended to | Closed? (Y/N) |
        | Mend the pier | Harbour Master | 2026-02-28 | 2026-03-31 | Y |
        | Light the quay | Engineer | 2026-06-30 | | N |
        | Mark the berths | Clerk | 2026-04-30 | 2026-05-31 | N |
        """
    plan = plan_from_sheets([typed(text)], Request("plan.xlsx"))
    assert fields(plan) == "A action · B owner · C original timescale · D timescale · E status"
    assert [str(action.timescale.due_date) for action in plan.actions] == ["2026-03-31", "2026-06-30", "2026-05-31"]


def test_what_was_resolved_leaves_the_action_to_what_is_required() -> None:
    plan = plan_from_text(
        """
        | Min no | Resolution | Action req'd | Assigned | Target |
        | 78b | Resolved to take on the old crane | Ask the maker for its papers | Clerk | Nov 2026 |
        | 91 | Resolved to back the ferry petition | Write to the county | Clerk | Dec 2026 |
        | 104c | A group for the plan of the quays | Call the first meeting of it | Cllr Pike | Jan 2027 |
        """
    )
    assert "C action · D owner · E timescale" in fields(plan)


@pytest.mark.parametrize(
    "heading", ["Development action", "Safety action", "Action from the plan of 2020", "Preventive measure"]
)
def test_an_action_by_whatever_is_said_of_it_is_one(heading: str) -> None:
    plan = plan_from_text(
        f"""
        | Trustee | Gap | {heading} | By | Done |
        | Ann Field | Accounts | A course on accounts | May 2026 | Y |
        | Bo Hart | Drills | The drill of the watch | March 2026 | Y |
        | Cy Lowe | The chair | A month beside the chair | Sept 2026 | N |
        """
    )
    assert "C action · D timescale · E status" in fields(plan)


def test_short_words_for_when_are_no_plain_words() -> None:
    plan = plan_from_text(
        """
        | Issue | Owner | Next step | ETA | Status |
        | The line drops at five | Watch | Write down when it does | EOW | Open |
        | The crane stops | Engineer | Change its fuse | EOM | Open |
        | Crews have no keys | Clerk | Cut two keys | mid-May 2026 | Closed |
        """
    )
    assert fields(plan) == "B owner · C action · D timescale · E status"


def test_tables_of_a_log_that_begin_alike_are_apart() -> None:
    plan = plan_from_text(
        """
        | Risks | | | | | | |
        | ID | Description | Impact | Mitigating action | Owner | Due | Status |
        | R1 | Steel may cost more | 4 | Agree a price with the maker | Engineer | May 2026 | Open |
        | R2 | Bats may live in the roof | 5 | Ask for a survey in May | Clerk | May 2026 | Open |
        | R3 | The ground may be wet | 3 | Drill two more holes | Engineer | June 2026 | Closed |
        | | | | | | | |
        | Assumptions | | | | | | |
        | ID | Description | Owner | Seen by | | | |
        | A1 | The grant comes in one sum | Clerk | Board | | | |
        | A2 | The pool is shut in June | Clerk | Operator | | | |
        | | | | | | | |
        | Issues | | | | | | |
        | ID | Description | Priority | Resolution plan | Owner | Due | Status |
        | I1 | The planner has left | High | Ask for another one | Clerk | March 2026 | Open |
        | I2 | Nobody has a list of keys | Low | Make a list of all keys | Watch | April 2026 | In progress |
        | | | | | | | |
        | Dependencies | | | | | | |
        | ID | What | Depends on | Comes from | | | |
        | D1 | The new cable | The grid | 30 metres of duct | | | |
        | D2 | The gate | The county | A licence to dig | | | |
        """
    )
    assert [action.ref for action in plan.actions] == ["R1", "R2", "R3", "I1", "I2"]


def test_a_table_with_nearly_the_same_headings_beneath_another_is_read_again() -> None:
    plan = plan_from_text(
        """
        | ID | Description | Owner | Chance | Impact | Mitigation | Status |
        | R1 | Steel may cost more | Engineer | M | H | Agree a price with the maker | Open |
        | R2 | Bats may live in the roof | Clerk | M | H | Ask for a survey in May | Open |
        | R3 | The ground may be wet | Engineer | H | M | Drill two more holes | Closed |
        | | | | | | | |
        | Assumptions | | | | | | |
        | ID | Assumption | Owner | Impact if false | Status | | |
        | A1 | The grant comes in one sum | Clerk | The plan is made anew | Valid | | |
        | A2 | The pool is shut in June | Clerk | Work begins in autumn | Valid | | |
        | | | | | | | |
        | Issues | | | | | | |
        | ID | Description | Owner | Chance | Impact | Resolution | Status |
        | I1 | The planner has left | Clerk | H | M | Another one was named in May | Closed |
        | I2 | Nobody has a list of keys | Watch | M | L | It is no fault of the plan | Open |
        """
    )
    assert [action.ref for action in plan.actions] == ["R1", "R2", "R3", "I1", "I2"]


@pytest.mark.parametrize("heading", ["Fixed?", "Rectified?", "Cleared", "Addressed"])
def test_whether_each_is_fixed_is_the_status(heading: str) -> None:
    plan = plan_from_text(
        f"""
        | Page | Issue | Fix | Assigned | {heading} |
        | Header | Nothing shows where one is | Add a frame to the field | Web team | Yes |
        | Forms | The fields have no names | Give each field its name | Web team | Yes |
        | Guide | Nobody can have it read | Make a page of it | Writers | No |
        """
    )
    assert fields(plan) == "C action · D owner · E status"


def test_whom_work_was_handed_to_is_its_owner_and_with_whom_it_was_agreed_is_not() -> None:
    plan = plan_from_text(
        """
        | No | Task | Handed to | Agreed with | Target | Done |
        | 1 | Mend what is left in block C | Works team | Ann Field | Aug 2026 | |
        | 2 | Agree the last bill | Clerk | Bo Hart | Sept 2026 | |
        | 3 | Hand over the books of the crane | Works team | Ann Field | July 2026 | Yes |
        """
    )
    assert fields(plan) == "A ref · B action · C owner · E timescale · F status"


def test_when_a_risk_was_written_down_says_nothing_against_the_day_it_is_due() -> None:
    text = """
        | id | name | severity | status | owner | timestamp | due_date |
        | RISK-1 | Weak locks on the sheds | 9 | OPEN | Watch | 2026-05-15 | 2026-06-01 |
        | RISK-2 | Old lamps on the pier | 8 | IN PROGRESS | Engineer | 2026-05-15 | 2026-06-05 |
        | RISK-3 | No second key for the gate | 10 | OPEN | Watch | 2026-05-16 | 2026-05-30 |
        | RISK-4 | Keys that nobody uses | 7 | CLOSED | Watch | 2026-05-22 | 2026-06-25 |
        """
    plan = plan_from_sheets([typed(text)], Request("plan.xlsx"))
    assert fields(plan) == "A ref · B action · D status · E owner · G timescale"


def test_open_issues_that_say_what_to_do_are_actions_of_their_owner() -> None:
    plan = plan_from_text(
        """
        | ID | Open issue | Owner | What hangs on it |
        | OI-1 | Confirm who may moor at the pier | Harbour Master | Which boats are told to go |
        | OI-2 | Confirm the fees of the quay | Clerk | What the notice says |
        | OI-3 | Ask the owners for the plans | Engineer | Whether the crane is moved |
        """
    )
    assert fields(plan) == "A ref · B action · C owner"


@pytest.mark.parametrize("heading", ["What we have done", "What have we done so far?"])
def test_what_we_have_done_is_an_update(heading: str) -> None:
    plan = plan_from_text(
        f"""
        | Action | By whom | By when | {heading} |
        | Build the mud berth again | Sam | March 2026 | Wood was bought in the spring and cut |
        | Ask crews to stay for tea | Jo | June 2026 | Letters were sent to each of the crews |
        | Go through the drill again | All staff | April 2026 | Two of the three crews went through it |
        """
    )
    assert fields(plan) == "A action · B owner · C timescale · D comment"


def test_deliverables_called_by_name_leave_the_action_to_what_is_required() -> None:
    plan = plan_from_text(
        """
        | Ref | Requirement | Lead | Deliverable | Deadline |
        | 1.1 | Agree a plan of the quays with the board | Clerk | Plan v2 | May 2026 |
        | 1.2 | Cut the time that boats wait by half | Engineer | Trajectory | March 2027 |
        | 2.1 | Agree a plan of what is owed | Clerk | FRP | June 2026 |
        """
    )
    assert fields(plan) == "A ref · B action · C owner · E timescale"


@pytest.mark.parametrize("cells", [("21 days", "10 days", "30 days"), ("0-15 min", "15-30 min", "1-2 hours")])
def test_how_long_something_takes_numbers_no_rows(cells: tuple[str, ...]) -> None:
    text = """
        | {} | Action | Lead | By when |
        | {} | Mend the pier | Harbour Master | March 2026 |
        | {} | Light the quay | Engineer | April 2026 |
        | {} | Mark the berths | Clerk | May 2026 |
        """
    assert fields(plan_from_text(text.format("Baseline", *cells))) == "B action · C owner · D timescale"


@pytest.mark.parametrize("words", ["None", "N/A", "-"])
def test_a_row_without_an_owner_whose_action_is_none_is_no_action(words: str) -> None:
    plan = plan_from_text(
        f"""
        | Visit | Findings | Actions agreed | Owner |
        | Quay | The lamps were out | Renew the cables | Engineer |
        | Pier | All was well there | {words} | |
        | Berths | The marks were worn | Paint them again | Clerk |
        """
    )
    assert [action.row for action in plan.actions] == [2, 4]


@pytest.mark.parametrize(
    "text",
    [
        """
        | Method | Risk | Action needed |
        | Locked twice a day | Theft of boats | None |
        | Seen each year | Fall from the pier | Look at the rails each month |
        | Two keys | Loss of the keys | Keep a third key |
        """,
        """
        | Visit | Findings | Actions agreed | Owner |
        | Quay | The lamps were out | Renew the cables | Engineer |
        | Pier | All was well there | None | Clerk |
        | Berths | The marks were worn | Paint them again | Clerk |
        """,
    ],
)
def test_a_row_whose_action_is_none_is_one_where_it_is_somebodys_or_nobody_is_named(text: str) -> None:
    sheet = typed(text)
    plan = plan_from_sheets([sheet], Request("plan.xlsx", sheets=("Sheet1",)))
    assert len(plan.actions) == 3


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        ("Where are we now?", "Where do we want to be?"),
        ("Current position", "Desired position"),
        ("Current state", "Target state"),
    ],
)
def test_where_a_plan_begins_is_no_update(now: str, wanted: str) -> None:
    plan = plan_from_text(
        f"""
        | {now} | {wanted} | How will we get there? | Lead | By when |
        | Six berths in ten are let | Nine in ten are let | Lower the fees of the north quay | Harbour Master | May 2026 |
        | Boats wait for the crane | None waits for an hour | Mend the second crane | Engineer | June 2026 |
        | Lamps fail each winter | No lamp fails | Renew the cables of the quay | Engineer | July 2026 |
        """
    )
    assert fields(plan) == "C action · D owner · E timescale"


def test_where_we_are_now_without_where_to_get_to_is_an_update() -> None:
    plan = plan_from_text(
        """
        | Action | Lead | By when | Where are we now? |
        | Mend the pier | Harbour Master | May 2026 | The planks are bought and lie in the shed |
        | Light the quay | Engineer | June 2026 | Six lamps of nine are up |
        | Mark the berths | Clerk | July 2026 | The paint has not come yet |
        """
    )
    assert fields(plan) == "A action · B owner · C timescale · D comment"


def test_a_status_that_says_how_far_goes_before_a_state_that_says_what_is_wrong() -> None:
    plan = plan_from_text(
        """
        | Ref | Action | Lead | Status | Current state |
        | 1 | Write a plan of the quays | Engineer | Open | No plan |
        | 2 | Ask the boat owners | Clerk | Closed | Not asked |
        | 3 | Go through the fees | Clerk | Open | Out of date |
        """
    )
    assert fields(plan) == "A ref · B action · C owner · D status"


@pytest.mark.parametrize(
    ("heading", "numbers", "field"),
    [
        ("Minute", ("5.2", "7.1", "4.4", "9"), "A ref · "),
        ("Agenda item", ("5.2", "7.1", "4.4", "9"), "A ref · "),
        ("Minute", ("45", "30", "20", "90"), ""),
        ("Minute", ("5.2", "5.2", "5.2", "9"), ""),
    ],
)
def test_a_minute_numbers_the_rows_by_sections(heading: str, numbers: tuple[str, ...], field: str) -> None:
    text = """
        | {} | Action | By | When |
        | {} | Ask for the forms again | Clerk | 2026-03-01 |
        | {} | Share the plan of the quays | Engineer | 2026-03-08 |
        | {} | Go and see the lamps | Chair | 2026-03-29 |
        | {} | Write about the wall | Chair | 2026-03-29 |
        """
    plan = plan_from_sheets([typed(text.format(heading, *numbers))], Request("plan.xlsx"))
    assert fields(plan) == f"{field}B action · C owner · D timescale"


@pytest.mark.parametrize(
    "note",
    [
        "Key: B = done and at work, G = on its way, A = late, R = stopped",
        "Please send your news to the clerk by the end of each month",
        "Actions in grey will not stand in the next version of this plan",
    ],
)
def test_a_note_right_beneath_the_refs_makes_them_no_others(note: str) -> None:
    text = f"""
        | Ref | Action | Lead | By when |
        | 1.1 | Mend the pier | Harbour Master | 2026-03-01 |
        | 1.2 | Light the quay | Engineer | 2026-03-08 |
        | 2.1 | Mark the berths | Clerk | 2026-03-29 |
        | {note} | | | |
        """
    plan = plan_from_sheets([typed(text)], Request("plan.xlsx"))
    assert fields(plan) == "A ref · B action · C owner · D timescale"
    assert [action.ref for action in plan.actions] == ["1.1", "1.2", "2.1"]


def test_marks_in_a_column_of_no_are_no_refs() -> None:
    text = """
        | Q | Good practice | Yes | Partly | No | Action | Lead | By when |
        | 1 | There is a committee | X | | | | |
        | 2 | It tells the council each year | | X | | Write a report for the year | Chair | July 2026 |
        | 3 | Its terms are read each year | | | X | Read the terms again | Clerk | Sept 2026 |
        | 4 | Members are trained | | X | | Plan the training | Clerk | June 2026 |
        """
    plan = plan_from_sheets([typed(text)], Request("plan.xlsx"))
    assert fields(plan) == "A ref · F action · G owner · H timescale"


def test_a_code_goes_before_a_programs_own_number_of_the_same() -> None:
    plan = plan_from_text(
        """
        | Summary | Issue key | Issue id | Status | Assignee | Due date |
        | Mend the crane's brake | QUAY-12 | 10231 | In Progress | Ann Field | 2026-03-01 |
        | Add the fees of June | QUAY-13 | 10232 | To Do | Bo Hart | 2026-03-08 |
        | Renew the cables | QUAY-9 | 10201 | Done | Cy Lowe | 2026-03-29 |
        """
    )
    assert "B ref" in fields(plan)
    assert "C extra" in kept(plan)
    assert [action.ref for action in plan.actions] == ["QUAY-12", "QUAY-13", "QUAY-9"]


def test_names_by_which_members_log_in_are_owners() -> None:
    plan = plan_from_text(
        """
        | Card ID | Card Name | Members | Due Date | List Name |
        | 62a1 | Book the hall for the fete | annf | 2026-05-01 | Doing |
        | 62a2 | Order the bunting | bohart, annf | 2026-05-20 | To Do |
        | 62a3 | Ask the first aiders | cylowe | 2026-04-10 | Done |
        """
    )
    assert "C owner" in fields(plan)


FEW_TOLD = """
| Action | Lead | By when | {} |
| Mend the pier | Harbour Master | May 2026 | {} |
| Light the quay | Harbour Master | June 2026 | |
| Mark the berths | Clerk | July 2026 | |
"""
DOUBTED = "Action completed. The number of boats has to be counted again, as many came late."


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        (
            "Progress against agreed action and impact monitoring",
            "Complete: mended on 3 May, at less than it was to cost",
        ),
        ("Progress and impact", "Ongoing: two of three piles are in, and the third waits for the tide"),
        ("Progress against milestones", "Completed – opened on 3 May by the mayor"),
        ("Update on progress and evidence", "In progress: timber is ordered and paid for"),
        ("Progress", DOUBTED),
    ],
)
def test_a_few_sentences_tell_of_progress_where_the_heading_asks_for_more_or_they_leave_a_doubt(
    heading: str, cell: str
) -> None:
    assert fields(plan_from_text(FEW_TOLD.format(heading, cell))) == "A action · B owner · C timescale · D comment"


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Progress", "Complete: mended on 3 May, at less than it was to cost"),
        ("Progress against agreed action", "Completed"),
        ("Progress and impact", "In progress"),
    ],
)
def test_a_few_cells_say_how_far_each_is_where_they_say_no_more_or_are_asked_no_more(heading: str, cell: str) -> None:
    assert fields(plan_from_text(FEW_TOLD.format(heading, cell))) == "A action · B owner · C timescale · D status"


def test_sentences_that_leave_no_doubt_are_statuses_whatever_their_heading_asks_beside() -> None:
    plan = plan_from_text(TOLD.format("Progress against actions and their impact"))
    assert fields(plan) == "A action · B owner · C timescale · D status"


def test_sentences_that_begin_with_a_status_and_leave_it_in_doubt_are_comments() -> None:
    plan = plan_from_text(
        f"""
        | Action | Lead | By when | Progress |
        | Mend the pier | Harbour Master | May 2026 | {DOUBTED} |
        | Light the quay | Harbour Master | June 2026 | Completed. Six of nine lamps are to be replaced |
        | Mark the berths | Clerk | July 2026 | Ongoing: paint is ordered for all of them |
        """
    )
    assert fields(plan) == "A action · B owner · C timescale · D comment"
