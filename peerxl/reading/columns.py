"""What each column of a tracker is for.

What a heading leaves open (is "Progress" a status or a comment? is "Action" the owner?) the cells under it decide, or a
choice made by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from peerxl.model.layout import Field
from peerxl.model.sheet import Cell, Sheet, shown
from peerxl.model.status import Vocabulary
from peerxl.reading.header import CORE, Header, find_headers
from peerxl.reading.headings import Heading, QuarterName, action_rank, heading_key

LEVELS = frozenset("high medium low h m l critical urgent normal none very high very low 1 2 3 4 5 must should".split())


@dataclass(frozen=True, slots=True)
class HeadedColumn:
    """A column as far as its heading and cells tell: its quarter has no year yet where the heading gives none."""

    heading: Cell
    field: Field
    quarter: QuarterName | None = None


@dataclass(frozen=True, slots=True)
class TrackerLayout:
    """A tracker on a sheet; ``rivals`` are columns that could as well have been the one chosen, with the chosen."""

    sheet: Sheet
    first_header_row: int
    last_header_row: int
    last_row: int
    uses: tuple[HeadedColumn, ...]
    rivals: tuple[tuple[HeadedColumn, HeadedColumn], ...] = ()

    def column(self, field: Field) -> int | None:
        return next((use.heading.column for use in self.uses if use.field is field), None)

    @property
    def core(self) -> frozenset[Field]:
        """The fields by which two tables are recognised as parts of one plan."""
        return frozenset(use.field for use in self.uses if use.field in CORE)


def find_layouts(
    sheet: Sheet, vocabulary: Vocabulary, chosen: Mapping[Field, int], first_month: int
) -> tuple[TrackerLayout, ...]:
    """The trackers on a sheet, from the top down; none where no row is a header with a column for the actions.

    ``chosen`` are columns settled by hand, by field.
    """
    headers = find_headers(sheet, first_month)
    ends = [*(header.first_row - 1 for header in headers[1:]), len(sheet.rows)]
    settled = [
        settle_columns(sheet, vocabulary, header, last, chosen) for header, last in zip(headers, ends, strict=False)
    ]
    return tuple(layout for layout in settled if layout is not None)


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """What a column's cells below the header look like."""

    texts: tuple[str, ...]

    @property
    def longest(self) -> float:
        return sum(map(len, self.texts)) / len(self.texts) if self.texts else 0.0

    def is_status(self, vocabulary: Vocabulary) -> bool:
        """Whether the cells are words for a status: most are known, or all are a word or three and they repeat."""
        return self.share_known(vocabulary) >= 0.5 or (self.is_short and len(set(self.texts)) < len(self.texts))

    def share_known(self, vocabulary: Vocabulary) -> float:
        """How many of the cells are words for a status, from 0 to 1."""
        known = [text for text in self.texts if vocabulary.find(text) is not None]
        return len(known) / len(self.texts) if self.texts else 0.0

    @property
    def is_short(self) -> bool:
        return all(len(text) <= 25 and len(text.split()) <= 3 for text in self.texts)

    @property
    def are_names(self) -> bool:
        """Whether the cells could be people or posts: short, without a sentence, with a capital."""
        return bool(self.texts) and all(
            len(text) <= 40 and len(text.split()) <= 5 and text[:1].isupper() and not text.endswith(".")
            for text in self.texts
        )

    @property
    def are_levels(self) -> bool:
        """Whether nearly all cells say how much something matters; below a table there may be anything."""
        levels = [text for text in self.texts if text.casefold() in LEVELS]
        return bool(self.texts) and len(levels) >= 0.8 * len(self.texts)


def profile_column(sheet: Sheet, rows: range, column: int) -> ColumnProfile:
    values = (sheet.value(row, column) for row in rows)
    return ColumnProfile(tuple(text for value in values if (text := shown(value).strip())))


def settle_columns(
    sheet: Sheet, vocabulary: Vocabulary, header: Header, last_row: int, chosen: Mapping[Field, int]
) -> TrackerLayout | None:
    """Every column's field, once what the headings leave open is decided by the cells under them."""
    headed = add_chosen(sheet, header, chosen)
    rows = range(header.last_row + 1, last_row + 1)
    below = {cell.column: profile_column(sheet, rows, cell.column) for cell, _ in headed}
    headings = [heading for _, heading in headed]
    uses = [HeadedColumn(cell, first_field(heading, below[cell.column]), heading.quarter) for cell, heading in headed]
    uses = [apply_choice(use, chosen) for use in resolve_updates(uses, headings, below, vocabulary)]
    uses = choose_action_column(uses, headings, below, chosen)
    if not any(use.field is Field.ACTION for use in uses):
        return None
    known = {column: content.share_known(vocabulary) for column, content in below.items()}
    uses, rivals = keep_one_of_each(spread_quarters(split_original_dates(uses)), below, known, chosen)
    return TrackerLayout(sheet, header.first_row, header.last_row, last_row, tuple(uses), tuple(rivals))


def add_chosen(sheet: Sheet, header: Header, chosen: Mapping[Field, int]) -> list[tuple[Cell, Heading]]:
    """The headings, and the bare tops of columns that are settled by hand and have none."""
    columns = {cell.column for cell, _ in header.headed}
    bare = sorted(set(chosen.values()) - columns)
    added = [(sheet.cell(header.last_row, column), Heading("")) for column in bare]
    return sorted([*header.headed, *added], key=lambda pair: pair[0].column)


def first_field(heading: Heading, content: ColumnProfile) -> Field:
    """The field a heading names, unless the cells under it deny it."""
    if heading.field is Field.THEME and content.are_levels:
        return Field.EXTRA
    return heading.field or Field.EXTRA


def resolve_updates(
    uses: list[HeadedColumn], headings: list[Heading], below: Mapping[int, ColumnProfile], vocabulary: Vocabulary
) -> list[HeadedColumn]:
    """Each "update" column as a status or as a comment: by its cells, else by what stands to its right."""

    def field(index: int) -> Field:
        content = below[uses[index].heading.column]
        right = uses[index + 1] if index + 1 < len(uses) else None
        if content.texts:
            is_pair = right is not None and right.field is Field.COMMENT and content.is_short
            return Field.STATUS if is_pair or content.is_status(vocabulary) else Field.COMMENT
        quarters = (uses[index].quarter, None)
        has_status = any(use.field is Field.STATUS and use.quarter in quarters for use in uses)
        is_before_comment = right is not None and right.field is Field.COMMENT
        return Field.STATUS if is_before_comment or not has_status else Field.COMMENT

    return [
        replace(use, field=field(index)) if heading.is_update else use
        for index, (use, heading) in enumerate(zip(uses, headings, strict=True))
    ]


def choose_action_column(
    uses: list[HeadedColumn], headings: list[Heading], below: Mapping[int, ColumnProfile], chosen: Mapping[Field, int]
) -> list[HeadedColumn]:
    """The plan with a column of actions: the one so headed, else the best that could be, else the longest words."""
    if Field.ACTION in chosen:
        return uses
    settled = set(chosen.values())
    named = [use for use in uses if use.field is Field.ACTION]
    others = [use for use in uses if use.field is not Field.ACTION]
    ranked = [
        (action_rank(heading.key), not below[use.heading.column].texts, index)
        for index, (use, heading) in enumerate(zip(uses, headings, strict=True))
        if action_rank(heading.key) is not None and use.field is not Field.ACTION and use.heading.column not in settled
    ]
    has_owner = any(use.field is Field.OWNER for use in uses)
    if named and not (not has_owner and ranked and all(below[use.heading.column].are_names for use in named)):
        return uses
    if named:  # minutes head the person who must act with "Action"
        uses = [replace(use, field=Field.OWNER) if use in named else use for use in uses]
    if ranked:
        best = min(ranked, key=lambda rank: (rank[1], rank[0], rank[2]))[2]
    else:
        unsettled = [use for use in others if use.heading.column not in settled]
        free = [use for use in unsettled if use.field is Field.EXTRA and below[use.heading.column].longest > 0]
        wordy = max(free, key=lambda use: below[use.heading.column].longest, default=None)
        if wordy is None or heading_key(wordy.heading.text) == "":
            return uses
        best = uses.index(wordy)
    return [replace(use, field=Field.ACTION) if index == best else use for index, use in enumerate(uses)]


def apply_choice(use: HeadedColumn, chosen: Mapping[Field, int]) -> HeadedColumn:
    """A column as settled by hand; one whose field was given to another column is left aside."""
    settled = [field for field, column in chosen.items() if column == use.heading.column]
    if settled:
        return replace(use, field=settled[0])
    is_displaced = use.field in chosen and use.field not in (Field.STATUS, Field.COMMENT)
    return replace(use, field=Field.EXTRA) if is_displaced else use


def split_original_dates(uses: list[HeadedColumn]) -> list[HeadedColumn]:
    """With a revised timescale beside a plain one, the plain one is the original."""
    due = [use for use in uses if use.field is Field.TIMESCALE]
    revised = [use for use in due if is_current(use)]
    if not revised or len(due) == len(revised) or any(use.field is Field.ORIGINAL_TIMESCALE for use in uses):
        return uses
    first = next(use for use in due if use not in revised)
    return [replace(use, field=Field.ORIGINAL_TIMESCALE) if use is first else use for use in uses]


REVISED = frozenset("revised current new updated latest forecast this".split())


def is_current(use: HeadedColumn) -> bool:
    """Whether a heading says that it is the latest of its kind."""
    return not REVISED.isdisjoint(heading_key(use.heading.text).split())


AMBIGUOUS = frozenset({Field.REF, Field.STATUS, Field.COMMENT, Field.TIMESCALE, Field.OWNER, Field.ACTION})


def keep_one_of_each(
    uses: list[HeadedColumn],
    below: Mapping[int, ColumnProfile],
    known: Mapping[int, float],
    chosen: Mapping[Field, int],
) -> tuple[list[HeadedColumn], list[tuple[HeadedColumn, HeadedColumn]]]:
    """One column a field (and quarter); of two the chosen, else the one that is filled, else the first."""
    kept: dict[tuple[Field, QuarterName | None], HeadedColumn] = {}
    rivals: list[tuple[HeadedColumn, HeadedColumn]] = []
    for use in uses:
        key = (use.field, use.quarter)
        if use.field is Field.EXTRA or key not in kept:
            kept.setdefault(key, use)
            continue
        best = choose_better(kept[key], use, below, known, chosen)
        if use.field in AMBIGUOUS and use.field not in chosen:
            rivals.append((best, use if best is kept[key] else kept[key]))
        kept[key] = best
    chosen_uses = list(kept.values())
    return [use if use in chosen_uses else replace(use, field=Field.EXTRA) for use in uses], rivals


def choose_better(
    one: HeadedColumn,
    other: HeadedColumn,
    below: Mapping[int, ColumnProfile],
    known: Mapping[int, float],
    chosen: Mapping[Field, int],
) -> HeadedColumn:
    settled = chosen.get(one.field)
    if settled in (one.heading.column, other.heading.column):
        return one if settled == one.heading.column else other
    if one.quarter and other.quarter and one.quarter.last_day and other.quarter.last_day:
        return other if other.quarter.last_day > one.quarter.last_day else one
    if is_current(other) != is_current(one):
        return other if is_current(other) else one
    fitness: dict[Field, Callable[[HeadedColumn], float]] = {
        Field.REF: lambda use: len(set(below[use.heading.column].texts)),
        Field.STATUS: lambda use: known[use.heading.column],
    }
    if (fits := fitness.get(one.field)) and fits(one) != fits(other):
        return max(one, other, key=fits)
    if below[other.heading.column].texts and not below[one.heading.column].texts:
        return other
    return one


def spread_quarters(uses: list[HeadedColumn]) -> list[HeadedColumn]:
    """Comments without a quarter take that of the status they stand right beside."""
    given: list[HeadedColumn] = []
    for use in uses:
        is_bare = use.field is Field.COMMENT and use.quarter is None
        given.append(replace(use, quarter=find_quarter_beside(given)) if is_bare else use)
    return given


def find_quarter_beside(left: list[HeadedColumn]) -> QuarterName | None:
    """The quarter of the status to the left, unless several statuses stand in a row before this comment."""
    reports = [use for use in left if use.field in (Field.STATUS, Field.COMMENT)]
    if not reports or reports[-1].field is not Field.STATUS:
        return None
    if len(reports) > 1 and reports[-2].field is Field.STATUS and reports[-2].quarter is not None:
        return None
    return reports[-1].quarter
