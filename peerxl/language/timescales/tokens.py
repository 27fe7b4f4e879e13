"""Cuts a timescale cell into words, numbers and signs, each with its position in the text and a code for its classes.

Typing habits end here: markup, invisible characters, wide digits and the many dashes, quotes, bullets and arrows
become plain ones. Nothing else is lost: every other character belongs to a token.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from peerxl.language.timescales.grammar import GLUED, NEW_LINE, SPACED, Alphabet, Grammar, find_shape
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.period import Period, is_year, read_full_year
from peerxl.language.timescales.roles import Role
from peerxl.pattern import compile_late

MOST_TOKENS = 32_767  # an Excel cell holds no more characters than this
MOST_MONTHS = 12  # two figures up to this before a four-digit year may be its month
PADDING = [""] * 8  # no rule looks further past the end

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
_ODD = frozenset(chr(odd) for odd in _PLAIN if odd < 128)
_SHOWN = _PLAIN | {ord(sign): sign for sign in "–—‘’“”•·"}  # plain signs, but for those that read well
_TAG, _ENTITY = "</?[A-Za-z][^<>]{0,200}>", r"&(?:[A-Za-z]{2,8}|\#[0-9]{1,6});"
_TOKEN = re.compile(
    rf"""([\s\x00]*+)
    ((?i:(?<=[0-9])(?:st|nd|rd|th)(?=[a-z]{{3}}))
    | [^\W\d_](?:[\x00']*(?!(?<=[a-z])Q[1-4])[^\W\d_])*
    | [0-9](?:\x00*[0-9])*
    | {_TAG} | {_ENTITY} | [-=]+> | -+ | [^\s\x00] | \Z)""",
    re.VERBOSE,
)
_MARKUP = compile_late(f"{_TAG}|{_ENTITY}")
_BLOCK_TAG = compile_late(r"</?(?:p|br|li|ul|ol|div|tr|td)\b", re.IGNORECASE)
_BREAKS = frozenset("\n\r\v\f\x85\u2028\u2029")

DATE_SIGNS = frozenset("/-.")
FIGURES = frozenset("0123456789")


class Tokens:
    """The tokens of a cell, by index.

    ``texts`` are its words (in lower case), numbers and signs, with a few empty ones after the last. ``codes`` has two
    characters for each token: what stands before it, and its code. ``years`` has the calendar years that fiscal years
    begin and end in, by the number that they are written from.
    """

    __slots__ = ("codes", "ends", "grammar", "size", "starts", "text", "texts", "years")

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.text = text
        self.grammar = grammar
        self.texts: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.size = 0
        self.codes = ""
        self.years: dict[int, tuple[int, int]] = {}

    def is_spaced(self, index: int) -> bool:
        return self.codes[2 * index] != GLUED

    def is_broken(self, index: int) -> bool:
        """Whether a line of the cell begins with the token."""
        return self.codes[2 * index] == NEW_LINE

    def get_month(self, index: int) -> int:
        """The number of the month that the token names, 0 where it names none."""
        return self.grammar.lexicon.numbers["month-name"].get(self.texts[index], 0)

    def find_phrase(self, index: int) -> tuple[Role, int] | None:
        """What the longest phrase that begins with the token does, and the index after it."""
        texts = self.texts
        for rest, role in self.grammar.phrases.get(texts[index], ()):
            after = index + 1
            for text in rest:
                if texts[after] == "-" and not (self.is_spaced(after) or self.is_spaced(after + 1)):
                    after += 1  # a hyphen stands for a space
                if texts[after] != text:
                    break
                after += 1
            else:
                return role, after
        return None

    def get_words(self, first: int, after: int) -> str:
        """The tokens from one up to another, as a short piece of text for a message."""
        indexes = range(first, min(after, first + 12))
        pieces = [f" {self.texts[index]}" if self.is_spaced(index) else self.texts[index] for index in indexes]
        text = "".join(pieces).strip()
        return text if len(text) <= 60 else text[:59] + "…"


class Chunk(NamedTuple):
    """What the tokens from ``first`` up to ``after`` do; ``period`` is the one they name, if they do."""

    role: Role
    first: int
    after: int
    period: Period | None = None


Chunks = list[Chunk]


def walk_on(chunks: Sequence[Chunk], index: int) -> Iterator[Chunk]:
    """The chunks after one, the nearest first."""
    return iter(chunks[index + 1 :])


def walk_back(chunks: Sequence[Chunk], index: int) -> Iterator[Chunk]:
    """The chunks before one, the nearest first."""
    return reversed(chunks[:index])


Walk = Callable[[Sequence[Chunk], int], Iterator[Chunk]]


class PatternMatch(NamedTuple):
    """Tokens from ``first`` up to ``after`` that fit a pattern, and the named parts of it."""

    tokens: Tokens
    first: int
    after: int
    groups: Mapping[str, Sequence[int]]  # the pattern may have several groups of one name
    match: re.Match[str]

    def locate(self, name: str) -> int:
        """The index of a part's first token, -1 where it is not there."""
        for group in self.groups[name]:
            start = self.match.start(group)
            if start >= 0:
                return start // 2
        return -1

    def has(self, name: str) -> bool:
        return self.locate(name) >= 0

    def locate_end(self, name: str) -> int:
        """The index after a part's last token."""
        return max(self.match.end(group) for group in self.groups[name]) // 2

    def get_text(self, name: str) -> str:
        """The first token of a part."""
        return self.tokens.texts[self.locate(name)]


def split_tokens(text: str, grammar: Grammar) -> Tokens:
    """The text's tokens; refuses a text with more of them than an Excel cell can hold."""
    tokens, alphabet = Tokens(text, grammar), grammar.alphabet
    pieces = _TOKEN.findall(text if _is_plain(text) else text.translate(_PLAIN))
    if len(pieces) > MOST_TOKENS:
        raise Unreadable("too-long", "it is longer than an Excel cell can be")
    codes = _add_pieces(tokens, pieces, alphabet)
    codes += NEW_LINE, alphabet.end
    tokens.size = len(tokens.texts)
    tokens.texts += PADDING
    _set_number_codes(tokens, codes, alphabet)
    tokens.codes = "".join(codes)
    return tokens


def _is_plain(text: str) -> bool:
    """Whether none of a text's signs stands for another."""
    return text.isascii() and _ODD.isdisjoint(text)


def _add_pieces(tokens: Tokens, pieces: Sequence[tuple[str, str]], alphabet: Alphabet) -> list[str]:
    """Adds the tokens of a text, cut into what stands between them and themselves, and gives their codes."""
    codes: list[str] = []
    known = alphabet.texts
    gap, end = NEW_LINE, 0
    for between, piece in pieces:
        start = end
        if between:
            start += len(between)
            gap = SPACED if between == SPACED and gap == GLUED else _join_gaps(gap, between)
        end = start + len(piece)
        word = piece.lower()
        code = known.get(word)
        if code is None and piece:
            word, code = _read_odd(word, alphabet)
        if not code:
            gap = _join_gaps(gap, word)
            continue
        codes += gap, code
        tokens.texts.append(word)
        tokens.starts.append(start)
        tokens.ends.append(end)
        gap = GLUED
    return codes


def _join_gaps(gap: str, between: str) -> str:
    """What stands before a token if this does too: a line break counts more than a space, and that than nothing."""
    if gap == NEW_LINE or not _BREAKS.isdisjoint(between):
        return NEW_LINE
    return SPACED if between.strip(_INVISIBLE) else gap


def _read_odd(piece: str, alphabet: Alphabet) -> tuple[str, str]:
    """A piece that is in no class of its own, made plain, and its code; no code for what only parts the others."""
    if _INVISIBLE in piece:
        piece = piece.replace(_INVISIBLE, "")
    first = piece[0]
    if first in FIGURES:
        return piece, alphabet.sign  # until the numbers beside it are known
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


def _set_number_codes(tokens: Tokens, codes: list[str], alphabet: Alphabet) -> None:
    """Gives each number the code of its shape and of what it begins with the one or two after it."""
    numbers = [index for index, text in enumerate(tokens.texts) if text and text[0] in FIGURES]
    for position, index in enumerate(numbers):
        mark, following = "plain", numbers[position + 1 : position + 3]
        if following and following[0] == index + 2:
            is_third = following[1:] == [index + 4]
            if is_third and _begins_date(tokens.texts, codes, index):
                mark = "date"
            elif years := _find_years(tokens.texts, codes, index, alphabet, is_third=is_third):
                tokens.years[index] = years
                mark = "label" if years[1] == years[0] + 1 else "span" if years[1] > years[0] else "backward"
        codes[2 * index + 1] = alphabet.figures[find_shape(tokens.texts[index]), mark]


def _begins_date(texts: Sequence[str], codes: Sequence[str], index: int) -> bool:
    """Whether two like signs join three numbers, spaced alike: "1/2/26" or "1 / 2 / 26", but not "23-24 - 25"."""
    is_one_sign = texts[index + 1] == texts[index + 3] and texts[index + 1] in DATE_SIGNS
    return is_one_sign and len({codes[2 * step] == GLUED for step in range(index + 1, index + 5)}) == 1


def _find_years(
    texts: Sequence[str], codes: Sequence[str], index: int, alphabet: Alphabet, *, is_third: bool
) -> tuple[int, int] | None:
    """The calendar years of a fiscal year, or of several, in two numbers: 23/24, 2023 to 2024, 2024/5, 2023-2027."""
    first, link, second = texts[index : index + 3]
    is_word = link in {"to", "until"}
    if not (is_word or link in {"/", "-"}) or (is_word and not is_year(first)):
        return None
    is_first = len(first) == 2 or is_year(first)
    is_month = len(first) < len(second) and len(first) < 3 and int(first) <= MOST_MONTHS  # "08/2023"
    if not is_first or is_month or len(second) > 4 or _goes_on(texts, codes, index, alphabet, is_third=is_third):
        return None
    start = read_full_year(first)
    if len(second) == 4:
        return (start, int(second)) if is_year(second) and int(second) != start else None
    is_next = len(second) == 2 or (len(second) == 1 and len(first) == 4)  # "22/3" may be a day and a month
    is_next = is_next and int(second) == (start + 1) % 10 ** len(second)
    return (start, start + 1) if is_next else None


def _goes_on(texts: Sequence[str], codes: Sequence[str], index: int, alphabet: Alphabet, *, is_third: bool) -> bool:
    """Whether the second number begins something else: "2023 - 24 March", "2023 - 31/03/2024"."""
    link, following, code = texts[index + 1], texts[index + 3], codes[2 * index + 7]
    is_glued = codes[2 * index + 6] == GLUED
    if is_third and is_glued and following in DATE_SIGNS:
        return following in {".", link} or link != "/"
    is_ordinal = is_glued and code in alphabet.members["suffix"]
    is_apart = codes[2 * index + 4] != GLUED
    return is_ordinal or (is_apart and code in alphabet.members["month-name"])


def tidy(text: str) -> str:
    """The text on one line, without markup, invisible characters and stray spaces."""
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
