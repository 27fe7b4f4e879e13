"""The plan's own words for its statuses: its drop-down, else what it writes over and over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook

from peerxl import check_plan, read_plan
from peerxl.model.settings import Settings
from peerxl.model.sheet import Cell
from peerxl.model.status import DEFAULT_VOCABULARY, Status, Vocabulary
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.own_words import SLIPS, vocabulary_from_use
from peerxl.reading.trackers.tracker import Request
from tests.conftest import plan_from_text, sheet_from_text

WORDS = ["Not begun", "Underway", "Stuck", "Done"]


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (("completed", "pending"), {"completed"}),
        (("in_progress", "complete", "upcoming"), {"in_progress", "complete"}),
        (("DONE", "OPEN"), {"DONE"}),
        (("completed", "Pending"), set()),
        (("IN PROGRESS",), set()),
        (("In Progress", "Pending"), {"In Progress"}),
        (("done", "pending"), {"done"}),
        (("completd", "pending"), set()),
    ],
)
def test_a_word_used_once_is_the_plans_where_all_are_written_so(texts: tuple[str, ...], words: set[str]) -> None:
    vocabulary = vocabulary_from_use(texts, DEFAULT_VOCABULARY)
    assert set(vocabulary.words) - set(DEFAULT_VOCABULARY.words) == words


def write_plan(path: Path, source: object, lists: list[str] | None = None) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_row(0, 0, ("Ref", "Action", "Owner", "Status"))
        sheet.write_row(1, 0, ("1", "Renew the lease", "AD H", "Underway"))
        sheet.write_row(2, 0, ("2", "Let the shop", "AD H", "Stuck"))
        sheet.write_row(3, 0, ("3", "Survey the quay", "AD H", "Done"))
        sheet.data_validation("D2:D40", {"validate": "list", "source": source})
        if lists:
            book.add_worksheet("Lists").write_column(0, 0, lists)
    return path


@pytest.mark.parametrize(
    ("source", "lists"),
    [(WORDS, None), ("=Lists!$A$1:$A$4", WORDS), ("=$H$1:$H$1", None)],
    ids=["typed", "range", "none"],
)
def test_the_drop_down_of_the_status_cells_is_the_vocabulary(
    tmp_path: Path, source: object, lists: list[str] | None
) -> None:
    plan = read_plan(write_plan(tmp_path / "plan.xlsx", source, lists))
    vocabulary = plan.settings.vocabulary
    if source == "=$H$1:$H$1":
        assert vocabulary == DEFAULT_VOCABULARY
        return
    assert (vocabulary.words, vocabulary.unsettled) == (("Not begun", "Underway", "Done"), ("Stuck",))
    assert [vocabulary.statuses[index].is_open for index in range(3)] == [True, True, False]
    codes = [finding.code for finding in check_plan(plan)]
    assert "status-spelling" not in codes
    assert codes.count("status-unknown") == 1


@pytest.mark.parametrize("source", [WORDS, "=$H$1:$H$1"], ids=["drop-down", "none"])
def test_one_word_may_be_settled_on_a_statuses_sheet_and_the_others_stay(tmp_path: Path, source: object) -> None:
    """What the finding of an unknown word advises, and no more than that."""
    master = write_plan(tmp_path / "plan.xlsx", source)
    unknown = [finding for finding in check_plan(read_plan(master)) if finding.code == "status-unknown"]
    assert [(finding.addresses, finding.message.partition(";")[0]) for finding in unknown] == [
        (("D3",), "'Stuck' is not known")
    ]
    book = load_workbook(master)
    for row in (("Status", "Counts as"), ("Stuck", "Open")):
        (book["Statuses"] if "Statuses" in book.sheetnames else book.create_sheet("Statuses")).append(row)
    book.save(master)
    plan = read_plan(master)
    assert [update.status.is_open for action in plan.actions for update in action.updates if update.status] == [
        True,
        True,
        False,
    ]
    assert "status-unknown" not in [finding.code for finding in check_plan(plan)]
    offered = plan.settings.vocabulary.offered
    assert offered == (tuple(WORDS) if source is WORDS else (*DEFAULT_VOCABULARY.words, "Stuck"))


def test_colours_in_the_drop_down_are_the_plans_words_and_nobody_has_said_what_they_count_as(tmp_path: Path) -> None:
    plan = read_plan(write_plan(tmp_path / "plan.xlsx", ["Red", "Amber", "Green"]))
    vocabulary = plan.settings.vocabulary
    assert (vocabulary.statuses, vocabulary.unsettled) == ((), ("Red", "Amber", "Green"))


@pytest.mark.parametrize(
    ("texts", "word"),
    [
        (("Complete", "Complete"), "Complete"),
        (("COMPLETE", "COMPLETE", "On hold"), "COMPLETE"),
        (("Complete", "Completed"), "Completed"),
        (("Complete",), "Completed"),
        (("Compleated", "Compleated"), "Completed"),
        (("Superceded", "Superceded"), "Completed"),
        (("complted", "complted"), "Completed"),
        (("Done", "Done"), "Done"),
        (("Completed", "Completed"), "Completed"),
        ((), "Completed"),
    ],
)
def test_a_spelling_that_every_cell_shares_is_the_plans(texts: tuple[str, ...], word: str) -> None:
    vocabulary = vocabulary_from_use(texts, DEFAULT_VOCABULARY)
    completed = vocabulary.find("Completed")
    assert completed is not None
    assert completed.word == word
    assert not completed.is_open


@pytest.mark.parametrize("slip", "completd compleated complted superceded inprogess inprogres ongong".split())
def test_a_slip_that_every_cell_shares_is_no_word_of_the_plans(slip: str) -> None:
    assert slip in SLIPS
    meaning = DEFAULT_VOCABULARY.statuses[0].word
    known = replace(DEFAULT_VOCABULARY, statuses=(Status(meaning, True, "", (slip,)),))
    assert vocabulary_from_use((slip, slip), known) is known
    assert vocabulary_from_use((f"{slip}ly", f"{slip}ly"), known) is known


def test_a_consistent_spelling_is_no_finding() -> None:
    plan = plan_from_text(
        """
        | Ref | Action | Owner | Timescale | Status      | Comments |
        | 1   | Mend   | AD H  | Q4 22/23  | In Progress | x        |
        | 2   | Paint  | AD H  | Q4 22/23  | In Progress | y        |
        """
    )
    assert "status-spelling" not in [finding.code for finding in check_plan(plan)]


def test_all_that_a_shared_spelling_changes() -> None:
    vocabulary = vocabulary_from_use(["IN PROGRESS", "IN PROGRESS", "On hold", "on hold", "Gone"], DEFAULT_VOCABULARY)
    changed = [
        (status.word, own.word, own.spellings, own.is_open)
        for status, own in zip(DEFAULT_VOCABULARY.statuses, vocabulary.statuses, strict=True)
        if status != own
    ]
    usual = next(status for status in DEFAULT_VOCABULARY.statuses if status.word == "In progress")
    assert changed == [("In progress", "IN PROGRESS", usual.spellings, True)]
    assert vocabulary_from_use(["Gone", "Gone"], DEFAULT_VOCABULARY) is DEFAULT_VOCABULARY
    underway = vocabulary_from_use(["Underway", "Underway"], DEFAULT_VOCABULARY).find("In progress")
    assert underway is not None
    assert underway.word == "Underway"
    assert "In progress" in underway.spellings
    assert "underway" not in [spelling.casefold() for spelling in underway.spellings]


@pytest.mark.parametrize(
    ("offered", "words"),
    [(("Not begun", " ", "Done"), ("Not begun", "Done")), (("Done", "Done"), ()), (("Done",), ()), ((), ())],
)
def test_what_a_drop_down_offers(offered: tuple[str, ...], words: tuple[str, ...]) -> None:
    rows = "".join(f"\n| {number} | Mend the pier {number} | Ann | On hold |" for number in range(30))
    asked: list[list[str]] = []

    def offer(cells: Sequence[Cell]) -> Sequence[str]:
        asked.append([cell.address for cell in cells])
        return offered

    sheet = sheet_from_text(f"| Ref | Action | Owner | Status |{rows}")
    vocabulary = plan_from_sheets([sheet], Request("plan.xlsx", offered_to=offer)).settings.vocabulary
    assert vocabulary.words == (words or DEFAULT_VOCABULARY.words)
    assert asked == [[f"D{row}" for row in range(2, 22)]]


def test_words_that_a_statuses_sheet_has_settled_stay() -> None:
    settled = Settings(vocabulary=Vocabulary((Status("Gone", False), Status("Here", True))))
    sheet = sheet_from_text("| Action | Owner | Status |\n| Mend | Ann | On hold |\n| Light | Bo | On hold |")
    request = Request("plan.xlsx", settings=settled, offered_to=lambda cells: ("Red", "Green"))
    assert plan_from_sheets([sheet], request).settings.vocabulary == replace(settled.vocabulary, is_own=True)
