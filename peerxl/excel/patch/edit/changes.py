"""What is asked for: which texts go into which cells, at the positions where Excel keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peerxl.errors import CellAddressError, NotTextError, OddSheetError, TwoTextsError
from peerxl.excel.limits import check_text
from peerxl.excel.patch.address import Position, find_blocks, format_address, parse_address
from peerxl.model.sheet import Block

# By the sheet's name, then by the cell's: a text, or None to empty the cell.
Changes = Mapping[str, Mapping[str, str | None]]
Texts = Mapping[Position, str | None]


def read_texts(source: object, sheet: str, cells: Mapping[str, str | None]) -> Texts:
    """The texts by position, each one that a cell can hold; an empty text is no text."""
    texts: dict[Position, str | None] = {}
    for name, text in cells.items():
        position = read_address(source, sheet, name)
        where = f"{source}!{sheet}!{format_address(position)}"
        if text is not None and not isinstance(text, str):
            raise NotTextError(where, text)
        check_text(text or "", where)
        put_text(texts, position, text or None, where)
    return texts


def read_address(source: object, sheet: str, name: str) -> Position:
    """The position of a cell's name; CellAddressError where it is none."""
    try:
        return parse_address(name)
    except (ValueError, AttributeError):
        raise CellAddressError(source, sheet, name) from None


def move_to_anchors(where: str, texts: Texts, merged: Sequence[Block]) -> Texts:
    """The same texts where Excel keeps them: a merged block's in its first cell."""
    anchors = {position: get_anchor(where, position, blocks) for position, blocks in find_blocks(texts, merged).items()}
    # What is written into a block's first cell must not be hidden by another block.
    for position, blocks in find_blocks(anchors.values(), merged).items():
        get_anchor(where, position, blocks)
    moved: dict[Position, str | None] = {}
    for position, text in texts.items():
        anchor = anchors.get(position, position)
        put_text(moved, anchor, text, f"{where}!{format_address(anchor)}")
    return moved


def get_anchor(where: str, position: Position, blocks: Sequence[Block]) -> Position:
    """The first cell of the one merged block that a position lies in; of several, programs choose one or the other."""
    if len(blocks) > 1:
        raise OddSheetError(f"{where}!{format_address(position)}", "two merged blocks overlap there")
    return blocks[0].first_row, blocks[0].first_column


def put_text(texts: dict[Position, str | None], position: Position, text: str | None, where: str) -> None:
    """Add a text; TwoTextsError where the position was given another one."""
    if position in texts and texts[position] != text:
        raise TwoTextsError(where)
    texts[position] = text
