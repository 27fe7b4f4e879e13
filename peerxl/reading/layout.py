"""What each column of a tracker is for.

What a heading leaves open (is "Progress" a status or a comment? is "Action" the owner?) the cells under it decide, or a
choice made by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from peerxl.model.layout import Field
from peerxl.model.sheet import Cell, Sheet, shown
from peerxl.model.status import Vocabulary
from peerxl.reading.header import CORE, Header, find_header
from peerxl.reading.headings import Heading, QuarterName, action_rank, heading_key

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


def find_layout(sheet: Sheet, vocabulary: Vocabulary, chosen: Mapping[Field, int], first_month: int) -> Layout | None:
    """The tracker on a sheet; None where no row is a header or no column can hold the actions.

    ``chosen`` are columns settled by hand, by field.
    """
    header = find_header(sheet, first_month)
    return settle(sheet, vocabulary, header, chosen) if header else None


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


def settle(sheet: Sheet, vocabulary: Vocabulary, header: Header, chosen: Mapping[Field, int]) -> Layout | None:
    """Every column's field, once what the headings leave open is decided by the cells under them."""
    below = {cell.column: contents(sheet, header.last_row, cell.column) for cell, _ in header.headed}
    headings = [heading for _, heading in header.headed]
    uses = [Use(cell, provisional(heading, below[cell.column]), heading.quarter) for cell, heading in header.headed]
    uses = resolve_updates(uses, headings, below, vocabulary)
    uses = give_actions(uses, headings, below, chosen)
    if not any(use.field is Field.ACTION for use in uses) and Field.ACTION not in chosen:
        return None
    uses = [apply_choice(use, chosen) for use in uses]
    uses, rivals = one_of_each(give_quarters(revised_last(uses)), below, chosen)
    return Layout(sheet, header.first_row, header.last_row, tuple(uses), tuple(rivals))


def provisional(heading: Heading, content: Content) -> Field:
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
