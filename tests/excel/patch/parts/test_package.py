"""A part is looked over a piece at a time."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from peerxl.excel.patch.parts.package import Package
from peerxl.excel.patch.zip.archive import CHUNK, read_archive

WORD = b"dataValidations"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize(
    ("content", "may_hold"),
    [
        (b"", False),
        (b"x" * 3 * CHUNK, False),
        (b"<" + WORD, True),
        (b"x" * 2 * CHUNK + WORD, True),
        *((b"x" * (CHUNK - before) + WORD + b"x" * CHUNK, True) for before in range(1, len(WORD))),
        (WORD.decode().encode("utf-16-le"), True),
        ("sheet".encode("utf-16"), True),
    ],
)
def test_what_lies_across_two_pieces_is_found(tmp_path: Path, method: int, content: bytes, may_hold: bool) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("part.xml", content)
    package = Package(read_archive(path))
    assert package.may_hold(package.archive.members[0], lambda piece: WORD in piece) is may_hold
