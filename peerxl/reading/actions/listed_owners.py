"""Owners of one name with a stroke in it, as a workbook's own lists have them: of who answers for what, of acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import Field
from peerxl.model.sheet import Sheet
from peerxl.pattern import compile_late
from peerxl.reading.cells.profile import profile_column
from peerxl.reading.headings.heading import read_heading

MOST_ABOVE = 10
"""How many rows may stand above the headings of such a list, and they with them."""
LONGEST_NAME = 6
"""How many words a name has at most, without its stroke."""
ROLES = frozenset(["role", "team", "service"])


def list_joint_names(sheets: Iterable[Sheet]) -> tuple[str, ...]:
    """The names with a stroke that sheets list: each once, in the first column, beside words on what each answers for.

    How many actions each cell of owners has is no such list.
    """
    return tuple(name for sheet in sheets for name in list_names(sheet) if "/" in name)


def list_acronyms(sheet: Sheet) -> Iterator[str]:
    """The acronyms with a stroke that a sheet explains near its top or its end: "P/Q = Piers/Quays"."""
    rows = sheet.filled_rows
    for row in {*rows[:MOST_LINES], *rows[-MOST_LINES:]}:
        for value in sheet.rows[row - 1]:
            if isinstance(value, str) and "/" in value and len(value) <= LONGEST_KEY:
                yield from (found[1] for line in _LINE.split(value) if (found := explain_acronym(line)))


def explain_acronym(line: str) -> re.Match[str] | None:
    """What a line says an acronym stands for, where the words begin with its letters."""
    found = _EXPLAINED.fullmatch(line)
    words = [] if found is None else _WORD.findall(found[2])
    initials = "".join(word[0] for word in words if word.casefold() not in SMALL)
    return found if found and initials.casefold() == found[1].replace("/", "").casefold() else None


MOST_LINES, LONGEST_KEY = 40, 1000
"""How many rows at either end of a sheet may be lines of a list of acronyms, and how long a cell of them is."""
SMALL = frozenset("of and the for".split())
_LINE, _WORD = compile_late(r"[;\n]"), compile_late(r"[^\W\d_]+")
_EXPLAINED = compile_late(r"\s*([A-Z]{1,6}(?:/[A-Z]{1,6})+)\s*[=:–—-]\s*(\S[^=]*)")


def list_names(sheet: Sheet) -> Iterator[str]:
    row = next((row for row in sheet.filled_rows[:MOST_ABOVE] if heads_owners(sheet, row)), None)
    rows = sheet.filled_rows_after(row) if row is not None else ()
    names, duties = profile_column(sheet, rows, 1), profile_column(sheet, rows, 2)
    is_list = names.share_distinct == 1 and duties.is_wordy and duties.filled == names.filled > 1
    are_short = all(len(text.replace("/", " ").split()) <= LONGEST_NAME for text in names.texts)
    if is_list and are_short:
        yield from names.texts


def heads_owners(sheet: Sheet, row: int) -> bool:
    """Whether a row heads the first column as one of owners, roles or teams, and another beside it."""
    heading = read_heading(sheet.cell(row, 1).text, APRIL_YEARS)
    is_of_owners = heading.field is Field.OWNER or heading.key in ROLES
    return is_of_owners and bool(sheet.cell(row, 2).text.strip())
