"""Forms that do harm, among sound ones: none stops another, and each is named."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import datetime
from pathlib import Path

import pytest

from peerxl import collect
from peerxl.commands.inputs import find_inputs
from peerxl.excel.read import read_sheets
from tests.conftest import ROOT
from tests.excel.patch.handmade import parts, sheet_xml, zipped

sys.path.insert(0, str(ROOT / "scripts"))

import fuzz

NOW = datetime(2026, 1, 7, 9)
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
MERGED = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
HARMFUL = {
    "nothing.xlsx": b"",
    "a bit.xlsx": b"PK\x03\x04" + bytes(400),
    "far.xlsx": zipped(parts(sheet_xml(FAR, after=MERGED))),
    "no such cell.xlsx": zipped(parts(sheet_xml('<row r="1"><c r="A999999999"><f>1</f><v>1</v></c></row>'))),
    "encoding.xlsx": zipped(parts(sheet_xml("").replace("UTF-8", "x-mine"))),
    "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "open.ods": zipped({"content.xml": b"<x/>"}),
    "letter.eml": b"From: a@example.org\nSubject: \x1b]0;x\x07\n\nno form",
    "letter.msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "packed.zip": b"PK\x03\x04" + bytes(90),
}


@pytest.fixture(name="home", scope="module")
def make_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home") / "home"
    fuzz.make_home(home)
    return home


def answers(master: Path) -> set[str]:
    return {str(value) for sheet in read_sheets(master) for row in sheet.rows for value in row}


def test_a_harmful_form_stops_no_other_and_is_named(home: Path, tmp_path: Path) -> None:
    master = Path(shutil.copy(home / "plan.xlsx", tmp_path / "plan.xlsx"))
    returned = tmp_path / "returned"
    returned.mkdir()
    shutil.copy(home / "sound.xlsx", returned / "sound.xlsx")
    for name, content in HARMFUL.items():
        (returned / name).write_bytes(content)
    done = collect(master, [returned], now=NOW)
    assert fuzz.SOUND_ANSWER in answers(master)
    assert sorted(each.file for each in done.merge.refusals) == sorted(HARMFUL)
    assert all(str(tmp_path) not in each.message for each in done.merge.refusals)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_forms_of_any_name(home: Path, tmp_path: Path) -> None:
    master = Path(shutil.copy(home / "plan.xlsx", tmp_path / "plan.xlsx"))
    returned = tmp_path / "returned"
    returned.mkdir()
    names = (b"a\x1b]0;x\x07.xlsx", "b\u202exslx.xlsx".encode(), b"c\xff\xfe.xlsx", b"~$hidden.xlsx", b"d\n.xlsx")
    for name in names:
        shutil.copy(home / "sound.xlsx", returned / os.fsdecode(name))
    (returned / "~$open.xlsx").write_bytes(b"\x05Ann" + bytes(160))
    done = collect(master, [returned], now=NOW)
    assert fuzz.SOUND_ANSWER in answers(master)
    changes = {each.file for each in done.merge.changes}
    files = changes | {each.file for each in done.merge.refusals} | {each.file for each in done.merge.replies}
    assert "a\\x1b]0;x\\x07.xlsx" in files | {word for note in done.merge.notes for word in note.split()}
    assert done.report is not None
    assert read_sheets(done.report)
    assert len(find_inputs([returned], ()).paths) == len(names)
