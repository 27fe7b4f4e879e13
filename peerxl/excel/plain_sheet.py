"""A sheet's part as nearly every program writes it, looked over by patterns that never go back.

A native reader holds a sheet as a full rectangle, and ends the whole process where it cannot or where a number is no
day. Only a part in which all is as expected is given to it; any other is read by a parser (``odd_sheet``), which takes
longer and misses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import sub
from typing import NamedTuple

from peerxl.excel.patch.address import LAST_COLUMN, LAST_ROW, Position
from peerxl.model.sheet import UNCALCULATED, column_number
from peerxl.pattern import compile_late

MOST_CELLS = 3_000_000
"""More than a hundred thousand rows of thirty columns."""
FAR_ROWS, FAR_COLUMNS = 1_000, 50
"""How many empty rows or columns lie between a cell that is far from all others and all else."""
LAST_NEAR_COLUMN = 100
SMALL, MOST_EMPTY, LARGEST = 1_000_000, 4, 10_000_000
"""A rectangle of so many cells costs nothing to speak of; in a larger one so many are empty for each that is there."""

_SPACE = rb"[ \t\r\n]*+"
_FORMULA = rb"<f[^<>]*+(?:(?<=/)>|(?<!/)>[^<]*+</f>)"
_VALUE = rb"(?:<v>[^<]*+</v>|<v ?/>|<is><t[^<>]*+(?<!/)>[^<]*+</t></is>)"
_CELL = (
    rb'<c r="LETTERS\1"(?: (?:s|cm|vm)="[0-9]{1,9}+"| t="(?:s|n|str|b|e|inlineStr)")*+'
    rb"(?: ?/>|>(?:" + _FORMULA + rb")?+" + _VALUE + rb"?+</c>)" + _SPACE
)
_ROW = rb'<row r="([1-9][0-9]{0,6}+)"([^<>]*+)(?:(?<=/)>|(?<!/)>' + _SPACE + rb"(?:" + _CELL + rb")*+</row>)" + _SPACE
# From column CW on a cell may be far; rows without such cells are looked over in less time.
_NEAR_ROW = re.compile(_ROW.replace(b"LETTERS", rb"(?:[A-Z]|[AB][A-Z]|C[A-V])"))
_ANY_ROW = compile_late(_ROW.replace(b"LETTERS", rb"[A-Z]{1,3}+"))
_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml[^<>]*+>)?+" + _SPACE + rb"<worksheet[^<>]*+>")
_DATA = re.compile(rb"<sheetData(?:>" + _SPACE + rb"| ?/>)")
_END = b"</sheetData>"
_HIDDEN = compile_late(rb'\shidden="(?:1|true)"')
_FILLED = compile_late(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^<>]*+(?<!/)>(?!</c>)')
_ERROR = compile_late(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^<>]*? t="e"[^<>]*+>(?:' + _FORMULA + rb")?+<v>([^<]++)<")
# A text result may be empty; a formula without any kind of result has never been calculated.
_UNCALCULATED = compile_late(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?![^<>]* t="str")[^<>]*+>' + _FORMULA + rb"(?:<v ?/>|<v></v>)?+</c>"
)
# What stands in the last columns of each width, the widest first.
_WIDTHS = tuple(
    (width, compile_late(rb'<c r="(?:%b)[0-9]' % letters))
    for width, letters in ((LAST_NEAR_COLUMN, rb"B[A-Z]|C[A-V]"), (52, rb"A[A-Z]"), (26, rb"[N-Z]"))
)
LEAST_WIDTH = 13
# More days than there are, and what some readers take for a number.
_ODD_NUMBER = re.compile(rb"<v>[+-]?+(?:[0-9]{10}|[0-9]*+\.?+[0-9]*+[eE]\+?+[0-9]|(?i:inf|nan))")


class SheetCells(NamedTuple):
    """What stands in a sheet's part beside its values.

    ``filled`` are the cells that are not blank, in any order; none where nothing can be far from all else. ``words``
    are those of cells that show an error or a formula without a result. ``is_bounded`` says that a native reader may
    be given the part; ``texts`` is how many cells, at most, have a text that is shared.
    """

    filled: tuple[Position, ...]
    words: tuple[tuple[Position, str], ...]
    hidden_rows: frozenset[int]
    is_bounded: bool
    texts: int = 0


def read_plain_sheet(body: bytes) -> SheetCells | None:
    """What stands in a part in UTF-8; None where it is not plain."""
    start, has_rows = find_data(body)
    rows, hidden, end, has_far = [0], [], start, False
    while (
        has_rows
        and not body.startswith(_END, end)
        and (match := _NEAR_ROW.match(body, end) or _ANY_ROW.match(body, end))
    ):
        number, end = int(match[1]), match.end()
        # Readers differ on rows that stand in another order, or twice.
        if number <= rows[-1]:
            return None
        has_far = has_far or match.re is not _NEAR_ROW
        rows.append(number)
        if b"hidden" in match[2] and _HIDDEN.search(match[2]):
            hidden.append(number)
    if not start or (has_rows and not body.startswith(_END, end)):
        return None
    is_spread = has_far or max(map(sub, rows[1:], rows), default=0) > FAR_ROWS
    filled = tuple(read_position(*match.groups()) for match in _FILLED.finditer(body, start, end)) if is_spread else ()
    farthest = max((column for _, column in filled), default=0)
    if rows[-1] > LAST_ROW or farthest > LAST_COLUMN:
        return None
    return SheetCells(
        filled=filled,
        words=tuple(walk_words(body)),
        hidden_rows=frozenset(hidden),
        is_bounded=fits_rectangle(body, rows[-1], farthest) and not _ODD_NUMBER.search(body),
        texts=body.count(b' t="s"'),
    )


def fits_rectangle(body: bytes, last_row: int, farthest: int) -> bool:
    """Whether the rectangle around a part's cells is worth holding; ``farthest`` is their last column, else 0."""
    if last_row * (farthest or LAST_NEAR_COLUMN) <= SMALL:
        return True
    cells = last_row * (farthest or find_width(body))
    return cells <= min(LARGEST, max(SMALL, MOST_EMPTY * body.count(b"<c ")))


def find_data(body: bytes) -> tuple[int, bool]:
    """Where a part's rows begin, and whether there are any; 0 where that is not plain."""
    opening = _OPENING.match(body)
    data = _DATA.search(body, opening.end()) if opening else None
    # A comment or an instruction may hide an element, or look like one.
    if not opening or not data or any(body.find(mark, opening.end(), data.end()) >= 0 for mark in (b"<!", b"<?")):
        return 0, False
    return data.end(), not data[0].endswith(b"/>")


def find_width(body: bytes) -> int:
    """A column that no cell of a part lies beyond which has none that are far."""
    return next((width for width, pattern in _WIDTHS if pattern.search(body)), LEAST_WIDTH)


def walk_words(body: bytes) -> Iterator[tuple[Position, str]]:
    """The cells with an error or a formula without a result, and the words that stand for it."""
    if b' t="e"' in body:
        for match in _ERROR.finditer(body):
            yield read_position(match[1], match[2]), match[3].decode("utf-8", "replace")
    if b"<f" in body:
        for match in _UNCALCULATED.finditer(body):
            yield read_position(match[1], match[2]), UNCALCULATED


def read_position(letters: bytes, row: bytes) -> Position:
    return int(row), column_number(letters.decode())
