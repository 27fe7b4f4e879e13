"""What a single cell is by its words, whatever stands over it."""

from __future__ import annotations

import pytest

from peerxl.reading.cells.cell_kinds import (
    is_clock_time,
    is_code,
    is_contact,
    is_resolution,
    is_section,
    is_verdict,
    is_yes_or_no,
    says_what_happened,
    says_what_to_do,
)
from peerxl.reading.headings.cell_words import AFTER_NOUNS, NOUNS_AS_WELL


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Mend the pier", "task"),
        ("1. Mend the pier", "task"),
        ("(a) To mend the pier", ""),
        ("To mend the pier", "task"),
        ("MEND it", "task"),
        ("Mend", ""),
        ("Draft the plan", "task"),
        ("Draft written", ""),
        ("Review of fees", ""),
        ("Review fees", "task"),
        ("Mend of it", "task"),
        ("Plan was late", ""),
        ("Plan agreed", ""),
        ("Report taken", ""),
        ("Report tokens", "task"),
        ("Old mend it", ""),
        ("We mend it", ""),
        ("To draft written rules", "task"),
        ("To the pier", ""),
        ("The pier leaks", ""),
        ("Mending of the pier", ""),
        ("CA-01", "code"),
        ("24/17", "code"),
        ("Item 3", "code"),
        ("#12", "code"),
        ("1.10", "code section"),
        ("3.10.1b", "code section"),
        ("12", "code"),
        ("12345678", "code"),
        ("123456789", ""),
        ("AUDIT-2024-017", "code"),
        ("Audits-2024-017", ""),
        ("BOD 180/17(b)-(c)", "code"),
        ("BOD 60/17(h)\nBOD 21/17 (b)", "code"),
        ("BOD 60/17(h)\nand others", ""),
        ("12 High Street", ""),
        ("AUDITS-AND-REVIEWS-17", ""),
        ("The item 3", ""),
        ("Week 3", ""),
        ("Phase 1", ""),
        ("Q2", ""),
        ("Yes", "tick"),
        ("n", "tick"),
        ("None", ""),
        ("AB", ""),
        ("25%", ""),
        ("a@b.example", "contact"),
        ("01904 100200", "contact"),
        ("+44 (0)1904 100200", "contact"),
        ("a@b", ""),
        ("09:30", "clock"),
        ("9.30 am", "clock code"),
        ("2 pm", "clock code"),
        ("09:30:15", "clock"),
        ("Accepted", "verdict"),
        ("Partially agreed", "verdict"),
        ("Not agreed", "verdict"),
        ("Completed", ""),
        ("Reshape the quay", ""),
        ("Rebuild the quay", "task"),
        ("Repaint it at the quay", "task"),
        ("To repaint it", "task"),
        ("Remark on the quay", ""),
        ("Refund of fees", ""),
        ("A12. Publish the quay's rules", "task"),
        ("R-3) Publish the quay's rules", "task"),
        ("B1.2: Publish the quay's rules", "task"),
        ("A12. The quay's rules", ""),
        ("A12 Publish the quay's rules", ""),
        ("A12. publish the quay's rules", ""),
        ("Report of fees", ""),
        ("", ""),
    ],
)
def test_what_a_cell_is(text: str, kinds: str) -> None:
    tests = {
        "task": says_what_to_do(text),
        "clock": is_clock_time(text),
        "code": is_code(text),
        "section": is_section(text),
        "contact": is_contact(text),
        "verdict": is_verdict(text),
        "tick": is_yes_or_no(text),
    }
    assert [name for name, holds in tests.items() if holds] == kinds.split()


NOUNS = """
    audit book call change check contact cut design document draft evidence file fund issue launch limit list look
    measure move offer order pay pilot plan post print purchase raise record report request research return review roll
    schedule share sign start stop supply support survey switch talk test track train transfer trial update upgrade use
    visit work
"""
FOLLOWING = "of is was are were has have had been will went sent seen done held made paid met in"


def test_verbs_that_are_nouns_as_well() -> None:
    """Each says what to do before most words, and is a noun before those that follow one."""
    assert set(NOUNS.split()) == NOUNS_AS_WELL
    for noun in NOUNS.split():
        assert says_what_to_do(f"{noun} the fees")
        assert not says_what_to_do(f"{noun} of fees")
    assert set(FOLLOWING.split()) == AFTER_NOUNS
    for word in FOLLOWING.split():
        assert not says_what_to_do(f"plan {word} it")
        assert says_what_to_do(f"mend {word} it")


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Lamps were ordered", True),
        ("The timber has come", True),
        ("Awaiting the supplier", True),
        ("Ordered in May", True),
        ("Not yet begun", True),
        ("Lamps delivered to the pier", True),
        ("To be delivered by May", False),
        ("Mend the pier which was damaged", False),
        ("A pier that is lit at night", False),
        ("Fewer falls", False),
        ("", False),
    ],
)
def test_whether_a_cell_tells_what_happened(text: str, is_told: bool) -> None:
    assert says_what_happened(text) == is_told


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("Open the gate", True), ("Open - the bank was asked", False), ("Review: done", False), ("Reopen it", True)],
)
def test_a_word_that_is_explained_is_no_instruction(text: str, is_so: bool) -> None:
    assert says_what_to_do(text) == is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("That three be bought", True),
        ("1. That the pier be let", True),
        ("(a) That the board notes it", True),
        ("RESOLVED: That the pier be let", True),
        ("Resolved: 1. That lamps be bought", True),
        ("The council resolved that the pier be let", True),
        ("It was resolved that lamps be bought", True),
        ("That was a loose wire", False),
        ("That said, it leaks again", False),
        ("That is it", False),
        ("Resolved by the trust in May", False),
        ("The pier that leaks is old", False),
        ("", False),
        ("." * 30_000, False),
    ],
)
def test_what_a_meeting_resolved(text: str, is_so: bool) -> None:
    assert is_resolution(text) == is_so
