"""Which of a tracker's columns of dates says when an action is due, and which only when something happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from peerxl.model.layout import Field
from peerxl.model.status import says_nothing
from peerxl.reading.cells.column_kinds import MOST
from peerxl.reading.cells.day_spans import follow_on
from peerxl.reading.cells.profile import ColumnProfile
from peerxl.reading.cells.told_times import is_long_period, says_no_day
from peerxl.reading.cells.written_dates import says_how_long_ago
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.columns.schedule import ENDS, has_span
from peerxl.reading.headings.dates import PLANNED, is_planned_again
from peerxl.reading.headings.key import strip_figures

REVISED = frozenset(
    "revised current new updated amended changed latest forecast forecasted this extended extension".split()
)


def is_current(draft: Draft) -> bool:
    """Whether a heading says that it is the latest of its kind."""
    words = draft.reading.key.split()
    return not REVISED.isdisjoint(words) or any(map(is_planned_again, words))


def place_current_dates(drafts: list[Draft]) -> list[Draft]:
    """The columns, with a bare date that is called the current one as due, where another says when it was planned."""
    is_planned = any(is_plainly_due(draft) or draft.field is Field.ORIGINAL_TIMESCALE for draft in list_due(drafts))
    bare = [draft for draft in of_field(drafts, Field.RAISED) if set(draft.reading.key.split()) <= CURRENT]
    # "Date" alone says nothing, and so may be the day something was written down.
    current = [draft for draft in bare if is_current(draft)]
    has_current = any(is_current(draft) for draft in of_field(drafts, Field.TIMESCALE))
    if not is_planned or has_current or len(current) != 1:
        return drafts
    return [replace(draft, field=Field.TIMESCALE) if draft is current[0] else draft for draft in drafts]


def place_planned_dates(drafts: list[Draft]) -> list[Draft]:
    """The columns, with dates headed only "Planned" as those first agreed, where others revise them."""
    due = list_due(drafts)
    planned = [draft for draft in of_field(drafts, Field.EXTRA) if is_only_planned(draft)]
    if len(planned) != 1 or not due or not all(draft.field is Field.TIMESCALE and is_current(draft) for draft in due):
        return drafts
    return [replace(draft, field=Field.ORIGINAL_TIMESCALE) if draft is planned[0] else draft for draft in drafts]


def is_only_planned(draft: Draft) -> bool:
    """Whether a heading says of dates that they were planned, and no more."""
    return draft.reading.field is None and draft.reading.key in PLANNED and draft.profile.are_dates


def list_due(drafts: list[Draft]) -> list[Draft]:
    """The columns that say when something is, or was to be, done."""
    return [*of_field(drafts, Field.TIMESCALE), *of_field(drafts, Field.ORIGINAL_TIMESCALE)]


CURRENT = frozenset("current latest new the date".split())


def is_task(action: Draft) -> bool:
    """Whether a heading says that something is to be done, and not what is wrong or that it describes something."""
    return action.reading.field is Field.ACTION or action.reading.is_task


def place_bare_dates(drafts: list[Draft], chosen: Mapping[Field, int]) -> list[Draft]:
    """A column headed "Date" and no more is when an action is due only where it is the only date and all speaks for it.

    It then stands to the right of an action that is headed so, in a list of no issues, risks or decisions, and its
    cells tell of nothing that has been. Spans of days say it, also where no year is named, where one follows another.
    """
    action = next((draft for draft in drafts if draft.field is Field.ACTION), None)
    has_others = any(
        draft.field in DATED or draft.profile.are_dates for draft in drafts if not draft.reading.is_bare_date
    )
    topics = [
        draft
        for draft in drafts
        if draft.reading.is_topic and draft is not action and draft.field not in (Field.REF, Field.RECOMMENDATION)
    ]
    is_asked = action is not None and (
        is_task(action) or is_asked_of(action, drafts) or (is_of_periods(drafts) and not is_decision(action))
    )
    if action is None or has_others or topics or not is_asked:
        return drafts
    bare = [
        draft
        for draft in drafts
        if (draft.field is Field.RAISED or are_planned_in_turn(draft, action))
        and draft.reading.is_bare_date
        and draft.column > action.column
        and draft.column not in chosen.values()
    ]
    is_due = len(bare) == 1 and not tells_past(bare[0].profile)
    return [replace(draft, field=Field.TIMESCALE) if is_due and draft is bare[0] else draft for draft in drafts]


def are_planned_in_turn(draft: Draft, action: Draft) -> bool:
    """Whether tasks, each of which is named but once, have spans of days that follow on: nothing is raised over one.

    The turns of a rota do, and name the same few again.
    """
    is_once = action.profile.share_distinct == 1 and is_task(action)
    return draft.field is Field.EXTRA and is_once and follow_on(draft.profile)


def is_decision(action: Draft) -> bool:
    """Whether the actions are headed as what was decided, and no more: such a thing has the day on which it was."""
    return "decision" in action.reading.key.split() and action.reading.field is not Field.ACTION


def tells_past(cells: ColumnProfile) -> bool:
    """Whether dates are those of a log, in the order in which it was written, or say how long ago something was."""
    return (cells.filled > 3 and cells.is_in_order) or any(map(says_how_long_ago, cells.texts))


def is_asked_of(action: Draft, drafts: list[Draft]) -> bool:
    """Whether a recommendation that somebody answers for has a bare date that no log has: "Ongoing"."""
    bare = [draft for draft in drafts if draft.reading.is_bare_date]
    is_open = any(says_no_day(text) for draft in bare for text in draft.profile.texts)
    is_owned = any(draft.profile.filled for draft in of_field(drafts, Field.OWNER))
    return action.reading.field is Field.RECOMMENDATION and is_open and is_owned


def is_of_periods(drafts: list[Draft]) -> bool:
    """Whether a bare date has months, quarters or spans of time, and no day: nothing is written down over weeks."""
    bare = [draft for draft in drafts if draft.reading.is_bare_date]
    told = [text for draft in bare for text in draft.profile.texts if not says_nothing(text)]
    return len(list(filter(is_long_period, told))) >= MOST * len(told) > 0


DATED = frozenset({Field.TIMESCALE, Field.ORIGINAL_TIMESCALE, Field.RAISED, Field.UPDATED, Field.CLOSED})
PLAIN_DUE = frozenset(
    "due target deadline when plan planned required need needed expected estimated by scheduled forecast agreed "
    "committed targeted projected anticipated forecasted".split()
)


def is_plainly_due(draft: Draft) -> bool:
    """Whether a heading says that its date lies ahead; "Completion date" may as well be the day it was done."""
    return not PLAIN_DUE.isdisjoint(draft.reading.key.split())


def is_due_day(draft: Draft) -> bool:
    """Whether a column has days on which something is plainly due."""
    return draft.field is Field.TIMESCALE and is_plainly_due(draft) and draft.profile.are_dates


def split_closing_dates(drafts: list[Draft]) -> list[Draft]:
    """With a date plainly due, a "completion date" or "resolution date" beside it is when the action was closed.

    So is the "end" beside a "start", unless few of the rows that have one say when each is due.
    """
    due = of_field(drafts, Field.TIMESCALE)
    fullest = max((draft.profile.filled for draft in due if is_plainly_due(draft)), default=None)
    if fullest is None:
        return drafts
    closing = [draft for draft in due if not is_plainly_due(draft) and not is_current(draft) and is_closing(draft)]
    if has_span(drafts):
        closing = [draft for draft in closing if not is_end(draft) or 2 * fullest >= draft.profile.filled]
    return [replace(draft, field=Field.CLOSED) if draft in closing else draft for draft in drafts]


CLOSING = frozenset("completion resolution implementation closure end finish delivery remediation".split())


def is_end(draft: Draft) -> bool:
    """Whether a heading says when something ends, and no more: as a schedule has it beside when it starts."""
    return not ENDS.isdisjoint(draft.reading.key.split())


def is_closing(draft: Draft) -> bool:
    return not CLOSING.isdisjoint(draft.reading.key.split())


def split_revisions(drafts: list[Draft]) -> tuple[list[Draft], tuple[int, ...]]:
    """Of dates that were revised again ("Revised date 1", "Revised date 2") the last that any row has.

    With the columns of those before it, the latest first, which rows have that were revised less often.
    """
    revised = [draft for draft in of_field(drafts, Field.TIMESCALE) if is_current(draft)]
    if len(revised) < 2 or len({strip_figures(draft.reading.key) for draft in revised}) > 1:
        return drafts, ()
    last = next((draft for draft in reversed(revised) if draft.profile.filled), revised[0])
    others = [draft for draft in revised if draft is not last]
    before = tuple(draft.column for draft in reversed(others) if draft.column < last.column)
    return [replace(draft, field=Field.EXTRA) if draft in others else draft for draft in drafts], before


def place_lone_original(drafts: list[Draft]) -> list[Draft]:
    """The columns, with what was first agreed as when an action is due, where no other column says when that is."""
    originals = of_field(drafts, Field.ORIGINAL_TIMESCALE)
    if of_field(drafts, Field.TIMESCALE) or len(originals) != 1:
        return drafts
    return [replace(draft, field=Field.TIMESCALE) if draft is originals[0] else draft for draft in drafts]


def is_first_agreed(draft: Draft) -> bool:
    """Whether a column of when each is due is headed as what was first agreed: "Original target"."""
    return draft.field is Field.TIMESCALE and draft.reading.field is Field.ORIGINAL_TIMESCALE


def split_original_dates(drafts: list[Draft]) -> list[Draft]:
    """With a revised timescale beside a plain one, the plain one is the original."""
    due = of_field(drafts, Field.TIMESCALE)
    revised = [draft for draft in due if is_current(draft)]
    if not revised or len(due) == len(revised) or of_field(drafts, Field.ORIGINAL_TIMESCALE):
        return drafts
    first = next(draft for draft in due if draft not in revised)
    return [replace(draft, field=Field.ORIGINAL_TIMESCALE) if draft is first else draft for draft in drafts]
