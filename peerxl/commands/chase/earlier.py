"""What an earlier chase left in a folder: put aside, so that what lies ready there is today's and nothing else.

Nothing is thrown away, and nothing is moved that is not as a chase makes it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path

from peerxl.commands.forms import DRAFTS, FORMS, LINKS, MERGE_LIST
from peerxl.commands.outputs import FileContents
from peerxl.documents.own_titles import CHASE_LIST
from peerxl.errors import PeerxlError
from peerxl.excel.read import read_sheets
from peerxl.files.save import NotSavedError, holds, reason
from peerxl.mail.draft import is_draft, is_links_page, is_merge_list
from peerxl.record.folder import Folder
from peerxl.record.forms import digest_of, issued_digests

EARLIER = "earlier"


def find_earlier(out: Path, contents: FileContents, folder: Folder | None) -> tuple[Path, ...]:
    """The files of an earlier chase that would be in the way of today's, or would be taken for them."""
    if not contents:
        return ()
    issued = issued_digests(folder.forms) if folder else frozenset[str]()
    forms = (path for path in sorted((out / FORMS).glob("*.xlsx")) if digest_of(read(path)) in issued)
    named = {MERGE_LIST: is_merge_list, LINKS: is_links_page}
    lists = (path for path in (out / "chase-list.xlsx",) if path.is_file() and is_chase_list(path))
    pages = (out / name for name, is_ours in named.items() if is_ours(read(out / name)))
    drafts = (path for path in sorted((out / DRAFTS).glob("*.eml")) if is_draft(read(path)))
    ours = (*lists, *pages, *drafts, *forms)
    return tuple(path for path in ours if path not in contents or not holds(path, contents[path]))


def is_chase_list(path: Path) -> bool:
    try:
        sheets = read_sheets(path)
    except PeerxlError:
        return False
    return bool(sheets) and sheets[0].cell(1, 1).text.startswith(CHASE_LIST)


def read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


@contextmanager
def put_aside(paths: tuple[Path, ...], out: Path, last_on: date | None) -> Iterator[None]:
    """Move files into a folder that is named for their day; where what follows fails they come back."""
    moved: dict[Path, Path] = {}
    folder = out / EARLIER / (last_on.isoformat() if last_on else "before")
    try:
        for path in paths:
            moved[path] = move(path, folder / path.relative_to(out))
        yield
    except BaseException:
        bring_back(moved)
        raise


def move(path: Path, target: Path) -> Path:
    """Move a file to a name that is free, and give that name; NotSavedError where it cannot be moved."""
    names = (target if number == 1 else target.with_stem(f"{target.stem} ({number})") for number in count(1))
    free = next(name for name in names if not os.path.lexists(name))
    try:
        free.parent.mkdir(parents=True, exist_ok=True)
        os.replace(path, free)
    except OSError as error:
        raise NotSavedError(path, reason(error)) from error
    return free


def bring_back(moved: Mapping[Path, Path]) -> None:
    for path, target in moved.items():
        os.replace(target, path)
