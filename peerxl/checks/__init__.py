"""An action plan checked: each rule a generator over the plan, all of them in the tuple CHECKS.

It owns what counts as a fault, how serious it is and what is said of it. It must never know a file, an option or how a
finding is shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.advice import SAY_QUARTER
from peerxl.checks.answers import check_answers_nowhere
from peerxl.checks.comment import check_comment_repeated, check_personal_data, check_text_broken, check_text_cut
from peerxl.checks.entry import (
    check_cell_error,
    check_markup_in_cell,
    check_owner_missing,
    check_owner_near_duplicate,
    check_owner_unknown,
    check_ref_duplicate,
    check_ref_missing,
)
from peerxl.checks.history import (
    check_action_open_ended,
    check_action_several,
    check_completed_without_evidence,
    check_status_backwards,
    check_timescale_last_year,
    check_timescale_redated,
)
from peerxl.checks.joint_owners import check_owner_joint
from peerxl.checks.rule import Fault, Rule
from peerxl.checks.status import (
    check_status_by_colour,
    check_status_contradicts_comment,
    check_status_contradicts_timescale,
    check_status_in_action,
    check_status_in_timescale,
    check_status_missing,
    check_status_no_column,
    check_status_spelling,
    check_status_unknown,
)
from peerxl.checks.timescale import (
    check_action_due,
    check_action_overdue,
    check_timescale_before_plan,
    check_timescale_missing,
    check_timescale_no_column,
    check_timescale_several_milestones,
    check_timescale_unreadable,
)
from peerxl.checks.uncertainty import check_timescale_uncertain
from peerxl.garbage import uncollected
from peerxl.model.finding import Finding, Findings, Severity
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan

__all__ = ["CHECKS", "Fault", "Rule", "check_plan"]

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE

# Findings of one severity are told in this order: sorting by severity keeps it.
CHECKS = (
    Rule("timescale-before-plan", ERROR, check_timescale_before_plan),
    Rule("timescale-unreadable", ERROR, check_timescale_unreadable),
    Rule("ref-duplicate", ERROR, check_ref_duplicate),
    Rule("status-unknown", ERROR, check_status_unknown),
    Rule("cell-error", ERROR, check_cell_error),
    Rule("action-overdue", WARNING, check_action_overdue),
    Rule("action-due", WARNING, check_action_due),
    Rule("status-missing", WARNING, check_status_missing),
    Rule("status-by-colour", WARNING, check_status_by_colour),
    Rule("status-no-column", WARNING, check_status_no_column),
    Rule("answers-nowhere", WARNING, check_answers_nowhere),
    Rule("owner-missing", WARNING, check_owner_missing),
    Rule("owner-unknown", WARNING, check_owner_unknown),
    Rule("status-spelling", WARNING, check_status_spelling),
    Rule("personal-data", WARNING, check_personal_data),
    Rule("markup-in-cell", WARNING, check_markup_in_cell),
    Rule("text-cut", WARNING, check_text_cut),
    Rule("text-broken", WARNING, check_text_broken),
    Rule("status-contradicts-comment", ADVICE, check_status_contradicts_comment),
    Rule("status-contradicts-timescale", ADVICE, check_status_contradicts_timescale),
    Rule("status-backwards", ADVICE, check_status_backwards),
    Rule("status-in-action", ADVICE, check_status_in_action),
    Rule("status-in-timescale", ADVICE, check_status_in_timescale),
    Rule("completed-without-evidence", ADVICE, check_completed_without_evidence),
    Rule("comment-repeated", ADVICE, check_comment_repeated),
    Rule("action-open-ended", ADVICE, check_action_open_ended),
    Rule("action-several", ADVICE, check_action_several),
    Rule("timescale-several-milestones", ADVICE, check_timescale_several_milestones),
    Rule("timescale-uncertain", ADVICE, check_timescale_uncertain),
    Rule("timescale-redated", ADVICE, check_timescale_redated),
    Rule("timescale-last-year", ADVICE, check_timescale_last_year),
    Rule("timescale-missing", ADVICE, check_timescale_missing),
    Rule("timescale-no-column", ADVICE, check_timescale_no_column),
    Rule("owner-joint", ADVICE, check_owner_joint),
    Rule("owner-near-duplicate", ADVICE, check_owner_near_duplicate),
    Rule("ref-missing", ADVICE, check_ref_missing),
)


def check_plan(plan: ActionPlan, quarter: FiscalQuarter | None = None) -> Findings:
    """List all that is wrong with a plan at a quarter (its own unless another is given), most serious first."""
    quarter = quarter or plan.quarter
    findings = [] if plan.actions else [report_no_actions(plan)]
    with uncollected():
        findings.extend(finding for rule in CHECKS for finding in rule.check(plan, quarter))
    if quarter is None:
        findings.append(report_no_quarter(plan))
    findings.extend(list_other_years(plan))
    findings.extend(plan.faults)
    return tuple(sorted(findings, key=lambda finding: finding.severity.rank))


def report_no_actions(plan: ActionPlan) -> Finding:
    """What is said first of a plan that has headings and no action under them yet."""
    return Finding(
        "actions-missing",
        Severity.WARNING,
        "The plan has no action yet, so there is nothing to ask about or to publish; write the first one under its "
        "headings.",
        sheet=plan.tables[0].sheet,
    )


def report_no_quarter(plan: ActionPlan) -> Finding:
    """What is said of a plan whose reporting quarter nothing tells."""
    return Finding(
        "quarter-unknown",
        Severity.ADVICE,
        "Nothing says which quarter this is, so what is due or late was not checked; "
        f"{SAY_QUARTER.words(quarter='Q3 2023/24')}.",
        sheet=plan.tables[0].sheet,
    )


def list_other_years(plan: ActionPlan) -> Iterator[Finding]:
    """What is said of a plan whose title names another year than the quarter that its Settings sheet reports."""
    reported = plan.settings.quarter
    if reported and plan.quarter == reported and plan.year not in (None, reported.year):
        yield Finding(
            "quarter-other-year",
            Severity.ADVICE,
            f"The plan's title says {plan.year} and the Settings sheet reports {reported}, by which it is said what is "
            "due or late; correct one of them, unless both are meant.",
            sheet=plan.tables[0].sheet,
        )
