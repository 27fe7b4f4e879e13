"""What stands behind the paper: which actions each figure counts, what its words mean, and what had to be assumed."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from peerxl.documents.appendix_columns import COMMENT
from peerxl.documents.document import Section, TableColumn, TableRow
from peerxl.documents.figure import ActionNames
from peerxl.documents.reported import explain_own_words, explain_unknown
from peerxl.documents.summary_figures import SummaryFacts, list_figures
from peerxl.documents.wording import quarter_name
from peerxl.model.plan import ActionPlan
from peerxl.model.status import Status
from peerxl.model.timescale import TimescaleKind
from peerxl.movement.compare import Movement
from peerxl.movement.matching import DoubtfulPair, MatchRule

NAME, TABLE = "Notes", "Notes"

FIRST_DATE = (
    "The plan has no column for the date first agreed. It is the first day, month or quarter that the timescale's own "
    "words or the record of the plan's changes tell, else the present one."
)

NoteLine = tuple[str, str, str]
"""What a note is about, which actions or words, and what it says."""


def build_notes(facts: SummaryFacts, title: str) -> Section | None:
    """The notes; None of a plan that has no actions."""
    lines = tuple(list_notes(facts))
    if not facts.plan.actions:
        return None
    return Section(
        name=NAME,
        title=f"{title}: notes",
        intro=("The actions that each figure counts, what the words mean, and what was assumed.",),
        table_name=TABLE,
        columns=(TableColumn("About", is_group=True), TableColumn("Which"), TableColumn("Note")),
        rows=tuple(
            TableRow.of(*line, starts_group=above is not None and above[0] != line[0])
            for line, above in zip(lines, (None, *lines), strict=False)
        ),
        footer=title,
        is_paper=True,
    )


def list_notes(facts: SummaryFacts) -> Iterator[NoteLine]:
    """Every note: figures, words, timescales, and how actions were known again."""
    yield from note_figures(facts)
    yield from note_statuses(facts)
    yield from note_first_dates(facts)
    yield from note_timescales(facts.plan)
    if facts.movement is not None:
        yield from note_movement(facts.movement)


def note_figures(facts: SummaryFacts) -> Iterator[NoteLine]:
    """The actions of each figure of the summary."""
    names = ActionNames.of(facts.plan)
    for about, figures in list_figures(facts):
        for figure in filter(attrgetter("number"), figures):
            yield about, f"{figure.words}: {figure.number}", names.list(figure.actions)


def note_statuses(facts: SummaryFacts) -> Iterator[NoteLine]:
    """What the status words mean that the paper uses, and that nobody has explained one."""
    updates = [action.standing_update(facts.quarter) for action in facts.plan.actions]
    used = {update.status.word for update in updates if update.status}
    has_comments = COMMENT.is_wanted(facts.plan)
    for status in facts.plan.settings.vocabulary.statuses:
        if status.word in used:
            yield "Words", status.word, describe_status(status, has_comments=has_comments)
    yield "Words", "Overdue", f"Due by its present date in a quarter before {quarter_name(facts.quarter)}, and open."
    for sentence in (*explain_own_words(updates), *explain_unknown(updates)):
        words, _, meaning = sentence.partition(": ")
        yield "Words", words, f"{meaning[:1].upper()}{meaning[1:]}"


def note_first_dates(facts: SummaryFacts) -> Iterator[NoteLine]:
    """What the first date is taken to be where the plan does not keep it."""
    if not facts.has_first_dates and facts.bands.undated.number < facts.open.number:
        yield "Words", "First date", FIRST_DATE


def describe_status(status: Status, *, has_comments: bool) -> str:
    """What a status means and what it counts as."""
    meaning = status.explain(has_comments=has_comments)
    counts = "Counts as open." if status.is_open else "Counts as closed." if status.is_done else "Closed, and not done."
    return f"{meaning.rstrip('.')}. {counts}" if meaning else counts


def note_timescales(plan: ActionPlan) -> Iterator[NoteLine]:
    """The timescales that cannot be read, as they stand, and what was assumed of others."""
    names = ActionNames.of(plan)
    for action in plan.actions:
        if action.timescale.kind is TimescaleKind.UNREADABLE:
            reason = f"It cannot be read as a time: {action.timescale.reason}" if action.timescale.reason else ""
            yield "Timescales", names.list([action]), f"“{action.timescale.text.strip()}”. {reason}".strip()
        for note in action.timescale.notes if action.timescale.kind is not TimescaleKind.UNREADABLE else ():
            yield "Timescales", names.list([action]), f"“{action.timescale.text.strip()}”. {note.message}"


def note_movement(movement: Movement) -> Iterator[NoteLine]:
    """By what actions were known again that have no ref in common, and which may be one all the same."""
    names = ActionNames.of(movement.new.plan)
    by_wording = tuple(move.action for move in movement.moves if move.pair.rule is MatchRule.WORDING)
    if by_wording:
        yield "What changed", names.list(by_wording), "Known again by the wording, as no ref is in both plans."
    for doubt in movement.doubts:
        yield "What changed", names.list([doubt.new]), describe_doubt(doubt)


def describe_doubt(doubt: DoubtfulPair) -> str:
    """That an action may be one that is counted as gone."""
    return f"Counted as added; it may be what was “{doubt.old.text}”: the words are {doubt.likeness:.0f} of 100 alike."
