"""What the summary counts, each figure with its actions: by status, by theme, by the first date, by when it is due."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from peerxl.documents.appendix_layouts import select_moved, select_overdue, select_unanswered
from peerxl.documents.document import date_words
from peerxl.documents.figure import Figure
from peerxl.documents.movement_words import name_time
from peerxl.documents.reported import name_missing_status
from peerxl.documents.wording import NO_UPDATE, quarter_name
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.movement.compare import Movement
from peerxl.movement.dates import first_timescale

NO_THEME = "No theme"


@dataclass(frozen=True, slots=True)
class DelayBands:
    """The open actions of a plan by the date first agreed for them, at the last day of a quarter.

    An action due on the last day is not past it; three months before it is the last day of the quarter before.
    """

    in_time: Figure
    under_three_months: Figure
    three_months: Figure
    undated: Figure

    @property
    def late(self) -> tuple[Action, ...]:
        return (*self.under_three_months.actions, *self.three_months.actions)


# Without slots, for what it counts is kept: each figure is asked for by several sentences and tables.
@dataclass(frozen=True)
class SummaryFacts:
    """A plan at a quarter and what moved since last time, where anything tells."""

    plan: ActionPlan
    quarter: FiscalQuarter
    movement: Movement | None = None

    @cached_property
    def open(self) -> Figure:
        return Figure("Open", self.plan.open_actions(self.quarter))

    @cached_property
    def closed(self) -> Figure:
        return Figure("Closed", tuple(action for action in self.plan.actions if not action.is_open(self.quarter)))

    @cached_property
    def overdue(self) -> Figure:
        return Figure("Overdue", select_overdue(self.plan, self.quarter))

    @cached_property
    def statuses(self) -> tuple[Figure, ...]:
        """The actions by what the paper says of their status, in the order an action passes through them."""
        order = {word: index for index, word in enumerate(self.plan.settings.vocabulary.words)}
        figures = self.group(lambda action: name_status(action, self.quarter))
        return tuple(sorted(figures, key=lambda figure: (order.get(figure.words, len(order)), figure.words)))

    @cached_property
    def themes(self) -> tuple[Figure, ...]:
        """The actions by theme, in the order of the plan; none for a plan without themes."""
        return tuple(self.group(lambda action: action.theme or NO_THEME)) if self.plan.themes else ()

    def group(self, name: Callable[[Action], str]) -> Iterator[Figure]:
        """The actions that have a name in common, for each name in the order in which it first stands."""
        groups: dict[str, list[Action]] = {}
        for action in self.plan.actions:
            groups.setdefault(name(action), []).append(action)
        return (Figure(words, tuple(actions)) for words, actions in groups.items())

    @cached_property
    def bands(self) -> DelayBands:
        """How the open actions stand by the date first agreed."""
        day, before = self.quarter.last_day, (self.quarter - 1).last_day
        dues = [(action, find_first_due(action)) for action in self.open.actions]
        at = f"at {date_words(day)}"
        return DelayBands(
            Figure(f"Not past the first date {at}", tuple(a for a, due in dues if due and due >= day)),
            Figure(f"Under 3 months past it {at}", tuple(a for a, due in dues if due and before < due < day)),
            Figure(f"3 months or more past it {at}", tuple(a for a, due in dues if due and due <= before)),
            Figure("No date to measure by", tuple(a for a, due in dues if due is None)),
        )

    @property
    def has_first_dates(self) -> bool:
        """Whether the plan keeps the date first agreed; else it is known as far as its words or the record tell."""
        return any(table.keeps_original for table in self.plan.tables)

    @cached_property
    def due(self) -> Figure:
        return Figure(f"Due in {quarter_name(self.quarter)}", self.list_due(self.quarter))

    @cached_property
    def due_next(self) -> Figure:
        return Figure(f"Due in {quarter_name(self.quarter + 1)}", self.list_due(self.quarter + 1))

    def list_due(self, quarter: FiscalQuarter) -> tuple[Action, ...]:
        return tuple(action for action in self.open.actions if action.timescale.is_due(quarter))

    @cached_property
    def moved(self) -> Figure:
        return Figure("To be done at another date than the first", select_moved(self.plan, self.quarter))

    @cached_property
    def unanswered(self) -> Figure:
        return Figure(NO_UPDATE, select_unanswered(self.plan, self.quarter))


def find_first_due(action: Action) -> date | None:
    """The day an action was first to be done by; None where no date says it.

    Words that name no time, "Before launch", have promised nothing yet: what took their place is the first date.
    """
    first = first_timescale(action)
    return (first.due_date if first else None) or action.timescale.due_date


def name_status(action: Action, quarter: FiscalQuarter) -> str:
    """The status as the paper says it, without the quarter in which a closed action was closed."""
    update = action.standing_update(quarter)
    return update.status.word if update.status else name_missing_status(update)


def list_figures(facts: SummaryFacts) -> Iterator[tuple[str, Sequence[Figure]]]:
    """Every figure of the summary, by what it is of."""
    bands = facts.bands
    yield "Open and closed", (facts.open, facts.closed)
    yield "By status", facts.statuses
    yield "By theme", facts.themes
    yield "By the first date", (bands.in_time, bands.under_three_months, bands.three_months, bands.undated)
    yield "By the present date", (facts.overdue, facts.due, facts.due_next)
    if facts.movement is not None:
        yield f"Since {name_time(facts.movement.old)}", tuple(list_moved(facts.movement))
    yield "Dates and updates", (facts.moved, facts.unanswered)


def list_moved(movement: Movement) -> Iterator[Figure]:
    """What moved since last time; what was added only where that is known of every action."""
    yield Figure("Completed", tuple(move.action for move in movement.completed))
    yield Figure("Closed without being done", tuple(move.action for move in movement.stopped))
    yield Figure("Open again", tuple(move.action for move in movement.reopened))
    if movement.knows_added:
        yield Figure("Added", movement.added)
