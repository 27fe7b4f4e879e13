"""What must not be published without somebody having said so: looked for in a document before it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peerxl.checks.personal_data import find_personal_data
from peerxl.documents.document import Document, Section, TableEntry
from peerxl.model.sheet import Cell


@dataclass(frozen=True, slots=True)
class PersonalData:
    """Where a document would publish personal data, and of what kinds: "an email address".

    The cell is the plan's; None where the words stand above the table.
    """

    cell: Cell | None
    kinds: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.cell or 'the lines above the table'} ({' and '.join(self.kinds)})"


def list_personal_data(document: Document) -> tuple[PersonalData, ...]:
    """Each place once, in the order in which a reader would come to them."""
    places = (place for section in document.sections for place in list_places(section))
    return tuple(dict.fromkeys(places))


def list_places(section: Section) -> Iterator[PersonalData]:
    for text in (section.title, *(line.text for line in section.lines if not line.is_cleared)):
        if kinds := find_personal_data(text):
            yield PersonalData(None, kinds)
    for row in section.rows:
        for entry in row.entries:
            if kinds := find_personal_data(entry.text):
                yield from (PersonalData(cell, kinds) for cell in find_sources(entry))


def find_sources(entry: TableEntry) -> tuple[Cell | None, ...]:
    """The cells that an entry has its personal data from."""
    return tuple(cell for cell in entry.sources if find_personal_data(cell.text)) or entry.sources or (None,)
