"""A mail as bytes: the same words twice, its files, and nothing that was not meant."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peerxl.mail.address import Address, clean_line
from peerxl.mail.message import XLSX, Attachment, Mail, digest_of, message_bytes, message_id
from tests.mail.letters import AT, BOSS, HR, NASTY, OFFICE, TEXTS, mail_of


def parsed(mail: Mail, *, is_draft: bool = False) -> EmailMessage:
    return message_from_bytes(message_bytes(mail, is_draft=is_draft), policy=default)


def body(message: EmailMessage, kind: str) -> str:
    """The text of a body, with the line ends of a mail's own words."""
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_a_draft_opens_ready_to_be_sent() -> None:
    message = parsed(mail_of(), is_draft=True)
    assert dict(message.items()) == {
        "X-Unsent": "1",
        "Message-ID": message_id("plan", "Q3 2026/27", "hr@council.example"),
        "Date": "Mon, 23 Nov 2026 07:00:00 +0000",
        "From": "Performance team <performance@council.example>",
        "To": "Head of HR <hr@council.example>",
        "Cc": "ceo@council.example",
        "Subject": "Peer review action plan, Q3 2026/27: 2 questions for you, please reply by Monday 7 December 2026",
        "MIME-Version": "1.0",
        "Content-Type": message["Content-Type"],
    }
    assert message.defects == []


def test_sent_it_is_the_same_without_that_line() -> None:
    mail = mail_of()
    assert message_bytes(mail, is_draft=True) == b"X-Unsent: 1\r\n" + message_bytes(mail)


def test_its_parts_say_what_it_says() -> None:
    mail = replace(mail_of(), reply_to=OFFICE)
    message = parsed(mail)
    assert body(message, "plain") == mail.text
    assert body(message, "html") == mail.html
    assert [(part.get_filename(), part.get_content()) for part in message.iter_attachments()] == [
        ("Head of HR.xlsx", b"PK\x03\x04 a workbook")
    ]
    assert message["Reply-To"] == OFFICE.header.replace('"', "")
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ]


def test_a_mail_needs_no_sender_no_copy_and_no_file() -> None:
    mail = Mail(message_id("x"), AT, (), "Nobody yet", "Text\n", "<p>Text</p>\n")
    message = parsed(mail, is_draft=True)
    assert [name for name in ("From", "To", "Cc", "Reply-To") if name in message] == []
    assert message.get_content_type() == "multipart/alternative"


def test_the_same_mail_is_the_same_bytes() -> None:
    assert message_bytes(mail_of()) == message_bytes(mail_of())
    other = mail_of((Address("other@council.example"),))
    assert message_bytes(other) != message_bytes(mail_of())


def test_every_line_is_plain_and_short_enough_for_any_server() -> None:
    mail = replace(mail_of(), text="Ü" * 5000 + "\n.\n..\nFrom here\n", html="<p>" + "x" * 5000)
    content = message_bytes(mail)
    assert content.isascii()
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 80
    assert body(parsed(mail), "plain") == mail.text


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_no_text_becomes_a_header_or_a_part(name: str, subject: str, file: str, text: str) -> None:
    said = text.encode("utf-8", "replace").decode()
    mail = replace(
        mail_of((Address("hr@council.example", name), HR), (Address("ceo@council.example", name),)),
        subject=subject,
        text=said + "\n",
        attachments=(Attachment(f"{file}.xlsx", b"PK"),),
    )
    message = parsed(mail)
    assert message.keys() == "Message-ID Date From To Cc Subject MIME-Version Content-Type".split()
    assert [address.addr_spec for address in message["To"].addresses] == ["hr@council.example"] * 2
    assert [address.addr_spec for address in message["Cc"].addresses] == [BOSS.email]
    assert len(list(message.walk())) == 5
    (attachment,) = message.iter_attachments()
    assert attachment.get_filename("").endswith(".xlsx")


@given(TEXTS, TEXTS, TEXTS, st.binary(max_size=200))
@example("", "", "", b"")
@example("Ü" * 100, "<p>\u2028\x85 \r\n.\n\f=_", "Å 'x'; \"q\" " * 12, b"x" * 57)
def test_its_body_is_what_the_standard_library_writes(text: str, html: str, file: str, content: bytes) -> None:
    plain, marked = (each.encode("utf-8", "replace").decode() for each in (text, html))
    mail = replace(mail_of(), text=plain, html=marked, attachments=(Attachment(f"{file}.xlsx", content),))
    assert message_bytes(mail).endswith(written_by_the_library(mail))
    bare = replace(mail, attachments=())
    assert message_bytes(bare).endswith(written_by_the_library(bare))


@pytest.mark.parametrize("size", range(1, 70))
def test_its_file_is_named_as_the_standard_library_names_it(size: int) -> None:
    # The length at which the library folds the line is among them, and so are names of several kinds.
    for name in ("Head of Service and others " * 3, "A.B-C " * 12, "x" * 70, "A & B (acting) " * 5):
        mail = replace(mail_of(), attachments=(Attachment(f"{name[:size].strip()}.xlsx", b"PK"),))
        assert message_bytes(mail).endswith(written_by_the_library(mail))


def written_by_the_library(mail: Mail) -> bytes:
    message = EmailMessage(policy=SMTP)
    message.set_content(mail.text, cte="quoted-printable")
    message.add_alternative(mail.html, subtype="html", cte="quoted-printable")
    for each in mail.attachments:
        maintype, _, subtype = XLSX.partition("/")
        message.add_attachment(each.content, maintype=maintype, subtype=subtype, filename=clean_line(each.name))
    parts = [part for part in message.walk() if part.is_multipart()]
    for number, part in enumerate(parts):
        part.set_boundary(f"=_{number}_{digest_of(mail.id)[:24]}")
    return message.as_bytes(policy=SMTP)


@pytest.mark.parametrize("name", NASTY)
def test_a_bcc_in_a_name_is_no_bcc(name: str) -> None:
    content = message_bytes(mail_of((Address("hr@council.example", name),)))
    assert b"\r\nBcc" not in content
    assert (
        b"everybody@" not in content or b'"Head of HR Bcc: everybody@council.example" <hr@council.example>' in content
    )


def test_an_id_comes_from_what_it_is_about() -> None:
    assert message_id("a", "b") == message_id("a", "b")
    assert len({message_id("a", "b"), message_id("ab"), message_id("b", "a")}) == 3
    assert message_id("\ud800", domain="council.example").endswith("@council.example>")
