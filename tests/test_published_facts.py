"""The facts of two really published appendices, without their texts: what is due, who answers for it, who is asked.

``tests/data`` has each action by its first words, its timescale, officer and status, and whether there was a comment.
"""

from __future__ import annotations

from peerxl.chasing import chase_plan
from peerxl.checks import check_plan
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Sheet
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.conftest import ROOT

Q1, Q3 = FiscalQuarter(2023, 1), FiscalQuarter(2023, 3)


def read(name: str, quarter: FiscalQuarter, more: tuple[str, ...] = ()) -> ActionPlan:
    """The appendix at a quarter; ``more`` are headings of columns that it is given for it."""
    lines = (ROOT / "tests" / "data" / name).read_text(encoding="utf-8").splitlines()
    headings, *rows = (tuple(cell or None for cell in line.split("\t")) for line in lines)
    rows = [(*headings, *more), *rows]
    return plan_from_sheets([Sheet("Appendix", tuple(rows))], Request("appendix.xlsx", quarter))


def test_what_is_due_and_who_answers_for_it_in_appendix_4() -> None:
    plan = read("appendix-4.tsv", Q1)
    assert [
        (str(action.timescale), [owner.name for owner in action.owners], str(action.status(Q1)))
        for action in plan.actions
    ] == [
        ("Q4 2022/23 to Q1 2023/24", ["AD Customer Focus"], "Completed"),
        ("Q4 2022/23 to Q1 2023/24", ["AD Customer Focus"], "Completed"),
        ("Q4 2022/23", ["AD Customer Focus"], "In Progress"),
        ("from Q1 2023/24, ongoing", ["CD Communities", "AD for Environment"], "In Progress"),
        ("Q4 2022/23", ["AD Customer Focus"], "Completed"),
        ("Q1 2023/24; Q3 2023/24", ["AD Customer Focus"], "Completed"),
        ("Q4 2022/23", ["AD for Finance"], "Completed"),
        ("Q1 2023/24", ["AD for Finance", "AD for Customer Focus"], "Completed"),
        ("from Q4 2022/23, ongoing", ["AD Customer Focus"], "Completed"),
        ("from Q4 2022/23, ongoing", ["AD for HR"], "Ongoing"),
        ("Q4 2022/23 to Q1 2023/24", ["AD for legal"], "Completed"),
        ("Q1 2022/23", ["AD for legal"], "Completed"),
        ("from Q4 2022/23, ongoing", ["AD Growth and Economy"], "In Progress"),
        ("Q1 2023/24", ["AD Growth and Economy"], "In Progress"),
        ("from Q4 2022/23, ongoing", ["AD for Planning"], "Ongoing"),
        ("Q1 2023/24", ["AD Customer Focus"], "In Progress"),
        ("Q1 2023/24", ["AD for Housing and Wellbeing"], "Completed"),
        ("Q1 2023/24", ["AD for Housing and Wellbeing"], "Completed"),
        ("Ongoing", ["CEO", "CD Communities"], "Ongoing"),
        ("Ongoing", ["CEO", "senior leadership team"], "Ongoing"),
    ]


def list_asked(plan: ActionPlan, quarter: FiscalQuarter) -> list[tuple[str, str | int]]:
    chase = chase_plan(plan, quarter)
    assert chase.unowned == ()
    return [(ask.owner.name, ask.action.ref or ask.action.row) for ask in chase.asks]


def test_who_is_asked_about_appendix_4() -> None:
    assert list_asked(read("appendix-4.tsv", Q1), Q1) == [
        ("AD Customer Focus", 4),
        ("AD Growth and Economy", 15),
        ("AD Customer Focus", 17),
    ]
    assert list_asked(read("appendix-4.tsv", Q1 + 1, ("Quarter 2 update", "Quarter 2 comments")), Q1 + 1) == [
        ("AD Customer Focus", 4),
        ("CD Communities", 5),
        ("AD for Environment", 5),
        ("AD for HR", 11),
        ("AD Growth and Economy", 14),
        ("AD Growth and Economy", 15),
        ("AD for Planning", 16),
        ("AD Customer Focus", 17),
        ("CEO", 20),
        ("CD Communities", 20),
        ("CEO", 21),
        ("senior leadership team", 21),
    ]


def test_who_is_asked_about_appendix_9() -> None:
    plan = read("appendix-9.tsv", Q3)
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
    assert list_asked(plan, Q3) == [("Robert Jolley", "PEER05.01")]
    assert len(list_asked(read("appendix-9.tsv", Q3 + 1, ("Quarter 4 update", "Quarter 4 comments")), Q3 + 1)) == 11


def list_found(plan: ActionPlan) -> list[tuple[str, str]]:
    return [(finding.code, " ".join(finding.addresses)) for finding in check_plan(plan)]


def test_what_is_found() -> None:
    assert list_found(read("appendix-4.tsv", Q1)) == [
        ("timescale-before-plan", "B13"),
        ("action-overdue", "B4"),
        ("action-due", "B15"),
        ("action-due", "B17"),
        ("status-spelling", "D2 D3"),
        ("status-spelling", "D16"),
        ("status-contradicts-timescale", "D10 B10"),
        ("timescale-several-milestones", "B7"),
        ("owner-joint", "C5 C20 C21"),
        ("ref-missing", ""),
    ]
    assert list_found(read("appendix-9.tsv", Q3)) == [
        ("status-missing", "D6"),
        ("timescale-no-column", ""),
        ("owner-joint", "B5 B10"),
    ]
