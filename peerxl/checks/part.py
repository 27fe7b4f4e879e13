"""The parts of a plan that have columns of their own: its sheets, and the tables of a sheet where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from peerxl.checks.rule import Fault
from peerxl.frozen import frozen
from peerxl.model.action import Action
from peerxl.model.layout import Field, Table
from peerxl.model.plan import ActionPlan, unique


@frozen
class PlanPart:
    """Tables of one sheet with their actions, and how a sentence names them: "The plan", "The sheet 'Issues'"."""

    name: str
    sheet: str
    tables: tuple[Table, ...]
    actions: tuple[Action, ...]


def list_parts_without(plan: ActionPlan, has: Callable[[Table, Sequence[Action]], bool]) -> Iterator[PlanPart]:
    """What of a plan lacks something: each sheet on which no table has it, else each table that has not."""
    own: dict[int, list[Action]] = {id(table): [] for table in plan.tables}
    for action in plan.actions:
        own[id(plan.table_of(action))].append(action)
    sheets = unique(table.sheet for table in plan.tables)
    for sheet in sheets:
        tables = [(table, tuple(own[id(table)])) for table in plan.tables_by_sheet[sheet]]
        lacking = [(table, actions) for table, actions in tables if not has(table, actions)]
        if len(lacking) == len(tables):
            name = "The plan" if len(sheets) == 1 else f"The sheet {sheet!r}"
            whole = tuple(table for table, _ in tables)
            yield PlanPart(name, sheet, whole, tuple(action for _, actions in tables for action in actions))
        else:
            for table, actions in lacking:
                yield PlanPart(f"The table under row {table.last_header_row}", sheet, (table,), actions)


def list_rows(parts: Iterable[PlanPart]) -> frozenset[tuple[str, int]]:
    """The rows of the actions of parts, each with its sheet."""
    return frozenset((action.sheet, action.row) for part in parts for action in part.actions)


def blame_part(plan: ActionPlan, part: PlanPart, field: Field, denied: str, lacking: str) -> Fault:
    """That a part lacks a column: ``denied`` is said of one whose heading names it, ``lacking`` where none does."""
    from peerxl.reading.headings.denied import find_denied_heading

    if heading := find_denied_heading(part.tables, field, plan.settings.years):
        return Fault(f"What stands under {heading.text.strip()!r} {denied}", (heading,))
    return Fault(f"{part.name} {lacking}", sheet=part.sheet)
