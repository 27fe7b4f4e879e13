"""A row read as headings: which fields it names, how plainly, and what keeps it from being a header."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from peerxl.frozen import frozen
from peerxl.model.fiscal import YearConvention
from peerxl.model.layout import KEPT, Field
from peerxl.model.sheet import Cell, Sheet, Value
from peerxl.reading.cells.profile import is_number
from peerxl.reading.cells.written_dates import is_written_date
from peerxl.reading.headers.calendar_columns import find_calendars
from peerxl.reading.headings.heading import cut_guidance, read_heading
from peerxl.reading.headings.rules import Heading

CORE = frozenset({Field.ACTION, Field.OWNER, Field.TIMESCALE, Field.STATUS, Field.COMMENT, Field.RECOMMENDATION})


YEARS = range(1990, 2101)


LONGEST_PLAIN, MOST_PLAIN_WORDS = 60, 8
"""A longer text is a heading only among others that are, or where no row has any: reading it takes long."""


@frozen
class Header:
    """The headings of a tracker, left to right, each with the cell it was read from; the rows are inclusive."""

    first_row: int
    last_row: int
    headed: tuple[tuple[Cell, Heading], ...]
    calendars: tuple[range, ...] = ()


@frozen
class HeaderCandidate:
    """A row held to be a header: its headings by column, and how well it names fields."""

    row: int
    headings: dict[int, Heading]
    calendars: tuple[range, ...] = ()

    @property
    def known(self) -> int:
        """How many different fields it names."""
        return len({heading.field or heading.key for heading in self.headings.values() if heading.is_known})

    @property
    def weight(self) -> float:
        """How well it names fields: a field named plainly counts more than one that any table may have."""
        best: dict[object, float] = {}
        for heading in self.headings.values():
            if heading.is_known:
                name = heading.field or heading.key
                best[name] = max(best.get(name, 0.0), weigh(heading))
        return sum(best.values())

    @property
    def has_core(self) -> bool:
        return any(
            heading.is_update or heading.field in CORE or heading.action_rank is not None
            for heading in self.headings.values()
        )

    @property
    def is_likely(self) -> bool:
        return self.known >= 2 and self.has_core

    def is_rival_of(self, best: HeaderCandidate) -> bool:
        """Whether the row heads a table of its own: nearly as many fields, nothing beside them, other words."""
        has_action = any(map(says_action, self.headings.values()))
        are_known = all(heading.is_known for heading in self.headings.values())
        names_much = self.known >= max(3, best.known - 3) and are_known
        return has_action and names_much and self.words != best.words

    @property
    def names_tracker(self) -> bool:
        """Whether most of its headings are known, one of them an action's or what is the matter, and who, when or how.

        What is the matter needs two of those.
        """
        known = [heading for heading in self.headings.values() if heading.is_known]
        companions = {heading.field for heading in known} & DOING
        has_topic = any(heading.is_topic for heading in known)
        is_named = any(map(says_action, known)) or (has_topic and len(companions) > 1)
        return is_named and bool(companions) and self.known >= LEAST_KNOWN and self.are_mostly_known

    @property
    def are_mostly_known(self) -> bool:
        """Whether two in three of its headings are known."""
        known = [heading for heading in self.headings.values() if heading.is_known]
        return 3 * len(known) >= 2 * len(self.headings)

    def repeats(self, other: HeaderCandidate) -> bool:
        """Whether a row is the other, or has the same headings over the same columns but for one in five."""
        shared = len(self.words & other.words)
        is_as_wide = self.headings.keys() == other.headings.keys()
        return self is other or (is_as_wide and shared >= 2 and 5 * (len(self.words) - shared) <= len(self.words))

    def heads_part_of(self, other: HeaderCandidate) -> bool:
        """Whether a row has the other's headings over the same columns but for one, which the other only keeps."""
        headings = [row.headings[column] for column in self.differing_columns(other) for row in (self, other)]
        is_said_of_each = all(each.field not in COMPANIONS and each.action_rank is None for each in headings)
        return len(headings) == 2 and is_said_of_each and (headings[1].field or Field.EXTRA) in KEPT

    def heads_actions_as(self, other: HeaderCandidate) -> bool:
        """Whether a row has the other's headings over the same columns but for one, an action's among them."""
        differing = self.differing_columns(other)
        named = [heading for column, heading in self.headings.items() if column not in differing]
        is_named = any(says_action(heading) or heading.field is Field.RECOMMENDATION for heading in named)
        return len(differing) == 1 and is_named

    def lists_as(self, other: HeaderCandidate) -> bool:
        """Whether a row has the other's headings over the same columns but for its actions', and perhaps a comment's.

        Two of who, when and how far are among those that it has too.
        """
        differing = self.differing_columns(other)
        same = [heading.field for column, heading in self.headings.items() if column not in differing]
        listed = [column for column in differing if says_action(other.headings[column])]
        beside = [row.headings[column] for column in differing if column not in listed for row in (self, other)]
        is_told = all(heading.field in TOLD_BESIDE or heading.is_update for heading in beside)
        return len(listed) == 1 and len(differing) <= 2 and is_told and len(DOING.intersection(same)) >= 2

    def differing_columns(self, other: HeaderCandidate) -> list[int]:
        """The columns that two rows over the same ones head in other words; none where they head others."""
        is_as_wide = self.headings.keys() == other.headings.keys() and len(self.words) >= LEAST_KNOWN
        return [column for column, _ in self.words - other.words] if is_as_wide else []

    @property
    def words(self) -> frozenset[tuple[int, str]]:
        return frozenset((column, heading.key) for column, heading in self.headings.items())

    @property
    def rank(self) -> tuple[float, float, int]:
        return (-self.weight, -self.known / len(self.headings), self.row)


LEAST_KNOWN = 3
DOING = frozenset({Field.OWNER, Field.TIMESCALE, Field.STATUS})
COMPANIONS = DOING | {Field.ACTION}
TOLD_BESIDE = frozenset({Field.COMMENT, Field.EVIDENCE})


def says_action(heading: Heading) -> bool:
    """Whether a heading says that something is to be done: "Action", "Mitigation"."""
    return heading.field is Field.ACTION or heading.is_task


def weigh(heading: Heading) -> float:
    if heading.is_weak or heading.field in KEPT:
        return 0.5
    return 1.0 if heading.field is not None or heading.is_update else 0.8


def is_long(text: str) -> bool:
    """Whether a text is too long for a heading, as far as it alone tells."""
    return len(text) > LONGEST_PLAIN or len(text.split()) > MOST_PLAIN_WORDS


def read_header_row(
    sheet: Sheet, row: int, years: YearConvention, is_settled: bool = False, reads_long: bool = False
) -> HeaderCandidate:
    """A row as headings; without any where its cells are numbers or sentences, unless it is settled to be one.

    Long texts among them are only said to be there, unless they are to be read.
    """
    if not 1 <= row <= len(sheet.rows):
        return HeaderCandidate(row, {})
    values = {column: value for column, value in enumerate(sheet.rows[row - 1], 1) if value is not None}
    calendars = find_calendars(sheet, row, values)
    texts = {column: show_heading(value) for column, value in values.items() if not in_any(column, calendars)}
    texts = {column: text for column, text in texts.items() if text.strip()}
    titles = {column: title for column, text in texts.items() if (title := cut_guidance(text))}
    if 2 * len(titles) >= len(texts):  # what their other lines say is no part of the headings
        texts |= {column: title for column, title in titles.items() if read_heading(title, years).is_known}
    # What the cells themselves tell is asked before their words are read, which takes far longer.
    sentences = [column for column, text in texts.items() if is_long(text) and text.rstrip().endswith(".")]
    if not is_settled and (
        2 * len(sentences) >= len(texts)
        or any(is_among_dates(sheet, row, column) for column in texts)
        or are_labelled(texts)
    ):
        return HeaderCandidate(row, {})
    reads_long = reads_long or is_settled
    headings = {
        column: Heading() if is_long(text) and not reads_long else read_heading(text, years)
        for column, text in texts.items()
    }
    if (
        len(headings) < 2
        and not is_settled
        and not any(heading.quarter or heading.year for heading in headings.values())
    ):
        return HeaderCandidate(row, {})
    known = [column for column, heading in headings.items() if heading.is_known]
    if not is_settled and known and has_numbers(values, range(min(known), max(known) + 1), calendars):
        return HeaderCandidate(row, {})
    return HeaderCandidate(row, headings, calendars)


def are_labelled(texts: Mapping[int, str]) -> bool:
    """Whether a row is labels with a value after each, as a filter is or a line of a form: "Status: | All"."""
    labels = [column for column, text in texts.items() if text.rstrip().endswith(":")]
    values = [texts.get(column + 1, ":").rstrip() for column in labels]
    return len(labels) > 1 and not any(value.endswith(":") for value in values)


def is_among_dates(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell is a date with another right above or below, and so no heading that Excel made a date."""
    return is_day(sheet.value(row, column)) and any(is_day(sheet.value(near, column)) for near in (row - 1, row + 1))


def is_day(value: Value) -> bool:
    """Whether a cell is a date, be it written as a text, as exports have it."""
    return isinstance(value, date) or (isinstance(value, str) and is_written_date(value.strip()))


def in_any(column: int, spans: Iterable[range]) -> bool:
    return any(column in span for span in spans)


def has_numbers(values: Mapping[int, Value], span: range, calendars: Iterable[range]) -> bool:
    """Whether there are numbers among the headings, which only a year can be, or a sum's unit: "£000"."""
    return any(
        is_number(value, str(value).strip()) and value not in YEARS and not is_year_or_unit(str(value).strip())
        for column, value in values.items()
        if column in span and not in_any(column, calendars)
    )


def is_year_or_unit(text: str) -> bool:
    """Whether a number may be a heading: a year, or what sums of money are counted in."""
    return text in YEARS_WRITTEN or (text[:1] in CURRENCIES and text.strip("£$€ 0,") == "")


YEARS_WRITTEN = frozenset(map(str, YEARS))
CURRENCIES = frozenset("£$€")


def show_heading(value: Value) -> str:
    """A heading's words: Excel makes a date of a typed "Jun-24", which stays the month it was."""
    if isinstance(value, date):
        return f"{value:%B %Y}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(int(value)) if value in YEARS else ""
    return value if isinstance(value, str) else ""
