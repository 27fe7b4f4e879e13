"""What is said of timescales that cannot be read: what to write instead, which can be."""

from __future__ import annotations

import re

import pytest

from peerxl import parse_timescale
from peerxl.checks.timescale import check_timescale_unreadable, say_what_to_write
from peerxl.model.fiscal import YearConvention
from tests.conftest import plan_from_text

PLAN = """
| Action | Lead | Start date | End date |
| Mend the pier | Harbour Master | 1 May 2026 | {} |
| Light the quay | Clerk | 1 June 2026 | 30 September 2027 |
"""


@pytest.mark.parametrize("text", ["2029", "by 2029", "In 2029", "until 2029"])
def test_a_year_alone_is_to_be_written_as_one_of_the_two_it_may_mean(text: str) -> None:
    (fault,) = check_timescale_unreadable(plan_from_text(PLAN.format(text)), None)
    assert fault.message == (
        f"The timescale '{text}' cannot be read (“2029” alone does not say which fiscal year); write '2028/29' or "
        "'2029/30' for a fiscal year, or 'end of 2029' for 31 December 2029."
    )


def test_what_is_to_be_written_for_a_year_can_be_read() -> None:
    words = re.findall("'(.+?)'", say_what_to_write("2029", YearConvention()))
    assert [str(parse_timescale(text)) for text in words] == ["2028/29", "2029/30", "by 31 December 2029"]


def test_where_years_are_those_of_the_calendar_a_year_is_told_by_its_end() -> None:
    assert say_what_to_write("2029", YearConvention(1)) == "write 'end of 2029' for 31 December 2029"


@pytest.mark.parametrize("text", ["early 2029", "2029 or later", "Q3 22/24"])
def test_other_words_are_to_be_written_as_a_quarter_or_a_date(text: str) -> None:
    (fault,) = check_timescale_unreadable(plan_from_text(PLAN.format(text)), None)
    assert fault.message.endswith("; write it as a quarter or a date.")
