"""The field that a heading proposes for a column, unless the cells beneath deny it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from peerxl.model.layout import Field
from peerxl.model.status import DEFAULT_VOCABULARY, says_nothing
from peerxl.reading.cells.cell_kinds import is_yes_or_no
from peerxl.reading.cells.column_kinds import (
    MOST,
    are_counts,
    are_hundredths,
    are_identifiers,
    are_instructions,
    are_names_again,
    are_numbered_alike,
    are_permissions,
    are_phrases,
    are_refs,
    are_signatures,
    are_ticks,
    are_verdicts,
    begin_with_owners,
    tell_what_happened,
    tells_progress,
)
from peerxl.reading.cells.name_lists import MOST_WORDS_OF_OWNERS, are_sentences
from peerxl.reading.cells.profile import FEW, ColumnProfile, is_progress
from peerxl.reading.cells.ticks import asks_whether_done
from peerxl.reading.cells.told_statuses import tell_statuses
from peerxl.reading.cells.told_times import says_day
from peerxl.reading.cells.treatments import are_treatments
from peerxl.reading.columns.due_cells import (
    MILESTONES_AND_DATES,
    denies_due,
    names_dates,
    names_doers,
    says_by_when,
    tell_days,
    tells_times,
)
from peerxl.reading.columns.last_actions import tells_last_action
from peerxl.reading.columns.numbered_cells import MOSTLY_DIFFERENT, names_parts, numbers_sections, numbers_things
from peerxl.reading.columns.resources import names_nobody
from peerxl.reading.columns.times_taken import are_dated, asks_how_long, tell_ends
from peerxl.reading.headings.parts import DONE
from peerxl.reading.headings.rules import Heading
from peerxl.reading.headings.words import WEAK_STATUS_HEADS

Denial = Callable[[ColumnProfile], bool]


# What cells cannot be of a field that a heading names, and what their column is then.
DENIALS: Mapping[Field, tuple[tuple[Denial, Field], ...]] = {
    Field.STATUS: (
        (lambda cells: cells.are_dates, Field.UPDATED),
        (lambda cells: cells.mean_words > 6 and cells.is_wordy, Field.COMMENT),
        (lambda cells: cells.are_numbers and not cells.are_percentages, Field.EXTRA),
    ),
    # The one comment that there is yet may be a day or a figure.
    Field.COMMENT: (
        (lambda cells: cells.are_dates and cells.filled > 1, Field.UPDATED),
        (lambda cells: cells.are_numbers and cells.filled > 1, Field.EXTRA),
    ),
    Field.ORIGINAL_TIMESCALE: ((lambda cells: cells.denies_when, Field.EXTRA),),
    Field.OWNER: (
        (lambda cells: cells.are_dates or cells.are_numbers or cells.are_links or are_told(cells), Field.EXTRA),
        (are_verdicts, Field.EXTRA),
        (are_ticks, Field.EXTRA),
        (are_permissions, Field.EXTRA),
    ),
    Field.REF: (
        (lambda cells: cells.mean_words > 4 or cells.is_all_dates or are_names_again(cells), Field.EXTRA),
        (are_phrases, Field.EXTRA),
        (are_ticks, Field.EXTRA),
    ),
    Field.THEME: (
        (lambda cells: cells.has_levels or cells.are_dates or cells.are_numbers, Field.EXTRA),
        (lambda cells: cells.filled >= FEW and cells.share_distinct == 1 and cells.mean_words >= SENTENCE, Field.EXTRA),
    ),
    Field.RECOMMENDATION: ((lambda cells: cells.are_dates or cells.are_numbers or cells.are_kinds, Field.EXTRA),),
    Field.ACTION: (
        (
            lambda cells: cells.are_dates or cells.are_numbers or cells.is_repeated or cells.are_single_words,
            Field.EXTRA,
        ),
        (are_identifiers, Field.EXTRA),
        (are_numbered_alike, Field.REF),
        (are_counts, Field.EXTRA),
        (are_treatments, Field.EXTRA),
    ),
    Field.EVIDENCE: ((lambda cells: cells.are_dates, Field.EXTRA),),
    Field.RAISED: ((lambda cells: not cells.are_dates, Field.EXTRA),),
    Field.UPDATED: (
        (lambda cells: cells.is_wordy, Field.COMMENT),
        (lambda cells: not cells.are_dates, Field.EXTRA),
    ),
    Field.CLOSED: ((lambda cells: not cells.are_dates, Field.EXTRA),),
}


def are_told(cells: ColumnProfile) -> bool:
    """Whether the cells are sentences that begin with nobody."""
    return are_sentences(cells, MOST_WORDS_OF_OWNERS)


def propose_field(heading: Heading, profile: ColumnProfile) -> Field:
    """The field a heading names, unless the cells under it deny it."""
    if heading.is_bare_date:
        return Field.EXTRA if profile.filled and profile.share_timescales < 0.4 else Field.RAISED
    # A day may stand under whatever is to be done by then: "Wanted by".
    is_by_then = not heading.is_known and heading.key.endswith(" by") and profile.are_dates
    field = heading.field or (Field.TIMESCALE if is_by_then else Field.EXTRA)
    if not profile.filled:
        return field
    if instead := next((other for holds, other in OTHERWISE.get(field, ()) if holds(heading, profile)), None):
        return instead
    return next((instead for denies, instead in DENIALS.get(field, ()) if denies(profile)), field)


def is_no_status(heading: Heading, cells: ColumnProfile) -> bool:
    """Whether a heading that need not be of statuses stands over words that are none."""
    words = heading.key.split()
    if heading.key.endswith(WEAK_STATUS_HEADS):  # over "Use as is" and "Rework"
        return not tell_statuses(cells.texts)
    is_choice = cells.is_status(DEFAULT_VOCABULARY) or cells.is_short or cells.are_numbers
    # A stage may be one of the project.
    has_figures = any(character.isdigit() for text in cells.texts for character in text)
    is_own = cells.is_short and cells.is_repeated and not has_figures
    is_told_once = cells.is_short and not has_figures and cells.share_progress(DEFAULT_VOCABULARY) > 0
    is_stage = cells.share_progress(DEFAULT_VOCABULARY) >= 0.5 or is_own or is_told_once
    is_told = (is_stage if "stage" in words else is_choice) and not are_signatures(cells)
    is_status = is_told or answers_whether(heading, cells)
    return STATUS_WORDS.isdisjoint(words) and not is_status and cells.filled >= FEW


def answers_whether(heading: Heading, cells: ColumnProfile) -> bool:
    """Whether a heading asks whether something is done ("Achieved?"), and a cell says no more than yes or no to it."""
    return asks_whether_done(heading.key) and any(map(is_yes_or_no, cells.texts)) and not tell_what_happened(cells)


def is_told_of(heading: Heading, cells: ColumnProfile) -> bool:
    """Whether a heading of statuses stands over some that are told of: "Completed – the register went live"."""
    is_plain = heading.key.endswith(("status", *WEAK_STATUS_HEADS))
    is_plain = is_plain or ("status" in heading.key.split() and not heading.is_weak)
    return is_plain and cells.mean_words > SHORT and tell_statuses(cells.texts)


def repeats_progress(cells: ColumnProfile) -> bool:
    """Whether most cells say how far each has come, or that it is still to be done."""
    return cells.share_progress(DEFAULT_VOCABULARY) >= MOST or tells_progress(cells, DEFAULT_VOCABULARY)


def are_choices(cells: ColumnProfile) -> bool:
    """Whether cells are a few short words, and some of them again."""
    return cells.is_short and cells.share_distinct < MOSTLY_DIFFERENT


def says_how_far(cells: ColumnProfile) -> bool:
    """Whether half of the cells are words for progress, and none that stand for a blank."""
    told = [text for text in cells.texts if is_progress(text, DEFAULT_VOCABULARY) and not says_nothing(text)]
    return 2 * len(told) >= cells.filled > 0


def is_of_milestones(heading: Heading) -> bool:
    return heading.key.split()[-1:] == ["milestone"]


def is_done_by(heading: Heading) -> bool:
    """Whether a heading ends with "completed by" or the like."""
    words = heading.key.split()
    return len(words) > 1 and words[-1] == "by" and words[-2] in DONE


def are_owners_yet(cells: ColumnProfile) -> bool:
    """Whether cells begin with who is to act and seldom say a day, as where that is to be confirmed: "Chair (tbc)"."""
    return begin_with_owners(cells) and 2 * len(list(filter(says_day, cells.texts))) < cells.filled


NOTED = frozenset("note comment remark update".split())


SENTENCE = 4
"""How many words a cell has at least on the average, where it says something of its row alone."""
SHORT = 2.5
"""How many words a cell has at most on the average, where it is no comment."""


STATUS_WORDS = frozenset("status rag brag progress confidence".split())


# What a heading means by what stands under it.
OTHERWISE: Mapping[Field, tuple[tuple[Callable[[Heading, ColumnProfile], bool], Field], ...]] = {
    # "Next steps / Notes" over the same few words are notes.
    Field.ACTION: (
        (tells_last_action, Field.COMMENT),
        (
            lambda heading, cells: not NOTED.isdisjoint(heading.key.split()) and cells.is_repeated,
            Field.COMMENT,
        ),
    ),
    Field.EXTRA: (
        # "Completed by" heads who did it, or by when it is to be done.
        (lambda heading, cells: is_done_by(heading) and says_by_when(cells), Field.TIMESCALE),
        # "Milestones" heads steps of what is to be done, or the times of them.
        (lambda heading, cells: is_of_milestones(heading) and tells_times(cells), Field.TIMESCALE),
        (lambda heading, cells: heading.key in MILESTONES_AND_DATES and names_dates(cells), Field.TIMESCALE),
        # "Minute" heads how long something takes, or where a meeting's minutes speak of it: "5.2".
        (numbers_sections, Field.REF),
    ),
    Field.OWNER: (
        # “To be done by” may head who is to do it, or by when.
        (
            lambda heading, cells: heading.key.endswith("by") and says_by_when(cells) and not are_owners_yet(cells),
            Field.TIMESCALE,
        ),
        (names_nobody, Field.EXTRA),
    ),
    Field.STATUS: (
        (lambda heading, cells: "%" in heading.key and are_hundredths(cells), Field.STATUS),
        # “Completed” over dates says when, and not whether.
        (lambda heading, cells: tell_days(cells) and "status" not in heading.key, Field.CLOSED),
        # "Work completed" may tell what was done.
        (is_told_of, Field.STATUS),
        (lambda heading, cells: cells.is_wordy and tell_what_happened(cells), Field.COMMENT),
        # "Current state" may head what is wrong.
        (is_no_status, Field.EXTRA),
    ),
    # "Resolution" over "Done" and "Won't do" repeats the status.
    Field.COMMENT: (
        (
            lambda heading, cells: (
                heading.is_weak
                and cells.filled >= FEW
                and cells.mean_words <= SHORT
                and (repeats_progress(cells) or are_choices(cells))
            ),
            Field.EXTRA,
        ),
    ),
    # "Resolved?" over "Yes" and "No" says whether, and not when.
    Field.CLOSED: (
        (
            lambda heading, cells: "date" not in heading.key and says_how_far(cells),
            Field.STATUS,
        ),
    ),
    Field.TIMESCALE: (
        # "Completed / target date" over "Done" and "Open" says whether, and not when.
        (lambda heading, cells: heading.key.split()[0] in DONE and says_how_far(cells), Field.STATUS),
        (names_doers, Field.OWNER),
        (denies_due, Field.EXTRA),
        (lambda heading, cells: asks_how_long(heading) and not tell_ends(cells), Field.EXTRA),
        # "Target" over what to do is no day.
        (lambda _, cells: are_instructions(cells) and not are_dated(cells), Field.EXTRA),
    ),
    Field.REF: (
        (names_parts, Field.EXTRA),
        (numbers_things, Field.EXTRA),
    ),
    # "Rec" over 1, 2 and 3.
    Field.RECOMMENDATION: ((lambda heading, cells: are_refs(cells), Field.REF),),
    # "Status as on date" over "Open" and "Closed".
    Field.UPDATED: (
        (
            lambda heading, cells: "status" in heading.key and cells.share_progress(DEFAULT_VOCABULARY) >= 0.5,
            Field.STATUS,
        ),
    ),
    # "A", "B" and "C" under "Priority" say how much a row matters; under "Theme" they may be its themes.
    Field.THEME: ((lambda heading, cells: "priority" in heading.key.split() and cells.are_marks, Field.EXTRA),),
}
