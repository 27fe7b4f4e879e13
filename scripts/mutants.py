"""Tries the tests: do those nearest to a room notice a small fault in it?

    python scripts/mutants.py --room reading --sample 40 --seed 1

Of all the faults that ``mutations`` can make in the room, a sample is tried, one at a time, in a copy of the tree, each
with the tests that stand nearest to its module. One that fails a test, or runs out of time, is killed; one that does
not has survived, and is either a test that is missing or no fault at all. Exit code 0: at least 95 of 100 were killed;
1: fewer; 2: the tests fail without any fault.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from subprocess import PIPE

from mutations import Mutant, list_mutants
from test_server import Answer

ROOT = Path(__file__).resolve().parent.parent
SERVER = Path(__file__).resolve().with_name("test_server.py")
GOAL = 0.95
Tests = tuple[str, ...]
Seconds = Mapping[str, float]
"""The time each test takes, by its pytest id."""
HOW = {"passed": "survived", "failed": "killed", "timeout": "timeout"}
"""What came of a fault, by what came of the tests."""
NEAREST: Mapping[str, tuple[str, ...]] = {
    "checks": ("tests/checks/**/test_*.py",),
    "chasing": ("tests/test_chasing.py",),
    "excel/patch": ("tests/excel/patch/**/test_*.py",),
    "identity": ("tests/identity/**/test_*.py",),
    "language/date_history": ("tests/language/test_date_history.py",),
    "language/owners": ("tests/language/test_owners*.py",),
    "language/timescales": ("tests/language/test_timescales.py", "tests/language/test_timescales_[!l]*.py"),
    "merge": ("tests/merge/**/test_*.py",),
    "reading": ("tests/reading/**/test_*.py",),
    "returns": ("tests/returns/**/test_*.py",),
}
"""The tests nearest to each room, without the laws of timescales, which take longer than all their tables.

What is tried may be less ("reading/headers") or more ("language")."""
LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "out", "build")


@dataclass(frozen=True, slots=True)
class Trial:
    """A mutant, the module it is of, and the tests that are to notice it."""

    module: str
    mutant: Mutant
    tests: Tests

    @property
    def own_tests(self) -> Tests:
        """Those in a file of the module's own name, to be run before the room's."""
        return tuple(test for test in self.tests if Path(test).name == f"test_{Path(self.module).name}")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a trial: ``how`` is "killed", "timeout" or "survived"."""

    trial: Trial
    how: str

    @property
    def is_survivor(self) -> bool:
        return self.how == "survived"

    def __str__(self) -> str:
        return f"{self.how:8}  {self.trial.module}:{self.trial.mutant.line}  {self.trial.mutant.change}"


def list_trials(root: Path, rooms: Sequence[str], nearest: Mapping[str, tuple[str, ...]]) -> Iterator[Trial]:
    """Every mutant of the rooms, with its tests."""
    for area, patterns in nearest.items():
        files = sorted(file for pattern in patterns for file in root.glob(pattern))
        tests = tuple(file.relative_to(root).as_posix() for file in files)
        folder = root / "peerxl" / area
        for path in sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]:
            module = path.relative_to(root).as_posix()
            if any(f"{module.removesuffix('.py')}/".startswith(f"peerxl/{room}/") for room in rooms):
                for mutant in list_mutants(path.read_text(encoding="utf-8")):
                    yield Trial(module, mutant, tests)


DEFAULTS: Mapping[str, object] = {"first": (), "seconds": {}, "patience": 60.0, "module": "", "source": ""}


class Tree:
    """A copy of the house with a process beside it that runs its tests (``test_server``)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.killers: dict[str, list[str]] = {}
        """The tests that noticed a fault in a module, the latest first: they are the likeliest to notice another."""
        command, environment = [sys.executable, str(SERVER), str(folder)], os.environ | {"PYTHONPATH": str(folder)}
        self.server = subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True, env=environment)  # noqa: S603

    def run_tests(self, tests: Tests, **request: object) -> Answer:
        """What came of the tests in the tree as it stands, or with a module's functions those of another source."""
        assert self.server.stdin is not None
        assert self.server.stdout is not None
        self.server.stdin.write(json.dumps({**DEFAULTS, "tests": tests, **request}) + "\n")
        self.server.stdin.flush()
        answer: Answer = json.loads(self.server.stdout.readline())
        return answer

    def try_mutant(self, trial: Trial, seconds: Seconds, patience: float = 5.0) -> Outcome:
        """Put the fault in, run its tests, and take it out again: in the functions as they are loaded, which is quick.

        What survives that, or cannot be put in so, is tried again in the file: a table made on loading may hide it.
        """
        killers = self.killers.setdefault(trial.module, [])
        request = {"first": [*killers, *trial.own_tests], "seconds": seconds, "patience": patience}
        answer = self.run_tests(trial.tests, module=name_module(trial.module), source=trial.mutant.source, **request)
        if answer["how"] in ("failed", "timeout"):
            killers[:] = [*answer["failed"], *(test for test in killers if test not in answer["failed"])]
            return Outcome(trial, HOW[answer["how"]])
        path = self.folder / trial.module
        before = path.read_text(encoding="utf-8")
        path.write_text(trial.mutant.source, encoding="utf-8")
        try:
            return Outcome(trial, HOW[self.run_tests(trial.tests, **request)["how"]])
        finally:
            path.write_text(before, encoding="utf-8")

    def close(self) -> None:
        self.server.communicate()


def try_mutants(root: Path, trials: Sequence[Trial], jobs: int) -> Iterator[Outcome]:
    """Each trial's outcome, in their order; each job has a tree of its own, with the data beside it where there is any.

    Raises AssertionError where the tests fail without any fault.
    """
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        if (root.parent / "shared").is_dir():
            (Path(folder) / "shared").symlink_to((root.parent / "shared").resolve())
        first = stack.enter_context(closing(Tree(shutil.copytree(root, Path(folder) / "0", ignore=LEFT_OUT))))
        modules = {trial.tests: trial.module for trial in trials}
        seconds = {tests: measure_seconds(first, tests, module) for tests, module in modules.items()}
        trees: Queue[Tree] = Queue()
        trees.put(first)
        for number in range(1, jobs):
            copy = Tree(shutil.copytree(first.folder, Path(folder) / str(number)))
            trees.put(stack.enter_context(closing(copy)))

        def try_in_a_tree(trial: Trial) -> Outcome:
            tree = trees.get()
            try:
                return tree.try_mutant(trial, seconds[trial.tests])
            finally:
                trees.put(tree)

        with ThreadPoolExecutor(jobs) as pool:
            yield from pool.map(try_in_a_tree, trials)


def measure_seconds(tree: Tree, tests: Tests, module: str) -> Seconds:
    """How many seconds each test takes without a fault; they must pass in any order, and beside a module as it is."""
    answer = tree.run_tests(tests)
    if answer["how"] != "passed":
        raise AssertionError(f"the tests fail as they are: {' '.join(answer['failed'] or tests)}")
    seconds = answer["seconds"]
    source = (tree.folder / module).read_text(encoding="utf-8")
    answer = tree.run_tests(tests, module=name_module(module), source=source, seconds=seconds)
    if answer["how"] != "passed":
        raise AssertionError(f"the tests fail in the order of their times: {' '.join(answer['failed'] or tests)}")
    return seconds


def name_module(path: str) -> str:
    """A module's name in Python, by its path in the tree."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def main(
    arguments: Sequence[str] | None = None, root: Path = ROOT, nearest: Mapping[str, tuple[str, ...]] = NEAREST
) -> int:
    """Try a sample and print what came of each mutant, then the figures."""
    parser = argparse.ArgumentParser(description="Tries faults in the code against the nearest tests.")
    parser.add_argument("--room", action="append", required=True, help=f"one of {', '.join(nearest)}; repeatable")
    parser.add_argument("--sample", type=int, default=40, metavar="N", help="how many mutants (default: 40)")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="which ones: the same number, the same ones")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="how many at a time (default: 2)")
    options = parser.parse_args(arguments)
    trials = list(list_trials(root, options.room, nearest))
    if not trials:
        parser.error(f"there is no such room: {', '.join(options.room)}")
    sample = random.Random(options.seed).sample(trials, min(options.sample, len(trials)))  # noqa: S311 - no secret
    survivors = 0
    try:
        for outcome in try_mutants(root, sorted(sample, key=lambda trial: trial.tests), options.jobs):
            survivors += 1 if outcome.is_survivor else 0
            print(outcome, flush=True)
    except AssertionError as error:
        print(error, file=sys.stderr)
        return 2
    killed = len(sample) - survivors
    print(f"{', '.join(options.room)}: {killed} of {len(sample)} killed ({killed / len(sample):.0%})")
    return 0 if killed >= GOAL * len(sample) else 1


if __name__ == "__main__":
    raise SystemExit(main())
