"""What each piece of work costs, measured on plans small enough for a test."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

from bench import COMMANDS, growth
from bench_cases import CASES, HELD

pytestmark = pytest.mark.slow

SCRIPT = str(ROOT / "scripts" / "bench.py")
MISSING = "not installed"


def run_bench(*arguments: str) -> list[str]:
    command = [sys.executable, SCRIPT, *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT)})
    return result.stdout.splitlines()


def test_everything_is_measured_beside_its_peers() -> None:
    lines = iter(run_bench("4", "8", "--phrases", "20", "--starts", "1"))
    assert next(lines).split() == ["seconds", "of", "the", "processor", "4", "8", "growth"]
    for case in CASES:
        figures = r"\d+\.\d{3} +\d+\.\d{3} +-?\d+\.\d\d" if case.is_installed else MISSING
        assert re.fullmatch(rf"{case.name} +{figures}", next(lines))
    assert next(lines).split() == ["most", "memory,", "MiB", "4", "8"]
    for name in HELD:
        assert re.fullmatch(rf"{name} +\d+ +\d+", next(lines))
    assert next(lines).split() == ["started", "cold", "seconds", "until", "gone"]
    for name, _, _ in COMMANDS:
        assert re.fullmatch(rf"{name} +(?:\d+\.\d\d +\d+\.\d\d|{MISSING})", next(lines))
    assert re.fullmatch(r"check of 20 rows, warm +\d+\.\d{3}", next(lines))
    assert next(lines).split() == ["different", "timescales", "a", "second", "of", "20"]
    assert re.fullmatch(r"peerxl +[\d,]+", next(lines))
    assert re.fullmatch(rf"dateparser +(?:[\d,]+|{MISSING})", next(lines))
    assert not list(lines)


def test_one_case_alone() -> None:
    first, line = run_bench("4", "--only", "owners")
    assert first.split() == ["seconds", "of", "the", "processor", "4", "growth"]
    assert re.fullmatch(r"owners +\d+\.\d{3}", line)


@pytest.mark.parametrize(
    ("seconds", "power"), [((2.0, 20.0), 1.0), ((2.0, 2.0), 0.0), ((0.1, 0.4, 10.0), 2.0), ((1.0, 1000.0), 3.0)]
)
def test_growth_is_the_power_of_the_rows(seconds: tuple[float, ...], power: float) -> None:
    rows = (10, 100) if len(seconds) == 2 else (10, 20, 100)
    assert growth(rows, seconds) == pytest.approx(power)
