"""Headings that name a field while their cells are nothing of the kind, so that their columns were not read as it."""

from __future__ import annotations

from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell
from peerxl.reading.headings import read_heading


def find_denied_heading(plan: ActionPlan, field: Field) -> Cell | None:
    """The first heading that plainly names a field whose column holds something else, in a plan without that field."""
    for column in (column for table in plan.tables for column in table.columns):
        heading = read_heading(column.heading.text, plan.settings.years)
        if heading.field is field and not heading.is_weak:
            return column.heading
    return None
