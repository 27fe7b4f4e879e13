"""Addresses as officers write them in a cell, and as a mail's header has them.

A name is free text from a workbook: whatever it says, it stays a name and cannot become a header, another address or
another line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.header import Header
from functools import lru_cache

from peerxl.errors import PeerxlError
from peerxl.text import DROP_INVISIBLE, UNWRITABLE

# What RFC 2047 allows a line with encoded words.
LONGEST_LINE = 76
_EMAIL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z0-9-]+\.)+[a-z0-9-]+", re.A | re.I)
_NAMED = re.compile(r"(?P<name>.*)<(?P<email>[^<>]*)>", re.DOTALL)
# A comma inside quotation marks belongs to a name: “Lee, Ann” <ann.lee@council.example>.
_BETWEEN = re.compile(r"[;\n]|,(?=[^\"]*(?:\"[^\"]*\"[^\"]*)*$)")
_PLAIN = re.compile(r"[ -~]*")


class AddressError(PeerxlError):
    """Words where an e-mail address was expected."""

    def __init__(self, text: str, where: str = "") -> None:
        place = f"{where}: " if where else ""
        super().__init__(f'{place}“{text}” is no e-mail address; write it as "jo.bloggs@council.gov.uk".')


@dataclass(frozen=True, slots=True)
class Address:
    """An e-mail address, and whose it is; AddressError where it is none."""

    email: str
    name: str = ""

    def __post_init__(self) -> None:
        # The longest path that RFC 5321 allows, without its angle brackets.
        if not _EMAIL.fullmatch(self.email) or len(self.email) > 254:
            raise AddressError(clean_line(self.email))

    @property
    def header(self) -> str:
        """The address in a header, folded where it is long: "Head of HR <hr@council.example>"."""
        name = clean_line(self.name)
        if not name:
            return self.email
        # “=?” would begin an encoded word, and whoever reads the header would decode what was never encoded.
        is_short = _PLAIN.fullmatch(name) and "=?" not in name and len(name) + len(self.email) < LONGEST_LINE - 12
        quoted = name.replace("\\", r"\\").replace('"', r"\"")
        return f'"{quoted}" <{self.email}>' if is_short else f"{encoded(name)}\r\n <{self.email}>"


def read_addresses(text: str, where: str = "") -> tuple[Address, ...]:
    """The addresses in a cell, parted by semicolons, commas or line breaks; AddressError names the one that is none."""
    return tuple(read_address(part, where) for part in _BETWEEN.split(text) if part.strip())


def read_address(text: str, where: str = "") -> Address:
    """An address, as "jo@council.example" or "Jo Bloggs <jo@council.example>"."""
    named = _NAMED.fullmatch(text.strip())
    email = named["email"] if named else text
    try:
        return Address(email.strip().removeprefix("mailto:"), named["name"].strip().strip('"') if named else "")
    except AddressError as error:
        raise AddressError(clean_line(text), where) from error


def clean_line(text: str) -> str:
    """Words on one line, without characters that nobody sees or no mail can hold."""
    if not text.isprintable():
        text = UNWRITABLE.sub(" ", text.translate(DROP_INVISIBLE))
    return " ".join(text.split())


def text_header(name: str, text: str) -> str:
    """A header of free text: as it is where it is short and plain, else in encoded words of RFC 2047."""
    line = clean_line(text)
    is_short = _PLAIN.fullmatch(line) and "=?" not in line and len(name) + len(line) < LONGEST_LINE - 2
    return line if is_short else encoded(line, len(name) + 2)


# The mails of a day have one subject, or few.
@lru_cache(maxsize=256)
def encoded(line: str, taken: int = 2) -> str:
    """A line in encoded words, folded; ``taken`` is how much of the first line has been written.

    The library folds names with commas or quotation marks so that they come apart, up to some versions: a word that is
    encoded whole is safe in all of them.
    """
    return Header(line, "utf-8", maxlinelen=LONGEST_LINE - taken).encode(linesep="\r\n")
