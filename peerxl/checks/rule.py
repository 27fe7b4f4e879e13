"""What a check is: a rule with a code, a severity and a generator of the faults it finds.

The docstring of each generator is the manual's text: one sentence, then a row that passes and one that fails, at
Q1 2023/24. A test runs both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import cleandoc

from peerxl.frozen import frozen
from peerxl.model.action import Action
from peerxl.model.finding import Finding, Severity
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan, unique
from peerxl.model.sheet import Cell


@frozen
class Fault:
    """One thing that is wrong: a sentence that ends, after its last semicolon, with what to do, and its cells.

    There are no cells where it is about the whole plan, or about the whole of a ``sheet``; ``suggestion`` is what to
    write instead.
    """

    message: str
    cells: tuple[Cell, ...] = ()
    ref: str = ""
    suggestion: str = ""
    sheet: str = ""


Faults = Iterator[Fault]


@frozen
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

    def check(self, plan: ActionPlan, quarter: FiscalQuarter | None) -> Iterator[Finding]:
        """Yield a finding for each fault; one without a cell or a sheet is about the plan's first."""
        for fault in self.find(plan, quarter):
            # A finding is told by its sheet, and a plan has one at least.
            sheet = fault.cells[0].sheet if fault.cells else fault.sheet or plan.tables[0].sheet
            # A cell that is merged over several actions is named once.
            cells = unique(fault.cells) if len(fault.cells) > 1 else fault.cells
            yield Finding(self.code, self.severity, fault.message, cells, fault.ref, fault.suggestion, sheet)


def list_cells(*cells: Cell | None) -> tuple[Cell, ...]:
    """The cells without those that the plan does not have."""
    # Made of a list: a generator for one cell or two, as most have, takes twice as long.
    return tuple([cell for cell in cells if cell is not None])


def get_action_cell(action: Action) -> tuple[Cell, ...]:
    """The cell of an action's words, for a fault that has no cell of its own."""
    return list_cells(action.cell(Field.ACTION))
