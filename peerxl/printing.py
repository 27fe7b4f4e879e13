"""What the commands print for people: short lines that read well in a terminal and in a log."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import indent
from typing import TYPE_CHECKING

from peerxl.documents.layout import date_words
from peerxl.documents.wording import counted
from peerxl.merge.settlement import option
from peerxl.model.finding import Finding, Severity
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan, Update
from peerxl.model.sheet import column_letter
from peerxl.model.timescale import Timescale

if TYPE_CHECKING:
    from peerxl.adopting import Adopted
    from peerxl.adoption import Note
    from peerxl.api import Chased, Quarter
    from peerxl.checks import Rule
    from peerxl.collecting import Collected
    from peerxl.fixing import Fixed
    from peerxl.roster import Standing
    from peerxl.undoing import Undone

FIRST_FEW = 20
GAP = "  "


def shortened(text: str, width: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: max(width - 1, 0)].rstrip() + "…"


def table_lines(headings: Sequence[str], rows: Sequence[Sequence[str]], widest: int) -> Iterator[str]:
    """A table whose one column that may be cut (``widest``) takes what the terminal leaves."""
    widths = [max(len(row[column]) for row in (headings, *rows)) for column in range(len(headings))]
    others = sum(widths) - widths[widest] + len(GAP) * (len(headings) - 1)
    room = max(shutil.get_terminal_size((120, 24)).columns - others, 20)
    widths[widest] = min(widths[widest], room)
    for row in (headings, *rows):
        cells = [shortened(text, width).ljust(width) for text, width in zip(row, widths, strict=True)]
        yield GAP.join(cells).rstrip()


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


def collected_lines(collected: Collected, is_dry: bool) -> Iterator[str]:
    """What a collect came to, or would: a table of the changes, then what somebody must see to."""
    merge = collected.merge
    rows = [
        (change.action.name, change.part.noun, str(change.cell), change.cell.text.strip(), change.text, change.owner)
        for change in merge.changes
    ]
    if rows:
        yield from table_lines(
            ("Ref", "What", "Cell", "Was", "Would be" if is_dry else "Is now", "Owner"),
            [
                (name, what, cell, shortened(before, 24), after, shortened(owner, 24))
                for name, what, cell, before, after, owner in rows
            ],
            widest=4,
        )
    for conflict in merge.conflicts:
        yield (
            f"conflict: {conflict.cell}: {conflict.action.name}: {conflict.owner} answers "
            f"“{shortened(conflict.text, 60)}”; {shortened(conflict.why, 160)} "
            f"[{option(conflict.accept) if conflict.accept else 'settle it in the plan'}]"
        )
    for refusal in merge.refusals:
        place = f"{refusal.file}!{refusal.cell}" if refusal.cell else refusal.file
        yield f"refused: {place}: {' '.join(refusal.message.split())} [{refusal.code}]"
    yield from (" ".join(note.split()) for note in merge.notes)
    yield from collected_end(collected, is_dry)


def collected_end(collected: Collected, is_dry: bool) -> Iterator[str]:
    merge = collected.merge
    figures = f"{counted(len(merge.changes), 'change')}, {counted(len(merge.conflicts), 'conflict')}"
    yield f"{figures}, {len(merge.refusals)} refused{'; nothing was written' if is_dry else ''}"
    if collected.output:
        yield f"  merged into {collected.output}; {collected.master} is as it was"
    if collected.backup:
        yield f"  the plan before: {collected.backup}"
    if collected.report:
        yield f"  report: {collected.report}"


def undone_lines(undone: Undone) -> Iterator[str]:
    yield f"The {undone.step.command} of {date_words(undone.step.at)} at {undone.step.at:%H:%M}:"
    for cell in undone.cells:
        yield f"{cell}: {shortened(cell.text, 60) or 'blank'} again"
    for left in undone.left:
        yield f"left alone: {left.entry.sheet}: the {left.entry.part} of {left.entry.name}: {left.why}"
    if not undone.cells and not undone.left:
        yield "every cell of it is already as it was; undo once more for the change before it"
        return
    yield f"{counted(len(undone.cells), 'cell')} taken back, {len(undone.left)} left alone"
    if not undone.cells:
        yield "  undo --forget gives this change up; the one before it is next"


def fixed_lines(fixed: Fixed, master: str, is_dry: bool) -> Iterator[str]:
    """Each cell that was put right, or would be, in the form of a finding; then what is left for somebody to do."""
    tag, verb = ("to fix", "would become") if is_dry else ("fixed", "is now")
    for one in fixed.corrections:
        yield f"{master}!{one.cell}: {tag}: {one.action.name}: {one.cell.text!r} {verb} {one.text!r} [{one.field}]"
    for one, why in fixed.left:
        yield f"{master}!{one.cell}: left: {one.action.name}: {one.cell.text!r} stays: {why} [{one.field}]"
    done = "nothing was written" if is_dry or not fixed.corrections else f"the plan before: {fixed.backup}"
    yield f"{counted(len(fixed.corrections), 'cell')} {'to put right' if is_dry else 'put right'}; {done}"


def adopted_lines(adopted: Adopted, old: str) -> Iterator[str]:
    """Every action with its ref and where that comes from, then what there is to say."""
    adoption = adopted.adoption
    yield adoption.places.title
    yield ref_counts(adopted)
    yield ""
    rows = [
        (one.ref, one.origin, f"{action.sheet}!{action.row}", action.text)
        for action, one in zip(adopted.plan.actions, adoption.named, strict=True)
    ]
    if rows:
        yield from table_lines(("Ref", "Which is", "Was in row", "Action"), rows, widest=3)
    if adoption.notes:
        yield ""
    for note in adoption.notes:
        yield note_line(note, str(adopted.master or "master"), old)


def ref_counts(adopted: Adopted) -> str:
    """How many actions there are and where their refs come from."""
    counts = Counter(one.origin for one in adopted.adoption.named)
    parts = [f"{number} {origin}" for origin, number in counts.items()]
    return f"{counted(len(adopted.plan.actions), 'action')}; refs: {', '.join(parts) or 'none'}"


def note_line(note: Note, master: str, old: str) -> str:
    """A note by its cells in the master, else by those in the old workbook."""
    from peerxl.adoption.note import cell_ranges

    finding = note.finding
    cells, workbook = (finding.cells, master) if finding.cells else (note.was, old)
    place = f"{workbook}!{cells[0].sheet}!{cell_ranges(cells)}" if cells else master
    ref = f"{finding.ref}: " if finding.ref else ""
    return f"{place}: {finding.severity}: {ref}{finding.message} [{finding.code}]"
