"""An action plan checked: each rule a generator over the plan, all of them in the tuple CHECKS."""

from __future__ import annotations

from peerxl.checks.entry import markup_in_cell, owner_missing, owner_unknown, ref_duplicate, ref_missing
from peerxl.checks.rule import Fault, Rule
from peerxl.checks.status import (
    status_contradicts_comment,
    status_contradicts_timescale,
    status_missing,
    status_no_column,
    status_spelling,
    status_unknown,
)
from peerxl.checks.timescale import (
    action_due,
    action_overdue,
    timescale_before_plan,
    timescale_missing,
    timescale_no_column,
    timescale_several_milestones,
    timescale_unreadable,
)
from peerxl.model.finding import Finding, Findings, Severity
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan

__all__ = ["CHECKS", "Fault", "Rule", "check_plan"]

CHECKS = (
    Rule("timescale-before-plan", Severity.ERROR, timescale_before_plan),
    Rule("timescale-unreadable", Severity.ERROR, timescale_unreadable),
    Rule("ref-duplicate", Severity.ERROR, ref_duplicate),
    Rule("status-unknown", Severity.ERROR, status_unknown),
    Rule("action-overdue", Severity.WARNING, action_overdue),
    Rule("action-due", Severity.WARNING, action_due),
    Rule("status-missing", Severity.WARNING, status_missing),
    Rule("status-no-column", Severity.WARNING, status_no_column),
    Rule("owner-missing", Severity.WARNING, owner_missing),
    Rule("owner-unknown", Severity.WARNING, owner_unknown),
    Rule("status-spelling", Severity.WARNING, status_spelling),
    Rule("markup-in-cell", Severity.WARNING, markup_in_cell),
    Rule("status-contradicts-comment", Severity.ADVICE, status_contradicts_comment),
    Rule("status-contradicts-timescale", Severity.ADVICE, status_contradicts_timescale),
    Rule("timescale-several-milestones", Severity.ADVICE, timescale_several_milestones),
    Rule("timescale-missing", Severity.ADVICE, timescale_missing),
    Rule("timescale-no-column", Severity.ADVICE, timescale_no_column),
    Rule("ref-missing", Severity.ADVICE, ref_missing),
)


def check_plan(plan: ActionPlan, quarter: FiscalQuarter | None = None) -> Findings:
    """All that is wrong with a plan at a quarter (the plan's own unless told otherwise), most serious first."""
    quarter = quarter or plan.quarter
    found = [finding for rule in CHECKS for finding in rule.findings(plan, quarter)]
    if quarter is None:
        found.append(no_quarter(plan))
    found.extend(plan.faults)
    return tuple(sorted(found, key=lambda finding: finding.severity.rank))


def no_quarter(plan: ActionPlan) -> Finding:
    return Finding(
        "quarter-unknown",
        Severity.ADVICE,
        'Nothing says which quarter this is, so what is due or late was not checked; add --quarter "Q3 2023/24".',
        sheet=plan.tables[0].sheet,
    )
