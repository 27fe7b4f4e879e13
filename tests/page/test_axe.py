"""The page seen by axe-core at every step of the quarter, by day and by night; and the names that tests know it by."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from xlsxwriter import Workbook

from peerxl import set_cells
from tests.conftest import EXAMPLE
from tests.page.officer import AtCommandLine, AtPage, pass_time
from tests.page.test_in_browser import answer, make_papers, place, put_right
from tests.tools import require_package

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, FilePayload, Frame

pytestmark = pytest.mark.slow

HOOKS = """
    plan-file summary columns findings make-papers papers-download returns-files changes conflict save-plan
    publish-preview next-quarter
""".split()
"""What others' tests may know the page's parts by."""
STEPS = """
    the start; how it was read, a column corrected; safe spellings put right; forms and mails made; a conflict, and a form
    refused; the conflict settled; the plan saved; the appendix itself; published; what moving on would change; moved on;
    taken back, the record out and in; a record that is none; a workbook that is no plan; at work
"""
BY_ITSELF = {"iframes": False}
"""The appendix has a frame of its own, and is looked at by itself."""


@dataclass
class Inspector:
    """An officer at the page who has all of it looked at: ``faults`` at each step, and the ``hooks`` that were seen."""

    desk: AtPage
    faults: dict[str, list[str]] = field(default_factory=dict)
    hooks: set[str] = field(default_factory=set)

    def look(self, step: str) -> None:
        """Have axe-core look at all that there is, by day and by night, with whatever can be opened open."""
        page = self.desk.page
        page.locator("details").evaluate_all("each => each.forEach(one => one.open = true)")
        page.emulate_media(color_scheme="light")
        self.faults[step] = find_faults(page.main_frame)
        page.emulate_media(color_scheme="dark")
        # By night only the colours are others.
        self.faults[step] += find_faults(page.main_frame, "color-contrast")
        shown = page.locator("[data-testid]:visible")
        self.hooks.update(shown.evaluate_all("each => each.map(one => one.dataset.testid)"))

    def read_and_ask(self, plan: Path, line: AtCommandLine) -> None:
        desk = self.desk
        self.look("the start")
        desk.open(plan)
        desk.get("columns").get_by_label("Column O, headed “Evidence”").select_option("original timescale")
        desk.settle()
        self.look("how it was read, a column corrected")
        desk.get("columns").get_by_role("button", name="Read it as at first").click()
        desk.settle()
        put_right(desk, line)
        self.look("safe spellings put right")
        make_papers(desk, line)
        self.look("forms and mails made")

    def collect(self, plan: Path, line: AtCommandLine) -> None:
        desk = self.desk
        forms = answer(line.folder / "out" / "forms", line.folder / "out" / "returned")
        set_cells(line.folder / "plan.xlsx", plan, {"Action plan": {"L6": "Said in the plan meanwhile"}})
        desk.open(plan)
        bad = plan.with_name("answers.xlsx")
        bad.write_bytes(b"no form")
        desk.get("returns-files").set_input_files([*forms, bad])
        desk.settle()
        self.look("a conflict, and a form refused")
        desk.get("conflict").get_by_label("The answer of Policy and Performance Manager counts").check()
        desk.settle()
        self.look("the conflict settled")
        desk.press("save-plan")
        self.look("the plan saved")

    def publish_and_move_on(self, line: AtCommandLine) -> None:
        desk = self.desk
        # axe-core is a script, and the frame of the appendix lets none run.
        desk.get("publish-preview").evaluate("each => each.sandbox.add('allow-scripts')")
        desk.page.get_by_label("What the appendix lists").select_option("exceptions")
        desk.settle()
        self.faults["the appendix itself"] = find_faults(desk.page.frames[-1])
        desk.get("publish").click()
        desk.page.get_by_role("link", name="Save appendix-2025-26-Q3.docx").wait_for()
        self.look("published")
        desk.page.get_by_role("button", name="See first what would change").click()
        desk.settle()
        self.look("what moving on would change")
        pass_time(desk, line)
        desk.press("next-quarter")
        desk.get("new-year").click()
        desk.page.get_by_role("link", name="Save next-year-plan.xlsx").wait_for()
        self.look("moved on")

    def go_back_and_astray(self, line: AtCommandLine, folder: Path) -> None:
        desk = self.desk
        pass_time(desk, line)
        desk.press("undo")
        name, content = desk.press("save-record")
        record: FilePayload = {"name": name, "mimeType": "application/zip", "buffer": content}
        desk.get("record-file").set_input_files(record)
        desk.settle()
        self.look("taken back, the record out and in")
        desk.get("record-file").set_input_files({**record, "buffer": b"no record"})
        desk.settle()
        self.look("a record that is none")
        with Workbook(folder / "budget.xlsx") as book:
            sheet = book.add_worksheet("Budget")
            for row, cells in enumerate((("Budget", "2024", "2025"), ("Parks", 1, 2), ("Roads", 3, 4))):
                sheet.write_row(row, 0, cells)
        desk.open(folder / "budget.xlsx")
        self.look("a workbook that is no plan")
        desk.page.evaluate("running.push({ words: 'Making the forms and mails…' }); showProgress()")
        self.look("at work")


def find_faults(frame: Frame, *rules: str) -> list[str]:
    axe = require_package("axe-core/axe.min.js").read_text(encoding="utf-8")
    only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    frame.evaluate(axe)
    found = frame.evaluate("async (how) => (await axe.run(document, how)).violations", {**BY_ITSELF, **only})
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]


def test_axe_finds_no_fault_at_any_step(context: BrowserContext, page_file: Path, tmp_path: Path) -> None:
    plan, line = place(EXAMPLE, tmp_path)
    inspector = Inspector(AtPage(context, page_file))
    inspector.desk.settle()
    inspector.read_and_ask(plan, line)
    inspector.collect(plan, line)
    inspector.publish_and_move_on(line)
    inspector.go_back_and_astray(line, tmp_path)
    assert inspector.faults == {" ".join(step.split()): [] for step in STEPS.split(";")}
    assert sorted(set(HOOKS) - inspector.hooks) == []
