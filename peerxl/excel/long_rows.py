"""Rows made to fit a sheet: what the row above says already is said shortly, what is too tall goes on below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from peerxl.documents.document import Section, TableEntry, TableRow
from peerxl.excel.measure import count_lines, lines_that_fit, split_text

AS_ABOVE, CONTINUED = "As above", "(continued)"
SHORT = 2
"""How many lines of a group's words are repeated in each of its rows."""
LEAD_LINES = 3
MOST_LINES = lines_that_fit()
"""How many lines of text the tallest row that Excel knows can show."""
EMPTY_ROWS = 20
"""How many rows an extendable section without any begins with."""


def fit_rows(section: Section, widths: Sequence[float]) -> Iterator[TableRow]:
    """The rows of a section's table as a sheet has them; in a paper one row may take several."""
    if not section.rows:
        yield from (TableRow.of(*("",) * len(section.columns)) for _ in range(EMPTY_ROWS))
    elif not section.is_paper:
        yield from section.rows
    else:
        for row in abridge_rows(section, widths):
            yield from split_row(row, section, widths)


def abridge_rows(section: Section, widths: Sequence[float]) -> Iterator[TableRow]:
    """The rows, with no long text in a group column that says the same as the row above."""
    above: TableRow | None = None
    for row in section.rows:
        repeated = repeated_columns(section, row, above)
        pairs = enumerate(zip(row.entries, widths, strict=True))
        entries = (abridge(entry, width) if index in repeated else entry for index, (entry, width) in pairs)
        yield replace(row, entries=tuple(entries))
        above = row


def repeated_columns(section: Section, row: TableRow, above: TableRow | None) -> frozenset[int]:
    """The group columns, counted from 0, in which a row says what the row above it says; none where they are joined."""
    if above is None or row.starts_group or section.has_joined_groups:
        return frozenset()
    columns = enumerate(section.columns)
    return frozenset(i for i, column in columns if column.is_group and row.entries[i] == above.entries[i])


def abridge(entry: TableEntry, width: float) -> TableEntry:
    """An entry without its text where that is long; its lead stays."""
    if count_entry_lines(replace(entry, lead=""), width) <= SHORT:
        return entry
    return replace(entry, value=AS_ABOVE)


def split_row(row: TableRow, section: Section, widths: Sequence[float]) -> Iterator[TableRow]:
    """The row; where a text is too tall for one, rows below it in which the text goes on."""
    is_joined = [column.is_group and section.has_joined_groups for column in section.columns]
    parts = [
        (entry,) if joined else split_entry(entry, width)
        for entry, width, joined in zip(row.entries, widths, is_joined, strict=True)
    ]
    yield replace(row, entries=tuple(first for first, *_ in parts))
    for number in range(1, max(map(len, parts))):
        yield TableRow(
            tuple(
                entries[number] if number < len(entries) else entry_below(entries[0], section, index, widths[index])
                for index, entries in enumerate(parts)
            )
        )


def split_entry(entry: TableEntry, width: float) -> tuple[TableEntry, ...]:
    """An entry in parts that each fit the tallest row; those after the first say that they go on."""
    if count_entry_lines(entry, width) <= MOST_LINES:
        return (entry,)
    first, *others = split_text(entry.words, width, MOST_LINES - LEAD_LINES)
    lead = f"{entry.lead} {CONTINUED}".strip()
    return (replace(entry, value=first), *(replace(entry, value=other, lead=lead) for other in others))


def entry_below(entry: TableEntry, section: Section, index: int, width: float) -> TableEntry:
    """What stands under an entry whose neighbour goes on."""
    if not section.columns[index].is_group:
        return TableEntry(AS_ABOVE)
    return entry if section.has_joined_groups else abridge(entry, width)


def count_entry_lines(entry: TableEntry, width: float) -> int:
    """How many lines an entry takes in a column of a width."""
    lead = count_lines(entry.lead, width, bold=True) if entry.lead else 0
    return lead + (count_lines(entry.words, width) if entry.words or not lead else 0)
