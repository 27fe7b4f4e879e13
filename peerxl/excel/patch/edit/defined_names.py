"""What the workbook's part says of a sheet's columns, with new ones: what is printed, and what is filtered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from peerxl.excel.patch.address import parse_block
from peerxl.excel.patch.edit.new_columns import NewColumns
from peerxl.excel.patch.edit.splice import Edit
from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.sheet.tags import Tag, is_start, mask_hidden, walk_tags
from peerxl.model.sheet import column_letter

PRINTED = "_xlnm.print_area"
NAMES = frozenset({PRINTED, "_xlnm._filterdatabase"})
_AREA = re.compile(r"((?:'(?:[^']|'')*'|[^',!]+)!)(\$?[A-Z]{1,3}(?:\$?\d+)?:\$?)([A-Z]{1,3})((?:\$?\d+)?)")

ColumnsByPlace = Mapping[int, Sequence[NewColumns]]
"""The columns that come in, by the places of their sheets in the workbook's list."""


@dataclass(frozen=True, slots=True)
class SheetAreas:
    """What is printed or filtered of a sheet, by its place: the areas, and between which offsets they stand."""

    name: str
    place: int
    start: int
    end: int
    areas: str


def read_areas(body: Bytes) -> Iterator[SheetAreas]:
    """What the workbook's part says is printed and filtered."""
    opened: Tag | None = None
    for tag in walk_tags(mask_hidden(body), 0, len(body)):
        if is_start(tag, b"definedName") and not tag.is_whole:
            opened = tag
        elif opened and tag.is_end:
            name, place = (opened.get(b"name") or "").casefold(), opened.get(b"localSheetId") or ""
            if name in NAMES and place.isdecimal():
                text = bytes(body[opened.end : tag.start]).decode()
                yield SheetAreas(name, int(place), opened.end, tag.start, text)
            opened = None


def make_name_edits(body: Bytes, added: ColumnsByPlace) -> Iterator[Edit]:
    """The edits of the workbook's part for new columns."""
    for each in read_areas(body):
        new = grow_areas(each.areas, added.get(each.place, ()))
        if new != each.areas:
            yield Edit(each.start, each.end, new.encode())


def list_unprinted(body: Bytes, added: ColumnsByPlace) -> Iterator[int]:
    """The places of the sheets whose new columns are not printed, though those that they are like are."""
    for each in read_areas(body):
        blocks = [parse_block("".join(match.groups()[1:])) for match in _AREA.finditer(each.areas)]
        for columns in added.get(each.place, ()) if each.name == PRINTED else ():
            models = [block for block in blocks if columns.reaches(block) and columns.covers_models(block)]
            if models and not any(block.last_column >= columns.first - 1 for block in models):
                yield each.place


def grow_areas(areas: str, added: Sequence[NewColumns]) -> str:
    """A list of areas, those that go up to new columns with these in them."""

    def grow(match: re.Match[str]) -> str:
        block = parse_block(f"{match[2]}{match[3]}{match[4]}")
        for columns in added:
            if columns.reaches(block) and columns.adjoins(block):
                return f"{match[1]}{match[2]}{column_letter(columns.last)}{match[4]}"
        return match[0]

    return _AREA.sub(grow, areas)
