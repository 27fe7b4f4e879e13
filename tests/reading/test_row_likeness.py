"""What a row has in common with the rows of a table."""

from __future__ import annotations

import pytest

from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.reading.rows.row_likeness import is_like_actions, is_unlike_actions, list_tokens
from tests.reading.test_action_rows import layout_of

HEAD = "| Ref | Action | Owner | Due | Status | Original |"
ROW = "| R-12 | Mend it | Ann Lee | Q1 23/24 | On hold | Q4 22/23 |"


@pytest.mark.parametrize(
    ("row", "tokens"),
    [
        (ROW, ["ref r-9", "owner ann lee", "timescale ", "status ", "original timescale "]),
        ("| R-7 | x | ANN  LEE | 2026-03-31 | gone | soon after |", ["ref r-9", "owner ann lee", "timescale "]),
        ("| | Mend it | | | | |", []),
        ("| | Completed | | soon after | Q1 23/24 | |", []),
        ("| x | Mend it | | TBC | completed | |", ["ref x", "timescale ", "status "]),
    ],
)
def test_what_a_row_has_that_tells_it_from_others(row: str, tokens: list[str]) -> None:
    layout = layout_of(f"{HEAD}\n{row}")
    assert [f"{field} {words}" for field, words in list_tokens(layout, 2, DEFAULT_VOCABULARY)] == tokens


@pytest.mark.parametrize(
    ("row", "is_like"),
    [
        ("| R-3 | Light it | Bo | | On hold | |", True),
        ("| R-3 | Light it | Bo | | | |", False),
        ("| R-3 | Light | Bo | | On hold | |", False),
        ("| | Light it | Ann Lee | | | Q3 22/23 |", True),
    ],
)
def test_whether_a_row_is_like_those_of_a_table(row: str, is_like: bool) -> None:
    layout = layout_of(f"{HEAD}\n{ROW}\n{row}")
    tokens = set(list_tokens(layout, 2, DEFAULT_VOCABULARY))
    assert is_like_actions(layout, 3, tokens, DEFAULT_VOCABULARY) == is_like


BENEATH = [f"| {number} | Mend it | Ann | Q{number} 23/24 | On hold | x |" for number in (1, 2, 3, 4)]
WORDLESS = "| x | Mend it | Ann | some day | gone | x |"


@pytest.mark.parametrize(
    ("row", "beneath", "is_unlike"),
    [
        ("| Nr | Was | Wer | Wann | Stand | |", BENEATH, True),
        ("| Nr | Was | Wer | Wann | Stand | |", BENEATH[:3], True),
        ("| Nr | Was | Wer | Wann | Stand | |", BENEATH[:2], False),
        ("| Ref no | What was agreed with the auditor | Lead | As agreed | Choose one | |", BENEATH, True),
        ("| New | Mend the rail by the pier | Ann | Wann | Stand | |", BENEATH, False),
        ("| Nr | Was ist es | Wer | Wann | Stand | |", [*BENEATH[:2], "| | | | | | a note |"], False),
        ("| Nr | Was | Wer | | | |", BENEATH, False),
        ("| Nr | Was | Wer | Wann | | |", BENEATH, True),
        ("| 1 | Was | Wer | Wann | Stand | |", BENEATH, False),
        ("| Nr | Was | Wer | Q1 | Stand | |", BENEATH, False),
        ("| Nr | Was | Wer | Wann | Completed | |", BENEATH, False),
        ("| Nr | Was | Wer | Wann | Stand | |", [*BENEATH, WORDLESS], True),
        ("| Nr | Was | Wer | Wann | Stand | |", [*BENEATH, WORDLESS, WORDLESS], False),
        ("| Nr | Was | Wer | Wann | Stand | |", [*BENEATH * 2, *[WORDLESS] * 9], True),
        ("| Nr | Was | Wer | Wann | Stand | |", [*BENEATH[:3], *[WORDLESS] * 2, *BENEATH * 9], False),
    ],
)
def test_whether_a_row_of_short_words_is_unlike_those_beneath(row: str, beneath: list[str], is_unlike: bool) -> None:
    assert is_unlike_actions(layout_of("\n".join((HEAD, row, *beneath))), 2) == is_unlike
