"""What whole families of headings say: every outcome with the headings that have it."""

from __future__ import annotations

import pytest

from peerxl.model.fiscal import APRIL_YEARS
from peerxl.reading.heading_key import heading_key
from peerxl.reading.heading_rules import Heading
from peerxl.reading.headings import LONGEST_HEADING, read_heading

# An outcome is the field or "update", what kind of heading of actions it is, whether it is a weak one, and its quarter
# or year; Q0 is the quarter before; "nothing" is a heading that says nothing to us.
OUTCOMES = {
    "ref": """
        Action no | Action nr | Rec num | Sl | Sr | Action ref | UID | Ident | Register no | Unique reference number
        | Serial | S/N | Row | Line number | Ticket number | Seq | WBS code | Index | Key | Code | Internal ref |
        Ref
    """,
    "description": """
        Desc | Descr | Detail | Subject | Incident description | Short description | Summary of
    """,
    "owner": """
        Resp officer | POC | DRI | Lead dept | Mgr | By whom | Lead org | Programme lead | Pip owner | Officer |
        Responsible person | Action party | Lead agency | Handler | Who will lead | Nominated
        officer | Exec lead | Owner role | Lead job title | Operational owner | Business owner | Person in charge |
        Joint lead | Lead manager | Parks/Owner | Rating/Owner | Owner or lead | Owner, deadline
    """,
    "nothing": """
        Contact mgr | WIP | Incident | Project | Policy | Place | Contract | Related issue name | Wexmere action |
        People of it | Progress roads | Invoice status | Customer owner | Owner of invoice | Lead Wexmere roads and
        parks | Wexmere big odd old number | Action by Wexmere | What is this | How high | Parks/Roads | Title of it | Jan |
        2023 | Owner Q3 2023/24 | Comment last month | Owner previous | Wexmere Q3 | Fyne 23/24
    """,
    "task": """
        Mgmt response | Mgt response | Proposed measure | Remediation | Subtask | Step | Commitment | Response
        strategy | Response | Contingency plan | Treatment plan | Name of task
    """,
    "recommendation topic": """
        Rec | Recommendation statement
    """,
    "timescale": """
        Est completion | Exp completion | ETA | ECD | Due dt | Tgt date | Compl date | Impl date | Due qtr |
        Timeframe | Timeline | Target month | New deadline | Due quarter | When by | Delivery by | To be done by
        when | Revised target | Completion due | Planned finish | Forecast | Timescale for implementation | Delivery
        timescale | Completion resolution | Forecast date | Date required | Date by | Anticipated date | Projected
        completion date | Fix date | Resolution date | Action date | Commitment date | Wexmere due date
    """,
    "original timescale": """
        Orig date | Original target | Baseline finish | Initial target | First date | Initial date | Original date |
        Original due
    """,
    "status": """
        Curr status | Story status | BRAG status | Completed y/n | State | Stage | Progress rag | Self assessed
        status | Assessment status | Is it complete | Status code | Status as at | RAG as at
    """,
    "update weak Q0": """
        Prev update | Prior position
    """,
    "theme": """
        Prio | Pri | Key workstream | Strand | Area for improvement | Focus area | Section | Domain | Strategic
        priority | Corporate theme | Council aim | Improvement area name
    """,
    "comment": """
        Cmt | Detailed comment | Narrative | Further information | Current position and comment | Work log | Weekly
        comment | Closing comment | Status comment | Comment history | Update note | Narrative, Q2
    """,
    "action": """
        Preventative action | Peer council action | Smart action | Follow up action | Contingency action | Action
        plan summary | Action to be undertaken | Action required to mitigate it | Our main action | Latest action |
        Priority action | Action text | Action step | What are we going to do | What is needed | Action plan | How
        will we do it | Action taken/planned | To do item | Milestones/Actions | Outcome/Actions | Risk/Action |
        Statement of action
    """,
    "topic": """
        Weakness | Hazard | User story | Matter arising | Gap | Requirement | Story title | Observation raised | Key
        issue identified | Issue summary | Risk event | Description of risk or issue | Nature of risk
    """,
    "ref topic": """
        Peer ticket
    """,
    "ref description": """
        Item
    """,
    "owner weak": """
        Resource | Resource name | By | Person | Contact | Staff | Initials | Officer name | Wexmere owner | Wexmere lead | Wexmere
        accountable person | Wexmere responsibility | Officer responsible for roads | Person in the lead |
        Responsible at Wexmere | Lead for roads | Owner of roads | Contractor responsible | Who pays for it now and
        then | Lead Wexmere roads team | Nominated Wexmere body | Named body | Assigned body | Designated body |
        Accountable body of it | Q3 owner
    """,
    "owner description weak": """
        Name
    """,
    "comment weak": """
        Outcome | Action taken | Work done | Closure note | Closure comment | Actual outcome | Wexmere note |
        Wexmere narrative | Wexmere remark | Wexmere commentary | Comments on it | Invoice comment | Price note
    """,
    "update": """
        Position | How are we doing | Weekly update | Progress so far | Progress since last report | Where are we
        now | Comments and status | Update/Deadline | Progress & Owner | Status + comment
    """,
    "evidence": """
        Link to evidence | Document | Closure evidence | Evidence provided | Evidence/link
    """,
    "extra": """
        Birth date | Commencement date | Date commenced | Date joined | Harbour date | Date of peer review | Start |
        Portfolio holder | Rating | Success criteria | Partner | Strategy | Originator | Approver | Committee | Root
        cause | Residual risk | Link | Sprint | Supporting officer | Rating/Link
    """,
    "date closed": """
        Actual date | Date cleared | Closing date | Closure date | Date implemented | Delivered date | Closed on |
        Closure | Actual finish
    """,
    "date updated": """
        Date modified | Date verified | Date of status | Last reviewed | Updated on | Updated at | Modified | Last
        update
    """,
    "date raised": """
        Date logged | Date submitted | Date received | Request date | Date noted | The date | Original raised date |
        Opened | Created at | Created | Reported
    """,
    "update weak": """
        Wexmere update | Wexmere progress | Update from Wexmere | Invoice update | What happened there | How far we
        are
    """,
    "status weak": """
        Wexmere rag rating | Wexmere rag status | Wexmere rag | Status against budget
    """,
    "timescale weak": """
        Wexmere deadline | Wexmere timeframe | Wexmere timescale | Deadline of roads
    """,
    "evidence weak": """
        Wexmere evidence | Evidence in file
    """,
    "recommendation topic weak": """
        Wexmere recommendation
    """,
    "ref weak": """
        Wexmere number | Wexmere ID | Wexmere reference
    """,
    "action weak": """
        Action to close it | Action for Wexmere | What we shall take | What was achieved there | How to do it all |
        What steps were there
    """,
    "status last": """
        Status/Actions
    """,
    "owner last": """
        Owner/Actions
    """,
    "update Q3 2023": """
        Q3 2023/24
    """,
    "update Q3": """
        Quarter 3
    """,
    "update Q4 2023": """
        January 2024
    """,
    "2023": """
        FY23/24 | 2023/24
    """,
    "status Q3 2023": """
        Status Q3 2023/24
    """,
    "status Q2": """
        Q2 RAG
    """,
    "status weak Q0": """
        Previous status | Status in preceding period
    """,
    "comment weak Q0": """
        Last quarter comment
    """,
    "status Q1 2024": """
        Status May 2024
    """,
    "status Q3": """
        Q3 RAG status and so on
    """,
    "comment Q4 2023": """
        Comments (Q4 2023/24)
    """,
}
CASES = [(text, outcome) for outcome, texts in OUTCOMES.items() for text in " ".join(texts.split()).split(" | ")]


def name_rank(rank: int) -> str:
    return "last" if rank == 99 else ("task", "topic", "description")[rank // 100]


def describe(heading: Heading) -> str:
    quarter = heading.quarter
    parts = [
        "update" if heading.is_update else str(heading.field or ""),
        name_rank(heading.action_rank) if heading.action_rank is not None else "",
        "weak" if heading.is_weak else "",
        f"Q{quarter.number} {quarter.year or ''}".strip() if quarter else "",
        str(heading.year or ""),
    ]
    return " ".join(part for part in parts if part) or "nothing"


@pytest.mark.parametrize(("text", "outcome"), CASES, ids=[text for text, _ in CASES])
def test_what_a_heading_says(text: str, outcome: str) -> None:
    assert describe(read_heading(text, APRIL_YEARS)) == outcome


# Each would sooner head the actions than the next.
SOONER = """
    Corrective action plan | Proposed measure | Remediation plan | Mitigation | Task | Milestone | Treatment plan | Step
    | Deliverable | Response plan | Management response | Response | Control | Contingency plan | Work item | Status/Actions
    | Recommendation | Issue | Finding | Weakness | Observation | Risk | Hazard | User story | Assumption | Gap | Bug
    | Requirement | Description | Summary | Title | Detail | Item | Subject | Name
"""


def test_which_would_sooner_head_the_actions() -> None:
    headings = [text.strip() for text in " ".join(SOONER.split()).split("|")]
    ranks = {text: read_heading(text, APRIL_YEARS).action_rank for text in headings}
    assert ranks.pop("Corrective action plan") is None  # an action by its own name
    assert list(ranks) == sorted(ranks, key=lambda text: ranks[text] or 0)
    assert len(set(ranks.values())) == len(ranks)


ABBREVIATIONS = """
no number | nr number | num number | sl serial | sr serial | ref reference | uid unique id | ident id | desc
description | descr description | resp responsible | poc point of contact | dri responsible person | dept
department | mgr manager | mgmt management | mgt management | rec recommendation | est estimated | exp expected
| orig original | curr current | prev previous | prio priority | pri priority | eta expected date | ecd expected
date | dt date | tgt target | compl completion | impl implementation | qtr quarter | whom who | cmt comment |
preventative preventive | org organisation | organization organisation | programme program | timeframe time
frame | timescale time scale | timeline time line | wip work in progress
"""


@pytest.mark.parametrize("pair", " ".join(ABBREVIATIONS.split()).split(" | "))
def test_what_is_written_short_or_in_two_ways(pair: str) -> None:
    short, _, long = pair.partition(" ")
    assert heading_key(f"{short} of it") == f"{long} of it"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Bus", "bus"),
        ("News", "news"),
        ("Process status basis", "process status basis"),
        ("Its", "its"),
        ("Ads", "ads"),
        ("Ties", "ty"),
        ("Business analysis", "business analysis"),
        ("Bonus crisis", "bonus crisis"),
        ("HTTPServer", "http server"),
        ("Rec.s", "recommendation s"),
        ("<b>Risks</b>", "risk"),
        ("[Actions]", "action"),
        ("{Actions}", "action"),
        ("Risk no. #", "risk number"),
        ("A#", "a number"),
        ("Actions and/or tasks", "action and / or task"),
        ("Owner+date|due,when&how", "owner + date | due , when & how"),
        ("Sub-task", "sub task"),
        ("Task - sub", "task sub"),
        ("Task – sub", "task sub"),
        ("Completed (Date)", "completed date"),
        ("Completed (date )", "completed date"),
        ("Completed (days)", "completed"),
        ("(Status)", "status"),
        ("Ref [12]", "reference"),
        ("Ref (iv)", "reference"),
        ("Ref (12)", "reference"),
        ("Ref(s)", "reference"),
        ("Status*†", "status"),
        ("“What’s next?”", "what s next"),
    ],
)
def test_how_a_heading_is_folded(text: str, key: str) -> None:
    assert heading_key(text) == key


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("Status (" + "x" * (LONGEST_HEADING - 9) + ")", True),
        ("Status (" + "x" * (LONGEST_HEADING - 8) + ")", False),
        ("Update of it in the town and the shire by the sea", True),
        ("Update of it in the town and the shire by the sea too", False),
        ("Update of " + "x" * 80, True),
        ("Update of " + "x" * 81, False),
    ],
)
def test_how_long_a_heading_may_be(text: str, is_read: bool) -> None:
    assert read_heading(text, APRIL_YEARS).is_known == is_read
