"""What is printed of a plan: the plan itself, what is wrong with it, its owners, its timescales and its quarter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import indent
from typing import TYPE_CHECKING

from peerxl.cli.as_text_lines import GAP, shortened, table_lines
from peerxl.documents.layout import date_words
from peerxl.documents.wording import counted
from peerxl.model.finding import Finding, Severity
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan, Update
from peerxl.model.sheet import column_letter
from peerxl.model.timescale import Timescale

if TYPE_CHECKING:
    from peerxl.api import Chased, Quarter
    from peerxl.checks import Rule
    from peerxl.checks.roster import Standing

FIRST_FEW = 20


def plan_lines(plan: ActionPlan) -> Iterator[str]:
    yield plan.title
    yield overview(plan)
    yield ""
    headings = ("Row", "Ref", "Action", "Owner", "Timescale", "Status")
    yield from table_lines(headings, [tuple(plan_row(plan, index)) for index in range(len(plan.actions))], widest=2)


def plan_row(plan: ActionPlan, index: int) -> Iterator[str]:
    action = plan.actions[index]
    latest = action.latest_update(plan.quarter) or Update(None)
    yield str(action.row)
    yield action.ref
    yield action.text
    yield shortened("; ".join(owner.name for owner in action.owners), 32)
    yield shortened(str(action.timescale), 32)
    yield latest.status.word if latest.status else latest.status_text.strip()


def overview(plan: ActionPlan) -> str:
    """The plan in a line: how many actions, at which quarter, how many of them open."""
    themes = f" in {counted(len(plan.themes), 'theme')}" if plan.themes else ""
    live = len(plan.open_actions(plan.quarter))
    at = f" at {plan.quarter}" if plan.quarter else ""
    return f"{counted(len(plan.actions), 'action')}{themes}{at}: {live} open, {len(plan.actions) - live} closed"


def explanation(plan: ActionPlan) -> Iterator[str]:
    """Which sheet, row and heading became which field, and what was left aside."""
    yield f"Title: {plan.title}"
    yield f"Reporting quarter: {plan.quarter or 'not said anywhere'}"
    yield f"The plan begins: {plan.starts or 'not known'}"
    for table in plan.tables:
        rows = [action.row for action in plan.actions if action.sheet == table.sheet]
        header = sorted({table.first_header_row, table.last_header_row})
        yield ""
        place = f" in rows {rows[0]} to {rows[-1]}" if rows else ""
        found = f"{counted(len(rows), 'action')}{place}"
        yield f"Sheet {table.sheet!r}: headings in row {' and '.join(map(str, header))}, {found}"
        for column in table.columns:
            quarter = f" of {column.quarter}" if column.quarter else ""
            use = "kept as an extra" if column.field is Field.EXTRA else f"{column.field}{quarter}"
            yield f"  {column_letter(column.number)}  {shortened(column.heading.text, 40)!r}: {use}"
        for skipped in table.skipped:
            yield f"  row {skipped.cells[0].row} left aside: {skipped.why}"
    for fault in plan.faults:
        yield f"{fault.place}: {fault.message}"


def finding_lines(findings: Iterable[Finding], master: str) -> list[str]:
    return [finding_line(finding, master) for finding in findings]


def finding_line(finding: Finding, master: str) -> str:
    suggestion = f" Suggestion: {finding.suggestion}." if finding.suggestion else ""
    ref = f"{finding.ref}: " if finding.ref else ""
    return f"{master}!{finding.place}: {finding.severity}: {ref}{finding.message}{suggestion} [{finding.code}]"


def grouped_lines(findings: Sequence[Finding]) -> Iterator[tuple[str, Severity | None]]:
    """The first findings under a heading for each severity, each line with the severity it is to be coloured by."""
    counts = Counter(finding.severity for finding in findings)
    shown = findings[:FIRST_FEW]
    for severity, group in groupby(shown, key=lambda finding: finding.severity):
        yield f"{HEADINGS[severity]} ({counts[severity]})", severity
        for finding in group:
            suggestion = f" Suggestion: {finding.suggestion}." if finding.suggestion else ""
            ref = f"{finding.ref}: " if finding.ref else ""
            yield f"  {finding.place}: {ref}{finding.message}{suggestion} [{finding.code}]", None
    if len(findings) > len(shown):
        yield f"and {len(findings) - len(shown)} more", None


HEADINGS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.ADVICE: "Advice"}


def rule_lines(rules: Iterable[Rule]) -> Iterator[str]:
    """The manual of the checks."""
    for rule in rules:
        yield f"{rule.code} ({rule.severity})"
        yield indent(rule.text, GAP)
        yield ""


def owner_lines(plan: ActionPlan, standings: Sequence[Standing]) -> Iterator[str]:
    yield overview(plan)
    yield ""
    rows = [(line.owner.name, str(len(line.live)), str(len(line.overdue)), other_spellings(line)) for line in standings]
    yield from table_lines(("Owner", "Open", "Overdue", "Also written"), rows, widest=3)


def other_spellings(standing: Standing) -> str:
    return "; ".join(spelling for spelling in standing.spellings if spelling != standing.owner.name)


def severities(findings: Iterable[Finding]) -> str:
    """How many findings of each severity: "2 errors, 1 warning, 3 of advice"."""
    counts = Counter(finding.severity for finding in findings)
    said = [
        f"{counts[severity]} of advice" if severity is Severity.ADVICE else counted(counts[severity], str(severity))
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(said) or "nothing found"


def chase_lines(chased: Chased) -> Iterator[str]:
    chase = chased.chase
    actions = len({(ask.action.sheet, ask.action.row) for ask in chase.asks})
    yield (
        f"{counted(len(chase.owners), 'owner')} asked about {counted(actions, 'action')} for {chase.quarter}, "
        f"{counted(len(chase.asks), 'question')}, to reply by {date_words(chased.reply_by)}"
    )
    for owner, path in zip(chase.owners, chased.forms, strict=True):
        yield f"  {owner.name}: {len(chase.asks_of(owner))} in {path}"
    for unowned in chase.unowned:
        yield f"  nobody for {unowned.action.name}: {unowned.why}"
    yield f"  who was asked: {chased.chase_list}"
    yield from stale_lines(chased)


def stale_lines(chased: Chased) -> Iterator[str]:
    for path in chased.stale:
        yield f"  from an earlier chase, not to be sent: {path}"


def quarter_lines(done: Quarter) -> Iterator[str]:
    yield done.plan.title
    yield f"  {overview(done.plan)}"
    yield f"  Found: {severities(done.findings)}: {done.findings_report}"
    yield f"  Appendix: {done.appendix}"
    chase = done.chased.chase
    yield (
        f"  Asked: {counted(len(chase.owners), 'owner')}, {counted(len(chase.asks), 'question')}, "
        f"to reply by {date_words(done.chased.reply_by)}: {done.chased.chase_list}"
    )
    if done.chased.forms:
        yield f"  Forms: {counted(len(done.chased.forms), 'workbook')} in {done.chased.forms[0].parent}"
    yield from stale_lines(done.chased)
    if chase.unowned:
        yield f"  Nobody to ask: {counted(len(chase.unowned), 'action')}, listed in {done.chased.chase_list.name}"


def timescale_lines(reading: Timescale) -> Iterator[str]:
    yield f"{shortened(reading.text, 60)!r}: {reading} ({reading.kind})"
    if reading.reason:
        yield f"  {reading.reason}"
    for note in reading.notes:
        yield f"  {note.code}: {note.message}"
