"""Cuts a timescale cell into words, numbers and signs, each with its place in the text.

Typing habits end here: markup, invisible characters, wide digits and the many dashes, quotes, bullets and arrows
become plain ones. Nothing else is lost: every other character belongs to a token.
"""

from __future__ import annotations

import html
import re
from typing import Literal, NamedTuple

from peerxl.language.timescales.notes import Unreadable

MOST_TOKENS = 32_767  # an Excel cell holds no more characters than this

TokenKind = Literal["word", "number", "sign", "end"]


class Token(NamedTuple):
    """A word (lower case), a number (its digits) or a sign; ``spaced`` and ``broken`` say what came before it."""

    kind: TokenKind
    text: str
    start: int
    end: int
    spaced: bool = False
    broken: bool = False
    capital: bool = False


END = Token("end", "", 0, 0, True, True)

_INVISIBLE = "\x00"
_ALIKE = {
    "-": "‐‑‒–—―−﹘﹣\x96\x97",
    "'": "‘’ʼ`´′\x91\x92",
    '"': "“”″\x93\x94",
    "/": "⁄∕\\",
    "•": "◦▪■●‣⁃∙·*▶❖➢✓✔☑\x95\uf0b7\uf0a7",
    "→": "➔➜⇒⟶➡⮕↦►",
    "(": "[{",
    ")": "]}",
    " ": "_",
    _INVISIBLE: "\u00ad\u2060\ufeff"
    + "".join(map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)))),
}
_PLAIN = {ord(odd): plain for plain, odds in _ALIKE.items() for odd in odds} | {
    wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)
}
_SHOWN = _PLAIN | {ord(sign): sign for sign in "–—‘’“”•·"}  # plain signs, but for those that read well
_TOKEN = re.compile(
    r"""(?P<space>[\s\x00]+)
    | (?P<tag></?[A-Za-z][^<>]{0,200}>)
    | (?P<entity>&(?:[A-Za-z]{2,8}|\#[0-9]{1,6});)
    | (?P<number>[0-9](?:\x00*[0-9])*)
    | (?P<word>(?i:(?<=[0-9])(?:st|nd|rd|th)(?=[a-z]{3}))|[^\W\d_](?:[\x00']*(?!(?<=[a-z])Q[1-4])[^\W\d_])*)
    | (?P<arrow>[-=]+>)
    | (?P<dash>-+)
    | (?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
_BLOCK_TAG = re.compile(r"</?(?:p|br|li|ul|ol|div|tr|td)\b", re.IGNORECASE)
_BREAKS = frozenset("\n\r\v\f\x85\u2028\u2029")


def lex(text: str) -> list[Token]:
    """The text's tokens in order; refuses a text with more of them than an Excel cell can hold."""
    tokens: list[Token] = []
    spaced = broken = True
    plain = text.translate(_PLAIN)
    for match in _TOKEN.finditer(plain):
        group, piece, start, end = match.lastgroup, match.group(), match.start(), match.end()
        if group == "entity":
            group, piece = _entity(piece)
        if group in {"space", "tag"}:
            is_break = bool(_BLOCK_TAG.match(piece)) if group == "tag" else not _BREAKS.isdisjoint(piece)
            spaced = spaced or is_break or (group == "space" and not set(piece) <= {_INVISIBLE})
            broken = broken or is_break
            continue
        tokens.append(_token(group, piece, start, end, spaced, broken))
        spaced = broken = False
        if len(tokens) > MOST_TOKENS:
            raise Unreadable("too-long", "it is longer than an Excel cell can be")
    return tokens


def _token(group: str | None, piece: str, start: int, end: int, spaced: bool, broken: bool) -> Token:
    if group == "word":
        word = piece.replace(_INVISIBLE, "")
        return Token("word", word.lower(), start, end, spaced, broken, word[0].isupper())
    if group == "number":
        return Token("number", piece.replace(_INVISIBLE, ""), start, end, spaced, broken)
    sign = {"arrow": "→", "dash": "-"}.get(group or "", piece)
    return Token("sign", sign, start, end, spaced, broken)


def _entity(piece: str) -> tuple[str, str]:
    """What an HTML entity stands for, as the lexer would have met it."""
    character = html.unescape(piece).translate(_PLAIN)[:1]
    if character.isspace() or character == _INVISIBLE:
        return "space", character
    return "sign", character


def tidy(text: str) -> str:
    """The text on one line, without markup, invisible characters and stray spaces."""
    kept = (_shown(match) for match in _TOKEN.finditer(text.translate(_SHOWN)))
    return " ".join("".join(kept).split())


def _shown(match: re.Match[str]) -> str:
    if match.lastgroup == "tag":
        return " " if _BLOCK_TAG.match(match.group()) else ""
    if match.lastgroup == "entity":
        return html.unescape(match.group())
    return match.group().replace(_INVISIBLE, "")
