"""Characters that a paper cannot hold, and the cell of the plan that they come from."""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.documents.document import Document
from peerxl.errors import UnwritableCharacterError
from peerxl.text import UNWRITABLE


def check_characters(document: Document) -> None:
    """Raise for the first character that neither XML nor a page has a way to write, with its cell."""
    for text in list_texts(document):
        if unwritable := UNWRITABLE.search(text):
            raise UnwritableCharacterError(find_holder(document, unwritable[0]), unwritable[0])


def list_texts(document: Document) -> Iterator[str]:
    yield from (document.title, document.subject, document.creator, document.council)
    for section in document.sections:
        yield from (line.text for line in section.lines)
        yield from (column.heading for column in section.columns)
        yield from (entry.text for row in section.rows for entry in row.entries)


def find_holder(document: Document, character: str) -> object:
    """The plan's first cell with a character; where it stands in no entry, the document's title."""
    for section in document.sections:
        for entry in (entry for row in section.rows for entry in row.entries):
            if character in entry.text:
                return next((cell for cell in entry.sources if character in cell.text), section.name)
    return document.title
