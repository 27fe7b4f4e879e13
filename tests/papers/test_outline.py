"""The headings of a document's parts."""

from __future__ import annotations

from datetime import date

import pytest

from peerxl.documents.document import Document, Section, TextLine
from peerxl.papers.outline import has_front, list_parts, name_source


@pytest.mark.parametrize(
    ("titles", "headings"),
    [
        (("Plan",), [""]),
        (("Plan", "Plan: live actions"), ["First", "Live actions"]),
        (("Plan: summary",), ["Summary"]),
        (("What changed",), ["What changed"]),
        (("Planning",), ["Planning"]),
    ],
)
def test_a_part_s_heading_says_what_the_title_does_not(titles: tuple[str, ...], headings: list[str]) -> None:
    names = ("First", "Second")
    sections = tuple(Section(name, title) for name, title in zip(names, titles, strict=False))
    parts = list_parts(Document("Plan", sections, date(2024, 1, 1)))
    assert [part.heading for part in parts] == headings
    assert [part.level for part in parts] == [3 if heading else 2 for heading in headings]


FRONT = TextLine("Wexmere Council. For the Cabinet.", is_cleared=True)


@pytest.mark.parametrize(
    ("intro", "council", "source", "says_more"),
    [
        ((), "Wexmere Council", "Wexmere Council", False),
        ((), "", "", False),
        ((FRONT,), "Wexmere Council", FRONT.text, True),
    ],
)
def test_whose_paper_it_is_stands_above_its_title_and_not_again(
    intro: tuple[TextLine, ...], council: str, source: str, says_more: bool
) -> None:
    sections = (Section("First", "Plan: summary", (*intro, "All is well.")), Section("Second", "Plan"))
    document = Document("Plan", sections, date(2024, 1, 1), council=council)
    assert (name_source(document), has_front(document)) == (source, says_more)
    assert [line.text for part in list_parts(document) for line in part.section.lines] == ["All is well."]
