"""One thing to say of an adoption, and all that the things to say are written from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from peerxl.adoption.refs import ActionRef
from peerxl.adoption.shape import Places
from peerxl.documents.wording import listed
from peerxl.identity.pairs import ActionPair
from peerxl.model.finding import Finding, Findings, Severity
from peerxl.model.plan import ActionPlan, unique
from peerxl.model.sheet import Cell

FEW = 12


@dataclass(frozen=True, slots=True)
class AdoptionNote:
    """A finding whose cells are the master's, and the cells of the old workbook that it speaks of."""

    finding: Finding
    was: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Adopting:
    """The plan as it was read and what the checks find in it, its refs, and its places in the master.

    ``cells`` are the master's cells of each action by their headings, ``moved`` those that each old cell went to, and
    ``above`` what stands above the headings of the tracker beside its title.
    """

    plan: ActionPlan
    findings: Findings
    named: tuple[ActionRef, ...]
    places: Places
    cells: tuple[Mapping[str, Cell], ...]
    moved: Mapping[Cell, tuple[Cell, ...]]
    above: tuple[Cell, ...] = ()
    pairs: tuple[ActionPair, ...] = ()
    last: ActionPlan | None = None

    def ref_cell(self, index: int) -> Cell:
        """The ref of an action in the master."""
        return self.cells[index]["Ref"]

    def new_cells(self, cells: Iterable[Cell]) -> tuple[Cell, ...]:
        """Where old cells went."""
        return unique(new for old in cells for new in self.moved.get(bare(old), ()))

    def ref_at(self, cells: Sequence[Cell]) -> str:
        """The ref of the one action that cells of the master belong to."""
        rows = {cell.row for cell in cells}
        return self._ref_by_row[rows.pop()] if len(rows) == 1 else ""

    @cached_property
    def _ref_by_row(self) -> dict[int, str]:
        return {self.ref_cell(index).row: one.ref for index, one in enumerate(self.named)}


def bare(cell: Cell) -> Cell:
    """A cell without its words, to be found by where it stands."""
    return cell._replace(text="")


def cell_ranges(cells: Iterable[Cell]) -> str:
    """Where cells stand, those beneath or beside one another as a range: "A4:B9, C2"."""
    blocks = [block for _, group in groupby(cells, attrgetter("sheet")) for block in list_blocks(group)]
    return ", ".join(first.address if first == last else f"{first.address}:{last.address}" for first, last in blocks)


def list_blocks(cells: Iterable[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """The rectangles that cells of a sheet fill, each by its first cell and its last, from top to bottom."""
    blocks: list[list[Cell]] = []
    for first, last in list_row_runs(sorted(set(map(bare, cells)), key=attrgetter("row", "column"))):
        above = next((block for block in blocks if is_right_above(block, first, last)), None)
        if above is None:
            blocks.append([first, last])
        else:
            above[1] = last
    yield from ((first, last) for first, last in blocks)


def list_row_runs(cells: Iterable[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """The first and the last of each run of cells side by side."""
    runs: list[list[Cell]] = []
    for cell in cells:
        if runs and (cell.row, cell.column) == (runs[-1][-1].row, runs[-1][-1].column + 1):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    yield from ((run[0], run[-1]) for run in runs)


def is_right_above(block: Sequence[Cell], first: Cell, last: Cell) -> bool:
    """Whether a block ends in the row above a run of cells, and in its columns."""
    top, bottom = block
    return (bottom.row, top.column, bottom.column) == (first.row - 1, first.column, last.column)


def note(
    code: str,
    severity: Severity,
    message: str,
    ref: str = "",
    new: Iterable[Cell] = (),
    was: Iterable[Cell] = (),
) -> AdoptionNote:
    """A note on cells of the master (``new``), of the old workbook (``was``), or of both."""
    cells = tuple(new)
    return AdoptionNote(Finding(code, severity, message, cells, ref, sheet=cells[0].sheet if cells else ""), tuple(was))


def few(words: Sequence[str]) -> str:
    """Words listed, or the first of them and how many more."""
    return listed(words) if len(words) <= FEW else f"{', '.join(words[: FEW - 1])} and {len(words) - FEW + 1} more"


def clipped(words: str) -> str:
    """Words as far as a note has room for them: all of them stand in the old workbook."""
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"


LONGEST = 1_000
