"""Damage by a seed: of some hundred files none meets a fault, and what is damaged is the same each time."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE, ROOT, SHARED
from tests.hostile.limits import run_limited

sys.path.insert(0, str(ROOT / "scripts"))

import damage
import fuzz
import limited

SEEDS = [EXAMPLE, *sorted((SHARED / "faults").glob("*.xlsx")), *sorted((SHARED / "workbooks").glob("f*.xls[xm]"))]


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_mutant_meets_a_fault(seed: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.main([*map(str, SEEDS), "--mutants", "100", "--seed", str(seed)]) == 0
    assert capsys.readouterr().out.startswith(f"100 mutants, seed {seed}: ok 100, traceback 0, hang 0")


@pytest.mark.parametrize("kind", damage.WORKBOOK_DAMAGE)
def test_damage_is_done_and_is_the_same_for_a_seed(kind: str) -> None:
    sound = EXAMPLE.read_bytes()
    damaged = [damage.damage(sound, kind, fuzz.make_random(str(seed))) for seed in range(12)]
    assert damaged == [damage.damage(sound, kind, fuzz.make_random(str(seed))) for seed in range(12)]
    assert len({sound, *damaged}) > 6


def crash() -> int:
    raise ValueError("nobody catches this")


def loop() -> int:
    while True:
        pass


def print_title() -> int:
    print("\x1b]0;title\x07")
    return 0


def end_by_signal() -> int:
    os.kill(os.getpid(), signal.SIGTERM)
    return 0


def fill_memory() -> int:
    return len(bytearray(600 * 1024**2)) * 0


@pytest.mark.parametrize(
    ("work", "outcome"),
    [
        (lambda: 0, "ok"),
        (lambda: 2, "ok"),
        (lambda: 3, "traceback"),
        (lambda: limited.LOST, "lost"),
        (print_title, "raw"),
        (crash, "traceback"),
        (fill_memory, "memory"),
        (end_by_signal, "abort"),
    ],
    ids=["plan", "sentence", "another code", "lost", "raw", "crash", "memory", "abort"],
)
def test_each_fault_is_told_from_the_others(work: Callable[[], int], outcome: str, tmp_path: Path) -> None:
    assert run_limited(work, tmp_path).outcome == outcome


def test_what_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "SECONDS", 1)
    assert run_limited(loop, tmp_path).outcome == "hang"
