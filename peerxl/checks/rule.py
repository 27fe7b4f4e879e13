"""What a check is: a rule with a code and a severity, and a generator of the faults it finds.

The docstring of each generator is the manual's text: one sentence, then a row that passes and one that fails, at
Q1 2023/24. A test runs both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import cleandoc

from peerxl.model.finding import Finding, Severity
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import Action, ActionPlan
from peerxl.model.sheet import Cell


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found: one sentence that says after its last semicolon what to do, and where.

    There are no cells where it is about the whole plan; ``suggestion`` is what to write instead.
    """

    message: str
    cells: tuple[Cell, ...] = ()
    ref: str = ""
    suggestion: str = ""


Faults = Iterator[Fault]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check: its code says what it is about, then what is wrong."""

    code: str
    severity: Severity
    find: Callable[[ActionPlan, FiscalQuarter | None], Faults]

    @property
    def summary(self) -> str:
        """The first sentence of the rule's text."""
        return self.text.partition("\n")[0]

    @property
    def text(self) -> str:
        """The rule as the manual has it: what it finds, then a row that passes and one that fails."""
        return cleandoc(self.find.__doc__ or "")

    def findings(self, plan: ActionPlan, quarter: FiscalQuarter | None) -> Iterator[Finding]:
        for fault in self.find(plan, quarter):
            sheet = fault.cells[0].sheet if fault.cells else plan.tables[0].sheet
            yield Finding(self.code, self.severity, fault.message, fault.cells, fault.ref, fault.suggestion, sheet)


def cells_of(*cells: Cell | None) -> tuple[Cell, ...]:
    """The cells that are there."""
    return tuple(cell for cell in cells if cell is not None)


def action_cell(action: Action) -> tuple[Cell, ...]:
    """The cell of an action's words, for a fault that has no cell of its own."""
    from peerxl.model.layout import Field

    return cells_of(action.cell(Field.ACTION))
