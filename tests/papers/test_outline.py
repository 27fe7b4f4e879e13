"""The headings of a document's parts."""

from __future__ import annotations

from datetime import date

import pytest

from peerxl.documents.document import Document, Section
from peerxl.papers.outline import list_parts


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
