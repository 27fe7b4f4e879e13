"""Columns headed as follow-ups: what is to be done of what was found, or news of it, as their cells say."""

from __future__ import annotations

from collections.abc import Mapping

from peerxl.model.layout import Field
from peerxl.reading.cells.column_kinds import are_instructions, are_owners
from peerxl.reading.cells.profile import FEW
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.columns.item_columns import STATED
from peerxl.reading.columns.ranked_columns import is_there_already


def find_follow_up(drafts: list[Draft], chosen: Mapping[Field, int]) -> Draft | None:
    """What is headed as follow-ups and stands before who sees to each, where no words before it are what they follow.

    It then says what is to be done, and no news of it; so it does where its cells say what to do, whatever they follow.
    """
    owners = [draft for draft in of_field(drafts, Field.OWNER) if draft.profile.filled and not draft.reading.is_weak]
    told = [draft for draft in drafts if is_follow_up(draft) and draft.column not in chosen.values()]
    if len(told) != 1 or not owners or min(draft.column for draft in owners) < told[0].column:
        return None
    before = [draft for draft in drafts if draft.column < told[0].column]
    is_news = any(draft.profile.is_wordy for draft in before) and not are_instructions(told[0].profile)
    return None if is_news else told[0]


def find_further(drafts: list[Draft], best: Draft | None, chosen: Mapping[Field, int]) -> Draft | None:
    """What is headed as follow-ups and says what to do beside what is done already, where else stands what is wrong."""
    told = [draft for draft in drafts if is_follow_up(draft) and draft.column not in chosen.values()]
    is_open = best is not None and best.reading.is_topic and any(map(is_there_already, drafts))
    return told[0] if is_open and len(told) == 1 and are_instructions(told[0].profile) else None


def find_told_follow_up(drafts: list[Draft], ranked: list[Draft], chosen: Mapping[Field, int]) -> Draft | None:
    """What is headed as follow-ups and says what to do of what was found or raised, which says it of no row."""
    if any(not draft.reading.is_topic or are_instructions(draft.profile) for draft in ranked):
        return None
    told = find_follow_up(drafts, chosen)
    return told if told is not None and are_instructions(told.profile) else None


def is_follow_up(draft: Draft) -> bool:
    """Whether each cell states something of its own under a heading of what follows, and no more."""
    cells = draft.profile
    says_enough = cells.mean_words >= STATED or are_instructions(cells)
    is_stated = cells.filled >= FEW and cells.share_distinct == 1 and says_enough
    return is_stated and draft.reading.key in FOLLOWING and not are_owners(cells)


FOLLOWING = frozenset(["follow up", "follow up item", "followup"])
