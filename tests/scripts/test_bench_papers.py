"""What the paper costs, measured on a plan small enough for a test."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

pytest.importorskip("resource", reason="this system does not say how long a process was at work")
pytest.importorskip("typst")

PEERS = {".xlsx": "XlsxWriter", ".docx": "python-docx", ".pdf": "LibreOffice", ".html": "pandas", ".csv": "pandas"}


def test_every_form_is_measured_beside_its_peer() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "bench_papers.py"), "4", "exceptions"]
    # Without a path there is no LibreOffice, which would take longer than all else.
    environment = {"PYTHONPATH": str(ROOT), "PATH": ""}
    result = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    first, workbook, parts, *others, command_line = result.stdout.splitlines()
    assert re.fullmatch(r"\d actions, layout exceptions: .*", first)
    assert re.fullmatch(r" +pages \d\.\d\d, writing \d\.\d\d; XlsxWriter, the same cells .*", parts)
    assert re.fullmatch(r"all five sheets as \.xlsx: \d\.\d\d of the processor: reading .*", command_line)
    lines = (workbook, *others)
    for line, (ending, peer) in zip(lines, PEERS.items(), strict=True):
        assert re.match(rf"{ending} +\d+\.\d\d \( *\d+\.\d\d\) +\d+ KiB +{peer}", line)
