"""The wording of letters: our own, or the council's, with words in double curly brackets that are merged in.

A wording may hold merge words, ``{% if … %}`` and a few filters, and nothing that could run for long or reach further:
it comes from a workbook.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from peerxl.errors import PeerxlError
from peerxl.mail.address import clean_line
from peerxl.mail.letter import MERGE_WORDS, TABLE, TABLE_MARK, Letter, LetterTable
from peerxl.mail.page import page, read_template
from peerxl.text import UNWRITABLE

if TYPE_CHECKING:
    from jinja2 import Environment, Template

KINDS = ("ask", "reminder", "escalation", "notice")
LETTERS = tuple(f"{kind}{part}" for kind in KINDS for part in (" subject", ""))
"""What each letter is called: its subject and its body."""
FILTERS = frozenset({"upper", "lower", "title", "capitalize", "trim"})
# Nodes of Jinja2's tree: no loops, which could run for long, no calls and no attributes, which could reach further.
ALLOWED = frozenset("Template Output TemplateData Name Const If CondExpr Compare Operand And Or Not Filter".split())


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a letter before anything is merged in, and the cell they stand in, where they are a council's."""

    text: str
    cell: str = ""


class LetterError(PeerxlError):
    """A wording that cannot be used."""

    def __init__(self, letter: str, wording: Wording, why: str) -> None:
        place = f"{wording.cell}: " if wording.cell else ""
        super().__init__(f"{place}the letter “{letter}” {why}.")


class NoSuchLetterError(PeerxlError):
    """A wording for a letter that is never written."""

    def __init__(self, letter: str, wording: Wording) -> None:
        place = f"{wording.cell}: " if wording.cell else ""
        super().__init__(f"{place}there is no letter “{letter}”; the letters are {', '.join(LETTERS)}.")


@dataclass(frozen=True, slots=True)
class Written:
    """A letter in words: its subject, and its body as text and as HTML that say the same."""

    subject: str
    text: str
    html: str


Wordings = Mapping[str, Wording]
Block = str | LetterTable


def check_wordings(wordings: Wordings) -> None:
    """Raise for the first wording that cannot be used, before any letter is written."""
    for letter, wording in wordings.items():
        template_of(letter, wording)


def write_letter(kind: str, letter: Letter, wordings: Wordings | None = None) -> Written:
    """A letter of a kind ("ask", "reminder", "escalation", "notice") in the council's words, else in ours."""
    own = wordings or {}
    subject, body = (merged(name, own.get(name) or our_wording(name), letter) for name in (f"{kind} subject", kind))
    blocks = tuple(blocks_of(body, plain(letter.table)))
    line = clean_line(subject.replace(TABLE_MARK, " "))
    # Its looks stand in the page itself, as mail programs drop style sheets.
    return Written(line, text_of(blocks), page("letter", blocks=blocks, subject=line))


def merged(name: str, wording: Wording, letter: Letter) -> str:
    """A wording with its words merged in, each on one line; the table's place is marked."""
    values = {name: word.value(letter) for name, word in MERGE_WORDS.items()}
    words = {name: value if name == TABLE else clean_line(value) for name, value in values.items()}
    try:
        return template_of(name, wording).render(words)
    except TypeError as error:
        raise LetterError(name, wording, "compares a word with a number; put the number in quotation marks") from error


def plain(table: LetterTable) -> LetterTable:
    """The table without characters that no mail can hold."""
    rows = tuple(tuple("\n".join(map(clean_line, cell.splitlines())) for cell in row) for row in table.rows)
    return LetterTable(tuple(map(clean_line, table.headings)), rows)


@cache
def our_wording(letter: str) -> Wording:
    return Wording(read_template(f"{letter.replace(' ', '-')}.txt"))


@cache
def template_of(letter: str, wording: Wording) -> Template:
    """A wording ready to be merged; LetterError where it is not one, NoSuchLetterError where it is for none."""
    from jinja2 import TemplateSyntaxError

    if letter not in LETTERS:
        raise NoSuchLetterError(letter, wording)
    text = UNWRITABLE.sub(" ", wording.text)
    try:
        if fault := next(faults_of(text), ""):
            raise LetterError(letter, wording, fault)
        return environment().from_string(text)
    except TemplateSyntaxError as error:
        why = f"cannot be read in line {error.lineno} ({(error.message or '').rstrip('.')})"
        raise LetterError(letter, wording, why) from error
    # Jinja2's parser calls itself for each bracket.
    except RecursionError as error:
        raise LetterError(letter, wording, "has brackets in brackets that go too deep") from error


def faults_of(text: str) -> Iterator[str]:
    """What of a wording nobody knows or that is not allowed in one, as the end of a sentence."""
    from jinja2 import meta, nodes

    tree = environment().parse(text)
    for word in sorted(meta.find_undeclared_variables(tree) - MERGE_WORDS.keys()):
        yield f"has the merge word “{word}”, which nobody knows; the merge words are {', '.join(MERGE_WORDS)}"
    for node in tree.find_all(nodes.Node):
        name = type(node).__name__
        if name not in ALLOWED:
            yield f"has more in curly brackets than merge words and “if” in line {node.lineno}; take it out"
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            yield f"has the filter “{node.name}” in line {node.lineno}; the filters are {', '.join(sorted(FILTERS))}"


@cache
def environment() -> Environment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    # Not escaped: a wording makes plain text, and the page that it is put into escapes it.
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


def blocks_of(body: str, table: LetterTable) -> Iterator[Block]:
    """A body's paragraphs, parted by empty lines, and the table where its mark stands."""
    for index, part in enumerate(body.split(TABLE_MARK)):
        if index and table.rows:
            yield table
        lines = (" ".join(line.split()) for line in part.splitlines())
        paragraphs = "\n".join(lines).split("\n\n")
        yield from (paragraph.strip() for paragraph in paragraphs if paragraph.strip())


def text_of(blocks: tuple[Block, ...]) -> str:
    """The blocks as plain text."""
    return "\n\n".join(block if isinstance(block, str) else table_text(block) for block in blocks) + "\n"


def table_text(table: LetterTable) -> str:
    """A table as text that reads well on a narrow screen: a number for each row, a line for each cell."""
    return "\n\n".join(row_text(number, table.headings, row) for number, row in enumerate(table.rows, 1))


def row_text(number: int, headings: tuple[str, ...], row: tuple[str, ...]) -> str:
    cells = (
        f"{heading}: {' '.join(text.split())}" for heading, text in zip(headings, row, strict=True) if text.strip()
    )
    return f"{number}. " + "\n   ".join(cells)
