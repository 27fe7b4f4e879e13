"""A row under a table's headings, and what the rows above it have told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from peerxl.frozen import frozen
from peerxl.model.layout import Field
from peerxl.model.sheet import Cell
from peerxl.pattern import compile_late
from peerxl.reading.columns.tracker_layout import COMPANIONS, TrackerLayout


@frozen
class SheetRow:
    """A row under a table's headings, with its cells that say something, and the same by their columns."""

    layout: TrackerLayout
    number: int
    filled: tuple[Cell, ...]
    by_column: Mapping[int, Cell]

    def text(self, field: Field) -> str:
        """What the row says in a field's column."""
        column = self.layout.column(field)
        cell = self.by_column.get(column) if column else None
        return cell.text.strip() if cell else ""


@dataclass(slots=True, repr=False, eq=False)
class RowsAbove:
    """What the rows so far mean for the next one: values to carry down, a part's title and lead, an end of the table.

    ``said`` are the columns that some of the actions so far say something in, ``common`` those that all do.
    It changes with each row and lives no longer than one reading.
    """

    carried: dict[Field, Cell]
    has_themes: bool
    section: Cell | None = None
    part_lines: Mapping[int, Cell] = field(default_factory=dict)
    cards: frozenset[int] = frozenset()
    lead: Cell | None = None
    is_led_part: bool = False
    is_ended: bool = False
    is_apart: bool = False
    last_row: int = 0
    actions: int = 0
    complete: int = 0
    told: int = 0
    said: frozenset[int] = frozenset()
    common: frozenset[int] = frozenset()
    has_lone_titles: bool | None = None
    has_bare_parents: bool | None = None
    led_parts: frozenset[int] | None = None
    numbered_parts: frozenset[int] | None = None
    marks: frozenset[str] | None = None
    last_told: int | None = None
    refs: list[str] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)

    def has_ref_like(self, ref: str) -> bool:
        """Whether a ref is written as those of the rows above are."""
        # Hardly any row is asked for: what the refs look like is seen to when one is.
        self.forms.update(map(form_of, self.refs))
        self.refs.clear()
        return form_of(ref) in self.forms


def list_filled(layout: TrackerLayout, number: int) -> list[Cell]:
    """The cells of a row that say something, without those of charts and of what stands beside the table."""
    filled = layout.sheet.list_filled(number, layout.span)
    for calendar in layout.calendars:
        filled = [cell for cell in filled if cell.column not in calendar]
    return filled


def count_companions(layout: TrackerLayout, number: int) -> int:
    """How many of owner, date and status a row says."""
    columns = [column for each in COMPANIONS if (column := layout.column(each)) is not None]
    return len([column for column in columns if layout.sheet.cell(number, column).text.strip()])


def has_ref_of(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row's ref is written as those of the table are."""
    ref = row.text(Field.REF)
    return ref != "" and above.has_ref_like(ref)


def form_of(ref: str) -> str:
    """How a ref is written: "A1.10" and "B2.3" alike."""
    return _LETTERS.sub("a", _DIGITS.sub("9", ref))


_DIGITS, _LETTERS = compile_late(r"\d+"), compile_late(r"[^\W\d_]+")
NEARLY = 0.8
"""The share of a table's rows that is nearly all of them."""


def find_next_filled(layout: TrackerLayout, number: int) -> list[Cell]:
    """The filled cells of the next row that has any."""
    for following in layout.sheet.filled_rows_after(number, 1):
        if following <= number + 3:
            return list_filled(layout, following)
    return []


def is_number(text: str) -> bool:
    """Whether the text is but a number ("12", "-123", "1.2", "3)")."""
    return not any(map(str.isalpha, text))
