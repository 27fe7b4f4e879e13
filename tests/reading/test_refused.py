"""Tables that are no trackers, however near they come, and what is said of them; each remedy gets further."""

from __future__ import annotations

import re
import shlex

import pytest

from peerxl.errors import UnknownSheetError
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Sheet, Value, column_number
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from peerxl.reading.verdicts.refusal import find_turned_headings, first_row_of_words, list_worded_columns
from tests.reading.tables import fields, typed

# Three rows each, as such tables are kept: what is sold, who is employed, what is played, measured, owed, published.
OTHERS = {
    "tests with what must hold before each": """
        | Test ID | Precondition       | Steps           | Expected result | Actual result | Status |
        | T1      | The gate is locked | Push at it      | It stays shut   | As expected   | Pass   |
        | T2      | The gate is open   | Push at it      | It swings wide  | As expected   | Pass   |
        | T3      | The gate is old    | Lift it         | It stays        | It fell       | Fail   |
        """,
    "courses with what must be taken before each": """
        | Course    | Prerequisite | Term   | Status | Notes |
        | Sailing 2 | Sailing 1    | Autumn | Open   |       |
        | Knots 2   | Sailing 2    | Spring | Full   |       |
        | Charts 1  | Sailing 1    | Autumn | Open   |       |
        """,
    "teams by their places": """
        | Rank | Team   | Played | Won | Status |
        | 1    | Rovers | 4      | 4   | Open   |
        | 2    | United | 4      | 3   | Open   |
        | 3    | City   | 4      | 2   | Open   |
        """,
    "purchases by their numbers": """
        | Order | Customer  | Product | Quantity | Status  |
        | 1     | Ann Field | Rope    | 4        | Shipped |
        | 2     | Bo Lane   | Anchor  | 1        | Open    |
        | 3     | Ann Field | Buoy    | 2        | Shipped |
        """,
    "songs with who owns each": """
        | Track     | Track owner  | Album | Status   |
        | Blue sea  | Quay Records | Tides | Released |
        | Red quay  | Pier Music   | Tides | Released |
        | Slow boat | Quay Records | Tides | Pending  |
        """,
    "services with who owns each": """
        | Service    | Owning team | Tier | Status  |
        | Tide table | Team A      | 1    | Live    |
        | Lamp list  | Team B      | 2    | Live    |
        | Crane log  | Team A      | 1    | Retired |
        """,
    "what is known to be wrong with a product": """
        | ID  | Known issue            | Workaround         | Version |
        | P-1 | The map shows no lamps | Open the map again | 2.1     |
        | P-2 | The log shows no loads | Load the log again | 2.1     |
        | P-3 | The list has no buoys  | Sort the list      | 2.2     |
        """,
    "birds with what was seen of each": """
        | Species | Observed problem | Count | Status |
        | Gull    | Broken wing      | 2     | Common |
        | Tern    | Loss of weight   | 3     | Rare   |
        | Auk     | Oil on feathers  | 1     | Rare   |
        """,
    "cases of a court": """
        | Case         | Judge     | Disposition | Filed      |
        | Quay v Pier  | Ann Field | Closed      | 2024-01-02 |
        | Lamp v Buoy  | Bo Lane   | Open        | 2024-01-03 |
        | Crane v Rope | Ann Field | Closed      | 2024-01-04 |
        """,
    "what is known of a product, and since when": """
        | Issue                    | Found in | Status                 |
        | The rails are too narrow | 2.1      | As designed – see page |
        | The lamp does not light  | 2.1      | By design since 2.0    |
        | The chain is not there   | 2.2      | Known                  |
        """,
    "names of items of which nobody says what they are": """
        | Item ID | Name     | Owner     | Notes |
        | 120411  | Lights   | Ann Field | Two   |
        | 120412  | Paint    | Bo Lane   | Three |
        | 120413  | Thanks   | Ann Field |       |
        """,
    "controls that were tried, with what is recommended of each": """
        | Control | Test performed | Test result | Recommendation       | Tester    |
        | Gates   | Looked at six  | Pass        | None                 | Ann Field |
        | Lamps   | Lit all twelve | Fail        | Put in the new lamps | Bo Lane   |
        | Chains  | Pulled at four | Pass        | None                 | Ann Field |
        """,
    "camps that follow one another": """
        | Activity      | Date        | Leader    |
        | Football camp | 1/7 - 5/7   | Ann Field |
        | Music camp    | 8/7 - 12/7  | Bo Lane   |
        | Drama camp    | 15/7 - 19/7 | Cy Moss   |
        """,
    "events that follow one another": """
        | Event       | Date        | Lead      |
        | Spring fair | 1/4 - 2/4   | Ann Field |
        | Book week   | 3/4 - 9/4   | Bo Lane   |
        | Summer fair | 10/4 - 16/4 | Ann Field |
        """,
    "terms and holidays": """
        | Activity     | Date         | Pupils |
        | Autumn term  | 3/9 - 20/12  | All    |
        | Winter break | 21/12 - 3/1  | None   |
        | Spring term  | 4/1 - 28/3   | All    |
        """,
    "what was done on which days": """
        | Task             | Date        | Notes                          |
        | Painted the hall | 1/4 - 7/4   | All of it went well and dried  |
        | Mended the rail  | 8/4 - 14/4  | It was mended by the firm      |
        | Cleared the yard | 15/4 - 21/4 | The yard was cleared by noon   |
        """,
    "orders": """
        | Order ID | Customer | Product | Quantity | Unit Price | Order Date | Status    | Delivery Date |
        | 1001     | Acme     | Widget  | 3        | 2.5        | 2026-01-05 | Shipped   | 2026-01-09    |
        | 1002     | Globex   | Bracket | 1        | 7.25       | 2026-01-06 | Pending   | 2026-01-19    |
        | 1003     | Initech  | Lamp    | 9        | 4.1        | 2026-01-07 | Delivered | 2026-01-08    |
        """,
    "hours that volunteers gave": """
        | Volunteer  | Project  | Task      | Hours | Date       |
        | Ann Field  | Harbour  | Planning  | 40    | 2025-11-10 |
        | Mary Lane  | Quay     | Analysis  | 20    | 2025-11-10 |
        | John Moss  | Pier     | Setup     | 30    | 2025-11-10 |
        | Ann Field  | Harbour  | Planning  | 40    | 2025-11-17 |
        """,
    "orders with an owner": """
        | Order No | Description       | Qty | Owner     | Due Date   | Status  |
        | 1001     | Blue widget 10mm  | 3   | Ann Field | 2026-01-05 | Open    |
        | 1002     | Steel bracket two | 1   | Bo Lane   | 2026-01-06 | Closed  |
        | 1003     | Lamp with a shade | 9   | Ann Field | 2026-01-07 | Open    |
        """,
    "duties in a law": """
        | Who                             | What                                      | When                                                     |
        | Provider or its representative  | Register themselves and the system        | Before placing on the market or putting into service (a) |
        | Provider or its representative  | Register themselves where they concluded  | Before placing on the market or putting into service (b) |
        | Users that are public bodies    | Register themselves, select the system    | Before putting into service or using (c)                 |
        """,
    "stages of a procedure": """
        | Stage    | What happens                          | Timescale                                  |
        | Alert    | Reporting what was noticed or told    | Immediate.                                 |
        | Referral | Gathering what is known of it         | Within one working day.                    |
        | Decision | Deciding whether it is for this panel | By the end of the working day following it |
        | Review   | The review of the plan                | Within six weeks                           |
        """,
    "occasions": """
        | Action      | Who      | When           |
        | Order food  | User     | Anytime        |
        | Show ticket | User     | After ordering |
        | Issue order | Steward  | At delivery    |
        """,
    "risks that nobody owns": """
        | Risk             | Likelihood | Impact | Score |
        | The pier leaks   | 4          | 5      | 20    |
        | The quay is wet  | 3          | 5      | 15    |
        | No lamp is lit   | 1          | 2      | 2     |
        """,
    "competitions": """
        | Title                | Deadline   | Status | Link      |
        | Young writers' prize | 2026-05-04 | Open   | www.a.org |
        | Small garden fund    | 2026-06-04 | Closed | www.b.org |
        | Big bird count       | 2026-07-04 | Open   | www.c.org |
        """,
    "a race": """
        | Name      | Start      | Finish     | Duration | % of route |
        | Ann Field | 2026-05-04 | 2026-05-05 | 2 days   | 0.4        |
        | Bo Lane   | 2026-05-24 | 2026-05-28 | 5 days   | 0.9        |
        | Jane Day  | 2026-06-04 | 2026-06-04 | 1 day    | 1          |
        """,
    "events": """
        | Event       | Start date | End date   | Duration | % full |
        | Spring fair | 2026-05-04 | 2026-05-05 | 2 days   | 40%    |
        | Book week   | 2026-05-24 | 2026-05-28 | 5 days   | 90%    |
        | Boat race   | 2026-06-04 | 2026-06-04 | 1 day    | 100%   |
        """,
    "what a program can do": """
        | Feature        | Free | Pro | Status  |
        | Dark mode      | Yes  | Yes | Done    |
        | Export as CSV  | No   | Yes | Planned |
        | Single sign-on | No   | Yes | Planned |
        """,
    "games": """
        | Title      | Status      | Completed date | Score |
        | Half Moon  | Completed   | 2026-05-04     | 9     |
        | Quay Two   | Completed   | 2026-05-24     | 7     |
        | Dark Steps | In progress |                |       |
        """,
    "issues that are all open": """
        | ID | Issue                     | Source | Status                                  |
        | I1 | The lamp is dark at night | Town   | Open — mend it once the bulb is there   |
        | I2 | The quay is wet           | Town   | Open — a pump is to be had in the shop  |
        | I3 | The map is torn           | Board  | Open — nobody can draw a new one        |
        """,
    "decisions taken": """
        | Decision       | Date       | Status     | Rationale    |
        | Use the quay   | 2026-05-04 | Accepted   | It is near   |
        | Drop the ferry | 2026-05-24 | Superseded | Not needed   |
        | Paint it blue  | 2026-06-04 | Accepted   | It is plain  |
        """,
    "bills": """
        | Item              | Due date   | Amount | Status  |
        | Rent for the hall | 2026-05-04 | 450    | Paid    |
        | Water bill        | 2026-05-24 | 120    | Pending |
        | Electric light    | 2026-06-04 | 210    | Paid    |
        """,
    "how a change is made": """
        | Step | Action                  | Responsible   | Timeline     |
        | 1    | Say why it is needed    | Any user      | Event-driven |
        | 2    | Fill in the form for it | Head of Roads | 2 days       |
        | 3    | Look at what it changes | Works board   | 3 days       |
        """,
    "how a pipeline runs": """
        | Step  | Who            | When             | Status                   |
        | Lint  | GitHub Actions | Every push       | Warning (non-blocking)   |
        | Test  | GitHub Actions | Every push       | ✓ Pass required          |
        | Build | GitHub Actions | Main branch only | ✓ Pass required          |
        """,
    "invoices": """
        | Invoice No | Customer | Description              | Amount | Due Date   | Status  |
        | 501        | Acme     | Monthly subscription fee | 120.5  | 2026-02-01 | Paid    |
        | 502        | Globex   | Repairs to the boiler    | 80     | 2026-02-09 | Unpaid  |
        | 503        | Initech  | Twelve boxes of paper    | 44     | 2026-02-11 | Overdue |
        """,
    "staff": """
        | Employee ID | Name      | Department | Manager  | Hire Date  | Status |
        | 7           | Ann Field | Roads      | Eve Hart | 2010-04-01 | Active |
        | 8           | Bo Lane   | Parks      | Eve Hart | 2015-06-01 | Left   |
        | 9           | Cal Reed  | Parks      | Dee Moor | 2016-07-01 | Active |
        """,
    "birthdays": """
        | Name      | Team  | Birthday   | Started    |
        | Ann Field | Roads | 1980-01-02 | 2010-04-01 |
        | Bo Lane   | Parks | 1985-03-04 | 2015-06-01 |
        """,
    "contacts": """
        | Contact   | Organisation | Role  | Email            | Phone        | Last Contacted | Notes            |
        | Ann Field | Acme         | Chair | ann@acme.example | 01904 100200 | 2026-01-05     | Prefers mornings |
        | Bo Lane   | Globex       | Clerk | bo@glob.example  | 01904 100201 | 2026-02-05     | Away in June     |
        """,
    "fixtures": """
        | Week | Date       | Home     | Away       | Result | Notes |
        | 1    | 2026-09-05 | Osmerley | Tellbourne | 2-1    | Wet   |
        | 2    | 2026-09-12 | Quayhead | Osmerley   | 0-0    |       |
        """,
    "genes": """
        | Gene ID | Symbol | Description                  | Status    | Start | End  |
        | 101     | ABC1   | Kinase involved in growth    | Reviewed  | 1034  | 2210 |
        | 102     | XYZ2   | Receptor of the outer layer  | Predicted | 88    | 1990 |
        | 103     | QRS3   | Protein of unknown function  | Reviewed  | 501   | 877  |
        """,
    "dividends": """
        | Declared   | Ex-date    | Record date | Payment date | Amount | Type    |
        | 2026-01-05 | 2026-01-19 | 2026-01-20  | 2026-02-05   | 0.25   | Final   |
        | 2026-04-05 | 2026-04-19 | 2026-04-20  | 2026-05-05   | 0.11   | Interim |
        """,
    "prices of shares": """
        | Date       | Open | High | Low  | Close | Volume |
        | 2026-01-05 | 10.1 | 10.9 | 10   | 10.5  | 90000  |
        | 2026-01-06 | 10.5 | 11   | 10.2 | 10.8  | 81000  |
        """,
    "a broker's account": """
        | Date       | Action   | Symbol | Quantity | Price |
        | 2026-01-05 | Buy      | ABC    | 10       | 4.5   |
        | 2026-01-06 | Sell     | XYZ    | 4        | 7.5   |
        | 2026-01-07 | Buy      | ABC    | 1        | 4.6   |
        | 2026-01-08 | Dividend | ABC    | 0        | 0.1   |
        """,
    "an audit trail": """
        | Timestamp  | User      | Action | Status  | IP       |
        | 2026-01-05 | Ann Field | login  | success | 10.0.0.1 |
        | 2026-01-05 | Bo Lane   | login  | failure | 10.0.0.2 |
        | 2026-01-05 | Bo Lane   | delete | success | 10.0.0.2 |
        | 2026-01-06 | Ann Field | logout | success | 10.0.0.1 |
        | 2026-01-06 | Bo Lane   | login  | success | 10.0.0.2 |
        """,
    "assets": """
        | Asset ID | Description           | Owner     | Location | Status   | Warranty End Date |
        | A-1      | Laptop with a charger | Ann Field | Leeds    | Active   | 2027-01-05        |
        | A-2      | Chair for the office  | Bo Lane   | York     | Disposed | 2026-01-05        |
        | A-3      | Printer on the stairs | Cal Reed  | York     | Active   | 2028-01-05        |
        """,
    "films": """
        | Title               | Director  | Release Date | Genre  | Rating | Status   |
        | The Long Walk Home  | Ann Field | 2019-01-05   | Drama  | 7.5    | Released |
        | Night Train North   | Bo Lane   | 2021-02-06   | Comedy | 6.5    | Released |
        """,
    "books on loan": """
        | Title              | Author    | ISBN | Borrower | Due Date   | Status    |
        | A River in Winter  | Ann Field | 9781 | Cal Reed | 2026-02-01 | On loan   |
        | The Glass Orchard  | Bo Lane   | 9782 | Dee Moor | 2026-02-03 | Available |
        """,
    "a timetable": """
        | Time  | Monday | Tuesday | Wednesday | Thursday | Friday |
        | 09:00 | Maths  | Art     | Maths     | Music    | Art    |
        | 10:00 | Art    | Music   | Art       | Maths    | Maths  |
        """,
    "trials": """
        | Trial ID | Title                  | Sponsor | Status     | Start Date | Completion Date |
        | T1       | Sleep and older people | Acme    | Recruiting | 2025-01-05 | 2027-01-05      |
        | T2       | Walking after a fall   | Globex  | Completed  | 2023-01-05 | 2025-01-05      |
        """,
    "leads": """
        | Lead      | Company | Status    | Owner    | Created    | Value |
        | Ann Field | Acme    | New       | Eve Hart | 2026-01-05 | 900   |
        | Bo Lane   | Globex  | Qualified | Eve Hart | 2026-01-06 | 1200  |
        """,
    "exercise": """
        | Activity | Date       | Distance | Comments |
        | Swim     | 2026-01-05 | 1.5      | Cold     |
        | Run      | 2026-01-06 | 10       |          |
        | Cycle    | 2026-01-07 | 42       | Windy    |
        | Run      | 2026-01-08 | 5        |          |
        """,
    "tests of a program": """
        | Test ID | Description            | Steps              | Expected Result   | Status | Tester   |
        | 1       | Log in with a password | Type it and press  | The page is shown | Pass   | Bo Lane  |
        | 2       | Log in without one     | Press and type none | An error is shown | Fail  | Cal Reed |
        """,
    "tests with an owner": """
        | Test case | Description     | Precondition   | Steps          | Expected result | Owner     | Status |
        | TC1       | User can log in | Account exists | Type and press | Home is shown   | Ann Field | Pass   |
        | TC2       | User can leave  | Logged in      | Press the door | Page is closed  | Bo Lane   | Fail   |
        """,
    "words for drop-downs": """
        | Priority | Status      | Owner |
        | High     | Completed   | AD H  |
        | Medium   | In progress | AD R  |
        | Low      | On hold     | AD E  |
        """,
    "a key": """
        | Status      | Meaning                   |
        | Green       | On track to be done       |
        | Amber       | At risk of being late     |
        """,
    "counts by owner": """
        | Owner     | Open | Overdue | Completed |
        | Ann Field | 3    | 1       | 7         |
        | Bo Lane   | 2    | 0       | 4         |
        """,
    "measures of how well it goes": """
        | KPI  | Description            | Owner             | Target | Q1   | Q2   | Status |
        | KPI1 | Calls answered in time | Customer Services | 95%    | 0.93 | 0.95 | Green  |
        | KPI2 | Bins collected on day  | Waste Services    | 99%    | 0.98 | 0.97 | Amber  |
        | KPI3 | Homes let in a month   | Housing           | 90%    | 0.91 | 0.92 | Green  |
        """,
    "a dictionary of data": """
        | Field   | Description               | Type | Owner     | Status |
        | fld_one | Holds the amount in pence | int  | Data team | Active |
        | fld_two | Holds the day of the sale | date | Data team | Active |
        """,
    "a list of versions": """
        | Version | Date       | Author    | Description of change      |
        | 1.0     | 2026-01-05 | Ann Field | First draft for the board  |
        | 1.1     | 2026-02-05 | Bo Lane   | Comments of the board added |
        """,
}


def read(*sheets: Sheet, **options: object) -> ActionPlan:
    return plan_from_sheets(sheets, Request("t.xlsx", **options))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_is_no_tracker_is_refused(text: str) -> None:
    with pytest.raises(NoTrackerError):
        read(typed(text))


REFUSALS = {
    "nothing at all": (
        "",
        "t.xlsx: sheet 'Sheet1' is empty; give it a row of headings with Action, Owner and Status.",
    ),
    "no headings": (
        "| one | two |\n| three | four |",
        "t.xlsx: no sheet has a row of headings that make a plan; if it is one all the same, say where its actions are "
        "with --header-row 1 --column action=A.",
    ),
    "no actions": (
        "| Stuff | Owner | Status |\n| Pier | AD H | Open |",
        "t.xlsx: sheet 'Sheet1' is no tracker: its headings in row 1 name owner (B 'Owner') and status (C 'Status'), but "
        "no actions or date; if it is one, say where its actions are with --column action=A.",
    ),
    "what each row is called, and notes of it": (
        "| Certificate | Owner | Status | Notes |\n| Gas safety | AD H | Open | Renewed in the last week of May |\n"
        "| Lift safety | AD H | Open | Nobody has looked at it yet |",
        "t.xlsx: sheet 'Sheet1' is no tracker: its headings in row 1 name owner (B 'Owner'), status (C 'Status') and "
        "comment (D 'Notes'), but no actions or date; if it is one, say where its actions are with --column action=A (or "
        "another of A 'Certificate', D 'Notes').",
    ),
    "dates and statuses under headings that nobody knows": (
        "| ID | Snarf | Owner | Zorp | Quux |\n| P-1 | Names of fields | AD H | 2026-04-30 | In progress |\n"
        "| P-2 | Order of words | Works | 2026-04-30 | Not started |\n| P-3 | Rules of old | AD H | 2026-04-23 | Done |",
        "t.xlsx: sheet 'Sheet1' is no tracker: its headings in row 1 name ref (A 'ID') and owner (C 'Owner'), but no "
        "actions; D 'Zorp' holds dates and E 'Quux' holds statuses, under no heading that is known; if it is one, say "
        "where its actions are with --column action=B (and likewise its timescale and status).",
    ),
    "dates of something else, and levels": (
        "| ID | Snarf | Owner | Date raised | Quux |\n| P-1 | Names of fields | AD H | 2026-04-30 | Open |\n"
        "| P-2 | Order of words | Works | 2026-04-30 | Pending |\n| P-3 | Rules of old | AD H | 2026-04-23 | Yes |",
        "t.xlsx: sheet 'Sheet1' is no tracker: its headings in row 1 name ref (A 'ID') and owner (C 'Owner'), but no "
        "actions, due date or status; if it is one, say where its actions are with --column action=B.",
    ),
    "a strategy over several outcomes": (
        "| Strategy | Outcome | Responsible | Target date |\n"
        "| The plan is put into practice | The plan is approved by the council | Senate | 2026-05-01 |\n"
        "| | All parts of the plan are in force | Director | 2026-06-01 |\n"
        "| | The public is told of the plan | Clerk | 2026-06-01 |",
        "t.xlsx: sheet 'Sheet1' is no tracker: its headings in row 1 name comment (B 'Outcome'), owner (C 'Responsible') "
        "and timescale (D 'Target date'), but no actions or status; if it is one, say where its actions are with --column "
        "action=B (or another of B 'Outcome', A 'Strategy').",
    ),
    "an aim over several rows, and news of it": (
        "| Key aim | KPI | Lead | Time scale | Update |\n"
        "| Safer piers | 12 | Clerk | 2026-05-01 | Nothing is done yet |\n"
        "| | 14 | Clerk | 2026-06-01 | A price was asked for |\n"
        "| | 16 | Clerk | 2026-06-01 | The board has met on it |",
        "t.xlsx: sheet 'Sheet1' is no tracker: its headings in row 1 name theme (A 'Key aim'), owner (C 'Lead'), timescale "
        "(D 'Time scale') and comment (E 'Update'), but no actions or status; if it is one, say where its actions are with "
        "--column action=A (or another of A 'Key aim', E 'Update').",
    ),
    "names under Action": (
        "| Action | Notes on it |\n| Ann Field | Talk of the hall |\n| Cllr Field | Talk of the quay |\n| Clerk | Talk of it all |",
        "t.xlsx: sheet 'Sheet1' is no tracker: its headings in row 1 name action (A 'Action') and comment (B 'Notes "
        "on it'), but their cells do not bear out an owner, date or status; if it is one, say where its actions are with "
        "--column action=B.",
    ),
    "a row of a list that looks like headings": (
        "| Record | Parties | Rationale |\n| ESC-01 | Lead to owner | The lab is late |\n| R-02 | To owner | It is too dear |\n"
        "| DEC-01 | Mar 15; decision owner | Redo the test |",
        "t.xlsx: no sheet has a row of headings that make a plan; if it is one all the same, say where its actions are "
        "with --header-row 1 --column action=C (and likewise its owner, timescale and status).",
    ),
    "a row of fields that looks like headings": (
        "| Field | Means | Kind |\n| Sector | Which part of it | text |\n| Region | Where in it | text |\n"
        "| Owner | Action owner | text |\n| Sort | How sorted | text |",
        "t.xlsx: no sheet has a row of headings that make a plan; if it is one all the same, say where its actions are "
        "with --header-row 1 --column action=A (and likewise its owner, timescale and status).",
    ),
    "two that could be": (
        "| Snarf | Blorp | Owner | Status |\n| Repair the old pier at once | Some more words here | AD H | Open |",
        "t.xlsx: sheet 'Sheet1' is no tracker: its headings in row 1 name owner (C 'Owner') and status (D 'Status'), but "
        "no actions or date; if it is one, say where its actions are with --column action=A (or another of A 'Snarf', "
        "B 'Blorp').",
    ),
    "more that could be than are named": (
        "| Snarf | Blorp | Gorm | Foo | Bar | Owner | Status |\n| Repair the old pier at once | Some more words here | "
        "And even more words here | Some other words stand here | What else stands in here | AD H | Open |",
        "t.xlsx: sheet 'Sheet1' is no tracker: its headings in row 1 name owner (F 'Owner') and status (G 'Status'), but "
        "no actions or date; if it is one, say where its actions are with --column action=A (or another of A 'Snarf', "
        "B 'Blorp', C 'Gorm', D 'Foo').",
    ),
    "actions without a heading beside comments": (
        "| Ref | | Owner | Comments |\n| 1 | Repair the old pier at once | AD H | The wood is on its way |",
        "t.xlsx: sheet 'Sheet1' is no tracker: its headings in row 1 name ref (A 'Ref'), owner (C 'Owner') and comment "
        "(D 'Comments'), but no actions, date or status; if it is one, say where its actions are with --column action=B "
        "(or another of B, D 'Comments').",
    ),
    "actions that nobody owns": (
        "| Ref | Action | Notes |\n| 1 | Repair the old pier | Soon |",
        "t.xlsx: sheet 'Sheet1' is no tracker: its headings in row 1 name ref (A 'Ref'), action (B 'Action') and comment "
        "(C 'Notes'), but their cells do not bear out an owner, date or status; if it is one, say where its actions are "
        "with --column action=B.",
    ),
    "a date, which alone is not enough beside such columns": (
        "| Item | Defect | Contractor | Date to be rectified |\n| 1 | Paint peels by the door | Bright Ltd | 2026-03-10 |\n"
        "| 2 | The tap drips at night | Bright Ltd | 2026-03-11 |",
        "t.xlsx: sheet 'Sheet1' is no tracker: its headings in row 1 name ref (A 'Item'), action (B 'Defect') and timescale "
        "(D 'Date to be rectified'), but of an owner, date or status their cells bear out only the date, as those of any "
        "list may; if it is one, say where its actions are with --column action=B.",
    ),
}


@pytest.mark.parametrize(("text", "message"), REFUSALS.values(), ids=REFUSALS)
def test_what_a_refusal_says(text: str, message: str) -> None:
    with pytest.raises(NoTrackerError) as refusal:
        read(typed(text))
    assert str(refusal.value) == message


def follow(message: str) -> dict[str, object]:
    """The options that a message advises, as the command line would pass them on."""
    words = shlex.split(re.sub(r"\.$", "", message.rpartition(" with ")[2].partition(" (")[0]))
    given = dict(zip(words[::2], words[1::2], strict=True))
    options: dict[str, object] = {}
    if column := given.get("--column"):
        field, _, letter = column.partition("=")
        options["columns"] = {Field(field): column_number(letter)}
    if row := given.get("--header-row"):
        options["header_row"] = int(row)
    if sheet := given.get("--sheet"):
        options["sheets"] = (sheet,)
    return options


@pytest.mark.parametrize("text", [text for text, _ in REFUSALS.values() if text] + list(OTHERS.values()))
def test_the_advice_of_a_refusal_works(text: str) -> None:
    with pytest.raises(NoTrackerError) as refusal:
        read(typed(text))
    assert read(typed(text), **follow(str(refusal.value))).has_column(Field.ACTION)


def test_the_advice_names_the_sheet_where_there_are_several() -> None:
    sheets = (typed("| one |", "Cover"), typed(OTHERS["fixtures"], "Season 26 "))
    with pytest.raises(NoTrackerError, match="no sheet is a tracker; 'Season 26 ' comes nearest") as refusal:
        read(*sheets)
    assert 'say where its actions are with --sheet "Season 26 " --column action=' in str(refusal.value)
    plan = read(*sheets, **follow(str(refusal.value)))
    assert [table.sheet for table in plan.tables] == ["Season 26 "]
    with pytest.raises(NoTrackerError, match="sheet 'Cover' has no row of headings that make a plan"):
        read(*sheets, sheets=("Cover",))


def test_an_owner_and_a_status_come_nearer_than_more_columns_of_other_uses() -> None:
    many = typed(
        "| Ref | Area | Code ref | Result | Remarks |\n| M4 | Models | - | | Not here |\n| M5 | Mails | X2 | | Checked |",
        "Many",
    )
    few = typed(
        "| Ref | Snarf | Owner | Status |\n| O1 | Links are lower case | Ann | CLOSED |\n| O2 | Names | Bo | OPEN |",
        "Few",
    )
    with pytest.raises(NoTrackerError, match="no sheet is a tracker; 'Few' comes nearest"):
        read(many, few)


def test_a_choice_settles_no_sheet_where_another_is_a_tracker() -> None:
    lists = typed(OTHERS["words for drop-downs"], "Lists")
    plan = typed("| Ref | Thing | Action | Owner |\n| 1 | The pier at sea | Mend | AD H |", "Plan")
    read_as = read(lists, plan, columns={Field.ACTION: 2})
    assert [(table.sheet, fields(read_as)) for table in read_as.tables] == [("Plan", "A ref · B action · D owner")]


def test_a_row_that_is_not_there_is_no_row_of_headings() -> None:
    with pytest.raises(NoTrackerError, match="no sheet has a row of headings"):
        read(typed("| Action | Owner |\n| Mend | AD H |"), header_row=9)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Action plan ", "Action plan"),
        ("Action plan ", "Action plan "),
        ("Action plan ", " action PLAN"),
        ("Settings", "settings"),
        ("Owners", "Owners"),
    ],
)
def test_a_sheet_that_is_asked_for_is_read(name: str, asked: str) -> None:
    """Whatever spaces its name has, and be it named as one of the workbook's own lists."""
    sheet = typed("| Action | Owner |\n| Mend | AD H |", name)
    assert len(read(sheet, sheets=(asked,)).actions) == 1


def test_of_two_sheets_alike_but_for_a_space_the_exact_one_is_read() -> None:
    first, second = (
        typed(f"| Action | Owner |\n| {words} | AD H |", name) for words, name in (("Mend", "Plan"), ("Paint", "Plan "))
    )
    assert [action.text for action in read(first, second, sheets=("Plan ",)).actions] == ["Paint"]
    with pytest.raises(UnknownSheetError):
        read(first, second, sheets=("Plans",))


@pytest.mark.parametrize(
    ("rows", "row", "columns"),
    [
        ((("one", "two"), ("three", "four")), 1, [1]),
        ((("one",), (None, "two", "three")), 2, [2]),
        ((("one", 2.0), (3.0,)), 1, [1]),
        (((), (None, 2.0, "one")), 2, [3]),
        (((), (None, 2.0)), 2, [2]),
        # In a language that nobody reads here, sentences are told from refs and names all the same.
        (
            (("Nr.", "Risiko", "Wer"), ("S-1", "eins zwei drei vier", "AB"), ("S-2", "fünf sechs sieben acht", "AB")),
            1,
            [2],
        ),
        ((("ID", "Wer"), ("S-1", "Anna"), ("S-2", "Bert"), ("S-3", "Cora")), 1, [2]),
        (
            (
                ("Wer", "Was", "Wie"),
                *[("Anna", f"{n} eins zwei drei vier", f"{n} fünf sechs sieben acht") for n in "ab"],
            ),
            1,
            [2, 3],
        ),
        # What is to be done may have no heading, as beside months.
        (
            ((None, "Jan", "Feb"), ("Mend the roof of the hall", "X"), ("Paint the doors in the yard", "X", "X")),
            1,
            [1],
        ),
    ],
)
def test_where_the_words_of_a_sheet_begin(rows: tuple[tuple[Value, ...], ...], row: int, columns: list[int]) -> None:
    sheet = Sheet("Sheet1", rows)
    assert (first_row_of_words(sheet), list_worded_columns(sheet, row)) == (row, columns)


def test_where_the_words_of_a_blank_row_begin() -> None:
    assert list_worded_columns(Sheet("Sheet1", (("one",), (None, None))), 2) == [1]


def test_a_row_of_months_alone_that_is_said_to_be_the_headings_has_none() -> None:
    rows = (
        (None, "Jan", "Feb", "Mar"),
        ("Mend the roof of the hall", "X", "X", "X"),
        ("Paint the doors", "X", "X", "X"),
    )
    with pytest.raises(NoTrackerError):
        read(Sheet("Plan", rows), header_row=1)
    plan = read(Sheet("Plan", rows), header_row=1, columns={Field.ACTION: 1})
    assert [action.text for action in plan.actions] == ["Mend the roof of the hall", "Paint the doors"]


TURNED = """
    | Plan of the harbour |               |                 |                |
    | Ref                 | 1             | 2               | 3              |
    | Action              | Mend the pier | Paint the quay  | Light the lamp |
    | Owner               | Ann Field     | Bo Lane         | Cal Reed       |
    | Due                 | 2026-03-31    | 2026-04-30      | 2026-05-31     |
    | Status              | Open          | Closed          | In progress    |
    """


@pytest.mark.parametrize("options", [{}, {"columns": {Field.ACTION: 1}}])
def test_a_table_that_is_turned_is_refused_and_read_when_it_is_turned_back(options: dict[str, object]) -> None:
    sheet = typed(TURNED)
    with pytest.raises(NoTrackerError) as refusal:
        read(sheet, **options)
    assert str(refusal.value) == (
        "t.xlsx: sheet 'Sheet1' has its headings one under another in column A, and its actions side by side; copy it, "
        "paste it onto a new sheet with Paste Special, Transpose, and read that."
    )
    turned = Sheet("Sheet2", tuple(zip(*sheet.rows[1:], strict=True)))
    assert fields(read(turned)) == "A ref · B action · C owner · D timescale · E status"


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("| Action | Mend |\n| Owner | Ann |\n| Status | Open |", 1),
        ("| | Action | Mend |\n| | Owner | Ann |\n| | Status | Open |", 2),
        ("| | | | Action |\n| | | | Owner |\n| | | | Status |", None),
        ("| Action | Mend |\n| Owner | Ann |", None),
        ("| Action | Mend |\n| Owner | Ann |\n| Due | 2026-03-31 |", 1),
        # A list of fields explains them.
        ("| Action | What is to be done |\n| Owner | Who does it |\n| Status | How far it has come |", None),
        ("| Action | action_text | ✓ |\n| Owner | owner | ✓ |\n| Status | status | ✓ |\n| Due | due | ✓ |", None),
        ("| Task | Mend |\n| Owner | Ann |\n| Status | Open |", None),
        ("| Action | Owner | Status |\n| Mend | Ann | Open |", None),
    ],
)
def test_where_a_table_that_is_turned_has_its_headings(text: str, column: int | None) -> None:
    assert find_turned_headings(typed(text)) == column
