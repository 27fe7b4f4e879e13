"""Work done in a process of its own with limits, where the system has them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

if sys.platform == "win32":
    pytest.skip("processes are forked with limits", allow_module_level=True)

from limited import OK, Ended, run_command, run_limited

__all__ = ["read_limited", "run_command", "run_limited"]


def read_limited(path: Path) -> str:
    """Read a workbook's sheets with limits: how many cells of each have a value, or the sentence after its name."""

    def work() -> int:
        from peerxl.errors import PeerxlError
        from peerxl.excel.read import read_sheets

        try:
            for sheet in read_sheets(path):
                print(sheet.name, sum(value is not None for row in sheet.rows for value in row), len(sheet.strays))
        except PeerxlError as error:
            print(str(error).removeprefix(f"{path}: "))
            return 2
        return 0

    return said(work, path.parent)


def said(work: Callable[[], int], folder: Path) -> str:
    """What work prints, which must end within the limits and without a fault."""
    ended: Ended = run_limited(work, folder)
    assert (ended.outcome, ended.words) == (OK, ended.words)
    return ended.words.strip()
