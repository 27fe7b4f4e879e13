"""The forms of file that rows are written in, by the ending of a file's name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from peerxl.dataset.rows import DataRow

RenderRows = Callable[[Iterable[DataRow], str], bytes]


def as_csv(rows: Iterable[DataRow], title: str) -> bytes:
    from peerxl.dataset.csv import render_csv

    return render_csv(rows)


def as_parquet(rows: Iterable[DataRow], title: str) -> bytes:
    from peerxl.dataset.arrow import render_parquet

    return render_parquet(rows)


def as_duckdb(rows: Iterable[DataRow], title: str) -> bytes:
    from peerxl.dataset.duckdb import render_duckdb

    return render_duckdb(rows)


def as_sqlite(rows: Iterable[DataRow], title: str) -> bytes:
    from peerxl.dataset.sqlite import render_sqlite

    return render_sqlite(rows)


def as_workbook(rows: Iterable[DataRow], title: str) -> bytes:
    from peerxl.dataset.workbook import build_dataset
    from peerxl.excel.write import render

    return render(build_dataset(tuple(rows), title))


FORMS: Mapping[str, RenderRows] = {
    ".csv": as_csv,
    ".parquet": as_parquet,
    ".duckdb": as_duckdb,
    ".sqlite": as_sqlite,
    ".xlsx": as_workbook,
}
"""How each form is made of rows under a title; its libraries are imported when it is."""
