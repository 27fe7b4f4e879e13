"""Runs killed at any moment: a few instants of each command here, two hundred by scripts/kills.py."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import kills

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="a process can be forked and killed only on Linux and macOS"),
]


@pytest.fixture(name="base", scope="module")
def make_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("kills") / "base"
    base.mkdir()
    kills.make_base(base, 20)
    return base


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.parametrize("deed", kills.DEEDS, ids=lambda deed: deed.name)
def test_a_killed_run_loses_nothing_and_is_made_good_by_the_next(deed: kills.Deed, base: Path, tmp_path: Path) -> None:
    """At its first and last file operation and one between: the master is whole, no line lost, nobody asked twice."""
    operations, wanted = kills.count_operations(deed, base, tmp_path / "whole")
    assert operations > 20
    for number in (0, operations * 3 // 4, operations - 1):
        folder = tmp_path / str(number)
        assert list(kills.try_instant(deed, base, folder, number, wanted)) == []


def test_what_is_amiss_is_found(base: Path, tmp_path: Path) -> None:
    """A record with a line less, a file left over, another master: each is said."""
    deed = kills.Deed("nothing", lambda folder: (folder / ".peerxl-left.tmp").touch())
    wanted = kills.look(base)

    def spoil(folder: Path) -> None:
        file = next((folder / ".peerxl" / "record").iterdir())
        file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[1:]))
        (folder / kills.MASTER).write_bytes(b"PK half")

    assert list(kills.try_instant(deed, base, tmp_path / "one", 99, wanted)) == [
        f"left over: {tmp_path / 'one' / '.peerxl-left.tmp'}"
    ]
    faults = list(kills.try_instant(kills.Deed("spoil", spoil), base, tmp_path / "two", 99, wanted))
    assert [fault.partition(":")[0] for fault in faults][:2] == [
        "the master is not whole",
        "a line of the record is lost",
    ]
