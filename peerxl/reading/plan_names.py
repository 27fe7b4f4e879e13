"""Whether a sheet calls what stands on it a plan, in its name or in the lines above the headings."""

from __future__ import annotations

import re

from peerxl.model.sheet import Sheet, shown
from peerxl.pattern import compile_late

_PLAN = compile_late(
    r"\b(?:(?:corrective |management )?actions?|improvement|delivery|development|recovery|remediation|implementation)"
    r"[ _-]*(?:plan|tracker|tracking|log|list|point|item)s?\b"
    r"|\b(?:defect|bug|snag|punch) (?:log|list)s?\b|\bmilestones?\b|\bto[- ]do\b|\bnext steps\b",
    re.IGNORECASE,
)
"""What a list is called of things that are to be done once."""


def is_called_plan(sheet: Sheet, first_header_row: int) -> bool:
    """Whether the sheet's name, or a line that stands alone above the headings, says that it is a plan."""
    above = (sheet.rows[row - 1] for row in sheet.filled_rows if row < first_header_row)
    lines = [[text for value in row if (text := shown(value).strip())] for row in above]
    titles = [line[0] for line in lines if len(line) == 1]
    return any(_PLAN.search(text) for text in (sheet.name.replace("_", " "), *titles))
