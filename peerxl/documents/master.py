"""The master workbook as a Document: the plan, its owners, its status words, its settings and a page on how to keep it.

The plan is given in the officers' own words and nothing is put right on the way: a master is theirs to mend.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from peerxl.documents.guide import counts_as, guide_sheet
from peerxl.documents.layout import Choices, Column, Content, Document, Entry, Kind, Row, TableSheet
from peerxl.documents.palette import Tone
from peerxl.model.settings import Contact, Settings
from peerxl.model.status import Status, Vocabulary

PLAN, OWNERS, STATUSES, SETTINGS = "Action plan", "Owners", "Statuses", "Settings"

SHORT_REF = 50.0
"""How wide the column of refs is for a ref such as PC1.2."""
EMPTY_ROWS = 20
EMPTY_ACTION_HEIGHT = 36.0
SPARE_ROWS = 200

STATUS_CHOICES = Choices(STATUSES, "Status")
OWNER_CHOICES = Choices(OWNERS, "Owner", is_strict=False)

PLAN_INTRO = (
    "What the council has agreed to do, who will do it, by when, and how far it has come. "
    "The Guide sheet says how to keep it."
)
TIMESCALE_PROMPT = (
    "When it will be done, such as Q3 2025/26, by 31 March 2026 or Q1 25/26 – ongoing. "
    "Always give the year. The Guide sheet shows how it is read."
)
OWNER_PROMPT = "Pick an owner, or type two with a slash between them. The first one leads."


@dataclass(frozen=True, slots=True)
class Shape:
    """What a plan has columns for beyond those of every plan: the quarters it reports on by their names, the timescale
    first agreed where that is kept apart, and the headings of what the council keeps besides.

    ``ref_width`` is in points: a plan's refs may be long.
    """

    quarters: tuple[str, ...] = ("Quarter 1", "Quarter 2", "Quarter 3", "Quarter 4")
    has_original: bool = False
    extras: tuple[str, ...] = ()
    ref_width: float = SHORT_REF


@dataclass(frozen=True, slots=True)
class MasterRow:
    """One action in the officers' own words.

    ``updates`` are (status, comment) from the first quarter on and ``extras`` what stands in the columns besides, each
    as far as they go.
    """

    ref: str = ""
    theme: str = ""
    recommendation: str = ""
    action: str = ""
    timescale: str | date = ""
    owner: str = ""
    updates: tuple[tuple[str, str], ...] = ()
    evidence: str = ""
    original: str | date = ""
    extras: tuple[Content, ...] = ()

    def contents(self, shape: Shape) -> tuple[Content, ...]:
        """The row's cells from left to right."""
        unreported = (("", ""),) * (len(shape.quarters) - len(self.updates))
        reported = (words for update in (*self.updates, *unreported) for words in update)
        original = (self.original,) if shape.has_original else ()
        plan = (self.ref, self.theme, self.recommendation, self.action, *original, self.timescale, self.owner)
        blanks = ("",) * (len(shape.extras) - len(self.extras))
        return (*plan, *reported, self.evidence, *self.extras, *blanks)


def master(
    title: str,
    settings: Settings,
    dated: date,
    rows: tuple[MasterRow, ...] = (),
    shape: Shape | None = None,
    others: tuple[TableSheet, ...] = (),
) -> Document:
    """A master for a plan, or one to begin with where there are no rows; ``others`` are sheets to stand last."""
    return Document(
        title=title,
        subject="Action plan",
        creator=settings.council or title,
        dated=dated,
        sheets=(
            plan_sheet(title, rows, shape or Shape()),
            owners_sheet(settings),
            statuses_sheet(settings.vocabulary),
            settings_sheet(settings),
            guide_sheet(settings),
            *others,
        ),
    )


def plan_sheet(title: str, actions: tuple[MasterRow, ...], shape: Shape) -> TableSheet:
    """The plan itself, ready for its quarters."""
    columns = plan_columns(shape)
    return TableSheet(
        name=PLAN,
        title=title,
        intro=(PLAN_INTRO,),
        table_name="ActionPlan",
        columns=columns,
        rows=tuple(plan_rows(actions, shape)) or empty_rows(len(columns), EMPTY_ACTION_HEIGHT),
        footer=title,
        is_frozen=True,
        has_filters=True,
        frozen_columns=1,
        spare_rows=SPARE_ROWS,
    )


def plan_columns(shape: Shape) -> tuple[Column, ...]:
    """The plan's columns; every quarter has a status and a comment."""
    original = (Column("Original timescale", 122, Kind.AS_TYPED),) if shape.has_original else ()
    return (
        Column("Ref", shape.ref_width, Kind.AS_TYPED),
        Column("Theme", 105),
        Column("Recommendation", 145),
        Column("Action", 165),
        *original,
        Column("Timescale", 122, Kind.AS_TYPED, prompt=TIMESCALE_PROMPT),
        Column("Owner", 120, choices=OWNER_CHOICES, prompt=OWNER_PROMPT),
        *(column for quarter in shape.quarters for column in quarter_columns(quarter)),
        Column("Evidence", 130),
        *(Column(heading, 130) for heading in shape.extras),
    )


def quarter_columns(quarter: str) -> tuple[Column, Column]:
    """Where a quarter's status and comment go."""
    return Column(update_heading(quarter), 85, choices=STATUS_CHOICES), Column(comments_heading(quarter), 215)


def update_heading(quarter: str) -> str:
    return f"{quarter} update"


def comments_heading(quarter: str) -> str:
    return f"{quarter} comments"


def plan_rows(actions: tuple[MasterRow, ...], shape: Shape) -> Iterator[Row]:
    """A row for each action, with a heavier line above each theme."""
    theme = None
    for action in actions:
        yield Row.of(*action.contents(shape), starts_group=action.theme != theme)
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


def statuses_sheet(vocabulary: Vocabulary) -> TableSheet:
    """The status words, in the order an action passes through them, then those that still have to be settled."""
    unsettled = ("Say for each word that is not Open or Closed yet which it counts as.",)
    return TableSheet(
        name=STATUSES,
        title="Status words",
        intro=(
            "The words the update columns offer. The latest one says whether an action is open or closed.",
            *(unsettled if vocabulary.unsettled else ()),
        ),
        table_name="Statuses",
        columns=(
            Column("Status", 100),
            Column("Counts as", 80, choices=Choices(words=("Open", "Closed"))),
            Column("Also written as", 292),
            Column("Meaning", 300),
        ),
        rows=(
            *map(status_row, vocabulary.statuses),
            *(Row.of(word, Entry("", Tone.WARNING), "", "") for word in vocabulary.unsettled),
        ),
        is_frozen=True,
    )


def status_row(status: Status) -> Row:
    return Row.of(status.word, counts_as(status).capitalize(), listed(status.spellings), status.meaning)


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
