"""A Document as plain text, for a terminal: one line a row, each column as wide as the screen lets it be.

Widths are in characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peerxl.documents.document import Document, Section, TableEntry
from peerxl.text import cut_line

GAP = "  "
NARROWEST = 12
"""How narrow a column may become that is cut."""


def render_text(document: Document, width: int) -> str:
    """The document's sections below each other; a text longer than its column ends in "…"."""
    return "\n\n".join("\n".join(write_section(section, width)) for section in document.sections)


def write_section(section: Section, width: int) -> Iterator[str]:
    yield section.title
    yield from (line.text for line in section.lines)
    if section.rows:
        yield ""
        headings = [column.heading for column in section.columns]
        yield from align_table(headings, [list(map(write_entry, row.entries)) for row in section.rows], width)


def write_entry(entry: TableEntry) -> str:
    return ": ".join(part for part in (entry.lead, entry.words) if part)


def align_table(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """The lines of a table that is as wide as its texts, and no wider than the screen."""
    longest = [max(len(row[index]) for row in (headings, *rows)) for index in range(len(headings))]
    widths = fit_widths(longest, width - len(GAP) * (len(headings) - 1))
    for row in (headings, *rows):
        yield GAP.join(cut_line(text, room).ljust(room) for text, room in zip(row, widths, strict=True)).rstrip()


def fit_widths(longest: Sequence[int], room: int) -> list[int]:
    """The widths of columns that share a room: each has what its longest text needs, or those that need most are cut
    to one width.
    """
    for index, needed in enumerate(sorted(longest)):
        share = room // (len(longest) - index)
        if needed > share:
            # Better a line wider than the screen than a column that shows nothing.
            return [min(length, max(share, NARROWEST)) for length in longest]
        room -= needed
    return list(longest)
