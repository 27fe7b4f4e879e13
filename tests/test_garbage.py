"""The collector is spared, and comes back; what native code has let go of is given back where it can be."""

from __future__ import annotations

import ctypes
import gc
import subprocess
import sys
from types import SimpleNamespace

import pytest

from peerxl.garbage import SELDOM, give_back, uncollected
from tests.conftest import EXAMPLE


def test_a_plan_grows_without_the_collector() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_has_grown_is_not_gone_through_at_once() -> None:
    rounds: list[str] = []
    gc.callbacks.append(lambda phase, _: rounds.append(phase))
    try:
        with uncollected():
            grown = [[number] for number in range(10 * gc.get_threshold()[0])]
        assert not rounds
    finally:
        gc.callbacks.pop()
    assert any(each is grown for each in gc.get_objects(generation=2))


def test_what_others_have_frozen_stays_so() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with uncollected():
            pass
        assert gc.get_freeze_count() == frozen
    finally:
        gc.unfreeze()


def test_memory_is_given_back_where_the_system_can_be_asked_to(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(ctypes, "CDLL", lambda name: SimpleNamespace(malloc_trim=asked.append))
    give_back()
    assert asked == ([0] if sys.platform == "linux" else [])
    monkeypatch.setattr(ctypes, "CDLL", lambda name: SimpleNamespace())
    give_back()


def test_a_command_is_spared_rounds_of_the_collector() -> None:
    """Few rounds while it runs, none at its end, and what it says is said."""
    code = f"""
import atexit, gc, sys
rounds = []
gc.callbacks.append(lambda phase, info: rounds.append(phase))
atexit.register(lambda: print(gc.get_threshold()[0], gc.get_freeze_count() > 10_000, file=sys.stderr))
from peerxl.cli import main
main(["check", {str(EXAMPLE)!r}])
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1] == f"{SELDOM} True"
    assert "TBC" in run.stdout
