"""Workbooks written by hand, part by part, for what no library writes; and how one is taken apart again."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TYPES = (
    f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)


def relations(*targets: tuple[str, str]) -> str:
    """A list of relations, each with the last word of its type and its target, called rId1 and so on."""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{RELATIONS}">{listed}</Relationships>'


def workbook_xml(name: str = "Plan", after: str = "") -> str:
    return (
        f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><bookViews><workbookView/></bookViews>'
        f'<sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets>{after}</workbook>'
    )


def sheet_xml(rows: str, before: str = "", after: str = "") -> str:
    return f'{DECLARATION}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


STYLES = (
    f'{DECLARATION}<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>'
    '<xf applyProtection="1"><protection locked="0"/></xf><xf numFmtId="14"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def parts(sheet: str | bytes, **others: str | bytes) -> dict[str, bytes]:
    """A workbook's parts around a sheet's XML; ``others`` take the place of the workbook or its relations."""
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": others.get("workbook", workbook_xml()),
        "xl/_rels/workbook.xml.rels": others.get(
            "relations", relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"))
        ),
        "xl/worksheets/sheet1.xml": sheet,
        "xl/styles.xml": others.get("styles", STYLES),
    }
    return {name: part.encode() if isinstance(part, str) else part for name, part in made.items()}


def zipped(content: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, part in content.items():
            archive.writestr(zipfile.ZipInfo(name, (2023, 10, 2, 9, 30, 0)), part, method)
    return buffer.getvalue()


def handmade(folder: Path, sheet: str | bytes, **others: str | bytes) -> Path:
    """A workbook in a file."""
    path = folder / "plan.xlsx"
    path.write_bytes(zipped(parts(sheet, **others)))
    return path


def remade(folder: Path, **changes: bytes | None) -> Path:
    """A sound workbook with parts changed, added or (None) left out."""
    content: dict[str, bytes | None] = {**parts(sheet_xml("")), **changes}
    path = folder / "plan.xlsx"
    path.write_bytes(zipped({name: part for name, part in content.items() if part is not None}))
    return path


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {item.filename: archive.read(item) for item in archive.infolist()}


def changed(before: Path, after: Path) -> list[str]:
    """The members that differ, all others and the order being the same."""
    old, new = members(before), members(after)
    assert list(old) == list(new)
    return [name for name in old if old[name] != new[name]]


def sheet_of(path: Path) -> str:
    return members(path)["xl/worksheets/sheet1.xml"].decode()


def without_cell(xml: str, name: str) -> str:
    """A sheet's XML without one cell, its row if that then holds nothing, and its dimension's words."""
    cell = rf'<(\w+:)?c (?:[^>]* )?r=["\']{name}["\'](?:[^>]*/>|[^>]*>.*?</\1?c>)'
    xml = re.sub(cell, "", xml, count=1, flags=re.DOTALL)
    xml = re.sub(r'<(\w+:)?row r="\d+"></\1?row>', "", xml)
    return re.sub(r'(<(?:\w+:)?dimension ref=)"[^"]*"', r"\1", xml)
