"""Cells that call closed what is to be closed on a day that has not come yet."""

from __future__ import annotations

from datetime import date

from peerxl.language.timescales import read_timescale
from peerxl.model.fiscal import FiscalQuarter, YearConvention
from peerxl.model.status import Vocabulary, status_key
from peerxl.model.timescale import Milestone
from peerxl.reading.cells.closed_stories import FEWEST_WORDS
from peerxl.reading.cells.told_statuses import cut_heads


def is_closed_ahead(text: str, vocabulary: Vocabulary, quarter: FiscalQuarter, years: YearConvention) -> bool:
    """Whether a cell calls closed, of a day after a quarter, what is not so yet then: "Completed May 2027".

    A year is too long to say so, and a date among more words may be of anything.
    """
    heads = (text, *(head for head, _, _ in cut_heads(text)))
    status = next(filter(None, map(vocabulary.find, heads)), None)
    if status is None or status.is_open or status_key(text) == status_key(status.word):
        return False
    return any(
        len(dated.label.split()) <= FEWEST_WORDS and is_after(dated, quarter.last_day)
        for dated in read_timescale(text, years).milestones
    )


def is_after(dated: Milestone, day: date) -> bool:
    """Whether a day, a month or a quarter begins, or else ends, after a day."""
    first, last = dated.start_date, dated.end_date
    is_short = first is None or (last is not None and (last - first).days < DAYS_OF_QUARTER)
    begins = first or last
    return is_short and begins is not None and begins > day


DAYS_OF_QUARTER = 93
