"""Each row under the headings: an action, what carries down to it, or why it is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerxl.model.layout import Aside, Field
from peerxl.model.sheet import Block, Cell, Sheet, Value
from peerxl.reading.columns.tracker_layout import HeadedColumn, TrackerLayout
from peerxl.reading.rows.action_rows import is_action, is_ditto, read_rows
from peerxl.reading.rows.headings_again import repeats_headings, strip_page
from peerxl.reading.rows.part_lines import find_opening
from tests.conftest import row_from_line
from tests.reading.tables import type_value

FIELDS = {
    "Ref": Field.REF,
    "Theme": Field.THEME,
    "Recommendation": Field.RECOMMENDATION,
    "Action": Field.ACTION,
    "Owner": Field.OWNER,
    "Due": Field.TIMESCALE,
    "Original": Field.ORIGINAL_TIMESCALE,
    "Status": Field.STATUS,
    "Comments": Field.COMMENT,
}


def layout_of(text: str, merged: tuple[Block, ...] = (), calendars: tuple[range, ...] = ()) -> TrackerLayout:
    """A table whose headings stand in the first line that begins with "| Ref" or "| Action", else in the first."""
    rows = [tuple(map(type_value, row_from_line(line))) for line in text.strip().split("\n")]
    header = next((number for number, row in enumerate(rows, 1) if set(row) & {"Ref", "Action"}), 1)
    sheet = Sheet("Plan", tuple(rows), merged)
    uses = [
        HeadedColumn(sheet.cell(header, column), FIELDS.get(str(value), Field.EXTRA))
        for column, value in enumerate(rows[header - 1], 1)
        if value and value != "-"
    ]
    width = next((column for column, value in enumerate(rows[header - 1], 1) if value == "-"), 16_385)
    return TrackerLayout(sheet, header, header, len(rows), tuple(uses), (), range(1, width), calendars)


def summarise(layout: TrackerLayout) -> list[str]:
    """Each action's row with what it says in each column, then each row left aside with the reason."""
    rows, skipped = read_rows(layout)
    actions = [f"{row.number} {say_cells(row.cells)}" for row in rows]
    lost = {True: " LOST", False: ""}
    return actions + [f"{each.cells[0].row} {each.why}{lost[each.is_loss]}" for each in skipped]


def say_cells(cells: object) -> str:
    return " ".join(cell.text.replace(" ", "_") or "." for cell in cells)  # type: ignore[attr-defined]


HEAD = "| Ref | Action | Owner | Due | Status |"
ROW = "| 1 | Mend it | Ann | Q1 | Open |"

APART = "apart from the table LOST"
TWO = ("2 1 Mend_it Ann Q1 Open", "3 1 Mend_it Ann Q1 Open")

ROWS = {
    "an action": (f"{HEAD}\n{ROW}", ["2 1 Mend_it Ann Q1 Open"]),
    "a blank row": (f"{HEAD}\n{ROW}\n|  |\n{ROW}", ["2 1 Mend_it Ann Q1 Open", "4 1 Mend_it Ann Q1 Open"]),
    "a row of spaces": (f"{HEAD}\n{ROW}\n| | ␣ |", ["2 1 Mend_it Ann Q1 Open"]),
    "no action": (f"{HEAD}\n| 1 | | Ann | | |", ["2 no action in it LOST"]),
    "no action and a number alone": (f"{HEAD}\n| 1 | | 12 | | |", ["2 no action in it"]),
    "a day over what was agreed on it": (
        f"{HEAD}\n| | Meeting of 12 May 2025 | | | |\n{ROW}", ["3 1 Mend_it Ann Q1 Open", "2 a section's title"]
    ),
    "an action with a day in it": (
        f"{HEAD}\n| | Mend it on 12/05/2025 | | | |\n{ROW}", ["2 . Mend_it_on_12/05/2025 . . .", "3 1 Mend_it Ann Q1 Open"]
    ),
    "a day over what tells nobody what to do": (
        f"{HEAD}\n| | Meeting of 12/05/2025 | | | |\n| 1 | The pier | Ann | Q1 | Open |",
        ["2 . Meeting_of_12/05/2025 . . .", "3 1 The_pier Ann Q1 Open"],
    ),
    "a letter and capitals over actions": (
        f"{HEAD}\n| A | GROUNDWORK | | | |\n{ROW}\n| B | LIGHTS | | | |\n{ROW}",
        ["3 1 Mend_it Ann Q1 Open", "5 1 Mend_it Ann Q1 Open", "2 a section's title", "4 a section's title"],
    ),
    "a letter and words over actions": (
        f"{HEAD}\n| A | Groundwork | | | |\n{ROW}\n| B | Lights | | | |\n{ROW}",
        ["2 A Groundwork . . .", "3 1 Mend_it Ann Q1 Open", "4 B Lights . . .", "5 1 Mend_it Ann Q1 Open"],
    ),
    "capitals over a row without an action": (
        f"{HEAD}\n| | GROUNDWORK | | | |\n| 1 | | Ann | Q1 | Open |", ["2 . GROUNDWORK . . .", "3 no action in it LOST"]
    ),
    "capitals over an action in capitals": (
        f"{HEAD}\n| | GROUNDWORK | | | |\n| 1 | MEND IT | Ann | Q1 | Open |",
        ["2 . GROUNDWORK . . .", "3 1 MEND_IT Ann Q1 Open"],
    ),
    "capitals over a row of three cells": (
        f"{HEAD}\n| | GROUNDWORK | | | |\n| 1 | Mend it | Ann | | |", ["3 1 Mend_it Ann . .", "2 a section's title"]
    ),
    "capitals over a row of two cells": (
        f"{HEAD}\n| | GROUNDWORK | | | |\n| 1 | Mend it | | | |", ["2 . GROUNDWORK . . .", "3 1 Mend_it . . ."]
    ),
    "a title in a column without a heading": (
        "| | Action | Owner |\n| Homes | | |\n| | Mend it | Ann |", ["3 Mend_it Ann", "2 a section's title"]
    ),
    "a page's number with a title": (f"{HEAD}\n{ROW}\n| Page 2 | Harbour | | | |", ["2 1 Mend_it Ann Q1 Open", "3 the title again"]),
    "a title with a page's number": (f"{HEAD}\n{ROW}\n| Harbour | Page 2 | | | |", ["2 1 Mend_it Ann Q1 Open", "3 Harbour Page_2 . . ."]),
    "a title two blank rows above the header again": (
        "| Action | Owner | Due |\n| Homes |\n| |\n| |\n| Action | Owner | Due |\n| Mend | Ann | Q1 |",
        ["6 Mend Ann Q1", "2 a section's title", "5 the header again"],
    ),
    "a title three blank rows above the header again": (
        "| Action | Owner | Due |\n| Homes |\n| |\n| |\n| |\n| Action | Owner | Due |\n| Mend | Ann | Q1 |",
        ["2 Homes . .", "7 Mend Ann Q1", "6 the header again"],
    ),
    "four letters in capitals": (f"{HEAD}\n| | ROAD | | | |\n{ROW}", ["3 1 Mend_it Ann Q1 Open", "2 a section's title"]),
    "three letters in capitals": (f"{HEAD}\n| | ICT | | | |\n{ROW}", ["2 . ICT . . .", "3 1 Mend_it Ann Q1 Open"]),
    "five words alone over actions": (
        "| Action | Owner | Status |\n| All of the old pier | | |\n| Mend it | Ann | Open |\n| Lights | | |\n| Light it | Bo | Open |",
        ["3 Mend_it Ann Open", "5 Light_it Bo Open", "2 a section's title", "4 a section's title"],
    ),
    "six words alone over actions": (
        "| Action | Owner | Status |\n| All of the old pier stones | | |\n| Mend it | Ann | Open |\n| Lights | | |\n| Light it | Bo | Open |",
        ["2 All_of_the_old_pier_stones . .", "3 Mend_it Ann Open", "4 Lights . .", "5 Light_it Bo Open"],
    ),
    "five words after a number, alone over actions": (
        "| Action | Owner | Status |\n| Step 1: All of the old pier | | |\n| Mend it | Ann | Open |\n| Step 2 – Lights | | |\n| Light it | Bo | Open |",
        ["3 Mend_it Ann Open", "5 Light_it Bo Open", "2 a section's title", "4 a section's title"],
    ),
    "six words after a number, alone over actions": (
        "| Action | Owner | Status |\n| Step 1: All of the old pier stones | | |\n| Mend it | Ann | Open |\n| Step 2 – Lights | | |\n| Light it | Bo | Open |",
        ["2 Step_1:_All_of_the_old_pier_stones . .", "3 Mend_it Ann Open", "4 Step_2_–_Lights . .", "5 Light_it Bo Open"],
    ),
    "an action after a blank row": (
        "| Action | Owner | Status |\n| Mend it | Ann | Open |\n| Light it | Bo | Open |\n|  |\n| Paint it | Cy | Open |",
        ["2 Mend_it Ann Open", "3 Light_it Bo Open", "5 Paint_it Cy Open"],
    ),
    "a few words alone over actions, twice": (
        "| Action | Owner | Status |\n| Groundwork | | |\n| Mend it | Ann | Open |\n| Lights | | |\n| Light it | Bo | Open |",
        ["3 Mend_it Ann Open", "5 Light_it Bo Open", "2 a section's title", "4 a section's title"],
    ),
    "a few words alone, once": (
        "| Action | Owner | Status |\n| Groundwork | | |\n| Mend it | Ann | Open |\n| Light it | Bo | Open |",
        ["2 Groundwork . .", "3 Mend_it Ann Open", "4 Light_it Bo Open"],
    ),
    "a heading's words alone over actions, once": (
        "| Action | Owner | Status |\n| Mend it | Ann | Open |\n| Action plan | | |\n| Light it | Bo | Open |",
        ["2 Mend_it Ann Open", "4 Light_it Bo Open", "3 a section's title"],
    ),
    "another heading's words alone over actions, once": (
        "| Action | Owner | Status |\n| Mend it | Ann | Open |\n| Tasks | | |\n| Light it | Bo | Open |",
        ["2 Mend_it Ann Open", "4 Light_it Bo Open", "3 a section's title"],
    ),
    "a heading's words alone, the last of them": (
        "| Action | Owner | Status |\n| Mend it | Ann | Open |\n| Light it | Bo | Open |\n| Action plan | | |",
        ["2 Mend_it Ann Open", "3 Light_it Bo Open", "4 Action_plan . ."],
    ),
    "a plan to be made, alone": (
        "| Action | Owner | Status |\n| Mend it | Ann | Open |\n| Draft action plan | | |\n| Light it | Bo | Open |",
        ["2 Mend_it Ann Open", "3 Draft_action_plan . .", "4 Light_it Bo Open"],
    ),
    "a repair, alone": (
        "| Action | Owner | Status |\n| Mend it | Ann | Open |\n| Repair | | |\n| Light it | Bo | Open |",
        ["2 Mend_it Ann Open", "3 Repair . .", "4 Light_it Bo Open"],
    ),
    "a few words alone over actions, twice, and more beneath a gap": (
        "| Action | Owner | Status |\n| Groundwork | | |\n| Mend it | Ann | Open |\n| Lights | | |\n| Light it | Bo | Open |"
        "\n| |\n| Dependencies | | |",
        ["3 Mend_it Ann Open", "5 Light_it Bo Open", "2 a section's title", "4 a section's title", f"7 {APART}"],
    ),
    "a few words alone, the last of them": (
        "| Action | Owner | Status |\n| Groundwork | | |\n| Mend it | Ann | Open |\n| Lights | | |",
        ["2 Groundwork . .", "3 Mend_it Ann Open", "4 Lights . ."],
    ),
    "a few words alone, one by another": (
        "| Action | Owner | Status |\n| Groundwork | | |\n| Lights | | |\n| Mend it | Ann | Open |",
        ["2 Groundwork . .", "3 Lights . .", "4 Mend_it Ann Open"],
    ),
    "a few words alone among rows that say little": (
        "| Action | Owner | Status |\n| Groundwork | | |\n| Mend it | Ann | |\n| Lights | | |\n| Light it | Bo | Open |",
        ["2 Groundwork . .", "3 Mend_it Ann .", "4 Lights . .", "5 Light_it Bo Open"],
    ),
    "what to do alone": (
        "| Action | Owner | Status |\n| Groundwork | | |\n| Mend it | Ann | Open |\n| Paint it | | |\n| Light it | Bo | Open |",
        ["2 Groundwork . .", "3 Mend_it Ann Open", "4 Paint_it . .", "5 Light_it Bo Open"],
    ),
    "a ref alone": (f"{HEAD}\n| R1 | | | | |\n{ROW}", ["3 1 Mend_it Ann Q1 Open", "2 a section's title"]),
    "a number for an action": (f"{HEAD}\n| 1 | 12 | Ann | | |", ["2 no action in it LOST"]),
    "an error for an action": (f"{HEAD}\n| 1 | #REF! | Ann | | |", ["2 no action in it LOST"]),
    "a status alone": (f"{HEAD}\n| 1 | | | | Open |", ["2 no action in it LOST"]),
    "a date alone": (f"{HEAD}\n| 1 | | | Q1 | |", ["2 no action in it LOST"]),
    "a sentence beside other words, without an action": (
        "| Defect | Effect | Action | Owner |\n| The rails are broken | People fall | Mend it | Ann |"
        "\n| The lamps are all out | People fall | | |",
        ["2 The_rails_are_broken People_fall Mend_it Ann", "3 no action in it LOST"],
    ),
    "a sentence alone, without an action": (
        "| Defect | Effect | Action | Owner |\n| The rails are broken | People fall | Mend it | Ann |"
        "\n| Next is the quay plan | | | |",
        ["2 The_rails_are_broken People_fall Mend_it Ann", "3 no action in it"],
    ),
    "a comment alone": ("| Ref | Action | Comments |\n| 1 | | Begun |", ["2 no action in it LOST"]),
    "the header again": (f"{HEAD}\n{ROW}\n| REF | action | Owner | Due | Status |", ["2 1 Mend_it Ann Q1 Open", "3 the header again"]),
    "most of the header again": (f"{HEAD}\n| Ref | Action | Owner | Due | x |", ["2 the header again"]),
    "some of the header again": (f"{HEAD}\n| Ref | Action | Owner | y | x |", ["2 Ref Action Owner y x"]),
    "one word of the header": (f"{HEAD}\n| | Action | | | |", ["2 . Action . . ."]),
    "the title again": (f"| Plan: page 1 |\n{HEAD}\n{ROW}\n| Plan |", ["3 1 Mend_it Ann Q1 Open", "4 the title again"]),
    "the title again in another cell": (f"| x | Plan |\n{HEAD}\n{ROW}\n| Plan (page 2 of 3) |", ["3 1 Mend_it Ann Q1 Open", "4 the title again"]),
    "a page's number": (f"{HEAD}\n{ROW}\n| Page 2 |", ["2 1 Mend_it Ann Q1 Open", "3 the title again"]),
    "the title with something beside": (f"| Plan |\n{HEAD}\n| Plan | x | | | |", ["3 Plan x . . ."]),
    "a total": (f"{HEAD}\n{ROW}\n| Total: 3 | | | | |", ["2 1 Mend_it Ann Q1 Open", "3 beneath the table"]),
    "what follows a total": (f"{HEAD}\n| Key | | | | |\n| Green | Done | | | |", ["2 beneath the table", "3 beneath the table"]),
    "the table goes on after a note": (f"{HEAD}\n| Notes | | | | |\n{ROW}", ["3 1 Mend_it Ann Q1 Open", "2 beneath the table"]),
    "a note with three cells": (f"{HEAD}\n| Notes | x | y | | |\n| a | b | c | | |", ["2 beneath the table", "3 beneath the table"]),
    "a note with four cells": (f"{HEAD}\n| Notes | x | y | z | |", ["2 Notes x y z ."]),
    "a note beside an extra": (
        "| Ref | Action | Owner | Due | Foo |\n| Notes | | | | |\n| 1 | Mend | Ann | | x |",
        ["2 beneath the table", "3 beneath the table"],
    ),
    "an example": (f"{HEAD}\n| Example | Mend | Ann | Q1 | Open |\n{ROW}", ["3 1 Mend_it Ann Q1 Open", "2 guidance on what to write"]),
    "an example in an unheaded column": ("| Ref | Action | Owner | |\n| 1 | Mend | Ann | e.g. |", ["2 guidance on what to write"]),
    "an example after an action": (f"{HEAD}\n{ROW}\n| Example | Mend | Ann | Q1 | Open |", ["2 1 Mend_it Ann Q1 Open", "3 Example Mend Ann Q1 Open"]),
    "an example for a comment": (f"{HEAD}\n| 1 | Mend | Example | Q1 | Open |", ["2 1 Mend Example Q1 Open"]),
    "guidance": (f"{HEAD}\n| | Mend | Please name | Enter a date | |", ["2 guidance on what to write"]),
    "lists that are counted alike": (f"{HEAD}\n| 1 | i) Mend it\\nii) Paint it | Ann | i) 1 May\\nii) 1 June | i) Yes\\nii) No |", ["2 1 i)_Mend_it\nii)_Paint_it Ann i)_1_May\nii)_1_June i)_Yes\nii)_No"]),
    "guidance in one cell": (f"{HEAD}\n| | Mend | Please name | x | |", ["2 . Mend Please_name x ."]),
    "guidance in a third of many": (
        f"{HEAD[:-1]}| Foo | Bar | Baz |\n| 1 | Mend | Choose | Enter | x | y | z | |",
        ["2 guidance on what to write"],
    ),
    "guidance in less than a third": (
        f"{HEAD[:-1]}| Foo | Bar | Baz |\n| 1 | Mend | Choose | Enter | x | y | z | w |",
        ["2 1 Mend Choose Enter x y z w"],
    ),
    "questions": (f"{HEAD}\n| | What is to be done? | Ann? | Which day? | |\n{ROW}", ["3 1 Mend_it Ann Q1 Open", "2 guidance on what to write"]),
    "questions beside an action": (f"{HEAD}\n| | Mend | Ann? | In May? | |", ["2 . Mend Ann? In_May? ."]),
    "guidance with a date": (f"{HEAD}\n| | Mend | Please name | Enter a date | 2026-03-31 |", ["2 . Mend Please_name Enter_a_date 31/03/2026"]),
    "a section's title": ("| Action | Owner | Due |\n| Homes |\n| Mend | Ann | Q1 |", ["2 Homes . .", "3 Mend Ann Q1"]),
    "a section's title beside the actions": (f"{HEAD}\n| Homes | | | | |\n{ROW}", ["3 1 Mend_it Ann Q1 Open", "2 a section's title"]),
    "a section's title above the header again": (
        "| Action | Owner | Due |\n| Homes |\n| Action | Owner | Due |\n| Mend | Ann | Q1 |",
        ["4 Mend Ann Q1", "2 a section's title", "3 the header again"],
    ),
    "what is to be done, last of a page": (
        "| Action | Owner | Due |\n| Mend it | Ann | Q1 |\n| Light it |\n| Action | Owner | Due |\n| Paint it | Bo | Q1 |"
        "\n| Action | Owner | Due |\n| Sell it | Cy | Q1 |",
        ["2 Mend_it Ann Q1", "3 Light_it . .", "5 Paint_it Bo Q1", "7 Sell_it Cy Q1", "4 the header again", "6 the header again"],
    ),
    "titles that say what to do, above each header again": (
        "| Action | Owner | Due |\n| Mend it | Ann | Q1 |\n| Improve lights |\n| Action | Owner | Due |\n| Paint it | Bo | Q1 |",
        ["2 Mend_it Ann Q1", "5 Paint_it Bo Q1", "3 a section's title", "4 the header again"],
    ),
    "lines over each part's headings": (
        "| 1. Finding: the pier is old |\n| Response: we agree |\n| Key actions: |\n| Action | Owner | Status |\n| Mend it | Ann | Open |"
        "\n| Light it |\n| 2. Finding: the lamps are old |\n| Response: some of it |\n| Partly agree |\n| |\n| Key actions: |"
        "\n| Action | Owner | Status |\n| Paint it | Bo | Open |",
        [
            "5 Mend_it Ann Open",
            "6 Light_it . .",
            "13 Paint_it Bo Open",
            *(f"{row} a section's title" for row in (7, 8, 9, 11)),
            "12 the header again",
        ],
    ),
    "lines over headings that open otherwise": (
        "| The plan of the pier |\n| Key actions |\n| Action | Owner | Status |\n| Mend it | Ann | Open |\n| The lamps on it |"
        "\n| Actions |\n| Action | Owner | Status |\n| Paint it | Bo | Open |",
        ["4 Mend_it Ann Open", "5 The_lamps_on_it . .", "8 Paint_it Bo Open", "6 a section's title", "7 the header again"],
    ),
    "headings again beneath a total": (
        f"{HEAD}\n{ROW}\n| Total: 1 | | | | |\n{HEAD}\n| 2 | Light it | Bo | | |",
        ["2 1 Mend_it Ann Q1 Open", "5 2 Light_it Bo . .", "3 beneath the table", "4 the header again"],
    ),
    "headings again beneath what is apart": (
        f"{HEAD}\n{ROW}\n{ROW}\n| |\n| R | Off track | | | |\n{HEAD}\n| 2 | Lamps | Bo | | |",
        [*TWO, "7 2 Lamps Bo . .", f"5 {APART}", "6 the header again"],
    ),
    "key actions": (
        f"{HEAD}\n{ROW}\n| | Key actions | | | |\n| 2 | Light it | Bo | | |",
        ["2 1 Mend_it Ann Q1 Open", "4 2 Light_it Bo . .", "3 a section's title"],
    ),
    "an action beneath a total, with two of who, when and how far": (
        f"{HEAD}\n{ROW}\n| Total: 1 | | | | |\n| | Light it | Bo | | Open |\n| | Paint it | | | Open |\n| | Sell it | Cy | 2026-03-31 | |"
        "\n| | 12 | Cy | Q1 | |\n| | Lamps | 3 | 4 | |",
        [
            "2 1 Mend_it Ann Q1 Open",
            "3 beneath the table",
            "4 beneath the table LOST",
            "5 beneath the table",
            "6 beneath the table LOST",
            "7 beneath the table",
            "8 beneath the table",
        ],
    ),
    "a lone action that is not the first column": (
        "| Ref | Action | Owner |\n| | Homes | |\n| Ref | Action | Owner |\n| 1 | Mend | Ann |",
        ["2 . Homes .", "4 1 Mend Ann", "3 the header again"],
    ),
    "a number alone": (f"{HEAD}\n| 12 | | | | |", ["2 no action in it"]),
    "a lone owner": (f"{HEAD}\n| | | Homes | | |", ["2 no action in it LOST"]),
    "a lone ref with a column of themes": (
        "| Ref | Theme | Action | Owner |\n| Homes | | | |\n| 1 | Roads | Mend | Ann |",
        ["3 1 Roads Mend Ann", "2 no action in it"],
    ),
    "a lone ref to the right of the actions": ("| Action | Ref | Owner |\n| | Homes | |", ["2 no action in it"]),
    "a text apart": (
        f"{HEAD}\n{ROW}\n{ROW}\n| |\n| | Signed by all | | | |",
        ["2 1 Mend_it Ann Q1 Open", "3 1 Mend_it Ann Q1 Open", "5 apart from the table LOST"],
    ),
    "a text apart after one action": (f"{HEAD}\n{ROW}\n| |\n| | Signed by all | | | |", ["2 1 Mend_it Ann Q1 Open", f"4 {APART}"]),
    "something to do apart after one action": (f"{HEAD}\n{ROW}\n| |\n| | Light the pier | | | |", ["2 1 Mend_it Ann Q1 Open", "4 . Light_the_pier . . ."]),
    "a title apart after one action": (
        f"{HEAD}\n{ROW}\n| |\n| | Pier works | | | |\n| 2 | Light it | Bo | Q1 | Open |",
        ["2 1 Mend_it Ann Q1 Open", "4 . Pier_works . . .", "5 2 Light_it Bo Q1 Open"],
    ),
    "notes on each heading": (
        f"{HEAD}\n{ROW}\n| Guidance notes: |\n| Owner: the person who will do it |\n| | Status – Open, Closed or On hold |\n| Give a month. |",
        ["2 1 Mend_it Ann Q1 Open", "3 beneath the table", "4 beneath the table", "5 beneath the table", "6 beneath the table"],
    ),
    **{
        f"a list right beneath, under {name!r}": (
            f"{HEAD}\n{ROW}\n{ROW}\n| | {name} | | | |\n| | Paper on the pier | | | |\n| |\n| | Map of the quay | | | |",
            [*TWO, "4 beneath the table", "5 beneath the table", "7 beneath the table"],
        )
        for name in ("Sources", "References:", "Useful links", "See also", "Footnotes", "Legend", "Definitions")
    },
    "a list that ends with its name": (f"{HEAD}\n{ROW}\n{ROW}\n| | Sources | | | |", [*TWO, "4 beneath the table"]),
    "an action called so": (
        f"{HEAD}\n{ROW}\n| 2 | References | Bo | | |\n| 3 | Sources of the map | | | |",
        ["2 1 Mend_it Ann Q1 Open", "3 2 References Bo . .", "4 3 Sources_of_the_map . . ."],
    ),
    "a few words alone called so over actions": (
        f"{HEAD}\n{ROW}\n| | Links | | | |\n| | Paper on the pier | | | |\n{ROW}",
        ["2 1 Mend_it Ann Q1 Open", "3 . Links . . .", "4 . Paper_on_the_pier . . .", "5 1 Mend_it Ann Q1 Open"],
    ),
    "words alone in each row": (
        "| Action | Status |\n| Abstract | |\n| References | |\n| Title page | |",
        ["2 Abstract .", "3 References .", "4 Title_page ."],
    ),
    "notes after a blank row": (
        f"{HEAD}\n{ROW}\n| |\n| Notes on filling this in |\n| The lead is asked first |",
        ["2 1 Mend_it Ann Q1 Open", "4 beneath the table", "5 beneath the table"],
    ),
    "a heading over a person, an action and one with actions beneath": (
        f"{HEAD}\n{ROW}\n| Owner: Ann Field, Head of Place |\n| | Status: agree the words |\n{ROW}",
        ["2 1 Mend_it Ann Q1 Open", "4 . Status:_agree_the_words . . .", "5 1 Mend_it Ann Q1 Open", "3 a section's title"],
    ),
    "the headings in other words": (
        f"{HEAD}\n{ROW}\n| No. | What we will do | Lead officers | Target dates | Progress |\n{ROW}",
        ["2 1 Mend_it Ann Q1 Open", "4 1 Mend_it Ann Q1 Open", "3 the header again"],
    ),
    "an action in words that could head a table": (
        f"{HEAD}\n| 1 | Action plan | Lead officer | TBC | Complete |\n| 2 | Next steps | Lead | | Completed |",
        ["2 1 Action_plan Lead_officer TBC Complete", "3 2 Next_steps Lead . Completed"],
    ),
    "another table apart": (
        f"{HEAD}\n{ROW}\n{ROW}\n| |\n| Name | Post | E-mail |\n| Ann Field | Clerk | ann@x.example |",
        [*TWO, f"5 {APART}", f"6 {APART}"],
    ),
    "something to do and a ref of the table apart, without when or how far": (
        f"{HEAD}\n{ROW}\n{ROW}\n| |\n| New | Light the pier | Bo |\n| 3 | Rails at the pier | Bo |",
        [*TWO, "5 New Light_the_pier Bo . .", "6 3 Rails_at_the_pier Bo . ."],
    ),
    "actions of a table that says but how far, after a title apart": (
        "| Part | Action | Status |\n| Pier | Mend it | Open |\n| Quay | Light it | Open |\n| |\n| Phase 2 | | |\n| Lane | Rails | Open |",
        ["2 Pier Mend_it Open", "3 Quay Light_it Open", "6 Lane Rails Open", f"5 {APART}"],
    ),
    "what a table of two columns has apart": (
        "| Action | Status |\n| Mend it | Open |\n| Light it | Open |\n| |\n| Phase 2 | |\n| Red | At risk |\n| Paint it | Open |",
        ["2 Mend_it Open", "3 Light_it Open", "7 Paint_it Open", f"5 {APART}", f"6 {APART}"],
    ),
    "a text right beneath": (
        f"{HEAD}\n{ROW}\n{ROW}\n| | Signed by all | | | |",
        ["2 1 Mend_it Ann Q1 Open", "3 1 Mend_it Ann Q1 Open", "4 . Signed_by_all . . ."],
    ),
    "a text apart from rows that do not say much": (
        f"{HEAD}\n{ROW}\n| 2 | Light it | | | |\n| |\n| | Signed by all | | | |",
        ["2 1 Mend_it Ann Q1 Open", "3 2 Light_it . . .", "5 . Signed_by_all . . ."],
    ),
    "a text apart where four in five say much": (
        f"{HEAD}\n" + f"{ROW}\n" * 4 + "| 2 | Light it | Bo | | |\n| |\n| | Signed by all | | | |",
        [*(f"{row} 1 Mend_it Ann Q1 Open" for row in (2, 3, 4, 5)), "6 2 Light_it Bo . .", "8 apart from the table LOST"],
    ),
    "a key apart": (
        f"{HEAD}\n{ROW}\n{ROW}\n| |\n| R | Off track | | | |\n| A | At risk | | | |",
        ["2 1 Mend_it Ann Q1 Open", "3 1 Mend_it Ann Q1 Open", f"5 {APART}", f"6 {APART}"],
    ),
    "the name of a key apart": (
        f"{HEAD}\n{ROW}\n{ROW}\n| |\n| BRAG key | Blue = completed | | | |",
        ["2 1 Mend_it Ann Q1 Open", "3 1 Mend_it Ann Q1 Open", f"5 {APART}"],
    ),
    "counters apart": (
        f"{HEAD}\n{ROW}\n{ROW}\n| |\n| | Completed this quarter | | | 1 |\n| | Outstanding | | | 3 |",
        ["2 1 Mend_it Ann Q1 Open", "3 1 Mend_it Ann Q1 Open", f"5 {APART}", f"6 {APART}"],
    ),
    "signatures apart": (
        f"{HEAD}\n{ROW}\n| |\n| |\n| Approved by: | Ann Lee | Date: | 2026-12-31 | |",
        ["2 1 Mend_it Ann Q1 Open", "5 beneath the table"],
    ),
    "labels and what each says apart": (
        f"{HEAD}\n{ROW}\n{ROW}\n| |\n| | Score left: | Likelihood: 2 | Impact: 3 | Score: 6 (low) |",
        [*TWO, "5 beneath the table"],
    ),
    "an action apart that labels who and when": (
        f"{HEAD}\n{ROW}\n{ROW}\n| |\n| | Mend the following: | Lead: Ann | Q2 | Open |",
        [*TWO, "5 . Mend_the_following: Lead:_Ann Q2 Open"],
    ),
    "actions apart with the next refs": (
        f"{HEAD}\n{ROW}\n{ROW}\n| |\n| 3 | The hall roof | | | |\n| | The pier | | | Waiting |\n| New | Paint it | | | |\n| New | The bell | Bo | | |",
        [
            *(f"{row} 1 Mend_it Ann Q1 Open" for row in (2, 3)),
            "5 3 The_hall_roof . . .",
            "6 . The_pier . . Waiting",
            "7 New Paint_it . . .",
            "8 New The_bell Bo . .",
        ],
    ),
    "an action after a key with the next ref": (
        f"{HEAD}\n{ROW}\n{ROW}\n| |\n| R | Off track | | | |\n| |\n| 3 | Paint it | | | |",
        ["2 1 Mend_it Ann Q1 Open", "3 1 Mend_it Ann Q1 Open", "7 3 Paint_it . . .", f"5 {APART}"],
    ),
    "notes right beneath": (
        f"{HEAD}\n{ROW}\n{ROW}\n| | See also the risk register | | | |\n| | * subject to funding | | | |\n| * | Actions marked * are new | | | |",
        [*TWO, "4 beneath the table", "5 beneath the table", "6 beneath the table"],
    ),
    "when it was last changed": (
        f"{HEAD}\n{ROW}\n{ROW}\n| Last updated: 7 May 2026 | | | | |",
        [*TWO, "4 beneath the table"],
    ),
    "a note with a mark that is used": (
        f"{HEAD}\n{ROW}\n| 2 | Light it* | Bo | Q1 | Open |\n| | * Subject to funding | | | |",
        ["2 1 Mend_it Ann Q1 Open", "3 2 Light_it* Bo Q1 Open", "4 beneath the table"],
    ),
    "actions with a mark right beneath": (
        f"{HEAD}\n{ROW}\n{ROW}\n| * | New theatre roof | | | |\n| | * paint it | | | |\n| 3 | See also to the pier | | | |",
        [*TWO, "4 * New_theatre_roof . . .", "5 . *_paint_it . . .", "6 3 See_also_to_the_pier . . ."],
    ),
    "a mark in the middle": (
        f"{HEAD}\n{ROW}\n{ROW}\n| | * subject to funding | | | |\n{ROW}",
        [*TWO, "4 . *_subject_to_funding . . .", "5 1 Mend_it Ann Q1 Open"],
    ),
    "a note with an owner": (
        f"{HEAD}\n{ROW}\n{ROW}\n| | See also to the pier | Ann | | |", [*TWO, "4 . See_also_to_the_pier Ann . ."]
    ),
    "an example as an action": (
        f"{HEAD}\n| 0 | EXAMPLE: Mend it | Ann | 2026-03-31 | Open |\n{ROW}\n| 2 | (Example) Mend it | Ann | Q1 | Open |",
        ["3 1 Mend_it Ann Q1 Open", "2 guidance on what to write", "4 guidance on what to write"],
    ),
    "an action with an example in it": (
        f"{HEAD}\n{ROW}\n| 2 | Example-led training | Ann | Q1 | Open |",
        ["2 1 Mend_it Ann Q1 Open", "3 2 Example-led_training Ann Q1 Open"],
    ),
    "what is to be replaced": (
        f"{HEAD}\n{ROW}\n| [ref] | [Action] | [owner] | [date] | [status] |\n| 3 | [Insert action here] | | | Open |",
        ["2 1 Mend_it Ann Q1 Open", "3 guidance on what to write", "4 guidance on what to write"],
    ),
    "actions in brackets": (
        f"{HEAD}\n{ROW}\n| 2 | [Add details] | Ann | Q1 | Open |\n| 3 | [Mend it] | | | |",
        ["2 1 Mend_it Ann Q1 Open", "3 2 [Add_details] Ann Q1 Open", "4 3 [Mend_it] . . ."],
    ),
    "a line for more": (
        f"{HEAD}\n{ROW}\n| 2 | Add further actions here | | | |", ["2 1 Mend_it Ann Q1 Open", "3 guidance on what to write"]
    ),
    "an action that adds": (
        f"{HEAD}\n{ROW}\n| 2 | Add further actions here | Ann | | |\n| 3 | Add actions to the register | | | |",
        ["2 1 Mend_it Ann Q1 Open", "3 2 Add_further_actions_here Ann . .", "4 3 Add_actions_to_the_register . . ."],
    ),
    "a number over its own": (
        f"{HEAD}\n| 1 | People | | | |\n| 1.1 | Mend it | Ann | Q1 | Open |\n| 2 | Place | | | |\n| 2.1 | Light it | | | Open |",
        ["3 1.1 Mend_it Ann Q1 Open", "5 2.1 Light_it . . Open", "2 a section's title", "4 a section's title"],
    ),
    "a number over places for its own": (
        f"{HEAD}\n| 1 | People | | | |\n| 1.1 | Mend it | Ann | Q1 | Open |\n| 2 | Places | | | |\n| 2.1 | | | | |"
        "\n| 3 | Light it | | | |\n| 3.1 | | | | |\n| 4 | Lamps | | | |",
        [
            "3 1.1 Mend_it Ann Q1 Open",
            "6 3 Light_it . . .",
            "8 4 Lamps . . .",
            "2 a section's title",
            "4 a section's title",
            "5 no action in it",
            "7 no action in it",
        ],
    ),
    "names to be given": (
        f"{HEAD}\n| 1 | Work package name | | | |\n{ROW}\n| 2 | Title of task: | | | |\n| 3 | Action title 2 | | | Open |"
        "\n| 4 | Task name | Ann | | |\n| 5 | Task names are agreed | | | |",
        [
            "3 1 Mend_it Ann Q1 Open",
            "6 4 Task_name Ann . .",
            "7 5 Task_names_are_agreed . . .",
            *(f"{row} guidance on what to write" for row in (2, 4, 5)),
        ],
    ),
    "numbers over their own over theirs": (
        f"{HEAD}\n| 1. | People | | | |\n| 1.1 | Staff | | | |\n| 1.1.1 | Mend it | Ann | Q1 | Open |",
        ["4 1.1.1 Mend_it Ann Q1 Open", "2 a section's title", "3 a section's title"],
    ),
    "a number over letters": (
        "| | Action | Owner | Due | Status |\n| 1. | People | | | |\n| a | Mend it | Ann | Q1 | Open |\n| b | Light it | Bo | Q2 | Open |"
        "\n| 2 | Place | | | |\n| a | Sweep it | Ann | | |\n| 3 | Ask them | | | |\n| 4 | Tell them | Bo | | |",
        [
            "3 Mend_it Ann Q1 Open",
            "4 Light_it Bo Q2 Open",
            "6 Sweep_it Ann . .",
            "7 Ask_them . . .",
            "8 Tell_them Bo . .",
            "2 a section's title",
            "5 a section's title",
        ],
    ),
    "a number over its own where another is dated": (
        f"{HEAD}\n| 1 | People | | Q1 | |\n| 1.1 | Mend it | Ann | Q1 | Open |\n| 2 | Place | | | |\n| 2.1 | Light it | | | Open |",
        ["2 1 People . Q1 .", "3 1.1 Mend_it Ann Q1 Open", "4 2 Place . . .", "5 2.1 Light_it . . Open"],
    ),
    "a number over others, and over its own that say no more": (
        f"{HEAD}\n| 1 | People | | | |\n| 2.1 | Mend it | Ann | Q1 | Open |\n| 3 | Place | | | |\n| 3.1 | Light it | | | |",
        ["2 1 People . . .", "3 2.1 Mend_it Ann Q1 Open", "4 3 Place . . .", "5 3.1 Light_it . . ."],
    ),
    "what stands beside": (
        "| Ref | Action | Owner | - | |\n| 1 | Mend | Ann | | Key |\n| 2 | Light | Bo | | ␣ |",
        ["2 1 Mend Ann", "3 2 Light Bo", "1 beside the table"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), ROWS.values(), ids=ROWS)
def test_what_a_row_is(text: str, rows: list[str]) -> None:
    assert summarise(layout_of(text)) == rows


def test_rows_of_the_table_beneath_say_nothing_of_titles() -> None:
    layout = layout_of(
        "| Action | Owner | Status |\n| Groundwork | | |\n| Mend it | Ann | Open |\n| Lights | | |\n| Light it | Bo | Open |"
        "\n| | Cy | |"
    )
    within = replace(layout, last_row=5)
    assert summarise(within) == [
        "3 Mend_it Ann Open",
        "5 Light_it Bo Open",
        "2 a section's title",
        "4 a section's title",
    ]
    assert summarise(layout)[:2] == ["2 Groundwork . .", "3 Mend_it Ann Open"]


def test_what_stands_beside_a_table_on_its_left() -> None:
    layout = replace(layout_of("| Key | Action | Owner | x |\n| Green | Mend it | Ann | y |"), span=range(2, 4))
    (beside,) = [skipped for skipped in read_rows(layout)[1] if skipped.why is Aside.BESIDE]
    assert [cell.address for cell in beside.cells] == ["A1", "D1", "A2", "D2"]


CARRIED = {
    "a theme": ("| Theme | Action | Owner |\n| Homes | Mend | Ann |\n| | Light | Bo |", ["2 Homes Mend Ann", "3 Homes Light Bo"]),
    "an owner under the same theme": ("| Theme | Action | Owner |\n| Homes | Mend | Ann |\n| | Light | |", ["2 Homes Mend Ann", "3 Homes Light Ann"]),
    "no owner under a theme stated anew": (
        "| Theme | Action | Owner |\n| Homes | Mend | Ann |\n| Homes | Light | |\n| | Ask | |",
        ["2 Homes Mend Ann", "3 Homes Light .", "4 Homes Ask ."],
    ),
    "a recommendation under the same theme": (
        "| Theme | Recommendation | Action |\n| Homes | Build | Mend |\n| Homes | | Light |\n| Roads | | Ask |\n| | | Tell |",
        ["2 Homes Build Mend", "3 Homes Build Light", "4 Roads . Ask", "5 Roads . Tell"],
    ),
    "an owner without themes": ("| Action | Owner |\n| Mend | Ann |\n| Light | |", ["2 Mend Ann", "3 Light ."]),
    "an owner under an empty column of themes": ("| Theme | Action | Owner |\n| | Mend | Ann |\n| | Light | |", ["2 . Mend Ann", "3 . Light ."]),
    "as above": ("| Action | Owner |\n| Mend | Ann |\n| Light | As above |\n| Ask | ditto |", ["2 Mend Ann", "3 Light Ann", "4 Ask Ann"]),
    "as above with nothing above": ("| Action | Owner |\n| Mend | As above |\n| Light | |", ["2 Mend As_above", "3 Light ."]),
    "a theme as above": (
        "| Theme | Action | Owner |\n| Homes | Mend | Ann |\n| As above | Light | |", ["2 Homes Mend Ann", "3 Homes Light Ann"],
    ),
    "no further than a section's title": (
        "| Ref | Action | Owner |\n| 1 | Mend | Ann |\n| Homes | | |\n| 2 | Light | as above |",
        ["2 1 Mend Ann", "4 2 Light as_above", "3 a section's title"],
    ),
    "an owner under a recommendation stated anew": (
        "| Recommendation | Action | Owner |\n| Build | Mend | Ann |\n| Paint | Light | |", ["2 Build Mend Ann", "3 Paint Light ."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), CARRIED.values(), ids=CARRIED)
def test_what_carries_down(text: str, rows: list[str]) -> None:
    assert summarise(layout_of(text)) == rows


MERGED = {
    "an owner": ("| Action | Owner |\n| Mend | Ann |\n| Light | |", Block(2, 2, 3, 2), ["2 Mend Ann", "3 Light Ann"]),
    "a block with words of its own beneath": ("| Action | Owner |\n| Mend | Ann |\n| Light | Bo |", Block(2, 2, 3, 2), ["2 Mend Ann", "3 Light Bo"]),
    "a block beyond the sheet": ("| Action | Owner |\n| Mend | Ann |", Block(2, 2, 9, 2), ["2 Mend Ann"]),
    "the second column of a block": ("| Action | Owner | Due |\n| Mend | Ann | |\n| Light | | |", Block(2, 2, 3, 3), ["2 Mend Ann .", "3 Light Ann ."]),
    "an action over rows with owners": ("| Action | Owner |\n| Mend | Ann |\n| | Bo |", Block(2, 1, 3, 1), ["2 Mend Ann", "3 Mend Bo"]),
    "an action over rows with statuses": ("| Action | Status |\n| Mend | Open |\n| | Gone |", Block(2, 1, 3, 1), ["2 Mend Open", "3 Mend Gone"]),
    "an action over rows without": ("| Ref | Action | Owner |\n| 1 | Mend | Ann |\n| 2 | | |", Block(2, 2, 3, 2), ["2 1 Mend Ann", "3 no action in it"]),
    "a title across": ("| Action | Owner | Due | Status |\n| Homes | | | |\n| Mend | Ann | Q1 | Open |", Block(2, 1, 2, 3), ["3 Mend Ann Q1 Open", "2 a section's title"]),
    "an action across half": ("| Action | Owner | Due | Status |\n| Homes | | | |\n| Mend | Ann | Q1 | Open |", Block(2, 1, 2, 2), ["2 Homes . . .", "3 Mend Ann Q1 Open"]),
    "a ref across two": ("| Owner | Ref | Action | Due |\n| Homes | | | |\n| Ann | 1 | Mend | Q1 |", Block(2, 1, 2, 2), ["3 Ann 1 Mend Q1", "2 a section's title"]),
    "a ref down two": ("| Owner | Ref | Action | Due |\n| Homes | | | |\n| Ann | 1 | Mend | Q1 |", Block(2, 1, 3, 1), ["3 Ann 1 Mend Q1", "2 no action in it LOST"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "block", "rows"), MERGED.values(), ids=MERGED)
def test_what_is_merged(text: str, block: Block, rows: list[str]) -> None:
    assert summarise(layout_of(text, (block,))) == rows


@pytest.mark.parametrize(
    ("last", "down", "row"),
    [
        (5, 4, "3 a section's title"),
        (5, 3, "3 Dark Agreed Agreed . ."),
        (4, 4, "3 Dark Agreed Agreed . ."),
    ],
)
def test_the_whole_over_its_parts_is_no_action_where_it_is_merged_over_who_does_them(
    last: int, down: int, row: str
) -> None:
    text = (
        "| Finding | Answer | Action | Owner | Due |\n| Old | Paint | Mend | Ann | Q1 |\n| Dark | Agreed | | | |\n"
        "| | Lamps | Light | Bo | Q2 |"
    )
    layout = replace(layout_of(text, (Block(3, 2, 3, last), Block(3, 1, down, 1))), whole=2)
    assert row in summarise(layout)


def list_themes(text: str) -> list[str]:
    """The words of the title that each action stands under."""
    return [row.section.text if row.section else "" for row in read_rows(layout_of(text))[0]]


def test_the_first_of_the_lines_over_a_part_s_headings_is_its_theme() -> None:
    part = "| Key actions: |\n| Action | Owner | Status |\n| Mend it | Ann | Open |"
    themes = list_themes(
        f"| Pier plan |\n| 1. Finding: it is old |\n{part}\n| 2. Finding: it is dark |\n| Agree |\n{part}"
    )
    assert themes == ["1. Finding: it is old", "2. Finding: it is dark"]


def test_a_part_without_a_table_is_the_theme_of_none() -> None:
    table = "| Action | Owner | Status |\n| Mend the pier | Ann | Open |"
    text = f"| Theme 1: Piers |\n{table}\n| Theme 2: Quays |\n| None of it yet |\n| Theme 3: Lamps |\n{table}"
    assert list_themes(text) == ["Theme 1: Piers", "Theme 3: Lamps"]
    assert list_themes(text.replace("None of it yet", "Light the quay"))[1:] == ["Theme 2: Quays", "Theme 3: Lamps"]
    assert summarise(layout_of(text))[2:] == [
        "4 a section's title",
        "5 a section's title",
        "6 a section's title",
        "7 the header again",
    ]


def test_the_smallest_part_is_the_theme() -> None:
    part = "| Agree |\n| Action | Owner | Status |\n| Mend the pier | Ann | Open |"
    text = f"| Area: Sea |\n| Finding 1 |\n{part}\n| Finding 2 |\n{part}\n| Area: Land |\n| Finding 3 |\n{part}"
    assert list_themes(text) == ["Finding 1", "Finding 2", "Finding 3"]
    assert [row.number for row in read_rows(layout_of(text))[0]] == [5, 9, 14]


OPENINGS = {
    "Recommendation 2": "recommendation",
    "2. Recommendation: light it": "recommendation",
    "No. 3 Finding": "finding",
    "Strategic aim: light": "strategic aim",
    "Objective – light": "objective",
    "Aim - light": "aim",
    "Agree": "agree",
    "The pier is to be mended": "",
    "Co-ordinate lights": "",
    "1.2": "",
}


@pytest.mark.parametrize(("text", "opening"), OPENINGS.items())
def test_how_a_line_opens(text: str, opening: str) -> None:
    assert find_opening(text) == opening


def test_a_theme_with_its_lead_beside_is_the_theme_of_what_follows() -> None:
    before = f"{HEAD}\n| Theme 1: People | | | | |\n{ROW}"
    assert list_themes(f"{before}\n| Theme 2: Place | | Lead: Bo Lane | | |\n{ROW}") == [
        "Theme 1: People",
        "Theme 2: Place",
    ]
    assert list_themes(f"{before}\n| Theme 2: Place | | Bo Lane | Q1 | |\n{ROW}") == ["Theme 1: People"] * 2


def test_a_number_over_its_own_is_their_theme() -> None:
    themes = list_themes(
        f"{HEAD}\n| 1 | People | | | |\n| 1.1 | Mend it | Ann | Q1 | Open |\n| 2 | Place | | | |"
        "\n| 2.1 | Light it | Bo | Q1 | Open |"
    )
    assert themes == ["People", "Place"]


def test_charts_say_nothing_of_a_row() -> None:
    layout = layout_of("| Ref | Action | Owner | Jan |\n| 1 | Mend | Ann | x |\n| | | | x |", calendars=(range(4, 5),))
    assert summarise(layout) == ["2 1 Mend Ann x"]


@pytest.mark.parametrize(
    ("text", "row", "is_end"),
    [("as above", 0, True), (" Same as Above. ", 0, True), ("(ditto)", 0, True), ('"', 0, True), ("''", 0, True), ("〃", 0, True)]
    + [(text, 0, True) for text in ("see above", "do", "”")]
    + [(text, 0, False) for text in ("", "above", "ditto it", "Ann")],
)  # fmt: skip
def test_words_for_what_stands_above(text: str, row: int, is_end: bool) -> None:
    assert is_ditto(text) == is_end


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("Mend it", True), ("12 a", True), ("12.5", False), ("3)", False), (" ", False), ("#N/A", False)],
)
def test_which_words_are_an_action(text: str, is_one: bool) -> None:
    assert is_action(text) == is_one


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Plan - Page 2", "plan"),
        ("Plan (page 2 of 4)", "plan"),
        ("Plan page 2/4", "plan"),
        ("Plan, continued", "plan"),
        ("Plan (cont'd.)", "plan"),
        ("Plan: contd", "plan"),
        ("Homepage 2", "homepage 2"),
        ("Page", "page"),
    ],
)
def test_what_a_page_adds_to_a_title(text: str, title: str) -> None:
    assert strip_page(text) == title


@pytest.mark.parametrize(
    ("cells", "repeats"),
    [
        (("Ref", "Action", "Owner", "Due", "Status"), True),
        (("REF", " action "), True),
        (("Ref", "Action", "Owner", "Due", "x"), True),
        (("Ref", "Action", "Owner", "x"), False),
        (("Ref",), False),
        ((), False),
        (("No.", "What we will do", "Responsible", "Deadline", "Progress"), True),
        (("", "Activity", "Lead officer", "Timescale"), True),
        (("", "Activity", "Lead officer", "Timescale", "Complete"), False),
        (("", "Activity", "Lead officer"), False),
        (("", "Activity", "Lead officer", "Q3"), False),
        (("Number", "", "Lead officer", "Timescale"), False),
        (("Action", "Ref"), False),
    ],
)
def test_a_row_of_headings(cells: tuple[Value, ...], repeats: bool) -> None:
    filled = [Cell("Plan", 2, column, str(text)) for column, text in enumerate(cells, 1) if text]
    assert repeats_headings(layout_of(HEAD), filled) == repeats


@pytest.mark.parametrize(
    ("cells", "repeats"),
    [
        (("Action", "Status", "Notes"), True),
        (("Action", "Status", "Permit 12"), False),
        (("Action", "Notes", "Permit"), False),
        (("Action", "Owner", "Notes"), False),
        (("Action", "Notes"), False),
    ],
)
def test_a_part_has_a_heading_of_its_own_over_what_is_only_kept(cells: tuple[str, ...], repeats: bool) -> None:
    filled = [Cell("Plan", 2, column, text) for column, text in enumerate(cells, 1)]
    assert repeats_headings(layout_of("| Action | Status | Permit |"), filled) == repeats


def test_the_cells_of_an_action() -> None:
    (row,), _ = read_rows(layout_of("| Action | Owner | Due |\n| Mend | #REF! | |"))
    texts = [row.text(field) for field in (Field.ACTION, Field.OWNER, Field.TIMESCALE, Field.STATUS)]
    assert texts == ["Mend", "", "", ""]
    owner = row.cell(Field.OWNER)
    assert (owner and owner.text, row.cell(Field.STATUS)) == ("#REF!", None)


@pytest.mark.parametrize(
    ("row", "is_told"),
    [
        ("| 1 | Identify what is to be done | Identify who does it | Identify by when |", True),
        ("| 1 | Identify what is to be done | Identify who does it | Q1 23/24 |", False),
        ("| 1 | Identify | Identify | Identify |", False),
        ("| 1 | - Mend the pier\\n- Light it | - Ann Lee leads | - By the end of May |", False),
        ("| 1 | - State what is done | State who leads | • State when it is due |", True),
    ],
)
def test_a_row_that_asks_alike_in_half_of_its_cells_says_what_to_write(row: str, is_told: bool) -> None:
    layout = layout_of(f"| Ref | Action | Owner | Due |\n{row}\n| 2 | Mend the pier | Ann Lee | Q2 23/24 |")
    rows, skipped = read_rows(layout)
    assert [each.number for each in rows] == ([3] if is_told else [2, 3])
    assert [each.why for each in skipped] == ([Aside.GUIDANCE] if is_told else [])
