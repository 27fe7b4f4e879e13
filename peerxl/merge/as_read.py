"""What is said of an answer that counts as another thing than its owner wrote, so that nothing is taken in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from peerxl.checks.uncertainty import UNCERTAINTIES
from peerxl.language.date_history import read_date_history
from peerxl.merge.report import Change
from peerxl.merge.terms import PlanTerms
from peerxl.model.answer_field import AnswerKind
from peerxl.model.timescale import Timescale, say_day

PART, YEAR = "part-of-period", "year-assumed"
ASSUMED = frozenset({PART, YEAR, *UNCERTAINTIES})
"""The codes of what was assumed where words do not say themselves which day is meant."""


def names_day(text: str, day: date, terms: PlanTerms) -> bool:
    """Whether an owner's words name the very day that they count as, with its year."""
    reading = terms.read_timescale(text)
    starts = {each.start_date for each in reading.milestones}
    # "By 31 March 2027" has no start, nor has "by the end of March", which says no day.
    is_said = re.search(rf"(?<!\d)0?{day.day}(?!\d)", text) is not None
    return starts <= {None, day} and is_said and not ASSUMED & codes_of(reading)


def codes_of(reading: Timescale) -> frozenset[str]:
    return frozenset(note.code for note in reading.notes)


def find_missing_day(text: str, terms: PlanTerms) -> str:
    """Why an answer is to be asked about that a cell of days would make a day of which nobody gave."""
    day = terms.read_day(text)
    if PART not in codes_of(terms.read_timescale(text)) or day is None:
        return ""
    return f"does not say the day, and the plan's cell holds one, which would be {say_day(day)}; ask for the day"


def say_due(text: str, terms: PlanTerms) -> str:
    """The day that an answer counts as due by, where its words do not say that themselves: what it is after "of AD"."""
    reading = terms.read_timescale(text)
    codes = codes_of(reading)
    if reading.due_date is None or not (codes & ASSUMED):
        return ""
    return f"{'names no year and ' if YEAR in codes else ''}counts as due by {say_day(reading.due_date)}"


def say_as_read(changes: Iterable[Change], terms: PlanTerms) -> Iterator[str]:
    """What was made of new dates and statuses that went into the plan: what stands there beside the owner's words, and
    what was assumed.
    """
    for change in changes:
        if change.field.kind is AnswerKind.STATUS and change.said:
            counts = f"which counts as “{change.text}” and is put in so"
            wrote = f"{change.action.name}: {change.owner} wrote the {change.field.noun} “{change.said}”"
            yield f"{wrote}, {counts}, as it is none of the plan's words."
        if change.field.kind is not AnswerKind.DATE or change.what:
            continue
        words = change.said or read_date_history(change.text).current
        reading = terms.read_timescale(words)
        unsure = next((UNCERTAINTIES[note.code] for note in reading.notes if note.code in UNCERTAINTIES), None)
        parts = [f"which is put in as {change.text}, as the plan's cell holds a day"] if change.said else []
        if change.said and YEAR in codes_of(reading):
            parts.append("the year is the plan's, as none is named")
        if unsure and reading.due_date:
            due = "" if change.said else f", so it counts as due by {say_day(reading.due_date)}"
            parts.append(f"it {unsure.says}{due}")
            parts.append(unsure.remedy)
        if parts:
            yield f"{change.action.name}: {change.owner} wrote the {change.field.noun} “{words}”{join(parts, change)}."


def join(parts: list[str], change: Change) -> str:
    return f"{', ' if change.said else '; '}{'; '.join(parts)}"
