"""One thing to say of an adoption, and all that the things to say are written from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

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
    """Where cells stand, those beneath or beside one another as a range: "A4:A9, C2"."""
    runs: list[list[Cell]] = []
    for cell in cells:
        if runs and follows(cell, runs[-1]):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return ", ".join(run[0].address if len(run) == 1 else f"{run[0].address}:{run[-1].address}" for run in runs)


def follows(cell: Cell, run: Sequence[Cell]) -> bool:
    """Whether a cell goes on with a run of cells, down or to the right as the run goes."""
    last = run[-1]
    step = (cell.row - last.row, cell.column - last.column)
    way = (last.row - run[0].row, last.column - run[0].column)
    # A range is one row or one column: A1, A2, B2 are two.
    is_straight = way == (0, 0) or (step == (1, 0)) == (way[0] > 0)
    return cell.sheet == last.sheet and step in ((1, 0), (0, 1)) and is_straight


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
