"""What a refusal says, and that nothing was written with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerxl.errors import PeerxlError
from peerxl.excel.patch import set_cells
from tests.excel.patch.handmade import handmade, sheet_xml


def refusal(path: Path, changes: object, error: type[PeerxlError], even_locked: bool = False) -> str:
    """The sentence of a refusal after the file's name, nothing having been written."""
    target = path.with_name("target.xlsx")
    target.write_bytes(b"as it was")
    beside = sorted(path.parent.iterdir())
    with pytest.raises(PeerxlError) as caught:
        set_cells(path, target, changes, even_locked=even_locked)  # type: ignore[arg-type]
    assert type(caught.value) is error
    assert target.read_bytes() == b"as it was"
    assert sorted(path.parent.iterdir()) == beside
    return str(caught.value).removeprefix(str(path))


def refused_cell(folder: Path, rows: str, name: str, error: type[PeerxlError], after: str = "") -> str:
    return refusal(handmade(folder, sheet_xml(rows, after=after)), {"Plan": {name: "x"}}, error)
