"""The web page as people meet it, in Chromium: judged by axe-core, sorted and picked from, by keyboard, without script."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from peerxl.papers.html import render_html
from tests.papers.papers import PAPERS, paper
from tests.tools import require_package, require_program

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.slow

sync_api = pytest.importorskip("playwright.sync_api")

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(name="browser", scope="module")
def start_browser() -> Iterator[Browser]:
    chromium = require_program("chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(name="visit")
def make_visit(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    visit = Visit(browser, tmp_path)
    yield visit
    assert visit.faults == []
    visit.close()


class Visit:
    """Opens pages and keeps what the browser complains of."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.contexts: list[BrowserContext] = []
        self.faults: list[str] = []

    def open(self, name: str, *, script: bool = True) -> Page:
        return self.open_html(render_html(PAPERS[name]).decode(), script=script)

    def open_html(self, html: str, *, script: bool = True) -> Page:
        path = self.folder / "paper.html"
        path.write_text(html, encoding="utf-8")
        context = self.browser.new_context(java_script_enabled=script, bypass_csp=False)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(path.as_uri())
        return page

    def close(self) -> None:
        for context in self.contexts:
            context.close()


def shown_refs(page: Page) -> list[str]:
    """The rows in sight, in their order, by their ref."""
    return [ref.strip() for ref in page.locator("tbody tr:visible th[scope=row]").all_inner_texts()]


def pick(page: Page, heading: str, words: str) -> None:
    page.get_by_label(heading).select_option(label=words)


IN_ORDER = ["V1.1", "V1.2", "S1.1", "S1.2", "S1.3", "X&1"]


@pytest.mark.parametrize("name", PAPERS)
def test_axe_finds_no_fault(visit: Visit, name: str) -> None:
    assert find_violations(visit.open(name)) == []


def test_axe_finds_no_fault_where_the_script_does_not_run(visit: Visit) -> None:
    # axe is a script too, so the page's own is taken out.
    html = render_html(paper()).decode()
    assert find_violations(visit.open_html(html[: html.index("<script>")])) == []


def find_violations(page: Page) -> list[tuple[str, str]]:
    axe = require_package("axe-core/axe.min.js").read_text(encoding="utf-8")
    page.evaluate(axe)
    found = page.evaluate("async () => (await axe.run()).violations")
    return [(violation["id"], violation["help"]) for violation in found]


def test_rows_are_picked_by_theme_owner_and_status(visit: Visit) -> None:
    page = visit.open("full")
    assert page.get_by_role("status").inner_text() == "Showing 6 of 6"
    pick(page, "Theme", "Savings (3)")
    assert shown_refs(page) == ["S1.1", "S1.2", "S1.3"]
    pick(page, "Officer", "AD for Finance (3)")
    assert shown_refs(page) == ["S1.1", "S1.2"]
    pick(page, "Quarter 3 update", "No update received (1)")
    assert shown_refs(page) == ["S1.1"]
    assert page.get_by_role("status").inner_text() == "Showing 1 of 6"
    page.get_by_role("button", name="Show all").click()
    # The page picks anew once the choices are empty, a moment after the click.
    sync_api.expect(page.get_by_role("status")).to_have_text("Showing 6 of 6")
    assert shown_refs(page) == IN_ORDER


def test_rows_are_sorted_up_down_and_back(visit: Visit) -> None:
    page = visit.open("full")
    heading = page.get_by_role("columnheader", name="Timescale/Due date")
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    assert shown_refs(page) == ["V1.1", "V1.2", "S1.2", "S1.1", "S1.3", "X&1"]
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "descending"
    assert shown_refs(page) == ["S1.1", "S1.3", "X&1", "S1.2", "V1.2", "V1.1"]
    page.get_by_role("button", name="Ref").click()
    assert heading.get_attribute("aria-sort") is None
    assert shown_refs(page) == ["S1.1", "S1.2", "S1.3", "V1.1", "V1.2", "X&1"]
    page.get_by_role("button", name="Show all").click()
    assert (shown_refs(page), page.locator("[aria-sort]").count()) == (IN_ORDER, 0)


def test_all_of_it_works_by_keyboard(visit: Visit) -> None:
    page = visit.open("full")
    met = []
    for _ in range(12):
        page.keyboard.press("Tab")
        met.append(page.evaluate("document.activeElement.localName"))
    assert met == ["select"] * 3 + ["button", "div"] + ["button"] * 7
    page.get_by_label("Quarter 3 update").focus()
    page.keyboard.type("On hold")
    assert shown_refs(page) == ["S1.3", "X&1"]
    page.get_by_role("button", name="Ref").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert shown_refs(page) == ["X&1", "S1.3"]


def test_each_table_of_several_has_its_own_tools(visit: Visit) -> None:
    page = visit.open("progress")
    live = page.locator("section", has=page.get_by_role("heading", name="Live actions"))
    live.get_by_label("Officer").select_option(label="AD for Finance (2)")
    assert live.get_by_role("status").inner_text() == "Showing 2 of 5"
    # One row is not picked from, nor sorted.
    assert page.get_by_role("status").count() == 1
    assert page.locator("section").first.get_by_role("button").count() == 0


def test_without_script_it_says_all_and_offers_nothing_that_would_not_work(visit: Visit) -> None:
    page = visit.open("full", script=False)
    assert shown_refs(page) == IN_ORDER
    assert page.locator("select:visible, button:visible").count() == 0


def test_it_prints_on_a4_with_its_headings_on_each_page(visit: Visit) -> None:
    pdftotext = require_program("pdftotext")
    path = visit.folder / "print.pdf"
    page = visit.open("full")
    path.write_bytes(page.pdf(prefer_css_page_size=True))
    done = subprocess.run([pdftotext, "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    pages = done.stdout.rstrip("\f").split("\f")
    assert len(pages) == 2
    assert all("Officer" in text and "Comments" in text for text in pages)
    assert all("Show all" not in text for text in pages)
    assert [f"Page {number} of 2" in text for number, text in enumerate(pages, 1)] == [True, True]


def test_a_screen_of_a_telephone_needs_no_scrolling_but_the_table(visit: Visit) -> None:
    html = render_html(PAPERS["full"]).decode()
    # An owner with a long name in the list of owners too.
    long = html.replace('<option value="">All</option>', f'<option value="">{"Assistant Director for " * 9}</option>')
    for each in (html, long):
        page = visit.open_html(each)
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert paper().title in page.inner_text("h1")
    assert long != html
