"""What an officer does in another order than is meant: two plans, a form for the plan, another plan's record, a miss."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from xlsxwriter import Workbook

from tests.conftest import EXAMPLE
from tests.page.officer import AtPage

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload

pytestmark = pytest.mark.slow

ROWS = (
    ("Ref", "Action", "Owner", "Timescale", "Status", "Comments"),
    ("R1", "Mend the bridge", "AD for Roads", "31 March 2026", "In progress", "Steel is in"),
    ("R2", "Paint the bridge", "AD for Roads", "30 June 2026", "Not started", ""),
)
DROP = """
([selector, files]) => {
  const dataTransfer = new DataTransfer();
  for (const [name, bytes] of files) dataTransfer.items.add(new File([Uint8Array.from(bytes)], name));
  const dropped = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer });
  document.querySelector(selector).dispatchEvent(dropped);
  return dropped.defaultPrevented;
}
"""


@pytest.fixture(name="roads")
def make_roads(tmp_path: Path) -> Path:
    """A plan that says no quarter."""
    path = tmp_path / "roads.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet("Roads")
        for row, cells in enumerate(ROWS):
            sheet.write_row(row, 0, cells)
    return path


def drop(desk: AtPage, selector: str, *files: tuple[str, bytes]) -> None:
    """Drop files somewhere, where no browser may open them in place of the page."""
    assert desk.page.evaluate(DROP, [selector, [[name, list(content)] for name, content in files]])
    desk.settle()


def test_nothing_of_a_plan_stays_in_sight_once_there_is_another(shown: AtPage, roads: Path) -> None:
    page, paper = shown.page, shown.get("publish-preview")
    shown.open(EXAMPLE)
    assert paper.is_visible()
    shown.open(roads)
    sentence = (
        "roads.xlsx: nothing says which quarter this is; write it, as Q3 2023/24, under “How it was read”, or say it in "
        "the plan."
    )
    assert page.locator("#asked").inner_text() == sentence
    assert page.locator("#publish-trouble").inner_text() == sentence
    assert [paper.is_visible(), shown.get("print").is_visible()] == [False, False]
    shown.get("columns").get_by_label("The quarter that is reported").fill("Q3 2025/26")
    page.keyboard.press("Tab")
    shown.settle()
    assert "AD for Roads" in page.locator("#asked").inner_text()
    assert "Mend the bridge" in page.frame_locator("[data-testid=publish-preview]").locator("body").inner_text()
    assert shown.trouble() == ""


def test_a_form_is_not_taken_for_the_plan(desk: AtPage, tmp_path: Path) -> None:
    desk.open(EXAMPLE)
    desk.get("make-papers").click()
    desk.get("papers-download").wait_for()
    (tmp_path / "papers.zip").write_bytes(desk.press("papers-download")[1])
    shutil.unpack_archive(tmp_path / "papers.zip", tmp_path)
    desk.open(tmp_path / "forms" / "AD for Housing.xlsx")
    assert desk.trouble() == (
        "AD for Housing.xlsx: this is a form that an owner was sent, and not the plan; choose the plan, and the form under "
        "“What came back”."
    )
    assert not desk.get("summary").is_visible()


def test_a_record_of_another_plan_is_refused(desk: AtPage, roads: Path) -> None:
    desk.open(EXAMPLE)
    desk.get("make-papers").click()
    desk.get("papers-download").wait_for()
    desk.settle()
    name, content = desk.press("save-record")
    record: FilePayload = {"name": name, "mimeType": "application/zip", "buffer": content}
    desk.open(roads)
    desk.get("record-file").set_input_files(record)
    desk.settle()
    assert desk.page.locator("#trouble").inner_text() == (
        "example-master-record.zip: this is the record of another plan, as it tells of no action of roads.xlsx; choose "
        "the one that was saved with this plan."
    )
    # Dropped with its own plan, as both were saved, it is taken.
    drop(desk, "#plan-drop", ("example-master.xlsx", EXAMPLE.read_bytes()), (name, content))
    assert "Nothing goes out on Monday 5 January 2026" in desk.page.locator("#asked").inner_text()
    assert desk.faults == []


def test_of_two_plans_it_is_asked_which(shown: AtPage, roads: Path) -> None:
    drop(shown, "#plan-drop", ("example-master.xlsx", EXAMPLE.read_bytes()), ("roads.xlsx", roads.read_bytes()))
    choice = shown.page.locator("#plan-choice")
    assert "Which of them is the plan?" in choice.inner_text()
    choice.get_by_role("button", name="roads.xlsx").click()
    shown.settle()
    assert "roads.xlsx" in shown.get("summary").inner_text()
    shown.open(EXAMPLE)
    assert not choice.is_visible()


def test_what_is_dropped_beside_its_place_is_not_lost_and_loses_nothing(shown: AtPage, roads: Path) -> None:
    shown.open(EXAMPLE)
    drop(shown, "footer", ("roads.xlsx", roads.read_bytes()))
    assert shown.trouble() == "Nothing was taken: drop the plan in step 1, and what came back in step 5."
    assert "example-master.xlsx" in shown.get("summary").inner_text()


def test_what_came_of_a_change_is_said_until_the_next(desk: AtPage) -> None:
    """Else the page would say that the plan has moved on, which was taken back since."""
    desk.open(EXAMPLE)
    desk.press("next-quarter")
    assert "has moved on from Q3 2025/26 to Q4 2025/26" in desk.page.locator("#moved").inner_text()
    desk.page.clock.set_fixed_time("2026-01-05T10:01:00")
    desk.press("undo")
    assert "Taken back: moving on" in desk.page.locator("#undone").inner_text()
    assert desk.page.locator("#moved").inner_text() == ""
