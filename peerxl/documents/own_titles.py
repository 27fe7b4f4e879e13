"""What peerxl's own lists and papers begin with, so that none of them is taken for a plan.

They are known without the documents themselves being made, as every workbook is looked at for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

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


class PaperContents(StrEnum):
    """What stands under the title of a paper's table of actions, with what is told of the plan in braces."""

    ALL = "Every action of the {name}, as reported for {period}."
    OPEN = "The actions of the {name} that were still open at the end of {period}."
    EXCEPTIONS = (
        "The actions of the {name} that were late, put off, on hold, due or without an update at the end of {period}, "
        "and why each is here."
    )
    POSITION = "What was recommended, what has been done by {period} and what comes next: the {name} by recommendation."
    CLOSED = "The actions that were closed in {period} and open in {last}."
    CLOSED_AT_ALL = "The actions that were closed by {period}; the plan does not say which were so before."
    LIVE = "The actions that were still open at the end of {period}, by recommendation."
    MOVED = "The open actions that are to be done at another time than was first agreed, with what their comments say."
    OVERDUE = "The open actions that were due before {period}, and by how many quarters they are late."
    UNANSWERED = "The open actions on which nothing was reported for {period}, with what was last known of each."
    CHANGED = "What became of the {actions} of the plan from {last} to {period}."
    CHANGED_SINCE = "What became of the actions from {last} to {period}: {both} the same."
    TIMELINE = "When the actions are to be done, {span} reported on. What lies before or after is told under When."


LINES_ABOVE = 12
"""In how many rows of a paper's sheet, from its title on, its contents are told: a long sentence takes several."""
LONGEST = 2_000
"""How much of them is looked at: a plan's own words may be as long as cells can hold."""


def is_paper(sheets: Sequence[Sheet]) -> bool:
    """Whether a workbook is an appendix that peerxl wrote: one of its sheets says so under its title."""
    return any(tells_contents(" ".join(texts_above(sheet))[:LONGEST]) for sheet in sheets)


def tells_contents(text: str) -> bool:
    """Whether a text has one of the sentences by which papers are known."""
    for contents in PaperContents:
        # Most plans have no such words, and for those nothing is compiled.
        if contents.partition("{")[0] in text:
            parts = map(re.escape, re.split(r"\{\w+\}", contents))
            if re.search(".+".join(parts), text):
                return True
    return False


def texts_above(sheet: Sheet) -> Iterator[str]:
    """What stands alone in the first column of a sheet's first rows, up to the headings."""
    for row in range(2, LINES_ABOVE + 1):
        if sheet.cell(row, 2).text:
            return
        yield sheet.cell(row, 1).text


def name_own_list(sheets: Sequence[Sheet]) -> str:
    """Which of peerxl's own lists a workbook is: "a chase list"; empty where it is none."""
    titles = [sheet.cell(1, 1).text for sheet in sheets]
    if len(titles) == 1 and WEEKLY.fullmatch(titles[0]):
        return "a page of the week"
    return next((name for name, begun in OWN_LISTS.items() if begins_so(titles, begun)), "")


def begins_so(titles: Sequence[str], begun: Sequence[str]) -> bool:
    """Whether the first titles begin as given."""
    return len(titles) >= len(begun) and all(map(str.startswith, titles, begun))
