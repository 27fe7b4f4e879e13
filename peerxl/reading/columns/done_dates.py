"""Dates headed "Completion date": whether they say when an action is due or, as the statuses show, when it was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peerxl.model.layout import Field
from peerxl.model.sheet import Sheet, shown
from peerxl.model.status import find_meaning, says_nothing, status_key
from peerxl.reading.columns.dated_columns import is_closing, is_current, is_plainly_due
from peerxl.reading.columns.draft import Draft, of_field

FEWEST, MANY = 2, 5
"""How many rows must show it: as many that are done and have a date as are open and have none; or one beside many."""


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


def is_blank(text: str) -> bool:
    """Whether no date stands there, and none is awaited: "-", "N/A"."""
    return says_nothing(text) and status_key(text) not in AWAITED


AWAITED = frozenset(["tbc", "tbd", "tba", "tobeconfirmed"])


def is_there_where_closed(sheet: Sheet, rows: Sequence[int], dated: Draft, status: Draft) -> bool:
    """Whether all rows with a date are closed and all without one are open, and there are some of both."""
    pairs = [(shown(sheet.value(row, status.column)), shown(sheet.value(row, dated.column)).strip()) for row in rows]
    known = [(meaning.is_open, not is_blank(date)) for text, date in pairs if (meaning := find_meaning(text))]
    still_open, done = known.count((True, False)), known.count((False, True))
    is_shown = min(still_open, done) >= FEWEST or (done > 0 and still_open >= MANY)
    return is_shown and still_open + done == len(known)
