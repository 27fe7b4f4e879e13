"""Messages saved as .eml, which every mail program writes: however odd, they are read as far as they can be.

The library's older way of reading is used on purpose: on headers that are malformed its newer one raises.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from email.utils import parseaddr, parsedate_to_datetime

from peerxl.mail.address import clean_line
from peerxl.mail.saved import DEEPEST, File, SavedMail, SavedMailError, sender_words, shared_links, tried

RFC822 = "message/rfc822"
DAMAGES = (MessageError, LookupError, ValueError, TypeError)
"""What the library raises on a header that is damaged."""


def read_eml(content: bytes) -> SavedMail:
    """The message in a file; SavedMailError where it has none of the headers that every message has."""
    message = message_from_bytes(content, policy=compat32)
    # The parser takes any file for a message: without one of these it is some other text.
    if not any(name in message for name in ("From", "Date", "Message-ID", "Received", "MIME-Version")):
        raise SavedMailError("it is no saved message")
    return saved(message, 0)


def saved(message: Message, depth: int) -> SavedMail:
    """A message with its files, and those of the messages inside it."""
    parts = tuple(parts_of(message))
    inner = [inside for part in parts if part.get_content_type() == RFC822 for inside in inner_of(part)]
    texts = [text_of(part) for part in parts if part.get_content_maintype() == "text"]
    name, email = parseaddr(decoded(message.get("From", "")))
    return SavedMail(
        sender=sender_words(name, email),
        sent_at=sent_at(message.get("Date")),
        subject=clean_line(decoded(message.get("Subject", ""))),
        files=tuple(file_of(part) for part in parts if is_file(part)),
        links=shared_links("\n".join(texts)),
        inside=tuple(saved(each, depth + 1) for each in inner) if depth < DEEPEST else (),
    )


def parts_of(message: Message) -> Iterator[Message]:
    """The parts of a message, but not those of messages inside it."""
    if message.get_content_maintype() == "multipart" and message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from parts_of(part)
    else:
        yield message


def inner_of(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [each for each in payload if isinstance(each, Message)] if isinstance(payload, list) else []


def is_file(part: Message) -> bool:
    """Whether a part is a file rather than what the message says, or a message inside it."""
    is_text = part.get_content_maintype() == "text" and name_of(part) is None
    return not is_text and part.get_content_type() != RFC822 and not part.is_multipart()


def file_of(part: Message) -> File:
    name = clean_line(decoded(name_of(part) or "")) or "unnamed"
    is_inline = part.get_content_maintype() == "image" and (
        part.get_content_disposition() == "inline" or "Content-ID" in part
    )
    return File(name, bytes_of(part), is_inline)


def name_of(part: Message) -> str | None:
    return tried(part.get_filename, None, DAMAGES)


def bytes_of(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def text_of(part: Message) -> str:
    content = bytes_of(part)
    # A charset that Python does not know; UTF-8 reads at least what is ASCII.
    charset = tried(lambda: part.get_content_charset("utf-8"), "utf-8", DAMAGES)
    return tried(lambda: content.decode(charset, "replace"), content.decode("utf-8", "replace"), DAMAGES)


def decoded(header: object) -> str:
    """A header in words; as it stands where it cannot be decoded."""
    text = str(header)
    return tried(lambda: str(make_header(decode_header(text))), text, DAMAGES)


def sent_at(header: object) -> datetime | None:
    """When a message was sent; None where its date is missing or none."""
    try:
        at = parsedate_to_datetime(str(header))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    # “-0000”: the time is right and where it was is not said (RFC 5322), so it is taken for UTC.
    return at if at.tzinfo else at.replace(tzinfo=UTC)
