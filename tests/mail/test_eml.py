"""Messages saved as .eml, as mail programs write them and as they should not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerxl.mail.eml import read_eml
from peerxl.mail.message import message_bytes
from peerxl.mail.saved import File, SavedMail, SavedMailError
from tests.conftest import examples
from tests.mail.letters import AT, mail_of

SUMMER = timezone(timedelta(hours=1))
HEADERS = "From: Sam Okoro <sam@council.example>\nDate: Tue, 1 Dec 2026 09:30:00 +0000\nSubject: Re\n"


def reply(**headers: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    given = {
        "From": "Sam Okoro <sam@council.example>",
        "Date": "Tue, 01 Dec 2026 09:30:00 +0000",
        "Subject": "Re: form",
    }
    for name, value in (given | headers).items():
        message[name] = value
    message.set_content("Done.")
    return message


def test_our_own_mail_reads_back() -> None:
    saved = read_eml(message_bytes(mail_of()))
    assert saved == SavedMail(
        sender="Performance team <performance@council.example>",
        sent_at=AT,
        subject=mail_of().subject,
        files=(File("Head of HR.xlsx", b"PK\x03\x04 a workbook"),),
    )
    assert saved.address == "performance@council.example"


def test_files_and_pictures() -> None:
    message = reply()
    message.add_attachment(b"PK1", maintype="application", subtype="octet-stream", filename="Häd of HR, final.xlsx")
    message.add_attachment(
        b"PNG", maintype="image", subtype="png", filename="logo.png", disposition="inline", cid="<1>"
    )
    message.add_attachment(b"JPG", maintype="image", subtype="jpeg", filename="scan.jpg")
    message.add_attachment("a,b\n", subtype="csv", filename="notes.csv")
    assert read_eml(message.as_bytes()).files == (
        File("Häd of HR, final.xlsx", b"PK1"),
        File("logo.png", b"PNG", is_inline=True),
        File("scan.jpg", b"JPG"),
        File("notes.csv", b"a,b\r\n"),
    )


def test_a_name_as_outlook_encodes_it() -> None:
    part = 'Content-Type: application/x; name="=?utf-8?B?SMOkZC54bHN4?="\nContent-Transfer-Encoding: base64\n\nUEs=\n'
    assert read_eml((HEADERS + part).encode()).files == (File("Häd.xlsx", b"PK"),)


def test_a_message_inside_a_message() -> None:
    inner = reply(Subject="The form")
    inner.add_attachment(b"PK", maintype="application", subtype="x", filename="a.xlsx")
    outer = reply(From="jo@council.example", Subject="Fw: The form")
    outer.add_attachment(inner)
    saved = read_eml(outer.as_bytes())
    assert (saved.sender, saved.files) == ("jo@council.example", ())
    assert saved.inside == (
        SavedMail(
            "Sam Okoro <sam@council.example>",
            datetime(2026, 12, 1, 9, 30, tzinfo=UTC),
            "The form",
            (File("a.xlsx", b"PK"),),
        ),
    )


def test_messages_too_deep_are_left() -> None:
    message = reply()
    for _ in range(12):
        outer = reply()
        outer.add_attachment(message)
        message = outer
    saved, depth = read_eml(message.as_bytes()), 0
    while saved.inside:
        (saved,), depth = saved.inside, depth + 1
    assert depth == 8


DATES = [
    ("Tue, 1 Dec 2026 09:30:00 +0000", datetime(2026, 12, 1, 9, 30, tzinfo=UTC)),
    ("Wed, 1 Jul 2026 23:30:00 +0100", datetime(2026, 7, 1, 23, 30, tzinfo=SUMMER)),
    ("1 Dec 2026 09:30:00 -0000", datetime(2026, 12, 1, 9, 30, tzinfo=UTC)),
    ("yesterday", None),
    ("Tue, 31 Feb 2026 09:30:00 +0000", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "at"), DATES)
def test_when_it_was_sent(text: str, at: datetime | None) -> None:
    saved = read_eml(f"From: sam@council.example\nDate: {text}\n\nDone.\n".encode())
    assert saved.sent_at == at
    assert at is None or saved.sent_at is not None
    assert saved.sent_at is None or saved.sent_at.utcoffset() == (at.utcoffset() if at else None)


SENDERS = [
    ("Sam Okoro <sam@council.example>", "Sam Okoro <sam@council.example>", "sam@council.example"),
    ('"Okoro, Sam" <sam@council.example>', "Okoro, Sam <sam@council.example>", "sam@council.example"),
    ("=?utf-8?q?S=C3=A4m?= <sam@council.example>", "Säm <sam@council.example>", "sam@council.example"),
    (
        "=?nonsense?q?S=C3=A4m?= <sam@council.example>",
        "=?nonsense?q?S=C3=A4m?= <sam@council.example>",
        "sam@council.example",
    ),
    ("sam@council.example", "sam@council.example", "sam@council.example"),
    ("Sam", "Sam", ""),
]


@pytest.mark.parametrize(("header", "sender", "address"), SENDERS)
def test_who_sent_it(header: str, sender: str, address: str) -> None:
    saved = read_eml(f"From: {header}\n\nDone.\n".encode())
    assert (saved.sender, saved.address) == (sender, address)


def test_links_in_whatever_letters() -> None:
    html = '<a href="https://council.sharepoint.com/x">here</a> https://[broken https://we.tl/t-1'
    message = reply()
    message.add_alternative(html, subtype="html")
    assert read_eml(message.as_bytes()).links == ("council.sharepoint.com", "we.tl")
    odd = HEADERS + "Content-Type: text/plain; charset=nonsense\n\nhttps://1drv.ms/x\n"
    assert read_eml(odd.encode()).links == ("1drv.ms",)
    lookalike = HEADERS + "\nhttps://notsharepoint.com/x https://sharepoint.com.evil.example/x\n"
    assert read_eml(lookalike.encode()).links == ()


@pytest.mark.parametrize("content", [b"", b"Hello", b"PK\x03\x04", b"Subject: x\n\nNothing else\n"])
def test_what_is_no_message(content: bytes) -> None:
    with pytest.raises(SavedMailError, match="it is no saved message"):
        read_eml(content)


ODD = b"""\
From: =?utf-8?q?S=C3=A4m?= <sam@council.example>
Subject: =?iso-8859-1?b?SMOk?= x
Date: Tue, 1 Dec 2026 09:30:00 +0000
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/html; charset="iso-8859-1"
Content-Transfer-Encoding: quoted-printable

h=E4 https://1drv.ms/x
--b
Content-Type: application/x; name*0*=utf-8''H%C3%A4; name*1="x.xlsx"
Content-Disposition: attachment; filename*=iso-8859-1''H%E4.xlsx
Content-Transfer-Encoding: base64

UEsD
--b
Content-Type: message/rfc822

From: jo@council.example

hi
--b--
"""
TOKENS = [
    b"=?",
    b"?=",
    b"*",
    b"''",
    b"\xff",
    b"\xc3",
    b'"',
    b";",
    b"%",
    b"?b?",
    b"\n",
    b" ",
    b"\0",
    b":",
    b"utf-7",
    b"idna",
]


def test_an_odd_message() -> None:
    assert read_eml(ODD) == SavedMail(
        sender="Säm <sam@council.example>",
        sent_at=datetime(2026, 12, 1, 9, 30, tzinfo=UTC),
        subject="HÃ¤ x",
        files=(File("Hä.xlsx", b"PK\x03"),),
        links=("1drv.ms",),
        inside=(SavedMail("jo@council.example", None, ""),),
    )


DAMAGED = [
    ("Subject: =?utf\xff8?b?SMOk?=", "a character set that is no name"),
    ('Content-Type: text/plain; charset="utf\0-8"', "a zero in a character set"),
    ("Content-Disposition: attachment; filename*=u\0tf''x.xlsx", "a zero in the character set of a name"),
    (
        "Content-Disposition: attachment; filename*0=a; filename*=b; filename*1=c",
        "a name in parts that cannot be sorted",
    ),
    ("Content-Type: text/plain; charset=rot13", "what is no character set"),
]


@pytest.mark.parametrize("header", [header for header, _ in DAMAGED], ids=[what for _, what in DAMAGED])
def test_a_damaged_header_spoils_no_other(header: str) -> None:
    saved = read_eml(HEADERS.encode() + header.encode("latin-1") + b"\n\nhttps://1drv.ms/x\n")
    assert (saved.sender, saved.address) == ("Sam Okoro <sam@council.example>", "sam@council.example")


@settings(max_examples=examples(3))
@given(
    st.lists(
        st.tuples(st.sampled_from(TOKENS) | st.binary(max_size=3), st.integers(0, 5000), st.integers(0, 3)), max_size=12
    )
)
def test_a_damaged_message_is_read_all_the_same(damages: list[tuple[bytes, int, int]]) -> None:
    content = ODD
    for damage, place, length in damages:
        at = place % len(content)
        content = content[:at] + damage + content[at + length :]
    read_eml(b"MIME-Version: 1.0\n" + content)
