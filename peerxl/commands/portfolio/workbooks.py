"""The workbooks of a portfolio: those in folders, those that a pattern matches, those at addresses; each once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from glob import glob, has_magic
from pathlib import Path, PurePosixPath
from typing import NoReturn

from peerxl.commands.inputs import WORKBOOKS, numbered
from peerxl.commands.portfolio.addresses import is_url, load_fsspec, name_url, reaching
from peerxl.errors import MissingFileError, PeerxlError, UnreadableFileError
from peerxl.text import UNWRITABLE, quote_argument

PATTERN = re.compile(r"[*?\[]")


class NoWorkbooksError(PeerxlError):
    """Nothing in what was named is a workbook."""

    def __init__(self, addresses: Sequence[str]) -> None:
        named = ", ".join(map(name_url, addresses))
        super().__init__(f"{named}: there is no workbook; name a folder, a pattern or an address that has some.")


class NothingLeftOutError(PeerxlError):
    """A workbook to be left out, and none is called so."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: no workbook is called so; name the one to leave out as the portfolio lists it.")


class SeveralLeftOutError(PeerxlError):
    """A workbook to be left out by its bare name, which several folders have."""

    def __init__(self, name: str, files: Sequence[str]) -> None:
        *others, last = map(quote_argument, files)
        super().__init__(
            f"{name}: {len(files)} workbooks are called so; name the one to leave out with its folder: "
            f"{', '.join(others)} or {last}."
        )


@dataclass(frozen=True, slots=True)
class WorkbookAddress:
    """A workbook: its name in the portfolio, which no other has, and its path or URL."""

    file: str
    address: str


@dataclass(frozen=True, slots=True)
class FoundWorkbooks:
    """The workbooks that are to be read, and those that are left out as somebody asked, both sorted by name."""

    kept: tuple[WorkbookAddress, ...]
    left_out: tuple[WorkbookAddress, ...] = ()


def find_workbooks(addresses: Sequence[str], leave_out: Sequence[str] = ()) -> FoundWorkbooks:
    """The workbooks that the addresses name, apart those that are to be left out.

    Raises MissingFileError where there is nothing at an address, NoWorkbooksError where no workbook is at any, or none
    is left, NothingLeftOutError where none has such a name, SeveralLeftOutError where several folders have one.
    """
    by_address: dict[str, str] = {}
    for address in addresses:
        for file, place in list_address(address, is_only=len(addresses) == 1):
            by_address.setdefault(place, file)
    named = tuple(name_apart(by_address))
    files = {file for name in leave_out for file in find_called([workbook.file for workbook in named], name)}
    kept = tuple(workbook for workbook in named if workbook.file not in files)
    if not kept:
        raise NoWorkbooksError(addresses)
    return FoundWorkbooks(kept, tuple(workbook for workbook in named if workbook.file in files))


def find_called(files: Sequence[str], name: str) -> list[str]:
    """The workbooks that a name to be left out means: the one that is listed so, else the only one of a bare name.

    What no workbook is called is a pattern, of names with or without their folders.
    """
    if name in files:
        return [name]
    bare = [file for file in files if PurePosixPath(file).name == name]
    if len(bare) > 1:
        raise SeveralLeftOutError(name, bare)
    called = bare or [file for file in files if fnmatch(file, name) or fnmatch(PurePosixPath(file).name, name)]
    if not called:
        raise NothingLeftOutError(name)
    return called


def name_apart(by_address: dict[str, str]) -> Iterator[WorkbookAddress]:
    """The workbooks in the order of their names, with a number after a name that is taken."""
    taken: set[str] = set()
    for place, file in sorted(by_address.items(), key=lambda item: (item[1], item[0])):
        name = next(each for each in numbered(UNWRITABLE.sub("\ufffd", file)) if each not in taken)
        taken.add(name)
        yield WorkbookAddress(name, place)


def list_address(address: str, *, is_only: bool) -> Iterator[tuple[str, str]]:
    """The name and the place of each workbook at an address."""
    if is_url(address):
        yield from ((name_url(url), url) for url in list_urls(address))
    elif os.path.isdir(address):
        folder = Path(address)
        for path in walk_folder(folder):
            below = path.relative_to(folder)
            yield (below if is_only else folder.resolve().name / below).as_posix(), str(path)
    elif os.path.exists(address):
        yield Path(address).name, address
    elif has_magic(address):
        yield from (
            (Path(path).as_posix() if is_below(path) else Path(path).name, path) for path in match_pattern(address)
        )
    else:
        raise MissingFileError(address)


def list_urls(url: str) -> tuple[str, ...]:
    """The workbooks that a URL names: itself, those that a pattern matches, or those below a folder, sorted.

    A URL with the ending of a workbook and no pattern is one, and nothing is asked of its server yet.
    """
    head, _, rest = url.partition("::")
    if is_workbook(name_url(head)) and not PATTERN.search(name_url(head)):
        return (url,)
    with reaching(url):
        system, path = load_fsspec().core.url_to_fs(url)
        paths = system.glob(path) if PATTERN.search(path) else system.find(path)
        chain = f"::{rest}" if rest else ""
        return tuple(f"{system.unstrip_protocol(each)}{chain}" for each in sorted(paths) if is_workbook(each))


def is_workbook(path: str) -> bool:
    """Whether a name has the ending of a workbook, and is none that a program keeps beside an open one."""
    name = PurePosixPath(path).name
    return PurePosixPath(name).suffix.lower() in WORKBOOKS and not fnmatch(name, "[.~]*")


def is_below(path: str) -> bool:
    """Whether a path goes down from where we are, and so tells nothing of the folders above."""
    return not Path(path).is_absolute() and ".." not in Path(path).parts


def walk_folder(folder: Path) -> Iterator[Path]:
    """The workbooks in a folder and those below it; hidden folders have copies and records in them."""
    for place, folders, names in os.walk(folder, onerror=refuse_folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if is_workbook(name))


def refuse_folder(error: OSError) -> NoReturn:
    """Raise, as nobody would know what was in a folder that is passed over."""
    raise UnreadableFileError(error.filename, error.strerror or type(error).__name__) from error


def match_pattern(pattern: str) -> Iterator[str]:
    """The workbooks that a pattern matches; those of Windows' command prompt are not matched before they come here."""
    return (path for path in sorted(glob(pattern, recursive=True)) if is_workbook(path) and os.path.isfile(path))
