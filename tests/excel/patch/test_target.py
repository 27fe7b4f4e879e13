"""The file that is written: in place, through a link, and what cannot be one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from peerxl.errors import MissingFileError
from peerxl.excel.inspect import NotAFileError
from peerxl.excel.patch import set_cells
from peerxl.files.save import NotSavedError
from tests.excel.patch.handmade import handmade, sheet_xml
from tests.excel.patch.patched import ROWS, by_calamine
from tests.excel.patch.refusal import refusal


def test_the_same_patch_twice_changes_nothing_more(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml(ROWS, "<dimension ref='B2:D4'/>"))
    once, twice = tmp_path / "once.xlsx", tmp_path / "twice.xlsx"
    changes = {"Plan": {"A1": "x", "C2": "y ", "B4": None}}
    set_cells(path, once, changes)
    set_cells(once, twice, changes)
    assert once.read_bytes() == twice.read_bytes()


def test_a_workbook_may_be_patched_in_place_and_through_a_link(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml(ROWS))
    link = tmp_path / "link.xlsx"
    link.symlink_to(path)
    path.chmod(0o640)
    set_cells(path, link, {"plan": {"A1": "x"}})
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert by_calamine(path)[0] == ["x"]
    assert sorted(tmp_path.iterdir()) == [link, path]


def test_no_file_a_folder_and_nowhere_to_write(tmp_path: Path) -> None:
    refusal(tmp_path / "gone.xlsx", {}, MissingFileError)
    (tmp_path / "folder.xlsx").mkdir()
    refusal(tmp_path / "folder.xlsx", {}, NotAFileError)
    path = handmade(tmp_path, sheet_xml(""))
    with pytest.raises(NotSavedError):
        set_cells(path, path / "under" / "target.xlsx", {"Plan": {"A1": "x"}})


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    assert refusal(tmp_path / "pipe.xlsx", {}, NotAFileError).startswith(": this is a device or a pipe")


def test_names_that_no_file_has(tmp_path: Path) -> None:
    refusal(tmp_path / "a\0.xlsx", {}, MissingFileError)
    path, link = handmade(tmp_path, sheet_xml("")), tmp_path / "link.xlsx"
    link.symlink_to(tmp_path / "other.xlsx")
    (tmp_path / "other.xlsx").symlink_to(link)
    refusal(link, {}, MissingFileError)
    targets = (
        (link, "it is a link that leads back to itself"),
        ("a\0.xlsx", "no file can have this name"),
        (tmp_path / f"{'a' * 999}.xlsx", "File name too long"),
    )
    for target, why in targets:
        with pytest.raises(NotSavedError) as caught:
            set_cells(path, target, {"Plan": {"A1": "x"}})
        assert str(caught.value) == (
            f"{target}: not saved ({why}); close the file elsewhere, or choose another folder."
        )
    assert link.is_symlink()
