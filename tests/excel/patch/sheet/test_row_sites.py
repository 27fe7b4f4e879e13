"""Where rows stand or would stand, in sheets that are written plainly and in any other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerxl.excel.patch.sheet.grid import read_grid
from peerxl.excel.patch.sheet.plain_row import look_up_row
from peerxl.excel.patch.sheet.row_element import OddGridError, read_row
from peerxl.excel.patch.sheet.row_sites import RowSite, locate_rows
from tests.excel.patch.handmade import MAIN, sheet_xml


def locate(rows: str, *numbers: int) -> list[tuple[int, str | None, str]]:
    """Each row's number, what it starts with, and what stands behind the gap for it."""
    body = sheet_xml(rows).encode()
    sites = locate_rows(read_grid(body).content, numbers)
    return [(site.number, show(body, site.start), show(body, site.gap) or "") for site in sites]


def show(body: bytes, offset: int | None) -> str | None:
    """A stretch of a sheet up to the end of a tag."""
    return None if offset is None else body[offset : body.index(b">", offset) + 1].decode()


END = "</sheetData>"


@pytest.mark.parametrize(
    ("rows", "numbers", "sites"),
    [
        ("", (1,), [(1, None, END)]),
        ('<row r="2"/>', (3, 1, 2), [(1, None, '<row r="2"/>'), (2, '<row r="2"/>', '<row r="2"/>'), (3, None, END)]),
        (
            '<row r="1"/><row r="10"/><row r="100"/>',
            (1, 10, 11, 100, 101),
            [
                (1, '<row r="1"/>', '<row r="1"/>'),
                (10, '<row r="10"/>', '<row r="10"/>'),
                (11, None, '<row r="100"/>'),
                (100, '<row r="100"/>', '<row r="100"/>'),
                (101, None, END),
            ],
        ),
        ('<row r="1048576"/>', (1048576,), [(1048576, '<row r="1048576"/>', '<row r="1048576"/>')]),
        # In another order, in other words, or without numbers each row is looked at.
        ('<row r="2"/><row r="1"/>', (1, 2, 3), [(1, '<row r="1"/>', '<row r="2"/>'), (2, '<row r="2"/>', END), (3, None, END)]),
        ("<row r='2'/><row s='1' r=\"3\"/>", (1, 3), [(1, None, "<row r='2'/>"), (3, "<row s='1' r=\"3\"/>", END)]),
        ('<row r="02"/>', (2,), [(2, '<row r="02"/>', END)]),
        ("<row/><row/>", (2, 3), [(2, "<row/>", END), (3, None, END)]),
        (f'<x:row xmlns:x="{MAIN}" r="2"/>', (2,), [(2, f'<x:row xmlns:x="{MAIN}" r="2"/>', END)]),
        ('<row r="1"/><rows r="2"/><row r="3"/>', (2,), [(2, None, '<row r="3"/>')]),
    ],
)  # fmt: skip
def test_the_sites_of_rows(rows: str, numbers: tuple[int, ...], sites: list[tuple[int, str | None, str]]) -> None:
    assert locate(rows, *numbers) == sites


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ('<row r="2"/><row r="2"/>', "the sheet has row 2 twice"),
        ("<row r='2'/><row r='2'/>", "the sheet has row 2 twice"),
        ('<row r="0"/>', "the sheet has a row numbered 0"),
        ('<row r="1048577"/>', "the sheet has a row numbered 1048577"),
        ('<row r="1048576"/><row/>', "the sheet has a row numbered 1048577"),
    ],
)
def test_rows_that_nobody_can_tell(rows: str, why: str) -> None:
    with pytest.raises(OddGridError) as caught:
        locate(rows, 2)
    assert str(caught.value) == why


def test_beside_a_missing_cell_none_may_lie_beyond_the_last_column() -> None:
    body = sheet_xml('<row r="2"><c r="B2"/><c r="XFE2"/></row>').encode()
    with pytest.raises(OddGridError, match="has a cell called 'XFE2'"):
        look_up_row(body, body.index(b"<row"), len(body), read_grid(body).data.scope, 2, (3,))


@given(st.lists(st.integers(1, 60), unique=True, max_size=20), st.sets(st.integers(1, 70), min_size=1), st.booleans())
def test_plain_rows_are_located_like_others(numbers: list[int], wanted: set[int], is_plain: bool) -> None:
    """A comment among the rows, or another quotation mark, makes no difference to where they are."""
    quote = '"' if is_plain else "'"
    rows = "".join(f"<row r={quote}{number}{quote}/>" for number in sorted(numbers))
    body = sheet_xml(rows).encode()
    starts = {number: body.find(f"<row r={quote}{number}{quote}".encode()) for number in numbers}
    end = body.index(END.encode())
    following = {each: min((starts[number] for number in numbers if number > each), default=end) for each in wanted}
    for site in locate_rows(read_grid(body).content, wanted):
        assert site.start == starts.get(site.number)
        assert site.gap in (following[site.number], starts.get(site.number))
        if site.start is None:
            assert site == RowSite(site.number, None, following[site.number])


PLAIN = [
    '<c r="B2"/>',
    '<c r="B2" s="1"/>',
    "<c r=\"B2\"\n s='1'\n/>",
    '<c r="B2" s="1" t="s"><v>0</v></c>',
    '<c r="B2"></c>',
    '<c r="B2"><f>A1</f><v>1</v></c>',
    '<c r="B2"><f t="shared" si="0"/><v>1</v></c>',
    '<c r="B2"><f>A1</f></c>',
    '<c r="B2" t="inlineStr"><is><t xml:space="preserve"> x &lt; y </t></is></c>',
]
OTHER = [
    "<c r='B2'/>",
    '<c s="1" r="B2"/>',
    '<c r="b2"/>',
    '<c r="B2"> <v>1</v></c>',
    '<c r="B2"><v>1</v><extLst><ext><c r="B2"/></ext></extLst></c>',
    '<c r="B2"><is><r><t>x</t></r></is></c>',
    '<c r="B2"><v/></c>',
    f'<c r="B2" xmlns="{MAIN}"/>',
    '<c r="B2" x=">"/>',
]


@pytest.mark.parametrize("cell", PLAIN + OTHER)
@pytest.mark.parametrize("more", ["", ' spans="1:9" x14ac:dyDescent="0.25"'])
def test_a_cell_is_the_same_however_its_row_is_read(cell: str, more: str) -> None:
    body = sheet_xml(f'<row r="2"{more}><c r="A2"><v>9</v></c>{cell}<c r="AB2"><v>8</v></c></row><row r="3"/>').encode()
    grid = read_grid(body)
    start = body.index(b"<row")
    whole = read_row(body, start, len(body), grid.data.scope, 2)
    for columns in [(2,), (1, 2), (2, 28), (3,), (2, 3), (30,), (1,)]:
        row = look_up_row(body, start, len(body), grid.data.scope, 2, columns)
        found = [row.find_cell(column) for column in columns]
        expected = [whole.find_cell(column) for column in columns]
        assert [
            cell and (cell.column, cell.tag.start, cell.tag.end, cell.tag.rest, cell.end, cell.has_formula, cell.style)
            for cell in found
        ] == [
            cell and (cell.column, cell.tag.start, cell.tag.end, cell.tag.rest, cell.end, cell.has_formula, cell.style)
            for cell in expected
        ]
        missing = [column for column, cell in zip(columns, found, strict=True) if cell is None]
        assert [row.find_gap(column) for column in missing] == [whole.find_gap(column) for column in missing]
        assert (row.tag.start, row.tag.end, row.tag.rest, row.end) == (
            whole.tag.start,
            whole.tag.end,
            whole.tag.rest,
            whole.end,
        )
        assert len(row.cells) == (len(columns) if cell in PLAIN and not missing else 3)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ('<c r="B2"/><c r="B2"/>', "the sheet has the cell twice"),
        ('<c r="B2"/><c r="C3"/>', "row 2 of the sheet has a cell called 'C3'"),
        ('<c r="B2"/><c r="C22"/>', "row 2 of the sheet has a cell called 'C22'"),
        ('<c r="B2"/><d r="C2"/>', "row 2 of the sheet holds something that is not a cell"),
        ('<c r="B2"/><c r="ABCD2"/>', "row 2 of the sheet has a cell called 'ABCD2'"),
    ],
)
def test_what_is_odd_in_a_row_is_seen(cells: str, why: str) -> None:
    body = sheet_xml(f'<row r="2">{cells}</row>').encode()
    with pytest.raises(OddGridError) as caught:
        look_up_row(body, body.index(b"<row"), len(body), read_grid(body).data.scope, 2, (2,)).find_cell(2)
    assert str(caught.value) == why
