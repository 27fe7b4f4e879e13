"""The pictures of what is written, tried on one page of each kind; skipped where nothing can draw them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from peerxl import read_plan
from peerxl.documents.appendix import build_appendix
from peerxl.excel.write import render
from tests.conftest import EXAMPLE, ROOT

TOOLS = ("soffice", "pdftoppm", "chromium")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="LibreOffice, poppler or Chromium is not installed"),
]
pytest.importorskip("playwright")
PNG = b"\x89PNG\r\n"


def test_its_help_draws_nothing(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "scripts" / "pictures.py"), "--help"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=tmp_path)
    assert result.stdout.startswith("Usage: pictures.py [OPTIONS] OUT [FILE]...")
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_is_drawn_page_by_page_and_a_mail_as_it_is_read(tmp_path: Path) -> None:
    plan = read_plan(EXAMPLE)
    assert plan.quarter is not None
    (tmp_path / "paper.xlsx").write_bytes(render(build_appendix(plan, plan.quarter, layout="exceptions")))
    (tmp_path / "mail.eml").write_bytes(b"Content-Type: text/html; charset=utf-8\n\n<p>Please reply by Friday.</p>\n")
    files = [str(tmp_path / name) for name in ("paper.xlsx", "mail.eml")]
    command = [sys.executable, str(ROOT / "scripts" / "pictures.py"), str(tmp_path / "out"), *files]
    result = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    pictures = [Path(line) for line in result.stdout.splitlines()]
    assert [picture.name for picture in pictures[:1] + pictures[-1:]] == ["paper.xlsx-1.png", "mail.eml-1.png"]
    assert sorted(pictures) == sorted((tmp_path / "out").glob("*.png"))
    assert all(picture.read_bytes().startswith(PNG) for picture in pictures)
