"""Findings as text: a line each for scripts, in groups for somebody who looks on; and the manual of the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from peerxl.model.finding import Finding, Severity

if TYPE_CHECKING:
    from peerxl.checks import Rule
    from peerxl.excel.publish.exposure import Exposure

FIRST_FEW = 20
"""How many findings a terminal shows; a file or a pipe gets all of them."""
HEADINGS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.ADVICE: "Advice"}


def format_findings(findings: Iterable[Finding], master: str) -> Iterator[str]:
    """A line a finding: "master.xlsx!Plan!D4: warning: H1: …"."""
    for finding in findings:
        yield f"{master}!{finding.place}: {finding.severity}: {format_message(finding)}"


def group_findings(findings: Sequence[Finding]) -> Iterator[tuple[str, Severity | None]]:
    """The first findings under a heading for each severity, each line with the severity it is to be coloured by."""
    counts = Counter(finding.severity for finding in findings)
    # The most serious come first, so the first few are those to see to.
    shown = findings[:FIRST_FEW]
    for severity, group in groupby(shown, key=lambda finding: finding.severity):
        yield f"{HEADINGS[severity]} ({counts[severity]})", severity
        for finding in group:
            yield f"  {finding.place}: {format_message(finding)}", None
    if len(findings) > len(shown):
        yield f"and {len(findings) - len(shown)} more", None


def format_message(finding: Finding) -> str:
    """What a finding says, with its ref before and its suggestion and code after it."""
    suggestion = f" Suggestion: {finding.suggestion}." if finding.suggestion else ""
    ref = f"{finding.ref}: " if finding.ref else ""
    return f"{ref}{finding.message}{suggestion} [{finding.code}]"


def count_severities(findings: Iterable[Finding | Exposure]) -> str:
    """How many findings of each severity: "2 errors, 1 warning, 3 of advice"."""
    from peerxl.documents.wording import counted

    counts = Counter(finding.severity for finding in findings)
    figures = [
        f"{counts[severity]} of advice" if severity is Severity.ADVICE else counted(counts[severity], str(severity))
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(figures) or "nothing found"


def format_rules(rules: Iterable[Rule]) -> Iterator[str]:
    """The manual of the checks."""
    from textwrap import indent

    from peerxl.papers.text import GAP

    for rule in rules:
        yield f"{rule.code} ({rule.severity})"
        yield indent(rule.text, GAP)
        yield ""
