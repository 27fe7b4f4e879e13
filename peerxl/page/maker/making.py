"""The page written to a file, or held against the one that is there."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from peerxl.errors import MissingFileError
from peerxl.files.save import save_all
from peerxl.page.maker.fetch import fetch_inputs
from peerxl.page.maker.page import build_page


@dataclass(frozen=True, slots=True)
class PageResult:
    """The page as it is built: its file, size and hash, and whether the file held just that before."""

    path: Path
    size: int
    sha256: str
    was_there: bool


def write_page(path: Path, *, inputs: Path | None = None, check: bool = False, force: bool = False) -> PageResult:
    """Build the page and write it; with ``check`` only hold it against the file.

    ``inputs`` is the folder of what it is built from, else one of this user's cache; what is missing there is fetched.
    Raises a PeerxlError where an input cannot be had, MissingFileError where there is no file to check, and unless
    forced OutputExistsError for another file of the name.
    """
    if check and not path.is_file():
        raise MissingFileError(path)
    page = build_page(fetch_inputs(inputs or user_inputs()))
    was_there = path.is_file() and path.read_bytes() == page
    if not check:
        save_all({path: page}, force=force)
    return PageResult(path, len(page), sha256(page).hexdigest(), was_there)


def user_inputs() -> Path:
    """Where this user's computer keeps what the page is built from."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("peerxl", appauthor=False)) / "page"
