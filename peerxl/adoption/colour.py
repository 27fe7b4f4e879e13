"""A colour in words: what somebody who is told the colour of a cell would hear, and no more."""

from __future__ import annotations

import colorsys
import re

_HEX = re.compile(r"[0-9a-fA-F]{6}")
# Up to which angle of the colour circle a hue has which name.
HUES = ((15, "Red"), (48, "Amber"), (68, "Yellow"), (170, "Green"), (260, "Blue"), (330, "Purple"), (360, "Red"))


def colour_words(fill: str, others: frozenset[str]) -> str:
    """The name of a fill (six hexadecimal digits, else words), with its digits where another one has the same name."""
    name = colour_name(fill)
    shared = any(other != fill and colour_name(other) == name for other in others)
    return f"{name} ({fill})" if shared else name


def colour_name(fill: str) -> str:
    if not _HEX.fullmatch(fill):
        return fill[:1].upper() + fill[1:]
    red, green, blue = (int(fill[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    # Near white and near black, and where it is faint, a colour's hue is not seen.
    if light > 0.97:
        return "White"
    if saturation < 0.12 or light < 0.08:
        return "Black" if light < 0.2 else "Grey"
    return next(name for limit, name in HUES if hue * 360 <= limit)
