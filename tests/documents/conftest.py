"""Golden files: text dumps of whole workbooks, written anew with ``pytest tests/documents --update-golden``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peerxl.documents.document import Document
from tests.documents.workbook import dump


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Document, str], None]:
    """Compares a document, written and read back, with its golden file beside the test."""

    def compare(document: Document, name: str) -> None:
        path, found = request.path.parent / "golden" / f"{name}.txt", dump(document)
        if request.config.getoption("--update-golden", default=False):
            path.write_text(found, encoding="utf-8")
        assert found == path.read_text(encoding="utf-8")

    return compare
