"""Tries the tests: do those nearest to a room notice a small fault in it?

    python scripts/mutants.py --room reading --sample 40 --seed 1

Of all the faults that ``mutations`` can make in the room, a sample is tried, one at a time, in a copy of the tree, each
with the tests that stand nearest to its module. One that fails a test, or runs out of time, is killed; one that does
not has survived, and is either a test that is missing or no fault at all. Exit code 0: at least 95 of 100 were killed;
1: fewer; 2: the tests fail without any fault.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from time import monotonic

from mutations import Mutant, list_mutants

ROOT = Path(__file__).resolve().parent.parent
GOAL = 0.95
NEAREST: Mapping[str, tuple[str, ...]] = {
    "checks": ("tests/checks",),
    "chasing": ("tests/test_chasing.py",),
    "excel/patch": ("tests/excel/patch",),
    "identity": ("tests/identity",),
    "language/owners": ("tests/language/test_owners*.py",),
    "language/timescales": ("tests/language/test_timescales*.py",),
    "merge": ("tests/merge",),
    "reading": ("tests/reading",),
    "returns": ("tests/returns",),
}
"""The tests nearest to each room; a room may name folders of these ("language" is owners and timescales)."""
LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "out", "build")


@dataclass(frozen=True, slots=True)
class Trial:
    """A mutant, the module it is of, and the tests that are to notice it."""

    module: str
    mutant: Mutant
    tests: tuple[str, ...]


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
        if any(f"{area}/".startswith(f"{room}/") for room in rooms):
            tests = tuple(str(test.relative_to(root)) for pattern in patterns for test in sorted(root.glob(pattern)))
            folder = root / "peerxl" / area
            for path in sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]:
                for mutant in list_mutants(path.read_text(encoding="utf-8")):
                    yield Trial(path.relative_to(root).as_posix(), mutant, tests)


def run_tests(tree: Path, tests: Sequence[str], limit: float | None = None) -> bool:
    """Whether the tests pass in a tree; subprocess.TimeoutExpired after ``limit`` seconds."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]
    environment = os.environ | {"PYTHONPATH": str(tree)}
    if limit is not None:  # only code without a fault may be kept compiled, since Python goes by a file's second
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, timeout=limit, check=False)  # noqa: S603
    return done.returncode == 0


def try_mutant(trial: Trial, tree: Path, limit: float) -> Outcome:
    """Put the fault in the tree, run its tests, and take it out again."""
    path = tree / trial.module
    before = path.read_text(encoding="utf-8")
    path.write_text(trial.mutant.source, encoding="utf-8")
    try:
        return Outcome(trial, "survived" if run_tests(tree, trial.tests, limit) else "killed")
    except subprocess.TimeoutExpired:
        return Outcome(trial, "timeout")
    finally:
        path.write_text(before, encoding="utf-8")


def try_mutants(root: Path, trials: Sequence[Trial], jobs: int) -> Iterator[Outcome]:
    """Each trial's outcome, in their order; each job has a tree of its own, with the data beside it where there is any.

    Raises AssertionError where the tests fail without any fault. A fault is given three times as long as they take.
    """
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / "0"
        shutil.copytree(root, first, ignore=LEFT_OUT)
        if (root.parent / "shared").is_dir():
            (Path(folder) / "shared").symlink_to((root.parent / "shared").resolve())
        limits = {tests: measure_limit(first, tests) for tests in {trial.tests for trial in trials}}
        trees: Queue[Path] = Queue()
        trees.put(first)
        for number in range(1, jobs):
            trees.put(shutil.copytree(first, Path(folder) / str(number)))

        def try_in_a_tree(trial: Trial) -> Outcome:
            tree = trees.get()
            try:
                return try_mutant(trial, tree, limits[trial.tests])
            finally:
                trees.put(tree)

        with ThreadPoolExecutor(jobs) as pool:
            yield from pool.map(try_in_a_tree, trials)


def measure_limit(tree: Path, tests: tuple[str, ...]) -> float:
    """How many seconds a fault is given: three times what the tests take, and ten more for a busy machine."""
    start = monotonic()
    if not run_tests(tree, tests):
        raise AssertionError(f"the tests fail as they are: {' '.join(tests)}")
    return 10 + 3 * (monotonic() - start)


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
