"""Rows as an Arrow table and as Parquet, which holds one; each column with its type and its meaning."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from peerxl.dataset.columns import COLUMNS, ColumnType
from peerxl.dataset.rows import DataRow
from peerxl.errors import MissingExtraError

if TYPE_CHECKING:
    import pyarrow

ROWS_A_GROUP = 50_000
"""How many rows of a Parquet file stand together, and are in memory at once."""


def make_schema() -> pyarrow.Schema:
    """The columns' types, with what each column means as its description."""
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError("Parquet", "data") from error
    types = {
        ColumnType.TEXT: pyarrow.string(),
        ColumnType.NUMBER: pyarrow.int32(),
        ColumnType.YES_NO: pyarrow.bool_(),
        ColumnType.DAY: pyarrow.date32(),
    }
    return pyarrow.schema(
        [pyarrow.field(each.name, types[each.type], metadata={"description": each.meaning}) for each in COLUMNS]
    )


def make_table(rows: Iterable[DataRow]) -> pyarrow.Table:
    schema = make_schema()
    import pyarrow

    columns = tuple(zip(*rows, strict=True)) or ((),) * len(COLUMNS)
    return pyarrow.table(list(map(list, columns)), schema=schema)


def render_parquet(rows: Iterable[DataRow]) -> bytes:
    """The rows as a Parquet file; the same rows always give the same bytes."""
    schema = make_schema()
    from pyarrow import parquet

    buffer, rest = BytesIO(), iter(rows)
    with parquet.ParquetWriter(buffer, schema, compression="zstd") as writer:
        while group := tuple(islice(rest, ROWS_A_GROUP)):
            writer.write_table(make_table(group))
    return buffer.getvalue()
