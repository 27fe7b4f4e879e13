"""Numbers under a heading of weeks ("Due week"), which count from a day that the plan does not name."""

from __future__ import annotations

from peerxl.model.sheet import Cell
from peerxl.reading.actions.date_order import DATES
from peerxl.reading.columns.tracker_layout import TrackerLayout
from peerxl.reading.headings.key import heading_key


def find_week_columns(layout: TrackerLayout) -> frozenset[int]:
    """The columns of dates that are headed as weeks."""
    dated = (use.heading for use in layout.uses if use.field in DATES)
    return frozenset(heading.column for heading in dated if "week" in heading_key(heading.text).split())


def doubt_week(cell: Cell, columns: frozenset[int]) -> str:
    """Why a number is no date, where it is the number of a week; nothing where it is none."""
    text = cell.text.strip()
    is_week = cell.column in columns and text.isdecimal()
    return f"“{text}” is the number of a week, and nothing says when week 1 begins" if is_week else ""
