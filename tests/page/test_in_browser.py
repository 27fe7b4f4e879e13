"""The quarter lived in the page, opened from a disk without a network; each file is the command line's, byte for byte."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from peerxl import set_cells
from tests.commands.test_collect import fill_in
from tests.conftest import EXAMPLE
from tests.page.officer import AtCommandLine, AtPage, differing, pass_time, unzip

pytestmark = pytest.mark.slow


def place(plan: Path, folder: Path) -> tuple[Path, AtCommandLine]:
    """A plan twice: as it is chosen in the page, and as it lies before the command line."""
    for name in ("page", "line"):
        (folder / name).mkdir()
        shutil.copyfile(plan, folder / name / "plan.xlsx")
    return folder / "page" / "plan.xlsx", AtCommandLine(folder / "line")


def test_it_asks_for_itself_and_its_worker_and_nothing_else(shown: AtPage) -> None:
    kinds = [re.sub(r"[\da-f-]{36}$", "", url.rpartition("/")[0] + "/") for url in shown.requests]
    assert len(shown.requests) == 2
    assert shown.requests[0].endswith("/peerxl.html")
    assert kinds[1] == "blob:null/"
    assert shown.faults == []


def test_its_policy_allows_nothing_that_is_not_named_by_its_hash(page_file: Path) -> None:
    head = page_file.read_text(encoding="utf-8")[:4000]
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', head)
    rules = dict(rule.split(" ", 1) for rule in policy.replace("&#39;", "'").split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["connect-src"] == "'none'"
    assert "unsafe-inline" not in policy
    assert re.findall(r"'(?:wasm-)?unsafe-eval'", policy.replace("&#39;", "'")) == ["'wasm-unsafe-eval'"]
    assert [part for part in rules["script-src"].split() if not part.startswith("'sha256-")] == ["'wasm-unsafe-eval'"]
    assert [part for part in rules["style-src"].split() if not part.startswith("'sha256-")] == []


def test_a_plan_is_read_checked_and_shown(shown: AtPage) -> None:
    summary = shown.get("summary").inner_text()
    assert "Tellbourne District Council - Peer challenge action plan 2025/26" in summary
    assert "27" in summary
    assert "Q3 2025/26" in summary
    assert "4 errors, 13 warnings" in shown.get("findings").inner_text()
    assert shown.get("columns").get_by_label("Column F, headed “Owner”").input_value() == "owner"
    preview = shown.page.frame_locator("[data-testid=publish-preview]")
    assert preview.locator("h1").inner_text() == "Appendix 6 - Peer challenge action plan - Quarter 3 2025/26"
    assert preview.locator("h1").evaluate("each => getComputedStyle(each).color") == "rgb(31, 56, 100)"
    assert (shown.faults, shown.trouble()) == ([], "")


def test_a_year_s_path_gives_what_the_command_line_gives(desk: AtPage, tmp_path: Path) -> None:
    plan, line = place(EXAMPLE, tmp_path)
    desk.open(plan)
    correct_a_column(desk)
    assert take_report(desk) == report(line)
    plan.write_bytes(put_right(desk, line))
    pass_time(desk, line)
    make_papers(desk, line)
    pass_time(desk, line)
    forms = answer(line.folder / "out" / "forms", line.folder / "out" / "returned")
    for path in (plan, line.folder / "plan.xlsx"):
        set_cells(path, tmp_path / "changed.xlsx", {"Action plan": {"L6": "Said in the plan meanwhile"}})
        (tmp_path / "changed.xlsx").replace(path)
    desk.open(plan)
    settle_and_save(desk, line, forms)
    pass_time(desk, line)
    publish(desk, line, "2025-26-Q3")
    pass_time(desk, line)
    move_on(desk, line)
    pass_time(desk, line)
    assert desk.press("undo") == ("plan.xlsx", line.after("undo plan.xlsx"))
    assert "Q3 2025/26" in desk.get("summary").inner_text()
    assert (desk.faults, desk.trouble()) == ([], "")


def correct_a_column(desk: AtPage) -> None:
    """Say that a column is another, and take it back."""
    evidence = desk.get("columns").get_by_label("Column O, headed “Evidence”")
    evidence.select_option("original timescale")
    desk.settle()
    assert evidence.input_value() == "original timescale"
    desk.get("columns").get_by_role("button", name="Read it as at first").click()
    desk.settle()
    assert evidence.input_value() == "evidence"


def take_report(desk: AtPage) -> bytes:
    return desk.take(desk.page.get_by_role("button", name="Save these findings as a workbook").click)[1]


def report(line: AtCommandLine) -> bytes:
    """The findings as the command line writes them."""
    line.run("check plan.xlsx --report findings.xlsx --force")
    return (line.folder / "findings.xlsx").read_bytes()


def put_right(desk: AtPage, line: AtCommandLine) -> bytes:
    """Tick all that is safe, and save; the plan as it is then."""
    desk.page.get_by_role("button", name="Tick all spellings of statuses").click()
    saved = desk.press("fix")
    assert saved == ("plan.xlsx", line.after("check plan.xlsx --fix"))
    return saved[1]


def make_papers(desk: AtPage, line: AtCommandLine) -> None:
    desk.get("make-papers").click()
    desk.get("papers-download").wait_for()
    name, papers = desk.press("papers-download")
    line.run("chase plan.xlsx --out out")
    assert name == "papers.zip"
    assert differing(unzip(papers), line.files("out")) == []
    name, mail = desk.take(desk.page.get_by_role("link", name=re.compile("Open in mail")).first.click)
    assert mail == line.files("out")[f"drafts/{name}"]


def answer(forms: Path, returned: Path) -> list[Path]:
    """Three of the forms, each with an answer."""
    typed = {
        "Policy and Performance Manager": {("PC1.3", "Comment"): "The report is out"},
        "AD for Property and Growth": {("PC2.4", "Status"): "Completed", ("PC2.4", "Comment"): "All 46 are surveyed"},
        "AD for Planning": {("PC3.1", "Status"): "In progress", ("PC3.1", "New date"): "Q4 2025/26"},
    }
    returned.mkdir(exist_ok=True)
    return [fill_in(Path(shutil.copy(forms / f"{owner}.xlsx", returned)), cells) for owner, cells in typed.items()]


def settle_and_save(desk: AtPage, line: AtCommandLine, forms: list[Path]) -> None:
    """Drop in the forms, have the answer count where the plan has another, and save."""
    desk.get("returns-files").set_input_files(forms)
    desk.settle()
    conflict, changes = desk.get("conflict"), desk.get("changes")
    assert conflict.count() == 1, desk.page.locator("#step-back").inner_text()
    assert "The plan says “Said in the plan meanwhile” now" in conflict.inner_text()
    assert "The report is out" in conflict.inner_text()
    assert "The report is out" not in changes.inner_text()
    conflict.get_by_label("The answer of Policy and Performance Manager counts").check()
    desk.settle()
    assert "The report is out" in changes.inner_text()
    saved = desk.press("save-plan")
    assert saved == ("plan.xlsx", line.after("collect plan.xlsx out/returned --accept PC1.3.comment=theirs"))
    (report,) = line.folder.glob("*report*.xlsx")
    link = desk.page.get_by_role("link", name=f"Save the report of it ({report.name})")
    assert desk.take(link.click) == (report.name, report.read_bytes())


def publish(desk: AtPage, line: AtCommandLine, quarter: str) -> None:
    desk.page.get_by_label("Table of values (.csv)").check()
    desk.get("publish").click()
    links = desk.page.get_by_role("link", name=re.compile("Save appendix-"))
    links.last.wait_for()
    desk.settle()
    line.run(
        "appendix plan.xlsx " + " ".join(f"-o a/appendix-{quarter}{end}" for end in (".xlsx", ".docx", ".html", ".csv"))
    )
    assert differing(dict(desk.take(link.click) for link in links.all()), line.files("a")) == []


def move_on(desk: AtPage, line: AtCommandLine) -> None:
    """The next quarter, and next year's plan."""
    assert desk.press("next-quarter") == ("plan.xlsx", line.after("next plan.xlsx"))
    assert "Q4 2025/26" in desk.get("summary").inner_text()
    desk.get("new-year").click()
    link = desk.page.get_by_role("link", name="Save next-year-plan.xlsx")
    link.wait_for()
    line.run("new-year plan.xlsx -o new.xlsx")
    assert desk.take(link.click) == ("next-year-plan.xlsx", (line.folder / "new.xlsx").read_bytes())
