"""The one step after XlsxWriter: what it has no words for, put into the parts it wrote.

A1 of each sheet takes the named cell style Heading 1, which screen readers and Excel's navigation know, the document
says which language it is in, and links to other files have slashes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

STYLES, CORE = "xl/styles.xml", "docProps/core.xml"
SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")
LINKS = re.compile(r"xl/worksheets/_rels/sheet\d+\.xml\.rels")
TARGET = re.compile(r'Target="([^"]*)" TargetMode="External"')
TITLE_CELL = re.compile(r'<c r="A1" s="(\d+)"')
HEADING_1 = 16  # Excel's number for it: ECMA-376 part 1, 18.8.7, builtinId


def finish(written: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    """A workbook's parts, its titles styled as headings, its language named."""
    parts = dict(written)
    titles = {style for name, part in parts.items() if SHEET.fullmatch(name) for style in find_title_styles(part)}
    parts |= {name: use_slashes(part.decode()).encode() for name, part in parts.items() if LINKS.fullmatch(name)}
    parts[STYLES] = name_headings(parts[STYLES].decode(), titles).encode()
    parts[CORE] = name_language(parts[CORE].decode(), language).encode()
    return parts


def find_title_styles(sheet: bytes) -> list[int]:
    """The number of the cell format that a sheet's title has, where it has a title."""
    title = TITLE_CELL.search(sheet.decode())
    return [int(title[1])] if title else []


def name_headings(styles: str, titles: set[int]) -> str:
    """The styles with the cell formats of these numbers built on Heading 1."""
    before, formats, after = re.split(r"(<cellXfs.*?</cellXfs>)", styles, maxsplit=1)
    xfs = re.findall(r"<xf [^>]*/>|<xf [^>]*>.*?</xf>", formats)
    for number in sorted(titles):
        # A named style is built on nothing: in its own format there is no xfId.
        before = append_child(before, "cellStyleXfs", re.sub(r' xfId="\d+"', "", xfs[number]))
        style = count_children(before, "cellStyleXfs") - 1
        after = append_child(after, "cellStyles", build_cell_style(style, number, titles))
        xfs[number] = re.sub(r'xfId="\d+"', f'xfId="{style}"', xfs[number])
    return f'{before}<cellXfs count="{len(xfs)}">{"".join(xfs)}</cellXfs>{after}'


def build_cell_style(style: int, number: int, titles: set[int]) -> str:
    """The name of a style; Excel knows its own Heading 1 by number, a second one can only be called after it."""
    if number == min(titles):
        return f'<cellStyle name="Heading 1" xfId="{style}" builtinId="{HEADING_1}" customBuiltin="1"/>'
    return f'<cellStyle name="Heading 1 {number}" xfId="{style}"/>'


def append_child(xml: str, parent: str, child: str) -> str:
    """The XML with one more child in a counted parent."""
    count = count_children(xml, parent)
    xml = xml.replace(f'<{parent} count="{count}">', f'<{parent} count="{count + 1}">', 1)
    return xml.replace(f"</{parent}>", f"{child}</{parent}>", 1)


def count_children(xml: str, parent: str) -> int:
    count = re.search(rf'<{parent} count="(\d+)">', xml)
    return int(count[1]) if count else 0


def name_language(core: str, language: str) -> str:
    return core.replace("</cp:coreProperties>", f"<dc:language>{language}</dc:language></cp:coreProperties>")


def use_slashes(links: str) -> str:
    """The way to another file as every system reads it: XlsxWriter writes Windows' backslashes."""
    return TARGET.sub(lambda target: target[0].replace("\\", "/"), links)
