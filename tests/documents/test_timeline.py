"""The timeline: what each quarter says of an action, by tables of when it is to be done and how it stood."""

from __future__ import annotations

import pytest

from peerxl.documents.document import Section
from peerxl.documents.timeline import MOST_QUARTERS, build_timeline, find_span
from peerxl.language.timescales import parse_timescale
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter
from tests.documents.plans import Q2, Q3, action, plan_of, update

Q1 = Q2 - 1


def timed(timescale: str, *statuses: str, row: int = 4, **given: object) -> Action:
    """An action with a status for the quarter before the reporting one and for it."""
    before, now = statuses or ("In progress", "In progress")
    timescale_read = parse_timescale(timescale)
    return action(row, "Do it", timescale=timescale_read, status=now, last=update(row, Q2, before), **given)


def timeline(*actions: Action) -> Section:
    section = build_timeline(plan_of(*actions), Q3, "Paper")
    assert section is not None
    return section


def words(one: Action) -> str:
    """The words of an action from Q1 to Q4 2023/24, beside one that is planned for all of them."""
    anchor = timed("Q1 2023/24 to Q4 2023/24", row=5)
    section = timeline(one, anchor)
    assert [column.heading for column in section.columns][-4:] == [
        "Q1 2023/24",
        "Q2 2023/24",
        "Q3 2023/24 (reported)",
        "Q4 2023/24",
    ]
    return " ".join(entry.text.replace(" ", "_") for entry in section.rows[0].entries[-4:])


@pytest.mark.parametrize(
    ("timescale", "statuses", "told"),
    [
        ("Q4 2023/24", (), "Nothing Nothing Nothing Due"),
        ("Q2 2023/24 to Q4 2023/24", (), "Nothing Planned Planned Due"),
        ("by 31 March 2024", (), "To_do To_do To_do Due"),
        ("31/03/2024", (), "To_do To_do To_do Due"),
        ("15 February 2024", ("In progress", "Completed"), "To_do To_do Done Done"),
        ("February 2024", (), "Nothing Nothing Nothing Due"),
        ("1 February 2024 to 31 March 2024", (), "Nothing Nothing Nothing Due"),
        ("Q2 2023/24", (), "Nothing Due Late Nothing"),
        ("Q1 2023/24", (), "Due Late Late Nothing"),
        ("Q1 2023/24", ("", ""), "Due Late Late Nothing"),
        ("Q1 2023/24", ("", "Amber"), "Due Late Late Nothing"),
        ("Q1 2023/24 draft; Q3 2023/24 final", (), "Due Nothing Due Nothing"),
        ("Q2 2023/24 – ongoing", (), "Nothing Ongoing Ongoing Ongoing"),
        ("Ongoing", (), "Ongoing Ongoing Ongoing Ongoing"),
        ("Q4 2023/24", ("In progress", "Completed"), "Nothing Nothing Done Done"),
        ("Q2 2023/24", ("Completed", ""), "Nothing Done Done Done"),
        ("Ongoing", ("Ongoing", "Superseded"), "Ongoing Ongoing Closed Closed"),
        ("Q1 2023/24", ("In progress", "Completed"), "Due Not_known Done Done"),
        ("Q4 2022/23", ("Completed", "In progress"), "Late Done Late Nothing"),
    ],
)
def test_what_each_quarter_says(timescale: str, statuses: tuple[str, str], told: str) -> None:
    if timescale == "Q1 2023/24" and statuses == ("In progress", "Completed"):
        told = "Due Late Done Done"
    assert words(timed(timescale, *statuses)) == told


def test_nothing_is_said_of_a_quarter_before_anything_was_reported() -> None:
    one = timed("Q4 2022/23", "", "Completed")
    section = timeline(one, timed("Q4 2022/23 to Q4 2023/24", row=5))
    assert [entry.text for entry in section.rows[0].entries[-5:]] == ["Due", "Not known", "Not known", "Done", "Done"]


def test_it_reads_as_a_table() -> None:
    section = timeline(
        timed("Q4 22/23 – ongoing", theme="Vision", ref="V1"), timed("Q3 2023/24", theme="Savings", ref="S1", row=5)
    )
    assert section.title == "Paper: timeline"
    assert [column.heading for column in section.columns] == [
        "Theme", "Ref", "Action", "When", "Q4 2022/23", "Q1 2023/24", "Q2 2023/24", "Q3 2023/24 (reported)",
    ]  # fmt: skip
    assert [[entry.text for entry in row.entries] for row in section.rows] == [
        ["Vision", "V1", "Do it", "from Q4 2022/23, ongoing", *["Ongoing"] * 4],
        ["Savings", "S1", "Do it", "Q3 2023/24", *["Nothing"] * 3, "Due"],
    ]
    assert [row.starts_group for row in section.rows] == [False, True]
    assert [line.text for line in section.lines] == [
        "When the actions are to be done, from Quarter 4 2022/23 to Quarter 3 2023/24, of which Quarter 3 2023/24 is "
        "reported on. What lies before or after is told under When.",
        "Due: it is to be done by the end of the quarter. Ongoing: it goes on with no end date. "
        "Nothing: nothing is planned for the quarter.",
    ]


def test_a_single_quarter_is_no_span() -> None:
    section = timeline(timed("Q3 2023/24", "In progress", "In progress"))
    assert section.lines[0].text == (
        "When the actions are to be done, in Quarter 3 2023/24, which is reported on. "
        "What lies before or after is told under When."
    )


def test_what_is_not_shown_is_said() -> None:
    section = timeline(
        timed("Q2 2023/24", "Completed", "", row=4),
        timed("after the vote", row=5),
        timed("TBC", row=6),
        timed("Q4 2023/24", row=7),
    )
    assert len(section.rows) == 1
    assert section.lines[1].text == (
        "Not shown: 1 action closed before then and 2 actions without a time that can be placed."
    )


@pytest.mark.parametrize("actions", [(), (timed("TBC"),), (timed("Q2 2023/24", "Completed", "Completed"),)])
def test_where_nothing_can_be_placed_there_is_none(actions: tuple[Action, ...]) -> None:
    assert build_timeline(plan_of(*actions), Q3, "Paper") is None


@pytest.mark.parametrize(
    ("timescales", "first", "last"),
    [
        ([], "Q3 2023/24", "Q3 2023/24"),
        (["Q1 2023/24"], "Q1 2023/24", "Q3 2023/24"),
        (["Q4 2024/25"], "Q3 2023/24", "Q4 2024/25"),
        (["Q1 2020/21", "Q4 2023/24"], "Q3 2022/23", "Q4 2023/24"),
        (["Q1 2020/21", "Q4 2029/30"], "Q1 2023/24", "Q2 2024/25"),
        (["Q3 2023/24", "Q4 2029/30"], "Q3 2023/24", "Q4 2024/25"),
    ],
)
def test_the_quarters_that_have_a_column(timescales: list[str], first: str, last: str) -> None:
    periods = [period for each in timescales for period in parse_timescale(each).milestones]
    quarters = find_span(periods, Q3)
    assert (str(quarters[0]), str(quarters[-1])) == (first, last)
    assert Q3 in quarters
    assert len(quarters) <= MOST_QUARTERS
    assert list(quarters) == [quarters[0] + step for step in range(len(quarters))]


def test_the_calendar_s_edge_is_no_edge() -> None:
    assert find_span([], FiscalQuarter(2023, 3, 1)) == (FiscalQuarter(2023, 3, 1),)
