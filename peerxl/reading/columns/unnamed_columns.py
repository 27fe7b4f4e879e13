"""What a column is for whose heading does not say it, by what its cells hold and where it stands.

Only where no heading names such a column, and where the cells can be nothing else: refs that tell the rows apart before
the actions, names of groups of rows, a choice of statuses, periods that lie ahead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from itertools import pairwise

from peerxl.model.layout import KEPT, Field
from peerxl.model.status import Vocabulary
from peerxl.pattern import compile_late
from peerxl.reading.cells.cell_kinds import is_at_once, is_code
from peerxl.reading.cells.column_kinds import (
    MOST,
    MOSTLY,
    are_coded_alike,
    are_groups,
    are_refs,
    count_months,
    tell_what_happened,
    tells_progress,
)
from peerxl.reading.cells.profile import FEW, YEARS, ColumnProfile, is_level
from peerxl.reading.cells.told_times import says_when
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.headings.date_words import DATE_KINDS
from peerxl.reading.headings.dates import PLANNING
from peerxl.reading.headings.words import FOREIGN, FORESEEN, LISTED, split_words

_PERIOD = compile_late(r"q[1-4]|fy ?\d\d|(?:19|20)\d\d|\d\d[-/]\d\d", re.IGNORECASE)
"""What a period that is planned has in it, and one that recurs ("Annual") has not."""
_YEAR = compile_late(r"(?:q[1-4] ?)?(?:fy ?)?(?:\d\d|20\d\d)(?:[-/]\d\d)?(?: ?q[1-4])?", re.IGNORECASE)
"""A year and a quarter in forms that are not read, and mean nothing else: "FY26 Q2"."""


RAISING = frozenset(word for field, words in DATE_KINDS if field is Field.RAISED for word in words)


def name_columns(drafts: list[Draft], vocabulary: Vocabulary, chosen: Mapping[Field, int]) -> list[Draft]:
    """The columns of a table with its actions, less weak comments on what stands before them, with those cells name."""
    action = next(iter(of_field(drafts, Field.ACTION)), None)
    if action is None:
        return drafts
    free = [draft for draft in drafts if is_free(draft, action) and draft.column not in chosen.values()]
    named = {draft.reading.key for draft in drafts}
    drafts = [
        replace(draft, field=Field.EXTRA)
        if is_out_of_place(draft, action)
        or numbers_thing(draft, named, action)
        or is_aim(draft, action, drafts)
        or (lists_others(draft) and any(numbers_rows(each, action) for each in free))
        else draft
        for draft in drafts
    ]
    themes = [draft for draft in free if are_themes(draft, action, vocabulary)]
    if themes and Field.THEME not in chosen and not any(of_field(drafts, field) for field in THEMES):
        drafts = [replace(draft, field=Field.THEME) if draft.column == themes[0].column else draft for draft in drafts]
        free = [draft for draft in free if draft is not themes[0]]
    tests: tuple[tuple[Field, Callable[[Draft], bool]], ...] = (
        (Field.REF, lambda draft: numbers_rows(draft, action)),
        (Field.STATUS, lambda draft: tells_progress(draft.profile, vocabulary)),
        (Field.TIMESCALE, lambda draft: says_what_is_due(draft, action)),
    )
    for field, is_of in tests:
        matching = [draft for draft in free if is_of(draft)]
        if field is Field.REF:  # "Pillar" over "A 0.1" and "A 0.2" numbers the rows
            matching += [draft for draft in drafts if draft.reading.field is Field.THEME and is_coded(draft, action)]
        if field is Field.REF:  # the first of all columns, if it is one of several
            matching = [draft for draft in matching if draft is min(drafts, key=lambda each: each.column)] or matching
        # A column for dates that has none yet leaves it to the days that are there.
        blank = [draft for draft in of_field(drafts, field) if not draft.profile.filled and field is Field.TIMESCALE]
        if blank:
            matching = list(filter(is_promised, matching))
        if len(matching) == 1 and field not in chosen and len(of_field(drafts, field)) == len(blank):
            column = matching[0].column
            drafts = [replace(draft, field=field) if draft.column == column else draft for draft in drafts]
    return drafts


def is_out_of_place(draft: Draft, action: Draft) -> bool:
    """Whether a weak heading stands where its field does not: what was done before the action, a ref after it.

    "What happened?" tells what led to the action there, "Invoice no" numbers something else.
    """
    is_before = draft.column < action.column
    return draft.reading.is_weak and draft.field is (Field.COMMENT if is_before else Field.REF)


def is_aim(draft: Draft, action: Draft, drafts: list[Draft]) -> bool:
    """Whether an "Outcome" is what an action is for: each has one, right before who is to do it and by when.

    What came of an action stands behind those, and is told when some are done; or its cells say what happened.
    """
    if draft.field is not Field.COMMENT or not draft.reading.is_weak or draft.reading.key not in AIMS:
        return False
    later = [each for each in drafts if each.field in (Field.OWNER, Field.TIMESCALE)]
    is_before = len({each.field for each in later}) > 1 and all(each.column > draft.column for each in later)
    is_of_each = draft.profile.filled == action.profile.filled >= FEW
    return is_before and draft.column > action.column and is_of_each and not tell_what_happened(draft.profile)


AIMS = frozenset(["outcome", "result"])


def numbers_thing(draft: Draft, named: Set[str], action: Draft) -> bool:
    """Whether a weak ref numbers what another column names, and not the rows: "vendor_id" beside "vendor_name"."""
    thing = draft.reading.key.rsplit(" ", 1)[0]
    is_of_other = draft.reading.is_weak and draft.field is Field.REF and not named.isdisjoint({thing, f"{thing} name"})
    return is_of_other and not numbers_rows(draft, action)


def lists_others(draft: Draft) -> bool:
    """Whether a column of refs lists several in more than one cell, and so says what each row is about.

    That is "Finding ID" over "F-2, F-4", beside a column that numbers the rows themselves.
    """
    if draft.field is not Field.REF:
        return False
    parted = [_LISTED.split(text.strip()) for text in draft.profile.texts]
    return sum(len(parts) > 1 and all(map(is_code, parts)) for parts in parted) > 1


_LISTED = compile_late(r"\s*[,;&\n]\s*|\s+and\s+")


def is_coded(draft: Draft, action: Draft) -> bool:
    """Whether what is headed as a theme has a code for each row, which no words go with and no level is."""
    codes = [text for text in draft.profile.texts if any(map(str.isalpha, text)) and not is_level(text)]
    is_first = draft.column < action.column and len(codes) >= MOSTLY * draft.profile.filled
    return is_first and tells_rows_apart(draft, action)


def numbers_rows(draft: Draft, action: Draft) -> bool:
    """Whether a column before the action tells the rows apart, and does not number what else a table may list."""
    is_foreign = not (FOREIGN | LISTED).isdisjoint(draft.reading.key.split()) and not counts_places(draft)
    is_before = draft.column < action.column and not is_foreign
    return is_before and (tells_rows_apart(draft, action) or (draft.column == 1 and are_in_order(draft.profile)))


def counts_places(draft: Draft) -> bool:
    """Whether a column counts its rows from one under the word for a place among others: "Order", and no purchases."""
    cells = draft.profile
    return draft.reading.key in PLACES and cells.filled >= FEW and cells.counted == tuple(range(1, cells.filled + 1))


PLACES = frozenset(["order", "sort order", "running order", "rank", "position", "pos"])


def are_in_order(cells: ColumnProfile) -> bool:
    """Whether whole numbers go up from row to row, though some are left out: 4, 5, 9."""
    numbers = [number for number in cells.counted if number == int(number)]
    is_counted = cells.filled >= FEWEST_IN_ORDER and len(numbers) == cells.filled and numbers[-1] < 10 * cells.filled
    return is_counted and all(before < after for before, after in pairwise(numbers))


FEWEST_IN_ORDER = 5
"""In fewer rows numbers go up by chance."""


def tells_rows_apart(draft: Draft, action: Draft) -> bool:
    """Whether a column has refs in most of the rows that have an action; one in each few numbers their group."""
    are_codes = are_refs(draft.profile) or are_coded_alike(draft.profile)
    return are_codes and draft.profile.filled >= MOST * action.profile.filled


THEMES = (Field.THEME, Field.RECOMMENDATION)


def are_themes(draft: Draft, action: Draft, vocabulary: Vocabulary) -> bool:
    """Whether a column before the action says of which group each row is, as a theme does."""
    is_told = tells_progress(draft.profile, vocabulary) or tells_rows_apart(draft, action)
    is_topic = draft.reading.action_rank is not None or not LISTED.isdisjoint(draft.reading.key.split())
    is_group = draft.column < action.column and are_groups(draft.profile, action.profile.filled)
    return is_group and not is_told and not is_topic


def is_free(draft: Draft, action: Draft) -> bool:
    """Whether nothing that a heading says stands against what the cells say; a bare date says no more than they."""
    words = draft.reading.key.split()
    is_raised = draft.reading.field is Field.RAISED and RAISING.isdisjoint(words)
    is_bare_date = is_raised or (draft.reading.field is Field.EXTRA and words[-1:] == ["date"])
    # "Control ID" is no action, and may be the ref.
    is_number = draft.reading.field is Field.EXTRA and words[-1:] == ["id"]
    is_bare = draft.reading.field is None or is_bare_date or is_number
    is_unnamed = draft.field in KEPT and is_bare and not draft.reading.is_update
    # "Resolution" over "Done" and "Open" is no comment, but may be the status.
    is_denied = draft.reading.is_weak and draft.reading.field is Field.COMMENT and draft.field is Field.EXTRA
    # "Position" may be that of a row.
    is_place = draft.field in KEPT and counts_places(draft)
    return is_unnamed or is_denied or is_place or is_out_of_place(draft, action)


def says_what_is_due(draft: Draft, action: Draft) -> bool:
    """Whether a column's cells say when each is due: to the right of the action, or with a heading that promises it."""
    return (draft.column > action.column and lies_ahead(draft)) or is_month_due(draft) or is_promised(draft)


def is_promised(draft: Draft) -> bool:
    """Whether days stand under one word that says they are meant to be kept, wherever the column is: "Scheduled"."""
    return draft.reading.key in PROMISED and draft.profile.are_dates


PROMISED = FORESEEN | split_words("planned intended committed promised")


def lies_ahead(draft: Draft) -> bool:
    """Whether the cells are periods, or days of which the heading says that they are planned: "Target close-out"."""
    words = draft.reading.key.split()
    if not NO_ENDS.isdisjoint(words):  # "Started"
        return False
    is_end = not PLANNING.isdisjoint(words) or words == ["implementation"]
    is_planned = draft.profile.are_dates and is_end
    return are_periods(draft.profile) or is_planned or is_year_of_plan(draft)


def is_year_of_plan(draft: Draft) -> bool:
    """Whether "Year" and no more stands over years, by the calendar's number or the plan's ("Year 1"), or "Ongoing"."""
    if draft.reading.key != "year":
        return False
    texts = draft.profile.texts
    years = [text for text in texts if text in YEARS or _YEAR_OF_PLAN.fullmatch(text)]
    return bool(years) and all(text in years or is_at_once(text) for text in texts)


_YEAR_OF_PLAN = compile_late(r"y(?:ea)?r ?\d{1,2}", re.IGNORECASE)


def is_month_due(draft: Draft) -> bool:
    """Whether a column headed as a month counts those of a project, wherever it stands: "M18"."""
    return "month" in draft.reading.key.split() and count_months(draft.profile, "")


NO_ENDS = next(words for field, words in DATE_KINDS if field is Field.EXTRA)


def are_periods(cells: ColumnProfile) -> bool:
    """Whether the cells are periods that a plan looks ahead to: "Q3 2025/26", "FY26", "By March 2026"."""
    # Dates may be those of anything.
    if cells.filled < FEW or cells.are_numbers or cells.are_dates:
        return False
    phrases = [text for text in cells.texts if _YEAR.fullmatch(text) or says_when(text)]
    periods = [text for text in phrases if _PERIOD.search(text)]
    return len(periods) >= MOST * cells.filled and len(phrases) >= 0.8 * cells.filled
