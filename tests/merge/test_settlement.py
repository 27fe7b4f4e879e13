"""Conflicts settled by hand with --accept, among one owner's answers and several owners'."""

from __future__ import annotations

import pytest

from peerxl.merge import Merge, read_accepted
from peerxl.merge.settlement import SettlementError, option
from peerxl.model.sheet import Sheet
from peerxl.returns import ANSWER_FIELDS
from tests.conftest import sheet_from_text
from tests.returned_forms import applied, changes, conflicts, merged, plan_of, refused, returned


def master(h3: str = "", h1: str = "In progress") -> Sheet:
    return sheet_from_text(f"""
        | Ref | Action          | Timescale | Owner                        | Quarter 3 update | Comments |
        | H1  | Repair the pier | Q4 23/24  | AD Ports                     | {h1}             |          |
        | H3  | Dredge the bay  | Q4 23/24  | AD Ports/ AD Roads/ AD Parks | {h3}             |          |
        """)


PLAN = plan_of(master())


def collected(now: Sheet, answers: dict[str, str], *accept: str) -> Merge:
    """What comes of the owners' statuses for H3."""
    forms = [returned(PLAN, owner, {("H3", "Status"): word}) for owner, word in answers.items()]
    return merged(now, *forms, accept=accept)


def told(merge: Merge) -> tuple[dict[str, str], list[tuple[str, str, str]], tuple[str, ...]]:
    """The changes; each conflict with its owner, what the plan says then and what to type; the notes."""
    assert refused(merge) == []
    return changes(merge), [(one.owner, one.now, one.accept) for one in merge.conflicts], merge.notes


def way(text: str, owner: str, option: str) -> str:
    return f"H3: the status “{text}” of {owner} ({owner}.xlsx) is not taken, as {option} says."


ONE = {"AD Ports": "Ongoing"}
TWO = {"AD Ports": "Ongoing", "AD Roads": "On hold"}
THREE = {**TWO, "AD Parks": "Completed"}
PORTS, ROADS, PARKS = (f"H3.status={owner}" for owner in THREE)
WAYS = f'--accept "{PORTS}" or --accept "{ROADS}"'


@pytest.mark.parametrize(
    ("now", "answers", "accept", "expected"),
    [
        ("On hold", ONE, [], ({}, [("AD Ports", "On hold", "H3.status=theirs")], ())),
        ("On hold", ONE, ["h3.Status = THEIRS"], ({"E3": "Ongoing"}, [], ())),
        ("On hold", ONE, ["H3.status=ad  ports"], ({"E3": "Ongoing"}, [], ())),
        ("On hold", ONE, ["H3.status=mine"], ({}, [], (way("Ongoing", "AD Ports", "--accept H3.status=mine"),))),
        (
            "On hold",
            ONE,
            ["H3.status=AD Roads"],
            (
                {},
                [("AD Ports", "On hold", "H3.status=theirs")],
                (
                    '--accept "H3.status=AD Roads" settles nothing, as nobody of that name has answered; write '
                    "--accept H3.status=theirs.",
                ),
            ),
        ),
        ("", TWO, [], ({"E3": "Ongoing"}, [("AD Roads", "Ongoing", ROADS)], ())),
        (
            "",
            TWO,
            ["H3.status=theirs"],
            ({"E3": "On hold"}, [], (way("Ongoing", "AD Ports", "--accept H3.status=theirs"),)),
        ),
        ("", TWO, [ROADS], ({"E3": "On hold"}, [], (way("Ongoing", "AD Ports", f'--accept "{ROADS}"'),))),
        ("", TWO, [PORTS], ({"E3": "Ongoing"}, [], (way("On hold", "AD Roads", f'--accept "{PORTS}"'),))),
        (
            "",
            TWO,
            ["H3.status=mine"],
            ({"E3": "Ongoing"}, [], (way("On hold", "AD Roads", "--accept H3.status=mine"),)),
        ),
        (
            "Superseded",
            TWO,
            [],
            ({}, [("AD Ports", "Superseded", PORTS), ("AD Roads", "Superseded", ROADS)], ()),
        ),
        (
            "Superseded",
            TWO,
            ["H3.status=theirs"],
            (
                {},
                [("AD Ports", "Superseded", PORTS), ("AD Roads", "Superseded", ROADS)],
                (f"--accept H3.status=theirs settles nothing, as 2 owners answer differently; write {WAYS}.",),
            ),
        ),
        (
            "",
            THREE,
            ["H3.status=theirs"],
            (
                {"E3": "Ongoing"},
                [("AD Roads", "Ongoing", ROADS), ("AD Parks", "Ongoing", PARKS)],
                (
                    "--accept H3.status=theirs settles nothing, as 2 owners answer differently; write "
                    f'{WAYS} or --accept "{PARKS}".',
                ),
            ),
        ),
        (
            "",
            THREE,
            [PARKS],
            (
                {"E3": "Completed"},
                [],
                tuple(way(THREE[owner], owner, f'--accept "{PARKS}"') for owner in ("AD Ports", "AD Roads")),
            ),
        ),
    ],
)
def test_whose_answer_counts(
    now: str,
    answers: dict[str, str],
    accept: list[str],
    expected: tuple[dict[str, str], list[tuple[str, str, str]], tuple[str, ...]],
) -> None:
    merge = collected(master(now), answers, *accept)
    assert told(merge) == expected
    again = collected(applied(master(now), merge), answers, *accept)
    assert changes(again) == {}


def test_theirs_said_again_after_it_was_done_changes_nothing() -> None:
    for answers in (TWO, THREE):
        for owner in list(answers)[1:]:
            merge = collected(master(answers[owner]), answers, "H3.status=theirs")
            assert (changes(merge), conflicts(merge)) == ({}, [])


def test_an_owner_who_gave_another_s_answer_can_be_named() -> None:
    answers = {"AD Ports": "Ongoing", "AD Roads": "On hold", "AD Parks": "on-hold"}
    assert changes(collected(master(), answers, PARKS)) == {"E3": "On hold"}


def test_a_lead_s_answer_that_cannot_be_taken_holds_back_the_others() -> None:
    merge = collected(master(), {"AD Ports": "Onging!", "AD Roads": "On hold"})
    assert (changes(merge), conflicts(merge)) == ({}, [("E3", "", "On hold")])
    assert merge.conflicts[0].why == "AD Ports, who is asked first, says “Onging!”, which is not taken"
    assert [code for code, _ in refused(merge)] == ["unreadable"]
    merge = collected(master(), {"AD Ports": "Onging!", "AD Roads": "On hold"}, "H3.status=theirs")
    assert changes(merge) == {"E3": "On hold"}


@pytest.mark.parametrize(
    ("accept", "why"),
    [
        ("H33.status=theirs", "the plan has no such action; is H3 meant?"),
        ("Zebra.status=theirs", "the plan has no such action."),
        ("H3.comment=theirs", "there is no conflict about that comment."),
        ("H1.new date=mine", "there is no conflict about that new date."),
    ],
)
def test_a_settlement_of_what_is_no_conflict_is_said(accept: str, why: str) -> None:
    merge = collected(master("Superseded"), ONE, accept)
    assert told(merge) == (
        {},
        [("AD Ports", "Superseded", "H3.status=theirs")],
        (f"{option(accept)} settles nothing: {why}",),
    )


def test_a_ref_that_two_actions_have_settles_neither() -> None:
    sheet = sheet_from_text("""
        | Ref | Action          | Timescale | Owner    | Quarter 3 update | Comments |
        | H1  | Repair the pier | Q4 23/24  | AD Ports | In progress      |          |
        | H1  | Light the pier  | Q4 23/24  | AD Ports | In progress      |          |
        """)
    typed = {("Repair the pier", "Status"): "Completed", ("Light the pier", "Status"): "Completed"}
    form = returned(plan_of(sheet), "AD Ports", typed)
    now = sheet_from_text("""
        | Ref | Action          | Timescale | Owner    | Quarter 3 update | Comments |
        | H1  | Repair the pier | Q4 23/24  | AD Ports | On hold          |          |
        | H1  | Light the pier  | Q4 23/24  | AD Ports | On hold          |          |
        """)
    merge = merged(now, form, accept=["H1.status=theirs"])
    assert told(merge) == (
        {},
        [("AD Ports", "On hold", ""), ("AD Ports", "On hold", "")],
        (
            "--accept H1.status=theirs settles nothing: 2 actions of the plan are called so; settle it in the plan itself.",
        ),
    )


@pytest.mark.parametrize("text", ["H1.status", "H1=theirs", "H1.state=mine", ".status=mine", "H1.status=", ""])
def test_words_that_settle_nothing(text: str) -> None:
    with pytest.raises(SettlementError, match="settles nothing; write it as"):
        read_accepted([text], ANSWER_FIELDS)


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("PEER05.01.status=theirs", "--accept PEER05.01.status=theirs"),
        ("row 4.status=theirs", '--accept "row 4.status=theirs"'),
        ("H3.date=CD Ports & Bays", '--accept "H3.date=CD Ports & Bays"'),
        (
            'H3.date=the "$" man',
            """--accept 'H3.date=the "$" man' (at Windows' prompt "H3.date=the ""$"" man")""",
        ),
    ],
)
def test_what_is_typed_in_a_shell(words: str, typed: str) -> None:
    assert option(words) == typed
