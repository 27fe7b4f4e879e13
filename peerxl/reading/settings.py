"""A council's settings: the defaults, then what the workbook's Owners, Statuses, Settings and Letters sheets say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from peerxl.errors import PeerxlError
from peerxl.language.owners import owner_key
from peerxl.language.timescales import find_quarter, read_timescale
from peerxl.language.timescales.lexicon import MONTHS
from peerxl.model.fiscal import FiscalQuarter, SingleYear, YearConvention
from peerxl.model.settings import Contact, Directory, FrontMatter, Settings
from peerxl.model.sheet import Cell, Sheet, Value, shown
from peerxl.model.status import Status, Vocabulary, status_key
from peerxl.pattern import compile_late
from peerxl.reading.timing import ALSO_WRITTEN_AS, TIMING_READERS

SHEET_NAMES = ("owners", "statuses", "settings", "letters")
# Sheets of ours that never hold the plan itself.
OTHER_NAMES = ("guide", "as issued", "status words", "adoption")
OPEN_WORDS = frozenset({"open", "no", "not done", "live", "active"})
SINGLE_YEARS = {"fiscal year": "fiscal", "financial": "fiscal", "financial year": "fiscal", "calendar year": "calendar"}
CLOSED_WORDS = frozenset({"closed", "yes", "done", "complete", "completed"})
REPORTING_QUARTER = "reporting quarter"
_LIST = compile_late(r"[;\n]")


class SettingError(PeerxlError):
    """A cell of the Owners, Statuses or Settings sheet that cannot be read."""

    def __init__(self, source: object, cell: object, what: str) -> None:
        super().__init__(f"{source}!{cell}: {getattr(cell, 'text', '')!r} {what}.")


def explain_settings_sheet(sheet: Sheet) -> str:
    """Why a sheet of ours is not the plan, by its name; "" for any other sheet."""
    name = sheet.name.strip().casefold()
    if name in SHEET_NAMES:
        return "it holds the workbook's settings"
    return "it is made by peerxl to go with a plan, and holds no actions" if name in OTHER_NAMES else ""


def explain_foreign_key(sheet: Sheet) -> str:
    """Why a sheet that is called Statuses lists none for peerxl; "" for any other sheet.

    A plan's own key has statuses as well, and what its colours mean, but not what each counts as.
    """
    if sheet.name.strip().casefold() != "statuses":
        return ""
    lines = [{shown(value).strip().casefold() for value in row} for row in sheet.rows]
    headings = next((line for line in lines if "status" in line), None)
    if headings is None or not OWN_HEADINGS.isdisjoint(headings):
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


def read_text_value(value: Value, settings: Settings) -> str:
    return shown(value).strip()


def read_quarter_value(value: Value, settings: Settings) -> FiscalQuarter:
    """A quarter by its name, or the quarter a date falls in."""
    if isinstance(value, date):
        return settings.years.quarter_of(value)
    quarter = find_quarter(str(value), settings.years)
    if quarter is None:
        reading = read_timescale(str(value), settings.years)
        quarter = reading.start if len(reading.milestones) == 1 else None
    if quarter is None:
        raise ValueError('is no quarter; write it as "Q3 2023/24"')
    return quarter


def read_month_value(value: Value, settings: Settings) -> YearConvention:
    month = MONTHS.get(str(value).strip().casefold())
    if month is None and isinstance(value, (int, float)) and value in range(1, 13):
        month = int(value)
    if month is None:
        raise ValueError('is no month; write it in full, as "April"')
    return replace(settings.years, first_month=month)


def read_single_year_value(value: Value, settings: Settings) -> YearConvention:
    """What "Q1 2023" means: the quarter of the "fiscal" year that starts in 2023, or of the "calendar" year."""
    try:
        meaning = SingleYear(SINGLE_YEARS.get(word := shown(value).strip().casefold(), word))
    except ValueError as error:
        raise ValueError('is neither "Fiscal" nor "Calendar"; write the one that is meant') from error
    return replace(settings.years, single_year=meaning)


def read_days_value(value: Value, settings: Settings) -> int:
    try:
        days = float(str(value))
    except ValueError:
        days = 0.0
    # Half a day is no deadline, and would be cut without a word.
    if not 1 <= days <= 365 or days != int(days):
        raise ValueError('is no number of days; write it in figures, as "14"')
    return int(days)


def read_front_value(name: str, value: Value, settings: Settings) -> FrontMatter:
    """The front matter with one more thing said: a day as people write it, anything else as it stands."""
    words = f"{value.day} {value:%B %Y}" if isinstance(value, date) else shown(value).strip()
    return replace(settings.front, **{name: words})


def read_list_value(value: Value, settings: Settings) -> tuple[str, ...]:
    """What a cell lists, an item a line or with a semicolon between them."""
    return tuple(" ".join(part.split()) for part in _LIST.split(shown(value)) if part.strip())


Reader = Callable[[Value, Settings], object]
READERS: Mapping[str, tuple[str, Reader]] = {
    "first month of the year": ("years", read_month_value),
    "q1 2023 means": ("years", read_single_year_value),
    "council": ("council", read_text_value),
    "coordinator": ("coordinator", read_text_value),
    REPORTING_QUARTER: ("quarter", read_quarter_value),
    "plan starts": ("plan_starts", read_quarter_value),
    "appendix number": ("appendix_number", read_text_value),
    "appendix columns": ("appendix_columns", read_list_value),
    "days to reply": ("reply_days", read_days_value),
    "mail server": ("mail_server", read_text_value),
    "committee name": ("front", partial(read_front_value, "committee")),
    "publication date": ("front", partial(read_front_value, "published")),
    "portfolio holder": ("front", partial(read_front_value, "portfolio_holder")),
    "contact": ("front", partial(read_front_value, "contact")),
    "other formats": ("front", partial(read_front_value, "other_formats")),
}


def read_records(sheet: Sheet, first_heading: str) -> Iterator[dict[str, Cell]]:
    """The rows under the row that begins with a heading, each by heading; nothing where there is no such row."""
    lines = [[shown(value).strip().casefold() for value in row] for row in sheet.rows]
    header = next((number for number, line in enumerate(lines, 1) if first_heading in line), None)
    if header is None:
        return
    headings = lines[header - 1]
    first = headings.index(first_heading) + 1
    for row in range(header + 1, len(sheet.rows) + 1):
        if sheet.cell(row, first).text.strip():
            yield {heading: sheet.cell(row, column) for column, heading in enumerate(headings, 1) if heading}


def read_words(record: Mapping[str, Cell], heading: str) -> str:
    return " ".join(record[heading].text.split()) if heading in record else ""


def split_list(record: Mapping[str, Cell], heading: str) -> tuple[str, ...]:
    parts = _LIST.split(record[heading].text) if heading in record else []
    return tuple(part.strip() for part in parts if part.strip())


def read_vocabulary(sheet: Sheet, source: str, base: Vocabulary) -> Vocabulary:
    """The words of a Statuses sheet.

    One without an open word or without a closed one settles those it has beside another vocabulary's: no plan can do
    with them alone.
    """
    rows = tuple(read_records(sheet, "status"))
    settled = tuple(row for row in rows if "counts as" not in row or read_words(row, "counts as"))
    unsettled = tuple(read_words(row, "status") for row in rows if row not in settled)
    own = tuple(read_statuses(settled, source))
    if len({status.is_open for status in own}) == 2:
        return Vocabulary(own, unsettled)
    known = Vocabulary(own)
    others = tuple(status for status in base.statuses if known.find(status.word) is None)
    return Vocabulary((*others, *own), unsettled, is_partial=True)


def read_statuses(rows: Iterable[Mapping[str, Cell]], source: str) -> Iterator[Status]:
    taken: dict[str, Cell] = {}
    for record in rows:
        counts_as = read_words(record, "counts as").casefold()
        if counts_as not in OPEN_WORDS | CLOSED_WORDS:
            cell = record.get("counts as", record["status"])
            raise SettingError(source, cell, 'must be "Open" or "Closed" so that the status counts as one of them')
        for words in {
            status_key(words) for words in (read_words(record, "status"), *split_list(record, "also written as"))
        }:
            if words in taken:
                raise SettingError(
                    source, record["status"], f"shares a spelling with {taken[words].address}; keep it in one"
                )
            taken[words] = record["status"]
        yield Status(
            read_words(record, "status"),
            counts_as in OPEN_WORDS,
            read_words(record, "meaning"),
            split_list(record, "also written as"),
        )


def read_contacts(sheet: Sheet) -> Iterator[Contact]:
    for record in read_records(sheet, "owner"):
        yield Contact(
            read_words(record, "owner"),
            split_list(record, "also written as"),
            read_words(record, "name"),
            read_words(record, "email"),
            read_words(record, "reports to"),
        )


def join_contacts(own: Directory, last: Directory) -> Directory:
    """The contacts of a plan with what last year's knows of them, and those whom only last year's has."""
    joined = tuple(fill_contact(contact, last.find(owner_key(contact.owner))) for contact in own.contacts)
    more = (contact for contact in last.contacts if own.find(owner_key(contact.owner)) is None)
    return directory_of((*joined, *more))


def fill_contact(contact: Contact, last: Contact | None) -> Contact:
    """A contact with last year's name, address and so on where it has none, and with last year's spellings."""
    if last is None:
        return contact
    spellings = dict.fromkeys((*contact.also_written_as, last.owner, *last.also_written_as))
    own = owner_key(contact.owner)
    return replace(
        contact,
        also_written_as=tuple(words for words in spellings if owner_key(words) != own),
        name=contact.name or last.name,
        email=contact.email or last.email,
        reports_to=contact.reports_to or last.reports_to,
    )


def directory_of(contacts: tuple[Contact, ...]) -> Directory:
    """The contacts, each to be found by its owner's words, its other spellings, the person's name and the address.

    Words that two of them share find neither: who is meant is for the coordinator to say.
    """
    own = {owner_key(contact.owner): contact for contact in reversed(contacts)}
    others: dict[str, set[str]] = {}
    for contact in contacts:
        for words in (contact.name, *contact.also_written_as):
            others.setdefault(owner_key(words), set()).add(owner_key(contact.owner))
        others.setdefault(contact.email.casefold(), set()).add(owner_key(contact.owner))
    clear = {key: own[owners.copy().pop()] for key, owners in others.items() if key and len(owners) == 1}
    return Directory(contacts, tuple((clear | own).items()))
