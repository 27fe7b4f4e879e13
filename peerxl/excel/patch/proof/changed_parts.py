"""The proof of the edits of the parts that are no sheets: all in them is as it was but for what was to change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException

from peerxl.excel.patch.address import parse_block
from peerxl.excel.patch.edit.cell_xml import unescape_text
from peerxl.excel.patch.edit.new_columns import NewColumns
from peerxl.excel.patch.edit.splice import PartEdits, apply_edits
from peerxl.excel.patch.parts.package import is_true, local_name, parse_tree
from peerxl.excel.patch.parts.styles import describe_element
from peerxl.excel.patch.proof.grown_blocks import cut, is_same_or_grown

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# The names by which a workbook knows what is printed and what is filtered.
AREAS = frozenset({"_xlnm.print_area", "_xlnm._filterdatabase"})
# What of a table's column is how it looks.
LOOKS = frozenset(f"{part}{kind}" for part in ("headerRow", "data", "totalsRow") for kind in ("DxfId", "CellStyle"))


def is_right_workbook(part: PartEdits, added: Mapping[int, Sequence[NewColumns]]) -> bool:
    """Whether nothing changes in a workbook's own part but its word on calculating when it is opened, and new columns.

    These stand by the places of their sheets, and may come in where an area that is printed or filtered ends.
    """
    before, after = read_tree(part, has_edits=False), read_tree(part, has_edits=True)
    if before is None or after is None:
        return False
    was_told, is_told = take_calculation(before), take_calculation(after)
    pairs = zip_longest(take_areas(before), take_areas(after), fillvalue=("", "", ""))
    if any(not is_grown_area(old, new, added) for old, new in pairs):
        return False
    return (is_told or (bool(added) and not was_told)) and describe_element(before) == describe_element(after)


def take_areas(workbook: Element) -> list[tuple[str, str, str]]:
    """The names of what is printed and filtered: each with its sheet's place, and its areas, which are taken out."""
    names = [element for element in workbook.iter() if local_name(element) == "definedName"]
    areas = []
    for element in names:
        if element.get("name", "").casefold() in AREAS:
            areas.append((element.get("name", ""), element.get("localSheetId", ""), element.text or ""))
            element.text = ""
    return areas


def is_grown_area(
    old: tuple[str, str, str], new: tuple[str, str, str], added: Mapping[int, Sequence[NewColumns]]
) -> bool:
    """Whether a name's areas are as they were, or have new columns of its sheet at their right ends."""
    if old == new:
        return True
    columns = added.get(int(old[1]), ()) if old[1].isdecimal() else ()
    pairs = list(zip_longest(old[2].split(","), new[2].split(","), fillvalue=""))
    return old[:2] == new[:2] and all(was == now or is_grown_block(was, now, columns) for was, now in pairs)


def is_grown_block(old: str, new: str, added: Iterable[NewColumns]) -> bool:
    """Whether one area is another with new columns at its right end."""
    (sheet, _, was), (other, _, now) = old.rpartition("!"), new.rpartition("!")
    return sheet == other and is_same_or_grown(parse_block(was), parse_block(now), added)


def has_only_new_columns(part: PartEdits, added: Sequence[NewColumns]) -> bool:
    """Whether a table has become that with new columns, called by their headings and looking like others, and no more.

    ``added`` are those of its sheet.
    """
    before, after = read_tree(part, has_edits=False), read_tree(part, has_edits=True)
    if before is None or after is None:
        return False
    refs = [[element.attrib.pop("ref", "") for element in tree.iter() if is_block(element)] for tree in (before, after)]
    old, new = take_table_columns(before), take_table_columns(after)
    pairs = list(zip(*refs, strict=True))
    beside = [columns for columns in added if all(is_widened(was, now, columns) for was, now in pairs)]
    if len(beside) != 1 or new[: len(old)] != old or describe_element(before) != describe_element(after):
        return False
    top, numbers = parse_block(refs[0][0]), [column.get("id") for column in new]
    wanted = [(column.words.get(top.first_row), old[column.model - top.first_column]) for column in beside[0].columns]
    return len(set(numbers)) == len(numbers) and [
        (unescape_text(column["name"]), set(column.items()) - {("id", column["id"]), ("name", column["name"])})
        for column in new[len(old) :]
    ] == [(words, {pair for pair in model.items() if pair[0] in LOOKS}) for words, model in wanted]


def is_block(element: Element) -> bool:
    """Whether an element of a table's part says which cells are the table's, or its filter's."""
    return local_name(element) in ("table", "autoFilter")


def is_widened(before: str, after: str, added: NewColumns) -> bool:
    """Whether a block now has new columns at its right end."""
    return parse_block(before) == cut(parse_block(after), added)


def take_table_columns(table: Element) -> list[dict[str, str]]:
    """The attributes of a table's columns, of which those that are not there any more are taken out with their count.

    What else a column says stays in the tree, for the columns that were there before.
    """
    columns = []
    for parent in (element for element in table if local_name(element) == "tableColumns"):
        parent.attrib.pop("count", None)
        for child in list(parent):
            columns.append(dict(child.attrib))
            child.attrib.clear()
            if not len(child):
                parent.remove(child)
    return columns


def take_calculation(workbook: Element) -> bool:
    """Take ``fullCalcOnLoad`` out of a workbook's part, and say whether it was set."""
    is_told = False
    for parent in list(workbook.iter()):
        for child in [child for child in parent if local_name(child) == "calcPr"]:
            is_told = is_true(child.attrib.pop("fullCalcOnLoad", None)) or is_told
            if not child.attrib:
                parent.remove(child)
    return is_told


def has_only_added_formats(part: PartEdits) -> bool:
    """Whether nothing changes in the styles' part but that cell formats come in behind the others."""
    before, after = read_tree(part, has_edits=False), read_tree(part, has_edits=True)
    if before is None or after is None:
        return False
    old, new = take_formats(before), take_formats(after)
    return new[: len(old)] == old and describe_element(before) == describe_element(after)


def take_formats(styles: Element) -> list[object]:
    """The cell formats, taken out of the styles' part with their count."""
    formats: list[object] = []
    for parent in (element for element in styles if local_name(element) == "cellXfs"):
        parent.attrib.pop("count", None)
        formats += [describe_element(child) for child in parent]
        for child in list(parent):
            parent.remove(child)
    return formats


def read_tree(part: PartEdits, *, has_edits: bool) -> Element | None:
    """A part with its edits, or without, as a tree; None where it is not well-formed."""
    try:
        return parse_tree(b"".join(apply_edits(part.xml.body, part.edits if has_edits else ())))
    except (ParseError, DefusedXmlException):
        return None
