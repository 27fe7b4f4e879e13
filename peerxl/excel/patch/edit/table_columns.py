"""A table's own part with new columns at its right edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peerxl.excel.errors import ColumnsNotAddedError
from peerxl.excel.patch.address import format_block, parse_blocks
from peerxl.excel.patch.edit.attributes import edit_attribute
from peerxl.excel.patch.edit.cell_xml import escape_text
from peerxl.excel.patch.edit.new_columns import NewColumns
from peerxl.excel.patch.edit.splice import Edit, PartEdits
from peerxl.excel.patch.parts.encoding import Xml
from peerxl.excel.patch.parts.package import Package
from peerxl.excel.patch.sheet.frame import parse_number
from peerxl.excel.patch.sheet.tags import Tag, is_start, mask_hidden, walk_tags
from peerxl.excel.patch.zip.archive import Member
from peerxl.model.sheet import Block

# How a column of a table looks; what it totals or where it comes from is its own.
LOOKS = (
    *(b"headerRowDxfId", b"dataDxfId", b"totalsRowDxfId"),
    *(b"headerRowCellStyle", b"dataCellStyle", b"totalsRowCellStyle"),
)
# A table of these kinds says elsewhere too which columns it has.
FED = frozenset({"queryTable", "xml"})


def make_table_edits(
    package: Package, sheet: Member, added: Sequence[NewColumns], where: str
) -> Iterator[tuple[str, PartEdits]]:
    """The edits of each table's part that new columns of its sheet belong to."""
    for member in package.find_related(sheet.name, "table"):
        xml = package.read_xml(member)
        edits = [edit for columns in added for edit in grow_table(xml, columns, where)]
        if edits:
            yield member.name, PartEdits(xml, tuple(sorted(edits)))


def grow_table(xml: Xml, added: NewColumns, where: str) -> Iterator[Edit]:
    """The edits that put columns into a table which they stand beside; nothing where they do not."""
    root, *tags = walk_tags(mask_hidden(xml.body), 0, len(xml.body))
    for block in parse_blocks(root.get(b"ref") or ""):
        if not (added.reaches(block) and added.adjoins(block)):
            continue
        if root.get(b"tableType") in FED:
            raise ColumnsNotAddedError(where, "its table is filled from elsewhere")
        if root.get(b"headerRowCount") == "0":
            raise ColumnsNotAddedError(where, "its table hides its headings")
        yield edit_attribute(root, b"ref", format_block(added.extend(block)))
        for tag in tags:
            if tag.depth == 1 and is_start(tag, b"autoFilter"):
                yield from grow_filter(tag, added)
        yield from add_columns(xml, tags, block, added, where)


def grow_filter(tag: Tag, added: NewColumns) -> Iterator[Edit]:
    """The edit of the block that a table's filter is of."""
    for block in parse_blocks(tag.get(b"ref") or ""):
        yield edit_attribute(tag, b"ref", format_block(added.extend(block)))


def add_columns(xml: Xml, tags: Sequence[Tag], block: Block, added: NewColumns, where: str) -> Iterator[Edit]:
    """The edits of a table's list of columns."""
    opening, closing = (tag for tag in tags if tag.depth == 1 and tag.name == b"tableColumns" and tag.is_main)
    listed = [tag for tag in tags if tag.depth == 2 and is_start(tag, b"tableColumn")]
    names = {(tag.get(b"name") or "").casefold() for tag in listed}
    identity = max(parse_number(tag.get(b"id")) for tag in listed)
    yield edit_attribute(opening, b"count", len(listed) + len(added.columns))
    new = []
    for number, column in enumerate(added.columns, 1):
        heading = column.words.get(block.first_row)
        if heading is None:
            raise ColumnsNotAddedError(where, "its table has its headings in another row than the plan")
        if heading.casefold() in names:
            raise ColumnsNotAddedError(where, f"its table has a column headed “{heading}” already")
        model = listed[column.model - block.first_column]
        new.append(write_column(model, identity + number, escape_name(heading, is_unicode=xml.is_unicode)))
    yield Edit(closing.start, closing.start, b"".join(new))


def escape_name(heading: str, *, is_unicode: bool) -> bytes:
    """A heading as a table's part has it, with line breaks by their numbers."""
    return escape_text(heading, is_unicode).replace(b'"', b"&quot;").replace(b"\n", b"_x000a_")


def write_column(model: Tag, identity: int, name: bytes) -> bytes:
    """The element of a column that looks like another one."""
    looks = "".join(f' {look.decode()}="{value}"' for look in LOOKS if (value := model.get(look)))
    return b'<%b id="%d" name="%b"%b/>' % (model.spelling, identity, name, looks.encode())
