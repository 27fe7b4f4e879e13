"""What earlier collects settled and accepted, and whom they had it from, in a merge of the same forms again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest

from peerxl.merge import Merge, Return, merge_returns, read_accepted
from peerxl.model.action import Action
from peerxl.model.answer_field import AnswerField
from peerxl.model.sheet import Sheet
from peerxl.returns import ANSWER_FIELDS
from tests.conftest import sheet_from_text
from tests.returned_forms import Q3, TODAY, changes, conflicts, plan_of, refused, returned


def master(status: str = "", comment: str = "", owner: str = "AD Ports") -> Sheet:
    return sheet_from_text(f"""
        | Ref | Action          | Timescale | Owner    | Quarter 3 update | Comments  |
        | H1  | Repair the pier | Q4 23/24  | AD Ports | In progress      |           |
        | H3  | Dredge the bay  | Q4 23/24  | {owner}  | {status}         | {comment} |
        """)


PLAN = plan_of(master())


@dataclass(frozen=True, slots=True)
class Past:
    """A record of what was settled (action, noun, what the plan says, the answer), who wrote what, and what was taken."""

    settled: frozenset[tuple[str, str, str, str]] = frozenset()
    authors: dict[tuple[str, str, str], str] = field(default_factory=dict)
    taken: dict[tuple[str, str, str], str] = field(default_factory=dict)
    is_recorded: bool = True

    def first_date(self, action: Action) -> date | str:
        return ""

    def was_settled(self, action: Action, field: AnswerField, now: str, answer: str) -> bool:
        return (action.name, field.noun, now, answer) in self.settled

    def author_of(self, action: Action, field: AnswerField, text: str) -> str:
        return self.authors.get((action.name, field.noun, text), "")

    def accepted(self, form_id: str, cell: str, text: str) -> Action | None:
        name = self.taken.get((form_id, cell, text))
        return next((action for action in PLAN.actions if action.name == name), None)

    def sent_for(self, form_id: str) -> str:
        return ""


def collected(now: Sheet, form: Return, past: Past, *accept: str) -> Merge:
    plan, accepted = plan_of(now), read_accepted(accept, ANSWER_FIELDS)
    return merge_returns(
        plan, {"Plan": now}, Q3, [form], today=TODAY, fields=ANSWER_FIELDS, accepted=accepted, recall=past
    )


@pytest.mark.parametrize(
    ("settled", "is_conflict"),
    [
        (("H3", "status", "On hold", "Ongoing"), False),
        (("H3", "status", "Superseded", "Ongoing"), True),
        (("H3", "status", "On hold", "Completed"), True),
        (("H1", "status", "On hold", "Ongoing"), True),
        (("H3", "comment", "On hold", "Ongoing"), True),
    ],
)
def test_what_was_settled_stays_so(settled: tuple[str, str, str, str], is_conflict: bool) -> None:
    form = returned(PLAN, "AD Ports", {("H3", "Status"): "Ongoing"})
    merge = collected(master("On hold"), form, Past(frozenset({settled})))
    assert conflicts(merge) == [("E3", "On hold", "Ongoing")] * is_conflict
    assert (changes(merge), refused(merge), merge.rulings) == ({}, [], ())


@pytest.mark.parametrize(
    ("past", "joined", "owners"),
    [
        (Past(), "Begun.\nAD Ports: Dug.", "AD Ports"),
        (
            Past(authors={("H3", "comment", "Begun."): "AD Parks"}),
            "AD Parks: Begun.\nAD Ports: Dug.",
            "AD Parks / AD Ports",
        ),
        (Past(authors={("H1", "comment", "Begun."): "AD Parks"}), "Begun.\nAD Ports: Dug.", "AD Ports"),
    ],
)
def test_who_wrote_what_the_plan_says(past: Past, joined: str, owners: str) -> None:
    form = returned(PLAN, "AD Ports", {("H3", "Comment"): "Dug."})
    (change,) = collected(master(comment="Begun."), form, past, "H3.comment=both").changes
    assert (change.cell.address, change.text, change.owner) == ("F3", joined, owners)


def test_a_line_that_was_taken_before_is_taken_again_and_is_nothing_new() -> None:
    form = returned(PLAN, "AD Ports", {("H3", "Status"): "Ongoing"})
    (answer,) = next(asked.answers for asked in form.actions if asked.ref == "H3")
    now = master(owner="AD Roads")
    place = (form.form_id, answer.cell.address)
    merge = collected(now, form, Past(taken={(*place, "Ongoing"): "H3"}))
    assert (changes(merge), refused(merge), merge.rulings) == ({"E3": "Ongoing"}, [], ())
    assert [(reply.file, [action.name for action in reply.actions]) for reply in merge.replies] == [
        ("AD Ports.xlsx", ["H3"])
    ]
    for key in ((*place, "On hold"), ("another", answer.cell.address, "Ongoing"), (form.form_id, "A1", "Ongoing")):
        other = collected(now, form, Past(taken={key: "H3"}))
        assert (changes(other), [code for code, _ in refused(other)]) == ({}, ["not-theirs"])
    accept = f"{form.file}:{answer.cell.row}"
    ruled = collected(now, form, Past(), accept)
    assert (changes(ruled), [ruling.choice for ruling in ruled.rulings]) == ({"E3": "Ongoing"}, ["accepted"])
    assert collected(now, form, Past(taken={(*place, "Ongoing"): "H3"}), accept).rulings == ()


def test_a_doubtful_date_that_was_settled_is_not_asked_about_again() -> None:
    now = sheet_from_text("""
        | Ref | Action         | Timescale | Owner    | Quarter 3 update | Comments |
        | H3  | Dredge the bay | Q3 23/24  | AD Ports |                  |          |
        """)
    form = returned(plan_of(now), "AD Ports", {("H3", "New date"): "Q1 2022/23"})
    (doubt,) = collected(now, form, Past()).doubts
    assert (doubt.action.name, doubt.field.noun, doubt.owner, doubt.file) == (
        "H3",
        "new date",
        "AD Ports",
        "AD Ports.xlsx",
    )
    settled = ("H3", "new date", "Q3 23/24", "Q1 2022/23")
    assert collected(now, form, Past(frozenset({settled}))).doubts == ()
    assert collected(now, form, Past(frozenset({("H3", "new date", "Q1 23/24", "Q1 2022/23")}))).doubts == (doubt,)
