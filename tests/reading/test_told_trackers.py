"""Trackers that say in other ways than by owner, date and status how far each has come, and tables that do not."""

from __future__ import annotations

import pytest

from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from tests.reading.tables import fields, kept, typed

GOALS = """
    | Goal# | Goal title                    | Goal type | Goal progress | Goal text | Status updates |
    | 11    | Open the old hall to all      | Ongoing   | {0}           |           |                |
    | 24    | Cut the waiting list by half  |           | {1}           |           |                |
    | 25    | Plant a tree in every street  |           | {2}           |           |                |
    """
RESOLUTIONS = """
    | Agenda item no. | Description of item | Resolution | Responsibility | Status               |
    | A-01            | Lease of the pier   | {0}        | Clerk          | Nothing to finalise  |
    | A-02            | Budget for the quay | {1}        | Treasurer      | Nothing to finalise  |
    | A-03            | Lamps on the hill   | {2}        | Clerk          | Sent to the supplier |
    """
OUTCOMES = """
    | {0}     |               |                                          |         |
    | Meeting | Item          | Action / progress                        | Outcome |
    | May     | Old pier      | A visit to the pier was to be arranged   | {1}     |
    | June    | Lamps         | The chair to keep the board told of them | {2}     |
    |         | The hall roof | A paper on its price is to come in May   | {3}     |
    """
LAST_DONE = """
    | Item                     | {0}                                | Staff   | Status |
    | The old pier by the quay | 5/2/25 Council asked for a price   | Ann Lee | {1}    |
    | Lamps on the long quay   | 6/2/25 Council saw a first drawing | Bo Day  | {2}    |
    | The new hall roof        | 7/2/25 Staff asked for a plan      | Ann Lee | {3}    |
    """
NUMBERED = """
    | Action | Description                        | Lead    | Status      | Timeline        |
    | {0}    | The harbour board will price lamps | Ann Lee | In progress | Within 3 months |
    | {1}    | The council will list its piers    | Clerk   | In progress | June 2027       |
    | {2}    | The clerk will write to the owners | Clerk   | Not started | July 2027       |
    """
PROJECTS = """
    | Project | Deadline  | Owners & participants |
    | {0}     | June 2027 | Clerk                 |
    | {1}     | ?         | Ann Lee               |
    | {2}     | May 2027  | Bo Day, Clerk         |
    """
DISPOSITIONS = """
    | ID  | Finding                | Required action          | Disposition |
    | F-1 | The crane has no log   | Write the log of it      | {0}         |
    | F-2 | The buoy has no lamp   | Hang a lamp on the buoy  | {1}         |
    | F-3 | The pier has no rail   | Build a rail on the pier | {2}         |
    | F-4 | The quay is rather low | Raise the quay           | {3}         |
    """
MITIGATED = """
    | ID  | {0}                              | Current mitigation             | Status     | Follow-up     |
    | K-1 | The two tables can be at odds    | Use the one of the harbour     | Mitigating | {1}           |
    | K-2 | The lamps are lit at odd times   | Light all lamps at dusk        | Open       | {2}           |
    | K-3 | The crane stops in heavy rain    | Cover the crane with a sail    | Mitigating | {3}           |
    """
TRACKS = """
    | Deliverable                      | {0}  | Status | Notes |
    | Route for the tides is in use    | {1}  | Done   |       |
    | The old route kept for the board | {2}  | Open   |       |
    | Phase 1 declared to be passed    | {1}  | Done   |       |
    """
RESOLVED = (
    "1. That the lease of the pier be renewed",
    "That the council notes the budget report",
    "Resolved: That three lamps be bought for it",
)
NEWS = (
    "Staff is working with the builder on it",
    "Will be talked of at the next meeting",
    "Work is to begin in the spring",
)
CAME = ("Harbour day 07/04/25, put off", "Shown on 11/08/25", "Completed")


def read(text: str, cells: tuple[str, ...]) -> str:
    """The fields of a table with those cells; none where it is no tracker."""
    try:
        plan = plan_from_sheets((typed(text.format(*cells)),), Request("t.xlsx"))
    except NoTrackerError:
        return ""
    return f"{fields(plan)} || {kept(plan)}"


@pytest.mark.parametrize(
    ("text", "cells", "found"),
    [
        # Goals and how far each has come, be it that none has been begun.
        (GOALS, ("Not started",) * 3, "A ref · B action · D status · F comment || C extra · E extra"),
        (
            GOALS,
            ("In progress", "Completed", "Not started"),
            "A ref · B action · D status · F comment || C extra · E extra",
        ),
        (GOALS, ("Header", "Shot", "Own goal"), ""),
        # Actions called by their numbers are told beside them.
        (NUMBERED, ("Action 1", "Action 2", "Action 3"), "A ref · B action · C owner · D status · E timescale || "),
        # Projects told as what to do are actions, and names of projects are none.
        (
            PROJECTS,
            ("Mend the old pier", "Update the website of the council", "Organise a fair on the quay"),
            "A action · B timescale · C owner || ",
        ),
        (PROJECTS, ("The old pier by the quay", "Website of the council", "The summer fair"), ""),
        # What a meeting resolved is to be done, and no news of what it spoke of.
        (RESOLUTIONS, RESOLVED, "A ref · C action · D owner · E status || B extra"),
        (RESOLUTIONS, ("The lease was renewed", "The budget was noted", "They were bought"), ""),
        # What came of each action, in a sheet that is called a plan.
        (OUTCOMES, ("Board action plan", *CAME), "C action · D comment || A extra · B extra"),
        (OUTCOMES, ("What the board does", *CAME), ""),
        (OUTCOMES, ("Board action plan", "All are safe", "More people come", "It is dry"), ""),
        # What was last done about each, and in sentences how it stands.
        (LAST_DONE, ("Last action taken", *NEWS), "A action · C owner · D comment || B extra"),
        (LAST_DONE, ("First drawn", *NEWS), ""),
        (LAST_DONE, ("Last action taken", "In use", "Listed", "In use"), ""),
        # How each was closed under "Disposition", and not what was decided to do with it.
        (
            DISPOSITIONS,
            ("Closed (seen by the board)", "Closed (lamp hung)", "Open (wood awaited)", "Accepted risk"),
            "A ref · C action · D status || B extra",
        ),
        (
            DISPOSITIONS,
            ("CLOSED_VERIFIED", "CLOSED_VERIFIED", "OPEN_BLOCKED", "ACCEPTED_RISK"),
            "A ref · C action · D status || B extra",
        ),
        (DISPOSITIONS, ("Use as is", "Rework", "Scrap", "Rework"), ""),
        (DISPOSITIONS, ("Transfer to the archive", "Destroy", "Destroy after a year", "Keep"), ""),
        # What is done already is no action beside what is the matter, and what follows is one where it tells to do it.
        (
            MITIGATED,
            ("Issue", "Write one table for both", "Buy a clock for the lamps", "Mend the roof of the crane"),
            "A ref · D status · E action || B extra · C extra",
        ),
        (MITIGATED, ("Issue", "Nobody has yet come", "All was well in May", "It was dry in June"), ""),
        # A track of work has an owner, and a song another.
        *(
            (TRACKS, (heading, "Track A", "Track A + Track B"), "A action · B owner · C status · D comment || ")
            for heading in ("Track owner", "Track lead")
        ),
        (TRACKS, ("Squad owner", "Squad 1", "Squad 1, Squad 2"), "A action · B owner · C status · D comment || "),
        (TRACKS, ("Owning team", "Team A", "Team B"), "A action · B owner · C status · D comment || "),
        (TRACKS, ("Track", "Track A", "Track B"), "A action · C status · D comment || B extra"),
    ],
)
def test_what_is_read_and_what_is_left(text: str, cells: tuple[str, ...], found: str) -> None:
    assert read(text, cells) == found


def test_a_decision_that_a_meeting_took_is_to_be_done_by_whom_it_names() -> None:
    head, rows = (
        "| Item | Decision | Responsible |",
        [
            f"| {item} | {text} | Clerk |"
            for item, text in zip(("The pier", "Old quay", "New hall"), RESOLVED, strict=True)
        ],
    )
    assert read("\n".join((head, *rows)), ()) == "B action · C owner || A extra"


def test_goals_of_a_match_are_none() -> None:
    text = "| Goal | Scorer | Goal type | Status |\n| Late winner from the corner | Ann | {0} | Confirmed |\n"
    text += "| First from the free kick | Bo | {0} | Confirmed |\n| Own goal in the first half | Cy | {0} | Confirmed |"
    assert read(text, ("Header",)) == ""


def test_whom_to_ask_about_each_deals_with_none_of_them() -> None:
    assert read(LAST_DONE.replace("Staff  ", "Contact"), ("Last action taken", *NEWS)) == ""


@pytest.mark.parametrize(
    ("heading", "cells", "is_read"),
    [
        ("Recommendation | Status | Notes", ("open | Begun in May", "open | "), True),
        # A rating is no status, and an item may be anything.
        ("Recommendation | Rating | Notes", ("Four stars | Begun in May", "Two stars | "), False),
        ("Item | Status | Notes", ("open | Begun in May", "open | "), False),
    ],
)
def test_recommendations_with_statuses_and_notes_are_followed_up(
    heading: str, cells: tuple[str, str], is_read: bool
) -> None:
    first, second = cells
    rows = f"| 1 | A watch on the old pier | {first} |\n| 2 | Lamps for the long lane | {second} |"
    table = typed(f"| # | {heading} |\n{rows}\n| 3 | A roof for the new hall | {first} |")
    if not is_read:
        with pytest.raises(NoTrackerError):
            plan_from_sheets([table], Request("plan.xlsx"))
        return
    assert [action.row for action in plan_from_sheets([table], Request("plan.xlsx")).actions] == [2, 3, 4]
