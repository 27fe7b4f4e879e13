"""What the tests of the mails share: a letter, its mail, and texts as nobody should type them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from peerxl.mail.address import Address
from peerxl.mail.letter import Letter, LetterTable
from peerxl.mail.message import Attachment, Mail, message_id
from peerxl.mail.wording import Written, write_letter

AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
TABLE = LetterTable(
    ("Ref", "Action", "Why you are asked"),
    (
        ("H1", "Agree the <pier> repair & its cost", "No status has been given.\nNo comment has been given."),
        ("H2", "Publish the asset register", "It is due this quarter."),
    ),
)
LETTER = Letter(
    owner="Head of HR",
    name="Sam Okoro",
    plan="Peer review action plan",
    council="Borchester & Felpersham",
    quarter="Q3 2026/27",
    coordinator="Jo Carter",
    table=TABLE,
    reply_by=date(2026, 12, 7),
    asked_on=date(2026, 11, 23),
    days_late=8,
    others=("AD Roads",),
    told=("H3",),
    form="Head of HR.xlsx",
)
HR, BOSS, OFFICE = (
    Address("hr@council.example", "Head of HR"),
    Address("ceo@council.example"),
    Address("performance@council.example", "Performance team"),
)


def mail_of(to: tuple[Address, ...] = (HR,), cc: tuple[Address, ...] = (BOSS,), written: Written | None = None) -> Mail:
    """The mail of a letter, with its workbook."""
    letter = written or write_letter("ask", LETTER)
    return Mail(
        id=message_id("plan", "Q3 2026/27", *(address.email for address in to)),
        at=AT,
        to=to,
        cc=cc,
        sender=OFFICE,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        attachments=(Attachment("Head of HR.xlsx", b"PK\x03\x04 a workbook"),),
    )


NASTY = [
    "Head of HR\r\nBcc: everybody@council.example",
    "Head of HR\n\nAnd a body",
    'Field, Ann "Annie" <ann@elsewhere.example>',
    "=?utf-8?q?Bcc=3A_x?=",
    "Ünïcödé – “quoted” " * 12,
    "Very long " * 40,
    "x" * 500,
    "back\\slash, (comment); <angle>",
    "\u202eright to left\u2028line\x0bfeed\x85end\x00",
    "",
]
TEXTS = st.sampled_from(NASTY) | st.text(max_size=60)
