"""A Document as a Word document: real headings, a real table with its heading row on each page, and its language.

It is written into a template, by docxtpl: the council's own, or the house's, whose parts lie beside this module. What a
template has no style for, it is given.
"""

from __future__ import annotations

import copy
import zipfile
from datetime import datetime, time
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any

from peerxl.documents.document import Document, date_words, shorten_property
from peerxl.errors import PeerxlError
from peerxl.excel.finish import zip_parts
from peerxl.papers.outline import has_front, list_parts, name_source
from peerxl.papers.word_xml import write_line, write_table

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

PLACE = "\u2063tables\u2063"
"""What stands for the tables until they are put in: nothing that anybody writes."""
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
FEW_ROWS = 6
"""A longer table begins a page, as only Word knows what is left of one."""
STYLES = ("heading 2", "heading 3", "Paper Key", "Paper Cell", "Paper Table")


class TemplateError(PeerxlError):
    """A Word template that a paper cannot be written into."""

    def __init__(self, template: object, why: str) -> None:
        super().__init__(f"{template}: the template cannot be used: {why}.")


def render_docx(document: Document, template: bytes | None = None, name: str = "") -> bytes:
    """The document in a template, else in the house's own; the same two always give the same bytes.

    ``name`` is the template's in messages. TemplateError says why it cannot be used.
    """
    # The house's own has a place above its title for all that the council wants said there.
    words = list_words(document) | ({} if template else {"council": name_source(document)})
    filled = fill_template(template or build_template(), name, words)
    word: Any = filled.docx
    styles = lend_styles(word)
    place = find_place(word, name)
    width = measure_width(place)
    front = (write_line(name_source(document)),) if template and has_front(document) else ()
    for xml in (*front, *write_parts(document, styles, width)):
        place.addprevious(parse_xml(xml))
    place.getparent().remove(place)
    set_properties(word, document)
    buffer = BytesIO()
    word.save(buffer)
    with zipfile.ZipFile(buffer) as package:
        return zip_parts({part: package.read(part) for part in package.namelist()})


def list_words(document: Document) -> dict[str, str]:
    """What a template may say of the document, by the words it says it with: "{{ title }}"."""
    return {
        "title": document.title,
        "council": document.council,
        "subject": document.subject,
        "date": date_words(document.dated),
        "tables": PLACE,
    }


def fill_template(template: bytes, name: str, words: dict[str, str]) -> DocxTemplate:
    """The template with the document's words in it."""
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined
    from jinja2 import TemplateError as WordingError
    from jinja2.exceptions import UndefinedError
    from jinja2.sandbox import SandboxedEnvironment

    filled = DocxTemplate(BytesIO(template))
    try:
        filled.render(words, SandboxedEnvironment(undefined=StrictUndefined, autoescape=True), autoescape=True)
    except UndefinedError as error:
        known = ", ".join(f"{{{{ {word} }}}}" for word in words)
        raise TemplateError(name, f"{error.message}; the words to use are {known}") from error
    except WordingError as error:
        raise TemplateError(
            name, f"{str(error.message).rstrip('.')}; put right what stands in {{{{ }}}} or {{% %}}"
        ) from error
    except (zipfile.BadZipFile, KeyError, SyntaxError, ValueError) as error:
        raise TemplateError(name, "it is no Word document; save it in Word as .docx") from error
    return filled


@cache
def build_template() -> bytes:
    """The house's own template as a package."""
    folder = files("peerxl.papers").joinpath("word")
    return zip_parts({part: folder.joinpath(file).read_bytes() for part, file in PARTS.items()})


def lend_styles(word: Any) -> dict[str, str]:
    """The ids of the styles that a paper is written in, by name; those that a template lacks are the house's."""
    import docx

    own = docx.Document(BytesIO(build_template())).styles.element
    theirs = word.styles.element
    ids = {}
    for name in STYLES:
        if find_style(theirs, name) is None:
            theirs.append(copy.deepcopy(find_style(own, name)))
        ids[name] = find_style(theirs, name).get(qualify("styleId"))
    return ids


def find_style(styles: Any, name: str) -> Any:
    """The style of a name, whatever its case: Word's own are written in small letters by some programs."""
    return next(
        (each for each in styles.findall(qualify("style")) if read_name(each).casefold() == name.casefold()), None
    )


def read_name(style: Any) -> str:
    named = style.find(qualify("name"))
    return "" if named is None else str(named.get(qualify("val")))


def find_place(word: Any, name: str) -> Any:
    """The paragraph that stands for the tables."""
    for paragraph in word.element.body.iterchildren(qualify("p")):
        text = "".join(each.text or "" for each in paragraph.iter(qualify("t")))
        if text.strip() == PLACE:
            return paragraph
    raise TemplateError(name, "no paragraph of it says where the tables go; write {{ tables }} in one, alone")


def measure_width(place: Any) -> float:
    """How wide the text is where the tables go, in points: the page's width without the margins."""
    sections = [each for sibling in place.itersiblings() for each in sibling.iter(qualify("sectPr"))]
    size, margins = (sections[0].find(qualify(tag)) for tag in ("pgSz", "pgMar"))
    inner = [int(size.get(qualify("w")))] + [
        -int(margins.get(qualify(side), 0)) for side in ("left", "right", "gutter")
    ]
    return sum(inner) / 20


def write_parts(document: Document, styles: dict[str, str], width: float) -> list[str]:
    """The sections as the XML of paragraphs and tables, one after another."""
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


def parse_xml(xml: str) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(xml)


def qualify(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{name}")


def set_properties(word: Any, document: Document) -> None:
    """The file's properties: never who made the template, nor when."""
    properties, day = word.core_properties, datetime.combine(document.dated, time())
    properties.title, properties.subject = shorten_property(document.title), shorten_property(document.subject)
    properties.language = document.language
    properties.author = properties.last_modified_by = shorten_property(document.creator)
    properties.created = properties.modified = day
    properties.comments = properties.keywords = ""
    properties.revision = 1
