"""A Document as a Word document: real headings, a real table with its heading row on each page, and its language.

It is written into the house's own template, whose parts lie beside this module; ``docx_template`` writes it into a
council's.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from peerxl.documents.document import Document, shorten_property
from peerxl.excel.packed_parts import zip_parts
from peerxl.papers.outline import list_parts, name_source
from peerxl.papers.word_xml import write_line, write_run, write_table

if TYPE_CHECKING:
    from jinja2 import Template

PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "rels.xml",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/footer1.xml": "footer.xml",
}
"""The parts of the house's own template, by the files they are kept in."""
STYLES = {
    "heading 2": "Heading2",
    "heading 3": "Heading3",
    "Paper Key": "PaperKey",
    "Paper Cell": "PaperCell",
    "Paper Table": "PaperTable",
}
"""The styles that a paper is written in, each with its id in the house's own template."""
TITLE = "Heading1"
WIDTH = 785.2
"""How wide the text is on the house's own page, in points."""
FEW_ROWS = 6
"""A longer table begins a page, as only Word knows what is left of one."""


def render_docx(document: Document) -> bytes:
    """The document in the house's own template; the same one always gives the same bytes."""
    lines = ((name_source(document), ""), (document.title, TITLE), (document.subject, ""))
    front = (write_line(text, style) for text, style in lines if text)
    words = {
        "body": "".join((*front, *write_parts(document, STYLES, WIDTH))),
        "footer": write_run(document.title),
        "title": shorten_property(document.title),
        "subject": shorten_property(document.subject),
        "creator": shorten_property(document.creator),
        "language": document.language,
        "day": document.dated.isoformat(),
    }
    return zip_parts({part: load_part(file).render(words).encode() for part, file in PARTS.items()})


@cache
def load_part(file: str) -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(undefined=StrictUndefined, autoescape=True, keep_trailing_newline=True)
    return environment.from_string(read_part(file))


def read_part(file: str) -> str:
    """A part of the house's own template as it is kept."""
    return files("peerxl.papers").joinpath("word", file).read_text(encoding="utf-8")


def write_parts(document: Document, styles: dict[str, str], width: float) -> list[str]:
    """The sections as the XML of paragraphs and tables, one after another; ``styles`` has their ids by name."""
    xml: list[str] = []
    for part in list_parts(document):
        if part.heading:
            on_new_page = bool(xml) and len(part.section.rows) > FEW_ROWS
            xml.append(write_line(part.heading, styles["heading 2"], on_new_page=on_new_page))
        for line in part.section.lines:
            if line.is_heading:
                xml.append(write_line(line.text, styles[f"heading {part.level}"]))
            else:
                # What is said of a table stands on its first page.
                look = styles["Paper Key"] if line.is_key else ""
                xml.append(write_line(line.text, look, stays_with_next=bool(part.section.rows)))
        if part.section.rows:
            xml.append(write_table(part.section, width, styles["Paper Table"], styles["Paper Cell"]))
    return xml
