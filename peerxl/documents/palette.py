"""The colours of every document: pairs of text and fill that can be told apart at 4.5 to 1 or better."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a cell's colour says besides its words; never the only thing that says it."""

    PLAIN = "plain"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    INFO = "info"
    MUTED = "muted"
    INPUT = "input"
    HEADING = "heading"
    INPUT_HEADING = "input heading"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour of text on a fill, both as six hexadecimal digits; no fill is the sheet's own white."""

    text: str
    fill: str = ""

    @property
    def contrast(self) -> float:
        """The contrast ratio of the Web Content Accessibility Guidelines: 1 to 21."""
        darker, lighter = sorted((luminance(self.text), luminance(self.fill or WHITE)))
        return (lighter + 0.05) / (darker + 0.05)


WHITE = "FFFFFF"
NAVY = "1F3864"
RULE = "BFBFBF"
LINK = "0B4A8F"

PAIRS = {
    Tone.PLAIN: Pair("000000"),
    Tone.GOOD: Pair("006100", "C6EFCE"),
    Tone.WARNING: Pair("9C5700", "FFEB9C"),
    Tone.BAD: Pair("9C0006", "FFC7CE"),
    Tone.INFO: Pair(NAVY, "DDEBF7"),
    Tone.MUTED: Pair("404040", "F2F2F2"),
    Tone.INPUT: Pair("000000", "FFF9DB"),
    Tone.HEADING: Pair(WHITE, NAVY),
    Tone.INPUT_HEADING: Pair("000000", "FFD966"),
    Tone.TITLE: Pair(NAVY),
}


def luminance(colour: str) -> float:
    """The relative luminance of a colour, from 0 for black to 1 for white."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
