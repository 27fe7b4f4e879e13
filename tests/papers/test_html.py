"""The web page as it is written: all of the paper in it, marked up for what it is, and nothing that is fetched."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from html import unescape

import pytest

from peerxl.documents.document import Document, Section, TableColumn, TableEntry, TableRow, Topic
from peerxl.papers.html import quote_css, render_html
from tests.papers.papers import PAPERS, paper

TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
VOID = {"meta", "br", "col"}


def html_of(document: Document) -> str:
    return render_html(document).decode()


def body_of(html: str) -> str:
    return html[html.index("<body>") : html.index("<script>")]


@pytest.mark.parametrize("name", PAPERS)
def test_every_element_ends_where_it_should(name: str) -> None:
    html = html_of(PAPERS[name])
    open_tags: list[str] = []
    for end, tag, _ in TAG.findall(re.sub(r"<(style|script)>.*?</\1>", "", html, flags=re.DOTALL)):
        if end:
            assert open_tags.pop() == tag
        elif tag not in VOID:
            open_tags.append(tag)
    assert open_tags == []


@pytest.mark.parametrize("name", PAPERS)
def test_all_words_of_the_paper_are_in_it(name: str) -> None:
    document = PAPERS[name]
    text = unescape(re.sub(r"<br>", "\n", body_of(html_of(document))))
    for section in document.sections:
        assert all(line.text in text for line in section.lines)
        assert all(column.heading in text for column in section.columns if section.rows)
        assert all(entry.lead in text and entry.words in text for row in section.rows for entry in row.entries)


@pytest.mark.parametrize("name", PAPERS)
def test_each_table_has_a_caption_and_its_headings_say_what_they_head(name: str) -> None:
    document, body = PAPERS[name], body_of(html_of(PAPERS[name]))
    tables = [section for section in document.sections if section.rows]
    assert body.count("<table>") == body.count("<caption") == len(tables)
    assert body.count('<th scope="col">') == sum(len(section.columns) for section in tables)
    assert body.count('<th scope="row">') == sum(len(section.rows) for section in tables)
    assert body.count("<th") - body.count("<thead") == body.count("<th scope=")


def test_headings_go_down_one_by_one() -> None:
    def levels(layout: str) -> list[str]:
        return re.findall(r"<h(\d)>", html_of(paper(layout)))

    assert levels("full") == ["1"]
    assert levels("progress") == ["1", "2", "2", "2", "2"]


def test_it_says_its_language_its_title_and_who_it_is_from() -> None:
    html = html_of(paper())
    assert html.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert "<title>Appendix 9 - Peer review action plan - Quarter 3 2023/24</title>" in html
    assert '<p class="creator">Wexmere Council</p>' in html


def test_its_policy_lets_its_own_style_and_script_run_and_nothing_else() -> None:
    html = html_of(paper())
    policy = unescape(re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)[0])
    hashes = [
        base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        for code in (re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)[0] for tag in ("style", "script"))
    ]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; base-uri 'none'"
    )
    assert re.findall(r"\s(?:style|on\w+|src|href)=(?!\"#)", body_of(html)) == []


def test_words_are_never_mark_up() -> None:
    html = html_of(paper())
    assert html.count("<script>") == html.count("</script>") == html.count("<style>") == 1
    assert "&lt;/script&gt;&lt;script&gt;alert(1)" in html


def test_rows_can_be_picked_by_every_topic_and_two_spellings_are_one() -> None:
    columns = (TableColumn("Ref", names_row=True), TableColumn("Owner"))
    rows = (
        TableRow.of("A1", TableEntry("AD Legal", topics=(Topic("AD Legal", "ad legal"),))),
        TableRow.of(
            "A2", TableEntry("Both", topics=(Topic("AD for legal", "ad legal"), Topic("AD Roads", "ad roads")))
        ),
        TableRow.of("A3", TableEntry("Not set", topics=(Topic("Not set"),))),
    )
    html = html_of(Document("Plan", (Section("Plan", "Plan", columns=columns, rows=rows),), date(2024, 1, 1)))
    assert re.findall(r"<option value=\"(\d*)\">(.*?)</option>", html) == [
        ("", "All"),
        ("0", "AD Legal (2)"),
        ("1", "AD Roads (1)"),
        ("2", "Not set (1)"),
    ]
    assert re.findall(r"data-topics=\"(.*?)\"", html) == ["0", "0 1", "2"]


def test_one_row_offers_no_choice_though_it_has_two_owners() -> None:
    assert re.findall(r"data-column=\"(\d+)\"", html_of(PAPERS["one"])) == []


def test_the_exceptions_can_be_picked_by_why_they_are_here() -> None:
    assert "Why it is here\n<select" in html_of(paper("exceptions"))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Appendix 9 - Plan", '"Appendix 9 - Plan"'),
        ('a"b', '"a\\22 b"'),
        ("</style>", '"\\3c \\2f style\\3e "'),
        ("a\\b", '"a\\5c b"'),
    ],
)
def test_a_style_quotes_words_so_that_they_end_nothing(text: str, quoted: str) -> None:
    assert quote_css(text) == quoted


@pytest.mark.parametrize("name", PAPERS)
def test_the_same_paper_gives_the_same_bytes(name: str) -> None:
    assert render_html(PAPERS[name]) == render_html(PAPERS[name])


def test_only_a_table_with_something_to_pick_by_has_tools() -> None:
    picked = TableEntry("Roads", topics=(Topic("Roads"),)), TableEntry("Housing", topics=(Topic("Housing"),))
    actions = Section("Actions", "A", columns=(TableColumn("Theme"),), rows=tuple(map(TableRow.of, picked)))
    figures = Section("Summary", "S", columns=(TableColumn("Theme"),), rows=(TableRow.of("Roads"), TableRow.of("All")))
    html = render_html(Document("D", (figures, actions), date(2024, 1, 1))).decode()
    assert html.count('<form class="tools"') == 1
    assert html.index('<form class="tools"') > html.index('id="part-2"')
