"""Checks of how an action has gone over the quarters: backwards, nowhere, or given one new date after another."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from peerxl.checks.rule import Fault, Faults, get_action_cell, list_cells
from peerxl.checks.timescale import find_due_cells, find_early
from peerxl.model.action import LONGEST_STATUS, Action
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan, unique
from peerxl.model.status import Status, Vocabulary
from peerxl.model.timescale import Timescale
from peerxl.pattern import compile_late

LONG_OPEN = 4
"""How many quarters an action without an end may be open before somebody should ask what its end is."""

# What every item of a list has, and few sentences: looked for first, as it is found ten times as fast.
_MARK = re.compile(r"[•·▪●◦‣*).]\s+\S")
# Two items of a list, each on a line of its own or after a bullet or a letter that the list counts with.
_ITEMS = compile_late(r"(?:^|\n|\s)\s*(?:[•·▪●◦‣*]|(?:\(?[a-h][).]|\(?[ivx]{1,4}[).]|\(?[1-9][).]))\s+(?=\S)")


def check_status_backwards(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A status has gone backwards: closed and open again, or begun and not started again.

    So has one of no quarter that a quarter's own column says less than.

    passes:
    | Ref | Action    | Officer  | Due      | Q4 22/23    | Comments     | Q1 23/24    | Comments     |
    | 1   | Mend pier | AD Coast | Q2 23/24 | Not started | Money agreed | In progress | Wood is in   |

    fails:
    | Ref | Action    | Officer  | Due      | Q4 22/23    | Comments     | Q1 23/24    | Comments     |
    | 1   | Mend pier | AD Coast | Q2 23/24 | Completed   | Reopened     | In progress | Wood is in   |
    """
    vocabulary = plan.settings.vocabulary
    for action in plan.actions:
        known = [
            (update, update.status) for update in action.updates_until(quarter) if update.status and update.quarter
        ]
        for (earlier, before), (later, after) in pairwise(known):
            if is_backwards(before, after, vocabulary):
                message = (
                    f"The status was {before.word!r} in {earlier.quarter} and is {after.word!r} in {later.quarter}; "
                    "say why."
                )
                yield Fault(message, list_cells(later.status_cell, earlier.status_cell), action.ref)
        overall, last = action.overall, known[-1] if known else None
        if overall and overall.status and last and is_backwards(overall.status, last[1], vocabulary):
            message = (
                f"The status is {overall.status.word!r} and that of {last[0].quarter} is {last[1].word!r}, which "
                "holds; write what is so."
            )
            yield Fault(message, list_cells(overall.status_cell, last[0].status_cell), action.ref)


def is_backwards(before: Status, after: Status, vocabulary: Vocabulary) -> bool:
    """Whether an action was opened again, or has not begun any more."""
    if not after.is_open:
        return False
    return not before.is_open or (vocabulary.says_not_started(after) and not vocabulary.says_not_started(before))


def check_completed_without_evidence(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """An action is closed with neither evidence nor a comment to show for it.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q1 23/24  | Completed         | Reopened on 2 May |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q1 23/24  | Completed         |                   |
    """
    for action, update in plan.latest_updates(quarter):
        if (
            update
            and update.status
            and not update.status.is_open
            and not (action.evidence or has_comment_since_closed(action, quarter))
            and len(update.status_text.split()) <= LONGEST_STATUS
        ):
            status = update.status
            # A tick, or a word of which only its heading says what it means, is no word of a sentence.
            word = status.word.lower() if status.canonical else repr(status.word)
            message = f"The action is {word} with neither evidence nor a comment; say what shows it."
            yield Fault(message, list_cells(update.status_cell, update.comment_cell), action.ref)


def has_comment_since_closed(action: Action, quarter: FiscalQuarter | None) -> bool:
    """Whether there is a comment from the quarter that closed the action, or from any after it."""
    updates = action.updates_until(quarter)
    closed = [index for index, update in enumerate(updates) if update.status and not update.status.is_open]
    return any(update.comment or update.story for update in updates[closed[0] :]) if closed else False


def check_action_open_ended(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """An action with no end date has been open for four quarters or more.

    passes:
    | Ref | Action          | Officer    | Timescale          | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q4 22/23 – ongoing | Ongoing           | Timber is ordered |

    fails:
    | Ref | Action          | Officer    | Timescale          | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q1 22/23 – ongoing | Ongoing           | Timber is ordered |
    """
    for action in plan.open_actions(quarter) if quarter else ():
        start = action.timescale.start
        if (
            quarter
            and start
            and action.timescale.open_ended
            and action.timescale.due is None
            and start + LONG_OPEN <= quarter
        ):
            message = f"The action has gone on since {start} and has no end; set a date to finish it or to review it."
            yield Fault(message, find_due_cells(action), action.ref)


def check_timescale_redated(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """An open action has been given a new date more than once.

    passes:
    | Ref | Action    | Officer  | Original due | Revised due   | Q1 23/24    | Comments   |
    | 1   | Mend pier | AD Coast | May 2023     | Sept 2023     | In progress | Wood is in |

    fails:
    | Ref | Action    | Officer  | Original due | Revised due   | Q1 23/24    | Comments   |
    | 1   | Mend pier | AD Coast | May 2023     | 30.9.23 1.12.23 | In progress | Wood is in |
    """
    for action in plan.open_actions(quarter):
        dues = list_due_dates(action) if action.original_timescale is not None else ()
        # One new date is life; the second is a pattern.
        if len(dues) > 2:
            message = f"The action has had {len(dues)} dates ({', '.join(dues)}); say what will make the last one hold."
            cells = list_cells(action.cell(Field.ORIGINAL_TIMESCALE), action.cell(Field.TIMESCALE))
            yield Fault(message, cells, action.ref)


def list_due_dates(action: Action) -> tuple[str, ...]:
    """The different dates an action was to be done by, the original one first."""
    original = action.original_timescale
    ends = [
        milestone.end_date for reading in (original, action.timescale) if reading for milestone in reading.milestones
    ]
    return unique(f"{end:%d/%m/%Y}" for end in ends if end)


def check_timescale_last_year(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A date was past before work on the action began, and a year later would not be: the year is most likely wrong.

    passes:
    | Ref | Action          | Officer    | Timescale  | Q1 2023/24 update | Comments     |
    | 1   | Repair the pier | AD Estates | March 2024 | Not started       | Money agreed |

    fails:
    | Ref | Action          | Officer    | Timescale  | Q1 2023/24 update | Comments     |
    | 1   | Repair the pier | AD Estates | March 2023 | Not started       | Money agreed |
    """
    vocabulary, early = plan.settings.vocabulary, find_early(plan)
    for action, latest in plan.open_updates(quarter) if quarter else ():
        due = action.timescale.due
        if (
            quarter
            and due
            # A date more than a year past was not mistyped by a year.
            and due < quarter <= due + 4
            and vocabulary.says_not_started(latest.status if latest else None)
            and action not in early
        ):
            message, later = ask_for_later(action.timescale)
            yield Fault(message, find_due_cells(action), action.ref, suggestion=later)


# A plan has few different dates.
@lru_cache(maxsize=1024)
def ask_for_later(timescale: Timescale) -> tuple[str, str]:
    """What is asked of a date that is likely a year too early, and the date a year later, where there is one."""
    periods = timescale.milestones
    later = str(periods[0].a_year_later()) if len(periods) == 1 else ""
    return f"The action is not started and its date, {timescale}, is past; was the year after meant?", later


def check_action_several(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """Several actions stand in one cell, so that one status has to do for all of them.

    passes:
    | Ref | Action                                   | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier and light it             | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action                                   | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | a) Repair the pier\\n b) Light the pier  | AD Estates | Q2 23/24  | In progress       | Timber is ordered |
    """
    for action in plan.open_actions(quarter):
        cell = action.cell(Field.ACTION)
        items = len(_ITEMS.findall(cell.text)) if cell and _MARK.search(cell.text) else 0
        if items > 1:
            yield Fault(
                f"{items} actions stand in one cell; give each a row of its own.", get_action_cell(action), action.ref
            )
