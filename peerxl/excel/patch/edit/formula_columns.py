"""A rule's formula taken to other columns: the cells of its own sheet that it names, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peerxl.excel.patch.address import LAST_COLUMN, LAST_ROW
from peerxl.model.sheet import column_letter, column_number

# Texts, cells of other sheets and columns of tables are no cells of this sheet, whatever they look like.
_WORD = re.compile(
    rb"""(?P<other>"[^"]*"|&quot;.*?&quot;|(?:'(?:[^']|'')*'|&apos;.*?&apos;|[\w.\]\[]+)!(?:\$?[A-Za-z]*\$?\d*)(?::\$?[A-Za-z]*\$?\d*)?|\[[^\]]*\])"""
    rb"""|(?<![\w.$])(?P<fixed>\$?)(?P<column>[A-Za-z]{1,3})(?P<lock>\$?)(?P<row>[1-9]\d{0,6})(?![\w.(!])"""
    rb"""|(?<![\w.$])(?P<all_fixed>\$?)(?P<all>[A-Za-z]{1,3})(?=:\$?[A-Za-z]{1,3}(?![\w.(!]))"""
    rb"""|(?<=:)(?P<end_fixed>\$?)(?P<end>[A-Za-z]{1,3})(?![\w.($!])""",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class FormulaMove:
    """How a formula moves: what each fixed column becomes, and how far those that are not fixed go."""

    columns: Mapping[int, int]
    right: int
    down: int


def list_fixed_columns(formula: bytes) -> Iterator[int]:
    """The columns of its own sheet that a formula names so that they stay the same in every cell."""
    for match in _WORD.finditer(formula):
        for fixed, name in (("fixed", "column"), ("all_fixed", "all"), ("end_fixed", "end")):
            if match[fixed] and match[name]:
                yield column_number(match[name].decode())


def move_formula(formula: bytes, move: FormulaMove) -> bytes:
    """The formula for other cells; ValueError where it would name a cell that no sheet has."""

    def replace(match: re.Match[bytes]) -> bytes:
        if match["other"] is not None:
            return match[0]
        for fixed, name in (("all_fixed", "all"), ("end_fixed", "end")):
            if match[name]:
                return match[fixed] + move_column(match[name], move, is_fixed=bool(match[fixed]))
        column = move_column(match["column"], move, is_fixed=bool(match["fixed"]))
        row = int(match["row"]) + (0 if match["lock"] else move.down)
        if not 1 <= row <= LAST_ROW:
            raise ValueError(formula)
        return b"%b%b%b%d" % (match["fixed"], column, match["lock"], row)

    return _WORD.sub(replace, formula)


def move_column(letters: bytes, move: FormulaMove, *, is_fixed: bool) -> bytes:
    """A column's letters after a move."""
    number = column_number(letters.decode())
    moved = move.columns.get(number, number) if is_fixed else number + move.right
    if not 1 <= moved <= LAST_COLUMN:
        raise ValueError(letters)
    return column_letter(moved).encode()
