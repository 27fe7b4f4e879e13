"""How far cells bear out what their headings say: an owner, a date, a status."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from peerxl.model.layout import Field
from peerxl.model.status import Vocabulary
from peerxl.reading.cells.column_kinds import (
    are_verdicts,
    count_months,
    tells_progress,
)
from peerxl.reading.cells.name_lists import are_sentences
from peerxl.reading.cells.profile import profile_values
from peerxl.reading.cells.stages import are_stages
from peerxl.reading.cells.told_statuses import cut_story, tell_statuses
from peerxl.reading.columns.dated_columns import is_due_day
from peerxl.reading.columns.draft import Draft
from peerxl.reading.columns.due_cells import is_needed_by


def weigh_companion(
    drafts: Sequence[Draft], field: Field, vocabulary: Vocabulary, chosen: Mapping[Field, int]
) -> float:
    """How much speaks for a field: 1 where cells bear its heading out, half where they are blank or it is weak."""
    if field in chosen:
        return 1.0
    fields = (field, Field.ORIGINAL_TIMESCALE) if field is Field.TIMESCALE else (field,)
    weights = [weigh_cells(draft, vocabulary) for draft in drafts if draft.field in fields]
    return max(weights, default=0.0)


def weigh_cells(draft: Draft, vocabulary: Vocabulary) -> float:
    if not draft.profile.filled:
        return 0.5
    # A heading alone proves little: “Owner” heads lists of houses too.
    bears_out = BORNE_OUT[draft.field](draft, vocabulary)
    if draft.reading.is_weak and draft.field is Field.STATUS:
        return max(0.0, bears_out - 0.5)  # words of work say it under "Disposition" too
    return bears_out if not draft.reading.is_weak else bears_out / 2


Evidence = Callable[[Draft, Vocabulary], float]


def bears_status(draft: Draft, vocabulary: Vocabulary) -> float:
    """Words for how far something has come; a plain heading may have words of its own, as long as they are short."""
    if draft.profile.share_progress(vocabulary) >= 0.5:
        # Nothing but work is begun and finished; what was decided on a request says little of it.
        if tells_progress(draft.profile, vocabulary):
            return 1.5
        return 0.5 if are_verdicts(draft.profile) else 1.0
    # What is told of each after its status makes that no less of one.
    if tells_progress(profile_values(map(cut_story, draft.profile.texts)), vocabulary):
        return 1.5
    is_told = tell_statuses(draft.profile.texts) or tells_progress(draft.profile, vocabulary)
    if draft.profile.are_percentages or is_told:
        return 1.0
    is_choice = draft.profile.is_short and (draft.profile.is_repeated or draft.profile.filled < 5)
    return 0.5 if is_choice and "status" in draft.reading.key else 0.0


def bears_owner(draft: Draft, vocabulary: Vocabulary) -> float:
    cells = draft.profile
    is_told = are_sentences(cells, MOST_WORDS_OF_OWNERS)
    return 0.0 if cells.are_numbers or cells.are_dates or is_told else 1.0


MOST_WORDS_OF_OWNERS = 8
"""How many words a cell has at most on the average, where its heading alone says that it names who is to act."""


def bears_date(draft: Draft, vocabulary: Vocabulary) -> float:
    if draft.reading.is_bare_date:
        # Spans of days without a year are as well those of courses or of a rota.
        return 0.5 if draft.profile.share_timescales >= LEAST_READ else 0.0
    # Things that are no actions have dates, and no day on which they are due.
    if is_due_day(draft):
        return 1.5
    if draft.profile.share_timescales >= LEAST_READ or count_months(draft.profile, draft.reading.key):
        return 1.0
    if is_needed_by(draft.reading, draft.profile):
        return 1.0
    # Phrases that only hint at when ("Autumn 1", "In term 2"), and stages of a project, are half a date.
    return 0.5 if draft.profile.hints_when or are_stages(draft.profile) else 0.0


LEAST_READ = 0.4
"""The least share of cells that are read as times, where they bear out a heading of dates."""


BORNE_OUT: Mapping[Field, Evidence] = {
    Field.OWNER: bears_owner,
    Field.STATUS: bears_status,
    Field.TIMESCALE: bears_date,
    Field.ORIGINAL_TIMESCALE: bears_date,
}
