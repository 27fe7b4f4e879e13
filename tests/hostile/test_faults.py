"""What goes wrong around a file while it is written: killed, interrupted, held by another program, swapped, full disks."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from peerxl import collect, set_cells
from peerxl.cli import main
from peerxl.commands.collect import command as collecting
from peerxl.excel import master as masters
from peerxl.excel.master import LinkedMasterError, MasterChangedError, open_master, save_cells
from peerxl.excel.read import read_sheets
from peerxl.files import save
from peerxl.files.save import NotSavedError
from tests.conftest import EXAMPLE, ROOT

sys.path.insert(0, str(ROOT / "scripts"))

import fuzz

NOW = datetime(2026, 1, 7, 9)
CHANGE = {"Action plan": {"K18": "On hold"}}


@pytest.fixture(name="home", scope="module")
def make_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home") / "home"
    fuzz.make_home(home)
    return home


@pytest.fixture(name="master")
def copy_master(tmp_path: Path) -> Path:
    return Path(shutil.copy(EXAMPLE, tmp_path / "plan.xlsx"))


def reports(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("collect-report*"))


class HeldError(PermissionError):
    """What Windows raises of a file that another process uses."""

    winerror = 5


def hold(times: int) -> Callable[[Path, Path], None]:
    """A replacing that is denied so many times."""
    left = [times]

    def replace(source: Path, target: Path, own: Callable[[Path, Path], None] = os.replace) -> None:
        if left[0]:
            left[0] -= 1
            raise HeldError(errno.EACCES, "Access is denied", str(target))
        own(source, target)

    return replace


def test_a_file_that_is_held_for_a_moment_is_waited_for(master: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "replace", hold(3))
    monkeypatch.setattr(save, "PAUSE", 0.0)
    assert save_cells(open_master(master), CHANGE, now=NOW).cells
    assert read_sheets(master)[0].value(18, 11) == "On hold"


def test_a_file_that_is_held_for_good_is_left_as_it_was(master: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = master.read_bytes()
    monkeypatch.setattr(os, "replace", hold(10_000))
    monkeypatch.setattr(save, "PATIENCE", 0.05)
    monkeypatch.setattr(save, "PAUSE", 0.01)
    with pytest.raises(NotSavedError) as caught:
        save_cells(open_master(master), CHANGE, now=NOW)
    assert str(caught.value).endswith(
        "plan.xlsx: not saved (Access is denied); close the file elsewhere, or choose another folder."
    )
    assert master.read_bytes() == before
    assert list(master.parent.rglob(".peerxl-*")) == []


def test_what_killed_runs_left_is_cleaned_up(master: Path) -> None:
    old, new = master.with_name(".peerxl-old.xlsx"), master.with_name(".peerxl-new.xlsx")
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (1_000_000_000,) * 2)
    save_cells(open_master(master), CHANGE, now=NOW)
    assert (old.exists(), new.exists()) == (False, True)
    out = master.with_name("out.xlsx")
    os.utime(new, (1_000_000_000,) * 2)
    save.save_all({out: b"whole"})
    assert not new.exists()


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="the system knows no such attributes")
def test_extended_attributes_stay(master: Path) -> None:
    try:
        os.setxattr(master, "user.council", b"Tellbourne")
    except OSError:
        pytest.skip("the file system knows no such attributes")
    save_cells(open_master(master), CHANGE, now=NOW)
    set_cells(master, master, {"Action plan": {"K17": "On hold"}})
    assert os.getxattr(master, "user.council") == b"Tellbourne"


def test_a_second_name_of_the_master_is_not_left_behind_without_a_word(master: Path) -> None:
    before = master.read_bytes()
    master.with_name("second.xlsx").hardlink_to(master)
    with pytest.raises(LinkedMasterError):
        save_cells(open_master(master), CHANGE, now=NOW)
    assert master.read_bytes() == before


@pytest.mark.parametrize("place", ["make_patch", "refuse_unread", "keep_backup"])
def test_a_master_swapped_in_mid_run_is_said_to_have_changed(
    master: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, own = open_master(master), getattr(masters, place)
    other = b"PK\x03\x04" + bytes(999)

    def swap(*arguments: object, **named: object) -> object:
        master.write_bytes(other)
        return own(*arguments, **named)

    monkeypatch.setattr(masters, place, swap)
    with pytest.raises(MasterChangedError):
        save_cells(opened, CHANGE, now=NOW)
    assert master.read_bytes() == other


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed in mid-run")
@pytest.mark.parametrize("is_saved", [False, True])
def test_a_report_is_marked_until_the_plan_has_what_it_says(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_saved: bool
) -> None:
    master = Path(shutil.copy(home / "plan.xlsx", tmp_path / "plan.xlsx"))
    own = save_cells

    def die(*arguments: object, **named: object) -> object:
        if is_saved:
            own(*arguments, **named)  # type: ignore[arg-type]
        os._exit(9)

    monkeypatch.setattr(collecting, "save_cells", die)
    pid = os.fork()
    if not pid:
        collect(master, [home / "sound.xlsx"], now=NOW)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 9
    assert [name for name in reports(tmp_path) if "(not in the plan yet)" not in name] == []
    monkeypatch.undo()
    done = collect(master, [home / "sound.xlsx"], now=NOW)
    assert done.report is not None
    assert fuzz.SOUND_ANSWER in {str(value) for sheet in read_sheets(master) for row in sheet.rows for value in row}


def test_no_report_of_what_was_not_saved(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    master = Path(shutil.copy(home / "plan.xlsx", tmp_path / "plan.xlsx"))
    before = master.read_bytes()

    def stop(*arguments: object, **named: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(collecting, "save_cells", stop)
    result = CliRunner().invoke(main, ["collect", str(master), str(home / "sound.xlsx")])
    assert (result.exit_code, result.stderr) == (130, "peerxl: stopped; what was not written yet is as it was.\n")
    assert (reports(tmp_path), master.read_bytes()) == ([], before)


def test_a_full_disk_loses_nothing(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    master = Path(shutil.copy(home / "plan.xlsx", tmp_path / "plan.xlsx"))
    before = master.read_bytes()

    def fill(handle: int, content: bytes) -> None:
        os.close(handle)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(save, "write_through", fill)
    with pytest.raises(NotSavedError, match="No space left on device"):
        collect(master, [home / "sound.xlsx"], now=NOW)
    assert (reports(tmp_path), master.read_bytes()) == ([], before)


FORCED = (
    "check plan.xlsx --settings settings.xlsx --report settings.xlsx",
    "check plan.xlsx --report plan.xlsx",
    "appendix plan.xlsx --settings settings.xlsx -o settings.xlsx",
    "appendix plan.xlsx -o plan.xlsx",
    "collect plan.xlsx form.xlsx --report form.xlsx",
    "collect plan.xlsx form.xlsx --output form.xlsx",
    "collect plan.xlsx form.xlsx --settings settings.xlsx --report settings.xlsx",
    "movement old.xlsx plan.xlsx --since 2025-26-Q2 -o old.xlsx",
    "movement old.xlsx plan.xlsx --since 2025-26-Q2 -o plan.xlsx",
    "adopt plan.xlsx -o plan.xlsx",
    "adopt plan.xlsx --settings settings.xlsx -o settings.xlsx",
    "adopt plan.xlsx --from-last old.xlsx -o old.xlsx",
    "new-year plan.xlsx -o plan.xlsx",
    "new-year plan.xlsx --settings settings.xlsx -o settings.xlsx",
    "publish-check plan.xlsx --clean plan.xlsx",
    "export plan.xlsx -o plan.xlsx",
    "export plan.xlsx --settings settings.xlsx -o settings.xlsx",
    "portfolio . -o plan.xlsx",
)


@pytest.mark.parametrize("command", FORCED)
@pytest.mark.parametrize("is_linked", [False, True], ids=["itself", "by a link"])
def test_force_never_replaces_what_is_read(
    home: Path, tmp_path: Path, command: str, is_linked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, source in (("plan", "plan"), ("old", "plan"), ("form", "sound"), ("settings", "plan")):
        shutil.copy(home / f"{source}.xlsx", f"{name}.xlsx")
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.xlsx")}
    *start, last = command.split()
    if is_linked:
        Path("link.xlsx").symlink_to(last)
        last = "link.xlsx"
    result = CliRunner().invoke(main, [*start, last, "--force"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "never overwritten" in result.stderr
    assert {name: Path(name).read_bytes() for name in before} == before
