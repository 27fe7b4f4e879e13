"""Owners by one name each: the cells of a column with two people parted, and with one whose surname comes first."""

from __future__ import annotations

from peerxl.language.owners import owner_key
from peerxl.language.owners.personal_names import FIRST_NAMES
from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import Field
from peerxl.model.settings import Directory
from peerxl.pattern import compile_late
from peerxl.reading.actions.name_order import NameOrder, Pair, cut_pieces, find_pair, is_plain, order_names
from peerxl.reading.columns.resources import RESOURCES
from peerxl.reading.columns.tracker_layout import TrackerLayout
from peerxl.reading.headings.heading import read_heading

_SIGN = compile_late(r"(\s*(?:[,&+/]|\band\b)\s*)")
_WORD = compile_late(r"[^\W\d_]+")


def find_name_order(layout: TrackerLayout) -> NameOrder:
    """How the column of owners writes people of whom it has two names with a comma between."""
    column = layout.column(Field.OWNER)
    values = layout.count_values(column) if column else ()
    texts = [value.strip() for value in values if isinstance(value, str)]
    if not any("," in text for text in texts):
        return NameOrder(frozenset(), frozenset(), frozenset())
    return order_names(texts, are_persons=shows_persons(layout, texts))


def shows_persons(layout: TrackerLayout, texts: list[str]) -> bool:
    """Whether a column of owners may hold names of persons, by a heading of no other use or by a cell's first name."""
    headings = (read_heading(use.heading.text, APRIL_YEARS) for use in layout.uses if use.field is Field.OWNER)
    if any(heading.field is Field.OWNER and RESOURCES.isdisjoint(heading.key.split()) for heading in headings):
        return True
    return any(word.casefold() in FIRST_NAMES for text in texts for word in _WORD.findall(text))


def part_first_names(text: str, order: NameOrder, directory: Directory) -> str:
    """The text of a cell with two people plainly parted, and with the first name first where it could be another's.

    Whom the Owners sheet lists is one, or two where it lists both.
    """
    if "," not in text:
        return text
    pieces = cut_pieces(text)
    if len(pieces) > 1 and all(map(find_pair, pieces)):
        parts = [turn_piece(piece, order, directory) for piece in pieces]
    else:
        parts = [part_piece(piece, order, directory) for piece in pieces]
    return ("\n" if "\n" in text else "; ").join(parts) if parts != pieces else text


def part_piece(piece: str, order: NameOrder, directory: Directory) -> str:
    pair = find_pair(piece)
    if pair is None:
        return turn_within(piece, order, directory)
    if is_listed(" ".join(pair), directory) or is_listed(" ".join(pair[::-1]), directory):
        return turn_piece(piece, order, directory)
    # What is said in brackets of "Field, Ann (Estates)" is said of one.
    are_two = pair in order.lists and not (piece.endswith(")") and is_plain(pair))
    are_listed = all(is_listed(name, directory) for name in pair)
    return "; ".join(split_piece(piece)) if are_listed or are_two else turn_piece(piece, order, directory)


def turn_piece(piece: str, order: NameOrder, directory: Directory) -> str:
    """A person's name with the first name first; what stands in brackets after it stays there."""
    pair = find_pair(piece)
    if pair is None or not is_one(pair, order, directory):
        return piece
    first, second = split_piece(piece)
    name, bracket, aside = second.partition("(")
    return f"{name.strip()} {first} {bracket}{aside}".strip()


def turn_within(piece: str, order: NameOrder, directory: Directory) -> str:
    """A piece with each pair in it turned round that is one person elsewhere: "Field, Ann and Bo"."""
    words = _SIGN.split(piece)
    parts: list[str] = []
    others: list[str] = []
    index = 0
    while index < len(words):
        name, sign, after = (*words[index : index + 3], "", "")[:3]
        pair = find_pair(f"{name}, {after}") if sign.strip() == "," else None
        if pair and is_one(pair, order, directory):
            parts += ["".join(others[:-1]), " ".join(pair[::-1])]
            others = []
            index += 4
        else:
            others += words[index : index + 2]
            index += 2
    return "; ".join(filter(None, (*parts, "".join(others)))) if parts else piece


def is_one(pair: Pair, order: NameOrder, directory: Directory) -> bool:
    return pair in order.turned or is_listed(" ".join(pair[::-1]), directory)


def split_piece(piece: str) -> tuple[str, str]:
    first, _, second = piece.partition(",")
    return first.strip().removeprefix("@"), second.strip().removeprefix("@")


def is_listed(name: str, directory: Directory) -> bool:
    return directory.find(owner_key(name)) is not None
