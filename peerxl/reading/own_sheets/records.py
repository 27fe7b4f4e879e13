"""A sheet of ours as records: its rows, each by heading, and what a cell lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from peerxl.errors import PeerxlError
from peerxl.model.sheet import Cell, Sheet, shown
from peerxl.pattern import compile_late

LIST = compile_late(r"[;\n]")


ALIASES = dict.fromkeys(("open or closed", "open/closed", "open / closed", "closed or open"), "counts as")
"""What officers head a column with who read that they must say which a status is, and what our own heading is."""


class SettingError(PeerxlError):
    """A cell of the Owners, Statuses or Settings sheet that cannot be read."""

    def __init__(self, source: object, cell: object, what: str) -> None:
        super().__init__(f"{source}!{cell}: {getattr(cell, 'text', '')!r} {what}.")


def read_records(sheet: Sheet, first_heading: str) -> Iterator[dict[str, Cell]]:
    """The rows under the row that begins with a heading, each by heading; nothing where there is no such row."""
    lines = [[shown(value).strip().casefold() for value in row] for row in sheet.rows]
    header = next((number for number, line in enumerate(lines, 1) if first_heading in line), None)
    if header is None:
        return
    headings = [ALIASES.get(heading.strip(" ?"), heading) for heading in lines[header - 1]]
    first = headings.index(first_heading) + 1
    for row in range(header + 1, len(sheet.rows) + 1):
        if sheet.cell(row, first).text.strip():
            yield {heading: sheet.cell(row, column) for column, heading in enumerate(headings, 1) if heading}


def read_words(record: Mapping[str, Cell], heading: str) -> str:
    return " ".join(record[heading].text.split()) if heading in record else ""


def split_list(record: Mapping[str, Cell], heading: str) -> tuple[str, ...]:
    parts = LIST.split(record[heading].text) if heading in record else []
    return tuple(part.strip() for part in parts if part.strip())
