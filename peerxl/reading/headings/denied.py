"""Headings that name a field while their cells are nothing of the kind, so that their columns were not read as it.

And those of dates that no table knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from peerxl.model.fiscal import YearConvention
from peerxl.model.layout import Field, Table
from peerxl.model.sheet import Cell
from peerxl.reading.headings.date_words import DATE_KINDS
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.headings.rules import Heading

NAMING: Mapping[Field, frozenset[str]] = {
    Field.OWNER: frozenset("owner lead officer official responsible responsibility accountable".split()),
    Field.TIMESCALE: frozenset("due deadline when".split()),
    Field.STATUS: frozenset("status rag".split()),
    Field.REF: frozenset(["reference"]),
}
"""Words by which a heading still names a field that it only begins or ends with: "Official responsible"."""


def find_denied_heading(tables: Iterable[Table], field: Field, years: YearConvention) -> Cell | None:
    """The first heading that names a field whose column holds something else, in tables without that field."""
    headings = [
        (column.heading, read_heading(column.heading.text, years)) for table in tables for column in table.columns
    ]
    named = [(cell, heading) for cell, heading in headings if heading.field is field and is_named(heading, field)]
    return min(named, key=lambda pair: pair[1].is_weak)[0] if named else None


def find_unknown_date(tables: Iterable[Table], years: YearConvention) -> Cell | None:
    """The first heading of dates of which nothing says what they are of: "Wished date", "Date" and no more."""
    kept = [column.heading for table in tables for field in MAY_BE_DUE for column in table.all_of(field)]
    return next((cell for cell in kept if is_unknown_date(read_heading(cell.text, years).key.split())), None)


MAY_BE_DUE = (Field.EXTRA, Field.RAISED)


def is_unknown_date(words: Sequence[str]) -> bool:
    return "date" in words and all(kinds.isdisjoint(words) for _, kinds in DATE_KINDS)


def is_named(heading: Heading, field: Field) -> bool:
    """Whether a heading is of a field beyond doubt; "Item" may be of what is listed as well as of its number."""
    if heading.action_rank is not None:
        return False
    return not heading.is_weak or not NAMING.get(field, frozenset()).isdisjoint(heading.key.split())
