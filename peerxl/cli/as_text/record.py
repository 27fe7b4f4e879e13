"""What is remembered of a plan as text: who has replied, and what happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from peerxl.cli.as_text.table import format_table
from peerxl.documents.document import date_words
from peerxl.documents.wording import counted
from peerxl.record.say import action_words, quoted, refs, say_all, say_change

if TYPE_CHECKING:
    from peerxl.commands.history import History
    from peerxl.commands.replies import RepliesResult
    from peerxl.record.dates import Dates
    from peerxl.record.replies import AnswerCount, Reply


def format_replies(result: RepliesResult) -> Iterator[str]:
    """A line for each owner asked, what is outstanding, in conflict or lost, then the one that says it all."""
    counts = {count.owner: count for count in result.counts}
    rows = [list_reply(reply, counts[reply.owner], result.today) for reply in result.replies.replies]
    if rows:
        yield from format_table(("Owner", "Asked", "Replied", "Outstanding", "Quarters answered"), rows)
    # Not in the table, whose lines are cut at the width of the screen.
    for reply in result.replies.outstanding:
        yield f"outstanding from {reply.owner.name}: {refs(reply.outstanding)}"
    yield from result.conflicts
    yield from result.lost
    yield result.replies.sentence(result.today)


def list_reply(reply: Reply, count: AnswerCount, today: date) -> tuple[str, ...]:
    """An owner, when they were asked and replied, how much is outstanding, and how often they answered."""
    asked = f"goes out on {date_words(reply.asked_on)}" if reply.asked_on > today else date_words(reply.asked_on)
    outstanding = str(len(reply.outstanding) or "")
    return reply.owner.name, asked, say_replied(reply), outstanding, f"{count.answered} of {count.asked}"


def say_replied(reply: Reply) -> str:
    """ "1 December 2026, in 6 days", that others have answered, or that a form with nothing new in it came back."""
    if reply.replied_on:
        same = "before the message went out" if reply.is_early else "the same day"
        wait = f"in {counted(reply.days, 'day')}" if reply.days else same
        return f"{date_words(reply.replied_on)}, {wait}"
    if reply.blank_on:
        return f"nothing new on {date_words(reply.blank_on)}"
    return "others have answered" if reply.is_covered else ""


def format_history(result: History) -> Iterator[str]:
    """Each event with its day and time, then the dates that were moved."""
    if not result.entries:
        yield "Nothing is on the record."
    for at, says in say_all(result.entries, result.seen):
        yield f"{date_words(at)} at {at:%H:%M}: {says}"
    for dates in result.dates:
        yield ""
        yield from format_dates(dates)


def format_dates(dates: Dates) -> Iterator[str]:
    """The first date of an action, and below it every later one with who asked for it and why."""
    first = f"The first timescale of {action_words(dates.action)} was {quoted(dates.first)}"
    yield f"{first} (seen on {date_words(dates.since)})"
    for change in dates.changes:
        yield f"  {date_words(change.on)}: {say_change(change)}"
