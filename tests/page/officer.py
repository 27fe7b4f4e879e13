"""An officer at the page, and the same officer at the command line: one clock, one plan, and what each is given."""

from __future__ import annotations

import io
import os
import shlex
import zipfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from click.testing import CliRunner

from peerxl.cli import main

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

NOW = datetime(2026, 1, 5, 10, 0)
"""A Monday on which people work."""
CLOCKS = ("chase_commands", "master_commands", "paper_commands", "plan_commands")
"""The modules of the command line that ask what time it is."""

CLOCK_KEPT_OUT = "because the document's frame is sandboxed and the 'allow-scripts' permission is not set."
"""What is said of the clock of these tests, which the frame of the paper lets in as little as any script."""


class AtPage:
    """An officer who has opened the page; ``faults`` is what the browser complains of, ``requests`` what it asked for."""

    def __init__(self, context: BrowserContext, page_file: Path, now: datetime = NOW, address: str = "") -> None:
        self.page: Page = context.new_page()
        self.page.clock.set_fixed_time(now)
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.hear(message.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        context.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(address or page_file.as_uri())

    def hear(self, words: str) -> None:
        if CLOCK_KEPT_OUT not in words:
            self.faults.append(words)

    def get(self, hook: str) -> Locator:
        return self.page.get_by_test_id(hook)

    def open(self, plan: Path) -> None:
        """Choose a plan, and wait until all that follows from it is shown."""
        self.get("plan-file").set_input_files(plan)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is being done any more."""
        # Twice, as one thing follows from another.
        for _ in range(2):
            self.page.locator("body:not([aria-busy])").wait_for(state="attached")
            self.page.wait_for_timeout(50)

    def take(self, act: Callable[[], object]) -> tuple[str, bytes]:
        """The name and the content of the file that something saves."""
        with self.page.expect_download() as download:
            act()
        self.settle()
        path = download.value.path()
        return download.value.suggested_filename, Path(path).read_bytes()

    def press(self, hook: str) -> tuple[str, bytes]:
        return self.take(self.get(hook).click)

    def trouble(self) -> str:
        """What the page says went wrong; nothing where all went well."""
        return " ".join(self.page.locator(".bad:visible").all_inner_texts())


@dataclass(slots=True)
class AtCommandLine:
    """The same at the command line, in the folder of the plan."""

    folder: Path
    now: datetime = NOW

    def run(self, command: str) -> str:
        """Everything that a command prints."""
        with ExitStack() as stack:
            for name in CLOCKS:
                clock = stack.enter_context(mock.patch(f"peerxl.cli.{name}.datetime", wraps=datetime))
                clock.now.return_value = self.now
            before = Path.cwd()
            stack.callback(os.chdir, before)
            os.chdir(self.folder)
            result = CliRunner().invoke(main, shlex.split(command))
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.output

    @property
    def plan(self) -> bytes:
        return (self.folder / "plan.xlsx").read_bytes()

    def after(self, command: str) -> bytes:
        """The plan as a command leaves it."""
        self.run(command)
        return self.plan

    def files(self, folder: str) -> Mapping[str, bytes]:
        """The files of a folder, by their path in it."""
        root = self.folder / folder
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def pass_time(desk: AtPage, line: AtCommandLine) -> None:
    """A minute later: two steps in one second would have no order in the record."""
    line.now += timedelta(minutes=1)
    desk.page.clock.set_fixed_time(line.now)


def unzip(content: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> Iterable[str]:
    """The names of the files that are not in both, or not the same in both."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))
