"""What is remembered of a plan, as JSON: its replies and its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerxl.cli.as_json.values import Json, format_day
from peerxl.record.say import action_words, say_event

if TYPE_CHECKING:
    from peerxl.commands.history import History
    from peerxl.commands.replies import RepliesResult
    from peerxl.record.dates import DateChange, Dates
    from peerxl.record.entry import Entry
    from peerxl.record.event import ActionId
    from peerxl.record.replies import Reply


def dump_replies(result: RepliesResult) -> Json:
    """How many have answered, for whom others have, who is outstanding with what, and whose form had nothing new."""
    replies = result.replies
    return {
        "quarter": replies.quarter,
        "asked": len(replies.replies),
        "answered": len(replies.replied),
        "answered_by_others": [reply.owner.name for reply in replies.covered],
        "outstanding": [dump_outstanding(reply, (result.today - reply.asked_on).days) for reply in replies.outstanding],
        "blank": [reply.owner.name for reply in replies.blank],
        "conflicts": list(result.conflicts),
        "lost": list(result.lost),
        "replies": [dump_reply(reply) for reply in replies.replies],
        "owners": [
            {"owner": count.owner.name, "asked": count.asked, "answered": count.answered} for count in result.counts
        ],
    }


def dump_outstanding(reply: Reply, days: int) -> Json:
    """What somebody has not answered; ``days`` since they were asked first."""
    return {
        "owner": reply.owner.name,
        "questions": len(reply.outstanding),
        "refs": list(map(name_action, reply.outstanding)),
        "actions": list(map(action_words, reply.outstanding)),
        "asked_on": format_day(reply.asked_on),
        "days": days,
        "last_step": str(reply.last_step),
    }


def dump_reply(reply: Reply) -> Json:
    return {
        "owner": reply.owner.name,
        "asked_on": format_day(reply.asked_on),
        "reply_by": format_day(reply.reply_by),
        "replied_on": format_day(reply.replied_on),
        "days": reply.days,
        "outstanding": len(reply.outstanding),
    }


def dump_history(result: History) -> Json:
    """What happened, oldest first, and the dates that actions had."""
    return {
        "events": [dump_event(entry) for entry in result.entries],
        "dates": [dump_dates(dates) for dates in result.dates],
    }


def dump_event(entry: Entry) -> Json:
    """One event; ``ref`` is null where it is about several actions or none, or one without a ref.

    ``actions`` has each by its ref, or by the first of its words where it has none.
    """
    return {
        "at": entry.at.isoformat(timespec="seconds"),
        "kind": entry.kind,
        "owner": entry.owner.name if entry.owner else None,
        "ref": name_action(entry.actions[0]) if len(entry.actions) == 1 else None,
        "actions": list(map(action_words, entry.actions)),
        "quarter": entry.quarter or None,
        "says": say_event(entry),
    }


def dump_dates(dates: Dates) -> Json:
    return {
        "ref": name_action(dates.action),
        "action": action_words(dates.action),
        "first": dates.first,
        "since": format_day(dates.since),
        "changes": [dump_change(change) for change in dates.changes],
    }


def dump_change(change: DateChange) -> Json:
    return {
        "date": change.value,
        "on": format_day(change.on),
        "owner": change.owner.name if change.owner else None,
        "why": change.why or None,
        "said": change.said or None,
    }


def name_action(action: ActionId) -> str | None:
    return action.ref or None
