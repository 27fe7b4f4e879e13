"""Each kind of event is one sentence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from peerxl.record.event import (
    KINDS,
    ActionId,
    Asked,
    Began,
    Conflicted,
    Drafted,
    Event,
    Failed,
    Merged,
    Published,
    Returned,
    Seen,
    Sent,
    Settled,
    Step,
    Undone,
)
from peerxl.record.say import SENTENCES, say_event
from tests.record.happenings import EVENTS, H1, H2, HR, QUARTER, happened

DUE = date(2026, 12, 7)
SAID: list[tuple[Event, str]] = [
    (Began("chase"), "“peerxl chase” was run."),
    (Seen(H1, "status", "On hold", QUARTER), "The status of H1 for Q3 2026/27 was “On hold” when the plan was read."),
    (
        Seen(ActionId("k9"), "timescale", " "),
        "The timescale of an action without a ref was blank when the plan was read.",
    ),
    (
        Asked(HR, QUARTER, Step.ASK, (H1, H2), DUE, cc=("ceo@council.example",)),
        "Head of HR was asked 2 questions for Q3 2026/27 (H1 and H2), to reply by Monday 7 December 2026, with a copy to ceo@council.example.",
    ),
    (Asked(HR, QUARTER, Step.REMINDER, (H1,)), "Head of HR was reminded of 1 question for Q3 2026/27 (H1)."),
    (
        Asked(HR, QUARTER, Step.ESCALATION, (H1,), DUE, told=(H2,)),
        "Head of HR is late and was reminded of 1 question for Q3 2026/27 (H1), to reply by Monday 7 December 2026, and told that somebody else has answered H2.",
    ),
    (
        Asked(HR, QUARTER, Step.NOTICE, told=(H1, H2)),
        "Head of HR was told for Q3 2026/27 that somebody else has answered H1 and H2.",
    ),
    (Drafted(HR, QUARTER, "<1>", "drafts/HR.eml"), "The mail to Head of HR lies ready as drafts/HR.eml."),
    (Sent(HR, QUARTER, "<1>"), "The mail to Head of HR was sent."),
    (Sent(HR, QUARTER, "<1>", "The copy was refused."), "The mail to Head of HR was sent. The copy was refused."),
    (Failed(HR, QUARTER, "<1>", "the mailbox is full."), "The mail to Head of HR was not sent: the mailbox is full."),
    (
        Returned(HR, QUARTER, "HR.xlsx", (H1,), sender="hr@council.example", sent_on=DUE),
        "Head of HR gave 1 answer for Q3 2026/27 (H1) in HR.xlsx, sent by hr@council.example on Monday 7 December 2026.",
    ),
    (Returned(HR, QUARTER, "HR.xlsx"), "The form of Head of HR came back blank (HR.xlsx)."),
    (
        Merged(H1, "timescale", "31 March 2027", "30 June 2027", owner=HR, why="The supplier\nsigned late"),
        "The timescale of H1 was “31 March 2027” and is now “30 June 2027” by Head of HR, because “The supplier signed late”.",
    ),
    (
        Merged(H1, "comment", "", "x" * 100, QUARTER),
        f"The comment of H1 for Q3 2026/27 was blank and is now “{'x' * 79}…”.",
    ),
    (
        Conflicted(H1, "status", "In progress", "On hold", "Completed", QUARTER, HR),
        "The status of H1 for Q3 2026/27 was left as “On hold”: the answer by Head of HR was “Completed”, and the form was sent out with “In progress”.",
    ),
    (
        Conflicted(H1, "status", "", "", "Nearly", QUARTER, why="the plan has no status “Nearly”."),
        "The status of H1 for Q3 2026/27 was left as blank: the answer was “Nearly”, and the plan has no status “Nearly”.",
    ),
    (
        Settled(H1, "status", "theirs", "Completed", "On hold", "Completed", by="Jo", why="Agreed by telephone."),
        "The status of H1 was settled by Jo as “Completed” (theirs): Agreed by telephone.",
    ),
    (
        Undone(H1, "status", "Completed", "On hold"),
        "The status of H1 is “On hold” again: the change to “Completed” was taken back.",
    ),
    (Published(QUARTER, "appendix.xlsx", "00ff"), "The paper for Q3 2026/27 was written to appendix.xlsx."),
]


@pytest.mark.parametrize(("event", "sentence"), SAID, ids=[sentence[:40] for _, sentence in SAID])
def test_sentences(event: Event, sentence: str) -> None:
    assert say_event(happened((0, event))[-1]) == sentence


def test_every_kind_has_one() -> None:
    assert set(SENTENCES) == set(KINDS.values()) == {type(event) for event, _ in SAID}


@given(EVENTS)
def test_every_event_is_one_line_that_ends(event: Event) -> None:
    assert say_event(happened((0, event))[-1]).endswith(".")
