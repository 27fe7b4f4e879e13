"""The mould of a workbook as XlsxWriter writes it, and as what each workbook of that mould is filled into.

XlsxWriter is asked for what any workbook is by the names that it has for everybody; the numbers of its styles are read
from the cells of samples.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from itertools import chain
from typing import Any

from peerxl.documents.document import shorten_property
from peerxl.excel.cell_xml import Fonts
from peerxl.excel.finish import CORE, finish
from peerxl.excel.formats import Formats, Look
from peerxl.excel.mould import Mould
from peerxl.excel.packed_parts import PackedParts
from peerxl.excel.sheet_writer import SheetWriter

OPTIONS = {
    # What begins with “=” or “http” are an officer's words, and stay text.
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    # Without a scheme: with one the font would follow the theme and not be Arial.
    "default_format_properties": {"font_name": "Arial", "font_size": 12, "font_scheme": "none"},
    "default_column_width": 80,
    "default_row_height": 20,
    "in_memory": True,
}
LAPTOP = (1366, 720)
WORKBOOK, TEXTS = "xl/workbook.xml", "xl/sharedStrings.xml"
SHEET, TABLE = "xl/worksheets/sheet{}.xml", "xl/tables/table{}.xml"
CELLS = re.compile(r"(?<=<sheetData>).*(?=</sheetData>)", re.DOTALL)
# What is another in each workbook of a mould: the value of an attribute, or all that an element says.
GAP = re.compile(
    r'(<dimension ref="|<dataValidation [^>]*?sqref="|<ignoredError sqref="|<(?:table|autoFilter) [^>]*?ref=")[^"]*'
    r'|(<sheetData>|<oddFooter>|<definedName name="_xlnm\.Print_Area"[^>]*>[^<]*!|<dc:title>)[^<]*'
)
SAMPLE = re.compile(r'<c r="[A-Z]+1" s="(\d+)"')
PRINTED = re.compile(r'<definedName name="_xlnm\.Print_Area" localSheetId="(\d+)"')
RUN = re.compile(r"<r><rPr>(.*?)</rPr>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WrittenMould:
    """A mould's parts: those that are the same in each workbook packed already, the others cut at their gaps.

    ``styles`` are the numbers of looks, ``fonts`` those of the cells whose first line is bold, and ``printed`` the
    sheets, counted from 0, in the order in which the workbook says what is printed of them.
    """

    packed: PackedParts
    cut: Mapping[str, tuple[str, ...]]
    styles: Mapping[Look, str]
    fonts: Fonts
    printed: tuple[int, ...]

    def fill(self, values: Mapping[str, Iterable[str]], texts: str) -> bytes:
        """The workbook in which the gaps of each part have values, which are XML, and its cells these texts."""
        parts = {name: fill_gaps(pieces, tuple(values[name])) for name, pieces in self.cut.items()}
        return self.packed.add({name: part.encode() for name, part in {**parts, TEXTS: texts}.items()}).close()


def fill_gaps(pieces: Sequence[str], values: Sequence[str]) -> str:
    """Pieces with a value between each and the next; ValueError where there are not as many."""
    *before, last = pieces
    return "".join(chain.from_iterable(zip(before, values, strict=True))) + last


def write_mould(mould: Mould) -> WrittenMould:
    """The mould, written by XlsxWriter."""
    from xlsxwriter import Workbook

    content = BytesIO()
    workbook = Workbook(content, OPTIONS)
    workbook.set_size(*LAPTOP)
    workbook.set_properties(list_properties(mould))
    formats = Formats(workbook)
    worksheets = [workbook.add_worksheet(sheet.layout.section.name) for sheet in mould.sheets]
    for worksheet, sheet in zip(worksheets, mould.sheets, strict=True):
        SheetWriter(worksheet, sheet, formats).write()
    put_samples(worksheets[0], mould, formats)
    workbook.close()
    with zipfile.ZipFile(content) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return cut_parts(mould, finish(parts, mould.language))


def list_properties(mould: Mould) -> dict[str, object]:
    return {
        "title": "Title",
        "subject": shorten_property(mould.subject),
        "author": shorten_property(mould.creator),
        # Not the moment it is made in: one document always gives the same bytes.
        "created": datetime.combine(mould.dated, time()),
    }


def put_samples(worksheet: Any, mould: Mould, formats: Formats) -> None:
    """A cell of each look in the first row, after the title; then those whose first line is bold."""
    for column, look in enumerate(mould.looks, 1):
        worksheet.write_blank(0, column, None, formats.get(look))
    for column, look in enumerate(mould.led, len(mould.looks) + 1):
        lead, words = formats.get_fonts(look)
        # Texts that are the same would stand in the part once.
        worksheet.write_rich_string(0, column, lead, "lead", words, f"words {column}", formats.get(look))
    # A workbook has a part for texts where it has any.
    worksheet.write_string(0, len(mould.looks) + len(mould.led) + 1, "text")


def cut_parts(mould: Mould, parts: Mapping[str, bytes]) -> WrittenMould:
    """The parts of a mould made ready to be filled."""
    _, *styles = SAMPLE.findall(parts[SHEET.format(1)].decode())
    runs = RUN.findall(parts[TEXTS].decode())
    tables = [sheet for sheet in mould.sheets if sheet.layout.is_real_table]
    names = [
        *(SHEET.format(number) for number, _ in enumerate(mould.sheets, 1)),
        *(TABLE.format(number) for number, _ in enumerate(tables, 1)),
        *(WORKBOOK, CORE),
    ]
    return WrittenMould(
        PackedParts().add({name: part for name, part in parts.items() if name not in {*names, TEXTS}}),
        {name: cut(CELLS.sub("", parts[name].decode())) for name in names},
        dict(zip(mould.looks, styles[: len(mould.looks)], strict=True)),
        dict(zip(mould.led, zip(runs[::2], runs[1::2], strict=True), strict=True)),
        tuple(map(int, PRINTED.findall(parts[WORKBOOK].decode()))),
    )


def cut(part: str) -> tuple[str, ...]:
    """A part without what it has in its gaps, cut there."""
    pieces, end = [], 0
    for gap in GAP.finditer(part):
        pieces.append(part[end : gap.end(gap.lastindex or 0)])
        end = gap.end()
    return (*pieces, part[end:])
