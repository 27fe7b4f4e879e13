"""Trackers as strangers keep them: each must be read true in its headings, its columns and the number of its actions."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from peerxl import check_plan, read_plan
from peerxl.errors import PeerxlError
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Sheet, column_letter
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from tests.conftest import SHARED, needs_shared, plan_from_text
from tests.reading.tables import fields, kept, typed


@dataclass(frozen=True)
class Tracker:
    """A tracker's sheet, the fields that must come out, its row of headings and the number of its actions."""

    name: str
    fields: str
    header_row: int
    actions: int
    text: str
    codes: tuple[str, ...] = ()


TRACKERS = (
    Tracker(
        "parts with their headings again, and the last with one of its own",
        "A action · B status",
        2,
        7,
        """
        | Urgent         |          |                |
        | Recommendation | Status   | Permit         |
        | Mend the pier  | Complete | J101           |
        | Paint the rail | Complete | J102           |
        | Light the quay | Complete | J102           |
        |                |          |                |
        | Later          |          |                |
        | Recommendation | Status   | Permit         |
        | Clean the yard | Complete | J103           |
        | Oil the crane  | Complete | J103           |
        |                |          |                |
        | Not this year  |          |                |
        | Recommendation | Status   | Notes          |
        | Raise the wall | Deferred | Ask again      |
        | Widen the ramp | Deferred | No money       |
        """,
    ),
    Tracker(
        "parts with their headings again, and the last with a status of its own",
        "A action · B owner",
        1,
        6,
        """
        | Action         | Owner     | Permit         |
        | Mend the pier  | Ann Field | J101           |
        | Paint the rail | Bo Lane   | J102           |
        |                |           |                |
        | Action         | Owner     | Permit         |
        | Clean the yard | Ann Field | J103           |
        | Oil the crane  | Bo Lane   | J103           |
        |                |           |                |
        | Action         | Owner     | Status         |
        | Raise the wall | Ann Field | Open           |
        | Widen the ramp | Bo Lane   | Done           |
        """,
    ),
    Tracker(
        "what was done is reviewed beside a recommendation",
        "A ref · B action · C comment · D owner · E timescale · F status",
        1,
        2,
        """
        | Ref | Recommendation        | Review of action taken       | Owner   | Due date   | Status    |
        | 1   | Improve the pier lamp | The lamp was checked in May  | Ann Lee | 2026-03-31 | On hold   |
        | 2   | Train the ferry crew  | Training was given to four   | Bo Day  | 2026-04-30 | Completed |
        """,
    ),
    Tracker(
        "what is needed by occasions",
        "A action · B timescale · C comment",
        1,
        3,
        """
        | Task                | Needed by      | Notes       |
        | Improve the lamps   | before Tue 25  | Two of them |
        | Train the crew      | before Thu 27  | All four    |
        | Print the timetable | Friday morning | In colour   |
        """,
    ),
    Tracker(
        "named items with all that a plan says of each",
        "A action · B owner · C timescale · D status",
        1,
        3,
        """
        | Item name   | Owner   | Due date   | Status      |
        | Pier lamps  | Ann Lee | 2026-03-31 | In progress |
        | Ferry crew  | Bo Day  | 2026-04-30 | Completed   |
        | Timetable   | Ann Lee | 2026-05-31 | Completed   |
        """,
    ),
    Tracker(
        "a checklist with ticks",
        "A theme · B action · C status · D owner",
        1,
        2,
        """
        | Area | Checklist item | Done? | Owner   |
        | Quay | Lamps are lit  | Yes   | Ann Lee |
        | Boat | Crew trained   | No    | Bo Day  |
        """,
    ),
    Tracker(
        "headings again in another language",
        "A action · B owner · C timescale · D status",
        1,
        3,
        """
        | Action            | Owner      | Due date   | Status |
        | Gweithred         | Perchennog | Dyddiad    | Statws |
        | Improve the lamps | Ann Lee    | 2026-03-31 | Open   |
        | Train the crew    | Bo Day     | 2026-04-30 | Closed |
        | Light the quay    | Bo Day     | 2026-05-31 | Closed |
        """,
        ("row-of-guidance",),
    ),
    Tracker(
        "savings in thousands",
        "A ref · B action · D owner · E timescale · F status",
        2,
        3,
        """
        | Delivery of savings |
        | Ref | Saving proposal            | £000 | Accountable officer | Delivery date | RAG   |
        | S1  | Merge the contact centres  | 250  | Ann Field           | 2026-09-30    | Amber |
        | S2  | Close the print unit       | 90   | Bo Lane             | 2026-04-01    | Green |
        | S3  | Reduce the third floor     | 120  | Cy Moss             | 2026-12-31    | Red   |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "jobs under headings of which one is known",
        "B action · D timescale",
        1,
        3,
        """
        | Bell  | Job                       | Sexton | When       |
        | Tenor | Replace the frayed rope   | Zeb    | 2026-02-14 |
        | 3     | Repaint both the muffles  | Ozk    | 2026-11-01 |
        | All   | Clean the ringing chamber | Zeb    | 2026-12-20 |
        """,
    ),
    Tracker(
        "what is to be done before a day, by volunteers",
        "A action · B owner",
        1,
        3,
        """
        | To do before the concert | Volunteer |
        | Print 200 programmes     | Ann       |
        | Borrow the staging       | Mary      |
        | Email the press release  | Ann       |
        """,
    ),
    Tracker(
        "an export of items, with nothing beneath",
        "A action · B owner · C status · D timescale",
        1,
        0,
        "| Item | Owner | Status | Timeline |",
    ),
    Tracker(
        "an export with a task nobody has named",
        "A action · B status · C owner · D timescale",
        1,
        0,
        "| Name | Status | Owner | Due Date |\n| Untitled | Not started | | |",
        ("row-of-guidance",),
    ),
    Tracker(
        "packages of a project in its months",
        "A ref · B action · C owner · F timescale · G status",
        2,
        3,
        """
        | Lamp network – work packages |
        | wp_id | wp_name                   | lead_partner | supporting_partners | start_month | end_month | status      |
        | WP1   | Coordination of the lamps | Turkey       | Poland;Spain        | 1           | 18        | In Progress |
        | WP2   | Needs of those who walk   | Poland       | Turkey;Spain        | 2           | 6         | Not Started |
        | WP3   | Design of the lamps       | Spain        | Turkey;Poland       | 4           | 10        | Not Started |
        """,
    ),
    Tracker(
        "milestones in months with a letter",
        "A ref · B action · C owner · D timescale",
        1,
        3,
        """
        | No  | Milestone               | Lead partner | Due month |
        | MS1 | Agreement signed by all | Leeds        | M1        |
        | MS2 | First lamp lit          | Leeds        | M12       |
        | MS3 | Last meeting held       | York         | M36       |
        """,
    ),
    Tracker(
        "a checklist of a program, with the post of who does each and a tick for a status",
        "A action · C owner · E status",
        1,
        3,
        """
        | taskHeadline                       | taskBody           | staffPosition  | assignedTo | status |
        | Move students into apartments      | Deposit paid       | Office Manager |            | FALSE  |
        | Order breakfast for the first day  | Ready by 8:30      | Office Manager |            | FALSE  |
        | Make sure that there are supplies  |                    | Office Manager |            | FALSE  |
        """,
        ("column-ambiguous",),
    ),
    Tracker(
        "names of what is done, with blank owners and dates",
        "A action · B status · C owner · D timescale · F comment",
        1,
        3,
        """
        | Name                                  | Status | Owner | Due Date | Priority | Notes |
        | Access to the source that lists lamps | Done   |       |          | High     | Feed  |
        | Page of the lamps of the town         | Done   |       |          | Medium   |       |
        | Server that others may call           | To do  |       |          | Low      |       |
        """,
    ),
    Tracker(
        "an export with headings alone",
        "A action · B status · C owner · D timescale · E comment",
        1,
        0,
        "| Name | Status | Assignee | Due date | Notes |",
    ),
    Tracker(
        "actions and news of them under the name of a plan",
        "A action · B comment",
        2,
        2,
        """
        | Council plan action tracker |
        | Action                        | Update                                        |
        | Develop an economic strategy  | A timeline has been agreed with the partners  |
        | Review financial inclusion    | Activity was moved to help those in need      |
        """,
    ),
    Tracker(
        "actions and who does them under one heading",
        "A theme · B action",
        2,
        3,
        """
        | Equality duty – action plan |
        | Key objectives   | Actions to be taken and by whom                | Success criteria |
        | Narrow the gap   | Head and class teacher to meet about each pupil | Pupils get help  |
        | Equal play       | Lunchtime staff to plan ways to include all     |                  |
        | Open building    | Catering manager and head to look at the hall   |                  |
        """,
    ),
    Tracker(
        "defects with what was to be seen",
        "A ref · B action · G status",
        2,
        3,
        """
        | Defect log |
        | ID | description                       | steps_to_reproduce    | expected          | severity | priority | status |
        | D1 | A day too much is taken off       | 1. Log in. 2. Cancel. | The days stay     | High     | High     | Open   |
        | D2 | The balance is not looked at      | 1. Ask for 20 days.   | It is refused     | High     | Low      | Open   |
        | D3 | The month is counted one too few  | 1. Enter 31 August.   | Six months        | Low      | Low      | Open   |
        """,
    ),
    Tracker(
        "phases by who answers for them, by when and how far they are",
        "A ref · C action · D timescale · E owner · F status",
        1,
        4,
        """
        | milestone_id | site_id | phase              | planned_date | owner_dept | status      |
        | M1           | DXP1    | Site Planning      | 2026-05-01   | Operations | Complete    |
        | M2           | DXP1    | Training Readiness | 2026-06-18   | Training   | On Track    |
        | M3           | DXP1    | Safety Validation  | 2026-06-30   | Safety     | At Risk     |
        | M4           | DXP1    | Launch Readiness   | 2026-08-05   | Operations | Not Started |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "phases with a target and a progress, in weeks of the project",
        "A action · B status · D timescale",
        1,
        4,
        """
        | Phase                          | Status     | Start Date | Target Completion | Progress |
        | Phase 1: Framework of the page | ✅ Complete | Week 1     | Week 2            | 1        |
        | Phase 2: Editor of the code    | ⏳ Ready    | Week 3     | Week 5            | 0        |
        | Phase 3: Types of the engine   | ⏳ Ready    | Week 6     | Week 7            | 0        |
        | Phase 4: Documentation of all  | ⏳ Ready    | Week 8     | Week 9            | 0        |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "components under the lamps of a traffic light",
        "A action · B status · C owner · D timescale · E comment",
        1,
        4,
        """
        | Component          | Status | Owner | ETA    | Notes                        |
        | Sign in by card    | 🟡     | Ann   | Week 2 | Is it ready for all users    |
        | Payments by card   | 🔴     | Ann   | Week 2 | Revenue depends on this      |
        | Tips for the crew  | 🔴     | Bo    | Week 3 | Paid in a day                |
        | Home page with map | 🟡     | Bo    | Week 1 | The main menu is to be shown |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "checks with a purpose, and days on which they are planned",
        "A action · C status · D timescale",
        1,
        4,
        """
        | Validation/check                  | Purpose                            | Status             | Planned completion date |
        | Audit of labels in 200 rows       | Say how much of them is noise      | In progress        | 2026-05-25              |
        | Judging of a subset by two people | Compare student and teacher fairly | Subset built today | 2026-05-25              |
        | Full run of the third defence     | Verify that the finding holds true | Queued after that  | 2026-06-01              |
        | Review by a peer of the report    | Catch what is weakly phrased in it | Not started        | 2026-06-05              |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "root causes of corrective actions, before who, when and how far",
        "A ref · D action · E owner · F timescale · G status",
        1,
        4,
        """
        | ca_id | source         | related_item               | root_cause            | owner    | target_date | status      |
        | CA-1  | Internal Audit | C-5 Privileged Access      | No cadence and owner  | Security | 2026-03-31  | In Progress |
        | CA-2  | Internal Audit | C-9 Secure Configuration   | Servers were excluded | Cloud    | 2026-04-30  | In Progress |
        | CA-3  | Regulator      | R-4 Vendor Compromise      | Due diligence is thin | Security | 2026-06-30  | Open        |
        | CA-4  | Internal Audit | C-8 Patching of the rest   | Delayed patching      | Cloud    | 2026-05-20  | Open        |
        """,
    ),
    Tracker(
        "root causes of alerts with who looks at them",
        "A ref · B action · C status · D owner · E comment",
        1,
        4,
        """
        | id  | root_cause                | status              | owner      | comment                    |
        | 001 | Account Aggregation Bug   | Under Investigation | IT         | Awaiting sign-off of it    |
        | 002 | Payrun False Positive     | Closed              | IT         | Was resolved on 19 March   |
        | 003 | Country Code Bug          | Escalated           | IT         | Fix was begun by the team  |
        | 004 | Rule with a low threshold | Waiting Review      | Compliance | Needs to be calibrated now |
        """,
    ),
    Tracker(
        "defects that were found, and days on which they were resolved",
        "A ref · C action · F status",
        1,
        4,
        """
        | defect_id | severity | description                       | reported_date | resolved_date | status   | cost   |
        | D1        | high     | Asbestos in the slab of the cellar | 2024-01-25    |               | open     | 185000 |
        | D2        | medium   | Water comes into the excavation    | 2024-03-15    | 2024-04-10    | resolved | 42000  |
        | D3        | low      | Cap of the pile is out of line     | 2024-05-20    | 2024-05-22    | resolved | 3500   |
        | D4        | low      | Cable takes the wrong way          | 2024-06-01    |               | open     | 5500   |
        """,
    ),
    Tracker(
        "a programme of work, of which few rows say when",
        "B action · C owner · D timescale · E comment",
        1,
        3,
        """
        | Code of Practice Criteria  | Programme of work 2010/11           | By whom (lead)    | By when | Progress/Outcome at June |
        | 1. Have systems that work  | Hold four meetings of the committee | Directors of IPC  |         | May meeting was held.    |
        |                            | The committee will review its terms | DsIPC             | Nov     |                          |
        |                            | It will receive quarterly reports   | Divisional Leads  |         |                          |
        """,
    ),
    Tracker(
        "activities with how much of each was planned and is done",
        "B action · F status",
        1,
        3,
        """
        | package   | activity   | vendor   | planned_progress_pct | actual_progress_pct | status      | agreed_cost |
        | Civil     | Excavation | Vendor A | 100                  | 100                 | Completed   | 120000      |
        | Civil     | Foundation | Vendor A | 100                  | 75                  | In Progress | 350000      |
        | Finishing | Flooring   | Vendor D | 100                  | 0                   | Not Started | 250000      |
        """,
    ),
    Tracker(
        "a heading over refs, whose words have none",
        "A ref · B action · D status",
        1,
        3,
        """
        | Action |                                 | Key partners | Status  |
        | 1.6B   | Develop a bid to the lottery    | Ann Field    | Ongoing |
        | 1.6C   | Develop projects with the towns | Bo Lane      | Ongoing |
        | 1.6D   | Raise awareness of the coast    | Ann Field    | Ongoing |
        """,
    ),
    Tracker(
        "the headings again with another word, under a title",
        "A action · B owner · C timescale",
        1,
        3,
        """
        | Action                        | People Involved | Timescale    | Cost | Monitoring |
        | Review the school survey      | Members         | October 2025 |      |            |
        | Review the syllabus and all   | Members         |              | TBC  |            |
        | Objective: better teaching    |                 |              |      |            |
        | Action                        | Lead            | Timescale    | Cost | Monitoring |
        | Arrange a conference for all  | LA adviser      | March 2026   | TBC  |            |
        """,
    ),
    Tracker(
        "recommendations and to whom they were made, with what was done",
        "A ref · B action · C owner · D comment",
        1,
        3,
        """
        | Ref  | Recommendation Made               | Recommendation made to: | Action taken or Planned to Date |
        | SC18 | That visits be announced in May   | Head of Economy         | Action List circulated          |
        | SC19 | That the targets be looked at     | Head of Economy         | Action List circulated          |
        | SC22 | That the number be published soon | Head of Housing         | To be brought in Q2             |
        """,
    ),
    Tracker(
        "key results of objectives, and periods by which they are due",
        "A theme · B action · C owner · D timescale · E status",
        1,
        3,
        """
        | Objective         | Key Result             | Owner     | By         | Status      | Resolution |
        | Open the new pier | 90% of visitors say so | Ann Field | Q3 2026/27 | Not started | Unresolved |
        | Open the new pier | Under ten minutes      | Bo Lane   | Q4 2026/27 | In progress | Unresolved |
        | Plant more trees  | A thousand by spring   | Ann Field | Q4 2026/27 | Not started | Fixed      |
        """,
    ),
    Tracker(
        "days of completion that are there where something is done",
        "A ref · B status · C action",
        1,
        5,
        """
        | ID | STATUS      | DESCR           | CREATION_DATE | COMPLETION_DATE |
        | 1  | not started | add a bench     | 2026-01-09    |                 |
        | 2  | not started | move the stop   | 2026-01-10    |                 |
        | 3  | not started | paint the quay  | 2026-01-10    |                 |
        | 4  | done        | mend the pier   | 2026-01-11    | 2026-02-20      |
        | 5  | done        | light the steps | 2026-01-12    | 2026-03-20      |
        """,
    ),
    Tracker(
        "projects by who leads them, by when and how far they have come",
        "A action · B owner · C timescale · D status",
        1,
        3,
        """
        | Project           | Lead      | Target Date | Status      |
        | New pier for all  | Ann Field | Mar 6       | In Progress |
        | Lamps of the quay | Bo Lane   | Mar 8       | In Progress |
        | Steps by the sea  | Ann Field | Mar 9       | Not started |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "what has to be decided, by whom and by when",
        "B action · C owner · D timescale",
        1,
        2,
        """
        | Blocker | Decision Needed      | By Whom       | By When    |
        | Funds   | The scope of the pier | Works board   | 2026-05-04 |
        | Land    | The line of the quay  | Head of Roads | 2026-07-06 |
        """,
    ),
    Tracker(
        "what was forecast beside what was first agreed, under titles",
        "A ref · C action · D original timescale · E timescale · F status",
        1,
        3,
        """
        | milestone_id | project_id | title      | baseline_date | forecast_date | status |
        | P1-M1        | P1         | Pier lit   | 2026-05-04    | 2026-05-04    | open   |
        | P2-M1        | P2         | Quay paved | 2026-07-06    | 2026-08-06    | open   |
        | P2-M2        | P2         | Steps open | 2026-11-03    | 2026-11-03    | open   |
        """,
    ),
    Tracker(
        "titles by how far they have come, and the days they were done",
        "A ref · C action · D status · H comment",
        1,
        4,
        """
        | id | type  | title      | status    | severity | date_started | date_completed | notes           |
        | 1  | issue | Pier leaks | Closed    | Low      | 2026-05-04   | 2026-05-04     | FIXED: new roof |
        | 2  | task  | Quay lamps | Completed |          | 2026-05-05   | 2026-05-06     | They work       |
        | 3  | task  | New steps  | Planned   |          |              |                | Asked for       |
        | 4  | issue | Old rail   | Open      | Low      |              |                | It is loose     |
        """,
    ),
    Tracker(
        "milestones of projects that are numbered, and goals of their own",
        "B action · C timescale · D status · E owner",
        1,
        4,
        """
        | project_id | milestone_name | due_date   | status    | owner     | goal                        |
        | P1         | Pier lit       | 2026-03-12 | Completed | Ann Field | People see where they walk  |
        | P1         | Quay paved     | 2026-03-22 | On Track  | Ann Field | Nobody falls any more there |
        | P2         | Pier painted   | 2026-03-13 | Completed | Bo Lane   | It lasts for ten years more |
        | P2         | Steps open     | 2026-03-24 | Delayed   | Bo Lane   | The beach is near for all   |
        """,
    ),
    Tracker(
        "findings with what is to be done and who owns it",
        "B action · C owner",
        1,
        2,
        """
        | Finding           | Recommendation            | Owner         |
        | Few use the pier  | Roll the offer out at once | Head of Roads |
        | Many use the quay | Build a second one         | Works board   |
        """,
    ),
    Tracker(
        "a schedule as a program exports it, with names of no people",
        "A ref · B action · D timescale · F status",
        1,
        3,
        """
        | UID | Name         | Start      | Finish     | Duration | PercentComplete |
        | 2   | Foundations  | 2026-05-04 | 2026-05-09 | 5 days   | 1               |
        | 3   | Order lamps  | 2026-05-14 | 2026-05-19 | 3 days   | 0.5             |
        | 7   | Lights       | 2026-05-24 | 2026-05-29 | 4 days   | 0               |
        """,
    ),
    Tracker(
        "a schedule with resources and progress in hundredths",
        "A ref · B action · E timescale · G owner · H status",
        1,
        3,
        """
        | ID | Name        | Duration | Start Date | Finish Date | Predecessors | Resources | Progress (%) |
        | 2  | Foundations | 5        | 2026-05-04 | 2026-05-09  |              | Ann       | 100          |
        | 3  | Lamps       | 3        | 2026-05-14 | 2026-05-19  | 2            | Bo        | 80           |
        | 7  | Lights      | 4        | 2026-05-24 | 2026-05-29  | 3            | Bo        | 0            |
        """,
    ),
    Tracker(
        "what comes next beside what is to be done",
        "A ref · B action · C owner · D timescale · E status",
        1,
        3,
        """
        | Action_ID | Task_Title         | Owner         | Due_Date   | Status      | Next_Action       |
        | A1        | The pier and lamps | Head of Roads | 2026-05-04 | In Progress | Ask for a price   |
        | A2        | A new lease        | Works board   | 2026-07-06 | In Progress | Call the landlord |
        | A3        | Ten more bins      | Head of Roads | 2026-11-03 | Waiting     | Chase the maker   |
        """,
    ),
    Tracker(
        "a day above the headings, which is no quarter of theirs",
        "A ref · B action · C owner · D timescale · E status · F comment",
        3,
        2,
        """
        | Repairs      |                |               |             |             |         |
        | Date issued: | 2026-01-10     |               |             |             |         |
        | Finding ID   | Title          | Owner         | Target date | Status      | Remark  |
        | F1           | The pier leaks | Head of Roads | 2026-05-04  | In progress | Begun.  |
        | F2           | No lamp burns  | Works board   | 2026-07-06  | Open        | Priced. |
        """,
    ),
    Tracker(
        "a title that names each row, beside what it is about",
        "A ref · B action · D owner · E timescale · F status",
        1,
        3,
        """
        | ref | title        | description                     | owner     | end        | rag      |
        | 1.1 | Kick off     | First meeting and who is in it  | Ann Field | 2026-05-04 | Complete |
        | 1.2 | Requirements | Workshops with those who use it | Ann Field | 2026-07-06 | Red      |
        | 2.1 | New pier     | All the work on the pier itself | Bo Lane   | 2026-11-03 | Amber    |
        """,
        ("column-ambiguous",),
    ),
    Tracker(
        "milestones that rows are a part of, and what they depend on",
        "A action · B owner · C timescale · D theme",
        1,
        4,
        """
        | Task Name     | Assignee  | Due Date   | Workstream | Milestone | Dependencies |
        | New pier      | Ann Field | 2026-05-04 | Coast      | Phase two |              |
        | Old quay      | Bo Lane   | 2026-07-06 | Coast      | Phase two | New pier     |
        | Lamp posts    | Ann Field | 2026-11-03 | Coast      | Phase two | Old quay     |
        | Sea wall rail | Bo Lane   | 2026-11-03 | Coast      | Phase one | New pier     |
        """,
    ),
    Tracker(
        "teams before the days that descriptions are due",
        "A ref · B owner · C timescale · D action",
        1,
        3,
        """
        | Milestone ID | Team | Target Date | Description                   |
        | M-1          | NCSA | 2026-05-04  | Header service goes live      |
        | M-2          | DAX  | 2026-07-06  | Service for pictures of it    |
        | M-3          | NCSA | 2026-11-03  | Header service for all others |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "a language beside the headings, and one in letters that have no capitals",
        "A ref · B action · C status · D comment",
        1,
        3,
        """
        | order_num | task_en        | status      | status_description_en      |
        | 1         | Mend the pier  | in progress | The first boards are there |
        | 2         | Paint the quay | done        | It was painted in June     |
        | 3         | Light it up    | in progress | Lamps have been ordered    |
        """,
    ),
    Tracker(
        "a list of what to do by how far it has come",
        "A ref · C status · D action",
        1,
        5,
        """
        | ID   | PRIORITY | STATUS | ITEM               |
        | 0001 | 2        | DONE   | Add a bench        |
        | 0002 | 2        | DONE   | Update the map     |
        | 0003 | 1        | NEW    | Build a shelter    |
        | 0004 | 1        | HOLD   | Remove the railing |
        | 0005 | 1        | HOLD   | Move the bus stop  |
        """,
    ),
    Tracker(
        "items in words, and groups with a figure in their first row",
        "A theme · B timescale · D action · E owner · F status",
        1,
        5,
        """
        | horizon | target     | item          | deliverable             | owner   | status      |
        | v1.0    | 2026-05-04 | Pier lights   | Order the lamps for it  | Roads   | completed   |
        |         | 2026-05-04 | Quay benches  | Place ten along it      | Roads   | not started |
        | v1.1    | 2026-07-06 | Harbour wall  | Repair where it is wet  | Estates | not started |
        |         | 2026-07-06 | Ferry steps   | Rails on both sides     | Estates | not started |
        |         | 2026-07-06 | Customs house | Paint the doors of it   | Estates | not started |
        """,
    ),
    Tracker(
        "how long each may take, beside the day it is due",
        "A action · C timescale · D status · E owner",
        1,
        3,
        """
        | Action         | Timescale | Target Date | Status | Owner         |
        | Mend the pier  | 6 months  | 2026-05-04  | closed | Head of Roads |
        | Paint the quay | 1 month   | 2026-07-06  | open   | Works board   |
        | Light it up    | Immediate | 2026-11-03  | open   | Head of Roads |
        """,
        ("column-beside",),
    ),
    Tracker(
        "a post under a heading of how things stand, beside nobody by name",
        "A action · B owner · D status",
        1,
        4,
        """
        | taskHeadline                  | Position        | assignedTo | status |
        | Move the students into flats  | Office Manager  |            | Open   |
        | Order a breakfast for day one | Office Manager  |            | Open   |
        | Collect the forms of all      | Site Manager    |            | Open   |
        | Lock the flats                | Site Manager    |            | Open   |
        """,
        ("column-ambiguous", "column-by-cells"),
    ),
    Tracker(
        "the post of who is named beside it",
        "A action · B owner · D timescale",
        1,
        3,
        """
        | Action          | Owner     | Position         | Due        |
        | Repair the pier | Ann Field | Head of Estates  | 2026-05-04 |
        | Light the quay  | Bo Lane   | Head of Roads    | 2026-07-06 |
        | Sell the shop   | Ann Field | Head of Estates  | 2026-11-03 |
        """,
    ),
    Tracker(
        "minutes with who must act under Action, and what was discussed",
        "A ref · B action · C owner · D timescale",
        1,
        3,
        """
        | Item       | Discussion                                | Action  | By when       |
        | 1. Roof    | Three quotes are needed before the summer | AL      | 31 May 2026   |
        | 2. Fence   | Paint to be bought by the next meeting    | BF / CH | 30 June 2026  |
        | 3. Website | The page needs the minutes of this year   | BF      | 30 April 2026 |
        """,
        ("column-by-cells", "column-by-cells"),
    ),
    Tracker(
        "a school council's plan with who must act under Action",
        "A theme · B action · C owner · D timescale",
        1,
        3,
        """
        | Area    | Agreed                   | Action              | By When    |
        | Hall    | New chairs for the hall  | Mrs Lowe            | 2026-05-01 |
        | Kitchen | A new oven that works    | Ms Hill & Mr Field  | 2026-06-01 |
        | Garden  | The frame put elsewhere  | Mr Field            | 2026-07-01 |
        """,
        ("column-by-cells", "column-by-cells"),
    ),
    Tracker(
        "what needs to be done is no person, whoever is named in it",
        "A timescale · C action · D owner",
        1,
        3,
        """
        | Time scale | Attendance      | What needs to be done       | By who          |
        | May 2026   | Absent a day    | First call                  | Office Manager  |
        | June 2026  | Absent a week   | Letter from Head to Parents | Head Teacher    |
        | July 2026  | Absent a month  | Head and Governors meeting  | Head Teacher    |
        """,
    ),
    Tracker(
        "what came of each is the status, though some of it is to be done",
        "A action · B owner · D status",
        1,
        5,
        """
        | Recommendation made                         | Recommendation made to  | Action taken or Planned to Date | Outcome                   |
        | That the visits be told to all members      | The Head of Roads       | List circulated                 | Actioned.                 |
        | That the errors of the target be resolved   | The Works Board         | List circulated                 | To be renegotiated        |
        | That details be included in the report      | The Head of Housing     | List circulated                 | Pending                   |
        | That an advert be placed in the press       | The Works Board         | List circulated                 | Pending                   |
        | That the number of houses be included       | The Head of Housing     | List circulated                 | To be incorporated in Q2. |
        """,
    ),
    Tracker(
        "recommendations with the response awaited as a status",
        "A ref · B action · D owner · E status",
        1,
        4,
        """
        | Ref | Recommendation                    | Issued     | Addressed to           | Response         |
        | R2  | Acceptance within six months      | 2026-06-18 | Department of Health   | Response Pending |
        | R3  | Notification within three months  | 2026-06-18 | The Executive Office   | Response Pending |
        | R38 | A framework of all governments    | 2020-03-13 | The Executive Office   | Implemented      |
        | R40 | A duty of confidentiality for all | 2020-03-13 | The Executive Office   | Approval awaited |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "queries, whatever was answered",
        "A ref · D action · F status",
        1,
        3,
        """
        | Query ID | Date Raised | Raised By | Query                                       | Response                  | Status |
        | Q-001    | 2025-09-15  | Ann Field | Should the form work on a phone?            | On all of the last years. | Closed |
        | Q-002    | 2025-09-22  | Bo Lane   | Which browsers do we test?                  | Prioritise the most used. | Closed |
        | Q-005    | 2025-09-29  | Cy Moss   | Is there a limit for attachments?           | Launch without a limit    | Open   |
        """,
        ("column-ambiguous",),
    ),
    Tracker(
        "a bare date over months and spans of time is when a milestone is due",
        "A ref · B action · C owner · D timescale",
        1,
        7,
        """
        | id | title                            | lead | date           | progress |
        | m1 | Receive the rolls that were cast | Ann  | Oct 1 – Nov 30 | 0        |
        | m2 | Spin five webs of even voltage   | Ann  | December       | 0        |
        | m3 | Record a hundred hours of data   | Bo   | Q4 2025        | 100      |
        | m4 | Identify two vendors             | Bo   | Oct 1 – Nov 15 | 60       |
        | m5 | Order the reels for them         | Bo   | —              | 0        |
        | m6 | Train all who run the rig        | Bo   | —              | 0        |
        | m7 | Write the rules of the yard      | Bo   | —              | 0        |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "a due date that nobody has set yet",
        "A ref · B action · C owner · D timescale",
        1,
        3,
        """
        | Ref | Next Step            | Owner         | Due Date |
        | 1   | Send the invitations | Head of Roads | pending  |
        | 2   | Define the scope     | Works board   | pending  |
        | 3   | Open the portal      | Head of Roads | pending  |
        """,
    ),
    Tracker(
        "a blocker and its resolution, of which either may be the action",
        "A ref · C owner · D action",
        1,
        3,
        """
        | #  | Blocker                           | Owner         | Resolution             | Date Resolved |
        | 1  | No access to the test system      | Head of Roads | Ask for an account     |               |
        | 2  | The data of two schools are late  | Works board   | Chase both schools     | 2026-02-01    |
        | 3  | The licence has expired           | Head of Roads | Renew it with the firm |               |
        """,
        ("column-ambiguous",),
    ),
    Tracker(
        "a description beside its mitigation, of which either may be the action",
        "A ref · C owner · D status · E action · F timescale",
        1,
        3,
        """
        | ID | Description                      | Owner         | Status | Mitigation             | TargetDate |
        | R1 | The supplier may be late again   | Head of Roads | Open   | Agree a plan with them | 2026-05-01 |
        | R2 | Two posts are vacant for a year  | Works board   | Open   | Use agency staff       | 2026-06-01 |
        | R3 | The network must be ready first  | Head of Roads | Closed | Call them each week    | 2026-07-01 |
        """,
        ("column-ambiguous",),
    ),
    Tracker(
        "a risk is no action beside its mitigation",
        "A ref · C owner · D status · E action · F timescale",
        1,
        3,
        """
        | ID | Risk                             | Owner         | Status | Mitigation             | TargetDate |
        | R1 | The supplier may be late again   | Head of Roads | Open   | Agree a plan with them | 2026-05-01 |
        | R2 | Two posts are vacant for a year  | Works board   | Open   | Use agency staff       | 2026-06-01 |
        | R3 | The network must be ready first  | Head of Roads | Closed | Call them each week    | 2026-07-01 |
        """,
    ),
    Tracker(
        "a question of whether it is achieved, answered at some length",
        "A action · C owner · D timescale · E status",
        1,
        4,
        """
        | Action                          | Implementation                 | Who is responsible? | Timescale       | Achieved?                         |
        | Review the plan every year      | The clerk sees to it           | Clerk               | May 2026        | Yearly                            |
        | Carry out the parish plan       | Councillors work on with it    | Parish Council      | End of April 19 | Yes                               |
        | Comply with the law as it is    | The clerk looks at the website | Clerk               | Feb 2026        |                                   |
        | Keep all assets safe and sound  | A councillor checks them all   | Parish Council      | May 2026        | Assets risk assessed in September |
        """,
    ),
    Tracker(
        "what came of it by the end of each term",
        "A theme · B action · C owner · D timescale · F comment",
        1,
        3,
        """
        | Priority | What will we do?          | Who?          | By when? | Impact Autumn 2025           | Impact Spring 2026          | Impact Summer 2026 |
        | Reading  | Buy new books for year 1  | Head Teacher  | Feb 2026 | Books were chosen by staff.  | Books have arrived in May.  |                    |
        | Reading  | Hold a day for parents    | Office Manager| Mar 2026 | A date was agreed with them. |                             |                    |
        | Maths    | Train two teachers        | Head Teacher  | May 2026 | The first day was attended.  | A second one was attended.  |                    |
        """,
        ("column-ambiguous", "column-by-cells"),
    ),
    Tracker(
        "remedies that were complied with or not",
        "A ref · B action · C owner · D timescale · E status",
        1,
        3,
        """
        | Ref   | Remedy agreed                | Service          | Compliance due | Complied |
        | 24 01 | Apologise to the family      | Adult Care       | 2026-02-28     | Yes      |
        | 24 02 | Pay for distress and delay   | Housing          | 2026-03-14     | No       |
        | 24 03 | Review the policy on badges  | Customer Service | 2026-05-30     | No       |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "what an auditor found of each on the next visit",
        "A ref · B action · C owner · D timescale · E status",
        1,
        3,
        """
        | Rec No. | Agreed Management Action       | Resp. Officer   | Due        | IA Follow-up Opinion  |
        | 1       | Reconcile the payroll monthly  | Head of Finance | 2026-05-30 | Partially implemented |
        | 2       | Remove leavers within a day    | HR Manager      | 2026-03-14 | Implemented           |
        | 3       | Review what is written off     | Income Manager  | 2026-05-30 | Not implemented       |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "years of the plan",
        "A action · B timescale · C owner",
        1,
        4,
        """
        | Action                         | Year   | Responsibility  |
        | Run a campaign in schools      | Year 1 | Head of Housing |
        | Open a second shelter in town  | Year 2 | Head of Housing |
        | Train the staff of the centre  | Year 1 | Social Services |
        | Review the strategy as a whole | Year 3 | Head of Housing |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "how long each takes, in the plan's own terms",
        "A ref · B action · C owner · D timescale",
        1,
        3,
        """
        | ID    | Activity                      | Responsible Agency | Timeframe       |
        | 1.1.1 | Assess the gaps of networks   | Weather Service    | Short (Y1-2)    |
        | 1.1.2 | Build stations in the valley  | Weather Service    | Long (Y5+)      |
        | 1.1.3 | Train those who use the data  | Works Board        | Medium (Y3-4)   |
        """,
    ),
    Tracker(
        "elements by number, of which some are left out",
        "A ref · B action · C status · E timescale",
        1,
        6,
        """
        | Element | Action               | Status      | Start Date | Target Completion | Progress |
        | 1     | Foundation of all      | Complete    | 2026-03-04 | 2026-03-04        | 1        |
        | 2     | Crawling and reading   | Complete    | 2026-06-13 | 2026-06-13        | 1        |
        | 3     | Words and their use    | In progress | 2026-07-13 | 2026-07-13        | 0        |
        | 4     | Analytics and reports  | Planned     | 2026-08-13 | 2026-08-13        | 0        |
        | 7     | Local reputation       | Planned     | 2026-09-13 | 2026-09-13        | 0        |
        | 13    | Production hardening   | Planned     | 2026-10-13 | 2026-10-13        | 0        |
        """,
    ),
    Tracker(
        "targets that say what to do",
        "A action · B owner · D timescale · E status",
        1,
        3,
        """
        | Target                                     | Lead         | Link governor | Deadline   | RAG   |
        | Raise attendance by a call each morning    | Head Teacher | Ann Field     | 2026-03-31 | Amber |
        | Reduce exclusions by training all staff    | Deputy Head  | Ann Field     | 2026-05-31 | Green |
        | Improve reading with phonics every day     | English Lead | Ann Field     | 2026-07-31 | Red   |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "updates of terms to come, as that of the first",
        "A theme · B action · C owner · D timescale · E comment",
        1,
        3,
        """
        | Priority | Action                        | Who         | When       | Autumn Term Update  | Spring Term Update |
        | Reading  | Buy phonics books for year 1  | Head        | 2026-02-28 | Books were chosen.  |                    |
        | Maths    | Train two teachers in mastery | Maths Lead  | 2026-05-31 | Course was booked.  |                    |
        | Voice    | Set up a school council       | Deputy Head | 2026-03-31 | Elections are over. |                    |
        """,
        ("column-ambiguous",),
    ),
    Tracker(
        "short actions are no persons",
        "A theme · B action · C timescale",
        1,
        3,
        """
        | Area    | Action          | By When    |
        | Hall    | Paint the hall  | 2026-05-01 |
        | Kitchen | New oven        | 2026-06-01 |
        | Garden  | Move Frame      | 2026-07-01 |
        """,
    ),
    Tracker(
        "an update in a few words with days in them",
        "A ref · B action · C comment · D owner · E timescale",
        1,
        4,
        """
        | Action ID | Action Description | Update        | Owner         | Due Date   |
        | A1        | Mend the pier      | Chased 2 Oct  | Head of Roads | 2026-05-04 |
        | A2        | Paint the quay     | Chased 2 Oct  | Works board   | 2026-07-06 |
        | A3        | Light it up        | With the bank | Head of Roads | 2026-11-03 |
        | A4        | Sell it on         |               | Head of Roads | 2026-11-03 |
        """,
    ),
    Tracker(
        "titles that tell the rows apart, and descriptions that do not",
        "A action · C status · D owner · E timescale",
        1,
        4,
        """
        | title           | description                 | status      | owner | eta        |
        | Mend the pier   | See the notes of the day    | not_started | Caleb | 2026-08-27 |
        | Paint the quay  | See the notes of the day    | not_started | Ann   | 2026-04-08 |
        | Light it up     | See the notes of the day    | done        | Jane  | 2026-07-16 |
        | Remove the sign | Build a script and store it | done        | Ann   | 2026-07-16 |
        """,
    ),
    Tracker(
        "what is to be done among much else, and by whom under a misspelt heading",
        "A ref · C owner · D action · E timescale",
        1,
        3,
        """
        | POAM ID | Asset Identifier | Point of Contac | Overall Remediation Plan | Scheduled Completion Date | Vendor Name | Vendor Product | Host IP    |
        | V-1     | 172.2.1.17       | Ann Field       | Disable the accounts     | 2026-08-07                | Example     | Firewall       | 10.0.0.1   |
        | V-2     | 172.2.1.17       | Jane Smith      | Install the updates      | 2026-08-25                | Example     | Firewall       | 10.0.0.1   |
        | V-3     | 172.2.1.18       | Oskar Teal      | Rotate the passwords     | 2026-10-19                | Example     | Firewall       | 10.0.0.2   |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "a list by names, with who, when and how far, in words of a board",
        "A action · B owner · C status · D timescale",
        1,
        3,
        """
        | Name               | Person    | Status        | Due date   |
        | Sign the lease     | Ann Field | Done          | 2026-07-18 |
        | Retention schedule | Bo Lane   | Working on it | 2026-09-26 |
        | Usability test     | Ann Field | Stuck         | 2026-08-29 |
        """,
    ),
    Tracker(
        "names of tasks, as a program exports them, and notes of some",
        "A ref · B action · C theme · D owner · E timescale · F comment",
        1,
        3,
        """
        | Task ID | Name           | Section/Column | Assignee  | Due Date   | Notes        |
        | 120411  | Autumn lights  | Before         | Ann Field | 2026-09-05 | Three quotes |
        | 120412  | Quay paint     | Before         | Bo Lane   | 2026-09-12 |              |
        | 120413  | Thanks to all  | After          | Ann Field | 2026-09-19 |              |
        """,
    ),
    Tracker(
        "issues with the day on which each was found, and a status that goes on to tell of it",
        "A ref · B action · D status",
        1,
        3,
        """
        | # | Issue                    | Found      | Status                                   |
        | 3 | The rails are too narrow | 2026-09-17 | Open – new ones are on their way by sea  |
        | 2 | The lamp does not light  | 2026-09-09 | Parked – the fitter is away until spring |
        | 1 | The chain is not there   | 2026-09-08 | Resolved – it lay under the pier         |
        """,
    ),
    Tracker(
        "what was recommended, and a status that goes on to tell of it",
        "A ref · B action · C status",
        1,
        3,
        """
        | Ref | Recommendation          | Status                                  |
        | A1  | Register of all lamps   | CLOSED 2026-09-28 (forty lamps are in it) |
        | A2  | Rota for the gates      | CLOSED 2026-09-29                       |
        | A3  | One store for the rails | Open – a shed has been found            |
        """,
    ),
    Tracker(
        "stories of work with weeks and sprints",
        "A ref · C action · E owner · G status",
        1,
        3,
        """
        | Story ID | Epic | Summary             | User story       | Owner | Sprint   | Status      |
        | S-1      | E1   | Light the quay      | I want to see it | Ann   | Sprint 1 | Done        |
        | S-2      | E1   | Store all the paint | I want it dry    | Bo    | Sprint 1 | In progress |
        | S-3      | E2   | Change the chain    | I want it shut   | Ann   | Sprint 2 | To do       |
        """,
    ),
    Tracker(
        "what was recommended, and whether it holds now that it is tried again",
        "A ref · E action · F owner · G timescale · H status",
        1,
        3,
        """
        | Finding ID | Severity | Title       | Asset  | Recommendation   | Owner     | SLA date   | Status | Retest |
        | F-1        | High     | Open gate   | Quay 1 | Shut the gate    | Ann Field | 2026-03-01 | Fixed  | Pass   |
        | F-2        | Medium   | Weak lamp   | Quay 2 | Put in a new one | Bo Lane   | 2026-04-01 | Doing  |        |
        | F-3        | High     | Rusty chain | Pier   | Change the chain | Ann Field | 2026-03-01 | Fixed  | Fail   |
        """,
    ),
    Tracker(
        "cards with what is noted of some, and members by the names they log in with",
        "A ref · B action · C comment · D owner · E timescale · F status",
        1,
        4,
        """
        | Card ID | Card Name      | Card Description | Members | Due Date   | List Name |
        | 66a1f0  | Mend the pier  | Two sides of it  | nkirby  | 2026-09-05 | Done      |
        | 66a1f1  | Paint the quay |                  | nkirby  | 2026-09-12 | Done      |
        | 66a1f7  | Light it up    |                  | osman_t | 2026-09-19 | Doing     |
        | 66a204  | Get three more |                  | osman_t | 2026-09-19 | To Do     |
        """,
        ("column-by-cells", "column-by-cells"),
    ),
    Tracker(
        "who is responsible, accountable, consulted and informed",
        "A ref · B action · C owner · H status · I comment",
        2,
        3,
        """
        |     |                | RACI          |                 |       |         | Start      |        |                  |
        | Ref | Task           | R             | A               | C     | I       | Start      | BRAG   | Highlights                |
        | F1  | Mend the pier  | Head of Roads | Chief Executive | Legal | Members | 2026-01-14 | Green  | It has all been done now  |
        | F2  | Paint the quay | Works board   | Chief Executive | ICT   | Members | 2026-02-14 | Amber  | The paint has now come    |
        | F3  | Light it up    | Head of Roads | Chief Executive | Legal | Unions  | 2026-03-14 | Green  | The lamps were sent back  |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "repairs among costs, contractors and consents",
        "A ref · C action · F owner · G timescale · H status · I comment",
        1,
        3,
        """
        | Para | Part  | Recommended repair   | Estimate | Faculty needed? | Who           | Planned for  | Done? | Remarks |
        | 4.2  | Tower | Refix the loose lead | £900     | No (List A)     | Head of Roads | October 2024 | Yes   | A gift  |
        | 4.3  | Nave  | Overhaul the louvres | £1,800   | List B          | Works board   | Spring 2025  | Yes   |         |
        | 4.7  | Yard  | Repoint the south    | £14,000  | Yes             | Works board   | 2027/28      | No    |         |
        """,
    ),
    Tracker(
        "works, whatever else stands in the table",
        "C ref · D action · E owner · G timescale · I comment",
        1,
        3,
        """
        | Block     | UPRN      | Job ref | Remediation work      | Accountable person | Contractor | Planned completion | Cost   | Comment |
        | Ash Court | 100010017 | B1      | Replace the doors     | Head of Roads      | Liftco     | 2026-02-09         | 178850 | Sent    |
        | Ash Court | 100010017 | B2      | Upgrade the riser     | Works board        | Doors Ltd  | 2026-12-04         | 82913  |         |
        | Elm Court | 100010037 | B3      | Remove all the panels | Head of Roads      | Liftco     | 2026-07-21         | 83398  |         |
        """,
    ),
    Tracker(
        "sub-headings under a heading that stands beside a blank",
        "A ref · B action · C owner · E timescale · F comment",
        2,
        3,
        """
        | No. | What do we need to do? | Who will lead? | Timescale |            | Evidence of progress |
        |     |                        |                | Start     | End        |                      |
        | 1.1 | Mend the pier          | Head of Roads  | Jan 2026  | June 2026  | Timber was ordered   |
        | 1.2 | Paint the quay         | Works board    | Feb 2026  | July 2026  |                      |
        | 1.3 | Light it up            | Head of Roads  | Mar 2026  | March 2027 | Lamps are ordered    |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "issues of which some are open and some resolved, with what was done about each",
        "A ref · B action · E status",
        1,
        3,
        """
        | ID | Issue                     | Source | Priority | Status                                    |
        | I1 | The lamp is dark at night | Town   | Low      | Open — mend it once the bulb is there     |
        | I2 | The quay is wet           | Town   | Medium   | Resolved — a pump was fitted in the shed  |
        | I3 | The map is torn           | Board  | Low      | Resolved — a new one was drawn            |
        """,
    ),
    Tracker(
        "milestones, of which few have a next step",
        "A action · B owner · C timescale · D status · F comment",
        1,
        4,
        """
        | Milestone         | Owner         | Target Date | Status      | Next Step       | Notes      |
        | Thermal review    | Head of Roads | 2026-04-15  | Completed   |                 | Signed off |
        | Electrical design | Works board   | 2026-05-15  | In progress | Finish the rest |            |
        | Pilot run         | Works board   | 2026-06-15  | Not started |                 |            |
        | First units built | Head of Roads | 2026-07-15  | Not started |                 | Two weeks  |
        """,
    ),
    Tracker(
        "a date under “to be done by”, and progress under a summary of it beside notes",
        "A ref · B action · C owner · D timescale · F comment",
        1,
        3,
        """
        | Ref | Improvement action | Lead manager  | To be done by | Internal notes | Progress summary |
        | C1  | Mend the pier      | Head of Roads | 2026-04-15    |                |                  |
        | C2  | Paint the quay     | Works board   | 2026-05-15    | check          | Paint has come   |
        | C3  | Light it up        | Works board   | 2026-06-15    |                |                  |
        """,
    ),
    Tracker(
        "what is planned for each quarter, under “Milestones”",
        "A ref · B action · C owner · F status · G comment",
        2,
        3,
        """
        |     |                |               | Milestones |         | Monitoring  |          |
        | Ref | Action         | Lead          | Q1         | Q2      | Overall RAG | Comments |
        | W1  | Mend the pier  | Head of Roads | Design     | Build   | Green       |          |
        | W2  | Paint the quay | Works board   | Consult    | Agree   | Amber       | Late     |
        | W3  | Light it up    | Head of Roads |            | Launch  | Green       |          |
        """,
    ),
    Tracker(
        "progress by year, of which one is told in a word or two",
        "A ref · B action · C owner · D timescale · E comment · F comment",
        1,
        4,
        """
        | Code | Action            | Responsibility | Target year | Progress 2024      | Progress 2025 |
        | H1   | Survey all hedges | Head of Roads  | 2024/25     | Two thirds of them | Complete      |
        | H2   | Plant new hedges  | Works board    | 2026/27     | 0.6 km done so far | 1.9 km        |
        | H3   | Stop cutting      | Head of Roads  | 2025/26     | Trial in two parks | Adopted       |
        | H4   | Count the flies   | Works board    | 2025/26     | Trial in two parks | Adopted       |
        """,
    ),
    Tracker(
        "an outcome that is the status, and another that is none",
        "A action · B owner · C timescale · D status",
        1,
        3,
        """
        | Action agreed    | By whom       | Deadline   | Outcome            |
        | Get the mower    | Head of Roads | 2026-04-15 | done               |
        | Renew the policy | Works board   | 2026-05-15 | done               |
        | Find a scorer    | Works board   | 2026-06-15 | ongoing            |
        """,
    ),
    Tracker(
        "a column for each status, to be marked in",
        "A action · B owner · C timescale · G comment",
        1,
        3,
        """
        | Task           | Who           | By         | Not started | In progress | Done | Notes     |
        | Mend the pier  | Head of Roads | 2026-04-15 |             | x           |      | 30 planks |
        | Paint the quay | Works board   | 2026-05-15 |             |             | x    |           |
        | Light it up    | Works board   | 2026-06-15 | x           |             |      |           |
        """,
    ),
    Tracker(
        "actions and a chart of when each is done",
        "A action · B theme · C owner",
        1,
        3,
        """
        | Action           | Aim                 | Personnel     | Apr-26 | May-26 | Jun-26 |
        | Mend the pier    | Safe for all        | Head of Roads | x      | x      |        |
        | Paint the quay   | Good to look at     | Works board   |        | x      |        |
        | Light it up      | Seen from the sea   | Works board   |        |        | x      |
        """,
        ("chart-in-cells",),
    ),
    Tracker(
        "refs and actions without a heading, and people under an odd one",
        "A ref · B action · C owner · D timescale · E status",
        1,
        3,
        """
        |    |                | Champion      | Due date   | Status    |
        | A1 | Mend the pier  | Head of Roads | 2026-03-31 | Open      |
        | A2 | Paint the quay | Works board   | 2026-04-30 | Completed |
        | A3 | Light it up    | Head of Roads | 2026-05-31 | Open      |
        """,
        ("column-by-cells", "column-by-cells"),
    ),
    Tracker(
        "quarters of several fiscal years, each named by one number",
        "A ref · B action · C owner · D comment · E comment",
        1,
        3,
        """
        | No | Action         | Owner     | FY25 Q4 update           | FY26 Q1 update           |
        | 1  | Mend the pier  | Ann Field | Timber was ordered       | The timber has come      |
        | 2  | Paint the quay | Bo Lane   | Paint was ordered        | The quay has been washed |
        | 3  | Light it up    | Ann Field | Lamps have been ordered  | The lamps have come      |
        """,
    ),
    Tracker(
        "headings with underscores",
        "A ref · B action · D timescale · E owner · F status · G comment",
        1,
        3,
        """
        | Milestone_ID | Milestone_Name      | Planned_Start | Planned_End | Owner         | Status      | Notes  |
        | M1           | Design the crossing | 2026-01-05    | 2026-03-31  | Head of Roads | Complete    | Signed |
        | M2           | Procure the works   | 2026-04-01    | 2026-06-30  | Head of Roads | In progress | No     |
        | M3           | Go-live sign-off    | 2026-07-01    | 2026-07-31  | Works board   | Not started | No     |
        """,
    ),
    Tracker(
        "a last row whose words occur in headings",
        "A ref · B action · C owner · D timescale · E status · F comment",
        1,
        3,
        """
        | Sr. No. | Task Name                     | Team Member | Planned End | Status      | Remark                |
        | 1       | Write the survey              | Ann Field   | 2026-05-01  | Complete    |                       |
        | 2       | Pilot the survey              | Bo Lane     | 2026-06-01  | In progress | Ten answers so far    |
        | 3       | Update the Actions Tracker.xls | Ann Field  | 2026-07-01  | No          | Owner to confirm date |
        """,
    ),
    Tracker(
        "dates of the last update are no comments",
        "A ref · C action · D owner · E status · G timescale",
        1,
        2,
        """
        | ID   | Issue         | Action            | Owner           | Status | Date of last update | Date for Resolution |
        | I-01 | Lift is stuck | Replace the motor | Facilities      | Open   | 2026-09-01          | 2026-12-01          |
        | I-02 | Late invoices | Agree a weekly run | Head of Finance | Closed | 2026-09-08         | 2026-10-01          |
        """,
    ),
    Tracker(
        "a status date is no status",
        "A ref · B action · C owner · D timescale · F status · G comment",
        1,
        2,
        """
        | Ref | Action                 | Action Lead | Required By | Status Date | Status      | Update |
        | A1  | Renew the certificates | Property    | 2026-11-30  | 2026-10-02  | In progress | Booked |
        | A2  | Retrain the wardens    | Head of HR  | 2026-12-31  | 2026-10-02  | Not started |        |
        """,
    ),
    Tracker(
        "a bare date in a register is when it was raised",
        "A ref · F action · G owner · H timescale · I status",
        1,
        2,
        """
        | Risk ID | Risk Description | Date       | Likelihood | Impact | Mitigation              | Exec Lead   | Deadline   | Status |
        | R1      | Supplier fails   | 2025-04-01 | 3          | 4      | Agree a second supplier | Procurement | 2026-12-01 | Open   |
        | R2      | Data lost        | 2025-05-01 | 2          | 5      | Test the backups        | Head of ICT | 2027-01-15 | Open   |
        """,
    ),
    Tracker(
        "a calendar drawn in the columns",
        "A ref · B action · C owner · D timescale · E status · F comment",
        1,
        2,
        """
        | ID | Task              | Owner     | End date   | Status      | Notes  |  | 2026-10-05 | 2026-10-12 | 2026-10-19 |
        | 1  | Draft the brief   | Ann Field | 2026-10-16 | In progress | Edited |  | x          | x          |            |
        | 2  | Consult residents | Bo Lane   | 2026-11-06 | Not started |        |  |            |            | x          |
        """,
        ("chart-in-cells",),
    ),
    Tracker(
        "months over a calendar without a gap",
        "A action · B owner · C timescale",
        1,
        2,
        """
        | Task              | Owner     | End date   | Jan | Feb | Mar | Apr |
        | Draft the brief   | Ann Field | 2026-10-16 | x   | x   |     |     |
        | Consult residents | Bo Lane   | 2026-11-06 |     |     | x   | x   |
        """,
        ("chart-in-cells",),
    ),
    Tracker(
        "a milestone headed as a target too",
        "A action · B owner · C timescale · D status",
        1,
        3,
        """
        | Target / Milestone     | Accountable     | Due     | Status   |
        | Open the new crossing  | Head of Roads   | Q2 2026 | On track |
        | Close the old crossing | Head of Bridges | Q3 2026 | Delayed  |
        | Sell the old timber    | Head of Roads   | Q4 2026 | On track |
        """,
    ),
    Tracker(
        "a key beside the table",
        "A action · B owner · C timescale · D status · E comment",
        1,
        2,
        """
        | Action              | Owner     | Due       | Status      | Comments    |  |  | Key          |
        | Collect the returns | Ann Field | June 2026 | In progress | Half are in |  |  | Green: done  |
        | Publish the results | Bo Lane   | July 2026 | Not started |             |  |  | Amber: begun |
        |                     |           |           |             |             |  |  | Red: late    |
        """,
    ),
    Tracker(
        "headings that no list had",
        "A ref · B action · C owner · D timescale · E status · F comment",
        1,
        2,
        """
        | UID      | Agreed Action      | Point of Contact | Target Resolution | Current Status | Progress Remarks |
        | 2026/001 | Train the deputies | Head of HR       | 31/12/2026        | In progress    | Three of five    |
        | 2026/002 | Write the handbook | Head of HR       | 31/03/2027        | Not started    |                  |
        """,
    ),
    Tracker(
        "guidance under the headings",
        "A ref · B action · C owner · D timescale · E status · F comment",
        1,
        1,
        """
        | Ref           | Action            | Owner                      | Due                  | Status               | Comments          |
        | Unique number | What will be done | The person who answers for it | When it will be done | Choose from the list | What has changed |
        | 1             | Renew the lease   | Head of Property           | Q1 2026/27           | In progress          | With the solicitor |
        """,
        ("row-of-guidance",),
    ),
    Tracker(
        "an example under the headings",
        "A ref · B action · C owner · D status",
        1,
        1,
        """
        | Ref     | Action          | Owner     | Status |
        | Example | Paint the fence | Bo Lane   | Open   |
        | 1       | Renew the lease | Ann Field | Open   |
        """,
        ("row-of-guidance",),
    ),
    Tracker(
        "an issue tracker's export",
        "A ref · B action · D status · F owner · J timescale",
        1,
        3,
        """
        | Issue key | Summary              | Issue Type | Status      | Priority | Assignee | Reporter | Created    | Updated    | Due Date   |
        | WEB-1     | Login page times out | Bug        | To Do       | High     | Bo Lane  | Eve Hart | 2026-01-05 | 2026-02-01 | 2026-03-01 |
        | WEB-2     | Totals do not match  | Bug        | In Progress | Low      | Cal Reed | Eve Hart | 2026-01-08 | 2026-02-02 | 2026-03-09 |
        | WEB-3     | Write the help pages | Task       | Done        | Low      | Bo Lane  | Dee Moor | 2026-01-09 | 2026-02-03 |            |
        """,
    ),
    Tracker(
        "an issue tracker's list with how long ago each was changed",
        "A ref · B status · C owner · D action",
        1,
        3,
        """
        | ID      | Status   | Owner    | Summary                | Modified     | Progress     | Stars |
        | 1090940 | Open     |          | Lamp is dark at night  | 11 days ago  | 3 weeks ago  | 3     |
        | 1011392 | Started  | Bo Lane  | Rail is loose          | 4 hours ago  | yesterday    | 24    |
        | 1007151 | Fixed    | Cal Reed | Gate does not shut     | May 3, 2025  | a month ago  | 8     |
        """,
    ),
    Tracker(
        "a log of risks, issues and what they rest on",
        "A ref · F owner · G action · H timescale · I status",
        1,
        2,
        """
        | ID    | Type  | Description              | Impact | Probability | Owner     | Mitigation or Action    | Due Date   | Status |
        | R-001 | Risk  | Key staff leave too soon | High   | Medium      | Ann Field | Name a deputy for each  | 2026-03-31 | Open   |
        | I-001 | Issue | Mapping is not approved  | High   |             | Bo Lane   | Finish and sign it off  |            | Open   |
        """,
    ),
    Tracker(
        "a register of risks that says who and how far and not what to do",
        "A ref · B action · F owner · G status",
        1,
        2,
        """
        | Risk ID | Risk Description                  | Likelihood | Impact | Score | Owner     | Status |
        | R1      | Supplier fails to deliver on time | 3          | 4      | 12    | Ann Field | Open   |
        | R2      | Data is lost in the migration     | 2          | 5      | 10    | Bo Lane   | Closed |
        """,
        ("action-is-risk",),
    ),
    Tracker(
        "a plan of action and milestones",
        "A ref · E owner · F action · H timescale · K comment",
        1,
        2,
        """
        | POAM ID | Controls | Weakness Name      | Weakness Description    | Point of Contact | Remediation Plan      | Original Detection Date | Scheduled Completion Date | Milestone Changes | Status Date | Comments   |
        | V-1     | AC-2     | Old accounts       | Leavers keep accounts   | Ann Field        | Close leavers' accounts | 2026-01-05            | 2026-06-30                |                   | 2026-02-01  | With HR    |
        | V-2     | AU-6     | No review of logs  | Nobody looks at the logs | Bo Lane         | Review the logs weekly | 2026-01-06             | 2026-07-31                |                   | 2026-02-01  |            |
        """,
    ),
    Tracker(
        "an audit's follow-up with responses of a word",
        "B recommendation · D action · E owner · F timescale · G status · H comment",
        1,
        3,
        """
        | Finding          | Recommendation           | Management Response | Agreed Action         | Responsible Officer | Implementation Date | Current Status | Comments |
        | Stock not counted | Count the stock monthly | Agreed              | Count stock each month | Ann Field          | 2026-03-31          | Implemented    |          |
        | Keys not signed  | Keep a book of keys      | Agreed              | Buy and keep a book   | Bo Lane             | 2026-04-30          | In progress    | Ordered  |
        | Bank not balanced | Balance it weekly       | Agreed              | Balance it on Fridays | Cal Reed            | 2026-05-31          | In progress    |          |
        """,
    ),
    Tracker(
        "a completion date beside a due date is when it was done",
        "A action · B owner · C timescale · E status",
        1,
        2,
        """
        | Task             | Owner     | Due date   | Completion date | Status      |
        | Write the survey | Ann Field | 2026-05-01 | 2026-04-28      | Completed   |
        | Pilot the survey | Bo Lane   | 2026-06-01 |                 | In progress |
        """,
    ),
    Tracker(
        "the headings under lines of a project's details",
        "A ref · B action · C owner · D timescale · E status",
        6,
        2,
        """
        | Actions Log |
        | Project name: | Harbour | Date: | 2026-03-01 |
        | Owner         | Ann Field | Status | Live |
        | Key           | Green = on track | Red = late |

        | No | Action          | Assigned to | Due date   | RAG   |
        | 1  | Renew the lease | Ann Field   | 2026-05-01 | Green |
        | 2  | Let the shop    | Bo Lane     | 2026-06-01 | Red   |
        """,
    ),
    Tracker(
        "who, what and when of a meeting",
        "A action · B owner · C timescale",
        1,
        2,
        """
        | Action          | Who       | Date       |
        | Renew the lease | Ann Field | 2026-06-01 |
        | Let the shop    | Bo Lane   | 2026-05-01 |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "the only sentences among columns that are all known",
        "A ref · B action · C status · D timescale · E owner",
        1,
        3,
        """
        | # | Snarf                     | Status      | Due Date   | Assigned To |
        | 1 | Find out who sells pumps  | Complete    | TBD        | Mark        |
        | 2 | Make a list of the sellers | In Progress | 2026-04-30 | Sue        |
        | 3 | Send the list to the board | New        | 2026-05-30 | Mark        |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "a title, an assignee and a state",
        "A ref · B action · C status · D owner",
        1,
        2,
        """
        | number | title                  | state | assignee | labels | created_at | closed_at |
        | 12     | Broken link on page    | open  | bo-lane  | bug    | 2026-01-05 |           |
        | 13     | Heating fails upstairs | closed | ann-f   | bug    | 2026-01-06 | 2026-02-01 |
        """,
    ),
    Tracker(
        "groups of columns in a band over the headings",
        "A ref · E action · F owner · G timescale · H status",
        2,
        2,
        """
        | Risk Identification | | | Assessment | Response         |           |             |        |
        | ID | Risk Description  | Date Identified | Impact | Mitigation Action | Owner | Target Date | Status |
        | 1  | Supplier fails    | 2026-01-05      | 4      | Agree a second    | AD H  | 2026-05-01  | Open   |
        | 2  | Data is lost      | 2026-01-06      | 4      | Test the backups  | AD R  | 2026-06-01  | Closed |
        """,
    ),
    Tracker(
        "quarters drawn as a chart",
        "A ref · B action · C owner · H status",
        1,
        2,
        """
        | Ref | Action         | Lead | Q1 | Q2 | Q3 | Q4 | RAG |
        | 1   | Mend the pier  | AD H | x  | x  |    |    | G   |
        | 2   | Paint the hall | AD H |    |    | x  | x  | A   |
        """,
        ("chart-in-cells",),
    ),
    Tracker(
        "a status for each quarter",
        "A ref · B action · C owner · D status · E status · F status · G status",
        1,
        2,
        """
        | Ref | Action         | Lead | Q1 | Q2 | Q3 | Q4 |
        | 1   | Mend the pier  | AD H | G  | A  |    |    |
        | 2   | Paint the hall | AD H | R  | G  |    |    |
        """,
    ),
    Tracker(
        "tasks of a word each",
        "A ref · B action · C timescale · D owner · E status",
        1,
        4,
        """
        | WBS | Task    | End Date   | Assigned To | Status      |
        | 1   | Plan    | 2026-01-20 | Ann         | Complete    |
        | 1.1 | Design  | 2026-02-20 | Bo          | Complete    |
        | 2   | Build   | 2026-03-20 | Bo          | In Progress |
        | 3   | Deliver | 2026-04-20 | Cal         | Not Started |
        """,
    ),
    Tracker(
        "an issue log whose resolution is written when there is one",
        "A ref · B action · D owner · E status · F comment",
        1,
        3,
        """
        | Issue ID | Issue Description    | Date Raised | Owner     | Status | Resolution        | Date Resolved |
        | 1        | Lift is out of order | 2026-01-05  | Ann Field | Closed | Motor was replaced | 2026-02-05   |
        | 2        | Invoices come late   | 2026-01-06  | Ann Field | Open   |                   |               |
        | 3        | Heating is too low   | 2026-01-07  | Bo Lane   | Open   |                   |               |
        """,
    ),
    Tracker(
        "the columns in another order and in capitals",
        "A timescale · B status · C owner · D action · E ref",
        1,
        2,
        """
        | BY WHEN    | RAG   | BY WHOM | WHAT WILL WE DO? | NO. |
        | 2026-05-01 | Green | AD H    | Mend the pier    | 1   |
        | 2026-06-01 | Red   | AD R    | Paint the hall   | 2   |
        """,
    ),
    Tracker(
        "people under a heading that says no more than a name, or by their addresses",
        "A action · B owner · C timescale",
        1,
        3,
        """
        | Task             | Name              | When       |
        | Write the survey | ann@field.example | 2026-05-01 |
        | Pilot the survey | Bo Lane           | 2026-06-01 |
        | Close the survey | Cal Reed          | 2026-07-01 |
        """,
    ),
    Tracker(
        "owners that are all addresses",
        "A action · B owner · C status",
        1,
        2,
        """
        | Task             | Assigned to       | Status |
        | Write the survey | ann@field.example | Open   |
        | Pilot the survey | bo@lane.example   | Closed |
        """,
    ),
    Tracker(
        "a template with nothing written yet",
        "A ref · B action · C owner · D timescale · E status",
        1,
        0,
        "| Ref | Action | Owner | Due | Status |",
    ),
    Tracker(
        "a template filled in beforehand",
        "B ref · D owner · E action · F status",
        1,
        0,
        """
        | Type  | ID    | Description | Owner | Mitigation/Next step | Status |
        | Risk  | R-001 |             |       |                      | Open   |
        | Issue | I-001 |             |       |                      | Open   |
        """,
        ("row-without-action", "row-without-action"),
    ),
    Tracker(
        "notes after a blank row are no action",
        "A action · B owner · C status",
        1,
        2,
        """
        | Action          | Owner     | Status |
        | Renew the lease | Ann Field | Open   |
        | Let the shop    | Bo Lane   | Open   |

        | These actions were agreed in May. |
        """,
        ("row-not-read",),
    ),
    Tracker(
        "days that an export writes as texts are no headings",
        "A action · B owner · C status · E timescale",
        1,
        3,
        """
        | Name                    | Person    | Status | Timeline - Start | Timeline - End |
        | Recruit two wardens     | Ann Field | Stuck  | 5 Jan 2026       | 31 Mar 2026    |
        | Mend the harbour lights | Bo Lane   | Done   | 5 Feb 2026       | 30 Apr 2026    |
        | Renew the officer's car | Ann Field | Done   | 5 Mar 2026       | 31 May 2026    |
        """,
    ),
    Tracker(
        "a form's whole questions as headings",
        "A action · B owner · C timescale · D status",
        1,
        2,
        """
        | What action will be taken to remove or reduce the effect that was found in section 4 above? | Who will do it? | When will the action be done? | Is it done? |
        | Print the letter in large type | Ann Field | 2026-03-31 | No  |
        | Ask the users of the day centre | Bo Lane  | 2026-04-30 | Yes |
        """,
    ),
    Tracker(
        "posts with all that they act with",
        "A action · B timescale · C owner",
        1,
        3,
        """
        | Action              | Target date | Accountable lead                                                            |
        | Review the guidance | June 2026   | Director, Policy and Programmes, with support from all of the risk holders in Roads and Ports |
        | Train the wardens   | July 2026   | Director, Policy and Programmes, with support from all of the risk holders in Roads and Ports |
        | Renew the tools     | June 2027   | Head of Ports, in coordination with the relevant directors of the programmes that are named above |
        """,
    ),
    Tracker(
        "officials, two of them",
        "A recommendation · B action · C owner · D timescale",
        1,
        2,
        """
        | Recommendation              | Planned action    | Responsible official       | Target completion date |
        | The guidance should be read | Read the guidance | Director, Roads Department | June 2026              |
        | The wardens should be asked | Ask the wardens   | Director, Roads Department | July 2026              |
        """,
    ),
    Tracker(
        "statuses with what is told of them",
        "A action · B timescale · C owner · D status",
        1,
        3,
        """
        | Milestone                 | Due          | Owner     | Status                                                |
        | Signing in one place      | Feb 28, 2026 | Ann Field | ✅ Complete (all of the releases are signed in one place) |
        | The list that goes with it | Mar 7, 2026  | Bo Lane   | In progress – the first list is published and was read  |
        | The store is open         | Mar 15, 2026 | Bo Lane   | ✅ Complete                                             |
        """,
    ),
    Tracker(
        "codes under the name of a theme",
        "A ref · B theme · C action · D owner · E status",
        1,
        3,
        """
        | Pillar | Objective              | Action / Target         | Lead  | Status    |
        | A 0.1  | A net zero goal        | Commit to a goal        | ED CS | Completed |
        | A 0.2  |                        | Commit to a second goal | ED CS | Completed |
        | A 0.5  | The climate is planned for | Assess the risks    | ED CS | On track  |
        """,
    ),
    Tracker(
        "guidance that says the headings again, and a key beneath",
        "A ref · C recommendation · E action · F owner · G timescale · H status",
        1,
        3,
        """
        | Ref          | Date added        | Recommendation                                | Priority                 | Management action                       | Lead           | Revised date           | Status                             |
        | Reference No | Date added to log | Recommendation details taken from the report. | Assigned in the report   | Management action taken from the report. | Executive lead | Date will be put here. | Please use the fill from the key.  |
        | 106          | 2012-05-01        | Managers must be reminded of the forms        | LOW                      | Remind the managers                     | Ann Field      | 2014-03-01             | Orange                             |
        | 107          | 2012-05-02        | A schedule of staff should be kept            | MEDIUM                   | Keep a schedule                         | Bo Lane        | 2014-06-01             | Yellow                             |
        | 112          | 2013-02-01        | The discussion should be minuted              | HIGH                     | Minute the discussion                   | Bo Lane        | 2013-09-01             | Red                                |

        | Red - Implementation date passed management action not complete |
        | Orange - Action not on target for completion by the agreed date |
        """,
        ("row-of-guidance",),
    ),
    Tracker(
        "months and what goes on under a bare date, beside what was recommended",
        "A ref · B action · C owner · D comment · E timescale",
        1,
        3,
        """
        | No. | Recommendation                           | Responsibility       | Comments           | Date       |
        | 1   | That the council train its members again | Training Manager     | Most members asked | March 2003 |
        | 2   | That a lead officer be assigned to each  | The Executive        | It should be led   | -          |
        | 3   | That the role of committees be reviewed  | Select Committees    | It goes on         | On-going   |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "what is due on occasions that no calendar has",
        "A action · B owner · C timescale · D status",
        1,
        3,
        """
        | Action             | Owner     | Deadline           | Status      |
        | Move the settings  | Ann Field | Before go-live     | In progress |
        | Check the sign-in  | Bo Lane   | Sprint 1           | Not started |
        | Send real messages | Bo Lane   | When the form does | Not started |
        """,
    ),
    Tracker(
        "when sessions follow one another",
        "A ref · B action · C owner · D timescale",
        1,
        4,
        """
        | # | Action                 | Who       | When                    |
        | 1 | Decide on the name     | Ann Field | Before any code changes |
        | 2 | Rename the first files | Bo Lane   | Next session            |
        | 3 | Rename the texts       | Bo Lane   | Next session            |
        | 4 | Build and look         | Bo Lane   | Immediately after       |
        """,
    ),
    Tracker(
        "deliverables of which each is of a type of its own, and how they go",
        "A ref · C action · D timescale · E status · F comment",
        1,
        4,
        """
        | deliverable_id | project_id | deliverable_type    | due_date   | status      | summary                          |
        | D1             | P1         | Roof Survey Report  | 2026-03-31 | In progress | Waiting for the scaffold         |
        | D2             | P2         | Lift Test Memo      | 2026-04-30 | In progress | Cracks were found in the shaft   |
        | D3             | P2         | Boiler Cost Study   | 2026-05-31 | On hold     | The supplier did not answer yet  |
        | D4             | P4         | Energy Use Analysis | 2026-06-30 | Completed   | Use fell by a fifth in the trial |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "types of which each has several deliverables",
        "B action · C owner · D timescale",
        1,
        4,
        """
        | Deliverable type | Deliverable                  | Owner     | Due        |
        | Report           | Draft of the housing report  | Ann Field | 2026-03-31 |
        | Report           | Final housing report         | Bo Lane   | 2026-04-30 |
        | Software         | Release of the portal        | Bo Lane   | 2026-05-31 |
        | Report           | Annual safety report         | Ann Field | 2026-06-30 |
        """,
    ),
    Tracker(
        "assumptions, and what to do if they are false",
        "A ref · B action · C owner · E status",
        1,
        3,
        """
        | ID | Assumption                 | Owner     | Impact if false          | Status |
        | A1 | The grant is paid in April | Ann Field | Review the budget in May | Open   |
        | A2 | Staff numbers stay level   | Bo Lane   | Recruit agency cover     | Open   |
        | A3 | The depot stays open       | Cy Marsh  | Find another depot       | Closed |
        """,
    ),
    Tracker(
        "effects to be had, with nothing that has them",
        "A action · B owner · C timescale · D status",
        1,
        3,
        """
        | Effect                   | Owner     | Due        | Status      |
        | Reduce waste in the yard | Ann Field | 2026-03-31 | In progress |
        | Improve air in the lane  | Bo Lane   | 2026-04-30 | Completed   |
        | Increase trips by bus    | Cy Marsh  | 2026-05-31 | In progress |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "a review's plan with a row of questions, lights and the agencies' responses",
        "A recommendation · C action · D owner · F timescale · G status · H comment",
        1,
        3,
        """
        | RECOMMENDATION           | Scope                      | Action to be taken                | Lead Agency  | Key milestones | Target date   | Progress indicator | Agency response to recommendations            |
        | What is recommended?     | Local or national level?   | How will it be made to happen?    |              |                | From the date | Red, Amber, Green  |                                               |
        | 1: Review the protocols  | Local                      | Review the protocols for referral | Health Trust | Protocols read | 31/12/2026    | Green              | The trust discussed it at its quality meeting |
        |                          | Local                      | Agree the words for urgency       | Health Trust | Words agreed   | 31/01/2027    | Amber              |                                               |
        |                          | Local                      | Train all who use them            | Health Trust | Half trained   | 31/03/2027    | Amber              |                                               |
        """,
        ("column-by-cells", "row-of-guidance"),
    ),
    Tracker(
        "recommendations and how management will answer them",
        "A ref · B recommendation · C action · D owner · E timescale",
        1,
        3,
        """
        | No | Recommendation                               | Management response to recommendations   | Owner     | Target date |
        | 1  | The council should keep a register of gifts  | A register will be set up by the clerk   | Ann Field | 2026-03-31  |
        | 2  | All staff should be trained in it each year  | Training will be arranged for all staff  | Bo Lane   | 2026-04-30  |
        | 3  | Fees should be looked at each year in public | Fees will be reviewed with the budget    | Cy Marsh  | 2026-05-31  |
        """,
    ),
    Tracker(
        "permits by what each is for, with key dates in words",
        "A action · B owner · C status · D timescale · E comment",
        1,
        3,
        """
        | Category       | Responsible Party | Status      | Key Dates               | Notes                 |
        | Zoning Review  | Operations Lead   | Not started | Submit by 15 March 2026 | Talk to the planners  |
        | Fire Safety    | Facilities Team   | Not started | Inspect by May 2026     | Wait for the plans    |
        | Health Permits | Finance Lead      | In progress | Visit by the end of May | Compare the two forms |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "areas of which each is one thing to do",
        "A action · B owner · C status · D timescale",
        1,
        3,
        """
        | Area            | Lead Officer | Status      | Deadline      |
        | Zoning review   | Ann Field    | Not started | 15 March 2026 |
        | Fire safety     | Bo Lane      | In progress | May 2026      |
        | Asbestos survey | Cy Marsh     | Not started | June 2026     |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "deliverables by project month and leader",
        "A timescale · B action · E owner",
        1,
        3,
        """
        | Month | Deliverable                      | Type | Access | Leader |
        | [M3]  | D1.1 Report: Methods and Tools   | Doc. | Public | OBEX   |
        | [M5]  | D1.2 Data: Cases from Wexmere    | SW   | Public | MANTEL |
        | [M13] | D1.3 Report: Review by the owner | Doc. | Public | OBEX   |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "deliverables of a work package by project month",
        "A ref · B action · C owner · D timescale",
        1,
        3,
        """
        | Deliv # | Deliverable name | Short name of lead participant | Deliv. date |
        | D1.1    | Quality plan     | Alpha                          | M3          |
        | D1.2    | Risk register    | Beta                           | M6          |
        | D2.1    | Final report     | Alpha                          | M18         |
        """,
    ),
    Tracker(
        "a list with a hint of who could do each",
        "A ref · B action · C status · D owner",
        1,
        3,
        """
        | #   | Item                             | Status      | Owner hint (from config) |
        | 4.1 | Simplify the overview            | Not started | JCT                      |
        | 4.2 | Glossary – main terms only       | Not started | JCT                      |
        | 4.4 | Medication – copy from the guide | On hold     | MR                       |
        """,
    ),
    Tracker(
        "what a committee's people are to do",
        "A action · B owner · C status",
        1,
        3,
        """
        | action           | people      | status  |
        | Survey responses | Mary & Bo   | pending |
        | Go into preview  | Mary & Cy   | pending |
        | Cheat sheet      | Mary & Cy   | pending |
        """,
    ),
    Tracker(
        "a register of comments, of which few have led to an action",
        "A ref · C action · D status · F owner",
        1,
        5,
        """
        | ID  | Discipline | Comment                                | Status | Criticality | Owner    | Agreed action             |
        | C-1 | Materials  | Confirm that the grade is recorded     | Closed | minor       |          |                           |
        | C-2 | QA         | The revision is not in the index       | Closed | minor       |          |                           |
        | C-3 | Design     | Confirm that the deviation is closed   | Closed | minor       |          |                           |
        | C-4 | Materials  | The scope of the certificate is odd    | Open   | critical    |          |                           |
        | C-5 | Documents  | The label is missing on the diagram    | Open   | minor       | Designer | Carry it to the next issue |
        """,
        ("column-by-cells",),
    ),
    Tracker(
        "issues with notes, of which few have led to an action",
        "A ref · B action · C comment · E owner · F status",
        1,
        5,
        """
        | Ref | Issue                    | Comment                        | Action   | Owner | Status |
        | 1   | Damp flats in block A    | Tenants wrote in May about it  |          |       | Open   |
        | 2   | Loose paving by the quay | A councillor raised this again | Relay it | Cy    | Open   |
        | 3   | Broken lamps in the yard | Seen on the walk about         |          |       | Closed |
        | 4   | Fly tipping by the pier  | Raised at the last forum       |          |       | Open   |
        | 5   | Fouling in the park      | Raised at the forum before it  |          |       | Open   |
        """,
    ),
    Tracker(
        "what is needed, from whom and by when",
        "A ref · B action · C owner · D timescale · F status",
        1,
        3,
        """
        | ID   | We need                   | From       | By          | Impact if late          | Status |
        | D-01 | Access to the site        | Wexmere IT | 6 May 2026  | Build cannot start      | Closed |
        | D-02 | 2,000 labelled invoices   | Ann Field  | 8 May 2026  | No set to test with     | Open   |
        | D-03 | Two engineers at handover | Bo Lane    | 29 May 2026 | Handover slips a season | Open   |
        """,
    ),
    Tracker(
        "a council's list with those who act under Action",
        "A ref · B action · C owner · D status",
        1,
        3,
        """
        | No | Item                           | Action                         | Progress    |
        | 1  | Complete review of the website | Clerk                          | Completed   |
        | 2  | Develop the emergency plan     | Clerk + Cllr Field             | In progress |
        | 3  | Review the benches in the park | Clerk + Cllrs Lane Clerk + Cllrs Lane & Moss Moss      | In progress |
        """,
        codes=("column-by-cells",),
    ),
    Tracker(
        "a school's plan, due by terms",
        "A theme · B action · C owner · D timescale",
        1,
        3,
        """
        | Objective          | Actions/Tasks           | Personnel   | Timescale   | Success criteria |
        | Pupils read well   | Buy books for each form | Headteacher | Autumn 1    | All have one     |
        | Pupils count well  | Train the assistants    | Bursar      | Spring term | Four are trained |
        | Parents are heard  | Hold an evening a term  | Headteacher | By July 2026 | Six come        |
        """,
    ),
)


def read(*sheets: Sheet, **options: object) -> ActionPlan:
    return plan_from_sheets(sheets, Request("tracker.xlsx", **options))  # type: ignore[arg-type]


@pytest.mark.parametrize("tracker", TRACKERS, ids=lambda tracker: tracker.name)
def test_a_tracker_is_read_true(tracker: Tracker) -> None:
    plan = read(typed(tracker.text))
    assert fields(plan) == tracker.fields
    assert (plan.tables[0].last_header_row, len(plan.actions)) == (tracker.header_row, tracker.actions)
    assert tuple(fault.code for fault in plan.faults) == tracker.codes


@pytest.mark.parametrize(
    ("name", "heading", "actions"),
    [
        ("improvement_actions", "target_date", 3),
        ("Roadmap", "target_date", 3),
        ("actions", "end_date", 3),
        ("Budget", "target_date", None),
        ("Budget", "end_date", None),
    ],
)
def test_what_describes_the_rows_of_a_sheet_of_actions_is_the_action(
    name: str, heading: str, actions: int | None
) -> None:
    sheet = typed(
        f"""
        | description             | group  | {heading}  | weekly_units |
        | New design of the cover | Seals  | 2026-03-06 | 5000         |
        | Plug capacity – part 1  | Plugs  | 2026-04-03 | 92610        |
        | New assembly line       | Blocks | 2026-05-01 | 69000        |
        """,
        name,
    )
    if actions is None:
        with pytest.raises(NoTrackerError):
            read(sheet)
    else:
        assert len(read(sheet).actions) == actions


@pytest.mark.parametrize(
    ("headings", "cells", "found"),
    [
        # What is noted after the actions is no list of them, nor are a few words, nor the same ones again.
        ("Status | Action | Comment", "Open | {0} | The {1} of the {2} is muddy", "A status · B action · C comment"),
        ("Comment | Status | Action", "{1} | Open | {0}", "A comment · B status · C action"),
        ("Comment | Status | Action", "The path was muddy in May | Open | {0}", "A comment · B status · C action"),
    ],
)
def test_what_is_noted_beside_few_actions_is_not_always_listed(headings: str, cells: str, found: str) -> None:
    rows = (("", "path", "park"), ("", "lane", "quay"), ("Relay it", "deck", "pier"), ("", "lawn", "yard"))
    text = "".join(f"| {cells.format(*row)} |\n" for row in rows)
    assert fields(read(typed(f"| {headings} |\n{text}"))) == found


@pytest.mark.parametrize(("third", "column"), [("Relay it", "A action"), ("", "C action")])
def test_what_is_listed_is_the_action_only_where_some_of_it_has_led_to_one(third: str, column: str) -> None:
    comments = ("The paths are muddy", "The bins are full", "The paving is loose", "The lamps are out")
    actions = ("", "", third, "")
    rows = "".join(f"| {text} | Open | {action} |\n" for text, action in zip(comments, actions, strict=True))
    assert column in fields(read(typed("| Comment | Status | Action |\n" + rows)))


def test_of_dates_revised_again_the_last_that_a_row_has_is_in_force() -> None:
    plan = plan_from_text(
        """
        | Ref | Action         | Owner         | Original due date | Revised date 1 | Revised date 2 | Revised date 3 |
        | 1   | Mend the pier  | Head of Roads | 31 March 2024     | June 2024      | June 2025      |                |
        | 2   | Paint the quay | Works board   | 31 March 2024     | July 2024      |                |                |
        | 3   | Light it up    | Works board   | 31 March 2024     |                |                |                |
        | 4   | Dredge it all  | Works board   | 31 March 2024     | May 2024       | May 2025       | May 2026       |
        """
    )
    assert fields(plan) == "A ref · B action · C owner · D original timescale · G timescale"
    assert [(action.timescale.text, action.original_timescale.text) for action in plan.actions if action.original_timescale] == [
        ("June 2025", "31 March 2024"),
        ("July 2024", "31 March 2024"),
        ("31 March 2024", "31 March 2024"),
        ("May 2026", "31 March 2024"),
    ]  # fmt: skip


def test_dates_of_other_kinds_are_kept_and_never_due() -> None:
    plan = read(
        typed(
            """
            | Action          | Owner     | Date raised | Due        | Date of last update | Date closed | Start date |
            | Renew the lease | Ann Field | 2026-01-05  | 2026-06-30 | 2026-02-01          | 2026-02-02  | 2026-03-01 |
            """
        )
    )
    assert kept(plan) == "C date raised · E date updated · F date closed · G extra"
    (action,) = plan.actions
    assert str(action.timescale.due_date) == "2026-06-30"
    assert [(heading.text, cell.text) for heading, cell in action.extras] == [
        ("Date raised", "05/01/2026"),
        ("Date of last update", "01/02/2026"),
        ("Date closed", "02/02/2026"),
        ("Start date", "01/03/2026"),
    ]


@pytest.mark.parametrize("level", ["P1", "Moderate", "3 (High)", "Must", "High", "H", "Must have", "2 - Medium", "1"])
def test_a_column_with_a_level_has_no_themes(level: str) -> None:
    text = (
        f"| Priority | Action | Owner |\n| {level} | Mend the roof | AD H |\n| Roof and walls | Paint the hall | AD H |"
    )
    assert [action.theme for action in read(typed(text)).actions] == ["", ""]


@pytest.mark.parametrize(("heading", "themes"), [("Priority", ["", ""]), ("Theme", ["A", "B"])])
def test_letters_are_themes_only_where_a_heading_says_theme(heading: str, themes: list[str]) -> None:
    text = f"| {heading} | Action | Owner |\n| A | Mend the roof | AD H |\n| B | Paint the hall | AD H |"
    assert [action.theme for action in read(typed(text)).actions] == themes


def test_what_stands_beside_the_table_is_told_and_belongs_to_no_row() -> None:
    tracker = next(tracker for tracker in TRACKERS if tracker.name == "a key beside the table")
    plan = read(typed(tracker.text))
    assert [action.extras for action in plan.actions] == [(), ()]
    assert [(str(row.why), [cell.text for cell in row.cells]) for row in plan.tables[0].skipped] == [
        ("beside the table", ["Key", "Green: done", "Amber: begun", "Red: late"])
    ]


def test_a_column_of_words_is_never_the_date_answers_go_to() -> None:
    text = """
        | Action          | Owner     | Target              | Due date   |
        | Renew the lease | Ann Field | Ninety in a hundred | 2026-05-01 |
        | Let the shop    | Bo Lane   | All of the shops    | 2026-06-01 |
        | Paint the hall  | Bo Lane   | A hall well painted | 2026-07-01 |
        """
    assert fields(read(typed(text))) == "A action · B owner · D timescale"


def test_rows_above_the_headings_that_look_like_actions_are_named() -> None:
    plan = read(
        typed(
            """
            | 1  | Renew the lease | Ann Field | 2026-05-01 | In progress |
            | No | Action          | Owner     | Due        | Status      |
            | 2  | Let the shop    | Bo Lane   | 2026-06-01 | Not started |
            | 3  | Paint the hall  | Bo Lane   | 2026-07-01 | Completed   |
            """
        ),
        header_row=2,
    )
    assert [action.ref for action in plan.actions] == ["2", "3"]
    (fault,) = plan.faults
    assert (fault.code, fault.addresses) == ("row-not-read", ("A1",))
    assert fault.message == (
        "1 of the rows above the headings (1) could be actions and were not read; move them under the headings."
    )


@pytest.mark.parametrize(
    ("above", "rows"),
    [
        ("| Ref | Action | Lead | Timescale | Q1 update | Q1 comments |", "2, 3"),
        ("| (number) | (what will be done) | (who) | (when) | (status) | (comments) |", "2, 3"),
        ("| | | | | Quarter 1 | |", "2, 3"),
        ("| Owner of the plan: | AD Ports | Date: | Q1 23/24 | | |", "2, 3"),
    ],
)
def test_rows_of_words_above_several_rows_of_headings_are_named_too(above: str, rows: str) -> None:
    plan = plan_from_text(
        f"""
        | Action plan Q1 2023/24 |
        | A1  | Mend the pier and the lamps | AD Ports | Q1 23/24  | In progress | Begun.      |
        | A2  | Repair the old road bridge  | AD Roads | Q2 23/24  | Completed   | Done.       |
        {above}
        | Ref | Action                      | Owner    | Timescale | Q1 update   | Q1 comments |
        | A3  | Light the quay at night     | AD Ports | Q3 23/24  | In progress | Begun.      |
        | A4  | Report to the cabinet       | AD Quay  | Q4 23/24  | In progress | Begun.      |
        | A5  | Sweep the harbour quay      | AD Ports | Q4 23/24  | Completed   | Begun.      |
        """
    )
    assert [action.ref for action in plan.actions] == ["A3", "A4", "A5"]
    (fault,) = [fault for fault in plan.faults if fault.code == "row-not-read"]
    assert fault.message == (
        f"2 of the rows above the headings ({rows}) could be actions and were not read; move them under the headings."
    )


ODD_ROWS = """
    | Ref | Action          | Owner     | Due        | Status      |
    {}
    | 1   | Renew the lease | Ann Field | 2026-05-01 | In progress |
    | 2   | Let the shop    | Bo Lane   | 2026-06-01 | Not started |
    {}
    | 3   | Paint the hall  | Bo Lane   | 2026-07-01 | Completed   |
    | 4   | Sweep the quay  | Bo Lane   | 2026-08-01 | Completed   |
"""


@pytest.mark.parametrize(
    ("first", "between", "themes", "said"),
    [
        ("| Cyf | Gweithred | Perchennog | Dyddiad | Statws |", "", {""}, ["row-of-guidance"]),
        ("| A | B | C | D | E |", "", {""}, ["row-of-guidance"]),
        ("| | PROPERTY | | | |", "| | SERVICES | | | |", {"Property", "Services"}, []),
        ("| | Owner: Ann Field | | | |", "| | Owner: Bo Lane | | | |", {""}, []),
        ("| | Directorate: Roads | | | |", "", {"Directorate: Roads"}, []),
        ("", "| | Sub-total | | | 2 |", {""}, []),
        ("", "| Sub total | 2 | | | |", {""}, []),
    ],
)
def test_rows_that_are_no_actions(first: str, between: str, themes: set[str], said: list[str]) -> None:
    plan = read(typed(ODD_ROWS.format(first, between)))
    assert [action.ref for action in plan.actions] == ["1", "2", "3", "4"]
    assert {action.theme for action in plan.actions} == themes
    assert [fault.code for fault in plan.faults] == said


@pytest.mark.parametrize(
    "row", ["| 9 | Sign | Ann Field | 2026-05-01 | Stuck |", "| X | Sign | Ann Field | Later | In progress |"]
)
def test_a_first_action_of_few_words_is_one(row: str) -> None:
    plan = read(typed(ODD_ROWS.format(row, "")))
    assert plan.actions[0].text == "Sign"


def test_a_table_of_three_columns_goes_on_after_a_total() -> None:
    text = """
        | Action          | Owner     | Status      |
        | Renew the lease | Ann Field | In progress |
        | Let the shop    | Bo Lane   | Not started |
        | Total           | 2         |             |
        | Paint the hall  | Bo Lane   | Completed   |
        """
    assert [action.text for action in read(typed(text)).actions] == [
        "Renew the lease",
        "Let the shop",
        "Paint the hall",
    ]


def test_what_follows_a_text_apart_from_the_table_is_as_far_away() -> None:
    text = """
        | Action Item     | Owner    | Due Date   |
        | Renew the lease | Head of Roads | 2026-05-04 |
        | Let the shop    | Works board   | 2026-05-04 |
        |                 |               |            |
        | Next Meeting    |               |            |
        | Date / Time:    | 20 May, at 10 |            |
        | Paint the hall  | Works board   | 2026-06-04 |
        """
    plan = read(typed(text))
    assert [action.text for action in plan.actions] == ["Renew the lease", "Let the shop", "Paint the hall"]
    assert [(fault.code, fault.addresses) for fault in plan.faults] == [("row-not-read", ("A5", "A6"))]


@pytest.mark.parametrize(
    ("block", "texts"),
    [
        ("| Code | Colour | | |\n| done | Green | | |", ["Renew the lease", "Let the shop"]),
        ("| Paint the hall | Works board | | Done |", ["Renew the lease", "Let the shop", "Paint the hall"]),
        ("| Paint the hall | Works board | 2026-05-04 | |", ["Renew the lease", "Let the shop", "Paint the hall"]),
    ],
)
def test_a_block_apart_that_says_neither_when_nor_how_far_is_no_part_of_the_table(block: str, texts: list[str]) -> None:
    text = f"""
        | Action          | Owner         | Due Date   | Status |
        | Renew the lease | Head of Roads | 2026-05-04 | Open   |
        | Let the shop    | Works board   | 2026-05-04 | Done   |
        |                 |               |            |        |
        {block}
        """
    plan = read(typed(text))
    assert [action.text for action in plan.actions] == texts
    assert [fault.code for fault in plan.faults] == (["row-not-read"] if len(texts) == 2 else [])


def test_a_header_row_that_is_named_is_taken() -> None:
    text = """
        | Action          | Owner     | Status      |
        | What            | Who       | Progress    |
        | Renew the lease | Ann Field | In progress |
        """
    plan = read(typed(text), header_row=2, columns={Field.ACTION: 1})
    assert (fields(plan), len(plan.actions)) == ("A action · B owner · C status", 1)


def labelled_faults() -> list[dict[str, str]]:
    """The rows of the labels, where they lie beside the repository."""
    path = SHARED / "faults" / "truth.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return list(csv.DictReader(lines, delimiter="\t"))


@needs_shared
@pytest.mark.parametrize("row", labelled_faults(), ids=lambda row: row["file"])
def test_the_labelled_faults(row: dict[str, str]) -> None:
    """Every workbook of the labelled faults: its row of headings, its columns and the number of its actions."""
    path = SHARED / "faults" / row["file"]
    if row["actions"] == "refused":
        with pytest.raises(NoTrackerError):
            read_plan(path)
        return
    plan = read_plan(path, all_sheets=True)
    if ";" in row["sheet"]:
        counts = [len([action for action in plan.actions if action.sheet == table.sheet]) for table in plan.tables]
        assert "; ".join(table.sheet for table in plan.tables) == row["sheet"]
        assert "; ".join(map(str, counts)) == row["actions"]
        return
    (table,) = plan.tables
    named = {
        "ref": "ref",
        "action": "action",
        "owner": "owner",
        "due": "timescale",
        "status": "status",
        "comment": "comment",
    }
    read_as = {name: table.first_of(Field(field)) for name, field in named.items()}
    assert {name: column_letter(column.number) if column else "" for name, column in read_as.items()} == {
        name: row[name] for name in named
    }
    assert (table.sheet, table.last_header_row, len(plan.actions)) == (
        row["sheet"],
        int(row["header_row"]),
        int(row["actions"]),
    )


def test_refs_are_read_as_they_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "refs.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_row(0, 0, ("No.", "Action", "Owner", "Status"))
        for row, (number, shown) in enumerate(((1.1, "0.0"), (1.1, "0.00"), (7, "000"), (12, "General")), 1):
            sheet.write_number(row, 0, number, book.add_format({"num_format": shown}))
            sheet.write_row(row, 1, (f"Map path {row}", "Head of Parks", "In progress"))
        sheet.write_datetime(5, 0, datetime(2026, 2, 1), book.add_format({"num_format": "d-mmm"}))
        sheet.write_row(5, 1, ("Sign the path", "Head of Parks", "In progress"))
    plan = read_plan(path, quarter="Q1 2026/27")
    assert [action.ref for action in plan.actions] == ["1.1", "1.10", "007", "12", "1-Feb"]
    assert [(fault.code, fault.addresses) for fault in plan.faults] == [("ref-is-date", ("A6",))]


def test_an_error_stands_for_no_value(tmp_path: Path) -> None:
    rows = (("Ref", "Action", "Owner", "Due", "Status"), ("#N/A", "Mend the roof", "#REF!", "#UNCALCULATED", "#VALUE!"))
    plan = read(Sheet("Plan", rows))
    (action,) = plan.actions
    assert (action.ref, action.owners, action.timescale.text, action.timescale.due) == ("", (), "", None)
    assert (action.updates[0].status, action.updates[0].status_text) == (None, "")
    assert [finding.code for finding in check_plan(plan)][:4] == ["cell-error"] * 4


def test_an_early_day_among_later_ones_is_overdue_and_no_slip() -> None:
    text = """
        | Ref | Action           | Owner    | Due        | Status      | Comments |
        | 1   | Renew the lease  | Property | 2026-12-15 | In progress | x        |
        | 2   | Let the shop     | Property | 2026-12-20 | In progress | y        |
        | 3   | Survey the quay  | Property | 2026-06-30 | In progress | z        |
        """
    plan = read(typed(text), quarter=FiscalQuarter(2026, 3))
    assert plan.starts is None
    found = [(finding.code, finding.addresses) for finding in check_plan(plan)]
    assert found == [("action-overdue", ("D4",)), ("action-due", ("D2",)), ("action-due", ("D3",))]


def test_a_refusal_of_a_named_sheet_is_a_peerxl_error() -> None:
    with pytest.raises(PeerxlError, match=r"there is no sheet 'Nope'; it has 'Sheet1'"):
        read(typed("| Action | Owner |\n| Mend | AD H |"), sheets=("Nope",))


def test_a_target_of_percentages_is_no_date() -> None:
    text = """
        | Risk                  | Risk owner | KPI            | Target                 | Status      |
        | Accounts are not shut | Ann Field  | Accounts shut  | 100% within two hours  | In progress |
        | Too many have access  | Bo Lane    | Access looked at | 100% reviewed quarterly | Not started |
        | Mail that asks for keys | Bo Lane  | Mails reported | 100% annual training   | In progress |
        """
    assert "timescale" not in fields(read(typed(text)))


LED = """
    | Ref | Action          | Due        | Status      |
    {}
    | 1   | Renew the lease | 2026-05-01 | In progress |
    | 2   | Let the shop    | 2026-06-01 | Not started |
    {}
    | 3   | Paint the hall  | 2026-07-01 | Completed   |
    {}
    | 4   | Sweep the quay  | 2026-08-01 | Completed   |
"""


@pytest.mark.parametrize(
    ("first", "second", "third", "owners", "themes"),
    [
        ("| Owner: Ann Field |", "| Owner: Bo Lane |", "", "Ann Field, Ann Field, Bo Lane, Bo Lane", ", , , "),
        ("| | Lead officer – AD Legal |", "", "", "AD Legal, AD Legal, AD Legal, AD Legal", ", , , "),
        ("| Part 1: Law |", "| Owner: Bo Lane |", "", ", , Bo Lane, Bo Lane", "Part 1: Law, " * 3 + "Part 1: Law"),
        # Whoever leads a part leads none after it.
        (
            "| Part 1: Law | Lead: Ann Field |",
            "| Part 2: Quay | Lead: Bo Lane |",
            "| Part 3: Pier |",
            "Ann Field, Ann Field, Bo Lane, ",
            "Part 1: Law, Part 1: Law, Part 2: Quay, Part 3: Pier",
        ),
        ("| Directorate: Roads |", "", "", ", , , ", ", ".join(["Directorate: Roads"] * 4)),
    ],
)
def test_a_line_that_says_whose_the_rows_beneath_it_are(
    first: str, second: str, third: str, owners: str, themes: str
) -> None:
    plan = read(typed(LED.format(first, second, third)))
    assert ", ".join(owner.name for action in plan.actions for owner in action.owners or (NOBODY,)) == owners
    assert ", ".join(action.theme for action in plan.actions) == themes


NOBODY = Owner("", "")


def test_a_row_s_own_owner_goes_before_the_line_above() -> None:
    plan = plan_from_text(
        """
        | Ref | Action        | Owner   | Due  | Status |
        | Owner: Ann Field |  |        |      |        |
        | 1   | Mend the pier | Bo Lane | 2026 | Open   |
        | 2   | Light it up   |         | 2027 | Open   |
        """
    )
    assert [action.owners[0].name for action in plan.actions] == ["Bo Lane", "Ann Field"]
    cell = plan.actions[1].cell(Field.OWNER)
    assert cell is not None
    assert (cell.address, cell.text) == ("A2", "Ann Field")


@pytest.mark.parametrize(
    ("parents", "refs"),
    [
        ("1 2", "1a 1b 2a"),
        ("1 2", "1.1 1.2 2.1"),
        ("1.0 2.0", "1.1 1.2 2.1"),
        ("A B", "A1 A2 B1"),
    ],
)
def test_words_over_the_refs_that_theirs_begins_are_a_theme(parents: str, refs: str) -> None:
    first, second = parents.split()
    texts = refs.split()
    rows = [
        f"| {first} | People | | | |",
        *(f"| {ref} | Mend the pier {ref} | Ann Field | 2026-05-01 | Open |" for ref in texts[:2]),
        f"| {second} | Place | | | |",
        f"| {texts[2]} | Light it up | Bo Lane | 2026-05-01 | Open |",
    ]
    plan = plan_from_text("| Ref | Action | Owner | Due | Status |\n" + "\n".join(rows))
    assert [(action.ref, action.theme) for action in plan.actions] == list(
        zip(texts, ("People", "People", "Place"), strict=True)
    )


@pytest.mark.parametrize(
    ("tail", "count"),
    [
        ("| | % complete | | | 0.25 |", 3),
        ("| Version 1.2 | Updated by Ann Field | Ann Field | 2026-11-01 | |", 3),
        ("| Version 1.2 | Updated by Ann Field | Ann Field | 2026-11-01 | v |", 3),
        ("| | Buy a lamp | | | 0.25 |", 4),
        ("| 4 | Version of the page is checked | Ann Field | 2026-11-01 | |", 4),
    ],
)
def test_counters_and_versions_beneath_the_table_are_no_actions(tail: str, count: int) -> None:
    text = f"""
        | Ref | Action          | Owner     | Due        | Status      |
        | 1   | Renew the lease | Ann Field | 2026-05-01 | In progress |
        | 2   | Let the shop    | Bo Lane   | 2026-06-01 | Not started |
        | 3   | Paint the hall  | Bo Lane   | 2026-07-01 | Completed   |
        | | | | | |
        {tail}
        """
    assert len(read(typed(text)).actions) == count


def test_a_status_and_a_comment_beyond_an_empty_column_may_have_a_gap() -> None:
    text = """
        | Ref | Action          | Owner     | | Status      | Comments   |
        | 1   | Renew the lease | Ann Field | | In progress | Draft sent |
        | 2   | Let the shop    | Bo Lane   | | {}          | {}         |
        | 3   | Paint the hall  | Bo Lane   | | Completed   | All done   |
        | 4   | Sweep the quay  | Bo Lane   | | Not started | Next year  |
        """
    assert fields(read(typed(text.format("", "")))) == "A ref · B action · C owner · E status · F comment"
    assert fields(read(typed(text.format("On hold", "")))) == "A ref · B action · C owner · E status · F comment"
