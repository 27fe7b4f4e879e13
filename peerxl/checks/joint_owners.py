"""Checks of cells that name several owners: that one of them leads, and that they are not one, nor one several."""

from __future__ import annotations

import re

from peerxl.checks.rule import Fault, Faults, list_cells
from peerxl.language.owners import is_plainly_owner, may_be_owner
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell
from peerxl.pattern import compile_late
from peerxl.reading.actions.action_owners import read_owners
from peerxl.reading.actions.joined_owners import find_lone_part, may_be_two
from peerxl.reading.actions.name_order import order_names


def check_owner_joint(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """Actions have several owners and nothing in the plan says who of them leads; the first is taken to.

    A plan says so by its heading ("Lead officer") or by marking leads ("Jane Smith (lead)"); then only cells that may
    name one owner are told: "Roads / Bridges", "Head of Research, CWG". So is one that may name two, as "Roads & Lamps"
    where "Lamps" has other actions, "SC&WB" or "HR/Data Manager", and one that was read as two, or as a person whose
    surname comes first, where that is open: "Vex, Pell", or "Field, Ann" beside "Bo".

    passes:
    | Ref | Action          | Officer              | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates           | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action          | Officer              | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates/ AD Roads | Q2 23/24  | In progress       | Timber is ordered |
    """
    sheets: dict[str, dict[Cell, None]] = {}
    parted: set[Cell] = set()
    sole = {action.owners[0].key for action in plan.actions if len(action.owners) == 1}
    for action in plan.open_actions(quarter):
        if len(action.owners) > 1 and len(action.asked) > 1:
            named = list_cells(action.cell(Field.OWNER))
            sheets.setdefault(action.sheet, {}).update(dict.fromkeys(named))
            parted.update(cell for cell in named if is_parted(cell, action, plan, sole))
    has_rule = has_rule_for_leads(plan)
    for cells in sheets.values():
        doubtful = tuple(cell for cell in cells if cell in parted or may_be_one(cell))
        if not has_rule and cells:
            many = f"{len(cells)} cells name" if len(cells) > 1 else "The cell names"
            one = next((f", or list {cell.text!r} on an Owners sheet as one" for cell in doubtful), "")
            message = (
                f"{many} several owners and no lead, so the first is taken to be it; mark who leads with “(lead)”, "
                f"{'' if one else 'or '}head the column “Lead officer”{one}."
            )
            yield Fault(message, tuple(cells))
        elif doubtful:
            many = f"{len(doubtful)} cells were" if len(doubtful) > 1 else "The cell was"
            message = (
                f"{many} read as several owners and may name one; put semicolons between several, or list "
                f"{doubtful[0].text!r} on an Owners sheet as one."
            )
            yield Fault(message, doubtful)
    for (name, alone), places in find_joined(plan, quarter).items():
        doubt = f", and {alone!r} owns other actions" if alone else " and may be two"
        message = (
            f"{name!r} was read as one owner{doubt}; put a semicolon between two, or list {name!r} on an Owners sheet "
            "as one."
        )
        yield Fault(message, tuple(places))


def find_joined(plan: ActionPlan, quarter: FiscalQuarter | None) -> dict[tuple[str, str], dict[Cell, None]]:
    """The names that were read as one and may be two, each with a part of it that owns other actions, and its cells."""
    joined: dict[tuple[str, str], dict[Cell, None]] = {}
    lone = {owner.key for action in plan.actions for owner in action.owners}
    texts = {cell.text for action in plan.actions for cell in list_cells(action.cell(Field.OWNER))}
    order = order_names(sorted(texts), are_persons=True)
    turned = {f"{second} {first}" for first, second in order.doubtful}
    for action in plan.open_actions(quarter):
        for owner in action.owners:
            alone = find_lone_part(owner.name, lone)
            is_doubtful = bool(alone) or may_be_two(owner.name) or owner.name.partition(" (")[0] in turned
            if is_doubtful and plan.settings.directory.find(owner.key) is None:
                cells = list_cells(action.cell(Field.OWNER))
                joined.setdefault((owner.name, alone), {}).update(dict.fromkeys(cells))
    return joined


def is_parted(cell: Cell, action: Action, plan: ActionPlan, sole: set[str]) -> bool:
    """Whether a cell's words may name one owner, and it was parted all the same; not if all act alone."""
    names = read_owners(cell.text)
    if len(names) != 1 or plan.settings.directory.find(names[0].key) is not None:
        return False
    keys = {owner.key for owner in action.owners}
    return names[0].key not in keys and not keys <= sole


def may_be_one(cell: Cell) -> bool:
    """Whether what was read as several owners may be the name of one.

    That is "Roads / Bridges", where no post or person is nor all are initials, and "Head of Research, CWG", who may be
    of what is called CWG.
    """
    is_joined = not _SEPARATES.search(cell.text) and bool(_JOINS.search(cell.text))
    if is_joined:
        names = [owner.name for owner in read_owners(cell.text)]
        return not (any(map(may_be_owner, names)) or all(map(_INITIALS.fullmatch, names)))
    letters = _WITH_LETTERS.fullmatch(cell.text.strip())
    return letters is not None and not any(map(is_plainly_owner, letters["letters"].split(", ")[1:]))


_SEPARATES = compile_late(r"[;,\n]")
_JOINS = compile_late(r"[/&+]")
_INITIALS = compile_late(r"[A-Z]{2,4}")
_WITH_LETTERS = compile_late(r"[^,;/&+\n]*[a-z][^,;/&+\n]*(?P<letters>(?:, [A-Z]{2,6})+)")
"""Letters after a post or a name, which say of what it is or name another owner."""


def has_rule_for_leads(plan: ActionPlan) -> bool:
    """Whether the plan tells who leads from who else is named."""
    columns = (column for table in plan.tables for column in table.all_of(Field.OWNER))
    has_heading = any(_LEAD.search(column.heading.text) for column in columns)
    # Most owners stand in many cells.
    texts = {cell.text for action in plan.actions for cell in list_cells(action.cell(Field.OWNER))}
    return has_heading or any(map(_LEAD_MARK.search, texts))


_LEAD = re.compile(r"\bleads?\b", re.IGNORECASE)
# "(lead)", "Lead:", "- lead", and no "Lead Nurse".
_LEAD_MARK = compile_late(r"[(\[]leads?\b[^)\]]*[)\]]|[-–]\s*lead\b(?!\s+\w)|\bleads?\s*:|\bled by\b", re.IGNORECASE)
