"""What whole families of headings say: every outcome with the headings that have it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import Field
from peerxl.reading.headings import edges as heading_edges
from peerxl.reading.headings import parts as heading_parts
from peerxl.reading.headings import whole as heading_whole
from peerxl.reading.headings.date_words import DATE_KINDS
from peerxl.reading.headings.dates import find_date
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.headings.key import heading_key
from peerxl.reading.headings.rules import Heading

# An outcome is the field or "update", what kind of heading of actions it is, whether it is a weak one, and its quarter
# or year; Q0 is the quarter before; "nothing" is a heading that says nothing to us.
OUTCOMES = {
    "ref": """
        Action no | Action nr | Rec num | Sl | Sr | Action ref | UID | Ident | Register no | Unique reference number
        | Serial | S/N | Row | Line number | Ticket number | Seq | WBS code | Index | Key | Code | Internal ref |
        Ref
    """,
    "description": """
        Desc | Descr | Detail | Subject | Incident description | Short description | Summary of |
        Statement of the work |
        Description of the pier
    """,
    "owner": """
        Resp officer | POC | DRI | Lead dept | Mgr | By whom | Lead org | Programme lead | Pip owner | Officer |
        Responsible person | Action party | Lead agency | Handler | Who will lead | Nominated
        officer | Exec lead | Owner role | Lead job title | Operational owner | Business owner | Person in charge |
        Joint lead | OPI | OPR | Suggested owner | Owner [tbc] | Owner hint (from config) | Possible owner | Lead manager | Parks/Owner | Rating/Owner | Owner or lead | Owner, deadline |
        Officer who
    """,
    "nothing": """
        Contact mgr | Track | Track name | Room owner | WIP | Incident | Project | Policy | Place | Contract | Related issue name | Wexmere action |
        Progress roads | Invoice status | Customer owner | Owner of invoice | Lead Wexmere roads and
        parks | Wexmere big odd old number | Action by Wexmere | What is this | How high | Parks/Roads | Title of it | Jan |
        2023 | Owner Q3 2023/24 | Comment last month | Owner previous | Wexmere Q3 | Fyne 23/24 |
        What is |
        What is the |
        Where they are |
        By fix |
        If status |
        Name of the pier |
        Nature of |
        Wexmere big old odd works
    """,
    "task": """
        Mgmt response | Mgt response | Proposed measure | Remediation | Subtask | Step | Commitment | Response
        strategy | Deliverable type | Response | Contingency plan | Treatment plan | Name of task | Mitigations applied
    """,
    "comment last weak": """
        Agency response to recommendations | Our reply on comments | Officer response to recommendation |
        Management response to audit findings
    """,
    "recommendation topic": """
        Rec | Recommendation statement
    """,
    "timescale": """
        Est completion | Exp completion | ETA | ECD | Due dt | Tgt date | Compl date | Impl date | Due qtr |
        Timeframe | Timeline | Target month | New deadline | Due quarter | When by | Delivery by | To be done by
        when | Revised target | Completion due | Planned finish | Forecast | Timescale for implementation | Delivery
        timescale | Key dates | Tentative date | Provisional deadline | Deliv. date | Completion resolution | Forecast date | Date required | Date by | Anticipated date | Projected
        completion date | Fix date | Resolution date | Action date | Commitment date | Wexmere due date |
        What is the deadline |
        Date to | PDC | Revised TDC | Target sprint
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
        Statement of action | Action/Comments 2024
    """,
    "topic": """
        Root cause | Weakness | Hazard | User story | Matter arising | Gap | Requirement | Story title | Observation raised | Key
        issue identified | Issue summary | Risk event | Description of risk or issue | Nature of risk |
        What are the risks | Point | Points discussed | Observed deficiency | Known issue | Identified gap |
        Reported problem | Open question | Detected weakness | Prerequisite | Pre-requisites | Preconditions
    """,
    "ref topic": """
        Peer ticket
    """,
    "ref description": """
        Item
    """,
    "owner weak": """
        Track owner | Track lead | Owning team | Owning department | Owner group |
        People | Leader | Project leader | From | People of it | Resource | Resource name | By | Person | Contact | Staff | Initials | Officer name | Wexmere owner | Wexmere lead | Wexmere
        accountable person | Wexmere responsibility | Officer responsible for roads | Person in the lead |
        Responsible at Wexmere | Lead for roads | Owner of roads | Contractor responsible | Who pays for it now and
        then | Lead Wexmere roads team | Nominated Wexmere body | Named body | Assigned body | Designated body |
        Accountable body of it | Q3 owner |
        Officer that leads it |
        Responsible invoice |
        Lead at Wexmere |
        Officer Wexmere
    """,
    "owner description weak": """
        Name
    """,
    "comment weak": """
        Outcome | Action taken | Work done | Closure note | Closure comment | Actual outcome | Wexmere note |
        Wexmere narrative | Wexmere remark | Wexmere commentary | Comments on it | Invoice comment | Price note |
        Price remark
    """,
    "update": """
        Position | How are we doing | Weekly update | Progress so far | Progress since last report | Where are we
        now | Comments and status | Update/Deadline | Progress & Owner | Status + comment
    """,
    "evidence": """
        Link to evidence | Document | Closure evidence | Evidence provided | Evidence/link |
        Evidence link |
        Evidence reference |
        Evidence location
    """,
    "extra": """
        Birth date | Commencement date | Date commenced | Date joined | Harbour date | Date of peer review | Start |
        Portfolio holder | Rating | Success criteria | Partner | Strategy | Originator | Approver | Committee | Residual risk | Link | Sprint | Supporting officer | Rating/Link
    """,
    "date closed": """
        Actual date | Date cleared | Closing date | Closure date | Date implemented | Delivered date | Closed on |
        Closure | Actual finish |
        Actual target date
    """,
    "date updated": """
        Date modified | Date verified | Date of status | Last reviewed | Updated on | Updated at | Modified | Last
        update
    """,
    "date raised": """
        Date logged | Date submitted | Date received | Request date | Date noted | The date | Original raised date |
        Opened | Created at | Created | Reported |
        Raised in |
        Raised on |
        Created on
    """,
    "update weak": """
        Wexmere update | Wexmere progress | Update from Wexmere | Invoice update | What happened there | How far we
        are |
        Invoice progress to date |
        How progress |
        Big old Wexmere works to date
    """,
    "status weak": """
        Disposition | Finding disposition |
        Wexmere rag rating | Wexmere rag status | Wexmere rag | Status against budget |
        Status which applies |
        Nature of Wexmere pier status |
        Status if known
    """,
    "timescale weak": """
        Wexmere deadline | Wexmere timeframe | Wexmere timescale | Deadline of roads |
        There is a deadline |
        Fix it by
    """,
    "evidence weak": """
        Wexmere evidence | Evidence in file
    """,
    "recommendation topic weak": """
        Wexmere recommendation
    """,
    "ref weak": """
        Wexmere number | Wexmere ID | Wexmere reference |
        Wexmere big odd number
    """,
    "action weak": """
        Action to close it | Action for Wexmere | What we shall take | What was achieved there | How to do it all |
        What steps were there |
        What action
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
    "comment Q3 2024": """
        Comments 2024
    """,
    "update Q3 2024": """
        Progress 2024 | 2024 progress | Progress (2024)
    """,
    "update Q4 2023": """
        Progress 2023/24 | 2023-24 update | January 2024
    """,
    "status Q3 2024": """
        Status 2024 | 2024: RAG
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
    "extra weak": """
        Team who does it
    """,
    "theme topic": """
        Theme/Risk
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


# Whose date a heading speaks of, by each word that says it; of two such words the upper line's counts.
DATES = (
    (Field.EXTRA, "start started begin began commence commencement birth hire joined review meeting"),
    (Field.CLOSED, "actual"),
    (
        Field.TIMESCALE,
        "due target planned plan expect expected require required deadline need needed finish by estimated will be "
        "forecast proposed agreed scheduled schedule anticipated intended projected targeted forecasted indicative approximate approx promise statutory contractual revised sla new tentative provisional promised commit "
        "committed live extended extension compliance",
    ),
    (Field.CLOSED, "closed closure close closing resolved finished done achieved cleared complied rectified fixed"),
    (Field.UPDATED, "updated update modified modification reviewed status changed edited last verified checked"),
    (
        Field.RAISED,
        "raised opened open identified identify identification logged log created create creation reported report "
        "recorded record entered entry submitted submission received added issued found requested request assigned "
        "discovered detected detection registered noted initiated escalated registration audit inspection observed "
        "notified",
    ),
    (Field.CLOSED, "completed implemented delivered actioned"),
    (
        Field.TIMESCALE,
        "end completion complete resolution resolve implementation delivery milestone action time remediation mitigation "
        "fix treatment commitment task deliverable",
    ),
)


def test_every_word_that_says_whose_date_it_is() -> None:
    assert tuple((field, frozenset(words.split())) for field, words in DATES) == DATE_KINDS
    lines = [(field, words.split()) for field, words in DATES]
    for index, (field, words) in enumerate(lines):
        assert {word: find_date(("date", word)) for word in words} == dict.fromkeys(words, Heading(field=field))
        for _, below in lines[index + 1 :]:
            assert find_date((below[0], "date", words[-1])) == Heading(field=field)


# Each would sooner head the actions than the next.
SOONER = """
    Corrective action plan | Proposed measure | Remediation plan | Mitigation | Task | Work item | Milestone | Treatment plan | Step
    | Deliverable | Response plan | Management response | Response | Control | Contingency plan | Status/Actions
    | Recommendation | Issue | Finding | Weakness | Observation | Risk | Hazard | User story | Assumption | Gap | Bug
    | Requirement | Title | Summary | Short description | Description | Detail | Item | Subject | Name
"""


def test_which_would_sooner_head_the_actions() -> None:
    texts = [text.strip() for text in " ".join(SOONER.split()).split("|")]
    ranks = {text: read_heading(text, APRIL_YEARS).action_rank for text in texts}
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
frame | timescale time scale | timeline time line | wip work in progress | percent % | percentage % | pct % | stat status | pic person
in charge | gid unique id | opi office of primary interest | opr office of primary responsibility | reqd required |
rec'd received | req'd required | mtg meeting | svc service | proj project | cttee committee | addl additional
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
        ("Recs", "recommendation"),
        ("Mgrs’ comments", "manager comment"),
        ("Completed ( date)", "completed date"),
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
        ("“What’s next?”", "what next"),
    ],
)
def test_how_a_heading_is_folded(text: str, key: str) -> None:
    assert heading_key(text) == key


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("Status (" + "x" * 191 + ")", True),
        ("Status (" + "x" * 192 + ")", False),
        ("Update of it in the town and the shire by the sea", True),
        ("Update of it in the town and the shire by the sea too", False),
        ("Update of " + "x" * 80, True),
        ("Update of " + "x" * 81, False),
    ],
)
def test_how_long_a_heading_may_be(text: str, is_read: bool) -> None:
    assert read_heading(text, APRIL_YEARS).is_known == is_read


OWNER, ACTION, DUE = (Heading(field=field) for field in (Field.OWNER, Field.ACTION, Field.TIMESCALE))
STATUS, UPDATE, WEAK_DUE = Heading(field=Field.STATUS), Heading(is_update=True), replace(DUE, is_weak=True)
# What words do in a heading that is no name of a field: the words, headings with each, and what these say.
PARTS = (
    (heading_parts.RELATIVES, "who that which whose", "deadline {} snarf", heading_parts.find_in_clause, WEAK_DUE),
    (heading_parts.WHETHER, "has have is was were are", "{} it done", heading_parts.find_in_clause, STATUS),
    (
        heading_parts.DONE,
        "completed complete implemented done delivered actioned closed finished achieved resolved met complied fixed remediated rectified addressed cleared finalised finalized",
        "is it {}",
        heading_parts.find_in_clause,
        STATUS,
    ),
    (heading_edges.PERSONS, "officer person people responsible", "{} who snarf", heading_parts.find_in_clause, OWNER),
    (
        heading_whole.DESCRIBERS,
        "description detail summary name title nature statement",
        "{} of deadline",
        lambda words: heading_whole.find_whole(" ".join(words)),
        DUE,
    ),
    (
        heading_edges.PREPOSITIONS,
        "if of for on against towards to since from in with at made",
        "deadline {} snarf",
        heading_edges.find_at_edges,
        WEAK_DUE,
    ),
    (heading_edges.ASKING, "what how", "{} step snarf", heading_edges.find_by_first_word, ACTION),
    (
        heading_edges.DOING,
        "action do doing done step take taken task achieved happen",
        "what snarf {}",
        heading_edges.find_by_first_word,
        ACTION,
    ),
    (heading_edges.DOING_SO_FAR, "progress happened far", "how snarf {}", heading_edges.find_by_first_word, UPDATE),
    (
        heading_edges.LEADERS,
        "lead responsible accountable nominated designated named assigned",
        "{} old grey snarf",
        heading_edges.find_by_first_word,
        OWNER,
    ),
)


@pytest.mark.parametrize(("table", "words", "text", "read", "reading"), PARTS, ids=[part[1] for part in PARTS])
def test_every_word_that_has_a_part_in_a_heading(
    table: frozenset[str],
    words: str,
    text: str,
    read: Callable[[tuple[str, ...]], Heading | None],
    reading: Heading,
) -> None:
    assert set(words.split()) == table
    readings = {word: read(tuple(text.format(word).split())) for word in words.split()}
    assert readings == dict.fromkeys(words.split(), reading)
    assert read(tuple(text.format("grump").split())) != reading
