"""The PDF: judged against PDF/UA-1 by another's tool, read back word for word, and the same each time."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from unittest import mock

import pikepdf
import pytest

from peerxl import read_plan
from peerxl.documents.appendix import build_appendix
from peerxl.documents.appendix_layouts import LAYOUTS
from peerxl.documents.document import Document
from peerxl.errors import MissingExtraError
from peerxl.excel.measure import break_word
from peerxl.papers.page_layout import lay_out_pages
from peerxl.papers.pdf import NotInFontsError, loosen, render_pdf
from tests.conftest import EXAMPLE
from tests.documents.plans import ACTIONS, Q3, action, plan_of
from tests.papers.papers import PAPERS, long_paper, paper
from tests.tools import require_program

page = pytest.importorskip("page")
pytest.importorskip("typst")

LONG = "This sentence says what was done and what comes next. " * 120


def example_paper(layout: str) -> Document:
    plan = read_plan(EXAMPLE)
    assert plan.quarter is not None
    return build_appendix(plan, plan.quarter, layout=layout, number="9")


SNARED = {
    **PAPERS,
    **{f"example {layout}": example_paper(layout) for layout in LAYOUTS},
    "long comment": build_appendix(plan_of(action(4, "Do it", comment=LONG, theme="Vision"), *ACTIONS), Q3),
    "long word": build_appendix(plan_of(action(4, "Do it", comment="https://wexmere.example/" + "a" * 300)), Q3),
    "many": long_paper(),
}


@pytest.fixture(name="name", params=SNARED)
def each_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(name="pdf")
def make_pdf(name: str, made: dict[str, bytes]) -> bytes:
    if name not in made:
        made[name] = render_pdf(SNARED[name])
    return made[name]


@pytest.fixture(name="made", scope="module")
def make_store() -> dict[str, bytes]:
    return {}


def test_it_is_pdf_ua(pdf: bytes) -> None:
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def list_elements(tree: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """The elements of a PDF's structure, each before those in it."""
    for child in tree if isinstance(tree, pikepdf.Array) else [tree]:
        if isinstance(child, pikepdf.Dictionary):
            if "/S" in child:
                yield child
            if "/K" in child:
                yield from list_elements(child.K)


def find_attribute(element: pikepdf.Object, name: str) -> str:
    attributes = element.get("/A", pikepdf.Array())
    owners = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    return next((str(owner[name]) for owner in owners if name in owner), "")


def test_what_each_thing_is_stands_in_its_structure(name: str, pdf: bytes) -> None:
    document = SNARED[name]
    tables = [section for section in document.sections if section.rows]
    with pikepdf.open(BytesIO(pdf)) as opened:
        elements = [(str(each.S), each) for each in list_elements(opened.Root.StructTreeRoot.K)]
        kinds = [kind for kind, _ in elements]
        assert opened.Root.Lang == document.language
        assert opened.docinfo["/Title"] == document.title
        assert opened.docinfo["/Author"] == document.creator
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        headings = [element for kind, element in elements if kind == "/TH"]
        assert {find_attribute(heading, "/Scope") for heading in headings} <= {"/Column"}
    assert kinds.count("/Table") == len(tables)
    assert len(headings) == sum(len(section.columns) for section in tables)
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == (len(document.sections) if len(document.sections) > 1 else 0)


def read_pages(pdf: bytes, folder: Path) -> list[str]:
    (folder / "paper.pdf").write_bytes(pdf)
    command = [require_program("pdftotext"), "-layout", str(folder / "paper.pdf"), "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.rstrip("\f").split("\f")


def squeeze(text: str) -> str:
    return re.sub(r"[\s\u200b\u00ad-]", "", text)


def test_every_page_says_which_it_is_and_begins_with_the_headings(name: str, pdf: bytes, tmp_path: Path) -> None:
    pages, document = read_pages(pdf, tmp_path), SNARED[name]
    for number, text in enumerate(pages, 1):
        assert text.rstrip().endswith(f"Page {number} of {len(pages)}")
    if len(document.sections) == 1 and document.sections[0].rows:
        # The lines above a table whose first row takes a page have the first one to themselves.
        tables = [text for text in pages if "Every action" not in text or name != "long comment"]
        assert all(document.sections[0].columns[-1].heading.split()[0] in text for text in tables)


def test_its_pages_are_those_that_were_worked_out(name: str, pdf: bytes) -> None:
    """So a page begins with all of its group's words, and no row was taller than was thought."""
    parts = lay_out_pages(SNARED[name])
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert len(opened.pages) == 1 + sum(part.on_new_page + len(part.starts) for part in parts)


@pytest.mark.parametrize("each", ["full", "position-statement", "long comment", "example full"])
def test_no_word_is_lost(each: str, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(render_pdf(SNARED[each]))
    command = [require_program("pdftotext"), "-raw", str(tmp_path / "paper.pdf"), "-"]
    text = squeeze(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    for section in SNARED[each].sections:
        assert all(squeeze(line.text) in text for line in section.lines)
        words = [entry.words for row in section.rows for entry in row.entries if entry.words != LONG.strip()]
        assert [word for word in words if squeeze(word) not in text] == []
    # Word by word: the part that goes on in the next row may begin within a sentence.
    assert text.count("sentence") == (120 if each == "long comment" else 0)


def test_the_same_paper_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys; from peerxl.papers.pdf import render_pdf; from tests.papers.papers import paper; "
        "sys.stdout.buffer.write(render_pdf(paper()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == render_pdf(paper())


def test_its_fonts_are_its_own_and_embedded() -> None:
    with pikepdf.open(BytesIO(render_pdf(paper()))) as opened:
        fonts = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and "/FontName" in each]
        assert {str(font.FontName).split("+")[1] for font in fonts} == {"LiberationSans", "LiberationSans-Bold"}
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


@pytest.mark.parametrize(
    ("character", "sentence"),
    [
        (
            "中",
            "Action plan!H4: the fonts of a PDF have no way to show '中' (cjk unified ideograph-4e2d); put it in words, "
            "or publish the paper as .docx or .html.",
        ),
        (
            "\uf0e0",
            "Action plan!H4: the fonts of a PDF have no way to show '\\uf0e0'; put it in words, or publish the paper as "
            ".docx or .html.",
        ),
    ],
)
def test_a_character_that_no_font_has_is_named_with_its_cell(character: str, sentence: str) -> None:
    document = build_appendix(plan_of(action(4, "Do it", comment=f"Done {character} it")), Q3)
    with pytest.raises(NotInFontsError) as refused:
        render_pdf(document)
    assert str(refused.value) == sentence


def test_usual_signs_are_shown() -> None:
    comment = "\uf0b7 ✔ ✓ ☐ → ● ▪ 🟢 £ € ½ Llŷr Gŵyr naïve “quoted” – done…"
    document = build_appendix(plan_of(action(4, "Do it", comment=comment)), Q3)
    assert page.validate_pdf_bytes(render_pdf(document), profile="ua1").is_compliant


def test_without_its_library_it_says_what_to_install() -> None:
    with mock.patch.dict(sys.modules, {"typst": None}), pytest.raises(MissingExtraError) as refused:
        render_pdf(paper())
    assert str(refused.value) == (
        "a PDF needs a library more; in the folder that peerxl was installed from, "
        'install it with: pip install ".[paper]"'
    )


def test_a_word_wider_than_its_room_can_be_broken() -> None:
    assert loosen("a word\nof it", 40) == "a word\nof it"
    assert loosen("aaaaaaaaaaaa", 40).split("\u200b") == break_word("aaaaaaaaaaaa", 40, False)


def test_a_part_without_room_for_its_table_begins_a_page() -> None:
    document = example_paper("progress")
    first, second, *_ = parts = list(lay_out_pages(document))
    assert [part.on_new_page for part in parts][:2] == [False, True]
    assert (first.above, second.above) == (0.0, 16.0)
    alone = replace(document, sections=document.sections[1:2])
    assert [part.on_new_page for part in lay_out_pages(alone)] == [False]
