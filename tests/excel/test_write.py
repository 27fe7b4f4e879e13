"""What the bytes of a written workbook hold, opened again by openpyxl and as parts."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from peerxl.documents.document import (
    CellLink,
    Choices,
    ContentKind,
    Document,
    EntryValue,
    Section,
    TableColumn,
    TableEntry,
    TableRow,
    TextLine,
)
from peerxl.documents.palette import Tone
from peerxl.errors import UnwritableCharacterError
from peerxl.excel.limits import LAST_ROW, HeadingError, NotWrittenError, SheetNameError, TextTooLongError
from peerxl.excel.write import Moulds, render
from peerxl.model.sheet import Cell
from tests.conftest import examples
from tests.documents.workbook import first_sheet, opened, parts

DAY = date(2024, 1, 12)


def document(*sheets: Section) -> Document:
    return Document("Title", sheets, DAY, "Subject", "Wexmere Council")


def one_cell(value: EntryValue | TableEntry, column: TableColumn | None = None) -> Document:
    return document(Section("Sheet", "T", columns=(column or TableColumn("Heading", 100),), rows=(TableRow.of(value),)))


@pytest.mark.parametrize(
    ("text"),
    [
        *("=1+1", "+44 1", "-", "@SUM(A1)", "\tx", "http://example.org", "mailto:a@b.example", "1", "01/02/2024"),
        *("{=1}", "true", "#REF!", "'quoted", "a\nb", "<r>a</r>", " spaced ", "_x0041_", "é漢😀", "=HYPERLINK(A1)"),
    ],
)
def test_every_text_is_written_as_text(text: str) -> None:
    cell = first_sheet(one_cell(text))["A3"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@settings(max_examples=examples(0.5), deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=40))
def test_any_text_comes_back(text: str) -> None:
    assume("x005F_" not in text)  # openpyxl drops these six characters wherever they stand in a text it reads
    assert first_sheet(one_cell(text))["A3"].value == text


@pytest.mark.parametrize(
    ("value", "back", "form"),
    [
        (3, 3, "General"),
        (2.5, 2.5, "General"),
        (True, True, "General"),
        ("", None, "General"),
        (DAY, datetime(2024, 1, 12), "d mmmm yyyy"),
        (datetime(2024, 1, 12, 9, 30), datetime(2024, 1, 12, 9, 30), "d mmmm yyyy"),
        (date(1066, 10, 14), "14 October 1066", "d mmmm yyyy"),
    ],
)
def test_values_are_written_as_what_they_are(value: EntryValue, back: object, form: str) -> None:
    cell = first_sheet(one_cell(value))["A3"]
    assert (cell.value, cell.number_format) == (back, form)


def test_a_blank_cell_of_a_date_column_shows_what_is_typed_as_a_date() -> None:
    assert first_sheet(one_cell("", TableColumn("By", 90, kind=ContentKind.DATE)))["A3"].number_format == "d mmmm yyyy"


def test_titles_are_real_headings_and_the_language_is_named() -> None:
    book = opened(one_cell("x"))
    title = book.worksheets[0]["A1"]
    assert (title.value, title.style) == ("T", "Heading 1")
    assert (book.properties.language, book.properties.creator) == ("en-GB", "Wexmere Council")
    assert (book.properties.title, book.properties.subject) == ("Title", "Subject")
    assert book.properties.lastModifiedBy == "Wexmere Council"
    assert 'builtinId="16"' in parts(one_cell("x"))["xl/styles.xml"]


def test_the_same_document_gives_the_same_bytes() -> None:
    made = document(full_sheet(), words_sheet())
    assert render(made) == render(made)
    with zipfile.ZipFile(BytesIO(render(made))) as package:
        assert {item.date_time for item in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2024-01-12T00:00:00Z" in package.read("docProps/core.xml")


def test_the_end_of_a_line_of_another_system_is_kept() -> None:
    assert "<t>a_x000D_\nb</t>" in parts(one_cell("a\r\nb"))["xl/sharedStrings.xml"]


def form_of(name: str, *refs: str, comment: str = "") -> Document:
    """A form of so many rows: of another only in its words, and in where its table ends."""
    inputs = (TableEntry(comment, Tone.INPUT, is_input=True), TableEntry("", Tone.INPUT, is_input=True))
    rows = tuple(TableRow.of(ref, *inputs) for ref in refs)
    return replace(
        document(replace(full_sheet(), title=f"For {name}", rows=rows, footer=name), words_sheet()), title=name
    )


def test_workbooks_that_are_alike_share_a_mould_and_are_what_each_is_alone() -> None:
    forms = (form_of("Ann", "1"), form_of("Bo & Co <x>", "1", "2", "3"), form_of("Cy", "=2", comment="Done."))
    moulds = Moulds()
    assert [render(form, moulds) for form in forms] == [render(form) for form in forms]
    assert len(moulds.written) == 1
    book = load_workbook(BytesIO(render(forms[1], moulds)))
    sheet = book.worksheets[0]
    assert (book.properties.title, sheet["A1"].value) == ("Bo & Co <x>", "For Bo & Co <x>")
    assert "Bo &amp;&amp; Co &lt;x&gt;" in parts(forms[1])["xl/worksheets/sheet1.xml"]
    assert [table.ref for table in sheet.tables.values()] == ["A5:C8"]
    assert (sheet.print_area, sheet.dimensions) == ("'Your actions'!$A$1:$C$8", "A1:C8")
    assert [str(rule.sqref) for rule in sheet.data_validations.dataValidation] == ["B6:B8", "C6:C8"]
    assert [cell.value for row in sheet["A6:C8"] for cell in row] == ["1", None, None, "2", None, None, "3", None, None]


def test_a_sheet_that_workbooks_share_is_in_each_as_it_is_in_it_alone() -> None:
    shared, moulds = words_sheet(), Moulds()
    forms = [document(replace(full_sheet(), title=name), shared) for name in ("B", "Ann", "A")]
    assert [render(form, moulds) for form in forms] == [render(form) for form in forms]
    assert moulds.lay_out(shared) is moulds.lay_out(shared)
    assert [layout.section for layout, _ in moulds.last] == list(forms[-1].sections)


def test_a_sheet_that_cannot_be_written_is_refused_whatever_was_written_before() -> None:
    moulds = Moulds()
    render(form_of("Ann", "1"), moulds)
    with pytest.raises(UnwritableCharacterError, match="Your actions!A6"):
        render(form_of("Ann", "\ud800"), moulds)


def test_a_workbook_of_other_looks_has_a_mould_of_its_own() -> None:
    moulds = Moulds()
    render(form_of("Ann", "1"), moulds)
    muted = TableRow.of("1", TableEntry("-", Tone.MUTED), TableEntry("", Tone.INPUT, is_input=True))
    other = document(replace(full_sheet(), rows=(muted,)), words_sheet())
    assert render(other, moulds) == render(other)
    assert len(moulds.written) == 2


def test_what_is_printed_is_said_of_each_sheet_whatever_its_name() -> None:
    names = ("Z", "A & B!", "it's", "5")
    book = opened(document(*(Section(name, "T", intro=("A line.",) * lines) for lines, name in enumerate(names, 1))))
    assert [sheet.print_area.rpartition("!")[2] for sheet in book.worksheets] == [
        "$A$1:$A$2",
        "$A$1:$A$3",
        "$A$1:$A$4",
        "$A$1:$A$5",
    ]


def test_more_rows_than_a_sheet_has_are_refused() -> None:
    rows = (TableRow.of("x"),) * LAST_ROW
    with pytest.raises(NotWrittenError, match="Plan!A1048577: this does not fit"):
        render(document(Section("Plan", "T", columns=(TableColumn("A"),), rows=rows)))


def test_nothing_says_where_or_by_what_it_was_made() -> None:
    everything = "".join(parts(document(full_sheet(), words_sheet()))).casefold()
    everything += "".join(parts(document(full_sheet(), words_sheet())).values()).casefold()
    assert not [word for word in ("xlsxwriter", "openpyxl", "peerxl", "/home", "/tmp", "c:\\") if word in everything]  # noqa: S108


def words_sheet() -> Section:
    return Section(
        "The council's words", "Words", columns=(TableColumn("Word", 100),), rows=(TableRow.of("A"), TableRow.of("B"))
    )


def full_sheet() -> Section:
    choices = Choices("The council's words", "Word")
    return Section(
        name="Your actions",
        title="Title",
        intro=("A line.", TextLine("A heading.", is_heading=True)),
        columns=(
            TableColumn("Ref", 60),
            TableColumn("Status", 100, choices=choices, prompt="Choose.", marker="Fill in"),
            TableColumn("Comment", 200, prompt="Write.", marker="Fill in"),
        ),
        rows=(
            TableRow.of("1", TableEntry("A", Tone.INPUT, is_input=True), TableEntry("", Tone.INPUT, is_input=True)),
            TableRow.of("2", "not asked", TableEntry("As above", lead="Vision"), starts_group=True),
            TableRow.of(
                "3",
                TableEntry("B", Tone.INPUT, is_input=True),
                TableEntry("x", link=CellLink("the plan.xlsx", Cell("A b", 12, 6))),
            ),
        ),
        footer="Fish & chips",
        is_locked=True,
        keeps_headings_in_sight=True,
    )


def test_only_input_cells_can_be_typed_into() -> None:
    sheet = first_sheet(document(full_sheet(), words_sheet()))
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not sheet.protection.formatColumns
    assert not sheet.protection.formatRows
    unlocked = [cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
    assert unlocked == ["B6", "C6", "B8"]


def test_input_cells_have_their_drop_down_and_their_prompt() -> None:
    rules = first_sheet(document(full_sheet(), words_sheet())).data_validations.dataValidation
    assert [(str(rule.sqref), rule.type, rule.formula1, rule.prompt, rule.errorStyle) for rule in rules] == [
        ("B6 B8", "list", "'The council''s words'!$A$3:$A$4", "Choose.", None),
        ("C6", None, None, "Write.", None),
    ]


def test_an_open_sheet_offers_its_words_below_the_table_too() -> None:
    column = TableColumn("Status", 90, choices=Choices("The council's words", "Word", is_strict=False))
    sheet = Section("Plan", "T", columns=(column,), rows=(TableRow.of("x"),), is_extendable=True)
    (rule,) = first_sheet(document(sheet, words_sheet())).data_validations.dataValidation
    assert (str(rule.sqref), rule.errorStyle) == ("A3:A203", "warning")


def test_markers_stand_above_the_headings_they_are_about() -> None:
    sheet = first_sheet(document(full_sheet(), words_sheet()))
    assert [cell.value for cell in sheet[4]] == [None, "Fill in", "Fill in"]
    assert [cell.value for cell in sheet[5]] == ["Ref", "Status", "Comment"]
    assert sheet.freeze_panes == "A6"
    assert sheet.print_title_rows == "$4:$5"


def test_a_lead_stands_in_bold_on_its_own_line() -> None:
    made = document(full_sheet(), words_sheet())
    assert first_sheet(made)["C7"].value == "Vision\nAs above"
    bold = [text for text in parts(made)["xl/sharedStrings.xml"].split("<r>") if "<b/>" in text]
    assert ["Vision" in text for text in bold] == [True]


def test_a_group_begins_with_a_heavier_line() -> None:
    sheet = first_sheet(document(full_sheet(), words_sheet()))
    assert [sheet[f"A{row}"].border.top.style for row in (6, 7, 8)] == ["thin", "medium", "thin"]
    assert [sheet[f"A{row}"].border.bottom.style for row in (6, 7, 8)] == ["medium", "thin", "thin"]


def test_a_link_goes_to_a_cell_of_a_file_beside_this_one() -> None:
    made = document(full_sheet(), words_sheet())
    link = first_sheet(made)["C8"].hyperlink
    assert (link.target, link.location) == ("the%20plan.xlsx", "'A b'!F12")
    assert 'TargetMode="External"' in parts(made)["xl/worksheets/_rels/sheet1.xml.rels"]


def test_the_page() -> None:
    sheet = first_sheet(document(full_sheet(), words_sheet()))
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in {(None, 0), (1, 0)}
    assert '<pageSetUpPr fitToPage="1"/>' in parts(document(full_sheet(), words_sheet()))["xl/worksheets/sheet1.xml"]
    footer = parts(document(full_sheet(), words_sheet()))["xl/worksheets/sheet1.xml"]
    assert "Fish &amp;&amp; chips" in footer
    assert "Page &amp;P of &amp;N" in footer


def test_a_long_footer_is_shortened_not_lost() -> None:
    made = document(Section("Plan", "T", footer="A very long name & then some more of it " * 10))
    footer = parts(made)["xl/worksheets/sheet1.xml"].partition("<oddFooter>")[2]
    assert "A very long name &amp;&amp; then" in footer
    assert "…" in footer


def test_every_part_is_well_formed() -> None:
    for name, part in parts(document(full_sheet(), words_sheet())).items():
        assert fromstring(part.encode()) is not None, name


def test_a_drop_down_of_no_words_is_left_out() -> None:
    empty = Section("The council's words", "Words", columns=(TableColumn("Word", 100),))
    (rule, _) = first_sheet(document(full_sheet(), empty)).data_validations.dataValidation
    assert (rule.type, rule.prompt) == (None, "Choose.")


def test_widths_come_out_as_asked() -> None:
    sheet = first_sheet(one_cell("x", TableColumn("Heading", 150)))
    assert sheet.column_dimensions["A"].width * 9 * 0.75 == pytest.approx(150, abs=0.5)


def test_merged_columns_show_equal_neighbours_as_one_cell() -> None:
    columns = (TableColumn("Theme", 100, is_group=True), TableColumn("Action", 100))
    rows = (TableRow.of("V", "a"), TableRow.of("V", "b"), TableRow.of("S", "c", starts_group=True))
    sheet = first_sheet(document(Section("Plan", "T", columns=columns, rows=rows, has_joined_groups=True)))
    assert [str(block) for block in sheet.merged_cells.ranges] == ["A3:A4"]
    assert [sheet["A3"].value, sheet["A5"].value] == ["V", "S"]
    assert sheet.tables == {}


def test_a_sheet_without_rows_has_lines_and_no_table() -> None:
    sheet = first_sheet(document(Section("Plan", "T", intro=("None. " * 60,), columns=(TableColumn("A", 50),))))
    assert sheet.tables == {}
    assert sheet.max_row == 2
    assert sheet.row_dimensions[2].height > 50


def test_opens_on_the_first_sheet_at_the_top() -> None:
    book = opened(document(full_sheet(), words_sheet()))
    assert book.worksheets[0].sheet_view.tabSelected
    assert {sheet.sheet_view.selection[0].activeCell for sheet in book.worksheets} == {"A1"}
    assert {sheet.sheet_state for sheet in book.worksheets} == {"visible"}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "it is blank"),
        ("x" * 32, "it is longer than 31 characters"),
        ("😀" * 16, "it is longer than 31 characters"),
        ("a/b", "it has one of [ ] : * ? / \\ or a character that cannot be seen"),
        ("a\x01", "it has one of [ ] : * ? / \\ or a character that cannot be seen"),
        ("'a'", "it begins or ends with an apostrophe"),
        ("HISTORY", "Excel keeps the name for itself"),
    ],
)
def test_sheet_names_that_excel_refuses(name: str, why: str) -> None:
    with pytest.raises(SheetNameError) as error:
        render(document(Section(name, "T")))
    assert str(error.value) == f"A sheet cannot be called {name!r}: {why}; choose another name."


def test_two_sheets_of_one_name() -> None:
    with pytest.raises(SheetNameError, match="another sheet has the name"):
        render(document(Section("Plan", "T"), Section("PLAN", "T")))


def test_a_text_too_long_names_its_cell() -> None:
    render(one_cell("x" * 32_767))
    with pytest.raises(TextTooLongError) as error:
        render(one_cell("x" * 32_768))
    assert str(error.value) == "Sheet!A4: the text has 32,768 characters and Excel holds 32,767; shorten it."
    with pytest.raises(TextTooLongError):
        render(one_cell("😀" * 16_384))


@pytest.mark.parametrize(
    ("text", "code"), [("a\x00", "0000"), ("\x0b", "000B"), ("\ud800", "D800"), ("\uffff", "FFFF")]
)
def test_characters_no_workbook_holds(text: str, code: str) -> None:
    with pytest.raises(UnwritableCharacterError) as error:
        render(one_cell(text))
    assert str(error.value) == f"Sheet!A3: the text holds a character that Excel cannot (U+{code}); type the text anew."


@pytest.mark.parametrize(
    ("headings", "why"),
    [(("",), "it is blank"), (("A", "a"), "another column has the heading"), (("x" * 256,), "it is longer than 255")],
)
def test_headings_that_excel_would_repair(headings: tuple[str, ...], why: str) -> None:
    columns = tuple(TableColumn(heading, 60) for heading in headings)
    with pytest.raises(HeadingError, match=why):
        render(document(Section("Plan", "T", columns=columns, rows=(TableRow.of(*headings),))))


def test_a_prompt_too_long_is_refused() -> None:
    with pytest.raises(TextTooLongError):
        render(one_cell("x", TableColumn("H", 60, prompt="x" * 256)))


@pytest.mark.filterwarnings("ignore:Ignoring URL")
def test_what_xlsxwriter_would_leave_out_is_refused() -> None:
    endless = one_cell(TableEntry("x", link=CellLink("x" * 3000, Cell("A", 1, 1))))
    with pytest.raises(NotWrittenError, match="Sheet!A3: this does not fit"):
        render(endless)


def test_what_is_typed_as_text_stays_text() -> None:
    sheet = first_sheet(one_cell("Sept 25", TableColumn("Timescale", 80, ContentKind.AS_TYPED)))
    assert [cell.number_format for cell in sheet["A"] if cell.value == "Sept 25"] == ["@"]
    dated = first_sheet(one_cell(date(2025, 9, 25), TableColumn("Timescale", 80, ContentKind.AS_TYPED)))
    assert [cell.number_format for cell in dated["A"] if isinstance(cell.value, datetime)] == ["d mmmm yyyy"]


def test_a_list_of_words_is_offered_as_it_is() -> None:
    sheet = first_sheet(one_cell("Open", TableColumn("Counts as", 80, choices=Choices(words=("Open", "Closed")))))
    assert [rule.formula1 for rule in sheet.data_validations.dataValidation] == ['"Open,Closed"']


@pytest.mark.parametrize(("width", "paper"), [(700, 9), (1300, 8)])
def test_a_wide_sheet_prints_on_larger_paper(width: float, paper: int) -> None:
    assert first_sheet(one_cell("x", TableColumn("Words", width))).page_setup.paperSize == paper


def test_one_entry_in_many_rows_is_drawn_as_its_like_would_be() -> None:
    said = (TableEntry("Form 7", lead="Vision"), TableEntry(""), TableEntry(DAY))
    other = (said[0], TableEntry("Mend the pier", Tone.INPUT, is_input=True), said[2])
    shared = (TableRow(said), TableRow(other), TableRow(said, starts_group=True), TableRow(said), TableRow(other, True))
    apart = tuple(TableRow(tuple(map(replace, row.entries)), row.starts_group) for row in shared)
    columns = (TableColumn("Form"), TableColumn("Action"), TableColumn("Due", kind=ContentKind.DATE))
    one, each = (render(document(Section("S", "T", columns=columns, rows=rows))) for rows in (shared, apart))
    assert one == each
