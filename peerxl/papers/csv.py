"""A Document's tables as one file of comma-separated values, for programs and for pivot tables.

One row of headings, then a row for each of the tables' own, all of its words in it. Where there are several tables the
first column says of each row which it is from, and what a table has no column for is blank. Text that a spreadsheet
would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from peerxl.documents.document import Document, Section, TableColumn, TableEntry
from peerxl.papers.outline import list_parts

TABLE = "Table"
FORMULA = re.compile(r"[\s\ufeff\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""How text begins that a spreadsheet may work out, in wide characters too."""

Record = dict[str, str]


def render_csv(document: Document) -> bytes:
    """The rows in UTF-8 with the mark that Excel knows it by, each line ended as RFC 4180 has it."""
    parts = [part for part in list_parts(document) if part.section.rows]
    records = [
        {TABLE: part.heading, **record} if len(parts) > 1 else record
        for part in parts
        for record in list_records(part.section)
    ]
    headings = dict.fromkeys(heading for record in records for heading in record)
    file = StringIO()
    writer = csv.DictWriter(file, tuple(headings), lineterminator="\r\n")
    writer.writerow({heading: guard(heading) for heading in headings})
    writer.writerows({heading: guard(words) for heading, words in record.items()} for record in records)
    return file.getvalue().encode("utf-8-sig")


def list_records(section: Section) -> Iterator[Record]:
    """Each row by heading, the leads that can have a column of their own in one."""
    taken = {column.heading.casefold() for column in section.columns}
    split = [column.lead_heading.casefold() not in {"", *taken} for column in section.columns]
    for row in section.rows:
        record: Record = {}
        for entry, column, has_lead in zip(row.entries, section.columns, split, strict=True):
            record |= write_entry(entry, column) if has_lead else {column.heading: entry.text}
        yield record


def write_entry(entry: TableEntry, column: TableColumn) -> Record:
    return {column.lead_heading: entry.lead, column.heading: entry.words}


def guard(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if FORMULA.match(text) else text
