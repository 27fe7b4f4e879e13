"""Headings of dates: when something is due, was due at first, was raised or closed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from peerxl.model.layout import Field
from peerxl.reading.headings import date_words
from peerxl.reading.headings import words as lexicon
from peerxl.reading.headings.key import fold_word
from peerxl.reading.headings.rules import Heading

DATE_SUBJECTS = frozenset(map(fold_word, lexicon.SUBJECTS | lexicon.PLAIN))
PLANNED = frozenset(
    "target targeted plan planned schedule scheduled forecast estimated baseline baselined agreed set".split()
)
PLANNING = next(words for field, words in date_words.DATE_KINDS if field is Field.TIMESCALE)


def with_original(reading: Heading, words: tuple[str, ...]) -> Heading:
    is_original = not date_words.ORIGINAL.isdisjoint(words)
    return replace(reading, field=Field.ORIGINAL_TIMESCALE) if is_original else reading


def find_date(words: tuple[str, ...]) -> Heading | None:
    """Whose date a heading speaks of, where it speaks of one; an extra where no table knows."""
    if date_words.DATE_NOUNS.isdisjoint(words) or tuple(word for word in words if word != "%")[-2:] == SO_FAR:
        return None
    if words[0] in TICKED and "when" in words:
        return Heading(field=Field.STATUS, is_weak=True)
    others = [word for word in words if word not in date_words.DATE_NOUNS | date_words.ORIGINAL]
    if "to" in others:  # "Date to validate"
        return Heading(field=Field.TIMESCALE)
    is_changed = words[0] in CHANGED and not ENDED.isdisjoint(words)
    is_bare = "when" in words and not others  # "When (date)"
    if is_bare or is_changed or any(map(is_planned_again, others)) or is_date_for(words):
        return Heading(field=Field.TIMESCALE)
    field = next((field for field, kinds in date_words.DATE_KINDS if not kinds.isdisjoint(others)), None)
    if field is Field.TIMESCALE and is_of_last_action(words) and PLANNING.isdisjoint(others):
        field = Field.UPDATED
    if field is None:
        field = Field.RAISED if DATE_SUBJECTS.issuperset(others) else Field.EXTRA
    if not date_words.ORIGINAL.isdisjoint(words) and field is Field.RAISED and not others:
        field = Field.TIMESCALE
    return Heading(field=field)


def is_of_last_action(words: tuple[str, ...]) -> bool:
    """Whether a heading is of the day on which something was last done: "Latest action date"."""
    return any(pair in LAST_ACTION for pair in pairwise(words))


def is_date_for(words: tuple[str, ...]) -> bool:
    """Whether a heading is of the date for something that no table knows, and so lies ahead: "Date for remedy"."""
    is_for = words[:2] == ("date", "for") and len(words) > 2
    return is_for and not any(kinds.intersection(words[2:]) for _, kinds in date_words.DATE_KINDS)


def is_planned_again(word: str) -> bool:
    """Whether a word says that something was planned anew: "retarget", "rescheduled", "re-baselined"."""
    return word.startswith("re") and word.removeprefix("re") in PLANNED


LAST_ACTION = (("latest", "action"), ("recent", "action"))
TICKED = frozenset("tick check mark ✓".split())
"""How a heading begins that asks for a tick: "Tick when complete"."""
CHANGED = frozenset("updated amended changed modified".split())
ENDED = frozenset("completion end finish delivery implementation resolution remediation closure".split())
"""What a new date is of that a heading says was changed: "Updated completion date"."""
SO_FAR = ("to", "date")
