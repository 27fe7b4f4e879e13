"""A heading's words are known whatever their case and spaces; a column's values are counted beneath the headings."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from peerxl.reading.columns.tracker_layout import fold_case, has_words
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request, read_workbook
from tests.conftest import sheet_from_text

WORDS = st.text(st.sampled_from("aAßẞſsSıİiΣςσﬁf \t\n\u00a0"), max_size=4)


@given(WORDS, WORDS)
@example(" Straße\n", "STRASSE")
@example("", " ")
@example("ﬁ", "f")
def test_a_text_has_the_words_that_it_is_folded_to(text: str, heading: str) -> None:
    folded = fold_case(heading)
    assert has_words(text, folded) is (fold_case(text) == folded)


def test_each_value_of_a_column_is_counted_once() -> None:
    sheet = sheet_from_text("""
        | Action          | Owner    | Due      | Status  |
        | Repair the pier | AD Roads | Q4 23/24 | Ongoing |
        | Light the pier  | AD Roads | Q3 23/24 | Ongoing |
        | Paint the pier  |          | Q4 23/24 | Ongoing |
        """)
    request = Request("plan.xlsx")
    assert len(plan_from_sheets([sheet], request).actions) == 3
    layout = read_workbook([sheet], request)[0].trackers[0].layout
    assert layout.count_values(2) == {"AD Roads": 2, None: 1}
    assert layout.count_values(3) == {"Q4 23/24": 2, "Q3 23/24": 1}
    assert layout.count_values(9) == {}
