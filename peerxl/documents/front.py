"""What the first page of a paper says of itself: whose it is, where it goes, whom to ask; as the council has set it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from peerxl.documents.document import TextLine, date_words
from peerxl.documents.wording import name_council
from peerxl.model.plan import ActionPlan, unique

HOLDER = re.compile(r"\b(?:portfolio|cabinet|lead|executive)\s+(?:holder|member)s?\b", re.IGNORECASE)
"""How trackers head the column of the councillor who answers for an action."""
MOST_HOLDERS = 3
"""How many portfolio holders of a plan are named; where there are more, its own column names them."""


def list_front(plan: ActionPlan) -> tuple[TextLine, ...]:
    """One line of all there is to say; none where nothing is set."""
    words = " ".join(f"{part}." for part in write_front(plan))
    return (TextLine(words, is_cleared=True),) if words else ()


def write_front(plan: ActionPlan) -> Iterator[str]:
    front = plan.settings.front
    if council := name_council(plan):
        yield council
    meeting = find_meeting(plan)
    if front.committee or meeting:
        committee = re.sub(r"^the\s+", "", front.committee or "meeting", flags=re.IGNORECASE)
        yield f"For the {committee}{f' on {date_words(meeting)}' if meeting else ''}"
    if front.published:
        yield f"Published on {front.published}"
    if holder := front.portfolio_holder or "; ".join(list_holders(plan)):
        yield f"Portfolio holder: {holder}"
    if front.contact:
        yield f"Contact: {front.contact}"
    if front.other_formats:
        yield f"Other formats: {front.other_formats.rstrip('.')}"


def find_meeting(plan: ActionPlan) -> date | None:
    """The day of the first meeting after the reporting quarter, where the council has set any."""
    if plan.quarter is None:
        return None
    return min((day for day in plan.settings.timing.committees if day > plan.quarter.last_day), default=None)


def list_holders(plan: ActionPlan) -> tuple[str, ...]:
    """The portfolio holders that a plan names in a column of its own, where each action has one and they are few."""
    named = [
        [" ".join(cell.text.split()) for heading, cell in action.extras if HOLDER.search(heading.text)]
        for action in plan.actions
    ]
    if not all(any(names) for names in named):
        return ()
    holders = unique(name for names in named for name in names if name)
    return holders if len(holders) <= MOST_HOLDERS else ()
