"""Which spellings of a plan are put right, and what they are to say."""

from __future__ import annotations

import pytest

from peerxl.checks import check_plan
from peerxl.checks.corrections import convert_to_house_form, list_corrections
from peerxl.language.timescales import parse_timescale
from peerxl.model.fiscal import YearConvention
from peerxl.model.settings import Settings
from peerxl.model.status import Status, Vocabulary
from tests.conftest import plan_from_text


def corrected(text: str, settings: Settings | None = None, *, timescales: bool = False) -> dict[str, str]:
    found = list_corrections(plan_from_text(text, settings=settings), lambda cell: True, timescales=timescales)
    return {one.cell.address: one.text for one in found}


STATUSES = """
    | Harbour action plan - Q2 2023/24 |
    | Ref | Action | Owner | Q1 update   | Q1 comments | Q2 update    | Q2 comments |
    | 1   | Mend   | A. B. | Completd    | x           | Complete     | x           |
    | 2   | Light  | A. B. | In progress | x           | on-going     | x           |
    | 3   | Paint  | A. B. | Complted    | x           | Completed?   | x           |
    | 4   | Sweep  | A. B. | -           | x           | Green        | x           |
    """


def test_a_status_whose_meaning_is_known_is_written_by_the_plan_s_word() -> None:
    assert corrected(STATUSES) == {"D3": "Completed", "F3": "Completed", "F4": "Ongoing"}


def test_a_word_that_says_more_than_the_one_it_counts_as_is_left() -> None:
    """Whether or not the plan has a spelling of its own for the word; `check` says the same."""
    text = """
        | Harbour action plan - Q2 2023/24 |
        | Ref | Action | Owner | Q2 update   |
        | 1   | Mend   | A. B. | Delayed     |
        | 2   | Light  | A. B. | Paused      |
        | 3   | Paint  | A. B. | Complete    |
        | 4   | Sweep  | A. B. | Implemented |
        | 5   | Dust   | A. B. | WIP         |
        | 6   | Wash   | A. B. | On-going    |
        | 7   | Iron   | A. B. | On-going    |
        | 8   | Dry    | A. B. | Delayed     |
        """
    assert corrected(text) == {"D5": "Completed", "D7": "In progress"}
    findings = check_plan(plan_from_text(text))
    spelled = [finding for finding in findings if finding.code == "status-spelling"]
    assert [(finding.cells[0].address, finding.suggestion) for finding in spelled] == [
        ("D5", "Completed"),
        ("D7", "In progress"),
    ]


def test_a_word_that_says_more_is_written_as_the_plan_mostly_writes_it() -> None:
    """ "on track" beside "On track" was reported only once the plan was adopted."""
    text = """
        | Harbour action plan - Q2 2023/24 |
        | Ref | Action | Owner | Q2 update   |
        | 1   | Mend   | A. B. | On track    |
        | 2   | Light  | A. B. | on track    |
        | 3   | Paint  | A. B. | On track    |
        | 4   | Sweep  | A. B. | Implemented |
        | 5   | Dust   | A. B. | IMPLEMENTED |
        | 6   | Wash   | A. B. | Implemented |
        | 7   | Iron   | A. B. | Completed   |
        | 8   | Dry    | A. B. | Delayed     |
        | 9   | Fold   | A. B. | delayed     |
        | 10  | Carry  | A. B. | In progress |
        """
    assert corrected(text) == {"D4": "On track", "D7": "Implemented"}
    findings = check_plan(plan_from_text(text))
    assert [finding.message for finding in findings if finding.code == "status-spelling"] == [
        "'on track' is another spelling of 'On track'; write that.",
        "'IMPLEMENTED' is another spelling of 'Implemented'; write that.",
    ]


def test_a_plan_that_lists_its_words_is_written_in_them() -> None:
    text = """
        | Harbour action plan - Q2 2023/24 |
        | Ref | Action | Owner | Q2 update   |
        | 1   | Mend   | A. B. | Delayed     |
        | 2   | Light  | A. B. | Paused      |
        | 3   | Paint  | A. B. | Complete    |
        """
    vocabulary = Vocabulary.from_words(["In progress", "On hold", "Completed"])
    own = {"D3": "In progress", "D4": "On hold", "D5": "Completed"}
    assert corrected(text, Settings(vocabulary=vocabulary)) == own


def test_the_plan_s_own_words_are_those_of_its_statuses_sheet() -> None:
    words = Vocabulary((Status("Complete", False, "", ("Completd",)), Status("on-going", True)))
    assert corrected(STATUSES, Settings(vocabulary=words)) == {"D3": "Complete"}


def test_timescales_are_left_unless_asked_for() -> None:
    text = """
        | Harbour action plan - Q2 2023/24 |
        | Ref | Action | Timescale                        | Owner | Q2 update |
        | 1   | Mend   | Q1 22-23                         | A. B. | Ongoing   |
        | 2   | Light  | Q1 2022/23                       | A. B. | Ongoing   |
        | 3   | Paint  | Q4 22/23 Q1 23/24                | A. B. | Ongoing   |
        | 4   | Sweep  | Q1 23/24 agree plan              | A. B. | Ongoing   |
        | 5   | Dust   | Q3                               | A. B. | Ongoing   |
        | 6   | Wash   | when we can                      | A. B. | Ongoing   |
        | 7   | Dry    | BAU                              | A. B. | Ongoing   |
        | 8   | Iron   | end of march 2024                | A. B. | Ongoing   |
        """
    assert corrected(text) == {}
    assert corrected(text, timescales=True) == {"C3": "Q1 2022/23", "C10": "by 31 March 2024"}


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("Q1 22-23", "Q1 2022/23"),
        ("Qtr 3 2023-24", "Q3 2023/24"),
        ("Q4 22/23 – ongoing", "from Q4 2022/23, ongoing"),
        ("Q4 22/23 — ongoing", "from Q4 2022/23, ongoing"),
        ("FY17-18", "2017/18"),
        ("30th June 2009.", "30 June 2009"),
        ("by the end of March 2018", "by 31 March 2018"),
        ("Q4 22/23 - Q1 23/24", "Q4 2022/23 to Q1 2023/24"),
        ("1st quarter 2023/24", "Q1 2023/24"),
        ("30/06/2009", "30 June 2009"),
        ("Sept 23 onwards", "from September 2023, ongoing"),
        ("Q1 2023", ""),  # which year it is was assumed
        ("Q1, Q2 and Q4 24/25", ""),
        ("Q1 and Q2 24/25", ""),
        ("Ongoing to March 2025", ""),
        ("March 2025?", ""),
        ("revised: Q3 24/25", ""),
        ("Q3 24/25*", ""),
        ("w/c 3 March 2025", ""),
        ("not before April 2025", ""),
        ("from April 2024", ""),
        ("(Q3 24/25)", ""),
        ("Autumn 2025", ""),
        ("Q4 22/23 Q1 23/24", ""),
        ("13.09.2023 08.11.2023", ""),
        ("Q1 23/24 agree plan", ""),
        ("Annually", ""),
        ("TBC", ""),
        ("Ongoing", ""),
        ("2025", ""),
        ("", ""),
    ],
)
def test_house_form(text: str, house: str) -> None:
    assert convert_to_house_form(parse_timescale(text), YearConvention()) == house
