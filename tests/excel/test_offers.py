"""What drop-downs offer, wherever their words are kept and however the rule is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerxl.excel.offers import Offer, match_offers, read_offers
from peerxl.excel.read import read_sheets
from peerxl.model.sheet import Block, Cell, Sheet
from tests.conftest import SHARED, needs_shared
from tests.excel.patch.handmade import MAIN, handmade, parts, relations, sheet_xml, workbook_xml, zipped

X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"
X12AC = "http://schemas.microsoft.com/office/spreadsheetml/2011/1/ac"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

PLAN = Sheet("Plan", (("Status", "Of", 3), ("Open", "Shut", None), ("Open", "#REF!", 4.5)))
LISTS = Sheet("My & lists", (("Words",), ("One",), ("Two ",), ("",), (None,), ("one",), (12,)))
SHEETS = (PLAN, LISTS)
E2 = (Block(2, 5, 2, 5),)


def rule(formula: str, sqref: str = "E2", kind: str = "list") -> str:
    return f'<dataValidation type="{kind}" sqref="{sqref}"><formula1>{formula}</formula1></dataValidation>'


def offers_of(folder: Path, rules: str, names: str = "", **others: str) -> tuple[Offer, ...]:
    """The drop-downs of a sheet called Plan with these rules, in a workbook with these names."""
    after = f"<definedNames>{names}</definedNames>" if names else ""
    sheet = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>', after=f"<dataValidations>{rules}</dataValidations>")
    path = handmade(folder, sheet, workbook=workbook_xml(after=after), **others)
    return tuple(read_offers(path, SHEETS).get("Plan", ()))


def name(name: str, formula: str, scope: str = "") -> str:
    return f'<definedName name="{name}"{scope}>{formula}</definedName>'


NAMES = (
    name("Words", "'My &amp; lists'!$A$2:$A$3")
    + name("RAG", "Plan!$A$1:$B$1")
    + name("Chain", "Words")
    + name("Circle", "Circle")
    + name("Away", "[1]Sheet1!$A$1:$A$3")
    + name("Worked", "OFFSET(Plan!$A$1,0,0,3)")
    + name("Local", "Plan!$A$2", ' localSheetId="0"')
    + name("Local", "Plan!$A$1")
    + name("Elsewhere", "Plan!$A$2", ' localSheetId="1"')
)


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ('"Open,Shut"', ("Open", "Shut")),
        ('" Not begun ,,Open, Open,At ""risk"""', ("Not begun", "Open", 'At "risk"')),
        ('"R&amp;D,&lt;1 year,caf&#233;"', ("R&D", "<1 year", "café")),
        ('<![CDATA["A & B,C"]]>', ("A & B", "C")),
        ('"Open"&amp;",Shut"', None),
        ("$A$1:$A$3", ("Status", "Open")),
        ("=A1:A3", ("Status", "Open")),
        ("$A1:$C1", ("Status", "Of", "3")),
        ("$A$1:$B$2", ("Status", "Of", "Open", "Shut")),
        ("$B$1:$B$3", ("Of", "Shut")),
        ("Plan!C:C", ("3", "4.5")),
        ("plan!$C$3", ("4.5",)),
        ("'My &amp; lists'!$A$2:$A$900", ("One", "Two ", "one", "12")),
        ("'My &amp; lists'!$A$4:$A$5", ()),
        ("'My &amp; lists'!$B$1:$B$9", ()),
        ("'It''s gone'!$A$1:$A$5", None),
        ("Words", ("One", "Two ")),
        ("wORDS", ("One", "Two ")),
        ("RAG", ("Status", "Of")),
        ("Chain", ("One", "Two ")),
        ("Circle", None),
        ("Away", None),
        ("Worked", None),
        ("Local", ("Open",)),
        ("Elsewhere", None),
        ("YES", None),
        ('INDIRECT("Words")', ("One", "Two ")),
        ('indirect( "Plan!$A$1" )', ("Status",)),
        ("INDIRECT($A$1)", None),
        ("#REF!", None),
        ("[1]Sheet1!$A$1:$A$3", None),
        ("$A$1:$A$3,$B$1", None),
        ("$A$0:$A$3", None),
        ("$A$1:$A$99999999999999999999", None),
        ("$A$1:$A$1048577", None),
        ("$XFE$1", None),
        ("Table1[Words]", None),
        ("1:3", None),
        ("", None),
    ],
)
def test_the_words_of_a_list(tmp_path: Path, formula: str, words: tuple[str, ...] | None) -> None:
    is_typed = formula.removeprefix("<![CDATA[").startswith('"')
    assert offers_of(tmp_path, rule(formula), NAMES) == (Offer(E2, words, is_typed),)


@pytest.mark.parametrize(
    ("formula", "sqref", "words"),
    [
        ("A1:A3", "E2:E3", None),
        ("$A1:$A3", "E2 E5", None),
        ("Plan!A$1:A$3", "E2:E3", ("Status", "Open")),
        ("Plan!A$1:A$3", "E2:F2", None),
        ("$A1:$B1", "E2:F2", ("Status", "Of")),
        ("$A:$A", "E2:F9", ("Status", "Open")),
        ("A:A", "E2:E9", ("Status", "Open")),
        ("A:A", "E2:F2", None),
        ("Words", "E2:F9", ("One", "Two ")),
        ("RAG", "E2:F9", ("Status", "Of")),
    ],
)
def test_a_range_without_dollar_signs_moves_from_cell_to_cell(
    tmp_path: Path, formula: str, sqref: str, words: tuple[str, ...] | None
) -> None:
    (offer,) = offers_of(tmp_path, rule(formula, sqref), NAMES)
    assert offer.words == words


@pytest.mark.parametrize(
    ("rules", "offers"),
    [
        ("", ()),
        (rule("1", kind="whole") + rule("Words", kind="custom"), ()),
        (rule('"A"', "E2:E9 G4"), (Offer((Block(2, 5, 9, 5), Block(4, 7, 4, 7)), ("A",), True),)),
        (rule('"A"', "E2 A0 F99999999999999999999"), (Offer(E2, ("A",), True),)),
        (rule('"A"', "A0"), ()),
        (
            '<dataValidation type="list" sqref="D2"/><dataValidation sqref="D3"/>' + rule('"A"'),
            (Offer((Block(2, 4, 2, 4),), None), Offer(E2, ("A",), True)),
        ),
        (
            f"<x:dataValidation xmlns:x='{MAIN}' sqref = 'E2'\n type = 'list' ><x:formula1>\"A\"</x:formula1></x:dataValidation >",
            (Offer(E2, ("A",), True),),
        ),
        ('<!-- <dataValidation type="list" sqref="D2"> -->' + rule('"A"'), (Offer(E2, ("A",), True),)),
        (
            f'<x14:dataValidations xmlns:x14="{X14}" xmlns:xm="{XM}"><x14:dataValidation type="list"><x14:formula1>'
            "<xm:f>'My &amp; lists'!$A$2</xm:f></x14:formula1><xm:sqref>E2:E3 E5</xm:sqref></x14:dataValidation></x14:dataValidations>",
            (Offer((Block(2, 5, 3, 5), Block(5, 5, 5, 5)), ("One",)),),
        ),
        (
            f'<dataValidation type="list" sqref="E2"><mc:AlternateContent xmlns:x12ac="{X12AC}" xmlns:mc="{MC}"><mc:Choice Requires="x12ac">'
            '<x12ac:list>Open,"Shut, for good" , "say ""when""",</x12ac:list></mc:Choice><mc:Fallback><formula1>"Open,Shut, for good"'
            "</formula1></mc:Fallback></mc:AlternateContent></dataValidation>",
            (Offer(E2, ("Open", "Shut, for good", 'say "when"'), True),),
        ),
    ],
    ids=[
        "none",
        "other kinds",
        "blocks",
        "no blocks among others",
        "no block",
        "whole elements",
        "prefix",
        "comment",
        "x14",
        "commas",
    ],
)
def test_the_rules_of_a_sheet(tmp_path: Path, rules: str, offers: tuple[Offer, ...]) -> None:
    assert offers_of(tmp_path, rules) == offers


@pytest.mark.parametrize(
    ("table", "formula", "words"),
    [
        ('ref="A1:B3"', "Words[Status]", ("Open",)),
        ('ref="A1:B3"', 'INDIRECT("words[STATUS]")', ("Open",)),
        ('ref="A1:B3"', "Words[[#Data],[Of ''it'']]", ("Shut",)),
        ('ref="A1:B3" headerRowCount="0"', "Words[[Status]]", ("Status", "Open")),
        ('ref="A1:B3" totalsRowCount="1"', "Words[Of ''it'']", ("Shut",)),
        ('ref="A1:B1"', "Words[Status]", None),
        ('ref="A1:B3"', "Words[Gone]", None),
        ('ref="A1:B3"', "Words[#Headers]", None),
        ('ref="A1:B3"', "Others[Status]", None),
        ('ref="?"', "Words[Status]", None),
        ('ref="A1:B3" headerRowCount="x"', "Words[Status]", None),
    ],
)
def test_a_column_of_a_table(tmp_path: Path, table: str, formula: str, words: tuple[str, ...] | None) -> None:
    content = parts(sheet_xml("", after=f"<dataValidations>{rule(formula)}</dataValidations>"))
    content["xl/worksheets/_rels/sheet1.xml.rels"] = relations(("table", "../tables/table1.xml")).encode()
    columns = '<tableColumns><tableColumn id="1" name="Status"/><tableColumn id="2" name="Of \'it\'"/></tableColumns>'
    content["xl/tables/table1.xml"] = f'<table xmlns="{MAIN}" displayName="Words" {table}>{columns}</table>'.encode()
    path = tmp_path / "plan.xlsx"
    path.write_bytes(zipped(content))
    assert read_offers(path, SHEETS) == {"Plan": (Offer(E2, words),)}


def test_a_list_that_is_a_column_of_data_offers_nothing_known(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet_xml("", after=rule("$A$1:$A$10001")))
    long = Sheet("Plan", (("x",),) * 10_001)
    assert read_offers(path, (long,)) == {"Plan": (Offer(E2, None),)}
    assert read_offers(path, (Sheet("Plan", long.rows[1:]),)) == {"Plan": (Offer(E2, ("x",)),)}


@pytest.mark.parametrize(
    "sheet",
    [
        sheet_xml("", after=rule('"A"') + "</a>"),
        sheet_xml("").replace("</sheetData></worksheet>", rule('"A"')),
        sheet_xml("", after=rule('"A"')).replace("UTF-8", "x-mine"),
        f'<chartsheet xmlns="{MAIN}">{rule("1")}</chartsheet>',
    ],
    ids=["tags", "cut", "encoding", "chart"],
)
def test_a_sheet_that_nobody_can_read_stops_no_other(tmp_path: Path, sheet: str) -> None:
    workbook = workbook_xml().replace("</sheets>", '<sheet name="Other" sheetId="2" r:id="rId2"/></sheets>')
    related = relations(("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/other.xml"))
    content = parts(sheet, workbook=workbook, relations=related)
    content["xl/worksheets/other.xml"] = sheet_xml("", after=rule('"A"')).encode("utf-16")
    path = tmp_path / "plan.xlsx"
    path.write_bytes(zipped(content))
    assert read_offers(path, SHEETS) == {"Other": (Offer(E2, ("A",), True),)}
    path.write_bytes(b"no workbook")
    assert read_offers(path, SHEETS) == {}


@pytest.mark.parametrize(
    ("offer", "accepted", "refused"),
    [
        (Offer(E2, ("Open", "Shut"), True), ("Open", "Shut"), ("open", "Ope", "")),
        (Offer(E2, ("Open", "Straße")), ("Open", "OPEN", "strasse"), ("Open ", "Shut")),
        (Offer(E2, None), (), ("Open", "")),
        (Offer(E2, ()), (), ("Open",)),
    ],
)
def test_what_a_drop_down_accepts(offer: Offer, accepted: tuple[str, ...], refused: tuple[str, ...]) -> None:
    assert [text for text in (*accepted, *refused) if offer.accepts(text)] == list(accepted)


def test_the_drop_down_of_a_cell_is_the_first_that_has_it() -> None:
    first, second = Offer((Block(2, 5, 9, 5), Block(2, 7, 2, 7)), ("A",)), Offer((Block(9, 5, 12, 5),), ("B",))
    cells = [Cell("Plan", 2, 5), Cell("Plan", 9, 5, "x"), Cell("Plan", 12, 5), Cell("Plan", 2, 6), Cell("Other", 2, 5)]
    assert match_offers({"Plan": (first, second), "Other": ()}, cells) == {
        cells[0]: first,
        cells[1]: first,
        cells[2]: second,
    }


@needs_shared
@pytest.mark.parametrize(
    ("path", "offers"),
    [
        (
            "faults/own-words-in-the-drop-down.xlsx",
            {"Sheet1!E2": ("Not yet begun", "Underway", "Stuck", "Done", "Dropped")},
        ),
        ("faults/dates-are-no-comments.xlsx", {"Sheet1!E2": ("Open", "Closed")}),
        (
            "workbooks/f32_PHPOffice_dataValidation2Test.xlsx",
            {
                "Feuil1!B5": ("bleu", "rouge", "jaune"),
                "Feuil1!C5": ("bleu", "rouge", "jaune"),
                "Feuil1!B14": ("vert", "bleu", "orange"),
                "Feuil1!C14": ("vert", "bleu", "orange"),
            },
        ),
        (
            "workbooks/f33_ClosedXML_ValidationWithSheetReference.xlsx",
            {
                "UI Sheet!B2": ("Value 1", "Value 2", "Value 3", "Value 4"),
                "UI Sheet!A2": ("RefValue 1", "RefValue 2", "RefValue 3", "RefValue 4"),
            },
        ),
        (
            "workbooks/t03_bks07_Risk_Log.example.xlsx",
            {
                "Export!Q2": ("Unspecified", "Rare", "Unlikely", "Possible", "Likely", "Almost Certain"),
                "Export!P2": ("Unspecified", "Insignificant", "Minor", "Moderate", "Significant", "Severe"),
                "Export!K2": ("Unspecified", "Negligible", "Low", "Medium", "High", "Critical"),
                "MasterData!D60": ("Unspecified", "Negligible", "Low", "Medium", "High", "Critical"),
            },
        ),
        ("workbooks/t10_apache_48962.xlsx", {}),
    ],
)
def test_real_workbooks(path: str, offers: dict[str, tuple[str, ...]]) -> None:
    """By the first cell of each drop-down: typed, in a range, on another sheet, in a table's column, in an extension."""
    read = read_offers(SHARED / path, read_sheets(SHARED / path))
    firsts = {
        str(Cell(name, offer.blocks[0].first_row, offer.blocks[0].first_column)): offer.words
        for name, of_sheet in read.items()
        for offer in of_sheet
    }
    assert firsts == offers
