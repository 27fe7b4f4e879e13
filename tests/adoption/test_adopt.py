"""A tracker made into a master: every value in its house column, and everything said that there is to say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from peerxl import read_plan
from peerxl.adoption import Adoption, adopt_plan, differences
from peerxl.adoption.note import cell_ranges
from peerxl.documents.document import Section
from peerxl.excel.laying_out import find_first_row, lay_out
from peerxl.excel.write import render
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.model.settings import Settings
from peerxl.model.sheet import Cell, Sheet
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request
from tests.conftest import examples, sheet_from_text

Q3 = FiscalQuarter(2023, 3)


def plan_of(sheets: Sequence[Sheet], quarter: FiscalQuarter | None = None, fill: str = "") -> ActionPlan:
    return plan_from_sheets(sheets, Request("old.xlsx", quarter, settings=Settings(), fill_of=lambda cell: fill))


def adopt_sheets(plan: ActionPlan, sheets: Sequence[Sheet], last: ActionPlan | None = None) -> Adoption:
    return adopt_plan(plan, sheets, find_first_row, last)


def adopted(text: str, quarter: FiscalQuarter | None = None, fill: str = "") -> Adoption:
    sheets = [sheet_from_text(text)]
    return adopt_sheets(plan_of(sheets, quarter, fill), sheets)


def plan_sheet(adoption: Adoption) -> Section:
    return adoption.document().section("Action plan")


def rows(adoption: Adoption) -> list[dict[str, object]]:
    """What each row says, by its heading, blanks left out."""
    sheet = plan_sheet(adoption)
    named = [[column.heading for column in sheet.columns]] * len(sheet.rows)
    pairs = (zip(names, row.entries, strict=True) for names, row in zip(named, sheet.rows, strict=True))
    return [{name: entry.value for name, entry in row if entry.value != ""} for row in pairs]


def notes(adoption: Adoption) -> list[tuple[str, str, str, str]]:
    return [
        (
            note.finding.code,
            str(note.finding.severity),
            ",".join(note.finding.addresses),
            ",".join(cell.address for cell in note.was),
        )
        for note in adoption.notes
    ]


def differing(plan: ActionPlan, adoption: Adoption) -> list[tuple[str, str, str]]:
    """What the master says otherwise, read back from the workbook it is."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "master.xlsx"
        path.write_bytes(render(adoption.document()))
        return [(one.what, one.before, one.after) for one in differences(plan, read_plan(path), adoption.named)]


OLD = r"""
    | Appendix 4 - Peer review action plan - Q3 2023/24 |
    | Recommendation                   | Action                   | Timescale   | Director/AD          | Q2 update  | Comments | Quarter 3 update | Comments    | Cost |
    | HARBOUR Keep the harbour open.   | <p>Repair the pier</p>   | Q1 23/24    | AD Ports/ AD Estates | Completd␣  | Done.    | Completed        | Opened      | 5    |
    |                                  | Light the pier\nby night | when we can |                      | In progress|          | Sliding          | a\nb        |      |
    | ROADS Widen the roads.           | Widen the bridge         | TBC         | AD Roads             |            |          |                  |             |      |
    | Total                            |                          |             |                      |            |          |                  |             | 5    |
    """


def test_every_value_has_its_house_column() -> None:
    adoption = adopted(OLD)
    assert adoption.places.title == "Peer review action plan 2023/24"
    assert [column.heading for column in plan_sheet(adoption).columns] == [
        "Ref",
        "Theme",
        "Recommendation",
        "Action",
        "Timescale",
        "Owner",
        *(f"Quarter {number} {what}" for number in (1, 2, 3, 4) for what in ("update", "comments")),
        "Evidence",
        "Cost",
    ]
    harbour = {"Theme": "Harbour", "Recommendation": "Keep the harbour open."}
    assert rows(adoption) == [
        {
            "Ref": "PR1.1",
            **harbour,
            "Action": "Repair the pier",
            "Timescale": "Q1 23/24",
            "Owner": "AD Ports/ AD Estates",
            "Quarter 2 update": "Completed",
            "Quarter 2 comments": "Done.",
            "Quarter 3 update": "Completed",
            "Quarter 3 comments": "Opened",
            "Cost": "5",
        },
        {
            "Ref": "PR1.2",
            **harbour,
            "Action": "Light the pier\nby night",
            "Timescale": "when we can",
            "Owner": "AD Ports/ AD Estates",
            "Quarter 2 update": "In progress",
            "Quarter 3 update": "Sliding",
            "Quarter 3 comments": "a\nb",
        },
        {
            "Ref": "PR2.1",
            "Theme": "Roads",
            "Recommendation": "Widen the roads.",
            "Action": "Widen the bridge",
            "Timescale": "TBC",
            "Owner": "AD Roads",
        },
    ]


@pytest.mark.parametrize(
    ("addresses", "ranges"),
    [
        ("", ""),
        ("C2", "C2"),
        ("A4 A5 A6 C2", "C2, A4:A6"),
        ("A4 B4 C4", "A4:C4"),
        ("Q4 R4 Q5 R5 Q6 R6", "Q4:R6"),
        ("Q4 R4 Q5 R5 Q6 Q7 R7 Q8 R8", "Q4:R5, Q6, Q7:R8"),
        ("A1 A2 B2", "A1, A2:B2"),
        ("A1 C1 A2 C2", "A1:A2, C1:C2"),
        ("B2 A2 B1 A1 A1", "A1:B2"),
    ],
)
def test_where_cells_stand_in_few_words(addresses: str, ranges: str) -> None:
    cells = [Cell("Plan", int(each[1:]), ord(each[0]) - ord("A") + 1, "x") for each in addresses.split()]
    assert cell_ranges(cells) == ranges


def test_one_column_came_over_with_its_values_and_two_with_theirs() -> None:
    said = {note.finding.code: note.finding.message for note in adopted(OLD).notes}
    assert said["column-kept"] == "The column “Cost” came over with its values, after Evidence."
    two = adopted(OLD.replace("| Cost |", "| Cost | Site |").replace("| 5    |", "| 5    | 2 |"))
    said = {note.finding.code: note.finding.message for note in two.notes}
    assert said["column-kept"] == "The columns “Cost” and “Site” came over with their values, after Evidence."


def test_words_that_say_more_than_a_status_are_kept_and_count_as_it() -> None:
    text = """
        | Harbour action plan Q3 2023/24 |
        | Ref | Action           | Owner    | Timescale | Status                 | Comments |
        | H1  | Repair the pier  | AD Ports | Q3 23/24  | Completed 28 October   | Opened   |
        | H2  | Light the pier   | AD Ports | Q4 23/24  | Delayed                | Steel    |
        | H3  | Paint the quay   | AD Ports | Q4 23/24  | Not yet due            |          |
        | H4  | Dredge the dock  | AD Ports | Q4 23/24  | Complete               | Dredged  |
        | H5  | Mend the crane   | AD Ports | Q4 23/24  | delayed until May      | No crane |
        | H6  | Move the buoys   | AD Ports | Q4 23/24  | Completed – report sent | In June |
        """
    adoption = adopted(text)
    assert [row["Quarter 3 update"] for row in rows(adoption)] == [
        "Completed 28 October",
        "Delayed",
        "Not yet due",
        "Completed",
        "delayed until May",
        "Completed – report sent",
    ]
    assert [note.finding.message for note in adoption.notes] == ["'Complete' is written 'Completed' here."]
    words = [(status.word, status.is_open) for status in adoption.settings.vocabulary.statuses]
    assert words == [
        ("Not started", True),
        ("Not yet due", True),
        ("In progress", True),
        ("Delayed", True),
        ("Ongoing", True),
        ("On hold", True),
        ("Completed", False),
        ("Superseded", False),
        ("Not pursued", False),
    ]
    spelled = {spelling for status in adoption.settings.vocabulary.statuses for spelling in status.spellings}
    assert spelled.isdisjoint({"Delayed", "Not yet due"})
    assert differing(plan_of([sheet_from_text(text)]), adoption) == []


@pytest.mark.parametrize(
    ("statuses", "written", "notes"),
    [
        (("on track", "On track"), ("on track", "on track"), ["'On track' is written 'on track' here."]),
        (
            ("On track", "on track", "on track", "On track"),
            ("On track",) * 4,
            ["'on track' is written 'On track' here."],
        ),
        (
            ("delayed", "Delayed", "Off track"),
            ("delayed", "delayed", "Off track"),
            ["'Delayed' is written 'delayed' here."],
        ),
    ],
)
def test_of_two_spellings_as_usual_as_each_other_the_first_is_adopted(
    statuses: tuple[str, ...], written: tuple[str, ...], notes: list[str]
) -> None:
    """The cells kept both, the Statuses sheet listed one, and the note said that “on track” is written “on track”."""
    lines = ["| Harbour action plan – Q3 2023/24 |", "| Ref | Action | Timescale | Owner | Status |"]
    lines += [
        f"| H{number} | Repair pier {number} | Q4 23/24 | AD Ports | {word} |"
        for number, word in enumerate(statuses, 1)
    ]
    adoption = adopted("\n".join(lines))
    assert [row["Quarter 3 update"] for row in rows(adoption)] == list(written)
    assert [note.finding.message for note in adoption.notes] == notes
    assert differing(plan_of([sheet_from_text("\n".join(lines))]), adoption) == []


def test_a_word_that_says_more_is_adopted_as_the_plan_mostly_writes_it() -> None:
    text = """
        | Harbour action plan – Q3 2023/24                      |
        | Ref | Action          | Timescale | Owner    | Status   |
        | H1  | Repair the pier | Q4 23/24  | AD Ports | on track |
        | H2  | Dredge the bay  | Q4 23/24  | AD Ports | On track |
        | H3  | Light the pier  | Q4 23/24  | AD Ports | On track |
        """
    adoption = adopted(text)
    assert [row["Quarter 3 update"] for row in rows(adoption)] == ["On track"] * 3
    assert [note.finding.message for note in adoption.notes] == ["'on track' is written 'On track' here."]
    assert "On track" in [status.word for status in adoption.settings.vocabulary.statuses]
    assert differing(plan_of([sheet_from_text(text)]), adoption) == []


def test_everything_is_said() -> None:
    assert notes(adopted(OLD)) == [
        ("timescale-unreadable", "error", "E5", "C4"),
        ("status-unknown", "error", "K5", "G4"),
        ("status-spelling", "advice", "I4", "E3"),
        ("row-left-behind", "advice", "", "A6,I6"),
        ("column-kept", "advice", "", ""),
        ("ref-new", "advice", "A4,A5,A6", ""),
    ]
    said = {note.finding.code: note.finding for note in adopted(OLD).notes}
    assert said["timescale-unreadable"].ref == "PR1.2"
    assert said["status-unknown"].message == (
        "'Sliding' is not known; say on a Statuses sheet whether it is open or closed."
    )
    assert (
        said["status-spelling"].message == "'Completd' (with a space before or after it) is written 'Completed' here."
    )
    assert said["row-left-behind"].message == (
        "Row 6 was left behind (beneath the table): “Total | 5”; add it by hand if it matters."
    )


def test_risks_that_stand_for_actions_are_told_of() -> None:
    adoption = adopted(
        "| Ref | Risk | Owner | Due | Status |\n| R1 | It may fall in | AD Ports | Q1 23/24 | In progress |"
    )
    assert [note.finding.message for note in adoption.notes if note.finding.code == "action-is-risk"] == [
        "The actions were read from 'Risk', which says what may go wrong, and no heading says what is to be done about it; "
        "write that in one headed 'Mitigation'."
    ]


def test_a_column_that_only_its_cells_name_is_said_to_be_one() -> None:
    adoption = adopted("""
        | Harbour action plan Q3 2023/24 |
        | Ref | Action          | Champion      | Timescale | Status      |
        | H1  | Repair the pier | Head of Ports | Q3 23/24  | In progress |
        | H2  | Light the pier  | Ann Field     | Q4 23/24  | In progress |
        | H3  | Paint the quay  | Head of Ports | Q4 23/24  | In progress |
        """)
    said = [note.finding.message for note in adoption.notes if note.finding.code == "column-by-cells"]
    assert said == [
        "Column C 'Champion' was read as the owner column for what its cells hold; see in the old workbook whether it "
        "is that."
    ]


def test_a_table_beneath_and_an_action_read_by_another_column_are_said() -> None:
    adoption = adopted("""
        | Harbour risks Q3 2023/24 |
        | Ref | Risk                 | Mitigation    | Owner         | Timescale | Status      |
        | H1  | The pier may fall in | Prop it up    | Head of Ports | Q3 23/24  | In progress |
        | H2  | The quay may flood   |               | Ann Field     | Q4 23/24  | In progress |

        | Status      | Meaning      | Action needed |
        | In progress | It is begun  | Report it     |
        """)
    said = {note.finding.code: note.finding.message for note in adoption.notes}
    assert said["action-blank"] == (
        "Row 4 says nothing under 'Mitigation', so what it says under 'Risk' was read as the action; write what is to be "
        "done there."
    )
    assert said["table-not-read"] == (
        "Row 7 stands in a table apart and was not read, as its headings in row 6 name status (A 'Status') and action (C "
        "'Action needed'), but of an owner, date or status their cells bear out only the status, as those of any list may; "
        "it was left behind: add what is to be kept by hand."
    )


def test_a_chart_drawn_in_cells_is_left_behind_and_said_to_be() -> None:
    adoption = adopted("""
        | Harbour action plan Q3 2023/24 |
        | Ref | Action          | Owner    | Timescale | Status      | Apr | May | Jun | Jul |
        | H1  | Repair the pier | AD Ports | Q3 23/24  | In progress | x   | x   |     |     |
        | H2  | Light the pier  | AD Ports | Q4 23/24  | In progress |     | x   | x   | x   |
        """)
    said = [note.finding.message for note in adoption.notes if note.finding.code == "chart-in-cells"]
    assert said == [
        "F2:I2 head a chart drawn in the cells beneath, which was not read and was left behind; copy it from the old "
        "workbook if it matters."
    ]
    assert "x" not in [entry.text for row in plan_sheet(adoption).rows for entry in row.entries]


def test_owners_statuses_and_settings_are_filled_from_what_was_found() -> None:
    document = adopted(OLD).document()
    texts = {sheet.name: [[entry.text for entry in row.entries] for row in sheet.rows] for sheet in document.sections}
    assert [row[:2] for row in texts["Owners"]] == [["AD Estates", ""], ["AD Ports", ""], ["AD Roads", ""]]
    assert [row[:2] for row in texts["Statuses"]][-2:] == [["Not pursued", "Closed"], ["Sliding", ""]]
    assert {name: value for name, value, _ in texts["Settings"] if value} == {
        "Reporting quarter": "Q3 2023/24",
        "First month of the year": "April",
        "Days to reply": "14",
    }
    assert [sheet.name for sheet in document.sections][-1] == "Adoption"
    offered = {column.heading: column.choices for column in document.section("Action plan").columns if column.choices}
    assert set(offered) == {"Owner", *(f"Quarter {number} update" for number in (1, 2, 3, 4))}


def test_spellings_of_an_owner_are_listed_beside_it() -> None:
    text = """
        | Peer review action plan - Q3 2023/24 |
        | Action | Owner        | Timescale | Status  |
        | Mend   | AD for Roads | Q4 23/24  | Ongoing |
        | Light  | AD Roads     | Q4 23/24  | Ongoing |
        """
    adoption = adopted(text)
    contacts = adoption.settings.directory.contacts
    assert [(contact.owner, contact.also_written_as) for contact in contacts] == [("AD for Roads", ("AD Roads",))]


def test_quarters_of_other_years_keep_their_columns() -> None:
    text = """
        | Peer review action plan - Q1 2023/24 |
        | Ref | Action | Owner | Timescale | Q4 2022/23 update | Q4 2022/23 comments | Q1 2023/24 update | Comments |
        | 1   | Mend   | A. B. | Q4 23/24  | Ongoing           | Old news            | Ongoing           | News     |
        """
    adoption = adopted(text)
    headings = [column.heading for column in plan_sheet(adoption).columns]
    assert headings[6:10] == [
        "Quarter 4 2022/23 update",
        "Quarter 4 2022/23 comments",
        "Quarter 1 update",
        "Quarter 1 comments",
    ]
    assert len(headings) == 6 + 10 + 1
    assert differing(plan_of([sheet_from_text(text)]), adoption) == []


@pytest.mark.parametrize(
    ("title", "kept", "council"),
    [
        (
            "Marrowby District Council – Corporate Plan 2023/24",
            "Marrowby District Council – Corporate Plan 2023/24",
            "Marrowby District Council",
        ),
        (
            "Appendix 4 - Marrowby Council Peer Review Q3 2023/24",
            "Marrowby Council Peer Review 2023/24",
            "Marrowby Council",
        ),
        ("Peer Challenge Action Plan", "Peer Challenge Action Plan 2023/24", ""),
    ],
)
def test_the_title_stays_and_names_the_council(title: str, kept: str, council: str) -> None:
    adoption = adopted(
        f"| {title} |\n| Action | Owner | Timescale | Status |\n| Mend it | A. B. | Q4 | Ongoing |",
        FiscalQuarter(2023, 3),
    )
    assert (adoption.places.title, adoption.settings.council) == (kept, council)
    settings = {row.entries[0].text: row.entries[1].text for row in adoption.document().section("Settings").rows}
    assert settings["Council"] == council


def test_a_year_that_is_not_the_title_s_is_named() -> None:
    text = """
        | Peer review action plan 2022/23 |
        | Ref | Action | Owner | Timescale | Status  |
        | 1   | Mend   | A. B. | Q4        | Ongoing |
        """
    adoption = adopted(text, FiscalQuarter(2023, 1))
    assert adoption.places.title == "Peer review action plan 2022/23"
    assert {key: value for key, value in rows(adoption)[0].items() if "Quarter" in key} == {
        "Quarter 1 2023/24 update": "Ongoing"
    }
    assert differing(plan_of([sheet_from_text(text)], FiscalQuarter(2023, 1)), adoption) == []


UNDATED = """
    | Harbour tracker |
    | Ref | Action | Owner | Due        | Status   | Comments |
    | 1   | Mend   | A. B. | 31/03/2024 | Complete | Done     |
    """


def test_statuses_of_nobody_knows_which_quarter_stand_by_themselves() -> None:
    adoption = adopted(UNDATED)
    row = rows(adoption)[0]
    assert {key: row[key] for key in list(row)[3:]} == {
        "Owner": "A. B.",
        "Kept: “Status” from before": "Completed",
        "Kept: “Comments” from before": "Done",
    }
    assert ("quarter-unknown", "warning", "P4,Q4", "E3,F3") in notes(adoption)
    assert rows(adopted(UNDATED, Q3))[0]["Quarter 3 update"] == "Completed"
    assert "quarter-unknown" not in [code for code, *_ in notes(adopted(UNDATED, Q3))]


def test_quarters_without_a_year_keep_their_names() -> None:
    text = """
        | Harbour tracker |
        | Ref | Action | Owner | Due        | Q1 update | Q2 update |
        | 1   | Mend   | A. B. | 31/03/2024 | Complete  | Ongoing   |
        """
    row = rows(adopted(text))[0]
    assert (row["Quarter 1 update"], row["Quarter 2 update"]) == ("Completed", "Ongoing")


def test_both_timescales_keep_their_own_words() -> None:
    text = """
        | Peer review action plan - Q3 2023/24 |
        | Ref | Action | Owner | Original timescale | Revised timescale | Status  |
        | 1   | Mend   | A. B. | Q1 23/24           | TBC               | Ongoing |
        | 2   | Light  | A. B. | Q1 23/24           | Q4 23/24          | Ongoing |
        """
    adoption = adopted(text)
    assert [(row["Original timescale"], row["Timescale"]) for row in rows(adoption)] == [
        ("Q1 23/24", "TBC"),
        ("Q1 23/24", "Q4 23/24"),
    ]
    assert differing(plan_of([sheet_from_text(text)]), adoption) == []


def test_a_date_first_agreed_that_stands_alone_is_both() -> None:
    text = """
        | Peer review action plan - Q3 2023/24 |
        | Ref | Action | Owner | Original timescale | Status  |
        | 1   | Mend   | A. B. | Q1 23/24           | Ongoing |
        | 2   | Light  | A. B. | TBC                | Ongoing |
        """
    adoption = adopted(text)
    assert [(row["Original timescale"], row["Timescale"]) for row in rows(adoption)] == [
        ("Q1 23/24", "Q1 23/24"),
        ("TBC", "TBC"),
    ]
    assert differing(plan_of([sheet_from_text(text)]), adoption) == []


def test_days_stay_days_and_numbers_numbers() -> None:
    header = ("Ref", "Action", "Owner", "Due date", "Status", "Cost", "Start date")
    sheet = Sheet(
        "Plan",
        (
            ("Peer review action plan - Q3 2023/24",),
            header,
            (1.0, "Mend", "A. B.", date(2024, 3, 31), "Ongoing", 2.5, date(2023, 4, 1)),
        ),
    )
    adoption = adopt_sheets(plan_of([sheet]), [sheet])
    row = rows(adoption)[0]
    assert (row["Ref"], row["Timescale"], row["Cost"], row["Start date"]) == (
        "1",
        date(2024, 3, 31),
        2.5,
        date(2023, 4, 1),
    )
    assert differing(plan_of([sheet]), adoption) == []


def test_a_colour_that_stands_for_a_status_becomes_its_name() -> None:
    text = """
        | Peer review action plan - Q3 2023/24 |
        | Ref | Action | Owner | Timescale | Status |
        | 1   | Mend   | A. B. | Q4 23/24  |        |
        """
    adoption = adopted(text, fill="92D050")
    assert rows(adoption)[0]["Quarter 3 update"] == "Green"
    assert notes(adoption) == [("status-by-colour", "warning", "K4", "E3")]
    assert differing(plan_of([sheet_from_text(text)], fill="92D050"), adoption) == []
    assert adoption.settings.vocabulary.unsettled == ("Green",)


def test_an_action_without_a_theme_does_not_go_on_with_the_one_above() -> None:
    first = sheet_from_text(
        """
        | Peer review action plan - Q3 2023/24 |
        | Ref | Theme   | Action | Owner | Timescale | Status  |
        | 1   | Harbour | Mend   | A. B. | Q4 23/24  | Ongoing |
        """,
        "One",
    )
    second = sheet_from_text(
        """
        | Peer review action plan - Q3 2023/24 |
        | Ref | Theme   | Action | Owner | Timescale | Status  |
        | 2   |         | Light  | A. B. | Q4 23/24  | Ongoing |
        """,
        "Two",
    )
    plan = plan_of([first, second])
    adoption = adopt_sheets(plan, [first, second])
    assert [row["Theme"] for row in rows(adoption)] == ["Harbour", "Other"]
    assert differing(plan, adoption) == []


def test_a_blank_owner_stays_nobody_where_there_are_no_themes() -> None:
    text = """
        | Peer review action plan - Q3 2023/24 |
        | Ref | Action | Owner | Timescale | Status  |
        | 1   | Mend   | A. B. | Q4 23/24  | Ongoing |
        | 2   | Light  |       | Q4 23/24  | Ongoing |
        """
    adoption = adopted(text)
    assert differing(plan_of([sheet_from_text(text)]), adoption) == []
    assert "Owner" not in rows(adoption)[1]


def test_headings_that_would_be_read_as_something_are_kept_apart() -> None:
    text = """
        | Peer review action plan - Q3 2023/24 |
        | Ref | Action | Owner | Timescale | Q3 status | Q3 comments | Overall status | Milestone | ref |
        | 1   | Mend   | A. B. | Q4 23/24  | Ongoing   | News        | Green          | First     | x9  |
        """
    adoption = adopted(text)
    kept = [column.heading for column in plan_sheet(adoption).columns][-3:]
    assert kept == [
        "Overall status",
        "Kept: “Milestone” from before",
        "Kept: “ref” from before",
    ]
    assert differing(plan_of([sheet_from_text(text)]), adoption) == []


def test_columns_of_one_heading_and_of_none_stay_apart() -> None:
    text = """
        | Peer review action plan - Q3 2023/24 |
        |    | Action | Owner | Timescale | Status  | Notes | Notes | Cost | Cost |      |
        | x  | Mend   | A. B. | Q4 23/24  | Ongoing | One   | Two   | 3    | 4    | five |
        | y  | Light  | A. B. | Q4 23/24  | Ongoing |       | Six   |      | 7    |      |
        """
    assert list(rows(adopted(text))[0].items())[-6:] == [
        ("Quarter 3 comments", "One"),
        ("Kept: “Notes” from before", "Two"),
        ("Cost", "3"),
        ("Cost (2)", "4"),
        ("Column without a heading", "x"),
        ("Column without a heading (2)", "five"),
    ]


def test_statuses_in_columns_that_are_not_read_are_said() -> None:
    text = """
        | Peer review action plan - Q3 2023/24 |
        | Action | Owner | Timescale | April     | May      |
        | Mend   | A. B. | Q4 23/24  | Completed | Ongoing  |
        """
    assert ("status-not-read", "warning", "", "") in notes(adopted(text))


LAST = """
    | Peer review action plan - Q3 2022/23 |
    | Ref | Action                | Owner | Timescale |
    | A1  | Mend the bridge       | A. B. | Q4 22/23  |
    | A2  | Light the pier        | A. B. | Q4 22/23  |
    | A2  | Sweep the quay        | A. B. | Q4 22/23  |
    | A3  | Agree the north plan  | A. B. | Q4 22/23  |
    | A4  | Paint the office      | A. B. | Q4 22/23  |
    """


def test_what_is_said_of_refs() -> None:
    text = """
        | Peer review action plan - Q3 2023/24 |
        | Ref | Action                | Owner | Timescale | Status  |
        | a01 | Mend the bridge.      | A. B. | Q4 23/24  | Ongoing |
        |     | Light the pier        | A. B. | Q4 23/24  | Ongoing |
        |     | Agree the south plan  | A. B. | Q4 23/24  | Ongoing |
        | A4  | Close the depot       | A. B. | Q4 23/24  | Ongoing |
        """
    sheets = [sheet_from_text(text)]
    adoption = adopt_sheets(plan_of(sheets), sheets, plan_of([sheet_from_text(LAST)]))
    assert [one.ref for one in adoption.named] == ["a01", "A05", "A06", "A4"]
    said = {(note.finding.code, note.finding.ref): note.finding.message for note in adoption.notes}
    assert said == {
        ("ref-new", ""): "2 actions had no ref and now have A05 and A06; from now on a ref never changes.",
        ("ref-not-carried", "A05"): (
            "Last year's plan has this action as A2, which another action of it has too; see whose it is."
        ),
        ("ref-likely", "A06"): (
            "Last year's A3, “Agree the north plan”, is 88% alike; adopt again with --same A3=5 if it is this action."
        ),
        ("ref-reused", "A4"): (
            "Last year's plan has the ref A4 for another action, “Paint the office”; see whether both can be."
        ),
        ("ref-ended", ""): "This plan does not have 3 actions of old.xlsx (A2, A3 and A4).",
    }


def test_sheets_of_other_quarters_are_said() -> None:
    rows = ("Ref", "Action", "Owner", "Timescale", "Status"), ("1", "Mend", "A. B.", "Q4 23/24", "Ongoing")
    sheets = [
        Sheet(f"Q{number}", ((f"Peer review action plan 2023/24 - Quarter {number}",), *rows)) for number in (1, 2, 3)
    ]
    adoption = adopt_sheets(plan_of(sheets), sheets)
    assert [note.finding.message.partition(" is ")[0] for note in adoption.notes] == [
        "The sheet “Q1”",
        "The sheet “Q2”",
    ]


def test_what_stands_above_or_between_is_said() -> None:
    text = """
        | Peer review action plan - Q3 2023/24 | | Council: Borsetshire |
        | Please return by Friday |
        | PART A | | | | |
        | Theme   | Action | Owner | Timescale | Status  |
        | Harbour | Mend   | A. B. | Q4 23/24  | Ongoing |
        """
    (one,) = adopted(text).notes[:1]
    assert (one.finding.code, [cell.address for cell in one.was]) == ("line-left-behind", ["C1", "A2", "A3"])
    assert "“Council: Borsetshire | Please return by Friday | PART A”" in one.finding.message


def test_a_long_row_that_is_left_behind_stops_nothing() -> None:
    text = """
        | Peer review action plan - Q3 2023/24 |
        | Ref | Action | Owner | Timescale | Status  | Comments |
        | 1   | Mend   | A. B. | Q4 23/24  | Ongoing | News     |
        | 2   |        | A. B. |           |         | x*32000  |
        """
    adoption = adopted(text)
    assert [code for code, *_ in notes(adoption)] == ["row-left-behind"]
    assert len(adoption.notes[0].finding.message) < 1_200
    assert differing(plan_of([sheet_from_text(text)]), adoption) == []


def test_a_cell_that_shows_an_error_is_put_right_where_its_formula_is() -> None:
    text = """
        | Peer review action plan - Q3 2023/24 |
        | Ref | Action | Owner  | Timescale | Status  |
        | 1   | Mend   | #REF!  | Q4 23/24  | Ongoing |
        """
    (one,) = adopted(text).notes
    assert (one.finding.code, one.finding.message) == (
        "cell-error",
        "The cell shows the error #REF!; put it right in the old workbook, save it there and adopt again.",
    )


def test_a_tracker_without_actions_gives_rows_to_type_into() -> None:
    adoption = adopted("| Ref | Action | Owner | Timescale | Status |\n| | | | | |")
    assert (len(lay_out(plan_sheet(adoption)).rows), notes(adoption)) == (20, [])


def test_adopting_a_master_changes_nothing() -> None:
    sheets = [sheet_from_text(OLD)]
    once = adopt_sheets(plan_of(sheets), sheets)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "master.xlsx"
        path.write_bytes(render(once.document()))
        from peerxl.excel.read import read_sheets

        twice = adopt_sheets(read_plan(path), read_sheets(path))
    assert rows(twice) == rows(once)
    assert [one.origin.name for one in twice.named] == ["OWN"] * 3
    assert twice.settings == once.settings


WORDS = st.text(st.sampled_from("abc xyz’&-<>/.,:;()12\n"), max_size=14)
STATUSES = st.sampled_from(
    ["", "Ongoing", "Complete", "Completd ", "on-going", "Sliding", "-", "TBC", "#REF!", "Green"]
)
TIMESCALES = st.sampled_from(
    ["", "Q1 23/24", "Q4 22/23 – ongoing", "when we can", "TBC", "Sept", "by 31 March 2024", "Annually", "14 Aug"]
)
OWNERS = st.sampled_from(
    ["", "AD Roads", "AD for Roads", "AD Ports / A. Bee", "AD Roads, with support from AD Ports", "TBC"]
)
THEMES = st.sampled_from(["", "Harbour", "ROADS", "IT", "1. Money"])
ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["", "1", "2", "H1.1", "H1.2"]),
        THEMES,
        WORDS,
        st.tuples(st.sampled_from(["Mend", "Light", "Sweep"]), WORDS).map(" the quay ".join),
        TIMESCALES,
        OWNERS,
        STATUSES,
        WORDS,
        STATUSES,
        WORDS,
        WORDS,
    ),
    min_size=1,
    max_size=6,
)
HEADINGS = (
    *("Ref", "Theme", "Recommendation", "Action", "Timescale", "Owner"),
    *("Quarter 2 update", "Quarter 2 comments", "Quarter 3 update", "Quarter 3 comments", "Cost"),
)


@settings(max_examples=examples(0.6), suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(ACTIONS)
def test_a_master_says_what_the_tracker_said(actions: list[tuple[str, ...]]) -> None:
    """Recommendations alone may go on where the tracker had none: the house repeats a theme in each row."""
    table = tuple(tuple(word or None for word in row) for row in actions)
    sheet = Sheet("Plan", (("Peer review action plan – Q3 2023/24",), HEADINGS, *table))
    plan = plan_of([sheet])
    adoption = adopt_sheets(plan, [sheet])
    found = differing(plan, adoption)
    assert [one for one in found if one[0] != "recommendation" or one[1]] == []


POOL = (
    "Ref;Theme;Recommendation;Officer;Due date;Revised date;Original timescale;Status;RAG;Overall status;Comments;"
    "Q2 update;Q3 update;Q3 comments;Previous update;Milestone;Notes;Progress;Cost;Start date;Evidence;Risk;No.;"
    "Update;June 2023 update;Lead member;Priority;Action taken"
).split(";")
CELLS = st.text(st.sampled_from("abcxyz .-/"), max_size=9).map(str.strip)


@st.composite
def trackers(draw: st.DrawFn) -> Sheet:
    """A tracker with any headings in any order; each cell has a word of its own, so that a lost one is missed."""
    headings: list[str | float] = draw(st.lists(st.sampled_from((*POOL, "", 42.0)), max_size=12))
    for heading in ("Action", "Owner"):
        headings.insert(draw(st.integers(0, len(headings))), heading)
    number = draw(st.integers(1, 4))
    rows = [
        tuple(
            f"{draw(CELLS)} w{row}x{column}".strip() if draw(st.booleans()) or heading in ("Action", "Owner") else None
            for column, heading in enumerate(headings)
        )
        for row in range(number)
    ]
    return Sheet(
        "Plan", (("Peer review action plan – Q3 2023/24",), tuple(heading or None for heading in headings), *rows)
    )


@settings(max_examples=examples(1.5), suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(trackers())
def test_no_word_is_lost(sheet: Sheet) -> None:
    try:
        plan = plan_of([sheet])
    except NoTrackerError:
        reject()
    adoption = adopt_sheets(plan, [sheet])
    kept = [entry.text for row in plan_sheet(adoption).rows for entry in row.entries]
    said = [note.finding.message for note in adoption.notes]
    there = set(re.findall(r"w[0-9]x[0-9]+", " ".join((*kept, *said))))
    typed = {word for row in sheet.rows[2:] for cell in row if cell for word in re.findall(r"w[0-9]x[0-9]+", str(cell))}
    assert typed - there == set()


@pytest.mark.parametrize(
    ("fill", "name"),
    [
        ("FF0000", "Red"),
        ("FFC000", "Amber"),
        ("FFFF00", "Yellow"),
        ("92D050", "Green"),
        ("00B050", "Green"),
        ("4472C4", "Blue"),
        ("7030A0", "Purple"),
        ("808080", "Grey"),
        ("000000", "Black"),
        ("FFFFFF", "White"),
        ("a colour of the theme", "A colour of the theme"),
    ],
)
def test_colours_in_words(fill: str, name: str) -> None:
    from peerxl.adoption.colour import colour_words

    assert colour_words(fill, frozenset({fill})) == name
    assert colour_words("92D050", frozenset({"92D050", "00B050"})) == "Green (92D050)"
