"""What is asked for: which texts go into which cells, in the places where Excel keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from peerxl.errors import CellAddressError, NotTextError, TwoTextsError
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


def at_anchors(where: str, texts: Texts, merged: Iterable[Block]) -> Texts:
    """The same texts where Excel keeps them: a merged block's in its first cell."""
    blocks = blocks_of(texts, merged)
    moved: dict[Place, str | None] = {}
    for place, text in texts.items():
        block = blocks.get(place)
        anchor = (block.first_row, block.first_column) if block else place
        put(moved, anchor, text, f"{where}!{place_name(anchor)}")
    return moved


def put(texts: dict[Place, str | None], place: Place, text: str | None, where: str) -> None:
    if place in texts and texts[place] != text:
        raise TwoTextsError(where)
    texts[place] = text
