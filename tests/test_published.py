"""Two really published appendices, each in the three shapes councils keep, read, checked and chased."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from peerxl import chase_plan, check_plan, read_plan, set_cells
from peerxl.commands.read import require_quarter
from peerxl.model.finding import Severity
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell
from peerxl.reading.nowhere import list_nowhere
from tests.conftest import SHARED, needs_shared

pytestmark = needs_shared

SHAPES = ("merged", "plain", "table")
Q1, Q3 = FiscalQuarter(2023, 1), FiscalQuarter(2023, 3)


def appendix_4(shape: str, quarter: FiscalQuarter = Q1) -> ActionPlan:
    return read_plan(SHARED / "appendices" / f"appendix4-q1-2023-{shape}.xlsx", quarter=quarter)


def appendix_9(shape: str, quarter: FiscalQuarter = Q3) -> ActionPlan:
    return read_plan(SHARED / "appendices" / f"appendix9-q3-2023-24-{shape}.xlsx", quarter=quarter)


def substance(plan: ActionPlan) -> list[tuple[object, ...]]:
    """All a plan says, without where it stands."""
    return [
        (
            action.ref,
            action.theme,
            action.recommendation,
            action.text,
            str(action.timescale),
            [owner.name for owner in action.owners],
            [(str(u.quarter), u.status.word if u.status else None, u.status_text, u.comment) for u in action.updates],
        )
        for action in plan.actions
    ]


@pytest.mark.parametrize("shape", SHAPES)
def test_appendix_4_reads_the_same_in_every_shape(shape: str) -> None:
    plan = appendix_4(shape)
    assert substance(plan) == substance(appendix_4("merged"))
    assert plan.themes == (
        "Vision",
        "Savings",
        "Prioritisation",
        "Resources",
        "Regeneration",
        "Communications",
        "Partnerships",
        "Infrastructure",
    )
    first = plan.actions[0]
    assert len(plan.actions) == 20
    assert first.recommendation.startswith("The council needs a compelling vision and narrative for the district post")
    assert plan.actions[2].recommendation == first.recommendation
    assert not any("<" in action.recommendation + action.theme for action in plan.actions)
    assert [owner.name for owner in plan.actions[3].owners] == ["CD Communities", "AD for Environment"]
    assert {update.quarter for action in plan.actions for update in action.updates} == {Q1}


@pytest.mark.parametrize("shape", SHAPES)
def test_appendix_9_reads_the_same_in_every_shape(shape: str) -> None:
    plan = appendix_9(shape)
    assert substance(plan) == substance(appendix_9("merged"))
    assert [(action.ref, [owner.name for owner in action.owners]) for action in plan.actions] == [
        ("PEER01.04", ["Jo Miskin"]),
        ("PEER04.02", ["Claire Cox"]),
        ("PEER05.04", ["David Peckford"]),
        ("PEER05.02", ["Mike Gillespie", "Mona Walsh"]),
        ("PEER05.01", ["Robert Jolley"]),
        ("PEER05.03", ["Robert Jolley"]),
        ("PEER06.01", ["Julian Cotton"]),
        ("PEER08.02", ["Ian Boll"]),
        ("PEER08.01", ["Robert Jolley", "Ian Boll"]),
    ]
    by_ref = {action.ref: action for action in plan.actions}
    assert by_ref["PEER05.03"].text == "Create a prospectus for investment in Cherwell"
    assert by_ref["PEER05.03"].theme == "PEER05 Regeneration"
    assert not by_ref["PEER05.01"].update(Q3).has_status
    statuses = [action.status(Q3) for action in plan.actions if action.ref != "PEER05.01"]
    assert {status.word for status in statuses if status} == {"In progress"}
    assert len(statuses) == 8


@pytest.mark.parametrize("shape", ["merged", "plain"])
def test_the_title_says_the_quarter(shape: str) -> None:
    plan = read_plan(SHARED / "appendices" / f"appendix4-q1-2023-{shape}.xlsx")
    assert (plan.title, plan.quarter) == ("Appendix 4 - Peer review Action plan – Q1 2023", Q1)
    plan = read_plan(SHARED / "appendices" / f"appendix9-q3-2023-24-{shape}.xlsx")
    assert (plan.title, plan.quarter) == ("Appendix 9 - Peer Review - Action Plan 2023 - 2024 - Quarter 3", Q3)


def test_a_table_without_a_title_says_no_quarter() -> None:
    for name in ("appendix4-q1-2023-table.xlsx", "appendix9-q3-2023-24-table.xlsx"):
        assert read_plan(SHARED / "appendices" / name).quarter is None


def found(plan: ActionPlan) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [(str(f.severity), f.code, f.addresses, f.suggestion) for f in check_plan(plan)]


def test_all_that_is_found_in_appendix_4() -> None:
    assert found(appendix_4("merged")) == [
        ("error", "timescale-before-plan", ("C15",), "Q1 23/24"),
        ("warning", "action-overdue", ("C6",), ""),
        ("warning", "action-due", ("C17",), ""),
        ("warning", "action-due", ("C19",), ""),
        ("warning", "status-spelling", ("E4", "E5"), "Completed"),
        ("warning", "status-spelling", ("E18",), "Ongoing"),
        ("warning", "markup-in-cell", ("A4",), ""),
        ("advice", "status-contradicts-comment", ("E11", "F11"), ""),
        ("advice", "status-contradicts-timescale", ("E12", "C12"), ""),
        ("advice", "timescale-several-milestones", ("C9",), ""),
        ("advice", "owner-joint", ("D7", "D22", "D23"), ""),
        ("advice", "ref-missing", (), ""),
    ]


def test_all_that_is_found_in_appendix_9() -> None:
    assert found(appendix_9("merged")) == [
        ("warning", "status-missing", ("D8",), ""),
        ("advice", "timescale-no-column", (), ""),
        ("advice", "owner-joint", ("B7", "B12"), ""),
    ]
    assert check_plan(appendix_9("plain"))[0].ref == "PEER05.01"


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_is_found_in_every_shape(shape: str) -> None:
    for read in (appendix_4, appendix_9):
        assert [(f.code, f.severity, f.suggestion, f.ref) for f in check_plan(read(shape))] == [
            (f.code, f.severity, f.suggestion, f.ref) for f in check_plan(read("merged"))
        ]
    assert not any(finding.severity is Severity.ERROR for finding in check_plan(appendix_9(shape)))


def asked(plan: ActionPlan) -> list[tuple[str, str | int]]:
    chase = chase_plan(plan, require_quarter(plan))
    assert chase.unowned == ()
    return [(ask.owner.name, ask.action.ref or ask.action.row) for ask in chase.asks]


def test_who_is_asked_about_appendix_4_at_its_own_quarter() -> None:
    assert asked(appendix_4("merged")) == [
        ("AD Customer Focus", 6),
        ("AD Growth and Economy", 17),
        ("AD Customer Focus", 19),
    ]


def a_quarter_later(plan: ActionPlan, folder: Path) -> ActionPlan:
    """A published plan in the next quarter, with the columns that it is advised to have."""
    quarter = require_quarter(plan) + 1
    assert plan.path is not None
    (nowhere,) = list_nowhere(read_plan(plan.path, quarter=quarter), quarter)
    headings = re.findall("“([^”]*)”", nowhere.sentence)
    assert headings == [f"Quarter {quarter.number} update", f"Quarter {quarter.number} comments"][: len(headings)]
    table = plan.tables[0]
    beyond = max(column.number for column in table.columns) + 1
    cells = {
        Cell(table.sheet, table.last_header_row, beyond + index).address: heading
        for index, heading in enumerate(headings)
    }
    set_cells(plan.path, folder / plan.path.name, {table.sheet: cells})
    return read_plan(folder / plan.path.name, quarter=quarter)


def test_who_is_asked_about_appendix_4_a_quarter_later(tmp_path: Path) -> None:
    assert asked(a_quarter_later(appendix_4("merged"), tmp_path)) == [
        ("AD Customer Focus", 6),
        ("CD Communities", 7),
        ("AD for Environment", 7),
        ("AD for HR", 13),
        ("AD Growth and Economy", 16),
        ("AD Growth and Economy", 17),
        ("AD for Planning", 18),
        ("AD Customer Focus", 19),
        ("CEO", 22),
        ("CD Communities", 22),
        ("CEO", 23),
        ("senior leadership team", 23),
    ]


@pytest.mark.parametrize("shape", SHAPES)
def test_how_many_are_asked_in_every_shape(shape: str, tmp_path: Path) -> None:
    for plan, owners, asks in (
        (appendix_4(shape), 2, 3),
        (a_quarter_later(appendix_4(shape), tmp_path), 8, 12),
        (appendix_9(shape), 1, 1),
        (a_quarter_later(appendix_9(shape), tmp_path), 8, 11),
    ):
        chase = chase_plan(plan, require_quarter(plan))
        assert (len(chase.owners), len(chase.asks)) == (owners, asks)


def test_who_is_asked_about_appendix_9(tmp_path: Path) -> None:
    assert asked(appendix_9("merged")) == [("Robert Jolley", "PEER05.01")]
    assert len({ref for _, ref in asked(a_quarter_later(appendix_9("merged"), tmp_path))}) == 9


def test_only_open_actions_stand_in_the_appendix_of_exceptions() -> None:
    assert len(appendix_4("plain").open_actions(Q1)) == 9
    assert len(appendix_9("plain").open_actions(Q3)) == 9


def test_the_labelled_layouts_are_found() -> None:
    """Trackers that Excel and others really saved: which column holds the actions, the owner, the due date, the status."""
    from peerxl.model.layout import Field

    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    fields = {
        "id": Field.REF,
        "action": Field.ACTION,
        "owner": Field.OWNER,
        "due": Field.TIMESCALE,
        "status": Field.STATUS,
    }
    lines = (SHARED / "workbooks" / "layout_truth.tsv").read_text(encoding="utf-8").splitlines()
    truths = [dict(zip(lines[0].split("\t"), line.split("\t"), strict=False)) for line in lines[1:]]
    assert len(truths) == 4
    for truth in truths:
        plan = read_plan(SHARED / "workbooks" / truth["file"])
        table = plan.tables[0]
        said = {name: table.first_of(field) for name, field in fields.items()}
        assert json.dumps({name: letters[c.number - 1] if c else "" for name, c in said.items()}) == json.dumps(
            {name: truth[name] for name in fields}
        )
        assert table.sheet == truth["sheet"]
        assert len(plan.actions) == int(truth["rows_with_content"])
