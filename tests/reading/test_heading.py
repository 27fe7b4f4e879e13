"""Column headings: what each says, and what only looks like one."""

from __future__ import annotations

import pytest

from peerxl.model.fiscal import APRIL_YEARS, YearConvention
from peerxl.model.layout import Field
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.headings.key import heading_key, strip_figures
from peerxl.reading.headings.quarter_names import PREVIOUS, QuarterName
from peerxl.reading.headings.rules import EDGE_HEADS, FIELD_HEADS, RANK_HEADS, Heading

YEARS = YearConvention()

# Of each field the headings that officers, auditors and projects use for it.
HEADINGS = {
    Field.REF: """
        Ref | Ref. | No. | No | # | ID | Sr. No. | S.No | S. No. | SL# | Sl No | UID | Action_ID | ActionID | Risk # | S/N | Item No
        | Rec No | Audit Reference Number | Unique Ref | issueKey | POAM ID | POA&M ID | NCR No | Milestone_ID | Ref No.[i] | S.N.
        | Complaint ref | Agenda item number | ID/No
    """,
    Field.ACTION: """
        Action | ACTIONS | Action(s) | Agreed Action | Action Required | Action required? | Actions to be taken | Action/Task
        | Management action | Mitigating Actions | What will we do? | Next Steps | Description of Action | Action Item Description
        | Milestones/Actions | Corrective Action Plan | Recommended Action | actionRequired | Action_Description
        | Action (what needs to be done, and how we shall know) | Further action required | Action taken / to be taken
        | What action will be taken? | What needs to be done? | Action we will take | Action taken or planned | How are we going to do it? | Resolution/Action | Action to address the finding | We will | What | Action to close the gap | First Action | Follow-up action if incomplete
        | Action that the council will take | What we are doing | What needs to happen?
        | What action will be taken to remove or reduce the negative impact that has been identified in section 4 above?
    """,
    Field.OWNER: """
        Owner | Owner(s) | Lead | Exec Lead | Action Lead | Named lead | Lead Directorate(s) | Allocated to | Point of Contact | POC
        | Team Member | Response person | Assigned To | assignedTo | By whom | Who | Who is responsible? | Responsible | Risk Owner
        | Person Responsible | Officer responsible for delivery | SRO | Lead Partner | Accountable Executive | Responsible Unit
        | Action Officer | Director/AD | Owner & Date | Resource Names | Responsible contractor | PIC | Action Holder | Implementing agency | Ball in court | Respons. | Contractor responsible | Key personnel | Cllr/Clerk | owner_email | Members
        | Name and post of the officer who is responsible for completing it | Person who will make sure that it happens
        | Officer who is responsible for implementing the recommendation | Focal Person | Focal point
        | owner_stakeholder | Lead stakeholder | RESPONSIBILITY ASSIGNED TO: | Owner 1 | Lead 2 | Owner B | Owner3
        | Lead institution & partners | Agency lead and partners | Lead ministry / supporting ministries | Lead entity
        | Responsible entity/partners | Department lead(s) / support | Coordinating agency | Lead Dept/Service/Outcomes
        | Who will be responsible for making sure that every part of the action is carried out in full and in time?
    """,
    Field.TIMESCALE: """
        Timescale | Time frame | Due | Due date | dueDate | Due on | Due By | Deadline | Deadline(s) | By when? | When | Target
        | Target date | Target Resolution | Date for Resolution | Required By | Planned End | Planned_End | Expected date | ECD
        | Completion date | End Date | Finish | Scheduled Completion Date | When will it be done? | Action due date
        | Target date for completion | Timescale/Due date | Date to be completed by | Date to validate | Revised date | Target Close Date | Forecast Finish
        | Compliance due | SLA date | Quarter due | New date | Extended date | Committed date | Closure date (planned) | Timing
        | Date / Timescale | Date/Deadline | Timescale / Date | Actual/Revised | Actual / Forecast
        | Timeframe2 | target_window | Delivery window | Timeline - End | Fix by | Due month | End year | What is the target date for completion?
        | When will the action be completed in full by all of the services that have a part in it?
    """,
    Field.ORIGINAL_TIMESCALE: "Original due date | Baseline date | Baseline finish | Original Target Date | Original timescale | Original date",
    Field.STATUS: """
        Status | STATUS² | Current status | RAG | RAG rating | Action status | Status (Open/Closed) | Open/Closed | Completed? | Done?
        | Complete (Y/N) | Completed Y/N | Implementation Status | State | Issue Status | statusName | Status that applies | RAG this month
        | Latest status | BRAGG | R/A/G | Action completed Y/N | Rating (RAG) | Traffic light | Workflow state | On track? | % Complete | Progress % | Percentage complete | % Done | Delivered? | Closed out | Stat. | Current status of implementation
        | Has the recommendation been implemented? | Was it completed? | What is the current status of the action? | DCA | Delivery confidence assessment
    """,
    Field.COMMENT: """
        Comments | Remark(s) | Progress remarks | Notes | Notes/Comments | Commentary | Latest update | Outcome | Resolution
        | Officer comments | Additional Comments | Progress to date | Action taken | Status notes | Comments on delivery
        | Evidence / comments | Feedback | Latest | Explanation if not | Achievements to date | lastUpdateText | Comments 2024 | Issues / Comments | Remarks, if any
    """,
    Field.EVIDENCE: "Evidence | Supporting documents | Evidence of completion | Means of verification",
    Field.THEME: "Theme | Workstream | Key priority | Theme/Location | Strategic objective",
    Field.RECOMMENDATION: "Recommendation | Audit recommendation | LGA peer recommendation | Recommendations"
    " | Requirement / Recommendation | Details of the recommendation made by the external auditor in the report",
    Field.RAISED: """
        Date raised | Raised | Date Opened | Date identified | Date logged | Issue date | Created | created_at | Original Detection Date
        | Date | Audit date | When identified | Raised at
    """,
    Field.UPDATED: "Status Date | Update Date | Date of last update | Last updated | Date last reviewed | Modified",
    Field.CLOSED: "Date completed | Date closed | Actual completion date | Resolved | Actual End | Date Implemented | Completed (date)",
    Field.EXTRA: """
        Start date | Raised by | Reporter | Priority level | Portfolio holder | Related Risk | Predecessor | Security Control(s)
        | Members Present | Resource Implication1 | Steps to reproduce | Level for action (Org; Team) | Priority of action | Priority of Action Item | Key partners | City department / partner | Expected outcome | Location/Area | Meeting date | Next review date | Order date | Risk score | Likelihood
    """,
}
CASES = [(text.strip(), field) for field, texts in HEADINGS.items() for text in " ".join(texts.split()).split(" | ")]


@pytest.mark.parametrize(("text", "field"), CASES, ids=[text for text, _ in CASES])
def test_the_field_a_heading_names(text: str, field: Field) -> None:
    heading = read_heading(text, YEARS)
    assert (heading.field, heading.is_update) == (field, False)


@pytest.mark.parametrize(
    "text",
    [
        "Update",
        "Progress",
        "Current position",
        "Status update",
        "Status/Comments",
        "Comments/Status",
        "Progress/Actions",
        "What progress has been made?",
        "Actions taken to date",
        "Where are we up to?",
        "Work done to date",
        "Progress summary",
        "How we are doing",
        "How is it going?",
        "How are we getting on?",
        "Progress this quarter",
        "Update - Spring 2026",
    ],
)
def test_what_the_cells_must_decide(text: str) -> None:
    assert read_heading(text, YEARS).is_update


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "Repair the pier",
        "Update the Actions Tracker.xls",
        "Security Control",
        "Ann Lee",
        "Q",
        "Harbour 12",
        "Who might be harmed?",
        "Who benefits?",
        "In progress",
        "Annual report quarter due",
        "Rent in arrears due",
        "Budget needed Y/N",
        "Status " * 20,
        "We will write to every owner of a house by the harbour and ask whether the pier may be repaired by them",
        "What action is taken where the owner of a house by the harbour does not repair the pier is to be agreed",
        "How will we know that the pier, the harbour and the houses beside them are as safe as they have to be?",
    ],
)
def test_what_is_no_heading_of_a_field(text: str) -> None:
    heading = read_heading(text, YEARS)
    assert heading.field in (None, Field.EXTRA)
    assert not heading.is_update


@pytest.mark.parametrize(
    ("text", "field", "rank", "is_weak"),
    [
        ("Report quarter due", Field.TIMESCALE, None, True),
        ("Payment due", Field.TIMESCALE, None, True),
        ("Fix by", Field.TIMESCALE, None, True),
        ("Year to Action", Field.TIMESCALE, None, False),
        ("Year to be actioned", Field.TIMESCALE, None, False),
        ("Year for completion", Field.TIMESCALE, None, False),
        ("Estimated time to completion", Field.TIMESCALE, None, False),
        ("Time to complete", Field.TIMESCALE, None, False),
        ("Completion period", Field.TIMESCALE, None, False),
        ("Year to date", None, None, True),
        ("✓", Field.STATUS, None, True),
        ("% complete", Field.STATUS, None, True),
        ("Done?", Field.STATUS, None, False),
        ("Comments / Actions", Field.COMMENT, 99, False),
        ("Status / Actions", Field.STATUS, 99, False),
        ("Recommendation / Theme", Field.RECOMMENDATION, 100, False),
        ("Snarf / Theme", Field.THEME, None, False),
    ],
)
def test_how_well_a_heading_of_several_words_names_its_field(
    text: str, field: Field, rank: int | None, is_weak: bool
) -> None:
    heading = read_heading(text, YEARS)
    assert (heading.field, heading.action_rank, heading.is_weak) == (field, rank, is_weak)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("name_en", "name"),
        ("Status_Description_EN", "status description"),
        ("Open", "Open"),
        ("Progress (%)", "progress %"),
        ("Progress (in %)", "progress"),
        ("Completed (date)", "completed date"),
        ("Owner_Dept", "owner department"),
        ("Suggested_Timeline", "suggested time line"),
    ],
)
def test_what_is_left_of_a_heading(text: str, plain: str) -> None:
    assert read_heading(text, YEARS) == read_heading(plain, YEARS)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Corrective action plan", "Mitigation"),
        ("Mitigation", "Task"),
        ("Task Name", "Milestone"),
        ("Milestone", "Control"),
        ("Initiative", "How"),
        ("Additional control measures", "Snag"),
        ("Trust response", "Finding"),
        ("Remediation", "Finding"),
        ("Recommendation", "Issue"),
        ("Issue description", "Risk"),
        ("Risk", "Description"),
        ("Title", "Description"),
        ("Title", "Summary"),
    ],
)
def test_which_heading_would_sooner_head_the_actions(better: str, worse: str) -> None:
    first, second = read_heading(better, YEARS), read_heading(worse, YEARS)
    ranks = [-1 if heading.field is Field.ACTION else heading.action_rank for heading in (first, second)]
    assert ranks[0] is not None
    assert ranks[1] is not None
    assert ranks[0] < ranks[1]


@pytest.mark.parametrize("text", ["Related Risk", "Risk owner", "Issue type", "Project", "Department", "Control ID"])
def test_what_never_heads_the_actions(text: str) -> None:
    assert read_heading(text, YEARS).action_rank is None


@pytest.mark.parametrize("text", ["Ofsted recommendation", "Lead Partner", "Outcome", "XYZ No", "Capital works owner"])
def test_a_heading_among_unknown_words_is_a_weak_one(text: str) -> None:
    assert read_heading(text, YEARS).is_weak


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        ("Q3 2023/24 update", QuarterName(3, 2023)),
        ("Progress March 23", QuarterName(4, 2022)),
        ("Progress 2 6.4.17", QuarterName(1, 2017)),
        ("Update 1.2", None),
        ("Current position (Sept 2023)", QuarterName(2, 2023)),
        ("Q3 status", QuarterName(3)),
        ("Q3 2023/24", QuarterName(3, 2023)),
        ("FY26 Q2 update", QuarterName(2, fiscal_year=2025)),
        ("FY2026-Q2", QuarterName(2, fiscal_year=2025)),
        ("Q2 FY26 status", QuarterName(2, fiscal_year=2025)),
        ("Q2 FY25/26 status", QuarterName(2, 2025)),
        ("FY26", None),
        ("Previous update", PREVIOUS),
        ("Comments for quarter 2 2024/25", QuarterName(2, 2024)),
        ("Update", None),
        ("Jan", None),
    ],
)
def test_the_quarter_a_heading_reports_on(text: str, quarter: QuarterName | None) -> None:
    assert read_heading(text, YEARS).quarter == quarter


def test_a_year_of_one_number_that_begins_in_january_is_that_year() -> None:
    assert read_heading("Q2 FY26 status", YearConvention(1)).quarter == QuarterName(2, fiscal_year=2026)


def test_a_band_of_a_year() -> None:
    assert read_heading("2023/24", YEARS) == Heading("2023 / 24", year=2023)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Planned_End", "planned end"),
        ("dueDate", "due date"),
        ("Sr. No.", "serial number"),
        ("Action(s) required", "action required"),
        ("Responsibilities", "responsibility"),
        ("Status (Open / Closed)", "status"),
        ("Due date (revised)", "revised due date"),
        ("Risk (original)", "risk"),
        ("Timetable[iv]", "timetable"),
        ("Owner/Lead", "owner / lead"),
        ("PROGRESS", "progress"),
        ("2. Recommendation", "recommendation"),
        ("b) Owner", "owner"),
        ("3.1 Owner", "3 1 owner"),
    ],
)
def test_what_does_not_change_a_heading(text: str, key: str) -> None:
    assert heading_key(text) == key


def test_what_says_nothing_has_no_key() -> None:
    for text in ("", " ", "-", "x" * 201):
        assert read_heading(text, YEARS) == Heading()
    assert Heading() == Heading("", None, False, None, None, None, False)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Doer (Assignee)", Field.OWNER),
        ("TO ADDRESS (RECOMMENDATION INCLUDING STANDARD PARAGRAPH)", Field.RECOMMENDATION),
        ("Response: action taken / planned", Field.ACTION),
        ("Action: lead officer", Field.OWNER),
        ("Status (comments)", Field.STATUS),
        ("Snarf (foo)", None),
        ("Snarf: foo", None),
        ("What are you already doing to control the risks?", Field.EXTRA),
        ("What further action do you need to take?", Field.ACTION),
        ("Success criteria and outcome", Field.EXTRA),
    ],
)
def test_a_heading_that_explains_itself(text: str, field: Field | None) -> None:
    assert read_heading(text, YEARS).field == field


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Revised date 2", "revised date"),
        ("2nd revised date", "revised date"),
        ("Second revised date", "revised date"),
        ("Progress 2024", "progress"),
        ("2024", ""),
    ],
)
def test_what_a_heading_has_in_common_with_its_like(text: str, stem: str) -> None:
    assert strip_figures(heading_key(text)) == stem


@pytest.mark.parametrize(
    ("heading", "field", "rank", "is_weak"),
    [
        ("Retarget Date", Field.TIMESCALE, None, False),
        ("Rescheduled date", Field.TIMESCALE, None, False),
        ("Return date", Field.EXTRA, None, False),
        ("Evidence pointer", Field.EVIDENCE, None, True),
        ("Evidence required", None, None, False),
        ("Recommendation made to:", Field.OWNER, None, False),
        ("Payment made to:", Field.OWNER, None, True),
        ("Addressed to", Field.OWNER, None, False),
        ("Clerk’s actions from previous meeting", Field.ACTION, None, True),
        ("Actions taken from the log", Field.COMMENT, None, True),
        ("Council's response", None, 64, False),
        ("Governance Issue", None, 199, True),
        ("Related issue", Field.EXTRA, None, False),
        ("8.Timescales of Tasks/Actions", Field.TIMESCALE, None, False),
        ("№", Field.REF, None, False),
    ],
)
def test_what_a_few_words_more_make_of_a_heading(
    heading: str, field: Field | None, rank: int | None, is_weak: bool
) -> None:
    reading = read_heading(heading, YearConvention())
    assert (reading.field, reading.action_rank, reading.is_weak) == (field, rank, is_weak)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Time Scales\na. Initial meeting\nb. Completion", Field.TIMESCALE),
        ("Timescale\n(S) short\n(M) medium", Field.TIMESCALE),
        ("Owner\n- who leads\n- who helps", Field.OWNER),
        ("Steps\na. Initial meeting\nb. Completion", None),
    ],
)
def test_a_heading_whose_other_lines_explain_it(text: str, field: Field | None) -> None:
    assert read_heading(text, YEARS).field is field


@pytest.mark.parametrize("text", ["Outcomes /Targets", "Objectives and target", "Measure / Target"])
def test_a_target_beside_what_is_to_be_reached_is_no_day(text: str) -> None:
    assert read_heading(text, YEARS).field is Field.EXTRA


@pytest.mark.parametrize(
    ("headings", "field"),
    [
        ("Taken forward by | In hand with | Sits with | Progressed by | Action to be taken by | Whose job?", "owner"),
        ("Post holder | Executive sponsor | Lead teacher", "owner"),
        ("No later than | Complete before | Estimated delivery | Due back", "timescale"),
        ("On target? | RAYG | Done yet? | Completed Y or N | Complied Y/N | Proposed to Open/ Close", "status"),
        ("What's been done? | What we did | Current state of play", "update"),
        ("Latest news", "comment"),
        ("Assurance | Assurance received", "evidence"),
        ("Action the Trust will take | Actions required to improve | Intended action | How do we get there?", "action"),
        ("Things to do | Job | Measures to reduce risk", "task"),
        ("Planned enhancement activity | Further practical step", "action"),
        ("Manager responsible & target date | Contractor / team | Officer/contractor", "owner"),
        ("Response from the landlord | Highlights this period | Result this quarter", "comment"),
        ("Due date (revised) | Target (new) | Completion date (latest)", "timescale"),
        ("Due date (original) | Target date [baseline] | Deadline (original)", "original timescale"),
        ("How will we know it has been done? | How will it be monitored? | Expected outcome/result", "extra"),
        ("RAG T2 | RAG Term 3 | Status HT4", "status"),
        ("Autumn review | Evaluation and impact – Term 2 | Impact summer term", "update"),
        ("Impact 2025", "extra"),
        ("What we said we would do", "action"),
        ("Finalised | Finalised Y/N | Has it been finalised?", "status"),
        ("Matter", "topic"),
    ],
)
def test_what_public_bodies_call_their_columns(headings: str, field: str) -> None:
    for text in headings.split(" | "):
        heading = read_heading(text, APRIL_YEARS)
        rank = "task" if heading.is_task else "topic" if heading.is_topic else ""
        assert (text, "update" if heading.is_update else str(heading.field or rank)) == (text, field)


@pytest.mark.parametrize("text", ["Sponsor", "Implementation", "Evaluation", "Controls in place", "Measure"])
def test_what_is_said_of_other_things_as_well_is_nothing_by_itself(text: str) -> None:
    assert not read_heading(text, APRIL_YEARS).is_known


@pytest.mark.parametrize(
    ("headings", "field"),
    [
        ("Targeted date | Forecasted date | Indicative date | Approx. date | Promise date", Field.TIMESCALE),
        ("Targeted completion | Projected finish | Forecasted end | Intended completion", Field.TIMESCALE),
        ("Scheduled delivery | Expected closure | Anticipated close-out | Planned go live", Field.TIMESCALE),
        ("Completion expected | Completion planned | Delivery expected | Completion estimate", Field.TIMESCALE),
        ("Planned month | Expected quarter | Proposed year | Sched. completion | TCD | EDC", Field.TIMESCALE),
        (
            "Expected to complete | Expected to be completed | Not later than | Do by | Must complete by",
            Field.TIMESCALE,
        ),
        ("Planned (date) | Implemented by (date)", Field.TIMESCALE),
        (
            "Tasked to | Allotted to | Entrusted to | Ownership | Head of department",
            Field.OWNER,
        ),
        (
            "Achieved yes/no | Delivered Yes or No | RAG assessment | Status now | R.A.G. | Extent of completion",
            Field.STATUS,
        ),
        ("% completed | Percentage implemented | % of completion | Achieved %", Field.STATUS),
        ("RAG rationale | Rationale for status | Reason for RAG | Status justification", Field.COMMENT),
        ("Action to complete | Actions planned | Actions identified | What has to be done? | To-dos", Field.ACTION),
        (
            "Actions from last meeting | Meeting actions | Action points arising | How we will achieve this",
            Field.ACTION,
        ),
        ("Sno | SlNo | Reference code | Nos.", Field.REF),
        ("When (date) | Updated completion date | Amended delivery date | Changed deadline", Field.TIMESCALE),
        ("Extended until | Postponed to | Rescheduled to | Slipped to | Reforecast", Field.TIMESCALE),
        ("Quarter of completion | Month for delivery | Time of implementation | Delivery month", Field.TIMESCALE),
        ("Statutory date | SLA target | Time-bound | Latest by | Implementation schedule", Field.TIMESCALE),
        ("Team / Person | Department (lead) | Whose action | Action taker | Respon.", Field.OWNER),
        ("Tick when complete | Progress to date (%) | % work complete | Fully implemented?", Field.STATUS),
        ("Red/Amber/Green | G/A/R | Status icon | Physical % complete | Done ✓", Field.STATUS),
    ],
)
def test_headings_are_known_by_their_inflections_and_in_either_order(headings: str, field: Field) -> None:
    assert {text: read_heading(text, APRIL_YEARS).field for text in headings.split(" | ")} == dict.fromkeys(
        headings.split(" | "), field
    )


def test_what_has_been_done_so_far_is_an_update_and_a_history_of_updates_too() -> None:
    assert all(read_heading(text, APRIL_YEARS).is_update for text in ("Actions taken so far", "Progress history"))


def test_a_resolution_that_is_proposed_is_no_time() -> None:
    fields = {read_heading(f"{word} resolution", APRIL_YEARS).field for word in ("Proposed", "Planned")}
    assert Field.TIMESCALE not in fields


def test_a_heading_of_a_sign_with_lines_of_a_legend_says_nothing() -> None:
    assert not read_heading(":\n-1", APRIL_YEARS).is_known


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Planned action\nSay what the harbour office will do about it.", Field.ACTION),
        (
            f"Expected completion date\n{'Say when each part of it is to be done, as far as is known. ' * 4}",
            Field.TIMESCALE,
        ),
        ("Widgets\nName what is made.", None),
        ("Current position\nand update.", None),
        ("What was done about the pier and why in the last of all years\nSay who did it.", None),
        ("\n", None),
    ],
)
def test_a_heading_over_guidance_is_its_first_line(text: str, field: Field | None) -> None:
    assert read_heading(text, APRIL_YEARS).field == field


@pytest.mark.parametrize(
    ("text", "is_owner", "is_topic"),
    [
        ("STAFF\nPERSON/\nDEPT", True, False),
        ("Staff member", True, False),
        ("Council request", False, True),
        ("Board requests", False, True),
        ("Request", False, False),
        ("Service request", False, False),
    ],
)
def test_whom_a_board_asks_and_what_it_asks(text: str, is_owner: bool, is_topic: bool) -> None:
    heading = read_heading(text, APRIL_YEARS)
    assert (heading.field is Field.OWNER and heading.is_weak, heading.is_topic) == (is_owner, is_topic)


@pytest.mark.parametrize(
    ("text", "field", "is_weak"),
    [
        ("Assigned Department\nAssigned Staff Member", Field.OWNER, False),
        ("Organisation\nLead person", Field.OWNER, False),
        ("Owner\nSupport", Field.OWNER, False),
        ("Dept.\nStaff", Field.OWNER, True),
        ("Department\nContact", Field.OWNER, True),
        ("Staff\nHours", None, False),
        ("Contact\nNumber", Field.REF, True),
        ("Officer\nNotes", Field.COMMENT, False),
        ("Team\nPartners", None, False),
        ("Person\nDays", None, False),
    ],
)
def test_what_a_heading_says_whose_lines_each_name_something(text: str, field: Field | None, is_weak: bool) -> None:
    heading = read_heading(text, YEARS)
    assert (heading.field, heading.is_weak) == (field, is_weak)


def test_words_of_headings_stand_folded_in_their_lists() -> None:
    heads = {head for index in (FIELD_HEADS, RANK_HEADS, EDGE_HEADS) for head in index}
    assert {head: heading_key(head) for head in heads if heading_key(head) != head} == {}
