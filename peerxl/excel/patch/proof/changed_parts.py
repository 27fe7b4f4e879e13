"""The proof of the edits of the parts that are no sheets: all in them is as it was but for what was to change."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException

from peerxl.excel.patch.edit.splice import PartEdits, apply_edits
from peerxl.excel.patch.parts.package import is_true, local_name, parse_tree
from peerxl.excel.patch.parts.styles import describe_element

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def is_only_told_to_calculate(part: PartEdits) -> bool:
    """Whether the edits set ``fullCalcOnLoad`` in a workbook's own part and change nothing else there."""
    before, after = read_tree(part, has_edits=False), read_tree(part, has_edits=True)
    if before is None or after is None:
        return False
    take_calculation(before)
    return take_calculation(after) and describe_element(before) == describe_element(after)


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
