"""Sheets from pipe tables with typed cells, and what was read of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import KEPT
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell, Sheet, Value, column_letter
from peerxl.reading.cells.profile import profile_values
from peerxl.reading.columns.draft import Draft
from peerxl.reading.columns.field_proposals import propose_field
from peerxl.reading.headings.heading import read_heading
from tests.conftest import sheet_from_text

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def typed(text: str, name: str = "Sheet1") -> Sheet:
    """A sheet from a pipe table whose days (2026-03-31) and numbers are typed, as Excel would have them."""
    sheet = sheet_from_text(text, name)
    return Sheet(name, tuple(tuple(map(type_value, row)) for row in sheet.rows))


def type_value(value: Value) -> Value:
    text = str(value or "")
    if _DAY.fullmatch(text):
        return date.fromisoformat(text)
    return float(text) if _NUMBER.fullmatch(text) else value


def fields(plan: ActionPlan, table: int = 0) -> str:
    """The fields of a plan's table by letter, without what is kept beside: "A ref · B action"."""
    columns = plan.tables[table].columns
    return " · ".join(
        f"{column_letter(column.number)} {column.field}" for column in columns if column.field not in KEPT
    )


def kept(plan: ActionPlan) -> str:
    """The columns of a plan's table that are kept beside, by letter."""
    columns = plan.tables[0].columns
    return " · ".join(f"{column_letter(column.number)} {column.field}" for column in columns if column.field in KEPT)


def draft(line: str, column: int = 1) -> Draft:
    """A column, "heading: cell · cell", with the field that its heading and its cells agree on."""
    text, _, cells = line.partition(":")
    heading = read_heading(text.strip(), APRIL_YEARS)
    profile = profile_values(type_value(cell.strip()) for cell in cells.split(" · ") if cell.strip())
    return Draft(Cell("Plan", 1, column, text.strip()), heading, profile, propose_field(heading, profile))


def drafts_of(lines: str) -> list[Draft]:
    """The columns of a table, one a line or, without cells, between bars."""
    return [draft(line, number) for number, line in enumerate(re.split(r"\n|\|", lines.strip()), 1)]


def summarise(drafts: Iterable[Draft]) -> str:
    """The columns' fields with the quarters they name: "ref · status Q3 2023"."""
    return " · ".join(f"{each.field}{describe_quarter(each)}" for each in drafts)


def describe_quarter(each: Draft) -> str:
    return f" Q{each.quarter.number} {each.quarter.year or ''}".rstrip() if each.quarter else ""
