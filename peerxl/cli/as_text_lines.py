"""Lines and tables that fit a terminal."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence

GAP = "  "


def shortened(text: str, width: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: max(width - 1, 0)].rstrip() + "…"


def table_lines(headings: Sequence[str], rows: Sequence[Sequence[str]], widest: int) -> Iterator[str]:
    """A table whose one column that may be cut (``widest``) takes what the terminal leaves."""
    widths = [max(len(row[column]) for row in (headings, *rows)) for column in range(len(headings))]
    others = sum(widths) - widths[widest] + len(GAP) * (len(headings) - 1)
    room = max(shutil.get_terminal_size((120, 24)).columns - others, 20)
    widths[widest] = min(widths[widest], room)
    for row in (headings, *rows):
        cells = [shortened(text, width).ljust(width) for text, width in zip(row, widths, strict=True)]
        yield GAP.join(cells).rstrip()
