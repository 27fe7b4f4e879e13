"""The pieces that a text is cut into: what stands between two tokens, and which token each is, by itself.

Typing habits end here: markup, invisible characters, wide digits and the many dashes, quotes, bullets and arrows
become plain ones. Nothing else is lost: every other character belongs to a token.
"""

from __future__ import annotations

import re

from peerxl.language.timescales.alphabet import NEW_LINE, SPACED, Alphabet, find_shape
from peerxl.pattern import compile_late

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
_ODD = re.compile(f"[{''.join(re.escape(chr(odd)) for odd in _PLAIN if odd < 128)}]")
# Words of letters, figures and signs that stand for no others, with a space between: most texts are tidy.
_TIDY = re.compile(r"[!-%'-)+-;=-Z^a-z|~]++(?: [!-%'-)+-;=-Z^a-z|~]++)*+")
_SHOWN = _PLAIN | {ord(sign): sign for sign in "–—‘’“”•·"}  # plain signs, but for those that read well
_TAG, _ENTITY = "</?[A-Za-z][^<>]{0,200}>", r"&(?:[A-Za-z]{2,8}|\#[0-9]{1,6});"
_TOKEN = re.compile(
    rf"""([\s\x00]*+)
    ((?i:(?<=[0-9])(?:st|nd|rd|th)(?=[a-z]{{3}}))
    | [^\W\d_][a-z]*+(?:[\x00']*+(?!(?<=[a-z])Q[1-4])[^\W\d_][a-z]*+)*+
    | [0-9]++(?:\x00++[0-9]++)*+
    | {_TAG} | {_ENTITY} | [-=]+> | -+ | [^\s\x00] | \Z)""",
    re.VERBOSE,
)
_MARKUP = compile_late(f"{_TAG}|{_ENTITY}")
_BLOCK_TAG = compile_late(r"</?(?:p|br|li|ul|ol|div|tr|td)\b", re.IGNORECASE)
_BREAKS = frozenset("\n\r\v\f\x85\u2028\u2029")

FIGURES = frozenset("0123456789")
MOST_KEPT, LONGEST_KEPT = 8192, 24
"""How many pieces are remembered, and how long one may be: the words of plans, and no more."""

Token = tuple[str, str]


class PieceTable(dict[str, Token]):
    """The text of the token that each piece is, in small letters and made plain, and its code.

    What only parts the tokens beside it has no code. A number has that of its shape, whatever stands beside it.
    """

    def __init__(self, alphabet: Alphabet) -> None:
        self.alphabet = alphabet

    def __missing__(self, piece: str) -> Token:
        token = _read_piece(piece, self.alphabet)
        if len(self) < MOST_KEPT and len(piece) <= LONGEST_KEPT:
            self[piece] = token
        return token


def _read_piece(piece: str, alphabet: Alphabet) -> Token:
    word = piece.lower()
    code = alphabet.texts.get(word)
    return _read_odd(word, alphabet) if code is None and piece else (word, code or "")


def _read_odd(piece: str, alphabet: Alphabet) -> Token:
    """A piece that is in no class of its own, made plain, and its code; no code for what only parts the others."""
    if _INVISIBLE in piece:
        piece = piece.replace(_INVISIBLE, "")
    first = piece[0]
    if first in FIGURES:
        return piece, alphabet.figures[find_shape(piece), "plain"]
    if first == "<" and len(piece) > 1:
        return "\n" if _BLOCK_TAG.match(piece) else "", ""
    is_word = first.isalnum() and not first.isdecimal()
    if first == "&" and len(piece) > 1:
        from html import unescape

        piece = unescape(piece).translate(_PLAIN)[:1]
        if piece.isspace() or piece == _INVISIBLE:
            return piece, ""
    elif first in "-=" and len(piece) > 1:
        piece = "-" if first == piece[-1] else "→"
    return piece, alphabet.texts.get(piece, alphabet.word if is_word else alphabet.sign)


def cut_pieces(text: str) -> list[tuple[str, str]]:
    """What stands between two tokens, and what may be one, in turn; the last piece is empty."""
    return _TOKEN.findall(text if _is_plain(text) else text.translate(_PLAIN))


def _is_plain(text: str) -> bool:
    """Whether none of a text's signs stands for another."""
    return text.isascii() and not _ODD.search(text)


def join_gaps(gap: str, between: str) -> str:
    """What stands before a token if this does too: a line break counts more than a space, and that than nothing."""
    if gap == NEW_LINE or not _BREAKS.isdisjoint(between):
        return NEW_LINE
    return SPACED if between.strip(_INVISIBLE) else gap


def tidy(text: str) -> str:
    """The text on one line, without markup, invisible characters and stray spaces."""
    if _TIDY.fullmatch(text):
        return text
    shown = text if _is_plain(text) else text.translate(_SHOWN)
    if "<" in shown or "&" in shown:
        shown = _MARKUP.sub(_resolve_markup, shown)
    if _INVISIBLE in shown:
        shown = shown.replace(_INVISIBLE, "")
    return " ".join(shown.split())


def _resolve_markup(match: re.Match[str]) -> str:
    markup = match.group()
    if markup.startswith("&"):
        from html import unescape

        return unescape(markup)
    return " " if _BLOCK_TAG.match(markup) else ""
