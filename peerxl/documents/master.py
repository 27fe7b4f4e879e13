"""The master workbook as a Document: the plan, its owners, its status words, its settings and a page on how to keep it.

The plan is given in the officers' own words and nothing is put right on the way: a master is theirs to mend.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from peerxl.documents.document import (
    Choices,
    ContentKind,
    Document,
    EntryValue,
    Section,
    TableColumn,
    TableEntry,
    TableRow,
)
from peerxl.documents.guide import build_guide_section, count_as
from peerxl.documents.letters_sheet import build_letters_section
from peerxl.documents.palette import Tone
from peerxl.documents.settings_sheet import build_settings_section
from peerxl.model.settings import Contact, Settings
from peerxl.model.status import Status, Vocabulary

PLAN, OWNERS, STATUSES = "Action plan", "Owners", "Statuses"

LAST_STATUS, LAST_COMMENT = "Status last year", "Comment last year"
"""The headings of what was last said of an action, which no quarter's columns are headed by."""

STATUS_CHOICES = Choices(STATUSES, "Status")
# Not strict: a cell may name two owners, and those are on no list.
OWNER_CHOICES = Choices(OWNERS, "Owner", is_strict=False)

LINES_TO_COLLECT = 4
"""How many lines of a comment a row has room for before there is any, as those that are collected make it no taller."""

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
    """

    quarters: tuple[str, ...] = ("Quarter 1", "Quarter 2", "Quarter 3", "Quarter 4")
    has_original: bool = False
    extras: tuple[str, ...] = ()


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
    extras: tuple[EntryValue, ...] = ()

    def contents(self, shape: Shape) -> tuple[EntryValue, ...]:
        """The row's cells from left to right."""
        unreported = (("", ""),) * (len(shape.quarters) - len(self.updates))
        reported = (words for update in (*self.updates, *unreported) for words in update)
        original = (self.original,) if shape.has_original else ()
        plan = (self.ref, self.theme, self.recommendation, self.action, *original, self.timescale, self.owner)
        blanks = ("",) * (len(shape.extras) - len(self.extras))
        return (*plan, *reported, self.evidence, *self.extras, *blanks)


def build_master(
    title: str,
    settings: Settings,
    dated: date,
    rows: tuple[MasterRow, ...] = (),
    shape: Shape | None = None,
    others: tuple[Section, ...] = (),
) -> Document:
    """A master for a plan, or one to begin with where there are no rows; ``others`` are sheets to stand last."""
    return Document(
        title=title,
        subject="Action plan",
        creator=settings.council or title,
        dated=dated,
        sections=(
            build_plan_section(title, rows, shape or Shape()),
            build_owners_section(settings),
            build_statuses_section(settings.vocabulary),
            build_settings_section(settings),
            build_letters_section(settings),
            build_guide_section(settings),
            *others,
        ),
    )


def build_plan_section(title: str, actions: tuple[MasterRow, ...], shape: Shape) -> Section:
    """The plan itself, ready for its quarters."""
    return Section(
        name=PLAN,
        title=title,
        intro=(PLAN_INTRO,),
        table_name="ActionPlan",
        columns=list_plan_columns(shape),
        rows=tuple(build_plan_rows(actions, shape)),
        footer=title,
        keeps_headings_in_sight=True,
        is_filterable=True,
        is_extendable=True,
    )


def list_plan_columns(shape: Shape) -> tuple[TableColumn, ...]:
    """The plan's columns; every quarter has a status and a comment."""
    original = (TableColumn("Original timescale", 122, ContentKind.AS_TYPED),) if shape.has_original else ()
    return (
        TableColumn("Ref", 50, ContentKind.AS_TYPED, is_unbroken=True, stays_in_sight=True),
        TableColumn("Theme", 105),
        TableColumn("Recommendation", 145),
        TableColumn("Action", 165),
        *original,
        TableColumn("Timescale", 122, ContentKind.AS_TYPED, prompt=TIMESCALE_PROMPT),
        TableColumn("Owner", 120, choices=OWNER_CHOICES, prompt=OWNER_PROMPT),
        *(column for quarter in shape.quarters for column in list_quarter_columns(quarter)),
        TableColumn("Evidence", 130),
        *(TableColumn(heading, 130) for heading in shape.extras),
    )


def list_quarter_columns(quarter: str) -> tuple[TableColumn, TableColumn]:
    """Where a quarter's status and comment go."""
    return TableColumn(update_heading(quarter), 85, choices=STATUS_CHOICES), TableColumn(
        comments_heading(quarter), 215, writing_lines=LINES_TO_COLLECT
    )


def update_heading(quarter: str) -> str:
    return f"{quarter} update"


def comments_heading(quarter: str) -> str:
    return f"{quarter} comments"


def build_plan_rows(actions: tuple[MasterRow, ...], shape: Shape) -> Iterator[TableRow]:
    """A row for each action, with a heavier line above each theme."""
    # None, so that even actions without a theme begin a group.
    theme = None
    for action in actions:
        yield TableRow.of(*action.contents(shape), starts_group=action.theme != theme)
        theme = action.theme


def build_owners_section(settings: Settings) -> Section:
    """Who answers for actions, and how else the plan writes them."""
    columns = (
        TableColumn("Owner", 172),
        TableColumn("Also written as", 145),
        TableColumn("Name", 102),
        TableColumn("Email", 218),
        TableColumn("Reports to", 135, choices=OWNER_CHOICES),
    )
    return Section(
        name=OWNERS,
        title="Owners",
        intro=(
            "Everybody who answers for an action, one row each. "
            "Put a semicolon between other spellings: AD Finance; Finance AD.",
        ),
        table_name="Owners",
        columns=columns,
        rows=tuple(map(build_owner_row, settings.directory.contacts)),
        keeps_headings_in_sight=True,
        is_filterable=True,
        is_extendable=True,
    )


def build_owner_row(contact: Contact) -> TableRow:
    return TableRow.of(
        contact.owner, list_words(contact.also_written_as), contact.name, contact.email, contact.reports_to
    )


def build_statuses_section(vocabulary: Vocabulary) -> Section:
    """The status words, in the order an action passes through them, then those that still have to be settled."""
    unsettled = ("Say for each word that is not Open or Closed yet which it counts as.",)
    return Section(
        name=STATUSES,
        title="Status words",
        intro=(
            "The words the update columns offer. The latest one says whether an action is open or closed.",
            *(unsettled if vocabulary.unsettled else ()),
        ),
        table_name="Statuses",
        columns=(
            TableColumn("Status", 100),
            TableColumn("Counts as", 80, choices=Choices(words=("Open", "Closed"))),
            TableColumn("Also written as", 420),
            TableColumn("Meaning", 180),
        ),
        rows=(
            *map(build_status_row, vocabulary.statuses),
            *(TableRow.of(word, TableEntry("", Tone.WARNING), "", "") for word in vocabulary.unsettled),
        ),
        keeps_headings_in_sight=True,
    )


def build_status_row(status: Status) -> TableRow:
    return TableRow.of(status.word, count_as(status).capitalize(), list_words(status.spellings), status.meaning)


def list_words(words: tuple[str, ...]) -> str:
    """Words as a cell lists them."""
    return "; ".join(words)
