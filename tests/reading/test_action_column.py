"""Which of several columns holds the actions, where their headings alone do not say."""

from __future__ import annotations

import pytest

from peerxl.model.layout import Field
from peerxl.reading.columns.action_column import choose_action_column
from tests.reading.tables import drafts_of, summarise

TASKS = "Mend it · Light it · Paint it · Ask it · Go now"
DAYS = "2026-03-31 · 2026-04-30 · 2026-05-31"
LONG = " · ".join(["the pier is old and " * 8] * 3)


FOLLOWED = "Follow-up: The log of pumps, read weekly · A list of lamps out, by quay · One alarm on the tide, tested"
AIMS = "Aim: Safer piers for all who fish · Lit quays for all who walk · Dry feet for all who sail"


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        # Why, how it ended and what comes of it name an action only where nothing else does.
        (
            "Description: it leaks at night · it is too old · it is wet\nRoot cause: rust in it · age of it · rain",
            "action · extra",
        ),
        ("Root cause: rust in the pier · age of the quay · rain and storm", "action"),
        # What is handed over, and not what is remarked of it after who sees to it.
        *(
            (
                f"{named}: Guide for all users · Keys of the pier · Film of the quay\nOwner: Ann · Bo · Ann\n"
                f"{remarked}: Template of the handoff · Keys are new each month · In four parts for all",
                f"action · owner · {field}",
            )
            for named in ("Handover package / deliverable", "Deliverable / package", "Handover deliverable", "Package")
            for remarked, field in (("Remarks / details", "comment"), ("Details", "extra"))
        ),
        (
            "Work package: Guide for all · Keys of all · Film of all\n"
            "Details: Write it for all users · Cut them anew each month · Shoot it in May\nOwner: Ann · Bo · Ann",
            "extra · action · owner",
        ),
        (
            "Ref: 1 · 2 · 3\nOwner: Ann · Bo · Ann\n"
            "Remarks / details: Write the guide · Cut the keys anew · Shoot the film",
            "ref · owner · action",
        ),
        # The steps of a report of faults are how each shows, beside what should have come of them and did.
        (
            "Steps: Open the gate · Turn the key · Push the door\nExpected: it opens · it turns · it moves\n"
            "Actual: it jams · it sticks · it stays\nFix: Oil the hinge · Cut a new key · Plane the door",
            "extra · extra · extra · action",
        ),
        ("Steps: Oil the gate · Cut a key · Plane the door\nExpected: May · June · July", "action · extra"),
        (
            "Description: it leaks at night · it is too old · it is wet\n"
            "Resolution: a plumber came · the wood was new · it dried up",
            "action · comment",
        ),
        (
            "Description: it leaks at night · it is too old · it is wet\n"
            "Resolution: Mend the old pipe · Replace the wood · Paint it again",
            "extra · action",
        ),
        (
            "Work item: Approve it all · Sign the paper · Run it now\nDeliverable: Signed charter · Paper · Report",
            "action · extra",
        ),
        (
            "Deliverable: Signed charter · Paper · Report\nWork item: Approve it all · Sign the paper · Run it now",
            "extra · action",
        ),
        # What comes next, after who does what is listed and by when, says how it goes on.
        *(
            (
                f"{item}: Rules of the quay · The new map · The old lamp\nOwner: Ann · Bo · Ann\n"
                f"Due: {DAYS}\n{following}: ask the board · it needs a price first · {last}\nStatus: Open · Open · Done",
                "action · owner · timescale · extra · status",
            )
            for item in ("Item", "Title", "Subject")
            for following, last in (("Next immediate step", "sell it"), ("Next steps", ""), ("Next action", "sell it"))
        ),
        (
            f"Item: Rules of the quay · The new map · The old lamp\nNext step: ask them all · price it · sell it\n"
            f"Owner: Ann · Bo · Ann\nDue: {DAYS}",
            "extra · action · owner · timescale",
        ),
        (
            f"Item: Rules of the quay and the pier · The new map of the town · \nOwner: Ann · Bo · Ann\nDue: {DAYS}\n"
            "Next step: ask them all · price it · sell it",
            "extra · owner · timescale · action",
        ),
        (
            f"Item: Rules of the quay · The new map · The old lamp\nOwner: Ann · Bo · Ann\nDue: {DAYS}\n"
            "Mitigation / next step: ask them all · price it · sell it",
            "extra · owner · timescale · action",
        ),
        # In a log of issues it is what is done about each, as where the rows are described.
        (
            f"Description: the quay is wet · the map is torn · the lamp is dark\nOwner: Ann · Bo · Ann\nDue: {DAYS}\n"
            "Next step: ask them all · price it · sell it",
            "extra · owner · timescale · action",
        ),
        (
            f"Type: Issue · Risk · Issue\nTitle: Rules of the quay · The new map · The old lamp\n"
            f"Owner: Ann · Bo · Ann\nDue: {DAYS}\nNext step: ask them all · price it · sell it",
            "extra · extra · owner · timescale · action",
        ),
        # What is listed before actions that fewer than half of the rows have, and is something to do.
        (f"Action: sell the pier · buy lamps\nTask: {TASKS}", "action · extra"),
        (f"Task: {TASKS}\nAction: sell the pier · buy lamps", "action · extra"),
        (
            "Issue: it leaks · it is old · it is dark · it is wet · it is cold\nAction: sell it · buy it",
            "extra · action",
        ),
        (f"Task: {TASKS} · Sell it\nAction: sell the pier · buy lamps · pay for it", "extra · action"),
        (f"Task: {TASKS} · Sell it · Lift it\nAction: sell the pier · buy lamps · pay for it", "action · extra"),
        # Names of things, of which not all words begin with a capital.
        ("Name: Pier by the sea · Pier by the sea · Pier by the sea", "action"),
        ("Person: Ann Field\nName: Jan de Wit · Jan de Wit · Jan de Wit", "owner · owner"),
        ("Person: Ann Field\nName: Pier by the sea · Pier by the sea · Pier by the sea", "owner · action"),
        # Of descriptions the one that tells the rows apart, and is short.
        ("Description: it leaks · it leaks · it leaks\nDetails: the lamp · the rail", "extra · action"),
        (
            "Description: it leaks · it is old · it is wet · it leaks · it leaks\n"
            "Details: the lamp · the rail · the rope · the quay · the lamp",
            "action · extra",
        ),
        (
            "Description: it leaks · it is old · it is wet · it leaks · it leaks\n"
            "Details: the lamp · the rail · the rope · the quay · the pier",
            "extra · action",
        ),
        (
            "Description: it leaks · it is old · it leaks · it leaks · it leaks\n"
            "Details: the lamp · the rail · the rope · the quay · the lamp",
            "extra · action",
        ),
        (f"Description: {LONG}\nDetails: it leaks · it leaks · it leaks", "extra · action"),
        # A response in a word or two leaves the action to what it responds to.
        (
            "Response: Agreed it · Mitigate it · Agreed it\nRisk: Rust in the pier · Rot in it · Woe in it",
            "extra · action",
        ),
        (
            "Response: Agreed it · Mitigate it · Agreed now\nRisk: Rust in the pier · Rot in it · Woe in it",
            "action · extra",
        ),
        (
            "Response: Agreed it · Mitigate it now · Agreed it · Agreed it now\n"
            "Risk: Rust in the pier · Rot in the quay · Woe in it · All of it",
            "action · extra",
        ),
        (
            "Planned mitigation: Agreed · Mitigate · Agreed it\nResponse: Lamps on the pier · Rails on it · Ropes on it",
            "action · extra",
        ),
        # An answer to a recommendation is none, unless half of the cells say what will be done.
        (
            "Response: Agreed · We accept this in part, as a review was held · Not accepted\n"
            "Recommendation: Mend the pier · Light the quay at night · Ask the trust to sell it",
            "extra · action",
        ),
        (
            "Response: Agreed. The pier will be mended in May · Accepted: light it · Not accepted\n"
            "Recommendation: Mend the pier · Light the quay at night · Ask the trust to sell it",
            "action · recommendation",
        ),
        (
            "Response: A strategy will be drafted · Charges were reviewed then · There is one already\n"
            "Recommendation: Mend the pier · Light the quay at night · Ask the trust to sell it",
            "extra · action",
        ),
        # What is done of an action that stands over several rows.
        (
            "Action: Keep the pier. · Keep the quay.\n"
            "Deliverable: Boards are laid · Lamps are lit · Rails are up · Ropes are out",
            "recommendation · action",
        ),
        (
            "Action: Keep the pier. · Keep the quay. · Keep the rail.\n"
            "Deliverable: Boards are laid · Lamps are lit · Rails are up · Ropes are out",
            "action · extra",
        ),
        # Words of several each beside who and when, under a heading that nobody knows.
        (
            "Measure: Draft of the plan · Plan sent out · Screening of all rules · Report of the year\n"
            "Lead: HR Manager · Clerk · Clerk · HR Manager\nTimetable: May 2024 · June 2024 · Q3 24/25 · Q4 24/25",
            "action · owner · timescale",
        ),
        (
            "Snarf: Pier · Quay · Rail · Harbour\n"
            "Lead: HR Manager · Clerk · Clerk · HR Manager\nTimetable: May 2024 · June 2024 · Q3 24/25 · Q4 24/25",
            "extra · owner · timescale",
        ),
        ("Issue: Rust · Rot in · Woe in\nRisk: Rust in the pier · Rot in the quay · Woe in it", "action · extra"),
        (
            "Response: Agreed · Mitigate · Agreed it\nIssue: Rust in it · Rot in it · Woe in it\n"
            "Risk: Rust in the pier · Rot in the quay · Woe in it all",
            "extra · action · extra",
        ),
        (
            "Response: Agreed · Mitigate it · Agreed now · Noted\n"
            "Risk: Rust in the pier · Rot in the quay · Woe in it · All of it",
            "action · extra",
        ),
        (
            "Response: Agreed · Mitigate it · Agreed it · Noted · Agreed\n"
            "Risk: Rust in the pier · Rot in the quay · Woe in it · All of it · None of it",
            "extra · action",
        ),
        # A description that says what to do, beside what stands in its way.
        (
            "Blocker: Needs an answer · Needs a permit · Rain\nDescription: Mend it · Light it · Paint it",
            "extra · action",
        ),
        (
            "Blocker: Needs an answer · Needs a permit · Rain\nDescription: It leaks · It is dark · Rust",
            "action · extra",
        ),
        (
            "Blocker: Needs an answer · Needs a permit · Rain\nDescription: Mend it · Mend it · Mend it",
            "action · extra",
        ),
        (
            "Steps to reproduce: Open it · Press it · Call it\nDescription: It leaks · It is dark · Rust",
            "extra · action",
        ),
        # What was done about it, and what is there already, leave the action to what is wrong.
        (
            "Description: The pier leaks now · The quay is dark\nResolution: The pier was mended · Lamps came",
            "action · comment",
        ),
        (
            "Description: The pier leaks now · The quay is dark\nResolution: Mend the pier · Light the quay",
            "extra · action",
        ),
        # A follow-up that says what to do is no news of it.
        (
            "Finding: No list is kept · The rota is old · Keys were lost\n"
            "Follow-up: Create a stock list · Write a new rota · Ask the caretaker\nOwner: Ann · Bo · Sue",
            "extra · action · owner",
        ),
        (
            "Finding: No list is kept · The rota is old · Keys were lost\n"
            "Follow-up: A list was made · Rota is out · Found in a drawer\nOwner: Ann · Bo · Sue",
            "action · extra · owner",
        ),
        (
            "Point raised: Wall is cracked · Crew is short · Register is old\n"
            "Follow-up: Get three quotes · Call the agency · Put it on the web\nOwner: Ann · Bo · Sue\nPDC:",
            "extra · action · owner · timescale",
        ),
        # What is noted of each thing that is wrong, where no other words are its own.
        (
            "ID: K1 · K2 · K3\nSeverity: Low · High · Low\nStatus: Open · Closed · Open\nOwner: Ann · Bo · Ann\n"
            "Notes: The pier leaks at its end · The quay is far too dark · The map has no scale",
            "ref · extra · status · owner · action",
        ),
        (
            "ID: K1 · K2 · K3\nKind: Low · High · Low\nStatus: Open · Closed · Open\nOwner: Ann · Bo · Ann\n"
            "Notes: The pier leaks at its end · The quay is far too dark · The map has no scale",
            "ref · extra · status · owner · comment",
        ),
        ("Issue: It leaks · Too dark\nFix: Pipe was renewed · Lamps came", "action · extra"),
        ("Issue: It leaks · Too dark\nFix: Renew the pipe · Light the quay", "extra · action"),
        (
            "Subject: Pier · Quay\nResolution: That the pier be mended · That lamps be bought",
            "extra · action",
        ),
        (
            "Current controls: Rails and ropes · Lamps and rails\nRisk: Falls from the pier · Falls at the quay",
            "extra · action",
        ),
        (
            "Root cause: The old rail · Lamps of the town\nDescription: The pier leaks now · The quay is dark",
            "extra · action",
        ),
        ("Root cause: The old rail · Lamps of the town", "action"),
        ("Work item: Mend the pier · Light it\nDeliverable: Pier mended now · Pier lit now", "action · extra"),
        # "Action" alone may head who is to act; what is done is nobody's name, however short and often the same.
        ("Issue: it leaks · it is old · it is wet\nAction: AF and BL · Works Team · AF and BL", "action · owner"),
        (
            "Issue: it leaks · it is old · it is wet\nManagement action: Automated check · More lamps · Automated check",
            "extra · action",
        ),
        ("Issue: it leaks · it is old · it is wet\nAction: Mend it · Paint it · Mend it", "extra · action"),
        ("Issue: it leaks · it is old · it is wet\nAgreed action: Ann · Ben · Ann", "action · owner"),
        ("Issue: it leaks · it is old · it is wet\nWhat needs to be done: Ann · Ben · Ann", "extra · action"),
        # A heading of status and what is done leaves the action to whatever else could be it.
        (
            "Item: Keys of the pier · Rust in the rail · A permit for it\n"
            "Status / Mitigation: Open - the bank is slow to send them · All of the paint is there and the crew is hired · "
            "The harbour master was asked for it again",
            "action · comment",
        ),
        # What each row is called, where who and how far are said, and by when is still to be written.
        (
            "Artifact: Plan of the pier · Map of the quay · List of lamps\nOwner: Ann Field · Bo Lane · Ann Field\n"
            "Due date:\nStatus: Open · Closed · Open",
            "action · owner · timescale · status",
        ),
        (
            "Artifact: Plan of the pier · Map of the quay · List of lamps\nOwner: Ann Field · Bo Lane · Ann Field\n"
            "Completion date:\nStatus: Open · Closed · Open",
            "extra · owner · timescale · status",
        ),
        # A heading of something else only where its cells say what to do.
        ("Goal: Rust · Rot · Woe", "theme"),
        # An action of any kind that says what to do, before what was seen.
        (
            "Observation: Bolts are loose · It is dark · Rust\nCoaching action: Mend it now · Light it now · Coach them",
            "extra · action",
        ),
        (
            "Observation: Bolts are loose · It is dark · Rust\nTime since last action: a week · a month · a year",
            "action · extra",
        ),
        # What a meeting resolved, and how it is followed up, where the cells say what to do.
        ("Resolved: To write to them · To mend it now · Light it now\nAction by: Ann · Bo", "action · owner"),
        ("Resolved: 2026-03-31 · 2026-04-30 · 2026-05-31\nAction by: Ann · Bo", "date closed · owner"),
        ("Follow-up: Mend it now · Light it now · Paint it now\nContact: Ann Field", "action · owner"),
        ("Follow-up: Mended in May · Lit by now · Painted\nContact: Ann Field", "extra · owner"),
        ("Item:\nOwner:\nDue date:", "action · owner · timescale"),
        # Follow-ups are what is to be done, where nothing that they follow stands before them.
        (
            "Follow-up: The log of pumps in use, read weekly · A list of lamps out, by quay\n"
            "Owner: Ann Field · Bo Lee\nClosed when: log is read · list is kept",
            "extra · owner · extra",
        ),
        (
            f"{FOLLOWED}\nOwner: Ann Field · Bo Lee · Cy Moss\nClosed when: log read · list kept",
            "action · owner · extra",
        ),
        (
            f"Topic: The old pumps of the pier are loud · Lamps are out again at night · Lee of the wall is wet\n{FOLLOWED}\n"
            "Owner: Ann Field · Bo Lee · Cy Moss",
            "extra · extra · owner",
        ),
        (f"Owner: Ann Field · Bo Lee · Cy Moss\n{FOLLOWED}", "owner · extra"),
        # What an action waits for is none, after who does it or beside the ref of another; a log of such is read.
        (
            "Ref: A1 · A2 · A3\nPod: Lamps of the quay, all lit · Rail of the pier, painted · Pumps, mended\nOwner: Ann · Bo\n"
            "Dependencies: None · A1 · The yard must be free",
            "ref · extra · owner · extra",
        ),
        (
            "Ref: A1 · A2 · A3\nDependency: None · A1 · The yard must be free\nOwner: Ann · Bo",
            "ref · extra · owner",
        ),
        (
            f"{FOLLOWED}\nOwner: Ann Field · Bo Lee · Cy Moss\nDependency: The yard is free · Pumps are bought · none",
            "action · owner · extra",
        ),
        (
            "Ref: A1 · A2 · A3\nDependency: The yard must be free · Pumps are bought · The tide is out\nOwner: Ann · Bo",
            "ref · action · owner",
        ),
        # "Action to" heads who must act, as "Action" may in minutes.
        ("Action: Mend the pier now · Light the quay now\nAction to: Ann Field · Bo Lee", "action · owner"),
        # A package is what a task is a part of, and a code is called something else beside it.
        ("WP name: Survey of users · Pilot in town · Final report", "action"),
        ("Work package: Survey of users · Pilot in town\nTitle: Ask the users · Run the pilot", "extra · action"),
        ("Task: T1.1 · T1.2 · T2.1\nTask name: Survey of users · Pilot in town · Final report", "extra · action"),
        # What is aimed at, where nothing else says what is done, and who leads by when or what was planned is said.
        (f"{AIMS}\nLead: Ann · Bo · Cy\nCompletion date: May 2026 · May 2027 · May 2028", "action · owner · timescale"),
        (f"{AIMS}\nProposed date: 2026-03-31\nActual date: 2026-03-30", "action · timescale · date closed"),
        (f"{AIMS}\nLead: Ann · Bo · Cy", "extra · owner"),
        (f"{AIMS}\nCompletion date: May 2026 · May 2027 · May 2028", "extra · timescale"),
        ("Aim: Safe piers · Lit quays · Dry feet\nLead: Ann\nDue: 2026-03-31", "theme · owner · timescale"),
        ("Goal: Mend it · Light it · Paint it", "action"),
    ],
)
def test_the_column_of_actions(columns: str, fields: str) -> None:
    assert summarise(choose_action_column(drafts_of(columns), {})) == fields


def test_what_is_settled_by_hand_is_no_column_of_actions() -> None:
    drafts = drafts_of("Strategy: Mend it · Light it · Paint it")
    assert summarise(choose_action_column(drafts, {Field.OWNER: 1})) == "extra"
    assert summarise(choose_action_column(drafts, {})) == "action"
