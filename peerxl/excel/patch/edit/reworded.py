"""A text that is bold or coloured in part, with some of its words changed: each stretch keeps its look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from peerxl.excel.patch.edit.attributes import drop_attributes, set_attribute
from peerxl.excel.patch.edit.book import Book
from peerxl.excel.patch.edit.cell_xml import OF_THE_VALUE, escape_text, unescape_text
from peerxl.excel.patch.sheet.row_element import CellElement
from peerxl.excel.patch.sheet.tags import Tag, mask_hidden, resolve_references, walk_tags


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of a text that looks alike: the tag of its words' element, where they stand, and the words."""

    tag: Tag
    start: int
    end: int
    words: str


def reword_cell(cell: CellElement, xml: bytes, words: str, book: Book, *, is_unicode: bool) -> bytes | None:
    """A cell's element with other words in the stretches that it has; None where it has none, or where they are
    written in other prefixes than the cell, and the words have one look.
    """
    item = read_item(cell, xml, book)
    tags = tuple(walk_tags(mask_hidden(item), 0, len(item), cell.tag.scope)) if item else ()
    runs = tuple(read_runs(item, tags))
    if not any(run.words for run in runs) or any(tag.prefix != cell.tag.prefix for tag in tags):
        return None
    inner, offset = [], tags[0].end
    for run, text in zip(runs, share_words([run.words for run in runs], words), strict=True):
        opening = set_attribute(run.tag.rest.removesuffix(b"/"), b"xml:space", b"preserve")
        inner += [item[offset : run.tag.start], b"<%b%b>" % (run.tag.spelling, opening), escape_text(text, is_unicode)]
        offset = run.end
        if run.tag.is_whole:
            inner.append(b"</%b>" % run.tag.spelling)
    prefix = cell.tag.prefix + b":" if cell.tag.prefix else b""
    attributes = drop_attributes(cell.tag.rest.removesuffix(b"/"), OF_THE_VALUE).rstrip()
    content = b"".join((*inner, item[offset : tags[-1].start]))
    return b'<%b%b t="inlineStr"><%bis>%b</%bis></%b>' % (
        *(cell.tag.spelling, attributes, prefix, content, prefix, cell.tag.spelling),
    )


def read_item(cell: CellElement, xml: bytes, book: Book) -> bytes:
    """The element of a cell's text, which stands in the cell or among those that cells share; nothing where none is."""
    start, end = xml.find(b">") + 1, xml.rfind(b"</")
    inside = xml[start:end].strip()
    if cell.tag.get(b"t") == "inlineStr":
        return inside
    if cell.tag.get(b"t") != "s" or book.strings is None:
        return b""
    number = resolve_references(inside.partition(b">")[2].partition(b"<")[0]).strip()
    return book.strings.get_item(int(number)).rstrip() if number.isdecimal() else b""


def read_runs(item: bytes, tags: Sequence[Tag]) -> Iterator[TextRun]:
    """The stretches of a text; none for one that looks the same all through."""
    inside = False
    for tag, following in zip(tags, (*tags[1:], None), strict=True):
        if tag.depth == 1 and tag.name == b"r":
            inside = not tag.is_end
        if inside and tag.depth == 2 and tag.name == b"t" and not tag.is_end:
            end = tag.end if tag.is_whole or following is None else following.start
            yield TextRun(tag, tag.end, end, unescape_text(resolve_references(item[tag.end : end])))


def share_words(old: Sequence[str], words: str) -> list[str]:
    """New words for the stretches of an old text: each character where it was, what is new where the old gave way."""
    text = "".join(old)
    owners = [index for index, run in enumerate(old) for _ in run]
    new = [""] * len(old)
    for kind, first, last, start, end in SequenceMatcher(None, text, words, autojunk=False).get_opcodes():
        if kind == "equal":
            for index, character in zip(owners[first:last], words[start:end], strict=True):
                new[index] += character
        elif owners:
            new[owners[first if last > first else max(first - 1, 0)]] += words[start:end]
    return new
