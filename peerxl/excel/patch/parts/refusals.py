"""Why a workbook as a whole is not written to, each reason its own exception."""

from __future__ import annotations

import zipfile
from pathlib import Path

from peerxl.errors import PeerxlError
from peerxl.excel.errors import EncryptedWorkbookError, UnsafeWorkbookError
from peerxl.excel.inspect import ZIP, first_bytes, inspect_workbook, refuse_odd_members
from peerxl.excel.patch.parts.package import CONTENT_TYPES, ROOT, Package, get_content_type
from peerxl.excel.patch.parts.prolog import EntityError, declares_entities, refuse_entities
from peerxl.excel.patch.zip.archive import ENCRYPTED, Archive, read_archive

SIGNED, SIGNATURE, BINARY = "_xmlsignatures/", "digital-signature", "sheet.binary"


class DuplicatePartError(UnsafeWorkbookError):
    """Two parts of a workbook have one name, and readers differ on which of them counts."""

    def __init__(self, path: object, part: str) -> None:
        super().__init__(path, f"it has two parts called {part!r}")


class SignedWorkbookError(PeerxlError):
    """A digital signature would no longer hold after any change."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: the workbook is digitally signed and a change would break the signature; "
            "remove the signature in Excel (File, Info, View Signatures) or write into an unsigned copy."
        )


class BinaryWorkbookError(PeerxlError):
    """A workbook in one of Excel's binary formats, which are read and never written."""

    def __init__(self, path: object, kind: str) -> None:
        super().__init__(
            f"{path}: cells cannot be written into an Excel {kind} workbook; open it in Excel and save it as .xlsx."
        )


def open_package(path: Path) -> Package:
    """A workbook that can be written to, as parts; the PeerxlError that says why it cannot be."""
    if not first_bytes(path).startswith(ZIP):
        # This says why it is no workbook, and is silent only about one of before 2007.
        inspect_workbook(path)
        raise BinaryWorkbookError(path, "97-2003")
    archive = read_archive(path)
    refuse_archive(archive)
    package = Package(archive)
    types = package.read_content_types()
    refuse_entities(archive, types)
    if is_signed(package, types):
        raise SignedWorkbookError(path)
    if BINARY in get_content_type(package.find_workbook(), types):
        raise BinaryWorkbookError(path, "binary")
    return package


def is_signed(package: Package, types: dict[str, str]) -> bool:
    """Whether a part is a signature, by its place or its kind of content, or the workbook is said to have one."""
    for member in package.archive.members:
        is_folder = member.key.endswith("/")
        if not is_folder and (SIGNATURE in get_content_type(member, types) or member.key.startswith(SIGNED)):
            return True
    links = package.read_relationships(ROOT)
    return any(SIGNATURE in link.type and package.find_target(ROOT, link.target) for link in links)


def refuse_archive(archive: Archive) -> None:
    """Raise for an archive from which no part is safe to read: two parts of one name, odd sizes, entities."""
    keys = set()
    for member in archive.members:
        if member.key in keys:
            raise DuplicatePartError(archive.path, member.name)
        if member.flags & ENCRYPTED:
            raise EncryptedWorkbookError(archive.path)
        keys.add(member.key)
    with zipfile.ZipFile(archive.path) as members:
        refuse_odd_members(archive.path, members.infolist())
    types = archive.find(CONTENT_TYPES)
    if types and declares_entities(archive.read_chunks(types), is_xml=True):
        raise EntityError(archive.path, types.name)
