"""The list of columns that a worksheet keeps, with new ones of the width and the style of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from peerxl.excel.patch.edit.attributes import drop_attributes
from peerxl.excel.patch.edit.splice import Edit
from peerxl.excel.patch.sheet.frame import parse_number
from peerxl.excel.patch.sheet.grid import Grid
from peerxl.excel.patch.sheet.tags import Tag, is_start

# Where columns stand, and what an officer does to have them out of sight: a new one is there to be filled in.
PLACE, OUT_OF_SIGHT = (b"min", b"max"), (b"hidden", b"outlineLevel", b"collapsed")

Looks = Mapping[int, bytes | None]
"""What the list is to say of each new column but for its place; None for nothing."""


def make_width_edits(grid: Grid, by_model: Mapping[int, int]) -> Iterator[Edit]:
    """The edits after which the list says of new columns what it says of others, whose numbers come first."""
    lines = [tag for tag in grid.head if is_start(tag, b"col")]
    looks = {new: find_look(lines, model) for model, new in by_model.items()}
    for line in lines:
        if any(is_about(line, number) for number in looks):
            yield Edit(line.start, find_end(grid, line), b"".join(cut_line(line, looks)))
    for number, look in sorted(looks.items()):
        if look is not None and not any(is_about(line, number) for line in lines):
            following = [line.start for line in lines if get_span(line)[0] > number]
            offset = following[0] if following else find_end(grid, lines[-1])
            yield Edit(offset, offset, write_line(lines[0].spelling, look, number, number))


def get_span(line: Tag) -> tuple[int, int]:
    """The first and the last column that a line of the list is about."""
    return parse_number(line.get(b"min")), parse_number(line.get(b"max"))


def is_about(line: Tag, number: int) -> bool:
    """Whether a line of the list is about a column."""
    first, last = get_span(line)
    return first <= number <= last


def find_look(lines: Iterable[Tag], number: int) -> bytes | None:
    """What the list says of a column but for its place and whether it is out of sight; None where it says nothing."""
    line = next((line for line in lines if is_about(line, number)), None)
    return drop_attributes(get_attributes(line), (*PLACE, *OUT_OF_SIGHT)) if line else None


def get_attributes(line: Tag) -> bytes:
    """A line's attributes as they are written."""
    return line.rest.removesuffix(b"/").rstrip()


def find_end(grid: Grid, line: Tag) -> int:
    """The offset past a line, which may have an end tag of its own."""
    if line.is_whole:
        return line.end
    return grid.content.mask.find(b">", grid.content.mask.find(b"</" + line.spelling, line.end)) + 1


def cut_line(line: Tag, looks: Looks) -> Iterator[bytes]:
    """A line cut at the new columns, each of which has a line of its own where anything is to be said of it."""
    first, last = get_span(line)
    old = drop_attributes(get_attributes(line), PLACE)
    for number in sorted(number for number in looks if is_about(line, number)):
        if first < number:
            yield write_line(line.spelling, old, first, number - 1)
        if (look := looks[number]) is not None:
            yield write_line(line.spelling, look, number, number)
        first = number + 1
    if first <= last:
        yield write_line(line.spelling, old, first, last)


def write_line(spelling: bytes, attributes: bytes, first: int, last: int) -> bytes:
    """A line of the list."""
    return b'<%b min="%d" max="%d"%b/>' % (spelling, first, last, attributes)
