"""Who has answered what was asked in a quarter, how long it took, and who is outstanding with what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from peerxl.documents.wording import counted, listed, weekday_words
from peerxl.model.owner import Owner
from peerxl.record.asks import RecordedAnswer, RecordedAsk, asking_of
from peerxl.record.entry import Entry, in_order
from peerxl.record.event import ActionId, Asked, Step


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of one owner's asks.

    ``asked`` and ``outstanding`` are actions, in the order they were asked about; ``replied_on`` is the day of the
    first form with an answer, ``blank_on`` that of the last form without one.
    """

    owner: Owner
    asked_on: date
    last_on: date
    last_step: Step
    reply_by: date | None
    asked: tuple[ActionId, ...]
    outstanding: tuple[ActionId, ...]
    replied_on: date | None = None
    blank_on: date | None = None

    @property
    def days(self) -> int | None:
        """How many days the first answer took; None where there is none."""
        return max(0, (self.replied_on - self.asked_on).days) if self.replied_on else None

    @property
    def is_blank(self) -> bool:
        """Whether all that came back is a form with nothing new in it."""
        return self.blank_on is not None and self.replied_on is None

    @property
    def is_covered(self) -> bool:
        """Whether others have answered all that was asked, and the owner nothing."""
        return bool(self.asked) and not self.outstanding and self.replied_on is None

    @property
    def is_early(self) -> bool:
        """Whether the first answer came before the day that the message was laid ready for."""
        return self.replied_on is not None and self.replied_on < self.asked_on

    def asked_words(self, today: date) -> str:
        """ "asked 12 days ago"; one for a day to come is "to go out on Monday 12 January 2026"."""
        days = (today - self.asked_on).days
        if days < 0:
            return f"to go out on {weekday_words(self.asked_on)}"
        return f"asked {counted(days, 'day')} ago" if days else "asked today"

    def waiting_words(self, today: date) -> str:
        """ "Head of HR (6 questions, asked 12 days ago)"; whoever has answered in part has "2 of 6 questions" left."""
        asked = self.asked_words(today)
        blank = ", sent the form back with nothing new in it" if self.is_blank else ""
        left, number = len(self.outstanding), len(self.asked)
        questions = f"{left} of {counted(number, 'question')}" if self.replied_on else counted(left, "question")
        return f"{self.owner.name} ({questions}, {asked}{blank})"


@dataclass(frozen=True, slots=True)
class Replies:
    """A quarter's replies, one for each owner asked, in the order they were first asked."""

    quarter: str
    replies: tuple[Reply, ...]

    @property
    def replied(self) -> tuple[Reply, ...]:
        """Those who have sent an answer, be it to a part of what was asked."""
        return tuple(reply for reply in self.replies if reply.replied_on)

    @property
    def covered(self) -> tuple[Reply, ...]:
        """Those who have sent none, as others have answered all that they were asked."""
        return tuple(reply for reply in self.replies if reply.is_covered)

    @property
    def outstanding(self) -> tuple[Reply, ...]:
        return tuple(reply for reply in self.replies if reply.outstanding)

    @property
    def blank(self) -> tuple[Reply, ...]:
        return tuple(reply for reply in self.replies if reply.is_blank)

    @property
    def score(self) -> str:
        """ "12 of 15 have replied"."""
        number = len(self.replied)
        return f"{number} of {len(self.replies)} {'has' if number == 1 else 'have'} replied"

    def sentence(self, today: date) -> str:
        """ "12 of 15 have replied; waiting for Head of HR (6 questions, asked 12 days ago).\""""
        if not self.replies:
            return f"Nobody has been asked for {self.quarter}."
        covered = [reply.owner.name for reply in self.covered]
        waiting = [reply.waiting_words(today) for reply in self.outstanding]
        parts = (
            self.score,
            f"others have answered for {listed(covered)}" if covered else "",
            f"waiting for {listed(waiting)}" if waiting else "",
        )
        return f"{'; '.join(filter(None, parts))}."


def list_replies(
    entries: Iterable[Entry], quarter: str, still_asked: Mapping[Owner, Collection[ActionId]] | None = None
) -> Replies:
    """The replies to a quarter's asks; an answer counts for every owner who was asked the same.

    ``still_asked`` are the plan's questions as they are now: what is no longer asked is outstanding no more, and an
    owner of whom nothing is asked any more and who never answered is left out. Without it all that was asked counts.
    """
    asking = asking_of(entries, quarter)
    answered, answers = asking.answered, asking.answers_of
    replies = [
        reply_of(owner, asks, answers.get(owner, []), answered, still_asked)
        for owner, asks in asking.asks_of.items()
        if any(ask.event.actions for ask in asks)
    ]
    return Replies(quarter, tuple(reply for reply in replies if still_asked is None or is_in(reply, answered)))


def is_in(reply: Reply, answered: Mapping[ActionId, Owner]) -> bool:
    """Whether an owner counts: anything is outstanding of theirs, or was answered by somebody."""
    return bool(reply.outstanding or reply.replied_on or any(action in answered for action in reply.asked))


def reply_of(
    owner: Owner,
    asks: list[RecordedAsk],
    answers: list[RecordedAnswer],
    answered: Mapping[ActionId, Owner],
    still_asked: Mapping[Owner, Collection[ActionId]] | None,
) -> Reply:
    asked = tuple(dict.fromkeys(action for ask in asks for action in ask.event.actions))
    now = asked if still_asked is None else still_asked.get(owner, ())
    last = asks[-1]
    return Reply(
        owner=asks[0].event.owner,
        asked_on=asks[0].day,
        last_on=last.day,
        last_step=last.event.step,
        # The day that was given first: later messages do not move it.
        reply_by=next((ask.event.reply_by for ask in asks if ask.event.reply_by), None),
        asked=asked,
        outstanding=tuple(action for action in asked if action in now and action not in answered),
        # The first form with an answer tells how long it took, whatever came after it.
        replied_on=min((day_of(answer) for answer in answers if answer.event.actions), default=None),
        blank_on=max((day_of(answer) for answer in answers if answer.event.is_blank), default=None),
    )


def day_of(answer: RecordedAnswer) -> date:
    """The day a form was sent back: that of its mail, else the day it was collected."""
    return answer.event.sent_on or answer.entry.at.date()


@dataclass(frozen=True, slots=True)
class AnswerCount:
    """In how many quarters an owner was asked, and in how many of them everything was answered."""

    owner: Owner
    asked: int
    answered: int


def count_answers(entries: Iterable[Entry]) -> tuple[AnswerCount, ...]:
    """How often each owner answered, in the order they were first asked; one answer counts for all who were asked."""
    lines = in_order(entries)
    counts: dict[Owner, AnswerCount] = {}
    for quarter in dict.fromkeys(entry.quarter for entry in lines if isinstance(entry.event, Asked)):
        for reply in list_replies((entry for entry in lines if entry.quarter == quarter), quarter).replies:
            known = counts.get(reply.owner, AnswerCount(reply.owner, 0, 0))
            answered = known.answered + (0 if reply.outstanding else 1)
            counts[reply.owner] = AnswerCount(reply.owner, known.asked + 1, answered)
    return tuple(counts.values())
