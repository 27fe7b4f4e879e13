"""How the page behaves: seen by axe-core, at the width of a telephone, in the dark, by keyboard, with files that are none."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import EXAMPLE
from tests.page.officer import AtPage, unzip
from tests.papers.test_html_in_browser import find_violations

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page


@pytest.fixture(name="desk")
def make_desk(context: BrowserContext, page_file: Path) -> AtPage:
    return AtPage(context, page_file)


def look(page: Page) -> list[tuple[str, str]]:
    """What axe-core finds, by day and by night."""
    found = list[tuple[str, str]]()
    page.emulate_media(color_scheme="light")
    found += find_violations(page)
    page.emulate_media(color_scheme="dark")
    found += find_violations(page)
    return found


def test_axe_finds_no_fault_at_any_step(desk: AtPage) -> None:
    desk.settle()
    assert look(desk.page) == []
    desk.open(EXAMPLE)
    desk.page.locator("details").evaluate_all("each => each.forEach(one => one.open = true)")
    assert look(desk.page) == []
    desk.get("make-papers").click()
    desk.get("papers-download").wait_for()
    desk.get("publish").click()
    desk.page.get_by_role("link", name="Save appendix-2025-26-Q3.xlsx").wait_for()
    desk.press("next-quarter")
    assert look(desk.page) == []


def test_a_screen_of_a_telephone_scrolls_no_way_but_down(desk: AtPage) -> None:
    desk.page.set_viewport_size({"width": 320, "height": 640})
    desk.open(EXAMPLE)
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_it_is_used_by_keyboard(desk: AtPage) -> None:
    desk.settle()
    desk.page.keyboard.press("Tab")
    assert desk.page.evaluate("document.activeElement.textContent") == "Skip to the steps"
    desk.open(EXAMPLE)
    desk.get("columns").get_by_label("Column O, headed “Evidence”").focus()
    desk.page.keyboard.type("theme")
    desk.settle()
    # What was changed still has the focus, though all around it was drawn anew.
    assert desk.page.evaluate("document.activeElement.id") == "column-0-O"
    desk.get("make-papers").focus()
    desk.page.keyboard.press("Enter")
    desk.get("papers-download").wait_for()


BAD_FILES = {
    "notes.xlsx": (
        b"Ref,Action,Owner",
        "notes.xlsx: this is not an Excel workbook (its content is something else); open it in Excel and save it as .xlsx.",
    ),
    "empty.xlsx": (
        b"",
        "empty.xlsx: this is not an Excel workbook (it is empty); open it in Excel and save it as .xlsx.",
    ),
    "old.xlsx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "old.xlsx: the workbook is protected by a password; remove it in Excel (File, Info, Protect Workbook) and save.",
    ),
}


def test_a_file_that_is_no_plan_is_answered_with_a_sentence(desk: AtPage, tmp_path: Path) -> None:
    for name, (content, sentence) in BAD_FILES.items():
        path = tmp_path / name
        path.write_bytes(content)
        desk.open(path)
        assert desk.page.locator("#trouble").inner_text() == sentence
        assert not desk.get("summary").is_visible()
    desk.open(EXAMPLE)
    assert desk.trouble() == ""
    assert desk.get("summary").is_visible()
    bad = tmp_path / "answers.xlsx"
    bad.write_bytes(b"no form")
    desk.get("returns-files").set_input_files([bad, EXAMPLE])
    desk.settle()
    shown = desk.page.locator("#merge").inner_text()
    assert "answers.xlsx: This is not an Excel workbook" in shown
    assert "example-master.xlsx" in shown
    assert desk.faults == []


def test_a_record_goes_with_the_plan_and_comes_back(desk: AtPage, context: BrowserContext, page_file: Path) -> None:
    """Nobody is asked twice, though the page itself remembers nothing."""
    desk.open(EXAMPLE)
    desk.get("make-papers").click()
    desk.get("papers-download").wait_for()
    desk.settle()
    name, content = desk.press("save-record")
    assert name == "example-master-record.zip"
    assert {path.split("/")[0] for path in unzip(content)} == {"forms", "record"}
    storage = "async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]"
    assert desk.page.evaluate(storage) == [0, 0, "", 0]
    desk.page.close()
    again = AtPage(context, page_file)
    again.open(EXAMPLE)
    assert "6 owners would be written to" in again.page.locator("#asked").inner_text()
    again.get("record-file").set_input_files({"name": name, "mimeType": "application/zip", "buffer": content})
    again.settle()
    assert "Nothing goes out on Monday 5 January 2026" in again.page.locator("#asked").inner_text()


def test_a_zip_that_is_no_record_is_refused(desk: AtPage, tmp_path: Path) -> None:
    path = tmp_path / "other-record.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../evil.txt", "out")
    desk.open(EXAMPLE)
    desk.get("record-file").set_input_files(path)
    desk.settle()
    sentence = "other-record.zip: this is not the record of a plan; choose the file that was saved with the plan."
    assert desk.page.locator("#trouble").inner_text() == sentence


def test_what_runs_can_be_cancelled(desk: AtPage) -> None:
    desk.open(EXAMPLE)
    desk.get("make-papers").click()
    desk.page.evaluate("cancel()")
    desk.settle()
    assert desk.trouble() == "Cancelled; nothing was changed. Do the step again when you like."
    desk.get("make-papers").click()
    desk.get("papers-download").wait_for()
