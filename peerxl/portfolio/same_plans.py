"""Which workbooks of a portfolio hold a plan that another holds too: an appendix beside its master, an older copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from peerxl.portfolio.summary import WorkbookSummary

FEWEST = 3
"""Fewer actions may well be in two plans alike."""
MOST_TRIED = 50
"""How many workbooks with an action in common are looked at: where councils share a template, all have it."""


def find_same_plans(workbooks: Sequence[WorkbookSummary]) -> Mapping[str, WorkbookSummary]:
    """By the name of its file, each workbook whose actions are all in another, and that other.

    Of two with the same actions it is the later. Two that name different councils are never the same plan: a template
    has the same actions for all of them.
    """
    holders: Holders = {}
    places = {workbook.file: place for place, workbook in enumerate(workbooks)}
    for workbook in workbooks:
        for mark in set(workbook.marks):
            for council in (workbook.council.casefold(), ANY):
                holders.setdefault((council, mark), []).append(workbook)
    pairs = ((workbook, find_same(workbook, holders, places)) for workbook in workbooks)
    return {workbook.file: same for workbook, same in pairs if same is not None}


Holders = dict[tuple[str, str], list[WorkbookSummary]]
"""The workbooks that have an action, by their council and its mark, and by ANY council."""
NONE, ANY = "", "*"


def find_same(workbook: WorkbookSummary, holders: Holders, places: Mapping[str, int]) -> WorkbookSummary | None:
    """Another workbook that has all of a workbook's actions, and more or an earlier place."""
    marks, council = frozenset(workbook.marks), workbook.council.casefold()
    if len(marks) < FEWEST:
        return None
    # One that names no council may be anybody's.
    councils = (council, NONE) if council else (ANY,)
    rarest = min(marks, key=lambda mark: (len(holders[council or ANY, mark]), mark))
    others = (each for name in councils for each in holders.get((name, rarest), ()) if each is not workbook)
    for other in islice(others, MOST_TRIED):
        is_before = places[other.file] < places[workbook.file]
        if marks < frozenset(other.marks) or (is_before and marks == frozenset(other.marks)):
            return other
    return None
