"""How wide a text is and how tall a wrapped cell must be, in points.

The widths are Helvetica's published metrics, which Arial and Liberation Sans share, in thousandths of the font's size.
Nothing but Excel knows how Excel will break a line, so every estimate errs on the tall side.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise, repeat

FONT_SIZE = 12
LINE_SPACING = 1.22
ROW_PADDING = 5.0
# Excel's limit.
TALLEST_ROW = 409.0
# The share of a room that is counted on: Excel fits letters to pixels, which differ by screen and printer.
SAFETY = 0.97
PIXEL = 0.75
HAIR = 0.01
"""Points added to a width, so that a float's rounding never breaks a text that just fits."""

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


class CharacterWidths(dict[str, int]):
    """The width of each character in thousandths of the font's size, worked out when it is first asked for."""

    def __init__(self, known: tuple[int, ...]) -> None:
        super().__init__({chr(ord(FIRST_CHARACTER) + index): width for index, width in enumerate(known)})
        self.update(PUNCTUATION)

    def __missing__(self, character: str) -> int:
        self[character] = width = self.work_out(character)
        return width

    def work_out(self, character: str) -> int:
        if unicodedata.combining(character):
            return 0
        # An accent makes no letter wider: “é” is as wide as “e”.
        base = unicodedata.normalize("NFD", character)[0]
        if base != character:
            return self[base]
        return WIDEST if unicodedata.east_asian_width(character) in "WF" else USUAL


WIDEST_LETTER = max(*REGULAR, *BOLD, *PUNCTUATION.values(), WIDEST) * FONT_SIZE / 1000
"""How wide the widest of all characters is."""

REGULAR_WIDTHS, BOLD_WIDTHS = CharacterWidths(REGULAR), CharacterWidths(BOLD)


def text_width(text: str, size: float = FONT_SIZE, bold: bool = False) -> float:
    """How wide a line of text is."""
    widths = BOLD_WIDTHS if bold else REGULAR_WIDTHS
    return sum(map(widths.__getitem__, text)) * size / 1000


# A form has the same text on several sheets, each with a room of its own.
@lru_cache(maxsize=4_000)
def line_width(text: str) -> float:
    """How wide a line of regular letters is."""
    return text_width(text)


@lru_cache(maxsize=20_000)
def word_width(word: str, bold: bool) -> float:
    """How wide a word is: people use the same ones again and again."""
    return text_width(word, bold=bold)


# Fitting columns measures the same texts in one room after the other.
@lru_cache(maxsize=20_000)
def measure_words(text: str, bold: bool = False) -> tuple[tuple[float, ...], ...]:
    """How wide each word of each paragraph is."""
    return tuple([tuple(map(word_width, line.split(), repeat(bold))) for line in text.split("\n")])


def widest_word(text: str, bold: bool = False) -> float:
    """The least room, in points, in which no word of a text is broken."""
    return find_room(max((width for words in measure_words(text, bold) for width in words), default=0.0))


def find_room(width: float) -> float:
    """The room, in points, that words of a width need to stay on one line."""
    return width / SAFETY + HAIR


# The lines above the tables of many workbooks of a kind are the same.
@lru_cache(maxsize=1_000)
def wrap_text(text: str, room: float, bold: bool = False) -> tuple[str, ...]:
    """The lines a text breaks into between two edges; a word too long for a line breaks where it must."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _wrap_paragraph(paragraph, room * SAFETY, bold)
    return tuple(lines)


def _wrap_paragraph(paragraph: str, room: float, bold: bool) -> list[str]:
    lines = [""]
    space = text_width(" ", bold=bold)
    used = 0.0
    for word in _list_words(paragraph, room, bold):
        needed = text_width(word, bold=bold)
        if lines[-1] and used + space + needed > room:
            lines.append(word)
            used = needed
        else:
            used += needed + (space if lines[-1] else 0)
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def _list_words(paragraph: str, room: float, bold: bool) -> list[str]:
    words: list[str] = []
    for word in paragraph.split():
        words += break_word(word, room, bold) if text_width(word, bold=bold) > room else [word]
    return words


def break_word(word: str, room: float, bold: bool) -> list[str]:
    pieces = [""]
    used = 0.0
    for character in word:
        needed = text_width(character, bold=bold)
        if pieces[-1] and used + needed > room:
            pieces.append("")
            used = 0.0
        pieces[-1] += character
        used += needed
    return pieces


def sure_length(room: float) -> int:
    """How many characters certainly fit between two edges, whatever they are."""
    return int(room * SAFETY / WIDEST_LETTER)


def fits_on_a_line(text: str, room: float) -> bool:
    """Whether a text, in regular letters, certainly takes one line: soon known, and False of some that do."""
    within = room * SAFETY
    if len(text) * WIDEST_LETTER > within and (len(text) * NARROWEST > within or line_width(text) + HAIR > within):
        return False
    return "\n" not in text


@lru_cache(maxsize=50_000)
def count_lines(text: str, room: float, bold: bool = False) -> int:
    """How many lines a text takes between two edges: as many as ``wrap_text`` gives, sooner known."""
    paragraphs, within = measure_words(text, bold), room * SAFETY
    if any(max(words) > within for words in paragraphs if words):
        return len(wrap_text(text, room, bold))
    space = text_width(" ", bold=bold)
    return sum([_count_paragraph(words, within, space) for words in paragraphs])


def _count_paragraph(words: tuple[float, ...], room: float, space: float) -> int:
    # Most fit by far more than a float's rounding.
    if sum(words) + len(words) * space + HAIR <= room:
        return 1
    lines, used = 1, words[0] if words else 0.0
    for needed in words[1:]:
        if used + space + needed > room:
            lines += 1
            used = needed
        else:
            used += needed + space
    return lines


def lines_height(lines: int) -> float:
    """How tall a row must be for so many lines."""
    return float(round(lines * FONT_SIZE * LINE_SPACING + ROW_PADDING))


def round_to_pixels(height: float) -> float:
    """A height as a workbook has it, where rows are so many pixels tall, each three quarters of a point."""
    return int(height / PIXEL + 0.5) * PIXEL


def lines_that_fit(height: float = TALLEST_ROW) -> int:
    """How many lines a row of a height can show."""
    return int((height - ROW_PADDING) // (FONT_SIZE * LINE_SPACING))


def split_text(text: str, room: float, lines: int) -> tuple[str, ...]:
    """A text as parts that take so many lines each, broken between words; nothing but white space is lost."""
    # No more than this can fit, so that a long text is not measured to its end for each of its parts.
    within_reach = lines * (int(room / NARROWEST) + 2)
    parts: list[str] = []
    while len(text) > within_reach or count_lines(text, room) > lines:
        end = _find_break(text[:within_reach], room, lines)
        parts.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return (*parts, text)


def _find_break(text: str, room: float, lines: int) -> int:
    """Where the longest start of a text that fits may end: after a space, else inside a single endless word."""
    pairs = enumerate(pairwise(text), 1)
    spaces = [end for end, (last, following) in pairs if last.isspace() and not following.isspace()]
    between_words = [end for end in spaces if text[:end].strip()]
    for breaks in (between_words, list(range(1, len(text) + 1))):
        fitting = bisect_right(breaks, lines, key=lambda end: count_lines(text[:end].rstrip(), room))
        if fitting:
            return breaks[fitting - 1]
    return 1
