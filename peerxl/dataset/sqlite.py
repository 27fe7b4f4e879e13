"""Rows as a SQLite database: a table of them, and one that says what its columns mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date

from peerxl.dataset.columns import COLUMNS, ColumnType, DataValue
from peerxl.dataset.rows import DataRow

TABLE, MEANINGS = "action_quarters", "columns"
TYPES = {
    ColumnType.TEXT: "TEXT",
    ColumnType.NUMBER: "INTEGER",
    # SQLite has neither: 1 and 0, and days as its own functions read them.
    ColumnType.YES_NO: "INTEGER",
    ColumnType.DAY: "TEXT",
}


def render_sqlite(rows: Iterable[DataRow]) -> bytes:
    """The rows as a database: days as 2024-03-31, true as 1 and false as 0."""
    columns = ", ".join(f'"{column.name}" {TYPES[column.type]}' for column in COLUMNS)
    places = ", ".join("?" * len(COLUMNS))
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"CREATE TABLE {TABLE} ({columns})")
        # S608: the table's name and the marks in it are ours.
        database.executemany(f"INSERT INTO {TABLE} VALUES ({places})", map(write_days, rows))  # noqa: S608
        database.execute(f"CREATE TABLE {MEANINGS} (name TEXT, type TEXT, meaning TEXT)")
        meanings = [(column.name, str(column.type), column.meaning) for column in COLUMNS]
        database.executemany(f"INSERT INTO {MEANINGS} VALUES (?, ?, ?)", meanings)  # noqa: S608
        database.commit()
        return database.serialize()


def write_days(row: DataRow) -> tuple[DataValue, ...]:
    """The row with its days as text."""
    return tuple(value.isoformat() if isinstance(value, date) else value for value in row)
