"""Checks of when an action is due: whether the words can be read, and whether they can be true."""

from __future__ import annotations

from peerxl.checks.rule import Fault, Faults, get_action_cell, list_cells
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import Action, ActionPlan
from peerxl.model.sheet import Cell
from peerxl.model.timescale import Kind


def check_timescale_no_column(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """The plan has no timescale column, so that nobody can say what is late.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action          | Officer    | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | In progress       | Timber is ordered |
    """
    if not has_timescales(plan):
        yield Fault("The plan has no timescale column; add one, headed Timescale, so that late actions can be seen.")


def check_timescale_unreadable(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A timescale cannot be read as a date, a quarter or any of the words that stand for none.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q3 22/24  | In progress       | Timber is ordered |
    """
    for action in plan.actions:
        if action.timescale.kind is Kind.UNREADABLE:
            why = action.timescale.reason.rstrip(".")
            message = (
                f"The timescale {quote_timescale(action)!r} cannot be read ({why}); write it as a quarter or a date."
            )
            yield Fault(message, list_cells(action.cell(Field.TIMESCALE)), action.ref)


def check_timescale_missing(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """An open action has no timescale yet.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | TBC       | In progress       | Timber is ordered |
    """
    unset: dict[str, list[Action]] = {}
    for action in plan.open_actions(quarter) if has_timescales(plan) else ():
        if action.timescale.kind is Kind.UNSET:
            unset.setdefault(quote_timescale(action), []).append(action)
    for words, actions in unset.items():
        fault = f"The timescale says {words!r}" if words else "The timescale is blank"
        cells = tuple(cell for action in actions for cell in find_due_cells(action))
        yield Fault(f"{fault}; agree one with the owner.", cells, actions[0].ref if len(actions) == 1 else "")


def check_timescale_before_plan(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A timescale ends before the plan begins, most often because the year is last year's.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q4 22/23  | Completed         | Reopened in March |
    | 2   | Paint the pier  | AD Estates | Q4 22/23  | Completed         | Painted in March  |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q4 22/23  | Completed         | Reopened in March |
    | 2   | Paint the pier  | AD Estates | Q4 22/23  | Completed         | Painted in March  |
    | 3   | Light the pier  | AD Estates | Q1 22/23  | Completed         | Lamps came in May |
    """
    for action in plan.actions:
        if is_before_plan(action, plan):
            message = (
                f"The timescale {quote_timescale(action)!r} ends before the plan begins in {plan.starts}; "
                "is the year right?"
            )
            yield Fault(message, list_cells(action.cell(Field.TIMESCALE)), action.ref, suggest_year(action, plan))


def check_timescale_several_milestones(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A timescale holds several milestones in one cell, so that only the last can fall due.

    passes:
    | Ref | Action          | Officer    | Timescale                    | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24                     | In progress       | Timber is ordered |

    fails:
    | Ref | Action          | Officer    | Timescale                    | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24 draft, Q4 23/24 agree | In progress     | Timber is ordered |
    """
    for action in plan.actions:
        if len(action.timescale.milestones) > 1:
            message = (
                f"{len(action.timescale.milestones)} milestones stand in one cell; the action counts as due in "
                f"{action.timescale.due or 'none of them'}; give each milestone a row of its own."
            )
            yield Fault(message, list_cells(action.cell(Field.TIMESCALE)), action.ref)


def check_action_overdue(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """An open action was due in a quarter before the reporting one.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q4 22/23  | In progress       | Timber is ordered |
    """
    for action in plan.open_actions(quarter) if quarter else ():
        # What is before the plan has most likely the wrong year, and is said to.
        if quarter and action.timescale.is_overdue(quarter) and not is_before_plan(action, plan):
            yield Fault(
                describe_lateness(action, f"was due in {action.timescale.due}", quarter),
                find_due_cells(action),
                action.ref,
            )


def check_action_due(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """An open action is due in the reporting quarter.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q1 23/24  | Completed         | Reopened on 2 May |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q1 23/24  | In progress       | Timber is ordered |
    """
    for action in plan.open_actions(quarter) if quarter else ():
        if quarter and action.timescale.is_due(quarter):
            yield Fault(
                describe_lateness(action, f"is due in {action.timescale.due}", quarter),
                find_due_cells(action),
                action.ref,
            )


def has_timescales(plan: ActionPlan) -> bool:
    return plan.has_column(Field.TIMESCALE) or plan.has_column(Field.ORIGINAL_TIMESCALE)


def is_before_plan(action: Action, plan: ActionPlan) -> bool:
    due = action.timescale.due
    return due is not None and plan.starts is not None and due < plan.starts


def suggest_year(action: Action, plan: ActionPlan) -> str:
    """The same quarter in the first year that is not before the plan, where the cell is one quarter and no more."""
    quarter, starts, periods = action.timescale.due, plan.starts, action.timescale.milestones
    if quarter is None or starts is None or len(periods) != 1:
        return ""
    # A month or a day of a quarter would lose its words in a suggestion of the whole quarter.
    if (periods[0].start_date, periods[0].end_date) != (quarter.first_day, quarter.last_day):
        return ""
    while quarter < starts:
        quarter += 4
    short = str(quarter.year)[2:] if "/" in str(quarter.year) else str(quarter.year)
    return f"Q{quarter.number} {short}"


def quote_timescale(action: Action) -> str:
    return " ".join(action.timescale.text.split())


def find_due_cells(action: Action) -> tuple[Cell, ...]:
    return list_cells(action.cell(Field.TIMESCALE)) or get_action_cell(action)


def describe_lateness(action: Action, due: str, quarter: FiscalQuarter) -> str:
    status = action.status(quarter)
    progress = f"is {status.word.lower()}" if status else "has no status that can be read"
    return f"The action {due} and {progress}; is it finished, or what is the new date and why?"
