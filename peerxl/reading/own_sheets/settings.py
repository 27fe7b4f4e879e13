"""A council's settings: the defaults, then what the workbook's Owners, Statuses, Settings and Letters sheets say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from peerxl.model.settings import Settings
from peerxl.model.sheet import Cell, Sheet, Value, shown
from peerxl.reading.own_sheets.contacts import directory_of, read_contacts
from peerxl.reading.own_sheets.records import ALIASES, SettingError, read_records, read_words
from peerxl.reading.own_sheets.timing import ALSO_WRITTEN_AS, TIMING_READERS
from peerxl.reading.own_sheets.values import READERS, REPORTING_QUARTER
from peerxl.reading.own_sheets.vocabulary import read_vocabulary

SHEET_NAMES = ("owners", "statuses", "settings", "letters")
# Sheets of ours that never hold the plan itself.
OTHER_NAMES = ("guide", "as issued", "status words", "adoption")


def explain_settings_sheet(sheet: Sheet) -> str:
    """Why a sheet of ours is not the plan, by its name; "" for any other sheet."""
    if holds_settings(sheet):
        return "it holds the workbook's settings"
    is_other = sheet.name.strip().casefold() in OTHER_NAMES
    return "it is made by peerxl to go with a plan, and holds no actions" if is_other else ""


def holds_settings(sheet: Sheet) -> bool:
    """Whether a sheet is one of those that settings are read from, by its name."""
    return sheet.name.strip().casefold() in SHEET_NAMES


def explain_foreign_key(sheet: Sheet) -> str:
    """Why a sheet that is called Statuses lists none for peerxl; "" for any other sheet.

    A plan's own key has statuses as well, and what its colours mean, but not what each counts as.
    """
    if sheet.name.strip().casefold() != "statuses":
        return ""
    lines = [{shown(value).strip().casefold() for value in row} for row in sheet.rows]
    headings = next((line for line in lines if "status" in line), None)
    if headings is None or not OWN_HEADINGS.isdisjoint(ALIASES.get(each.strip(" ?"), each) for each in headings):
        return ""
    return "it is a key of the plan's own: none of its columns is headed Counts as"


OWN_HEADINGS = frozenset(["counts as", "also written as"])


def read_settings(sheets: tuple[Sheet, ...], source: str, base: Settings | None = None) -> Settings:
    """The settings in a workbook's sheets, on top of others; SettingError names the cell that cannot be read."""
    settings = base or Settings()
    named = {sheet.name.strip().casefold(): sheet for sheet in sheets}
    if sheet := named.get("settings"):
        settings = add_values(settings, sheet, source)
    if sheet := named.get("statuses"):
        settings = replace(settings, vocabulary=read_vocabulary(sheet, source, settings.vocabulary))
    if (sheet := named.get("owners")) and (contacts := tuple(read_contacts(sheet))):
        settings = replace(settings, directory=directory_of(contacts))
    if sheet := named.get("letters"):
        settings = replace(settings, letters=tuple(read_letters(sheet)))
    return settings


def read_letters(sheet: Sheet) -> Iterator[tuple[str, Cell]]:
    """The wordings of a Letters sheet; one that is left blank is for peerxl to word."""
    for record in read_records(sheet, "letter"):
        cell = record.get("wording")
        if cell is not None and cell.text.strip():
            yield read_words(record, "letter").casefold(), cell


def add_values(settings: Settings, sheet: Sheet, source: str) -> Settings:
    """The settings with what the Settings sheet says, its way of counting years first as quarters are read by it."""
    cells = index_values(sheet)
    for name, (field, read) in READERS.items():
        cell, value = cells.get(name, (None, None))
        if cell is None:
            continue
        try:
            values: dict[str, Any] = {field: read(value, settings)}
        except ValueError as error:
            raise SettingError(source, cell, str(error)) from error
        settings = replace(settings, **values)
    return replace(settings, timing=replace(settings.timing, **read_timing(cells, settings, source)))


def name_setting(cell: Cell) -> str:
    """What a row of the sheet is called, however it is spelled."""
    name = " ".join(cell.text.replace("’", "'").casefold().split()).rstrip(" :?")
    return ALSO_WRITTEN_AS.get(name, name)


def read_timing(cells: Mapping[str, tuple[Cell | None, Value]], settings: Settings, source: str) -> dict[str, Any]:
    """What the sheet says of the council's days."""
    values: dict[str, Any] = {}
    for name, (field, read) in TIMING_READERS.items():
        cell, value = cells.get(name, (None, None))
        if cell is not None:
            try:
                values[field] = read(value, settings)
            except ValueError as error:
                raise SettingError(source, cell, str(error)) from error
    return values


def index_values(sheet: Sheet) -> dict[str, tuple[Cell | None, Value]]:
    """The value of each setting and its cell, by the setting's folded name."""
    last = find_value_column(sheet)
    return {name_setting(sheet.cell(row, 1)): find_value(sheet, row, last) for row in range(1, len(sheet.rows) + 1)}


def find_reporting_quarter(sheets: Iterable[Sheet]) -> tuple[Cell | None, Value]:
    """The cell of a Settings sheet that says the reporting quarter, and its value; None where none does."""
    sheet = next((sheet for sheet in sheets if sheet.name.strip().casefold() == "settings"), None)
    return index_values(sheet).get(REPORTING_QUARTER, (None, None)) if sheet else (None, None)


def find_value_column(sheet: Sheet) -> int:
    """The column up to which a value may stand: the one headed Value, as the next says what a setting is for."""
    rows = ([shown(value).strip().casefold() for value in row] for row in sheet.rows)
    return next((row.index("value") + 1 for row in rows if "value" in row[1:4]), 4)


def find_value(sheet: Sheet, row: int, last: int) -> tuple[Cell | None, Value]:
    """The value of a setting: what stands in column B, or further right where B is blank."""
    for column in range(2, min(len(sheet.rows[row - 1]), last) + 1):
        if sheet.cell(row, column).text.strip():
            return sheet.cell(row, column), sheet.value(row, column)
    return None, None
