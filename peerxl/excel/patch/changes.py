"""What is asked for: which texts go into which cells, in the places where Excel keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peerxl.errors import CellAddressError, NotTextError, OddSheetError, TwoTextsError
from peerxl.excel.limits import check_text
from peerxl.excel.patch.address import Place, blocks_of, parse_place, place_name
from peerxl.model.sheet import Block

# By the sheet's name, then by the cell's: a text, or None to empty the cell.
Changes = Mapping[str, Mapping[str, str | None]]
Texts = Mapping[Place, str | None]


def read_texts(source: object, sheet: str, cells: Mapping[str, str | None]) -> Texts:
    """The texts by place, each one that a cell can hold; an empty text is no text."""
    texts: dict[Place, str | None] = {}
    for name, text in cells.items():
        place = read_place(source, sheet, name)
        where = f"{source}!{sheet}!{place_name(place)}"
        if text is not None and not isinstance(text, str):
            raise NotTextError(where, text)
        check_text(text or "", where)
        put(texts, place, text or None, where)
    return texts


def read_place(source: object, sheet: str, name: str) -> Place:
    try:
        return parse_place(name)
    except (ValueError, AttributeError):
        raise CellAddressError(source, sheet, name) from None


def at_anchors(where: str, texts: Texts, merged: Sequence[Block]) -> Texts:
    """The same texts where Excel keeps them: a merged block's in its first cell."""
    anchors = {place: anchor(where, place, blocks) for place, blocks in blocks_of(texts, merged).items()}
    # What is written into a block's first cell must not be hidden by another block.
    for place, blocks in blocks_of(anchors.values(), merged).items():
        anchor(where, place, blocks)
    moved: dict[Place, str | None] = {}
    for place, text in texts.items():
        where_kept = anchors.get(place, place)
        put(moved, where_kept, text, f"{where}!{place_name(where_kept)}")
    return moved


def anchor(where: str, place: Place, blocks: Sequence[Block]) -> Place:
    """The first cell of the one merged block that a place lies in; of several, programs choose one or the other."""
    if len(blocks) > 1:
        raise OddSheetError(f"{where}!{place_name(place)}", "two merged blocks overlap there")
    return blocks[0].first_row, blocks[0].first_column


def put(texts: dict[Place, str | None], place: Place, text: str | None, where: str) -> None:
    if place in texts and texts[place] != text:
        raise TwoTextsError(where)
    texts[place] = text
