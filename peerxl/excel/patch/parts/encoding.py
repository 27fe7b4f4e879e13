"""A part's XML as UTF-8, whatever encoding it is kept in, and the way back without a byte changed."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

Bytes = bytes | bytearray

# UTF-32's before UTF-16's: the one begins with the other.
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
# What a part in UTF-8 or UTF-16 must call it, if it says what it is in.
NAMES = {None: b"utf-8", "utf-16-le": b"utf-16", "utf-16-be": b"utf-16"}


class Xml(NamedTuple):
    """A part's XML in UTF-8; ``codec`` is the encoding it goes back to, None where it is in UTF-8 already."""

    body: Bytes
    codec: str | None = None
    bom: bytes = b""

    @property
    def is_unicode(self) -> bool:
        """Whether the part calls its encoding by the name that every reader must know; of others many know none."""
        declared = _DECLARED.match(self.body)
        return declared is None or declared[1].lower() == NAMES.get(self.codec)

    def encode(self, body: Bytes) -> Bytes:
        """A changed body in the part's own encoding, which must have a code for each of its characters."""
        if self.codec is None:
            return body
        return self.bom + body.decode("utf-8", "surrogatepass").encode(self.codec, choose_error_handler(self.codec))


def choose_error_handler(codec: str) -> str:
    """How a codec is to treat what it has no code for: Unicode's own pass lone surrogates on."""
    return "surrogatepass" if codec.startswith("utf") else "strict"


def read_xml(part: Bytes) -> Xml:
    """A part as UTF-8; ValueError where its encoding is unknown or does not bring the same bytes back."""
    bom, codec = detect_encoding(part)
    if codec == "utf-8":
        return Xml(part)
    try:
        body = part[len(bom) :].decode(codec, choose_error_handler(codec)).encode("utf-8")
    except (LookupError, UnicodeError) as error:
        raise ValueError(codec) from error
    xml = Xml(body, codec, bom)
    if xml.encode(body) != part:
        raise ValueError(codec)
    return xml


def detect_encoding(part: Bytes) -> tuple[bytes, str]:
    """A part's byte order mark and its encoding: what the bytes show weighs more than what they declare."""
    for bom, codec in BOMS:
        if part.startswith(bom):
            return bom, codec
    if part.startswith(b"<\0"):
        return b"", "utf-16-le"
    if part.startswith(b"\0<"):
        return b"", "utf-16-be"
    declared = _DECLARED.match(part)
    codec = declared[1].decode().lower() if declared else "utf-8"
    # "utf-16" over bytes that are not is a known slip of programs that build the XML as a string first.
    return b"", "utf-8" if codec.startswith(("utf-8", "utf8", "utf-16", "ucs-2", "unicode")) else codec
