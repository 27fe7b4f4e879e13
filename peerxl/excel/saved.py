"""When a workbook was last saved, as its program wrote down in it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from peerxl.errors import PeerxlError
from peerxl.excel.patch.parts.package import Package
from peerxl.excel.patch.zip.archive import read_archive

CORE = "docProps/core.xml"
MODIFIED = "{http://purl.org/dc/terms/}modified"


def saved_at(path: Path) -> float:
    """The second it was saved in; where the workbook does not say, that of the file, which a copy of it changes."""
    try:
        package = Package(read_archive(path))
        part = package.archive.find(CORE)
        text = package.read_tree(part).findtext(MODIFIED, "") if part else ""
        saved = datetime.fromisoformat(text.strip())
        return (saved if saved.tzinfo else saved.replace(tzinfo=UTC)).timestamp()
    except (PeerxlError, ValueError, OverflowError):
        return path.stat().st_mtime
