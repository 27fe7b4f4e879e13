"""The columns of the rows that analysts get, as text."""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.cli.as_text.table import format_table
from peerxl.dataset.columns import COLUMNS


def format_columns() -> Iterator[str]:
    """A line a column: its name, its type, what it means."""
    yield from format_table(
        ("Column", "Type", "What it is"), [(each.name, each.type, each.meaning) for each in COLUMNS]
    )
