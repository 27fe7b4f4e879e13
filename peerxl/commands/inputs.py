"""The forms that came back, as files or in saved messages: each read as a return under a name that no other has."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import count
from pathlib import Path

from peerxl.advice import SAVE_FORMS
from peerxl.errors import MissingFileError, PeerxlError, UnreadableFileError
from peerxl.excel.formulas import read_formulas
from peerxl.excel.read import read_sheets
from peerxl.excel.saved import saved_at
from peerxl.mail.inbox import ENDINGS, Received, Remark, open_path
from peerxl.merge import Refusal, Return
from peerxl.model.plan import ActionPlan
from peerxl.returns import read_return
from peerxl.text import show_unsafe

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
WITHOUT_FORMULAS = frozenset({".xls", ".xlsb", ".ods"})
"""Kinds of workbook whose formulas cannot be told from what was typed."""
ZIP = b"PK"
FOLDER_MARKS = frozenset({"desktop.ini", "thumbs.db"})
"""What Windows leaves in a folder about the folder itself."""


class NoReturnsError(PeerxlError):
    """A folder of returned forms in which there is no workbook."""

    def __init__(self, folders: str) -> None:
        super().__init__(f"{SAVE_FORMS.words(folders=folders)}.")


@dataclass(frozen=True, slots=True)
class Source:
    """A workbook that came back: its name, where it lies, and the mail it came with where it did."""

    name: str
    path: Path
    sender: str = ""
    sent_at: datetime | None = None

    @property
    def digest(self) -> str:
        """What tells whether a workbook is that very one."""
        return sha256(self.path.read_bytes()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What came back: the forms with the workbooks they are, what is none, and notes on what was left alone."""

    forms: tuple[tuple[Source, Return], ...]
    refusals: tuple[Refusal, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InputFiles:
    """The workbooks and saved messages to read, and a sentence on each thing in their folders that was left alone."""

    paths: tuple[Path, ...]
    notes: tuple[str, ...]


def find_inputs(paths: Sequence[Path], own_files: Iterable[Path]) -> InputFiles:
    """The files named, and the workbooks and messages in the folders named, but no ``own_files``; each once.

    Raises MissingFileError where none of the paths is there, NoReturnsError where there is no workbook or message,
    UnreadableFileError for a folder that cannot be read.
    """
    # One that is missing among others is refused with them, and does not stop them.
    if paths and not any(os.path.lexists(path) for path in paths):
        raise MissingFileError(paths[0])
    # The master and the last report may well lie in the folder of the forms.
    apart = {path.resolve() for path in own_files}
    listed = [file for path in paths if path.is_dir() for file in list_folder(path) if file.resolve() not in apart]
    named = [path for path in paths if not path.is_dir()]
    # A form that is named and lies in a named folder too is one form.
    by_file = {path.resolve(): path for path in (*named, *filter(is_input, listed))}
    if not by_file:
        raise NoReturnsError(", ".join(map(str, paths)))
    notes = tuple(describe_left_alone(path) for path in listed if not is_input(path))
    return InputFiles(tuple(by_file.values()), notes)


def list_folder(folder: Path) -> list[Path]:
    """What lies in a folder, without what programs leave beside an open file."""
    try:
        return sorted(path for path in folder.iterdir() if not is_mark(path))
    except OSError as error:
        raise UnreadableFileError(folder, error.strerror or str(error)) from error


def is_mark(path: Path) -> bool:
    """Whether a program left a file for its own use, as where another is open; a workbook called so is somebody's."""
    if path.name.startswith("~$") and path.is_file():
        with path.open("rb") as file:
            return file.read(len(ZIP)) != ZIP
    return path.name.startswith(".") or path.name.casefold() in FOLDER_MARKS


def list_left_alone(folders: Iterable[Path]) -> Iterator[str]:
    """A sentence on each thing in some folders that is none of what can be collected."""
    for folder in folders:
        yield from (describe_left_alone(path) for path in list_folder(folder) if not is_input(path))


def is_input(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in (*WORKBOOKS, *ENDINGS)


def describe_left_alone(path: Path) -> str:
    name = make_printable(path).name
    if path.suffix.lower() == ".pdf":
        return f"{name} is a PDF, which cannot be collected, and was left alone; ask for the workbook itself."
    kind = "a folder of its own" if path.is_dir() else "no workbook and no message"
    return f"{name} is {kind} and was left alone."


def read_inputs(files: InputFiles, plan: ActionPlan, folder: Path) -> Inputs:
    """Read each file, and each workbook in a saved message, as a return, or say why it cannot be; none stops another.

    What lies in messages is unpacked into ``folder``.
    """
    items = [item for path, name in name_apart(files.paths).items() for item in open_named(path, name, folder)]
    read = [(item, read_input(item, plan)) for item in items if isinstance(item, Source)]
    forms = tuple((source, form) for source, form in read if isinstance(form, Return))
    unread = (*items, *(form for _, form in read))
    return Inputs(forms, tuple(item for item in unread if isinstance(item, Refusal)), files.notes)


def open_named(path: Path, name: str, folder: Path) -> Iterator[Source | Refusal]:
    """A workbook; or those in a saved message or a zip file, and what is amiss with it. ``name`` is the file's."""
    if path.suffix.lower() not in ENDINGS:
        yield Source(name, path)
        return
    names: set[str] = set()
    for item in open_path(path):
        place = f"{name}{show_unsafe(item.place.removeprefix(path.name))}"
        if isinstance(item, Remark):
            message = f"{item.message[:1].upper()}{item.message[1:]}."
            yield Refusal("no-workbook", place, show_unsafe(message), sender=item.sender)
        else:
            names.add(own := next(each for each in numbered(place) if each not in names))
            yield Source(own, unpack(item, folder), item.sender, item.sent_at)


def numbered(name: str) -> Iterator[str]:
    """A name, then "name (2)", "name (3)"."""
    yield name
    yield from (f"{name} ({number})" for number in count(2))


def unpack(workbook: Received, folder: Path) -> Path:
    """A workbook of a message as a file, of the kind that it is and of the day that it was sent."""
    ending = Path(workbook.name).suffix.lower()
    is_misnamed = workbook.content.startswith(ZIP) and ending not in WORKBOOKS
    handle, name = tempfile.mkstemp(suffix=".xlsx" if is_misnamed else ending, dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(workbook.content)
    if workbook.sent_at:
        os.utime(name, (workbook.sent_at.timestamp(),) * 2)
    return Path(name)


def read_input(source: Source, plan: ActionPlan) -> Return | Refusal:
    """The return in a file, or why it cannot be read."""
    path, name = source.path, source.name
    kind = path.suffix.lower()
    if kind in WITHOUT_FORMULAS and path.is_file():
        why = f"A form that comes back as {kind} cannot be read for sure; open it, save it as .xlsx and collect again."
        return Refusal("not-a-return", name, why, sender=source.sender)
    try:
        sheets, formulas, modified = read_sheets(path), read_formulas(path), saved_at(path)
        return read_return(name, sheets, formulas, modified=modified, years=plan.settings.years)
    except PeerxlError as error:
        # The report names the file already.
        message = show_unsafe(str(error).removeprefix(f"{path}: ").removeprefix(f"{name}: "))
        return Refusal("not-a-return", name, f"{message[:1].upper()}{message[1:]}", sender=source.sender)


def name_apart(paths: Sequence[Path]) -> Mapping[Path, str]:
    """Each file with its own name, and as many of its folders as tell it from the others."""
    parts = {path: make_printable(path).parts for path in paths}
    return {path: join_shortest(own, [parts[other] for other in paths if other != path]) for path, own in parts.items()}


def make_printable(path: Path) -> Path:
    """The whole path, with a mark for each byte of it that is no character's, and controls written out."""
    return Path(show_unsafe(os.fsencode(path.absolute()).decode(errors="replace")))


def join_shortest(own: Sequence[str], others: Sequence[Sequence[str]]) -> str:
    """The last parts of a path that none of the others ends in."""
    lengths = range(1, len(own))
    length = next((n for n in lengths if not any(other[-n:] == own[-n:] for other in others)), len(own))
    return "/".join(own[-length:])
