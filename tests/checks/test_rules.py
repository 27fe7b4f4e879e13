"""Every rule's own text: its passing row passes and its failing row fails, by that rule and no other of its kind."""

from __future__ import annotations

import inspect
import re

import pytest

from peerxl.checks import CHECKS, Rule
from peerxl.language.owners import owner_key
from peerxl.model.finding import Severity
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.settings import Contact, Directory, Settings
from tests.conftest import plan_from_text

QUARTER = FiscalQuarter(2023, 1)
LISTED = Contact("AD Estates")
CODE = re.compile(r"[a-z]+(-[a-z]+)+")


def tables(rule: Rule) -> dict[str, str]:
    """The tables of a rule's text by the word that announces each."""
    found: dict[str, list[str]] = {}
    announced = ""
    for line in inspect.cleandoc(rule.find.__doc__ or "").splitlines():
        if line.endswith(":"):
            announced = line.rstrip(":")
        elif line.startswith("|"):
            found.setdefault(announced, []).append(line)
    return {words: "\n".join(lines) for words, lines in found.items()}


def settings_for(words: str) -> Settings:
    if "Owners sheet" in words:
        return Settings(directory=Directory((LISTED,), ((owner_key(LISTED.owner), LISTED),)))
    return Settings()


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.code)
def test_the_rows_of_its_text(rule: Rule) -> None:
    shown = tables(rule)
    assert sorted(words.split(",")[0] for words in shown) == ["fails", "passes"]
    for words, table in shown.items():
        plan = plan_from_text(table, QUARTER, settings_for(words), "00FF00" if "green cells" in words else "")
        assert plan.actions
        assert bool(list(rule.check(plan, QUARTER))) == words.startswith("fails")


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.code)
def test_a_passing_row_passes_every_rule(rule: Rule) -> None:
    plan = plan_from_text(tables(rule)["passes"], QUARTER)
    assert [finding.code for other in CHECKS for finding in other.check(plan, QUARTER)] == []


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.code)
def test_a_finding_says_what_was_found_and_what_to_do(rule: Rule) -> None:
    words, table = next((words, table) for words, table in tables(rule).items() if words.startswith("fails"))
    plan = plan_from_text(table, QUARTER, settings_for(words), "00FF00" if "green cells" in words else "")
    for finding in rule.check(plan, QUARTER):
        assert finding.found.endswith(".")
        assert finding.remedy.endswith((".", "?"))


def test_each_code_is_used_once_and_named_alike() -> None:
    codes = [rule.code for rule in CHECKS]
    assert len(set(codes)) == len(codes)
    assert all(CODE.fullmatch(code) for code in codes)
    assert [rule.severity.rank for rule in CHECKS] == sorted(rule.severity.rank for rule in CHECKS)
    assert all(rule.summary.endswith(".") for rule in CHECKS)
    assert [getattr(rule.find, "__name__", "") for rule in CHECKS] == [
        f"check_{code.replace('-', '_')}" for code in codes
    ]


def test_errors_are_what_cannot_be_true_or_read() -> None:
    assert {rule.code for rule in CHECKS if rule.severity is Severity.ERROR} == {
        "timescale-before-plan",
        "timescale-unreadable",
        "ref-duplicate",
        "status-unknown",
        "cell-error",
    }
