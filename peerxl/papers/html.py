"""A Document as one page of HTML: all that it says without a script, and with a script rows to pick and to sort.

The page fetches nothing, and its own policy lets nothing run in it but the style and the script it came with.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from peerxl.documents.document import Document, Section, TableColumn, TableEntry, TableRow, Topic
from peerxl.documents.palette import PAIRS, WHITE, Tone
from peerxl.papers.outline import Part, list_parts, name_source
from peerxl.papers.widths import fit_widths

if TYPE_CHECKING:
    from jinja2 import Template


PAGE, PADDING = 777.0, 16.0
"""How wide a page printed on A4 on its side is, and what of a column its words cannot have, in points."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to pick rows from: the topics of a column, and how many rows each has."""

    column: int
    heading: str
    topics: tuple[CountedTopic, ...]


@dataclass(frozen=True, slots=True)
class CountedTopic:
    """A topic as a list offers it, with its number among those of its column."""

    number: int
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class HtmlPart:
    """A part of the page: its section, the HTML of its rows and the lists to pick them from."""

    part: Part
    number: int
    choices: tuple[Choice, ...]
    rows: str

    @property
    def section(self) -> Section:
        return self.part.section

    @property
    def heading(self) -> str:
        return self.part.heading

    @property
    def level(self) -> int:
        return self.part.level

    @property
    def anchor(self) -> str:
        return name_anchor(self.number)


def render_html(document: Document) -> bytes:
    """The document as a page that stands alone, in UTF-8."""
    style, script = build_style(document), read_page("paper.js")
    html = load_template().render(
        document=document,
        parts=[build_part(part, number) for number, part in enumerate(list_parts(document), 1)],
        style=style,
        script=script,
        policy=write_policy(style, script),
        source=name_source(document),
    )
    return html.encode()


def name_anchor(number: int) -> str:
    return f"part-{number}"


def build_part(part: Part, number: int) -> HtmlPart:
    section = part.section
    numbers = [number_topics(section.rows, index) for index in range(len(section.columns))]
    picked_by = [(index, topics) for index, topics in enumerate(numbers) if len(topics) > 1 and len(section.rows) > 1]
    choices = tuple(build_choice(section, index, topics) for index, topics in picked_by)
    return HtmlPart(part, number, choices, "".join(write_row(row, section.columns, numbers) for row in section.rows))


def number_topics(rows: Sequence[TableRow], index: int) -> dict[str, int]:
    """The number of each topic of a column, by its identity, in the order in which they are first met."""
    met = dict.fromkeys(topic.identity for row in rows for topic in row.entries[index].topics)
    return {identity: number for number, identity in enumerate(met)}


def build_choice(section: Section, index: int, numbers: dict[str, int]) -> Choice:
    entries = [row.entries[index] for row in section.rows]
    counts = Counter(identity for entry in entries for identity in {topic.identity for topic in entry.topics})
    words: dict[str, Topic] = {}
    for entry in entries:
        for topic in entry.topics:
            words.setdefault(topic.identity, topic)
    counted = (CountedTopic(number, words[key].words, counts[key]) for key, number in numbers.items())
    column = section.columns[index]
    return Choice(
        index, column.lead_heading or column.heading, tuple(sorted(counted, key=lambda topic: topic.words.casefold()))
    )


# Not left to the template, which takes five times as long for a table of thousands of cells.
def write_row(row: TableRow, columns: Sequence[TableColumn], numbers: Sequence[dict[str, int]]) -> str:
    cells = map(write_cell, row.entries, columns, numbers)
    return f"<tr{write_attribute('class', 'group' if row.starts_group else '')}>\n{''.join(cells)}</tr>\n"


def write_cell(entry: TableEntry, column: TableColumn, numbers: dict[str, int]) -> str:
    """A cell, with its colour, what it is sorted by and the numbers of its topics."""
    attributes = (
        write_attribute("class", "" if entry.tone is Tone.PLAIN else name_class(entry.tone))
        + write_attribute("data-order", entry.order)
        + write_attribute("data-topics", " ".join(str(numbers[topic.identity]) for topic in entry.topics))
    )
    words = escape(entry.words)
    if entry.lead:
        words = f"<strong>{escape(entry.lead)}</strong>{'<br>' if words else ''}{words}"
    if column.names_row:
        return f'<th scope="row"{attributes}>{words}</th>\n'
    return f"<td{attributes}>{words}</td>\n"


def write_attribute(name: str, value: str) -> str:
    return f' {name}="{escape(value)}"' if value else ""


def escape(text: str) -> str:
    """A text as HTML has it, between marks and in quotes."""
    # As the template does it, which writes the rest of the page.
    for character, name in ESCAPES.items():
        if character in text:
            text = text.replace(character, name)
    return text


ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&#39;", '"': "&#34;"}


def build_style(document: Document) -> str:
    """The page's style, with the colours of every tone and what each printed page says of itself."""
    return "\n".join((read_page("paper.css"), *write_tones(), *write_widths(document), write_page_rule(document)))


def write_widths(document: Document) -> Iterator[str]:
    for number, section in enumerate(document.sections, 1):
        for column, width in enumerate(fit_widths(section, section.rows, PAGE, PADDING) if section.rows else (), 1):
            yield f"#{name_anchor(number)} col:nth-child({column}) {{ width: {width / PAGE:.1%}; }}"


def write_tones() -> Iterator[str]:
    for tone, pair in PAIRS.items():
        yield f".{name_class(tone)} {{ color: #{pair.text}; background: #{pair.fill or WHITE}; }}"


def name_class(tone: Tone) -> str:
    return f"tone-{tone.replace(' ', '-')}"


def write_page_rule(document: Document) -> str:
    title = quote_css(document.title)
    return (
        "@page { size: A4 landscape; margin: 12mm 10mm 16mm; "
        f"@bottom-left {{ content: {title}; font: 10pt Arial, sans-serif; }} "
        '@bottom-right { content: "Page " counter(page) " of " counter(pages); font: 10pt Arial, sans-serif; } }'
    )


def quote_css(text: str) -> str:
    """A text as a style sheet quotes it, with nothing in it that could end the quotation or the style."""
    return '"' + "".join(each if each.isalnum() or each in " -,.:" else f"\\{ord(each):x} " for each in text) + '"'


def write_policy(style: str, script: str) -> str:
    return f"default-src 'none'; style-src {hash_source(style)}; script-src {hash_source(script)}; base-uri 'none'"


def hash_source(text: str) -> str:
    """How a policy names a style or a script that may be used: by its hash."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def read_page(name: str) -> str:
    return files("peerxl.papers").joinpath("pages", name).read_text(encoding="utf-8")


@cache
def load_template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(read_page("paper.html"))
