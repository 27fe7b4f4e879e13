"""Messages saved as .msg, Outlook's own format.

The properties are named in Microsoft's [MS-OXPROPS], the storages they lie in described in [MS-OXMSG].
"""

from __future__ import annotations

import struct
from datetime import datetime
from email.utils import parseaddr
from typing import TYPE_CHECKING

from peerxl.mail.address import clean_line
from peerxl.mail.saved import DEEPEST, File, SavedMail, SavedMailError, sender_words, shared_links, tried

if TYPE_CHECKING:
    from oxmsg.properties import Properties
    from oxmsg.storage import Storage

MESSAGE_HEADER, ATTACHMENT_HEADER, EMBEDDED_HEADER = 32, 8, 24
"""How many bytes stand before the properties of a message, of a file in it, and of a message inside it."""
EMBEDDED = "__substg1.0_3701000D"
BY_WEB_REFERENCE = 7
SENDER_NAME, SENDER_EMAIL, SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
HEADERS, SUBMITTED, DELIVERED, SUBJECT, BODY, HTML = 0x007D, 0x0039, 0x0E06, 0x0037, 0x1000, 0x1013
CONTENT, LONG_NAME, SHORT_NAME, METHOD, LONG_PATH, HIDDEN = 0x3701, 0x3707, 0x3704, 0x3705, 0x370D, 0x7FFE
DAMAGES = (ValueError, LookupError, TypeError, AttributeError, AssertionError, OSError, OverflowError, struct.error)
"""What the libraries raise on a message that is damaged."""


def read_msg(content: bytes) -> SavedMail:
    """The message in a file; SavedMailError where it is none, or damaged."""
    from olefile import OleFileIO
    from oxmsg.storage import Storage

    try:
        with OleFileIO(content) as file:
            storage = Storage.from_ole(file)
        return saved(storage, MESSAGE_HEADER, 0)
    except DAMAGES as error:
        raise SavedMailError("it is no message as Outlook saves it, or damaged") from error


def saved(storage: Storage, header: int, depth: int) -> SavedMail:
    """A message with its files, and those of the messages inside it."""
    from oxmsg.properties import Properties

    own = Properties(storage, header)
    attached = [(each, Properties(each, ATTACHMENT_HEADER)) for each in storage.iter_attachment_storages()]
    embedded = [inner for each, _ in attached for inner in each.storages if inner.name == EMBEDDED]
    referred = [words(file, LONG_PATH) for _, file in attached if number(file, METHOD) == BY_WEB_REFERENCE]
    text = "\n".join((words(own, BODY), html_words(own), *referred))
    return SavedMail(
        sender=sender_of(own),
        sent_at=moment(own, SUBMITTED) or moment(own, DELIVERED),
        subject=clean_line(words(own, SUBJECT)),
        files=tuple(file_of(file) for _, file in attached if file.binary_prop_value(CONTENT) is not None),
        links=shared_links(text),
        inside=tuple(saved(each, EMBEDDED_HEADER, depth + 1) for each in embedded) if depth < DEEPEST else (),
    )


def sender_of(own: Properties) -> str:
    """Who sent a message: within one's own organisation only some of its properties are an e-mail address."""
    header = next((line for line in words(own, HEADERS).splitlines() if line.lower().startswith("from:")), "")
    # Inside one's own Exchange the address is a path in the directory: “/O=COUNCIL/OU=…/CN=JBLOGGS”.
    emails = (words(own, SENDER_SMTP), words(own, SENDER_EMAIL), parseaddr(header[5:])[1])
    return sender_words(words(own, SENDER_NAME), next((email for email in emails if "@" in email), ""))


def file_of(file: Properties) -> File:
    name = clean_line(words(file, LONG_NAME) or words(file, SHORT_NAME)) or "unnamed"
    return File(name, file.binary_prop_value(CONTENT) or b"", bool(number(file, HIDDEN)))


def words(properties: Properties, name: int) -> str:
    """A text; empty where there is none, or none that can be decoded."""
    return tried(lambda: properties.str_prop_value(name) or "", "", DAMAGES)


def html_words(properties: Properties) -> str:
    """A body of HTML, of which only the links are of interest: its letters beyond ASCII may come out wrong."""
    return tried(lambda: (properties.binary_prop_value(HTML) or b"").decode("utf-8", "replace"), "", DAMAGES)


def number(properties: Properties, name: int) -> int:
    return tried(lambda: properties.int_prop_value(name) or 0, 0, DAMAGES)


def moment(properties: Properties, name: int) -> datetime | None:
    return tried(lambda: properties.date_prop_value(name), None, DAMAGES)
