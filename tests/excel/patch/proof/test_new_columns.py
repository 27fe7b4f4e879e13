"""The proof finds what a mistake of the patch would do where columns come in."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerxl.excel.errors import NotReadBackError
from peerxl.excel.patch import make_patch
from peerxl.excel.patch.proof.proof import prove
from tests.excel.patch.edit.test_new_columns import LIST, PAIR, ROWS, formats, rule, with_table
from tests.excel.patch.handmade import handmade, sheet_xml, workbook_xml
from tests.excel.patch.proof.test_proof import mistaken, write

SHEET, BOOK, TABLE_PART = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/tables/table1.xml"
COLUMNS = '<cols><col min="2" max="2" width="9"/><col min="3" max="3" width="40"/></cols>'
RULES = (
    '<autoFilter ref="A2:C4"/><mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B6:C6"/></mergeCells>'
    f"{formats('B3:B9', 'B3=1', 1)}{formats('C3:C9', '$C3=1', 2)}"
    f'<dataValidations count="1">{rule("B3:B99", LIST)}</dataValidations>'
)
NAMES = (
    '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Plan!$A$1:$C$4</definedName></definedNames>'
)
GOOD = (
    (
        '<col min="3" max="3" width="40"/>',
        '<col min="3" max="3" width="40"/><col min="4" max="4" width="9"/><col min="5" max="5" width="40"/>',
    ),
    (
        '<c r="C2" s="1"/>',
        '<c r="C2" s="1"/><c r="D2" s="1" t="inlineStr"><is><t>Q2 update</t></is></c><c r="E2" s="1" t="inlineStr"><is><t>Q2 comments</t></is></c>',
    ),
    ('<c r="B3" s="1"/><c r="C3"/>', '<c r="B3" s="1"/><c r="C3"/><c r="D3" s="1"/>'),
    ('<c r="C4" s="2"/>', '<c r="C4" s="2"/><c r="E4" s="2"/>'),
    ('<autoFilter ref="A2:C4"/>', '<autoFilter ref="A2:E4"/>'),
    ('<mergeCell ref="A1:C1"/>', '<mergeCell ref="A1:E1"/>'),
    ('sqref="B3:B9"', 'sqref="B3:B9 D3:D9"'),
    ("<dataValidations", formats("E3:E9", "$E3=1", 3) + "<dataValidations"),
    ('sqref="B3:B99"', 'sqref="B3:B99 D3:D99"'),
)


def prove_swaps(folder: Path, swaps: tuple[tuple[str, str], ...]) -> None:
    """Prove a sheet's patch with these edits in place of its own."""
    patch = make_patch(handmade(folder, sheet_xml(ROWS, COLUMNS, RULES)), {}, columns={"Plan": [PAIR]})
    patch = mistaken(patch, {SHEET: swaps})
    prove(patch, write(patch, folder / "written.xlsx"))


def test_what_is_right_is_proved(tmp_path: Path) -> None:
    prove_swaps(tmp_path, GOOD)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('<col min="4" max="4" width="9"/>', '<col min="4" max="4" width="8"/>'),
        ('<col min="4" max="4" width="9"/>', '<col min="4" max="4" width="9" hidden="1"/>'),
        ('<col min="4" max="4" width="9"/>', ""),
        ('<col min="3" max="3" width="40"/>', '<col min="3" max="3" width="41"/>'),
        ('<c r="E4" s="2"/>', ""),
        ('<c r="E4" s="2"/>', '<c r="E4" s="1"/>'),
        ('<c r="D3" s="1"/>', '<c r="D3" s="1"><v>1</v></c>'),
        ("Q2 comments", "Q3 comments"),
        ('ref="A2:E4"', 'ref="A2:D4"'),
        ('ref="A2:E4"', 'ref="A2:E5"'),
        ('ref="A1:E1"', 'ref="A1:F1"'),
        ('ref="A1:E1"', 'ref="A1:E2"'),
        ('sqref="B3:B9 D3:D9"', 'sqref="B3:B9"'),
        ('sqref="B3:B9 D3:D9"', 'sqref="B3:B9 D3:D8"'),
        ('sqref="B3:B9 D3:D9"', 'sqref="B3:B8 D3:D9"'),
        ('sqref="B3:B9 D3:D9"', 'sqref="B3:B9 D3:E9"'),
        ("$E3=1", "$C3=1"),
        ("$E3=1", "$E4=1"),
        ('priority="3"', 'priority="3" stopIfTrue="1"'),
        ('sqref="B3:B99 D3:D99"', 'sqref="B3:B99 D3:D99 F3"'),
    ],
)
def test_what_is_wrong_is_found(right: str, wrong: str, tmp_path: Path) -> None:
    swaps = tuple((old, new.replace(right, wrong)) for old, new in GOOD)
    assert swaps != GOOD
    with pytest.raises(NotReadBackError):
        prove_swaps(tmp_path, tuple((old, new) for old, new in swaps if old != new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Plan!$A$1:$C$4", "Plan!$A$1:$D$4"),
        ("Plan!$A$1:$C$4", "Plan!$A$1:$E$5"),
        ("Plan!$A$1:$C$4", "Other!$A$1:$E$4"),
        ("_xlnm.Print_Area", "_xlnm.Print_Titles"),
    ],
)
def test_a_wrong_word_of_the_workbook_is_found(old: str, new: str, tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml(ROWS), workbook=workbook_xml(after=NAMES))
    patch = make_patch(path, {}, columns={"Plan": [PAIR]})
    prove(patch, write(patch, tmp_path / "right.xlsx"))
    patch = mistaken(patch, {BOOK: ((old, new),)})
    with pytest.raises(NotReadBackError):
        prove(patch, write(patch, tmp_path / "wrong.xlsx"))


ADDED = '<tableColumn id="10" name="Q2 update" dataDxfId="4"/><tableColumn id="11" name="Q2 comments"/></tableColumns>'
RIGHT = (
    ('displayName="T" ref="A2:C4"', 'displayName="T" ref="A2:E4"'),
    ('<autoFilter ref="A2:C4"/>', '<autoFilter ref="A2:E4"/>'),
    ('count="3"', 'count="5"'),
    ("</tableColumns>", ADDED),
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("", ""),
        ('id="11"', 'id="10"'),
        ('name="Q2 comments"', 'name="Q3 comments"'),
        (' dataDxfId="4"', ""),
        ('ref="A2:E4"', 'ref="A2:D4"'),
        ('<autoFilter ref="A2:E4"/>', '<autoFilter ref="A2:C4"/>'),
        ('name="Q2 comments"', 'name="Q2 comments" totalsRowFunction="count"'),
    ],
)
def test_a_wrong_table_is_found(right: str, wrong: str, tmp_path: Path) -> None:
    patch = make_patch(with_table(tmp_path), {}, columns={"Plan": [PAIR]})
    swaps = tuple((old, new.replace(right, wrong)) for old, new in RIGHT)
    patch = mistaken(patch, {TABLE_PART: tuple((old, new) for old, new in swaps if old != new)})
    if right == wrong:
        prove(patch, write(patch, tmp_path / "written.xlsx"))
        return
    with pytest.raises(NotReadBackError):
        prove(patch, write(patch, tmp_path / "written.xlsx"))
