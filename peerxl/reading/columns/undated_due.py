"""The column of a tracker that is headed as when each action is due, though no cell says a day: dates belong there.

Its words ("Before go-live") and the numbers of its weeks prove no tracker, and so it is named once others have.
Sentences are what they say, and no answer is written over them; "When" beside who does what says when, in any words,
and so does what is headed beyond doubt as when something is due ("Deadline").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from peerxl.model.layout import Field
from peerxl.model.status import DEFAULT_VOCABULARY, says_nothing
from peerxl.pattern import compile_late
from peerxl.reading.cells.cell_kinds import says_what_happened
from peerxl.reading.cells.column_kinds import are_instructions, are_times_of_day, begin_with_owners
from peerxl.reading.cells.profile import ColumnProfile, is_level, is_progress
from peerxl.reading.cells.stages import is_stage
from peerxl.reading.cells.told_statuses import begins_with_status
from peerxl.reading.cells.told_times import says_when
from peerxl.reading.columns.dated_columns import is_task
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.columns.due_cells import LONGEST_OCCASION, SPANS_OF_TIME, are_amounts, are_unset
from peerxl.reading.columns.field_proposals import says_how_far
from peerxl.reading.columns.times_taken import asks_how_long
from peerxl.reading.headings.words import split_words


def place_undated(drafts: list[Draft], chosen: Mapping[Field, int]) -> list[Draft]:
    """A tracker's columns, with those as due that are headed so over no dates, where none has any."""
    if Field.TIMESCALE in chosen or of_field(drafts, Field.TIMESCALE):
        return drafts
    free = [draft for draft in drafts if draft.column not in chosen.values()]
    undated = [draft for draft in free if is_undated(draft) or says_when_done(draft, drafts, chosen)]
    return [replace(draft, field=Field.TIMESCALE) if draft in undated else draft for draft in drafts]


def is_undated(draft: Draft) -> bool:
    """Whether a column is headed as one of due dates, and has short words, or numbers of weeks, in their place."""
    heading = draft.reading
    is_due = draft.field is Field.EXTRA and heading.field is Field.TIMESCALE and not heading.is_weak
    if not is_due or not draft.profile.filled or asks_how_long(heading):
        return False
    cells = draft.profile
    are_told = says_in_words(cells) if says_date(draft) else are_short_words(cells) and names_when(cells)
    return counts_weeks(draft) or are_unset(cells) or are_told


def says_when_done(draft: Draft, drafts: Sequence[Draft], chosen: Mapping[Field, int]) -> bool:
    """Whether "When" stands behind what to do or who does it, and says of each when, be it how long after what.

    "After step 2", "15 min". Conditions and times of the day are those of what is done each time.
    """
    if draft.field is not Field.EXTRA or draft.reading.key != "when" or not draft.profile.filled:
        return False
    # What happened to whom has a "When" as well.
    tasks = [each for each in of_field(drafts, Field.ACTION) if is_task(each) or Field.ACTION in chosen]
    owners = [each for each in of_field(drafts, Field.OWNER) if each.profile.filled]
    is_beside = any(tasks) and any(owners) and draft.column > min(each.column for each in (*tasks, *owners))
    return is_beside and are_phrases_of_time(draft.profile)


def says_in_words(cells: ColumnProfile) -> bool:
    """Whether cells may say when, in whatever phrases, under a heading of nothing else.

    Sentences of what happened or how things are, and what is told of statuses, say something else.
    """
    told = [text for text in cells.texts if text.endswith(".") or says_how_it_is(text)]
    return are_short(cells) and 2 * len(told) < cells.filled and not is_other_than_time(cells)


def says_how_it_is(text: str) -> bool:
    """Whether a text tells what happened, or how far something has come, and not after what: "Once it is done"."""
    is_told = says_what_happened(text) or begins_with_status(text) or begins_with_progress(text)
    return is_told and not _AFTER_WHAT.match(text)


def begins_with_progress(text: str) -> bool:
    """Whether the first word or two of a text say how far something has come, and not when: "Done with the crew"."""
    words = text.split()
    heads = (" ".join(words[:count]) for count in (1, 2))
    return any(is_progress(head, DEFAULT_VOCABULARY) and not says_when(head) for head in heads)


_AFTER_WHAT = compile_late(
    r"(?:\w+ ){0,2}(?:before|after|once|when|until|till|upon|as soon as|prior to|following|within|as part of)\b",
    re.IGNORECASE,
)


def are_short(cells: ColumnProfile) -> bool:
    """Whether cells are phrases and no texts, of those that do not stand for a blank."""
    told = [text for text in cells.texts if not says_nothing(text)]
    return sum(len(text.split()) for text in told) <= LONGEST_WHEN * len(told)


def are_phrases_of_time(cells: ColumnProfile) -> bool:
    """Whether cells may each say when, in phrases that are nothing else, and half of them have no condition."""
    told = [text for text in cells.texts if not says_nothing(text)]
    conditions = [text for text in told if _CONDITION.match(text)]
    is_other = is_other_than_time(cells) or are_times_of_day(cells)
    return are_short(cells) and not is_other and 2 * len(conditions) < len(told)


LONGEST_WHEN = 8
"""How many words say when, on the average, where a few of them go on to say what else may be done."""
_CONDITION = compile_late(
    r"(?:only )?(?:if|unless|whenever|in case|in the event)\b|(?:on|at|after|before|for|upon) (?:each|every|any)\b"
    r"|(?:each|every|any|always|never)\b",
    re.IGNORECASE,
)


def counts_weeks(draft: Draft) -> bool:
    """Whether a column headed as one of weeks has their numbers."""
    return "week" in draft.reading.key.split() and all(map(is_week, draft.profile.values))


def is_week(value: object) -> bool:
    number = int(value) if isinstance(value, str) and value.strip().isdecimal() else value
    return isinstance(number, int | float) and number == int(number) and 1 <= number <= LAST_WEEK


LAST_WEEK = 200
"""The last week of the longest project that is planned by weeks."""


def are_short_words(cells: ColumnProfile) -> bool:
    """Whether cells are a few words each, and neither statuses, people, orders, levels nor figures."""
    is_short = cells.mean_words <= LONGEST_OCCASION and all(map(is_phrase, cells.texts))
    return is_short and not is_other_than_time(cells)


def is_other_than_time(cells: ColumnProfile) -> bool:
    """Whether cells are statuses, people, orders, levels or figures."""
    has_levels = any(is_level(text) and not says_when(text) for text in cells.texts)
    # "Launch" alone is what is waited for, though a verb as well.
    are_orders = cells.mean_words > LONGEST_NAME and are_instructions(cells)
    is_told = has_levels or says_how_far(cells) or are_orders or begin_with_owners(cells)
    return cells.are_numbers or are_amounts(cells) or is_told


def is_phrase(text: str) -> bool:
    return len(text.split()) <= MOST_WORDS and not text.endswith(".")


MOST_WORDS, LONGEST_NAME = 8, 2
"""How many words a phrase has at most, and the name of an occasion on the average."""


def says_date(draft: Draft) -> bool:
    """Whether a heading says that its cells are dates or times; a "Target" may be what is to be reached."""
    words = draft.reading.key.split()
    return not DATES.isdisjoint(words) or tuple(words[-2:]) in SAYING_DATE


DATES = split_words("date due deadline")
SAYING_DATE = (*SPANS_OF_TIME, ("by", "when"), ("when", "by"))


def names_when(cells: ColumnProfile) -> bool:
    """Whether half of the cells begin as the name of an occasion does, name a stage, or say that there is no date."""
    named = [text for text in cells.texts if _OCCASION.match(text) or is_stage(text) or says_when(text)]
    return 2 * len(named) >= cells.filled


# "At least", "by half" and "once a month" begin with what is to be reached.
_OCCASION = compile_late(
    r"(?:pre|post)-\w|(?:before|after|until|till|upon|prior to|ahead of|during|following|next|coming) \w", re.IGNORECASE
)
