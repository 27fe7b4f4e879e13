"""The forms of data file: the same rows with the same types read back from each, by the readers that people use."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from peerxl.dataset.columns import COLUMNS, NAMES, ColumnType, DataValue
from peerxl.dataset.forms import FORMS
from peerxl.dataset.rows import DataRow, list_rows
from peerxl.model.fiscal import FiscalQuarter
from tests.conftest import plan_from_text
from tests.tools import require

TEXT = """
    | Marrowby District Council – action plan | | | | | | |
    | Theme   | Ref | Action                | Owner    | Timescale  | Q1 2023/24 status | Q1 2023/24 comments | Q2 2023/24 status |
    | Harbour | 1.10| Repair the “pier”,    | AD Ports | Q4 2022/23 | In progress       | =SUM(A1)\\nsecond   |                   |
    | Harbour | 007 | Light the pier        |          | Ongoing    | Completed         | 30/06/2023          |                   |
"""
ROWS = tuple(list_rows(plan_from_text(TEXT, FiscalQuarter(2023, 1))))
TITLE = "Marrowby action plan"


def render(ending: str) -> bytes:
    for library in {".parquet": ("pyarrow",), ".duckdb": ("duckdb", "pyarrow")}.get(ending, ()):
        require(has(library), f"{library} is not installed")
    return FORMS[ending](ROWS, TITLE)


def has(library: str) -> bool | None:
    try:
        __import__(library)
    except ImportError:
        return None
    return True


def read_csv(content: bytes, folder: Path) -> list[DataRow]:
    headings, *rows = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))
    assert tuple(headings) == NAMES
    return [tuple(map(read_word, row, (column.type for column in COLUMNS))) for row in rows]


def read_word(text: str, kind: ColumnType) -> DataValue:
    readers: dict[ColumnType, Callable[[str], DataValue]] = {
        ColumnType.TEXT: lambda word: word.removeprefix("'") if word.startswith("'=") else word,
        ColumnType.NUMBER: int,
        ColumnType.YES_NO: {"true": True, "false": False}.__getitem__,
        ColumnType.DAY: date.fromisoformat,
    }
    return readers[kind](text) if text else None


def read_sqlite(content: bytes, folder: Path) -> list[DataRow]:
    (folder / "rows.sqlite").write_bytes(content)
    with closing(sqlite3.connect(folder / "rows.sqlite")) as database:
        cursor = database.execute("SELECT * FROM action_quarters")
        assert tuple(column[0] for column in cursor.description) == NAMES
        rows = cursor.fetchall()
        meanings = database.execute("SELECT name, type, meaning FROM columns").fetchall()
    assert meanings == [(column.name, column.type, column.meaning) for column in COLUMNS]
    return [tuple(map(read_stored, row, (column.type for column in COLUMNS))) for row in rows]


def read_stored(value: DataValue, kind: ColumnType) -> DataValue:
    if kind is ColumnType.YES_NO and value is not None:
        return bool(value)
    return date.fromisoformat(value) if kind is ColumnType.DAY and isinstance(value, str) else value


def read_parquet(content: bytes, folder: Path) -> list[DataRow]:
    from pyarrow import parquet

    table = parquet.read_table(BytesIO(content))
    assert tuple(table.column_names) == NAMES
    assert [field.metadata[b"description"].decode() for field in table.schema] == [each.meaning for each in COLUMNS]
    assert {str(field.type) for field in table.schema} == {"string", "int32", "bool", "date32[day]"}
    return [tuple(row.values()) for row in table.to_pylist()]


def read_duckdb(content: bytes, folder: Path) -> list[DataRow]:
    import duckdb

    (folder / "rows.duckdb").write_bytes(content)
    with duckdb.connect(str(folder / "rows.duckdb"), read_only=True) as database:
        comments = database.execute(
            "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'action_quarters' ORDER BY column_index"
        ).fetchall()
        assert comments == [(column.name, column.meaning) for column in COLUMNS]
        rows: list[DataRow] = database.execute("SELECT * FROM action_quarters").fetchall()
        return rows


def read_workbook(content: bytes, folder: Path) -> list[DataRow]:
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    assert workbook.sheet_names == ["Action quarters", "Columns"]
    title, lines, headings, *rows = (
        row
        for row in workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)
        if any(value != "" for value in row)
    )
    assert title[0] == TITLE
    assert lines[0] == "4 rows, one an action and quarter. The sheet Columns says what each column is."
    assert tuple(headings) == NAMES
    return [tuple(None if value == "" else value for value in row) for row in rows]  # type: ignore[misc]


READERS: dict[str, Callable[[bytes, Path], list[DataRow]]] = {
    ".csv": read_csv,
    ".parquet": read_parquet,
    ".duckdb": read_duckdb,
    ".sqlite": read_sqlite,
    ".xlsx": read_workbook,
}


def test_every_form_is_read_here() -> None:
    assert set(READERS) == set(FORMS)


@pytest.mark.parametrize("ending", FORMS)
def test_the_same_rows_are_read_back(ending: str, tmp_path: Path) -> None:
    assert READERS[ending](render(ending), tmp_path) == list(ROWS)


@pytest.mark.parametrize("ending", sorted({*FORMS} - {".duckdb"}))
def test_the_same_rows_are_the_same_bytes(ending: str) -> None:
    assert render(ending) == render(ending)


def test_text_that_begins_like_a_formula_is_guarded() -> None:
    """In a file of values; in a workbook it is text, which calamine would else have read as nothing."""
    assert b',"\'=SUM(A1)\nsecond",' in render(".csv")


@pytest.mark.parametrize("ending", FORMS)
def test_a_plan_without_actions_has_the_columns_and_no_row(ending: str, tmp_path: Path) -> None:
    if ending == ".xlsx":
        workbook = CalamineWorkbook.from_filelike(BytesIO(FORMS[ending]((), TITLE)))
        assert (
            workbook.get_sheet_by_index(0).to_python()[1][0]
            == "0 rows, one an action and quarter. The sheet Columns says what each column is."
        )
    else:
        render(ending)
        assert READERS[ending](FORMS[ending]((), TITLE), tmp_path) == []
