"""Other code for the functions of a module that is loaded: whoever holds one of them runs the new code."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

from function_code import replace_functions

SOURCE = """
from __future__ import annotations
from contextlib import contextmanager
from functools import lru_cache

LIMIT = 10
FAR = [number for number in range(LIMIT)]


def plain(day=1):
    return sum(number + 1 for number in range(day))


@lru_cache
def cached(day):
    return day + 2


class Period:
    first = 3

    @property
    def length(self):
        return self.first + 3

    @classmethod
    def name(cls):
        return "four"

    @staticmethod
    def end():
        return (lambda: 5)()
"""


@pytest.mark.parametrize(
    ("before", "after", "is_done"),
    [
        ("number + 1", "number + 7", True),
        ("day + 2", "day + 7", True),
        ("self.first + 3", "self.first + 7", True),
        ('"four"', '"seven"', True),
        ("lambda: 5", "lambda: 7", True),
        ("day=1", "day=7", False),
        ("= 10", "= 7", False),
        ("[number for", "[-number for", False),
        ("first = 3", "first = 7", False),
        ("@lru_cache\n", "", False),
        ("class Period", "class Era", False),
        ("def end", "def close", False),
    ],
)
def test_what_can_be_replaced(
    before: str, after: str, is_done: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "toy_periods.py").write_text(SOURCE)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "toy_periods", raising=False)
    module = import_module("toy_periods")
    plain, cached, period = module.plain, module.cached, module.Period
    values = [plain(2), cached(0), period().length, period.name(), period.end()]
    cached.cache_clear()
    assert replace_functions(module, SOURCE.replace(before, after)) == is_done
    others = [plain(2), cached(0), period().length, period.name(), period.end()]
    assert len([pair for pair in zip(values, others, strict=True) if pair[0] != pair[1]]) == (1 if is_done else 0)
