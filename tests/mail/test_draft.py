"""Drafts, the list for a mail merge and the page of links."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import parse_qs, unquote

import pytest
from hypothesis import given

from peerxl.mail.address import Address
from peerxl.mail.draft import MailDraft, draft_files, guarded, links_page, mail_link, merge_list
from peerxl.mail.message import message_bytes
from tests.mail.letters import TEXTS, mail_of

MAIL = mail_of()
DRAFT = MailDraft("Head of HR", MAIL, "forms/Head of HR.xlsx")
NOBODY = MailDraft("AD Roads", mail_of((), ()), "forms/AD Roads.xlsx")


class Links(HTMLParser):
    """The links of a page, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name == "href" and value]

    def handle_data(self, data: str) -> None:
        self.words += [data.strip()] if data.strip() else []


def read_page(content: bytes) -> Links:
    reader = Links()
    reader.feed(content.decode())
    return reader


def test_each_owner_has_a_file() -> None:
    slashed, twin = replace(DRAFT, owner="HR/Legal"), replace(DRAFT, owner="head of hr")
    files = draft_files([DRAFT, slashed, twin, NOBODY])
    assert list(files) == ["Head of HR.eml", "HR Legal.eml", "head of hr (2).eml", "AD Roads.eml"]
    assert files["Head of HR.eml"] == message_bytes(MAIL, is_draft=True)


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_list_for_a_mail_merge() -> None:
    content = merge_list([DRAFT, NOBODY])
    assert content.startswith(b"\xef\xbb\xbfOwner,Email,Copy to,Subject,Letter,Workbook\r\n")
    assert rows(content)[1:] == [
        [
            "Head of HR",
            "hr@council.example",
            "ceo@council.example",
            MAIL.subject,
            MAIL.text.rstrip("\n"),
            "forms/Head of HR.xlsx",
        ],
        ["AD Roads", "", "", MAIL.subject, MAIL.text.rstrip("\n"), "forms/AD Roads.xlsx"],
    ]


@pytest.mark.parametrize(
    ("text", "cell"),
    [("=1+1", "'=1+1"), ("+44", "'+44"), ("-", "'-"), ("@x", "'@x"), ("\tx", "'\tx"), ("a=1", "a=1"), ("", "")],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert guarded(text) == cell
    assert rows(merge_list([replace(DRAFT, owner=text)]))[1][0] == cell


@given(TEXTS, TEXTS)
def test_the_list_reads_back(owner: str, subject: str) -> None:
    (row,) = rows(merge_list([MailDraft(owner, replace(MAIL, subject=subject))]))[1:]
    assert (row[0].removeprefix("'"), row[3].removeprefix("'")) == (
        owner.removeprefix("'").encode("utf-8", "replace").decode(),
        subject.removeprefix("'").encode("utf-8", "replace").decode(),
    )


def test_a_link_opens_the_mail() -> None:
    link = mail_link(replace(MAIL, text="One line & two\n", to=(*MAIL.to, Address("o'brien+x@council.example"))))
    address, _, query = link.partition("?")
    assert unquote(address) == "mailto:hr@council.example,o'brien+x@council.example"
    assert "+" not in query
    assert parse_qs(query) == {
        "cc": ["ceo@council.example"],
        "subject": [MAIL.subject],
        "body": ["One line & two\r\n"],
    }


def test_a_link_that_would_be_too_long_has_no_text() -> None:
    long = replace(MAIL, text="word " * 1000)
    assert parse_qs(mail_link(long).partition("?")[2]).keys() == {"cc", "subject"}
    assert mail_link(NOBODY.mail) == ""


def test_the_page_of_links() -> None:
    page = read_page(links_page([DRAFT, NOBODY], "Q3 2026/27 <chase>"))
    assert page.links == [mail_link(MAIL)]
    assert page.words.count("Q3 2026/27 <chase>") == 2
    assert page.words[-6:] == [
        "Head of HR",
        "Write to hr@council.example",
        "forms/Head of HR.xlsx",
        "AD Roads",
        "No address is known: ask for it, and put it on the Owners sheet.",
        "forms/AD Roads.xlsx",
    ]


@given(TEXTS, TEXTS)
def test_nothing_on_the_page_is_mark_up(owner: str, subject: str) -> None:
    page = read_page(links_page([MailDraft(owner, replace(MAIL, subject=subject, text=""))], "Chase"))
    (link,) = page.links
    assert parse_qs(link.partition("?")[2])["cc"] == ["ceo@council.example"]
    assert "\n" not in link
