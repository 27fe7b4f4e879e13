"""A message as it was saved: who sent it and when, what it says, its files, and the messages inside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from peerxl.mail.address import clean_line

T = TypeVar("T")

SHARES = (
    "sharepoint.com",
    "1drv.ms",
    "onedrive.live.com",
    "docs.google.com",
    "drive.google.com",
    "dropbox.com",
    "we.tl",
)
"""Where files are kept that people send links to."""
_URL = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
DEEPEST = 8
"""How many messages or zip files may lie in one another."""


class SavedMailError(Exception):
    """A file that is no saved message, or no longer one; its text says why, as the beginning of a sentence."""


@dataclass(frozen=True, slots=True)
class File:
    """A file in a message; ``is_inline`` where it is a picture in the text, such as a logo."""

    name: str
    content: bytes
    is_inline: bool = False


@dataclass(frozen=True, slots=True)
class SavedMail:
    """A message as it was saved; ``links`` are those to files that are kept elsewhere."""

    sender: str
    sent_at: datetime | None
    subject: str
    files: tuple[File, ...] = ()
    links: tuple[str, ...] = ()
    inside: tuple[SavedMail, ...] = ()

    @property
    def address(self) -> str:
        """The sender's e-mail address; empty where the message does not say it."""
        email = self.sender.rpartition("<")[2].rstrip(">")
        return email if "@" in email else ""


def tried(read: Callable[[], T], otherwise: T, damages: tuple[type[Exception], ...]) -> T:
    """What is read, or another value where that is damaged and the rest of the message is not."""
    try:
        return read()
    except damages:
        return otherwise


def shared_links(text: str) -> tuple[str, ...]:
    """The hosts of files that a text links to, each once, also where a mail program has wrapped the link."""
    return tuple(dict.fromkeys(host for url in _URL.findall(text) for host in hosts_of(url)))


def hosts_of(url: str) -> Iterator[str]:
    # Mail programs put the link into one of their own, which checks it: the real one stands escaped inside.
    for part in _URL.findall(unquote(url).replace("http", " http")):
        try:
            host = urlsplit(part).hostname or ""
        except ValueError:
            continue
        if any(host == share or host.endswith(f".{share}") for share in SHARES):
            yield host


def sender_words(name: str, email: str) -> str:
    """Who sent a message, on one line: "Sam Okoro <hr@council.example>"."""
    name, email = clean_line(name), clean_line(email)
    return f"{name} <{email}>" if name and email and name != email else name or email
