"""Which columns of updates say how far each has come, and which tell of it: by their cells, and by what stands beside.

An update before the plan is where it begins, an outcome that begins with a status in each row is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peerxl.model.layout import Field
from peerxl.model.status import Vocabulary
from peerxl.reading.cells.column_kinds import MOST, are_answers, are_owners
from peerxl.reading.cells.profile import FEW, ColumnProfile
from peerxl.reading.cells.told_statuses import find_told, mark_off_statuses
from peerxl.reading.columns.column_choice import strip_times
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.columns.field_proposals import SHORT
from peerxl.reading.columns.quarters import REPORTS
from peerxl.reading.headings.key import strip_figures
from peerxl.reading.headings.quarter_names import PREVIOUS


def resolve_updates(drafts: list[Draft], vocabulary: Vocabulary) -> list[Draft]:
    """Each "update" column as a status or as a comment: by its cells, else by what stands to its right."""

    def field(index: int) -> Field:
        profile = drafts[index].profile
        if is_post(drafts[index]):
            # Beside a name it is that person's post.
            owned = any(draft.profile.filled for draft in of_field(drafts, Field.OWNER))
            return Field.EXTRA if owned else Field.OWNER
        right = drafts[index + 1] if index + 1 < len(drafts) else None
        is_before_comment = right is not None and right.field is Field.COMMENT
        if profile.are_dates:
            return Field.UPDATED
        if are_answers(profile):  # "Government position" over "Accept"
            return Field.EXTRA
        quarters = (drafts[index].quarter, None)
        has_status = any(draft.field is Field.STATUS and draft.quarter in quarters for draft in drafts)
        # A quarter has one status: beside one the second column of short words is its comment.
        has_twin = any(draft.field is Field.STATUS and draft.quarter == quarters[0] for draft in drafts)
        # What stands to the right of the last time's update is this time's.
        is_before_comment = is_before_comment and not (has_twin and drafts[index].quarter == PREVIOUS)
        if profile.are_numbers:
            return Field.STATUS if profile.are_percentages and not has_status else Field.EXTRA
        if profile.texts:
            is_pair = is_before_comment and profile.is_short
            is_settled = profile.share_known(vocabulary) >= 0.8
            # Beside a plain status, what is noted in a few words is no second one.
            is_beside = any(draft.field is Field.STATUS and draft.quarter is None for draft in drafts)
            is_noted = profile.share_distinct == 1 and profile.share_progress(vocabulary) < MOST
            has_twin = has_twin or (is_beside and is_noted)
            is_own = profile.is_status(vocabulary) and not has_twin and not tells_days(profile, vocabulary)
            # Where no other column has any, sentences that begin with a status are it.
            is_alone = not any(draft.field is Field.STATUS and draft.profile.texts for draft in drafts)
            is_told = is_alone and profile.mean_words > SHORT and tells_status(drafts[index], vocabulary)
            is_status = is_pair or is_settled or is_own or is_told
            return Field.STATUS if is_status else Field.COMMENT
        return Field.STATUS if is_before_comment or not has_status else Field.COMMENT

    drafts = [replace(draft, field=Field.EXTRA) if starts_from(draft, drafts) else draft for draft in drafts]
    settled = [
        replace(draft, field=field(index)) if draft.reading.is_update and not starts_from(draft, drafts) else draft
        for index, draft in enumerate(drafts)
    ]
    settled = [replace(draft, field=Field.STATUS) if tells_outcome(draft, settled) else draft for draft in settled]
    settled = [replace(draft, field=Field.COMMENT) if is_told_beside(draft, settled) else draft for draft in settled]
    settled = [replace(draft, field=Field.COMMENT) if is_beside_filled(draft, settled) else draft for draft in settled]
    return [follow_filled(draft, settled) for draft in settled]


def tells_status(draft: Draft, vocabulary: Vocabulary) -> bool:
    """Whether half of the sentences of an update begin with a status, and leave no doubt that it is so.

    Where they are few, a heading that asks for more than how far each is says that they tell of it: "Progress against
    the agreed action and its impact".
    """
    texts = draft.profile.texts
    plain = [text for text in texts if find_told(text, vocabulary) is not None]
    asks_more = len(texts) < FEW and not TELLING.isdisjoint(draft.reading.key.split())
    return mark_off_statuses(texts) and 2 * len(plain) >= len(texts) and not asks_more


TELLING = frozenset("against impact monitoring evidence outcome comment narrative evaluation milestone".split())
"""What a heading asks for beside how far each has come."""


def is_beside_filled(draft: Draft, settled: Sequence[Draft]) -> bool:
    """Whether an update that is blank yet was taken for the status, and another that is filled in is it."""
    if draft.field is not Field.STATUS or not draft.reading.is_update or draft.profile.filled:
        return False
    others = [each for each in of_field(settled, Field.STATUS) if each.reading.is_update and each.profile.filled]
    return any(each.quarter == draft.quarter for each in others)


def tells_outcome(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether what is headed as an outcome begins with how far each has come, where no other column says it."""
    is_outcome = draft.field is Field.COMMENT and draft.reading.is_weak and draft.reading.key in OUTCOMES
    is_told = is_outcome and draft.profile.mean_words > SHORT and mark_off_statuses(draft.profile.texts)
    return is_told and not any(each.field is Field.STATUS or each.reading.is_update for each in drafts)


OUTCOMES = frozenset(["outcome", "result"])


def starts_from(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a column says how things were before, beside how they are to be: "Where are we now?", "Desired state"."""
    words = draft.reading.key.split()
    if words[:3] == ["where", "are", "we"]:
        return any(each.reading.key.startswith(WANTED) for each in drafts)
    is_state = words[-1:] in (["state"], ["position"], ["situation"])
    ahead = [each.reading.key.split() for each in drafts if each.reading.key.split()[-1:] == words[-1:]]
    return is_state and any(not AHEAD.isdisjoint(each) for each in ahead) and AHEAD.isdisjoint(words)


WANTED = ("where do we want", "where we want", "where do we need", "where we need", "where would we like")
AHEAD = frozenset("desired target future ideal intended required wanted".split())
"""What is said of a state that is yet to be reached."""


def is_post(draft: Draft) -> bool:
    """Whether a "position" is somebody's, and not how things stand: "Staff position" over "Office Manager"."""
    return draft.reading.key.split()[-1:] == ["position"] and are_owners(draft.profile)


def follow_filled(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """An update that nobody has filled in yet as what those of other quarters are: "Q3 update" after "Q2 update"."""
    if not draft.reading.is_update or draft.profile.filled:
        return draft
    stem = strip_times(draft)
    filled = (each for each in drafts if each.profile.filled and strip_times(each) == stem)
    return replace(draft, field=next((each.field for each in filled if each.field in REPORTS), draft.field))


def tells_days(cells: ColumnProfile, vocabulary: Vocabulary) -> bool:
    """Whether short words are no statuses but say when something was done: "Chased 2 Oct"."""
    dated = [text for text in cells.texts if any(map(str.isdigit, text)) and not text.endswith("%")]
    return 3 * len(dated) >= cells.filled and cells.share_progress(vocabulary) < 0.5


def is_told_beside(draft: Draft, settled: Sequence[Draft]) -> bool:
    """Whether short words tell progress, as those under the same heading of another year do: "Progress 2024"."""
    if not draft.reading.is_update or draft.field is not Field.STATUS or not draft.profile.filled:
        return False
    stem = strip_figures(draft.reading.key)
    others = [each for each in settled if strip_figures(each.reading.key) == stem]
    told = [each for each in others if each.field is Field.COMMENT]
    is_told = any(
        each.profile.filled >= FEW or (each.profile.is_wordy and each.profile.filled >= draft.profile.filled)
        for each in told
    )
    return bool(stem) and is_told
