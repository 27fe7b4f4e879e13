"""Tables as programs that schedule projects write them: from when to when, how long, after what, how far."""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.reading.cells.column_kinds import are_hundredths
from peerxl.reading.columns.draft import Draft
from peerxl.reading.headings.words import split_words

STARTS, ENDS = split_words("start begin"), split_words("finish end")
MARKS = split_words("duration predecessor successor wbs outline")
"""Words of the headings that only schedules have; one that lists when something happens has none of them."""
DONE = split_words("complete completion progress done work")
"""What a heading says of how much is done; with a per cent sign it is one of them."""


def is_schedule(drafts: Sequence[Draft]) -> bool:
    """Whether columns say from when to when each row lasts, and two of how long, after what, how far, in which part."""
    words = [set(draft.reading.key.split()) for draft in drafts]
    marks = MARKS & set().union(*words)
    if any("%" in each and DONE & each for each in words):
        marks |= {"%"}
    return has_span(drafts) and len(marks) > 1


def has_span(drafts: Sequence[Draft]) -> bool:
    """Whether columns of days say when each begins and when it ends."""
    days = [set(draft.reading.key.split()) for draft in drafts if draft.profile.are_dates]
    return any(STARTS & each for each in days) and any(ENDS & each for each in days)


def measures_progress(drafts: Sequence[Draft]) -> bool:
    """Whether a column says in hundredths how much of each is done."""
    return any(is_measure_of_progress(draft) for draft in drafts)


def is_measure_of_progress(draft: Draft) -> bool:
    """Whether numbers from 0 to 100 stand under a heading of progress; a percentage may be one of anything."""
    words = set(draft.reading.key.split()) - {"work"}
    return not words.isdisjoint(DONE) and draft.profile.filled > 0 and are_hundredths(draft.profile)
