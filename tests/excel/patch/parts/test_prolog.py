"""A document type or entities in any part refuse the workbook; what only looks like them does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerxl.excel.patch import set_cells
from peerxl.excel.patch.parts.prolog import EntityError, declares_entities
from tests.excel.patch.handmade import TYPES, parts, remade, sheet_xml
from tests.excel.patch.refusal import refusal

DTD = b'<!DOCTYPE a [<!ENTITY b "c">]>'


@pytest.mark.parametrize(
    "name",
    [
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/styles.xml",
        "xl/theme/t.xml",
        "customXml/item1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "docProps/core.xml",
        "xl/media/image1.svg",
        "xl/odd.bin",
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_entities_in_any_part(tmp_path: Path, name: str, codec: str) -> None:
    part = parts(sheet_xml("")).get(name, b'<?xml version="1.0"?>\n<a/>')
    declaration, end, rest = part.partition(b"?>")
    text = (declaration + end + b"<?p q?> <!-- <!DOCTYPE x> -->\n" + DTD + rest).decode()
    path = remade(tmp_path, **{name: text.encode(codec)})
    assert refusal(path, {"Plan": {"A1": "x"}}, EntityError) == (
        f": not opened, because its part {name!r} declares entities of its own; open it in Excel and save it again as .xlsx."
    )


def test_what_only_looks_like_entities(tmp_path: Path) -> None:
    spoken = b'<?xml version="1.0"?><!-- <!DOCTYPE x> --><a><![CDATA[<!DOCTYPE x>]]>&lt;!DOCTYPE</a>'
    path = remade(tmp_path, **{"customXml/item1.xml": spoken, "xl/embeddings/page.html": b"<!DOCTYPE html><html/>"})
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"A1": "<!DOCTYPE x>"}})


DOCTYPE = "<!DOCTYPE a [<!ENTITY b 'c'>]>"


@pytest.mark.parametrize(
    ("text", "is_declared"),
    [
        (f"<?xml version='1.0'?>{DOCTYPE}<a/>", True),
        (f"<?xml version='1.0'?>\n\t {DOCTYPE}", True),
        (f"<?xml version='1.0'?><!-- > --><?p <a> ?><!----><!--->-->\n{DOCTYPE}<a/>", True),
        (f"<?xml version='1.0'?><!-- {'-' * 99} -- {DOCTYPE} --><a/>", False),
        (f"<?xml version='1.0'?><?p {DOCTYPE} ?><a/>", False),
        (f"<?xml version='1.0'?><a/>{DOCTYPE}", False),
        (f"<?xml version='1.0'?><a>{DOCTYPE}</a>", False),
        (f"<?xml version='1.0'?><!-- {DOCTYPE}", False),
        (f"<?xml version='1.0'?><? {DOCTYPE}", False),
        (f"<?xml version='1.0'?>text {DOCTYPE}", False),
        ("<?xml version='1.0'?>", False),
        ("<?xml version='1.0'?><!", False),
        ("<?xml version='1.0'?><!-", False),
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("length", [1, 2, 3, 7, 1000])
def test_a_document_type_in_pieces(text: str, is_declared: bool, codec: str, length: int) -> None:
    part = text.encode(codec)
    pieces = [part[start : start + length] for start in range(0, len(part), length)]
    assert declares_entities(pieces, is_xml=True) == is_declared
    assert declares_entities(pieces, is_xml=False) == is_declared


@pytest.mark.parametrize("text", [f"{DOCTYPE}<a/>", f"<!-- x -->{DOCTYPE}", f"  {DOCTYPE}"])
def test_a_document_type_without_a_declaration(text: str) -> None:
    """Only what is known to be XML is taken for it; an HTML page is something else."""
    assert declares_entities((text.encode(),), is_xml=True)
    assert not declares_entities((text.encode(),), is_xml=False)


@pytest.mark.parametrize("text", ["", " ", "<", "<?x", "<?xm"])
def test_what_is_too_short_to_be_xml(text: str) -> None:
    assert not declares_entities((text.encode(),), is_xml=False)
    assert not declares_entities((text.encode(), b""), is_xml=True)


def test_a_prolog_of_any_length_is_looked_through_once() -> None:
    """Many comments, and one very long one, each a megabyte and more."""
    assert declares_entities([b"<?xml?>", *[b"<!---->" * 20_000] * 9, DOCTYPE.encode()], is_xml=True)
    assert declares_entities([b"<?xml?><!--", *[b"- " * 500_000] * 9, b"-->", DOCTYPE.encode()], is_xml=True)


@pytest.mark.parametrize(
    ("name", "kind", "is_refused"),
    [
        ("a/b.xml", "", True),
        ("a/_rels/b.rels", "", True),
        ("a/b.VML", "", True),
        ("a/b.odd", "application/xml", True),
        ("a/b.odd", "image/svg+XML", True),
        ("a/b.odd", "text/html", False),
        ("a/b.xmlx", "", False),
    ],
)
def test_which_parts_are_xml(tmp_path: Path, name: str, kind: str, is_refused: bool) -> None:
    """By their names or by their declared kinds, where they have no declaration of XML."""
    types = TYPES.replace(
        '<Default Extension="rels"', f'<Override PartName="/{name}" ContentType="{kind}"/><Default Extension="rel_"'
    )
    types = types.replace('Extension="xml"', 'Extension="xml_"')
    path = remade(tmp_path, **{"[Content_Types].xml": types.encode(), name: DOCTYPE.encode()})
    if is_refused:
        refusal(path, {"Plan": {"A1": "x"}}, EntityError)
    else:
        set_cells(path, tmp_path / "t.xlsx", {"Plan": {"A1": "x"}})
