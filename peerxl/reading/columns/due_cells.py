"""Whether cells say when something is due, and what they say in place of it: occasions, amounts, nothing yet."""

from __future__ import annotations

import re

from peerxl.model.status import DEFAULT_VOCABULARY, says_nothing
from peerxl.pattern import compile_late
from peerxl.reading.cells.column_kinds import MOST, are_persons, begin_with_owners, count_months
from peerxl.reading.cells.profile import FEW, ColumnProfile, is_progress
from peerxl.reading.cells.stages import are_stages
from peerxl.reading.columns.times_taken import are_dated
from peerxl.reading.headings.rules import Heading

LONGEST_OWNER = 6
"""How many words owners have at most on the average, whoever they are."""


def denies_due(heading: Heading, cells: ColumnProfile) -> bool:
    """Whether cells say nothing of when; under a heading that is plainly of a due date, phrases may say it unread."""
    if are_amounts(cells) or tells_target(heading, cells):
        return True
    if count_months(cells, heading.key) or are_stages(cells):
        return False
    return cells.denies_when and not (is_due(heading) and (are_occasions(heading, cells) or are_unset(cells)))


def tells_target(heading: Heading, cells: ColumnProfile) -> bool:
    """Whether "Target" stands over sentences of what is to be reached, few of which are or have a date."""
    is_target = "target" in heading.key.split() and "date" not in heading.key and not is_due(heading)
    is_dated = are_dated(cells) or cells.names_ends or cells.share_timescales >= SELDOM
    return is_target and cells.filled >= FEW and cells.mean_words > LONGEST_OWNER and not is_dated


SELDOM = 0.4


def are_amounts(cells: ColumnProfile) -> bool:
    """Whether half of the cells are of percentages, which are to be reached, whatever is said of when."""
    return 2 * len([text for text in cells.texts if "%" in text]) >= cells.filled


def are_unset(cells: ColumnProfile) -> bool:
    """Whether the cells say no more than that something is still open: "pending" in each row."""
    unset = [text for text in cells.texts if is_progress(text, DEFAULT_VOCABULARY)]
    return len(unset) >= MOST * cells.filled and len({text.casefold() for text in unset}) == 1


def is_due(heading: Heading) -> bool:
    """Whether a heading says beyond doubt when something is due; a "Target" may as well be what is to be reached."""
    words = heading.key.split()
    return not heading.is_weak and (not BEYOND_DOUBT.isdisjoint(words) or tuple(words[-2:]) in SPANS)


BEYOND_DOUBT = frozenset(["due", "deadline", "when"])
SPANS_OF_TIME = (("time", "scale"), ("time", "frame"), ("time", "line"))
SPANS = (*SPANS_OF_TIME, ("needed", "by"), ("need", "by"), ("required", "by"))


def are_occasions(heading: Heading, cells: ColumnProfile) -> bool:
    """Whether cells are short phrases of which half name an occasion: "Before go-live", "Sprint 1", "Next session".

    Under "When" they may as well say on what occasion something is done each time ("At delivery"), so that what comes
    next must be named there.
    """
    if cells.are_numbers or cells.mean_words > LONGEST_OCCASION or begin_with_owners(cells):
        return False
    pattern = _NEXT if heading.key == "when" else _OCCASION
    named = [text for text in cells.texts if pattern.search(text)]
    return 2 * len(named) >= cells.filled


def is_needed_by(heading: Heading, cells: ColumnProfile) -> bool:
    """Whether what is needed by an occasion ("Before Friday") is to be done by then, and once."""
    return heading.key in NEEDED_BY and are_occasions(heading, cells)


NEEDED_BY = frozenset(["needed by", "need by", "required by"])
LONGEST_OCCASION = 5
_COMING = (
    r"\b(?:next|same|this|coming|following) \w"
    r"|\b(?:sprint|phase|wave|stage|week|month|milestone|release)s?(?: ?[#-]| )?\d"
    r"|\b(?:now|asap|immediately|today|tomorrow|tonight)\b"
)
_NEXT = compile_late(_COMING, re.IGNORECASE)
_OCCASION = compile_late(
    rf"{_COMING}|\b(?:short|medium|long)(?:er)?\b|\by(?:ea)?r? ?\d"
    r"|\b(?:before|after|when|once|until|till|upon|prior|during|by|at) \w"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b",
    re.IGNORECASE,
)


def names_doers(heading: Heading, cells: ColumnProfile) -> bool:
    """Whether people stand under a word for doing and "by", which may as well head by when it is to be done."""
    verb, _, rest = heading.key.partition(" ")
    return rest == "by" and verb in DOING and (begin_with_owners(cells) or are_persons(cells))


DOING = frozenset("perform do complete implement deliver execute undertake conduct action handle fix resolve".split())
"""What is done by who is to act; what is approved, reviewed or checked by somebody is done by another."""


def says_by_when(cells: ColumnProfile) -> bool:
    """Whether cells are dates or years alone, or most read as timescales."""
    are_years = cells.are_numbers and not cells.denies_when
    return cells.are_dates or are_years or cells.share_timescales >= MOST


def tells_times(cells: ColumnProfile) -> bool:
    """Whether cells are dates or read as timescales, or hint at them ("Spring Term 2018")."""
    return cells.filled > 1 and (cells.are_dates or cells.share_timescales >= MOST or cells.hints_when)


def names_dates(cells: ColumnProfile) -> bool:
    """Whether cells are short and say times, and half of them have a figure: "Draft Oct 25; final Feb 26"."""
    dated = [text for text in cells.texts if any(map(str.isdigit, text))]
    return tells_times(cells) and cells.mean_words <= LONGEST_OWNER and 2 * len(dated) >= cells.filled


MILESTONES_AND_DATES = frozenset(["milestone and date", "milestone & date", "date and milestone", "milestone / date"])


def tell_days(cells: ColumnProfile) -> bool:
    """Whether most cells are days, of those that do not stand for a blank ("N/A")."""
    told = [text for text in cells.texts if not says_nothing(text)]
    return cells.are_dates or cells.dates >= MOST * len(told) > 0
