"""Others' tools that judge papers: where one cannot be had its tests are skipped, but never where the checks run."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import pytest

from tests.conftest import ROOT

T = TypeVar("T")
NODE_MODULES = ROOT / "tests" / "node" / "node_modules"


def require_program(name: str) -> str:
    """Where a program is; without it the test is skipped."""
    return require(shutil.which(name), f"{name} is not installed")


def require_package(path: str) -> Path:
    """A file of a package of npm's; without it the test is skipped."""
    file = NODE_MODULES / path
    return require(file if file.exists() else None, f"{path} is not installed in tests/node")


def require(thing: T | None, why: str) -> T:
    if thing is None:
        if os.environ.get("CI"):
            pytest.fail(why)
        pytest.skip(why)
    return thing


def convert(files: Iterable[Path], form: str, folder: Path) -> None:
    """Have LibreOffice save files in another form, all at once, as it takes longer to start than to save one."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", folder, *files]
    subprocess.run(list(map(str, command)), check=True, capture_output=True, timeout=300)
