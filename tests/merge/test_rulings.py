"""What is put on the record of a collect: what somebody settled or accepted, word for word."""

from __future__ import annotations

from peerxl.merge.recall import NOTHING_RECALLED
from peerxl.merge.returned import Refusal
from peerxl.model.sheet import Cell, Sheet
from peerxl.returns import ANSWER_FIELDS
from tests.conftest import sheet_from_text
from tests.returned_forms import changes, merged, plan_of, refused, returned


def master(status: str = "", owners: str = "AD Ports/ AD Roads") -> Sheet:
    return sheet_from_text(f"""
        | Ref | Action          | Timescale | Owner    | Quarter 3 update | Comments |
        | H1  | Repair the pier | Q4 23/24  | AD Ports | In progress      |          |
        | H3  | Dredge the bay  | Q4 23/24  | {owners} | {status}         |          |
        """)


PLAN = plan_of(master())


def rulings(now: Sheet, answers: dict[str, str], *accept: str) -> list[tuple[object, ...]]:
    """All that each ruling says."""
    forms = [returned(PLAN, owner, {("H3", "Status"): word}) for owner, word in answers.items()]
    return [
        (
            each.action.name,
            str(each.field.noun),
            each.choice,
            each.value,
            each.master,
            each.returned,
            each.owner,
            each.file,
        )
        for each in merged(now, *forms, accept=accept).rulings
    ]


def test_what_is_settled_about_one_owners_answer() -> None:
    ports = ("Ongoing", "AD Ports", "AD Ports.xlsx")
    for choice, value in (("theirs", "Ongoing"), ("mine", "On hold"), ("ad ports", "Ongoing")):
        ruled = rulings(master("On hold"), {"AD Ports": "Ongoing"}, f"H3.status={choice}")
        assert ruled == [("H3", "status", choice, value, "On hold", *ports)]
    assert rulings(master("On hold"), {"AD Ports": "Ongoing"}) == []


def test_what_is_settled_between_two_owners() -> None:
    answers = {"AD Ports": "Ongoing", "AD Roads": "Completed"}
    ruled = rulings(master(), answers, "H3.status=AD Roads")
    assert sorted(ruled) == [
        ("H3", "status", "ad roads", "Completed", "", "Completed", "AD Roads", "AD Roads.xlsx"),
        ("H3", "status", "ad roads", "Completed", "", "Ongoing", "AD Ports", "AD Ports.xlsx"),
    ]


def test_what_is_settled_about_a_date_that_leaves_the_first_one_behind() -> None:
    text = """
        | Ref | Action         | Original due date | Revised due date | Owner    | Q3 status | Q3 comments |
        | H3  | Dredge the bay |                   | {}               | AD Ports |           |             |
        """
    plan = plan_of(sheet_from_text(text.format("Q3 23/24")))
    form = returned(plan, "AD Ports", {("H3", "New date"): "Q2 2024/25"})
    merge = merged(sheet_from_text(text.format("Q4 23/24")), form, accept=("H3.date=theirs",))
    assert changes(merge) == {"D2": "Q2 2024/25", "C2": "Q4 23/24"}
    (ruling,) = merge.rulings
    assert (ruling.choice, ruling.value, ruling.master, ruling.returned) == (
        "theirs",
        "Q2 2024/25",
        "Q4 23/24",
        "Q2 2024/25",
    )


def test_what_the_plan_says_beside_a_conflict_about_a_date_whose_first_one_is_kept() -> None:
    text = """
        | Ref | Action         | Original due date | Revised due date | Owner              | Q3 status | Q3 comments |
        | H3  | Dredge the bay |                   | Q3 23/24         | AD Ports/ AD Roads |           |             |
        """
    plan = plan_of(sheet_from_text(text))
    forms = [
        returned(plan, owner, {("H3", "New date"): day})
        for owner, day in (("AD Ports", "Q1 24/25"), ("AD Roads", "Q2 24/25"))
    ]
    merge = merged(sheet_from_text(text), *forms)
    assert changes(merge) == {"D2": "Q1 24/25", "C2": "Q3 23/24"}
    assert [(conflict.owner, conflict.now, conflict.text) for conflict in merge.conflicts] == [
        ("AD Roads", "Q1 24/25", "Q2 24/25")
    ]


def test_a_line_that_was_refused_and_is_taken() -> None:
    form = returned(PLAN, "AD Roads", {("H3", "Status"): "Ongoing"})
    now = master(owners="AD Ports")
    (refusal,) = merged(now, form).refusals
    assert refusal.code == "not-theirs"
    merge = merged(now, form, accept=(refusal.accept,))
    assert (changes(merge), refused(merge)) == ({"E3": "Ongoing"}, [])
    (ruling,) = merge.rulings
    assert (ruling.action.name, ruling.field.noun, ruling.choice) == ("H3", "status", "accepted")
    assert (ruling.value, ruling.master, ruling.returned) == ("Ongoing", "", "Ongoing")
    assert (ruling.owner, ruling.file) == ("AD Roads", "AD Roads.xlsx")
    assert ruling.form_cell == form.actions[0].answers[0].cell


def test_of_earlier_collects_nothing_is_known_without_a_record() -> None:
    action, field = PLAN.actions[0], ANSWER_FIELDS[0]
    assert not NOTHING_RECALLED.was_settled(action, field, "On hold", "Ongoing")
    assert NOTHING_RECALLED.author_of(action, field, "Begun") == ""
    assert NOTHING_RECALLED.accepted("3f9a1c00beef", "D9", "Ongoing") is None


def test_a_refusal_says_no_more_than_it_is_told() -> None:
    assert Refusal("code", "a.xlsx", "why") == Refusal("code", "a.xlsx", "why", "", "", None, "", "")


def test_that_the_reader_was_unsure_of_a_column_is_said_where_an_answer_goes_to_it() -> None:
    text = """
        | Ref | Action         | Timescale | Owner    | Q3 RAG  | Q3 status | Q3 comments |
        | H3  | Dredge the bay | Q4 23/24  | AD Ports | {}      | {}        |             |
        | H4  | Light the bay  | Q4 23/24  | AD Ports | Ongoing | Ongoing   |             |
        """
    note = (
        "'Q3 status' was read as the status column and 'Q3 RAG', which could be it too, was not; settle it with "
        "--column status=F or status=E."
    )
    plan = plan_of(sheet_from_text(text.format("", "")))
    form = returned(plan, "AD Ports", {("H3", "Status"): "Completed"})
    conflict = merged(sheet_from_text(text.format("On hold", "On hold")), form)
    assert [each.cell for each in conflict.conflicts] == [Cell("Plan", 2, 6, "On hold")]
    assert (conflict.changes, conflict.notes) == ((), (note,))
    change = merged(sheet_from_text(text.format("", "")), form)
    assert (changes(change), change.conflicts, change.notes) == ({"F2": "Completed"}, (), (note,))
    comment = merged(sheet_from_text(text.format("", "")), returned(plan, "AD Ports", {("H3", "Comment"): "Dug."}))
    assert (changes(comment), comment.notes) == ({"G2": "Dug."}, ())
