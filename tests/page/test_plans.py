"""Another plan than the example in the page, and a folder to keep a plan in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from xlsxwriter import Workbook

from tests.commands.test_collect import fill_in
from tests.commands.test_record import mailed
from tests.conftest import EXAMPLE, SHARED, needs_shared
from tests.mail.outlook_files import Attached, Msg
from tests.page.officer import AtCommandLine, AtPage, pass_time
from tests.page.test_in_browser import answer, make_papers, place, publish, report, take_report

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

pytestmark = pytest.mark.slow


@needs_shared
def test_a_published_appendix_gives_what_the_command_line_gives(desk: AtPage, tmp_path: Path) -> None:
    plan, line = place(SHARED / "appendices" / "appendix4-q1-2023-merged.xlsx", tmp_path)
    go_through(desk, line, plan, "2023-24-Q1")


def go_through(
    desk: AtPage,
    line: AtCommandLine,
    plan: Path,
    quarter: str,
    collect: Callable[[AtPage, AtCommandLine], None] = lambda desk, line: None,
) -> None:
    """Open a plan, take its findings, its papers and its appendix, and move it on; the same at the command line."""
    desk.open(plan)
    assert take_report(desk) == report(line)
    pass_time(desk, line)
    make_papers(desk, line)
    pass_time(desk, line)
    collect(desk, line)
    publish(desk, line, quarter)
    pass_time(desk, line)
    said = line.run("next plan.xlsx")
    if said.startswith("peerxl: "):
        desk.get("next-quarter").click()
        desk.settle()
        assert desk.trouble() == said.removeprefix("peerxl: ").strip()
    else:
        assert desk.press("next-quarter") == ("plan.xlsx", line.plan)
    assert desk.faults == []


ACTIONS = int(os.environ.get("PEERXL_ACTIONS", "40"))
"""How many the plan has that is made; a thousand take minutes here, and in the page no more than the papers' seconds."""
OWNERS = 200
HEADINGS = ("Ref", "Theme", "Recommendation", "Action", "Timescale", "Owner", "Q2 2025/26 status", "Q3 2025/26 status")
WORDS = ("In progress", "Completed", "Ongoing", "Not started", "")


def make_plan(path: Path, count: int) -> None:
    """Write a plan of so many actions, of two hundred owners at most; the first of each has no status yet."""
    with Workbook(path) as book:
        sheet = book.add_worksheet("Action plan")
        sheet.write(0, 0, "Peer review action plan - Quarter 3 2025/26")
        sheet.write_row(2, 0, (*HEADINGS, "Q3 2025/26 comments"))
        for number in range(count):
            status = WORDS[number % len(WORDS)] if number >= OWNERS else ""
            sheet.write_row(
                number + 3,
                0,
                (
                    f"PR{number + 1:04}",
                    ("Vision", "Finance", "Housing", "Governance")[number * 4 // count],
                    f"Set out what is to change in area {number // 10}, by when and who will see to it.",
                    f"Agree and publish step {number + 1} of the programme with partners and parish councils.",
                    f"Q{number % 4 + 1} 202{4 + number % 3}/2{5 + number % 3}",
                    f"Head of Service {number % OWNERS + 1}",
                    status or "In progress",
                    status,
                    f"Step {number}: the contract was let in January and work begins in spring." if number % 2 else "",
                ),
            )


def test_a_plan_of_any_length_gives_what_the_command_line_gives(desk: AtPage, tmp_path: Path) -> None:
    """PEERXL_ACTIONS says how long it is to be."""
    make_plan(tmp_path / "made.xlsx", ACTIONS)
    plan, line = place(tmp_path / "made.xlsx", tmp_path)
    go_through(desk, line, plan, "2025-26-Q3", collect_answers)


def collect_answers(desk: AtPage, line: AtCommandLine) -> None:
    """Drop in a tenth of the forms, and save the plan with their answers."""
    returned = line.folder / "out" / "returned"
    for path in sorted((line.folder / "out" / "forms").iterdir())[::10]:
        number = int(path.stem.removeprefix("Head of Service "))
        fill_in(Path(shutil.copy(path, returned)), {(f"PR{number:04}", "Status"): "On hold"})
    desk.get("returns-files").set_input_files(sorted(returned.iterdir()))
    desk.settle()
    assert desk.press("save-plan") == ("plan.xlsx", line.after("collect plan.xlsx out/returned"))
    pass_time(desk, line)


ADDRESS = "https://page.invalid/peerxl.html"
"""Where the page is for tests of a folder: a file has no place of its own in which a browser keeps files."""
FOLDER = """
async (files) => {
  const folder = await navigator.storage.getDirectory();
  for (const [name, bytes] of Object.entries(files)) {
    await write(await folder.getFileHandle(name, { create: true }), Uint8Array.from(bytes));
  }
  globalThis.showDirectoryPicker = async () => folder;
}
"""
"""A real folder of the browser's own; which one is picked is all that no test can do."""
LISTED = """
async () => {
  const paths = [];
  const walk = async (folder, path) => { for await (const [name, each] of folder.entries())
    if (each.kind === "directory") await walk(each, `${path}${name}/`); else paths.push(`${path}${name}`); };
  await walk(await navigator.storage.getDirectory(), "");
  return paths.sort();
}
"""
HELD = """
async (path) => {
  const names = path.split("/"), name = names.pop();
  let folder = await navigator.storage.getDirectory();
  for (const each of names) folder = await folder.getDirectoryHandle(each);
  return [...(await bytesOf(await (await folder.getFileHandle(name)).getFile()))];
}
"""


@pytest.fixture(name="folder_desk")
def open_with_folders(context: BrowserContext, page_file: Path) -> AtPage:
    """The page where a browser keeps files for it."""
    context.route(ADDRESS, lambda route: route.fulfill(path=page_file, content_type="text/html"))
    return AtPage(context, page_file, address=ADDRESS)


def choose_folder(desk: AtPage) -> None:
    """Choose the folder, in which the example lies as plan.xlsx."""
    desk.settle()
    desk.page.evaluate(FOLDER, {"plan.xlsx": list(EXAMPLE.read_bytes())})
    desk.page.get_by_role("button", name="Choose its folder instead").click()
    desk.get("summary").get_by_text("Q3 2025/26", exact=True).wait_for()
    desk.settle()


def test_in_a_folder_that_was_chosen_the_plan_is_saved_in_its_place(folder_desk: AtPage, tmp_path: Path) -> None:
    desk, (_, line) = folder_desk, place(EXAMPLE, tmp_path)
    choose_folder(desk)
    desk.get("next-quarter").click()
    desk.get("summary").get_by_text("Q4 2025/26", exact=True).wait_for()
    desk.settle()
    assert bytes(desk.page.evaluate(HELD, "plan.xlsx")) == line.after("next plan.xlsx")
    assert "plan.xlsx was saved in its place." in desk.page.locator("#moved").inner_text()
    kept = desk.page.evaluate(LISTED)
    assert [path for path in kept if path.startswith(".peerxl/record/")]
    before = ".peerxl/backup/plan 2026-01-05 100000.xlsx"
    assert before in kept
    assert bytes(desk.page.evaluate(HELD, before)) == EXAMPLE.read_bytes()
    assert desk.faults == []


def test_the_record_in_a_folder_is_known_when_the_folder_is_chosen_again(folder_desk: AtPage) -> None:
    desk = folder_desk
    choose_folder(desk)
    desk.get("make-papers").click()
    desk.get("papers-download").wait_for()
    desk.settle()
    asked = desk.page.locator("#asked").inner_text()
    kept = desk.page.evaluate(LISTED)
    assert [path for path in kept if path.startswith(".peerxl/forms/")]
    desk.page.reload()
    choose_folder(desk)
    assert desk.page.evaluate(LISTED) == kept
    assert desk.page.locator("#asked").inner_text() == asked


def test_a_plan_that_was_changed_meanwhile_is_not_saved_over(folder_desk: AtPage) -> None:
    desk = folder_desk
    choose_folder(desk)
    desk.page.evaluate(FOLDER, {"plan.xlsx": [1, 2, 3]})
    desk.get("next-quarter").click()
    desk.page.locator("#trouble").wait_for()
    sentence = "plan.xlsx was changed since it was read, so it was not saved; choose it again."
    assert desk.page.locator("#trouble").inner_text() == sentence
    assert desk.page.evaluate(HELD, "plan.xlsx") == [1, 2, 3]


def test_a_plan_that_somebody_has_open_is_not_saved(folder_desk: AtPage) -> None:
    desk = folder_desk
    choose_folder(desk)
    desk.page.evaluate(FOLDER, {"~$plan.xlsx": [1]})
    desk.get("next-quarter").click()
    desk.page.locator("#trouble").wait_for()
    sentence = "plan.xlsx: somebody has the workbook open, so it was not saved; close it and do this step again."
    assert desk.page.locator("#trouble").inner_text() == sentence
    assert bytes(desk.page.evaluate(HELD, "plan.xlsx")) == EXAMPLE.read_bytes()


def test_forms_come_back_in_mails_as_outlook_and_others_save_them(desk: AtPage, tmp_path: Path) -> None:
    """What is merged from them is what the command line merges, and says whose mail it was."""
    plan, line = place(EXAMPLE, tmp_path)
    desk.open(plan)
    make_papers(desk, line)
    one, other, _ = answer(line.folder / "out" / "forms", line.folder / "out" / "returned")
    for path in (line.folder / "out" / "returned").iterdir():
        path.rename(tmp_path / path.name)
    alex = Msg("Alex Wray", smtp="alex.wray@tellbourne.example", attached=(Attached("form.xlsx", read(tmp_path, one)),))
    mails = {"a.msg": alex.content(), "b.msg": b"nothing", "c.eml": mailed((other.name, read(tmp_path, other)))}
    for name, content in mails.items():
        (line.folder / "out" / "returned" / name).write_bytes(content)
    desk.get("returns-files").set_input_files(sorted((line.folder / "out" / "returned").iterdir()))
    desk.settle()
    shown = desk.page.locator("#merge").inner_text()
    assert shown.startswith("3 changes, 1 refused.")
    assert "b.msg: It is no message as Outlook saves it, or damaged; save it again from Outlook." in shown
    pass_time(desk, line)
    assert desk.press("save-plan") == ("plan.xlsx", line.after("collect plan.xlsx out/returned"))
    assert desk.faults == []


def read(folder: Path, form: Path) -> bytes:
    return (folder / form.name).read_bytes()
