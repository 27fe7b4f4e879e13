"""A sign that a table's rows are rules or things, and what speaks against any: a day, a status, news of each."""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.frozen import frozen
from peerxl.model.layout import Field
from peerxl.model.status import DEFAULT_VOCABULARY, find_meaning
from peerxl.reading.cells.column_kinds import tell_what_happened
from peerxl.reading.cells.profile import is_progress
from peerxl.reading.cells.told_statuses import tell_statuses
from peerxl.reading.cells.told_times import says_day
from peerxl.reading.columns.dated_columns import is_plainly_due
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.headings.rules import DESCRIPTION_RANK
from peerxl.reading.headings.words import split_words


@frozen
class StandingSign:
    """Why a table's rows stand, and are not to be done once: the columns that say it, and what they say."""

    columns: tuple[Draft, ...]
    says: str


NO_DAY = ", and nothing says by which day or how far it has come"


def is_due(drafts: Sequence[Draft]) -> bool:
    """Whether a column has days, under a heading that says that they lie ahead."""
    return any(is_plainly_due(draft) and has_days(draft) for draft in drafts if draft.field in DUE)


def is_scheduled(drafts: Sequence[Draft]) -> bool:
    """Whether a column has days on which something is due or was done; to look at it again is none of it."""
    return any(has_days(draft) for draft in drafts if draft.field in (*DUE, Field.CLOSED))


DUE = (Field.TIMESCALE, Field.ORIGINAL_TIMESCALE)


def has_days(draft: Draft) -> bool:
    """Whether a third of the cells name a day, a month or another part of the calendar."""
    is_looked_at = "review" in draft.reading.key.split()
    return draft.profile.filled > 0 and 3 * count_days(draft) >= draft.profile.filled and not is_looked_at


def count_days(draft: Draft) -> int:
    return len(list(filter(says_day, draft.profile.texts)))


def is_followed(drafts: Sequence[Draft]) -> bool:
    """Whether a column says how far each has come, or is there to say it."""
    return any(map(tells_how_each_is, of_field(drafts, Field.STATUS))) or any(
        tell_what_happened(draft.profile) or is_for_updates(draft) for draft in of_field(drafts, Field.COMMENT)
    )


def is_for_updates(draft: Draft) -> bool:
    return draft.reading.is_update or "progress" in draft.reading.key.split()


def tells_how_each_is(draft: Draft) -> bool:
    """Whether words, or a per cent, say how far each has come; an empty "Status" is there to say it."""
    cells = draft.profile
    if not cells.filled:
        return not PLAIN_STATUS.isdisjoint(draft.reading.key.split())
    told = [text for text in cells.texts if tells_how_far(text)]
    return 2 * len(told) >= cells.filled or cells.are_percentages or tell_statuses(cells.texts)


PLAIN_STATUS = split_words("status rag brag progress")


def tells_how_far(text: str) -> bool:
    return find_meaning(text) is not None or is_progress(text, DEFAULT_VOCABULARY)


def answers_findings(drafts: Sequence[Draft]) -> bool:
    """Whether a column beside the actions says what was found or asked, which is put right once."""
    asked = [draft for draft in drafts if draft.field is not Field.ACTION and draft.profile.filled]
    return any(draft.field is Field.RECOMMENDATION or is_finding(draft) for draft in asked)


def is_finding(draft: Draft) -> bool:
    rank = draft.reading.action_rank
    return draft.reading.is_topic and rank is not None and rank < DESCRIPTION_RANK
