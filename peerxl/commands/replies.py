"""Who has answered what was asked for a plan's quarter, and who has not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Unpack

from peerxl.chasing import chase_plan
from peerxl.commands.chase.missing_answers import say_lost_answers
from peerxl.commands.memory import require_past
from peerxl.commands.open_conflicts import find_open_conflicts, say_open_conflicts
from peerxl.commands.owner_names import follow_names
from peerxl.commands.read import AnyPath, ReadOptions, read_plan, require_quarter
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan
from peerxl.record.entry import Entry
from peerxl.record.event import ActionId
from peerxl.record.naming import ActionIds, name_actions
from peerxl.record.reading import RecordFault
from peerxl.record.replies import AnswerCount, Replies, count_answers, list_replies


@dataclass(frozen=True, slots=True)
class RepliesResult:
    """The replies of a quarter as they are on a day, how often each owner answered, and what could not be read.

    ``conflicts`` are sentences on those that nobody has settled, ``lost`` on actions whose answers the plan lost.
    """

    replies: Replies
    counts: tuple[AnswerCount, ...]
    today: date
    faults: tuple[RecordFault, ...] = ()
    conflicts: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def read_replies(
    master: AnyPath, *, today: date, record: AnyPath | None = None, **options: Unpack[ReadOptions]
) -> RepliesResult:
    """Who has answered for the plan's quarter; ``record`` is where the record lies, if not beside the master.

    What the plan asks no longer is outstanding no more. Raises NoQuarterError where nothing says the quarter.
    """
    plan = read_plan(master, **options)
    quarter, past = require_quarter(plan), require_past(master, plan, record)
    ids = name_actions(plan, past.entries)
    replies = replies_of(plan, quarter, past.entries, ids)
    conflicts = find_open_conflicts(plan, quarter, past.entries, ids)
    lost = say_lost_answers(chase_plan(plan, quarter), past, ids, conflicts)
    said = tuple(say_open_conflicts(plan, ids, conflicts))
    return RepliesResult(replies, count_answers(past.entries), today, past.faults, said, tuple(lost))


def replies_of(plan: ActionPlan, quarter: FiscalQuarter, entries: Iterable[Entry], ids: ActionIds) -> Replies:
    """The replies to what was asked for a quarter, of which the plan as it is now still asks."""
    questions = questions_of(plan, quarter, ids)
    return list_replies(follow_names(plan, questions, entries, str(quarter)), str(quarter), questions)


def questions_of(plan: ActionPlan, quarter: FiscalQuarter, ids: ActionIds) -> dict[Owner, tuple[ActionId, ...]]:
    """The actions that each owner is to be asked about, as the plan stands."""
    questions: dict[Owner, list[ActionId]] = {}
    for ask in chase_plan(plan, quarter).asks:
        questions.setdefault(ask.owner, []).append(ids.of(ask.action))
    return {owner: tuple(asked) for owner, asked in questions.items()}
