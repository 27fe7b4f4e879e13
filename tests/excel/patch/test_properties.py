"""Laws that hold for any sheet and any texts: what was set is read, all else is read as it was, order does not matter."""

from __future__ import annotations

import io
import re
import tempfile
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from peerxl.excel.patch import set_cells
from peerxl.excel.patch.address import format_address
from peerxl.excel.patch.edit.cell_xml import unescape_text
from peerxl.text import UNWRITABLE
from tests.conftest import examples
from tests.excel.patch.handmade import MAIN, changed, members, parts, zipped

PART = "xl/worksheets/sheet1.xml"
PLACES = st.tuples(st.integers(1, 9), st.integers(1, 9))
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).filter(lambda text: not UNWRITABLE.search(text))
SPECIAL = st.sampled_from(
    ["=1+1", "_x000D_", "_x005F_", " a ", "\n", "\r\n", "\t", "]]>", "&amp;", "<c r='A1'/>", "-", "@", "'"]
)
TEXTS = st.dictionaries(PLACES, st.none() | WORDS | SPECIAL, max_size=8)
VALUES = st.dictionaries(
    PLACES,
    WORDS | st.integers(-9, 9) | st.booleans() | st.floats(allow_nan=False, allow_infinity=False, width=32),
    max_size=12,
)

Grid = dict[tuple[int, int], object]


def by_calamine(path: Path) -> Grid:
    with CalamineWorkbook.from_path(path) as book:
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    return {(r, c): value for r, row in enumerate(rows, 1) for c, value in enumerate(row, 1) if value != ""}


def by_openpyxl(path: Path) -> Grid:
    rows = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).worksheets[0].iter_rows()
    return {(cell.row, cell.column): read(cell.value) for row in rows for cell in row if cell.value is not None}


def read(value: object) -> object:
    return unescape_text(value) if isinstance(value, str) else value


def check(book: bytes, texts: dict[tuple[int, int], str | None]) -> None:
    """Set the texts in any order, and read everything back."""
    with tempfile.TemporaryDirectory() as folder:
        source, target, again = (Path(folder) / f"{name}.xlsx" for name in ("source", "target", "again"))
        source.write_bytes(book)
        [sheet] = [name for name in members(source) if name.endswith("sheet1.xml")]
        with CalamineWorkbook.from_path(source) as opened:
            name = opened.sheet_names[0]
        set_cells(source, target, {name: {format_address(place): text for place, text in texts.items()}})
        backwards = dict(reversed(texts.items()))
        set_cells(source, again, {name: {format_address(place).lower(): text for place, text in backwards.items()}})
        assert target.read_bytes() == again.read_bytes()
        assert changed(source, target) in ([], [sheet])
        for reader in (by_calamine, by_openpyxl):
            promised = {place: text for place, text in texts.items() if text}
            untouched = {place: value for place, value in reader(source).items() if place not in texts}
            assert reader(target) == untouched | promised
        set_cells(target, again, {name: {format_address(place): text for place, text in texts.items()}})
        assert again.read_bytes() == target.read_bytes()


@settings(deadline=None, max_examples=examples(0.6))
@given(VALUES, TEXTS)
def test_on_what_xlsxwriter_writes(values: Grid, texts: dict[tuple[int, int], str | None]) -> None:
    book = io.BytesIO()
    with xlsxwriter.Workbook(book, {"strings_to_formulas": False, "strings_to_urls": False}) as made:
        sheet = made.add_worksheet("Plan & more")
        for (row, column), value in values.items():
            write = sheet.write_string if isinstance(value, str) else sheet.write
            write(row - 1, column - 1, value)
    check(book.getvalue(), texts)


@settings(deadline=None, max_examples=examples(0.6))
@given(VALUES, TEXTS)
def test_on_what_openpyxl_writes(values: dict[tuple[int, int], Any], texts: dict[tuple[int, int], str | None]) -> None:
    book, made = io.BytesIO(), openpyxl.Workbook()
    for (row, column), value in values.items():
        cell = made.worksheets[0].cell(row, column)
        cell.value = value
        cell.data_type = "s" if isinstance(value, str) else cell.data_type
    made.save(book)
    check(book.getvalue(), texts)


HIDDEN = st.sampled_from(["", "", " ", "\n  ", "<!-- <row r='1'><c r='A1'> -->", "<?x </row> ?>"])
VALUE = st.sampled_from(
    [
        "",
        "<v>1</v>",
        "<v><![CDATA[2]]></v>",
        "<v>3<!-- </c> --></v>",
        '<v xmlns:q="urn:q">4</v>',
        "<v>5</v><extLst><ext/></extLst>",
    ]
)


@st.composite
def sheets(draw: st.DrawFn) -> str:
    """A sheet by hand: any prefix, with numbers or without, quotes of either kind, comments anywhere between."""
    prefix = draw(st.sampled_from(["", "x:", "main-1:", "_:"]))
    rows, row = [], 0
    for skip in draw(st.lists(st.integers(0, 2), max_size=5)):
        row += skip + 1
        cells, column = [], 0
        for gap in draw(st.lists(st.integers(0, 2), max_size=5)):
            column += gap + 1
            where = draw(attribute("r", format_address((row, column)), gap == 0))
            cells.append(draw(HIDDEN) + draw(element("c", where + draw(attribute("s", "0", True)), draw(VALUE))))
        number = draw(attribute("r", str(row), skip == 0))
        rows.append(
            draw(HIDDEN)
            + draw(element("row", number + draw(attribute("spans", "1:9", True)), "".join(cells) + draw(HIDDEN)))
        )
    data = draw(element("sheetData", "", "".join(rows)))
    space = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    tag = re.compile(r"(</?)(?=(?:row|c|v|sheetData|extLst|ext)\b)")
    hidden = re.compile(r"(<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>)", re.DOTALL)
    prefixed = "".join(part if hidden.fullmatch(part) else tag.sub(rf"\1{prefix}", part) for part in hidden.split(data))
    return f'<{prefix}worksheet {space}="{MAIN}">{draw(HIDDEN)}{prefixed}{draw(HIDDEN)}</{prefix}worksheet>'


@st.composite
def attribute(draw: st.DrawFn, name: str, value: str, may_lack: bool) -> str:
    if may_lack and draw(st.booleans()):
        return ""
    return draw(st.sampled_from([f' {name}="{value}"', f" {name}='{value}'", f'\n{name} = "{value}"']))


@st.composite
def element(draw: st.DrawFn, name: str, attributes: str, content: str) -> str:
    if not content:
        return draw(
            st.sampled_from([f"<{name}{attributes}/>", f"<{name}{attributes} />", f"<{name}{attributes}></{name}>"])
        )
    return f"<{name}{attributes}{draw(st.sampled_from(['', ' ']))}>{content}</{name}{draw(st.sampled_from(['', ' ']))}>"


@settings(deadline=None, max_examples=examples(1.5))
@given(sheets(), TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_on_what_is_written_by_hand(sheet: str, texts: dict[tuple[int, int], str | None], codec: str) -> None:
    check_by_tree(sheet, texts, codec)


def check_by_tree(sheet: str, texts: dict[tuple[int, int], str | None], codec: str) -> None:
    """Readers differ on such sheets; an XML parser and the format's own rules do not."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "source.xlsx", Path(folder) / "target.xlsx"
        source.write_bytes(zipped(parts(sheet.encode(codec))))
        set_cells(source, target, {"Plan": {format_address(place): text for place, text in texts.items()}})
        before, after = (by_tree(members(path)[PART]) for path in (source, target))
        promised = {place: text for place, text in texts.items() if text}
        assert after == {place: value for place, value in before.items() if place not in texts} | promised


def by_tree(part: bytes) -> Grid:
    from defusedxml import ElementTree

    found: Grid = {}
    row_number = 0
    for row in ElementTree.fromstring(part).iter(f"{{{MAIN}}}row"):
        row_number, column = int(row.get("r", row_number + 1)), 0
        for cell in row.iter(f"{{{MAIN}}}c"):
            name = re.fullmatch(r"([A-Z])(\d+)", cell.get("r", ""))
            column = ord(name[1]) - 64 if name else column + 1
            assert not name or int(name[2]) == row_number
            text = "".join(part.text or "" for part in cell.iter() if part.tag in (f"{{{MAIN}}}t", f"{{{MAIN}}}v"))
            assert (row_number, column) not in found
            if len(cell):
                found[row_number, column] = unescape_text(text)
    return found
