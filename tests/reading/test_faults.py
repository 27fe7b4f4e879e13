"""All that is said of a tracker while it is read: which rows, columns and sheets were not read, and what to do."""

from __future__ import annotations

from datetime import date

import pytest

from peerxl.model.finding import Finding
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell, Sheet
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.reading.tables import typed


def read(*sheets: Sheet, **options: object) -> ActionPlan:
    return plan_from_sheets(sheets, Request("plan.xlsx", **options))  # type: ignore[arg-type]


def say(finding: Finding) -> str:
    return f"{finding.severity} {finding.code} {finding.sheet} {','.join(finding.addresses)}: {finding.message}"


HEAD = "| Ref | Action | Owner | Due | Status |"
ROW = "| 1 | Mend it | Ann Lee | Q1 23/24 | On hold |"
LOST = "| 2 | | Bo | | |"
RISKS = "| Ref | Risk | Owner | Mitigation | Status |"

FAULTS = {
    "nothing": (f"{HEAD}\n{ROW}", []),
    "two columns for one field": (
        "| Action | Owner | Lead | Due |\n| Mend it | Ann Lee | Bo Day | Q1 23/24 |",
        [
            "warning column-ambiguous Plan B1,C1: 'Owner' was read as the owner column and 'Lead', which could be it too, "
            "was not; settle it with --column owner=B or owner=C."
        ],
    ),
    "three columns for one field": (
        "| Action | Lead | Owner | Responsible | Due |\n| Mend it | Bo Day | | | Q1 23/24 |",
        [
            "warning column-ambiguous Plan B1,C1: 'Lead' was read as the owner column and 'Owner', which could be it too, "
            "was not; settle it with --column owner=B or owner=C.",
            "warning column-ambiguous Plan B1,D1: 'Lead' was read as the owner column and 'Responsible', which could be "
            "it too, was not; settle it with --column owner=B or owner=D.",
        ],
    ),
    "three columns for one field, the last the fullest": (
        "| Action | Lead | Owner | Responsible | Due |\n| Mend it | | | Bo Day | Q1 23/24 |",
        [
            "warning column-ambiguous Plan D1,B1: 'Responsible' was read as the owner column and 'Lead', which could be "
            "it too, was not; settle it with --column owner=D or owner=B.",
            "warning column-ambiguous Plan D1,C1: 'Responsible' was read as the owner column and 'Owner', which could be "
            "it too, was not; settle it with --column owner=D or owner=C.",
        ],
    ),
    "a title and a description": (
        "| Title | Description | Detail | Owner | Due | Status |\n"
        "| Mend it | By hand | No | Ann Lee | Q1 23/24 | On hold |\n| Light it | By gas | No | Ann Lee | Q1 23/24 | Done |",
        [
            "advice column-ambiguous Plan A1,B1: The actions were read from 'Title', and 'Description' may say them too; "
            "settle it with --column action=A or action=B."
        ],
    ),
    "what is listed, and what comes next": (
        "| Item | Owner | Due | Next step | Status |\n| The new map | Ann Lee | Q1 23/24 | Price it first | On hold |\n"
        "| The old lamp | Bo Day | Q1 23/24 | Ask the board | Done |\n| The quay | Bo Day | Q1 23/24 | Sell it all | Done |",
        [
            "advice column-ambiguous Plan A1,D1: The actions were read from 'Item', and 'Next step' may say them too; "
            "settle it with --column action=A or action=D."
        ],
    ),
    "risks and no column of what is to be done about them": (
        "| Risk | Owner | Due | Status |\n| It may fall | Ann Lee | Q1 23/24 | On hold |",
        [
            "advice action-is-risk Plan A1: The actions were read from 'Risk', which says what may go wrong, and no heading "
            "says what is to be done about it; write that in one headed 'Mitigation'."
        ],
    ),
    "risks beside a column that is to say what is done about them": (
        "| Risk | Mitigation | Owner | Due | Status |\n| It may fall | | Ann Lee | Q1 23/24 | On hold |",
        [
            "advice action-is-risk Plan A1: The actions were read from 'Risk', which says what may go wrong, and nothing "
            "stands under 'Mitigation'; write there what is to be done about it."
        ],
    ),
    "risks of which one has its mitigation": (
        f"{RISKS}\n| R1 | It may fall | Ann Lee | Prop it | On hold |\n| R2 | It may rot | Ann Lee | | On hold |\n"
        "| R3 | It may rust | Ann Lee | | On hold |",
        [
            "advice column-ambiguous Plan B1,D1: The actions were read from 'Risk', which says what may go wrong, and "
            "'Mitigation' may say what is to be done about it; settle it with --column action=B or action=D."
        ],
    ),
    "what is to be done about a risk under its heading": (
        "| Risk | Owner | Due | Status |\n| Mend the old pier | Ann Lee | Q1 23/24 | On hold |",
        [],
    ),
    "milestones beside what a heading calls an area of action": (
        "| Governor action area | Lead | Milestones and date | Due |\n"
        "| To see that all is taught well | Ann Lee | Dates are sent out by May | Q1 23/24 |\n"
        "| To see that the school is safe | Bo Day | A walk is held by June | Q1 23/24 |",
        [
            "advice column-ambiguous Plan C1,A1: The actions were read from 'Milestones and date', and 'Governor action "
            "area' may say them too; settle it with --column action=C or action=A."
        ],
    ),
    "a bare date, and a heading that says nothing": (
        "| Action | Who | Date | List |\n| Mend it | Ann | 2026-06-01 | Done |\n| Light it | Bo | 2026-05-01 | To do |\n"
        "| Sell it | Bo | 2026-05-09 | Done |",
        [
            "advice column-by-cells Plan C1: Column C 'Date' was read as the timescale column for what its cells hold; if "
            "it is that, say so in its heading.",
            "advice column-by-cells Plan D1: Column D 'List' was read as the status column for what its cells hold; if it "
            "is that, say so in its heading.",
        ],
    ),
    "a column of dates to come that is empty yet": (
        "| Risk | Impact | Likelihood | Controls | Owner | Review date | Status |\n"
        "| Floods | High | Low | Raise the gate, test the pump | Ann Lee | | Open |\n"
        "| Theft | High | Low | Lock the shed, count the keys | Bo Day | | Open |\n"
        "| Fire | High | Low | Test the alarm, clear the store | Ann Lee | | Open |",
        [
            "advice column-by-cells Plan F1: Column F 'Review date' was read as the timescale column as no other column "
            "could be it; if it is that, say so in its heading.",
        ],
    ),
    "a row without an action": (
        f"{HEAD}\n{ROW}\n{LOST}",
        [
            "warning row-without-action Plan A3,C3: Row 3 has no action and was not read; move its words to the action "
            "they belong to."
        ],
    ),
    "five rows without": (
        f"{HEAD}\n{ROW}" + f"\n{LOST}" * 5,
        [
            f"warning row-without-action Plan A{row},C{row}: Row {row} has no action and was not read; move its words to "
            "the action they belong to."
            for row in range(3, 8)
        ],
    ),
    "six rows without": (
        f"{HEAD}\n{ROW}" + f"\n{LOST}" * 6,
        [
            "warning row-without-action Plan A3,A4,A5,A6,A7,A8: 6 rows from 3 to 8 have no action and were not read; move "
            "their words to the actions they belong to, or clear them."
        ],
    ),
    "risks without a mitigation": (
        f"{RISKS}\n| R1 | The pier falls in | Ann Lee | Prop it up | On hold |\n| R2 | The quay floods | Bo Day | | On hold |",
        [
            "warning action-blank Plan B3: Row 3 says nothing under 'Mitigation', so what it says under 'Risk' was read as "
            "the action; write what is to be done about it."
        ],
    ),
    "six risks without a mitigation": (
        f"{RISKS}\n"
        + "\n".join(
            f"| R{number} | The pier falls in {number} | Ann Lee | Prop it up | On hold |" for number in range(6)
        )
        + "".join(f"\n| R{number} | The quay floods {number} | Bo Day | | On hold |" for number in range(6, 12)),
        [
            "warning action-blank Plan B8,B9,B10,B11,B12,B13: 6 rows from 8 to 13 say nothing under 'Mitigation', so what "
            "they say under 'Risk' was read as the action; write what is to be done about each."
        ],
    ),
    "a table beneath that is no tracker": (
        f"{HEAD}\n{ROW}\n| |\n| Status | Meaning | Action needed |\n| On hold | It waits | Report it |\n| Done | All is done | None |",
        [
            "advice table-not-read Plan A5,A6: Rows 5 to 6 stand in a table apart and were not read, as its headings in "
            "row 4 name status (A 'Status') and action (C 'Action needed'), but of an owner, date or status their cells "
            "bear out only the status, as those of any list may; if they are actions, move them under the headings in "
            "row 1."
        ],
    ),
    "a row of a table beneath that is no tracker": (
        f"{HEAD}\n{ROW}\n| |\n| Decision | Made by | Notes |\n| Sell the boat | Board | By a vote |",
        [
            "advice table-not-read Plan A5: Row 5 stands in a table apart and was not read, as its headings in row 4 name "
            "action (A 'Decision') and comment (C 'Notes'), but B 'Made by' says who took each decision, and not who is "
            "to do anything; if it is an action, move it under the headings in row 1."
        ],
    ),
    "a table of risks beneath, under a title of its own": (
        f"{HEAD}\n{ROW}\n| |\n| Top risks |\n| ID | Risk | Owner | Deadline | State |\n"
        "| R1 | Rust in it | Bo Day | Q1 23/24 | On hold |",
        [
            "warning table-not-read Plan B6: Row 6 stands in a table apart and was not read, as it lists risks, and the "
            'plan lists actions; to read it too, name it with --sheet "Plan", or read every tracker with --all-sheets.'
        ],
    ),
    "a table of actions beneath, with a rating of their risks": (
        f"{HEAD}\n{ROW}\n| |\n{HEAD[:-1]}| Risk level |\n| 2 | Rust it | Bo Day | Q1 23/24 | On hold | High |",
        [
            "warning table-not-read Plan B5: Row 5 stands in a table apart and was not read, as it has other columns than "
            'the table that is read; to read it too, name it with --sheet "Plan", or read every tracker with --all-sheets.'
        ],
    ),
    "headings beneath with nothing under them": (
        f"{HEAD}\n{ROW}\n| |\n| Decision | Made by | Notes |",
        [],
    ),
    "a row above the headings": (
        f"{ROW}\n| |\n| x | Tarn |\n{HEAD}\n{ROW}".replace("On hold |\n| |", "2023 |\n| |"),
        [
            "warning row-not-read Plan A1: 1 of the rows above the headings (1) could be actions and were not read; move "
            "them under the headings."
        ],
    ),
    "rows apart": (
        f"{HEAD}\n{ROW}\n{ROW}\n| |\n| | Signed by all |",
        [
            "warning row-not-read Plan B5: 1 of the rows apart from the table (5) could be actions and were not read; "
            "delete the blank rows between."
        ],
    ),
    "an action beneath a total": (
        f"{HEAD}\n{ROW}\n{ROW}\n| Total: 2 |\n| | Light it | Bo | Q1 23/24 |\n| | The key is kept by the clerk |",
        [
            "warning row-not-read Plan B5: 1 of the rows beneath the table (5) could be actions and were not read; move "
            "them up to the rows that were."
        ],
    ),
    "guidance": (
        f"{HEAD}\n| | Mend it | Please name | Enter a date | |\n{ROW}",
        [
            "advice row-of-guidance Plan B2: Row 2 says what to write or is an example of it, and was not read as an action."
        ],
    ),
    "a ref that is a date": (
        f"{HEAD}\n| 2026-02-01 | Mend it | Ann Lee | Q1 23/24 | On hold |\n| 1 | Light it | Bo | Q1 23/24 | On hold |",
        [
            "warning ref-is-date Plan A2: 1 of the refs is a date, which Excel makes of what is typed as 1-2; type them "
            "again with an apostrophe before them."
        ],
    ),
    "refs that are dates": (
        f"{HEAD}\n"
        + "| 2026-02-01 | Mend it | Ann Lee | Q1 23/24 | On hold |\n" * 2
        + "| 1 | Light it | Bo | Q1 23/24 | On hold |",
        [
            "warning ref-is-date Plan A2,A3: 2 of the refs are dates, which Excel makes of what is typed as 1-2; type them "
            "again with an apostrophe before them."
        ],
    ),
    "columns that only their cells name": (
        "|  | Action | Champion | Due | Evaluation |\n"
        "| 1 | Mend it | Ann Field | Q1 23/24 | The lamps have all been bought |\n"
        "| 2 | Paint it | Head of Roads | Q1 23/24 | The paint was ordered in May |\n"
        "| 3 | Light it | Ann Field | Q1 23/24 | |\n| 4 | Sell it | Ann Field | Q1 23/24 | The price has been agreed |",
        [
            "advice column-by-cells Plan C1: Column C 'Champion' was read as the owner column for what its cells hold; "
            "if it is that, say so in its heading.",
            "advice column-by-cells Plan E1: Column E 'Evaluation' was read as the comment column for what its cells "
            "hold; if it is that, say so in its heading.",
        ],
    ),
    "a column without a heading that only its cells name": (
        "| Action | Owner | |\n| Mend it | Ann Lee | Open |\n| Paint it | Bo | Done |\n| Light it | Bo | Open |",
        [
            "advice column-by-cells Plan C1: Column C was read as the status column for what its cells hold; if it is "
            "that, say so in its heading."
        ],
    ),
    "charts": (
        "| Action | Owner | Jan | Feb | Mar | Due | Q1 | Q2 | Q3 |\n| Mend it | Ann Lee | x | | | Q1 23/24 | x | x | x |",
        ["advice chart-in-cells Plan C1,G1: C1:E1, G1:I1 head a chart drawn in the cells beneath, which was not read."],
    ),
}


@pytest.mark.parametrize(("text", "faults"), FAULTS.values(), ids=FAULTS)
def test_all_that_is_said_of_a_tracker(text: str, faults: list[str]) -> None:
    assert [say(fault) for fault in read(typed(text, "Plan")).faults] == faults


def test_nothing_more_is_said_of_actions_that_are_named_by_hand() -> None:
    risks = (
        f"{RISKS}\n| R1 | It may fall | Ann Lee | Prop it | On hold |\n| R2 | It may rot | Ann Lee | Dry it | On hold |"
    )
    titles = "| Title | Description | Owner | Due |\n| Mend it | By hand | Ann Lee | Q1 23/24 |"
    for text, column in ((risks, 2), (titles, 1), (titles, 2)):
        plan = plan_from_sheets([typed(text)], Request("t.xlsx", columns={Field.ACTION: column}))
        assert plan.faults == ()


def test_rows_above_the_headings_that_are_like_those_beneath() -> None:
    above = "| 9 | Ask | Cy | 2024-03-31 | Q1 |\n"
    sheet = typed(
        f"| Plan |\n{above * 2}" + "| |\n" * 30 + f"{HEAD}\n| 1 | Mend it | Ann | 2024-04-30 | On hold |", "Plan"
    )
    assert [say(fault) for fault in read(sheet).faults] == [
        "warning row-not-read Plan A2,A3: 2 of the rows above the headings (2, 3) could be actions and were not read; "
        "move them under the headings."
    ]


def test_rows_of_the_other_table_of_a_sheet_are_not_above_its_headings() -> None:
    first = f"{HEAD}\n| 1 | Mend it | Ann | 2024-04-30 | On hold |"
    second = "| Ref | Action | Lead | Due | Status |\n| 2 | Light it | Bo | 2024-05-31 | On hold |"
    plan = read(typed(f"{first}\n| |\n{second}", "Plan"))
    assert ([action.text for action in plan.actions], plan.faults) == (["Mend it", "Light it"], ())


def test_rows_that_are_hidden() -> None:
    rows = typed(f"{HEAD}\n{ROW}\n| 2 | Light it | Bo | | |\n{ROW}").rows
    plan = read(Sheet("Plan", rows, hidden_rows=frozenset({2, 3, 9})))
    assert [say(fault) for fault in plan.faults] == [
        "warning row-hidden Plan B2,B3: 2 of the plan's rows are hidden or filtered away, and are read, asked about and "
        "published like any other; show them, or delete those that are done with."
    ]
    assert [action.text for action in plan.actions] == ["Mend it", "Light it", "Mend it"]


@pytest.mark.parametrize(
    ("count", "message"),
    [
        (1, "1 cell far from all else on the sheet (F900) was not read; "),
        (2, "2 cells far from all else on the sheet (F900, F901) were not read; "),
        (3, "3 cells far from all else on the sheet (F900, F901, F902) were not read; "),
        (4, "4 cells far from all else on the sheet (F900, F901, F902, …) were not read; "),
    ],
)
def test_cells_far_away(count: int, message: str) -> None:
    strays = tuple(Cell("Plan", 900 + number, 6, "x") for number in range(count))
    plan = read(Sheet("Plan", typed(f"{HEAD}\n{ROW}").rows, strays=strays))
    cells = ",".join(cell.address for cell in strays[:3])
    advice = "clear what is out there, or move it to the table."
    assert [say(fault) for fault in plan.faults] == [f"advice cell-far-away Plan {cells}: {message}{advice}"]


def test_cells_far_away_on_a_sheet_that_was_not_read_are_not_told_of() -> None:
    stray = (Cell("Notes", 900, 6, "x"),)
    sheets = (Sheet("Plan", typed(f"{HEAD}\n{ROW}").rows), Sheet("Notes", (("Tarn",),), strays=stray))
    assert read(*sheets).faults == ()


def test_a_sheet_that_looks_like_a_tracker_and_was_not_read() -> None:
    other = typed("| Action | Owner |\n| Ask | Cy |", "Other")
    plan = read(typed(f"{HEAD}\n{ROW}", "Plan"), other)
    assert [say(fault) for fault in plan.faults] == [
        "warning sheet-not-read Other : The sheet 'Other' also looks like a tracker and was not read, as it has other "
        "columns than the sheet 'Plan'; to read it, name it with --sheet \"Other\", or read every tracker with "
        "--all-sheets."
    ]
    assert read(typed(f"{HEAD}\n{ROW}", "Plan"), other, all_sheets=True).faults == ()
    assert read(typed(f"{HEAD}\n{ROW}", "Plan"), other, sheets=("Plan",)).faults == ()


OTHER = typed("| Action | Owner |\n| Ask all | Cy |\n| Tell all | Di |", "Other")
BEST = typed(f"{HEAD}\n{ROW}", "Best")
NONE = typed("| Fish | Chips |\n| Cod | 3 |", "None")


def fates(*sheets: Sheet, **options: object) -> dict[str, str]:
    return {sheet.name: f"{sheet.fate}: {sheet.why}" for sheet in read(*sheets, **options).sheets}


def test_the_fate_of_sheets_without_the_best_columns() -> None:
    assert fates(OTHER, BEST, NONE) == {
        "Other": "not read: it has other columns than the sheet 'Best'",
        "Best": "read: 1 action in it",
        "None": "no tracker: no row of it has headings of actions with an owner, a date or a status",
    }


def test_a_sheet_with_actions_goes_before_one_without() -> None:
    empty = typed(f"{HEAD[:-1]}| Comments |", "Empty")
    assert fates(empty, OTHER) == {"Empty": "not read: it has no action yet", "Other": "read: 2 actions in it"}


def test_of_two_alike_the_list_of_actions() -> None:
    risks = typed("| Risk | Action | Owner |\n| Rust | Mend it | Ann |", "Risks")
    opportunities = typed("| Opportunity | Action | Owner |\n| Sun | Sell ice | Bo |", "Chances")
    assert fates(opportunities, risks, OTHER) == {
        "Chances": "not read: it lists opportunities, and the plan lists actions",
        "Risks": "not read: it lists risks, and the plan lists actions",
        "Other": "read: 2 actions in it",
    }
    assert fates(opportunities, risks) == {
        "Chances": "read: 1 action in it",
        "Risks": "not read: it lists risks, and the plan lists opportunities",
    }


@pytest.mark.parametrize(
    ("texts", "fate"),
    [
        (("Ask all", "Tell all"), "copy: it is the same in every cell as the sheet 'Other'"),
        (("ask  ALL", "Tell all"), "not read: 2 of its 2 actions stand on the sheet 'Other' too, with other cells"),
        (
            ("Ask all", "Tell all", "Buy"),
            "not read: 2 of its 3 actions stand on the sheet 'Other' too, with other cells",
        ),
        (("Ask all", "Buy"), "read: 2 actions in it"),
        (("Ask all",), "not read: 1 of its 1 actions stand on the sheet 'Other' too, with other cells"),
        (("Buy", "Sell"), "read: 2 actions in it"),
    ],
)
def test_another_version_of_a_sheet(texts: tuple[str, ...], fate: str) -> None:
    rows = "\n".join(f"| {text} | {owner} |" for text, owner in zip(texts, ("Cy", "Di", "Ed"), strict=False))
    second = typed(f"| Action | Owner |\n{rows}", "Second")
    assert fates(OTHER, second)["Second"] == fate


def test_copies_and_versions_are_read_where_they_are_named() -> None:
    copy = Sheet("Copy", OTHER.rows)
    second = typed("| Action | Owner |\n| Ask all | Ed |", "Second")
    assert fates(OTHER, copy, second, all_sheets=True) == {
        "Other": "read: 2 actions in it",
        "Copy": "copy: it is the same in every cell as the sheet 'Other'",
        "Second": "read: 1 action in it",
    }
    assert fates(OTHER, copy, sheets=("Copy",))["Copy"] == "read: 2 actions in it"


def quartered(title: str, name: str) -> Sheet:
    return typed(f"| {title} |\n| |\n{HEAD}\n| 1 | Mend {name} | Ann Lee | Q1 23/24 | On hold |", name)


Q1, Q2, Q3 = (FiscalQuarter(2023, number) for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("titles", "quarter", "read_sheets"),
    [
        (("Plan Q1 2023/24", "Plan Q2 2023/24", "Plan Q3 2023/24"), Q2, ["B"]),
        (("Plan Q1 2023/24", "Plan Q2 2023/24", "Plan Q3 2023/24"), None, ["C"]),
        (("Plan Q1 2023/24", "Plan Q3 2023/24", "Plan Q2 2023/24"), None, ["B"]),
        (("Plan Q2 2023/24", "Plan Q3 2023/24", "Plan Q3 2023/24"), Q1, ["B", "C"]),
        (("Plan Q2 2023/24", "Plan Q3 2023/24", "Plan"), Q2, ["A", "B", "C"]),
        (("Plan Q2 2023/24", "Plan Q2 2023/24", "Plan Q2 2023/24"), Q3, ["A", "B", "C"]),
    ],
)
def test_the_sheet_of_the_quarter(
    titles: tuple[str, ...], quarter: FiscalQuarter | None, read_sheets: list[str]
) -> None:
    sheets = [quartered(title, name) for title, name in zip(titles, "ABC", strict=True)]
    told = fates(*sheets, quarter=quarter)
    assert [name for name, fate in told.items() if fate == "read: 1 action in it"] == read_sheets
    assert {fate for name, fate in told.items() if name not in read_sheets} <= {
        "another quarter: it is the plan of another quarter"
    }


@pytest.mark.parametrize(
    ("names", "quarter", "read_sheets"),
    [
        (("Q1", "Q2", "Q3"), Q2, ["Q2"]),
        (("Q1", "Q2", "Notes"), Q2, ["Q1", "Q2", "Notes"]),
        (("Q1", "Q2", "Q3"), None, ["Q1", "Q2", "Q3"]),
        (("Q1", "Q2", "Q4"), Q3, ["Q1", "Q2", "Q4"]),
        (("Q1 2023/24", "Q2 2023/24", "Q3 2023/24"), None, ["Q3 2023/24"]),
    ],
)
def test_the_tab_of_the_quarter(names: tuple[str, ...], quarter: FiscalQuarter | None, read_sheets: list[str]) -> None:
    told = fates(*(quartered("Harbour plan", name) for name in names), quarter=quarter)
    assert [name for name, fate in told.items() if fate == "read: 1 action in it"] == read_sheets


def test_where_a_tab_names_the_quarter_of_a_titled_year() -> None:
    told = fates(quartered("Plan 2023/24", "Q1"), quartered("Plan 2023/24", "Q2"))
    assert told == {"Q1": "another quarter: it is the plan of another quarter", "Q2": "read: 1 action in it"}


def test_columns_of_a_field_are_told_together() -> None:
    sheet = typed(
        "| Action | Owner | Due | Q1 2023/24 status | Q2 2023/24 status |\n| Mend | Ann | x | On hold | On hold |",
        "Plan",
    )
    (fate,) = read(sheet).sheets
    assert (fate.header_row, [(str(field), letters) for field, letters in fate.columns]) == (
        1,
        [("action", ("A",)), ("owner", ("B",)), ("timescale", ("C",)), ("status", ("D", "E"))],
    )


def test_a_settled_column_that_no_sheet_has() -> None:
    with pytest.raises(Exception, match="owner=Z"):
        read(BEST, columns={Field.OWNER: 26})
    assert read(BEST, columns={Field.OWNER: 5}).actions[0].owners[0].name == "On hold"


def test_dates_are_written_as_they_are() -> None:
    assert isinstance(typed("| 2026-03-31 |").rows[0][0], date)


def test_words_with_a_mark_beneath_a_plan_are_said_to_be_notes_and_read_without_it() -> None:
    rows = f"{HEAD}\n{ROW}\n{ROW}\n{ROW}\n| | * new bins for the park |\n| | * subject to funding |"
    message = "What stands in B5, B6 begins with a mark and was taken for a note; if it is an action, take that away."
    plan = read(typed(rows))
    assert [fault.message for fault in plan.faults if fault.code == "row-of-note"] == [message]
    assert [action.text for action in plan.actions] == ["Mend it"] * 3
    assert "New bins for the park" in [action.text for action in read(typed(rows.replace("* new", "New"))).actions]
