"""Statuses that a cell goes on to tell of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerxl import check_plan
from peerxl.model.fiscal import APRIL_YEARS, FiscalQuarter
from peerxl.model.status import DEFAULT_VOCABULARY, Status, Vocabulary
from peerxl.reading.cells.closed_ahead import is_closed_ahead
from peerxl.reading.cells.told_statuses import find_told, read_told, tell_statuses
from tests.conftest import plan_from_text

DOUBTFUL = [
    line.strip()
    for line in """
    Complete: no
    Complete: false
    Complete - N
    Completed (bar the roof)
    Completed (minus HR)
    Completed (unverified)
    Completed (target March)
    Completed (expected March 2027)
    Implemented - largely
    Delivered – mostly
    Complete - pilot
    Completed in Wales
    Completed: in the two northern wards
    Implemented (in Finance)
    Closed (withdrawn)
    Closed (rejected)
    Closed – cancelled
    Closed – duplicate
    Done (superseded)
    Closed (superseded by A3)
    Cancelled – reinstated
    Completed (2/5)
    Completed 2/5
    Completed (1)
    Completed (½)
    Complete ✗
    ❌ Completed
    ☐ Completed
    Done ☐: the lamps are lit at last
    Completed 12/15
    Completed – not
    Delivered, with the exception of HR
    Actioned by Ann; Bo still to do
    Closed (northern ward NW-2)
    Implemented (non-destructive)
    Closed (all but decision DEC-002)
    Closed (decision DEC-002 was overturned)
    Closed [pilot only]
    Completed (partially)
    Completed (pending sign-off)
    Completed (replaced by a lamp)
    Completed (moved to Roads)
    Closed (merged with another)
    Completed (raised to A3)
    Completed (tested in Finance)
    Completed (drafted by HR)
    Completed (agreed in principle)
    Completed (called off)
    Completed (on time in Finance)
    Completed (see notes)
    Closed (blocked by Cabinet)
    Completed (trained to 80)
    Completed (agreed with)
""".strip().splitlines()
]
TO_BE_DONE = [
    line.strip()
    for line in """
    Complete by March
    Delivered by June
    Done by May
    Actioned by Tuesday
    Complete by year end
    Implemented by the end of the year
    Done by Friday
    Achieved by summer
    Complete by Christmas
    Complete by 31 March
    Done by 31/3
    Complete by March 2024
    Implemented by Q3
    Complete (by Easter)
    Completed: by the end of term
    Complete – before the end of the financial year
    Implemented - all sites by the end of June
""".strip().splitlines()
]
ENDED_OTHERWISE = [
    line.strip()
    for line in """
    CLOSED - Risk Accepted
    Closed – risk was accepted by the board
    Resolved (accepted the risk)
    Closed - tolerated
    Closed - moved to risk register
    Closed – now transferred to Housing Services
    Closed: merged with the action on the quay
    Closed out – parked with no date
""".strip().splitlines()
]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Completed", "Completed"),
        ("Completed (Q3)", "Completed"),
        ("Completed (12/03/2024)", "Completed"),
        # An underscore parts words, and what follows a closed status limits it as it does elsewhere.
        ("CLOSED_VERIFIED", "Completed"),
        ("IN_PROGRESS_BLOCKED", "In progress"),
        ("ON_HOLD_UNTIL_MAY", "On hold"),
        ("CLOSED_NOT_VERIFIED", None),
        ("CLOSED_ACCEPTED_RISK", None),
        ("DONE_PARTIAL", None),
        ("OPEN_BLOCKED", None),
        # Of several boxes nobody can say which counts.
        ("☐ Not started\n☑ Completed", None),
        ("☐ Not started, ☑ Completed", None),
        ("☐ Not started ✅", None),
        ("☐ In progress - ✔ Completed", None),
        ("☐ Not started", "Not started"),
        ("Under review" + " " * 12_000 + "x", None),
        ("Completed" + " " * 12_000 + "– lamps lit", "Completed"),
        ("Completed / closed", "Completed"),
        ("Completed and closed", "Completed"),
        ("In progress/On track", "In progress"),
        ("Complete/Ongoing", None),
        ("Not started / in progress", None),
        ("Completed / in part", None),
        # That it is open says less than how far it has come.
        ("Open – not started", "Not started"),
        ("Overdue (in progress)", "In progress"),
        ("OPEN: nearly complete", "In progress"),
        ("Open / ongoing", "Ongoing"),
        ("Open – completed", None),
        ("In progress – completed", None),
        ("Not started (cancelled)", None),
        ("Good progress made, complete", None),
        ("Delayed – abandoned", None),
        ("In progress – complete by March", "In progress"),
        ("Open / closed", None),
        ("Open – not yet decided", None),
        ("Completed late", "Completed"),
        ("Completed ahead of schedule", "Completed"),
        ("Completed lately", None),
        ("Completed – report sent", "Completed"),
        ("Completed: sent on 4 April", "Completed"),
        ("Completed – sent 14/2", "Completed"),
        ("Completed – bid submitted 14/9", "Completed"),
        ("Completed – planted 4/9", None),
        ("Completed – 3/5 sites", None),
        ("Completed – audited in May", "Completed"),
        ("Completed – included in May", None),
        ("Completed: on agenda as item 7", "Completed"),
        ("Closed – on the agenda", "Completed"),
        ("Closed – on the agenda for March", None),
        ("Closed – on the agenda of the next meeting", None),
        ("Closed — via CR-003", "Completed"),
        ("Closed: see A12", "Completed"),
        ("Closed (design decision DEC-002)", "Completed"),
        ("Completed (minute 24-7)", "Completed"),
        ("Done - see minute 25/006", "Completed"),
        ("✅ Fixed (b70c4d1)", "Completed"),
        ("Fixed (defaced)", None),
        ("Fixed (b70c4d1); to be seen on the quay", None),
        ("Complete – see minute 5", "Completed"),
        ("Complete – see item 4(b)", "Completed"),
        ("Complete – section 4", None),
        ("Complete – 25/60", None),
        ("Complete – see minute 25/006 for what remains", None),
        ("Done - change request #31", "Completed"),
        ("Closed [DEC-002]", "Completed"),
        ("Closed — via the board", None),
        ("✓ COMPLETED (submitted Apr 14)", "Completed"),
        ("Completed (submitted)", None),
        ("Completed (Moored to poles)", "Completed"),
        ("Completed – approved by Cabinet", "Completed"),
        ("Done (signed off)", "Completed"),
        ("Completed (on time)", "Completed"),
        ("Completed - ahead of schedule.", "Completed"),
        ("Completed (agreed in principle by Cabinet)", None),
        # Of what was carried out, that it was accepted is no doubt; of what was closed, it may be a risk that was.
        ("Done Sept 19. Accepted.", "Completed"),
        ("Completed – approved", "Completed"),
        ("Closed – accepted", None),
        ("Closed Sept 19. Accepted.", None),
        ("Resolved: accepted", None),
        ("Done (accepted in part)", None),
        ("Partly done. Half of the lamps are lit.", "In progress"),
        ("Parked. Nobody has time.", "On hold"),
        ("☐ In progress – lamps are ordered", "In progress"),
        ("☐ Done – lamps are lit", None),
        ("Closed: in May 2024", "Completed"),
        ("Done 20 May – closed", "Completed"),
        ("Done by HR in the summer", "Completed"),
        ("Completed - the register went live in May and is now kept by HR", "Completed"),
        ("✅ Done (PR 2268)", "Completed"),
        ("FIXED — the list has full names", "Completed"),
        ("Completed May 2023", "Completed"),
        ("Closed (12/03/2024)", "Completed"),
        ("Action complete 12 March 2024", "Completed"),
        ("COMPLETE\nSigned off in June", "Completed"),
        ("DONE\nLaid before the board at its 1/23/2024 meeting", "Completed"),
        ("Done - lamps lit at 1/2 of the quays", None),
        ("Completed in June by the trust", "Completed"),
        ("No further action. The report was noted", "Not pursued"),
        ("In progress. Completed in two wards", "In progress"),
        ("Not started as the officer is on leave", "Not started"),
        ("Deferred to 2027; the budget is kept", "On hold"),
        ("Part complete - 3 of 5", "In progress"),
        ("On-going- asking the trust", "Ongoing"),
        ("Completed Mar 26 as the log shows", "Completed"),
        ("Completed Mar 26; the rest is still out", None),
        # What follows a closed one may limit it.
        ("Completed, except for training", None),
        *((text, None) for text in DOUBTFUL),
        # A time to come says what is wanted, and nothing of how far it is.
        *((text, None) for text in TO_BE_DONE),
        ("Completed in March", "Completed"),
        ("Completed by the harbour board", "Completed"),
        ("Completed by 3 of the wardens", None),
        ("Completed by 3 wardens and the clerk", "Completed"),
        ("Completed – report sent to members by March", "Completed"),
        ("In progress, complete by March", "In progress"),
        # What is closed may have ended otherwise than it was to.
        *((text, None) for text in ENDED_OTHERWISE),
        ("Closed – risk register updated", "Completed"),
        ("Closed. Report moved to the archive", "Completed"),
        ("Closed – rollout was finished early", "Completed"),
        ("Fully achieved", "Completed"),
        ("Partially achieved", "In progress"),
        ("Partly achieved", "In progress"),
        ("Not fully achieved", None),
        ("Completed (phase 1 only)", None),
        ("Completed – to be looked at in May", None),
        ("Completed in 3 of 5 wards", None),
        ("Completed for adults", None),
        ("Completed - 80%", None),
        ("Done: hasn't been signed off", None),
        ("Complete? Ann to say", None),
        ("Completed the draft", None),
        ("Advert placed, nobody applied", None),
        ("- the lamps are lit", None),
        ("Ready - when you are", None),
        ("", None),
    ],
)
def test_the_status_that_a_cell_begins_with(text: str, word: str | None) -> None:
    status = find_told(text, DEFAULT_VOCABULARY)
    assert (status.word if status else None) == word


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("✅ Complete (lamps lit at the quay)", "lamps lit at the quay"),
        ("In progress – first register published.", "first register published"),
        ("Superseded (by A3) in May", "(by A3) in May"),
        ("COMPLETE\nSigned off in June", "Signed off in June"),
        ("Completed – except the roof", ""),
        ("Actioned.", ""),
        ("CLOSED_SIGNED_OFF", "SIGNED OFF"),
        ("Ongoing", ""),
    ],
)
def test_what_is_told_of_a_status(text: str, story: str) -> None:
    assert read_told(text, DEFAULT_VOCABULARY).story == story


@pytest.mark.parametrize(
    ("text", "word", "own_words", "story"),
    [
        ("Underway", "In progress", "", ""),
        ("Delayed", "In progress", "Delayed", ""),
        ("Delayed until June", "In progress", "Delayed", "until June"),
        ("Not yet  due ", "Not started", "Not yet due", ""),
        ("Completed / closed", "Completed", "Completed / closed", ""),
        ("Completed 28 October", "Completed", "Completed 28 October", ""),
        ("Complete 28 October – lamps lit", "Completed", "Complete 28 October", "lamps lit"),
        ("Completed (28/10/2026)", "Completed", "Completed (28/10/2026)", ""),
        ("Completed (Quarter 1)", "Completed", "Completed (Quarter 1)", ""),
        ("Closed: lamps lit", "Completed", "Closed", "lamps lit"),
        ("Parked.", "On hold", "Parked", ""),
        ("Done Sept 19. Accepted.", "Completed", "Done Sept 19", "Accepted"),
        ("⬜ TODO", "Not started", "", ""),
        # As our own paper has them.
        ("In progress (“Delayed”)", "In progress", "Delayed", ""),
        ("Not pursued (“Cancelled”)", "Not pursued", "Cancelled", ""),
        ("“Cancelled”", "Not pursued", "Cancelled", ""),
        ("Completed (“Closed”, Quarter 1)", "Completed", "Closed", ""),
        ("Completed (28 October, Quarter 1)", "Completed", "Completed 28 October", ""),
        ("Completed (“not really”)", None, "", ""),
        ("Completed (2 wards)", None, "", ""),
    ],
)
def test_what_a_cell_says_beyond_its_status_is_kept(text: str, word: str | None, own_words: str, story: str) -> None:
    told = read_told(text, DEFAULT_VOCABULARY)
    assert (told.status.word if told.status else None, told.own_words, told.story) == (word, own_words, story)


def test_a_word_that_a_statuses_sheet_explains_says_no_more_than_it() -> None:
    """Where a drop-down merely lists others nobody has said what the word counts as."""
    sheet = replace(DEFAULT_VOCABULARY, is_own=True)
    assert read_told("Delayed", sheet).own_words == ""
    listed = Vocabulary.from_words(["In progress", "Complete"])
    assert read_told("Delayed", listed).own_words == "Delayed"
    assert read_told("On track", Vocabulary.from_words(["On track", "Complete"])).own_words == ""


def test_a_told_status_is_the_plan_s_own_word() -> None:
    own = Vocabulary.from_words(["Open", "Shut", "Finished"])
    assert str(find_told("Done: the lamps are lit", own)) == "Finished"


@pytest.mark.parametrize(
    ("texts", "are"),
    [
        (("Completed - in May", "The lamps came"), True),
        (("Completed - in May", "The lamps came", "The rails went"), False),
        (("CLOSED_VERIFIED", "OPEN_BLOCKED", "ACCEPTED_RISK"), True),
        (("pier_lamps", "quay_lamps"), False),
        ((), False),
    ],
)
def test_a_column_of_told_statuses_has_one_in_half_of_its_cells(texts: tuple[str, ...], are: bool) -> None:
    assert tell_statuses(texts) == are


def test_statuses_that_tell_statuses_of_are_statuses_and_nothing_is_written_over_them() -> None:
    plan = plan_from_text(
        """
        | Ref | Action          | Owner      | Timescale | Status                                            | Comments |
        | 1   | Repair the pier | AD Estates | Q2 23/24  | Completed - the boards were laid in May           |          |
        | 2   | Light the quay  | AD Estates | Q2 23/24  | In progress. The lamps came in the last week      | Dear     |
        | 3   | Sell the shop   | AD Estates | Q2 23/24  | An agent was asked, and says that nobody wants it |          |
        """,
        quarter=FiscalQuarter(2023, 3),
    )
    assert [action.is_open(plan.quarter) for action in plan.actions] == [False, True, True]
    found = {each.code: each for each in check_plan(plan)}
    assert found["answers-nowhere"].message.startswith("There is no column for the status of Q3 2023/24,")
    assert found["status-unknown"].message == (
        "'An agent was asked, and says that nobody wants it' does not say beyond doubt how far this is; write one of "
        "Not started, In progress, Ongoing, On hold, Completed, Superseded, Not pursued alone, and the rest as a comment."
    )
    assert "completed-without-evidence" not in found
    assert "status-spelling" not in found


Q3 = FiscalQuarter(2026, 3)
AHEAD = [
    line.strip()
    for line in """
    Completed May 2027
    Completed (expected March 2027)
    Completed 12/03/2027
    Completed (01.02.27)
    Completed in Q4 2026/27
    Completed (Quarter 4 2026/27)
    Completed by 31 March 2027
    Completed – report sent May 2027
    Completed, handover on 3 February 2027
""".strip().splitlines()
]


@pytest.mark.parametrize(
    ("text", "is_ahead"),
    [
        *((text, True) for text in AHEAD),
        ("Completed", False),
        ("Completed (Q4)", False),
        ("Completed (May 2026)", False),
        ("Completed 31/12/2026", False),
        ("Completed 2026/27", False),
        ("Completed – published the 2027/28 budget", False),
        ("Completed: the roads were swept, and are swept again in May 2027", False),
        ("In progress until May 2027", False),
        ("Closing in May 2027", False),
    ],
)
def test_what_is_closed_only_after_a_quarter(text: str, is_ahead: bool) -> None:
    assert is_closed_ahead(text, DEFAULT_VOCABULARY, Q3, APRIL_YEARS) == is_ahead


def test_a_plan_s_own_word_may_name_a_day_to_come() -> None:
    own = Vocabulary((*DEFAULT_VOCABULARY.statuses, Status("Completed May 2027", is_open=False)))
    assert not is_closed_ahead("Completed May 2027", own, Q3, APRIL_YEARS)


def test_an_action_that_is_closed_only_after_the_quarter_is_open_and_the_reason_is_told() -> None:
    text = """
        | Ref | Action          | Owner      | Timescale | Status             | Comments |
        | 1   | Repair the pier | AD Estates | Q4 26/27  | Completed May 2027 | Begun.   |
        """
    plan = plan_from_text(text, quarter=Q3)
    assert plan.actions[0].is_open(Q3)
    assert [each.message for each in check_plan(plan) if each.code == "status-unknown"] == [
        "'Completed May 2027' speaks of a day after Q3 2026/27; write how far the action is now, and the date as its "
        "timescale."
    ]
    later = plan_from_text(text, quarter=FiscalQuarter(2027, 1))
    assert not later.actions[0].is_open(later.quarter)


def test_an_action_that_is_to_be_done_by_a_time_or_was_closed_otherwise_is_open_and_asked_about() -> None:
    text = """
        | Ref | Action          | Owner      | Timescale | Status                           | Comments |
        | 1   | Repair the pier | AD Estates | Q4 26/27  | Complete by March                | Begun.   |
        | 2   | Light the quay  | AD Estates | Q4 26/27  | Closed - moved to risk register  | Dear.    |
        | 3   | Sell the shop   | AD Estates | Q4 26/27  | Completed in March               | Sold.    |
    """
    plan = plan_from_text(text, quarter=Q3)
    assert [action.is_open(Q3) for action in plan.actions] == [True, True, False]
    words = "Not started, In progress, Ongoing, On hold, Completed, Superseded, Not pursued"
    assert [each.message for each in check_plan(plan) if each.code == "status-unknown"] == [
        "'Complete by March' is not known; say on a Statuses sheet whether it is open or closed, or use one of "
        f"{words}.",
        "'Closed - moved to risk register' does not say beyond doubt how far this is; write one of "
        f"{words} alone, and the rest as a comment.",
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [("❌ Not started – no funds", "Not started"), ("✗ On hold until May", "On hold"), ("❌ Done in May", None)],
)
def test_a_cross_before_a_story_agrees_with_what_is_not_done(text: str, word: str | None) -> None:
    status = find_told(text, DEFAULT_VOCABULARY)
    assert (status and status.word) == word
