"""How the page behaves: at the width of a telephone, in the dark, by keyboard, with files that are none."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import EXAMPLE
from tests.page.officer import AtPage, unzip
from tests.papers.test_html_in_browser import QUIET
from tests.tools import require_program

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

pytestmark = pytest.mark.slow


def test_a_screen_of_a_telephone_scrolls_no_way_but_down(shown: AtPage) -> None:
    before = shown.page.viewport_size
    assert before is not None
    shown.page.set_viewport_size({"width": 320, "height": 640})
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 320
    shown.page.set_viewport_size(before)


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


def test_a_file_that_is_no_plan_is_answered_with_a_sentence(shown: AtPage, tmp_path: Path) -> None:
    for name, (content, sentence) in BAD_FILES.items():
        path = tmp_path / name
        path.write_bytes(content)
        shown.open(path)
        assert shown.page.locator("#trouble").inner_text() == sentence
        assert not shown.get("summary").is_visible()
    shown.open(EXAMPLE)
    assert shown.trouble() == ""
    assert shown.get("summary").is_visible()
    bad = tmp_path / "answers.xlsx"
    bad.write_bytes(b"no form")
    shown.get("returns-files").set_input_files([bad, EXAMPLE])
    shown.settle()
    said = shown.page.locator("#merge").inner_text()
    assert "answers.xlsx: This is not an Excel workbook" in said
    assert "example-master.xlsx" in said
    assert shown.faults == []


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


def test_a_zip_that_is_no_record_is_refused(shown: AtPage, tmp_path: Path) -> None:
    path = tmp_path / "other-record.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../evil.txt", "out")
    shown.get("record-file").set_input_files(path)
    shown.settle()
    sentence = "other-record.zip: this is not the record of a plan; choose the file that was saved with the plan."
    assert shown.page.locator("#trouble").inner_text() == sentence


def test_what_runs_can_be_cancelled(desk: AtPage) -> None:
    desk.open(EXAMPLE)
    desk.get("make-papers").click()
    desk.page.evaluate("cancel()")
    desk.settle()
    assert desk.trouble() == "Cancelled; nothing was changed. Do the step again when you like."
    desk.get("make-papers").click()
    desk.get("papers-download").wait_for()


def test_without_webassembly_it_says_who_can_help(context: BrowserContext, page_file: Path) -> None:
    """As where a policy switches it off: a sentence at once, and again for whoever chooses a plan all the same."""
    context.add_init_script("delete globalThis.WebAssembly")
    desk = AtPage(context, page_file)
    desk.settle()
    sentence = (
        "This browser does not run WebAssembly here, most likely by a policy of your IT department; ask them to allow it "
        "for this file, or use the peerxl that is installed."
    )
    assert desk.trouble() == sentence
    desk.open(EXAMPLE)
    assert desk.trouble() == sentence
    assert not desk.get("summary").is_visible()
    assert desk.faults == []


def test_the_paper_is_printed_by_itself(shown: AtPage) -> None:
    """The browser would complain if the frame of the paper were not let print."""
    frame = shown.get("publish-preview")
    before = "each => { each.contentWindow.onbeforeprint = () => { globalThis.printed = each.contentDocument.title; } }"
    frame.evaluate(before)
    shown.get("print").click()
    shown.page.wait_for_function("globalThis.printed")
    assert shown.page.evaluate("printed") == "Appendix 6 - Peer challenge action plan - Quarter 3 2025/26"
    assert shown.faults == []


WORDS_OF_THE_PLAN = ("Tellbourne", "peer challenge", "Corn Hall")


def test_no_word_of_a_plan_is_left_in_the_browser(browser: Browser, page_file: Path, tmp_path: Path) -> None:
    """Nothing in the folder of its profile, once the tab is closed, though it was read and papers were made of it."""
    profile, chromium = tmp_path / "profile", require_program("chromium")
    context = browser.browser_type.launch_persistent_context(
        profile, executable_path=chromium, args=list(QUIET), offline=True
    )
    desk = AtPage(context, page_file)
    desk.settle()
    desk.open(EXAMPLE)
    desk.get("make-papers").click()
    desk.get("papers-download").wait_for()
    desk.settle()
    assert WORDS_OF_THE_PLAN[0] in desk.get("summary").inner_text()
    desk.page.close()
    context.close()
    kept = {path: path.read_bytes() for path in profile.rglob("*") if path.is_file()}
    assert any(b"peerxl.html" in content for content in kept.values())
    assert [path for path, content in kept.items() for words in WORDS_OF_THE_PLAN if holds(content, words)] == []


def holds(content: bytes, words: str) -> bool:
    """Whether words stand in bytes, in either of the ways that browsers write them."""
    return any(words.casefold().encode(encoding) in content.lower() for encoding in ("utf-8", "utf-16-le"))
