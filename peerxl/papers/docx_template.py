"""A Document in a council's own Word document, by docxtpl; what that has no style for, it is lent by the house's."""

from __future__ import annotations

import zipfile
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from peerxl.documents.document import Document, date_words, shorten_property
from peerxl.errors import MissingExtraError, PeerxlError
from peerxl.excel.packed_parts import zip_parts
from peerxl.papers.docx import STYLES, read_part, write_parts
from peerxl.papers.outline import has_front, name_source
from peerxl.papers.word_xml import write_line

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

PLACE = "\u2063tables\u2063"
"""What stands for the tables until they are put in: nothing that anybody writes."""
BODY = '<w:body xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:body>'


class TemplateError(PeerxlError):
    """A Word template that a paper cannot be written into."""

    def __init__(self, template: object, why: str) -> None:
        super().__init__(f"{template}: the template cannot be used: {why}.")


def render_in_template(document: Document, template: bytes, name: str) -> bytes:
    """The document in a template; the same two always give the same bytes.

    ``name`` is the template's in messages. TemplateError says why it cannot be used, MissingExtraError what is to be
    installed first.
    """
    word: Any = fill_template(template, name, list_words(document)).docx
    styles = lend_styles(word)
    place = find_place(word, name)
    front = (write_line(name_source(document)),) if has_front(document) else ()
    for each in parse_body((*front, *write_parts(document, styles, measure_width(place)))):
        place.addprevious(each)
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
    try:
        from docxtpl import DocxTemplate
    except ImportError as error:
        raise MissingExtraError("a Word document in your own", "word") from error
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


def lend_styles(word: Any) -> dict[str, str]:
    """The ids of the styles that a paper is written in, by name; those that a template lacks are the house's."""
    theirs, own = word.styles.element, parse_xml(read_part("styles.xml").encode())
    ids = {}
    for name in STYLES:
        if find_style(theirs, name) is None:
            theirs.append(find_style(own, name))
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


def parse_body(parts: tuple[str, ...]) -> list[Any]:
    """Paragraphs and tables as elements."""
    return list(parse_xml(BODY.format("".join(parts))))


def parse_xml(xml: str | bytes) -> Any:
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
