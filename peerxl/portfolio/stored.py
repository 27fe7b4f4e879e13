"""What is kept of a workbook as JSON, and back: between two processes, and from one run to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from peerxl.dataset.columns import COLUMNS, ColumnType, DataValue
from peerxl.dataset.rows import DataRow
from peerxl.model.finding import Severity
from peerxl.model.layout import Fate, Field, SheetFate
from peerxl.portfolio.summary import OverdueAction, RuleCount, ThemeCount, WorkbookSummary

Json = Mapping[str, Any]


def store_summary(summary: WorkbookSummary) -> dict[str, Any]:
    """The summary as values that JSON has."""
    stored = asdict(summary)
    stored["begins"] = summary.begins.isoformat() if summary.begins else None
    for action in stored["overdue"]:
        action["due"] = action["due"].isoformat()
    return stored


def restore_summary(stored: Json) -> WorkbookSummary:
    """The summary that was stored."""
    return WorkbookSummary(
        **{
            **stored,
            "begins": date.fromisoformat(stored["begins"]) if stored["begins"] else None,
            "sheets": tuple(map(restore_sheet, stored["sheets"])),
            "findings": tuple(
                RuleCount(**{**each, "severity": Severity(each["severity"])}) for each in stored["findings"]
            ),
            "themes": tuple(ThemeCount(**{**each, "standings": tuple(each["standings"])}) for each in stored["themes"]),
            "overdue": tuple(map(restore_overdue, stored["overdue"])),
            "marks": tuple(stored["marks"]),
        }
    )


def restore_sheet(stored: Json) -> SheetFate:
    columns = tuple((Field(field), tuple(letters)) for field, letters in stored["columns"])
    return SheetFate(**{**stored, "fate": Fate(stored["fate"]), "columns": columns})


def restore_overdue(stored: Json) -> OverdueAction:
    return OverdueAction(**{**stored, "owners": tuple(stored["owners"]), "due": date.fromisoformat(stored["due"])})


def store_row(row: DataRow) -> list[DataValue]:
    return [value.isoformat() if isinstance(value, date) else value for value in row]


def restore_row(stored: list[Any]) -> DataRow:
    return tuple(
        date.fromisoformat(value) if column.type is ColumnType.DAY and value else value
        for column, value in zip(COLUMNS, stored, strict=True)
    )
