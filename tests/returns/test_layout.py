"""The table of questions: one more line in it is issued, filled in, read back, and merged or refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerxl.errors import PeerxlError
from peerxl.merge import AnswerField, AnswerKind, Merge, Return, merge_returns, read_accepted
from peerxl.model.answer_field import COMMENT, STATUS
from peerxl.model.layout import Field
from peerxl.model.sheet import Cell, Sheet, Value
from peerxl.reading.nowhere import list_nowhere
from peerxl.returns import ANSWER_FIELDS, NotAReturnError, read_return
from peerxl.returns.layout import ACTION, LAST_COMMENT, LAST_STATUS, REF, TIMESCALE, WHY
from tests.conftest import sheet_from_text
from tests.returned_forms import (
    Q3,
    TODAY,
    changes,
    conflicts,
    filled,
    form_sheets,
    headings_row,
    plan_of,
    refused,
    set_value,
)

EVIDENCE = AnswerField(
    name="evidence",
    noun="source",
    heading="Evidence",
    kind=AnswerKind.WORDS,
    column=Field.EVIDENCE,
    new_heading="Evidence",
    issued_heading="Evidence so far",
    prompt="Where to see it: the meeting and its date, the report or the web page.",
    room=60,
    is_asked_when_due=True,
)
FIELDS = (*ANSWER_FIELDS, EVIDENCE)
SHEET = sheet_from_text("""
    | Harbour plan |
    |              |
    | Ref | Action          | Timescale | Owner    | Quarter 3 update | Comments | Evidence |
    | H1  | Repair the pier | Q2 23/24  | AD Roads | In progress      | Begun.   | Minutes  |
    | H2  | Light the pier  | Q4 23/24  | AD Roads |                  |          |          |
    """)
ROADS = "AD Roads"


def form_of(text: Value, sheet: Sheet = SHEET) -> list[Sheet]:
    return filled(plan_of(sheet), ROADS, {("H1", "Evidence"): text}, FIELDS)


def merged(form: Return, now: Sheet = SHEET, accept: str = "") -> Merge:
    plan = plan_of(now)
    accepted = read_accepted([accept] if accept else [], FIELDS)
    return merge_returns(plan, {now.name: now}, Q3, [form], today=TODAY, fields=FIELDS, accepted=accepted)


def test_it_is_issued() -> None:
    first, *_, issued = form_sheets(plan_of(SHEET), ROADS, FIELDS)
    header = headings_row(first)
    assert first.rows[header - 1] == (
        *(REF, ACTION, TIMESCALE, WHY, LAST_STATUS, LAST_COMMENT),
        *("Status", "Comment", "New date", "Evidence"),
    )
    assert [row[9] for row in first.rows[header:]] == ["Minutes", "Not asked"]
    headings, *rows = issued.rows[headings_row(issued) - 1 :]
    told = [dict(zip(headings, row, strict=True)) for row in rows]
    assert [(row["Questions"], row["Evidence so far"], row["Evidence so far cell"]) for row in told] == [
        ("status, comment, date, evidence", "Minutes", "G4"),
        ("status, comment, date, evidence", None, "G5"),
    ]


@pytest.mark.parametrize(
    ("typed", "changed", "why_not"),
    [
        ("Cabinet, 3 May", {"G4": "Cabinet, 3 May"}, []),
        (" Minutes ", {}, []),
        (None, {}, []),
        ("x" * 40_000, {}, ["H1: the source is longer than the 32,767 characters that Excel holds"]),
        (
            4,
            {},
            [
                "H1: the source is a number, a day or an error, “4”, which the form may have shown otherwise; ask AD Roads for it "
                "in words."
            ],
        ),
    ],
)
def test_it_is_read_back_and_merged(typed: Value, changed: dict[str, str], why_not: list[str]) -> None:
    merge = merged(read_return("a.xlsx", form_of(typed), {}, fields=FIELDS))
    assert changes(merge) == changed
    assert [message.partition(" (source")[0] for _, message in refused(merge)] == why_not
    assert [(one.field.name, one.field.noun) for one in merge.changes] == [("evidence", "source")] * len(changed)


def test_it_conflicts_and_is_settled_as_any_other() -> None:
    form = read_return("a.xlsx", form_of("Cabinet"), {}, fields=FIELDS)
    now = set_value(SHEET, Cell("Plan", 4, 7), "Website")
    merge = merged(form, now)
    assert (changes(merge), conflicts(merge)) == ({}, [("G4", "Website", "Cabinet")])
    assert merge.conflicts[0].accept == "H1.evidence=theirs"
    assert changes(merged(form, now, "H1.source=theirs")) == {"G4": "Cabinet"}
    with pytest.raises(PeerxlError, match="with status, comment, date or evidence, and theirs"):
        read_accepted(["H1.proof=theirs"], FIELDS)


def test_where_the_plan_has_no_column_for_it_it_is_not_asked() -> None:
    bare = replace(SHEET, rows=tuple(row[:6] for row in SHEET.rows))
    first, *_ = form_sheets(plan_of(bare), ROADS, FIELDS)
    assert first.rows[headings_row(first) - 1][6:] == ("Status", "Comment", "New date")
    (nowhere,) = list_nowhere(plan_of(bare), Q3, FIELDS)
    assert nowhere.sentence == (
        "There is no column for the source, so that is not asked; add a column headed “Evidence”."
    )
    merge = merged(read_return("a.xlsx", form_of("Cabinet"), {}, fields=FIELDS), bare)
    why = "H1: the plan has no column for the source; add one headed “Evidence” and collect again (source “Cabinet”)."
    assert (changes(merge), refused(merge)) == ({}, [("no-cell", why)])


def test_what_is_amiss_with_it_is_said() -> None:
    first, *others = form_of("Cabinet")
    row = headings_row(first)
    copy = replace(first, name="Your actions (2)")
    renamed = set_value(first, Cell("", row, 10), "Proof")
    doubled = set_value(set_value(first, Cell("", row, 11), "evidence"), Cell("", row + 1, 11), "Council")
    for sheets, codes in (
        ([renamed, *others], ["heading-changed", "beside"]),
        ([doubled, *others], ["heading-twice"]),
        ([set_value(first, Cell("", row + 1, 10), None), *others, copy], ["other-sheet"]),
        ([first, *others, copy], []),
    ):
        returned = read_return("a.xlsx", sheets, {}, fields=FIELDS)
        assert [refusal.code for refusal in returned.refusals] == codes


def test_a_form_without_a_question_asks_the_others() -> None:
    first, *_ = form_sheets(plan_of(SHEET), ROADS, (STATUS, COMMENT))
    assert first.rows[headings_row(first) - 1][6:] == ("Status", "Comment")
    form = filled(plan_of(SHEET), ROADS, {("H2", "Comment"): "Lit."}, (STATUS, COMMENT))
    assert changes(merged(read_return("a.xlsx", form, {}, fields=(STATUS, COMMENT)))) == {"F5": "Lit."}


@pytest.mark.parametrize("names", ["status, comment, date, proof", "status, comment, date", ""])
def test_a_form_that_asks_what_nobody_knows_or_has_not_issued_it_is_refused(names: str) -> None:
    *others, issued = form_of("Cabinet")
    row = headings_row(issued)
    column = issued.rows[row - 1].index("Questions") + 1
    changed = set_value(set_value(issued, Cell("", row + 1, column), names), Cell("", row + 2, column), names)
    if names == "status, comment, date":
        changed = set_value(changed, Cell("", row, issued.rows[row - 1].index("Status cell") + 1), "Other")
    with pytest.raises(NotAReturnError, match="its sheet 'As issued' has been changed"):
        read_return("a.xlsx", [*others, changed], {}, fields=FIELDS)


def test_no_two_questions_share_a_name_or_a_heading() -> None:
    for names in (
        [field.name for field in FIELDS],
        [field.noun for field in FIELDS],
        [field.heading for field in FIELDS],
        [field.issued_heading for field in FIELDS],
    ):
        assert len(set(names)) == len(names)
