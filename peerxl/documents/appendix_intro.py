"""The lines above the appendix's tables: what each holds, how things stand, and what the words mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from peerxl.documents import wording
from peerxl.documents.appendix_columns import COMMENT, OWNER, STATUS, TIMESCALE, has_updates
from peerxl.documents.appendix_parts import PaperFacts, PaperPart
from peerxl.documents.document import TextLine
from peerxl.documents.own_titles import PaperContents
from peerxl.documents.reported import count_statuses, explain_statuses
from peerxl.documents.slippage import REASONS, list_reasons
from peerxl.documents.wording import counted

MERGED = (
    "This version has merged cells, so it is not accessible to screen readers. "
    "Ask the council for the accessible version."
)
NO_ACTIONS = "The plan has no actions."
GIVEN = ((TIMESCALE, "timescales"), (OWNER, "owners"), (STATUS, "statuses"), (COMMENT, "comments"))
"""What a reader looks for in the paper, and misses where the plan has no column for it."""


def build_intro(facts: PaperFacts, part: PaperPart, *, merged: bool = False) -> Iterator[str | TextLine]:
    """The lines, in the order a reader needs them."""
    plan = facts.plan
    if merged:
        yield MERGED
    yield part.contents(facts)
    yield TextLine(part.figures(facts), is_key=True)
    words, has_comments = plan.settings.vocabulary, COMMENT.is_wanted(plan)
    explained = explain_statuses(facts.actions, facts.quarter, words, has_comments=has_comments)
    meanings = explained if has_updates(plan) else ()
    if said := " ".join(meanings):
        yield said
    missing = [f"no {words}" for kind, words in GIVEN if kind in part.columns and not kind.is_wanted(plan)]
    if facts.actions and missing:
        yield f"The plan gives {wording.listed(missing)}."


def describe_all(facts: PaperFacts) -> str:
    return tell_contents(PaperContents.ALL, facts)


def describe_open(facts: PaperFacts) -> str:
    return tell_contents(PaperContents.OPEN, facts)


def describe_exceptions(facts: PaperFacts) -> str:
    return tell_contents(PaperContents.EXCEPTIONS, facts)


def describe_position(facts: PaperFacts) -> str:
    return tell_contents(PaperContents.POSITION, facts)


def describe_closed(facts: PaperFacts) -> str:
    # Without an earlier quarter nothing tells what was closed in this one from what was closed before.
    has_earlier = any(quarter < facts.quarter for quarter in facts.plan.quarters)
    return tell_contents(PaperContents.CLOSED if has_earlier else PaperContents.CLOSED_AT_ALL, facts)


def describe_live(facts: PaperFacts) -> str:
    return tell_contents(PaperContents.LIVE, facts)


def describe_moved(facts: PaperFacts) -> str:
    return tell_contents(PaperContents.MOVED, facts)


def describe_overdue(facts: PaperFacts) -> str:
    return tell_contents(PaperContents.OVERDUE, facts)


def describe_unanswered(facts: PaperFacts) -> str:
    return tell_contents(PaperContents.UNANSWERED, facts)


def tell_contents(contents: PaperContents, facts: PaperFacts) -> str:
    """What a table lists, in the words by which the paper is known for one."""
    last = wording.quarter_name(facts.quarter - 1) if "{last}" in contents else ""
    period = wording.quarter_in_full(facts.quarter)
    return contents.format(name=wording.name_in_sentence(facts.plan), period=period, last=last)


def count_all(facts: PaperFacts) -> str:
    """How many actions the plan has, with which status."""
    number = len(facts.plan.actions)
    return f"The plan has {counted(number, 'action')}: {count_listed(facts)}." if number else "The plan has no actions."


def count_open(facts: PaperFacts) -> str:
    """How many of the plan's actions are open, with which status."""
    listed, planned = len(facts.actions), len(facts.plan.actions)
    if not planned:
        return NO_ACTIONS
    if not listed:
        return f"No action is open: {'the only one is' if planned == 1 else f'all {planned} are'} closed."
    if listed == planned:
        return f"The plan has {counted(listed, 'action')}, all open: {count_listed(facts)}."
    return f"{listed} of the plan's {counted(planned, 'action')} {are(listed)} open: {count_listed(facts)}."


def count_exceptions(facts: PaperFacts) -> str:
    """How many actions are exceptions, and for how many each reason holds."""
    listed, planned = len(facts.actions), len(facts.plan.actions)
    if not planned:
        return NO_ACTIONS
    if not listed:
        return f"There are no exceptions among the plan's {counted(planned, 'action')}."
    reasons = Counter(reason for action in facts.actions for reason in list_reasons(action, facts.quarter))
    figures = wording.listed(f"{reasons[reason]} {words}" for reason, words in REASONS.items() if reasons[reason])
    return f"{listed} of the plan's {counted(planned, 'action')} {are(listed)} here: {figures}."


def count_progress(facts: PaperFacts) -> str:
    """How many actions a part of the progress report lists, of how many."""
    listed, planned = len(facts.actions), len(facts.plan.actions)
    return f"{listed} of the plan's {counted(planned, 'action')}." if planned else NO_ACTIONS


def count_listed(facts: PaperFacts) -> str:
    return count_statuses(facts.actions, facts.quarter, facts.plan.settings.vocabulary)


def are(number: int) -> str:
    return "is" if number == 1 else "are"
