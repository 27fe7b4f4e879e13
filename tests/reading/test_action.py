"""What a row says as an action: each value tidied, each with its cell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from peerxl.language.owners import owner_key
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter, FiscalYear, SingleYear, YearConvention
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.model.settings import Contact, Settings
from peerxl.model.sheet import Cell, Sheet, Value
from peerxl.reading.own_sheets.contacts import directory_of
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.conftest import plan_from_text

Q3 = FiscalQuarter(2023, 3)
LISTED = Settings(
    directory=directory_of(
        (
            Contact("Head of Roads", ("HoR",), "Ann Field", "ann@w.example"),
            Contact("Roads and Parks", ("Joint team",)),
            Contact("Bo Lane & Co", ()),
            Contact("cy@w.example", ()),
            Contact("Design / Content", ()),
            Contact("Design", ()),
        )
    )
)


def read(headings: str, *rows: tuple[Value, ...], title: str = "", **options: object) -> ActionPlan:
    above: tuple[tuple[Value, ...], ...] = ((title,), ()) if title else ()
    sheet = Sheet("Plan", (*above, tuple(headings.split(" | ")), *rows))
    return plan_from_sheets([sheet], Request("plan.xlsx", **options))  # type: ignore[arg-type]


def read_one(headings: str, *values: Value, title: str = "", **options: object) -> Action:
    (action,) = read(headings, values, title=title, **options).actions
    return action


@pytest.mark.parametrize(
    ("theme", "recommendation", "expected"),
    [
        ("HOMES", "Build  them", ("Homes", "Build them")),
        ("HOMES", "ROADS: Mend them", ("Homes", "ROADS: Mend them")),
        (None, "ROADS: Mend them", ("Roads", "Mend them")),
        (None, "Mend them", ("", "Mend them")),
        ("ROADS Mend them", None, ("Roads", "Mend them")),
        ("Mend them", None, ("Mend them", "")),
        (None, None, ("", "")),
        ("#REF!", "Build them", ("", "Build them")),
    ],
)
def test_the_theme_and_the_recommendation(theme: Value, recommendation: Value, expected: tuple[str, str]) -> None:
    action = read_one("Theme | Recommendation | Action | Owner", theme, recommendation, "Mend it", "Ann")
    assert (action.theme, action.recommendation) == expected


def test_a_sections_title_is_the_theme_where_nothing_else_says_one() -> None:
    text: list[tuple[Value, ...]] = [("HOMES  FOR ALL",), ("1", "Mend it", "Ann"), ("2", "Light it", "Ann")]
    plan = read("Ref | Action | Owner", *text)
    assert [(action.theme, action.recommendation) for action in plan.actions] == [("Homes for ALL", "")] * 2
    lettered: list[tuple[Value, ...]] = [
        ("A", "GROUNDWORK"),
        ("1", "Mend it", "Ann"),
        ("B", "LIGHTS"),
        ("2", "Light it", "Bo"),
    ]
    plan = read("Ref | Action | Owner", *lettered)
    assert [(action.theme, action.recommendation) for action in plan.actions] == [("Groundwork", ""), ("Lights", "")]


@pytest.mark.parametrize(
    ("value", "number_format", "ref"),
    [
        (" 1.2 ", "", "1.2"),
        (1.1, "0.00", "1.10"),
        (1.1, "", "1.1"),
        (7, "000", "007"),
        (True, "000", "TRUE"),
        (date(2024, 2, 1), "d-mmm", "1-Feb"),
        (date(2024, 2, 1), "", "01/02/2024"),
        ("#N/A", "", ""),
        ("A\n1", "", "A 1"),
        (" none", "", ""),
        ("No ref", "", ""),
        (None, "", ""),
    ],
)
def test_a_ref_as_its_cell_shows_it(value: Value, number_format: str, ref: str) -> None:
    rows: list[tuple[Value, ...]] = [(value, "Mend it", "Ann"), ("R2", "Light it", "Bo"), ("R3", "Ask", "Cy")]
    plan = read("Ref | Action | Owner", *rows, number_format_of=lambda cell: number_format if cell.row == 2 else "")
    assert plan.actions[0].ref == ref


def test_refs_at_the_head_of_actions_only_where_no_column_has_them() -> None:
    texts = ("1.1 Mend it", "1.2 Light it", "1.3 Ask")
    headed = read("Action | Owner", *((text, "Ann") for text in texts)).actions
    assert [(action.ref, action.text) for action in headed] == [("1.1", "Mend it"), ("1.2", "Light it"), ("1.3", "Ask")]
    plain = read("Ref | Action | Owner", *((str(number), text, "Ann") for number, text in enumerate(texts))).actions
    assert [(action.ref, action.text) for action in plain] == list(zip("012", texts, strict=True))


@pytest.mark.parametrize(
    ("original", "current", "expected"),
    [
        ("Q1 23/24", "Q2 23/24", ("Q2 2023/24", "Q1 2023/24", "C2")),
        ("Q1 23/24", None, ("Q1 2023/24", "Q1 2023/24", "B2")),
        ("Q1 23/24", "TBC", ("Q1 2023/24", "Q1 2023/24", "B2")),
        ("TBC", None, ("Not set", "Not set", "C2")),
        (None, "Q2 23/24", ("Q2 2023/24", "Not set", "C2")),
        ("#REF!", "Q2 23/24", ("Q2 2023/24", "Not set", "C2")),
        ("Q1 23/24", "#REF!", ("Q1 2023/24", "Q1 2023/24", "B2")),
    ],
)
def test_the_timescale_in_force(original: Value, current: Value, expected: tuple[str, str, str]) -> None:
    action = read_one("Action | Original due | Revised due | Owner", "Mend it", original, current, "Ann")
    cell = action.cell(Field.TIMESCALE)
    assert (str(action.timescale), str(action.original_timescale), cell and cell.address) == expected


def test_a_timescale_without_an_original() -> None:
    action = read_one("Action | Due | Owner", "Mend it", "Q1 23/24", "Ann")
    assert (action.original_timescale, str(action.timescale)) == (None, "Q1 2023/24")
    bare = read_one("Action | Owner", "Mend it", "Ann")
    assert (bare.timescale.text, str(bare.timescale), bare.cell(Field.TIMESCALE)) == ("", "Not set", None)


@pytest.mark.parametrize(
    ("value", "number_format", "text", "due"),
    [
        (date(2024, 2, 1), "", "01/02/2024", date(2024, 2, 1)),
        (datetime(2024, 2, 1, 10, 30), "", "01/02/2024 10:30", date(2024, 2, 1)),
        (date(2024, 2, 1), "mmm-yy", "Feb-24", date(2024, 2, 29)),
        (date(2024, 2, 1), "mmmm", "February", date(2024, 2, 29)),
        (date(2024, 2, 1), "yyyy", "2024", None),
        ("14 Aug", "", "14 Aug", date(2023, 8, 14)),
    ],
)
def test_a_day_in_a_cell(value: Value, number_format: str, text: str, due: date | None) -> None:
    action = read_one(
        "Action | Due | Owner",
        "Mend it",
        value,
        "Ann",
        title="Plan 2023/24",
        number_format_of=lambda cell: number_format,
    )
    assert (action.timescale.text, action.timescale.due_date) == (text, due)


def test_quarters_are_those_of_the_year_that_the_settings_say() -> None:
    settings = Settings(years=YearConvention(1))
    for value in ("February 2024", date(2024, 2, 1)):
        action = read_one("Action | Due | Owner", "Mend it", value, "Ann", settings=settings)
        assert action.timescale.due == FiscalQuarter(2024, 1, 1)


@pytest.mark.parametrize(
    ("title", "single_year", "due"),
    [
        ("Plan 2023/24", SingleYear.CALENDAR, date(2023, 8, 14)),
        ("Plan Q1 2023/24", SingleYear.CALENDAR, date(2023, 8, 14)),
        ("Plan Q1 2023", SingleYear.CALENDAR, None),
        ("Plan Q1 2023", SingleYear.FISCAL, date(2023, 8, 14)),
        ("Plan", SingleYear.FISCAL, None),
    ],
)
def test_a_day_without_a_year_is_of_the_fiscal_year_that_the_title_says(
    title: str, single_year: SingleYear, due: date | None
) -> None:
    settings = Settings(years=YearConvention(single_year=single_year))
    action = read_one("Action | Due | Owner", "Mend it", "14 Aug", "Ann", title=title, settings=settings)
    assert action.timescale.due_date == due


def test_actions_of_two_sheets_that_go_by_one_ref() -> None:
    headings = ("Ref", "Action", "Owner")
    sheets = [
        Sheet("North", (headings, ("R1", "Mend it", "Ann"), ("R2", "Light it", "Bo"))),
        Sheet("South", (headings, ("r1", "Sell it", "Ann"), ("R3", "Buy it", "Bo"), ("R3", "Let it", "Bo"))),
    ]
    plan = plan_from_sheets(sheets, Request("plan.xlsx", all_sheets=True))
    namesakes = [(action.sheet, action.ref, action.has_namesake) for action in plan.actions]
    assert namesakes == [
        ("North", "R1", True),
        ("North", "R2", False),
        ("South", "r1", True),
        ("South", "R3", False),
        ("South", "R3", False),
    ]
    single = plan_from_sheets(sheets, Request("plan.xlsx", sheets=("South",)))
    assert not any(action.has_namesake for action in single.actions)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Ann Field", ["Head of Roads"]),
        ("HoR", ["Head of Roads"]),
        ("hor / Cy Dee", ["Head of Roads", "Cy Dee"]),
        ("HoR / Ann Field", ["Head of Roads"]),
        ("Joint team", ["Roads and Parks"]),
        ("Bo Lane & Co", ["Bo Lane & Co"]),
        ("Someone (ann@w.example)", ["Head of Roads"]),
        ("cy@w.example", ["cy@w.example"]),
        ("Design / Content + Web Team", ["Design / Content", "Web Team"]),
        ("Web Team; design/content", ["Web Team", "Design / Content"]),
        ("Cy Dee and Design / Content, HoR", ["Cy Dee", "Design / Content", "Head of Roads"]),
        ("Design / Web Team", ["Design", "Web Team"]),
        ("Cy Dee / Design / Content", ["Cy Dee", "Design", "Content"]),
        ("#REF!", []),
        (" ", []),
        (None, []),
    ],
)
def test_owners_by_the_names_they_are_listed_under(text: Value, owners: list[str]) -> None:
    action = read_one("Action | Owner | Due", "Mend it", text, "Q1 23/24", settings=LISTED)
    assert [owner.name for owner in action.owners] == owners
    assert [owner.key for owner in action.owners] == [owner_key(name) for name in owners]


def test_the_address_that_an_owner_is_listed_under() -> None:
    action = read_one("Action | Owner", "Mend it", "cy@w.example", settings=LISTED)
    assert [(owner.name, owner.email) for owner in action.owners] == [("cy@w.example", "cy@w.example")]


@pytest.mark.parametrize(
    ("text", "owners"),
    [("[Name]", []), ("[Team Member]", []), ("[Ann Field]", ["Ann Field"]), ("[AD Roads]", ["AD Roads"])],
)
def test_a_placeholder_is_no_owner(text: str, owners: list[str]) -> None:
    (action,) = plan_from_text(f"| Action | Owner | Status |\n| Mend the pier | {text} | In progress |").actions
    assert [owner.name for owner in action.owners] == owners


def test_all_that_an_action_keeps() -> None:
    action = read_one(
        "Ref | Action | Owner | Due | Evidence | Cost | Date raised | Q1 2023/24 status | Q1 2023/24 comments",
        *(
            "R1",
            " Mend\nit ",
            "Ann",
            "Q1 23/24",
            "<p>See  minutes</p>",
            "£3",
            date(2023, 4, 1),
            "In Progress",
            " Begun ",
        ),
        "beside",
    )
    assert (action.sheet, action.row, action.ref, action.text) == ("Plan", 2, "R1", "Mend it")
    assert action.evidence == "See minutes"
    assert [(heading.address, cell.address, cell.text) for heading, cell in action.extras] == [
        ("F1", "F2", "£3"),
        ("G1", "G2", "01/04/2023"),
        ("J1", "J2", "beside"),
    ]
    assert [(str(field), cell.address) for field, cell in zip(action.fields, action.cells, strict=True)] == [
        ("ref", "A2"),
        ("action", "B2"),
        ("owner", "C2"),
        ("timescale", "D2"),
        ("evidence", "E2"),
    ]
    (update,) = action.updates
    assert (str(update.quarter), str(update.status), update.comment) == ("Q1 2023/24", "In Progress", "Begun")
    assert (update.status_cell, update.comment_cell) == (
        Cell("Plan", 2, 8, "In Progress"),
        Cell("Plan", 2, 9, " Begun "),
    )


def updates_of(headings: str, *values: Value, quarter: FiscalQuarter | None = None) -> list[str]:
    action = read_one(f"Action | Owner | {headings}", "Mend it", "Ann", *values, quarter=quarter)
    return [
        " ".join(
            (
                str(update.quarter),
                str(update.status),
                update.status_cell.address if update.status_cell else "-",
                update.comment or "-",
                update.comment_cell.address if update.comment_cell else "-",
            )
        )
        for update in action.updates
    ]


@pytest.mark.parametrize(
    ("headings", "values", "updates"),
    [
        (
            "Q2 2023/24 status | Q2 2023/24 comments | Q1 2023/24 status",
            ("On hold", "Late", "Ongoing"),
            ["Q1 2023/24 Ongoing E2 - -", "Q2 2023/24 On hold C2 Late D2"],
        ),
        ("Status | Comments", ("Gone", "#REF!"), ["None None C2 - D2"]),
        ("Status", (" ",), ["None None C2 - -"]),
        ("Q1 status | Q2 status", ("On hold", "Ongoing"), ["None On hold C2 - -", "None Ongoing D2 - -"]),
        ("Q1 2023/24 comments", ("Late",), ["Q1 2023/24 None - Late C2"]),
    ],
)
def test_the_updates_of_an_action(headings: str, values: tuple[Value, ...], updates: list[str]) -> None:
    assert updates_of(headings, *values) == updates


def test_updates_of_an_unknown_quarter_come_last() -> None:
    action = read_one("Action | Owner | Q1 status | Q2 2023/24 status", "Mend it", "Ann", "On hold", "Ongoing")
    assert [update.quarter for update in action.updates] == [FiscalQuarter(2023, 2), None]


def test_the_colour_of_a_status_where_the_quarter_has_no_words() -> None:
    headings = "Action | Owner | Q2 2023/24 status | Q3 2023/24 status"
    rows: list[tuple[Value, ...]] = [("Mend it", "Ann", "On hold", None), ("Light it", "Bo", None, None)]
    plan = read(headings, *rows, quarter=Q3, fill_of=lambda cell: f"fill of {cell.address}")
    assert [[update.status_fill for update in action.updates] for action in plan.actions] == [
        ["", "fill of D2"],
        ["", "fill of D3"],
    ]
    worded = read(headings, *rows, ("Ask", "Cy", None, "Ongoing"), quarter=Q3, fill_of=lambda cell: "red")
    assert {update.status_fill for action in worded.actions for update in action.updates} == {""}
    bare = read("Action | Owner", ("Mend it", "Ann"), quarter=Q3, fill_of=lambda cell: "red")
    assert bare.actions[0].updates == ()


@pytest.mark.parametrize(
    ("title", "options", "quarter", "year"),
    [
        ("Plan Q1 2023/24", {}, FiscalQuarter(2023, 1), 2023),
        ("Plan Q1 2023/24", {"quarter": Q3}, Q3, 2023),
        ("Plan Q1 2022/23", {"settings": Settings(quarter=Q3)}, Q3, 2022),
        ("Plan", {"quarter": Q3, "settings": Settings(quarter=FiscalQuarter(2020, 1))}, Q3, 2023),
        ("Plan", {}, None, None),
        ("Plan 2022/23", {"quarter": Q3}, Q3, 2022),
    ],
)
def test_the_quarter_and_the_year_of_a_plan(
    title: str, options: dict[str, object], quarter: FiscalQuarter | None, year: int | None
) -> None:
    plan = read("Action | Owner", ("Mend it", "Ann"), title=title, **options)
    assert (plan.quarter, plan.year) == (quarter, FiscalYear(year) if year else None)
    assert (plan.title, plan.name, plan.source, plan.starts) == (title, "Plan", "plan.xlsx", None)


def test_a_plan_without_a_title_is_called_as_its_file() -> None:
    sheet = Sheet("Sheet1", (("Action", "Owner"), ("Mend it", "Ann")))
    assert plan_from_sheets([sheet], Request("Harbour plan 2.0.xlsx")).title == "Harbour plan 2.0"


def test_what_the_settings_say_of_a_plan() -> None:
    settings = Settings(council="Wexmere Council", plan_starts=Q3)
    plan = read("Action | Owner", ("Mend it", "Ann"), title="Wexmere Council recovery plan", settings=settings)
    assert (plan.name, plan.starts, plan.settings) == ("Recovery plan", Q3, replace(settings))
