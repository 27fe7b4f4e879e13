"""The parts that a layout of the appendix is made of, as values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from peerxl.documents.appendix_columns import ColumnKind
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan

Select = Callable[[ActionPlan, FiscalQuarter], Sequence[Action]]


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What the lines above a table speak of: the actions listed, of which plan, and when."""

    plan: ActionPlan
    quarter: FiscalQuarter
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A table of the appendix: its name, which actions it lists in which columns, and the sentences above it.

    ``heading`` follows the appendix's title where a layout has several parts. ``contents`` says what the table holds,
    ``figures`` how things stand. A part without actions is left out where another has some.
    """

    name: str
    table_name: str
    select: Select
    columns: tuple[ColumnKind, ...]
    contents: Callable[[PaperFacts], str]
    figures: Callable[[PaperFacts], str]
    heading: str = ""
