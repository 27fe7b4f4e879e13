"""What moved since last time, as a table: what was completed, put back, given another date, added and taken out.

Each action stands once, under the first thing that is so of it; its other columns say the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from peerxl.documents.appendix_columns import list_sources, name_theme
from peerxl.documents.document import UNDATED, Document, Section, TableColumn, TableEntry, TableRow, TextLine
from peerxl.documents.movement_words import describe_date_move, describe_status_move, name_standing, name_time
from peerxl.documents.own_titles import WHAT_CHANGED, PaperContents
from peerxl.documents.palette import Tone
from peerxl.documents.reported import status_tone
from peerxl.documents.wording import NO_REF, NOT_SET, counted, listed, timescale_words
from peerxl.model.action import Action
from peerxl.model.layout import Field
from peerxl.movement.compare import Departure, Move, Movement
from peerxl.movement.matching import DoubtfulPair, MatchedPair, MatchRule
from peerxl.movement.stage import Direction, StatusAt

NAME, TABLE = "What changed", "WhatChanged"
ADDED, LOST, GONE = "Added", "Gone and still open", "Gone and closed"

KINDS: dict[str, Callable[[Move], bool]] = {
    "Completed": lambda move: move.status.is_completed,
    "Closed, not done": lambda move: move.status.is_stopped,
    "Open again": lambda move: move.status.is_reopened,
    "Gone back": lambda move: move.status.direction is Direction.BACK,
    "Gone forward": lambda move: move.status.direction is Direction.FORWARD,
    "Status changed": lambda move: move.status.is_reported,
    "Date changed": lambda move: move.date.is_news,
    "Reworded": lambda move: move.is_reworded,
    "Not known": lambda move: move.status.direction is Direction.UNKNOWN,
    "As before": lambda move: True,
}
"""What is so of an action that both plans have; the first that is counts."""
NO_NEWS = frozenset({"Not known", "As before"})


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What is said of one action."""

    kind: str
    action: Action
    status: TableEntry
    was: str = ""
    date: str = ""
    known_by: str = ""


ChangeColumn = tuple[TableColumn, Callable[[ChangeRow], TableEntry], Callable[[ChangeRow], bool]]
"""A column, what it says of a row, and whether a row has something for it: a column that none has is left out."""

THEMES = TableColumn("Theme")
COLUMNS: tuple[ChangeColumn, ...] = (
    (TableColumn("What changed", is_group=True), lambda row: TableEntry(row.kind), lambda row: True),
    (THEMES, lambda row: TableEntry(row.action.theme or "None"), lambda row: bool(row.action.theme)),
    (
        TableColumn("Ref", is_unbroken=True),
        lambda row: TableEntry(row.action.shown_ref or NO_REF),
        lambda row: bool(row.action.ref),
    ),
    (
        TableColumn("Action", names_row=True),
        lambda row: TableEntry(
            f"{row.action.text}\n(It said: “{row.was}”)" if row.was else row.action.text,
            sources=list_sources(row.action, Field.ACTION),
        ),
        lambda row: True,
    ),
    (TableColumn("Status"), lambda row: row.status, lambda row: True),
    (TableColumn("Date"), lambda row: TableEntry(row.date or "Not known"), lambda row: bool(row.date)),
)
KNOWN_BY_WORDS = {
    MatchRule.ROW: "Row",
    MatchRule.REF: "Ref, words",
    MatchRule.WORDING: "Wording",
    MatchRule.SETTLED: "Settled by you, words",
}
KNOWN_BY: ChangeColumn = (
    TableColumn("Known by"),
    lambda row: TableEntry(row.known_by or "In one plan only"),
    lambda row: True,
)


def build_movement(movement: Movement) -> Document:
    """All that both plans have, and what only one of them has: how each was known, and what became of it."""
    title = f"{WHAT_CHANGED}{name_time(movement.old)} to {name_time(movement.new)}: {movement.new.plan.name}"
    plan, quarter = movement.new.plan, movement.new.quarter
    columns = COLUMNS if movement.is_of_one_plan else (*COLUMNS, KNOWN_BY)
    return Document(
        title=title,
        subject=plan.title,
        creator=plan.settings.council or plan.title or title,
        dated=quarter.last_day if quarter else UNDATED,
        sections=(build_section(movement, title, tuple(list_rows(movement)), columns),),
    )


def build_what_changed(movement: Movement | None, title: str) -> Section | None:
    """The part of the paper that says what changed; None where nothing did, or nothing tells."""
    if movement is None:
        return None
    rows = tuple(row for row in list_rows(movement) if row.kind not in NO_NEWS)
    return build_section(movement, f"{title}: what changed", rows, COLUMNS) if rows else None


def build_section(
    movement: Movement, title: str, rows: Sequence[ChangeRow], columns: Sequence[ChangeColumn]
) -> Section:
    theme = name_theme(movement.new.plan, [column.heading for column, *_ in columns])
    shown = [(column, describe) for column, describe, has_words in columns if any(map(has_words, rows))]
    return Section(
        name=NAME,
        title=title,
        intro=tuple(build_intro(movement)),
        table_name=TABLE,
        columns=tuple(replace(column, heading=theme) if column is THEMES else column for column, _ in shown),
        rows=tuple(
            TableRow(tuple(describe(row) for _, describe in shown), above is not None and above.kind != row.kind)
            for row, above in zip(rows, (None, *rows), strict=False)
        ),
        footer=title,
        is_paper=True,
    )


def list_rows(movement: Movement) -> Iterator[ChangeRow]:
    """A row for each action, by what is so of it and then in the order of its plan."""
    rows = [build_move_row(movement, move) for move in movement.moves]
    # By identity: two actions of a plan may say the same in all.
    by_new = {id(doubt.new): doubt for doubt in movement.doubts}
    by_old = {id(doubt.old): doubt for doubt in movement.doubts}
    for kind in KINDS:
        if kind == "Not known":
            yield from (build_added_row(movement, action, by_new.get(id(action))) for action in movement.added)
            closed = tuple(departure for departure in movement.gone if not departure.standing.is_open)
            for departure in (*movement.lost, *closed):
                yield build_gone_row(departure, by_old.get(id(departure.action)))
        yield from (row for row in rows if row.kind == kind)


def build_move_row(movement: Movement, move: Move) -> ChangeRow:
    has_dates = movement.new.plan.has_column(Field.TIMESCALE)
    return ChangeRow(
        kind=name_kind(move),
        action=move.action,
        was=move.pair.old.text if move.is_reworded else "",
        status=TableEntry(describe_status_move(move.status, movement.new.quarter), find_tone(move.status.now)),
        date=describe_date_move(move.date) or (NOT_SET if has_dates else ""),
        known_by=describe_pair(move.pair),
    )


def name_kind(move: Move) -> str:
    """The first thing that is so of an action."""
    return next(kind for kind, is_so in KINDS.items() if is_so(move))


def build_added_row(movement: Movement, action: Action, doubt: DoubtfulPair | None) -> ChangeRow:
    standing = movement.standing(action)
    return ChangeRow(
        kind=ADDED,
        action=action,
        status=TableEntry(name_standing(standing), find_tone(standing)),
        date=timescale_words(action.timescale) if movement.new.plan.has_column(Field.TIMESCALE) else "",
        known_by=describe_doubt(doubt, doubt.old, "before") if doubt else "",
    )


def build_gone_row(departure: Departure, doubt: DoubtfulPair | None) -> ChangeRow:
    status = name_standing(departure.standing)
    return ChangeRow(
        kind=LOST if departure.standing.is_open else GONE,
        action=departure.action,
        status=TableEntry(f"Last known: {status}", find_tone(departure.standing)),
        known_by=describe_doubt(doubt, doubt.new, "now") if doubt else "",
    )


def find_tone(standing: StatusAt) -> Tone:
    return status_tone(standing.status) if standing.status else Tone.UNKNOWN


def describe_pair(pair: MatchedPair) -> str:
    """How an action was known again: "Ref", "Wording (100 of 100)"."""
    if pair.rule is MatchRule.REF and pair.likeness >= 100:
        return "Ref"
    return f"{KNOWN_BY_WORDS[pair.rule]} ({pair.likeness:.0f} of 100)"


def describe_doubt(doubt: DoubtfulPair, other: Action, when: str) -> str:
    """Which action it may be all the same."""
    how = "has the ref, words" if doubt.has_same_ref else "words"
    return f"May be “{other.text}” {when}: {how} {doubt.likeness:.0f} of 100"


def build_intro(movement: Movement) -> Iterator[str | TextLine]:
    """What is compared, what moved in figures, and what cannot be known."""
    yield from describe_comparison(movement)
    figures = [f"{len(counted_rows)} {words}" for words, counted_rows in list_figures(movement) if counted_rows]
    yield TextLine(f"{listed(figures)}." if figures else "Nothing is known to have changed.", is_key=True)
    if not movement.knows_added:
        yield describe_unknown_added(movement)


def describe_unknown_added(movement: Movement) -> str:
    """Why nobody can tell which actions were added."""
    if movement.added:
        return "The plan does not say of every action when it was raised, so others may have been added."
    return "The plan does not say when its actions were raised, so nothing tells which of them were added."


def describe_comparison(movement: Movement) -> Iterator[str]:
    """What is held against what."""
    times = {"last": name_time(movement.old), "period": name_time(movement.new)}
    if movement.is_of_one_plan:
        yield PaperContents.CHANGED.format(actions=counted(len(movement.new.plan.actions), "action"), **times)
        return
    old, new = len(movement.old.plan.actions), len(movement.new.plan.actions)
    both = f"{counted(len(movement.moves), 'action')} of the {old} before and the {new} now"
    yield PaperContents.CHANGED_SINCE.format(both=f"{both} {'is' if len(movement.moves) == 1 else 'are'}", **times)


def list_figures(movement: Movement) -> Iterator[tuple[str, Sequence[object]]]:
    """What is counted, in words that follow a number, and what counts."""
    by_kind: dict[str, list[Move]] = {kind: [] for kind in KINDS}
    for move in movement.moves:
        by_kind[name_kind(move)].append(move)
    yield "completed", by_kind["Completed"]
    yield "closed without being done", by_kind["Closed, not done"]
    yield "open again", by_kind["Open again"]
    yield "gone back", by_kind["Gone back"]
    yield "gone forward and still open", by_kind["Gone forward"]
    yield "with another status", by_kind["Status changed"]
    yield "with another date", [move for move in movement.moves if move.date.is_news]
    yield "reworded", [move for move in movement.moves if move.is_reworded]
    yield "added", movement.added
    yield "gone from the plan and still open", movement.lost
    yield "gone from the plan and closed", [each for each in movement.gone if not each.standing.is_open]
