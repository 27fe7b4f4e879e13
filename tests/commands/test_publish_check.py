"""The appendix held against the rules on what may be published, before it is written."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from peerxl import read_plan
from peerxl.commands import appendix
from peerxl.commands.publish_check import UnpublishableError
from peerxl.documents.document import Document
from peerxl.papers import formats
from tests.conftest import EXAMPLE


def with_a_hidden_sheet(document: Document) -> bytes:
    book = openpyxl.Workbook()
    book.create_sheet("Pay").sheet_state = "hidden"
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_paper_that_holds_what_must_be_kept_back_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(formats.FORMATS, ".xlsx", with_a_hidden_sheet)
    plan, path = read_plan(EXAMPLE), tmp_path / "paper.xlsx"
    with pytest.raises(UnpublishableError) as error:
        appendix.write_appendix(plan, path)
    assert str(error.value) == (
        "example-master.xlsx: the paper would hold a hidden sheet in Pay; delete it, or write it all the same with "
        '--override "the reason", which is kept on the record.'
    )
    assert not path.exists()
    appendix.write_appendix(plan, path, override="It is meant")
    assert path.exists()
