"""How wide a text is and how tall a wrapped cell must be, in points.

The widths are Helvetica's published metrics, which Arial and Liberation Sans share, in thousandths of the font's size.
Nothing but Excel knows how Excel will break a line, so every estimate errs on the tall side.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache
from itertools import pairwise

FONT_SIZE = 12
LINE_SPACING = 1.22
CELL_PADDING = 6.0
ROW_PADDING = 5.0
TALLEST_ROW = 409.0
SAFETY = 0.97

FIRST_CHARACTER = " "
REGULAR = (
    *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556),
    *(1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556),
    *(333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556),
    *(556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584),
)
BOLD = (
    *(278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611),
    *(975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556),
    *(333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611),
    *(611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584),
)
PUNCTUATION = {"‘": 278, "’": 278, "“": 500, "”": 500, "–": 556, "—": 1000, "…": 1000, "•": 350, "£": 556, "€": 556}
NARROWEST = 2.5
WIDEST = 1000
USUAL = 611


@cache
def character_width(character: str, bold: bool = False) -> int:
    """The width of one character in thousandths of the font's size."""
    known = BOLD if bold else REGULAR
    index = ord(character) - ord(FIRST_CHARACTER)
    if 0 <= index < len(known):
        return known[index]
    if character in PUNCTUATION:
        return PUNCTUATION[character]
    if unicodedata.combining(character):
        return 0
    base = unicodedata.normalize("NFD", character)[0]
    if base != character:
        return character_width(base, bold)
    return WIDEST if unicodedata.east_asian_width(character) in "WF" else USUAL


def text_width(text: str, size: float = FONT_SIZE, bold: bool = False) -> float:
    """How wide a line of text is."""
    return sum(character_width(character, bold) for character in text) * size / 1000


def wrap_text(text: str, width: float, size: float = FONT_SIZE, bold: bool = False) -> tuple[str, ...]:
    """The lines a text breaks into between two edges; a word too long for a line breaks where it must."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _wrap_paragraph(paragraph, width * SAFETY, size, bold)
    return tuple(lines)


def _wrap_paragraph(paragraph: str, width: float, size: float, bold: bool) -> list[str]:
    lines = [""]
    space = text_width(" ", size, bold)
    used = 0.0
    for word in _words(paragraph, width, size, bold):
        needed = text_width(word, size, bold)
        if lines[-1] and used + space + needed > width:
            lines.append(word)
            used = needed
        else:
            used += needed + (space if lines[-1] else 0)
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def _words(paragraph: str, width: float, size: float, bold: bool) -> list[str]:
    words: list[str] = []
    for word in paragraph.split():
        words += _pieces(word, width, size, bold) if text_width(word, size, bold) > width else [word]
    return words


def _pieces(word: str, width: float, size: float, bold: bool) -> list[str]:
    pieces = [""]
    used = 0.0
    for character in word:
        needed = text_width(character, size, bold)
        if pieces[-1] and used + needed > width:
            pieces.append("")
            used = 0.0
        pieces[-1] += character
        used += needed
    return pieces


@lru_cache(maxsize=20_000)
def count_lines(text: str, column_width: float, size: float = FONT_SIZE, bold: bool = False) -> int:
    """How many lines a text takes in a wrapped cell of a column."""
    return len(wrap_text(text, column_width - CELL_PADDING, size, bold))


def lines_height(lines: int, size: float = FONT_SIZE) -> float:
    """How tall a row must be for so many lines."""
    return float(round(lines * size * LINE_SPACING + ROW_PADDING))


def lines_that_fit(height: float = TALLEST_ROW, size: float = FONT_SIZE) -> int:
    """How many lines a row of a height can show."""
    return int((height - ROW_PADDING) // (size * LINE_SPACING))


def split_text(text: str, column_width: float, lines: int, size: float = FONT_SIZE) -> tuple[str, ...]:
    """A text as parts that take so many lines each, broken between words; nothing but white space is lost."""
    within_reach = lines * (int(column_width / NARROWEST) + 2)
    parts: list[str] = []
    while len(text) > within_reach or count_lines(text, column_width, size) > lines:
        end = _last_break(text[:within_reach], column_width, lines, size)
        parts.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return (*parts, text)


def _last_break(text: str, column_width: float, lines: int, size: float) -> int:
    """Where the longest start of a text that fits may end: after a space, else inside a single endless word."""
    pairs = enumerate(pairwise(text), 1)
    spaces = [end for end, (last, following) in pairs if last.isspace() and not following.isspace()]
    between_words = [end for end in spaces if text[:end].strip()]
    for breaks in (between_words, list(range(1, len(text) + 1))):
        fitting = bisect_right(breaks, lines, key=lambda end: count_lines(text[:end].rstrip(), column_width, size))
        if fitting:
            return breaks[fitting - 1]
    return 1
