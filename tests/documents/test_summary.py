"""The summary: its sentences word for word, its table, and no figure in the paper that is not its rows'."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerxl.documents.appendix import build_appendix
from peerxl.documents.document import Section
from peerxl.documents.figure import ActionNames
from peerxl.documents.paper import build_paper, find_own_movement
from peerxl.documents.summary import ALL, MOST_STATUSES, build_summary
from peerxl.documents.summary_figures import SummaryFacts, list_figures
from peerxl.documents.summary_sentences import FEW, write_sentences
from peerxl.language.date_history import find_first_words
from peerxl.language.timescales import parse_timescale
from peerxl.model.action import Action
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from tests.conftest import plan_from_text
from tests.documents.plans import ACTIONS, COLUMNS, PLAN, Q2, Q3, action, plan_of, update
from tests.movement.test_compare import NEW, OLD, compare

STATUSES = ("Not started", "In progress", "Ongoing", "On hold", "Completed", "Superseded", "Amber", "")
TIMESCALES = (
    "Q1 2023/24", "Q2 2023/24", "30 November 2023", "Q3 2023/24", "Q4 2023/24", "Ongoing", "TBC", "after the vote",
    "Q4 2023/24 (was Q2 2023/24)", "Q1 2024/25 (first Q2 2023/24, moved twice, last from Q4 2023/24)",
)  # fmt: skip


def facts_of(plan: ActionPlan) -> SummaryFacts:
    return SummaryFacts(plan, Q3, find_own_movement(plan, Q3))


def timed(row: int, timescale: str, status: str = "In progress", **given: object) -> Action:
    return action(row, f"Do {row}", ref=f"A{row}", status=status, **read(timescale), **given)


def read(timescale: str) -> dict[str, object]:
    """A timescale, and the one that its words say it replaced, as they are read together."""
    before = find_first_words(timescale)
    return {
        "timescale": parse_timescale(timescale),
        "earlier_timescale": parse_timescale(before) if before else None,
    }


@st.composite
def plans(draw: st.DrawFn) -> ActionPlan:
    """A plan whose actions have any status, comment, theme and date, in two quarters."""
    rows = range(4, 4 + draw(st.integers(0, 12)))
    return plan_of(
        *(
            action(
                row,
                f"Do {row}",
                ref=draw(st.sampled_from(("", f"A{row}", "A"))),
                theme=draw(st.sampled_from(("", "Vision", "Savings"))),
                **read(draw(st.sampled_from(TIMESCALES))),
                status=draw(st.sampled_from(STATUSES)),
                comment=draw(st.sampled_from(("", "It goes on."))),
                last=update(row, Q2, draw(st.sampled_from(STATUSES))),
            )
            for row in rows
        )
    )


def rows_of(plan: ActionPlan, layout: str) -> dict[str, Section]:
    return {section.name: section for section in build_appendix(plan, Q3, layout=layout).sections}


@given(plans())
def test_every_figure_is_the_number_of_rows_that_say_so(plan: ActionPlan) -> None:
    figures = {about: {each.words: each.number for each in group} for about, group in list_figures(facts_of(plan))}
    (full,) = rows_of(plan, "full").values()
    texts = [re.sub(r" \(Quarter .*\)$", "", row.entries[-2].text) for row in full.rows]
    assert figures["By status"] == Counter(texts)
    assert figures["By theme"] in ({}, Counter(action.theme or "No theme" for action in plan.actions))
    assert figures["Open and closed"]["Open"] == len(rows_of(plan, "open")["Actions"].rows)
    assert sum(figures["Open and closed"].values()) == len(plan.actions)
    assert sum(figures["By the first date"].values()) == figures["Open and closed"]["Open"]
    progress = rows_of(plan, "progress")
    parts = {name: len(section.rows) for name, section in progress.items()}
    since = figures.get("Since Quarter 2 2023/24", {})
    assert since.get("Completed", 0) + since.get("Closed without being done", 0) == parts.get("Closed", 0)
    assert figures["By the present date"]["Overdue"] == parts.get("Overdue", 0)
    assert figures["Dates and updates"]["No update received"] == parts.get("No update", 0)
    assert figures["Dates and updates"]["To be done at another date than the first"] == parts.get("Dates changed", 0)


@given(plans())
def test_every_number_in_a_sentence_is_a_figure_s(plan: ActionPlan) -> None:
    """All numbers but those of days, quarters and names, which are taken out first."""
    facts = facts_of(plan)
    known = {each.number for _, group in list_figures(facts) for each in group}
    bands = facts.bands
    known |= {len(plan.actions), len(bands.late)}
    for sentence in write_sentences(facts):
        bare = re.sub(r"\([^()]*\)|“[^”]*”|Quarter \d \d{4}/\d\d|\d+ \w+ \d{4}", "", sentence)
        assert {int(number) for number in re.findall(r"\d+", bare)} <= known | unexplained(facts)


def unexplained(facts: SummaryFacts) -> set[int]:
    return {sum(each.number for each in facts.statuses if each.words.startswith("“"))}


@given(plans())
def test_the_notes_name_as_many_actions_as_a_figure_counts(plan: ActionPlan) -> None:
    names = ActionNames.of(plan)
    for _, group in list_figures(facts_of(plan)):
        for figure in group:
            assert len({names.by_row[each.sheet, each.row] for each in figure.actions} - {""}) <= figure.number
            assert len({(each.sheet, each.row) for each in figure.actions}) == figure.number


@given(plans())
def test_the_table_adds_up(plan: ActionPlan) -> None:
    section = build_summary(facts_of(plan), "Paper")
    if section.rows:
        *parts, total = ([entry.value for entry in row.entries] for row in section.rows)
        assert total[0] == ALL
        assert total[1:] == [sum(map(int, column)) for column in list(zip(*parts, strict=True))[1:]]
        assert total[1] == len(plan.actions)


def test_a_plan_with_something_of_everything() -> None:
    assert list(write_sentences(facts_of(PLAN))) == [
        "Of the plan's 5 actions, 1 is closed (completed) and 4 are open. "
        "1 of these has a status that the plan does not explain and is counted as open (S1.2).",
        "Since Quarter 2 2023/24, 1 action was completed (V1.2); the plan does not say which actions were added.",
        "On 31 December 2023, 1 open action was past the first date known for it, by three months or more (V1.1); "
        "1 was not; 2 have no date to measure by.",
        "Of the open actions, none is due in Quarter 3 2023/24 and 1 is due in Quarter 4 2023/24 (S1.2); "
        "1 had no update (S1.1).",
    ]


@pytest.mark.parametrize(
    ("actions", "number", "sentence"),
    [
        ([timed(4, "Q4 2023/24")], 0, "Of the plan's 1 action, none is closed."),
        (
            [timed(4, "Q4 2023/24", "")],
            0,
            "Nothing in the plan says how far its 1 action has come, so it is counted as open.",
        ),
        (
            [timed(4, "Q4 2023/24", ""), timed(5, "Q4 2023/24", "")],
            0,
            "Nothing in the plan says how far its 2 actions have come, so all are counted as open.",
        ),
        (
            [timed(4, "Q1 2023/24", "Completed"), timed(5, "Q1 2023/24", "Superseded")],
            0,
            "Of the plan's 2 actions, 2 are closed (1 completed and 1 superseded) and none is open.",
        ),
        ([timed(4, "Q1 2023/24", "Completed")], 2, "No action is open, so none is late."),
        ([timed(4, "Q1 2023/24", "Completed")], 3, "Nothing is due."),
        ([timed(4, "TBC", "")], 3, "Of the open actions, 1 had no update (A4)."),
        ([timed(4, "TBC", "", comment="It goes on.")], 3, "Of the open actions, all had an update."),
        ([timed(4, "TBC")], 2, "No open action has a date, so none can be said to be late."),
        (
            [timed(4, "31 December 2023")],
            2,
            "On 31 December 2023, no open action was past the first date known for it.",
        ),
        (
            [timed(4, "30 December 2023"), timed(5, "30 September 2023"), timed(6, "1 October 2023"), timed(7, "TBC")],
            2,
            "On 31 December 2023, 3 open actions were past the first dates known for them, "
            "2 by less than three months (A4, A6) and 1 by three months or more (A5); "
            "1 has no date to measure by.",
        ),
        (
            [timed(4, "30/06/2024 (was Before launch)"), timed(5, "30 September 2023 (was TBC)")],
            2,
            "On 31 December 2023, 1 open action was past the first date known for it, by three months or more (A5); "
            "1 was not.",
        ),
        (
            [timed(4, "30/06/2024 (was Before launch)")],
            3,
            "Of the open actions, none is due in Quarter 3 2023/24 and none is due in Quarter 4 2023/24; all had an update.",
        ),
        (
            [timed(4, "Q4 2023/24 (was Q2 2023/24)")],
            2,
            "On 31 December 2023, 1 open action was past the first date known for it, by three months or more (A4).",
        ),
        (
            [timed(4, "Q4 2023/24 (was Q2 2023/24)")],
            3,
            "Of the open actions, none is due in Quarter 3 2023/24 and 1 is due in Quarter 4 2023/24 (A4); "
            "1 is to be done at another date than the first (A4); all had an update.",
        ),
        (
            [timed(row, "Q3 2023/24") for row in range(4, 4 + FEW + 1)],
            3,
            "Of the open actions, 7 are due in Quarter 3 2023/24 and none is due in Quarter 4 2023/24; "
            "all had an update.",
        ),
    ],
)
def test_sentences(actions: list[Action], number: int, sentence: str) -> None:
    assert list(write_sentences(facts_of(plan_of(*actions))))[number] == sentence


@pytest.mark.parametrize(
    ("fields", "actions", "sentence"),
    [
        ((Field.TIMESCALE, Field.STATUS), [timed(4, "TBC")], "Of the open actions, all had a status."),
        (
            (Field.TIMESCALE, Field.STATUS),
            [timed(4, "Q3 2023/24", "")],
            "Of the open actions, 1 is due in Quarter 3 2023/24 (A4) and none is due in Quarter 4 2023/24; "
            "1 had no status (A4).",
        ),
        (
            (Field.TIMESCALE,),
            [timed(4, "Q3 2023/24", "")],
            "Of the open actions, 1 is due in Quarter 3 2023/24 (A4) and none is due in Quarter 4 2023/24.",
        ),
        ((), [timed(4, "TBC", "")], "The plan tells neither times nor updates."),
    ],
)
def test_what_a_plan_has_no_column_for_is_not_missed(
    fields: tuple[Field, ...], actions: list[Action], sentence: str
) -> None:
    plan = plan_of(*actions, columns=(Field.REF, Field.ACTION, *fields))
    assert list(write_sentences(facts_of(plan)))[3] == sentence


def test_what_moved_between_two_files() -> None:
    movement = compare(plan_from_text(OLD), plan_from_text(NEW))
    facts = SummaryFacts(movement.new.plan, Q2, movement)
    assert list(write_sentences(facts))[1] == (
        "Since Quarter 1 2023/24, 1 action was completed (2), 2 were added (6, 7) and 2 are no longer in the plan, "
        "1 of them still open when last reported (4)."
    )


def test_no_earlier_quarter() -> None:
    plan = plan_of(replace(ACTIONS[2]))
    assert list(write_sentences(facts_of(plan)))[1] == (
        "The plan has nothing of a quarter before Quarter 3 2023/24, so what changed is not known."
    )


def test_the_table_of_themes() -> None:
    section = build_summary(facts_of(PLAN), "Paper")
    assert [column.heading for column in section.columns] == [
        "Theme", "Actions", "In progress", "On hold", "Completed", "No update received", "“Stalled?”", "Overdue",
    ]  # fmt: skip
    assert [[entry.value for entry in row.entries] for row in section.rows] == [
        ["Vision", 2, 1, 0, 1, 0, 0, 1],
        ["Savings", 3, 0, 1, 0, 1, 1, 0],
        ["All actions", 5, 1, 1, 1, 1, 1, 1],
    ]
    assert section.chart is not None
    assert (section.chart.labels, section.chart.rows) == ("Theme", 2)
    assert [heading for heading, _ in section.chart.series] == [column.heading for column in section.columns][2:-1]
    assert section.chart.alt_text == (
        "Bars of the actions by theme, in parts by status: Vision has 2 actions and Savings has 3 actions. "
        "In all: In progress 1, On hold 1, Completed 1, No update received 1 and “Stalled?” 1."
    )


def test_without_themes_and_with_too_many_statuses_it_is_a_list() -> None:
    themeless = plan_of(*(replace(each, theme="") for each in ACTIONS), columns=(Field.ACTION, Field.STATUS))
    many = plan_of(*(timed(row, "TBC", f"Word {row}", theme="Vision") for row in range(4, 4 + MOST_STATUSES + 1)))
    for plan in (themeless, many):
        section = build_summary(facts_of(plan), "Paper")
        assert [column.heading for column in section.columns] == ["Status", "Actions"]
        assert section.rows[-1].entries[1].value == len(plan.actions)
        assert section.chart is not None
        assert section.chart.rows == len(section.rows) - 1


def test_a_status_that_is_called_as_another_column_is() -> None:
    plan = plan_of(timed(4, "TBC", "Overdue", theme="Vision"))
    headings = [column.heading for column in build_summary(facts_of(plan), "Paper").columns]
    assert len(set(headings)) == len(headings)


def test_a_plan_without_actions_or_refs() -> None:
    empty = build_summary(facts_of(plan_of()), "Paper")
    assert ([line.text for line in empty.lines], empty.rows, empty.chart) == (["The plan has no actions."], (), None)
    bare = build_summary(facts_of(plan_of(action(4, "Do", theme="Vision"), columns=COLUMNS)), "Paper")
    assert bare.lines[-1].text == "The plan gives no refs: no. 1 is its first action, in the plan's own order."


def test_the_paper_names_the_summary_first() -> None:
    assert build_paper(PLAN, Q3).sections[0].name == "Summary"
