"""Checks of what had to be assumed of a timescale, where another day may be meant."""

from __future__ import annotations

from peerxl.checks.rule import Fault, Faults, list_cells
from peerxl.frozen import frozen
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan, unique


@frozen
class Uncertainty:
    """What a note of a timescale's reading comes to, as said of one cell, and what settles it."""

    says: str
    remedy: str


YEAR_SPAN = "year-span-assumed"
UNCERTAINTIES = {
    "single-year-quarter": Uncertainty(
        "names a quarter with one year, which is read as the fiscal year that starts in it",
        "write Fiscal or Calendar beside “Q1 2023 means” on a Settings sheet",
    ),
    YEAR_SPAN: Uncertainty(
        "names two years, of which the last is read as the end of a fiscal year",
        "write the month or the quarter it ends in",
    ),
    "unconfirmed": Uncertainty(
        "is marked as to be confirmed, and is taken all the same",
        "confirm it with the owner, or agree another",
    ),
    "unsure": Uncertainty(
        "is marked as not sure, with a question mark or a word such as “provisional”, and is taken all the same",
        "confirm it with the owner, or agree another",
    ),
    "conditional": Uncertainty(
        "hangs on something else, as with “subject to” or “dependent on”, and is taken all the same",
        "confirm it with the owner, or agree another",
    ),
    "weekday-mismatch": Uncertainty(
        "names a day of the week on which its date does not fall, and the date is taken",
        "correct whichever of them is wrong",
    ),
}
"""By the note's code. Seasons and parts of a month are not among them: people read them alike."""


def check_timescale_uncertain(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A timescale of an open action can be read, and another day than the one read may be meant.

    passes:
    | Ref | Action          | Officer    | Timescale  | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 2023/24 | In progress       | Timber is ordered |

    fails:
    | Ref | Action          | Officer    | Timescale  | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 2023    | In progress       | Timber is ordered |
    """
    uncertain: dict[tuple[str, str], list[Action]] = {}
    for action in plan.open_actions(quarter):
        for note in action.timescale.notes if action.timescale.due_date else ():
            # Where years begin in January, people and peerxl mean the same by their end.
            is_shared = note.code == YEAR_SPAN and plan.settings.years.first_month == 1
            if note.code in UNCERTAINTIES and not is_shared:
                uncertain.setdefault((action.sheet, note.code), []).append(action)
    for (_, code), actions in uncertain.items():
        yield blame(actions, UNCERTAINTIES[code])


def blame(actions: list[Action], uncertainty: Uncertainty) -> Fault:
    """What is uncertain of some timescales in the same way, with the day that the first is read as."""
    first, day = actions[0].timescale, actions[0].timescale.due_date
    quoted = repr(" ".join(first.text.split()))
    words = f"{day.day} {day:%B} {day.year}" if day else ""
    is_one = len(unique(action.timescale.text for action in actions)) == 1
    which = f"The timescale {quoted}" if is_one else f"Each of {len(actions)} timescales"
    due = f"so it counts as due by {words}" if is_one else f"so {quoted} counts as due by {words}"
    message = f"{which} {uncertainty.says}, {due}; {uncertainty.remedy}."
    cells = tuple(cell for action in actions for cell in list_cells(action.cell(Field.TIMESCALE)))
    return Fault(message, cells, actions[0].ref if len(actions) == 1 else "")
