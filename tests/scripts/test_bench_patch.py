"""The measurement of what a patch costs runs, and prints time and memory from one run."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

pytest.importorskip("resource", reason="this system does not say how much memory a process held")


FIGURES = r"(\d+\.\d{3}) s +\d+ MiB \(\d+\.\d\d of the sheet\)   set_cells takes (\d+\.\d{3}) of it"
STAGES = [
    "unpack and search",
    "pack and write",
    "prove the edits",
    "prove all, read back",
    "(unpacking alone)",
    "(packing alone)",
]


def test_a_small_run_prints_every_way_and_every_stage() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "bench_patch.py"), "2000", "50"]
    result = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT)})
    first, *lines = result.stdout.splitlines()
    assert re.fullmatch(r"50 cells of 2,000 rows; the sheet's XML is \d+ MiB", first)
    ways = [line for line in lines if not line.startswith(" ")]
    assert [re.sub(FIGURES, "", way).strip() for way in ways] in (
        ["set_cells", "openpyxl"],
        ["set_cells", "openpyxl", "wolfxl"],
    )
    found = re.search(FIGURES, ways[1])
    assert found is not None
    assert float(found[2]) < 1
    assert [re.sub(r" +\d+\.\d{3} s", "", line).strip() for line in lines if line.startswith(" ")] == STAGES
