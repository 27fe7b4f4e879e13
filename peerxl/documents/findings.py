"""The findings workbook: the most serious first and those of a rule together, each a link to its cell in the master."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from peerxl.checks import CHECKS
from peerxl.documents import wording
from peerxl.documents.document import UNDATED, CellLink, Document, Section, TableColumn, TableEntry, TableRow
from peerxl.documents.own_titles import FINDINGS_BY_RULE, FINDINGS_IN
from peerxl.documents.palette import Tone
from peerxl.model.finding import Finding, Findings, Severity
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell

FINDINGS, RULES = "Findings", "By rule"
WHOLE_PLAN = "Whole plan"
NOTHING = "Nothing was found: the plan is ready."
AS_ABOVE = TableEntry("As above", Tone.MUTED)
MOST_LINKS = 65_530
"""How many links Excel takes on a sheet; the rows after them say where a cell is, and lead nowhere."""

TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARNING, Severity.ADVICE: Tone.INFO}


def build_findings(plan: ActionPlan, findings: Findings, master: str) -> Document:
    """One row a finding; ``master`` is the way to the master's file from the folder that the report is read in."""
    title = f"{FINDINGS_IN}{plan.source}"
    ordered = tuple(sorted(findings, key=lambda finding: (finding.severity.rank, finding.code)))
    return Document(
        title=title,
        subject=plan.title,
        creator=plan.settings.council or plan.title,
        dated=plan.quarter.last_day if plan.quarter else UNDATED,
        sections=(build_findings_section(title, plan, ordered, master), build_rules_section(ordered)),
    )


def build_findings_section(title: str, plan: ActionPlan, findings: Findings, master: str) -> Section:
    which = wording.title_at(plan, plan.quarter) if plan.quarter else plan.title or "Action plan"
    return Section(
        name=FINDINGS,
        title=title,
        intro=(f"{which}.", *count_findings(findings, master)),
        table_name="Findings",
        columns=(
            TableColumn("How serious", 70),
            TableColumn("Rule", 125),
            TableColumn("Where", 110, is_unbroken=True),
            TableColumn("Ref", 60),
            TableColumn("What was found", 240),
            TableColumn("What to do", 190),
            TableColumn("Suggestion", 80),
        ),
        rows=tuple(list_rows(findings, master)),
        footer=title,
        keeps_headings_in_sight=True,
        is_filterable=True,
    )


def count_findings(findings: Findings, master: str) -> tuple[str, ...]:
    if not findings:
        return (NOTHING,)
    counts = Counter(finding.severity for finding in findings)
    figures = wording.listed(count_severity(counts[severity], severity) for severity in Severity if counts[severity])
    how = f"Each link under Where goes to its cell in {say_where(master)}."
    return (f"{figures}. {how}",)


def say_where(master: str) -> str:
    """The master's file and where it has to lie for the links to find it: in the report's folder, or so many above."""
    up = master.count("../")
    folders = "the folder" if up == 1 else f"the folder {up} levels"
    where = f"{folders} above this report's" if up else "this report's folder"
    return f"{master.removeprefix('../' * up)}, which must be in {where}"


def count_severity(number: int, severity: Severity) -> str:
    if severity is Severity.ADVICE:
        return "1 piece of advice" if number == 1 else f"{number} pieces of advice"
    return wording.counted(number, severity.value)


def list_rows(findings: Findings, master: str) -> Iterator[TableRow]:
    """The rows of the findings, the first of which have links."""
    rows = (
        row
        for before, finding in pairwise((None, *findings))
        if finding
        for row in build_rows(finding, master, starts_rule=before is None or before.code != finding.code)
    )
    for number, row in enumerate(rows):
        if number < MOST_LINKS:
            yield row
        else:
            yield replace(row, entries=tuple(replace(entry, link=None) for entry in row.entries))


def build_rows(finding: Finding, master: str, *, starts_rule: bool) -> Iterator[TableRow]:
    """A row for each cell of a finding, as a cell of the report can lead to one alone; its words stand in the first."""
    for index, cell in enumerate(finding.cells or (None,)):
        yield TableRow.of(
            show_severity(finding.severity),
            finding.code,
            show_place(cell, master) if cell else finding.sheet or WHOLE_PLAN,
            finding.ref,
            *((AS_ABOVE, AS_ABOVE) if index else (finding.found, finding.remedy)),
            finding.suggestion,
            starts_group=starts_rule and not index,
        )


def show_place(cell: Cell, master: str) -> TableEntry:
    """The way to a cell: "Action plan, C15"."""
    return TableEntry(f"{cell.sheet}, {cell.address}", link=CellLink(master, cell))


def show_severity(severity: Severity) -> TableEntry:
    """ "Error", in its colour."""
    return TableEntry(severity.value.capitalize(), TONES[severity])


def build_rules_section(findings: Findings) -> Section:
    """How often each rule found something."""
    counts = Counter((finding.severity, finding.code) for finding in findings)
    # What the reading finds has no rule: there a finding's own words say what is looked for.
    looks_for = {finding.code: finding.found for finding in findings} | {rule.code: rule.summary for rule in CHECKS}
    ordered = sorted(counts, key=lambda pair: (pair[0].rank, -counts[pair], pair[1]))
    return Section(
        name=RULES,
        title=FINDINGS_BY_RULE,
        intro=("How often each rule found something.",) if findings else (NOTHING,),
        table_name="FindingsByRule",
        columns=(
            TableColumn("How serious", 90),
            TableColumn("Rule", 190),
            TableColumn("What it looks for", 400),
            TableColumn("Findings", 80),
        ),
        rows=tuple(
            TableRow.of(show_severity(severity), code, looks_for[code], counts[severity, code])
            for severity, code in ordered
        ),
        keeps_headings_in_sight=True,
    )
