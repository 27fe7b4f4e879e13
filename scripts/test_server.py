"""Runs tests in one tree, again and again, each time in a process of its own.

    python scripts/test_server.py TREE

Each line of its input asks for a run (``Request``), each line of its output says what came of it (``Answer``). Half of
a short run would be loading: so every run is a fork. A run of the tree as it stands is a fork of a process that has
loaded the libraries; a run with a function's code replaced is a fork of one that has collected the tests too.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from typing import Any, TextIO, TypedDict

from function_code import replace_functions

LIBRARIES = ("dateutil.parser", "defusedxml.ElementTree", "openpyxl", "python_calamine", "xlsxwriter")
ARGUMENTS = (
    *("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # for hypothesis, which is loaded before pytest begins
    *("--hypothesis-profile", "repeatable"),
    *("-k", "not length"),  # the tests that compare times ("…than its length") fail by chance on a busy machine
)
SECONDS_TO_LOAD = 60.0
MEMORY = 4 << 30
PASSED, FAILED, IMPOSSIBLE = 0, 1, 77


class Request(TypedDict):
    """Which tests to run, those in ``first`` (ids or files) before the others, and what each takes in seconds.

    Each is given ten times as long and ``patience`` seconds more, for a busy machine. With a ``module``
    ("peerxl.text"), its functions are to be those of ``source``, whatever stands in the tree.
    """

    tests: list[str]
    first: list[str]
    seconds: dict[str, float]
    patience: float
    module: str
    source: str


class Answer(TypedDict):
    """What came of a run: "passed", "failed", "timeout", or "impossible" where it came to no end of its own, as
    where more than functions would differ.

    With the time each test took, and the test that failed.
    """

    how: str
    seconds: dict[str, float]
    failed: list[str]


HOW = {PASSED: "passed", FAILED: "failed", IMPOSSIBLE: "impossible"}


@dataclass(slots=True)
class Run:
    """A plugin of pytest: the order of the tests, the time each is given, and the time each took.

    One that takes too long ends the whole process.
    """

    first: Sequence[str]
    known: Mapping[str, float]
    patience: float
    taken: dict[str, float] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        ranks = {name: rank for rank, name in enumerate(self.first)}

        def rank_item(item: Any) -> tuple[int, float]:
            rank = ranks.get(item.nodeid, ranks.get(item.nodeid.partition("::")[0], len(ranks)))
            return rank, self.known.get(item.nodeid, 0.0)

        items.sort(key=rank_item)

    def pytest_runtest_setup(self, item: Any) -> None:
        signal.setitimer(signal.ITIMER_REAL, self.patience + 10 * self.known.get(item.nodeid, 0.0))

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.when == "call":
            self.taken[report.nodeid] = round(report.duration, 4)
        if report.failed:
            self.failed.append(report.nodeid)


@dataclass(slots=True)
class Loaded:
    """A plugin of pytest that runs the collected tests once for each request that it reads."""

    requests: TextIO
    answers: TextIO

    def pytest_runtestloop(self, session: Any) -> bool:
        for line in self.requests:
            request: Request = json.loads(line)
            write_line(self.answers, run_in_fork(partial(run_items, session, request)))
        return True


def run_items(session: Any, request: Request) -> tuple[int, Run]:
    """The collected tests with other code in a module's functions, until one fails."""
    run = Run(request["first"], request["seconds"], request["patience"])
    module = sys.modules.get(request["module"])
    if module is None or not replace_functions(module, request["source"]):
        return IMPOSSIBLE, run
    session.config.pluginmanager.register(run)
    run.pytest_collection_modifyitems(session.items)
    for item, following in zip(session.items, [*session.items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return FAILED, run
    return PASSED, run


def run_tree(request: Request) -> tuple[int, Run]:
    """The tests, with the tree as it stands."""
    import pytest

    run = Run(request["first"], request["seconds"], request["patience"])
    sys.dont_write_bytecode = bool(run.known)  # never of a fault: Python knows a file by its second and its size
    return (FAILED if pytest.main([*ARGUMENTS, *request["tests"]], plugins=[run]) else PASSED), run


def run_in_fork(work: Callable[[], tuple[int, Run]]) -> Answer:
    """What came of the work, done in silence in a process of its own."""
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        code = IMPOSSIBLE
        try:
            silence_streams()
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            signal.setitimer(signal.ITIMER_REAL, SECONDS_TO_LOAD)
            code, run = work()
            with open(writer, "w", encoding="utf-8") as stream:
                json.dump((run.taken, run.failed), stream)
        finally:
            os._exit(code)
    os.close(writer)
    with open(reader, encoding="utf-8") as stream:
        seconds, failed = json.loads(stream.read() or "[{}, []]")
    _, status = os.waitpid(process, 0)
    how = "timeout" if os.WIFSIGNALED(status) else HOW[os.WEXITSTATUS(status)]
    return {"how": how, "seconds": seconds, "failed": failed}


def silence_streams() -> None:
    silence = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(silence, descriptor)


def write_line(stream: TextIO, answer: Request | Answer) -> None:
    stream.write(json.dumps(answer) + "\n")
    stream.flush()


def start_loaded(tests: Sequence[str]) -> tuple[TextIO, TextIO]:
    """A process that has collected the tests: what it reads requests from, and what it writes answers to."""
    import pytest

    (requests, asking), (answering, answers) = os.pipe(), os.pipe()
    if os.fork() == 0:
        os.close(asking)
        os.close(answering)
        silence_streams()
        with open(requests, encoding="utf-8") as lines, open(answers, "w", encoding="utf-8") as stream:
            os._exit(int(pytest.main([*ARGUMENTS, *tests], plugins=[Loaded(lines, stream)])))
    os.close(requests)
    os.close(answers)
    return open(asking, "w", encoding="utf-8"), open(answering, encoding="utf-8")


def main(tree: str) -> None:
    os.chdir(tree)
    sys.path.insert(0, tree)
    from hypothesis import Phase, settings

    for library in LIBRARIES:
        import_module(library)
    phases = (Phase.explicit, Phase.generate)
    settings.register_profile("repeatable", deadline=None, database=None, derandomize=True, phases=phases)
    loaded: dict[tuple[str, ...], tuple[TextIO, TextIO]] = {}
    for line in sys.stdin:
        request: Request = json.loads(line)
        if not request["module"]:
            write_line(sys.stdout, run_in_fork(partial(run_tree, request)))
            continue
        tests = tuple(request["tests"])
        if tests not in loaded:
            loaded[tests] = start_loaded(tests)
        asking, answering = loaded[tests]
        write_line(asking, request)
        write_line(sys.stdout, json.loads(answering.readline()))


if __name__ == "__main__":
    main(sys.argv[1])
