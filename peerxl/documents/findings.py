"""The findings workbook: what the checks found, the most serious first, each a link to its cell in the master."""

from __future__ import annotations

from collections import Counter
from urllib.parse import quote

from peerxl.checks import CHECKS
from peerxl.documents import wording
from peerxl.documents.layout import Column, Document, Entry, Row, TableSheet
from peerxl.documents.palette import Tone
from peerxl.model.finding import Finding, Findings, Severity
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan

FINDINGS, RULES = "Findings", "By rule"
WHOLE_PLAN = "Whole plan"
NOTHING = "Nothing was found: the plan is ready."
UNDATED = FiscalQuarter(2000, 1).first_day

TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARNING, Severity.ADVICE: Tone.INFO}


def findings_report(plan: ActionPlan, findings: Findings, master: str) -> Document:
    """One row a finding; ``master`` is the way from the report to the master's file, for the links."""
    title = f"Findings in {plan.source}"
    ordered = tuple(sorted(findings, key=lambda finding: finding.severity.rank))
    return Document(
        title=title,
        subject=plan.title,
        creator=plan.settings.council or plan.title,
        dated=plan.quarter.last_day if plan.quarter else UNDATED,
        sheets=(findings_sheet(title, plan, ordered, master), rules_sheet(ordered)),
    )


def findings_sheet(title: str, plan: ActionPlan, findings: Findings, master: str) -> TableSheet:
    when = f", {wording.quarter_in_full(plan.quarter)}" if plan.quarter else ""
    return TableSheet(
        name=FINDINGS,
        title=title,
        intro=(f"{plan.title or 'Action plan'}{when}.", *how_many(findings)),
        table_name="Findings",
        columns=(
            Column("How serious", 84),
            Column("Sheet", 100),
            Column("Cells", 84),
            Column("Ref", 82),
            Column("What was found", 270),
            Column("What to do", 210),
            Column("Suggestion", 90),
            Column("Rule", 150),
        ),
        rows=tuple(finding_row(finding, master) for finding in findings),
        footer=title,
        is_frozen=True,
        has_filters=True,
    )


def how_many(findings: Findings) -> tuple[str, ...]:
    if not findings:
        return (NOTHING,)
    counts = Counter(finding.severity for finding in findings)
    said = wording.listed(counted(counts[severity], severity) for severity in Severity if counts[severity])
    return (f"{said}. Select a cell in the Cells column to go to it in the plan, which must be in its usual folder.",)


def counted(number: int, severity: Severity) -> str:
    if severity is Severity.ADVICE:
        return "1 piece of advice" if number == 1 else f"{number} pieces of advice"
    return wording.counted(number, severity.value)


def finding_row(finding: Finding, master: str) -> Row:
    return Row.of(
        Entry(finding.severity.value.capitalize(), TONES[finding.severity]),
        finding.sheet or WHOLE_PLAN,
        Entry(", ".join(finding.addresses) or WHOLE_PLAN, link=link(finding, master)),
        finding.ref,
        finding.found,
        finding.remedy,
        finding.suggestion,
        finding.code,
    )


def link(finding: Finding, master: str) -> str:
    """The way to the first of a finding's cells; none where it is about no cell."""
    if not finding.cells:
        return ""
    sheet = finding.cells[0].sheet.replace("'", "''")
    return f"{quote(master, safe='/.')}#'{sheet}'!{finding.cells[0].address}"


def rules_sheet(findings: Findings) -> TableSheet:
    """How often each rule found something."""
    counts = Counter((finding.severity, finding.code) for finding in findings)
    looks_for = {finding.code: finding.found for finding in findings} | {rule.code: rule.summary for rule in CHECKS}
    ordered = sorted(counts, key=lambda pair: (pair[0].rank, -counts[pair], pair[1]))
    return TableSheet(
        name=RULES,
        title="Findings by rule",
        intro=("How often each rule found something.",) if findings else (NOTHING,),
        table_name="FindingsByRule",
        columns=(
            Column("How serious", 90),
            Column("Rule", 190),
            Column("What it looks for", 400),
            Column("Findings", 80),
        ),
        rows=tuple(
            Row.of(Entry(severity.value.capitalize(), TONES[severity]), code, looks_for[code], counts[severity, code])
            for severity, code in ordered
        ),
        is_frozen=True,
    )
