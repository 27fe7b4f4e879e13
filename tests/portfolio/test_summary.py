"""What a portfolio keeps of a plan: all of it, and that it comes back from JSON as it went."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from peerxl.checks import check_plan
from peerxl.dataset.rows import LEFT_OUT
from peerxl.model.finding import Finding, Severity
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Fate, Field, SheetFate
from peerxl.model.plan import ActionPlan
from peerxl.portfolio.stored import restore_summary, store_summary
from peerxl.portfolio.summary import (
    LONGEST,
    STANDINGS,
    OverdueAction,
    RuleCount,
    ThemeCount,
    WorkbookSummary,
    summarize_workbook,
)

Q2 = FiscalQuarter(2023, 2)
FINDINGS = (
    Finding("status-spelling", Severity.WARNING, "One."),
    Finding("action-overdue", Severity.WARNING, "Two."),
    Finding("ref-duplicate", Severity.ERROR, "Three."),
    Finding("status-spelling", Severity.WARNING, "Four."),
)


def standings(**numbers: int) -> tuple[int, ...]:
    """The numbers in the order of STANDINGS, those not named 0; a name's words are joined by "_"."""
    named = {name.replace("_", " "): number for name, number in numbers.items()}
    assert set(named) <= {standing.replace(",", "") for standing in STANDINGS}
    return tuple(named.get(standing.replace(",", ""), 0) for standing in STANDINGS)


def test_all_that_is_kept(plan_from_doc: Callable[..., ActionPlan]) -> None:
    """
    | Marrowby District Council - Action plan | | | | | | | |
    | Theme   | Ref | Action          | Owner                | Timescale  | Q1 2023/24 status | Q2 2023/24 status |
    | Harbour | H1  | Repair the pier | AD Ports / CD Towns  | Q4 2022/23 | In progress       |                   |
    | Harbour | H2  | Light the pier  | a.n@marrowby.example | May 2023   |                   | Purple            |
    | Harbour | H3  | Paint the pier  | AD Ports             | Q4 2022/23 | Completed         |                   |
    | Roads   | R1  | Mend the bridge | AD Roads             | Q2 2023/24 |                   | On track          |
    |         | R2  | Sweep the lanes | AD Roads             | Ongoing    |                   | -                 |
    """
    plan = plan_from_doc(Q2)
    assert summarize_workbook(plan, FINDINGS, "north/plan.xlsx", "d1") == WorkbookSummary(
        file="north/plan.xlsx",
        digest="d1",
        council="Marrowby District Council",
        title="Marrowby District Council - Action plan",
        quarter="Q2 2023/24",
        begins=date(2023, 7, 1),
        sheets=(
            SheetFate(
                "Plan",
                Fate.READ,
                plan.sheets[0].why,
                2,
                (
                    (Field.THEME, ("A",)),
                    (Field.REF, ("B",)),
                    (Field.ACTION, ("C",)),
                    (Field.OWNER, ("D",)),
                    (Field.TIMESCALE, ("E",)),
                    (Field.STATUS, ("F", "G")),
                ),
            ),
        ),
        findings=(
            RuleCount("ref-duplicate", Severity.ERROR, 1),
            RuleCount("action-overdue", Severity.WARNING, 1),
            RuleCount("status-spelling", Severity.WARNING, 2),
        ),
        themes=(
            ThemeCount("Harbour", standings(In_progress=1, Unknown_word=1, Completed=1), 2, 2),
            ThemeCount("Roads", standings(In_progress=1, No_status=1), 2, 0),
        ),
        overdue=(
            OverdueAction(
                "H1", "Harbour", "Repair the pier", ("AD Ports", "CD Towns"), "In progress", "Q4 2022/23",
                date(2023, 3, 31), "Q4 2022/23", 2, 183, "Plan", 3,
            ),
            OverdueAction(
                "H2", "Harbour", "Light the pier", (LEFT_OUT,), "Unknown word", "May 2023",
                date(2023, 5, 31), "Q1 2023/24", 1, 122, "Plan", 4,
            ),
        ),
        marks=("aa301bf950ff", "9e18db380b41", "32065aee8434", "e67c44ecf714", "dac3d74852b6"),
    )  # fmt: skip


@pytest.mark.parametrize("quarter", [Q2, None])
def test_it_comes_back_from_json(quarter: FiscalQuarter | None, plan_from_doc: Callable[..., ActionPlan]) -> None:
    """
    | Theme   | Ref | Action          | Owner    | Timescale  | Status      |
    | Harbour | H1  | Repair the pier | AD Ports | Q4 2022/23 | In progress |
    """
    plan = plan_from_doc(quarter)
    summary = summarize_workbook(plan, check_plan(plan), "plan.xlsx", "d1")
    assert restore_summary(json.loads(json.dumps(store_summary(summary)))) == summary
    assert ([theme.overdue for theme in summary.themes], len(summary.overdue)) == (([1], 1) if quarter else ([None], 0))


def test_texts_are_kept_on_one_line_without_addresses_and_no_longer_than_a_list_can_hold(
    plan_from_doc: Callable[..., ActionPlan],
) -> None:
    """
    | Ref | Action                                         | Owner    | Timescale  | Status      |
    | H1  | Repair the pier\\nand write to pier@x.example  | AD Ports | Q4 2022/23 | In progress |
    | H2  | x*2000                                         | AD Ports | Q4 2022/23 | In progress |
    """
    first, second = summarize_workbook(plan_from_doc(Q2), (), "plan.xlsx", "d1").overdue
    assert first.text == f"Repair the pier and write to {LEFT_OUT}"
    assert second.text == "x" * (LONGEST - 1) + "…"


def test_an_own_word_stands_by_what_it_counts_as(plan_from_doc: Callable[..., ActionPlan]) -> None:
    """
    | Ref | Action          | Owner    | Timescale  | Status    |
    | H1  | Repair the pier | AD Ports | Q4 2023/24 | Open      |
    | H2  | Light the pier  | AD Ports | Q4 2023/24 | Completed |
    """
    (theme,) = summarize_workbook(plan_from_doc(Q2), (), "plan.xlsx", "d1").themes
    assert (theme.actions, theme.open) == (2, 1)
    assert sum(theme.standings) == 2
