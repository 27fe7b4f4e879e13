"""What a sheet calls what stands on it, in its name or in the lines above the headings: a plan, or a procedure."""

from __future__ import annotations

import re

from peerxl.model.sheet import Sheet, shown
from peerxl.pattern import compile_late

_WRONG = r"issue|defect|bug|snag|finding|gap|blocker|deficienc(?:y|ie)|weakness(?:e)?|non[ -]?conformit(?:y|ie)"
_PLAN = compile_late(
    r"\b(?:(?:corrective |management )?actions?|improvement|delivery|development|recovery|remediation|implementation"
    r"|tasks?)[ _-]*(?:plan|tracker|tracking|log|list|point|item|register)s?\b"
    r"|\bproject[ _-]*(?:plan|tracker|tracking)s?\b"
    rf"|\b(?:{_WRONG}|punch|recommendation|item)s?[ _-]*(?:log|list|tracker|tracking|register)s?\b"
    rf"|\b(?:open|outstanding|pending|action|follow[- ]up|known|current|critical)[ _-]*(?:{_WRONG}|item|point)s?\b"
    r"|\bmilestones?\b|\bto[- ]?dos?\b|\bnext steps\b|\bback ?log\b|\broad ?map\b|\bpoa ?(?:&|and) ?m\b|\bcapa\b"
    rf"|\A(?:[\w/&-]+ ){{0,2}}(?:{_WRONG})s\Z",
    re.IGNORECASE,
)
"""What a list is called of things that are to be done once."""


_RULES = compile_late(
    r"\bresponsibilit(?:y|ies) (?:matrix|chart|list)\b|\braci\b|\broles? (?:and|&) responsibilit"
    r"|\b(?:scheme|schedule) of delegation\b|\bprocedures?\b|\bworkflows?\b|\b(?:service|customer) standards?\b"
    r"|\bservice levels?\b|\bsops?\b|\bprocess (?:map|steps?|flow)\b|\bduties\b",
    re.IGNORECASE,
)
"""What a list is called of what is done each time, and by whom."""
_ACTIONS = compile_late(r"(?:[\w-]+ ){0,4}(?:actions|action items|tasks|to[- ]?dos?)", re.IGNORECASE)
"""What a list is called whose every row is an action."""


_COPY = compile_late(
    r"\(\d{1,2}\)\s*$|\b(?:cop(?:y|ies)|back[- ]?ups?|old|archived?|superseded|previous)\b", re.IGNORECASE
)
"""What a sheet is called that keeps how another one was; Excel calls a copy of "Plan" "Plan (2)"."""


def is_called_copy(name: str) -> bool:
    """Whether a sheet's name says that it is a copy of another."""
    return _COPY.search(name.replace("_", " ")) is not None


def lists_actions(sheet: Sheet) -> bool:
    """Whether the sheet's name says that each row is an action: "improvement_actions"."""
    return _ACTIONS.fullmatch(" ".join(sheet.name.replace("_", " ").split())) is not None


def is_called_plan(sheet: Sheet, first_header_row: int) -> bool:
    """Whether the sheet's name, or a line that stands alone above the headings, says that it is a plan."""
    names = list_names(sheet, first_header_row)
    return any(_PLAN.search(name) or _ACTIONS.fullmatch(name.strip(" :")) for name in names)


def is_called_rules(sheet: Sheet, first_header_row: int) -> bool:
    """Whether they say that it is a procedure, or who is to do what each time, and not that it is a plan."""
    is_plan = is_called_plan(sheet, first_header_row)
    return not is_plan and any(map(_RULES.search, list_names(sheet, first_header_row)))


def list_names(sheet: Sheet, first_header_row: int) -> list[str]:
    """What a sheet calls itself: its name, and the lines that stand alone above the headings."""
    above = (sheet.rows[row - 1] for row in sheet.filled_rows if row < first_header_row)
    lines = [[text for value in row if (text := shown(value).strip())] for row in above]
    titles = [line[0] for line in lines if len(line) == 1]
    return [sheet.name.replace("_", " "), *titles]
