"""What is printed of a master that was made, written into, or taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from peerxl.cli.as_text_lines import shortened, table_lines
from peerxl.documents.layout import date_words
from peerxl.documents.wording import counted
from peerxl.merge.settlement import option

if TYPE_CHECKING:
    from peerxl.adoption import Note
    from peerxl.commands.adopt import Adopted
    from peerxl.commands.collect import Collected
    from peerxl.commands.fix import Fixed
    from peerxl.commands.undo import Undone


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
