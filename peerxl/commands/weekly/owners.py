"""How things stand with each owner: what they were sent and gave in the last seven days, and what is outstanding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from peerxl.documents.this_week import OwnerWeek, WeekState
from peerxl.documents.wording import counted, weekday_words
from peerxl.model.owner import Owner
from peerxl.record.asks import RecordedAnswer, RecordedAsk, asking_of
from peerxl.record.entry import Entry
from peerxl.record.event import Step
from peerxl.record.replies import Replies, Reply, day_of
from peerxl.record.say import refs
from peerxl.record.steps import Turn

WEEK = timedelta(days=7)
STATES = {
    Step.ESCALATION: WeekState.LATE,
    Step.REMINDER: WeekState.REMINDED,
    Step.ASK: WeekState.ASKED,
    Step.NOTICE: WeekState.TOLD,
}


def list_owners(entries: Iterable[Entry], replies: Replies, turns: Iterable[Turn], today: date) -> Iterator[OwnerWeek]:
    """Everybody of whom something is outstanding, or who was sent or gave something in the seven days up to today."""
    asking, turn_of = asking_of(entries, replies.quarter), {turn.owner: turn for turn in turns}
    reply_of = {reply.owner: reply for reply in replies.replies}
    since = today - WEEK
    for owner, asks in asking.asks_of.items():
        recent = [ask for ask in asks if ask.day > since]
        answers = [each for each in asking.answers_of.get(owner, []) if each.event.actions and day_of(each) > since]
        reply = reply_of.get(owner)
        if recent or answers or (reply and reply.outstanding):
            yield owner_week(owner, recent, answers, reply, turn_of.get(owner), today)


def owner_week(
    owner: Owner,
    asks: Sequence[RecordedAsk],
    answers: Sequence[RecordedAnswer],
    reply: Reply | None,
    turn: Turn | None,
    today: date,
) -> OwnerWeek:
    """One owner's week, from the messages and the answers of its days."""
    outstanding = reply.outstanding if reply else ()
    says = " ".join((*asked_words(asks, today), *answered_words(answers), *outstanding_words(reply, today)))
    if outstanding:
        state = STATES[asks[-1].event.step] if asks else WeekState.WAITING
    else:
        state = WeekState.ANSWERED if answers else WeekState.TOLD
    reply_by = turn.reply_by if turn else reply.reply_by if reply and outstanding else None
    return OwnerWeek(owner.name, state, says, reply_by, turn.next_on if turn else None)


def asked_words(asks: Sequence[RecordedAsk], today: date) -> Iterator[str]:
    """The last message of the week, which may be laid ready for a day to come."""
    if asks and asks[-1].day > today:
        yield f"Goes out on {weekday_words(asks[-1].day)}."
    elif asks:
        yield f"{STATES[asks[-1].event.step]} on {weekday_words(asks[-1].day)}."


def answered_words(answers: Sequence[RecordedAnswer]) -> Iterator[str]:
    for answer in answers:
        number = counted(len(answer.event.actions), "question")
        yield f"Answered {number} on {weekday_words(day_of(answer))} ({refs(answer.event.actions)})."


def outstanding_words(reply: Reply | None, today: date) -> Iterator[str]:
    """What is outstanding, and since when."""
    if reply is None or not reply.outstanding:
        yield "Nothing is outstanding."
        return
    since = "" if reply.asked_on > today else f", first {reply.asked_words(today)}"
    number = counted(len(reply.outstanding), "question")
    yield f"{number} outstanding ({refs(reply.outstanding)}){since}."
