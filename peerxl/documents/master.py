"""The master workbook as a Document: the plan, its owners, its status words, its settings and a page on how to keep it.

The plan is given in the officers' own words and nothing is put right on the way: a master is theirs to mend.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from peerxl.documents.layout import Choices, Column, Content, Document, Entry, Kind, Row, TableSheet, date_words
from peerxl.documents.palette import Tone
from peerxl.model.fiscal import FiscalYear
from peerxl.model.settings import Contact, Settings
from peerxl.model.status import Status

PLAN, OWNERS, STATUSES, SETTINGS, GUIDE = "Action plan", "Owners", "Statuses", "Settings", "Guide"

QUARTERS = (1, 2, 3, 4)
EMPTY_ROWS = 20
EMPTY_ACTION_HEIGHT = 36.0
SPARE_ROWS = 200

STATUS_CHOICES = Choices(STATUSES, "Status")
OWNER_CHOICES = Choices(OWNERS, "Owner", is_strict=False)

TIMESCALE_PROMPT = (
    "When it will be done, such as Q3 2025/26, by 31 March 2026 or Q1 25/26 – ongoing. "
    "Always give the year. The Guide sheet shows how it is read."
)
OWNER_PROMPT = "Pick an owner, or type two with a slash between them. The first one leads."


@dataclass(frozen=True, slots=True)
class MasterRow:
    """One action in the officers' own words; ``updates`` are (status, comment) from Quarter 1 on, as far as they go."""

    ref: str = ""
    theme: str = ""
    recommendation: str = ""
    action: str = ""
    timescale: str | date = ""
    owner: str = ""
    updates: tuple[tuple[str, str], ...] = ()
    evidence: str = ""

    @property
    def contents(self) -> tuple[Content, ...]:
        """The row's cells from left to right."""
        unreported = (("", ""),) * (len(QUARTERS) - len(self.updates))
        reported = (words for update in (*self.updates, *unreported) for words in update)
        plan = (self.ref, self.theme, self.recommendation, self.action, self.timescale, self.owner)
        return (*plan, *reported, self.evidence)


def master(title: str, settings: Settings, dated: date, rows: tuple[MasterRow, ...] = ()) -> Document:
    """A master for a plan, or one to begin with where there are no rows."""
    return Document(
        title=title,
        subject="Action plan",
        creator=settings.council or title,
        dated=dated,
        sheets=(
            plan_sheet(title, rows),
            owners_sheet(settings),
            statuses_sheet(settings),
            settings_sheet(settings),
            guide_sheet(settings),
        ),
    )


def plan_sheet(title: str, actions: tuple[MasterRow, ...]) -> TableSheet:
    """The plan itself, ready for Quarter 1 to Quarter 4."""
    return TableSheet(
        name=PLAN,
        title=title,
        intro=(
            "What the council has agreed to do, who will do it, by when, and how far it has come. "
            "The Guide sheet says how to keep it.",
        ),
        table_name="ActionPlan",
        columns=plan_columns(),
        rows=tuple(plan_rows(actions)) or empty_rows(len(plan_columns()), EMPTY_ACTION_HEIGHT),
        footer=title,
        is_frozen=True,
        has_filters=True,
        frozen_columns=1,
        spare_rows=SPARE_ROWS,
    )


def plan_columns() -> tuple[Column, ...]:
    """The plan's columns; every quarter has a status and a comment."""
    return (
        Column("Ref", 50, Kind.AS_TYPED),
        Column("Theme", 105),
        Column("Recommendation", 145),
        Column("Action", 165),
        Column("Timescale", 122, Kind.AS_TYPED, prompt=TIMESCALE_PROMPT),
        Column("Owner", 120, choices=OWNER_CHOICES, prompt=OWNER_PROMPT),
        *(column for number in QUARTERS for column in quarter_columns(number)),
        Column("Evidence", 130),
    )


def quarter_columns(number: int) -> tuple[Column, Column]:
    """Where a quarter's status and comment go."""
    return Column(f"Quarter {number} update", 85, choices=STATUS_CHOICES), Column(f"Quarter {number} comments", 215)


def plan_rows(actions: tuple[MasterRow, ...]) -> Iterator[Row]:
    """A row for each action, with a heavier line above each theme."""
    theme = None
    for action in actions:
        yield Row.of(*action.contents, starts_group=action.theme != theme)
        theme = action.theme


def empty_rows(columns: int, height: float = 0.0) -> tuple[Row, ...]:
    """Rows to type into."""
    return tuple(Row.of(*("",) * columns, min_height=height) for _ in range(EMPTY_ROWS))


def owners_sheet(settings: Settings) -> TableSheet:
    """Who answers for actions, and how else the plan writes them."""
    columns = (
        Column("Owner", 172),
        Column("Also written as", 145),
        Column("Name", 102),
        Column("Email", 218),
        Column("Reports to", 135, choices=OWNER_CHOICES),
    )
    contacts = settings.directory.contacts
    return TableSheet(
        name=OWNERS,
        title="Owners",
        intro=(
            "Everybody who answers for an action, one row each. "
            "Put a semicolon between other spellings: AD Finance; Finance AD.",
        ),
        table_name="Owners",
        columns=columns,
        rows=tuple(map(owner_row, contacts)) or empty_rows(len(columns)),
        is_frozen=True,
        has_filters=True,
        spare_rows=SPARE_ROWS,
    )


def owner_row(contact: Contact) -> Row:
    return Row.of(contact.owner, listed(contact.also_written_as), contact.name, contact.email, contact.reports_to)


def statuses_sheet(settings: Settings) -> TableSheet:
    """The status words, in the order an action passes through them."""
    return TableSheet(
        name=STATUSES,
        title="Status words",
        intro=("The words the update columns offer. The latest one says whether an action is open or closed.",),
        table_name="Statuses",
        columns=(
            Column("Status", 100),
            Column("Counts as", 80, choices=Choices(words=("Open", "Closed"))),
            Column("Also written as", 292),
            Column("Meaning", 300),
        ),
        rows=tuple(map(status_row, settings.vocabulary.statuses)),
        is_frozen=True,
    )


def status_row(status: Status) -> Row:
    return Row.of(status.word, counts_as(status).capitalize(), listed(status.spellings), status.meaning)


def counts_as(status: Status) -> str:
    return "open" if status.is_open else "closed"


def listed(words: tuple[str, ...]) -> str:
    """Words as a cell lists them."""
    return "; ".join(words)


def settings_sheet(settings: Settings) -> TableSheet:
    """What the council settles for itself, each with what it is for."""
    lines: tuple[tuple[str, Content, str], ...] = (
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
            calendar.month_name[settings.first_month],
            "The month the council's financial year begins.",
        ),
        (
            "Appendix number",
            number_or_words(settings.appendix_number),
            "The plan's number among the committee's appendices.",
        ),
        ("Days to reply", settings.reply_days, "How many days owners have to send their updates back."),
    )
    return TableSheet(
        name=SETTINGS,
        title="Settings",
        intro=("Type in the Value column only.",),
        table_name="Settings",
        columns=(Column("Setting", 160), Column("Value", 222), Column("What it is for", 390)),
        rows=tuple(Row.of(name, Entry(value, Tone.INPUT, is_input=True), use) for name, value, use in lines),
    )


def number_or_words(text: str) -> Content:
    """A number as Excel has it, so that it is not marked as a number stored as text; anything else as it is."""
    return int(text) if text.isdecimal() else text


def guide_sheet(settings: Settings) -> TableSheet:
    """One page on how to keep the plan."""
    return TableSheet(
        name=GUIDE,
        title="How to keep this plan",
        intro=("For everybody who types in this workbook.",),
        table_name="Guide",
        columns=(Column("About", 112), Column("Guidance", 660)),
        rows=tuple(Row.of(about, "\n".join(lines)) for about, lines in guide(settings)),
    )


def guide(settings: Settings) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the Guide sheet says: each subject and its lines."""
    return (
        ("To begin", ("Put the council's name and the year in the plan's title. Fill in Settings and Owners.",)),
        ("Each quarter", EACH_QUARTER),
        (
            "Rows",
            (
                "One action a row, with its theme and recommendation repeated. To add one, type below the last row. "
                "Do not merge cells, leave blank rows or say anything by colour alone.",
            ),
        ),
        ("Ref", ("A short label such as PC1.2. No two actions share one, and it never changes.",)),
        ("Timescale", timescale_lines(FiscalYear(2025, settings.first_month))),
        (
            "A new date",
            ("Type it over the old one. Say in the comment what the old date was and who agreed the change.",),
        ),
        (
            "Owner",
            (
                "A post or a person on the Owners sheet. “AD for Planning / AD for People” is two; the first leads. "
                "Put anybody who only helps last: “AD for Housing, with support from AD for Finance”.",
            ),
        ),
        ("Update", status_lines(settings.vocabulary.statuses)),
        (
            "Comments",
            (
                "What has changed since last quarter and what comes next, in about 100 words. "
                "They are published: name no resident.",
            ),
        ),
        ("Evidence", ("Where to see it: the meeting and its date, the report or the web page.",)),
        (
            f"Each {calendar.month_name[settings.first_month]}",
            ("Save a copy for the new year, put the new year in the plan's title and clear the updates and comments.",),
        ),
    )


EACH_QUARTER = (
    "1. The coordinator sets the reporting quarter on the Settings sheet and has the plan checked.",
    "2. Owners fill in the quarter's two columns, or the form they are sent.",
    "3. The plan goes to committee in a new workbook. This one, with names and addresses, is not published.",
)


def timescale_lines(year: FiscalYear) -> tuple[str, ...]:
    """How timescales are read, by examples in a year."""
    first, second, third = map(year.quarter, (1, 2, 3))
    return (
        f"“{third}” is due on {date_words(third.last_day)}. "
        f"“{first} – {second}” runs from {date_words(first.first_day)} to {date_words(second.last_day)}.",
        "“by 31 March 2026”, “31/03/2026” and “March 2026” are all due on 31 March 2026.",
        "“Autumn 2025” ends on 30 November 2025. "
        f"“{first} – ongoing” starts on {date_words(first.first_day)} and has no end.",
        "“TBC” means that no date is set. “Before Christmas” and “2025” cannot be read: say which quarter or day.",
    )


def status_lines(statuses: tuple[Status, ...]) -> tuple[str, ...]:
    """What each status word means, and what its action counts as."""
    described = (f"{status.word} ({counts_as(status)}): {status.meaning}".removesuffix(": ") for status in statuses)
    return (*described, "Once an action is closed, its later quarters can stay blank.")
