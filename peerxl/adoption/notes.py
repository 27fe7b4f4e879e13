"""What there is to say of an adoption: what was kept unread, what was changed, and what somebody should look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from peerxl.adoption.note import Adopting, AdoptionNote, clipped, few, note
from peerxl.adoption.proof import Difference
from peerxl.adoption.ref_notes import carried, new_refs, not_found, reused
from peerxl.adoption.shape import quarter_name
from peerxl.adoption.words import reports
from peerxl.documents.wording import counted, listed
from peerxl.model.finding import Finding, Severity
from peerxl.model.layout import Aside, Field
from peerxl.model.plan import ActionPlan, unique
from peerxl.model.sheet import Cell
from peerxl.text import one_line

UNREAD = frozenset(("timescale-unreadable", "status-unknown", "ref-duplicate"))
"""The rules whose findings are about what cannot be read, and was therefore kept as it stood."""
UNSURE = frozenset(("column-ambiguous", "action-is-risk", "sheet-not-read"))
"""The rules whose findings are about the old workbook alone."""


def notes_of(adopting: Adopting) -> tuple[AdoptionNote, ...]:
    """Everything there is to say, the most serious first."""
    found = (note for write in NOTES for note in write(adopting))
    return tuple(sorted(found, key=lambda note: note.finding.severity.rank))


def checked(adopting: Adopting) -> Iterator[AdoptionNote]:
    """What the checks found and the adoption kept, changed, or could not settle, in its new cells."""
    for finding in adopting.findings:
        new = adopting.new_cells(finding.cells)
        if finding.code in UNREAD:
            ref = finding.ref or adopting.ref_at(new)
            yield AdoptionNote(replace(finding, cells=new, ref=ref, sheet=new[0].sheet if new else ""), finding.cells)
        elif finding.code in UNSURE:
            yield AdoptionNote(replace(finding, cells=(), sheet=""), finding.cells)
        elif finding.code in CHANGED:
            severity, message = CHANGED[finding.code]
            how_many = counted(len(finding.cells), "row")
            said = message.format(found=found_words(finding), suggestion=finding.suggestion, how_many=how_many)
            yield note(finding.code, severity, said, "", new, finding.cells)


CHANGED = {
    "cell-error": (Severity.ERROR, "{found}; put it right in the old workbook, save it there and adopt again."),
    "status-spelling": (Severity.ADVICE, "{found} is written {suggestion!r} here."),
    "status-by-colour": (
        Severity.WARNING,
        "The status was given by a colour alone and is the colour's name now; say on the Statuses sheet what it counts "
        "as, or write a status word over it.",
    ),
    "chart-in-cells": (
        Severity.ADVICE,
        "{found} and was left behind; copy it from the old workbook if it matters.",
    ),
    "cell-far-away": (
        Severity.ADVICE,
        "{found} and was left behind; copy it from the old workbook if it matters.",
    ),
    "column-by-cells": (Severity.WARNING, "{found}; see in the old workbook whether it is that."),
    "table-not-read": (Severity.WARNING, "{found}; it was left behind: add what is to be kept by hand."),
    "action-blank": (Severity.WARNING, "{found}; write what is to be done there."),
    "row-hidden": (
        Severity.ADVICE,
        "{how_many} came over that could not be seen, and can be here; delete what is done with.",
    ),
}
"""What is said of a finding whose cells are not as they were."""


def found_words(finding: Finding) -> str:
    """How a finding speaks of what it found."""
    # Of “'Complted' is another spelling of 'Completed'.” only what was found: the plan does not have it any more.
    return finding.found.removesuffix(".").partition(" is another spelling")[0]


def above(adopting: Adopting) -> Iterator[AdoptionNote]:
    """What stands above the headings, beside the title: it is nowhere in the master."""
    if adopting.above:
        words = clipped(" | ".join(" ".join(cell.text.split()) for cell in adopting.above))
        why = f"What stands above the headings was left behind: “{words}”; add it by hand if it matters."
        yield note("line-left-behind", Severity.ADVICE, why, was=adopting.above)


def left_behind(adopting: Adopting) -> Iterator[AdoptionNote]:
    """Rows that are no actions, with their words: they are nowhere in the master."""
    themes = {theme.casefold() for theme in adopting.plan.themes}
    for table in adopting.plan.tables:
        for row in table.skipped:
            is_theme = row.why is Aside.SECTION and one_line(row.cells[0].text).casefold() in themes
            if row.why not in (Aside.HEADER, Aside.TITLE) and not is_theme:
                words = clipped(" | ".join(" ".join(cell.text.split()) for cell in row.cells))
                yield note(
                    "row-left-behind",
                    Severity.WARNING if row.is_loss else Severity.ADVICE,
                    f"Row {row.cells[0].row} was left behind ({row.why}): “{words}”; add it by hand if it matters.",
                    was=row.cells,
                )


def other_quarters(adopting: Adopting) -> Iterator[AdoptionNote]:
    """Sheets of other quarters, whose statuses and comments are nowhere in the master."""
    for name in adopting.plan.other_quarters:
        why = f"The sheet “{name}” is this plan at another quarter and did not come over; add what is to be kept."
        yield note("sheet-other-quarter", Severity.WARNING, why)


def undated(adopting: Adopting) -> Iterator[AdoptionNote]:
    """Statuses and comments of which nobody can say what quarter they are of."""
    places, plan = adopting.places, adopting.plan
    all_reports = (report for action in plan.actions for report in reports(plan, action))
    old = [report for report in all_reports if not quarter_name(report.column, places.quarters)]
    example = plan.year.quarter(1) if plan.year else "Q1 2023/24"
    if old:
        headings = listed(dict.fromkeys(f"“{places.extras[report.column.heading]}”" for report in old))
        yield note(
            "quarter-unknown",
            Severity.WARNING,
            f"Nothing says which quarter the statuses are of, so they stand by themselves under {headings}; "
            f'adopt again with --quarter, as "{example}", and they go into that quarter.',
            new=adopting.new_cells(report.cell for report in old),
            was=(report.cell for report in old),
        )


def extras(adopting: Adopting) -> Iterator[AdoptionNote]:
    """Columns that were kept though nobody knows what they are for."""
    plan, places = adopting.plan, adopting.places
    reported = {report.column.heading for action in plan.actions for report in reports(plan, action)}
    kept = unique(new for old, new in places.extras.items() if old not in reported)
    if kept:
        noun, their = ("The column", "its") if len(kept) == 1 else ("The columns", "their")
        named = few([f"“{heading}”" for heading in kept])
        yield note("column-kept", Severity.ADVICE, f"{noun} {named} came over with {their} values, after Evidence.")
    unread = unique(places.extras[heading] for heading in status_headings(plan) if heading not in reported)
    if unread:
        named = few([f"“{heading}”" for heading in unread])
        why = f"What stands under {named} looks like statuses and is not read as any; move what counts to its quarter."
        yield note("status-not-read", Severity.WARNING, why)


def status_headings(plan: ActionPlan) -> Iterator[Cell]:
    """The headings of extras of which most are words for a status, and none that holds where no quarter says more."""
    overall = {column.heading for table in plan.tables for column in table.all_of(Field.OVERALL_STATUS)}
    found: dict[Cell, list[bool]] = {}
    for action in plan.actions:
        for heading, cell in action.extras:
            if cell.text.strip() and heading not in overall:
                found.setdefault(heading, []).append(plan.settings.vocabulary.find(cell.text) is not None)
    return (heading for heading, known in found.items() if 2 * sum(known) > len(known))


NOTES = (checked, above, left_behind, other_quarters, undated, extras, new_refs, carried, not_found, reused)


def on_cells(links: int, comments: int) -> Iterator[AdoptionNote]:
    """What a tracker has on its cells and its master has not."""
    parts = (counted(number, noun) for number, noun in ((links, "link"), (comments, "comment")) if number)
    if found := listed(parts) if links or comments else "":
        why = f"The old workbook has {found} on its cells, which did not come over; look there for what they say."
        yield note("cell-left-behind", Severity.ADVICE, why)


def reads_otherwise(adopting: Adopting, found: Iterable[Difference]) -> Iterator[AdoptionNote]:
    """What the proof found; there should be nothing, and where there is nobody must be left to find it alone."""
    for one in found:
        cells = (adopting.ref_cell(one.index),) if one.index is not None else ()
        yield note(
            "reads-otherwise",
            Severity.ERROR,
            f"The old workbook says {one.before!r} as the {one.what} and this one {one.after!r}; put it right.",
            adopting.ref_at(cells),
            cells,
        )
