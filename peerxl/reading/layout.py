"""Where the tracker stands on a sheet: its header row, under titles and notes, and what each column is for.

A header row is the row that names most fields; where two name as many, the one with least beside them, then the upper.
A header may stand in two rows: a band above ("Quarter 1" over "Status" and "Comments"), or headings that continue
below. What a heading leaves open (is "Progress" a status or a comment? is "Action" the owner?) the cells under it
decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from peerxl.model.layout import Field
from peerxl.model.sheet import Cell, Sheet, shown
from peerxl.model.status import Vocabulary
from peerxl.reading.headings import Heading, QuarterName, action_rank, heading_key, read_heading

FURTHEST_HEADER = 200
CORE = frozenset({Field.ACTION, Field.OWNER, Field.TIMESCALE, Field.STATUS, Field.COMMENT, Field.RECOMMENDATION})
LEVELS = frozenset("high medium low h m l critical urgent normal none very high very low 1 2 3 4 5 must should".split())


@dataclass(frozen=True, slots=True)
class Use:
    """A column as far as its heading and cells tell: its quarter has no year yet where the heading gives none."""

    heading: Cell
    field: Field
    quarter: QuarterName | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A tracker on a sheet; ``rivals`` are columns that could as well have been the one chosen, with the chosen."""

    sheet: Sheet
    first_header_row: int
    last_header_row: int
    uses: tuple[Use, ...]
    rivals: tuple[tuple[Use, Use], ...] = ()

    def column(self, field: Field) -> int | None:
        return next((use.heading.column for use in self.uses if use.field is field), None)

    @property
    def core(self) -> frozenset[tuple[Field, str]]:
        """The headings by which two sheets are recognised as parts of one plan."""
        return frozenset((use.field, heading_key(use.heading.text)) for use in self.uses if use.field in CORE)


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """A row held to be a header: its headings by column, and how well it names fields."""

    row: int
    headings: dict[int, Heading]

    @property
    def known(self) -> int:
        """How many different fields it names."""
        named = {heading.field or heading.key for heading in self.headings.values() if heading.is_known}
        return len(named)

    @property
    def has_core(self) -> bool:
        return any(
            heading.is_update or heading.field in CORE or action_rank(heading.key) is not None
            for heading in self.headings.values()
        )

    @property
    def is_likely(self) -> bool:
        return self.known >= 2 and self.has_core

    @property
    def rank(self) -> tuple[int, float, int]:
        return (-self.known, -self.known / len(self.headings), self.row)


def find_layout(sheet: Sheet, vocabulary: Vocabulary, chosen: Mapping[Field, int], first_month: int) -> Layout | None:
    """The tracker on a sheet; None where no row is a header or no column can hold the actions.

    ``chosen`` are columns settled by hand, by field.
    """
    rows = (header_row(sheet, row, first_month) for row in range(1, min(len(sheet.rows), FURTHEST_HEADER) + 1))
    likely = sorted((row for row in rows if row.is_likely), key=lambda row: row.rank)
    if not likely:
        return None
    first, last, headings = join_bands(sheet, likely[0], first_month)
    cells = {column: header_cell(sheet, first, last, column) for column in headings}
    return settle(
        sheet, vocabulary, first, last, [(cells[column], headings[column]) for column in sorted(headings)], chosen
    )


def header_row(sheet: Sheet, row: int, first_month: int) -> HeaderRow:
    texts = {column: shown(value) for column, value in enumerate(sheet.rows[row - 1], 1) if isinstance(value, str)}
    filled = {column: text for column, text in texts.items() if text.strip()}
    if len(filled) < 2:
        return HeaderRow(row, {})
    return HeaderRow(row, {column: read_heading(text, first_month) for column, text in filled.items()})


def join_bands(sheet: Sheet, header: HeaderRow, first_month: int) -> tuple[int, int, dict[int, Heading]]:
    """The header with the band above or the sub-headings below it, where there are such."""
    first = last = header.row
    headings = dict(header.headings)
    below = header_row(sheet, header.row + 1, first_month) if header.row < len(sheet.rows) else HeaderRow(0, {})
    if is_continued_by(sheet, header, below):
        last = below.row
        bands = spread(sheet, header, below.headings)
        headings |= {column: under(bands.get(column), heading) for column, heading in below.headings.items()}
    above = header_row(sheet, header.row - 1, first_month) if header.row > 1 else HeaderRow(0, {})
    if any(heading.is_known for heading in above.headings.values()):
        first = above.row
        bands = spread(sheet, above, header.headings)
        headings = {column: under(bands.get(column), heading) for column, heading in headings.items()}
        headings |= {
            column: band for column, band in above.headings.items() if stands_alone(sheet, above.row, column, headings)
        }
    return first, last, headings


def is_continued_by(sheet: Sheet, header: HeaderRow, below: HeaderRow) -> bool:
    """Whether the next row holds sub-headings: all known, each under a quarter, a merged band or nothing."""
    if not below.headings or not all(heading.is_known for heading in below.headings.values()):
        return False
    bands = spread(sheet, header, below.headings)
    return all(
        column not in header.headings
        or header.headings[column].quarter is not None
        or is_wide(sheet, header.row, column)
        for column in below.headings
    ) and bool(bands)


def is_wide(sheet: Sheet, row: int, column: int) -> bool:
    return any((row, column) in block and block.last_column > block.first_column for block in sheet.merged)


def spread(sheet: Sheet, band: HeaderRow, columns: Iterable[int]) -> dict[int, Heading]:
    """Which heading of a band stands over each column: the merged one, else the last to the left or above."""
    over: dict[int, Heading] = {}
    for column in columns:
        block = next((block for block in sheet.merged if (band.row, column) in block), None)
        start = block.first_column if block else max((left for left in band.headings if left <= column), default=0)
        if start in band.headings:
            over[column] = band.headings[start]
    return over


def under(band: Heading | None, heading: Heading) -> Heading:
    """A heading with what the band over it adds: its quarter, and its field where the heading alone says none."""
    if band is None or heading.quarter is not None:
        return heading
    if heading.is_update or heading.field in (Field.STATUS, Field.COMMENT):
        return replace(heading, quarter=band.quarter)
    return heading


def stands_alone(sheet: Sheet, row: int, column: int, below: Mapping[int, Heading]) -> bool:
    """Whether a heading of the upper row heads its own column, as nothing stands under it."""
    return column not in below and not is_wide(sheet, row, column)


def header_cell(sheet: Sheet, first: int, last: int, column: int) -> Cell:
    """The lowest header cell of a column that says anything."""
    cells = [sheet.cell(row, column) for row in range(last, first - 1, -1)]
    return next((cell for cell in cells if cell.text.strip()), cells[0])


@dataclass(frozen=True, slots=True)
class Content:
    """What a column's cells below the header look like."""

    texts: tuple[str, ...]

    @property
    def longest(self) -> float:
        return sum(map(len, self.texts)) / len(self.texts) if self.texts else 0.0

    def is_status(self, vocabulary: Vocabulary) -> bool:
        """Whether the cells are words for a status: most are known, or all are a word or three and they repeat."""
        known = sum(vocabulary.find(text) is not None for text in self.texts)
        short = all(len(text) <= 25 and len(text.split()) <= 3 for text in self.texts)
        return 2 * known >= len(self.texts) or (short and len(set(self.texts)) < len(self.texts))

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
        return bool(self.texts) and sum(text.casefold() in LEVELS for text in self.texts) >= 0.8 * len(self.texts)


def contents(sheet: Sheet, last_header_row: int, column: int) -> Content:
    values = (sheet.value(row, column) for row in range(last_header_row + 1, len(sheet.rows) + 1))
    return Content(tuple(text for value in values if (text := shown(value).strip())))


def settle(
    sheet: Sheet,
    vocabulary: Vocabulary,
    first: int,
    last: int,
    headed: list[tuple[Cell, Heading]],
    chosen: Mapping[Field, int],
) -> Layout | None:
    """Every column's field, once what the headings leave open is decided by the cells under them."""
    below = {cell.column: contents(sheet, last, cell.column) for cell, _ in headed}
    uses = [
        Use(cell, provisional(heading, below[cell.column], vocabulary), heading.quarter) for cell, heading in headed
    ]
    uses = resolve_updates(uses, [heading for _, heading in headed], below, vocabulary)
    uses = give_actions(uses, [heading for _, heading in headed], below, chosen)
    if not any(use.field is Field.ACTION for use in uses):
        return None
    uses = [apply_choice(use, chosen) for use in uses]
    uses, rivals = one_of_each(give_quarters(revised_last(uses)), below, chosen)
    return Layout(sheet, first, last, tuple(uses), tuple(rivals))


def provisional(heading: Heading, content: Content, vocabulary: Vocabulary) -> Field:
    """The field a heading names, unless the cells under it deny it."""
    if heading.field is Field.THEME and content.are_levels:
        return Field.EXTRA
    return heading.field or Field.EXTRA


def resolve_updates(
    uses: list[Use], headings: list[Heading], below: Mapping[int, Content], vocabulary: Vocabulary
) -> list[Use]:
    """Each "update" column as a status or as a comment: by its cells, else by what stands to its right."""

    def field(index: int) -> Field:
        content = below[uses[index].heading.column]
        if content.texts:
            return Field.STATUS if content.is_status(vocabulary) else Field.COMMENT
        right = uses[index + 1] if index + 1 < len(uses) else None
        has_status = any(use.field is Field.STATUS and use.quarter == uses[index].quarter for use in uses)
        is_before_comment = right is not None and right.field is Field.COMMENT
        return Field.STATUS if is_before_comment or not has_status else Field.COMMENT

    return [
        replace(use, field=field(index)) if heading.is_update else use
        for index, (use, heading) in enumerate(zip(uses, headings, strict=True))
    ]


def give_actions(
    uses: list[Use], headings: list[Heading], below: Mapping[int, Content], chosen: Mapping[Field, int]
) -> list[Use]:
    """The plan with a column of actions: the one so headed, else the best that could be, else the longest words."""
    if Field.ACTION in chosen:
        return uses
    named = [use for use in uses if use.field is Field.ACTION]
    others = [use for use in uses if use.field is not Field.ACTION]
    ranked = [
        (action_rank(heading.key), not below[use.heading.column].texts, index)
        for index, (use, heading) in enumerate(zip(uses, headings, strict=True))
        if action_rank(heading.key) is not None and use.field is not Field.ACTION
    ]
    has_owner = any(use.field is Field.OWNER for use in uses)
    if named and not (not has_owner and ranked and all(below[use.heading.column].are_names for use in named)):
        return uses
    if named:  # minutes head the person who must act with "Action"
        uses = [replace(use, field=Field.OWNER) if use in named else use for use in uses]
    if ranked:
        best = min(ranked, key=lambda rank: (rank[1], rank[0], rank[2]))[2]
    else:
        free = [use for use in others if use.field is Field.EXTRA and below[use.heading.column].longest > 0]
        wordy = max(free, key=lambda use: below[use.heading.column].longest, default=None)
        if wordy is None or heading_key(wordy.heading.text) == "":
            return uses
        best = uses.index(wordy)
    return [replace(use, field=Field.ACTION) if index == best else use for index, use in enumerate(uses)]


def apply_choice(use: Use, chosen: Mapping[Field, int]) -> Use:
    """A column as settled by hand; one whose field was given to another column is left aside."""
    for field, column in chosen.items():
        if use.heading.column == column:
            return replace(use, field=field)
        if use.field is field and field not in (Field.STATUS, Field.COMMENT):
            return replace(use, field=Field.EXTRA)
    return use


def revised_last(uses: list[Use]) -> list[Use]:
    """With a revised timescale beside a plain one, the plain one is the original."""
    due = [use for use in uses if use.field is Field.TIMESCALE]
    revised = [use for use in due if any(word in REVISED for word in heading_key(use.heading.text).split())]
    if not revised or len(due) == len(revised) or any(use.field is Field.ORIGINAL_TIMESCALE for use in uses):
        return uses
    first = next(use for use in due if use not in revised)
    return [replace(use, field=Field.ORIGINAL_TIMESCALE) if use is first else use for use in uses]


REVISED = frozenset("revised current new updated latest forecast".split())


def one_of_each(
    uses: list[Use], below: Mapping[int, Content], chosen: Mapping[Field, int]
) -> tuple[list[Use], list[tuple[Use, Use]]]:
    """One column a field (and quarter); of two the chosen, else the one that is filled, else the first."""
    kept: dict[tuple[Field, QuarterName | None], Use] = {}
    rivals: list[tuple[Use, Use]] = []
    for use in uses:
        key = (use.field, use.quarter)
        if use.field is Field.EXTRA or key not in kept:
            kept.setdefault(key, use)
            continue
        best = better(kept[key], use, below, chosen)
        if use.field in (Field.STATUS, Field.TIMESCALE, Field.OWNER, Field.ACTION) and use.field not in chosen:
            rivals.append((best, use if best is kept[key] else kept[key]))
        kept[key] = best
    chosen_uses = list(kept.values())
    return [use if use in chosen_uses else replace(use, field=Field.EXTRA) for use in uses], rivals


def better(one: Use, other: Use, below: Mapping[int, Content], chosen: Mapping[Field, int]) -> Use:
    if chosen.get(other.field) == other.heading.column:
        return other
    if below[other.heading.column].texts and not below[one.heading.column].texts:
        return other
    return one


def give_quarters(uses: list[Use]) -> list[Use]:
    """Comments without a quarter take that of the status they stand right beside."""
    given: list[Use] = []
    for use in uses:
        is_bare = use.field is Field.COMMENT and use.quarter is None
        given.append(replace(use, quarter=quarter_beside(given)) if is_bare else use)
    return given


def quarter_beside(left: list[Use]) -> QuarterName | None:
    """The quarter of the status to the left, unless several statuses stand in a row before this comment."""
    reports = [use for use in left if use.field in (Field.STATUS, Field.COMMENT)]
    if not reports or reports[-1].field is not Field.STATUS:
        return None
    if len(reports) > 1 and reports[-2].field is Field.STATUS and reports[-2].quarter is not None:
        return None
    return reports[-1].quarter
