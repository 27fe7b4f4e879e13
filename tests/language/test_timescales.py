"""The reading of timescales as a whole: real cells, labels, spans, notes, canonical forms, options and calendars."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import pytest

from peerxl.language.timescales import NOTES, parse_timescale, read_quarter, read_timescale, read_year
from peerxl.model.fiscal import APRIL_YEARS, FiscalQuarter, FiscalYear, SingleYear
from peerxl.model.timescale import Timescale, TimescaleKind
from tests.language.timescale_tables import Row, rows, summary

DATA = Path(__file__).resolve().parents[1] / "data"


def codes(timescale: Timescale) -> list[str]:
    return [note.code for note in timescale.notes]


def test_every_labelled_real_cell() -> None:
    cells = read_table("timescales.tsv")
    assert len(cells) > 60
    wrong = [row["text"] for row in cells if read_row(row) != tuple(row[name] for name in FIELDS)]
    assert wrong == []


def test_every_cell_as_officers_write_them() -> None:
    cells = read_table("timescale_cells.tsv")
    assert len(cells) > 1000
    wrong = []
    for row in cells:
        reading = parse_timescale(row["text"], row["year"])
        notes = ", ".join(codes(reading))
        labels = " ; ".join(milestone.label for milestone in reading.milestones)
        if (*read_row(row), notes, labels) != tuple(row[name] for name in (*FIELDS, "notes", "labels")):
            wrong.append(row["text"])
    assert wrong == []


FIELDS = ("kind", "start", "due", "due_date", "open_ended")


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a table of cells, in which a line break is written as \\n."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        cells = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [{**row, "text": row["text"].replace("\\n", "\n")} for row in cells]


def read_row(row: dict[str, str]) -> tuple[str, ...]:
    reading = parse_timescale(row["text"], row["year"])
    values = (reading.kind.value, reading.start, reading.due, reading.due_date, int(reading.open_ended))
    return tuple("" if value is None else str(value) for value in values)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Q1 23/24", [""]),
        ("Q1 23/24 agree priorities", ["agree priorities"]),
        (
            "Q1 23/24 agree plan (Q3 23/24 draft proposal to at least meet 24/25) savings requirement.",
            ["agree plan", "draft proposal to at least meet 24/25 savings requirement"],
        ),
        ("30 September 2013 – Review Completed", ["Review Completed"]),
        ("a. Autumn 2025 b and c. April 2026 (subject to PIB)", ["a", "b and c, subject to PIB"]),
        ("Phase 1: Q1 23/24; Phase 2: Q3 23/24", ["Phase 1", "Phase 2"]),
        ("Draft Oct 23, consultation Nov-Dec 23, adoption Feb 24", ["Draft", "consultation", "adoption"]),
        ("Draft by June 2023. Final by Sept 2023.", ["Draft", "Final"]),
        ("1) Q1 23/24 2) Q3 23/24", ["1", "2"]),
        ("• Ongoing • December 2023", ["", ""]),
        ("- Ongoing\n- March 2025", ["", ""]),
        ("- agree June 2024\n- publish Sept 2024", ["agree", "publish"]),
        ("March 2024\n- June 2024", [""]),
        ("Ongoing - review March 2024", ["", "review"]),
        ("Report to Scrutiny - January 2024", ["Report to Scrutiny"]),
        ("Dec 2023 (revised from Sept 2023)", ["revised from Sept 2023"]),
        ("£1.2m by Q4 23/24", ["£1.2m"]),
        ("Budget 2024/25: June 2024", ["Budget 2024/25"]),
        ("2024/25 budget, June 2024", ["2024/25 budget"]),
        ("June 2024 (2024/25 budget)", ["2024/25 budget"]),
        ("June 2024 for 2024/25 budget", ["for 2024/25 budget"]),
        ("Launch 2024/25: June 2024 and March 2025", ["Launch 2024/25"]),
        ("30 June and 30 September 2023", ["", ""]),
        ('"March 2024"', [""]),
        ("Agree plan June 2023\nPublish plan Sept 2023", ["Agree plan", "Publish plan"]),
    ],
)
def test_labels(text: str, labels: list[str]) -> None:
    assert [milestone.label for milestone in parse_timescale(text).milestones] == labels


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Q4 22/23 Q1 23/24", ["Q4 22/23 Q1 23/24"]),
        ("  by the end of March 2018.", ["by the end of March 2018"]),
        ("Q1 23/24 – ongoing review", ["Q1 23/24 – ongoing"]),
        ("Ongoing until March 2025", ["Ongoing until March 2025"]),
        ("quarter 4 (January to March 2025)", ["quarter 4 (January to March 2025)"]),
        ("Plan Q1 23/24, report Q3 23/24", ["Q1 23/24", "Q3 23/24"]),
        ("13.09.2023 08.11.2023", ["13.09.2023", "08.11.2023"]),
        ("By March 2024 and ongoing", ["By March 2024 and ongoing", ""]),
        ("<p>Q1&nbsp;23/24</p>", ["Q1&nbsp;23/24"]),
    ],
)
def test_spans_point_into_the_text(text: str, spans: list[str]) -> None:
    assert [text[slice(*milestone.span)] for milestone in parse_timescale(text).milestones] == spans


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("Q4 22/23", None, []),
        ("Q4 22/23 Q1 23/24", None, ["implied-range"]),
        ("Q1 2023", None, ["single-year-quarter"]),
        ("4th Quarter January - March 2013", None, []),
        ("Q4 2024 (Jan - Mar 2024)", None, []),
        ("30 Sept", "2023/24", ["year-assumed"]),
        ("End of FY", "2023/24", ["year-assumed"]),
        ("Summer 2026", None, ["season-assumed"]),
        ("2023-2027", None, ["year-span-assumed"]),
        ("2023-2024", None, []),
        ("01/02/26", None, ["two-digit-date"]),
        ("Sept 23", None, []),
        ("late March 2024", None, ["part-of-period"]),
        ("Q1 23/24 agree; Q3 23/24 draft", None, ["several-milestones"]),
        ("13.09.2023 08.11.2023", None, ["several-milestones", "several-dates"]),
        ("a. 13.09.2023 b. 08.11.2023", None, ["several-milestones"]),
        ("Agree 2024/25 budget - Feb 2024", None, ["context-year"]),
        ("March 2024 (was December 2023)", None, ["date-moved"]),
        ("March 2024 TBC", None, ["unconfirmed"]),
        ("Monday 14 June 2024", None, ["weekday-mismatch"]),
        ("Friday 14 June 2024", None, []),
        ("Q2-Q4", None, ["no-year"]),
        ("Q3 22/24", None, ["year-mismatch"]),
        ("Sept 2010 – July 2010", None, ["reversed-range"]),
        ("Q3 23/24 (Jan - Mar)", None, ["gloss-mismatch"]),
    ],
)
def test_notes(text: str, year: str | None, expected: list[str]) -> None:
    assert codes(parse_timescale(text, year)) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Q3 22/24", "The years “22/24” do not follow each other."),
        ("March 2024 06/23", "The number “06/23” is neither a date nor part of one."),
        ("22/3 - 23/3", "“22/3” is no date without a year."),
        ("31/4 - 2/5", "The number “31/4” is neither a date nor part of one."),
        ("March 2024 if approved", "“if” limits or denies what the cell says."),
        ("July 2024 (varies by site)", "“varies” limits or denies what the cell says."),
        (
            "Pier shut July 2024. New lamp failed to arrive",
            "“failed to” tells what has happened, not when something is due.",
        ),
        ("Meeting held in May 2024", "“held in” tells what has happened, not when something is due."),
        ("Last reviewed 3 May 2024", "“last reviewed” tells what has happened, not when something is due."),
        ("Trial took place on 3 May 2024", "“took place” tells what has happened, not when something is due."),
        ("Q5 23/24", "There is no quarter “q5”."),
        ("31 June 2024", "There is no 31 June 2024."),
        ("early 2024", "“2024” alone does not say which fiscal year."),
        ("In line with March 2024", "“in line with” before a date does not say when."),
        ("14 Aug", "No year is named and the plan's year is not given."),
        ("prior to Christmas", "“christmas” is not read as a time, and nothing else in it is."),
        ("[M18]", "“M18” is a month counted from a day that nothing names."),
        ("Slipped from 20 April", "The only date is one that it was moved from, or that held before."),
        ("31 Septemba 2024", "“septemba” is nearly “september”, which would change what the cell says."),
        ("Following Cabinet June 2024", "“following” is about the words after it, not about the date."),
        ("June 2024 until sign-off", "“until” after a date does not say when it ends."),
        ("June 2024 (early)", "“early” after a date leaves it unclear."),
        ("2025", "“2025” alone does not say which fiscal year."),
    ],
)
def test_the_reason_names_what_stopped_the_reading(text: str, reason: str) -> None:
    reading = parse_timescale(text)
    assert (reading.kind, reading.reason) == (TimescaleKind.UNREADABLE, reason)


@pytest.mark.parametrize(
    "text",
    [
        "Meeting to be held in May 2024",
        "Sums held in reserve until May 2024",
        "Builder failed to start; to be finished by May 2024",
        "Completed May 2024",
        "May 2024 (subject to funding)",
        "May 2024 (dependent on funding)",
        "May 2024 depending on the weather",
    ],
)
def test_what_is_still_to_come_or_depends_on_something_keeps_its_date(text: str) -> None:
    reading = parse_timescale(text)
    assert (reading.kind, str(reading.due_date)) == (TimescaleKind.DATED, "2024-05-31")


def test_every_note_has_one_sentence() -> None:
    assert all(note.message.endswith(".") and note.message.count(". ") == 0 for note in NOTES.values())


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Q4 22/23 Q1 23/24", "Q4 2022/23 to Q1 2023/24"),
        ("Q1 23/24 – ongoing", "from Q1 2023/24, ongoing"),
        ("from 14 June 2023", "from 14 June 2023, ongoing"),
        ("July 2023 and ongoing", "from Q2 2023/24, ongoing"),
        ("Sept 23 onwards", "from September 2023, ongoing"),
        ("by the end of March 2024", "by 31 March 2024"),
        ("January – March 2023", "Q4 2022/23"),
        ("16/17", "2016/17"),
        ("2023-2027", "2023/24 to 2026/27"),
        ("Summer 2026", "June 2026 to August 2026"),
        ("17.7.12", "17 July 2012"),
        ("1 May 2024 - 14 June 2024", "1 May 2024 to 14 June 2024"),
        ("Q1 23/24 agree; by Q3 23/24", "Q1 2023/24; by 31 December 2023"),
        ("on going", "Ongoing"),
        ("• Ongoing • December 2023", "Ongoing; December 2023"),
        ("  31 August   (annually) ", "31 August (annually)"),
        ("<p>Within six months</p>", "Within six months"),
        ("ASAP", "ASAP"),
        ("Complete", "Complete"),
        ("", "Not set"),
        ("TBC", "Not set"),
        ("Q3  22/24", "Q3 22/24"),
    ],
)
def test_canonical_form(text: str, canonical: str) -> None:
    assert str(parse_timescale(text)) == canonical


def test_the_text_is_kept_as_it_was() -> None:
    text = " <b>Q1</b>\u00a023/24\n"
    assert parse_timescale(text).text == text


@pytest.mark.parametrize(
    ("value", "month_only", "canonical"),
    [
        (datetime.date(2024, 3, 31), False, "31 March 2024"),
        (datetime.date(2024, 3, 1), True, "March 2024"),
        (datetime.datetime(2024, 3, 5, 0, 0), False, "5 March 2024"),
        (None, False, "Not set"),
    ],
)
def test_what_excel_holds(value: datetime.date | None, month_only: bool, canonical: str) -> None:
    reading = parse_timescale(value, month_only=month_only)
    assert str(reading) == canonical
    assert (reading.due_date is None) == (value is None)


def test_a_day_is_a_day_where_nothing_is_said_of_how_it_is_shown() -> None:
    assert str(read_timescale(datetime.date(2024, 6, 14), APRIL_YEARS)) == "14 June 2024"


@pytest.mark.parametrize("text", ["< June 2024", "June 2024 <", "June 2024 < July 2024"])
def test_a_sign_that_may_be_an_arrow(text: str) -> None:
    assert parse_timescale(text).reason == "The arrow or sign “<” does not say which date counts."


@pytest.mark.parametrize(
    "invisible", "\u00ad \u200b \u200f \u202a \u202e \u2060 \u2066 \u2069 \ufeff".split(" "), ids=ascii
)
def test_what_nobody_sees_changes_nothing(invisible: str) -> None:
    reading = parse_timescale(f"Ma{invisible}rch{invisible} 20{invisible}24{invisible}")
    assert summary(reading) == "dated Q4 2023/24 – Q4 2023/24, 2024-03-31"


def test_a_cell_holds_no_more_than_excel_lets_it() -> None:
    assert parse_timescale("." * 32_766).kind is TimescaleKind.UNSET
    assert codes(parse_timescale("." * 32_767)) == ["too-long"]


def test_an_impossibly_old_date_is_unreadable() -> None:
    assert parse_timescale(datetime.date(66, 10, 14)).kind is TimescaleKind.UNREADABLE


@pytest.mark.parametrize(
    ("text", "first_month", "quarter"),
    [
        ("Q3 2023/24", 4, FiscalQuarter(2023, 3)),
        ("2023-24-Q3", 4, FiscalQuarter(2023, 3)),
        ("Quarter 3, 2023 to 2024", 4, FiscalQuarter(2023, 3)),
        ("Q1 2023", 4, FiscalQuarter(2023, 1)),
        ("Jan to Mar 2024", 4, FiscalQuarter(2023, 4)),
        ("Q4 2023/24", 9, FiscalQuarter(2023, 4, 9)),
        ("Q2 2023", 1, FiscalQuarter(2023, 2, 1)),
        ("Q3", 4, None),
        ("Q3 22/24", 4, None),
        ("Q1-Q2 23/24", 4, None),
        ("Q1 23/24 agree priorities", 4, None),
        ("by Q3 2023/24", 4, None),
        ("from Q3 2023/24", 4, None),
        ("2023/24", 4, None),
        ("March 2024", 4, None),
        ("Quarterly", 4, None),
        ("", 4, None),
    ],
)
def test_read_quarter(text: str, first_month: int, quarter: FiscalQuarter | None) -> None:
    assert read_quarter(text, first_month) == quarter


@pytest.mark.parametrize(
    ("text", "first_month", "year"),
    [
        ("2023/24", 4, FiscalYear(2023)),
        ("2023-24", 4, FiscalYear(2023)),
        (" FY23/24 ", 4, FiscalYear(2023)),
        ("Financial year 2023-2024", 4, FiscalYear(2023)),
        ("2023/24", 9, FiscalYear(2023, 9)),
        ("2023", 1, FiscalYear(2023, 1)),
        ("2023", 4, None),
        ("2023/25", 4, None),
        ("2023-2027", 4, None),
        ("2027-2023", 4, None),
        ("2023/24 Q1", 4, None),
        ("", 4, None),
        ("next year", 4, None),
        ("9" * 10_000 + "/24", 4, None),
    ],
)
def test_read_year(text: str, first_month: int, year: FiscalYear | None) -> None:
    assert read_year(text, first_month) == year


@pytest.mark.parametrize("year", ["1901/02", "2197/98", FiscalYear(1901), FiscalYear(2197)])
def test_the_plan_years_that_dates_are_read_in(year: str | FiscalYear) -> None:
    due = parse_timescale("Q1", year).due
    assert due is not None
    assert str(due.year) == str(year)


@pytest.mark.parametrize("year", ["2023/25", "next year", "1066/67", "1900/01", "2198/99", FiscalYear(2198)])
def test_a_plan_year_must_be_one(year: str | FiscalYear) -> None:
    with pytest.raises(ValueError, match="not a fiscal year"):
        parse_timescale("Q1", year)


def test_a_blank_plan_year_is_none() -> None:
    assert codes(parse_timescale("Q1", " ")) == ["no-year"]


@pytest.mark.parametrize(
    ("text", "first_month", "days"),
    [
        ("Q1 2023/24", 9, ("2023-09-01", "2023-11-30")),
        ("Q1 2023", 1, ("2023-01-01", "2023-03-31")),
        ("2023/24", 9, ("2023-09-01", "2024-08-31")),
        ("Q1 23/24 (Sept – Nov 2023)", 9, ("2023-09-01", "2023-11-30")),
        ("Summer 2024", 9, ("2024-06-01", "2024-08-31")),
        ("Summer 2024", 7, ("2024-06-01", "2024-08-31")),
        ("Spring 2023/24", 7, ("2024-03-01", "2024-05-31")),
        ("Winter 2023/24", 7, ("2023-12-01", "2024-02-29")),
        ("by Autumn 2024", 10, ("None", "2024-11-30")),
        ("31 March 2024", 9, ("2024-03-31", "2024-03-31")),
        ("March 2023/24", 9, ("2024-03-01", "2024-03-31")),
        ("2023-2024", 1, ("2023-01-01", "2024-12-31")),
    ],
)
def test_other_fiscal_years(text: str, first_month: int, days: tuple[str, str]) -> None:
    (milestone,) = parse_timescale(text, first_month=first_month).milestones
    assert (str(milestone.start_date), str(milestone.end_date)) == days


def test_a_year_of_one_number_has_no_second() -> None:
    assert codes(parse_timescale("Q1 2023/24", first_month=1)) == ["year-mismatch"]


def test_a_fiscal_year_brings_its_own_calendar() -> None:
    reading = parse_timescale("Q1", FiscalYear(2023, 9))
    assert reading.due == FiscalQuarter(2023, 1, 9)


CALENDAR_QUARTERS = """
Q1 2023 | dated Q4 2022/23 – Q4 2022/23, 2023-03-31
Q4 24 – ongoing | open Q3 2024/25 – …, open
Q1 2023 - Q2 2024 | dated Q4 2022/23 – Q1 2024/25, 2024-06-30
Q1 2024 (Jan-Mar 2024) | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Q1 2024 (Apr-Jun 2024) | dated Q1 2024/25 – Q1 2024/25, 2024-06-30
4th Quarter January - March 2013 | dated Q4 2012/13 – Q4 2012/13, 2013-03-31
Q4 2024 (Oct - Dec) | dated Q3 2024/25 – Q3 2024/25, 2024-12-31
Q4 2024 (Jan - Mar) | unreadable: gloss-mismatch
Q1 2023/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Q2 @ 2023/24 | dated Q2 2023/24 – Q2 2023/24, 2023-09-30
first half of 2024 | unreadable: unclear
"""


@pytest.mark.parametrize("row", rows(CALENDAR_QUARTERS), ids=str)
def test_a_council_may_mean_calendar_quarters(row: Row) -> None:
    reading = parse_timescale(row.text, row.year, single_year="calendar")
    assert summary(reading) == row.reading
    assert "single-year-quarter" not in codes(reading)
    assert parse_timescale(str(reading), row.year, single_year="calendar").due_date == reading.due_date


def test_calendar_quarters_in_other_years_and_as_an_option() -> None:
    assert str(parse_timescale("Q1 2023", first_month=7, single_year="calendar")) == "Q3 2022/23"
    assert str(parse_timescale("Q1 2023", first_month=1, single_year="calendar")) == "Q1 2023"
    assert read_quarter("Q1 2023", single_year=SingleYear.CALENDAR) == FiscalQuarter(2022, 4)
    assert read_quarter("early Q1 2023/24") is None
    with pytest.raises(ValueError, match="lunar"):
        parse_timescale("Q1 2023", single_year="lunar")
