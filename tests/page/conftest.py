"""The page built once for all tests of it, and Chromium to open it in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from peerxl.page.maker.fetch import NoInputError
from peerxl.page.maker.making import write_page
from peerxl.page.maker.page import NoNodeError
from tests.conftest import EXAMPLE, Once
from tests.page.officer import AtPage
from tests.papers.test_html_in_browser import QUIET
from tests.tools import NODE_MODULES, require, require_program

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

sync_api = pytest.importorskip("playwright.sync_api")

# What others' tools are installed in is kept from run to run, and is nobody's source.
INPUTS = NODE_MODULES / ".page-inputs"


@pytest.fixture(name="inputs", scope="session")
def fetch_inputs() -> Path:
    """The folder of what the page is built from."""
    return INPUTS


@pytest.fixture(name="page_file", scope="session")
def build_page_file(once: Once, inputs: Path) -> Path:
    """The page, else the one that PEERXL_PAGE names; without a network, but never in the checks, its tests are skipped."""
    if built := os.environ.get("PEERXL_PAGE"):
        return Path(built)

    def build(folder: Path) -> None:
        why = ""
        try:
            write_page(folder / "peerxl.html", inputs=inputs)
        except (NoInputError, NoNodeError) as error:
            why = str(error)
        require(None if why else folder, why)

    return once("page", build) / "peerxl.html"


@pytest.fixture(name="browser", scope="module")
def start_browser() -> Iterator[Browser]:
    chromium = require_program("chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield browser
        browser.close()


def open_context(browser: Browser) -> BrowserContext:
    """A browser without a network, and with nothing kept from before."""
    context = browser.new_context(offline=True, accept_downloads=True, timezone_id="Europe/London")
    context.set_default_timeout(180_000)
    return context


@pytest.fixture(name="context")
def make_context(browser: Browser) -> Iterator[BrowserContext]:
    context = open_context(browser)
    yield context
    context.close()


@pytest.fixture(name="desk")
def make_desk(context: BrowserContext, page_file: Path) -> AtPage:
    return AtPage(context, page_file)


@pytest.fixture(name="shown", scope="module")
def show_example(browser: Browser, page_file: Path) -> Iterator[AtPage]:
    """The page with the example open, for tests that only look: to start it takes longer than all that they do."""
    context = open_context(browser)
    desk = AtPage(context, page_file)
    desk.open(EXAMPLE)
    yield desk
    context.close()
