"""What a quick reader leaves out: cells that show an error, formulas without a result, hidden rows, whole sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from peerxl.errors import PeerxlError
from peerxl.excel.patch.parts.encoding import detect_encoding
from peerxl.excel.patch.parts.package import Package
from peerxl.excel.patch.parts.workbook import read_sheet_list
from peerxl.excel.patch.zip.archive import Member, read_archive
from peerxl.model.sheet import UNCALCULATED, column_number

_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\b(?=[^>]*\shidden=["'](?:1|true)["'])[^>]*\sr=["'](\d+)["']""")
_ERROR = re.compile(
    rb"""<(?:\w+:)?c\b(?=[^>]*\st=["']e["'])[^>]*\sr=["']([A-Z]{1,3})(\d+)["'][^>]*>"""
    rb"""(?:<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>))?\s*<(?:\w+:)?v>([^<]*)<"""
)
# A text result may be empty; a formula without any kind of result has never been calculated.
_UNCALCULATED = re.compile(
    rb"""<(?:\w+:)?c\b(?![^>]*\st=["']str["'])[^>]*\sr=["']([A-Z]{1,3})(\d+)["'][^>]*>\s*"""
    rb"""<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)


@dataclass(frozen=True, slots=True)
class UnseenCells:
    """The words of cells that are no values, by row and column, and the rows that are hidden."""

    words: tuple[tuple[tuple[int, int], str], ...] = ()
    hidden_rows: frozenset[int] = frozenset()


def read_unseen(path: Path) -> dict[str, UnseenCells]:
    """What is unseen on each sheet of an .xlsx or .xlsm; nothing where the workbook's parts are not to be found."""
    try:
        return {
            name: find_unseen(bytes(package.read_xml(member).body)) for package, name, member in list_sheet_parts(path)
        }
    except PeerxlError:
        return {}


def has_utf16_sheet(path: Path) -> bool:
    """Whether a sheet of an .xlsx or .xlsm is in UTF-16, which calamine takes for an empty one without a word."""
    try:
        starts = [next(package.archive.read_chunks(member), b"") for package, _, member in list_sheet_parts(path)]
    except PeerxlError:
        return False
    return any(detect_encoding(start)[1].startswith("utf-16") for start in starts)


def list_sheet_parts(path: Path) -> Iterator[tuple[Package, str, Member]]:
    """The sheets' names and parts."""
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        package = Package(read_archive(path))
        sheets = read_sheet_list(package, package.find_workbook())
        yield from ((package, sheet.name, sheet.member) for sheet in sheets if sheet.member)


def find_unseen(body: bytes) -> UnseenCells:
    hidden = frozenset(int(match[1]) for match in _HIDDEN_ROW.finditer(body))
    return UnseenCells(tuple(find_words(body)), hidden)


def find_words(body: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _ERROR.finditer(body):
        yield read_position(match), match[3].decode("utf-8", "replace")
    for match in _UNCALCULATED.finditer(body):
        yield read_position(match), UNCALCULATED


def read_position(match: re.Match[bytes]) -> tuple[int, int]:
    return int(match[2]), column_number(match[1].decode())
