"""An action plan checked: each rule a generator over the plan, all of them in the tuple CHECKS."""

from __future__ import annotations

from peerxl.checks.comment import comment_repeated, personal_data, text_broken, text_cut
from peerxl.checks.entry import (
    cell_error,
    markup_in_cell,
    owner_joint,
    owner_missing,
    owner_near_duplicate,
    owner_unknown,
    ref_duplicate,
    ref_missing,
)
from peerxl.checks.history import (
    action_open_ended,
    action_several,
    completed_without_evidence,
    status_backwards,
    timescale_last_year,
    timescale_redated,
)
from peerxl.checks.rule import Fault, Rule
from peerxl.checks.status import (
    status_by_colour,
    status_contradicts_comment,
    status_contradicts_timescale,
    status_in_action,
    status_in_timescale,
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

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE

CHECKS = (
    Rule("timescale-before-plan", ERROR, timescale_before_plan),
    Rule("timescale-unreadable", ERROR, timescale_unreadable),
    Rule("ref-duplicate", ERROR, ref_duplicate),
    Rule("status-unknown", ERROR, status_unknown),
    Rule("cell-error", ERROR, cell_error),
    Rule("action-overdue", WARNING, action_overdue),
    Rule("action-due", WARNING, action_due),
    Rule("status-missing", WARNING, status_missing),
    Rule("status-by-colour", WARNING, status_by_colour),
    Rule("status-no-column", WARNING, status_no_column),
    Rule("owner-missing", WARNING, owner_missing),
    Rule("owner-unknown", WARNING, owner_unknown),
    Rule("status-spelling", WARNING, status_spelling),
    Rule("personal-data", WARNING, personal_data),
    Rule("markup-in-cell", WARNING, markup_in_cell),
    Rule("text-cut", WARNING, text_cut),
    Rule("text-broken", WARNING, text_broken),
    Rule("status-contradicts-comment", ADVICE, status_contradicts_comment),
    Rule("status-contradicts-timescale", ADVICE, status_contradicts_timescale),
    Rule("status-backwards", ADVICE, status_backwards),
    Rule("status-in-action", ADVICE, status_in_action),
    Rule("status-in-timescale", ADVICE, status_in_timescale),
    Rule("completed-without-evidence", ADVICE, completed_without_evidence),
    Rule("comment-repeated", ADVICE, comment_repeated),
    Rule("action-open-ended", ADVICE, action_open_ended),
    Rule("action-several", ADVICE, action_several),
    Rule("timescale-several-milestones", ADVICE, timescale_several_milestones),
    Rule("timescale-redated", ADVICE, timescale_redated),
    Rule("timescale-last-year", ADVICE, timescale_last_year),
    Rule("timescale-missing", ADVICE, timescale_missing),
    Rule("timescale-no-column", ADVICE, timescale_no_column),
    Rule("owner-joint", ADVICE, owner_joint),
    Rule("owner-near-duplicate", ADVICE, owner_near_duplicate),
    Rule("ref-missing", ADVICE, ref_missing),
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
