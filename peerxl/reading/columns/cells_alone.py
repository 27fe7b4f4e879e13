"""What a tracker's columns are for by their cells alone, where their headings are blank or odd.

Only what a tracker has not yet, once its other columns have shown that it is one; and only where cells can hardly be
anything else: refs before the actions, people and posts, what has been done so far.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from peerxl.model.layout import KEPT, Field
from peerxl.model.status import Vocabulary, find_meaning
from peerxl.reading.cells.column_kinds import (
    MOST,
    are_colours,
    are_demands,
    are_instructions,
    are_owners,
    find_colours,
    tell_what_happened,
    tells_progress,
)
from peerxl.reading.cells.name_lists import MOST_WORDS_OF_OWNERS, are_sentences
from peerxl.reading.cells.profile import FEW, ColumnProfile, is_progress
from peerxl.reading.columns.column_choice import strip_times
from peerxl.reading.columns.dated_columns import DATED, is_due_day, is_plainly_due, is_task
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.columns.item_columns import STATED
from peerxl.reading.columns.owner_columns import place_name_halves
from peerxl.reading.columns.unnamed_columns import tells_rows_apart
from peerxl.reading.headings.rules import DESCRIPTION_RANK
from peerxl.reading.headings.words import FOREIGN, LISTED, split_words

Holds = Callable[[Draft, Draft], bool]


def name_by_cells(
    drafts: list[Draft], bare: list[Draft], vocabulary: Vocabulary, chosen: Mapping[Field, int]
) -> list[Draft]:
    """A tracker's columns with those that their cells name, and those without a heading of which the cells say it."""
    action = next(iter(of_field(drafts, Field.ACTION)), None)
    if action is None:
        return drafts
    columns = sorted([*place_name_halves(drafts, chosen), *bare], key=lambda draft: draft.column)
    is_planned = any(is_plainly_due(draft) for draft in of_field(drafts, Field.TIMESCALE))
    is_named_elsewhere = any(map(is_owner_told, columns))
    has_raci = {draft.reading.key for draft in drafts} >= RACI
    tests: tuple[tuple[Field, Holds], ...] = (
        (Field.REF, is_ref),
        (Field.STATUS, lambda draft, _: is_free(draft) and tells_progress(draft.profile, vocabulary)),
        (Field.STATUS, lambda draft, _: is_free(draft) and are_colours(draft.profile)),
        (Field.STATUS, lambda draft, _: is_free(draft) and indicates_progress(draft, vocabulary)),
        (Field.OWNER, lambda draft, _: draft.reading.key == "r" and has_raci),
        (Field.OWNER, lambda draft, action: is_owner(draft, action) and not is_named_elsewhere),
        (Field.OWNER, lambda draft, action: is_department(draft, action) or (is_planned and is_of_part(draft))),
        (Field.COMMENT, is_commentary),
        (Field.COMMENT, is_sparse_detail),
        (Field.COMMENT, is_response),
        (Field.COMMENT, lambda draft, action: is_summary(draft, action, columns)),
        (Field.RECOMMENDATION, is_demand),
    )
    for field, holds in tests:
        free = [draft for draft in columns if draft.field in KEPT and draft.column not in chosen.values()]
        matching = [draft for draft in free if holds(draft, action)]
        if len(matching) == 1 and field not in chosen and not of_field(columns, field):
            columns = [replace(draft, field=field) if draft is matching[0] else draft for draft in columns]
    if not of_field(columns, Field.COMMENT) and Field.COMMENT not in chosen:
        columns = take_terms(columns, action, chosen)
    if not of_field(columns, Field.COMMENT) and Field.COMMENT not in chosen:
        columns = [replace(draft, field=Field.COMMENT) if is_progress_told(draft) else draft for draft in columns]
    if Field.TIMESCALE not in chosen:
        columns = take_review_date(columns, action)
    return [draft for draft in columns if draft not in bare]


def says_who_does_what(columns: list[Draft]) -> bool:
    """Whether cells name who acts, whatever their heading, beside what is plainly to be done.

    As its heading and its cells say; or as the cells are departments, beside days that are plainly those it is due.
    """
    action = next(iter(of_field(columns, Field.ACTION)), None)
    owners = [draft for draft in of_field(columns, Field.OWNER) if draft.reading.field is not Field.OWNER]
    if action is None or not owners:
        return False
    is_planned = any(map(is_due_day, columns))
    are_departments = all(draft.reading.key in DEPARTMENTS for draft in owners)
    return (is_task(action) and are_instructions(action.profile)) or (is_planned and are_departments)


def add_bare_action(drafts: list[Draft], bare: list[Draft], chosen: Mapping[Field, int]) -> list[Draft]:
    """The columns, with the one without a heading whose cells say what to do, where no heading is of actions.

    Two of owner, date and status must be there, as so little else speaks for a tracker.
    """
    if Field.ACTION in chosen or any(draft.reading.action_rank is not None for draft in drafts):
        return drafts
    told = [draft for draft in bare if draft.profile.filled >= FEW and are_instructions(draft.profile)]
    if not told and {Field.OWNER, Field.TIMESCALE} <= {draft.field for draft in drafts}:
        told = [draft for draft in bare if draft.profile.filled >= FEW and tells_of_each(draft.profile)]
    has_none = not of_field(drafts, Field.ACTION) and not of_field(drafts, Field.RECOMMENDATION)
    companions = {draft.field for draft in drafts if draft.field in COMPANIONS}
    is_so = has_none and len(told) == 1 and len(companions) > 1
    return [*drafts, replace(told[0], field=Field.ACTION)] if is_so else drafts


def tells_of_each(cells: ColumnProfile) -> bool:
    """Whether each cell says something of its row alone, in several words."""
    return cells.is_wordy and cells.share_distinct == 1 and cells.mean_words >= STATED


COMPANIONS = (Field.OWNER, Field.TIMESCALE, Field.STATUS)


RACI = frozenset("raci")
"""The headings of who is responsible, accountable, consulted and informed."""


def is_free(draft: Draft) -> bool:
    """Whether a column's heading says of nothing else."""
    return not draft.reading.is_known


def indicates_progress(draft: Draft, vocabulary: Vocabulary) -> bool:
    """Whether a heading speaks of progress over cells that are all colours or statuses, be they one and the same.

    Where "Progress indicator" was read by its colours, answers take the place of those, and the column has to stay.
    """
    told = [text for text in draft.profile.texts if is_progress(text, vocabulary) or find_colours(text)]
    is_headed = not PROGRESS_HEADS.isdisjoint(draft.reading.key.split())
    return is_headed and len(told) == draft.profile.filled > 1


PROGRESS_HEADS = split_words("progress status rag")


def is_ref(draft: Draft, action: Draft) -> bool:
    """Whether a column without a heading numbers the rows."""
    is_bare = is_free(draft) and not draft.reading.key
    return is_bare and draft.column < action.column and tells_rows_apart(draft, action)


def is_owner(draft: Draft, action: Draft) -> bool:
    """Whether a column that no heading names has owners; "All" in half of the rows may be all of anything."""
    words = frozenset(draft.reading.key.split())
    gathered = [text for text in draft.profile.texts if text.strip().casefold() in GATHERING]
    is_told = 2 * len(gathered) < draft.profile.filled
    is_bare = is_free(draft) and words.isdisjoint(LISTED | FOREIGN | INVOLVED)
    return is_bare and is_told and are_owners(draft.profile)


def is_owner_told(draft: Draft) -> bool:
    """Whether a plain heading of owners stands over sentences, so that nobody else's names are the owners'."""
    is_plain = draft.reading.field is Field.OWNER and not draft.reading.is_weak
    is_of_one = not OWNERS.isdisjoint(draft.reading.key.split())
    return is_plain and is_of_one and draft.field in KEPT and are_sentences(draft.profile, MOST_WORDS_OF_OWNERS)


OWNERS = split_words("owner officer assignee")
"""Words of headings for who is to act, and for no duties as “responsibilities” are."""


GATHERING = split_words("all any both each every various")


INVOLVED = split_words("""
    by support supporting supported partner consulted informed reviewer approver raised author requester reporter
    attendee member stakeholder contact audience focus segment beneficiary scope sector cohort affected target
    acceptance acceptor accepting approval approving authorisation authorising authoriser endorsing ratifying signatory
    sign decision oversight
""")
"""What people may be to an action without having to do it, or how a heading says for whom it is."""


def is_department(draft: Draft, action: Draft) -> bool:
    """Whether a column right of the action says which part of an organisation each is for."""
    return is_of_part(draft) and draft.column > action.column


def is_of_part(draft: Draft) -> bool:
    """Whether a column names parts of an organisation."""
    return draft.reading.key in DEPARTMENTS and draft.profile.are_mostly_names


DEPARTMENTS = frozenset(
    [
        "department",
        "directorate",
        "service",
        "agency",
        "organisation",
        "team",
        "division",
        "unit",
        "trade",
        "contractor",
    ]
)


def is_commentary(draft: Draft, action: Draft) -> bool:
    """Whether a column after the action, and not right after it, tells what has happened."""
    words = frozenset(draft.reading.key.split())
    is_after = is_free(draft) and bool(words) and draft.column > action.column + 1
    return is_after and words.isdisjoint(LISTED | FOREIGN | BEFORE) and tell_what_happened(draft.profile)


def is_response(draft: Draft, action: Draft) -> bool:
    """Whether a column after the actions, headed as a response, has news of them: of some no more than a status."""
    is_after = draft.field is Field.EXTRA and draft.column > action.column and "response" in draft.reading.key.split()
    return is_after and any(map(find_meaning, draft.profile.texts))


def is_progress_told(draft: Draft) -> bool:
    """Whether a column headed "Evidence of progress" is where progress is told, as no other is."""
    return draft.field is Field.EVIDENCE and "progress" in draft.reading.key.split() and not draft.profile.are_links


def is_sparse_detail(draft: Draft, action: Draft) -> bool:
    """Whether descriptions after the actions are what is noted of some of them, and not what each of them is."""
    is_description = (draft.reading.action_rank or 0) >= DESCRIPTION_RANK and draft.column > action.column
    is_said_again = not set(draft.profile.texts).isdisjoint(action.profile.texts)
    is_sparse = 0 < draft.profile.filled < MOST * action.profile.filled
    return is_description and is_sparse and not is_said_again and not draft.profile.are_links


def is_kept(draft: Draft) -> bool:
    """Whether a column says nothing that a plan has a use for, as far as its heading tells."""
    return draft.field is Field.EXTRA and draft.reading.field in (None, Field.EXTRA) and not draft.reading.is_task


def take_terms(columns: list[Draft], action: Draft, chosen: Mapping[Field, int]) -> list[Draft]:
    """The columns, with those as comments that are headed alike but for a time, and tell what has happened by then."""
    free = [draft for draft in columns if is_kept(draft) and draft.column not in chosen.values()]
    after = [draft for draft in free if draft.column > action.column and strip_times(draft) != draft.reading.key]
    stems = {strip_times(draft) for draft in after if tell_what_happened(draft.profile)} - {""}
    terms = [draft for draft in after if strip_times(draft) in stems]
    return [replace(draft, field=Field.COMMENT) if draft in terms and len(terms) > 1 else draft for draft in columns]


def is_summary(draft: Draft, action: Draft, columns: list[Draft]) -> bool:
    """Whether a summary stands after the actions and how far they have come, and so sums up how they go."""
    is_headed = draft.field is Field.EXTRA and draft.reading.key.split()[-1:] == ["summary"]
    statuses = of_field(columns, Field.STATUS)
    is_after = bool(statuses) and draft.column > max(action.column, *(each.column for each in statuses))
    return is_headed and is_after and draft.profile.is_wordy


BEFORE = split_words("""
    background context reason rationale why cause concern problem issue finding risk benefit impact measure success
    evidence source objective purpose aim description history required requirement mandatory
    indicator kpi metric
""")
"""What led to an action, asks for it, or is to come of it."""


def is_demand(draft: Draft, action: Draft) -> bool:
    """Whether a column before the actions says what an inspection demands."""
    return draft.column < action.column and draft.reading.field is None and are_demands(draft.profile)


def take_review_date(columns: list[Draft], action: Draft) -> list[Draft]:
    """With no other date, the day on which an action is looked at again is when it is due."""
    others = [draft for draft in columns if draft.field in DATED or (draft.profile.are_dates and not is_review(draft))]
    reviews = [draft for draft in columns if is_review(draft) and draft.field in KEPT and draft.column > action.column]
    if others or len(reviews) != 1 or not is_task(action):
        return columns
    return [replace(draft, field=Field.TIMESCALE) if draft is reviews[0] else draft for draft in columns]


def is_review(draft: Draft) -> bool:
    words = frozenset(draft.reading.key.split())
    # The heading is asked first, as it costs less than to read its cells.
    if "review" not in words or not words <= REVIEW:
        return False
    return draft.profile.share_timescales >= 0.6 or not draft.profile.filled


REVIEW = split_words("review date next planned target for of by due on")
