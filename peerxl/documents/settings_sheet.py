"""The Settings sheet of a master: a row for each thing that a council settles for itself, with what it is for."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date

from peerxl.documents.document import EntryValue, Section, TableColumn, TableEntry, TableRow, date_words
from peerxl.documents.palette import Tone
from peerxl.model.settings import Settings
from peerxl.model.timing import Timing

SETTINGS = "Settings"


def build_settings_section(settings: Settings) -> Section:
    """What the council settles for itself, each with what it is for."""
    lines: tuple[tuple[str, EntryValue, str], ...] = (
        ("Council", settings.council, "The council's name as it stands on the papers."),
        (
            "Coordinator",
            settings.coordinator,
            "Who keeps this plan, as on the Owners sheet. Actions without an owner come to them.",
        ),
        (
            "Reporting quarter",
            str(settings.quarter or ""),
            "The quarter being reported, such as Q3 2025/26. Change it every three months.",
        ),
        (
            "Plan starts",
            str(settings.plan_starts or ""),
            "The quarter the plan began in, such as Q4 2024/25. A timescale that ends before it is questioned.",
        ),
        (
            "First month of the year",
            calendar.month_name[settings.years.first_month],
            "The month the council's financial year begins.",
        ),
        (
            "Q1 2023 means",
            (settings.years.single_year or "").capitalize(),
            "What a quarter with a single year is: Fiscal for April to June 2023, Calendar for January to March 2023. "
            "Blank counts as Fiscal, and the check says so.",
        ),
        (
            "Appendix number",
            show_number(settings.appendix_number),
            "The plan's number among the committee's appendices.",
        ),
        *((name, getattr(settings.front, field), use) for name, field, use in FRONT),
        (
            "Appendix columns",
            "; ".join(settings.appendix_columns),
            "The appendix's columns in your order, such as Ref; Action; Owner; Status; Comment. Blank: all the usual "
            "ones.",
        ),
        ("Days to reply", settings.reply_days, "How many days owners have to send their updates back."),
        *list_timing(settings.timing),
        (
            "Mail server",
            settings.mail_server,
            "Where mails are sent by, such as smtp://mail.council.example:587, or graph.",
        ),
    )
    return Section(
        name=SETTINGS,
        title="Settings",
        intro=("Type in the Value column only.",),
        table_name="Settings",
        columns=(TableColumn("Setting", 160), TableColumn("Value", 222), TableColumn("What it is for", 390)),
        rows=tuple(TableRow.of(name, TableEntry(value, Tone.INPUT, is_input=True), use) for name, value, use in lines),
    )


FRONT = (
    ("Committee name", "committee", "The committee that the paper goes to, as it stands on its first page."),
    ("Publication date", "published", "The day the paper is published, such as 9 February 2027."),
    (
        "Portfolio holder",
        "portfolio_holder",
        "The councillor who answers for the plan. Blank: those in the plan's own column.",
    ),
    ("Contact", "contact", "Whom readers may ask, published as it stands, an email address too."),
    ("Other formats", "other_formats", "How to ask for the paper in large print, Braille or another language."),
)
"""The rows that are about the paper's first page: what each is called, its field of ``FrontMatter``, what it is for."""
TIMING = (
    ("Nation", "nation", "Whose bank holidays and law count: England, Wales, Scotland or Northern Ireland."),
    (
        "Committee dates",
        "committees",
        "When the committee meets, such as 16 February 2027; 18 May 2027. Each meeting hears the quarter that is over.",
    ),
    ("Papers due", "papers_due", "When its papers are due, where that is before the last day the law allows."),
    ("Closed days", "closed_days", "Days the council is closed, beside weekends and bank holidays."),
    ("Clear days", "clear_days", "Working days between publication and meeting. Blank: what the law says."),
    ("Days to write the paper", "writing_days", "Working days from the last reply until the papers are due. Blank: 5."),
    ("Fewest days to reply", "notice_days", "The fewest working days that anybody has to reply. Blank: 5."),
    ("Reminders before", "reminder_days", "Working days before the day to reply by. Blank: 5, 3, 1."),
    ("Reminders after, every", "repeat_days", "Days between reminders once it has passed. Blank: 7."),
    ("Copy to Reports to after", "manager_days", "Days late until whom they report to gets a copy. Blank: 7."),
    ("Copy to the director after", "director_days", "Days late until whom these report to gets one too. Blank: 14."),
    ("Chief executive's list after", "chief_executive_days", "Days late until they are on that list. Blank: 30."),
)
"""The rows that are about the council's days: what each is called, its field of ``Timing``, and what it is for."""


def list_timing(timing: Timing) -> Iterator[tuple[str, EntryValue, str]]:
    """The council's days and numbers, as far as it has settled them."""
    for name, field, use in TIMING:
        yield name, show_days(getattr(timing, field)), use


def show_days(value: str | int | tuple[date, ...] | tuple[int, ...] | None) -> EntryValue:
    """What the council has settled, as it would be typed."""
    if isinstance(value, tuple):
        days = [date_words(each) if isinstance(each, date) else str(each) for each in value]
        return ("; " if value and isinstance(value[0], date) else ", ").join(days)
    return "" if value is None else value


def show_number(text: str) -> EntryValue:
    """A number as Excel has it, so that it is not marked as a number stored as text; anything else as it is."""
    return int(text) if text.isdecimal() else text
