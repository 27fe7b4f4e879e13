"""The page has rapidfuzz without its compiled half: the answers are the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import EXAMPLE, ROOT, SHARED

PLANS = (EXAMPLE, *(sorted((SHARED / "appendices").glob("*-plain.xlsx")) if SHARED.is_dir() else ()))
CODE = """
import json, sys
from peerxl import check_plan, read_plan
from peerxl.checks.roster import list_owners
from rapidfuzz import fuzz
pairs = [(one.text, other.text) for plan in map(read_plan, sys.argv[1:]) for one in plan.actions for other in plan.actions]
said = [finding.message for plan in map(read_plan, sys.argv[1:]) for finding in check_plan(plan)]
print(json.dumps([fuzz.ratio.__module__, [round(fuzz.ratio(*pair), 9) for pair in pairs], said]))
"""


def run(implementation: str) -> list[object]:
    environment = {**os.environ, "RAPIDFUZZ_IMPLEMENTATION": implementation, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", CODE, *map(str, PLANS)]
    return list(json.loads(subprocess.run(command, env=environment, capture_output=True, check=True).stdout))


def test_what_is_alike_is_alike_without_compiled_code() -> None:
    (compiled, *answers), (plain, *others) = run("cpp"), run("python")
    if compiled == plain:
        pytest.skip("rapidfuzz has no compiled half here")
    assert answers == others
