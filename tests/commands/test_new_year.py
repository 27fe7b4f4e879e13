"""Next year's plan made from this year's, and names and addresses that come along when one is adopted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter

from peerxl import read_plan
from peerxl.excel.read import read_sheets
from peerxl.model.settings import Contact
from tests.cli.test_cli import run, sentence
from tests.conftest import EXAMPLE

PLAN = (
    (
        *("Ref", "Theme", "Action", "Original timescale", "Timescale", "Owner"),
        *("Q3 update", "Q3 comments", "Q4 update", "Q4 comments", "Budget"),
    ),
    (
        *("H1", "Harbour", "Repair the pier", "Q2 23/24", "Q1 24/25 (was Q4 23/24)", "AD Ports"),
        *("In progress", "Timber is ordered.", "Delayed", "Timber is late.", "£4m"),
    ),
    (
        *("H2", "Harbour", "Light the pier", "Q2 23/24", "Q3 23/24", "AD Ports"),
        *("Completed", "Lamps came.", "Completed", "", ""),
    ),
    (
        *("H3", "Harbour", "Dredge the basin", "Q4 23/24", "Q4 23/24", "AD Fleet"),
        *("In progress", "Begun.", "Completed", "Done in March.", ""),
    ),
    (
        *("R1", "Roads", "Mend the bridge", "Q3 24/25", "Q3 24/25", "AD Roads"),
        *("On hold", "Steel is dear.", "", "", "£1m"),
    ),
)
OWNERS = (
    ("Owner", "Also written as", "Name", "Email", "Reports to"),
    ("AD Ports", "Ports AD", "Ann Field", "ann@harbour.example", "Director"),
)
TITLE = "Harbour action plan 2023/24 – Quarter 4"


def write_plan(
    path: Path, rows: Sequence[Sequence[str]], owners: Sequence[Sequence[str]] = (), title: str = TITLE
) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_string(0, 0, title)
        for number, row in enumerate(rows, 2):
            sheet.write_row(number, 0, row)
        if owners:
            other = book.add_worksheet("Owners")
            for number, row in enumerate(owners):
                other.write_row(number, 0, row)
    return path


def list_rows(path: Path) -> list[list[str]]:
    """The rows of a new master under its headings, blank cells left out of each."""
    sheet = read_sheets(path)[0]
    rows = [[sheet.cell(row, column).text for column in range(1, 20)] for row in range(3, len(sheet.rows) + 1)]
    header = next(index for index, row in enumerate(rows) if row[0] == "Ref")
    return [
        [f"{name}: {text}" for name, text in zip(rows[header], row, strict=True) if text] for row in rows[header + 1 :]
    ]


def test_new_year(tmp_path: Path) -> None:
    master, new = write_plan(tmp_path / "master.xlsx", PLAN, OWNERS), tmp_path / "new.xlsx"
    before = master.read_bytes()
    result = run("new-year", master, "-o", new)
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [
            "Harbour action plan 2024/25, from Q1 2024/25",
            "2 actions taken along",
            "2 closed actions left behind: H2, H3",
        ],
    )
    assert list_rows(new) == [
        [
            *("Ref: H1", "Theme: Harbour", "Action: Repair the pier", "Original timescale: Q2 23/24"),
            *("Timescale: Q1 24/25 (was Q4 23/24)", "Owner: AD Ports", "Budget: £4m"),
            *("Status last year: Delayed", "Comment last year: Timber is late."),
        ],
        [
            *("Ref: R1", "Theme: Roads", "Action: Mend the bridge", "Original timescale: Q3 24/25"),
            *("Timescale: Q3 24/25", "Owner: AD Roads", "Budget: £1m"),
            *("Status last year: On hold", "Comment last year: Steel is dear."),
        ],
    ]
    plan = read_plan(new)
    assert (str(plan.quarter), str(plan.year)) == ("Q1 2024/25", "2024/25")
    assert list(map(str, plan.quarters)) == ["Q1 2024/25", "Q2 2024/25", "Q3 2024/25", "Q4 2024/25"]
    assert plan.settings.directory.contacts[0] == Contact(
        "AD Ports", ("Ports AD",), "Ann Field", "ann@harbour.example", "Director"
    )
    assert {contact.owner for contact in plan.settings.directory.contacts} >= {"AD Ports", "AD Fleet", "AD Roads"}
    assert master.read_bytes() == before


def test_what_was_closed_in_the_last_quarter_comes_along_where_asked_for(tmp_path: Path) -> None:
    master, new = write_plan(tmp_path / "master.xlsx", PLAN), tmp_path / "new.xlsx"
    told = json.loads(run("new-year", master, "-o", new, "--with-closed", "--json").stdout)
    assert told == {
        "title": "Harbour action plan 2024/25",
        "was": "Q4 2023/24",
        "quarter": "Q1 2024/25",
        "master": str(new),
        "carried": ["H1", "H3", "R1"],
        "closed": ["H3"],
        "left": ["H2"],
        "differences": [],
    }
    assert "Status last year: Completed" in list_rows(new)[1]


def test_the_year_after_next(tmp_path: Path) -> None:
    """What was said two years ago does not come along, nor is a title's other year changed."""
    title = "Peer challenge 2023: harbour action plan 2023/24 – Quarter 4"
    master = write_plan(tmp_path / "master.xlsx", PLAN, title=title)
    new, later = tmp_path / "new.xlsx", tmp_path / "later.xlsx"
    assert run("new-year", master, "-o", new).exit_code == 0
    assert run("new-year", new, "-o", later).exit_code == 0
    assert read_plan(later).title == "Peer challenge 2023: harbour action plan 2025/26"
    assert [cell for cell in list_rows(later)[0] if "last year" in cell] == []


def test_the_example_makes_a_year(tmp_path: Path) -> None:
    new = tmp_path / "new.xlsx"
    assert run("new-year", EXAMPLE, "-o", new).exit_code == 0
    old, plan = read_plan(EXAMPLE), read_plan(new)
    assert [action.text for action in plan.actions] == [action.text for action in old.open_actions(old.quarter)]
    assert plan.settings.vocabulary.statuses == old.settings.vocabulary.statuses
    assert run("chase", new, "--out", tmp_path / "out", "--today", "2026-06-01").exit_code == 0
    assert run("next", new).exit_code == 0


@pytest.mark.parametrize(
    ("rows", "title", "refusal"),
    [
        (PLAN, "Harbour action plan", "master.xlsx: nothing says which quarter this is; add --quarter"),
        (PLAN[:1], TITLE, "master.xlsx: "),
    ],
)
def test_refused(rows: Sequence[Sequence[str]], title: str, refusal: str, tmp_path: Path) -> None:
    master = write_plan(tmp_path / "master.xlsx", rows, title=title)
    assert sentence(run("new-year", master, "-o", tmp_path / "new.xlsx")).startswith(f"peerxl: {refusal}")
    assert not (tmp_path / "new.xlsx").exists()


def test_it_is_not_written_over_the_plan_or_another_file(tmp_path: Path) -> None:
    master = write_plan(tmp_path / "master.xlsx", PLAN)
    assert run("new-year", master, "-o", master).exit_code == 2
    other = write_plan(tmp_path / "other.xlsx", PLAN[:2])
    assert run("new-year", master, "-o", other).exit_code == 2
    assert run("new-year", master, "-o", other, "--force").exit_code == 0


NEXT = (
    ("Action", "Timescale", "Owner"),
    ("Repair the pier", "Q1 24/25", "Ports AD"),
    ("Mend the old bridge", "Q3 24/25", "AD Roads"),
)
LAST = (*PLAN[:4], ("R1", "Roads", "Mend the bridge", "Q3 24/25", "Q3 24/25", "AD Roads"))


def test_adopt_keeps_the_names_and_addresses_of_last_year(tmp_path: Path) -> None:
    last = write_plan(tmp_path / "last.xlsx", LAST, OWNERS)
    new = write_plan(tmp_path / "new.xlsx", NEXT, title="Harbour action plan 2024/25 – Quarter 1")
    target = tmp_path / "master.xlsx"
    run("adopt", new, "-o", target, "--from-last", last)
    contacts = read_plan(target).settings.directory.contacts
    assert contacts[0] == Contact("AD Ports", ("Ports AD",), "Ann Field", "ann@harbour.example", "Director")
    assert [contact.owner for contact in contacts] == ["AD Ports", "AD Roads"]


def test_what_the_new_plan_says_of_an_owner_counts(tmp_path: Path) -> None:
    last = write_plan(tmp_path / "last.xlsx", LAST, OWNERS)
    own = (OWNERS[0], ("Ports AD", "", "Bo Lane", "", ""))
    new = write_plan(tmp_path / "new.xlsx", NEXT, own, title="Harbour action plan 2024/25 – Quarter 1")
    target = tmp_path / "master.xlsx"
    run("adopt", new, "-o", target, "--from-last", last)
    contact = read_plan(target).settings.directory.contacts[0]
    assert contact == Contact("Ports AD", ("AD Ports",), "Bo Lane", "ann@harbour.example", "Director")


def test_an_action_in_other_words_is_settled_by_its_row(tmp_path: Path) -> None:
    last = write_plan(tmp_path / "last.xlsx", LAST)
    new = write_plan(tmp_path / "new.xlsx", NEXT, title="Harbour action plan 2024/25 – Quarter 1")
    before = run("adopt", new, "--from-last", last).stdout
    assert "adopt again with --same R1=5 if it is this action" in before
    told = json.loads(run("adopt", new, "--from-last", last, "--same", "R1=5", "--json").stdout)
    assert [action["ref"] for action in told["actions"]] == ["H1", "R1"]


@pytest.mark.parametrize(
    ("same", "refusal"),
    [
        (("R9=5",), "--same R9=5: there is no action in last.xlsx with the ref R9."),
        (("R1=9",), "--same R1=9: there is no action in new.xlsx in row 9."),
        (("R1",), "'R1' is no ref and row; write it as PEER05.02=7."),
    ],
)
def test_what_cannot_be_settled(same: tuple[str, ...], refusal: str, tmp_path: Path) -> None:
    last = write_plan(tmp_path / "last.xlsx", LAST)
    new = write_plan(tmp_path / "new.xlsx", NEXT, title="Harbour action plan 2024/25 – Quarter 1")
    options = [word for each in same for word in ("--same", each)]
    result = run("adopt", new, "--from-last", last, *options)
    assert result.exit_code == 2
    assert result.stderr.rstrip().endswith(refusal)


def test_same_goes_with_last_years_plan(tmp_path: Path) -> None:
    new = write_plan(tmp_path / "new.xlsx", NEXT)
    assert sentence(run("adopt", new, "--same", "R1=5")) == (
        "peerxl: --same R1=5: there is no last year's plan to look in; name it with --from-last."
    )


def test_dates_without_a_year_keep_the_one_they_were_of(tmp_path: Path) -> None:
    """In next year's plan "Q4" would be next year's; where more is said with it the words stay, and that is told."""
    rows = (
        ("Ref", "Action", "Original timescale", "Timescale", "Owner", "Q4 update"),
        ("H1", "Repair the pier", "December", "Q4", "AD Ports", "In progress"),
        ("H2", "Light the pier", "Q3 23/24", "Q1 24/25", "AD Ports", "In progress"),
        ("H3", "Dredge the basin", "", "December, after the tender", "AD Fleet", "In progress"),
    )
    plan = write_plan(tmp_path / "plan.xlsx", rows)
    result = run("new-year", plan, "-o", tmp_path / "next.xlsx")
    assert [
        (each.original_timescale and each.original_timescale.text, each.timescale.text)
        for each in read_plan(tmp_path / "next.xlsx").actions
    ] == [
        ("December 2023", "Q4 2023/24"),
        ("Q3 23/24", "Q1 24/25"),
        ("", "December, after the tender"),
    ]
    assert [line for line in result.stdout.splitlines() if line.startswith("reads otherwise")] == [
        "reads otherwise: the timescale of H3: “December 2024”, and was “December 2023”"
    ]
