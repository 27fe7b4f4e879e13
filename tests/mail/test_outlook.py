"""Messages as Outlook saves them."""

from __future__ import annotations

import os
import random
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from olefile import OleFileIO

from peerxl.mail.outlook import read_msg
from peerxl.mail.saved import File, SavedMail, SavedMailError
from tests.conftest import examples
from tests.mail.outlook_files import Attached, Msg

AT = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
EXCHANGE = "/O=EXCHANGELABS/OU=EXCHANGE ADMINISTRATIVE GROUP/CN=RECIPIENTS/CN=SAM"
LARGE = os.urandom(50_000)
MESSAGE = Msg(
    sender="Sam Okoro",
    email=EXCHANGE,
    smtp="sam.okoro@council.example",
    subject="RE: Peer review – 2 questions",
    body="Done. Thanks, Sam",
    sent_at=AT,
    attached=(Attached("Head of HR.xlsx", LARGE), Attached("logo.png", b"PNG", is_hidden=True)),
)


def test_the_test_s_own_files_are_whole() -> None:
    """A reader that raises at the slightest defect."""
    with OleFileIO(BytesIO(MESSAGE.content()), raise_defects=0) as file:
        assert file.openstream("__attach_version1.0_#00000000/__substg1.0_37010102").read() == LARGE


def test_a_message_with_files() -> None:
    assert read_msg(MESSAGE.content()) == SavedMail(
        sender="Sam Okoro <sam.okoro@council.example>",
        sent_at=AT,
        subject="RE: Peer review – 2 questions",
        files=(File("Head of HR.xlsx", LARGE), File("logo.png", b"PNG", is_inline=True)),
    )


SENDERS = [
    (Msg(sender="Sam Okoro", email="sam@council.example"), "Sam Okoro <sam@council.example>"),
    (Msg(sender="Sam Okoro", email=EXCHANGE), "Sam Okoro"),
    (
        Msg(sender="Sam Okoro", email=EXCHANGE, headers="Received: x\r\nFrom: Sam <sam@council.example>\r\nTo: y"),
        "Sam Okoro <sam@council.example>",
    ),
    (Msg(email="sam@council.example"), "sam@council.example"),
    (Msg(sender="sam@council.example", smtp="sam@council.example"), "sam@council.example"),
    (Msg(), ""),
]


@pytest.mark.parametrize(("message", "sender"), SENDERS)
def test_who_sent_it(message: Msg, sender: str) -> None:
    assert read_msg(message.content()).sender == sender


def test_a_message_inside_a_message() -> None:
    inner = Msg(sender="Sam", smtp="sam@council.example", subject="The form", attached=(Attached("a.xlsx", b"PK"),))
    outer = Msg(
        sender="Jo", subject="FW: The form", attached=(Attached(message=Msg(attached=(Attached(message=inner),))),)
    )
    saved = read_msg(outer.content())
    assert (saved.sender, saved.files) == ("Jo", ())
    (between,) = saved.inside
    (innermost,) = between.inside
    assert innermost == SavedMail("Sam <sam@council.example>", None, "The form", (File("a.xlsx", b"PK"),))


def test_links_instead_of_files() -> None:
    link = "https://council-my.sharepoint.com/:x:/g/personal/sam/abc"
    assert read_msg(Msg(attached=(Attached("HR.xlsx", link=link),)).content()).links == ("council-my.sharepoint.com",)
    html = f'<a href="https://eur01.safelinks.protection.outlook.com/?url={link.replace(":", "%3A").replace("/", "%2F")}&amp;data=1">'
    assert read_msg(Msg(html=html.encode()).content()).links == ("council-my.sharepoint.com",)
    assert read_msg(Msg(body="https://www.council.example/jobs and https://1drv.ms/x/abc").content()).links == (
        "1drv.ms",
    )


def test_a_file_without_a_long_name() -> None:
    saved = read_msg(
        Msg(attached=(Attached(content=b"x", short_name="HEADOF~1.XLS"), Attached(content=b"y"))).content()
    )
    assert saved.files == (File("HEADOF~1.XLS", b"x"), File("unnamed", b"y"))


@pytest.mark.parametrize("content", [b"", b"no message", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", MESSAGE.content()[:5000]])
def test_what_is_no_message(content: bytes) -> None:
    with pytest.raises(SavedMailError, match="it is no message as Outlook saves it, or damaged"):
        read_msg(content)


@settings(max_examples=examples(1.5))
@given(st.integers(0, 2**32).map(random.Random), st.integers(1, 40))
def test_a_damaged_message_is_read_or_refused(chance: random.Random, bytes_changed: int) -> None:
    small = Msg(sender="Sam", subject="x", body="y", sent_at=AT, attached=(Attached("a.xlsx", b"PK" * 50),))
    content = bytearray(small.content())
    for _ in range(bytes_changed):
        content[chance.randrange(len(content))] = chance.randrange(256)
    with suppress(SavedMailError):
        read_msg(bytes(content))
