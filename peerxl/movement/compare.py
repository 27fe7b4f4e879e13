"""Two plans, or one plan at two quarters, held against each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from peerxl.identity.wording import fold_words
from peerxl.language.timescales import read_timescale
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.movement.dates import DateMove, compare_dates, trace_date
from peerxl.movement.known_dates import KnownDates, trace_known_date
from peerxl.movement.matching import DoubtfulPair, MatchedPair, MatchRule, match_actions
from peerxl.movement.stage import StatusAt, StatusMove, stand_before, stand_now, trace_status

NOTHING_KNOWN: Mapping[tuple[str, int], KnownDates] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PlanAt:
    """A plan at a quarter; None where nothing says which, and its last words count."""

    plan: ActionPlan
    quarter: FiscalQuarter | None


@dataclass(frozen=True, slots=True)
class Move:
    """What became of one action; of a plan that gives no timescales nothing is known of its date."""

    pair: MatchedPair
    status: StatusMove
    date: DateMove

    @property
    def action(self) -> Action:
        """The action as it is now."""
        return self.pair.new

    @property
    def is_reworded(self) -> bool:
        """Whether the action says something else than it did, but for punctuation and case."""
        old, new = self.pair.old.text, self.pair.new.text
        return old != new and fold_words(old) != fold_words(new)

    @property
    def is_news(self) -> bool:
        """Whether anything is known to have changed since last time."""
        return self.status.is_reported or self.date.is_news or self.is_reworded


@dataclass(frozen=True, slots=True)
class Departure:
    """An action that the new plan no longer has, and how it stood in the old one."""

    action: Action
    standing: StatusAt


@dataclass(frozen=True, slots=True)
class Movement:
    """What moved from ``old`` to ``new``: every action that both have, what was added, what is gone.

    ``knows_added`` is false of one plan that does not say of every action when it was raised: others may have been
    added.
    """

    old: PlanAt
    new: PlanAt
    moves: tuple[Move, ...]
    added: tuple[Action, ...] = ()
    gone: tuple[Departure, ...] = ()
    doubts: tuple[DoubtfulPair, ...] = ()
    knows_added: bool = True

    @property
    def is_of_one_plan(self) -> bool:
        return self.old.plan is self.new.plan

    def standing(self, action: Action) -> StatusAt:
        """How an action of the new plan stands."""
        return stand_now(action, self.new.quarter)

    @property
    def completed(self) -> tuple[Move, ...]:
        return tuple(move for move in self.moves if move.status.is_completed)

    @property
    def stopped(self) -> tuple[Move, ...]:
        """What was closed since without having been done."""
        return tuple(move for move in self.moves if move.status.is_stopped)

    @property
    def reopened(self) -> tuple[Move, ...]:
        return tuple(move for move in self.moves if move.status.is_reopened)

    @property
    def lost(self) -> tuple[Departure, ...]:
        """What is gone and was still to be done."""
        return tuple(departure for departure in self.gone if departure.standing.is_open)

    @property
    def needs_someone(self) -> bool:
        """Whether somebody has to say what became of an action, or which is which."""
        return bool(self.doubts or self.lost)


def find_last_quarter(plan: ActionPlan, quarter: FiscalQuarter) -> FiscalQuarter | None:
    """The last quarter before this one that the plan has columns for."""
    return max((each for each in plan.quarters if each < quarter), default=None)


def compare_quarters(
    plan: ActionPlan,
    since: FiscalQuarter,
    quarter: FiscalQuarter,
    known_dates: Mapping[tuple[str, int], KnownDates] = NOTHING_KNOWN,
) -> Movement:
    """What moved in one plan from the end of one quarter to the end of another, as far as its columns tell.

    ``known_dates`` are those that were written down as they were seen, by the action's sheet and row.
    """
    raised = [find_raised(plan, action) for action in plan.actions]
    is_added = [day is not None and since.last_day < day <= quarter.last_day for day in raised]
    moves = tuple(
        Move(
            MatchedPair(action, action, MatchRule.ROW, 100.0),
            trace_status(stand_before(action, since), stand_now(action, quarter)),
            trace_own_date(plan, action, known_dates.get((action.sheet, action.row)), since),
        )
        for action, added in zip(plan.actions, is_added, strict=True)
        if not added
    )
    added = tuple(action for action, added in zip(plan.actions, is_added, strict=True) if added)
    return Movement(PlanAt(plan, since), PlanAt(plan, quarter), moves, added, knows_added=None not in raised)


def trace_own_date(plan: ActionPlan, action: Action, known: KnownDates | None, since: FiscalQuarter) -> DateMove:
    """What became of a date in one plan: it alone cannot tell since when."""
    if known is None:
        return trace_date(action)
    year = plan.year or (plan.quarter.year if plan.quarter else None)
    return trace_known_date(action, known, since.last_day, lambda text: read_timescale(text, plan.settings.years, year))


def find_raised(plan: ActionPlan, action: Action) -> date | None:
    """The day on which an action was raised; None where its plan does not say."""
    headings = {column.heading for column in plan.table_of(action).all_of(Field.RAISED)}
    for heading, cell in action.extras:
        if heading in headings:
            reading = read_timescale(cell.text, plan.settings.years)
            # Only what names one day: a wider period may lie on both sides of a quarter's end.
            if len(reading.milestones) == 1 and reading.milestones[0].start_date == reading.due_date:
                return reading.due_date
    return None


def compare_plans(old: PlanAt, new: PlanAt, settled: Sequence[tuple[Action, Action]] = ()) -> Movement:
    """What moved from one plan to another, whose columns may differ.

    ``settled`` are pairs of an old and a new action that somebody said are one.
    """
    matching = match_actions(old.plan.actions, new.plan.actions, settled)
    moves = tuple(
        Move(
            pair,
            trace_status(stand_before(pair.old, old.quarter), stand_now(pair.new, new.quarter)),
            trace_between(pair, old.plan, new.plan),
        )
        for pair in matching.pairs
    )
    gone = tuple(Departure(action, stand_before(action, old.quarter)) for action in matching.gone)
    return Movement(old, new, moves, matching.added, gone, matching.doubts)


def trace_between(pair: MatchedPair, old: ActionPlan, new: ActionPlan) -> DateMove:
    """What became of a date between two plans: nothing is known where one of them gives no timescales."""
    if not new.has_column(Field.TIMESCALE):
        return DateMove("")
    if not old.has_column(Field.TIMESCALE):
        return trace_date(pair.new)
    return compare_dates(pair.old, pair.new)
