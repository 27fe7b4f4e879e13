"""The words of a cell, tidied: web mark-up, stray spaces and odd line breaks go, nothing else does."""

from __future__ import annotations

import html
import re

# Only names of real HTML elements, so that "<5 days" and "<name>" stay.
TAGS = "p br b i u s em strong span div ul ol li a h1 h2 h3 h4 h5 h6 font table tbody thead tr td th sup sub blockquote"
_TAG = re.compile(rf"</?(?P<name>{'|'.join(TAGS.split())})(?:\s[^<>]{{0,200}})?/?>", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:amp|nbsp|lt|gt|quot|apos|ndash|mdash|lsquo|rsquo|ldquo|rdquo|#\d{1,6}|#x[0-9a-f]{1,5});", re.I
)
_INLINE = frozenset("b i u s em strong span a font sup sub".split())
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def has_markup(text: str) -> bool:
    """Whether the text has HTML marks that a reader would see as marks."""
    return bool(_TAG.search(text) or _ENTITY.search(text))


def tidy(text: str) -> str:
    """The text with HTML marks resolved, each line's spaces collapsed and empty lines dropped."""
    if "<" in text:
        text = _TAG.sub(lambda tag: "" if tag["name"].lower() in _INLINE else "\n", text)
    if "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    lines = (" ".join(line.split()) for line in text.translate(_INVISIBLE).splitlines())
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    """The tidied text on one line."""
    return tidy(text).replace("\n", " ")
