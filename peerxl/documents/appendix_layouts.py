"""The layouts of the appendix: which tables each has, and which actions those list in which columns."""

from __future__ import annotations

from peerxl.documents.appendix_columns import (
    ACTION,
    ASKED,
    COMMENT,
    DELAY,
    DONE,
    EVIDENCE,
    FIRST_DATE,
    IMPACT_SEEN,
    LAST_STATUS,
    NEW_DATE,
    NEXT,
    OWNER,
    REASON,
    RECOMMENDATION,
    REF,
    STATUS,
    THEME,
    TIMESCALE,
    WHY,
)
from peerxl.documents.appendix_intro import (
    count_all,
    count_exceptions,
    count_open,
    count_progress,
    describe_all,
    describe_closed,
    describe_exceptions,
    describe_live,
    describe_moved,
    describe_open,
    describe_overdue,
    describe_position,
    describe_unanswered,
)
from peerxl.documents.appendix_parts import PaperPart
from peerxl.documents.slippage import list_reasons
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.movement.dates import has_moved

MAIN, MAIN_TABLE = "Actions", "Actions"


def select_all(plan: ActionPlan, quarter: FiscalQuarter) -> tuple[Action, ...]:
    return plan.actions


def select_open(plan: ActionPlan, quarter: FiscalQuarter) -> tuple[Action, ...]:
    return plan.open_actions(quarter)


def select_exceptions(plan: ActionPlan, quarter: FiscalQuarter) -> tuple[Action, ...]:
    return tuple(action for action in plan.actions if any(list_reasons(action, quarter)))


def select_closed(plan: ActionPlan, quarter: FiscalQuarter) -> tuple[Action, ...]:
    """The actions that are closed at a quarter and were not at the one before."""
    return tuple(action for action in plan.actions if not action.is_open(quarter) and action.is_open(quarter - 1))


def select_moved(plan: ActionPlan, quarter: FiscalQuarter) -> tuple[Action, ...]:
    return tuple(action for action in plan.open_actions(quarter) if has_moved(action))


def select_overdue(plan: ActionPlan, quarter: FiscalQuarter) -> tuple[Action, ...]:
    return tuple(action for action in plan.open_actions(quarter) if action.timescale.is_overdue(quarter))


def select_unanswered(plan: ActionPlan, quarter: FiscalQuarter) -> tuple[Action, ...]:
    updates = ((action, action.update(quarter)) for action in plan.open_actions(quarter))
    return tuple(action for action, update in updates if not (update.has_status or update.has_comment))


def select_by_recommendation(plan: ActionPlan, quarter: FiscalQuarter) -> tuple[Action, ...]:
    """All actions, those on one recommendation together where it first stands."""
    groups: dict[tuple[str, str], list[Action]] = {}
    for action in plan.actions:
        groups.setdefault((action.theme, action.recommendation), []).append(action)
    return tuple(action for group in groups.values() for action in group)


LAYOUTS: dict[str, tuple[PaperPart, ...]] = {
    "full": (
        PaperPart(
            MAIN,
            MAIN_TABLE,
            select_all,
            (RECOMMENDATION, REF, ACTION, TIMESCALE, OWNER, STATUS, COMMENT),
            describe_all,
            count_all,
        ),
    ),
    "exceptions": (
        PaperPart(
            MAIN,
            MAIN_TABLE,
            select_exceptions,
            (THEME, REF, ACTION, TIMESCALE, OWNER, STATUS, WHY, COMMENT),
            describe_exceptions,
            count_exceptions,
        ),
    ),
    "open": (
        PaperPart(
            MAIN,
            MAIN_TABLE,
            select_open,
            (THEME, OWNER, REF, ACTION, TIMESCALE, STATUS, COMMENT),
            describe_open,
            count_open,
        ),
    ),
    "progress": (
        PaperPart(
            "Closed",
            "Closed",
            select_closed,
            (THEME, REF, ACTION, OWNER, STATUS, COMMENT),
            describe_closed,
            count_progress,
            "closed since last time",
        ),
        PaperPart(
            "Live",
            "Live",
            select_open,
            (RECOMMENDATION, REF, ACTION, TIMESCALE, OWNER, STATUS, COMMENT),
            describe_live,
            count_open,
            "live actions",
        ),
        PaperPart(
            "Dates changed",
            "DatesChanged",
            select_moved,
            (THEME, REF, ACTION, OWNER, FIRST_DATE, NEW_DATE, REASON),
            describe_moved,
            count_progress,
            "dates changed",
        ),
        PaperPart(
            "Overdue",
            "Overdue",
            select_overdue,
            (THEME, REF, ACTION, OWNER, TIMESCALE, DELAY, STATUS, COMMENT),
            describe_overdue,
            count_progress,
            "overdue",
        ),
        PaperPart(
            "No update",
            "NoUpdate",
            select_unanswered,
            (THEME, REF, ACTION, OWNER, TIMESCALE, LAST_STATUS),
            describe_unanswered,
            count_progress,
            "no update received",
        ),
    ),
    "position-statement": (
        PaperPart(
            "Position statement",
            "PositionStatement",
            select_by_recommendation,
            (ASKED, REF, ACTION, DONE, EVIDENCE, IMPACT_SEEN, NEXT),
            describe_position,
            count_all,
        ),
    ),
}
"""The tables of each layout, in their order."""
