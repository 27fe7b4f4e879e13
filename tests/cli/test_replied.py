"""How ``peerxl replies`` says when an owner's form came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from peerxl.cli.as_text.record import list_reply, say_replied
from peerxl.model.owner import Owner
from peerxl.record.event import ActionId, Step
from peerxl.record.replies import AnswerCount, Reply

ASKED_ON = date(2024, 1, 8)


@pytest.mark.parametrize(
    ("replied_on", "blank_on", "words"),
    [
        (date(2024, 1, 8), None, "8 January 2024, the same day"),
        (date(2024, 1, 6), None, "6 January 2024, before the message went out"),
        (date(2024, 1, 9), None, "9 January 2024, in 1 day"),
        (date(2024, 1, 22), date(2024, 1, 9), "22 January 2024, in 14 days"),
        (None, date(2024, 1, 9), "nothing new on 9 January 2024"),
        (None, None, ""),
    ],
)
def test_when_a_form_came_back(replied_on: date | None, blank_on: date | None, words: str) -> None:
    reply = Reply(Owner("AD Roads", "adroads"), ASKED_ON, ASKED_ON, Step.ASK, None, (), (), replied_on, blank_on)
    assert say_replied(reply) == words


def test_whoever_others_have_answered_for_has_not_replied() -> None:
    roads, asked = Owner("AD Roads", "adroads"), ActionId("1", "R1")
    covered = Reply(roads, ASKED_ON, ASKED_ON, Step.ASK, None, (asked,), ())
    assert say_replied(covered) == "others have answered"
    assert say_replied(replace(covered, outstanding=(asked,))) == ""


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2024, 1, 6), "goes out on 8 January 2024"),
        (date(2024, 1, 8), "8 January 2024"),
        (date(2024, 1, 9), "8 January 2024"),
    ],
)
def test_when_an_owner_was_asked(today: date, words: str) -> None:
    roads = Owner("AD Roads", "adroads")
    reply = Reply(roads, ASKED_ON, ASKED_ON, Step.ASK, None, (), ())
    assert list_reply(reply, AnswerCount(roads, 1, 0), today) == ("AD Roads", words, "", "", "0 of 1")
