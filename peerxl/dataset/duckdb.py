"""Rows as a DuckDB database: a table of them, with what its columns mean as their comments."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from peerxl.dataset.arrow import make_table
from peerxl.dataset.columns import COLUMNS
from peerxl.dataset.rows import DataRow
from peerxl.dataset.sqlite import TABLE
from peerxl.errors import MissingExtraError


def render_duckdb(rows: Iterable[DataRow]) -> bytes:
    """The rows as a database's bytes; DuckDB gives each a mark of its own, so that no two have the same bytes."""
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtraError("a DuckDB database", "data") from error
    table = make_table(rows)
    with tempfile.TemporaryDirectory(prefix="peerxl-") as folder:
        path = Path(folder) / "rows.duckdb"
        with duckdb.connect(str(path)) as database:
            database.register("rows_in", table)
            database.table("rows_in").create(TABLE)
            for column in COLUMNS:
                database.execute(f"COMMENT ON COLUMN {TABLE}.{column.name} IS '{quoted(column.meaning)}'")
        return path.read_bytes()


def quoted(text: str) -> str:
    """A text as it stands between quotation marks in SQL."""
    return text.replace("'", "''")
