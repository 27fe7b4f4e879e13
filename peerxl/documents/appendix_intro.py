"""The lines above the appendix's tables: what each holds, how things stand, and what the words mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from peerxl.documents import wording
from peerxl.documents.appendix_columns import TIMESCALE
from peerxl.documents.appendix_parts import Account, PaperPart
from peerxl.documents.document import TextLine
from peerxl.documents.reported import count_statuses, explain_statuses
from peerxl.documents.slippage import REASONS, list_reasons
from peerxl.documents.wording import counted

MERGED = (
    "This version has merged cells, so it is not accessible to screen readers. "
    "Ask the council for the accessible version."
)
NO_ACTIONS = "The plan has no actions."


def build_intro(account: Account, part: PaperPart, *, merged: bool = False) -> Iterator[str | TextLine]:
    """The lines, in the order a reader needs them."""
    plan = account.plan
    if merged:
        yield MERGED
    yield part.contents(account)
    yield TextLine(part.figures(account), is_heading=True)
    if meanings := list(explain_statuses(account.actions, account.quarter, plan.settings.vocabulary)):
        yield " ".join(meanings)
    if account.actions and TIMESCALE in part.columns and not TIMESCALE.is_wanted(plan):
        yield "The plan gives no timescales."


def describe_all(account: Account) -> str:
    period, name = name_period(account), name_plan(account)
    return f"Every action of the {name}, as reported for {period}."


def describe_open(account: Account) -> str:
    return f"The actions of the {name_plan(account)} that were still open at the end of {name_period(account)}."


def describe_exceptions(account: Account) -> str:
    what = f"The actions of the {name_plan(account)} that were late, put off, on hold, due or without an update"
    return f"{what} at the end of {name_period(account)}, and why each is here."


def describe_position(account: Account) -> str:
    period, name = name_period(account), name_plan(account)
    return f"What was recommended, what has been done by {period} and what comes next: the {name} by recommendation."


def describe_closed(account: Account) -> str:
    if any(quarter < account.quarter for quarter in account.plan.quarters):
        return f"The actions that were closed in {name_period(account)} and open in {name_last(account)}."
    return f"The actions that were closed by {name_period(account)}; the plan does not say which were so before."


def describe_live(account: Account) -> str:
    return f"The actions that were still open at the end of {name_period(account)}, by recommendation."


def describe_moved(account: Account) -> str:
    return "The open actions that are to be done at another time than was first agreed, with what their comments say."


def describe_overdue(account: Account) -> str:
    return f"The open actions that were due before {name_period(account)}, and by how many quarters they are late."


def describe_unanswered(account: Account) -> str:
    return (
        f"The open actions on which nothing was reported for {name_period(account)}, with what was last known of each."
    )


def count_all(account: Account) -> str:
    """How many actions the plan has, with which status."""
    number = len(account.plan.actions)
    return (
        f"The plan has {counted(number, 'action')}: {count_listed(account)}." if number else "The plan has no actions."
    )


def count_open(account: Account) -> str:
    """How many of the plan's actions are open, with which status."""
    listed, planned = len(account.actions), len(account.plan.actions)
    if not planned:
        return NO_ACTIONS
    if not listed:
        return f"No action is open: {'the only one is' if planned == 1 else f'all {planned} are'} closed."
    if listed == planned:
        return f"The plan has {counted(listed, 'action')}, all open: {count_listed(account)}."
    return f"{listed} of the plan's {counted(planned, 'action')} {are(listed)} open: {count_listed(account)}."


def count_exceptions(account: Account) -> str:
    """How many actions are exceptions, and for how many each reason holds."""
    listed, planned = len(account.actions), len(account.plan.actions)
    if not planned:
        return NO_ACTIONS
    if not listed:
        return f"There are no exceptions among the plan's {counted(planned, 'action')}."
    reasons = Counter(reason for action in account.actions for reason in list_reasons(action, account.quarter))
    figures = wording.listed(f"{reasons[reason]} {words}" for reason, words in REASONS.items() if reasons[reason])
    return f"{listed} of the plan's {counted(planned, 'action')} {are(listed)} here: {figures}."


def count_progress(account: Account) -> str:
    """How many actions a part of the progress report lists, of how many."""
    listed, planned = len(account.actions), len(account.plan.actions)
    return f"{listed} of the plan's {counted(planned, 'action')}." if planned else NO_ACTIONS


def count_listed(account: Account) -> str:
    return count_statuses(account.actions, account.quarter, account.plan.settings.vocabulary)


def name_plan(account: Account) -> str:
    return wording.name_in_sentence(account.plan)


def name_period(account: Account) -> str:
    return wording.quarter_in_full(account.quarter)


def name_last(account: Account) -> str:
    return wording.quarter_name(account.quarter - 1)


def are(number: int) -> str:
    return "is" if number == 1 else "are"
