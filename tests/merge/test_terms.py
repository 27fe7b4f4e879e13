"""What answers mean in a plan: which are the same, which cannot be taken, and what goes into the master."""

from __future__ import annotations

from datetime import date

import pytest

from peerxl.merge.terms import PlanTerms, clean, is_blank
from peerxl.model.answer_field import COMMENT, DATE, STATUS, AnswerField
from peerxl.model.fiscal import APRIL_YEARS, FiscalYear
from peerxl.model.status import DEFAULT_VOCABULARY, Status, Vocabulary
from peerxl.text import LONGEST_TEXT

TERMS = PlanTerms(DEFAULT_VOCABULARY, FiscalYear(2023), APRIL_YEARS)
OWN = PlanTerms(Vocabulary((Status("Going well", True), Status("Over", False))), FiscalYear(2023), APRIL_YEARS)


@pytest.mark.parametrize(
    ("field", "text", "other", "is_same"),
    [
        (STATUS, "In Progress", "in progress", True),
        (STATUS, "Underway", "In progress", True),
        (STATUS, "On hold", "In progress", False),
        (STATUS, "Stuck fast", "stuck-fast", True),
        (STATUS, "Stuck", "Lost", False),
        (STATUS, "✔", "✔ ", True),
        (STATUS, "✔", "✘", False),
        (COMMENT, "<p>Begun.</p>", "Begun. ", True),
        (COMMENT, "Begun.", "begun.", False),
        (DATE, "31 March 2024", "31/03/24", True),
        (DATE, "31 March 2024", "Q4 23/24", True),
        (DATE, "31 March 2024", "30 March 2024", False),
        (DATE, "soon", "soon ", True),
        (DATE, "soon", "later", False),
        (DATE, "soon", "soon (was Q3 23/24)", True),
        (DATE, "soon", "soon (first Q1 23/24, moved twice, last from Q3 23/24)", True),
        (DATE, "soon", "later (was soon)", False),
        (DATE, "soon (after the survey)", "soon", False),
        (DATE, "14 Aug", "14 August 2023", True),
    ],
)
def test_which_answers_are_the_same(field: AnswerField, text: str, other: str, is_same: bool) -> None:
    assert TERMS.is_same(field, text, other) == is_same


@pytest.mark.parametrize(
    ("terms", "field", "text", "fault"),
    [
        (TERMS, STATUS, "Underway", ""),
        (TERMS, STATUS, "Compleated it", "the plan has no status “Compleated it”; ask whether “Completed” is meant"),
        (OWN, STATUS, "Zzz", "the plan has no status “Zzz”; its words are Going well, Over"),
        (TERMS, COMMENT, "x" * LONGEST_TEXT, ""),
        (
            TERMS,
            COMMENT,
            "x" * (LONGEST_TEXT + 1),
            f"the comment is longer than the {LONGEST_TEXT:,} characters that Excel holds",
        ),
        (TERMS, DATE, "Q1 24/25", ""),
        (
            TERMS,
            DATE,
            "not March 2027",
            "the new date “not March 2027” cannot be read as a day, month or quarter: “not” limits or denies what the "
            "cell says; ask for one",
        ),
        (
            TERMS,
            DATE,
            "12/31/2027",
            "the new date “12/31/2027” cannot be read as a day, month or quarter: there is no day 12/31/2027; ask for one",
        ),
        (
            TERMS,
            DATE,
            "from May 2024",
            "the new date “from May 2024” names no day, month or quarter to be done by; ask for one",
        ),
    ],
)
def test_why_an_answer_cannot_be_taken(terms: PlanTerms, field: AnswerField, text: str, fault: str) -> None:
    assert terms.find_fault(field, text) == fault


@pytest.mark.parametrize(
    ("field", "text", "written"),
    [
        (STATUS, "UNDERWAY", "In progress"),
        (STATUS, "Stuck", "Stuck"),
        (COMMENT, "Begun", "Begun"),
        (DATE, "31/03/24", "31/03/24"),
    ],
)
def test_how_the_master_is_to_have_it(field: AnswerField, text: str, written: str) -> None:
    assert TERMS.as_written(field, text) == written


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/03/2024", date(2024, 3, 31)),
        ("March 2024", date(2024, 3, 31)),
        ("Q4 2023/24", date(2024, 3, 31)),
        ("by 31 March 2024", date(2024, 3, 31)),
        ("1 - 31 March 2024", date(2024, 3, 31)),
        ("1 - 30 March 2024", None),
        ("2 - 31 March 2024", None),
        ("February to March 2024", None),
        ("1 March 2023 - 31 March 2024", None),
        ("2023/24", None),
        ("from March 2024", None),
        ("March 2024 and after", None),
        ("13.03.2024 30.03.2024", None),
        ("March 2024 for the pier", None),
        ("soon", None),
    ],
)
def test_the_one_day_that_an_answer_names(text: str, day: date | None) -> None:
    assert TERMS.read_day(text) == day


@pytest.mark.parametrize(
    ("text", "issued", "doubt"),
    [
        ("soon", "Q4 23/24", ""),
        ("31 March 2024", " Q4 23/24 ", "is the one it had; ask whether that holds, or which is meant"),
        ("14 January 2024", "Q3 23/24", "is past; ask whether it is meant"),
        ("15 January 2024", "Q3 23/24", ""),
        ("1 March 2024", " Q4 23/24 ", "is before the one it had, “Q4 23/24”; ask whether it is meant"),
        ("1 March 2024", "TBC", ""),
        ("14 January 2024", "TBC", "is past; ask whether it is meant"),
        ("1 May 2024", "Q4 23/24", ""),
    ],
)
def test_why_a_new_date_is_asked_about(text: str, issued: str, doubt: str) -> None:
    assert TERMS.find_doubt(text, issued, date(2024, 1, 15)) == doubt


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        (" a \n b  \n", "a\n b"),
        ("a\x00b", "ab"),
        ("a\r\nb", "a\nb"),
        ("a\n\nb", "a\n\nb"),
        ("\u200ba\u200b \u200b\nb\ufeff", "a\nb"),
        ("a\u00ad\u2060b\u202e", "ab"),
        ("\u0915\u094d\u200d\u0937 x\u200c", "\u0915\u094d\u200d\u0937 x\u200c"),
        ("\u200b\n\u200b", ""),
        ("\n\n", ""),
        ("", ""),
    ],
)
def test_what_was_typed_without_what_nobody_sees(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("field", "blank", "answers"),
    [
        (STATUS, ("", " ", "-", "–", "—"), ("✔", "?", "X", "n/a", "none", "--")),
        (COMMENT, ("", "n/a", "No update", "-", "?"), ("Begun",)),
        (DATE, ("", "-", "N/A", "None", "nil", "not applicable"), ("TBC", "soon")),
    ],
)
def test_what_is_no_answer(field: AnswerField, blank: tuple[str, ...], answers: tuple[str, ...]) -> None:
    assert [text for text in blank if not is_blank(field, text)] == []
    assert [text for text in answers if is_blank(field, text)] == []
