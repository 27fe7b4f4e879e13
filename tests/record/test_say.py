"""Each kind of event is one sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

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
    Moved,
    Published,
    Returned,
    Seen,
    Sent,
    Settled,
    Step,
    Undone,
)
from peerxl.record.say import SENTENCES, say_all, say_event
from tests.record.happenings import EVENTS, H1, H2, HR, QUARTER, R1, ROADS, happened, write

DUE = date(2026, 12, 7)
SAID: list[tuple[Event, str]] = [
    (Moved(QUARTER, "Q2 2026/27"), "The plan reports Q3 2026/27 and no longer Q2 2026/27."),
    (
        Moved("Q2 2026/27", QUARTER, "run1"),
        "The plan reports Q2 2026/27 and no longer Q3 2026/27, as the move was taken back.",
    ),
    (
        Asked(HR, QUARTER, Step.ASK, (H1,), DUE, sent_on=date(2026, 11, 23)),
        "Head of HR was asked 1 question for Q3 2026/27 (H1), to reply by Monday 7 December 2026, in a mail for Monday 23 November 2026.",
    ),
    (Began("chase"), "“peerxl chase” was run."),
    (Seen(H1, "status", "On hold", QUARTER), "The status of H1 for Q3 2026/27 was “On hold” when the plan was read."),
    (
        Seen(ActionId("k9", words="Light the quay"), "timescale", " "),
        "The timescale of “Light the quay” was blank when the plan was read.",
    ),
    (
        Asked(HR, QUARTER, Step.ASK, (ActionId("k9", words="Light the quay"), H1, ActionId("k8")), DUE),
        "Head of HR was asked 3 questions for Q3 2026/27 (“Light the quay”, H1 and an action without a ref), to reply by Monday 7 December 2026.",
    ),
    (
        Seen(ActionId("k9"), "timescale", " "),
        "The timescale of an action without a ref was blank when the plan was read.",
    ),
    (
        Asked(HR, QUARTER, Step.ASK, (ActionId("k8"), H1, ActionId("k9")), DUE),
        "Head of HR was asked 3 questions for Q3 2026/27 (H1 and 2 actions without a ref), to reply by Monday 7 December 2026.",
    ),
    (
        Asked(HR, QUARTER, Step.ASK, (H1, H2), DUE, cc=("ceo@council.example",)),
        "Head of HR was asked 2 questions for Q3 2026/27 (H1 and H2), to reply by Monday 7 December 2026, with a copy to ceo@council.example.",
    ),
    (Asked(HR, QUARTER, Step.REMINDER, (H1,)), "Head of HR was reminded of 1 question for Q3 2026/27 (H1)."),
    (
        Asked(HR, QUARTER, Step.ESCALATION, (H1,), DUE, told=(H2,)),
        "Head of HR is late and was reminded of 1 question for Q3 2026/27 (H1), to reply by Monday 7 December 2026, and told that somebody else has answered action H2.",
    ),
    (
        Asked(HR, QUARTER, Step.NOTICE, told=(H1, H2)),
        "Head of HR was told for Q3 2026/27 that somebody else has answered actions H1 and H2.",
    ),
    (Drafted(HR, QUARTER, "<1>", "drafts/HR.eml"), "The mail to Head of HR lies ready as drafts/HR.eml."),
    (Sent(HR, QUARTER, "<1>"), "The mail to Head of HR was sent."),
    (Sent(HR, QUARTER, "<1>", "The copy was refused."), "The mail to Head of HR was sent. The copy was refused."),
    (Failed(HR, QUARTER, "<1>", "the mailbox is full."), "The mail to Head of HR was not sent: the mailbox is full."),
    (
        Returned(HR, QUARTER, "HR.xlsx", (H1,), sender="hr@council.example", sent_on=DUE),
        "Head of HR gave 1 answer for Q3 2026/27 (H1) in HR.xlsx, sent by hr@council.example on Monday 7 December 2026.",
    ),
    (Returned(HR, QUARTER, "HR.xlsx"), "The form of Head of HR came back with nothing new in it (HR.xlsx)."),
    (
        Merged(H1, "timescale", "31 March 2027", "30 June 2027", owner=HR, why="The supplier\nsigned late"),
        "The timescale of H1 was “31 March 2027” and is now “30 June 2027” by Head of HR, because “The supplier signed late”.",
    ),
    (
        Merged(H1, "timescale", "31 March 2027", "30/06/2027", owner=HR, why="Late", said="Q1 2027/28"),
        "The timescale of H1 was “31 March 2027” and is now “30/06/2027” by Head of HR, in the words “Q1 2027/28”, because "
        "“Late”.",
    ),
    (
        Merged(H1, "status", "", "In progress", owner=HR, said="Slipped"),
        "The status of H1 was blank and is now “In progress” by Head of HR, in the words “Slipped”.",
    ),
    (
        Merged(H1, "original timescale", "", "31 March 2027", owner=HR, why="Late"),
        "The original timescale of H1 was blank and is now “31 March 2027”, as a new date came.",
    ),
    (
        Merged(H1, "comment", "Dug.", "Both.", QUARTER, HR, owners=(ROADS, HR)),
        "The comment of H1 for Q3 2026/27 was “Dug.” and is now “Both.” by AD Roads and Head of HR.",
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
        "The status of H1 was settled by Jo as “Completed”: Agreed by telephone.",
    ),
    (
        Settled(H1, "timescale", "accepted", "some day", "Q3", "some day", owner=HR, by="Jo", form="f", cell="I8"),
        "The timescale of H1: the answer by Head of HR, “some day”, which had been refused, was accepted by Jo.",
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


def test_what_was_seen_of_an_action_at_first_is_one_sentence(tmp_path: Path) -> None:
    """What was new in it later is said by itself, as is an action that came later."""
    first = write(
        tmp_path,
        "run001",
        Seen(H1, "action", "Repair the pier"),
        Seen(H1, "owner", "Head of HR; AD Roads"),
        Seen(H1, "timescale", "31 March 2027"),
        Seen(H1, "status", "In progress", "Q2 2026/27"),
        Seen(H1, "comment", "Timber is here.", "Q2 2026/27"),
        Seen(H1, "status", "On hold", QUARTER),
        Seen(H2, "action", "Light the pier"),
    )
    second = write(tmp_path, "run002", Seen(H1, "owner", ""), Seen(R1, "action", "Mend"), Seen(R1, "timescale", ""))
    assert [says for _, says in say_all((*first, *second))] == [
        "“peerxl collect” was run.",
        "H1 was read for the first time: “Repair the pier”, of Head of HR; AD Roads, timescale “31 March 2027”, "
        "“In progress” in Q2 2026/27, “On hold” in Q3 2026/27.",
        "H2 was read for the first time: “Light the pier”, of nobody.",
        "“peerxl collect” was run.",
        "The owner of H1 was blank when the plan was read.",
        "R1 was read for the first time: “Mend”, of nobody.",
    ]
