"""peerxl reads, checks, chases and publishes a council's action plan that is kept in Excel.

Names are imported when they are first used, so that a command loads no more than it needs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerxl.chasing import Ask, Chase, Reason, chase_plan
    from peerxl.checks import CHECKS, check_plan
    from peerxl.commands.adopt import adopt
    from peerxl.commands.appendix import write_appendix
    from peerxl.commands.calendar import list_calendar, write_calendar
    from peerxl.commands.chase.command import write_chase
    from peerxl.commands.check import write_findings
    from peerxl.commands.collect.command import collect
    from peerxl.commands.export import write_export
    from peerxl.commands.history import read_history
    from peerxl.commands.movement import find_movement, write_movement
    from peerxl.commands.new_year import new_year
    from peerxl.commands.next import next_quarter
    from peerxl.commands.portfolio.command import read_portfolio
    from peerxl.commands.quarter import write_quarter
    from peerxl.commands.read import read_plan
    from peerxl.commands.replies import read_replies
    from peerxl.commands.undo import undo
    from peerxl.errors import PeerxlError
    from peerxl.excel.patch import set_cells
    from peerxl.language.owners import split_owners
    from peerxl.language.timescales import parse_timescale, read_quarter
    from peerxl.model.action import Action, Update
    from peerxl.model.finding import Finding, Severity
    from peerxl.model.fiscal import FiscalQuarter, FiscalYear
    from peerxl.model.owner import Owner
    from peerxl.model.plan import ActionPlan
    from peerxl.model.settings import Settings
    from peerxl.model.status import Status, Vocabulary
    from peerxl.model.timescale import Timescale

HOMES = {
    "peerxl.chasing": ("Ask", "Chase", "Reason", "chase_plan"),
    "peerxl.checks": ("CHECKS", "check_plan"),
    "peerxl.commands.adopt": ("adopt",),
    "peerxl.commands.appendix": ("write_appendix",),
    "peerxl.commands.calendar": ("list_calendar", "write_calendar"),
    "peerxl.commands.chase.command": ("write_chase",),
    "peerxl.commands.check": ("write_findings",),
    "peerxl.commands.collect.command": ("collect",),
    "peerxl.commands.export": ("write_export",),
    "peerxl.commands.history": ("read_history",),
    "peerxl.commands.movement": ("find_movement", "write_movement"),
    "peerxl.commands.new_year": ("new_year",),
    "peerxl.commands.next": ("next_quarter",),
    "peerxl.commands.portfolio.command": ("read_portfolio",),
    "peerxl.commands.quarter": ("write_quarter",),
    "peerxl.commands.read": ("read_plan",),
    "peerxl.commands.replies": ("read_replies",),
    "peerxl.commands.undo": ("undo",),
    "peerxl.errors": ("PeerxlError",),
    "peerxl.excel.patch": ("set_cells",),
    "peerxl.language.owners": ("split_owners",),
    "peerxl.language.timescales": ("parse_timescale", "read_quarter"),
    "peerxl.model.finding": ("Finding", "Severity"),
    "peerxl.model.fiscal": ("FiscalQuarter", "FiscalYear"),
    "peerxl.model.owner": ("Owner",),
    "peerxl.model.action": ("Action", "Update"),
    "peerxl.model.plan": ("ActionPlan",),
    "peerxl.model.settings": ("Settings",),
    "peerxl.model.status": ("Status", "Vocabulary"),
    "peerxl.model.timescale": ("Timescale",),
}

__all__ = [
    "CHECKS",
    "Action",
    "ActionPlan",
    "Ask",
    "Chase",
    "Finding",
    "FiscalQuarter",
    "FiscalYear",
    "Owner",
    "PeerxlError",
    "Reason",
    "Settings",
    "Severity",
    "Status",
    "Timescale",
    "Update",
    "Vocabulary",
    "adopt",
    "chase_plan",
    "check_plan",
    "collect",
    "find_movement",
    "list_calendar",
    "new_year",
    "next_quarter",
    "parse_timescale",
    "read_history",
    "read_plan",
    "read_portfolio",
    "read_quarter",
    "read_replies",
    "set_cells",
    "split_owners",
    "undo",
    "write_appendix",
    "write_calendar",
    "write_chase",
    "write_export",
    "write_findings",
    "write_movement",
    "write_quarter",
]


def __getattr__(name: str) -> object:
    for home, names in HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
