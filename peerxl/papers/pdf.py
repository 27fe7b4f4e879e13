"""A Document as a PDF that is accessible by construction, PDF/UA-1, by typst; its fonts come with the package.

Raises where the fonts have no way to show a character, with its cell.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

from peerxl.documents.document import Document, TableEntry
from peerxl.documents.palette import NAVY, PAIRS, RULE
from peerxl.errors import MissingExtraError, PeerxlError
from peerxl.excel.measure import break_word, text_width
from peerxl.papers.characters import find_holder
from peerxl.papers.page_layout import (
    BOTTOM,
    HEIGHT,
    SIDE,
    TOP,
    WIDTH,
    PagePart,
    PageRow,
    PageTable,
    lay_out_pages,
)

if TYPE_CHECKING:
    from typst import Fonts

BREAK = "\u200b"
WORD_BULLET = {ord("\uf0b7"): "•"}
"""What Word's own bullet is in every other font: it comes along with lists that are pasted into a cell."""
NOT_SHOWN = re.compile(r'the text `"(?:\\u\{([0-9a-f]+)\}|(.))')
"""How typst names a text that its fonts cannot show; the first character of it is one."""

Json = Mapping[str, Any]


class NotInFontsError(PeerxlError):
    """A character that the fonts of a PDF have no way to show."""

    def __init__(self, holder: object, character: str, name: str) -> None:
        called = f" ({name})" if name else ""
        super().__init__(
            f"{holder}: the fonts of a PDF have no way to show {character!r}{called}; put it in words, or publish the "
            "paper as .docx or .html."
        )


def render_pdf(document: Document) -> bytes:
    """The document as PDF/UA-1, 12 points on A4 on its side; the same document always gives the same bytes."""
    try:
        import typst
    except ImportError as error:
        raise MissingExtraError("a PDF", "paper") from error
    compiler = typst.Compiler(
        files("peerxl.papers").joinpath("pages", "paper.typ").read_bytes(),
        font_paths=load_fonts(),
        sys_inputs={"paper": json.dumps(describe_paper(document))},
    )
    try:
        pdf = compiler.compile(
            format="pdf", pdf_standards="ua-1", timestamp=datetime.combine(document.dated, time(), UTC)
        )
    except typst.TypstError as error:
        raise explain_refusal(document, error) from error
    assert isinstance(pdf, bytes)
    return pdf


@cache
def load_fonts() -> Fonts:
    """The package's own fonts and those that typst brings; never the computer's, of which each has others."""
    import typst

    with as_file(files("peerxl.papers").joinpath("fonts")) as folder:
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])


def explain_refusal(document: Document, error: Exception) -> Exception:
    """Which cell has a character that cannot be shown; the error itself where it is about something else."""
    named = NOT_SHOWN.search(str(error))
    if named is None:
        return error
    character = chr(int(named[1], 16)) if named[1] else named[2]
    return NotInFontsError(find_holder(document, character), character, unicodedata.name(character, "").lower())


def describe_paper(document: Document) -> Json:
    """All that the pages say, as the template takes it."""
    language, _, region = document.language.partition("-")
    return {
        "title": document.title,
        "creator": document.creator,
        "subject": document.subject,
        "dated": {"year": document.dated.year, "month": document.dated.month, "day": document.dated.day},
        "language": language,
        "region": region,
        "page": {"width": WIDTH, "height": HEIGHT, "side": SIDE, "top": TOP, "bottom": BOTTOM},
        "navy": NAVY,
        "rule": RULE,
        "tones": {tone.value: [pair.text, pair.fill] for tone, pair in PAIRS.items()},
        "parts": [describe_part(part) for part in lay_out_pages(document)],
    }


def describe_part(part: PagePart) -> Json:
    return {
        "on_new_page": part.on_new_page,
        "above": part.above,
        "height": part.height,
        "lines": [
            {
                "text": line.text,
                "gap": line.gap,
                "level": line.level,
                "size": line.size,
                "stands_out": line.stands_out,
            }
            for line in part.lines
        ],
        "table": describe_table(part, part.table) if part.table else None,
    }


def describe_table(part: PagePart, table: PageTable) -> Json:
    columns = zip(part.section.columns, table.rooms, strict=True)
    return {
        "widths": table.widths,
        "height": table.header_height,
        "holder": table.header_holder,
        "headings": [loosen(column.heading, room, bold=True) for column, room in columns],
        "rows": [describe_row(row, table) for row in table.rows],
    }


def describe_row(row: PageRow, table: PageTable) -> Json:
    return {
        "height": row.height,
        "holder": row.holder,
        "starts_group": row.row.starts_group,
        "cells": [describe_cell(entry, room) for entry, room in zip(row.row.entries, table.rooms, strict=True)],
    }


def describe_cell(entry: TableEntry, room: float) -> Json:
    return {"lead": loosen(entry.lead, room, bold=True), "words": loosen(entry.words, room), "tone": entry.tone.value}


def loosen(text: str, room: float, *, bold: bool = False) -> str:
    """The text, with a place to break in each word that is wider than its room."""
    shown = text.translate(WORD_BULLET)
    lines = (" ".join(loosen_word(word, room, bold) for word in line.split(" ")) for line in shown.split("\n"))
    return "\n".join(lines)


def loosen_word(word: str, room: float, bold: bool) -> str:
    return BREAK.join(break_word(word, room, bold)) if text_width(word, bold=bold) > room else word
