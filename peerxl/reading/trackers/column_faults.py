"""What is said of a table's columns: rivals, those that are kept beside, and those told by their cells alone."""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.advice import SAY_COLUMN
from peerxl.model.finding import Finding, Severity
from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import Field
from peerxl.model.sheet import column_letter
from peerxl.reading.cells.column_kinds import MOST, are_instructions
from peerxl.reading.cells.profile import profile_values
from peerxl.reading.columns.action_column import says_next
from peerxl.reading.columns.owners_with_times import find_with_times
from peerxl.reading.columns.tracker_layout import HeadedColumn
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.headings.key import name_parts
from peerxl.reading.headings.rules import DESCRIPTION_RANK, Heading
from peerxl.reading.trackers.tracker import Tracker
from peerxl.reading.verdicts.risks import RISKS, heads_treatment, names_risk


def report_pair(
    tracker: Tracker, code: str, severity: Severity, kept: HeadedColumn, other: HeadedColumn, says: str
) -> Finding:
    """What is said of a column that is read and of another, with the option that settles it for either."""
    ways = (f"{kept.field}={column_letter(each.heading.column)}" for each in (kept, other))
    message = f"{says}; {SAY_COLUMN.words(kept=next(ways), other=next(ways))}."
    return Finding(code, severity, message, (kept.heading, other.heading), sheet=tracker.name)


def report_rivals(tracker: Tracker) -> Iterator[Finding]:
    for kept, other in tracker.layout.rivals:
        says = (
            f"{kept.heading.text!r} was read as the {kept.field} column and {other.heading.text!r}, which could be it "
            "too, was not"
        )
        yield report_pair(tracker, "column-ambiguous", Severity.WARNING, kept, other, says)


def report_beside(tracker: Tracker) -> Iterator[Finding]:
    """Columns that name owners, dates or statuses as well, and were kept beside the one that is read."""
    for kept, other in tracker.layout.beside:
        says = (
            f"{kept.heading.text!r} was read as the {kept.field} column, and {other.heading.text!r} was kept beside it"
        )
        yield report_pair(tracker, "column-beside", Severity.ADVICE, kept, other, says)


def report_times(tracker: Tracker) -> Iterator[Finding]:
    """Columns of owners whose cells say by when as well."""
    for use in find_with_times(tracker.layout):
        message = (
            f"{use.heading.text!r} says who and by when, and only who was read; put the dates into a column of their "
            "own, headed Target date."
        )
        yield Finding("column-ambiguous", Severity.WARNING, message, (use.heading,), sheet=tracker.name)


def report_described(tracker: Tracker) -> Iterator[Finding]:
    """Actions under a heading that may as well say something else, beside another that may as well say them."""
    layout = tracker.layout
    if layout.is_settled:
        return
    readings = {use: read_heading(use.heading.text, APRIL_YEARS) for use in layout.uses}
    actions = [use for use in layout.uses if use.field is Field.ACTION and is_arguable(readings[use])]
    for kept in actions:
        may_be = [use for use in layout.uses if may_say_it(readings[kept], readings[use])]
        for other in may_be:
            if other.field not in LEFT_ASIDE or not has_own_words(tracker, other, kept):
                continue
            says = f"The actions were read from {kept.heading.text!r}, and {other.heading.text!r} may say them too"
            yield report_pair(tracker, "column-ambiguous", Severity.ADVICE, kept, other, says)


LEFT_ASIDE = (Field.EXTRA, Field.COMMENT)
"""What a column was read as that may say the actions all the same."""
MEANS = frozenset("mitigation mitigating mitigate treatment remediation remedy".split())
ANSWERS = frozenset("resolution response".split())
"""What is done about something in one log, and was done in the next."""


def is_arguable(action: Heading) -> bool:
    """Whether a heading does not say beyond doubt that it is of what is to be done."""
    return action.action_rank is not None and action.field is not Field.ACTION


def may_say_it(kept: Heading, other: Heading) -> bool:
    """Whether the actions may as well stand under another heading."""
    if kept.field is Field.RECOMMENDATION:  # a response may say what is done about each
        return other.is_task
    if "action" in other.key.split() and not other.is_known:  # "Governors' action area" beside milestones
        return True
    if is_description(kept):
        return is_description(other) or says_next(other) or heads(other, MEANS | ANSWERS)
    if heads(kept, MEANS):
        return is_description(other)
    return (heads(kept, ANSWERS) and is_at_issue(other)) or (is_at_issue(kept) and heads(other, ANSWERS))


def is_description(heading: Heading) -> bool:
    return (heading.action_rank or 0) >= DESCRIPTION_RANK


def heads(heading: Heading, words: frozenset[str]) -> bool:
    """Whether a heading is of what is done about something, in one of some words."""
    return heading.is_task and not words.isdisjoint(heading.key.split())


def is_at_issue(heading: Heading) -> bool:
    """Whether a heading is of what is asked or in the way, to which an answer may be the action or what was done."""
    return heading.is_topic and RISKS.isdisjoint(heading.key.split())


def has_own_words(tracker: Tracker, use: HeadedColumn, kept: HeadedColumn) -> bool:
    """Whether most rows have words of their own in a column, or as many as in the one that is read."""
    own, read = (count_statements(tracker, each) for each in (use, kept))
    return own >= min(MOST * len(tracker.rows), read)


def count_statements(tracker: Tracker, use: HeadedColumn) -> int:
    """How many different texts of several words stand in a column."""
    index = tracker.layout.uses.index(use)
    return len({text for row in tracker.rows if len((text := row.cells[index].text).split()) > 1})


def report_risks(tracker: Tracker) -> Iterator[Finding]:
    """Actions that say what may go wrong, and where what is to be done about it stands or could be written."""
    uses = tracker.layout.uses
    words = {word for use in uses for word in name_parts(use.heading.text)}
    kept = next((use for use in uses if use.field is Field.ACTION), None)
    if kept is None or tracker.layout.is_settled or not names_risk(read_heading(kept.heading.text, APRIL_YEARS), words):
        return
    if not (risks := list_words(tracker, kept)) or are_instructions(profile_values(risks)):
        return
    says = f"The actions were read from {kept.heading.text!r}, which says what may go wrong"
    treatments = [
        use for use in uses if use.field in LEFT_ASIDE and heads_treatment(read_heading(use.heading.text, APRIL_YEARS))
    ]
    treated = [use for use in treatments if list_words(tracker, use)]
    for other in treated:
        told = f"{says}, and {other.heading.text!r} may say what is to be done about it"
        yield report_pair(tracker, "column-ambiguous", Severity.ADVICE, kept, other, told)
    if not treated:
        blank = f"nothing stands under {treatments[0].heading.text!r}" if treatments else ""
        lacks = blank or "no heading says what is to be done about it"
        remedy = "write there what is to be done about it" if treatments else "write that in one headed 'Mitigation'"
        yield Finding(
            "action-is-risk", Severity.ADVICE, f"{says}, and {lacks}; {remedy}.", (kept.heading,), sheet=tracker.name
        )


def list_words(tracker: Tracker, use: HeadedColumn) -> list[str]:
    """What stands in a column of a tracker's rows."""
    index = tracker.layout.uses.index(use)
    return [text for row in tracker.rows if (text := row.cells[index].text.strip())]


TOLD_BY_CELLS = (Field.ACTION, Field.RECOMMENDATION, Field.OWNER, Field.TIMESCALE, Field.STATUS, Field.COMMENT)
"""What is asked for or published, and so must not be taken for it without a word."""


def report_by_cells(tracker: Tracker) -> Iterator[Finding]:
    for use in tracker.layout.uses:
        if use.heading.column in tracker.layout.by_cells and use.field in TOLD_BY_CELLS:
            heading = f" {use.heading.text.strip()!r}" if use.heading.text.strip() else ""
            index = tracker.layout.uses.index(use)
            is_filled = any(row.cells[index].text.strip() for row in tracker.rows)
            why = "for what its cells hold" if is_filled else "as no other column could be it"
            yield Finding(
                "column-by-cells",
                Severity.ADVICE,
                f"Column {column_letter(use.heading.column)}{heading} was read as the {use.field} column {why}; "
                "if it is that, say so in its heading.",
                (use.heading,),
                sheet=tracker.name,
            )
