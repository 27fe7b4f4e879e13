"""The paper as it prints: rendered by LibreOffice and read back, so that no page is wasted and no word is hidden."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring

from peerxl import read_plan
from peerxl.documents.appendix import build_appendix
from peerxl.documents.document import Document
from peerxl.excel.laying_out import lay_out
from peerxl.excel.measure import round_to_pixels
from peerxl.excel.paper_layout import TOP_MARGIN
from peerxl.excel.sheet_layout import SheetLayout, intro_height
from peerxl.excel.write import render
from peerxl.model.plan import ActionPlan
from tests.conftest import EXAMPLE, SHARED, Once
from tests.documents.plans import Q3, action, dated, plan_of
from tests.tools import convert

SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (SOFFICE and PDFTOTEXT), reason="LibreOffice and poppler are not installed"),
]

ABOVE = 3.0
"""How far, in points, a word may begin above its row: what is rounded in each row adds up."""
LETTERS = 11.0
"""How tall the letters are: a word that begins lower in its row is cut off."""
SAME_CELL = 5.0
"""How far a word may begin left of its column's first: less than the indent."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page and where it stands, in points from the top left."""

    text: str
    left: float
    top: float


def build(plan: ActionPlan, layout: str) -> Document:
    assert plan.quarter is not None
    return build_appendix(plan, plan.quarter, layout=layout, number="9")


def read_words(pdf: Path) -> Iterator[list[Word]]:
    """The words on each page."""
    done = subprocess.run([str(PDFTOTEXT), "-bbox", str(pdf), "-"], check=True, capture_output=True, timeout=60)
    return read_pages(done.stdout.decode())


def read_pages(xml: str) -> Iterator[list[Word]]:
    body = re.sub(r"<!DOCTYPE[^>]*>|xmlns=\"[^\"]*\"", "", xml)
    for page in fromstring(body).iter("page"):
        yield [
            Word(word.text or "", float(word.get("xMin", 0)), float(word.get("yMin", 0))) for word in page.iter("word")
        ]


@dataclass(frozen=True, slots=True)
class Print:
    """A paper's pages as they were laid out, in points of the page."""

    layout: SheetLayout

    @property
    def scale(self) -> float:
        return (self.layout.scale or 100) / 100

    def rows_of(self, page: int) -> range:
        """The rows on a page."""
        bounds = [0, *self.layout.breaks, len(self.layout.rows)]
        return range(bounds[page], bounds[page + 1])

    def edges(self, page: int) -> list[float]:
        """The top of the headings and of each row on a page, and the end of the last."""
        above = intro_height(self.layout.lines) if page == 0 else 0.0
        edges = [TOP_MARGIN + above * self.scale]
        heights = [self.layout.header_height, *(self.layout.heights[row] for row in self.rows_of(page))]
        for height in heights:
            edges.append(edges[-1] + round_to_pixels(height) * self.scale)
        return edges

    def read_rows(self, number: int, page: Sequence[Word]) -> Iterator[list[str]]:
        """The words of each cell on a page, run together."""
        edges = self.edges(number)
        headings, *bands = [
            [word for word in page if top - ABOVE <= word.top < bottom - LETTERS * self.scale]
            for top, bottom in pairwise(edges)
        ]
        columns = self.find_columns(headings)
        for band in bands:
            yield [
                run_together(word for word in band if left <= word.left < right) for left, right in pairwise(columns)
            ]

    def find_columns(self, headings: Sequence[Word]) -> list[float]:
        """Where the text of each column begins, from where the first words of the first two headings stand."""
        start = min(word.left for word in headings)
        second = self.layout.columns[1].heading.split()[0]
        other = next(word.left for word in headings if word.text == second and word.left > start + SAME_CELL)
        stretch = (other - start) / self.layout.widths[0]
        lefts = [start + sum(self.layout.widths[:index]) * stretch for index in range(len(self.layout.widths) + 1)]
        return [left - SAME_CELL for left in lefts]


def run_together(words: Iterator[Word]) -> str:
    ordered = sorted(words, key=lambda word: (round(word.top), word.left))
    return "".join(word.text for word in ordered)


def short_actions(number: int) -> ActionPlan:
    texts = ("Repair the pier", "Light the harbour wall", "Mend the bridge", "Plant 400 trees", "Train the wardens")
    return plan_of(
        *(
            action(
                row,
                texts[row % 5],
                ref=f"M{row}",
                theme=f"Theme {row // 13}",
                timescale=dated("Q4 2023/24", Q3 + 1),
                status=("In progress", "Not started", "Completed")[row % 3],
                comment=("Timber is ordered.", "Waiting for a quotation.", "Done in May.")[row % 3],
            )
            for row in range(4, number + 4)
        )
    )


def read_published(name: str, quarter: str) -> ActionPlan:
    return read_plan(SHARED / "appendices" / f"{name}-plain.xlsx", quarter=quarter)


PAPERS: dict[str, tuple[Callable[[], Document], int]] = {
    **{
        layout: (partial(build, read_plan(EXAMPLE), layout), 5)
        for layout in ("full", "exceptions", "open", "position-statement")
    },
    "61 short actions": (lambda: build(short_actions(61), "full"), 4),
}
"""Papers, and on how many pages at most each may print."""
if SHARED.is_dir():
    PAPERS |= {
        "appendix 4": (lambda: build(read_published("appendix4-q1-2023", "Q1 2023/24"), "full"), 5),
        "appendix 9": (lambda: build(read_published("appendix9-q3-2023-24", "Q3 2023/24"), "full"), 3),
    }


@pytest.fixture(name="printed", scope="module")
def print_papers(once: Once) -> Path:
    """A folder with each paper as LibreOffice prints it."""

    def print_all(folder: Path) -> None:
        for name, (make, _) in PAPERS.items():
            (folder / f"{name}.xlsx").write_bytes(render(make()))
        convert(folder.glob("*.xlsx"), "pdf", folder)

    return once("printed", print_all)


@pytest.mark.parametrize("name", PAPERS)
def test_it_prints_on_few_pages_and_nothing_is_hidden(name: str, printed: Path) -> None:
    make, most_pages = PAPERS[name]
    (section,) = make().sections
    paper, pages = lay_out(section), list(read_words(printed / f"{name}.pdf"))
    assert len(pages) == len(paper.breaks) + 1 <= most_pages
    shown = [list(Print(paper).read_rows(number, page)) for number, page in enumerate(pages)]
    assert all(shown), "a page has headings and no row"
    cells = [["".join(entry.text.split()) for entry in row.entries] for row in paper.rows]
    assert [row for page in shown for row in page] == cells
