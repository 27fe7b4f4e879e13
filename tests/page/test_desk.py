"""What the page asks, asked without a browser: each answer does no more than its step needs."""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from peerxl import set_cells
from peerxl.excel.native import read_natively
from peerxl.excel.read import read_sheets
from peerxl.model.sheet import Sheet
from peerxl.page.desk import answer
from peerxl.page.desk.enquiry import read_once, read_sheets_once
from tests.conftest import EXAMPLE

CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
ROWS = (
    ("Ref", "Action", "Owner", "Timescale", "Q3 2025/26 status"),
    ("A1", "Adopt a plan for the town centre", "Head of Planning", "Q4 2025/26", "In progress"),
    ("A2", "Publish a report each quarter", "Head of Policy", "ongoing", "Ongoing"),
)
NOW = "2026-01-05T10:00:00"


@pytest.fixture(name="plan")
def place_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example in a folder of its own, as the page has it, and nothing known of it yet."""
    monkeypatch.chdir(tmp_path)
    read_once.cache_clear()
    read_sheets_once.cache_clear()
    return Path(shutil.copyfile(EXAMPLE, "plan.xlsx"))


def ask(what: str, plan: Path = Path("plan.xlsx"), **values: object) -> dict[str, Any]:
    reply = json.loads(answer(json.dumps({"ask": what, "plan": str(plan), "now": NOW, "options": {}, **values})))
    assert "error" not in reply, reply["error"]
    return dict(reply)


def test_a_plan_is_read_once_for_all_that_is_shown_of_it(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads = list[str]()

    def read(path: Path) -> tuple[Sheet, ...] | None:
        reads.append(path.name)
        return read_natively(path)

    monkeypatch.setattr("peerxl.excel.read.read_natively", read)
    for what in ("read", "findings", "asked", "preview", "papers"):
        ask(what)
    assert reads == ["plan.xlsx"]
    set_cells(plan, "changed.xlsx", {"Settings": {"B6": "Q4 2025/26"}})
    Path("changed.xlsx").replace(plan)
    assert ask("read")["result"]["quarter"] == "Q4 2025/26"
    assert ask("read", options={"quarter": "Q2 2025/26"})["result"]["quarter"] == "Q2 2025/26"
    assert reads == ["plan.xlsx"] * 2


def test_who_is_asked_is_said_before_anything_is_made(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("peerxl.excel.write.render", lambda document: pytest.fail("a form was made"))
        before = ask("asked")
    assert (before["kept"], before["files"], list(Path().iterdir())) == ([], [], [plan])
    made = ask("papers")
    asked = [each["owner"] for each in before["result"]["owners"] if each["step"]]
    assert [draft["owner"] for draft in made["result"]["drafts"]] == asked
    assert made["result"]["files"] == 15


def test_advice_is_given_in_the_words_of_whoever_reads_it(plan: Path) -> None:
    """In the page's on the page, and in the command line's in what is saved; where none is given one reading does."""
    with Workbook(plan) as book:
        sheet = book.add_worksheet("Plan")
        for row, cells in enumerate(ROWS):
            sheet.write_row(row, 0, (*cells, "Q3 2025/26 status" if not row else "On hold"))
    (fault,) = ask("read")["result"]["faults"]
    assert fault.endswith("choose which it is under “How it was read”."), fault
    ask("report")
    sentences = [cell for sheet in read_sheets(Path("findings.xlsx")) for row in sheet.rows for cell in row if cell]
    assert [each for each in map(str, sentences) if "“How it was read”" in each] == []
    assert [each for each in map(str, sentences) if "--column status=" in each] != []


ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Plan">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""
MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def test_a_workbook_of_another_kind_is_read_where_there_are_no_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a browser."""
    monkeypatch.chdir(tmp_path)
    cells = "".join(f"<table:table-row>{''.join(map(CELL.format, row))}</table:table-row>" for row in ROWS)
    with zipfile.ZipFile("plan.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", ODS.format(rows=cells))
    monkeypatch.setattr(sys, "platform", "emscripten")
    monkeypatch.setattr("subprocess.run", lambda *_, **__: pytest.fail("a process was started"))
    assert ask("read", Path("plan.ods"))["result"]["actions"] == 2
    assert ask("findings", Path("plan.ods"))["result"]["groups"] != []
    Path("plan.xlsb").write_bytes(b"PK\x03\x04 no workbook")
    reply = json.loads(answer(json.dumps({"ask": "read", "plan": "plan.xlsb", "now": NOW})))
    assert reply["error"].startswith("plan.xlsb: this is not an Excel workbook")
