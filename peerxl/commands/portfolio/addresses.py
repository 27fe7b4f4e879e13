"""Addresses of workbooks: the URLs that fsspec knows (file, https, zip, memory, and others), and what lies there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import BinaryIO

from peerxl.errors import MissingExtraError, PeerxlError

URL = re.compile(r"[a-z][a-z0-9+.-]+(?:://|::)", re.IGNORECASE)
"""How a URL begins; a drive of Windows has one letter."""
SECRETS = re.compile(r"(?<=://)[^/@]*@|[?#][^:]*")
"""What of a URL is nobody's business: who asks, and what shows that they may."""
PIECE = 1024**2
ANY_URL = re.compile(r"[a-z][a-z0-9+.-]+://[^\s'\"]+", re.IGNORECASE)
MOST_BYTES = 512 * 1024**2
"""Far above any plan: whatever is longer is not fetched to its end."""


class UnreachableAddressError(PeerxlError):
    """A URL that nothing can be had from."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"{name_url(url)}: nothing can be had from there ({why}); check the address and your access.")


def is_url(address: str) -> bool:
    return URL.match(address) is not None


def lies_in_memory(address: str) -> bool:
    """Whether a URL names what is in this process's own memory, which no other process sees."""
    return "memory://" in address


def name_url(url: str) -> str:
    """A URL as people are told it, without log-ins and keys."""
    return SECRETS.sub("", url)


def fetch(url: str, folder: Path) -> Path:
    """A workbook's content as a file in a folder, under its own name."""
    target = folder / (PurePosixPath(name_url(url.partition("::")[0])).name or "workbook.xlsx")
    with reaching(url):
        # Not fsspec.open, which takes the "?" of a key for a pattern.
        system, path = load_fsspec().core.url_to_fs(url)
        with system.open(path, "rb") as source, target.open("wb") as copy:
            for piece in read_pieces(source, url):
                copy.write(piece)
    return target


def read_pieces(source: BinaryIO, url: str) -> Iterator[bytes]:
    length = 0
    while piece := source.read(PIECE):
        length += len(piece)
        if length > MOST_BYTES:
            raise UnreachableAddressError(url, f"it is longer than {MOST_BYTES:,} bytes")
        yield piece


@contextmanager
def reaching(url: str) -> Iterator[None]:
    """Say in a sentence what keeps an address from being read."""
    try:
        yield
    except PeerxlError:
        raise
    except Exception as error:  # each file system has errors of its own
        raise UnreachableAddressError(url, describe(error)) from error


def describe(error: Exception) -> str:
    """An error of any file system, in its own words on one line."""
    text = ANY_URL.sub(lambda url: name_url(url[0]), " ".join(str(error).split()))
    return text[:200] or type(error).__name__


def load_fsspec() -> ModuleType:
    try:
        import fsspec
    except ImportError as error:
        raise MissingExtraError("a URL", "cluster") from error
    assert isinstance(fsspec, ModuleType)
    return fsspec
