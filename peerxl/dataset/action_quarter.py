"""An action at a quarter: what the rows that analysts get are rows of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from peerxl.model.action import Action, Update
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan, unique
from peerxl.model.timescale import Timescale
from peerxl.movement.dates import first_timescale
from peerxl.reading.headers.title import find_council


@dataclass(frozen=True, slots=True)
class ActionQuarter:
    """An action of a plan and what was reported of it for a quarter, which is None where nothing says which it was.

    ``file`` is the plan's workbook, as its rows are to name it.
    """

    plan: ActionPlan
    file: str
    action: Action
    update: Update

    @property
    def quarter(self) -> FiscalQuarter | None:
        return self.update.quarter

    @property
    def is_current(self) -> bool:
        """Whether this is the quarter that the plan reports on."""
        return self.quarter is not None and self.quarter == self.plan.quarter

    @property
    def is_ahead(self) -> bool:
        """Whether the quarter is after the one that the plan reports on: of it nobody knows anything yet."""
        return self.quarter is not None and self.plan.quarter is not None and self.quarter > self.plan.quarter

    @property
    def is_open(self) -> bool | None:
        """Whether the action still had to be done at the quarter; None for a quarter that is still ahead."""
        return None if self.is_ahead else self.action.is_open(self.quarter)

    @property
    def is_overdue(self) -> bool | None:
        """Whether it was open and due in an earlier quarter; None where the quarter is ahead or not known."""
        if self.quarter is None or self.is_ahead:
            return None
        return self.action.is_open(self.quarter) and self.action.timescale.is_overdue(self.quarter)

    @property
    def quarters_overdue(self) -> int | None:
        """How many quarters before this one an overdue action was due."""
        due, quarter = self.action.timescale.due, self.quarter
        if not self.is_overdue or due is None or quarter is None:
            return None
        return 4 * (quarter.start_year - due.start_year) + quarter.number - due.number

    @property
    def days_overdue(self) -> int | None:
        """How many days before the quarter's last one an overdue action was due."""
        due, quarter = self.action.timescale.due_date, self.quarter
        return (quarter.last_day - due).days if self.is_overdue and due and quarter else None

    @property
    def standing(self) -> Update:
        """The update that says how the action stands: the latest up to the quarter that has a status."""
        latest = None if self.is_ahead else self.action.latest_update(self.quarter)
        return latest or Update(self.quarter)

    @property
    def first(self) -> Timescale | None:
        """What the timescale in force replaced, where the plan says so."""
        return first_timescale(self.action)


def list_action_quarters(plan: ActionPlan, file: str) -> Iterator[ActionQuarter]:
    """Every action at every quarter that the plan has columns for, and at the quarter that it reports on.

    An action of a plan without either stands once, at no quarter.
    """
    for action in plan.actions:
        for update in plan.complete_updates(action):
            yield ActionQuarter(plan, file, action, update)


def council_of(plan: ActionPlan) -> str:
    """The council as the Settings sheet has it, else as the title names it; blank where neither does."""
    return plan.settings.council or find_council(plan.title)


def first_day(timescale: Timescale) -> date | None:
    """The day that the timescale's start begins on."""
    return next((each.start_date for each in timescale.milestones if each.start or each.end), None)


def owner_emails(plan: ActionPlan, action: Action) -> tuple[str, ...]:
    """The addresses of who answers for an action: of the Owners sheet, else of the cell."""
    contacts = [(owner, plan.settings.directory.find_owner(owner)) for owner in action.owners]
    return unique(email for owner, contact in contacts if (email := (contact and contact.email) or owner.email))
