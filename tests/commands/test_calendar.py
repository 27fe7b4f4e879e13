"""The year's dates of a plan, printed and as a file, and a chase that goes by them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from icalendar import Calendar

from tests.cli.test_cli import run, sentence
from tests.commands.councils import write_council
from tests.commands.test_chase_days import chase, steps

COMMITTEES = {"Committee dates": "16 February 2027; 18 May 2027"}
DAYS = [
    ("2026-06-30", "Q1 2026/27 ends"),
    ("2026-09-30", "Q2 2026/27 ends"),
    ("2026-12-31", "Q3 2026/27 ends"),
    ("2027-01-18", "Ask owners for Q3 2026/27"),
    ("2027-01-25", "Remind owners who have not replied for Q3 2026/27"),
    ("2027-01-27", "Remind owners who have not replied for Q3 2026/27"),
    ("2027-01-29", "Remind owners who have not replied for Q3 2026/27"),
    ("2027-02-01", "Last day for owners to reply for Q3 2026/27"),
    ("2027-02-08", "The paper for Q3 2026/27 is due"),
    ("2027-02-08", "Last day to publish the paper for Q3 2026/27"),
    ("2027-02-16", "The committee hears Q3 2026/27"),
]


def events(file: Path) -> dict[str, date]:
    """The day of each event by its id."""
    walked = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    return {str(each["UID"]): each.decoded("DTSTART") for each in walked}


def test_the_year_s_dates(tmp_path: Path) -> None:
    master = write_council(tmp_path / "master.xlsx", settings=COMMITTEES)
    result = run("calendar", master, "--json")
    document = json.loads(result.stdout)
    assert result.exit_code == 0
    assert [(day["day"], day["what"]) for day in document["days"]][: len(DAYS)] == DAYS
    assert document["days"][-1] == {
        "day": "2027-05-18",
        "what": "The committee hears Q4 2026/27",
        "kind": "meeting",
        "quarter": "Q4 2026/27",
    }
    assert document["undated"] == ["Q1 2026/27", "Q2 2026/27"]
    assert result.stderr == "Nothing on the Settings sheet says when the committee hears Q1 2026/27, Q2 2026/27.\n"
    lines = run("calendar", master).stdout.splitlines()
    assert lines[:2] == ["Day                          What", "Tuesday 30 June 2026         Q1 2026/27 ends"]


def test_a_file_that_keeps_its_ids(tmp_path: Path) -> None:
    master = write_council(tmp_path / "master.xlsx", settings=COMMITTEES)
    target = tmp_path / "year.ics"
    result = run("calendar", master, "--ics", target, "--today", "2026-11-23")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (0, f"wrote {target}")
    first = events(target)
    assert date(2027, 2, 16) in first.values()
    assert "there is a different file of this name already" in sentence(
        run(
            "calendar",
            write_council(master, settings={"Committee dates": "23 February 2027; 18 May 2027"}),
            "--ics",
            target,
        )
    )
    assert run("calendar", master, "--ics", target, "--force").exit_code == 0
    moved = events(target)
    assert first.keys() == moved.keys()
    assert date(2027, 2, 23) in moved.values()
    assert "this is the plan itself" in sentence(run("calendar", master, "--ics", master, "--force"))


def test_a_chase_goes_by_the_committee(tmp_path: Path) -> None:
    """Nobody is asked before the day that is counted back, and all reply by the same day."""
    master = write_council(tmp_path / "master.xlsx", settings={"Committee date": date(2027, 2, 16).isoformat()})
    early = chase(master, "2027-01-04")
    assert (early["owners"], early["next_on"], early["notes"]) == ([], "2027-01-18", [])
    assert (
        "  2 owners: The first message goes out on Monday 18 January 2027."
        in run("chase", master, "--out", tmp_path / "out", "--today", "2027-01-04").stdout.splitlines()
    )
    first = [("AD Ports", "ask", 2, "2027-02-01"), ("AD Roads", "ask", 1, "2027-02-01")]
    assert steps(chase(master, "2027-01-18")) == first
    assert chase(master, "2027-02-17")["notes"] == [
        "Today is in Q4 2026/27; the plan still reports Q3 2026/27. Once that has been reported, move it on with “peerxl next”."
    ]
