"""Dates headed "Completion date": whether they say when an action is due or, as the statuses show, when it was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peerxl.model.layout import Field
from peerxl.model.sheet import Sheet, shown
from peerxl.model.status import find_meaning
from peerxl.reading.columns.dated_columns import is_closing, is_current, is_plainly_due
from peerxl.reading.columns.draft import Draft, of_field

FEWEST = 2
"""How many rows must show it: as many that are done and have a date as are open and have none."""


def place_done_dates(sheet: Sheet, rows: Sequence[int], drafts: list[Draft]) -> list[Draft]:
    """The columns, with each closing date that is there just where the status is closed as the day it was done."""
    statuses = of_field(drafts, Field.STATUS)
    unsure = list(filter(is_unsure, of_field(drafts, Field.TIMESCALE)))
    done = [draft for draft in unsure if any(is_there_where_closed(sheet, rows, draft, each) for each in statuses)]
    return [replace(draft, field=Field.CLOSED) if draft in done else draft for draft in drafts]


def is_unsure(draft: Draft) -> bool:
    """Whether a heading over dates may be of the day something was done; "Completed by" may also say who did it."""
    is_by = draft.reading.field is Field.EXTRA
    return is_by or (is_closing(draft) and not is_plainly_due(draft) and not is_current(draft))


def is_there_where_closed(sheet: Sheet, rows: Sequence[int], dated: Draft, status: Draft) -> bool:
    """Whether all rows with a date are closed and all without one are open, and there are some of both."""
    pairs = [(shown(sheet.value(row, status.column)), shown(sheet.value(row, dated.column)).strip()) for row in rows]
    known = [(meaning.is_open, bool(date)) for text, date in pairs if (meaning := find_meaning(text))]
    counts = [known.count((is_open, not is_open)) for is_open in (True, False)]
    return min(counts) >= FEWEST and sum(counts) == len(known)
