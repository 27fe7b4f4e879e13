"""Letters in words: ours, the council's, and what a wording may not hold."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import example, given

from peerxl.mail.letter import MERGE_WORDS, LetterTable
from peerxl.mail.wording import (
    KINDS,
    LETTERS,
    LetterError,
    NoSuchLetterError,
    Wording,
    check_wordings,
    our_wording,
    write_letter,
)
from tests.mail.letters import LETTER, NASTY, TEXTS

WORDS = (
    "owner, name, plan, council, quarter, number, reply_by, asked_on, days_late, coordinator, others, told, form, table"
)
SUBJECTS = {
    "ask": "Peer review action plan, Q3 2026/27: 2 questions for you, please reply by Monday 7 December 2026",
    "reminder": "Reminder: Peer review action plan, Q3 2026/27: 2 questions for you, please reply by Monday 7 December 2026",
    "escalation": "Overdue: Peer review action plan, Q3 2026/27: 2 questions for you, due by Monday 7 December 2026",
    "notice": "Answered: Peer review action plan, Q3 2026/27: nothing more to do",
}
FIRST = (
    "Please open the attached workbook, press “Enable Editing” at the top, fill in the yellow cells, save it and send it "
    "back as a reply with the workbook attached. If anything is unclear, ask Jo Carter. AD Roads was asked as well."
)


class Reader(HTMLParser):
    """The words of a page in order, and the tags it opens."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def read_page(html: str) -> Reader:
    reader = Reader()
    reader.feed(html.partition("</head>")[2])
    return reader


@pytest.mark.parametrize("kind", KINDS)
def test_our_letters(kind: str) -> None:
    written = write_letter(kind, LETTER)
    assert written.subject == SUBJECTS[kind]
    dear, _, first, *_ = written.text.splitlines()
    assert dear == "Dear Sam Okoro,"
    notice = "You need do nothing. If anything is unclear, ask Jo Carter. AD Roads was asked as well."
    assert first == (notice if kind == "notice" else FIRST)
    assert "H3" in written.text
    assert written.text.endswith("Jo Carter\nBorchester & Felpersham\n")


def test_a_letter_in_full() -> None:
    letter = replace(LETTER, told=(), others=(), council="")
    assert write_letter("reminder", letter).text == (
        "Dear Sam Okoro,\n\n"
        + FIRST.replace("AD Roads was asked as well.", "Nobody else was asked.")
        + """

I wrote to you on Monday 23 November 2026 about the plan “Peer review action plan”. For Q3 2026/27 your answer to 2 questions is still needed by Monday 7 December 2026.

1. Ref: H1
   Action: Agree the <pier> repair & its cost
   Why you are asked: No status has been given. No comment has been given.

2. Ref: H2
   Action: Publish the asset register
   Why you are asked: It is due this quarter.

As soon as you have answered you will hear no more about this quarter.

Jo Carter
"""
    )


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_told_to_ask_themselves(kind: str) -> None:
    written = write_letter(kind, replace(LETTER, coordinator=LETTER.name))
    assert "If anything is unclear" not in written.text
    assert ".  " not in written.text


@pytest.mark.parametrize("kind", KINDS)
def test_text_and_page_say_the_same(kind: str) -> None:
    """But that the text numbers the rows and repeats the headings in each."""
    written = write_letter(kind, LETTER)
    text = re.sub(r"^\d+\. (?=Ref: )", "", written.text, flags=re.MULTILINE)
    headings = [word for heading in LETTER.table.headings for word in heading.split()]
    said = re.sub(r"^ *(Ref|Action|Why you are asked): ", "", text, flags=re.MULTILINE).split()
    page = read_page(written.html)
    if kind != "notice":
        place = next(i for i in range(len(page.words)) if page.words[i : i + len(headings)] == headings)
        del page.words[place : place + len(headings)]
        assert [page.tags.count(tag) for tag in ("table", "thead", "th", "tr", "td")] == [1, 1, 3, 3, 6]
    assert page.words == said
    assert 'lang="en-GB"' in written.html


OTHERS = [
    ((), "Nobody else was asked."),
    (("AD Roads",), "AD Roads was asked as well."),
    (("AD Roads", "AD Legal", "CEO"), "AD Roads, AD Legal and CEO were asked as well."),
    (tuple("abcdefg"), "7 others were asked as well."),
]


@pytest.mark.parametrize(("others", "sentence"), OTHERS)
def test_who_else_was_asked(others: tuple[str, ...], sentence: str) -> None:
    written = write_letter("ask", replace(LETTER, others=others), {"ask": Wording("{{ others }}")})
    assert written.text == f"{sentence}\n"


def test_a_council_s_own_words() -> None:
    wordings = {
        "ask": Wording(
            "{{ owner|upper }}:\nplease {# a note #}answer{% if days_late %} now{% endif %}.\n\n\n{{ table }} Thanks!"
        ),
        "ask subject": Wording("{{ form }}\n{{ table }}", "Letters!B2"),
    }
    written = write_letter("ask", replace(LETTER, table=LetterTable(("Ref",), (("H1",),))), wordings)
    assert written.subject == "Head of HR.xlsx"
    assert written.text == "HEAD OF HR:\nplease answer now.\n\n1. Ref: H1\n\nThanks!\n"
    assert read_page(written.html).tags == ["body", "p", "br", "table", "thead", "tr", "th", "tbody", "tr", "td", "p"]
    assert write_letter("reminder", LETTER, wordings) == write_letter("reminder", LETTER)


FAULTS = [
    ("ask", "Dear {{ nmae }}", f"has the merge word “nmae”, which nobody knows; the merge words are {WORDS}"),
    (
        "ask",
        "{% if false %}{{ nmae }}{% endif %}",
        f"has the merge word “nmae”, which nobody knows; the merge words are {WORDS}",
    ),
    (
        "notice",
        "Dear\n{{ name",
        "cannot be read in line 2 (unexpected end of template, expected 'end of print statement')",
    ),
    ("ask", "{{ Name }}", f"has the merge word “Name”, which nobody knows; the merge words are {WORDS}"),
    ("ask", "a\n{{ name.__class__ }}", "has more in curly brackets than merge words and “if” in line 2; take it out"),
    (
        "ask",
        "{% for x in name %}{% endfor %}",
        "has more in curly brackets than merge words and “if” in line 1; take it out",
    ),
    ("ask", "{{ name * 9999999 }}", "has more in curly brackets than merge words and “if” in line 1; take it out"),
    ("ask", "{% include 'ask' %}", "has more in curly brackets than merge words and “if” in line 1; take it out"),
    ("ask", "{{ ''.join(name) }}", "has more in curly brackets than merge words and “if” in line 1; take it out"),
    (
        "ask",
        "{{ name|center(99) }}",
        "has the filter “center” in line 1; the filters are capitalize, lower, title, trim, upper",
    ),
    ("ask", "{{ name|shout }}", "cannot be read in line 1 (No filter named 'shout')"),
    ("ask", "{{ " + "(" * 5000 + "name" + ")" * 5000 + " }}", "has brackets in brackets that go too deep"),
]


@pytest.mark.parametrize(("letter", "text", "why"), FAULTS, ids=range(len(FAULTS)))
def test_a_wording_that_cannot_be_used(letter: str, text: str, why: str) -> None:
    with pytest.raises(LetterError) as error:
        check_wordings({letter: Wording(text, "Letters!B3")})
    assert str(error.value) == f"Letters!B3: the letter “{letter}” {why}."


def test_a_wording_that_compares_a_word_with_a_number() -> None:
    with pytest.raises(LetterError) as error:
        write_letter("ask", LETTER, {"ask": Wording("{% if days_late > 3 %}late{% endif %}")})
    assert str(error.value) == ("the letter “ask” compares a word with a number; put the number in quotation marks.")


def test_a_letter_nobody_writes() -> None:
    with pytest.raises(NoSuchLetterError) as error:
        check_wordings({"asks": Wording("Dear {{ name }}", "Letters!A2")})
    assert str(error.value) == f"Letters!A2: there is no letter “asks”; the letters are {', '.join(LETTERS)}."


def test_our_own_wordings_can_be_used() -> None:
    check_wordings({letter: our_wording(letter) for letter in LETTERS})
    used = {word for word in MERGE_WORDS for letter in LETTERS if word in our_wording(letter).text}
    assert MERGE_WORDS.keys() - used == {"owner", "form"}


@given(TEXTS, TEXTS)
@example("\x00", "Lamps")
def test_what_is_merged_in_is_text(name: str, cell: str) -> None:
    letter = replace(LETTER, name=name, table=LetterTable(("Action",), ((cell,),)))
    written = write_letter("ask", letter)
    page = read_page(written.html)
    assert set(page.tags) == {"body", "p", "br", "table", "thead", "tr", "th", "tbody", "td"}
    assert written.text.count("\n\n1. ") == 1
    assert "\x00" not in written.text + written.html + written.subject


@pytest.mark.parametrize("text", NASTY)
def test_a_merged_text_is_no_template(text: str) -> None:
    written = write_letter("ask", replace(LETTER, name="{{ coordinator }}{% if 1 %}", plan=text))
    assert "Dear {{ coordinator }}{% if 1 %}," in written.text
    assert "\n" not in written.subject
