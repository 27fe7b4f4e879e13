"""The titles that peerxl's own lists begin with, so that none of them is taken for a plan.

They are known without the documents themselves being made, as every workbook is looked at for them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from peerxl.model.sheet import Sheet
from peerxl.pattern import compile_late

CHASE_LIST, QUESTIONS_ASKED = "Chase list for ", "What each owner is asked"
FINDINGS_IN, FINDINGS_BY_RULE = "Findings in ", "Findings by rule"
CAME_BACK = "What came back for "
WHAT_CHANGED = "What changed from "
THIS_WEEK = "This week: "
PORTFOLIO_OF, WORKBOOKS_READ = "Portfolio of ", "What each workbook was read as"
WHAT_COLUMNS_ARE = "What the columns are"

OWN_LISTS = {
    "a chase list": (CHASE_LIST, QUESTIONS_ASKED),
    "a list of findings": (FINDINGS_IN, FINDINGS_BY_RULE),
    "a report of what came back": (f"{CAME_BACK}Quarter ",),
    "a list of what changed": (f"{WHAT_CHANGED}Quarter ",),
    "a portfolio": (PORTFOLIO_OF, WORKBOOKS_READ),
    "a file for analysts": ("", WHAT_COLUMNS_ARE),
}
"""What each is, with how the titles of its first sheets begin: a plan could have one of them, and not all."""
WEEKLY = compile_late(rf"{THIS_WEEK}.+, Quarter [1-4] \d{{4}}.*", re.DOTALL)
"""The title of a page of the week, which has no second sheet."""


def name_own_list(sheets: Sequence[Sheet]) -> str:
    """Which of peerxl's own lists a workbook is: "a chase list"; empty where it is none."""
    titles = [sheet.cell(1, 1).text for sheet in sheets]
    if len(titles) == 1 and WEEKLY.fullmatch(titles[0]):
        return "a page of the week"
    return next((name for name, begun in OWN_LISTS.items() if begins_so(titles, begun)), "")


def begins_so(titles: Sequence[str], begun: Sequence[str]) -> bool:
    """Whether the first titles begin as given."""
    return len(titles) >= len(begun) and all(map(str.startswith, titles, begun))
