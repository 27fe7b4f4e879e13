"""What is asked for: which values go into which cells, at the positions where Excel keeps them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from peerxl.errors import PeerxlError
from peerxl.excel.errors import OddSheetError
from peerxl.excel.patch.address import Position, find_blocks, format_address, parse_address
from peerxl.excel.patch.edit.snapshot import CellSnapshot
from peerxl.model.sheet import Block


class CellAddressError(PeerxlError):
    """Something that names no cell of a sheet."""

    def __init__(self, source: object, sheet: str, address: object) -> None:
        super().__init__(f'{source}!{sheet}: {str(address)!r} names no cell; write it as "E9", up to XFD1048576.')


class TwoValuesError(PeerxlError):
    """One cell was given two different values, by two names of it or by two cells of its merged block."""

    def __init__(self, place: object) -> None:
        super().__init__(f"{place}: the cell was given two different values; name it once, a merged block by one cell.")


@dataclass(frozen=True, slots=True)
class Styled:
    """Words for a cell, or None for none, and its style as a cell writes it: the cell is there for it even if empty."""

    words: str | None
    style: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """Words for a cell that says nearly the same: what of its text is bold or coloured stays so."""

    words: str


# What a cell can be given: a value, a cell as it was, or None, which empties it.
NewValue = str | int | float | bool | date | datetime | CellSnapshot | Styled | Reworded | None
# By the sheet's name, then by the cell's.
Changes = Mapping[str, Mapping[str, NewValue]]
NewValues = Mapping[Position, NewValue]


def read_changes(source: object, sheet: str, cells: Mapping[str, NewValue]) -> NewValues:
    """One sheet's new values by position; an empty text is no text."""
    values: dict[Position, NewValue] = {}
    for name, value in cells.items():
        position = read_address(source, sheet, name)
        put_value(values, position, None if value == "" else value, f"{source}!{sheet}!{format_address(position)}")
    return values


def read_address(source: object, sheet: str, name: str) -> Position:
    """The position of a cell's name; CellAddressError where it is none."""
    try:
        return parse_address(name)
    except (ValueError, AttributeError):
        raise CellAddressError(source, sheet, name) from None


def move_to_anchors(where: str, values: NewValues, merged: Sequence[Block]) -> NewValues:
    """The same values where Excel keeps them: a merged block's in its first cell."""
    anchors = find_anchors(where, values, merged)
    moved: dict[Position, NewValue] = {}
    for position, value in values.items():
        put_value(moved, anchors[position], value, f"{where}!{format_address(anchors[position])}")
    return moved


def find_anchors(where: str, positions: Collection[Position], merged: Sequence[Block]) -> dict[Position, Position]:
    """The cell in which Excel keeps each of these: the first of the merged block it lies in, else itself."""
    around = find_blocks(positions, merged)
    anchors = {position: get_anchor(where, position, around.get(position, ())) for position in positions}
    # What is written into a block's first cell must not be hidden by another block.
    for anchor, blocks in find_blocks(anchors.values(), merged).items():
        get_anchor(where, anchor, blocks)
    return anchors


def get_anchor(where: str, position: Position, blocks: Sequence[Block]) -> Position:
    """The first cell of the one merged block that a position lies in, else itself.

    OddSheetError where it lies in several, of which programs choose one or the other.
    """
    if len(blocks) > 1:
        raise OddSheetError(f"{where}!{format_address(position)}", "two merged blocks overlap there")
    return (blocks[0].first_row, blocks[0].first_column) if blocks else position


def put_value(values: dict[Position, NewValue], position: Position, value: NewValue, where: str) -> None:
    """Add a value; TwoValuesError where the position was given another one. To Python True is 1, to Excel it is not."""
    if position in values and (type(values[position]), values[position]) != (type(value), value):
        raise TwoValuesError(where)
    values[position] = value
