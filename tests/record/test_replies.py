"""Who has answered: each owner's asks and answers, and the line that says it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from peerxl.record.event import Asked, Drafted, Event, Failed, Returned, Sent, Step
from peerxl.record.replies import AnswerCount, Replies, Reply, count_answers, list_replies
from tests.record.happenings import H1, H2, H3, HR, LEGAL, QUARTER, R1, ROADS, happened

DUE = date(2026, 12, 7)
ASK_HR = Asked(HR, QUARTER, Step.ASK, (H1, H2), DUE, "<hr>")
ASK_ROADS = Asked(ROADS, QUARTER, Step.ASK, (R1,), DUE, "<roads>")
TODAY = date(2026, 12, 5)


def returned(*actions: object, owner: object = HR, **more: object) -> Returned:
    return Returned(owner, QUARTER, "form.xlsx", actions, **more)  # type: ignore[arg-type]


HISTORIES: dict[str, tuple[list[tuple[int, Event]], str]] = {
    "nobody asked": ([], "Nobody has been asked for Q3 2026/27."),
    "another quarter": ([(0, Asked(HR, "Q2 2026/27", Step.ASK, (H1,)))], "Nobody has been asked for Q3 2026/27."),
    "nobody answered": (
        [(0, ASK_HR), (2, ASK_ROADS)],
        "0 of 2 have replied; waiting for Head of HR (2 questions, asked 12 days ago) and AD Roads (1 question, asked 10 days ago).",
    ),
    "one answered": (
        [(0, ASK_HR), (0, ASK_ROADS), (3, returned(H1, H2))],
        "1 of 2 has replied; waiting for AD Roads (1 question, asked 12 days ago).",
    ),
    "half an answer": (
        [(0, ASK_HR), (3, returned(H2))],
        "1 of 1 has replied; waiting for Head of HR (1 of 2 questions, asked 12 days ago).",
    ),
    "the other half later": ([(0, ASK_HR), (3, returned(H2)), (4, returned(H1))], "1 of 1 has replied."),
    "a blank form": (
        [(0, ASK_HR), (3, returned())],
        "0 of 1 have replied; waiting for Head of HR (2 questions, asked 12 days ago, sent the form back with nothing new in it).",
    ),
    "a blank form and then an answer": ([(0, ASK_HR), (3, returned()), (4, returned(H1, H2))], "1 of 1 has replied."),
    "somebody else answered": (
        [(0, ASK_HR), (0, ASK_ROADS), (3, returned(H1, H2, owner=LEGAL))],
        "0 of 2 have replied; others have answered for Head of HR; waiting for AD Roads (1 question, asked 12 days ago).",
    ),
    "an answer to what somebody else answered too": (
        [(0, ASK_HR), (3, returned(H1, owner=LEGAL)), (4, returned(H2))],
        "1 of 1 has replied.",
    ),
    "asked today": (
        [(12, ASK_HR)],
        "0 of 1 have replied; waiting for Head of HR (2 questions, asked today).",
    ),
    "asked on a Saturday for Monday": (
        [(12, replace(ASK_HR, sent_on=date(2026, 12, 7)))],
        "0 of 1 have replied; waiting for Head of HR (2 questions, to go out on Monday 7 December 2026).",
    ),
    "asked yesterday": (
        [(11, ASK_HR)],
        "0 of 1 have replied; waiting for Head of HR (2 questions, asked 1 day ago).",
    ),
    "reminded": (
        [(2, ASK_HR), (9, Asked(HR, QUARTER, Step.REMINDER, (H1, H2), DUE, "<hr2>"))],
        "0 of 1 have replied; waiting for Head of HR (2 questions, asked 10 days ago).",
    ),
    "the mail failed": (
        [(0, ASK_HR), (0, Failed(HR, QUARTER, "<hr>", "the mailbox is full"))],
        "Nobody has been asked for Q3 2026/27.",
    ),
    "the mail failed and was sent later": (
        [(0, ASK_HR), (0, Failed(HR, QUARTER, "<hr>", "the mailbox is full")), (0, Sent(HR, QUARTER, "<hr>"))],
        "0 of 1 have replied; waiting for Head of HR (2 questions, asked 12 days ago).",
    ),
    "the mail failed and nobody knows what became of its second attempt": (
        [(0, ASK_HR), (0, Failed(HR, QUARTER, "<hr>", "the mailbox is full")), (0, ASK_HR)],
        "0 of 1 have replied; waiting for Head of HR (2 questions, asked 12 days ago).",
    ),
    "the mail was sent though its retry failed": (
        [(0, ASK_HR), (0, Sent(HR, QUARTER, "<hr>")), (1, Failed(HR, QUARTER, "<hr>", "x"))],
        "0 of 1 have replied; waiting for Head of HR (2 questions, asked 12 days ago).",
    ),
    "a draft lies ready though sending failed": (
        [(0, ASK_HR), (0, Failed(HR, QUARTER, "<hr>", "x")), (0, Drafted(HR, QUARTER, "<hr>", "HR.eml"))],
        "0 of 1 have replied; waiting for Head of HR (2 questions, asked 12 days ago).",
    ),
    "only a notice": ([(0, Asked(HR, QUARTER, Step.NOTICE, told=(H1,)))], "Nobody has been asked for Q3 2026/27."),
}


@pytest.mark.parametrize("history", HISTORIES)
def test_the_line_that_says_it(history: str) -> None:
    events, sentence = HISTORIES[history]
    assert list_replies(happened(*events), QUARTER).sentence(TODAY) == sentence


def test_a_reply_knows_its_days() -> None:
    sent_on = date(2026, 11, 27)
    reminder = Asked(HR, QUARTER, Step.REMINDER, (H1,), DUE, "<hr2>")
    entries = happened(
        (0, ASK_HR), (3, returned(H2)), (5, returned(H1, sent_on=sent_on)), (8, reminder), (9, returned())
    )
    replies = list_replies(entries, QUARTER)
    reply = Reply(
        owner=HR,
        asked_on=date(2026, 11, 23),
        last_on=date(2026, 12, 1),
        last_step=Step.REMINDER,
        reply_by=DUE,
        asked=(H1, H2),
        outstanding=(),
        replied_on=date(2026, 11, 26),
        blank_on=date(2026, 12, 2),
    )
    assert replies == Replies(QUARTER, (reply,))
    assert (reply.days, reply.is_blank) == (3, False)
    assert (replies.replied, replies.covered, replies.outstanding, replies.blank) == ((reply,), (), (), ())


def test_a_mail_that_was_sent_before_the_ask_took_no_days() -> None:
    entries = happened((5, ASK_ROADS), (6, returned(R1, owner=ROADS, sent_on=date(2026, 11, 20))))
    assert list_replies(entries, QUARTER).replies[0].days == 0


def test_what_the_plan_no_longer_asks_is_not_outstanding() -> None:
    """HR's second action was closed, Roads left the plan without a word, Legal left after an answer."""
    ask_legal = Asked(LEGAL, QUARTER, Step.ASK, (H3,), DUE, "<legal>")
    entries = happened((0, ASK_HR), (0, ASK_ROADS), (0, ask_legal), (1, returned(H3, owner=LEGAL)))
    replies = list_replies(entries, QUARTER, {HR: (H1,)})
    assert [(reply.owner, reply.outstanding) for reply in replies.replies] == [(HR, (H1,)), (LEGAL, ())]


def test_a_first_deadline_stays() -> None:
    later = Asked(HR, QUARTER, Step.REMINDER, (H1,), date(2027, 1, 4), "<hr2>")
    assert list_replies(happened((0, ASK_HR), (8, later)), QUARTER).replies[0].reply_by == DUE


def test_how_often_an_owner_answered() -> None:
    """Over two quarters: HR half in the first, Roads in both, Legal by somebody else's answer."""
    before = "Q2 2026/27"
    entries = happened(
        (0, Asked(HR, before, Step.ASK, (H1, H2))),
        (0, Asked(ROADS, before, Step.ASK, (R1,))),
        (1, Returned(HR, before, "form.xlsx", (H1,))),
        (1, Returned(ROADS, before, "form.xlsx", (R1,))),
        (9, ASK_HR),
        (9, ASK_ROADS),
        (9, Asked(LEGAL, QUARTER, Step.ASK, (R1,))),
        (10, returned(H1, H2)),
        (10, returned(R1, owner=ROADS)),
        (11, Asked(LEGAL, "Q4 2026/27", Step.NOTICE, told=(H1,))),
    )
    assert count_answers(entries) == (AnswerCount(HR, 2, 1), AnswerCount(ROADS, 2, 2), AnswerCount(LEGAL, 1, 1))
    assert count_answers(()) == ()
