"""Which actions are exceptions, and why."""

from __future__ import annotations

import pytest

from peerxl.documents.slippage import list_reasons, measure_delay
from peerxl.language.date_history import find_first_words
from peerxl.language.timescales import parse_timescale
from peerxl.model.action import Action, Update
from tests.documents.plans import Q2, Q3, action, update


def promised(
    timescale: str, original: str = "", status: str = "WIP", comment: str = "On it.", **given: object
) -> Action:
    first = parse_timescale(original) if original else None
    before = find_first_words(timescale)
    earlier = parse_timescale(before) if before else None
    given |= {"timescale": parse_timescale(timescale), "original_timescale": first, "earlier_timescale": earlier}
    return action(4, "Do", status=status, comment=comment, **given)


@pytest.mark.parametrize(
    ("one", "reasons"),
    [
        (promised("Q4 2023/24"), []),
        (promised("Q3 2023/24"), ["Due this quarter"]),
        (promised("Q2 2023/24"), ["Overdue"]),
        (promised("Q2 2023/24", status="Done"), []),
        (promised("ongoing"), []),
        (promised("Q4 2023/24", "Q2 2023/24"), ["Date changed"]),
        (promised("Q2 2023/24", "Q4 2022/23"), ["Overdue", "Date changed"]),
        (promised("Q4 2023/24", "Q1 2024/25"), []),
        (promised("31 March 2024 (was Q2 23/24)"), ["Date changed"]),
        (promised("Q4 2023/24", status="Paused"), ["On hold"]),
        (promised("Q4 2023/24", status="", comment=""), ["No update received"]),
        (promised("Q4 2023/24", status=""), ["No status given"]),
        (promised("Q4 2023/24", comment=""), []),
        (promised("Q4 2023/24", status="Amber"), []),
        (promised("Q2 2023/24", status="", comment="", last=update(4, Q2, "Done")), []),
    ],
)
def test_why_an_action_is_an_exception(one: Action, reasons: list[str]) -> None:
    assert list(list_reasons(one, Q3)) == reasons


@pytest.mark.parametrize(
    ("due", "delay"),
    [("Q2 2023/24", "1 quarter"), ("Q4 2021/22", "7 quarters"), ("Q3 2023/24", "Not late"), ("TBC", "Not late")],
)
def test_how_late(due: str, delay: str) -> None:
    assert measure_delay(promised(due), Q3) == delay


def test_a_colour_is_no_answer() -> None:
    from dataclasses import replace

    coloured = replace(promised("Q4 2023/24"), updates=(Update(Q3, status_fill="FF0000"),))
    assert list(list_reasons(coloured, Q3)) == ["Colour only"]
