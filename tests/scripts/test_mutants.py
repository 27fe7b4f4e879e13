"""Faults put into code on purpose: which there are, and that a test that notices one kills it and no other."""

from __future__ import annotations

import ast
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

import mutants
from mutations import Mutant, list_mutants

pytestmark = pytest.mark.slow

FAULTS: tuple[tuple[str, list[str]], ...] = (
    ("a < b", ["(a <= b)", "(a >= b)"]),
    ("a == b", ["(a != b)"]),
    ("a not in b", ["(a in b)"]),
    ("a and b or c", ["((a and b) and c)", "(a or b) or c", "(a and b)", "(c)", "(a) or c", "(b) or c"]),
    ("not a", ["(a)"]),
    ("a + -b", ["(a - -b)", "a + (b)"]),
    ("f(a, b, c)", ["(f(b, a, c))"]),
    ("f(*a, b)", []),
    ("f(a, a)", []),
    ("max(a, b)", []),
    ("zip(a, b, strict=True)", ["(zip(b, a, strict=True))"]),
    ("7", ["(8)", "(6)"]),
    ("True", ["False"]),
    ("'one two three'", ["'one three'"]),
    ("'one'", ["'oneX'"]),
    ("f'one {two}'", ['""']),
    ("a if b else c", ["a if (not b) else c"]),
    ("[a for a in b if c]", ["[a for a in b if (not c)]"]),
    ("(a, b, c)", ["((b, c))", "((a, b))"]),
    ("{a: 1, b: 2}", ["({b: 2})", "({a: 1})", "{a: (2), b: 2}", "{a: (0), b: 2}", "{a: 1, b: (3)}", "{a: 1, b: (1)}"]),
)


@pytest.mark.parametrize(("expression", "faults"), FAULTS)
def test_the_faults_of_an_expression(expression: str, faults: list[str]) -> None:
    source = f"x = {expression}\n"
    assert sorted(mutant.source for mutant in list_mutants(source)) == sorted(f"x = {fault}\n" for fault in faults)


MODULE = '''"""A docstring."""

from __future__ import annotations

__all__ = ["add", "seven"]
Pair = tuple[int, int]


@cache(maxsize=3)
def seven(é: int | None = 5) -> int | str:
    """Another."""
    notify("é"); é += 1
    return é
'''


def test_what_means_nothing_is_left_alone() -> None:
    assert [(mutant.line, mutant.change) for mutant in list_mutants(MODULE)] == [
        (10, "5  ->  (6)"),
        (10, "5  ->  (4)"),
        (12, "notify('é')  ->  pass"),
        (12, "'é'  ->  'éX'"),
        (12, "é += 1  ->  pass"),
        (12, "1  ->  (2)"),
        (12, "1  ->  (0)"),
        (13, "return é  ->  return None"),
    ]


def test_every_mutant_of_the_house_is_a_module_and_differs() -> None:
    for path in sorted((ROOT / "peerxl" / "checks").glob("*.py")):
        source = path.read_text(encoding="utf-8")
        for mutant in list_mutants(source):
            assert mutant.source != source
            ast.parse(mutant.source)


@pytest.fixture(name="tree")
def make_tree(tmp_path: Path) -> Path:
    """A house with one room, and a test of its one bound from one side."""
    room, tests = tmp_path / "peerxl" / "toy", tmp_path / "tests"
    room.mkdir(parents=True)
    tests.mkdir()
    (tmp_path / "peerxl" / "__init__.py").touch()
    (room / "__init__.py").write_text("def is_late(day, due):\n    return day > due\n")
    (tests / "test_toy.py").write_text(
        "from peerxl.toy import is_late\n\n\ndef test():\n    assert is_late(3, 2)\n    assert not is_late(1, 2)\n"
    )
    return tmp_path


def test_one_that_no_test_notices_survives(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = mutants.main(["--room", "toy", "--jobs", "1"], tree, {"toy": ("tests/test_toy.py",)})
    assert sorted(capsys.readouterr().out.splitlines()) == [
        "killed    peerxl/toy/__init__.py:2  day > due  ->  (day <= due)",
        "killed    peerxl/toy/__init__.py:2  return day > due  ->  return None",
        "survived  peerxl/toy/__init__.py:2  day > due  ->  (day >= due)",
        "toy: 2 of 3 killed (67%)",
    ]
    assert code == 1
    assert (tree / "peerxl" / "toy" / "__init__.py").read_text() == "def is_late(day, due):\n    return day > due\n"


def test_one_that_never_ends_is_killed(tree: Path) -> None:
    endless = Mutant(2, "", "def is_late(day, due):\n    while True:\n        pass\n")
    with closing(mutants.Tree(tree)) as server:
        trial = mutants.Trial("peerxl/toy/__init__.py", endless, ("tests/test_toy.py",))
        assert server.try_mutant(trial, {}, patience=0.1).how == "timeout"


def test_a_test_that_fails_as_it_is_is_said(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "tests" / "test_toy.py").write_text("def test():\n    assert False\n")
    assert mutants.main(["--room", "toy", "--jobs", "1"], tree, {"toy": ("tests/test_toy.py",)}) == 2
    assert capsys.readouterr().err == "the tests fail as they are: tests/test_toy.py::test\n"


def test_every_room_that_is_tried_is_there() -> None:
    for area, patterns in mutants.NEAREST.items():
        path = ROOT / "peerxl" / area
        assert path.is_dir() or path.with_suffix(".py").is_file()
        assert all(list(ROOT.glob(pattern)) for pattern in patterns)


def test_tests_that_hang_on_one_another_are_said(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "tests" / "test_toy.py").write_text(
        "import time\nimport peerxl.toy\n\nSEEN = []\n\n\ndef test_slow():\n    time.sleep(0.1)\n    SEEN.append(1)\n\n\n"
        "def test_quick():\n    assert SEEN\n"
    )
    assert mutants.main(["--room", "toy", "--jobs", "1"], tree, {"toy": ("tests/test_toy.py",)}) == 2
    assert capsys.readouterr().err == ("the tests fail in the order of their times: tests/test_toy.py::test_quick\n")
