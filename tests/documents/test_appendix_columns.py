"""The appendix's columns: the plan's own headings, and only those the plan has something for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from peerxl.documents.appendix_columns import ColumnKind, describe_ref, list_columns, order_timescale
from peerxl.documents.appendix_layouts import LAYOUTS
from peerxl.documents.summary import build_summary
from peerxl.documents.summary_figures import SummaryFacts
from peerxl.documents.timeline import build_timeline
from peerxl.language.timescales import parse_timescale
from peerxl.model.layout import Column, Field, Table
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell
from peerxl.model.timescale import Timescale, TimescaleKind
from tests.documents.plans import ACTIONS, PLAN, Q2, Q3, SHEET, action, dated, plan_of

FULL, OPEN = (LAYOUTS[layout][0].columns for layout in ("full", "open"))


def headed(*headings: tuple[Field, str], quarter: object = Q3) -> ActionPlan:
    """A plan of one action whose columns have these headings; those of status and comment are of a quarter."""
    columns = tuple(
        Column(
            Cell(SHEET, 3, number, heading),
            field,
            quarter if field in (Field.STATUS, Field.COMMENT) else None,  # type: ignore[arg-type]
        )
        for number, (field, heading) in enumerate(headings, 1)
    )
    return replace(plan_of(action(4, "Do it", theme="Vision")), tables=(Table(SHEET, 3, 3, columns),))


def headings_of(plan: ActionPlan, kinds: Sequence[ColumnKind] = FULL) -> list[str]:
    return [column.column.heading for column in list_columns(plan, Q3, kinds)]


def test_the_headings_are_the_plan_s_own() -> None:
    plan = headed(
        (Field.THEME, "Priority\narea"),
        (Field.ACTION, "What we will do"),
        (Field.TIMESCALE, "By when"),
        (Field.OWNER, "Lead"),
        (Field.STATUS, "Q3 RAG"),
        (Field.COMMENT, "Q3 <b>notes</b>"),
    )
    assert headings_of(plan) == ["Priority area", "What we will do", "By when", "Lead", "Q3 RAG", "Q3 notes"]


@pytest.mark.parametrize(
    ("heading", "shown"), [("Priority area", "Priority area"), ("", "Theme"), ("When", "When"), ("Ref", "Ref")]
)
def test_themes_have_one_heading_in_all_of_the_paper(heading: str, shown: str) -> None:
    """Bands without a heading were "Priority" in the list and "Theme" in the summary and the timeline."""
    placed = action(4, "Do it", theme="Vision", timescale=parse_timescale("Q4 2023/24"))
    plan = replace(headed((Field.THEME, heading), (Field.ACTION, "Action")), actions=(placed,))
    summary, timeline = build_summary(SummaryFacts(plan, Q3), "Paper"), build_timeline(plan, Q3, "Paper")
    assert timeline is not None
    assert headings_of(plan)[0] == summary.columns[0].heading == shown
    assert timeline.columns[0].heading == ("Theme" if heading in ("When", "Ref") else shown)


@pytest.mark.parametrize("heading", ["", "  ", "Say here what has been done " * 4])
def test_a_heading_that_is_none_has_the_house_s_words(heading: str) -> None:
    plan = headed((Field.ACTION, heading), (Field.STATUS, heading), (Field.COMMENT, heading))
    assert headings_of(plan) == ["Theme", "Action", "Quarter 3 update", "Comments"]


def test_columns_of_another_quarter_lend_no_heading() -> None:
    plan = headed((Field.ACTION, "Action"), (Field.STATUS, "Q2 status"), (Field.COMMENT, "Q2 notes"), quarter=Q2)
    assert headings_of(plan) == ["Theme", "Action", "Quarter 3 update", "Comments"]


def test_no_two_headings_are_alike() -> None:
    plan = headed((Field.ACTION, "Update"), (Field.STATUS, "update"), (Field.COMMENT, "Comments"))
    assert headings_of(plan) == ["Theme", "Update", "Quarter 3 update", "Comments"]


def test_the_recommendation_stands_with_its_theme_where_it_is_wanted() -> None:
    assert headings_of(PLAN)[0] == "Recommendation"
    assert headings_of(PLAN, OPEN)[:2] == ["Theme", "Officer"]
    groups = [column.column.heading for column in list_columns(PLAN, Q3, FULL) if column.column.is_group]
    assert groups == ["Recommendation"]


def test_a_row_is_named_by_its_ref_where_every_action_has_one_else_by_its_action() -> None:
    def naming(plan: ActionPlan) -> list[str]:
        return [column.column.heading for column in list_columns(plan, Q3, FULL) if column.column.names_row]

    assert naming(PLAN) == ["Ref"]
    assert naming(plan_of(*ACTIONS, action(9, "Do it"))) == ["Actions"]


def test_leads_have_the_plan_s_own_heading() -> None:
    assert list_columns(PLAN, Q3, FULL)[0].column.lead_heading == "Theme"
    plan = headed((Field.THEME, "Priority area"), (Field.RECOMMENDATION, "Ask"), (Field.ACTION, "Action"))
    with_one = replace(plan, actions=(replace(plan.actions[0], recommendation="Set a vision"),))
    assert list_columns(with_one, Q3, FULL)[0].column.lead_heading == "Priority area"


def test_what_rows_can_be_picked_by() -> None:
    topics = [
        [topic.words for topic in column.describe(ACTIONS[0], Q3).topics] for column in list_columns(PLAN, Q3, FULL)
    ]
    assert topics == [["Vision"], [], [], [], ["AD for Environment", "Clerk"], ["In progress"], []]
    bare = action(9, "Do it")
    topics = [[topic.words for topic in column.describe(bare, Q3).topics] for column in list_columns(PLAN, Q3, FULL)]
    assert topics == [["Not set"], [], [], [], ["Not set"], ["No update received"], []]


@pytest.mark.parametrize(
    ("timescale", "order"),
    [
        (dated("Q2 23/24", Q2), "2023-09-30"),
        (Timescale("Q3 23/24 - ongoing", TimescaleKind.OPEN, start=Q3, open_ended=True), "2023-10-01"),
        (Timescale("", TimescaleKind.UNSET), "9999"),
        (Timescale("soon", TimescaleKind.UNREADABLE), "9999"),
    ],
)
def test_timescales_are_sorted_by_day(timescale: Timescale, order: str) -> None:
    assert order_timescale(timescale) == order


def test_each_entry_knows_its_cells() -> None:
    cells = [
        [cell.address for cell in column.describe(ACTIONS[0], Q3).sources] for column in list_columns(PLAN, Q3, FULL)
    ]
    assert cells == [["B4", "C4"], ["A4"], ["D4"], ["E4"], ["F4"], ["G4"], ["H4"]]


def test_an_action_without_a_ref_says_so() -> None:
    assert describe_ref(action(4, "Do it"), Q3).value == "No ref"
    assert describe_ref(action(4, "Do it", ref="V1"), Q3).value == "V1"
