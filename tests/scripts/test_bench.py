"""What each piece of work costs, measured on plans small enough for a test."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

from bench import CASES, COMMANDS, growth


def test_every_case_is_measured_beside_its_peers() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "bench.py"), "2", "4"]
    environment = {"PYTHONPATH": str(ROOT)}
    result = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    first, *lines = result.stdout.splitlines()
    assert first.split() == ["seconds", "of", "the", "processor", "2", "4", "growth"]
    measured, (started, *commands) = lines[: len(CASES)], lines[len(CASES) :]
    for line, name in zip(measured, CASES, strict=True):
        assert re.fullmatch(rf"{name} +\d+\.\d{{3}} +\d+\.\d{{3}} +-?\d+\.\d\d", line)
    assert started.split() == ["started", "cold", "seconds"]
    for line, name in zip(commands, COMMANDS, strict=True):
        assert re.fullmatch(rf"{name} +\d+\.\d\d", line)


@pytest.mark.parametrize(
    ("seconds", "power"), [((2.0, 20.0), 1.0), ((2.0, 2.0), 0.0), ((0.1, 0.4, 10.0), 2.0), ((1.0, 1000.0), 3.0)]
)
def test_growth_is_the_power_of_the_rows(seconds: tuple[float, ...], power: float) -> None:
    rows = (10, 100) if len(seconds) == 2 else (10, 20, 100)
    assert growth(rows, seconds) == pytest.approx(power)
