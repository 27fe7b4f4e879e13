"""One plan as data files: where they may go, and that all are written or none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from peerxl import read_plan
from peerxl.cli import main
from peerxl.commands.export import write_export
from peerxl.commands.outputs import OutputIsInputError, OutputIsMasterError, PaperNameError, SamePaperError
from peerxl.dataset.columns import COLUMNS
from peerxl.files.save import OutputExistsError
from tests.conftest import EXAMPLE


@pytest.fixture(name="master")
def copy_master(tmp_path: Path) -> Path:
    return Path(shutil.copy(EXAMPLE, tmp_path / "plan.xlsx"))


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["export", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


def test_a_file_of_each_ending_is_written(master: Path, tmp_path: Path) -> None:
    outputs = [tmp_path / f"out.{ending}" for ending in ("csv", "sqlite", "xlsx")]
    options = [word for output in outputs for word in ("-o", output)]
    said = "".join(f"wrote {output}\n" for output in outputs)
    assert run(master, *options) == (0, "", said)
    before = [output.read_bytes() for output in outputs]
    assert run(master, *options) == (0, "", said)
    assert [output.read_bytes() for output in outputs] == before
    actions = len(read_plan(master).actions)
    assert before[0].decode("utf-8-sig").count("\r\n") == 1 + 4 * actions


def test_emails_only_where_asked_for(master: Path, tmp_path: Path) -> None:
    quiet, full = tmp_path / "quiet.csv", tmp_path / "full.csv"
    run(master, "-o", quiet)
    run(master, "-o", full, "--with-emails")
    assert (b"@" in quiet.read_bytes(), b"@" in full.read_bytes()) == (False, True)


def test_the_columns_are_listed_without_a_plan() -> None:
    code, out, _ = run("--columns")
    assert code == 0
    heading, *lines = out.splitlines()
    assert heading == "Column            Type           What it is"
    assert [(line.split()[0], line[33:]) for line in lines] == [(column.name, column.meaning) for column in COLUMNS]


@pytest.mark.parametrize(
    ("names", "error"),
    [
        (("plan.xlsx",), OutputIsMasterError),
        (("out.csv", "settings.xlsx"), OutputIsInputError),
        (("out.csv", "out.txt"), PaperNameError),
        (("out.csv", "there.csv"), OutputExistsError),
        (("out.csv", "out.csv"), SamePaperError),
    ],
)
def test_what_is_in_the_way_stops_all(names: tuple[str, ...], error: type[Exception], master: Path) -> None:
    folder = master.parent
    settings = shutil.copy(EXAMPLE, folder / "settings.xlsx")
    (folder / "there.csv").write_text("somebody's own")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(error):
        write_export(read_plan(master, settings=settings), *(folder / name for name in names))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_only_force_replaces_a_file_that_says_something_else(master: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.csv"
    there.write_text("somebody's own")
    assert run(master, "-o", there)[0] == 2
    assert there.read_text() == "somebody's own"
    assert run(master, "-o", there, "--force")[0] == 0
    assert there.read_text(encoding="utf-8-sig").startswith("council,plan,file")
