"""The check of whether what owners are to be asked has anywhere to go."""

from __future__ import annotations

from peerxl.checks.rule import Fault, Faults
from peerxl.model.answer_field import ANSWER_FIELDS
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan, unique
from peerxl.reading.nowhere import list_nowhere


def check_answers_nowhere(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """An answer that owners are asked for has no place in the plan: no column of the quarter, a formula, a locked cell.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       |
    """
    if quarter is None:
        return
    # A sheet without any status column has a finding of its own for that.
    stated = {table.sheet for table in plan.tables if table.has(Field.STATUS)}
    others = tuple(field for field in ANSWER_FIELDS if field.column is not Field.STATUS)
    are_stated = unique(table.sheet in stated for table in plan.tables)
    for is_stated in are_stated:
        for nowhere in list_nowhere(plan, quarter, ANSWER_FIELDS if is_stated else others):
            if (nowhere.sheet in stated) is is_stated:
                yield Fault(nowhere.sentence, nowhere.cells, sheet=nowhere.sheet)
