"""What many plans cost, measured on few enough for a test."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytest.importorskip("resource", reason="this system does not say how long a process was at work")
sys.path.insert(0, str(ROOT / "scripts"))

from bench_portfolio import Bench, Cost, measure_portfolio, say

pytestmark = pytest.mark.slow


def test_few_plans_are_measured(tmp_path: Path) -> None:
    bench = measure_portfolio(tmp_path, 3, 4)
    assert bench.plans == 3
    assert bench.loop.readers == 0 < bench.loop.own < bench.pool.all
    assert min(bench.pool.readers, bench.again.readers, bench.written.readers) > 0
    assert min(bench.kept, bench.report) > 1_000
    assert all(re.search(r"\d", line) for line in say(bench))


def test_what_very_many_cost_is_reckoned_from_one() -> None:
    bench = Bench(100, Cost(9.0, 0.0), Cost(0.5, 9.5), Cost(0.1, 1.0), Cost(0.2, 1.0), 500_000, 40_000)
    assert bench.part == pytest.approx(0.9)
    lines = say(bench)
    assert "  one after another, in one process     9.00 (90.0), not in readers 9.00" in lines
    assert "cores that one process can keep at work: 20" in lines
    assert lines[-4:] == [
        "reckoned for 10,000 councils, 5 years: 1.4 hours of one processor, 0.2 GB kept",
        "  1 machines of 2 processors: 41.7 minutes",
        "  1 machines of 16 processors: 5.2 minutes",
        "  8 machines of 16 processors: 4.2 minutes",
    ]
