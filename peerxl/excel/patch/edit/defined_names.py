"""What the workbook's part says of a sheet's columns, with new ones: what is printed, and what is filtered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from peerxl.excel.patch.address import parse_block
from peerxl.excel.patch.edit.new_columns import NewColumns
from peerxl.excel.patch.edit.splice import Edit
from peerxl.excel.patch.parts.encoding import Bytes
from peerxl.excel.patch.sheet.tags import Tag, is_start, mask_hidden, walk_tags
from peerxl.model.sheet import column_letter

NAMES = frozenset({"_xlnm.print_area", "_xlnm._filterdatabase"})
_AREA = re.compile(r"((?:'(?:[^']|'')*'|[^',!]+)!)(\$?[A-Z]{1,3}(?:\$?\d+)?:\$?)([A-Z]{1,3})((?:\$?\d+)?)")


def make_name_edits(body: Bytes, added: Mapping[int, Sequence[NewColumns]]) -> Iterator[Edit]:
    """The edits of the workbook's part for new columns, which stand by the places of their sheets in its list."""
    opened: Tag | None = None
    for tag in walk_tags(mask_hidden(body), 0, len(body)):
        if is_start(tag, b"definedName") and (tag.get(b"name") or "").casefold() in NAMES and not tag.is_whole:
            opened = tag
        elif opened and tag.is_end:
            index = opened.get(b"localSheetId") or ""
            columns = added.get(int(index), ()) if index.isdecimal() else ()
            old = bytes(body[opened.end : tag.start])
            new = grow_areas(old.decode(), columns).encode()
            if new != old:
                yield Edit(opened.end, tag.start, new)
            opened = None


def grow_areas(areas: str, added: Sequence[NewColumns]) -> str:
    """A list of areas, those that go up to new columns with these in them."""

    def grow(match: re.Match[str]) -> str:
        block = parse_block(f"{match[2]}{match[3]}{match[4]}")
        for columns in added:
            if columns.reaches(block) and columns.adjoins(block):
                return f"{match[1]}{match[2]}{column_letter(columns.last)}{match[4]}"
        return match[0]

    return _AREA.sub(grow, areas)
