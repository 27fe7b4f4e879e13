"""A mail as the bytes of a message: text and HTML that say the same, with files attached.

The same mail is the same bytes: its id, its date and what parts it come from what it says. A draft of it, which Outlook
opens ready to be sent, has one line more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from hashlib import sha256

from peerxl.mail.address import Address, clean_line, text_header
from peerxl.mail.parts import VERSION, join_parts, write_file, write_text

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# RFC 2606 keeps .invalid from ever being anybody's.
DOMAIN = "peerxl.invalid"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A workbook that goes with a mail."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail to somebody: ``id`` is a Message-ID, ``at`` when it was written, ``sender`` None where Outlook knows."""

    id: str
    at: datetime
    to: tuple[Address, ...]
    subject: str
    text: str
    html: str
    cc: tuple[Address, ...] = ()
    sender: Address | None = None
    reply_to: Address | None = None
    attachments: tuple[Attachment, ...] = ()


def message_id(*parts: str, domain: str = DOMAIN) -> str:
    """The id of a message about something: the same parts give the same id, on every machine and day."""
    return f"<{digest_of(*parts)[:32]}@{domain}>"


def digest_of(*parts: str) -> str:
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def message_bytes(mail: Mail, *, is_draft: bool = False) -> bytes:
    """The message, each line ending as mail servers want it."""
    headers = [f"{name}: {value}\r\n" for name, value in headers_of(mail, is_draft)]
    return "".join((*headers, body_of(mail))).encode("ascii")


def headers_of(mail: Mail, is_draft: bool) -> Iterator[tuple[str, str]]:
    """The headers, but those of its parts."""
    if is_draft:
        # By it Outlook opens a saved message to be sent, and not as one that came.
        yield "X-Unsent", "1"
    yield "Message-ID", mail.id
    yield "Date", format_datetime(mail.at)
    if mail.sender:
        yield "From", mail.sender.header
    if mail.to:
        yield "To", ",\r\n ".join(address.header for address in mail.to)
    if mail.cc:
        yield "Cc", ",\r\n ".join(address.header for address in mail.cc)
    if mail.reply_to:
        yield "Reply-To", mail.reply_to.header
    yield "Subject", text_header("Subject", mail.subject)


def body_of(mail: Mail) -> str:
    """What a mail says, twice, and its files."""
    # No part can hold such a line: "=_" is written in neither of the ways that parts are encoded.
    outer, inner = (f"=_{number}_{digest_of(mail.id)[:24]}" for number in (0, 1))
    texts = (write_text(mail.text, "plain"), write_text(mail.html, "html", VERSION))
    if not mail.attachments:
        return VERSION + join_parts("alternative", outer, texts)
    files = (write_file(clean_line(each.name), XLSX, each.content) for each in mail.attachments)
    return VERSION + join_parts("mixed", outer, (join_parts("alternative", inner, texts), *files))
