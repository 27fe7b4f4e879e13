"""The step after XlsxWriter, on parts small enough to read."""

from xml.etree import ElementTree

from peerxl.excel.finish import finish, name_headings, name_language, use_slashes

STYLES = (
    '<styleSheet><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" xfId="0"/><xf fontId="1" xfId="0"><alignment vertical="top"/></xf>'
    '<xf fontId="2" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def test_a_title_is_built_on_the_style_it_names() -> None:
    assert name_headings(STYLES, {1}) == (
        '<styleSheet><cellStyleXfs count="2"><xf numFmtId="0"/><xf fontId="1"><alignment vertical="top"/></xf>'
        '</cellStyleXfs><cellXfs count="3"><xf numFmtId="0" xfId="0"/>'
        '<xf fontId="1" xfId="1"><alignment vertical="top"/></xf><xf fontId="2" xfId="0"/></cellXfs>'
        '<cellStyles count="2"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
        '<cellStyle name="Heading 1" xfId="1" builtinId="16" customBuiltin="1"/></cellStyles></styleSheet>'
    )


def test_two_kinds_of_title_are_two_styles() -> None:
    styles = ElementTree.fromstring(name_headings(STYLES, {1, 2}))  # noqa: S314
    assert [style.get("name") for style in styles.iter("cellStyle")] == ["Normal", "Heading 1", "Heading 1 2"]
    assert [xf.get("xfId") for xf in styles.findall("cellXfs/xf")] == ["0", "1", "2"]


def test_without_titles_the_styles_stay() -> None:
    assert name_headings(STYLES, set()) == STYLES


def test_the_language_is_named_last() -> None:
    core = "<cp:coreProperties><dc:title>T</dc:title></cp:coreProperties>"
    assert name_language(core, "en-GB") == (
        "<cp:coreProperties><dc:title>T</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>"
    )


def test_links_to_other_files_have_slashes() -> None:
    links = '<Relationship Target="..\\a%20b.xlsx" TargetMode="External"/><Relationship Target="../tables/table1.xml"/>'
    assert use_slashes(links) == links.replace("..\\", "../")


def test_the_other_parts_stay_in_their_order() -> None:
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "xl/styles.xml": STYLES.encode(),
        "xl/worksheets/sheet1.xml": b'<sheetData><c r="A1" s="2"/></sheetData>',
        "docProps/core.xml": b"</cp:coreProperties>",
    }
    finished = finish(parts, "en-GB")
    assert list(finished) == list(parts)
    assert finished["xl/worksheets/sheet1.xml"] == b'<sheetData><c r="A1" s="2"/></sheetData>'
    assert b'<xf fontId="2" xfId="1"/>' in finished["xl/styles.xml"]
