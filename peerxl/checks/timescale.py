"""Checks of when an action is due: whether the words can be read, and whether they can be true."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from peerxl.checks.part import blame_part, list_parts_without
from peerxl.checks.rule import Fault, Faults, get_action_cell, list_cells
from peerxl.model.action import Action, Update
from peerxl.model.fiscal import FiscalQuarter, YearConvention
from peerxl.model.layout import Field, Table
from peerxl.model.plan import ActionPlan, unique
from peerxl.model.sheet import Cell, is_error
from peerxl.model.timescale import TimescaleKind
from peerxl.pattern import compile_late


def check_timescale_no_column(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """The plan has no timescale column, so that nobody can say what is late.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action          | Officer    | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | In progress       | Timber is ordered |
    """
    for part in list_parts_without(plan, lambda table, _: has_timescales(table)):
        from peerxl.reading.headings.denied import find_unknown_date

        denied = (
            "says in too few rows when an action is due, and no other column was read as the timescale; write dates or "
            "quarters there."
        )
        unknown = find_unknown_date(part.tables, plan.settings.years)
        lacking = (
            f"has no timescale column; if {unknown.text.strip()!r} says when each action is due, head it Timescale, "
            "else add one headed so, so that late actions can be seen."
            if unknown
            else "has no timescale column; add one, headed Timescale, so that late actions can be seen."
        )
        yield blame_part(plan, part, Field.TIMESCALE, denied, lacking)


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
        if action.timescale.kind is TimescaleKind.UNREADABLE:
            text, why = quote_timescale(action), action.timescale.reason.rstrip(".")
            message = f"The timescale {text!r} cannot be read ({why}); {say_what_to_write(text, plan.settings.years)}."
            yield Fault(message, list_cells(action.cell(Field.TIMESCALE)), action.ref)


def say_what_to_write(text: str, years: YearConvention) -> str:
    """How a timescale is written so that it can be read: a year alone as one of those that it may mean."""
    match = _BARE_YEAR.fullmatch(text)
    if match is None:
        return "write it as a quarter or a date"
    year = int(match["year"])
    last_day = f"'end of {year}' for 31 December {year}"
    if years.first_month == 1:
        return f"write {last_day}"
    return f"write '{year - 1}/{year % 100:02}' or '{year}/{(year + 1) % 100:02}' for a fiscal year, or {last_day}"


_BARE_YEAR = compile_late(r"(?:(?:by|in|during|until) )?(?P<year>20\d\d)", re.IGNORECASE)


def check_timescale_missing(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """An open action has no timescale yet, or one that counts from a day that nothing says, and never comes due.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | TBC       | In progress       | Timber is ordered |
    """
    # A sheet without such a column has a finding of its own for that.
    timed = [action for action in plan.open_actions(quarter) if has_timescales(plan.table_of(action))]
    unset: dict[tuple[str, str, bool], list[Action]] = {}
    relatives: dict[str, list[Action]] = {}
    for action in timed:
        if action.timescale.kind is TimescaleKind.UNSET and not has_error(action):
            unset.setdefault((action.sheet, quote_timescale(action), bool(action.asked)), []).append(action)
        elif action.timescale.kind is TimescaleKind.RELATIVE:
            relatives.setdefault(action.sheet, []).append(action)
    for (_, words, has_owner), actions in unset.items():
        fault = f"The timescale says {words!r}" if words else "The timescale is blank"
        remedy = (
            "; agree one with the owner." if has_owner else ", and nobody is named to agree one with; name an owner."
        )
        yield blame(actions, f"{fault}{remedy}")
    for relative in relatives.values():
        phrases = unique(map(quote_timescale, relative))
        says = (
            f"The timescale says {phrases[0]!r}, which names"
            if len(phrases) == 1
            else f"{len(phrases)} timescales name"
        )
        it = "it is" if len(phrases) == 1 else "they are"
        yield blame(relative, f"{says} no day, so nobody sees when {it} late; write a quarter or a date.")


def blame(actions: Sequence[Action], message: str) -> Fault:
    """What is wrong with the timescales of some actions."""
    cells = tuple(cell for action in actions for cell in find_due_cells(action))
    return Fault(message, cells, actions[0].ref if len(actions) == 1 else "")


def check_timescale_before_plan(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A timescale ends before the plan begins, or a year before the same quarter beside it: most often a slip.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q1 23/24  | Completed         | Reopened in June  |
    | 2   | Light the pier  | AD Estates | Q4 22/23  | Completed         | Lamps are in      |
    | 3   | Paint the pier  | AD Estates | Q1 23/24  | Completed         | Painted in May    |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q1 23/24  | Completed         | Reopened in June  |
    | 2   | Light the pier  | AD Estates | Q1 22/23  | Completed         | Lamps are in      |
    | 3   | Paint the pier  | AD Estates | Q1 23/24  | Completed         | Painted in May    |
    """
    for action in find_early(plan):
        why = f"ends before the plan begins in {plan.starts}" if plan.starts else "ends a year before those beside it"
        message = f"The timescale {quote_timescale(action)!r} {why}; is the year right?"
        yield Fault(message, list_cells(action.cell(Field.TIMESCALE)), action.ref, suggest_year(action, plan))


def find_early(plan: ActionPlan) -> tuple[Action, ...]:
    """The actions due before the plan starts; where it does not say when, the one whose year looks like a slip."""
    if plan.starts is None:
        return find_slips(plan)
    return tuple(action for action in plan.actions if action.timescale.due and action.timescale.due < plan.starts)


def find_slips(plan: ActionPlan) -> tuple[Action, ...]:
    """The action due before all others start, and just a year before the one above and the one below it.

    At the top or the bottom of the plan the two that are next to it count.
    """
    starts = Counter(action.timescale.start or action.timescale.due for action in plan.actions)
    earliest = min(filter(None, starts), default=None)
    if earliest is None or starts[earliest] > 1:
        return ()
    # What has no end can be neither early nor a neighbour.
    dated = [action for action in plan.actions if action.timescale.due is not None]
    slips = []
    for index, action in enumerate(dated):
        due, start = action.timescale.due, min(max(index - 1, 0), max(len(dated) - 3, 0))
        beside = [other.timescale.due for other in dated[start : start + 3] if other is not action]
        # Both neighbours, as one alone may just as well be the odd one out.
        if due and len(beside) > 1 and due == earliest and beside == [due + 4] * len(beside):
            slips.append(action)
    return tuple(slips)


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
    for action, latest in plan.open_updates(quarter) if quarter else ():
        if quarter and action.timescale.is_overdue(quarter):
            yield Fault(
                describe_lateness(f"was due in {action.timescale.due}", latest),
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
    for action, latest in plan.open_updates(quarter) if quarter else ():
        if quarter and action.timescale.is_due(quarter):
            yield Fault(
                describe_lateness(f"is due in {action.timescale.due}", latest),
                find_due_cells(action),
                action.ref,
            )


def has_timescales(table: Table) -> bool:
    return table.has(Field.TIMESCALE) or table.has(Field.ORIGINAL_TIMESCALE)


def has_error(action: Action) -> bool:
    """Whether the timescale's cell shows an error: its value is missing, and another finding says why."""
    cell = action.cell(Field.TIMESCALE)
    return cell is not None and is_error(cell.text)


def suggest_year(action: Action, plan: ActionPlan) -> str:
    """The same quarter a year on, or in the plan's first year, where the cell is one quarter and no more."""
    quarter, periods = action.timescale.due, action.timescale.milestones
    if quarter is None or len(periods) != 1:
        return ""
    starts = plan.starts or quarter + 4
    # A month or a day of a quarter would lose its words in a suggestion of the whole quarter.
    if (periods[0].start_date, periods[0].end_date) != (quarter.first_day, quarter.last_day):
        return ""
    while quarter < starts:
        quarter += 4
    # As the plans write it themselves: Q1 23/24.
    short = str(quarter.year)[2:] if "/" in str(quarter.year) else str(quarter.year)
    return f"Q{quarter.number} {short}"


def quote_timescale(action: Action) -> str:
    return " ".join(action.timescale.text.split())


def find_due_cells(action: Action) -> tuple[Cell, ...]:
    return list_cells(action.cell(Field.TIMESCALE)) or get_action_cell(action)


def describe_lateness(due: str, latest: Update | None) -> str:
    progress = f"is {latest.status.word.lower()}" if latest and latest.status else "has no status that can be read"
    return f"The action {due} and {progress}; is it finished, or what is the new date and why?"
