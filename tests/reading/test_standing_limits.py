"""What is done each time something happens, within minutes, by priority or so many days after; and plans near it."""

from __future__ import annotations

import pytest

from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from tests.reading.tables import typed

NO_DAY = ", and nothing says by which day or how far it has come"
MINUTES = f"within how many minutes each is done{NO_DAY}"
PRIORITY = f"how soon each priority is dealt with{NO_DAY}"
DAYS = f"on which day after an occasion each is done{NO_DAY}"
OCCASION = f"on what occasion each is done{NO_DAY}"
STAND = {
    "minutes after what happens": (
        """
        | Condition                 | Action                  | Owner    | ETA      |
        | The gauge shows no water  | Back to the old pump    | Engineer | 1–2 min  |
        | Half of the valves stick  | Close the main and look | Engineer | 5–10 min |
        | The alarm cannot be heard | Ring the bell by hand   | Watch    | 1 hour   |
        """,
        f"D 'ETA' says {MINUTES}",
    ),
    "minutes after a trigger of a kind": (
        """
        | Switch-back trigger      | Response           | Lead     | Time to decide |
        | The gauge shows no water | Use the old pump   | Engineer | T+15m          |
        | Half of the valves stick | Close the main     | Engineer | T+0:30         |
        """,
        f"D 'Time to decide' says {MINUTES}",
    ),
    "minutes on the clock": (
        """
        | Step | Action              | Owner    | ETA   |
        | 1    | Stop the old pump   | Engineer | T+5m  |
        | 2    | Open the new valves | Engineer | T+15m |
        | 3    | Start the new pump  | Engineer | T+45m |
        """,
        f"D 'ETA' says {MINUTES}",
    ),
    "two priorities": (
        """
        | Priority              | Description               | Response        | Resolution target  |
        | Priority 3 — Medium   | A fault with a way round  | 1 business day  | ≤ 20 business days |
        | Priority 4 — Low      | A wish, or a blemish      | 2 business days | ≤ 45 business days |
        """,
        f"C 'Response' says {PRIORITY}",
    ),
    "priorities and what is done": (
        """
        | Severity | Example       | Action         | Target  | Owner   |
        | Urgent   | Smell of gas  | Make it safe   | 2 hours | Repairs |
        | Routine  | Dripping taps | Mend the taps  | 28 days | Repairs |
        """,
        f"D 'Target' says {PRIORITY}",
    ),
    "days after an occasion": (
        """
        | Suggested time scale     | Picture            | What needs to be done       | By who          |
        | Day 1                    | No word from home  | First call to the home      | Office          |
        | Day 3                    | Nobody answers     | Letter to the home          | Head of year    |
        | Day 6 or 3 more days     | Nobody answers     | Parents are to be asked in  | Office          |
        | About 6 weeks            | Still not there    | Meeting on a plan           | As above        |
        """,
        f"A 'Suggested time scale' says {DAYS}",
    ),
    "a trigger after its level": (
        """
        | Level   | Trigger                 | Action                | Responsible  |
        | Level 1 | Not mended in an hour   | Call the duty officer | Desk         |
        | Level 2 | Not mended in a morning | Call the head         | Duty Officer |
        """,
        f"B 'Trigger' says {OCCASION}",
    ),
}
NEAR = {
    "tasks that take minutes": """
        | Task              | Blocker | Owner    | ETA    |
        | Order the valves  | No      | Engineer | 45 min |
        | Print the plan    | Yes     | Clerk    | 10 min |
        | Ask the neighbour | Yes     | Clerk    | 20 min |
        """,
    "findings put right within hours": """
        | Issue               | Action            | Owner  | Timescale |
        | Fire door is wedged | Free the door     | Works  | 24 hours  |
        | The alarm is faulty | Call the engineer | Works  | 48 hours  |
        | No signs            | Order the signs   | Works  | 72 hours  |
        """,
    "what was found, with a status": """
        | Condition           | Action            | Owner | ETA    | Status |
        | Fire door is wedged | Free the door     | Works | 30 min | Done   |
        | The alarm is faulty | Call the engineer | Works | 1 hour | Open   |
        """,
    "a run on the clock that is followed": """
        | Step | Action              | Owner    | ETA   | Status      |
        | 1    | Stop the old pump   | Engineer | T+5m  | Done        |
        | 2    | Open the new valves | Engineer | T+15m | Not started |
        """,
    "a priority each, and weeks": """
        | Priority | Action         | Owner | Deadline |
        | High     | Mend the gate  | Works | 2 weeks  |
        | Low      | Paint the gate | Works | 3 months |
        """,
    "a finding of each priority": """
        | Priority | Finding             | Action            | Owner | Timescale      |
        | High     | Fire door is wedged | Free the door     | Works | 24 hours       |
        | Medium   | The alarm is faulty | Call the engineer | Works | 5 working days |
        | Low      | No signs            | Order the signs   | Works | 1 month        |
        """,
    "a priority each, and days": """
        | Priority | Action         | Owner | Deadline   |
        | High     | Mend the gate  | Works | 2026-03-31 |
        | Low      | Paint the gate | Works | 2026-06-30 |
        """,
    "days of an event that is to come": """
        | # | Deliverable          | Owner | Due         |
        | 1 | Clean list of boats  | Ann   | Day 1 EOD   |
        | 2 | Report on the boats  | Bo    | Day 2 noon  |
        | 3 | Model of the harbour | Bo    | Day 2 noon  |
        """,
    "days of a new post": """
        | When   | Action                | Who     |
        | Day 1  | Issue the keys        | Office  |
        | Day 5  | Hold a first review   | Manager |
        | Day 30 | Hold a second review  | Manager |
        """,
    "a risk with its trigger": """
        | Risk       | Trigger           | Action       | Owner    | Due date   |
        | High tides | Gauge over 4      | Raise a wall | Works    | 2026-03-31 |
        | Rust       | Flakes are seen   | Paint it     | Works    | 2026-06-30 |
        """,
}
CLOSE = """
| {0}  | Activity                | Owner   | {1}    |
| {2}  | Bills of the harbour    | Finance | {3}    |
| 4-5  | Count of the moorings   | Works   | {3}    |
| 6-8  | Income of the moorings  | Finance | {3}    |
"""
OF_A_MONTH = "says on which day of a month or after an occasion each is done, and nothing says by which day or how far"
STAND["a close of each month"] = CLOSE.format("Day", "Duration", "1-3", "2 days"), f"A 'Day' {OF_A_MONTH} it has come"
STAND["a close by working days"] = (
    CLOSE.format("Working day", "Duration", "3", "2 days").replace("4-5", "4").replace("6-8", "WD 6"),
    f"A 'Working day' {OF_A_MONTH} it has come",
)
NEAR["days of a month, and a status"] = CLOSE.format("Day", "Status", "1-3", "Open").replace(
    "8  | Income", "8 | Income"
)
NEAR["days of a month, and a person"] = CLOSE.format("Day", "Duration", "1-3", "2 days").replace("Works  ", "Ann Lee")
NEAR["days of a month, and a column for news"] = CLOSE.format("Day", "Progress", "1-3", "")
NEAR["days of a month, and a date"] = CLOSE.format("Day", "Due date", "1-3", "2026-03-31")
NEAR["days, and what to do on them"] = (
    CLOSE.format("Day", "Duration", "1-3", "2 days")
    .replace("Bills of", "Send out the bills of")
    .replace("Count of", "Count")
    .replace("Income of", "Book the income of")
)
WINDOW = """
    | Place           | Action           | Target window | Owner |
    | On the water    | Mend the buoys   | {0}           | Works |
    | On the quay     | Mend the rails   | {1}           | Works |
    | In the sheds    | Mend the lamps   | {2}           | Works |
    """
STAND["windows of so many days"] = (
    WINDOW.format("7 days", "30 days", "90 days"),
    "C 'Target window' says how soon, how long or how often, and nothing says by which day or how far it has come",
)
NEAR["windows that begin one after another"] = WINDOW.format("0-14 days", "0-30 days", "30-60 days")
REVIEWED = """
    | {0}              | Impact       | Trigger       | First action            | Owner | Next review |
    | The pier is slow | Long queues  | A queue of 20 | Open the second gate    | Clerk | Weekly      |
    | The quay floods  | Boats adrift | A high tide   | Close the gates at once | Clerk | Weekly      |
    | The lamps fail   | Falls        | A dark night  | Order lamps with cells  | Clerk | Weekly      |
    """
NEAR["risks that are looked at each week"] = REVIEWED.format("Description")
STAND["rules that are looked at each year"] = (
    """
    | Rule     | Action          | Owner | Next review |
    | Leave    | Review the rule | Clerk | Annually    |
    | Pay      | Review the rule | Clerk | Annually    |
    | Mooring  | Check the rule  | Clerk | Quarterly   |
    """,
    "D 'Next review' says how soon, how long or how often, and nothing says by which day or how far it has come",
)
ONLY_OWNER = "of an owner, date or status their cells bear out only the owner, as those of any list may"
FIRST = """
    | {0}   | {1}                  | {2}         |
    | Fire  | Ring the loud alarm  | {3}         |
    | Flood | Shut the valve       | Not started |
    | Theft | Start the big lamps  | {3}         |
    """
STAND["what is done first each time"] = (
    FIRST.format("Kind", "First action", "Owner", "Warden").replace("Not started", "Warden"),
    ONLY_OWNER,
)
STAND["what is done if a check is not"] = (
    FIRST.format("Check", "Action if incomplete", "Owner", "Warden").replace("Not started", "Warden"),
    ONLY_OWNER,
)
NEAR["what is done first, and how far it has come"] = FIRST.format("Kind", "First action", "Status", "Done")
NEAR["what is left to do, and how far it has come"] = FIRST.format("Kind", "Action if incomplete", "Status", "Done")
NEAR["numbers of the rows"] = (
    CLOSE.format("Day", "Duration", "1", "2 days").replace("4-5", "2").replace("6-8", "3").replace("Income", "Sum")
)


@pytest.mark.parametrize(("text", "reason"), STAND.values(), ids=STAND)
def test_what_is_done_each_time_is_no_plan(text: str, reason: str) -> None:
    with pytest.raises(NoTrackerError) as refusal:
        plan_from_sheets([typed(text)], Request("t.xlsx"))
    assert f", but {reason}; if it is one, say where its actions are with --column action=" in str(refusal.value)
    assert len(plan_from_sheets([typed(text)], Request("t.xlsx", sheets=("Sheet1",))).actions) > 1


@pytest.mark.parametrize("text", NEAR.values(), ids=NEAR)
def test_a_plan_that_counts_likewise_is_read(text: str) -> None:
    assert len(plan_from_sheets([typed(text)], Request("t.xlsx")).actions) == len(text.strip().splitlines()) - 1
