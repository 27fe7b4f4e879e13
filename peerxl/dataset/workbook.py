"""Rows as a Document to be worked in: a sheet of them, and one that says what its columns mean."""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.dataset.columns import COLUMNS, ColumnType, DataColumn, DataValue
from peerxl.dataset.rows import DataRow
from peerxl.documents.document import (
    UNDATED,
    ContentKind,
    Document,
    EntryValue,
    Section,
    TableColumn,
    TableRow,
)
from peerxl.documents.own_titles import WHAT_COLUMNS_ARE
from peerxl.documents.wording import counted

ROWS, MEANINGS = "Action quarters", "Columns"
ROOM = {ColumnType.TEXT: 120.0, ColumnType.NUMBER: 60.0, ColumnType.YES_NO: 60.0, ColumnType.DAY: 90.0}
WIDE = {"recommendation": 300.0, "action": 300.0, "comment": 300.0, "evidence": 200.0, "plan": 200.0}


def build_dataset(rows: Sequence[DataRow], title: str) -> Document:
    """The rows and their columns, under a title."""
    return Document(title, (build_rows_section(rows, title), build_columns_section()), UNDATED)


def build_rows_section(rows: Sequence[DataRow], title: str) -> Section:
    return Section(
        name=ROWS,
        title=title,
        intro=(
            f"{counted(len(rows), 'row')}, one an action and quarter. The sheet {MEANINGS} says what each column is.",
        ),
        table_name="ActionQuarters",
        columns=tuple(map(build_column, COLUMNS)),
        rows=tuple(TableRow.of(*map(show_value, row)) for row in rows),
        is_filterable=True,
        keeps_headings_in_sight=True,
    )


def build_column(column: DataColumn) -> TableColumn:
    kinds = {ColumnType.TEXT: ContentKind.AS_TYPED, ColumnType.DAY: ContentKind.DATE}
    return TableColumn(column.name, WIDE.get(column.name, ROOM[column.type]), kinds.get(column.type, ContentKind.TEXT))


def show_value(value: DataValue) -> EntryValue:
    return "" if value is None else value


def build_columns_section() -> Section:
    return Section(
        name=MEANINGS,
        title=WHAT_COLUMNS_ARE,
        intro=("A cell is blank where nobody wrote it, or where it cannot be known.",),
        table_name="Columns",
        columns=(TableColumn("Column", 130, names_row=True), TableColumn("Type", 90), TableColumn("What it is", 500)),
        rows=tuple(TableRow.of(column.name, str(column.type), column.meaning) for column in COLUMNS),
        keeps_headings_in_sight=True,
    )
