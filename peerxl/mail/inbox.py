"""What owners sent back, out of the files that officers saved it in: messages, messages inside them, zip files.

A workbook is known by what it is, not by its name; whether it is a form is not known here. What holds none is named
with its sender and what to do; a picture in somebody's signature is nothing to say anything about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from peerxl.documents.wording import listed
from peerxl.files.save import reason
from peerxl.mail.eml import read_eml
from peerxl.mail.outlook import read_msg
from peerxl.mail.packed import LARGEST, PackedError, is_workbook, is_zip, unpack
from peerxl.mail.saved import DEEPEST, File, SavedMail, SavedMailError

ENDINGS = (".eml", ".msg", ".zip")
"""The endings of the files that are looked into."""


@dataclass(frozen=True, slots=True)
class Received:
    """A workbook that came back: ``place`` is where it lies, "replies.zip, HR.msg, form.xlsx"."""

    place: str
    name: str
    content: bytes
    sender: str = ""
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that came back and cannot be collected, with what to do, as the end of a sentence."""

    place: str
    sender: str
    message: str


NOTHING = SavedMail("", None, "")
"""Stands for the message of a file that lies in none."""
OTHERS = (
    ("winmail.dat", "its files are packed in {names}, which only Outlook opens; save the workbook from Outlook"),
    ((".rpmsg", ".p7m"), "it is encrypted ({names}); open it in Outlook and save the workbook from there"),
    (".pdf", "the form came back as a PDF ({names}), which cannot be collected; ask for the workbook itself"),
)
"""What there is to say of a message by how its files end."""


def open_path(path: Path) -> Iterator[Received | Remark]:
    """The workbooks in a file on the disk, and what else there is to say of it."""
    try:
        if path.stat().st_size > LARGEST:
            yield Remark(path.name, "", f"it is larger than {LARGEST // 1024**2} MB; save its workbooks one by one")
            return
        content = path.read_bytes()
    except OSError as error:
        yield Remark(path.name, "", f"it cannot be read ({reason(error)}); close it elsewhere, or save it again")
        return
    yield from open_file(File(path.name, content), path.name, NOTHING, 0)


def open_file(file: File, place: str, mail: SavedMail, depth: int) -> Iterator[Received | Remark]:
    """What lies in a file of a message, by what the file is; nothing where it is no workbook and holds none."""
    ending = Path(file.name).suffix.lower()
    if depth > DEEPEST:
        yield Remark(place, mail.sender, "it lies too deep in other files; save it by itself")
    # Before zip files: an .ods workbook is one like any other.
    elif is_workbook(file):
        yield Received(place, file.name, file.content, mail.sender, mail.sent_at)
    elif is_zip(file.content):
        yield from open_zip(file, place, mail, depth)
    elif ending in READERS:
        yield from open_saved(file, READERS[ending], place, mail, depth)
    elif depth == 0:
        yield Remark(place, "", "there is no message in it; save it again, or ask for the workbook itself")


READERS: Mapping[str, Callable[[bytes], SavedMail]] = {".eml": read_eml, ".msg": read_msg}


def open_zip(file: File, place: str, mail: SavedMail, depth: int) -> Iterator[Received | Remark]:
    """What lies in a zip file."""
    try:
        members = unpack(file.content)
    except PackedError as error:
        yield Remark(place, mail.sender, f"{error}; unpack it and collect what is in it")
        return
    items = [item for each in members for item in open_file(each, f"{place}, {each.name}", mail, depth + 1)]
    yield from items
    # In a message the message is told of: it may have the form in another file.
    if not items and mail is NOTHING:
        yield Remark(place, "", "there is no workbook and no message in it; ask for the workbook itself")


def open_saved(
    file: File, read: Callable[[bytes], SavedMail], place: str, mail: SavedMail, depth: int
) -> Iterator[Received | Remark]:
    """What lies in a file that is a saved message."""
    try:
        saved = read(file.content)
    except SavedMailError as error:
        yield Remark(place, mail.sender, f"{error}; save it again from Outlook")
        return
    yield from open_mail(saved, place, depth)


def open_mail(mail: SavedMail, place: str, depth: int) -> Iterator[Received | Remark]:
    """What lies in a message: its workbooks and what cannot be opened, else what to do as there is neither."""
    items = list(contents_of(mail, place, depth))
    yield from items or remarks_on(mail, place)


def contents_of(mail: SavedMail, place: str, depth: int) -> Iterator[Received | Remark]:
    """What lies in the files of a message, and of those inside it."""
    for file in mail.files:
        yield from open_file(file, f"{place}, {file.name}", mail, depth + 1)
    for inner, inner_place in inside(mail, place):
        yield from contents_of(inner, inner_place, depth + 1)


def remarks_on(mail: SavedMail, place: str) -> Iterator[Remark]:
    """What to do about a message without a workbook: about those inside it where it brings nothing itself."""
    if has_anything(mail) or not mail.inside:
        yield Remark(place, mail.sender, what_to_do(mail))
    for inner, inner_place in inside(mail, place):
        yield from remarks_on(inner, inner_place)


def inside(mail: SavedMail, place: str) -> Iterator[tuple[SavedMail, str]]:
    """The messages inside a message, each with its place; one that names no sender or day has those of the other."""
    for inner in mail.inside:
        own = replace(inner, sender=inner.sender or mail.sender, sent_at=inner.sent_at or mail.sent_at)
        yield own, f"{place}, {inner.subject or 'a message'}"


def has_anything(mail: SavedMail) -> bool:
    """Whether a message brings a file or a link of its own."""
    return bool(mail.links) or any(not file.is_inline for file in mail.files)


def what_to_do(mail: SavedMail) -> str:
    """What to do about a message in which no workbook lies."""
    names = [file.name for file in mail.files if not file.is_inline]
    for endings, message in OTHERS:
        if chosen := [name for name in names if name.lower().endswith(endings)]:
            return message.format(names=listed(chosen))
    if mail.links:
        hosts = listed(mail.links)
        return f"there is a link instead of the workbook ({hosts}); open it, save the workbook and collect that"
    if names:
        return f"there is no workbook among its files ({listed(names)}); ask for the workbook itself"
    return "there is no workbook with it; read the message, and ask for the workbook itself"
