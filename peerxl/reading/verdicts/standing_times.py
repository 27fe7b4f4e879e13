"""Signs of a table of rules in what it says of time: how soon, how often, in which step, for how long."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from peerxl.model.layout import KEPT, Field
from peerxl.model.status import says_nothing
from peerxl.pattern import compile_late
from peerxl.reading.cells.cell_kinds import is_at_once, is_count_of_days, is_pace, is_turn
from peerxl.reading.cells.column_kinds import MOST, are_instructions
from peerxl.reading.cells.profile import FEW, ColumnProfile
from peerxl.reading.cells.stages import are_stages
from peerxl.reading.cells.told_times import recurs, says_no_date_yet, says_when
from peerxl.reading.columns.dated_columns import is_plainly_due, is_task
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.columns.undated_due import is_undated
from peerxl.reading.headings.words import split_words
from peerxl.reading.verdicts.standing_sign import (
    DUE,
    NO_DAY,
    StandingSign,
    answers_findings,
    count_days,
    is_due,
    is_followed,
    is_scheduled,
)
from peerxl.reading.verdicts.surroundings import tells_risks


def find_pace(drafts: Sequence[Draft]) -> StandingSign | None:
    """What says how soon, how long or how often, where nothing says by which day or how far."""
    if is_scheduled(drafts) or is_followed(drafts) or answers_findings(drafts):
        return None
    paced = [draft for draft in drafts if draft.field in MAY_PACE and is_paced(draft)]
    if is_register_of_tasks(drafts):
        paced = [draft for draft in paced if draft.reading.key not in LOOKED_AT]
    # What else is done by a day, the same plan may do each month.
    if any(draft not in paced and count_days(draft) > 1 for draft in drafts if draft.field in DUE):
        return None
    return StandingSign((paced[0],), f"how soon, how long or how often{NO_DAY}") if paced else None


def is_register_of_tasks(drafts: Sequence[Draft]) -> bool:
    """Whether what to do stands beside what only a register of risks says of each: its impact, its trigger."""
    tasks = [action for action in of_field(drafts, Field.ACTION) if is_task(action)]
    return tells_risks(drafts) and any(are_instructions(action.profile) for action in tasks)


LOOKED_AT = frozenset(["next review", "review"])
"""Headings of how often a plan's rows are looked at, be it that what is to be done is done once."""
MAY_PACE = KEPT | {Field.TIMESCALE, Field.ORIGINAL_TIMESCALE, Field.STATUS}


def is_paced(draft: Draft) -> bool:
    """Whether most cells, or the heading, say how soon, how long or how often; how long a task takes is none of it.

    Under a heading that says by when, weeks and months are counted from when the plan was agreed; what is to be done at
    once speaks neither for a plan nor against it. A window may be a limit, unless a plan's begin one after another.
    """
    words = set(draft.reading.key.split())
    is_window = draft.field in DUE and "window" in words
    if not EFFORT.isdisjoint(words) or (is_window and are_spans_of_plan(draft.profile)):
        return False
    is_due = draft.field in DUE and not (OPEN_TO_DOUBT.issuperset(words) or is_window)
    told = [text for text in draft.profile.texts if not says_nothing(text) and not is_at_once(text)]
    paced = [text for text in told if is_pace(text, is_due) or (not is_due and is_turn(text))]
    is_headed = draft.field in KEPT and is_pace(draft.cell.text.strip(), True)
    return is_headed or (draft.profile.filled >= FEW and len(paced) > 1 and len(paced) >= MOST * len(told))


def are_spans_of_plan(cells: ColumnProfile) -> bool:
    """Whether cells are spans of days or more that begin one after another, as a plan has them: "30-60 days"."""
    begin = {int(found[1]) for text in cells.texts if (found := _SPAN.fullmatch(text.strip()))}
    return len(begin) > 1 and all(map(_SPAN.fullmatch, map(str.strip, cells.texts)))


_SPAN = compile_late(r"(\d{1,3}) ?(?:[-–]|to) ?\d{1,3} ?(?:days?|weeks?|months?)", re.IGNORECASE)


def find_duties(drafts: Sequence[Draft]) -> StandingSign | None:
    """When each comes round, in words that tell nobody what to do: all again and again, or so long before an occasion.

    What is done again each year may be a part of a plan; so many days before something runs out is none of it.
    """
    said = (Field.STATUS, Field.COMMENT, Field.CLOSED)
    if is_scheduled(drafts) or answers_findings(drafts) or any(of_field(drafts, field) for field in said):
        return None
    action = next(iter(of_field(drafts, Field.ACTION)), None)
    duties = [draft for draft in of_field(drafts, Field.TIMESCALE) if come_round(draft.profile)]
    if not duties or action is None or are_instructions(action.profile):
        return None
    return StandingSign((duties[0],), f"how often, or how long before an occasion{NO_DAY}")


def come_round(cells: ColumnProfile) -> bool:
    """Whether all cells are of what is done again and again, and one at least of what is done before an occasion."""
    told = [text for text in cells.texts if not says_nothing(text)]
    before = [text for text in told if _BEFORE.match(text)]
    again = [text for text in told if recurs(text) or _ALWAYS.match(text)]
    return len(told) >= FEW and before != [] and again != [] and {*before, *again} == set(told)


_BEFORE = compile_late(
    r"(?:at least |up to )?\d{1,3}(?: ?(?:[-–]|to) ?\d{1,3})? (?:(?:working|business|calendar) )?"
    r"(?:days?|weeks?|months?) (?:before|prior to|ahead of|in advance of)\b",
    re.IGNORECASE,
)
_ALWAYS = compile_late(
    r"(?:ongoing|continuous|continual|continuously|continually|as required|as needed|as and when|at all times)\b",
    re.IGNORECASE,
)


def find_time_limits(drafts: Sequence[Draft], is_called_rules: bool) -> StandingSign | None:
    """Days counted from an occasion ("20 days") under a heading that says by when, where nothing says how far.

    A plan counts its days from when it was agreed; beside hours and working days, or in a procedure, they are limits.
    """
    if is_scheduled(drafts) or is_followed(drafts) or answers_findings(drafts):
        return None
    limited = [draft for draft in drafts if draft.field in DUE and are_time_limits(draft.profile, is_called_rules)]
    return StandingSign((limited[0],), f"within how many days{NO_DAY}") if limited else None


def are_time_limits(cells: ColumnProfile, is_called_rules: bool) -> bool:
    """Whether most cells say within how many days, a third of them in words that no plan has, or one where all do."""
    told = [text for text in cells.texts if not says_nothing(text) and not is_at_once(text)]
    limits = [text for text in told if is_pace(text, is_due=True) and any(map(str.isdigit, text))]
    days = [text for text in told if text not in limits and is_count_of_days(text)]
    counted = len(limits) + len(days)
    are_limits = is_called_rules or 3 * len(limits) >= len(told) or (limits != [] and counted == len(told))
    return are_limits and counted >= max(FEW, MOST * len(told))


EFFORT = split_words("duration effort estimate estimated hours days length size")
OPEN_TO_DOUBT = split_words("when target time limit")
"""Words of headings that say by when in a plan, and on what occasion or how soon in a list of rules."""


def find_steps(drafts: Sequence[Draft]) -> StandingSign | None:
    """Steps without a day or a status: how something is done each time.

    They are numbers, or steps on occasions that come again, in words that tell nobody what to do. Where somebody is to
    do each by a date that nobody has set yet, they are those of a plan.
    """
    headed = [draft for draft in drafts if draft.reading.key in STEPS]
    if not headed or is_scheduled(drafts) or of_field(drafts, Field.STATUS):
        return None
    on_occasions = any(are_occasions(draft.profile) for draft in of_field(drafts, Field.TIMESCALE))
    steps = [draft for draft in headed if draft.profile.are_numbers or (on_occasions and is_told(draft))]
    if not steps or (of_field(drafts, Field.OWNER) and any(map(awaits_date, drafts))):
        return None
    return StandingSign((steps[0],), f"which step of a procedure each is{NO_DAY}")


STEPS = split_words("step stage order")


def awaits_date(draft: Draft) -> bool:
    """Whether a column is there for dates and has none: blanks, "TBC", or words of neither how soon nor how often."""
    told = [text for text in draft.profile.texts if not says_nothing(text) and not says_no_date_yet(text)]
    if not told:
        return draft.field in DUE and is_plainly_due(draft)
    is_paced = any(is_pace(text, is_due=True) or recurs(text) for text in told)
    return "date" in draft.reading.key.split() and is_undated(draft) and not is_paced


def is_told(draft: Draft) -> bool:
    """Whether what is read as the action tells how something goes, and does not say what to do."""
    return draft.field is Field.ACTION and draft.profile.filled > 0 and not are_instructions(draft.profile)


def are_occasions(cells: ColumnProfile) -> bool:
    """Whether half of the cells say on what occasion, or how often: "At launch", "Annually".

    Stages of a project do not, nor does what is to be done at once or is not known yet.
    """
    told = [text for text in cells.texts if not says_nothing(text) and not is_at_once(text)]
    occasions = [text for text in told if recurs(text) or is_pace(text, is_due=True) or not says_when(text)]
    return cells.filled >= FEW and 2 * len(occasions) >= cells.filled and not are_stages(cells)


def find_recurring(drafts: Sequence[Draft]) -> StandingSign | None:
    """When each is due next beside when it was done last, as things are that are done again and again."""
    following = [draft for draft in drafts if is_of_turn(draft, "next") and draft.profile.share_timescales >= MOST]
    before = [draft for draft in drafts if is_of_turn(draft, "last") and draft.profile.share_timescales >= MOST]
    if not following or not before or is_followed(drafts):
        return None
    return StandingSign((following[0], before[0]), "that each is done again and again")


def find_slips(drafts: Sequence[Draft]) -> StandingSign | None:
    """When each was planned and is planned now, in words that tell nobody what to do, and nothing of who or how far."""
    action = next(iter(of_field(drafts, Field.ACTION)), None)
    if action is None or action.reading.field is Field.ACTION or are_instructions(action.profile):
        return None
    said = (Field.OWNER, Field.STATUS, Field.COMMENT, Field.CLOSED)
    planned = [next((each for each in of_field(drafts, field) if each.profile.filled), None) for field in reversed(DUE)]
    first, now = planned
    if first is None or now is None or any(of_field(drafts, field) for field in said) or answers_findings(drafts):
        return None
    return StandingSign(
        (first, now), "when each was planned and is now, and nothing says who is to do it or how far it has come"
    )


def is_of_turn(draft: Draft, turn: str) -> bool:
    """Whether a heading says when each had, or will have, its turn; to report on it or look at it is none."""
    words = draft.reading.key.split()
    return words[:1] == [turn] and TALK.isdisjoint(words)


TALK = split_words("review reviewed update updated report meeting modified changed edited progress")


def find_rota(drafts: Sequence[Draft]) -> StandingSign | None:
    """The same few tasks again and again, on days that follow each other in even steps."""
    actions = of_field(drafts, Field.ACTION)
    again = [draft for draft in actions if are_repeated(draft.profile)]
    days = [draft for draft in drafts if is_in_even_steps(draft.profile)]
    return StandingSign((days[0], again[0]), "whose turn it is on which day") if again and days else None


def are_repeated(cells: ColumnProfile) -> bool:
    """Whether most cells stand there more than once."""
    repeated = sum(number for number in Counter(cells.texts).values() if number > 1)
    return cells.filled > FEW and repeated >= MOST * cells.filled


def is_in_even_steps(cells: ColumnProfile) -> bool:
    days = [value.toordinal() for value in cells.values if isinstance(value, date)]
    steps = {later - earlier for earlier, later in pairwise(days)}
    return len(days) == cells.filled > FEW and len(steps) == 1 and steps != {0}


def find_hours(drafts: Sequence[Draft]) -> StandingSign | None:
    """How long each took, as a sheet of hours worked says it; nothing is plainly due, nor says how far it has come."""
    if of_field(drafts, Field.STATUS) or is_due(drafts):
        return None
    spent = [draft for draft in drafts if draft.reading.key in SPENT and draft.profile.are_numbers]
    return StandingSign((spent[0],), f"how long each took{NO_DAY}") if spent else None


SPENT = frozenset(["hour", "hrs", "minute", "time spent", "hour worked", "hour spent"])
