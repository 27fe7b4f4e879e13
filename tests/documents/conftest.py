"""Golden files: text dumps of whole workbooks, written anew with ``pytest tests/documents --update-golden``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from peerxl.documents.document import Document
from tests.documents.workbook import dump

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Document, str], None]:
    """Compares a document, written and read back, with its golden file."""

    def compare(document: Document, name: str) -> None:
        path, found = GOLDEN / f"{name}.txt", dump(document)
        if request.config.getoption("--update-golden", default=False):
            path.write_text(found, encoding="utf-8")
        assert found == path.read_text(encoding="utf-8")

    return compare
