"""What comes of a merge: changes to the master, conflicts for somebody to settle, and what was refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from peerxl.errors import PeerxlError
from peerxl.merge.returned import Part, Refusal
from peerxl.model.plan import Action
from peerxl.model.sheet import Cell


class Side(StrEnum):
    """Whose words a conflict is settled by: the owner's, or those that the master has."""

    THEIRS = "theirs"
    MINE = "mine"


Settled = Mapping[tuple[str, Part], Side]
"""Conflicts settled by hand: by the action's name in small letters, and what was answered."""


@dataclass(frozen=True, slots=True)
class Change:
    """A cell of the master to be set: ``cell`` has its words of before, ``text`` what they become.

    ``theirs`` is the cell of the form that says so.
    """

    action: Action
    part: Part
    cell: Cell
    text: str
    owner: str
    file: str
    theirs: Cell


@dataclass(frozen=True, slots=True)
class Conflict:
    """An answer that the master does not take, since somebody else has given another; ``cell`` has the master's words.

    ``text`` is the answer and ``issued`` what the form began with.
    """

    action: Action
    part: Part
    cell: Cell
    text: str
    issued: str
    owner: str
    file: str
    theirs: Cell
    why: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Everything that came of the returns; ``notes`` are sentences that need nobody to do anything."""

    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        return not self.conflicts and not self.refusals

    @property
    def texts(self) -> dict[str, dict[str, str | None]]:
        """What to write, by sheet and cell."""
        by_sheet: dict[str, dict[str, str | None]] = {}
        for change in self.changes:
            by_sheet.setdefault(change.cell.sheet, {})[change.cell.address] = change.text
        return by_sheet


class SettlementError(PeerxlError):
    """An --accept that names no action, part and side."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text!r} settles nothing; write it as PEER05.01.status=theirs, with status, comment or date, "
            "and theirs or mine."
        )


def read_settled(texts: Iterable[str]) -> Settled:
    """Conflicts settled by hand, each written "PEER05.01.status=theirs"; SettlementError for anything else."""
    settled = {}
    for text in texts:
        place, _, side = text.rpartition("=")
        name, _, part = place.rpartition(".")
        try:
            key = (" ".join(name.casefold().split()), Part(part.strip().casefold()))
            settled[key] = Side(side.strip().casefold())
        except ValueError as error:
            raise SettlementError(text) from error
    return settled
