"""What each row of a table is about, where no heading is of actions: its item, its aim, its only words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from peerxl.model.layout import KEPT, Field
from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.reading.cells.column_kinds import (
    MOST,
    MOSTLY,
    are_instructions,
    are_owners,
    are_refs,
)
from peerxl.reading.cells.indicators import are_indicators
from peerxl.reading.cells.profile import FEW
from peerxl.reading.cells.told_statuses import tell_statuses
from peerxl.reading.columns.dated_columns import is_plainly_due
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.columns.ranked_columns import ALL_DIFFERENT
from peerxl.reading.columns.schedule import has_span, measures_progress
from peerxl.reading.headings.words import FOREIGN, LISTED, split_words


def is_effect(draft: Draft) -> bool:
    """Whether a column is headed as what comes of something."""
    return not EFFECTS.isdisjoint(draft.reading.key.split())


EFFECTS = split_words("impact effect consequence implication")


def find_unexplained(drafts: list[Draft], chosen: Mapping[Field, int]) -> Draft | None:
    """The one column of sentences without a known heading, in a table that has owner, date and status."""
    companions = (Field.OWNER, Field.TIMESCALE, Field.STATUS)
    if not all(any(draft.profile.filled for draft in of_field(drafts, field)) for field in companions):
        return None
    wordy = [draft for draft in drafts if draft.field in KEPT and is_unexplained(draft) and draft.profile.is_wordy]
    wordy = [draft for draft in wordy if not are_indicators(draft.profile)]
    free = [draft for draft in wordy if draft.column not in chosen.values()]
    return free[0] if len(free) == 1 else None


def find_only_words(drafts: list[Draft], chosen: Mapping[Field, int]) -> Draft | None:
    """The one column of words that tell all rows apart, beside statuses and days on which they are plainly due.

    Or beside owners and when: then they must be words of several each, as names of things are not.
    """
    is_tracked = has_progress(drafts, SOME) or measures_progress(drafts)
    wordy = [draft for draft in drafts if draft.field in KEPT and is_worded(draft) and says_what(draft)]
    free = [draft for draft in wordy if draft.column not in chosen.values()]
    measures = [draft for draft in free if draft.reading.key in MEASURES]
    if measures and all(draft in measures or draft.profile.share_distinct < MOSTLY for draft in free):
        free = measures  # what is the same in several rows says whom or what a measure is for
    if len(free) != 1 or not tells_apart(free[0]):
        return None
    is_assigned = any(draft.profile.filled and not draft.reading.is_weak for draft in of_field(drafts, Field.OWNER))
    timed = of_field(drafts, Field.TIMESCALE)
    is_timed = any(each.profile.share_timescales >= MOST or (measures and each.profile.hints_when) for each in timed)
    # What is listed may be told as what to do: "Project" over "Update the website".
    is_told = LISTED.isdisjoint(free[0].reading.key.split()) or are_instructions(free[0].profile)
    is_stated = free[0].profile.mean_words >= STATED and is_told
    return free[0] if (has_due(drafts) and is_tracked) or (is_assigned and is_timed and is_stated) else None


MEASURES = frozenset(["measure", "key measure", "main measure"])
"""Headings of what is done, or of what is measured: the cells tell which."""


def has_due(drafts: list[Draft]) -> bool:
    """Whether a column says by when each is plainly due, in days or in words."""
    timed = of_field(drafts, Field.TIMESCALE)
    due = [draft for draft in timed if is_plainly_due(draft)]
    is_headed = any(draft.profile.are_dates or draft.profile.share_timescales >= MOST for draft in due)
    return is_headed or any(draft.profile.names_ends for draft in timed)


def awaits_dates(drafts: list[Draft]) -> bool:
    """Whether the dates on which each is plainly due are still to be written: a heading, and nothing under it."""
    return any(is_plainly_due(draft) and not draft.profile.filled for draft in of_field(drafts, Field.TIMESCALE))


def has_progress(drafts: list[Draft], least: float) -> bool:
    """Whether a status says of so many rows how far they have come, in a word or at some length."""
    return any(
        draft.profile.share_progress(DEFAULT_VOCABULARY) >= least or tell_statuses(draft.profile.texts)
        for draft in of_field(drafts, Field.STATUS)
    )


SOME = 0.4
"""The share of words for progress where a day that is plainly due stands beside them."""


def says_what(draft: Draft) -> bool:
    """Whether a column may say what is done: not why, to what end or when."""
    return PURPOSES.isdisjoint(draft.reading.key.split()) and draft.profile.share_timescales < MOST


PURPOSES = EFFECTS | split_words("purpose reason rationale why benefit objective aim goal outcome background context")


def find_item(drafts: list[Draft], chosen: Mapping[Field, int]) -> Draft | None:
    """What each row is called, where who does it, by when and how far it has come are all said of it.

    The first column of words that differ, left of all three: a phase, a component, what an action is related to.
    """
    owners = [draft for draft in of_field(drafts, Field.OWNER) if draft.profile.filled and not draft.reading.is_weak]
    followed = [*of_field(drafts, Field.TIMESCALE), *of_field(drafts, Field.STATUS), *owners]
    if not (owners and (has_due(drafts) or awaits_dates(drafts)) and has_progress(drafts, MOST)):
        return None
    first = min(draft.column for draft in followed)
    free = [
        draft
        for draft in drafts
        if may_be_item(draft) and draft.column < first and draft.column not in chosen.values() and is_item(draft)
    ]
    return free[0] if free else None


def find_goal(drafts: list[Draft], chosen: Mapping[Field, int]) -> Draft | None:
    """What is to be reached, where nothing says what is to be done for it, beside who leads on it or when it was done.

    It must say something of each row, and when that is due must be said too; or else how far each goal has come.
    """
    owners = [draft for draft in of_field(drafts, Field.OWNER) if draft.profile.filled and not draft.reading.is_weak]
    timed = [draft for draft in of_field(drafts, Field.TIMESCALE) if draft.profile.share_timescales >= MOST]
    is_closed = any("actual" in draft.reading.key.split() for draft in of_field(drafts, Field.CLOSED))
    if not (timed and (owners or is_closed)) and not tells_how_far_goals_are(drafts):
        return None
    goals = [draft for draft in drafts if draft.field in (*KEPT, Field.THEME) and is_goal(draft)]
    return next((draft for draft in goals if draft.column not in chosen.values()), None)


def find_noted(drafts: list[Draft], chosen: Mapping[Field, int]) -> Draft | None:
    """The notes of a register that says of each row how grave it is and whose, and has no other words of its own.

    Each row has some, which tell what is wrong or what to do: "ID | Severity | Status | Owner | Notes".
    """
    is_register = all(of_field(drafts, field) for field in (Field.REF, Field.STATUS, Field.OWNER))
    is_graded = any("severity" in draft.reading.key.split() and draft.profile.filled for draft in drafts)
    noted = [draft for draft in of_field(drafts, Field.COMMENT) if draft.column not in chosen.values()]
    rows = max((draft.profile.filled for draft in drafts), default=0)
    if not (is_register and is_graded and len(noted) == 1) or noted[0].reading.key not in ("note", "comment", "remark"):
        return None
    cells = noted[0].profile
    return noted[0] if cells.filled == rows >= FEW and cells.share_distinct == 1 and cells.is_wordy else None


def find_repeated_task(drafts: list[Draft], chosen: Mapping[Field, int]) -> Draft | None:
    """The one column headed as tasks or deliverables, be they called alike, beside when each is plainly to be done.

    What each is a part of, or a ref, tells the rows apart: "Project" and its "Task". Or each has a day on which it ends
    and a status of work.
    """
    tasks = [draft for draft in drafts if is_repeated_task(draft) and draft.column not in chosen.values()]
    is_planned = has_due(drafts) or (has_span(drafts) and has_progress(drafts, MOST))
    apart = [draft for draft in drafts if draft.profile.share_distinct == 1 and not draft.profile.are_dates]
    are_apart = any(draft.profile.filled >= max(FEW, task.profile.filled) for task in tasks for draft in apart)
    return tasks[0] if len(tasks) == 1 and is_planned and are_apart else None


def is_repeated_task(draft: Draft) -> bool:
    """Whether a column that has no other use has words under a heading of tasks or deliverables."""
    cells, words = draft.profile, draft.reading.key.split()
    is_headed = not TASKS.isdisjoint(words) and TASKS.issuperset({*words} - NAMED)
    is_other = cells.are_dates or cells.are_numbers or cells.has_levels or cells.are_links or are_refs(cells)
    return draft.field is Field.EXTRA and is_headed and cells.filled > 0 and not is_other


TASKS, NAMED = split_words("task subtask deliverable"), split_words("name title description the")


def tells_how_far_goals_are(drafts: Iterable[Draft]) -> bool:
    """Whether a column headed as the status or the progress of goals has words for that: "Goal progress"."""
    told = [draft for draft in of_field(drafts, Field.STATUS) if not GOALS.isdisjoint(draft.reading.key.split())]
    return any(draft.profile.share_progress(DEFAULT_VOCABULARY) >= MOST for draft in told)


def is_goal(draft: Draft) -> bool:
    """Whether each cell states something of its own under a heading of what is aimed at."""
    cells = draft.profile
    is_stated = cells.filled >= FEW and cells.share_distinct >= ALL_DIFFERENT and cells.mean_words >= STATED
    return is_stated and not GOALS.isdisjoint(draft.reading.key.split())


GOALS = split_words("objective aim goal ambition")


def may_be_item(draft: Draft) -> bool:
    """Whether nothing else is known of a column; what is headed as a theme, and differs in each row, groups none."""
    return draft.field in KEPT or (draft.field is Field.THEME and draft.profile.share_distinct == 1)


def is_item(draft: Draft) -> bool:
    """Whether a column has words, other ones in nearly each row, under a heading that other tables do not have."""
    cells, words = draft.profile, set(draft.reading.key.split())
    is_other = cells.are_dates or cells.are_numbers or are_refs(cells) or are_indicators(cells)
    are_words = cells.filled >= FEW and not is_other
    is_called = cells.share_distinct >= MOSTLY and cells.mean_words > 1 and not are_owners(cells)
    return are_words and is_called and bool(words) and words.isdisjoint(FOREIGN | LISTED | PURPOSES)


STATED = 3.5
"""How many words a statement has at least on the average."""


def is_worded(draft: Draft) -> bool:
    cells = draft.profile
    are_words = cells.filled >= FEW and cells.mean_words >= 1.5 and not (cells.are_dates or cells.are_numbers)
    return are_words and not are_indicators(cells)


def tells_apart(draft: Draft) -> bool:
    """Whether a column has other words in each row, under a heading that other tables do not have."""
    words = set(draft.reading.key.split())
    return draft.profile.share_distinct == 1 and bool(words) and words.isdisjoint(FOREIGN)


def is_unexplained(draft: Draft) -> bool:
    """Whether a heading has no word that says what its column is: "Project" names what it lists, "Snarf" nothing."""
    words = set(draft.reading.key.split())
    return bool(words) and not draft.reading.is_known and words.isdisjoint(LISTED | FOREIGN)
