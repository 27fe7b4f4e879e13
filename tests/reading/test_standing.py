"""Tables of rules and of things, which near a plan: what says so, what speaks against it, and who settles it."""

from __future__ import annotations

import pytest

from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.reading.cells.cell_kinds import is_at_once, is_pace, is_test_result, is_turn
from peerxl.reading.cells.told_times import says_day
from peerxl.reading.columns.action_column import choose_action_column
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from peerxl.reading.verdicts.standing import find_standing
from tests.reading.tables import drafts_of, typed

NO_DAY = "how soon, how long or how often, and nothing says by which day or how far it has come"
RULES = {
    "a key of statuses": (
        """
        | State       | Description                                |
        | Planned     | Use this until somebody has begun          |
        | In progress | Use this from the day on which work begins |
        | Completed   | Use this once all of it has been shown     |
        """,
        "A 'State' says each of some statuses once, and nothing else but what it means",
    ),
    "gates with what is to be known of each": (
        """
        | Gate | Service    | Owner      | Status | Actions / Notes                 |
        | 22   | Crane      | Quay crew  | Active | Do not touch it without the key |
        | 80   | Swing gate | Gate crew  | Active | Opens to the north at noon      |
        | 443  | Lock gate  | Gate crew  | Active | Opens to the south at high tide |
        """,
        "D 'Status' says 'Active' and the like, and not how far it has come",
    ),
    "a procedure with time limits": (
        """
        | Step | Activity                   | Responsible     | Timeline               |
        | 1    | Driver reports breakdown   | Driver          | Immediate              |
        | 2    | Desk logs the incident     | Dispatch desk   | Within 10 min          |
        | 4    | Tow truck is called        | Fleet manager   | Within 1 hour          |
        """,
        "A 'Step' says which step of a procedure each is, and nothing says by which day or how far it has come",
    ),
    "what sets each off": (
        """
        | Trigger                  | Action required                   | Responsible role |
        | Nobody answers the phone | Call the second number at once    | Night porter     |
        | The lamp of the pier out | Put out the buoys and tell boats  | Watch            |
        | A boat is aground        | Ask the coastguard for a tug      | Harbour Master   |
        """,
        "A 'Trigger' says on what occasion each is done, and nothing says by which day or how far it has come",
    ),
    "between how many hours each is done": (
        """
        | Time      | Action                        | Lead         |
        | 0–1 hr    | Begin the plan and call crews | Watch        |
        | 1–4 hrs   | Move the calls to the office  | Clerk        |
        | 4–24 hrs  | Bring back the copies         | Engineer     |
        | 1–3 days  | Find another shed             | Works team   |
        """,
        f"A 'Time' says {NO_DAY}",
    ),
    "whose turn it is after how long": (
        """
        | Time elapsed | Action required               | Responsible party  |
        | 0-15 min     | First answer and a safe state | Engineer on call   |
        | 15-30 min    | The lead is told              | Engineer on call   |
        | 1-2 hours    | The maker is called in        | Technical lead     |
        """,
        f"A 'Time elapsed' says {NO_DAY}",
    ),
    "on which days of the month each comes round": (
        """
        | Task                   | Who       | When            |
        | Reports to the members | Ann Field | 1st of month    |
        | Look at the takings    | Bo Lane   | 5th of month    |
        | Choose the photographs | Ann Field | 20th of month   |
        """,
        f"C 'When' says {NO_DAY}",
    ),
    "at what hour, on which days or as needed": (
        """
        | Task              | Who       | When                  | How            |
        | Open the sluice   | Watch     | Start of work day     | By hand        |
        | Read the gauge    | Watch     | Daily (before noon)   | From the quay  |
        | Send the readings | Clerk     | Monthly               | By letter      |
        | Count the boats   | Watch     | Sunday 2 PM           | From the tower |
        | Call the crew     | Anybody   | As needed             | By telephone   |
        | Oil the gate      | Works     | After each storm      | With a rag     |
        """,
        f"C 'When' says {NO_DAY}",
    ),
    "what sets each off, and how long after it": (
        """
        | Trigger                  | Action                  | Owner          | Timeline            |
        | Water over the quay      | Look for the cause      | Harbour Master | 30 days             |
        | Two lamps out in a month | Change the maker        | Works          | Next board meeting  |
        | A gate that sticks       | Plan of what to replace | Engineer       | Before the repair   |
        """,
        "A 'Trigger' says on what occasion each is done, and nothing says by which day or how far it has come",
    ),
    "decisions in force and put into practice": (
        """
        | Decision           | Date       | Owner               | Status         |
        | Use the east quay  | 2026-03-05 | Ann Field (agreed)  | ✅ ACTIVE      |
        | Two crews a night  | 2026-03-05 | Bo Lane (agreed)    | ✅ ACTIVE      |
        | One log for all    | 2026-03-12 | Ann Field           | ✅ IMPLEMENTED |
        """,
        "D 'Status' says which decisions hold, and not how far anything has come",
    ),
    "decisions with a mark of doubt": (
        """
        | ID | Decision               | Date       | Owner   | Status      |
        | 1  | One lamp for all quays | 2026-06-30 | Ann Lee | ✅ Approved |
        | 2  | Two steps at the pier  | 2026-06-30 | Bo Day  | ⚠️ Proposed |
        | 3  | One form for all boats | 2026-06-30 | Bo Day  | ✅ Approved |
        """,
        "E 'Status' says which decisions hold, and not how far anything has come",
    ),
    "assumptions": (
        """
        | ID  | Assumption                               | Owner     | Status |
        | A-1 | The harbour board will go on as it is    | Clerk     | Active |
        | A-2 | The supplier delivers within three weeks | Ann Lee   | Active |
        | A-3 | Nobody else asks for the quay in June    | Treasurer | Active |
        """,
        "D 'Status' says which assumptions hold, and not how far anything has come",
    ),
    "when each was planned and is now": (
        """
        | Milestone          | Original date | Revised date |
        | Pier mended        | May 2026      | June 2026    |
        | Sign-off of lamps  | June 2026     | August 2026  |
        | Quay open to boats | July 2026     | October 2026 |
        """,
        "B 'Original date' and C 'Revised date' say when each was planned and is now, "
        "and nothing says who is to do it or how far it has come",
    ),
    "limits without steps": (
        """
        | Action                    | Responsible        | Timescale       |
        | Acknowledge the complaint | Complaints Officer | 3 working days  |
        | Send a full reply         | Head of Service    | 10 working days |
        | Review the reply          | Chief Executive    | 20 working days |
        """,
        f"C 'Timescale' says {NO_DAY}",
    ),
    "steps that have a deadline each time": (
        """
        | Step | Action                | Owner         | Due date        |
        | 1    | Log the complaint     | Desk          | Within 1 hour   |
        | 2    | Look into it          | Head of Roads | On receipt      |
        | 3    | Send a reply          | Clerk         | 10 working days |
        """,
        "A 'Step' says which step of a procedure each is, and nothing says by which day or how far it has come",
    ),
    "steps that are done each month": (
        """
        | Step | Action                | Owner         | Target date |
        | 1    | Count the cash        | Desk          | Daily       |
        | 2    | Close the books       | Head of Roads | Each month  |
        | 3    | Report the balance    | Clerk         | Quarterly   |
        """,
        "A 'Step' says which step of a procedure each is, and nothing says by which day or how far it has come",
    ),
    "steps with dates that nobody is to keep": (
        """
        | Step | Action                | Place  | Target date |
        | 1    | Count the cash        | Desk   | TBC         |
        | 2    | Close the books       | Office | TBC         |
        | 3    | Report the balance    | Hall   | TBC         |
        """,
        "A 'Step' says which step of a procedure each is, and nothing says by which day or how far it has come",
    ),
    "steps on occasions": (
        """
        | Step                                    | Responsible | Timeframe       |
        | 1. Review and approval of the report    | Board       | Annual session  |
        | 2. The office formally informs the unit | Office      | At launch       |
        | 3. A lead unit is assigned the draft    | Director    | Within one week |
        """,
        "A 'Step' says which step of a procedure each is, and nothing says by which day or how far it has come",
    ),
    "how often, beside a day that comes each year": (
        """
        | Action             | Owner    | Frequency | Timeline        |
        | Report of the year | Clerk    | Annual    | Before the vote |
        | Check of accounts  | Auditor  | Monthly   | Ongoing         |
        | Test of the alarm  | Engineer | Quarterly | 30 June 2026    |
        | Walk of the site   | Engineer | Monthly   | Ongoing         |
        """,
        "C 'Frequency' says how soon, how long or how often, and nothing says by which day or how far it has come",
    ),
    "duties that come round": (
        """
        | Activity                | Responsibility | Timeline                  |
        | Renewal of the licence  | Clerk          | 60-90 days before it ends |
        | Yearly self-assessment  | Clerk          | Annually                  |
        | Readiness for a visit   | Chair          | Ongoing; more at a visit  |
        """,
        "C 'Timeline' says how often, or how long before an occasion, and nothing says by which day or how far it has come",
    ),
    "decisions that hold or do not": (
        """
        | ID | Date       | Decision        | Owner    | Status     |
        | D1 | 2026-01-08 | Mend the pier   | Ann Lee  | Superseded |
        | D2 | 2026-01-15 | Close the quay  | Bo Field | Active     |
        | D3 | 2026-02-11 | Paint the lamps | Ann Lee  | Reversed   |
        """,
        "E 'Status' says which decisions hold, and not how far anything has come",
    ),
    "a register of decisions by their numbers": (
        """
        | Decision ID | Task | Decision        | Owner    | Date       | Status      |
        | D1          | T-1  | Mend the pier   | Ann Lee  | 2026-01-08 | Implemented |
        | D2          | T-2  | Close the quay  | Bo Field | 2026-01-15 | Pending     |
        | D3          | T-3  | Paint the lamps | Ann Lee  | 2026-02-11 | Implemented |
        """,
        "A 'Decision ID' says the number of each decision, and nothing says by when any is to be done",
    ),
    "decisions and who took them": (
        """
        | Decision        | Lead        | Decided by   |
        | Mend the pier   | Ann Lee     | The board    |
        | Close the quay  | Bo Field    | The council  |
        | Paint the lamps | Ann Lee     | The board    |
        """,
        "C 'Decided by' says who took each decision, and not who is to do anything",
    ),
    "a limit for a heading": (
        """
        | Action                  | Responsible | Within 5 working days |
        | Acknowledge the request | Clerk       | Yes                   |
        | Check for exemptions    | Legal       | No                    |
        """,
        f"C 'Within 5 working days' says {NO_DAY}",
    ),
    "days among working days": (
        """
        | Request        | Action               | Responsible     | Deadline        |
        | Request        | Send a reply         | FOI officer     | 20 working days |
        | Complaint      | Investigate it       | Service manager | 10 working days |
        | Second stage   | Review the reply     | Director        | 30 days         |
        | Subject access | Send them the data   | Data officer    | 30 days         |
        """,
        "D 'Deadline' says within how many days, and nothing says by which day or how far it has come",
    ),
    "one of working days among days": (
        """
        | Policy    | Statement            | Responsible | Timescale      |
        | Leave     | Apply in writing     | Employee    | 20 days        |
        | Leave     | Reply to the request | Manager     | 10 days        |
        | Grievance | Hold a meeting       | Manager     | 5 working days |
        | Grievance | Send the outcome     | Personnel   | 7 days         |
        """,
        "D 'Timescale' says within how many days, and nothing says by which day or how far it has come",
    ),
    "what is delegated, and on which conditions": (
        """
        | Body      | Function               | Delegated officer   | Conditions    |
        | Licensing | Issue of licences      | Licensing manager   | No objection  |
        | Planning  | Determine applications | Head of Planning    | Not called in |
        | Staff     | Appoint staff          | Chief Officer       | Under grade 12 |
        """,
        "D 'Conditions' says within what bounds each is done, and nothing says by which day or how far it has come",
    ),
    "hours worked": (
        """
        | Volunteer | Project | Task     | Hours | Date       |
        | Ann Field | System  | Planning | 40    | 2025-11-10 |
        | Bo Lane   | Data    | Analysis | 20    | 2025-11-10 |
        | Ann Field | System  | Setting up | 15  | 2025-11-17 |
        """,
        "D 'Hours' says how long each took, and nothing says by which day or how far it has come",
    ),
    "decisions to be taken": (
        """
        | Decision                 | Decision maker | Decision due | Contact officer |
        | Approve the budget       | Cabinet        | 2026-02-10   | Ann Field       |
        | Award the waste contract | Cabinet        | 2026-03-10   | Bo Lane         |
        | Adopt the parking policy | Cabinet member | 2026-03-20   | Cy Moss         |
        """,
        "B 'Decision maker' says who is to decide on each, and not who is to do it",
    ),
    "applications decided": (
        """
        | Application | Proposal                    | Case officer | Target date | Decision |
        | 26/001      | Erect a wooden extension    | Ann Field    | 2026-03-01  | Granted  |
        | 26/002      | Convert the barn to a house | Bo Lane      | 2026-03-12  | Pending  |
        | 26/003      | Install two dormers         | Ann Field    | 2026-04-01  | Refused  |
        """,
        "E 'Decision' says what was decided on a request, and not how far it has come",
    ),
    "with what each is done": (
        """
        | Phase   | Action                | Responsible  | System |
        | Order   | Raise the order       | Budget lead  | Agresso |
        | Order   | Approve the order     | Service head | Agresso |
        | Receipt | Receive the goods     | Stores       | Agresso |
        """,
        "D 'System' says with what each is done, and nothing says by which day or how far it has come",
    ),
    "days counted from an occasion": (
        """
        | Day           | Action                   | Responsible Party |
        | Deadline      | Alert to the person      | Training desk     |
        | Deadline + 5  | Manager asks the person  | Line manager      |
        | Deadline + 10 | Report to the board      | Training desk     |
        """,
        f"A 'Day' says {NO_DAY}",
    ),
    "a service level": (
        """
        | Ref | Service level | Action required     | Response time | Owner           | Review date |
        | 1   | Critical      | Restore the service | 4 hours       | IT Service Desk | 2026-04-01  |
        | 2   | High          | Fix the fault       | 1 day         | IT Service Desk | 2026-04-01  |
        | 3   | Low           | Answer the question | 5 days        | IT Service Desk | 2026-04-01  |
        """,
        f"D 'Response time' says {NO_DAY}",
    ),
    "a retention schedule": (
        """
        | Record         | Retain for | Action                  | Responsible   |
        | Payroll files  | 6 years    | Destroy securely        | Head of HR    |
        | Minutes        | Permanent  | Transfer to the archive | Head of Legal |
        | Planning files | 15 years   | Review and destroy      | Head of Place |
        """,
        f"B 'Retain for' says {NO_DAY}",
    ),
    "checks made again and again": (
        """
        | Activity                   | Owner               | When      |
        | Reconcile the bank account | Finance Officer     | Monthly   |
        | Report to the committee    | Head of Finance     | Quarterly |
        | Review the scheme          | Director of Finance | Annually  |
        """,
        f"C 'When' says {NO_DAY}",
    ),
    "a recipe": (
        """
        | Step | Action           | Time   | Responsible | Done |
        | 1    | Chop the onions  | 5 min  | Ann         |      |
        | 2    | Fry the onions   | 10 min | Bo          |      |
        | 3    | Add the rice     | 2 min  | Ann         |      |
        """,
        f"C 'Time' says {NO_DAY}",
    ),
    "a glossary": (
        """
        | Action  | Definition              | Owner        | Status  |
        | Archive | Move a file to a store  | Records team | Current |
        | Destroy | Shred a file for good   | Records team | Current |
        | Review  | Look at a file again    | Legal team   | Current |
        """,
        "D 'Status' says 'Current' and the like, and not how far it has come",
    ),
    "a glossary without a status": (
        "| Action | Meaning | Owner |\n| Archive | Move a file to a store | Records team |",
        "B 'Meaning' says what each means, and nothing how far it has come",
    ),
    "what a program can do": (
        """
        | Action      | Endpoint  | Owner         | Status     | Since      |
        | Create user | /users    | Platform team | Live       | 2024-01-01 |
        | Delete user | /users/1  | Platform team | Live       | 2024-01-01 |
        | List users  | /users    | Data team     | Deprecated | 2023-01-01 |
        """,
        "D 'Status' says 'Live' and the like, and not how far it has come",
    ),
    "tests": (
        """
        | Test ID | Test case                   | Steps            | Expected result | Status | Tester    | Date       |
        | TC1     | Log in with a valid user    | Open page; enter | Home is shown   | Pass   | Ann Field | 2026-01-03 |
        | TC2     | Log in with a bad password  | Open page; enter | Error is shown  | Pass   | Bo Lane   | 2026-01-04 |
        | TC3     | Reset a password            | Press forgotten  | Mail is sent    | Fail   | Ann Field | 2026-01-04 |
        """,
        "E 'Status' says what passed and what failed, and not how far it has come",
    ),
    "maintenance": (
        """
        | Site      | Work               | Contractor | Next due   | Last done  | Result |
        | Town Hall | Service the boiler | Heat Ltd   | 2027-01-05 | 2026-01-05 | Good   |
        | Depot     | Test the alarms    | Safe Ltd   | 2027-02-05 | 2026-02-05 | Good   |
        | Library   | Inspect the lift   | Lift Ltd   | 2027-03-05 | 2026-03-05 | Poor   |
        """,
        "D 'Next due' and E 'Last done' say that each is done again and again",
    ),
    "a rota": (
        """
        | Week | Date       | Task              | Who | Done |
        | 1    | 2026-11-02 | Clean the kitchen | Ann | Y    |
        | 2    | 2026-11-09 | Water the plants  | Bo  | Y    |
        | 3    | 2026-11-16 | Clean the kitchen | Cy  |      |
        | 4    | 2026-11-23 | Water the plants  | Ann |      |
        """,
        "B 'Date' and C 'Task' say whose turn it is on which day",
    ),
    "indicators": (
        """
        | KPI                | Target | Actual | Owner           | Status | Due        |
        | Reduce missed bins | 5%     | 4%     | AD Environment  | Green  | 2027-03-31 |
        | Increase recycling | 50%    | 45%    | AD Environment  | Amber  | 2027-03-31 |
        | Pay on time        | 98%    | 90%    | Head of Finance | Red    | 2027-03-31 |
        """,
        "B 'Target' and C 'Actual' say how much was to be reached and was",
    ),
}

RULES["rights and their time limits"] = (
    """
    | Right     | What we do          | Responsible | Time limit    |
    | Access    | Send a copy         | DPO         | One month     |
    | Erasure   | Delete the data     | DPO         | One month     |
    | Objection | Stop the processing | DPO         | Without delay |
    """,
    f"D 'Time limit' says {NO_DAY}",
)
RULES["what to do in a fire"] = (
    "| Order | What to do | Who |\n| 1 | Sound the alarm | Whoever finds it |\n| 2 | Leave the building | Everybody |",
    "A 'Order' says which step of a procedure each is, and nothing says by which day or how far it has come",
)
RULES["a workflow"] = (
    """
    | Current Status | Action By | Action       | Next Status |
    | Draft          | Employee  | Submit it    | Submitted   |
    | Submitted      | Manager   | Approve it   | Approved    |
    | Submitted      | Manager   | Send it back | Draft       |
    """,
    "A 'Current Status' and D 'Next Status' say which status may follow which, as a workflow allows it",
)
RULES["states of a ticket"] = (
    """
    | From status | Action      | Owner | To status |
    | New         | Assign it   | Desk  | Assigned  |
    | Assigned    | Start on it | Ann   | Working   |
    | Working     | Close it    | Ann   | Closed    |
    """,
    "A 'From status' and D 'To status' say which status may follow which, as a workflow allows it",
)
RULES["changes that were made"] = (
    """
    | change_id | description           | approved_by | implementation_date | implemented_by | status              |
    | C1        | Update the template   | E1          | 2025-01-08          | E10735         | Closed - Successful |
    | C2        | Modify the report     | E2          | 2025-01-09          | E10406         | Closed - Successful |
    | C3        | Deploy the hotfix     | E1          | 2025-01-10          | E10302         | Closed - Failed     |
    """,
    "E 'implemented_by' says who has done each already",
)
RISKS_ALONE = (
    "says what may go wrong and not what is to be done about it, and nothing says by which day or how far it has come"
)
RULES["threats to what somebody owns"] = (
    """
    | ID | Threat            | Weak point | Likelihood | Impact | Controls in place | Notes        | Owner   |
    | 1  | Flood of the yard | Low wall   | 4          | 5      | Pump              | By the river | Harbour |
    | 2  | Fire in the shed  | Dry hedge  | 2          | 5      | Alarm             | No hydrant   | Parks   |
    | 3  | Loss of all power | One cable  | 3          | 3      | Lamps             | Old cable    | Works   |
    """,
    f"B 'Threat' {RISKS_ALONE}",
)
RULES["risks under a description, with whose each is and when it is looked at"] = (
    """
    | Risk ID | Description                | Likelihood | Impact | Risk owner | Next review |
    | R1      | The pier falls in a storm  | 3          | 4      | Ann Field  | 2026-03-31  |
    | R2      | The quay floods each March | 2          | 5      | Bo Lane    | 2026-03-31  |
    """,
    f"B 'Description' {RISKS_ALONE}",
)
RULES["risks with when they may come about"] = (
    """
    | Risk name       | Category | Probability | Financial impact | Timing |
    | Loss of donors  | Money    | 0.18        | 850000           | Q4     |
    | A late grant    | Money    | 0.2         | 600000           | Q3     |
    | Lapse of rules  | Law      | 0.1         | 700000           | Q4     |
    """,
    "A 'Risk name' and E 'Timing' say what may go wrong and when, and not what is to be done about it",
)
RULES["risks with what controls them already"] = (
    """
    | Ref | Risk                       | Likelihood | Impact | Current controls | Owner     |
    | R1  | The pier falls in a storm  | 3          | 4      | Rails and ropes  | Ann Field |
    | R2  | The quay floods each March | 2          | 5      | A gate of oak    | Bo Lane   |
    """,
    f"B 'Risk' {RISKS_ALONE}",
)

IN_PLACE = "says which controls are in place, and not how far anything has come"
THERE = "says what is in place, and nothing says by which day or how far it has come"
RULES["controls, each with what it is"] = (
    """
    | Control         | Description                  | Owner        | Status      |
    | Sluice gate     | Closes when the water rises  | Harbour team | Implemented |
    | Spare pump      | Stands in the yard           | Works        | Implemented |
    | Notice of flood | Reaches members in two hours | Clerk        | In place    |
    """,
    f"D 'Status' {IN_PLACE}",
)
RULES["controls that are ticked"] = (
    """
    | ID | Control     | Description                   | Owner        | Status | Evidence  |
    | K1 | Sluice gate | The gate closes by itself.    | Harbour team | ✅     | Photo     |
    | K2 | Spare pump  | A pump stands in the yard.    | Works        | ✅     | Inventory |
    | K3 | Alarm       | A bell rings when it rises.   | Harbour team | n/a    |           |
    """,
    f"E 'Status' {IN_PLACE}",
)
RULES["controls of a standard"] = (
    """
    | Control                      | Framework | Status                     |
    | HB-2 — Keys of the sluice    | Harbours  | ✅ Implemented             |
    | HB-7 — Lists of who is there | Harbours  | ✅ Implemented (at night)  |
    | HB-8 — Lamps at the gate     | Harbours  | Not effective              |
    | HB-9 — A bell for the night  | Harbours  | Design gap                 |
    """,
    f"C 'Status' {IN_PLACE}",
)
RULES["controls and whose they are"] = (
    """
    | Key control                  | Control owner | Evidence     |
    | Two people sign each payment | Treasurer     | Bank mandate |
    | Stock is counted twice       | Stores        | Count sheets |
    | Passes are handed back       | Estates       | Pass log     |
    """,
    f"A 'Key control' {THERE}",
)
RULES["things with what protects them"] = (
    """
    | Asset        | Owner   | Classification | Primary controls  |
    | Harbour maps | Works   | Public         | locked drawer     |
    | Tide tables  | Harbour | Public         | copies, checksums |
    | Wage lists   | Clerk   | Confidential   | safe, two keys    |
    """,
    f"D 'Primary controls' {THERE}",
)
RULES["decisions approved on their days"] = (
    """
    | ID | Decision                       | Owner     | Date       | Status                |
    | D1 | One map is the only true one   | The board | 2026-06-13 | Approved              |
    | D2 | A small pier and no more of it | The board | 2026-06-13 | ✅ Approved           |
    | D3 | Lamps of oil at the gate       | Bo Field  | 2026-06-20 | Applied (since March) |
    """,
    "E 'Status' says which decisions hold, and not how far anything has come",
)
RULES["decisions that were confirmed"] = (
    """
    | Decision        | Owner    | Status    |
    | Mend the pier   | Ann Lee  | Confirmed |
    | Close the quay  | Bo Field | Decided   |
    | Paint the lamps | Ann Lee  | Rejected  |
    """,
    "C 'Status' says which decisions hold, and not how far anything has come",
)
RULES["decisions of months, and those written down"] = (
    """
    | ID | Decision                   | Date     | Owner     | Status   |
    | D1 | A pier of stone, no wood   | Dec 2025 | Ann Field | Approved |
    | D2 | Lamps of oil at the gate   | Dec 2025 | Bo Lane   | Recorded |
    | D3 | One map for the whole quay | Jan 2026 | Cy Shore  | Approved |
    """,
    "E 'Status' says which decisions hold, and not how far anything has come",
)
RULES["tests to be made"] = (
    """
    | Test ID | Action                    | Expected result   | Status  |
    | 1.1     | Open the gate with no key | The gate is shut  | Pending |
    | 1.2     | Open the gate with a key  | The gate opens    | Pending |
    | 1.3     | Ring the bell at night    | The watch answers | Pending |
    """,
    "C 'Expected result' says what each test is to show, and not what is to be done once",
)
RULES["decisions and who agreed them"] = (
    """
    | Decision        | Lead     | Agreed by   |
    | Mend the pier   | Ann Lee  | The board   |
    | Close the quay  | Bo Field | The council |
    | Paint the lamps | Ann Lee  | The board   |
    """,
    "C 'Agreed by' says who took each decision, and not who is to do anything",
)
RULES["people and how they are reached"] = (
    """
    | Who        | Role               | Why                 | How                 |
    | Ann Field  | Chairs the board   | It decides in May   | by letter           |
    | Harbour    | Runs the gate      | It knows the tides  | its page on the web |
    | Bo Lane    | Keeps the minutes  | He has the old maps | at the desk         |
    """,
    "D 'How' says how each is reached or done, and nothing says by which day or how far it has come",
)


def read(text: str, **options: object) -> ActionPlan:
    return plan_from_sheets([typed(text)], Request("t.xlsx", **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "reason"), RULES.values(), ids=RULES)
def test_a_table_that_stands_is_refused_by_what_says_so(text: str, reason: str) -> None:
    with pytest.raises(NoTrackerError) as refusal:
        read(text)
    assert f", but {reason}; if it is one, say where its actions are with --column action=" in str(refusal.value)


@pytest.mark.parametrize("text", [text for text, _ in RULES.values()], ids=RULES)
def test_whoever_names_the_sheet_or_the_actions_gets_it_read(text: str) -> None:
    rows = len(text.strip().splitlines()) - 1
    assert len(read(text, sheets=("Sheet1",)).actions) == rows
    assert read(text, columns={Field.ACTION: 2}).has_column(Field.ACTION)


def test_a_choice_of_another_column_does_not_make_it_one() -> None:
    with pytest.raises(NoTrackerError):
        read(RULES["a rota"][0], columns={Field.REF: 1})


def test_petitions_are_no_plan_and_requests_are_one() -> None:
    table = """
        | {0}              | {1}       | {2}        | {3} | Status |
        | Save the library | Ann Field | 2026-12-01 | 120 | Open   |
        | Close the road   | Bo Lane   | 2026-10-01 | 20  | Closed |
        | Fix the bridge   | Cy Dunn   | 2026-11-01 | 99  | Closed |
        """
    with pytest.raises(NoTrackerError):
        read(table.format("Petition", "Lead petitioner", "Closing date", "Signatures"))
    assert len(read(table.format("Request", "Officer", "Due date", "Received")).actions) == 3


@pytest.mark.parametrize(
    "columns",
    [
        # A day, a status, or what was found, says that it is to be done once.
        "Action: Fence it off · Brief all · Fill it\nTimescale: Within 24 hours · Within 7 days · By March 2026",
        "Action: Fence it off · Brief all · Fill it\nTimescale: Within 24 hours · 3 hours · 2 hours\nStatus:",
        "Action: Fence it off · Brief all · Fill it\nTimescale: Within 24 hours · 3 hours · 2 hours\nStatus: Done · Open",
        "Action: Fence it · Brief all · Fill it\nTimescale: 3 hours · 3 hours · 2 hours\nProgress comments: Fenced",
        "Action: Fence it off · Brief all · Fill it\nTimescale: 3 hours · 3 hours · 2 hours\nIssue: It is deep",
        "Action: Fence it off · Brief all · Fill it\nTimescale: 3 hours · 3 hours · 2 hours\nRecommendation: Fence it",
        "Action: Fence it off · Brief all · Fill it\nTime: 3 hours · 3 hours · 2 hours\nDate closed: 2026-03-31",
        # A status, a day, news, or what is to be done about it, says that a risk is more than known.
        "Risk: It may fall · It may rot\nImpact: 3 · 4\nLikelihood: 2 · 1\nOwner: Ann · Bo\nStatus: Open · Open",
        "Risk: It may fall · It may rot\nImpact: 3 · 4\nLikelihood: 2 · 1\nOwner: Ann · Bo\nStatus:",
        "Risk: It may fall · It may rot\nImpact: 3 · 4\nLikelihood: 2 · 1\nOwner: Ann · Bo\nDue date:",
        "Risk: It may fall · It may rot\nImpact: 3 · 4\nLikelihood: 2 · 1\nOwner: Ann · Bo\nMitigation:",
        "Risk: It may fall · It may rot\nImpact: 3 · 4\nLikelihood: 2 · 1\nOwner: Ann · Bo\nControls:",
        "Risk: It may fall · It may rot\nImpact: 3 · 4\nLikelihood: 2 · 1\nOwner: Ann · Bo\nProgress update:",
        "Risk: It may fall · It may rot\nImpact: 3 · 4\nLikelihood: 2 · 1\nOwner: Ann · Bo\nTiming: Q3 2026 · Q4 2026",
        "Risk: It may fall · It may rot\nImpact: 3 · 4\nLikelihood: 2 · 1\nTarget date: Q3 2026 · Q4 2026",
        "Risk: It may fall · It may rot\nImpact: 3 · 4\nMitigation: Prop it · Paint it\nTiming: Q3 2026 · Q4 2026",
        "Risk: It may fall · It may rot\nImpact: 3 · 4\nStatus: Open · Closed\nTiming: Q3 2026 · Q4 2026",
        "Risk: Mend the old rail · Drain the quay\nImpact: 3 · 4\nLikelihood: 2 · 1\nOwner: Ann · Bo",
        "Risk or issue: It may fall · It may rot\nImpact: 3 · 4\nLikelihood: 2 · 1\nOwner: Ann · Bo",
        "Risk:\nImpact:\nLikelihood:\nOwner:",
        "Defect: It may fall · It may rot\nDescription: It may rot\nImpact: 3 · 4\nLikelihood: 2 · 1\nOwner: Ann",
        # How often a plan is looked at says nothing of how often each is done.
        "Description: It may fall · It may rot · It may leak\nImpact: 3 · 4 · 3\nLikelihood: 2 · 1 · 1\nOwner: Ann · Bo · Cy\n"
        "First action: Fence it off · Optimize the beams · Fill it\nNext review: Weekly · Weekly · Weekly",
        # Weeks and months may be counted from the day of the plan, and so may days.
        "Action: Fence it off · Brief all · Fill it\nTimescale: 3 months · 6 weeks · Within 6 months",
        "Action: Fence it off · Brief all · Fill it\nDeadline: 7 days · 14 days · 30 days",
        "Action: Fence it · Brief all · Fill it · Drain it\nDeadline: 7 days · 14 days · per law · 30 days",
        "Action: Fence it · Brief all · Fill it · Drain it\nDeadline: 7 days · 2 weeks · 3 working days · 30 days",
        "Action: Fence it off · Brief all · Fill it\nDeadline: 1 working day · 30 days · 30 days\nStatus: Open",
        "Action: Fence it off · Brief all · Fill it\nTimescale: Annual · Annual Review · Termly",
        # In what system a thing is found stands before who mends it.
        "System: Payroll · Library · Web\nAction: Fence it off · Brief all · Fill it\nOwner: Ann · Bo · Cy",
        "Action: Fence it off · Brief all\nOwner: Ann · Bo\nSystem: Web · Web\nStatus:",
        "Action: Fence it · Brief all · Fill it\nDecision: Approved · Approved · Rejected",
        "Action: Fence it · Brief all\nDecision maker:",
        "Decision: Fence it · Brief all\nDecision maker: Ann · Bo\nStatus: Open · Done",
        "Condition: Rust · Rot · Woe\nAction: Fence it · Brief all · Fill it\nOwner: Ann · Bo · Cy",
        "Action: Fence it · Brief all\nDecision: Granted · Refused",
        "Finding: It is deep\nAction: Fence it · Brief all · Fill it\nOwner: Ann · Bo · Cy\nSystem: Web · Web · Web",
        "Action: Fence it · Brief all · Fill it\nOwner: Ann · Bo · Cy\nSystem: Web · Web",
        # What was decided is done as well, by a day or as far as a status says.
        "Decision: Fence it · Brief all · Fill it\nDecided by: Ann · Bo · Cy\nStatus: Open · Done · Done",
        "Decision: Fence it · Brief all · Fill it\nStatus: Active · Active · Done",
        "Decision: Fence it · Brief all · Fill it\nStatus: Superseded · Approved · Agreed",
        "Decision: Fence it · Brief all · Fill it\nDecided by: Ann · Bo\nDue date: 2026-03-31 · 2026-04-30",
        "Decision / action: Fence it · Brief all · Fill it\nStatus: Active · Active · Active",
        # A plan may do all of it again and again, or count from an occasion, or be there to say how far.
        "Action: Visits · Training · Surveys\nTimeline: Annually · Ongoing · Monthly",
        "Action: Visits · Training · Surveys\nTimeline: 3 weeks before May · Annually · In the end",
        "Action: Visits · Training · Surveys\nTimeline: 3 weeks before May · Annually · Ongoing\nStatus:",
        "Action: Fence it · Brief all · Fill it\nTimeline: 3 weeks before May · Annually · Ongoing",
        # How long it takes is not how soon.
        "Action: Fence it off · Brief all · Fill it\nDuration: 3 hours · 3 hours · 2 hours",
        "Action: Fence it off · Brief all · Fill it\nStep: one · two",
        "Step: 1 · 2\nAction: Fence it off · Brief all\nBy when: March 2026 · Spring 2027",
        "Step: 1 · 2\nAction: Fence it off · Brief all\nStatus:",
        # Steps that somebody is to do by dates that nobody has set yet.
        "Step: 1 · 2\nAction: Fence it off · Brief all\nOwner: Ann · Bo\nTarget date: [PENDING] · [PENDING]",
        "Step: 1 · 2\nAction: Fence it off · Brief all\nOwner: Ann · Bo\nDeadline: TBC · TBC",
        "Step: 1 · 2\nAction: Fence it off · Brief all\nOwner: Ann · Bo\nDue date:",
        "Step: 1 · 2 · 3\nAction: Fence it · Brief all · Fill it\nOwner: Ann · Bo · Cy\n"
        "Target date: Before launch · Before launch · Regatta",
        # Steps of a plan have days, spans of time or stages of a project, or say what to do.
        "Step: Review of it by the board · A lead is named · Reply is sent\nTimeframe: May 2026 · June 2026 · On receipt",
        "Step: Review of it by the board · A lead is named · Reply is sent\nTimeframe: 3 months · 6 months · One week",
        "Step: Review of it by the board · A lead is named · Reply is sent\nTimeframe: Phase 1 · Phase 2 · Phase 2",
        "Step: Review of it by the board · A lead is named · Reply is sent\nTimeframe: TBC · Ongoing · At launch",
        "Step: Review of it by the board · A lead is named\nTimeframe: Annual session · At launch",
        "Step: Fence it off · Brief all · Fill it\nTimeframe: Annual session · At launch · On receipt",
        # Beside what is done each month some things are done by a day.
        "Action: Fence it · Brief all · Fill it · Drain it · Ask Bo · Tell Cy · Go\nFrequency: Monthly · Monthly · Annual\n"
        "Timeline: 2026 Q1 · Ongoing · Ongoing · Ongoing · Ongoing · Ongoing · 2026 Q4",
        # Statuses that differ, or that say how far.
        "Action: Fence it · Brief all · Fill it\nStatus: Stuck · Stuck · With Ann",
        "Action: Fence it · Brief all · Fill it\nStatus: Open · Open · Open",
        "Action: Fence it · Brief all · Fill it\nStatus: Active · Active · Active",
        "Action: Fence it · Brief all · Fill it\nStatus: 0 · 0 · 0",
        "Action: Fence it · Brief all · Fill it\nStatus: Proposed · Proposed · Proposed",
        "Action: Fence it · Brief all\nStatus: Live · Live",
        "Action: Fence it · Brief all · Fill it\nStatus: Live · Live · Live\nDue date: 2026-03-31 · 2026-04-30",
        "Issue: It is deep\nAction: Fence it · Brief all · Fill it\nStatus: Live · Live · Live",
        "Action: Fence it · Brief all\nResult: Pass · Good\nDue date: 2026-03-31",
        "Action: Fence it · Brief all\nResult: Pass · Fail\nDue date: 2026-03-31",
        # What is reviewed again is not done again.
        "Action: Fence it\nNext review: 2026-12-01\nLast review: 2026-06-01",
        "Action: Fence it\nNext due: 2026-12-01\nLast done: 2026-06-01\nStatus: In progress",
        # Each week another task, or one task of several days.
        "Date: 2026-11-02 · 2026-11-09 · 2026-11-16 · 2026-11-23\nAction: Fence it · Brief all · Fill it · Tell Bo",
        "Date: 2026-11-02 · 2026-11-09 · 2026-11-18 · 2026-11-23\nAction: Fence it · Fence it · Fill it · Fill it",
        "Date: 2026-11-02 · 2026-11-02 · 2026-11-02 · 2026-11-02\nAction: Fence it · Fence it · Fill it · Fill it",
        # Actions may be measured.
        "Action: Cut the bins · Pay on time\nTarget: 5% · 98%\nActual: 4% · 90%",
        "Term: Spring · Summer\nAction: Fence it\nMeaning of success: None is hurt",
        "Action: Fence it\nMeaning: None is hurt\nStatus: Open",
        # What comes next is said in a plan as well, and what is aimed at.
        "Action: Fence it · Brief all\nStage: Bid · Talk\nNext stage: Talk · Sign\nDue date: 2026-03-31 · 2026-04-30",
        "Action: Fence it · Brief all\nStage: Bid · Talk\nNext stage: Ask Ann · Ask Bo",
        "Action: Fence it · Brief all\nCurrent status: Red · Amber\nTarget status: Amber · Green",
        "Action: Fence it · Brief all\nStatus: Red · Amber\nStatus to come: Amber · Green",
        # A day among what comes round, and what says how far each has come.
        "Task: Fence it off · Brief all · Fill it\nWhen: Monthly · 1st of month · March 2026",
        "Task: Fence it off · Brief all · Fill it\nWhen: Monthly · 1st of month · Weekly\nStatus: Done · Open · Open",
        "Action: Fence it off · Brief all · Fill it\nTimescale: 1st of month · End of day · Before each summer",
        # What sets something off once: it is due by a day, or a day is still to be set.
        "Trigger: Flood · Fire · Rust\nAction: Fence it · Brief all · Fill it\nDue date: 30 days · 60 days · March 2026",
        "Trigger: Flood · Fire · Rust\nAction: Fence it · Brief all · Fill it\nDue date:",
        "Trigger: Flood · Fire · Rust\nAction: Fence it · Brief all\nTimeline: 30 days · 60 days\nStatus: Open · Done",
        # Dates that were moved, of what somebody is to do, is told to do, or has begun.
        "Milestone: Pier mended · Quay lit\nOwner: Ann · Bo\nOriginal date: May 2026 · June 2026\nRevised date: July 2026",
        "Milestone: Pier mended · Quay lit\nOriginal date: May 2026 · June 2026\nRevised date: July 2026\nStatus: Open",
        "Milestone: Mend it · Light it · Fill it\nOriginal date: May 2026 · June 2026\nRevised date: July 2026 · May 2027",
        "Action: Pier mended · Quay lit\nOriginal date: May 2026 · June 2026\nRevised date: July 2026 · August 2026",
        "Milestone: Pier mended · Quay lit\nOriginal date: May 2026 · June 2026\nRevised date:",
        # Who did what is done, beside who is to do the rest.
        "Action: Fence it · Brief all · Fill it\nOwner: Ann\nCompleted by: Ann · Bo · Cy",
        "Action: Fence it · Brief all · Fill it\nCompleted by: Ann · Bo",
        "Action: Fence it · Brief all\nCompleted by: Ann · Bo",
        "Action: Fence it · Brief all · Fill it\nDue date: 2026-03-31\nCompleted by: Ann · Bo · Cy",
    ],
)
def test_what_may_well_be_a_plan(columns: str) -> None:
    assert find_standing(drafts_of(columns)) is None


@pytest.mark.parametrize(
    "columns",
    [
        # Controls that are to come, by a day, as far as a status says, or in words that say what to do.
        "Control: Gate · Pump · Bell\nDescription: It shuts · It runs · It rings\nStatus: Implemented · Planned · Done",
        "Control: Gate · Pump · Bell\nDescription: It shuts · It runs · It rings\nStatus: Done · Done · Done",
        "Control: Gate · Pump · Bell\nDescription: It shuts · It runs\nStatus: Implemented · Partially implemented · ✅",
        "Control: Gate · Pump · Bell\nDescription: It shuts · It runs · It rings\nStatus:",
        "Control: Gate · Pump\nDescription: It shuts · It runs\nStatus: Implemented · Implemented",
        "Control: Gate · Pump · Bell\nDescription: It shuts · It runs · It rings\nStatus: ✅ · ✅ · ✅\nDue date:",
        "Control: A · B · C\nDescription: It shuts · It runs\nStatus: ✅ · ✅ · ✅\nDue date: 2026-03-31 · 2026-04-30",
        "Control: A · B · C\nDescription: Fit a gate · Buy a pump · Hang a bell\nStatus: ✅ · ✅ · ✅",
        "Control: A · B · C\nAction: A new gate · A second pump · A bell\nStatus: ✅ · ✅ · ✅",
        "Control: A · B · C\nFinding: No gate\nDescription: It shuts · It runs · It rings\nStatus: ✅ · ✅ · ✅",
        "Further controls: A gate that shuts · A second pump · A bell\nOwner: Ann · Bo · Cy",
        "Hazard: Flood · Fire\nControls: Ann buys a gate · A pump is to be bought · A bell\nOwner: Ann · Bo",
        "Key control: A gate that shuts · A second pump · A bell\nOwner: Ann · Bo · Cy\nComments: It was lit in May · It was let go · It was led on",
        "Key control: A gate is to be fitted · A pump will be bought · A bell\nOwner: Ann · Bo · Cy",
        "Key control:\nOwner:",
        "Description: It may flood · It may burn · It may fall\nCurrent controls: Gate · Pump · Rail\n"
        "Status: Active · Active · Active",
        # How it is done may be all that a plan says, by a day, after an aim, of what was found, or as an instruction.
        "Who: Ann · Bo · Cy\nHow: by letter · by post · on foot\nBy when: 2026-03-31 · 2026-04-30 · 2026-05-31",
        "Who: Ann · Bo · Cy\nHow: by letter · by post · on foot\nStatus:",
        "Who: Ann · Bo · Cy\nHow: by letter · by post · on foot\n"
        "Comments: It was sent in May · It was put on a wall · He was met in June",
        "Aim: Fewer floods · Less rust\nWho: Ann · Bo\nHow: by a gate · by paint",
        "Issue: Floods · Rust\nWho: Ann · Bo\nHow: by a gate · by paint",
        "Who: Ann · Bo · Cy\nHow: Fit a gate · Paint it · Hang a bell",
        "Who: Ann · Bo · Ann\nHow: by a gate · by paint · by a bell",
        "How: by a gate · by paint · by a bell\nWho: Ann · Bo · Cy",
        # What is to be seen is said of a defect as well, and of a test that is to be made by a day.
        "Action: Fence it · Brief all\nExpected result: Dry feet · Calm\nStatus: Open · Done",
        "Action: Fence it · Brief all\nTest case: One · Two\nExpected result: Dry · Calm\nDue date: 2026-03-31 · 2026-04-30",
        "Defect: It fell · It rots\nTest ID: 1 · 2\nExpected result: It stands · It is dry\nStatus: Open · Done",
        # What was decided is done as well, by a day or as far as a status says.
        "Decision: Fence it · Brief all\nDate: Dec 2025 · Jan 2026\nStatus: Approved · Open",
        "Decision: Fence it · Brief all\nDue: Dec 2025 · Jan 2026\nStatus: Approved · Approved",
        "Decision: Fence it · Brief all · Fill it\nStatus: Superseded · Approved · Agreed",
        "Decision: Fence it · Brief all\nDate: 2026-03-31 · 2026-04-30\nStatus: Approved · Pending",
        "Decision: Fence it · Brief all\nDate: 2026-03-31 · 2026-04-30\nStatus: Approved · Done",
        "Decision: Fence it · Brief all\nDate: 2026-03-31 · 2026-04-30\nStatus: Superseded · Proposed",
        "Decision: Fence it · Brief all\nDate: 2026-03-31 · 2026-04-30\nStatus: Approved · Implemented",
        "Decision: Fence it · Brief all\nDate: 2026-03-31 · 2026-04-30\nStatus: Noted · Implemented",
        "Decision: Fence it · Brief all\nDue date: 2026-03-31 · 2026-04-30\nStatus: Approved · Approved",
    ],
)
def test_controls_ways_and_decisions_that_may_well_be_a_plan(columns: str) -> None:
    drafts = choose_action_column(drafts_of(columns), {})
    assert Field.ACTION in [draft.field for draft in drafts]
    assert find_standing(drafts) is None


@pytest.mark.parametrize(
    ("text", "is_so", "is_so_by_when"),
    [
        ("Within 24 hours", True, True),
        ("Within 10 min", True, True),
        ("3 working days", True, True),
        ("5 business days of the request", True, True),
        ("48h", True, True),
        ("Daily", True, True),
        ("Each payment", True, True),
        ("Before each typhoon", True, True),
        ("After 3 months", True, True),
        ("2 weeks before", True, True),
        ("Deadline + 5", True, True),
        ("T+3", True, True),
        ("3 days ago", False, False),
        ("30 days", True, False),
        ("1–4 hrs", True, True),
        ("1-3 days", True, False),
        ("2–3 weeks", True, False),
        ("6 years", True, False),
        ("Six-monthly", True, False),
        ("Annual Review", True, False),
        ("Each term", True, False),
        ("Within 3 months", True, False),
        ("March 2026", False, False),
        ("Apr-26", False, False),
        ("After E14-01", False, False),
        ("Ongoing", False, False),
        ("Immediate", False, False),
        ("Week 2", False, False),
    ],
)
def test_how_soon_how_long_and_how_often(text: str, is_so: bool, is_so_by_when: bool) -> None:
    assert (is_pace(text, is_due=False), is_pace(text, is_due=True)) == (is_so, is_so_by_when)


def test_what_comes_in_turn() -> None:
    turns = (
        "1st of month",
        "last Friday of each month",
        "Sunday 2 AM",
        "Mondays",
        "end of every shift",
        "After each fair",
    )
    others = (
        "1 May",
        "End of month",
        "Sunday",
        "Friday 13 March 2026",
        "Start of May",
        "After the fair",
        "Monday's news",
    )
    assert [text for text in (*turns, *others) if is_turn(text)] == list(turns)


def test_what_says_no_more_of_when_than_at_once() -> None:
    texts = ("Immediate.", "Immediately", "Ad hoc", "Ongoing", "Ongoing to May", "At once or later", "March 2026")
    assert [text for text in texts if is_at_once(text)] == ["Immediate.", "Immediately", "Ad hoc", "Ongoing"]


def test_what_a_test_comes_to_and_what_names_a_day() -> None:
    assert [text for text in ("Pass", "FAILED", "✓ Passes", "Passed on", "Past") if is_test_result(text)] == [
        "Pass",
        "FAILED",
        "✓ Passes",
    ]
    days = ("March 2026", "2026-03-31", "Spring 2026", "Monthly", "6 weeks", "Ongoing", "soon")
    assert [text for text in days if says_day(text)] == ["March 2026", "2026-03-31", "Spring 2026"]


def test_days_alone_are_limits_only_in_a_procedure() -> None:
    table = drafts_of("Action: Fence it off · Brief all · Fill it\nDeadline: 3 days · 20 days · 30 days")
    assert find_standing(table) is None
    standing = find_standing(table, is_called_rules=True)
    assert standing is not None
    assert standing.says.startswith("within how many days")


def test_who_does_what_is_no_plan_under_the_name_of_a_procedure() -> None:
    table = "| Responsibility matrix |\n| Action | Responsible |\n| Sign the cheques | Chair |\n| Take the minutes | Clerk |"
    with pytest.raises(NoTrackerError, match="bear out only the owner"):
        read(table)
    assert len(read(table.replace("Responsibility matrix", "Parish business")).actions) == 2
    assert len(read(table.replace("Responsible |", "Responsible | By when |")).actions) == 2
    with pytest.raises(NoTrackerError, match="bear out only the owner"):
        read(table.replace("Responsible |", "Responsible | Timeframe |"))


def test_decisions_by_their_numbers_that_are_due_are_a_plan() -> None:
    table = """
        | Decision ID | Decision        | Owner    | Due        | Status      |
        | D1          | Mend the pier   | Ann Lee  | 2026-01-08 | Completed   |
        | D2          | Close the quay  | Bo Field | 2026-01-15 | In progress |
        | D3          | Paint the lamps | Ann Lee  | 2026-02-11 | Not started |
        """
    plan = plan_from_sheets([typed(table)], Request("plan.xlsx"))
    assert [action.text for action in plan.actions] == ["Mend the pier", "Close the quay", "Paint the lamps"]
