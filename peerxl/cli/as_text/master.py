"""A master that was made, written into or taken back, as text: every cell of it, then what somebody must see to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from peerxl.cli.as_text.table import format_table
from peerxl.documents.document import date_words
from peerxl.documents.wording import count_doubts, counted
from peerxl.merge.settlement import option, ways_to_settle
from peerxl.model.sheet import column_letter
from peerxl.text import cut_line, mention_spaces

if TYPE_CHECKING:
    from peerxl.adoption import AdoptionNote
    from peerxl.commands.adopt import AdoptResult
    from peerxl.commands.collect.command import CollectResult
    from peerxl.commands.fix import FixResult
    from peerxl.commands.new_year import NewYearResult
    from peerxl.commands.next import NextResult
    from peerxl.commands.undo import UndoResult
    from peerxl.merge import Change, Conflict, Doubt, Refusal


def format_collect(result: CollectResult, is_dry: bool) -> Iterator[str]:
    """A table of the changes, the conflicts, refusals, doubts and notes, then the figures and the files written."""
    merge = result.merge
    if merge.changes:
        headings = ("Ref", "What", "Cell", "Was", "Would be" if is_dry else "Is now", "Owner")
        yield from format_table(headings, [list_change(change) for change in merge.changes])
    yield from map(format_conflict, merge.conflicts)
    yield from map(format_refusal, merge.refusals)
    yield from map(format_doubt, merge.doubts)
    yield from (" ".join(note.split()) for note in merge.notes)
    yield from summarize_collect(result, is_dry)


def list_change(change: Change) -> tuple[str, ...]:
    before = change.cell.text.strip()
    return change.action.name, change.noun, str(change.cell), before, change.text, change.owner


def format_conflict(conflict: Conflict) -> str:
    """A conflict with what to type to settle it, for either side."""
    *_, side = conflict.accept.rpartition("=")
    ways = ways_to_settle(conflict.action.name, conflict.field, side) if conflict.accept else "settle it in the plan"
    return (
        f"conflict: {conflict.cell}: {conflict.action.name}: {conflict.owner} answers "
        f"“{cut_line(conflict.text, 60)}”; {cut_line(conflict.why, 300)} "
        f"[{ways}]"
    )


def format_refusal(refusal: Refusal) -> str:
    source = f"{refusal.file}!{refusal.cell}" if refusal.cell else refusal.file
    source += f", from {refusal.sender}" if refusal.sender else ""
    accept = f"; {option(refusal.accept)}" if refusal.accept else ""
    return f"refused: {source}: {' '.join(refusal.message.split())} [{refusal.code}{accept}]"


def format_doubt(doubt: Doubt) -> str:
    """An answer that may not be meant, with what to ask."""
    tag = "held back" if doubt.held else "to ask"
    return f"{tag}: {doubt.file}!{doubt.form_cell}: {' '.join(doubt.message.split())}"


def summarize_collect(result: CollectResult, is_dry: bool) -> Iterator[str]:
    merge = result.merge
    figures = f"{counted(len(merge.changes), 'change')}, {counted(len(merge.conflicts), 'conflict')}"
    doubts = count_doubts(len(merge.held), len(merge.doubts) - len(merge.held))
    yield f"{figures}, {len(merge.refusals)} refused{doubts}{'; nothing was written' if is_dry else ''}"
    if result.output:
        yield f"  merged into {result.output}; {result.master} is as it was"
    if result.backup:
        yield f"  the plan before: {result.backup}"
    if result.report:
        yield f"  report: {result.report}"
    if result.replies.replies:
        yield result.replies.sentence(result.today)


WHOLE = "the whole plan is as it was before"


def format_undo(result: UndoResult, *, is_dry: bool) -> Iterator[str]:
    yield f"“peerxl {result.step.command}” of {date_words(result.step.at)} at {result.step.at:%H:%M}:"
    if result.restored:
        yield "the whole plan would be as it was before; nothing was written" if is_dry else WHOLE
        return
    for cell in result.cells:
        yield f"{cell}: {cut_line(cell.text, 60) or 'blank'}{mention_spaces(cell.text)} again"
    for left in result.left:
        yield f"left alone: {left.logged.sheet}: the {left.logged.subject} of {left.logged.name}: {left.why}"
    if not result.cells and not result.left:
        yield "every cell of it is already as it was; undo once more for the change before it"
        return
    taken = f"{counted(len(result.cells), 'cell')}{' would be' if is_dry else ''} taken back"
    yield f"{taken}, {len(result.left)} left alone{'; nothing was written' if is_dry else ''}"
    if not result.cells:
        yield "  undo --forget gives this change up; the one before it is next"


UNCHANGED = "no column is to be added either, so the plan stays as it is; nothing was written"


def format_next(result: NextResult, *, is_dry: bool) -> Iterator[str]:
    """What to know first, each cell that says the quarter, each new column, then the quarter and the plan before."""
    if result.is_finished:
        yield (
            f"a run that was stopped has moved the plan on from {result.was} to {result.quarter} already; "
            "nothing was left to do"
        )
        return
    yield from result.notes
    for cell in result.cells:
        yield f"{cell}: {cut_line(cell.text, 100)}"
    for heading in result.columns:
        yield f"{heading.sheet}: new column {column_letter(heading.column)}, headed “{heading.text}”"
    for sheet in result.unprinted:
        yield f"{sheet}: the print area ends before the new columns; set it anew in Excel (Page Layout, Print Area)"
    if not result.cells:
        yield f"nothing in the workbook says the quarter; give --quarter “{result.quarter}” from now on"
    moves = "would move" if is_dry else "has moved"
    if result.early_until:
        yield (
            f"owners are asked about {result.quarter} at the next chase, though it ends on "
            f"{date_words(result.early_until)}; with Committee dates on the Settings sheet they are asked in time for "
            "those"
        )
    if result.is_changed:
        yield f"the plan {moves} on from {result.was} to {result.quarter}{'; nothing was written' if is_dry else ''}"
    else:
        yield UNCHANGED
    if result.backup:
        yield f"  the plan before: {result.backup}"


def format_new_year(result: NewYearResult) -> Iterator[str]:
    """The title and the quarter, what came along and what did not, and what reads otherwise."""
    new = result.new
    yield f"{new.places.title}, from {new.quarter}"
    closed = f", {len(new.closed)} of them closed in {result.was}" if new.closed else ""
    yield f"{counted(len(new.named), 'action')} taken along{closed}"
    if new.left:
        yield f"{counted(len(new.left), 'closed action')} left behind: {', '.join(action.name for action in new.left)}"
    for difference in result.differences:
        index = difference.index
        whose = f" of {new.named[index].ref}" if index is not None else ""
        yield f"reads otherwise: the {difference.what}{whose}: “{difference.after}”, and was “{difference.before}”"


def format_fix(result: FixResult, master: str, is_dry: bool) -> Iterator[str]:
    """Each cell that was put right, or would be, in the form of a finding; then what is left for somebody to do."""
    tag, verb = ("to fix", "would become") if is_dry else ("fixed", "is now")
    for each in result.corrections:
        yield f"{master}!{each.cell}: {tag}: {each.action.name}: {each.cell.text!r} {verb} {each.text!r} [{each.field}]"
    for each, why in result.left:
        yield f"{master}!{each.cell}: left: {each.action.name}: {each.cell.text!r} stays: {why} [{each.field}]"
    written = "nothing was written" if is_dry or not result.corrections else f"the plan before: {result.backup}"
    yield f"{counted(len(result.corrections), 'cell')} {'to put right' if is_dry else 'put right'}; {written}"


def format_adopt(result: AdoptResult, old: str) -> Iterator[str]:
    """Every action with its ref and where that comes from, then what there is to say."""
    adoption = result.adoption
    yield adoption.places.title
    yield count_refs(result)
    yield ""
    rows = [
        (named.ref, named.origin, f"{action.sheet}!{action.row}", action.text)
        for action, named in zip(result.plan.actions, adoption.named, strict=True)
    ]
    if rows:
        yield from format_table(("Ref", "Which is", "Was in row", "Action"), rows)
    if adoption.notes:
        yield ""
    for note in adoption.notes:
        yield format_note(note, str(result.master or "master"), old)


def count_refs(result: AdoptResult) -> str:
    """How many actions there are and where their refs come from."""
    counts = Counter(named.origin for named in result.adoption.named)
    parts = [f"{number} {origin}" for origin, number in counts.items()]
    return f"{counted(len(result.plan.actions), 'action')}; refs: {', '.join(parts) or 'none'}"


def format_note(note: AdoptionNote, master: str, old: str) -> str:
    """A note by its cells in the master, else by those in the old workbook."""
    from peerxl.adoption.note import cell_ranges

    finding = note.finding
    cells, workbook = (finding.cells, master) if finding.cells else (note.was, old)
    source = f"{workbook}!{cells[0].sheet}!{cell_ranges(cells)}" if cells else master
    ref = f"{finding.ref}: " if finding.ref else ""
    return f"{source}: {finding.severity}: {ref}{finding.message} [{finding.code}]"
