"""The answers that a plan has no place for: which questions, why, and what to do so that they can be asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peerxl.advice import RUN_NEXT
from peerxl.frozen import frozen
from peerxl.model.action import Action
from peerxl.model.answer_field import ANSWER_FIELDS, AnswerField
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.obstacle import NO_OBSTACLES, Obstacle
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell
from peerxl.reading.answer_columns import find_target, lacks_only, name_new_column, takes_answers


@frozen
class Nowhere:
    """Questions whose answers have no place on a sheet, for one reason, as a sentence that says what to do.

    ``cells`` are those in the way; none where a column is missing.
    """

    sheet: str
    fields: tuple[AnswerField, ...]
    sentence: str
    cells: tuple[Cell, ...] = ()


Target = tuple[Action, AnswerField, Cell | None]
"""A question about an action, with the cell its answer goes to."""


def has_place(plan: ActionPlan, action: Action, field: AnswerField, quarter: FiscalQuarter) -> bool:
    """Whether an answer about an action could be put into the plan."""
    cell = find_target(plan, action, field, quarter)
    return cell is not None and not plan.obstacles.whole and plan.obstacles.at(cell) is None


def list_targets(
    plan: ActionPlan, quarter: FiscalQuarter, fields: Sequence[AnswerField] = ANSWER_FIELDS
) -> Iterator[Target]:
    """Every question that there may be reason to ask about an open action."""
    for action in plan.open_actions(quarter):
        for field in fields:
            if field.is_about(action, quarter):
                yield action, field, find_target(plan, action, field, quarter)


def list_nowhere(
    plan: ActionPlan, quarter: FiscalQuarter, fields: Sequence[AnswerField] = ANSWER_FIELDS
) -> tuple[Nowhere, ...]:
    """What of the questions about open actions has no place, each reason once a sheet."""
    columns = ((table, field) for table in plan.tables for field in fields)
    # Most plans are asked about all their rows in vain.
    if plan.obstacles == NO_OBSTACLES and all(takes_answers(plan, *column, quarter) for column in columns):
        return ()
    targets = tuple(list_targets(plan, quarter, fields))
    if plan.obstacles.whole and targets:
        sentence = f"No answer can be put into the plan: {plan.obstacles.whole}"
        return (Nowhere(plan.tables[0].sheet, tuple(fields), sentence),)
    missing: dict[tuple[str, bool], list[Target]] = {}
    blocked: dict[tuple[str, Obstacle], list[Target]] = {}
    for target in targets:
        action, field, cell = target
        if cell is None:
            missing.setdefault((action.sheet, field.is_quarterly), []).append(target)
        elif obstacle := plan.obstacles.at(cell):
            blocked.setdefault((action.sheet, obstacle), []).append(target)
    return (
        *(say_missing(plan, sheet, those, quarter, fields) for (sheet, _), those in missing.items()),
        *(say_blocked(sheet, obstacle, those, fields) for (sheet, obstacle), those in blocked.items()),
    )


def say_missing(
    plan: ActionPlan, sheet: str, targets: Sequence[Target], quarter: FiscalQuarter, fields: Sequence[AnswerField]
) -> Nowhere:
    """The columns that a sheet does not have, each by the heading to give it."""
    actions = {field: action for action, field, _ in reversed(targets)}
    asked = tuple(field for field in fields if field in actions)
    tables = {field: plan.table_of(actions[field]) for field in asked}
    headings = [name_new_column(table, field, quarter, plan.settings.years) for field, table in tables.items()]
    columns = f"{'columns' if len(headings) > 1 else 'a column'} headed {' and '.join(map(quote, headings))}"
    is_quarterly = all(field.is_quarterly for field in asked)
    of_quarter = f" of {quarter}" if is_quarterly else ""
    is_next = is_quarterly and any(lacks_only(table, quarter) for table in tables.values())
    by_command = RUN_NEXT.words(quarter=quarter - 1) if is_next else ""
    sentence = (
        f"There is no column for {name_fields(asked)}{of_quarter}, so that is not asked; add {columns}{by_command}."
    )
    return Nowhere(sheet, asked, sentence)


def say_blocked(sheet: str, obstacle: Obstacle, targets: Sequence[Target], fields: Sequence[AnswerField]) -> Nowhere:
    """The cells of a sheet that an answer cannot be put into."""
    blocked = {field for _, field, _ in targets}
    asked = tuple(field for field in fields if field in blocked)
    cells = tuple(cell for _, _, cell in targets if cell)
    rows = len({action.row for action, _, _ in targets})
    whose = "an action" if rows == 1 else f"{rows} actions"
    sentence = f"The cell for {name_fields(asked)} of {whose} {obstacle}, so that is not asked; {obstacle.remedy}."
    return Nowhere(sheet, asked, sentence, cells)


def name_fields(fields: Sequence[AnswerField]) -> str:
    """ "the status, the comment and the new date"."""
    *first, last = (f"the {field.noun}" for field in fields)
    return f"{', '.join(first)} and {last}" if first else last


def quote(text: str) -> str:
    return f"“{text}”"
