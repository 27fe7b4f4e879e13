"""Dates that have been moved: which of a cell's periods still hold.

old   = ("was" | "originally" | "currently" | …) period | moved "from" period
new   = moved "to" period | ("now" | "revised date" | …) period
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peerxl.language.timescales.gaps import Gap, Link
from peerxl.language.timescales.modes import MOVED, MOVED_TO
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.runs import Run
from peerxl.language.timescales.words import Role


def current(runs: Sequence[Run]) -> list[Run]:
    """The runs that still hold; refuses where a new date does not say which one it replaces."""
    kept: list[Run] = []
    was_moved = False
    for number, run in enumerate(runs):
        if is_old(run) or (number and _is_origin(runs[number - 1], run)):
            was_moved = True
            continue
        if is_new(run) and kept and not was_moved:
            if not run.before.is_wordless:
                raise Unreadable("unclear", "it is not said which date the new one replaces")
            kept.pop()
        kept.append(_unjoined(run) if was_moved else run)
        was_moved = False
    if runs and not kept:
        raise Unreadable("only-moved", "the only date is one that it was moved from, or that held before")
    return kept


def is_old(run: Run) -> bool:
    roles = run.roles
    moved_from = Role.FROM in roles and (roles[0] in MOVED or roles[0] is Role.NEW)
    return Role.OLD in roles or moved_from


def _is_origin(moved: Run, run: Run) -> bool:
    """Whether the run is where something was moved from, said last: "slipped to Q1 24/25 from Q3 23/24"."""
    return is_new(moved) and run.roles[:1] == [Role.FROM] and run.before.is_wordless


def is_new(run: Run) -> bool:
    roles = run.roles
    return Role.NEW in roles or (len(roles) > 1 and roles[0] in MOVED and roles[1] in MOVED_TO)


def _unjoined(run: Run) -> Run:
    """The run after an old one: no longer the end of a range that the old one began."""
    gap = run.before
    governors = gap.governors if gap.link is not Link.TO or Role.UNTIL in run.roles or Role.END in run.roles else ()
    return replace(run, before=Gap(gap.suffix, gap.middle, governors, Link.APART))
