"""What --accept says beside whose answer counts: comments that are joined, and refused lines that are taken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerxl.merge import Merge, merge_returns
from peerxl.merge.acceptance import AcceptedLine, WordMeaning, read_accepted
from peerxl.model.sheet import Block, Sheet
from peerxl.returns import ANSWER_FIELDS, read_return
from tests.conftest import sheet_from_text
from tests.returned_forms import (
    Q3,
    TODAY,
    Typed,
    applied,
    changes,
    conflicts,
    filled,
    merged,
    place,
    plan_of,
    refused,
    returned,
)


def master(h3: str = "", owners: str = "AD Ports/ AD Roads", more: str = "") -> Sheet:
    return sheet_from_text(f"""
        | Ref | Action          | Timescale | Owner    | Quarter 3 update | Comments |
        | H1  | Repair the pier | Q4 23/24  | AD Ports | In progress      |          |
        | H3  | Dredge the bay  | Q4 23/24  | {owners} |                  | {h3}     |
        {more}
        """)


PLAN = plan_of(master())
PORTS: Typed = {("H3", "Comment"): "The dredger\ncame."}
ROADS: Typed = {("H3", "Comment"): "Lorries wait."}

READ = {
    "AD Roads.xlsx:8": AcceptedLine("AD Roads.xlsx:8", "ad roads.xlsx", 8),
    " b.msg,  R.xlsx:12 = H3 ": AcceptedLine("b.msg, R.xlsx:12 = H3", "b.msg, r.xlsx", 12, "h3"),
    "3f9a1c00beef:9=PEER05.01": AcceptedLine("3f9a1c00beef:9=PEER05.01", "3f9a1c00beef", 9, "peer05.01"),
    "Delayed  counts as On hold": WordMeaning("Delayed counts as On hold", "Delayed", "On hold"),
}


@pytest.mark.parametrize("text", READ)
def test_how_it_is_written(text: str) -> None:
    accepted = read_accepted([text], ANSWER_FIELDS)
    assert (*accepted.settlements, *accepted.lines, *accepted.meanings) == (READ[text],)


def joined(now: Sheet, *forms: tuple[str, Typed]) -> Merge:
    return merged(now, *(returned(PLAN, owner, typed) for owner, typed in forms), accept=["H3.comment=both"])


def owners(merge: Merge) -> list[tuple[str, list[str]]]:
    """Whose each change is, in words and one by one."""
    return [(change.owner, [owner.name for owner in change.authors]) for change in merge.changes]


def test_two_comments_are_joined_each_with_its_owner() -> None:
    both = joined(master(), ("AD Ports", PORTS), ("AD Roads", ROADS))
    words = "AD Ports: The dredger\ncame.\nAD Roads: Lorries wait."
    assert (changes(both), both.conflicts, both.notes) == ({"F3": words}, (), ())
    assert owners(both) == [("AD Ports / AD Roads", ["AD Ports", "AD Roads"])]
    again = joined(applied(master(), both), ("AD Ports", PORTS), ("AD Roads", ROADS))
    assert (changes(again), again.conflicts, again.notes) == ({}, (), ())


def test_a_comment_is_joined_to_what_the_plan_says() -> None:
    one = joined(master("Begun."), ("AD Roads", ROADS))
    assert changes(one) == {"F3": "Begun.\nAD Roads: Lorries wait."}
    # Who wrote the words that the plan had nobody knows.
    assert owners(one) == [("AD Roads", ["AD Roads"])]
    two = joined(applied(master(), one), ("AD Ports", PORTS), ("AD Roads", ROADS))
    assert changes(two) == {"F3": "Begun.\nAD Roads: Lorries wait.\nAD Ports: The dredger\ncame."}
    assert owners(two) == [("AD Roads / AD Ports", ["AD Roads", "AD Ports"])]


NOT_JOINED = {
    "a status": (
        {("H3", "Status"): "Ongoing"},
        {("H3", "Status"): "On hold"},
        "H3.status=both",
        "--accept H3.status=both settles nothing, as only comments can be joined.",
    ),
    "too long": (
        {("H3", "Comment"): "x" * 20_000},
        {("H3", "Comment"): "y" * 20_000},
        "H3.comment=both",
        "--accept H3.comment=both settles nothing, as with both the comment is longer than the 32,767 characters that "
        "Excel holds.",
    ),
}


@pytest.mark.parametrize("case", NOT_JOINED)
def test_what_cannot_be_joined(case: str) -> None:
    ports, roads, accept, note = NOT_JOINED[case]
    merge = merged(master(), returned(PLAN, "AD Ports", ports), returned(PLAN, "AD Roads", roads), accept=[accept])
    assert ([conflict.owner for conflict in merge.conflicts], merge.notes) == (["AD Roads"], (note,))


STATUS: Typed = {("H3", "Status"): "Ongoing"}
REFUSED: dict[str, tuple[Sheet, Typed, str, dict[str, str]]] = {
    "somebody else's": (master(owners="AD Parks"), STATUS, "", {"E3": "Ongoing"}),
    "a word that the plan does not know": (master(), {("H3", "Status"): "Becalmed"}, "", {"E3": "Becalmed"}),
    "a number for a comment": (master(), {("H3", "Comment"): 90}, "", {"F3": "90"}),
    "an action that was reworded": (
        sheet_from_text("""
            | Ref | Action           | Timescale | Owner    | Quarter 3 update | Comments |
            | H1  | Repair the pier  | Q4 23/24  | AD Ports | In progress      |          |
            | P1  | Deepen the basin | Q4 23/24  | AD Roads |                  |          |
            """),
        STATUS,
        "=P1",
        {"E3": "Ongoing"},
    ),
    "an action that was reworded under its ref": (
        sheet_from_text("""
            | Ref | Action                | Timescale | Owner    | Quarter 3 update | Comments |
            | H1  | Repair the pier       | Q4 23/24  | AD Ports | In progress      |          |
            | H3  | Dredge the whole bay  | Q4 23/24  | AD Roads |                  |          |
            """),
        STATUS,
        "=H3",
        {"E3": "Ongoing"},
    ),
    "a plan without refs": (
        sheet_from_text("""
            | Action           | Timescale | Owner    | Quarter 3 update | Comments |
            | Repair the pier  | Q4 23/24  | AD Ports | In progress      |          |
            | Deepen the basin | Q4 23/24  | AD Roads |                  |          |
            """),
        STATUS,
        "=row 3",
        {"D3": "Ongoing"},
    ),
}
PLACEHOLDERS = {"=P1": "=REF", "=row 3": "=row N"}
"""What a refusal says where nobody can tell which action is meant."""


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_line_is_taken(case: str) -> None:
    """As the refusal says it, or by the form's id; nothing else of the form changes."""
    now, typed, name, expected = REFUSED[case]
    form = returned(PLAN, "AD Roads", typed)
    (refusal,) = merged(now, form).refusals
    stands_for = PLACEHOLDERS.get(name, name)
    assert refusal.accept == f"AD Roads.xlsx:{refusal.cell.row if refusal.cell else 0}{stands_for}"
    for accept in (refusal.accept, refusal.accept.replace("AD Roads.xlsx", form.form_id)):
        merge = merged(now, form, accept=[accept.removesuffix(stands_for) + name])
        assert (changes(merge), refused(merge), merge.conflicts, merge.notes) == (expected, [], (), ())
        (ruling,) = merge.rulings
        assert (ruling.choice, ruling.value, ruling.form_cell and ruling.form_cell.address) == (
            "accepted",
            *expected.values(),
            refusal.cell and refusal.cell.address,
        )


def test_of_a_line_only_what_was_refused_is_taken() -> None:
    """Not the comment that nobody needs to accept, nor "n/a", which is no answer."""
    typed: Typed = {("H3", "Status"): "Becalmed", ("H3", "Comment"): "Lorries wait."}
    now, accept = master("Begun.", "AD Roads"), "AD Roads.xlsx:8"
    form = returned(plan_of(master(owners="AD Roads")), "AD Roads", typed)
    merge = merged(now, form, accept=[accept])
    assert (changes(merge), conflicts(merge)) == ({"E3": "Becalmed"}, [("F3", "Begun.", "Lorries wait.")])
    assert [(ruling.field.noun, ruling.choice) for ruling in merge.rulings] == [("status", "accepted")]
    blank = returned(plan_of(master(owners="AD Roads")), "AD Roads", {**typed, ("H3", "Comment"): "n/a"})
    for owners in ("AD Roads", "AD Parks"):
        merge = merged(master(owners=owners), blank, accept=[accept])
        assert (changes(merge), merge.conflicts, refused(merge)) == ({"E3": "Becalmed"}, (), [])


NOT_OFFERED: dict[str, tuple[str, str, Typed, bool]] = {
    "a word that no drop-down offers": ("unreadable", "E3", {("H3", "Status"): "Becalmed"}, False),
    "a number for a comment": ("not-words", "F3", {("H3", "Comment"): 90}, False),
    "a formula": ("formula", "F3", {("H3", "Comment"): "Dug."}, True),
}


@pytest.mark.parametrize("case", NOT_OFFERED)
def test_what_its_cell_does_not_take_is_not_offered_to_be_accepted(case: str) -> None:
    """Nor where the cell is merged with others; who accepts it all the same is told why it cannot go in."""
    code, address, typed, is_formula = NOT_OFFERED[case]
    sheets = filled(PLAN, "AD Roads", typed)
    formulas = {place(sheets[0], *next(iter(typed))): "=A1"} if is_formula else {}
    form = read_return("AD Roads.xlsx", sheets, formulas, modified=0.0)

    def accepts(now: Sheet, taken: str) -> list[tuple[str, str]]:
        merge = merge_returns(
            plan_of(now),
            {now.name: now},
            Q3,
            [form],
            today=TODAY,
            fields=ANSWER_FIELDS,
            why_not=lambda cell, _: "" if cell.address == taken else "has a drop-down",
        )
        return [(refusal.code, refusal.accept) for refusal in merge.refusals]

    assert accepts(master(), address) == [(code, "AD Roads.xlsx:8")]
    assert accepts(master(), "A1") == [(code, "")]
    column = "ABCDEF".index(address[0]) + 1
    assert accepts(replace(master(), merged=(Block(2, column, 3, column),)), address) == [(code, "")]


def test_what_is_too_long_to_be_taken_is_not_offered() -> None:
    """Be it refused for something else first."""
    form = returned(PLAN, "AD Roads", {("H3", "Status"): "x" * 32_768})
    (refusal,) = merged(master(), form).refusals
    assert (refusal.code, refusal.accept) == ("unreadable", "")


IDLE = {
    "no such form": ("AD Parks.xlsx:7", "on that line of that form can be taken;"),
    "no such line": ("AD Roads.xlsx:99", "on that line of that form can be taken;"),
    "no such action": ("AD Roads.xlsx:8=H9", "on that line of that form can be taken for 'h9';"),
}


@pytest.mark.parametrize("case", IDLE)
def test_a_line_that_settles_nothing(case: str) -> None:
    accept, why = IDLE[case]
    merge = merged(master(owners="AD Parks"), returned(PLAN, "AD Roads", STATUS), accept=[accept])
    assert [refusal.code for refusal in merge.refusals] == ["not-theirs"]
    (note,) = merge.notes
    assert why in note
