"""Column widths fitted to the words: the shortest table that a page's width allows, with no word broken.

Widths and rooms are in points; a room is what the text of a column has, its width less the padding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from peerxl.documents.document import TableEntry
from peerxl.excel.long_rows import count_entry_lines
from peerxl.excel.measure import find_room, text_width, widest_word

# Points: coarse moves first, as few of them are needed; the last are less than a letter wide.
STEPS = (64.0, 32.0, 16.0, 8.0, 4.0)
SHORT = 12
"""How many characters stand on one line in an unbroken column: "In progress" does, "No update received" does not."""
MOST_ROWS = 80
"""How many rows are tried: of a longer table as many, evenly spread."""

Rank = tuple[float, ...]
"""How good widths are, the less the better."""
Weigh = Callable[[Sequence[int]], Rank]
"""A rank by the lines that each row takes, the less the better; it counts before all else."""


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """What one column must hold: its heading and its entries, with the lines they take in rooms tried before.

    The short entries of an unbroken column stand on one line. The words of a joined one have the room of several rows,
    and make none of them taller.
    """

    heading: str
    entries: Sequence[TableEntry]
    is_unbroken: bool = False
    is_joined: bool = False
    counted: dict[float, list[int]] = field(default_factory=dict)

    @property
    def narrowest(self) -> float:
        """The least room, in points, in which no word of the column is broken."""
        # Most words of a column are said in many of its rows.
        words = {entry.words for entry in self.entries}
        leads = {entry.lead for entry in self.entries}
        unbroken = [text for text in words if len(text) <= SHORT] if self.is_unbroken else []
        return max(
            widest_word(self.heading, bold=True),
            *(widest_word(lead, bold=True) for lead in leads),
            *map(widest_word, words),
            *(find_room(text_width(text)) for text in unbroken),
        )

    def count(self, room: float) -> list[int]:
        """How many lines each entry takes."""
        if self.is_joined:
            return [1] * len(self.entries)
        if room not in self.counted:
            self.counted[room] = [count_entry_lines(entry, room) for entry in self.entries]
        return self.counted[room]

    def sample(self) -> ColumnWords:
        """The column with no more entries than are to be tried."""
        every = max(1, ceil(len(self.entries) / MOST_ROWS))
        return replace(self, entries=self.entries[::every])


def fit_rooms(columns: Sequence[ColumnWords], room: float, weigh: Weigh) -> list[float]:
    """The room of each column, together all there is, for the fewest lines; then for what ``weigh`` puts first.

    Where not even the longest words fit beside each other, they are broken.
    """
    narrowest = share_evenly([column.narrowest for column in columns], room)
    spare = max(room - sum(narrowest), 0.0)
    rooms = [least + spare / len(columns) for least in narrowest]
    sampled = [column.sample() for column in columns]
    # By lines alone first, which is quick to weigh: what ``weigh`` puts first then starts from a good place.
    rooms = improve(sampled, rooms, narrowest, lambda lines: ())
    return improve(sampled, rooms, narrowest, weigh)


def share_evenly(wanted: Sequence[float], room: float) -> list[float]:
    """The widths wanted; where they are more than the room together, the widest of them are cut to one width."""
    left = room
    for index, width in enumerate(sorted(wanted)):
        share = left / (len(wanted) - index)
        if width > share:
            return [min(each, share) for each in wanted]
        left -= width
    return list(wanted)


def improve(
    columns: Sequence[ColumnWords], rooms: list[float], narrowest: Sequence[float], weigh: Weigh
) -> list[float]:
    """Give room from one column to another, in ever smaller steps, as long as that is better."""
    rank = rank_rooms(columns, rooms, weigh)
    for step in STEPS:
        while better := min(
            ((rank_rooms(columns, moved, weigh), moved) for moved in list_moves(rooms, narrowest, step)),
            default=None,
        ):
            if better[0] >= rank:
                break
            rank, rooms = better
    return rooms


def list_moves(rooms: Sequence[float], narrowest: Sequence[float], step: float) -> Iterator[list[float]]:
    """Every way to give one column a step of another's room."""
    for giver in range(len(rooms)):
        if rooms[giver] - step < narrowest[giver]:
            continue
        for taker in range(len(rooms)):
            if taker != giver:
                moved = list(rooms)
                moved[giver] -= step
                moved[taker] += step
                yield moved


def rank_rooms(columns: Sequence[ColumnWords], rooms: Sequence[float], weigh: Weigh) -> Rank:
    """What rooms are compared by, the less the better: ``weigh``, the lines of all rows, then those of all cells."""
    # Rounded, so that one room reached by different moves, a float's fraction apart, is counted once.
    counts = [column.count(round(room, 3)) for column, room in zip(columns, rooms, strict=True)]
    lines = list(map(max, zip(*counts, strict=True)))
    return (*weigh(lines), sum(lines), sum(map(sum, counts)))
