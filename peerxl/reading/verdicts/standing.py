"""Rules that stand, and things that are: tables in which nobody has to do something once, by a day.

A plan says of each row that it is done or not yet. A procedure says how soon or how often each is done, an inventory
how each is, tests which were passed, indicators how much was reached, a rota whose turn it is, a list of risks what may
go wrong, and one of controls what is there against it. Each sign is told by a heading and its cells together. By which
day something is due, or how far it has come, speaks against most of them, and so does what was found and is to be put
right.
"""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.reading.columns.draft import Draft
from peerxl.reading.verdicts.controls import find_controls
from peerxl.reading.verdicts.risks import find_risks
from peerxl.reading.verdicts.standing_done import find_catalogue, find_history
from peerxl.reading.verdicts.standing_limits import find_counted_days, find_minutes, find_service_levels
from peerxl.reading.verdicts.standing_lists import (
    find_deciders,
    find_decisions,
    find_key,
    find_meanings,
    find_means,
    find_records,
    find_requests,
    find_states,
    find_tests,
    find_transitions,
    find_ways,
)
from peerxl.reading.verdicts.standing_measures import find_measures
from peerxl.reading.verdicts.standing_occasions import find_occasions
from peerxl.reading.verdicts.standing_sign import StandingSign
from peerxl.reading.verdicts.standing_times import (
    find_duties,
    find_hours,
    find_pace,
    find_recurring,
    find_rota,
    find_slips,
    find_steps,
    find_time_limits,
)


def find_standing(
    drafts: Sequence[Draft], is_called_rules: bool = False, is_called_plan: bool = False
) -> StandingSign | None:
    """The first sign that a table's rows are rules or things; None where it may well be a plan.

    ``is_called_rules`` is whether its sheet calls it a procedure or a list of who does what, ``is_called_plan`` whether
    it calls it a plan or a list of what is to be done, which a key of statuses would hardly stand on alone.
    """
    signs = (find(drafts) for find in SIGNS if not (is_called_plan and find is find_key))
    return next(filter(None, signs), None) or find_time_limits(drafts, is_called_rules)


SIGNS = (
    find_hours,
    find_means,
    find_transitions,
    find_requests,
    find_deciders,
    find_decisions,
    find_steps,
    find_pace,
    find_duties,
    find_minutes,
    find_service_levels,
    find_counted_days,
    find_states,
    find_tests,
    find_recurring,
    find_rota,
    find_slips,
    find_measures,
    find_key,
    find_meanings,
    find_records,
    find_risks,
    find_controls,
    find_ways,
    find_occasions,
    find_catalogue,
    find_history,
)
