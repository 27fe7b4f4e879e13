"""Dates that are texts ("12/03/2024", "May 3, 2024"), and what says how long ago something was: "3 days ago"."""

from __future__ import annotations

import re

from peerxl.language.timescales.lexicon import MONTHS
from peerxl.pattern import compile_late

_DATE = re.compile(
    r"(?:\d{1,4}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}|[a-z]{3,9} \d{1,2}, \d{4})(?:(?:,? |t)\d{1,2}:\d\d.*)?"
    r"|[a-z]{3,9}[-/ ]'?\d{1,4}|\d{1,2}[- ][a-z]{3,9}"
)
_LETTERS = compile_late(r"[a-z]{3,}")
_AGO = compile_late(
    r"(?:about |over |almost )?(?:\d{1,4}|an?|one|a few) ?"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|secs?|mins?|hrs?|wks?|mos?|yrs?|[smhdwy]) ago"
    r"|yesterday|just now",
    re.IGNORECASE,
)
LONGEST = 24


def is_written_date(text: str) -> bool:
    """Whether a text is written as a date is: "12/03/2024", "March 2024", or says how long ago: "3 days ago"."""
    if len(text) > LONGEST:
        return False
    folded = text.casefold()
    if not _DATE.fullmatch(folded):
        return says_how_long_ago(text)
    # "30 planks" is none.
    return all(word in MONTHS for word in _LETTERS.findall(folded))


def says_how_long_ago(text: str) -> bool:
    """Whether a text counts back from a day that it does not name, as programs show when something was changed."""
    return text.casefold().endswith(AGO) and _AGO.fullmatch(text) is not None


AGO = ("ago", "yesterday", "just now")
