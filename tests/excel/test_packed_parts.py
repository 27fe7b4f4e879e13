"""Parts zipped: the archive is the one that the standard library makes of them."""

import zipfile
from io import BytesIO

import pytest

from peerxl.excel.packed_parts import SMALL, PackedParts, zip_parts

PARTS = {
    "[Content_Types].xml": b"<Types/>",
    "xl/empty.xml": b"",
    "word/media/Grüße.png": b"png",
    "xl/worksheets/sheet1.xml": b"<row>words</row>" * SMALL,
    "xl/tables/table1.xml": b"<row>words</row>" * (SMALL // 16),
}


def zip_by_library(parts: dict[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            item = zipfile.ZipInfo(name)
            item.compress_type, item.create_system = zipfile.ZIP_DEFLATED, 0
            package.writestr(item, part)
    return content.getvalue()


@pytest.mark.parametrize("parts", [PARTS, {}])
def test_a_package_is_what_the_library_makes_of_its_parts(parts: dict[str, bytes]) -> None:
    assert zip_parts(parts) == zip_by_library(parts)


def test_parts_are_added_after_those_that_are_packed() -> None:
    (name, part), *others = PARTS.items()
    begun = PackedParts().add({name: part})
    assert begun.add(dict(others)).close() == zip_by_library(PARTS)
    assert begun.close() == zip_by_library({name: part})


def test_no_small_part_is_taken_for_another() -> None:
    parts = {f"xl/tables/table{number}.xml": b"%d" % (number % 3) for number in range(9)}
    with zipfile.ZipFile(BytesIO(zip_parts(parts))) as package:
        assert {name: package.read(name) for name in package.namelist()} == parts
