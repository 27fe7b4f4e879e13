"""Lines and tables that fit a terminal."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence

from peerxl.papers.text import align_table


def format_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table that is as wide as its texts, and no wider than the terminal."""
    return align_table(headings, rows, find_width())


def find_width() -> int:
    """How many characters a line of the terminal has; 120 where there is none."""
    return shutil.get_terminal_size((120, 24)).columns
