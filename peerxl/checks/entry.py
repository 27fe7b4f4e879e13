"""Checks of an action's other cells: its ref, its owner, and marks that do not belong in a cell."""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.checks.part import blame_part, list_parts_without, list_rows
from peerxl.checks.roster import find_near_duplicates, suggest_contact
from peerxl.checks.rule import Fault, Faults, get_action_cell, list_cells
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field, Table
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan, unique
from peerxl.model.sheet import UNCALCULATED, Cell, is_error
from peerxl.text import has_markup


def check_ref_missing(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """An action has no ref, so that an answer about it can be matched by its words alone.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |
    """
    parts = tuple(list_parts_without(plan, lambda _, actions: any(action.ref for action in actions) or not actions))
    for part in parts:
        denied = (
            "is no number or code of each action's own, and no other column was read as their ref; give each action "
            "one there."
        )
        lacking = "has no refs; add a Ref column, so that each action can be named and its answers matched."
        yield blame_part(plan, part, Field.REF, denied, lacking)
    told = list_rows(parts)
    for action in plan.actions:
        if not action.ref and (action.sheet, action.row) not in told:
            yield Fault("This action has no ref; give it the next free one.", get_action_cell(action))


def check_ref_duplicate(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """Two actions have one ref, so that an answer could go to the wrong one.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |
    | 2   | Paint the pier  | AD Estates | Q2 23/24  | In progress       | Paint is ordered  |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |
    | 1   | Paint the pier  | AD Estates | Q2 23/24  | In progress       | Paint is ordered  |
    """
    # Each sheet counts for itself: "1" of the risks is another action than "1" of the issues.
    by_ref: dict[tuple[str, str], list[Action]] = {}
    for action in plan.actions:
        by_ref.setdefault((action.sheet, action.ref.casefold()), []).append(action)
    for (_, ref), actions in by_ref.items():
        # Actions without a ref are ref-missing's.
        if ref and len(actions) > 1:
            cells = tuple((action.cell(Field.REF) or get_action_cell(action)[0]) for action in actions)
            message = (
                f"{len(actions)} actions have the ref {actions[0].ref!r}; give all but the first a ref of their own."
            )
            yield Fault(message, cells, actions[0].ref)


def check_owner_missing(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """An open action has no owner, so that nobody can be asked about it.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | TBC        | Q2 23/24  | In progress       | Timber is ordered |
    """
    parts = tuple(list_parts_without(plan, names_owners))
    for part in parts:
        denied = "is not read as who is to act, and no other column was; name there who is to act, and say no more."
        lacking = "has no owner column; add one, headed Owner, so that somebody can be asked."
        yield blame_part(plan, part, Field.OWNER, denied, lacking)
    told = list_rows(parts)
    for action in plan.open_actions(quarter):
        if not action.asked and (action.sheet, action.row) not in told:
            cells = list_cells(action.cell(Field.OWNER)) or get_action_cell(action)
            yield Fault("The action has no owner; name one, so that somebody can be asked.", cells, action.ref)


def names_owners(table: Table, actions: Sequence[Action]) -> bool:
    """Whether a table has a column of owners, or names them otherwise, or has no action that could have one."""
    return table.has(Field.OWNER) or any(action.owners for action in actions) or not actions


def check_owner_unknown(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """An owner is not on the Owners sheet, where the workbook has one.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails, with an Owners sheet that lists AD Estates:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Coast   | Q2 23/24  | In progress       | Timber is ordered |
    """
    directory = plan.settings.directory
    if not directory:
        return
    unknown: dict[str, tuple[Owner, dict[Cell, None]]] = {}
    for action in plan.open_actions(quarter):
        for owner in action.owners:
            if directory.find(owner.key) is None:
                unknown.setdefault(owner.name, (owner, {}))[1].update(
                    dict.fromkeys(list_cells(action.cell(Field.OWNER)))
                )
    for name, (owner, cells) in unknown.items():
        message = f"{name!r} is not on the Owners sheet; add them there, or correct the name."
        yield Fault(message, tuple(cells), suggestion=suggest_contact(owner, directory))


def check_owner_near_duplicate(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """Two owners are written so much alike that one is most likely a slip for the other.

    passes:
    | Ref | Action          | Officer        | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | Hester Dunmore | Q2 23/24  | In progress       | Timber is ordered |
    | 2   | Light the pier  | Hesta Dunmor   | Q2 23/24  | In progress       | Lamps are ordered |

    fails:
    | Ref | Action          | Officer        | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | Hester Dunmore | Q2 23/24  | In progress       | Timber is ordered |
    | 2   | Light the pier  | Hester Dunmor  | Q2 23/24  | In progress       | Lamps are ordered |
    """
    named: dict[str, dict[int, Cell]] = {}
    for index, action in enumerate(plan.actions):
        for cell in list_cells(action.cell(Field.OWNER)):
            for owner in action.owners:
                named.setdefault(owner.key, {})[index] = cell
    for one, other in find_near_duplicates(plan):
        # The cells of both spellings, as nobody knows which one is the slip.
        cells = named.get(one.key, {}) | named.get(other.key, {})
        message = f"{one.name!r} and {other.name!r} look like one owner; write both alike."
        yield Fault(message, unique(cells[index] for index in sorted(cells)), suggestion=one.name)


def check_markup_in_cell(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A cell has marks from a web page in it, which the public would see.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action                 | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | <p>Repair the pier</p> | AD Estates | Q2 23/24  | In progress       | Timber is ordered |
    """
    marked: dict[str, dict[Cell, None]] = {}
    for _, cells in plan.list_cells(lambda text: "<" in text or "&" in text):
        for cell in cells:
            if has_markup(cell.text):
                marked.setdefault(cell.text, {})[cell] = None
    for places in marked.values():
        yield Fault("The words have web page marks in them, such as <p> or &amp;; delete the marks.", tuple(places))


def check_cell_error(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A cell shows an error, or is a formula that was saved without its result, so that nobody can say what it holds.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | #REF!      | Q2 23/24  | In progress       | Timber is ordered |
    """
    broken: dict[str, dict[Cell, None]] = {}
    for _, cells in plan.list_cells(lambda text: "#" in text):
        for cell in cells:
            if is_error(cell.text):
                broken.setdefault(cell.text, {})[cell] = None
    for words, places in broken.items():
        fault = "holds a formula without its result" if words == UNCALCULATED else f"shows the error {words}"
        yield Fault(f"The cell {fault}; open the workbook in Excel, put it right and save.", tuple(places))
