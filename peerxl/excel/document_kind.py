"""What a file is that is no workbook, where its content tells: saved as one by Excel it would hold nothing of it."""

from __future__ import annotations

from collections.abc import Iterable

HEADS = {b"%PDF": "a PDF", b"{\\rtf": "a Word document", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture"}
"""What a file is by its first bytes."""
FOLDERS = {"word/": "a Word document", "ppt/": "a PowerPoint presentation"}
"""What an archive is by the folder that its parts lie in."""
STREAMS = {"WordDocument": "a Word document", "PowerPoint Document": "a PowerPoint presentation"}
"""What a file of before 2007 is by the streams that it has."""
WORKBOOK_STREAMS = ("Workbook", "Book")


def name_by_head(head: bytes) -> str:
    """What a file with these first bytes is; empty where they do not tell."""
    return next((kind for mark, kind in HEADS.items() if head.startswith(mark)), "")


def name_by_parts(names: Iterable[str]) -> str:
    """What an archive with these parts is; empty for a workbook, which may hold other documents."""
    folders = {name.casefold().partition("/")[0] + "/" for name in names}
    return "" if "xl/" in folders else next((kind for folder, kind in FOLDERS.items() if folder in folders), "")


def name_by_streams(content: bytes) -> str:
    """What a file of before 2007 is; empty for a workbook, which may hold other documents."""

    def has(stream: str) -> bool:
        return f"{stream}\0".encode("utf-16-le") in content

    if any(map(has, WORKBOOK_STREAMS)):
        return ""
    return next((kind for stream, kind in STREAMS.items() if has(stream)), "")
