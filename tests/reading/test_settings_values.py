"""How each setting is read, and what the lists beside them say row by row."""

from __future__ import annotations

from datetime import date

import pytest

from peerxl.language.owners import owner_key
from peerxl.model.fiscal import FiscalQuarter, SingleYear, YearConvention
from peerxl.model.settings import Contact, Settings
from peerxl.model.sheet import Cell, Sheet, Value
from peerxl.model.status import Status
from peerxl.reading.own_sheets.contacts import directory_of, join_contacts
from peerxl.reading.own_sheets.records import SettingError
from peerxl.reading.own_sheets.settings import (
    explain_foreign_key,
    explain_settings_sheet,
    find_reporting_quarter,
    read_settings,
)
from tests.conftest import sheet_from_text


def settle(*rows: tuple[Value, ...]) -> Settings:
    return read_settings((Sheet(" SETTINGS ", rows),), "plan.xlsx")


SETTINGS_SHEET = "it holds the workbook's settings"
MADE_SHEET = "it is made by peerxl to go with a plan, and holds no actions"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Owners", SETTINGS_SHEET),
        (" statuses ", SETTINGS_SHEET),
        ("SETTINGS", SETTINGS_SHEET),
        ("Letters", SETTINGS_SHEET),
        ("Guide", MADE_SHEET),
        ("As issued", MADE_SHEET),
        ("Status words", MADE_SHEET),
        ("Adoption", MADE_SHEET),
        ("Plan", ""),
        ("Owners 2", ""),
    ],
)
def test_sheets_that_are_never_the_plan(name: str, why: str) -> None:
    assert explain_settings_sheet(Sheet(name, ())) == why


FOREIGN_KEY = "it is a key of the plan's own: none of its columns is headed Counts as"


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("Statuses", "| Status | Color | Meaning |\n| Open | Amber | Work goes on |", FOREIGN_KEY),
        (" STATUSES ", "| Key | |\n| Colour | Status |\n| Green | Closed |", FOREIGN_KEY),
        ("Statuses", "| Status | Counts as |\n| Open | Perhaps |", ""),
        ("Statuses", "| Status | Also written as |\n| Open | Live |", ""),
        ("Statuses", "| Words |\n| Open |", ""),
        ("Key", "| Status | Meaning |\n| Open | Work goes on |", ""),
    ],
)
def test_a_key_of_the_plans_own_holds_no_settings(name: str, text: str, why: str) -> None:
    assert explain_foreign_key(sheet_from_text(text, name)) == why


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        ("First month of the year", "April", "years", YearConvention(4)),
        ("First month of the year", " jul ", "years", YearConvention(7)),
        ("First month of the year", 1.0, "years", YearConvention(1)),
        ("First month of the year", 12, "years", YearConvention(12)),
        ("Reporting quarter", "Q3 2024/25", "quarter", FiscalQuarter(2024, 3)),
        ("Reporting quarter", "November 2024", "quarter", FiscalQuarter(2024, 3)),
        ("Reporting quarter", date(2024, 11, 5), "quarter", FiscalQuarter(2024, 3)),
        ("Plan starts ?", "1 October 2024", "plan_starts", FiscalQuarter(2024, 3)),
        ("Days to reply", 1, "reply_days", 1),
        ("Days to reply", 365.0, "reply_days", 365),
        ("Days to reply", "14", "reply_days", 14),
        ("  Appendix   number : ", " 9a ", "appendix_number", "9a"),
        ("Council", " Wexmere ", "council", "Wexmere"),
        ("Coordinator", "Policy", "coordinator", "Policy"),
        ("Mail server", " smtp.w.example ", "mail_server", "smtp.w.example"),
        ("Appendix columns", " Ref ;\nAction  taken", "appendix_columns", ("Ref", "Action taken")),
        ("Q1 2023 means", "Fiscal year", "years", YearConvention(4, SingleYear.FISCAL)),
        ("Q1 2023 means", "financial", "years", YearConvention(4, SingleYear.FISCAL)),
        ("Q1 2023 means", "Calendar", "years", YearConvention(4, SingleYear.CALENDAR)),
    ],
)
def test_a_setting(name: str, value: Value, field: str, expected: object) -> None:
    assert getattr(settle((name, value)), field) == expected


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("First month of the year", 0, "'0' is no month; write it in full, as \"April\"."),
        ("First month of the year", 13, "'13' is no month; write it in full, as \"April\"."),
        ("First month of the year", 1.5, "'1.5' is no month; write it in full, as \"April\"."),
        ("Reporting quarter", "Q1 2023/24 and May 2025", "'Q1 2023/24 and May 2025' is no quarter; write it as \"Q3 2023/24\"."),
        ("Days to reply", 0, "'0' is no number of days; write it in figures, as \"14\"."),
        ("Days to reply", 366, "'366' is no number of days; write it in figures, as \"14\"."),
        ("Days to reply", "inf", "'inf' is no number of days; write it in figures, as \"14\"."),
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_read(name: str, value: Value, message: str) -> None:
    with pytest.raises(SettingError) as caught:
        settle(("Council", "Wexmere"), (name, None, value))
    assert str(caught.value) == f"plan.xlsx! SETTINGS !C2: {message}"


def test_quarters_are_read_by_the_first_month_wherever_it_stands() -> None:
    settings = settle(("Reporting quarter", "Q1 2024"), ("First month of the year", "January"))
    assert settings.quarter == FiscalQuarter(2024, 1, 1)
    dated = settle(("Plan starts", date(2024, 2, 1)), ("First month of the year", "January"))
    assert dated.plan_starts == FiscalQuarter(2024, 1, 1)
    month = settle(("Plan starts", "February 2024"), ("First month of the year", "January"))
    assert month.plan_starts == FiscalQuarter(2024, 1, 1)


@pytest.mark.parametrize(
    ("rows", "council"),
    [
        ((("Council", "Wexmere"),), "Wexmere"),
        ((("Council", None, None, "Wexmere"),), "Wexmere"),
        ((("Council", None, None, None, "Wexmere"),), ""),
        ((("Council", " ", "Wexmere"),), "Wexmere"),
        ((("Setting", "Value"), ("Council", "Wexmere", "Its name")), "Wexmere"),
        ((("Setting", None, "Value"), ("Council", None, "Wexmere", "Its name")), "Wexmere"),
        ((("Setting", None, None, "Value"), ("Council", None, None, "Wexmere")), "Wexmere"),
        ((("Setting", None, "Value"), ("Council", None, None, "Its name")), ""),
        ((("Setting", None, None, None, "Value"), ("Council", None, None, "Wexmere")), "Wexmere"),
        ((("Value",), ("Council", None, None, "Wexmere")), "Wexmere"),
        ((("Council", "Wexmere"), ("Council", "Tarn")), "Tarn"),
    ],
)
def test_where_the_value_of_a_setting_stands(rows: tuple[tuple[Value, ...], ...], council: str) -> None:
    assert settle(*rows).council == council


def test_settings_on_top_of_others() -> None:
    base = Settings(council="Wexmere", coordinator="Policy")
    assert read_settings((Sheet("Settings", (("Council", "Tarn"),)),), "plan.xlsx", base) == Settings(
        council="Tarn", coordinator="Policy"
    )
    assert read_settings((), "plan.xlsx", base) == base
    assert read_settings((Sheet("Owners", ()), Sheet("Statuses", ()), Sheet("Settings", ())), "p", base) == base


def statuses_of(text: str) -> tuple[Status, ...]:
    return read_settings((sheet_from_text(text, "Statuses"),), "plan.xlsx").vocabulary.statuses


@pytest.mark.parametrize(
    ("word", "is_open"),
    [
        *((word, True) for word in ("Open", "no", "Not done", "LIVE", "active")),
        *((word, False) for word in ("Closed", "yes", "Done", "complete", "Completed")),
    ],
)
def test_what_a_status_counts_as(word: str, is_open: bool) -> None:
    text = f"| Status | Counts as |\n| Green | {word} |\n| Blue | {'closed' if is_open else 'open'} |"
    assert statuses_of(text) == (Status("Green", is_open), Status("Blue", not is_open))


def test_all_that_a_statuses_sheet_says() -> None:
    text = r"""
        | Words  |               |           |                      |
        | Note   | Status        | Counts as | Also written as      | Meaning      |
        | x      | Going   well  | Open      | G;; On track\nGreen  | On  schedule |
        |        |               | Open      | Nothing              |              |
        |        | Over          | Closed    |                      |              |
        """
    assert statuses_of(text) == (
        Status("Going well", True, "On schedule", ("G", "On track", "Green")),
        Status("Over", False, "", ()),
    )


def test_a_status_may_repeat_its_own_spelling() -> None:
    assert statuses_of("| Status | Counts as | Also written as |\n| Green | Open | GREEN |\n| Blue | Closed |") == (
        Status("Green", True, "", ("GREEN",)),
        Status("Blue", False),
    )


def test_where_a_status_cannot_be_read() -> None:
    for text, message in (
        (
            "| Status | Counts as |\n| Green | Open |\n| Blue | Perhaps |",
            'plan.xlsx!Statuses!B3: \'Perhaps\' must be "Open" or "Closed" so that the status counts as one of them.',
        ),
        (
            "| Status |\n| Blue |",
            'plan.xlsx!Statuses!A2: \'Blue\' must be "Open" or "Closed" so that the status counts as one of them.',
        ),
        (
            "| Status | Counts as | Also written as |\n| Green | Open | G |\n| Grey | Open | g |",
            "plan.xlsx!Statuses!A3: 'Grey' shares a spelling with A2; keep it in one.",
        ),
    ):
        with pytest.raises(SettingError) as caught:
            statuses_of(text)
        assert str(caught.value) == message


def test_all_that_an_owners_sheet_says() -> None:
    text = """
        | Owner          | Also written as | Name    | Email         | Reports to |
        | Head of  Roads | HoR; Roads      | Ann  Lee | ann@w.example | CEO       |
        | CEO            |                 |          |               |           |
        """
    settings = read_settings((sheet_from_text(text, "Owners"),), "plan.xlsx")
    assert settings.directory.contacts == (
        Contact("Head of Roads", ("HoR", "Roads"), "Ann Lee", "ann@w.example", "CEO"),
        Contact("CEO", (), "", "", ""),
    )
    bare = read_settings((sheet_from_text("| Owner |\n| CEO |", "Owners"),), "plan.xlsx")
    assert bare.directory.contacts == (Contact("CEO", (), "", "", ""),)


def test_the_wordings_of_letters() -> None:
    text = """
        | Letters that peerxl writes |
        | Letter  | Wording      | When |
        | Ask     | Dear {name}  | x    |
        | Remind  |              | y    |
        |         | Nobody's     |      |
        | LATE  1 | Late already |      |
        """
    letters = read_settings((sheet_from_text(text, "Letters"),), "plan.xlsx").letters
    assert [(name, cell.address, cell.text) for name, cell in letters] == [
        ("ask", "B3", "Dear {name}"),
        ("late 1", "B6", "Late already"),
    ]
    assert read_settings((sheet_from_text("| Letter |\n| Ask |", "Letters"),), "plan.xlsx").letters == ()


def test_the_cell_that_says_the_reporting_quarter() -> None:
    plan = Sheet("Plan", (("Reporting quarter", "Q1 2022/23"),))
    settings = Sheet(" settings", (("Council", "Tarn"), ("Reporting quarter:", None, date(2024, 11, 5))))
    assert find_reporting_quarter((plan, settings)) == (Cell(" settings", 2, 3, "05/11/2024"), date(2024, 11, 5))
    for sheets in ((plan,), (plan, Sheet("Settings", (("Council", "Tarn"), ("Reporting quarter",))))):
        assert find_reporting_quarter(sheets) == (None, None)


def test_contacts_with_what_last_years_plan_knows_of_them() -> None:
    own = directory_of(
        (Contact("Head of Roads", ("HoR",), "", "", "CEO"), Contact("Head of Parks", ("HoP",), "Bo", "b@w", ""))
    )
    last = directory_of(
        (
            Contact("HoR", ("Roads", "head of roads"), "Ann", "a@w", "Mayor"),
            Contact("Head of Ports", ("Ports",), "Cy"),
        )
    )
    assert join_contacts(own, last) == directory_of(
        (
            Contact("Head of Roads", ("HoR", "Roads"), "Ann", "a@w", "CEO"),
            Contact("Head of Parks", ("HoP",), "Bo", "b@w", ""),
            Contact("Head of Ports", ("Ports",), "Cy"),
        )
    )


ROADS = Contact("Head of Roads", ("HoR", "Roads"), "Ann Lee", "Ann@w.example")
PARKS = Contact("Head of Parks", ("HoP", "Roads"), "Bo Lane", "")
AGAIN = Contact("Head of roads", (), "Cy Dee", "")


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Head of roads", ROADS),
        ("hor", ROADS),
        ("ann lee", ROADS),
        ("ann@w.example", ROADS),
        ("hop", PARKS),
        ("roads", None),
        ("cy dee", ROADS),
        ("", None),
    ],
)
def test_whom_words_find(words: str, owner: Contact | None) -> None:
    key = words if "@" in words else owner_key(words)
    assert directory_of((ROADS, PARKS, AGAIN)).find(key) == owner
