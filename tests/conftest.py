"""What tests share: plans written as pipe tables, and the real workbooks where they lie beside the repository."""

from __future__ import annotations

import inspect
import os
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.model.settings import Settings
from peerxl.model.sheet import Sheet, Value
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request

# What takes longer on a busy machine is not wrong. Where a change is judged the examples are the same each time, so that
# it is not blamed for what chance found; everywhere else they are new ones.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ, max_examples=40)
# With --hypothesis-profile thorough; for an hour or a night.
settings.register_profile("thorough", deadline=None, max_examples=1_000)
settings.load_profile("house")
# Nor is anything kept in the folders of whoever runs the tests.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="peerxl-cache-")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"
EXAMPLE = ROOT / "workbooks" / "example-master.xlsx"


def examples(share: float) -> int:
    """How many examples a law is tried on that needs fewer than others, or more; their number is the profile's."""
    return round(share * settings().max_examples)


Once = Callable[[str, Callable[[Path], object]], Path]

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the real workbooks are not beside the repository")


def sheet_from_text(text: str, name: str = "Plan") -> Sheet:
    r"""A sheet from a pipe table, a row a line: an empty line is an empty row, "\n" a line break, "x*9" nine of them."""
    lines = inspect.cleandoc(text).split("\n")
    return Sheet(name, tuple(row_from_line(line) for line in lines))


def row_from_line(line: str) -> tuple[Value, ...]:
    cells = re.split(r"(?<!\\)\|", line.strip())[1:-1]
    return tuple(value_of(cell.strip()) for cell in cells)


def value_of(text: str) -> Value:
    if repeated := re.fullmatch(r"(\w)\*(\d+)", text):
        return repeated[1] * int(repeated[2])
    return text.replace("\\n", "\n").replace("\\|", "|").replace("␣", " ") or None


def plan_from_text(
    text: str, quarter: FiscalQuarter | None = None, settings: Settings | None = None, fill: str = ""
) -> ActionPlan:
    """The plan a pipe table shows; ``fill`` is the colour of every cell."""
    request = Request("plan.xlsx", quarter, settings=settings or Settings(), fill_of=lambda cell: fill)
    return plan_from_sheets([sheet_from_text(text)], request)


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes a folder by its name, once for all the processes that the tests run in; others wait for it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def find_or_make(name: str, make: Callable[[Path], object]) -> Path:
        folder, unfinished = shared / name, shared / f"{name}.unfinished"
        with FileLock(shared / f"{name}.lock"):
            if not folder.exists():
                # What somebody failed to make is made anew.
                shutil.rmtree(unfinished, ignore_errors=True)
                unfinished.mkdir()
                make(unfinished)
                unfinished.rename(folder)
        return folder

    return find_or_make


@pytest.fixture
def plan_from_doc(request: pytest.FixtureRequest) -> Callable[..., ActionPlan]:
    """The plan that the test's own docstring shows as a pipe table."""

    def read(quarter: FiscalQuarter | None = None, settings: Settings | None = None) -> ActionPlan:
        return plan_from_text(request.function.__doc__, quarter, settings)

    return read


@pytest.fixture
def sheet_from_doc(request: pytest.FixtureRequest) -> Sheet:
    """The sheet that the test's own docstring shows as a pipe table."""
    return sheet_from_text(request.function.__doc__)
