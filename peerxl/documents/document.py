"""A Document: sections of a title, a few lines and at most one table, as values.

It says what each thing means: a heading, a group, a word to choose, a tone. How that stands on a sheet, a page or a
screen is the renderer's, which adds no words to it but those that its own limits ask for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from textwrap import shorten

from peerxl.documents.palette import Tone
from peerxl.frozen import frozen
from peerxl.model.sheet import Cell

EntryValue = str | int | float | bool | date

LONGEST_PROPERTY = 255
UNDATED = date(2000, 4, 1)
"""The day of a document that stands for none."""


class ContentKind(StrEnum):
    """What is typed into a column."""

    TEXT = "text"
    DATE = "date"
    AS_TYPED = "as typed"
    """Never turned into a date or a number: "Sept 25" stays what was typed, and so does the ref "1.10"."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text above the table, or of a section that has none; a key line is the one to read if no other.

    A cleared one is published as the council has set it, addresses and all.
    """

    text: str
    is_heading: bool = False
    is_key: bool = False
    is_cleared: bool = False

    @property
    def stands_out(self) -> bool:
        return self.is_heading or self.is_key


@dataclass(frozen=True, slots=True)
class CellLink:
    """The way to a cell of a workbook that lies beside: ``file`` is its path from where the document will lie."""

    file: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Choices:
    """The words that a column offers: ``words``, or those under a heading of another section.

    Unless strict, other words are let in after a warning.
    """

    section: str = ""
    heading: str = ""
    is_strict: bool = True
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """What a reader may pick rows by; two with one key are one topic, however their words are spelt."""

    words: str
    key: str = ""

    @property
    def identity(self) -> str:
        return self.key or self.words.casefold()


@frozen
class TableEntry:
    """What one cell of a table says.

    ``lead`` is said before the value and stands out, as a theme before its recommendation. An input entry can be typed
    into though its section is locked. ``topics`` are what a reader may pick its row by, as each of several
    owners; ``order`` is what it is sorted by where its words would not do, as a date. ``sources`` are the cells of the
    plan that its words come from.
    """

    value: EntryValue = ""
    tone: Tone = Tone.PLAIN
    lead: str = ""
    link: CellLink | None = None
    is_input: bool = False
    topics: tuple[Topic, ...] = ()
    order: str = ""
    # Two entries that say the same are equal, wherever they come from: groups are found by that.
    sources: tuple[Cell, ...] = field(default=(), compare=False)

    @property
    def words(self) -> str:
        """The value as people write it."""
        if isinstance(self.value, str):
            return self.value
        return date_words(self.value) if isinstance(self.value, date) else str(self.value)

    @property
    def text(self) -> str:
        """All that the entry says, its lead on a line of its own."""
        words = self.words
        return "\n".join(part for part in (self.lead, words) if part) if self.lead else words


@frozen
class TableColumn:
    """One column of a table.

    ``room`` is how much of the width it wants beside the others. ``marker`` is a word or two above the heading of a
    column to fill in, ``prompt`` what is told to somebody who is about to, and ``writing_lines`` how many lines of
    writing it should leave room for. A group column says the same of several rows on end. An unbroken column has each
    entry on one line as far as it can, and one that stays in sight does so while the others are moved past. The column
    that names each row is its heading. ``lead_heading`` is the heading that the leads of its entries would have in a
    column of their own.
    """

    heading: str
    room: float = 100.0
    kind: ContentKind = ContentKind.TEXT
    choices: Choices | None = None
    prompt: str = ""
    marker: str = ""
    writing_lines: int = 0
    is_group: bool = False
    is_unbroken: bool = False
    stays_in_sight: bool = False
    names_row: bool = False
    lead_heading: str = ""


@frozen
class TableRow:
    """One row of a table; the first of a group is set apart from those above it."""

    entries: tuple[TableEntry, ...]
    starts_group: bool = False

    @classmethod
    def of(cls, *values: EntryValue | TableEntry, starts_group: bool = False) -> TableRow:
        """A row from plain values and entries."""
        entries = [value if isinstance(value, TableEntry) else TableEntry(value) for value in values]
        return cls(tuple(entries), starts_group)


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of figures that stand in the section's table: bars side by side, a bar a row, or stacked on end.

    ``labels`` is the heading of the column that names the bars, ``series`` those of the numbers in them, and ``rows``
    how many of the table's first rows it shows. ``alt_text`` says what is to be seen to somebody who cannot see it.
    """

    alt_text: str
    labels: str
    series: tuple[tuple[str, Tone], ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Section:
    """A title, lines below it, then a table.

    Without columns, or without rows, there is no table, and a line says why; but an extendable section is there to be
    typed into, rows and all. ``table_name`` is the table's name for programs: letters only. ``footer`` is repeated on
    each page.

    A paper is read and printed: its columns share a page's width, and a text too long for one row goes on in the next.
    Anything else is worked in: its headings may stay in sight, its rows be filtered, its words be locked but for the
    inputs. Where groups are joined, a group column shows its words once for all the rows they are about. A chart stands
    below the table whose figures it shows.
    """

    name: str
    title: str
    intro: tuple[str | TextLine, ...] = ()
    table_name: str = ""
    columns: tuple[TableColumn, ...] = ()
    rows: tuple[TableRow, ...] = ()
    footer: str = ""
    is_paper: bool = False
    is_locked: bool = False
    is_extendable: bool = False
    is_filterable: bool = False
    keeps_headings_in_sight: bool = False
    has_joined_groups: bool = False
    chart: Chart | None = None

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """The lines below the title."""
        return tuple(line if isinstance(line, TextLine) else TextLine(line) for line in self.intro)

    @property
    def has_table(self) -> bool:
        return bool(self.columns and (self.rows or self.is_extendable))


@dataclass(frozen=True, slots=True)
class Document:
    """All that a paper or a workbook says, and who says it of what.

    ``creator`` is who its properties name, ``council`` whose it is where that is known. ``dated`` is the day it stands
    for, so that the same plan always makes the same file.
    """

    title: str
    sections: tuple[Section, ...]
    dated: date
    subject: str = ""
    creator: str = ""
    council: str = ""
    language: str = "en-GB"

    def section(self, name: str) -> Section:
        """The section of a name."""
        return next(section for section in self.sections if section.name == name)


def shorten_property(text: str) -> str:
    """A text as the properties of Office's files hold it, which are shorter than what a page may say."""
    return shorten(text, LONGEST_PROPERTY, placeholder="…") if len(text) > LONGEST_PROPERTY else text


# A document names few days, and names them in every row.
@lru_cache(maxsize=1024)
def date_words(day: date) -> str:
    """A day as people write it: "12 January 2024"."""
    return f"{day.day} {day:%B %Y}"
