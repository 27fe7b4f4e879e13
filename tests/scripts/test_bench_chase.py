"""What a chase costs, measured on few owners."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow


def test_every_number_of_owners_is_measured_beside_xlsxwriter() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "bench_chase.py"), "1", "3"]
    result = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT)})
    heading, *lines = result.stdout.splitlines()
    assert heading == "owners  seconds  ms an owner  times XlsxWriter"
    for line, number in zip(lines, (1, 3), strict=True):
        assert re.fullmatch(rf" +{number} +\d+\.\d\d +\d+\.\d +\d+\.\d", line)
    # Nobody looks on where it is no terminal.
    assert result.stderr == ""
