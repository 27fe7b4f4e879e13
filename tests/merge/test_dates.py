"""New dates: the first one kept, days in cells for days, and those that may not be meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from peerxl.checks import check_plan
from peerxl.merge import Merge
from peerxl.model.sheet import Block, Cell, Sheet, Value
from tests.conftest import sheet_from_text
from tests.returned_forms import Q3, Typed, applied, changes, conflicts, merged, plan_of, refused, returned, set_value

ROADS = "AD Roads"
DUE, JUNE, MARCH = datetime(2023, 9, 30), date(2023, 6, 30), date(2024, 3, 31)


def sheet_of(due: Value, other: Value = "Q4 23/24") -> Sheet:
    """A plan of two actions, the first of them due by ``due``."""
    sheet = sheet_from_text("""
        | Harbour plan |
        | Ref | Action          | Timescale | Owner    | Quarter 3 update | Comments |
        | H1  | Repair the pier | Q2 23/24  | AD Roads | In progress      | Begun.   |
        | H2  | Light the pier  | Q4 23/24  | AD Roads | Ongoing          | Lit.     |
        """)
    return set_value(set_value(sheet, Cell("Plan", 3, 3), due), Cell("Plan", 4, 3), other)


def both_of(original: Value, revised: Value) -> Sheet:
    """A plan with a column for the first date."""
    sheet = sheet_from_text("""
        | Harbour plan |
        | Ref | Action          | Original due date | Revised due date | Owner    | Quarter 3 update | Comments |
        | H1  | Repair the pier | Q2 23/24          | Q2 23/24         | AD Roads | In progress      | Begun.   |
        """)
    return set_value(set_value(sheet, Cell("Plan", 3, 3), original), Cell("Plan", 3, 4), revised)


def moved(sheet: Sheet, new: Value, today: date = date(2024, 1, 8)) -> Merge:
    return merged(sheet, returned(plan_of(sheet), ROADS, {("H1", "New date"): new}), today=today)


def values(merge: Merge) -> dict[str, object]:
    return {change.cell.address: change.value for change in merge.changes}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Q2 23/24", "Q4 2023/24 (was Q2 23/24)"),
        ("Q2 23/24\n(subject to money)", "Q4 2023/24 (was Q2 23/24 (subject to money))"),
        ("Q2 23/24 (was Q1 23/24)", "Q4 2023/24 (first Q1 23/24, moved twice, last from Q2 23/24)"),
        (
            "Q2 23/24 (first Q4 22/23, moved twice, last from Q1 23/24)",
            "Q4 2023/24 (first Q4 22/23, moved 3 times, last from Q2 23/24)",
        ),
        ("Q2 23/24 (was Q1 23/24 (was Q4 22/23))", "Q4 2023/24 (first Q4 22/23, moved 3 times, last from Q2 23/24)"),
    ],
)
def test_words_keep_the_first_date_and_the_last(before: str, after: str) -> None:
    sheet = sheet_of(before)
    merge = moved(sheet, "Q4 2023/24")
    assert (changes(merge), merge.is_clean) == ({"C3": after}, True)
    plan = plan_of(applied(sheet, merge))
    assert str(plan.actions[0].timescale.due) == "Q4 2023/24"
    findings = [finding for finding in check_plan(plan, Q3) if finding.code.startswith("timescale")]
    assert [finding for finding in findings if finding.code != "timescale-redated"] == []
    form = returned(plan_of(sheet), ROADS, {("H1", "New date"): "Q4 2023/24"})
    assert merged(applied(sheet, merge), form).changes == ()


def test_a_date_that_is_still_to_be_set_was_none() -> None:
    sheet = sheet_of("Q2 23/24")
    form = returned(plan_of(sheet), ROADS, {("H1", "New date"): "Q4 2023/24"})
    for now, after in (("TBC", "Q4 2023/24"), ("TBC (was Q2 23/24)", "Q4 2023/24 (was Q2 23/24)")):
        merge = merged(sheet_of(now), form, accept=["H1.date=theirs"])
        assert changes(merge) == {"C3": after}


@pytest.mark.parametrize(
    ("typed", "value", "text"),
    [
        (MARCH, MARCH, "31/03/2024"),
        ("31/3/24", MARCH, "31/03/2024"),
        ("March 2024", MARCH, "31/03/2024"),
        ("Q4 2023/24", MARCH, "31/03/2024"),
        ("by the end of March 2024", MARCH, "31/03/2024"),
        ("1 January to 31 March 2024", MARCH, "31/03/2024"),
        ("1 January to 5 March 2024", *["1 January to 5 March 2024 (was 30/09/2023)"] * 2),
        ("Q4 23/24 to Q1 24/25", *["Q4 23/24 to Q1 24/25 (was 30/09/2023)"] * 2),
        ("Autumn 2024", *["Autumn 2024 (was 30/09/2023)"] * 2),
        ("Q1 24/25 draft, Q4 24/25 final", *["Q1 24/25 draft, Q4 24/25 final (was 30/09/2023)"] * 2),
    ],
)
def test_a_cell_of_a_day_takes_a_day(typed: Value, value: object, text: str) -> None:
    merge = moved(sheet_of(DUE), typed)
    assert (values(merge), changes(merge), refused(merge)) == ({"C3": value}, {"C3": text}, [])
    assert merge.changes[0].cell.text == "30/09/2023"


@pytest.mark.parametrize(
    ("others", "value"),
    [(DUE, MARCH), ("Q4 23/24", "Q4 2023/24")],
)
def test_a_cell_of_words_or_a_blank_one_takes_what_its_column_holds(others: Value, value: object) -> None:
    sheet = sheet_of("Q2 23/24", others)
    form = returned(plan_of(sheet), ROADS, {("H1", "New date"): "Q4 2023/24"})
    assert values(merged(sheet, form)) == {"C3": "Q4 2023/24 (was Q2 23/24)"}
    blank = set_value(sheet, Cell("Plan", 3, 3), None)
    assert values(merged(blank, form, accept=["H1.date=theirs"])) == {"C3": value}


@pytest.mark.parametrize(
    ("original", "revised", "expected"),
    [
        ("Q1 23/24", "Q2 23/24", {"D3": "Q4 2023/24"}),
        ("Q2 23/24", None, {"D3": "Q4 2023/24"}),
        (DUE, None, {"D3": MARCH}),
        (None, "Q2 23/24", {"D3": "Q4 2023/24", "C3": "Q2 23/24"}),
        (None, DUE, {"D3": MARCH, "C3": DUE.date()}),
        (None, "Q2 23/24 (was Q1 23/24)", {"D3": "Q4 2023/24", "C3": "Q1 23/24"}),
    ],
)
def test_a_first_date_goes_into_its_own_column_while_that_is_blank(
    original: Value, revised: Value, expected: dict[str, object]
) -> None:
    sheet = both_of(original, revised)
    merge = moved(sheet, "Q4 2023/24")
    assert (values(merge), merge.is_clean) == (expected, True)
    assert [change.noun for change in merge.changes] == ["new date", "first date"][: len(expected)]
    shared = replace(sheet, merged=(Block(2, 3, 3, 3),))
    assert values(moved(shared, "Q4 2023/24")).keys() == {"D3"}


HELD = "; until --accept H1.date=theirs is given it is not put in"


@pytest.mark.parametrize(
    ("typed", "today", "asked"),
    [
        ("31 March 2024", date(2024, 3, 31), None),
        ("31 March 2024", date(2024, 4, 1), f"is past; ask whether it is meant{HELD}"),
        ("Q1 23/24", date(2023, 6, 1), f"is before the one it had, “Q2 23/24”; ask whether it is meant{HELD}"),
        ("Q2 2023/24", date(2023, 6, 1), "is the one it had; ask whether that holds, or which is meant"),
        ("30.9.23", date(2024, 6, 1), "is the one it had; ask whether that holds, or which is meant"),
        (
            "early February",
            date(2024, 3, 1),
            f"names no year and counts as due by 29 February 2024, which is past; ask whether it is meant{HELD}",
        ),
        (
            "late September 2023",
            date(2023, 6, 1),
            "counts as due by 30 September 2023, which is the one it had; ask whether that holds, or which is meant",
        ),
    ],
)
def test_a_date_that_may_not_be_meant_is_held_back_and_asked_about(typed: str, today: date, asked: str | None) -> None:
    sheet = sheet_of("Q2 23/24")
    merge = moved(sheet, typed, today)
    taken = {"C3": f"{typed} (was Q2 23/24)"}
    assert changes(merge) == ({} if asked else taken)
    assert [doubt.message for doubt in merge.doubts] == (
        [f"H1: the new date “{typed}” of AD Roads {asked}."] if asked else []
    )
    assert (refused(merge), conflicts(merge), merge.is_clean) == ([], [], asked is None)
    if asked and asked.endswith(HELD):
        form = returned(plan_of(sheet), ROADS, {("H1", "New date"): typed})
        accepted = merged(sheet, form, today=today, accept=["H1.date=theirs"])
        assert (changes(accepted), accepted.is_clean, accepted.notes) == (taken, True, ())
        kept = merged(sheet, form, today=today, accept=["H1.date=mine"])
        gave_way = (
            f"H1: the new date “{typed}” of AD Roads (AD Roads.xlsx) is not taken, as --accept H1.date=mine says."
        )
        assert (changes(kept), kept.is_clean, kept.notes) == ({}, True, (gave_way,))


JOINT = """
    | Harbour plan |
    | Ref | Action          | Timescale | Owner               | Quarter 3 update | Comments |
    | H1  | Repair the pier | Q2 23/24  | AD Roads / AD Ports | In progress      | Begun.   |
    """


def test_a_date_that_is_held_back_of_one_owner_is_no_reason_to_take_another_s() -> None:
    sheet = sheet_from_text(JOINT)
    forms = [
        returned(plan_of(sheet), ROADS, {("H1", "New date"): "Q1 2023/24"}),
        returned(plan_of(sheet), "AD Ports", {("H1", "New date"): "Q4 2023/24"}),
    ]
    today = date(2024, 1, 8)
    merge = merged(sheet, *forms, today=today)
    assert changes(merge) == {}
    assert [doubt.message for doubt in merge.doubts] == [
        'H1: the new date “Q1 2023/24” of AD Roads is past; ask whether it is meant; until --accept "H1.date=AD Roads" '
        "is given it is not put in."
    ]
    assert [(conflict.owner, conflict.why) for conflict in merge.conflicts] == [
        ("AD Ports", "AD Roads, who is asked first, says “Q1 2023/24”, which is not taken")
    ]
    for owner, text in (("AD Roads", "Q1 2023/24"), ("AD Ports", "Q4 2023/24")):
        settled = merged(sheet, *forms, today=today, accept=[f"H1.date={owner}"])
        assert (changes(settled), settled.is_clean) == ({"C3": f"{text} (was Q2 23/24)"}, True)


def test_a_date_that_was_taken_is_not_asked_about_again() -> None:
    sheet = sheet_of("Q2 23/24")
    form = returned(plan_of(sheet), ROADS, {("H1", "New date"): "31 March 2024"})
    merge = merged(sheet, form)
    assert merged(applied(sheet, merge), form, today=date(2025, 1, 1)).is_clean


def test_a_date_that_an_acceptance_of_nobody_leaves_held_back() -> None:
    sheet = sheet_of("Q2 23/24")
    form = returned(plan_of(sheet), ROADS, {("H1", "New date"): "Q1 23/24"})
    merge = merged(sheet, form, today=date(2023, 6, 1), accept=["H1.date=Nobody"])
    assert (changes(merge), len(merge.doubts)) == ({}, 1)
    assert [(conflict.owner, conflict.why) for conflict in merge.conflicts] == [
        ("AD Roads", "nobody has said yet that this date is meant")
    ]
    assert merge.notes == (
        "--accept H1.date=Nobody settles nothing, as nobody of that name has answered; write --accept H1.date=theirs.",
    )


def test_a_comment_that_names_a_day_stays_words_where_dates_are_days() -> None:
    sheet = set_value(sheet_of("Q2 23/24", DUE), Cell("Plan", 3, 6), None)
    form = returned(plan_of(sheet), ROADS, {("H1", "Comment"): "31 March 2024"})
    assert values(merged(sheet, form)) == {"F3": "31 March 2024"}


@pytest.mark.parametrize("typed", ["-", "n/a", "None"])
def test_no_new_date(typed: str) -> None:
    merge = moved(sheet_of("Q2 23/24"), typed)
    notes = () if typed == "-" else (f"H1: the new date “{typed}” of AD Roads is no answer.",)
    assert (changes(merge), refused(merge), merge.doubts, merge.notes) == ({}, [], (), notes)


@pytest.mark.parametrize("typed", ["-", "–", "n/a", "N/A.", "No update", "nil", "see above"])
def test_a_comment_that_says_nothing_is_no_answer(typed: str) -> None:
    sheet = sheet_of("Q2 23/24")
    text: Typed = {("H1", "Comment"): typed}
    merge = merged(sheet, returned(plan_of(sheet), ROADS, text))
    notes = () if typed in "-–" else (f"H1: the comment “{typed}” of AD Roads is no answer.",)
    assert (changes(merge), refused(merge), merge.notes) == ({}, [], notes)


@pytest.mark.parametrize(
    ("typed", "value", "note"),
    [
        ("31 March 2024", MARCH, ""),
        ("31/3/24", MARCH, ""),
        ("by 31 March 2024", MARCH, ""),
        ("end of March 2024", MARCH, "which is put in as 31/03/2024, as the plan's cell holds a day"),
        ("March 2024", MARCH, "which is put in as 31/03/2024, as the plan's cell holds a day"),
        (
            "31 March 2024?",
            MARCH,
            "which is put in as 31/03/2024, as the plan's cell holds a day; it is marked as not sure, with a question mark "
            "or a word such as “provisional”, and is taken all the same; confirm it with the owner, or agree another",
        ),
        (
            "31 March",
            MARCH,
            "which is put in as 31/03/2024, as the plan's cell holds a day; the year is the plan's, as none is named",
        ),
        (
            "Q1 2024",
            date(2024, 6, 30),
            "which is put in as 30/06/2024, as the plan's cell holds a day; it names a quarter with one year, which is "
            "read as the fiscal year that starts in it; write Fiscal or Calendar beside “Q1 2023 means” on a Settings "
            "sheet",
        ),
    ],
)
def test_what_a_cell_of_days_made_of_an_owner_s_words_is_said(typed: str, value: date, note: str) -> None:
    merge = moved(both_of(DUE.date(), DUE), typed)
    told = f"H1: AD Roads wrote the new date “{typed}”, {note}." if note else ""
    assert (values(merge), merge.is_clean, merge.notes) == ({"D3": value}, True, (told,) if told else ())
    assert [change.said for change in merge.changes] == [typed if told else ""]


def test_what_is_read_into_a_date_that_is_asked_about_is_said() -> None:
    merge = moved(sheet_of("Q2 23/24"), "Q1 2023", date(2023, 6, 1))
    assert [doubt.message for doubt in merge.doubts] == [
        "H1: the new date “Q1 2023” of AD Roads counts as due by 30 June 2023, which is before the one it had, "
        f"“Q2 23/24”; ask whether it is meant{HELD}."
    ]


def test_what_is_read_into_a_new_date_is_said_of_a_cell_of_words_too() -> None:
    merge = moved(sheet_of("Q2 23/24"), "Q1 2024")
    assert (changes(merge), merge.is_clean) == ({"C3": "Q1 2024 (was Q2 23/24)"}, True)
    assert merge.notes == (
        "H1: AD Roads wrote the new date “Q1 2024”; it names a quarter with one year, which is read as the fiscal year "
        "that starts in it, so it counts as due by 30 June 2024; write Fiscal or Calendar beside “Q1 2023 means” on a "
        "Settings sheet.",
    )
    assert (moved(sheet_of("Q2 23/24"), "the second week of March").is_clean) is True


def test_a_part_of_a_period_is_no_day_for_a_cell_of_days() -> None:
    merge = moved(both_of(None, DUE), "mid-March 2024")
    assert (values(merge), merge.notes) == ({}, ())
    assert [doubt.message for doubt in merge.doubts] == [
        "H1: the new date “mid-March 2024” of AD Roads does not say the day, and the plan's cell holds one, which would "
        f"be 31 March 2024; ask for the day{HELD}."
    ]
