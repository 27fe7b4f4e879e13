"""What each rule says, to the letter, and where it begins and ends to say it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from peerxl import read_plan
from peerxl.checks import CHECKS, check_plan
from peerxl.model.fiscal import FiscalQuarter, SingleYear, YearConvention
from peerxl.model.settings import Settings
from peerxl.model.status import DEFAULT_VOCABULARY, Status, Vocabulary
from tests.checks.test_rules import QUARTER, settings_for, tables
from tests.conftest import plan_from_text

RULES = {rule.code: rule for rule in CHECKS}
SETTLE_IT = "say on a Statuses sheet whether it is open or closed"
WORDS = ", ".join(DEFAULT_VOCABULARY.words)
MARK_LEAD = "mark who leads with “(lead)”, or head the column “Lead officer”."
LATE = "is it finished, or what is the new date and why?"

# Of the row that fails in each rule's text: its cells, the ref, the sentence, the suggestion.
FINDINGS = {
    "timescale-before-plan": (
        "D3",
        "2",
        "The timescale 'Q1 22/23' ends a year before those beside it; is the year right?",
        "Q1 23/24",
    ),
    "timescale-unreadable": (
        "D2",
        "1",
        "The timescale 'Q3 22/24' cannot be read (The years “22/24” do not follow each other); write it as a quarter or "
        "a date.",
        "",
    ),
    "ref-duplicate": ("A2 A3", "1", "2 actions have the ref '1'; give all but the first a ref of their own.", ""),
    "status-unknown": (
        "E2",
        "",
        f"'Sliding' is not known; {SETTLE_IT}, or use one of {WORDS}.",
        "",
    ),
    "cell-error": ("C2", "", "The cell shows the error #REF!; open the workbook in Excel, put it right and save.", ""),
    "action-overdue": ("D2", "1", f"The action was due in Q4 2022/23 and is in progress; {LATE}", ""),
    "action-due": ("D2", "1", f"The action is due in Q1 2023/24 and is in progress; {LATE}", ""),
    "status-missing": ("E2", "1", "No status for Q1 2023/24; ask AD Estates.", ""),
    "status-by-colour": ("E2", "", "The status is given by a colour alone (00FF00); write the status word in.", ""),
    "status-no-column": ("", "", "The plan has no status column; add one, headed Status.", ""),
    "answers-nowhere": (
        "",
        "",
        "There is no column for the comment of Q1 2023/24, so that is not asked; add a column headed “Q1 2023/24 "
        "comments”.",
        "",
    ),
    "owner-missing": ("C2", "1", "The action has no owner; name one, so that somebody can be asked.", ""),
    "owner-unknown": (
        "C2",
        "",
        "'AD Coast' is not on the Owners sheet; add them there, or correct the name.",
        "",
    ),
    "status-spelling": (
        "E2",
        "",
        "'IN PROGRESS' is another spelling of 'In progress'; write that.",
        "In progress",
    ),
    "personal-data": (
        "F2",
        "1",
        "The cell holds an email address and a telephone number; take it out before this is published.",
        "",
    ),
    "markup-in-cell": (
        "B2",
        "",
        "The words have web page marks in them, such as <p> or &amp;; delete the marks.",
        "",
    ),
    "text-cut": ("F2", "1", "The text is as long as a cell can be and was most likely cut off; shorten it.", ""),
    "text-broken": ("F2", "1", "The text has broken characters in it ('â€™'); type them anew.", ""),
    "status-contradicts-comment": (
        "E2 F2",
        "1",
        "The status is 'Completed' and the comment says 'This is an ongoing process'; put right the one that is wrong.",
        "",
    ),
    "status-contradicts-timescale": (
        "E2 D2",
        "1",
        "The status is 'Completed' and the timescale is 'Q1 23/24 - ongoing', which has no end; say when it ended, or "
        "that it goes on.",
        "",
    ),
    "status-backwards": (
        "G2 E2",
        "1",
        "The status was 'Completed' in Q4 2022/23 and is 'In progress' in Q1 2023/24; say why.",
        "",
    ),
    "status-in-action": ("B2", "1", "The action says '[CLOSED]' in its text; move it to the status column.", ""),
    "status-in-timescale": (
        "D2",
        "1",
        "The timescale says 'Complete'; keep the date there and move the status to its own column.",
        "",
    ),
    "completed-without-evidence": (
        "E2 F2",
        "1",
        "The action is completed with neither evidence nor a comment; say what shows it.",
        "",
    ),
    "comment-repeated": (
        "H2 F2",
        "1",
        "The comment is word for word the last one; what has changed since?",
        "",
    ),
    "action-open-ended": (
        "D2",
        "1",
        "The action has gone on since Q1 2022/23 and has no end; set a date to finish it or to review it.",
        "",
    ),
    "action-several": ("B2", "1", "2 actions stand in one cell; give each a row of its own.", ""),
    "timescale-several-milestones": (
        "D2",
        "1",
        "2 milestones stand in one cell; the action counts as due in Q4 2023/24; give each milestone a row of its own.",
        "",
    ),
    "timescale-uncertain": (
        "D2",
        "1",
        "The timescale 'Q2 2023' names a quarter with one year, which is read as the fiscal year that starts in it, so "
        "it counts as due by 30 September 2023; write Fiscal or Calendar beside “Q1 2023 means” on a Settings sheet.",
        "",
    ),
    "timescale-redated": (
        "D2 E2",
        "1",
        "The action has had 3 dates (31/05/2023, 30/09/2023, 01/12/2023); say what will make the last one hold.",
        "",
    ),
    "timescale-last-year": (
        "D2",
        "1",
        "The action is not started and its date, March 2023, is past; was the year after meant?",
        "March 2024",
    ),
    "timescale-missing": ("D2", "1", "The timescale says 'TBC'; agree one with the owner.", ""),
    "timescale-no-column": (
        "",
        "",
        "The plan has no timescale column; add one, headed Timescale, so that late actions can be seen.",
        "",
    ),
    "owner-joint": (
        "C2",
        "",
        f"The cell names several owners and no lead, so the first is taken to be it; {MARK_LEAD}",
        "",
    ),
    "owner-near-duplicate": (
        "C2 C3",
        "",
        "'Hester Dunmore' and 'Hester Dunmor' look like one owner; write both alike.",
        "Hester Dunmore",
    ),
    "ref-missing": (
        "",
        "",
        "The plan has no refs; add a Ref column, so that each action can be named and its answers matched.",
        "",
    ),
}


@pytest.mark.parametrize("code", RULES)
def test_what_a_rule_says_of_the_row_that_fails(code: str) -> None:
    words, table = next((words, table) for words, table in tables(RULES[code]).items() if words.startswith("fails"))
    plan = plan_from_text(table, QUARTER, settings_for(words), "00FF00" if "green cells" in words else "")
    assert [
        (" ".join(finding.addresses), finding.ref, finding.message, finding.suggestion)
        for finding in RULES[code].check(plan, QUARTER)
    ] == [FINDINGS[code]]


HEADINGS = "| Ref | Action | Officer | Timescale | Q1 2023/24 update | Comments |"
TWO = "| Ref | Action | Officer | Due | Q4 22/23 | Comments | Q1 23/24 | Comments |"
REDATED = "| Ref | Action | Officer | Original due | Revised due | Q1 23/24 | Comments |"


def find(code: str, rows: str, headings: str = HEADINGS, settings: Settings | None = None) -> list[tuple[str, str]]:
    """The cells and the sentence of each of a rule's findings."""
    plan = plan_from_text(f"{headings}\n{rows}", QUARTER, settings)
    return [(" ".join(finding.addresses), finding.message) for finding in RULES[code].check(plan, QUARTER)]


def cells(code: str, rows: str, headings: str = HEADINGS, settings: Settings | None = None) -> list[str]:
    return [addresses for addresses, _ in find(code, rows, headings, settings)]


# Rows on both sides of where a rule begins to speak, with the cells it names.
BOUNDS: tuple[tuple[str, str, str, list[str]], ...] = (
    ("action-open-ended", HEADINGS, "| 1 | Mend pier | AD Coast | Q2 22/23 - ongoing | Ongoing | Wood |", []),
    ("action-open-ended", HEADINGS, "| 1 | Mend pier | AD Coast | Q1 22/23 - ongoing | Completed | Wood |", []),
    ("timescale-last-year", HEADINGS, "| 1 | Mend pier | AD Coast | June 2022 | Not started | Wood |", ["D2"]),
    ("timescale-last-year", HEADINGS, "| 1 | Mend pier | AD Coast | March 2022 | Not started | Wood |", []),
    ("timescale-last-year", HEADINGS, "| 1 | Mend pier | AD Coast | May 2023 | Not started | Wood |", []),
    ("timescale-last-year", HEADINGS, "| 1 | Mend pier | AD Coast | March 2023 | In progress | Wood |", []),
    ("timescale-redated", REDATED, "| 1 | Mend pier | AD Coast | May 2023 | May 2023 1.12.23 | In progress | W |", []),
    ("timescale-redated", REDATED, "| 1 | Mend pier | AD Coast | | 30.9.23 1.12.23 1.1.24 | In progress | W |", ["D2 E2"]),
    ("timescale-redated", HEADINGS, "| 1 | Mend pier | AD Coast | 30.9.23 1.12.23 1.1.24 | In progress | W |", []),
    ("status-backwards", TWO, "| 1 | Mend | AD Coast | 23/24 | In progress | W | Not started | W |", ["G2 E2"]),
    ("status-backwards", TWO, "| 1 | Mend | AD Coast | 23/24 | Not started | W | Not started | W |", []),
    ("status-backwards", TWO, "| 1 | Mend | AD Coast | 23/24 | Completed | W | Superseded | W |", []),
    ("status-backwards", TWO, "| 1 | Mend | AD Coast | 23/24 | In progress | W | Completed | W |", []),
    ("completed-without-evidence", TWO, "| 1 | Mend | AD Coast | 23/24 | Completed | Done | Completed | |", []),
    ("completed-without-evidence", TWO, "| 1 | Mend | AD Coast | 23/24 | Ongoing | Wood | Completed | |", ["G2 H2"]),
    ("completed-without-evidence", TWO, "| 1 | Mend | AD Coast | 23/24 | Completed | | | |", ["E2 F2"]),
    ("completed-without-evidence", TWO, "| 1 | Mend | AD Coast | 23/24 | | | | |", []),
    ("completed-without-evidence", TWO, "| 1 | Mend | AD Coast | 23/24 | Sliding | | | |", []),
    ("comment-repeated", TWO, "| 1 | Mend | AD Coast | 23/24 | Ongoing | Wood  is IN | Ongoing | wood is in |", ["H2 F2"]),
    ("comment-repeated", TWO, "| 1 | Mend | AD Coast | 23/24 | Ongoing | Wood | Completed | Wood |", []),
    ("action-several", HEADINGS, r"| 1 | a) Repair the pier | AD Coast | Q2 23/24 | In progress | W |", []),
    ("action-several", HEADINGS, r"| 1 | 1. Mend\n2. Light\n3. Paint | AD Coast | Q2 23/24 | In progress | W |", ["B2"]),
    ("action-several", HEADINGS, r"| 1 | a) Mend\nb) Light | AD Coast | Q2 23/24 | Completed | W |", []),
    ("status-missing", HEADINGS, "| 1 | Mend pier | AD Coast | Q2 23/24 | TBC | W |", ["E2"]),
    ("status-missing", TWO, "| 1 | Mend | AD Coast | 23/24 | Completed | W | | W |", []),
    ("status-unknown", HEADINGS, "| 1 | Mend pier | AD Coast | Q2 23/24 | Completed? | W |", ["E2"]),
    ("status-unknown", HEADINGS, "| 1 | Mend pier | AD Coast | Q2 23/24 | #REF! | W |", []),
    ("status-spelling", HEADINGS, "| 1 | Mend pier | AD Coast | Q2 23/24 | Completed | W |", []),
    ("status-in-action", HEADINGS, "| 1 | Mend pier (COMPLETED) | AD Coast | Q2 23/24 | Ongoing | W |", ["B2"]),
    ("status-in-action", HEADINGS, "| 1 | Status: on hold. Mend pier | AD Coast | Q2 23/24 | Ongoing | W |", ["B2"]),
    ("status-in-action", HEADINGS, "| 1 | Mend [PIER] | AD Coast | Q2 23/24 | Ongoing | W |", []),
    ("status-in-timescale", HEADINGS, "| 1 | Mend pier | AD Coast | Q1 23/24 completed | Completed | W |", ["D2"]),
    ("status-in-timescale", HEADINGS, "| 1 | Mend pier | AD Coast | Q1 23/24 ongoing | Ongoing | W |", []),
    ("status-contradicts-comment", HEADINGS, "| 1 | Mend pier | AD Coast | 23/24 | Ongoing | Completed in May |", ["E2 F2"]),
    ("status-contradicts-comment", HEADINGS, "| 1 | Mend pier | AD Coast | 23/24 | | Completed in May |", []),
    ("status-contradicts-timescale", HEADINGS, "| 1 | Mend pier | AD Coast | Q1 23/24 onwards | Ongoing | W |", []),
    ("owner-near-duplicate", HEADINGS, "| 1 | Mend | AD IT | 23/24 | Ongoing | W |\n| 2 | Light | AD IR | 23/24 | Ongoing | W |", []),
    ("owner-near-duplicate", HEADINGS, "| 1 | Mend | Area manager 1 | 23/24 | Ongoing | W |\n| 2 | Light | Area manager 2 | 23/24 | Ongoing | W |", []),
    ("owner-near-duplicate", HEADINGS, "| 1 | Mend | Ann Leeds | 23/24 | Ongoing | W |\n| 2 | Light | Anne Leeds | 23/24 | Ongoing | W |", ["C2 C3"]),
    ("owner-near-duplicate", HEADINGS, "| 1 | Mend | Ann Led | 23/24 | Ongoing | W |\n| 2 | Light | Anne Led | 23/24 | Ongoing | W |", []),
    ("owner-joint", HEADINGS, "| 1 | Mend pier | AD Coast (lead), AD Roads | Q2 23/24 | Ongoing | W |", []),
    ("owner-joint", HEADINGS, "| 1 | Mend pier | AD Coast with support from AD Roads | Q2 23/24 | Ongoing | W |", []),
    ("owner-missing", HEADINGS, "| 1 | Mend pier | | Q2 23/24 | Completed | W |", []),
    ("ref-missing", HEADINGS, "| 1 | Mend pier | AD Coast | 23/24 | Ongoing | W |\n| | Light pier | AD Coast | 23/24 | Ongoing | W |", ["B3"]),
    ("ref-duplicate", HEADINGS, "| a1 | Mend pier | AD Coast | 23/24 | Ongoing | W |\n| A1 | Light pier | AD Coast | 23/24 | Ongoing | W |", ["A2 A3"]),
    ("personal-data", HEADINGS, "| 1 | Ask ann.lee@harbour.example | AD Coast | 23/24 | Ongoing | W |", ["B2"]),
    ("text-cut", HEADINGS, "| 1 | Mend pier | AD Coast | 23/24 | Ongoing | x*32766 |", []),
    ("action-due", HEADINGS, "| 1 | Mend pier | AD Coast | Q2 23/24 | Ongoing | W |", []),
    ("action-overdue", HEADINGS, "| 1 | Mend pier | AD Coast | Q1 23/24 | Ongoing | W |", []),
)  # fmt: skip


@pytest.mark.parametrize(("code", "headings", "rows", "named"), BOUNDS)
def test_where_a_rule_begins_to_speak(code: str, headings: str, rows: str, named: list[str]) -> None:
    assert cells(code, rows, headings) == named


def test_one_fault_in_several_cells_is_one_finding() -> None:
    rows = "\n".join(
        f"| {number} | Mend pier {number} | {owner} | {due} | {status} | W |"
        for number, (owner, due, status) in enumerate(
            (
                ("AD Coast/ AD Roads", "TBC", "IN PROGRESS"),
                ("AD Roads/ AD Coast", "TBC", "IN PROGRESS"),
                ("AD Coast", "23/24", "In progress"),
            ),
            1,
        )
    )
    assert find("status-spelling", rows) == [
        ("E2 E3", "'IN PROGRESS' is another spelling of 'In progress'; write that.")
    ]
    assert find("timescale-missing", rows) == [("D2 D3", "The timescale says 'TBC'; agree one with the owner.")]
    assert find("owner-joint", rows) == [
        ("C2 C3", f"2 cells name several owners and no lead, so the first is taken to be it; {MARK_LEAD}")
    ]


@pytest.mark.parametrize(
    ("cell", "also"),
    [
        ("Roads & IT", ", or list 'Roads & IT' on an Owners sheet as one"),
        ("Roads / Bridges", ", or list 'Roads / Bridges' on an Owners sheet as one"),
        ("Roads, Bridges / Piers", ""),
        ("Roads; IT", ""),
        ("AD Roads / Bridges", ""),
        ("Roads / Ann Lee", ""),
    ],
)
def test_what_may_be_one_owner_may_be_listed_so(cell: str, also: str) -> None:
    rows = f"| 1 | Mend pier | {cell} | Q2 23/24 | Ongoing | W |"
    ways = f"mark who leads with “(lead)”, {'' if also else 'or '}head the column “Lead officer”{also}."
    message = f"The cell names several owners and no lead, so the first is taken to be it; {ways}"
    assert find("owner-joint", rows) == [("C2", message)]


@pytest.mark.parametrize(
    ("cell", "is_doubtful"),
    [
        ("Roads / Bridges", True),
        ("Head of Piers, CWG", True),
        ("Director, CWG, DHS", True),
        ("Head of Piers, CEO", False),
        ("Head of Piers; CWG", False),
        ("AD Coast / AD Roads", False),
        ("CB/DK", False),
    ],
)
def test_owners_that_may_be_one_are_told_of_beneath_a_heading_of_leads_too(cell: str, is_doubtful: bool) -> None:
    row = f"| 1 | Mend pier | {cell} | Q2 23/24 | Ongoing | W |"
    message = (
        "The cell was read as several owners and may name one; put semicolons between several, or list "
        f"{cell!r} on an Owners sheet as one."
    )
    found = find("owner-joint", row, HEADINGS.replace("Officer", "Lead officer"))
    assert found == ([("C2", message)] if is_doubtful else [])


def test_timescales_that_count_from_a_day_that_nothing_says_are_one_finding() -> None:
    first, second, third = (
        f"| {ref} | Mend pier | AD Coast | {when} | Ongoing | W |"
        for ref, when in (
            (1, "Months 1-2"),
            (2, "Within 6 months"),
            (3, "Months 1-2"),
        )
    )
    rows = f"{first}\n{third}"
    said = "The timescale says 'Months 1-2', which names no day, so nobody sees when it is late; write a quarter or a date."
    assert find("timescale-missing", rows) == [("D2 D3", said)]
    said = "2 timescales name no day, so nobody sees when they are late; write a quarter or a date."
    assert find("timescale-missing", f"{first}\n{second}") == [("D2 D3", said)]


@pytest.mark.parametrize(
    ("code", "rows", "message"),
    [
        ("status-spelling", "| 1 | Mend | AD Coast | 23/24 | ␣Completed | W |", "'Completed' (with a space before or after it) is another spelling of 'Completed'; write that."),
        ("status-unknown", "| 1 | Mend | AD Coast | 23/24 | Green | W |\n| 2 | Mend | AD Coast | 23/24 | Ongoing | W |", "'Green' is a colour, which counts as one thing here and another there; say on a Statuses sheet what it counts as, or use words."),
        ("action-due", "| 1 | Mend | AD Coast | Q1 23/24 | | W |", f"The action is due in Q1 2023/24 and has no status that can be read; {LATE}"),
        ("status-missing", "| 1 | Mend | AD Coast/ AD Roads | 23/24 | | W |", "No status for Q1 2023/24; ask AD Coast and AD Roads."),
        ("status-missing", "| 1 | Mend | | 23/24 | | W |", "No status for Q1 2023/24, and nobody is named to ask; name an owner."),
        ("timescale-missing", "| 1 | Mend | AD Coast | | Ongoing | W |", "The timescale is blank; agree one with the owner."),
        ("timescale-missing", "| 1 | Mend | | TBC | Ongoing | W |", "The timescale says 'TBC', and nobody is named to agree one with; name an owner."),
        ("ref-missing", "| | Mend | AD Coast | 23/24 | Ongoing | W |\n| 2 | Light | AD Coast | 23/24 | Ongoing | W |", "This action has no ref; give it the next free one."),
        ("personal-data", "| 1 | Mend | AD Coast | 23/24 | Ongoing | Ring 01632 960123 |", "The cell holds a telephone number; take it out before this is published."),
        ("cell-error", "| 1 | Mend | AD Coast | 23/24 | Ongoing | #UNCALCULATED |", "The cell holds a formula without its result; open the workbook in Excel, put it right and save."),
        ("timescale-several-milestones", "| 1 | Mend | AD Coast | from April 2024; from May 2025 | Ongoing | W |", "2 milestones stand in one cell; the action counts as due in none of them; give each milestone a row of its own."),
        ("timescale-uncertain", "| 1 | Mend | AD Coast | Q2 2023 | Ongoing | W |\n| 2 | Mend | AD Coast | Q3 2023 | Ongoing | W |", "Each of 2 timescales names a quarter with one year, which is read as the fiscal year that starts in it, so 'Q2 2023' counts as due by 30 September 2023; write Fiscal or Calendar beside “Q1 2023 means” on a Settings sheet."),
        ("timescale-uncertain", "| 1 | Mend | AD Coast | 2022 to 2024 | Ongoing | W |", "The timescale '2022 to 2024' names two years, of which the last is read as the end of a fiscal year, so it counts as due by 31 March 2024; write the month or the quarter it ends in."),
        ("timescale-uncertain", "| 1 | Mend | AD Coast | March 2024 (TBC) | Ongoing | W |", "The timescale 'March 2024 (TBC)' is marked as to be confirmed, and is taken all the same, so it counts as due by 31 March 2024; confirm it with the owner, or agree another."),
        ("timescale-uncertain", "| 1 | Mend | AD Coast | March 2024? | Ongoing | W |", "The timescale 'March 2024?' is marked as not sure, with a question mark or a word such as “provisional”, and is taken all the same, so it counts as due by 31 March 2024; confirm it with the owner, or agree another."),
        ("timescale-uncertain", "| 1 | Mend | AD Coast | March 2024 subject to funding | Ongoing | W |", "The timescale 'March 2024 subject to funding' hangs on something else, as with “subject to” or “dependent on”, and is taken all the same, so it counts as due by 31 March 2024; confirm it with the owner, or agree another."),
        ("timescale-uncertain", "| 1 | Mend | AD Coast | Monday 2 January 2024 | Ongoing | W |", "The timescale 'Monday 2 January 2024' names a day of the week on which its date does not fall, and the date is taken, so it counts as due by 2 January 2024; correct whichever of them is wrong."),
    ],
)  # fmt: skip
def test_what_is_said(code: str, rows: str, message: str) -> None:
    assert [words for _, words in find(code, rows)] == [message]


@pytest.mark.parametrize("meaning", SingleYear)
def test_a_quarter_with_one_year_is_certain_where_the_plan_says_what_it_means(meaning: SingleYear) -> None:
    rows = "| 1 | Mend | AD Coast | Q3 2025 | Ongoing | W |"
    assert [where for where, _ in find("timescale-uncertain", rows)] == ["D2"]
    assert find("timescale-uncertain", rows, settings=Settings(years=YearConvention(single_year=meaning))) == []


def test_years_that_begin_in_january_end_alike_for_all() -> None:
    years = Settings(years=YearConvention(first_month=1))
    assert find("timescale-uncertain", "| 1 | Mend | AD Coast | 2022 to 2024 | Ongoing | W |", settings=years) == []


@pytest.mark.parametrize("rows", [
    "| 1 | Mend | AD Coast | Q3 2025 | Completed | W |",  # no longer due
    "| 1 | Mend | AD Coast | From Q3 2025, ongoing | Ongoing | W |",  # never due
    "| 1 | Mend | AD Coast | Autumn 2025 | Ongoing | W |",
])  # fmt: skip
def test_what_is_due_by_no_day_or_by_one_that_people_share_is_not_uncertain(rows: str) -> None:
    assert find("timescale-uncertain", rows) == []


@pytest.mark.parametrize(
    ("headings", "code", "message"),
    [
        ("| Ref | Action | Officer | Timescale | Comments |", "status-no-column", "The plan has no status column; add one, headed Status."),
        ("| Ref | Action | Timescale | Status | Comments |", "owner-missing", "The plan has no owner column; add one, headed Owner, so that somebody can be asked."),
    ],
)  # fmt: skip
def test_a_column_that_is_absent_is_one_finding_for_the_plan(headings: str, code: str, message: str) -> None:
    rows = "| 1 | Mend | 23/24 | Ongoing | W |\n| 2 | Light | 23/24 | Ongoing | W |"
    assert find(code, rows, headings) == [("", message)]


def test_a_line_that_says_whose_the_rows_are_stands_for_the_owner_column() -> None:
    headings = "| Ref | Action | Timescale | Status | Comments |"
    rows = "| 1 | Light | 23/24 | Ongoing | W |\n| Owner: AD Coast | | | | |\n| 2 | Mend it | 23/24 | Ongoing | W |"
    sentence = "The action has no owner; name one, so that somebody can be asked."
    assert find("owner-missing", rows, headings) == [("B2", sentence)]


@pytest.mark.parametrize(
    ("due", "suggestion"),
    [
        ("Q1 22/23", "Q1 23/24"),
        ("Q3 21/22", "Q3 23/24"),
        ("June 2022", ""),
        ("Q1 21/22 Q1 22/23", ""),
        ("a. Q1 22/23 b. Q1 22/23", ""),
    ],
)
def test_the_year_that_was_most_likely_meant(due: str, suggestion: str) -> None:
    start = "\n".join(f"| {number} | Paint {number} | AD Coast | Q4 22/23 | Completed | W |" for number in (1, 2))
    settings = Settings(plan_starts=FiscalQuarter(2022, 4))
    plan = plan_from_text(f"{HEADINGS}\n{start}\n| 3 | Light | AD Coast | {due} | Completed | W |", QUARTER, settings)
    findings = list(RULES["timescale-before-plan"].check(plan, QUARTER))
    assert [(finding.addresses, finding.suggestion) for finding in findings] == [(("D4",), suggestion)]


def test_a_word_of_the_statuses_sheet_that_nobody_settled() -> None:
    settings = Settings(vocabulary=Vocabulary((Status("Done", False), Status("Doing", True)), unsettled=("Sliding",)))
    rows = "| 1 | Mend | AD Coast | 23/24 | sliding | W |\n| 2 | Light | AD Coast | 23/24 | Doin | W |"
    assert find("status-unknown", rows, settings=settings) == [
        ("E2", "'sliding' is not known; say on a Statuses sheet whether it is open or closed."),
        ("E3", "'Doin' is not known; say on a Statuses sheet whether it is open or closed, or use one of Done, Doing."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Complted", "Completed"),
        ("In progres", "In progress"),
        ("Hols", "On hold"),
        ("Dona", ""),
        ("Compost", ""),
        ("Red", ""),
    ],
)
def test_the_nearest_word_is_suggested_and_no_other(text: str, suggestion: str) -> None:
    rows = f"| 1 | Mend | AD Coast | 23/24 | {text} | W |\n| 2 | Light | AD Coast | 23/24 | Ongoing | W |"
    plan = plan_from_text(f"{HEADINGS}\n{rows}", QUARTER)
    assert [finding.suggestion for finding in RULES["status-unknown"].check(plan, QUARTER)] == [suggestion]


def test_all_findings_of_a_plan_stand_in_the_order_of_their_weight() -> None:
    rows = "| 1 | Mend | TBC | Q3 22/24 | IN PROGRESS | W |\n| 1 | Light | AD Coast | Q4 22/23 | Ongoing | W |"
    plan = plan_from_text(f"{HEADINGS}\n{rows}", QUARTER)
    assert [(str(finding.severity), finding.code) for finding in check_plan(plan)] == [
        ("error", "timescale-unreadable"),
        ("error", "ref-duplicate"),
        ("warning", "action-overdue"),
        ("warning", "owner-missing"),
        ("warning", "status-spelling"),
    ]
    assert [finding.code for finding in check_plan(plan, FiscalQuarter(2022, 4))] == [
        "timescale-unreadable",
        "ref-duplicate",
        "action-due",
        "answers-nowhere",
        "owner-missing",
        "status-spelling",
    ]


def test_a_plan_without_actions_lacks_no_owner_and_no_refs() -> None:
    headings = "| Action | Timescale | Q1 23/24 status | Comments |"
    assert (find("owner-missing", "", headings), find("ref-missing", "", headings)) == ([], [])


@pytest.mark.parametrize("name", ["EM&SE", "HR/Data Manager", "Policy + Performance Manager"])
def test_an_owner_that_may_be_two_is_said_to_be(name: str) -> None:
    message = (
        f"{name!r} was read as one owner and may be two; put a semicolon between two, or list {name!r} on an Owners "
        "sheet as one."
    )
    assert find("owner-joint", f"| 1 | Mend pier | {name} | Q2 23/24 | Ongoing | W |") == [("C2", message)]


MAY_BE_ONE = (
    "The cell was read as several owners and may name one; put semicolons between several, or list {!r} on an Owners sheet "
    "as one."
)
MAY_BE_TWO = (
    "{0!r} was read as one owner and may be two; put a semicolon between two, or list {0!r} on an Owners sheet as one."
)


@pytest.mark.parametrize(
    ("owners", "message"),
    [
        (("Vex, Pell", "Oru"), MAY_BE_ONE.format("Vex, Pell")),
        (("Piers and Quays", "Piers"), MAY_BE_ONE.format("Piers and Quays")),
        (("Hughes, Paul", "Oru"), MAY_BE_TWO.format("Paul Hughes")),
        (("Hughes, Paul (Estates)", "Oru"), MAY_BE_TWO.format("Paul Hughes (Estates)")),
        (("Vex, Pell", "HR"), MAY_BE_ONE.format("Vex, Pell")),
        (("Bar, Kitchen", "Hughes, Paul"), MAY_BE_ONE.format("Bar, Kitchen")),
        (("Piers and Quays", "Piers; Quays", "Piers", "Quays"), ""),
        (("Vex, Pell", "Vex", "Pell"), ""),
        (("Hughes, Paul", "HR"), ""),
    ],
)
def test_owners_that_only_other_cells_tell_apart_are_told_of(owners: tuple[str, ...], message: str) -> None:
    rows = (f"| {row} | Mend pier {row} | {each} | Q2 23/24 | Ongoing | W |" for row, each in enumerate(owners, 1))
    found = find("owner-joint", "\n".join(rows), HEADINGS.replace("Officer", "Lead officer"))
    assert found == ([("C2", message)] if message else [])


def test_joint_owners_are_settled_by_either_thing_that_is_said_to_do() -> None:
    row = "| 1 | Mend pier | {} | Q2 23/24 | Ongoing | W |"
    for headings, owners in (
        (HEADINGS, "AD Coast (lead) / AD Roads"),
        (HEADINGS, "AD Coast / AD Roads (lead)"),
        (HEADINGS.replace("Officer", "Lead officer"), "AD Coast / AD Roads"),
    ):
        assert find("owner-joint", row.format(owners), headings) == []


@pytest.mark.parametrize(
    ("title", "reported", "said"),
    [
        (
            "Harbour action plan 2024/25",
            QUARTER,
            "The plan's title says 2024/25 and the Settings sheet reports Q1 2023/24, by which it is said what is due or "
            "late; correct one of them, unless both are meant.",
        ),
        ("Harbour action plan 2023/24", QUARTER, ""),
        ("Harbour action plan", QUARTER, ""),
        ("Harbour action plan 2024-2027", QUARTER, ""),
        ("Harbour action plan 2024/25", None, ""),
    ],
)
def test_a_title_of_another_year_than_the_quarter_reported_is_said(
    title: str, reported: FiscalQuarter | None, said: str
) -> None:
    row = "| 1 | Mend pier | AD Coast | Q4 23/24 | Ongoing | W |"
    plan = plan_from_text(f"| {title} | | | | | |\n{HEADINGS}\n{row}", None, Settings(quarter=reported))
    found = [finding.message for finding in check_plan(plan) if finding.code == "quarter-other-year"]
    assert found == ([said] if said else [])


def test_a_cell_merged_over_several_actions_is_named_once(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in (
        ("Ref", "Action", "Owner", "Due", "Status"),
        ("1.1", "Mend the pier", "AD Coast", "June 2027", "In progress"),
        (None, "Light the pier", "AD Coast", "July 2027", "In progress"),
        ("1.2", "Sweep the quay", "AD Coast", "July 2027", "In progress"),
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    book.save(tmp_path / "plan.xlsx")
    plan = read_plan(tmp_path / "plan.xlsx")
    assert [finding.addresses for finding in check_plan(plan) if finding.code == "ref-duplicate"] == [("A2",)]
