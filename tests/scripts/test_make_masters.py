"""The masters in ``workbooks/`` are what the script makes, and every untidy cell of the example is on purpose."""

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from peerxl import read_plan
from peerxl.checks import check_plan
from peerxl.model.status import DEFAULT_VOCABULARY

ROOT = Path(__file__).resolve().parents[2]
WORKBOOKS = ROOT / "workbooks"
NAMES = ("blank-master.xlsx", "example-master.xlsx")

SHEETS = ["Action plan", "Owners", "Statuses", "Settings", "Letters", "Guide"]
HEADINGS = [
    "Ref",
    "Theme",
    "Recommendation",
    "Action",
    "Timescale",
    "Owner",
    "Quarter 1 update",
    "Quarter 1 comments",
    "Quarter 2 update",
    "Quarter 2 comments",
    "Quarter 3 update",
    "Quarter 3 comments",
    "Quarter 4 update",
    "Quarter 4 comments",
    "Evidence",
]
HEADER_ROW = 3
COLUMNS = dict(zip("ABCDEFGHIJKLMNO", HEADINGS, strict=True))

MESS = """
| cell | what it says                          | what is wrong                                                    |
| A16  | PC4.2                                 | ref-duplicate: A17 has the same ref                              |
| A17  | PC4.2                                 | ref-duplicate: A16 has the same ref                              |
| A29  |                                       | ref-missing: the action has no ref                               |
| C14  | <p>Keep the local plan on course…     | markup-in-cell: the marks of a web page                          |
| E5   | Q3 2025/26                            | action-due: in the reporting quarter, and in progress            |
| E9   | Q2 25/26 draft; Q4 25/26 final policy | timescale-several-milestones: two in one cell                    |
| E10  | 28/11/2025                            | action-due: an Excel date in the reporting quarter, in progress  |
| E12  | Sept 25                               | action-overdue: due in Q2 2025/26, and open                      |
| E14  | Subject to the transport study        | timescale-unreadable: names no period                            |
| E17  | Autumn 2025                           | action-due: ends in the reporting quarter, and in progress       |
| E21  | Q2 24/25                              | timescale-before-plan: the plan starts in Q4 2024/25             |
| E24  | TBC                                   | timescale-missing: no date is set, and the action is open        |
| E29  | Q1 25/26 – Q3 25/26                   | action-due: ends in the reporting quarter, and in progress       |
| F9   | ADs for Finance and Housing           | owner-joint: a plural shared by two                              |
| F12  | AD for Planning / AD for People       | owner-joint: two with a slash                                    |
| F16  | AD for Housing, with support from AD… | a supporter, who is not asked                                    |
| F24  | To be advised                         | owner-missing: the action has no owner                           |
| F29  | Head of Transformation                | owner-unknown: not on the Owners sheet                           |
| G12  | IN PROGRESS                           | status-spelling: In progress                                     |
| I16  | Completed␠                            | status-spelling: a space after the word                          |
| I21  | Complete                              | status-spelling: Completed                                       |
| K6   | On going                              | status-spelling: Ongoing                                         |
| K12  | Amber                                 | status-unknown: not on the Statuses sheet                        |
| K18  |                                       | status-missing: the action is open and Quarter 3 is blank        |
| K22  | Completed                             | status-contradicts-timescale: E22 is Q1 25/26 – ongoing          |
| K23  | Completed                             | status-contradicts-comment: L23 is This is ongoing.              |
| L6   | The report is published within six…   | comment-repeated: word for word J6                               |
| L18  |                                       | no comment: the action is open and Quarter 3 is blank            |
"""

FINDINGS = {
    ("timescale-before-plan", "E21"),
    ("timescale-unreadable", "E14"),
    ("ref-duplicate", "A16,A17"),
    ("status-unknown", "K12"),
    ("action-overdue", "E12"),
    ("action-due", "E5"),
    ("action-due", "E10"),
    ("action-due", "E17"),
    ("action-due", "E29"),
    ("status-missing", "K18"),
    ("owner-missing", "F24"),
    ("owner-unknown", "F29"),
    ("status-spelling", "G12"),
    ("status-spelling", "I16"),
    ("status-spelling", "I21"),
    ("status-spelling", "K6"),
    ("markup-in-cell", "C14"),
    ("status-contradicts-comment", "K23,L23"),
    ("status-contradicts-timescale", "K22,E22"),
    ("timescale-several-milestones", "E9"),
    ("timescale-missing", "E24"),
    ("owner-joint", "F9,F12"),
    ("comment-repeated", "L6,J6"),
    ("ref-missing", "D29"),
}


def mess() -> dict[str, tuple[str, str]]:
    """The example's untidy cells: what each says and what is wrong with it."""
    lines = [[part.strip() for part in line.strip("|").split("|")] for line in MESS.strip().splitlines()[1:]]
    return {cell: (words.replace("␠", " "), wrong) for cell, words, wrong in lines}


Rows = Sequence[Sequence[object]]


def run(*arguments: object, seed: str = "0") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "make_masters.py"), *map(str, arguments)]
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


@pytest.fixture(name="made", scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("masters")
    done = run("--out", folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return folder


def sheet(name: str, workbook: str) -> Rows:
    rows: Rows = (
        CalamineWorkbook.from_path(WORKBOOKS / workbook).get_sheet_by_name(name).to_python(skip_empty_area=False)
    )
    return rows


@pytest.fixture(name="plan", scope="module")
def read_rows() -> Rows:
    return sheet("Action plan", "example-master.xlsx")


def said(plan: Rows, cell: str) -> str:
    """What a cell of the plan says."""
    value = plan[int(cell[1:]) - 1]["ABCDEFGHIJKLMNO".index(cell[0])]
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def under(plan: Rows, *columns: str) -> dict[str, str]:
    """The cells of the plan's columns, by address, without those that are untidy on purpose."""
    last = len(plan)
    cells = [f"{column}{row}" for column in columns for row in range(HEADER_ROW + 1, last + 1)]
    return {cell: said(plan, cell) for cell in cells if cell not in mess()}


@pytest.mark.parametrize("name", NAMES)
def test_the_workbooks_are_what_the_script_makes(made: Path, name: str) -> None:
    assert (made / name).read_bytes() == (WORKBOOKS / name).read_bytes()


def test_the_same_words_make_the_same_bytes(made: Path, tmp_path: Path) -> None:
    run("--out", tmp_path, seed="7")
    assert all((tmp_path / name).read_bytes() == (made / name).read_bytes() for name in NAMES)


def test_check_says_which_workbook_is_out_of_date(made: Path, tmp_path: Path) -> None:
    (tmp_path / "example-master.xlsx").write_bytes((made / "example-master.xlsx").read_bytes())
    (tmp_path / "blank-master.xlsx").write_bytes(b"old")
    done = run("--check", "--out", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "blank-master.xlsx is out of date: run python scripts/make_masters.py\n"
    assert (tmp_path / "blank-master.xlsx").read_bytes() == b"old"


def test_check_is_silent_where_both_are_up_to_date() -> None:
    done = run("--check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("name", NAMES)
def test_sheets(name: str) -> None:
    assert CalamineWorkbook.from_path(WORKBOOKS / name).sheet_names == SHEETS


def test_plan(plan: Rows) -> None:
    assert plan[0][0] == "Tellbourne District Council - Peer challenge action plan 2025/26"
    assert plan[HEADER_ROW - 1] == HEADINGS
    actions = plan[HEADER_ROW:]
    assert len(actions) == 27
    assert len({row[1] for row in actions}) == 8
    assert all(row[1] and row[2] and row[3] for row in actions)


def test_three_quarters_are_filled_and_the_fourth_is_not(plan: Rows) -> None:
    assert set(under(plan, *"MN").values()) == {""}
    assert "" not in under(plan, *"GHIJ").values()
    assert [cell for cell, words in under(plan, *"KL").items() if not words] == ["K30", "L30"]
    assert said(plan, "I30") == "Superseded"


def test_comments_are_of_every_length(plan: Rows) -> None:
    comments = under(plan, *"HJLN")
    assert [cell for cell, words in comments.items() if len(words.split()) >= 80] == ["J7", "L14", "L29"]
    assert [cell for cell, words in comments.items() if "\n" in words] == ["J14", "L10"]
    assert [cell for cell, words in comments.items() if "\u00a0" in words] == ["L15"]


@pytest.mark.parametrize("cell", mess())
def test_mess(plan: Rows, cell: str) -> None:
    words, _ = mess()[cell]
    start, dots, _ = words.partition("…")
    told = said(plan, cell)
    assert told.startswith(start) if dots else told == words


def test_the_checks_find_the_mess_and_nothing_else() -> None:
    findings = check_plan(read_plan(WORKBOOKS / "example-master.xlsx"))
    assert {(finding.code, ",".join(finding.addresses)) for finding in findings} == FINDINGS
    assert len(findings) == len(FINDINGS)


def test_the_mess_names_every_finding() -> None:
    named = {
        (wrong.partition(":")[0], cell[1:]) for cell, (_, wrong) in mess().items() if "-" in wrong.partition(":")[0]
    }
    assert named == {(code, cell[1:]) for code, cells in FINDINGS for cell in cells.split(",")}


def test_mess_beside_what_it_contradicts(plan: Rows) -> None:
    assert said(plan, "E22") == "Q1 25/26 – ongoing"
    assert said(plan, "L23") == "This is ongoing."
    assert said(plan, "L6") == said(plan, "J6")
    assert said(plan, "F16") == "AD for Housing, with support from AD Legal"
    assert said(plan, "C14").endswith("</p>")


def test_most_rows_are_tidy(plan: Rows) -> None:
    news = {cell for cell, (_, wrong) in mess().items() if wrong.startswith("action-due")}
    untidy = {int(cell[1:]) for cell in mess().keys() - news}
    assert sorted(untidy) == [6, 9, 12, 14, 16, 17, 18, 21, 22, 23, 24, 29]


def test_all_other_statuses_are_house_words(plan: Rows) -> None:
    assert set(under(plan, *"GIK").values()) - {""} == {*DEFAULT_VOCABULARY.words} - {"Not pursued"}


def test_all_other_owners_are_on_the_owners_sheet(plan: Rows) -> None:
    owners = sheet("Owners", "example-master.xlsx")[HEADER_ROW:]
    spellings = {word for row in owners for word in (row[0], *str(row[1]).split("; "))}
    assert set(under(plan, "F").values()) <= spellings
    assert set(under(plan, "F").values()) - {row[0] for row in owners} == {"AD Finance", "AD Legal"}


def test_all_other_refs_are_there_once(plan: Rows) -> None:
    refs = under(plan, "A").values()
    assert len(set(refs)) == len(refs) == 24
    assert "" not in refs


def test_all_other_comments_differ_and_have_no_marks(plan: Rows) -> None:
    comments = [words for words in under(plan, *"HJL").values() if words]
    assert len(set(comments)) == len(comments)
    assert not any("<" in words for words in under(plan, *COLUMNS).values())


def test_timescales_are_of_many_kinds(plan: Rows) -> None:
    assert set(under(plan, "E").values()) == {
        "Q4 24/25 – Q2 25/26",
        "Q4 24/25 – Q1 25/26",
        "Q1 25/26 – ongoing",
        "Q1 25/26 – Q3 25/26",
        "Q1 25/26 – Q4 26/27",
        "Q2 25/26 – Q3 25/26",
        "Q2 25/26",
        "Q2 2025/26",
        "Q3 2025/26",
        "Q4 2025/26",
        "Ongoing",
        "by 31 March 2026",
        "by the end of June 2026",
        "31/03/2026",
    }
    assert [cell for cell in ("E10", "E19") if isinstance(plan[int(cell[1:]) - 1][4], date)] == ["E10", "E19"]


def test_owners() -> None:
    rows = sheet("Owners", "example-master.xlsx")
    assert rows[HEADER_ROW - 1] == ["Owner", "Also written as", "Name", "Email", "Reports to"]
    assert len(rows[HEADER_ROW:]) == 13
    owners = {row[0] for row in rows[HEADER_ROW:]}
    assert all(str(row[3]).endswith("@tellbourne.example") for row in rows[HEADER_ROW:])
    assert {row[4] for row in rows[HEADER_ROW:]} - {""} <= owners


@pytest.mark.parametrize("name", NAMES)
def test_statuses(name: str) -> None:
    rows = sheet("Statuses", name)
    assert rows[HEADER_ROW - 1] == ["Status", "Counts as", "Also written as", "Meaning"]
    assert [(row[0], row[1]) for row in rows[HEADER_ROW:]] == [
        ("Not started", "Open"),
        ("In progress", "Open"),
        ("Ongoing", "Open"),
        ("On hold", "Open"),
        ("Completed", "Closed"),
        ("Superseded", "Closed"),
        ("Not pursued", "Closed"),
    ]


def test_settings() -> None:
    rows = sheet("Settings", "example-master.xlsx")
    assert rows[HEADER_ROW - 1] == ["Setting", "Value", "What it is for"]
    assert {row[0]: row[1] for row in rows[HEADER_ROW:] if row[1]} == {
        "Council": "Tellbourne District Council",
        "Coordinator": "Policy and Performance Manager",
        "Reporting quarter": "Q3 2025/26",
        "Plan starts": "Q4 2024/25",
        "First month of the year": "April",
        "Q1 2023 means": "Fiscal",
        "Appendix number": 6,
        "Committee name": "Overview and Scrutiny Committee",
        "Contact": "Policy and Performance team",
        "Other formats": "ask the contact for large print, easy read or another language",
        "Days to reply": 10,
    }


def test_blank() -> None:
    plan = sheet("Action plan", "blank-master.xlsx")
    assert plan[0][0] == "Name of the council - Action plan"
    assert plan[HEADER_ROW - 1] == HEADINGS
    assert {value for row in plan[HEADER_ROW:] for value in row} <= {""}
    assert {value for row in sheet("Owners", "blank-master.xlsx")[HEADER_ROW:] for value in row} <= {""}
    settings = {row[0]: row[1] for row in sheet("Settings", "blank-master.xlsx")[HEADER_ROW:]}
    assert {name: value for name, value in settings.items() if value} == {
        "First month of the year": "April",
        "Q1 2023 means": "Fiscal",
        "Days to reply": 14,
    }


def test_blank_cells_are_empty_and_no_texts_of_length_nothing() -> None:
    plan = load_workbook(WORKBOOKS / "blank-master.xlsx")["Action plan"]
    assert {cell.value for row in plan.iter_rows(min_row=HEADER_ROW + 1) for cell in row} == {None}
