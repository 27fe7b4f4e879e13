"""What a workbook has on its cells beside their values: links to follow, and comments of people."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from peerxl.errors import PeerxlError
from peerxl.excel.patch.zip.archive import unpacking

# Excel writes these elements bare, other programs with a prefix: “<x:hyperlink”.
_LINK = re.compile(rb"<(?:\w+:)?hyperlink\b")
_COMMENT = re.compile(rb"<(?:\w+:)?(?:comment|threadedComment)\b")


@dataclass(frozen=True, slots=True)
class Beside:
    """How many links and how many comments there are in a workbook."""

    links: int = 0
    comments: int = 0


def read_beside(path: Path) -> Beside:
    """What stands beside the values of an .xlsx or .xlsm; nothing is known of another workbook.

    A threaded comment has a plain one with it, for programs that know no threads: they are counted once.
    """
    try:
        with unpacking(path), zipfile.ZipFile(path) as parts:
            names = [name for name in parts.namelist() if name.lower().endswith(".xml")]
            links = sum(len(_LINK.findall(parts.read(name))) for name in names if "worksheets/" in name.lower())
            plain = sum(
                len(_COMMENT.findall(parts.read(name)))
                for name in names
                if "comments" in name.lower() and "threaded" not in name.lower()
            )
    except PeerxlError:
        return Beside()
    return Beside(links, plain)
