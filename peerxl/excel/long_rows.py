"""Rows made to fit a page: what the row above says already is said shortly, what is too tall goes on below.

``rooms`` are how wide the text in each column may be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import is_

from peerxl.documents.document import Section, TableEntry, TableRow
from peerxl.excel.measure import count_lines, fits_on_a_line, lines_that_fit, split_text, sure_length

AS_ABOVE, CONTINUED = "As above", "(continued)"
SHORT = 60
"""How many characters of a group's words are repeated in each of its rows: a theme is, a recommendation is not."""
# Kept free above each part for its lead, which “(continued)” makes longer.
LEAD_LINES = 3
MOST_LINES = lines_that_fit()
"""How many lines of text the tallest row that Excel knows can show."""


def abridge_rows(section: Section) -> Iterator[TableRow]:
    """The rows, with no long text in a group column that says the same as the row above."""
    above: TableRow | None = None
    for row in section.rows:
        entries = list(row.entries)
        for index in find_repeated(section, row, above):
            entries[index] = abridge(entries[index])
        yield row if all(map(is_, entries, row.entries)) else replace(row, entries=tuple(entries))
        above = row


def find_repeated(section: Section, row: TableRow, above: TableRow | None) -> frozenset[int]:
    """The group columns, counted from 0, in which a row says what the row above it says; none where they are joined."""
    if above is None or row.starts_group or section.has_joined_groups:
        return frozenset()
    columns = enumerate(section.columns)
    return frozenset(i for i, column in columns if column.is_group and row.entries[i] == above.entries[i])


def abridge(entry: TableEntry) -> TableEntry:
    """An entry without its text where that is long; its lead stays."""
    return entry if len(entry.words) <= SHORT else replace(entry, value=AS_ABOVE)


def split_row(row: TableRow, section: Section, rooms: Sequence[float]) -> tuple[TableRow, ...]:
    """The row; where a text is too tall for one, rows below it in which the text goes on."""
    is_joined = [column.is_group and section.has_joined_groups for column in section.columns]
    parts = [
        (entry,) if joined else split_entry(entry, room)
        for entry, room, joined in zip(row.entries, rooms, is_joined, strict=True)
    ]
    rows = [replace(row, entries=tuple(first for first, *_ in parts))]
    for number in range(1, max(map(len, parts))):
        entries = (
            entries[number] if number < len(entries) else entry_below(entries[0], section, index)
            for index, entries in enumerate(parts)
        )
        rows.append(TableRow(tuple(entries)))
    return tuple(rows)


def split_entry(entry: TableEntry, room: float) -> tuple[TableEntry, ...]:
    """An entry in parts that each fit the tallest row; those after the first say that they go on."""
    if count_entry_lines(entry, room) <= MOST_LINES:
        return (entry,)
    first, *others = split_text(entry.words, room, MOST_LINES - LEAD_LINES)
    lead = f"{entry.lead} {CONTINUED}".strip()
    return (replace(entry, value=first), *(replace(entry, value=other, lead=lead) for other in others))


def entry_below(entry: TableEntry, section: Section, index: int) -> TableEntry:
    """What stands under an entry whose neighbour goes on."""
    if not section.columns[index].is_group:
        return TableEntry(AS_ABOVE)
    return entry if section.has_joined_groups else abridge(entry)


def count_entry_lines(entry: TableEntry, room: float) -> int:
    """How many lines an entry takes between two edges."""
    words = entry.words
    # Most cells are refs, dates and names, which need no measuring, or not word by word.
    if not entry.lead and fits_on_a_line(words, room):
        return 1
    lead = count_lines(entry.lead, room, bold=True) if entry.lead else 0
    return lead + (count_lines(words, room) if words or not lead else 0)


def count_column_lines(entries: Sequence[TableEntry], room: float) -> list[int]:
    """How many lines each entry of a column takes."""
    # Most are so short that they fit whatever their letters, and many say the same as one above.
    sure, known = sure_length(room), dict[tuple[str, str], int]()
    counts: list[int] = []
    above, count = None, 0
    for entry in entries:
        # What is said of the whole form is one entry in all of its rows.
        if entry is not above:
            lead, words, above = entry.lead, entry.words, entry
            if not lead and len(words) <= sure and "\n" not in words:
                count = 1
            elif (lead, words) in known:
                count = known[lead, words]
            else:
                count = known[lead, words] = count_entry_lines(entry, room)
        counts.append(count)
    return counts
