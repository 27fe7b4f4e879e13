"""Lines and tables that fit a terminal; 120 characters where the output is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence

GAP = "  "


def shorten(text: str, width: int) -> str:
    """The text on one line of at most ``width`` characters; "…" says that it goes on."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: max(width - 1, 0)].rstrip() + "…"


def format_table(headings: Sequence[str], rows: Sequence[Sequence[str]], widest: int) -> Iterator[str]:
    """The lines of a table that fits the terminal: only the column with the index ``widest`` is cut."""
    widths = [max(len(row[column]) for row in (headings, *rows)) for column in range(len(headings))]
    others = sum(widths) - widths[widest] + len(GAP) * (len(headings) - 1)
    room = max(shutil.get_terminal_size((120, 24)).columns - others, 20)
    widths[widest] = min(widths[widest], room)
    for row in (headings, *rows):
        cells = [shorten(text, width).ljust(width) for text, width in zip(row, widths, strict=True)]
        yield GAP.join(cells).rstrip()
