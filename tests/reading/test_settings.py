"""What the Owners, Statuses and Settings sheets say, and how they say that they cannot be read."""

from __future__ import annotations

from datetime import date

import pytest

from peerxl.model.fiscal import FiscalQuarter, SingleYear, YearConvention
from peerxl.model.settings import FrontMatter
from peerxl.model.sheet import Sheet, Value
from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.reading.own_sheets.records import SettingError
from peerxl.reading.own_sheets.settings import read_settings
from tests.conftest import sheet_from_text


def settings_sheet(*rows: tuple[Value, ...]) -> tuple[Sheet, ...]:
    return (Sheet("Settings", rows),)


def test_what_the_settings_sheet_says() -> None:
    settings = read_settings(
        settings_sheet(
            ("Setting", "Value", "What it is for"),
            ("Council", "Wexmere Council"),
            ("Coordinator", "Policy Officer"),
            ("Reporting quarter:", "Q3 2024/25"),
            ("PLAN STARTS", date(2023, 4, 1)),
            ("Appendix number", 9.0),
            ("Days to reply", "10"),
            ("First month of the year", "April"),
            ("Something else", "x"),
        ),
        "plan.xlsx",
    )
    assert (settings.council, settings.coordinator, settings.appendix_number) == (
        "Wexmere Council",
        "Policy Officer",
        "9",
    )
    assert (settings.quarter, settings.plan_starts) == (FiscalQuarter(2024, 3), FiscalQuarter(2023, 1))
    assert (settings.reply_days, settings.years) == (10, YearConvention())


def test_what_the_paper_says_of_itself() -> None:
    settings = read_settings(
        settings_sheet(
            ("Committee name", "Scrutiny Committee"),
            ("Publication date", date(2026, 1, 2)),
            ("Portfolio holder", "Councillor Ann Field"),
            ("Contact", "Democratic Services, 01632 960000"),
            ("Other formats", "Large print and Easy Read."),
            ("Appendix columns", "Ref; Action;\nStatus ;"),
        ),
        "plan.xlsx",
    )
    assert settings.front == FrontMatter(
        "Scrutiny Committee",
        "2 January 2026",
        "Councillor Ann Field",
        "Democratic Services, 01632 960000",
        "Large print and Easy Read.",
    )
    assert settings.appendix_columns == ("Ref", "Action", "Status")


def test_a_value_may_stand_further_right_where_no_heading_says_otherwise() -> None:
    settings = read_settings(settings_sheet(("Plan starts", None, "Q1 2023/24")), "plan.xlsx")
    assert settings.plan_starts == FiscalQuarter(2023, 1)


def test_what_a_setting_is_for_is_not_its_value() -> None:
    rows = (
        ("Setting", "Value", "What it is for"),
        ("Council", None, "The council's name."),
        ("Reporting quarter", None, "The quarter being reported, such as Q3 2025/26."),
        ("Plan starts", None, "The quarter the plan began in, such as Q4 2024/25."),
    )
    settings = read_settings(settings_sheet(*rows), "plan.xlsx")
    assert (settings.council, settings.quarter, settings.plan_starts) == ("", None, None)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("Reporting quarter", "soon", "plan.xlsx!Settings!B1: 'soon' is no quarter; write it as \"Q3 2023/24\"."),
        (
            "Days to reply",
            "many",
            "plan.xlsx!Settings!B1: 'many' is no number of days; write it in figures, as \"14\".",
        ),
        (
            "Q1 2023 means",
            "both",
            'plan.xlsx!Settings!B1: \'both\' is neither "Fiscal" nor "Calendar"; write the one that is meant.',
        ),
        ("First month of the year", "Q1", "plan.xlsx!Settings!B1: 'Q1' is no month; write it in full, as \"April\"."),
    ],
)
def test_what_cannot_be_read_is_named(name: str, value: str, message: str) -> None:
    with pytest.raises(SettingError) as caught:
        read_settings(settings_sheet((name, value)), "plan.xlsx")
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("words", "meaning", "quarter"),
    [
        ("Calendar", SingleYear.CALENDAR, FiscalQuarter(2023, 2, 7)),
        (" calendar year", SingleYear.CALENDAR, FiscalQuarter(2023, 2, 7)),
        ("Fiscal", SingleYear.FISCAL, FiscalQuarter(2023, 4, 7)),
        ("financial year", SingleYear.FISCAL, FiscalQuarter(2023, 4, 7)),
    ],
)
def test_quarters_are_read_by_how_the_council_counts(words: str, meaning: SingleYear, quarter: FiscalQuarter) -> None:
    """Whichever row comes first."""
    rows = (("Reporting quarter", "Q4 2023"), ("Q1 2023 means:", words), ("First month of the year", "July"))
    settings = read_settings(settings_sheet(*rows), "plan.xlsx")
    assert (settings.years, settings.quarter) == (YearConvention(7, meaning), quarter)


def test_statuses_replace_the_words() -> None:
    sheet = sheet_from_text(
        """
        | Status words of this plan |
        | Status | Counts as | Also written as | Meaning |
        | Green  | Open      | G; On track     | On schedule |
        | Blue   | Closed    | B               | Done |
        """,
        "Statuses",
    )
    vocabulary = read_settings((sheet,), "plan.xlsx").vocabulary
    assert vocabulary.words == ("Green", "Blue")
    assert [vocabulary.find(text) and vocabulary.find(text).is_open for text in ("on track", "b", "Completed")] == [  # type: ignore[union-attr]
        True,
        False,
        None,
    ]


@pytest.mark.parametrize("heading", ["Counts as", "Open or closed", "Open or closed?", "Open/Closed"])
def test_what_a_status_counts_as_may_be_headed_as_it_is_asked_for(heading: str) -> None:
    text = f"| Status | {heading} |\n| Stuck | Open |\n| Landed | Closed |"
    vocabulary = read_settings((sheet_from_text(text, "Statuses"),), "plan.xlsx").vocabulary
    assert [(status.word, status.is_open) for status in vocabulary.statuses] == [("Stuck", True), ("Landed", False)]


def test_a_status_must_count_as_something() -> None:
    sheet = sheet_from_text("| Status | Counts as |\n| Green | Perhaps |", "Statuses")
    with pytest.raises(SettingError, match='\'Perhaps\' must be "Open" or "Closed"'):
        read_settings((sheet,), "plan.xlsx")


def test_a_status_that_does_not_say_what_it_counts_as_is_unsettled() -> None:
    text = "| Status | Counts as |\n| Done | Closed |\n| On track | |\n| Live | Open |"
    vocabulary = read_settings((sheet_from_text(text, "Statuses"),), "plan.xlsx").vocabulary
    assert (vocabulary.words, vocabulary.unsettled) == (("Done", "Live"), ("On track",))
    assert vocabulary.find("on track") is None
    assert (vocabulary.is_unsettled("ON-TRACK"), vocabulary.is_unsettled("Done")) == (True, False)


def test_the_usual_words_stay_where_none_is_settled() -> None:
    text = "| Status | Counts as |\n| On track | |"
    vocabulary = read_settings((sheet_from_text(text, "Statuses"),), "plan.xlsx").vocabulary
    assert (vocabulary.words, vocabulary.unsettled) == (DEFAULT_VOCABULARY.words, ("On track",))


def test_words_without_an_open_or_a_closed_one_among_them_stand_beside_the_usual_ones() -> None:
    text = "| Status | Counts as |\n| Stuck | Open |\n| Completed | Open |"
    vocabulary = read_settings((sheet_from_text(text, "Statuses"),), "plan.xlsx").vocabulary
    others = tuple(word for word in DEFAULT_VOCABULARY.words if word != "Completed")
    assert vocabulary.words == (*others, "Stuck", "Completed")
    stuck, completed, done = (vocabulary.find(word) for word in ("stuck", "completed", "Done"))
    assert (stuck and stuck.is_open, completed and completed.is_open, done) == (True, True, None)


def test_a_statuses_sheet_must_have_the_column() -> None:
    with pytest.raises(SettingError, match='must be "Open" or "Closed"'):
        read_settings((sheet_from_text("| Status | Meaning |\n| Done | Over |", "Statuses"),), "plan.xlsx")


def test_owners_wherever_their_heading_stands() -> None:
    sheet = sheet_from_text(
        """
        | No | Owner     | Also written as | Name    | Email           | Reports to |
        | 1  | AD Place  | Director; DoP   | Ann Lee | ann@w.example   | CEO        |
        """,
        "owners",
    )
    (contact,) = read_settings((sheet,), "plan.xlsx").directory.contacts
    assert (contact.owner, contact.also_written_as, contact.email) == ("AD Place", ("Director", "DoP"), "ann@w.example")


def test_a_spelling_of_two_statuses_is_refused() -> None:
    text = "| Status | Counts as | Also written as |\n| Green | Open | In progress |\n| Blue | Closed | In progress |"
    with pytest.raises(SettingError, match="'Blue' shares a spelling with A2; keep it in one"):
        read_settings((sheet_from_text(text, "Statuses"),), "plan.xlsx")
