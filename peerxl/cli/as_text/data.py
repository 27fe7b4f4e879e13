"""The columns of the rows that analysts get, as text."""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.dataset.columns import COLUMNS


def format_columns() -> Iterator[str]:
    """A line a column, however long: its name, its type, what it means."""
    rows = [("Column", "Type", "What it is"), *((each.name, str(each.type), each.meaning) for each in COLUMNS)]
    name_width, type_width = (max(len(row[index]) for row in rows) for index in (0, 1))
    return (f"{name:{name_width}}  {kind:{type_width}}  {meaning}" for name, kind, meaning in rows)
