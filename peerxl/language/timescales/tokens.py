"""Cuts a timescale cell into words, numbers and signs, each with its position and a code for its classes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from peerxl.language.timescales.alphabet import GLUED, NEW_LINE, SPACED, Alphabet, find_shape
from peerxl.language.timescales.grammar import Grammar
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.period import Period, is_year, read_full_year
from peerxl.language.timescales.pieces import cut_pieces, join_gaps
from peerxl.language.timescales.roles import Role

MOST_TOKENS = 32_767  # an Excel cell holds no more characters than this
MOST_MONTHS = 12  # two figures up to this before a four-digit year may be its month
NO_YEARS: Mapping[int, tuple[int, int]] = MappingProxyType({})
PADDING = [""] * 8  # no rule looks further past the end

DATE_SIGNS = frozenset("/-.")


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
        self.years: Mapping[int, tuple[int, int]] = NO_YEARS

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
        texts, after = self.texts, index + 1
        node, found = self.grammar.phrases.get(texts[index]), None
        while node is not None:
            if node.role is not None:
                found = node.role, after
            if not node.following:
                break
            if texts[after] == "-" and not (self.is_spaced(after) or self.is_spaced(after + 1)):
                after += 1  # a hyphen stands for a space
            node = node.following.get(texts[after])
            after += 1
        return found

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


Parts = Mapping[str, tuple[int, int]]


class PatternMatch:
    """Tokens from ``first`` up to ``after`` that fit a pattern, and where each named part of it begins and ends."""

    __slots__ = ("after", "first", "parts", "tokens")

    def __init__(self, tokens: Tokens, first: int, after: int, parts: Parts) -> None:
        self.tokens = tokens
        self.first = first
        self.after = after
        self.parts = parts

    def locate(self, name: str) -> int:
        """The index of a part's first token, -1 where it is not there."""
        return self.parts[name][0] if name in self.parts else -1

    def has(self, name: str) -> bool:
        return name in self.parts

    def locate_end(self, name: str) -> int:
        """The index after a part's last token."""
        return self.parts[name][1] if name in self.parts else -1

    def get_text(self, name: str) -> str:
        """The first token of a part."""
        return self.tokens.texts[self.parts[name][0]]


def split_tokens(text: str, grammar: Grammar) -> Tokens:
    """The text's tokens; refuses a text with more of them than an Excel cell can hold."""
    tokens, table = Tokens(text, grammar), grammar.pieces
    pieces = cut_pieces(text)
    if len(pieces) > MOST_TOKENS:
        raise Unreadable("too-long", "it is longer than an Excel cell can be")
    pieces.pop()
    texts, starts, ends = tokens.texts, tokens.starts, tokens.ends
    codes: list[str] = []
    gap, end = NEW_LINE, 0
    for between, piece in pieces:
        start = end + len(between)
        end = start + len(piece)
        if between:
            gap = SPACED if between == SPACED and gap == GLUED else join_gaps(gap, between)
        word, code = table[piece]
        if code:
            codes.append(gap)
            codes.append(code)
            texts.append(word)
            starts.append(start)
            ends.append(end)
            gap = GLUED
        else:
            gap = join_gaps(gap, word)
    codes.append(NEW_LINE)
    codes.append(grammar.alphabet.end)
    tokens.size = len(texts)
    texts += PADDING
    tokens.codes = "".join(codes)
    if pairs := list(grammar.alphabet.pair.finditer(tokens.codes[1::2])):
        _mark_numbers(tokens, codes, pairs)
        tokens.codes = "".join(codes)
    return tokens


def _mark_numbers(tokens: Tokens, codes: list[str], pairs: Sequence[re.Match[str]]) -> None:
    """Gives each number that begins years or a date with those after it the code for that."""
    alphabet, named = tokens.grammar.alphabet, {}
    for match in pairs:
        index, mark, is_third = match.start(), "", match[1] is not None
        if is_third and _begins_date(tokens.texts, codes, index):
            mark = "date"
        elif years := _find_years(tokens.texts, codes, index, alphabet, is_third=is_third):
            named[index] = years
            mark = "label" if years[1] == years[0] + 1 else "span" if years[1] > years[0] else "backward"
        if mark:
            codes[2 * index + 1] = alphabet.figures[find_shape(tokens.texts[index]), mark]
    tokens.years = named


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
    link, following = texts[index + 1], texts[index + 3]
    gap, code = codes[2 * index + 6 : 2 * index + 8]
    is_glued = gap == GLUED
    if is_third and is_glued and following in DATE_SIGNS:
        return following in {".", link} or link != "/"
    is_ordinal = is_glued and code in alphabet.members["suffix"]
    is_apart = codes[2 * index + 4] != GLUED
    return is_ordinal or (is_apart and code in alphabet.members["month-name"])
