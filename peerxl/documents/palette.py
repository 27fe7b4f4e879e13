"""The colours of every document: pairs of text and fill that can be told apart at 4.5 to 1 or better."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Tone(StrEnum):
    """What a cell's colour says besides its words; never the only thing that says it."""

    # As text is: the look of every cell of a workbook is found by its tone.
    __hash__ = str.__hash__

    PLAIN = "plain"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    INFO = "info"
    MUTED = "muted"
    WAITING = "waiting"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    INPUT = "input"
    HEADING = "heading"
    INPUT_HEADING = "input heading"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class ColourPair:
    """A colour of text on a fill, both as six hexadecimal digits; no fill is the sheet's own white."""

    text: str
    fill: str = ""

    @property
    def contrast(self) -> float:
        """The contrast ratio of the Web Content Accessibility Guidelines: 1 to 21."""
        darker, lighter = sorted((measure_luminance(self.text), measure_luminance(self.fill or WHITE)))
        return (lighter + 0.05) / (darker + 0.05)


WHITE = "FFFFFF"
NAVY = "1F3864"
RULE = "BFBFBF"
LINK = "0B4A8F"

PAIRS = {
    Tone.PLAIN: ColourPair("000000"),
    # These three are Excel's own styles Good, Neutral and Bad, which officers know.
    Tone.GOOD: ColourPair("006100", "C6EFCE"),
    Tone.WARNING: ColourPair("9C5700", "FFEB9C"),
    Tone.BAD: ColourPair("9C0006", "FFC7CE"),
    Tone.INFO: ColourPair(NAVY, "DDEBF7"),
    Tone.MUTED: ColourPair("404040", "F2F2F2"),
    Tone.WAITING: ColourPair("404040", "E7E6E6"),
    Tone.CLOSED: ColourPair("403152", "E4DFEC"),
    Tone.UNKNOWN: ColourPair("833C0B", "FBE4D5"),
    Tone.INPUT: ColourPair("000000", "FFF9DB"),
    Tone.HEADING: ColourPair(WHITE, NAVY),
    Tone.INPUT_HEADING: ColourPair("000000", "FFD966"),
    Tone.TITLE: ColourPair(NAVY),
}


BARS = {
    Tone.GOOD: ColourPair(WHITE, "2E7D32"),
    Tone.WARNING: ColourPair("000000", "FFC000"),
    Tone.BAD: ColourPair(WHITE, "C00000"),
    Tone.INFO: ColourPair(WHITE, "2E6DB4"),
    Tone.MUTED: ColourPair("000000", "D0CECE"),
    Tone.WAITING: ColourPair(WHITE, "6E6E6E"),
    Tone.CLOSED: ColourPair(WHITE, "7A4E9C"),
    Tone.UNKNOWN: ColourPair(WHITE, "8A4B1F"),
}
"""The bars of a chart, further apart than the grounds of words, each with what is written in it."""


# Judging a workbook asks for the same few colours once for each cell.
@lru_cache(maxsize=1_000)
def measure_luminance(colour: str) -> float:
    """The relative luminance of a colour, from 0 for black to 1 for white."""
    # WCAG 2.1's formula: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
    red, green, blue = (_linearise(int(colour[start : start + 2], 16) / 255) for start in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linearise(channel: float) -> float:
    # The limit of sRGB itself; WCAG said 0.03928 before it was put right, which no colour of eight bits can tell.
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
