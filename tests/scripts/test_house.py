"""The measures of the house, taken of a small one whose figures anybody can count."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

import house

SHOP = '''"""Goods."""

from peerxl.till import Price, add_tax


class Goods:
    @property
    def price(self):
        return Price(7)

    def is_dear(self):
        return self.price > 5  # pounds


def count_dear(goods):
    """How many."""
    return sum(one.is_dear() for one in goods) + (len(goods) > 1)


def tax(goods):
    return add_tax(goods.price)
'''
TILL = '''"""The till."""


class Price(int):
    pass


class Goods:
    pass


def add_tax(price):
    return "no tax"[price > 3 :]


def parse_timescale(text):
    return add_tax(int(text.startswith("J")))
'''


@pytest.fixture(name="small")
def make_small(tmp_path: Path) -> house.House:
    folder = tmp_path / "peerxl"
    folder.mkdir()
    (folder / "shop.py").write_text(SHOP)
    (folder / "till.py").write_text(TILL)
    (folder / "__init__.py").write_text("from peerxl.till import parse_timescale\n")
    return house.House.read(tmp_path)


def test_the_measures(small: house.House) -> None:
    measures = {name: describe(small) for name, describe in house.MEASURES.items()}
    assert measures == {
        "modules": "3",
        "lines of a module (median / 90th percentile)": "17 / 21",
        "functions": "6",
        "lines of a function (median / 90th percentile)": "2 / 2",
        "functions with one caller": "17%",
        "functions that begin with a verb": "80%",
        "class names with several meanings": "1: Goods",
        "comments in 100 lines": "4.3",
        "arithmetic on truths": "3",
        'parse_timescale("June 2023")': "2 deep, 2 functions, 1 modules",
    }


def test_a_line_a_measure_and_a_column_a_tree(small: house.House, capsys: pytest.CaptureFixture[str]) -> None:
    assert house.main([str(small.root), str(small.root)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(house.MEASURES)
    assert lines[0].split() == ["modules:", "3", "|", "3"]
