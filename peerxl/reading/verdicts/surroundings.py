"""What a table has columns for beside its actions, by which it is told from tables of other things."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from peerxl.frozen import frozen
from peerxl.model.layout import KEPT, Field
from peerxl.model.status import DEFAULT_VOCABULARY, find_meaning
from peerxl.reading.cells.cell_kinds import is_underway
from peerxl.reading.cells.column_kinds import MOST, are_foreign, are_times_of_day, tells_progress
from peerxl.reading.cells.profile import FEW
from peerxl.reading.columns.dated_columns import is_due_day
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.columns.due_cells import is_needed_by
from peerxl.reading.columns.field_proposals import SENTENCE
from peerxl.reading.columns.last_actions import LAST_DONE
from peerxl.reading.columns.schedule import is_measure_of_progress, is_schedule
from peerxl.reading.headings.key import name_parts
from peerxl.reading.headings.words import FOREIGN, TYPICAL


@frozen
class Surroundings:
    """What a table has columns for beside its actions: how many are of other tables, how many typical of trackers."""

    foreign: int
    typical: int
    has_owner: bool
    is_register: bool
    is_matrix: bool = False
    is_programme: bool = False
    is_schedule: bool = False
    is_dated: bool = False
    is_followed: bool = False
    is_assigned: bool = False
    has_all: bool = False
    is_worked_on: bool = False
    is_timed: bool = False
    is_followed_up: bool = False
    is_begun: bool = False
    is_counted: bool = False


def look_around(drafts: Sequence[Draft]) -> Surroundings:
    words = {word for draft in drafts for word in name_parts(draft.cell.text)}
    unread = [draft for draft in drafts if draft.field in KEPT and draft.reading.field in (None, Field.EXTRA)]
    # What is numbered, a table may be a list of.
    unread += [draft for draft in of_field(drafts, Field.REF) if draft.reading.is_weak]
    unread = [draft for draft in unread if not is_measure_of_progress(draft)]
    # What was to be seen is said of a test, and of a defect that is to be seen again.
    if "reproduce" in words:
        unread = [draft for draft in unread if "expected" not in draft.reading.key.split()]
    # When each was written down says nothing against a day on which it is due.
    if any(map(is_due_day, drafts)):
        unread = [draft for draft in unread if draft.reading.key != "timestamp"]
    if is_of_goals(drafts):
        unread = [draft for draft in unread if "goal" not in draft.reading.key.split()]
    foreign = [max(count_foreign(draft), int(are_foreign(draft.profile))) for draft in unread]
    return Surroundings(
        sum(foreign),
        len(words & TYPICAL),
        bool(of_field(drafts, Field.OWNER)),
        is_rated(words) and not {"risk", "severity", "mitigation", "hazard"}.isdisjoint(words),
        {"consulted", "informed"} <= words,
        not words.isdisjoint({"often", "frequency"}) or any(map(tells_how_often, drafts)),
        is_schedule(drafts),
        any(map(is_due_day, drafts)) or is_done_dated(drafts) or is_needed(drafts, words),
        is_done_dated(drafts) or is_rebased(drafts),
        {draft.reading.key for draft in drafts} >= BY,
        all(of_field(drafts, field) for field in (Field.OWNER, Field.TIMESCALE, Field.STATUS)),
        any(map(are_stages_of_work, of_field(drafts, Field.STATUS))),
        bool(of_field(drafts, Field.TIMESCALE)),
        is_followed_up(drafts),
        COUNTED.isdisjoint(words) and any(map(are_steps_of_work, of_field(drafts, Field.STATUS))),
        not COUNTED.isdisjoint(words),
    )


def is_followed_up(drafts: Sequence[Draft]) -> bool:
    """Whether it is said of each row who deals with it, what was last done, and in sentences how it stands now.

    Whom to ask about it need not deal with it.
    """
    is_dealt_with = any("contact" not in draft.reading.key.split() for draft in of_field(drafts, Field.OWNER))
    is_done = is_dealt_with and any(draft.reading.key.startswith(LAST_DONE) for draft in drafts)
    told = [draft for draft in of_field(drafts, Field.COMMENT) if draft.reading.key in STANDS]
    return is_done and any(draft.profile.mean_words >= SENTENCE and draft.profile.filled >= FEW for draft in told)


STANDS = frozenset(["status", "current status", "latest status", "progress", "update", "current position"])


def is_rated(words: Collection[str]) -> bool:
    """Whether the words of headings rate by impact and likelihood, as nothing but a register does."""
    return "impact" in words and not LIKELIHOODS.isdisjoint(words)


def tells_risks(drafts: Sequence[Draft]) -> bool:
    """Whether headings say of each row what it would do and why, or when it would come about, as registers do."""
    words = {word for draft in drafts for word in draft.reading.key.split()}
    return "impact" in words and not (LIKELIHOODS | {"cause", "trigger"}).isdisjoint(words)


LIKELIHOODS = frozenset("likelihood probability prob".split())


def are_stages_of_work(draft: Draft) -> bool:
    """Whether most cells say how far work has come, in words that say it beyond doubt: "Done", "In progress"."""
    told = [text for text in draft.profile.texts if find_meaning(text) is not None]
    return draft.profile.filled >= FEW and len(told) >= MOST * draft.profile.filled


def is_needed(drafts: Sequence[Draft], words: Collection[str]) -> bool:
    """Whether each row is needed by an occasion, and is nothing that is bought or kept."""
    timed = of_field(drafts, Field.TIMESCALE)
    return COUNTED.isdisjoint(words) and any(is_needed_by(draft.reading, draft.profile) for draft in timed)


def are_steps_of_work(draft: Draft) -> bool:
    """Whether most cells say how far something is, some in words that only work has: "In progress", "In review".

    What is ordered or lent is open or closed as well.
    """
    cells = draft.profile
    told = [text for text in cells.texts if find_meaning(text) is not None or is_underway(text)]
    of_work = [text for text in told if is_underway(text) or says_step(text)]
    return cells.filled >= FEW and len(told) >= MOST * cells.filled and bool(of_work)


def says_step(text: str) -> bool:
    meaning = find_meaning(text)
    return meaning is not None and meaning.word in STEPS


STEPS = frozenset(["Not started", "In progress", "On hold"])
COUNTED = frozenset("qty quantity price amount sku stock invoice customer supplier balance".split())
"""Words in the headings of what is bought, sold or kept."""


BY = frozenset(["by who", "by when"])
"""Headings that only what somebody must do has."""


def is_rebased(drafts: Sequence[Draft]) -> bool:
    """Whether days that were first agreed stand beside those that are forecast now."""
    fields = (Field.TIMESCALE, Field.ORIGINAL_TIMESCALE)
    return all(any(draft.profile.are_dates for draft in of_field(drafts, field)) for field in fields)


def is_done_dated(drafts: Sequence[Draft]) -> bool:
    """Whether a table says how far things have come, and on which day those were done that are."""
    statuses = of_field(drafts, Field.STATUS)
    has_days = any(draft.profile.are_dates for draft in of_field(drafts, Field.CLOSED))
    return has_days and any(tells_progress(draft.profile, DEFAULT_VOCABULARY) for draft in statuses)


def tells_how_often(draft: Draft) -> bool:
    """Whether cells are times of day, or say under "When" on what occasion: "Every push"."""
    is_occasion = draft.reading.key == "when" and draft.profile.filled > 0 and draft.field in KEPT
    is_unread = draft.field in KEPT and draft.reading.field in (None, Field.EXTRA)
    return is_occasion or (is_unread and are_times_of_day(draft.profile))


def is_of_goals(drafts: Sequence[Draft]) -> bool:
    """Whether what is to be done is headed as goals, which are then none of a match: "Goal title"."""
    return any("goal" in draft.reading.key.split() for draft in of_field(drafts, Field.ACTION))


def count_foreign(draft: Draft) -> int:
    """How many words of a column's heading are those of other tables."""
    return len(FOREIGN.intersection(name_parts(draft.cell.text)))
