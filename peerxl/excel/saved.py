"""When a workbook was last saved, as its program wrote down in it."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, ElementTree

CORE = "docProps/core.xml"
MODIFIED = "{http://purl.org/dc/terms/}modified"


def saved_at(path: Path) -> float:
    """The second it was saved in; where the workbook does not say, that of the file, which a copy of it changes."""
    try:
        with zipfile.ZipFile(path) as archive:
            text = ElementTree.fromstring(archive.read(CORE)).findtext(MODIFIED, "")
        saved = datetime.fromisoformat(text.strip())
    except (KeyError, ValueError, ParseError, DefusedXmlException, zipfile.BadZipFile, NotImplementedError):
        return path.stat().st_mtime
    return (saved if saved.tzinfo else saved.replace(tzinfo=UTC)).timestamp()
