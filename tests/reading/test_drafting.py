"""What each column is for: what its heading proposes, what its cells deny, and what of several columns is the one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import Field
from peerxl.model.sheet import Cell, Sheet
from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.reading.columns.action_column import choose_action_column
from peerxl.reading.columns.column_choice import LESS_PLAIN, PLAINER, keep_one_of_each, plainness
from peerxl.reading.columns.dated_columns import (
    CLOSING,
    PLAIN_DUE,
    REVISED,
    is_closing,
    is_current,
    is_plainly_due,
    place_bare_dates,
    split_closing_dates,
    split_original_dates,
)
from peerxl.reading.columns.drafting import (
    add_chosen,
    apply_choice,
    date_fiscal_years,
    draft_bare,
    drop_marked,
    spread_quarters,
)
from peerxl.reading.columns.ranked_columns import can_hold_actions
from peerxl.reading.columns.tracker_layout import HeadedColumn, TrackerLayout
from peerxl.reading.columns.updates import resolve_updates
from peerxl.reading.headers.header import header_at
from peerxl.reading.headers.header_row import Header
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.headings.rules import Heading
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.reading.tables import draft, drafts_of, fields, summarise, typed

SENTENCES = "Mend the old pier · Light the long quay · Ask them all"
DAYS = "2026-03-31 · 2026-02-28 · 2026-04-30"
TASKS = "Action: Mend the pier · Light it · Paint the quay"


@pytest.mark.parametrize(
    ("column", "field"),
    [
        (f"Status: {DAYS}", "date updated"),
        ("Status as on date: Open · Closed · Ann", "status"),
        ("Date updated: Open · Closed", "extra"),
        (f"Completed: {DAYS}", "date closed"),
        ("Completed: 2026-05-01 · N/A", "date closed"),
        ("Completed: 2026-05-01 · N/A · -", "date closed"),
        ("Completed: N/A · N/A", "status"),
        ("Completed: 2026-05-01 · Yes · No", "status"),
        ("Status: all of it is now in hand and well under way · none of it is yet in hand or under way", "comment"),
        ("Status: it is all in good hand · it is all in bad hand", "status"),
        ("Current state: no check in place · staff not yet trained · no check in place", "extra"),
        ("Current state: no check in place · staff not yet trained", "status"),
        ("Current state: Begun · Open · Begun", "status"),
        ("Current status: no check in place · staff not yet trained · no check in place", "status"),
        ("What for: Keys and passes · Leave of staff", "extra"),
        ("Stage: Phase 1 · Phase 2 · Phase 3", "extra"),
        ("Stage: Phase 1 · Phase 2 · Phase 1 · Phase 2 · Phase 1", "extra"),
        ("Stage: Open · Closed · Phase 3", "status"),
        ("Stage: Build · Test · Ship", "extra"),
        ("Stage: Build · Test · Build · Test · Build", "status"),
        ("State: Build · Test · Ship", "status"),
        ("% done: 0 · 50 · 100", "status"),
        ("% done: 0 · 50 · 101", "extra"),
        ("Resolved: Yes · No · Yes", "status"),
        ("Resolved: Ann · Bo · Cy", "extra"),
        ("Date resolved: Yes · No · Yes", "extra"),
        ("Owner: Agreed · Accepted · Agreed", "extra"),
        ("Owner: Yes · No · Yes", "extra"),
        ("Resource names: Ann Field · Bo Lane", "owner"),
        ("Resource names: api · db · ui", "extra"),
        ("Resource names: Kovac,Ilves · Kovac · Ilves", "owner"),
        ("Resources: Lathe · Fine Timber · Lathe", "extra"),
        ("Resources: AF · BL · AF/BL", "owner"),
        ("Resources/Tools: Lathe · Fine Timber · Lathe, Saw", "extra"),
        ("Resources/Tools: SQL · CAD", "extra"),
        ("Resources/Tools: Ann Field · Head of Roads · Parks Team", "owner"),
        ("Resources / Funding: Port levy · Harbour grant · Port levy", "extra"),
        ("Staff/Budget: Headteacher · Oskar Teal · Chair of Governors", "owner"),
        ("Staff/Budget: Port levy · Harbour grant", "extra"),
        ("Lead/Resources: Lathe · Lathe", "owner"),
        ("Owner: Yes · Ann · Yes", "owner"),
        ("Lead: yes · yes, as creator · n/a · no", "extra"),
        ("Manager: Full access · Read only · Denied", "extra"),
        ("Officer: R · C · A/R", "extra"),
        ("Lead: All · No one yet · n/a", "owner"),
        ("Status: all of it is now in hand · none of it is yet in hand", "comment"),
        ("Status: all of it is now in hand · all of it is now in hand", "status"),
        ("Status: 12 · 34", "extra"),
        ("Status: 0.5 · 1", "status"),
        ("Status: Waiting", "status"),
        ("Status:", "status"),
        (f"Comments: {DAYS}", "date updated"),
        ("Comments: 12 · 34", "extra"),
        ("Comments: Begun", "comment"),
        ("Due: All let · Most sold · None left", "extra"),
        ("Original due: All let · Most sold · None left", "extra"),
        ("Due: Q2 23/24 · All let · None left", "timescale"),
        ("Finished / ETA: 2026-03-31 · – · 2026-04-30", "timescale"),
        ("Completed / expected: 2026-03-31 · TBC · 2026-04-30", "timescale"),
        ("Completed / target date: Yes · No · Yes", "status"),
        (f"Owner: {DAYS}", "extra"),
        ("Owner: 12 · 34", "extra"),
        ("Owner: whoever of the team is there when the bell does ring", "extra"),
        ("Owner: whoever of the team is there when the bell rings", "owner"),
        ("Owner: https://a.example", "extra"),
        ("Ref: the first of them all", "extra"),
        ("Item: Pier · Quay · Pier", "extra"),
        ("Item: Pier · Quay · Lamp", "ref"),
        ("Item: P1 · P2 · P1", "ref"),
        ("Ref: the first of them", "ref"),
        ("No.: Short term", "extra"),
        ("Ref: Short term · Long term", "extra"),
        ("No.: Pier", "ref"),
        ("No.: Pier 1", "ref"),
        ("Item: Short term", "ref"),
        (f"Ref: {DAYS}", "extra"),
        ("Ref: 2026-03-31 · 1.2", "ref"),
        ("Theme: High · Low", "extra"),
        (f"Theme: {DAYS}", "extra"),
        ("Aim: 12 · 13", "extra"),
        ("Aim: 12 September 2023 · 13 September 2023", "extra"),
        ("Aim: 1,000,000,000 · 2,000,000,000", "extra"),
        ("Outcome: it was all mended then", "comment"),
        ("Aim: 12 pm on Monday · 13 pm on Tuesday", "theme"),
        (f"Recommendation: {DAYS}", "extra"),
        ("Recommendation: 12 · 13", "extra"),
        ("Recommendation: Mend it", "recommendation"),
        ("Rec: 1 · 2 · 3", "ref"),
        ("Rec: R1 · R2 · R3", "ref"),
        ("Rec: 1 · 1 · 2", "extra"),
        ("Recommendation: Order · Advice · Order · Advice · Order", "extra"),
        ("Recommendation: R1 · R2 · R1 · R2 · R1", "recommendation"),
        (f"Action: {DAYS}", "extra"),
        ("Action: 12 · 13", "extra"),
        ("Action: Buy it · Sell it · Buy it · Sell it · Buy it", "extra"),
        ("Action: Buy · Sell · Buy · Hold", "extra"),
        ("Action: Buy · Sell · Buy", "action"),
        ("Actions: 5 open · 2 open · 8 overdue", "extra"),
        ("Actions: 2 of 3 closed · 3/5 · 1 open, 4 done", "extra"),
        ("Actions: 5 lamps at the gate · 2 open days · 3 closed quays", "action"),
        (f"Evidence: {DAYS}", "extra"),
        ("Evidence: Minutes", "evidence"),
        ("Date raised: Monday", "extra"),
        (f"Date raised: {DAYS}", "date raised"),
        ("Modified: 11 days ago · 4 hours ago · May 3, 2025", "date updated"),
        ("Last update: 11 days ago · yesterday · just now", "date updated"),
        ("Last update: 11 days ago Ann wrote · yesterday Bo did", "comment"),
        ("Opened: 11 days ago · yesterday · 2h ago", "date raised"),
        ("Last updated: Monday", "extra"),
        ("Last update: Draft with the lawyers · Advert closes on Monday", "comment"),
        ("Date closed: Monday", "extra"),
        ("Date closed:", "date closed"),
        ("Date: Q2 23/24 · soon · Monday", "extra"),
        ("Date: Q2 23/24 · Q3 23/24 · soon · Mon · Tue", "date raised"),
        ("Date:", "date raised"),
        (f"By: {DAYS}", "timescale"),
        (f"To be done by: {DAYS}", "timescale"),
        ("By: 2030 · 2028 · 2032", "timescale"),
        ("By: 30 · 28 · 32", "extra"),
        ("Next steps / notes: Draft sent · Draft sent · Draft sent · Held · Held", "comment"),
        ("Next steps / notes: Draft it · Send it · Hold it · Sign it · Mend it", "action"),
        ("By: Ann Field", "owner"),
        ("Document no: D1 · D1 · D4", "extra"),
        ("Document no: D1 · D1 · D4 · D5", "ref"),
        ("Ref: D1 · D1 · D4", "ref"),
        ("Ombudsman ref: D1 · D1 · D4", "ref"),
        ("Work completed: Lamps were sent out to all · The pier has been mended now · Paint was bought", "comment"),
        ("Signed off: BH · BH · AK", "extra"),
        ("Members: nkirby · nkirby · osman_t", "owner"),
        ("Members: nkirby · open · osman_t", "extra"),
        ("By: see the note below", "extra"),
        ("Snarf: Ann Field", "extra"),
    ],
)
def test_what_cells_say_of_what_a_heading_proposes(column: str, field: str) -> None:
    assert draft(column).field == field


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (f"Update: {DAYS}", "date updated"),
        ("Update: 12 · 34", "extra"),
        ("Update: 25% · 50%", "status"),
        ("Update: 25% · 50%\nStatus: Open", "extra · status"),
        ("Update: Open · Closed", "status"),
        ("Update: Begun on Monday with the roof · Not yet begun at all", "comment"),
        ("Update: Gone · Gone\nStatus: Open", "comment · status"),
        ("Update: Gone · Gone", "status"),
        ("Update: On hold · Completed · On hold · On hold · Gone\nStatus: Open", "status · status"),
        ("Update: On hold · Completed · On hold · Gone\nStatus: Open", "comment · status"),
        ("Update: Waiting\nComments: Begun", "status · comment"),
        ("Update: Begun on Monday with the roof\nComments: Begun", "comment · comment"),
        ("Update:\nComments:", "status · comment"),
        ("Update:", "status"),
        ("Status: Open\nUpdate:", "status · comment"),
        ("Status: Open\nUpdate:\nComments:", "status · status · comment"),
        ("Q1 status: Open\nQ2 update: Gone · Gone", "status Q1 · status Q2"),
        ("Q2 status: Open\nQ2 update: Gone · Gone", "status Q2 · comment Q2"),
        ("Status: Open\nQ2 update: Gone · Gone", "status · status Q2"),
        ("Status: Open\nQ2 update:", "status · comment Q2"),
        ("Q1 status: Open\nQ2 update:", "status Q1 · status Q2"),
        ("Status: Open\nUpdate Feb 25: System upgrade awaited · Done", "status · comment Q4 2024"),
        ("Owner: Ann\nUpdate:\nOwner: Bo", "owner · status · owner"),
    ],
)
def test_what_an_update_is(columns: str, fields: str) -> None:
    assert summarise(resolve_updates(drafts_of(columns), DEFAULT_VOCABULARY)) == fields


@pytest.mark.parametrize(
    ("chosen", "fields"),
    [
        ({}, "ref · owner · status · comment"),
        ({Field.ACTION: 1}, "action · owner · status · comment"),
        ({Field.OWNER: 3}, "ref · extra · owner · comment"),
        ({Field.STATUS: 4}, "ref · owner · status · status"),
        ({Field.COMMENT: 3}, "ref · owner · comment · comment"),
    ],
)
def test_columns_settled_by_hand(chosen: dict[Field, int], fields: str) -> None:
    columns = drafts_of("Ref | Owner | Status | Comments")
    assert summarise(apply_choice(each, chosen) for each in columns) == fields


def test_a_column_settled_by_hand_needs_no_heading() -> None:
    sheet = Sheet("Plan", (("Action", None, "Due", None), ("Mend", "Ann", "Q1", "x")))
    headed = tuple(
        (sheet.cell(1, column), read_heading(text, APRIL_YEARS)) for column, text in ((1, "Action"), (3, "Due"))
    )
    added = add_chosen(sheet, Header(1, 1, headed), {Field.OWNER: 2, Field.ACTION: 1, Field.COMMENT: 4})
    assert [(cell.address, heading.key) for cell, heading in added] == [
        ("A1", "action"),
        ("B1", ""),
        ("C1", "due"),
        ("D1", ""),
    ]


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        ("Q1 status | Comments", "status Q1 · comment Q1"),
        ("Q1 status | Owner | Comments", "status Q1 · owner · comment Q1"),
        ("Q1 status | Comments | Notes", "status Q1 · comment Q1 · comment"),
        ("Q1 status | Q2 status | Comments", "status Q1 · status Q2 · comment"),
        ("Status | Q2 status | Comments", "status · status Q2 · comment Q2"),
        ("Q1 comments | Q2 status | Comments", "comment Q1 · status Q2 · comment Q2"),
        ("Q1 comments | Comments", "comment Q1 · comment"),
        ("Comments | Q1 status", "comment Q1 · status Q1"),
        ("Comments | Q1 status | Notes", "comment · status Q1 · comment Q1"),
        ("Q1 status | Q2 comments", "status Q1 · comment Q2"),
    ],
)
def test_comments_of_the_status_they_stand_beside(columns: str, fields: str) -> None:
    assert summarise(spread_quarters(drafts_of(columns))) == fields


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (f"Action: Mend it\nDate: {DAYS}", "action · timescale"),
        (f"Action: Mend it\nThe date: {DAYS}", "action · timescale"),
        (f"Date: {DAYS}\nAction: Mend it", "date raised · action"),
        (f"Action: Mend it\nDate: {DAYS}\nDate: {DAYS}", "action · date raised · date raised"),
        (f"Action: Mend it\nDate: {DAYS}\nDue: {DAYS}", "action · date raised · timescale"),
        (f"Action: Mend it\nDate: {DAYS}\nSnarf: {DAYS}", "action · date raised · extra"),
        (f"Action: Mend it\nDate: {DAYS}\nIssue: Rust", "action · date raised · extra"),
        (f"Mitigation: Mend it\nDate: {DAYS}", "extra · date raised"),
        ("Action: Mend it\nDate: 3 days ago · 2 weeks ago", "action · date raised"),
        (f"Item: 1 · 2 · 3\nAction: Mend it\nDate: {DAYS}", "ref · action · timescale"),
        ("Action: Mend it\nDate: 2026-03-01 · 2026-03-02 · 2026-03-03 · 2026-03-04", "action · date raised"),
        ("Action: Mend it\nDate: 2026-03-01 · 2026-03-02 · 2026-03-03", "action · timescale"),
        # Spans of days that follow on, beside tasks; the turns of a rota name its few duties again.
        (f"{TASKS}\nDate: 22/3 - 23/3 · 23/3 - 25/3 · 27/3 - 7/4", "action · timescale"),
        (f"{TASKS}\nDates: 3/22 - 3/23 · 3/23 - 3/25 · 3/27 - 4/7", "action · timescale"),
        (f"{TASKS}\nDate: Mar 3-7 · Mar 10-14 · Mar 17 - Apr 2", "action · timescale"),
        (f"Date: 22/3 - 23/3 · 23/3 - 25/3 · 27/3 - 7/4\n{TASKS}", "extra · action"),
        (f"{TASKS}\nDate: 22/3 - 23/3 · 2/4 - 3/4 · 9/4 - 10/4", "action · extra"),
        (f"{TASKS}\nDate: 22/3 - 23/3 · 19/3 - 20/3 · 10/3 - 12/3", "action · extra"),
        (f"{TASKS}\nDate: 22/3 · 23/3 · 27/3", "action · extra"),
        (f"{TASKS}\nDate: 1-2 · 3-4 · 5-6", "action · extra"),
        (f"{TASKS}\nDate: 41/3 - 42/3 · 42/3 - 43/3 · 43/3 - 44/3", "action · extra"),
        (f"{TASKS}\nDate: 08/09 - 09/10 · 09/10 - 10/10 · 11/10 - 12/10", "action · extra"),
        (f"{TASKS}\nDate: 22/3 - 23/3 · 23/3 - 25/3 · 27/3 - 7/4\nDue: {DAYS}", "action · extra · timescale"),
        ("Action: Sweep · Lock · Sweep\nDate: 1/4 - 7/4 · 8/4 - 14/4 · 15/4 - 21/4", "action · extra"),
        ("Recommendation: Mend it\nAction: Mend it\nDate: 2026-03-01", "recommendation · action · timescale"),
        ("Issue: It leaks\nAction: Mend it\nDate: 2026-03-01", "extra · action · date raised"),
        ("Action: Mend it\nDate: 2026-03-01 · 2026-03-04 · 2026-03-03 · 2026-03-02", "action · timescale"),
    ],
)
def test_a_date_that_says_no_more(columns: str, fields: str) -> None:
    assert summarise(place_bare_dates(drafts_of(columns), {})) == fields


@pytest.mark.parametrize(("heading", "date"), [("Task", "timescale"), ("Description", "date raised")])
def test_a_date_beside_a_column_that_is_of_actions_by_its_cells(heading: str, date: str) -> None:
    columns = choose_action_column(drafts_of(f"{heading}: Mend it · Light it\nDate: 2026-03-31 · 2026-03-30"), {})
    assert summarise(place_bare_dates(columns, {})) == f"action · {date}"


def test_the_words_that_say_which_date_a_column_has() -> None:
    newer = "revised current new updated amended changed latest forecast forecasted this extended extension"
    ahead = "due target deadline when plan planned required need needed expected estimated by scheduled forecast agreed committed targeted projected anticipated forecasted"
    closing = "completion resolution implementation closure end finish delivery remediation"
    for words, table, holds in (
        (newer, REVISED, is_current), (ahead, PLAIN_DUE, is_plainly_due), (closing, CLOSING, is_closing)
    ):  # fmt: skip
        assert set(words.split()) == table
        assert [word for word in words.split() if not holds(draft(f"{word} snarf"))] == []
        assert not holds(draft("Snarf date"))


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        ("Completed: x · x\nOn hold: x", "extra · extra"),
        ("Completed: x · x", "status"),
        ("Completed: Yes it is · No it is\nOn hold: x", "status · extra"),
        ("Completed: Ann · Ann\nOn hold: Bo · Bo", "status · extra"),
        ("Done: x · y\nStarted: x\nStatus: Open", "extra · extra · status"),
    ],
)
def test_statuses_that_have_a_column_each_to_be_marked_in(columns: str, fields: str) -> None:
    assert summarise(drop_marked(drafts_of(columns))) == fields


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        ("FY25 Q4 status | FY26 Q1 status", "status Q4 2024 · status Q1 2025"),
        ("FY25 Q4 status | FY25 Q3 status", "status Q4 · status Q3"),
        ("FY25 Q4 status | Q3 status", "status Q4 · status Q3"),
        (
            "FY25 Q4 status | FY26 Q1 status | Q2 status | Owner",
            "status Q4 2024 · status Q1 2025 · status Q2 · owner",
        ),
    ],
)
def test_quarters_of_years_named_by_one_number(columns: str, fields: str) -> None:
    assert summarise(date_fiscal_years(drafts_of(columns))) == fields


def test_columns_that_have_cells_and_no_heading() -> None:
    sheet = typed("| Action | | Owner | |\n| Mend it | R1 | Ann | |\n| Light it | R2 | Bo | | x |")
    header = header_at(sheet, 1, APRIL_YEARS)
    bare = draft_bare(sheet, header, 3)
    assert [(each.cell.address, each.reading.key, each.profile.texts, each.field) for each in bare] == [
        ("B1", "", ("R1", "R2"), Field.EXTRA)
    ]


def test_headings_that_stand_again_say_nothing_of_their_columns() -> None:
    rows = "| Mend it | Ann Lee | No due date | Open |", "| Light it | Bo Day | 2010/12 | Open |"
    head = "| Key action | Responsible | DueDate | Status |"
    plan = plan_from_sheets([typed("\n".join((head, rows[0], head, rows[1])))], Request("plan.xlsx"))
    assert fields(plan) == "A action · B owner · C timescale · D status"


def test_headings_that_name_a_part_each_over_its_refs() -> None:
    rows = [
        f"| {number} | {words} | Ann Lee | Q1 23/24 | | |"
        for number, words in (("1.1", "Mend it"), ("1.2", "Light it"))
    ]
    heads = [f"| {part} | Action | Responsibility | Timeline | Progress | Notes |" for part in ("Piers", "Lamps")]
    plan = plan_from_sheets(
        [typed("\n".join((heads[0], *rows, heads[1], rows[0].replace("1.1", "2.1"))))], Request("p.xlsx")
    )
    assert fields(plan) == "A ref · B action · C owner · D timescale · E status · F comment"
    assert [action.ref for action in plan.actions] == ["1.1", "1.2", "2.1"]


def test_a_date_settled_by_hand_stays() -> None:
    columns = drafts_of(f"Action: Mend it\nDate: {DAYS}")
    assert summarise(place_bare_dates(columns, {Field.RAISED: 2})) == "action · date raised"


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        ("Due date | Completion date", "timescale · date closed"),
        ("Target date | Resolution date", "timescale · date closed"),
        ("Due date | Revised completion date", "timescale · timescale"),
        ("Due date | Action date", "timescale · timescale"),
        ("Completion date | Resolution date", "timescale · timescale"),
        ("Planned date | Implementation date | Fix date", "timescale · date closed · timescale"),
        ("Due date | Target completion date", "timescale · timescale"),
        ("Deadline | Delivery", "timescale · extra"),
        ("Deadline | Closure | End | Finish", "timescale · date closed · date closed · date closed"),
    ],
)
def test_a_date_of_completion_beside_one_that_lies_ahead(columns: str, fields: str) -> None:
    assert summarise(split_closing_dates(drafts_of(columns))) == fields


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        ("Due date | Revised date", "original timescale · timescale"),
        ("Revised date | Due date | Deadline", "timescale · original timescale · timescale"),
        ("Due date | Deadline", "timescale · timescale"),
        ("Revised deadline | New deadline", "timescale · timescale"),
        ("Revised date | Current due date", "timescale · timescale"),
        ("Original date | Due date | Revised date", "original timescale · timescale · timescale"),
        ("Due date | Forecast date", "original timescale · timescale"),
        ("Due date | This deadline", "original timescale · timescale"),
    ],
)
def test_a_plain_date_beside_a_revised_one(columns: str, fields: str) -> None:
    assert summarise(split_original_dates(drafts_of(columns))) == fields


@pytest.mark.parametrize(
    ("heading", "degree"),
    [
        ("Risk owner", -1),
        ("Lead department", -1),
        ("Action owner", 1),
        ("Owner", 0),
        ("Lead Partner", -3),
        ("Outcome", -3),
        ("Highlight commentary", -2),
        ("Status", 1),
        ("RAG", 0),
        ("Done", -1),
        ("State", -1),
        ("Ref", 1),
        ("No", 0),
        ("Row", -1),
        ("Code", -1),
        ("Progress note", -1),
        ("Commentary", 1),
        ("Narrative", 0),
        ("Remark", -1),
        ("Agreed action", 1),
        ("Action", 0),
        ("Further action", -1),
        ("Action plan", -1),
        ("Due", 1),
        ("Target date", 0),
    ],
)
def test_how_plainly_a_heading_says_its_field(heading: str, degree: int) -> None:
    assert plainness(draft(heading)) == degree


DEGREES = {
    Field.OWNER: (
        "action responsible assigned mitigation response task",
        "risk project manager director accountable department directorate team resource program email",
    ),
    Field.STATUS: ("status", "complete completed closed done project stage state risk"),
    Field.REF: ("reference id action", "serial row line code"),
    Field.COMMENT: ("comment update progress commentary position", "note remark information additional"),
    Field.ACTION: ("agreed", "plan proposed recommended further"),
    Field.TIMESCALE: ("due deadline", "milestone"),
}


@pytest.mark.parametrize("field", DEGREES)
def test_every_word_that_makes_a_heading_plainer_or_less_plain(field: Field) -> None:
    plainer, less = map(str.split, DEGREES[field])
    assert (frozenset(plainer), frozenset(less)) == (PLAINER[field], LESS_PLAIN.get(field, frozenset()))
    columns = {
        word: replace(draft("Owner"), field=field, reading=Heading(f"snarf {word}")) for word in (*plainer, *less)
    }
    degrees = {word: plainness(column) for word, column in columns.items()}
    assert degrees == dict.fromkeys(plainer, 1) | dict.fromkeys(less, -1)


# Columns of one field, the fields that are kept, and the rivals: the one kept over the other.
CHOICES = [
    ("Owner: Ann\nRisk owner: Bo", "owner · extra", ""),
    ("Risk owner: Ann\nOwner: Bo", "extra · owner", ""),
    ("Risk owner:\nProject owner:", "owner · extra", "Risk owner over Project owner"),
    ("Owner: Ann\nLead: Bo", "owner · extra", "Owner over Lead"),
    ("Owner:\nLead: Bo", "extra · owner", "Lead over Owner"),
    ("Owner:\nRisk owner: Bo", "extra · owner", "Risk owner over Owner"),
    ("Owner: Ann\nLead: Bo\nOfficer: Cy", "owner · extra · extra", "Owner over Lead, Owner over Officer"),
    ("Status: Gone\nRAG: On hold", "extra · status", "RAG over Status"),
    ("RAG: On hold\nStatus: On hold", "extra · status", "Status over RAG"),
    ("Q1 status: Open\nQ2 status: Open", "status Q1 · status Q2", ""),
    ("Status May 2023: Open\nStatus June 2023: Open", "extra Q1 2023 · status Q1 2023", "Status June 2023 over Status May 2023"),
    ("Status June 2023: Open\nStatus May 2023: Open", "status Q1 2023 · extra Q1 2023", "Status June 2023 over Status May 2023"),
    ("Ref: 1 · 1 · 2\nNo: 1 · 2 · 3", "extra · ref", "No over Ref"),
    ("Ref: 1 · 2\nCurrent ref: 1 · 1", "ref · extra", "Ref over Current ref"),
    ("Remediation ID: 1 · 2\nFinding ID: 3 · 4", "ref · extra", ""),
    ("ID: 1 · 2\nFinding ID: 3 · 4", "ref · extra", ""),
    ("Finding ID: 1 · 2\nID: 3 · 4", "ref · extra", "Finding ID over ID"),
    ("Finding ID: 1 · 2\nFinding number: 3 · 4", "ref · extra", "Finding ID over Finding number"),
    # Beside codes a count of the rows is no ref.
    ("#: 1 · 2 · 3\nCode: RD-1 · RD-4 · QY-2", "extra · ref", ""),
    ("Code: RD-1 · RD-4 · QY-2\nNo: 1 · 2 · 3", "ref · extra", ""),
    ("#: 1 · 2 · 3\nCode: RD-1 · RD-1 · QY-2", "ref · extra", ""),
    ("#: 1 · 2 · 3\nCode: 14 · 12 · 19", "ref · extra", ""),
    ("#: 1 · 2 · 3 · 4\nCode: RD-1 · RD-4 · QY-2", "ref · extra", ""),
    ("#: 1 · 2 · 3\nInvoice ref: RD-1 · RD-4 · QY-2", "ref · extra", ""),
    ("#: 1 · 3 · 2\nCode: RD-1 · RD-4 · QY-2", "ref · extra", ""),
    ("Finding ID: 1 · 1\nRemediation ID: 3 · 4", "extra · ref", "Remediation ID over Finding ID"),
    ("Due: Q1 23/24\nDeadline: Q2 23/24", "timescale · extra", "Due over Deadline"),
    (f"Due date: {DAYS}\nUpdated completion date: {DAYS}", "extra · timescale", "Updated completion date over Due date"),
    (f"Planned finish: {DAYS}\nForecasted finish: {DAYS}", "extra · timescale", "Forecasted finish over Planned finish"),
    ("Due: Q1 23/24\nLatest deadline: Q2 23/24", "extra · timescale", "Latest deadline over Due"),
    ("Date needed: Q1 23/24\nDue date: Q2 23/24", "extra · timescale", "Due date over Date needed"),
    ("Due date: Q1 23/24\nDate needed: Q2 23/24", "timescale · extra", "Due date over Date needed"),
    ("Due date: Q1 23/24\nTarget: Q2 23/24 · Q2 23/24", "timescale · extra", "Due date over Target"),
    ("Due date: Q1 23/24\nTarget: Q2 23/24 · Q2 23/24 · Q2 23/24", "extra · timescale", "Target over Due date"),
    ("Target: Q1 23/24 · Q1 23/24 · Q1 23/24\nDeadline: Q2 23/24", "timescale · extra", "Target over Deadline"),
    ("Due: Q1 23/24 · Q1 23/24 · Q1 23/24\nRevised date: Q2 23/24", "extra · timescale", "Revised date over Due"),
    # A day is plainer than sentences with days in them, which may be of the steps on the way.
    (
        "Dates for completion: Ann asks for a price by 1 May 2026 and pays the ship · Bo reads it in May 2026 and then tells"
        f" all\nFinal completion date: {DAYS}",
        "extra · timescale",
        "Final completion date over Dates for completion",
    ),
    ("Revised date: Ann asks for a price by 1 May 2026 and pays the ship\nDue date: 2026-03-01", "timescale · extra", "Revised date over Due date"),
    ("Theme: Homes\nPillar: Roads", "theme · extra", ""),
    ("Snarf: a\nFoo: b", "extra · extra", ""),
    (f"Raised: {DAYS}\nDate opened: {DAYS}", "date raised · date raised", ""),
    ("Comments: Begun\nRemarks: Lit", "comment · extra", ""),
    # What is headed as a status over sentences is no better comment than what is headed as one.
    ("Status: The lamps are ordered and come in May\nNotes: Ask Bo", "extra · comment", "Notes over Status"),
    (
        "Status: The lamps are ordered and come in May · The pier is mended on one side · Nothing as yet\nNotes: Ask Bo",
        "comment · extra",
        "",
    ),
    ("Notes: Begun\nRemarks: Lit", "comment · extra", "Notes over Remarks"),
    ("Comments: Begun\nNarrative: Lit", "comment · extra", "Comments over Narrative"),
    ("% done: 50% · 75%\nStatus:", "extra · status", ""),
    ("Status:\n% done: 50% · 75%", "status · extra", ""),
    ("Agreed action: Mend\nAction: Light", "action · extra", "Agreed action over Action"),
    ("Agreed action: Mend\nAction: Light · Paint", "action · extra", "Agreed action over Action"),
    ("Agreed action: Mend\nAction: Light · Paint · Sell", "extra · action", "Action over Agreed action"),
    ("Action: Light · Paint · Sell\nAgreed action: Mend", "action · extra", "Action over Agreed action"),
]  # fmt: skip


@pytest.mark.parametrize(("columns", "fields", "rivals"), CHOICES)
def test_of_several_columns_the_one(columns: str, fields: str, rivals: str) -> None:
    kept, pairs = keep_one_of_each(drafts_of(columns), DEFAULT_VOCABULARY, {})
    assert summarise(kept) == fields
    assert ", ".join(f"{first.cell.text} over {second.cell.text}" for first, second in pairs) == rivals


@pytest.mark.parametrize(("column", "fields"), [(1, "owner · extra"), (2, "extra · owner")])
def test_of_several_columns_the_one_that_is_settled_by_hand(column: int, fields: str) -> None:
    for columns in ("Owner:\nLead: Bo", "Owner: Ann\nLead:"):
        kept, rivals = keep_one_of_each(drafts_of(columns), DEFAULT_VOCABULARY, {Field.OWNER: column})
        assert (summarise(kept), rivals) == (fields, [])


@pytest.mark.parametrize(
    ("column", "holds"),
    [
        ("Task:", True),
        ("Item:", True),
        ("Ref:", False),
        (f"Task: {DAYS}", False),
        ("Task: 12 · 13", False),
        ("Task: Buy it · Sell it · Buy it · Sell it · Buy it", False),
        ("Task: https://a.example", False),
        ("Name: Ann Field · Bo Lane", False),
        ("Name: Mend the pier · Light the quay", True),
        ("Issue: Rust · Old rust", True),
        ("Issue: Rust · Rot", False),
        ("Issue: Rust · Rot · Old rust", False),
        ("Task: Mend · Light", True),
        ("Task: Mend · Light · Mend", False),
        ("Task: Mend · Light · Ask · Tell · Buy · Sell · Hold · Dig · Fill · Fill", True),
    ],
)
def test_which_cells_could_be_actions(column: str, holds: bool) -> None:
    assert can_hold_actions(draft(column)) == holds


LONG = " ".join(["mend", *["word"] * 25])
STATEMENT = " ".join(["mend", *["word"] * 24])


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        ("Action: mend it\nTask: Light it", "action · extra"),
        ("Action: Ann Field · Bo Lane\nTask: Mend it · Light it", "owner · action"),
        ("Action: Ann Field · Bo Lane\nTask: Mend it · Light it\nOwner: Cy", "action · extra · owner"),
        ("Action: Ann Field · Bo Lane", "action"),
        ("Name: Mend it · Light it\nPerson: Ann · Bo", "action · owner"),
        ("Name: Pier · Quay\nPerson: Ann · Bo", "owner · owner"),
        ("Name: Mend it · Light it\nRisk: Rust in it · Rot in it", "owner · action"),
        ("Owner/Actions: Mend it · Light it\nRisk: Rust in it · Rot in it", "owner · action"),
        ("Issue: it leaks\nCA/PA: Mend it · Light it · Paint it", "extra · action"),
        ("Issue: it leaks\nCA/PA: Mend it · Light it", "action · extra"),
        ("Issue: it a · it b · it c · it d · it e · it f · it g\nCA/PA: Mend it · Light it · Paint it", "action · extra"),
        ("Issue: it a · it b · it c · it d · it e · it f\nCA/PA: Mend it · Light it · Paint it", "extra · action"),
        ("Issue: Mend it\nCA/PA: Mend it · Light it · Paint it", "action · extra"),
        ("Current mitigation: it is locked\nPlanned mitigation: Mend the pier", "extra · action"),
        ("Current mitigation: it is locked\nPlanned mitigation: the pier is mended", "action · extra"),
        ("Strategy: Mend it · Light it · Paint it", "action"),
        ("Evidence: Mend it · Light it · Paint it", "evidence"),
        ("Goal: Mend it · Light it · Paint it", "action"),
        ("Goal: Mend it · Light it · Paint it\nTask: Sell it", "theme · action"),
        ("Strategy: Mend it · Light it · Paint it\nIssue: it leaks now", "extra · action"),
        ("Task: it leaks\nCA/PA: Mend it · Light it · Paint it", "action · extra"),
        ("Foo: Ask it all · Buy it all · Cut it all\nCA/PA: Mend it · Light it · Paint it", "extra · extra"),
        ("Action: Ann Field · mend it\nTask: Mend it · Light it", "action · extra"),
        ("Issue: Rust it is\nTask: Mend it\nSummary: All of it", "extra · action · extra"),
        ("Issue: Rust it is · Rot it is\nTask: Mend it", "extra · action"),
        ("Issue: Rust it is · Rot it is · Woe it is\nTask: Mend it", "action · extra"),
        (f"Title: Mend it\nDescription: {LONG}", "action · extra"),
        (f"Title: Mend it\nDescription: {STATEMENT}", "action · extra"),
        ("Task name: Old pier · New quay · Sea wall\nIssue: Rust in it all · Rot in it · Woe in it", "action · extra"),
        ("Milestone: One it · One it · Two it\nTitle: Old pier · New quay · Sea wall", "extra · action"),
        ("Milestone: One it · Two it · Six it\nTitle: Old pier · New quay · Sea wall", "action · extra"),
        ("Task: Old pier · New quay · Sea wall\nNext step: Ask them · Tell them · Pay them", "action · extra"),
        ("Issue: Old pier · New quay · Sea wall\nNext step: ask them · Tell them · Pay them", "extra · action"),
        ("Task: Old pier · New quay\nDependency: Old pier\nOwner: Ann", "action · extra · owner"),
        (f"Title: Mend it · Mend it\nDescription: {STATEMENT} · it", "extra · action"),
        ("Title: Mend it\nDescription: it leaks when wet", "action · extra"),
        (f"Description: {LONG}", "action"),
        ("Task: Mend it · Light it · Paint it · Ask it\nAction: Sell the old pier · Buy new lamps\nOwner: Ann", "extra · action · owner"),
        ("Task: Mend it · Light it · Paint it · Ask it · Go now\nAction: Sell the old pier · Buy new lamps", "action · extra"),
        ("Name: Mend the pier\nDue: Q1 23/24", "owner · timescale"),
        ("Name: Mend the pier\nOwner: Ann", "action · owner"),
        ("Name: Pier Works Phase Two Stage One · Quay Works Phase Two Stage One\nOwner: Ann", "action · owner"),
        ("Response: Agreed · Mitigate · Agreed it\nRisk: Rust in the pier · Rot in the quay · Woe in it", "extra · action"),
        ("Response: Agreed · Mitigate\nRisk: Rust in the pier · Rot in the quay", "action · extra"),
        ("Response: Agreed · Mitigate · Agreed it\nRisk: Old rust · New rot · All woe", "action · extra"),
        ("Response: Mend it all · Mend it · Mend it now\nRisk: Rust in the pier · Rot in the quay · Woe in it", "action · extra"),
        ("Response: Agreed · Mitigate · Agreed it\nTask name: Mend the pier · Light the quay · Ask them", "extra · action"),
        ("Snarf: Mend the pier\nOwner: Ann\nDue: Q1 23/24\nStatus: Open", "action · owner · timescale · status"),
        ("Snarf: Mend the pier\nOwner: Ann\nDue: Q1 23/24\nStatus:", "extra · owner · timescale · status"),
        ("Snarf: Mend the pier\nDue: Q1 23/24\nStatus: Open", "extra · timescale · status"),
        ("Snarf: Mend the pier\nOwner: Ann\nStatus: Open", "extra · owner · status"),
        ("Snarf: Mend it\nOwner: Ann\nDue: Q1 23/24\nStatus: Open", "extra · owner · timescale · status"),
        ("Project: Mend the pier\nOwner: Ann\nDue: Q1 23/24\nStatus: Open", "extra · owner · timescale · status"),
        ("Customer: Mend the pier\nOwner: Ann\nDue: Q1 23/24\nStatus: Open", "extra · owner · timescale · status"),
        (": Mend the pier\nOwner: Ann\nDue: Q1 23/24\nStatus: Open", "extra · owner · timescale · status"),
        ("Snarf: Mend the pier\nFoo: Light the quay\nOwner: A\nDue: Q1 23/24\nStatus: Open", "extra · extra · owner · timescale · status"),
    ],
)  # fmt: skip
def test_which_column_holds_the_actions(columns: str, fields: str) -> None:
    assert summarise(choose_action_column(drafts_of(columns), {})) == fields


@pytest.mark.parametrize(
    ("columns", "chosen", "fields"),
    [
        ("Task: Mend it\nOwner: Ann", {Field.ACTION: 2}, "extra · owner"),
        ("Task: Mend it\nOwner: Ann", {Field.OWNER: 1}, "extra · owner"),
        ("Snarf: Mend the pier\nOwner: Ann\nDue: Q1 23/24\nStatus: Open", {Field.THEME: 1}, "extra · owner · timescale · status"),
    ],
)  # fmt: skip
def test_a_column_settled_by_hand_is_no_column_of_actions(columns: str, chosen: dict[Field, int], fields: str) -> None:
    assert summarise(choose_action_column(drafts_of(columns), chosen)) == fields


def test_what_a_layout_says_of_its_columns() -> None:
    uses = [HeadedColumn(Cell("Plan", 1, column), field) for column, field in enumerate((Field.REF, Field.ACTION), 2)]
    layout = TrackerLayout(Sheet("Plan", ()), 1, 1, 9, tuple(uses), (), range(2, 9), (range(4, 7),))
    assert (layout.column(Field.ACTION), layout.column(Field.OWNER)) == (3, None)
    assert layout.core == {Field.ACTION}


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("Wanted by: 2026-03-31 · 2026-04-30", Field.TIMESCALE),
        ("Wanted by: Ann · Bo", Field.EXTRA),
        ("Raised by: 2026-03-31 · 2026-04-30", Field.EXTRA),
        ("Needed by: before Tue 25 · before Thu 27 · Friday morning", Field.TIMESCALE),
        ("Needed by: Crew · Cook · Clerk", Field.EXTRA),
        # A target may be a stage of the project, or what is to be reached.
        ("Target: Phase A Day 1 · Phase A · Phase C", Field.TIMESCALE),
        ("Target: Sprint 3 · Sprint 4 · Backlog · Sprint 4", Field.TIMESCALE),
        ("Needed by: Gate A · Gate B · Gateway 2", Field.TIMESCALE),
        ("Needed by: Gates are shut · Gatekeepers · Gate crew", Field.EXTRA),
        ("Target: All staff · No faults · Two weeks saved", Field.EXTRA),
        ("Target: Phase in all · Stage plays · Release all", Field.EXTRA),
        # Who did it, or by when it is to be done.
        ("Completed by: July 2018 · March 2018", Field.TIMESCALE),
        ("Completed by: Ann Field · Bo Lane", Field.EXTRA),
        ("Closed by: July 2018 · March 2018", Field.TIMESCALE),
        # Who it is, to be confirmed, is no day to be confirmed.
        ("Action by: Head Teacher · Clerk (tbc) · Equality Governor (tbc)", Field.OWNER),
        ("Action by: Chair by June 2025 · Clerk by 3 May 2025 · tbc", Field.TIMESCALE),
        ("To be done by: June · May · July", Field.TIMESCALE),
        ("Due month: 1 · 12 · 36", Field.TIMESCALE),
        ("Due month: 1.5 · 12 · 36", Field.EXTRA),
        ("Due month: 1 · 12 · 360", Field.EXTRA),
        ("End: M1 · M12 · M36", Field.TIMESCALE),
        ("End: 1 · 12 · 36", Field.EXTRA),
        ("To be arranged by: Ann Field · Bo Lane", Field.OWNER),
        ("To be arranged by: 2026-03-31 · 2026-04-30", Field.TIMESCALE),
        ("Work package number: 1 · 1 · 1 · 2", Field.EXTRA),
        ("Work package number: 1 · 2 · 3 · 4", Field.REF),
        ("Staff position: Office Manager · Clerk", Field.OWNER),
        ("Milestones: Spring Term 2018 · By March 2018 · April 2018", Field.TIMESCALE),
        ("Key milestone: 2026-03-31 · 2026-04-30", Field.TIMESCALE),
        ("Milestones and dates: Draft Oct 25; final Feb 26 · March 2026 · Survey Nov 25", Field.TIMESCALE),
        ("Milestones: Choose the lamps · Order them · Light the pier", Field.EXTRA),
        ("Milestones: Back end model · Front end page · Bypass of the quay", Field.EXTRA),
        ("Milestones: End March · End of Lent · By the vote", Field.TIMESCALE),
        # How long something takes is no day on which it is done.
        ("Time to complete: 2 hours · 3 days · 1 hour", Field.EXTRA),
        ("Time to complete: March 2026, once it is dry · The wood comes in 2025 · Ongoing", Field.TIMESCALE),
        # Lists of who acts and who helps are long, and name people all the same.
        (
            "Responsibility: Parks: Supported by Roads / Schools / Health Board / Sports Clubs / Youth Council / Trust "
            "· Ferry / Trust",
            Field.OWNER,
        ),
        (
            "Responsibility: The quay was swept by all of the crew; then it was painted in blue · All of it is let to "
            "the trust, and none of it is for sale",
            Field.EXTRA,
        ),
    ],
)
def test_what_a_column_is_by_its_heading_and_its_cells(column: str, field: Field) -> None:
    assert draft(column).field is field
