"""The page in Firefox, opened from a disk: it reads, makes forms, collects what came back; all as the command line does."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE
from tests.page.firefox import Firefox, browsing
from tests.page.officer import AtCommandLine, differing, unzip
from tests.page.test_in_browser import answer, place
from tests.tools import require

pytestmark = pytest.mark.slow

CLOCK = "window.now = () => arguments[0]"
NOW, LATER = "2026-01-05T10:00:00", "2026-01-05T10:01:00"


@pytest.fixture(name="firefox")
def start_firefox(tmp_path: Path) -> Iterator[Firefox]:
    program = require(shutil.which("firefox-esr") or shutil.which("firefox"), "Firefox is not installed")
    with browsing(program, tmp_path) as firefox:
        yield firefox


def test_firefox_gives_what_the_command_line_gives(firefox: Firefox, page_file: Path, tmp_path: Path) -> None:
    plan, line = place(EXAMPLE, tmp_path)
    firefox.open(page_file)
    firefox.settle()
    firefox.run(CLOCK, NOW)
    firefox.choose("#plan-file", [plan])
    assert "27 actions in 8 themes at Q3 2025/26" in firefox.read("#summary")
    assert "4 errors, 13 warnings, 7 of advice." in firefox.read("#findings")
    assert firefox.run(
        "return document.getElementById('publish-preview').contentDocument.querySelector('h1').innerText"
    ) == ("Appendix 6 - Peer challenge action plan - Quarter 3 2025/26")
    firefox.press("#make-papers")
    line.run("chase plan.xlsx --out out")
    assert differing(unzip(firefox.take("[data-testid=papers-download]")), line.files("out")) == []
    forms = answer(line.folder / "out" / "forms", line.folder / "out" / "returned")
    pass_time(firefox, line)
    firefox.choose("#returns-files", forms)
    assert "5 changes." in firefox.read("#merge")
    assert firefox.take("#save-plan") == line.after("collect plan.xlsx out/returned")
    assert firefox.read("#trouble") == ""


def pass_time(firefox: Firefox, line: AtCommandLine) -> None:
    line.now = line.now.replace(minute=1)
    firefox.run(CLOCK, LATER)
