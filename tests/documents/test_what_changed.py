"""What changed, as a table and in figures: no number that is not its rows'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest

from peerxl.documents.document import Document
from peerxl.documents.movement_words import describe_date_move
from peerxl.documents.what_changed import build_movement, build_what_changed
from peerxl.movement.compare import Movement, compare_quarters
from peerxl.movement.dates import DateMove, DateShift
from tests.conftest import plan_from_text
from tests.documents.plans import PLAN, Q2, Q3
from tests.movement.test_compare import NEW, OLD, compare

BOTH = compare(plan_from_text(OLD), plan_from_text(NEW))
FIGURES = {
    "completed": "Completed",
    "closed without being done": "Closed, not done",
    "open again": "Open again",
    "gone back": "Gone back",
    "gone forward and still open": "Gone forward",
    "with another status": "Status changed",
    "added": "Added",
    "gone from the plan and still open": "Gone and still open",
    "gone from the plan and closed": "Gone and closed",
}


def told(document: Document) -> list[list[str]]:
    """The table as people read it, with its headings."""
    (section,) = document.sections
    return [[c.heading for c in section.columns], *([entry.text for entry in row.entries] for row in section.rows)]


def test_two_plans() -> None:
    document = build_movement(BOTH)
    assert document.title == "What changed from Quarter 1 2023/24 to Quarter 2 2023/24: Pier plan"
    assert [line.text for line in document.sections[0].lines] == [
        "What became of the actions from Quarter 1 2023/24 to Quarter 2 2023/24: "
        "3 actions of the 5 before and the 5 now are the same.",
        "1 completed, 1 with another date, 1 reworded, 2 added, 1 gone from the plan and still open and "
        "1 gone from the plan and closed.",
    ]
    assert told(document) == [
        ["What changed", "Theme", "Ref", "Action", "Status", "Date", "Known by"],
        [
            "Completed",
            "Harbour",
            "2",
            "Light the pier and its approach\n(It said: “Light the pier”)",
            "Forward: from In progress to Completed",
            "Q3 23/24",
            "Ref, words (61 of 100)",
        ],
        [
            "Date changed",
            "Harbour",
            "1",
            "Repair the pier",
            "Same: In progress",
            "Later: Q4 23/24, was Q2 23/24",
            "Ref",
        ],
        ["Added", "Roads", "6", "Paint the bridge", "Not started", "Q4 23/24", "In one plan only"],
        [
            "Added",
            "Roads",
            "7",
            "Ask the hauliers what they would do now",
            "Not started",
            "Q4 23/24",
            "May be “Ask the hauliers what to do” before: words 79 of 100",
        ],
        [
            "Gone and still open",
            "Roads",
            "4",
            "Count the lorries",
            "Last known: Not started",
            "Not known",
            "In one plan only",
        ],
        [
            "Gone and closed",
            "Roads",
            "5",
            "Ask the hauliers what to do",
            "Last known: Completed",
            "Not known",
            "May be “Ask the hauliers what they would do now” now: words 79 of 100",
        ],
        ["As before", "Roads", "3", "Mend the bridge", "Same: Completed (Quarter 1 2023/24)", "Q3 23/24", "Ref"],
    ]


def test_the_paper_says_only_what_changed() -> None:
    section = build_what_changed(BOTH, "Appendix 9 - Pier plan - Quarter 2 2023/24")
    assert section is not None
    assert section.title == "Appendix 9 - Pier plan - Quarter 2 2023/24: what changed"
    assert [column.heading for column in section.columns] == [
        "What changed",
        "Theme",
        "Ref",
        "Action",
        "Status",
        "Date",
    ]
    assert Counter(row.entries[0].text for row in section.rows) == {
        "Completed": 1,
        "Date changed": 1,
        "Added": 2,
        "Gone and still open": 1,
        "Gone and closed": 1,
    }


def test_nothing_changed() -> None:
    plan = plan_from_text(OLD)
    movement = compare(plan, plan_from_text(OLD))
    assert build_what_changed(movement, "Pier plan") is None
    assert build_movement(movement).sections[0].lines[1].text == "Nothing is known to have changed."


@pytest.mark.parametrize("movement", [BOTH, compare_quarters(PLAN, Q2, Q3)], ids=["two plans", "one plan"])
def test_every_figure_is_its_rows(movement: Movement) -> None:
    (section,) = build_movement(movement).sections
    rows = Counter(row.entries[0].text for row in section.rows)
    key = next(line.text for line in section.lines if line.is_key)
    figures = {words: int(number) for number, words in re.findall(r"(\d+) (.+?)(?:, | and (?=\d)|\.$)", key)}
    assert {words: number for words, number in figures.items() if words in FIGURES} == {
        words: rows[kind] for words, kind in FIGURES.items() if rows[kind]
    }
    assert len(section.rows) == len(movement.moves) + len(movement.added) + len(movement.gone)


def test_one_plan_says_what_it_cannot_tell() -> None:
    section = build_movement(compare_quarters(PLAN, Q2, Q3)).sections[0]
    assert [line.text for line in section.lines][2:] == [
        "The plan does not say when its actions were raised, so nothing tells which of them were added."
    ]
    assert "Known by" not in [column.heading for column in section.columns]


@pytest.mark.parametrize(
    ("move", "words"),
    [
        (DateMove("Q4"), "Q4"),
        (DateMove(""), ""),
        (DateMove("Q4", "Q2", "Q2", 1), "Q4; first Q2, changed once"),
        (DateMove("Q4", "Q2", "", None), "Q4; first Q2, changed"),
        (DateMove("Q4", "Q1", "Q3", 2), "Q4; first Q1, changed twice, last from Q3"),
        (DateMove("Q4", "Q1", "Q1", 1, DateShift.LATER), "Later: Q4, was Q1"),
        (DateMove("Q4", "Q1", "Q3", 3, DateShift.EARLIER), "Earlier: Q4, was Q3; first Q1, changed 3 times"),
        (DateMove("Q4", "Q1", "Q3", None, DateShift.LATER), "Later: Q4, was Q3; first Q1, changed"),
        (DateMove("TBC", "Q1", "Q1", 1, DateShift.REMOVED), "Taken away, was Q1"),
        (DateMove("Q4", change=DateShift.SET), "Set: Q4"),
        (DateMove("Ongoing", "Q1", "Q1", 1, DateShift.CHANGED), "Changed: Ongoing, was Q1"),
        (DateMove("Q4", "Q2", "Q2", 1, DateShift.SAME), "Q4; first Q2, changed once"),
    ],
)
def test_a_date_in_words(move: DateMove, words: str) -> None:
    assert describe_date_move(move) == words


def test_golden(golden: Callable[[Document, str], None]) -> None:
    golden(build_movement(BOTH), "movement")
