"""Signs of what is done each time something happens: within minutes, by how urgent it is, on which day after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from peerxl.model.layout import Field
from peerxl.model.status import says_nothing
from peerxl.pattern import compile_late
from peerxl.reading.cells.cell_kinds import is_at_once, is_pace
from peerxl.reading.cells.column_kinds import MOST, are_instructions
from peerxl.reading.cells.profile import FEW, is_level
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.headings.words import split_phrases, split_words
from peerxl.reading.verdicts.standing_done import names_persons
from peerxl.reading.verdicts.standing_occasions import OCCASIONS
from peerxl.reading.verdicts.standing_sign import DUE, NO_DAY, StandingSign, answers_findings, is_followed, is_scheduled
from peerxl.reading.verdicts.standing_times import EFFORT


def find_minutes(drafts: Sequence[Draft]) -> StandingSign | None:
    """Within how many minutes each is done: after what happened, or after the clock was started ("T+15m").

    Nothing says how far it has come. Without either, minutes are what a task is thought to take.
    """
    first = min(drafts, key=lambda draft: draft.column, default=None)
    if first is None or is_scheduled(drafts) or is_followed(drafts):
        return None
    happens = first.reading.key in OCCASIONS | EVENTS or first.reading.key.split()[-1:] == ["trigger"]
    patterns = [_SHORT, _OFFSET] if happens else [_OFFSET]
    timed = [draft for draft in drafts if may_time(draft) and are_in_minutes(draft, patterns)]
    return StandingSign((timed[0],), f"within how many minutes each is done{NO_DAY}") if timed else None


EVENTS = frozenset(
    split_phrases("""
        condition, scenario, event, incident, incident type, situation, symptom, failure, failure mode, fault, problem,
        if, when, case
    """)
)


def may_time(draft: Draft) -> bool:
    """Whether a heading asks when or how soon something is done, and not how long it takes."""
    words = set(draft.reading.key.split())
    return (draft.reading.field in DUE or not TIMES.isdisjoint(words)) and EFFORT.isdisjoint(words)


TIMES = split_words("time timing when within")


def are_in_minutes(draft: Draft, patterns: Sequence[re.Pattern[str]]) -> bool:
    """Whether most cells say a time of minutes or hours, one of minutes at least: "1–2 min", "T+15m", "2 hours"."""
    told = [text for text in draft.profile.texts if not says_nothing(text) and not is_at_once(text)]
    short = [text for text in told if any(pattern.fullmatch(text) for pattern in patterns)]
    return len(short) > 1 and len(short) >= MOST * len(told) and any(map(_MINUTES.search, short))


_AMOUNT = r"\d{1,3}(?:\.\d)?(?: ?(?:[-–]|to) ?\d{1,3})?"
_UNIT = r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)\.?"
_SHORT = compile_late(
    rf"(?:(?:within|up to|after|under|less than|max(?:imum)?|about|approx\.?) |[<≤~≈] ?)*{_AMOUNT} ?{_UNIT}",
    re.IGNORECASE,
)
_OFFSET = compile_late(rf"(?:t|h) ?[-+−] ?(?:{_AMOUNT} ?{_UNIT}|\d{{1,2}}:\d\d(?: ?h(?:ou)?rs?)?|0)", re.IGNORECASE)
_MINUTES = compile_late(r"\d ?(?:s|sec|m|min)|[-+−] ?\d{1,2}:\d\d", re.IGNORECASE)


def find_service_levels(drafts: Sequence[Draft]) -> StandingSign | None:
    """How soon what is of each priority is answered: the first column has each but once, another hours or days.

    Instructions beside what was found may be all that a plan has of each priority.
    """
    first = min(drafts, key=lambda draft: draft.column, default=None)
    if first is None or not are_levels(first) or is_scheduled(drafts) or is_followed(drafts):
        return None
    if answers_findings(drafts) and any(are_instructions(draft.profile) for draft in of_field(drafts, Field.ACTION)):
        return None
    limits = [draft for draft in drafts if draft is not first and are_limits(draft, first.profile.filled)]
    # Weeks and months may be those of a plan.
    is_sure = len(limits) > 1 or any(is_pace(text, True) for draft in limits for text in draft.profile.texts)
    return StandingSign((limits[0],), f"how soon each priority is dealt with{NO_DAY}") if limits and is_sure else None


def are_levels(draft: Draft) -> bool:
    """Whether a column says how urgent or grave something is, each of its levels once."""
    cells = draft.profile
    is_headed = not LEVELLED.isdisjoint(draft.reading.key.split())
    are_distinct = cells.filled > 1 and len(set(cells.texts)) == cells.filled
    return is_headed and are_distinct and all(is_level(text) or _LEVEL.match(text) for text in cells.texts)


LEVELLED = split_words("priority severity urgency level tier class category grade impact criticality")
_LEVEL = compile_late(
    r"(?:priority|severity|sev|urgency|level|tier|class|category|cat|grade)\W*\w{1,3}\b|emergency\b|(?:non-)?urgent\b"
    r"|routine\b|critical\b|high\b|medium\b|low\b|p\d\b",
    re.IGNORECASE,
)


def are_limits(draft: Draft, rows: int) -> bool:
    """Whether a row each says how soon or how long: "1 business day", "28 days"."""
    told = [text for text in draft.profile.texts if not is_at_once(text)]
    return draft.profile.filled == rows and len(told) > 1 and all(is_pace(text, False) for text in told)


def find_counted_days(drafts: Sequence[Draft]) -> StandingSign | None:
    """On which day after an occasion each is done ("Day 1", "Day 3"), in the first column, over no instructions.

    Or on which days of each month, as a close is done then by no person: "Day" over "1-3" and "4-5".
    """
    said = (Field.STATUS, Field.COMMENT, Field.CLOSED)
    action = next(iter(of_field(drafts, Field.ACTION)), None)
    first = min(drafts, key=lambda draft: draft.column, default=None)
    if first is None or action is None or are_instructions(action.profile) or is_scheduled(drafts):
        return None
    is_of_month = are_days_of_month(first) and not any(map(names_persons, of_field(drafts, Field.OWNER)))
    is_counted = is_of_month or (first.field in DUE and are_counted_days(first))
    if not is_counted or any(of_field(drafts, field) for field in said):
        return None
    occasion = "of a month or after an occasion" if is_of_month else "after an occasion"
    return StandingSign((first,), f"on which day {occasion} each is done{NO_DAY}")


def are_counted_days(draft: Draft) -> bool:
    days = [text for text in draft.profile.texts if _DAY.match(text)]
    return len(days) >= FEW and 2 * len(days) >= draft.profile.filled


def are_days_of_month(draft: Draft) -> bool:
    """Whether a column headed as days has numbers of them, spans of several among them: "WD1", "1-3"."""
    days = [found for text in draft.profile.texts if (found := _DAYS.fullmatch(text.strip()))]
    is_headed = draft.reading.key in DAYS_HEADED
    # Numbers alone may be no more than those of the rows.
    is_sure = draft.reading.key != "day" or any(day["end"] or day["unit"] for day in days)
    return is_headed and is_sure and len(days) == draft.profile.filled >= FEW


DAYS_HEADED = frozenset(
    ["day", "working day", "business day", "work day", "workday", "wd", "bd", "close day", "day of month"]
)
_DAYS = compile_late(
    r"(?P<unit>(?:days?|wd|bd|d|t) ?)?[-+]?\d{1,2}(?P<end> ?(?:[-–]|to) ?(?:(?:wd|bd|d|t) ?)?[-+]?\d{1,2})?",
    re.IGNORECASE,
)
_DAY = compile_late(r"(?:by |on |from )?days? \d{1,2}\b", re.IGNORECASE)
