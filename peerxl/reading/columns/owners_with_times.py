"""Columns of owners whose cells say by when as well: "Head of IT, March 2027" under "Lead and target date"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from peerxl.language.timescales import read_timescale
from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import Field
from peerxl.model.sheet import shown
from peerxl.model.timescale import TimescaleKind
from peerxl.pattern import compile_late
from peerxl.reading.cells.profile import FEW
from peerxl.reading.columns.tracker_layout import HeadedColumn, TrackerLayout

EDGES = " ,;:–—-("
MOST_WORDS = 8
"""How many words a time has, at most, that stands behind an owner."""


def find_with_times(layout: TrackerLayout) -> Iterator[HeadedColumn]:
    """The columns of owners of which most cells say a time, at their end or among the owners; one where it is asked."""
    for use in layout.uses:
        if use.field is Field.OWNER:
            values = layout.count_values(use.heading.column).items()
            counts = [(text, count) for value, count in values if (text := shown(value).strip())]
            filled = sum(count for _, count in counts)
            # Hardly any owner's cell has a figure in it.
            timed = sum(count for text, count in counts if any(map(str.isdigit, text)) and says_time(text))
            if timed and (asks_when(use.heading.text) or (filled >= FEW and 2 * timed > filled)):
                yield use


def asks_when(heading: str) -> bool:
    """Whether a heading of owners asks by when as well: "Lead (position) & target date"."""
    return not WHEN.isdisjoint(_WORD.findall(heading.casefold()))


WHEN = frozenset("date dates when deadline deadlines due timescale timescales timeline timeframe".split())
_WORD = compile_late(r"[a-z]+")


def says_time(text: str) -> bool:
    """Whether a cell of owners says when, too: "Ann Field, March 2027", "Ann Field / March 2027 / Bo Day"."""
    return drop_time(text) != text or any(is_time(part.strip(EDGES)) for part in _PARTS.split(text)[1:])


_PARTS = compile_late(r"[/;,\n]")


_ITEMS = compile_late(r"(\s*[;\n]\s*)")


@lru_cache(maxsize=4096)
def drop_time(text: str) -> str:
    """An owner's cell without the time at the end of each line; one that is all a time stays as it is."""
    return "".join(map(drop_last_time, _ITEMS.split(drop_last_time(text))))


def drop_last_time(text: str) -> str:
    words = text.split()
    for start in range(max(1, len(words) - MOST_WORDS), len(words)):
        if is_time(" ".join(words[start:]).strip(f"{EDGES}).")):
            return " ".join(words[:start]).rstrip(EDGES)
    return text


def is_time(text: str) -> bool:
    """Whether a text is a day or a period, and no word more."""
    reading = read_timescale(text, APRIL_YEARS, APRIL_YEARS.year(2000))
    is_one = reading.kind is TimescaleKind.DATED and len(reading.milestones) == 1
    return is_one and not reading.milestones[0].label and any(map(str.isdigit, text))
