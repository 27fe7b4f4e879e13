"""A document type or entities in any part refuse the workbook; what only looks like them does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerxl import errors
from peerxl.excel.patch import set_cells
from tests.excel.patch.handmade import parts, remade, sheet_xml
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
    assert refusal(path, {"Plan": {"A1": "x"}}, errors.EntityError) == (
        f": not opened, because its part {name!r} declares entities of its own; open it in Excel and save it again as .xlsx."
    )


def test_what_only_looks_like_entities(tmp_path: Path) -> None:
    spoken = b'<?xml version="1.0"?><!-- <!DOCTYPE x> --><a><![CDATA[<!DOCTYPE x>]]>&lt;!DOCTYPE</a>'
    path = remade(tmp_path, **{"customXml/item1.xml": spoken, "xl/embeddings/page.html": b"<!DOCTYPE html><html/>"})
    set_cells(path, tmp_path / "t.xlsx", {"Plan": {"A1": "<!DOCTYPE x>"}})
