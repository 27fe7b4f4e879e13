"""The forms a paper is published in, by the ending of a file's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerxl.documents.document import Document

Render = Callable[["Document"], bytes]


def render_workbook(document: Document) -> bytes:
    from peerxl.excel.write import render

    return render(document)


def render_word(document: Document) -> bytes:
    from peerxl.papers.docx import render_docx

    return render_docx(document)


def render_pages(document: Document) -> bytes:
    from peerxl.papers.pdf import render_pdf

    return render_pdf(document)


def render_page(document: Document) -> bytes:
    from peerxl.papers.html import render_html

    return render_html(document)


def render_records(document: Document) -> bytes:
    from peerxl.papers.csv import render_csv

    return render_csv(document)


WORKBOOK, WORD = ".xlsx", ".docx"
FORMATS: Mapping[str, Render] = {
    WORKBOOK: render_workbook,
    WORD: render_word,
    ".pdf": render_pages,
    ".html": render_page,
    ".csv": render_records,
}
"""How each form is made; its libraries are imported when it is."""
