"""The measurement of what a patch costs runs, and prints time and memory from one run."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytest.importorskip("resource", reason="this system does not say how much memory a process held")


def test_a_small_run_prints_both_figures() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "bench_patch.py"), "2000", "50"]
    result = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT)})
    first, ours, theirs, ratio = result.stdout.splitlines()
    assert re.fullmatch(r"50 cells of 2,000 rows; the sheet's XML is \d+ MiB", first)
    assert re.fullmatch(r"set_cells +\d+\.\d\d s +\d+ MiB \(\d+\.\d\d of the sheet\)", ours)
    assert re.fullmatch(r"openpyxl +\d+\.\d\d s +\d+ MiB \(\d+\.\d\d of the sheet\)", theirs)
    assert float(ratio.removeprefix("time: ").split(" ")[0]) < 1
