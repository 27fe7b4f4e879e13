"""A cell on its way to a reading: what it is made of, and what its words say where it names no date."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from peerxl.language.timescales.deadline import is_deadline, list_words
from peerxl.language.timescales.lexicon import BARE_HORIZONS, BEGUN, IMPERATIVES
from peerxl.language.timescales.outline import Outline
from peerxl.language.timescales.period import Period
from peerxl.language.timescales.ranges import PeriodGroup, find_groups
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.tokens import Chunk, Tokens
from peerxl.model.timescale import TimescaleKind
from peerxl.pattern import compile_late


class CellReading:
    """A cell on its way to a reading: its tokens, its chunks, the outline of them, and the kind that its words say."""

    __slots__ = ("_groups", "chunks", "kind", "outline", "tokens")

    def __init__(self, tokens: Tokens, chunks: Sequence[Chunk], outline: Outline) -> None:
        self.tokens = tokens
        self.chunks = chunks
        self.outline = outline
        self.kind: TimescaleKind | None = None
        self._groups: Sequence[PeriodGroup] | None = None

    @property
    def roles(self) -> frozenset[Role]:
        return self.outline.roles

    @property
    def periods(self) -> tuple[Period | None, ...]:
        """The periods in order."""
        return tuple([self.chunks[index].period for index in self.outline.periods])

    @property
    def groups(self) -> Sequence[PeriodGroup]:
        """The groups of its periods, which few cells are asked for: what they promise may be known."""
        if self._groups is None:
            self._groups = find_groups(self.chunks, self.outline)
        return self._groups

    def get_words(self, chunk: Chunk) -> str:
        return self.tokens.get_words(chunk.first, chunk.after)

    @property
    def governors(self) -> set[int]:
        """The chunks that govern a period."""
        return {
            index
            for group in self.groups
            for index in range(group.indexes[0] - len(group.before.governors), group.indexes[0])
        }

    def find_indexes(self, *roles: Role) -> Sequence[int]:
        """Where any of the roles stands, in order."""
        return self.outline.find(roles)


def find_kind(cell: CellReading) -> TimescaleKind | None:
    """The kind that a cell's words say, None where they say none."""
    known = cell.outline.roles
    if KIND_ROLES.isdisjoint(known):
        return TimescaleKind.UNSET if SIGN_ROLES.issuperset(known) else None
    for roles, says, kind in KINDS:
        if not roles.isdisjoint(known) and says(cell):
            return kind
    return None


def find_ongoing(cell: CellReading) -> Sequence[int]:
    """Where the cell says by itself that something goes on: "ongoing", and "rolling" where it is no adjective."""
    if ONGOING_ROLES.isdisjoint(cell.outline.roles):
        return ()
    return [index for index in cell.find_indexes(Role.ONGOING, Role.ROLLING) if _stands(cell, index)]


def _stands(cell: CellReading, index: int) -> bool:
    """Whether a word that may be an adjective ("rolling review") says something by itself."""
    if cell.chunks[index].role is not Role.ROLLING or not cell.outline.periods:
        return True
    return index + 1 == len(cell.chunks) or cell.chunks[index + 1].role is not Role.LABEL


def _is_said(cell: CellReading) -> bool:
    """The word says so wherever it stands: "Annual review in May", "TBC"."""
    return True


def _is_ongoing(cell: CellReading) -> bool:
    return bool(find_ongoing(cell))


def _is_relative(cell: CellReading) -> bool:
    if Role.DURATION in cell.roles or Role.PLAN_YEAR in cell.roles:
        return True
    horizons = cell.find_indexes(Role.HORIZON)
    return any(index == 0 or cell.get_words(cell.chunks[index]) not in BARE_HORIZONS for index in horizons)


def _is_immediate(cell: CellReading) -> bool:
    """ "Immediately" but not "immediately after" something."""
    return any(
        index + 1 == len(cell.chunks) or cell.chunks[index + 1].role not in {Role.AFTER, Role.BEFORE}
        for index in cell.find_indexes(Role.IMMEDIATE)
    )


def _is_now(cell: CellReading) -> bool:
    """The cell says "now" and no more; before a period the word says that it is the new one."""
    return "now" in cell.tokens.texts and _list_said(cell) == ["now"]


def _is_pending(cell: CellReading) -> bool:
    """The cell says "pending" and no more; before other words it says what is waited for."""
    return "pending" in cell.tokens.texts and _list_said(cell) == ["pending"]


def _list_said(cell: CellReading) -> list[str]:
    """The words of a cell, chunk by chunk."""
    return [cell.get_words(chunk) for chunk in cell.chunks if not chunk.role.is_sign]


def _is_status(cell: CellReading) -> bool:
    """A status stands first: "Complete", but not "Complete the review"."""
    first = next(index for index, chunk in enumerate(cell.chunks) if not chunk.role.is_blank)
    chunk = cell.chunks[first]
    following = cell.chunks[first + 1].role if first + 1 < len(cell.chunks) else Role.STOP
    if chunk.role is Role.SLIPPED:
        return following.is_sign
    if chunk.role is Role.START:
        return cell.get_words(chunk) in BEGUN
    is_told = cell.get_words(chunk) in IMPERATIVES and following.follows_status
    return chunk.role in {Role.STATUS, Role.STOPPED} and not is_told and not _is_to_be_done(cell, chunk)


def _is_to_be_done(cell: CellReading, status: Chunk) -> bool:
    """Whether a status is one to come: "Complete before the year end"."""
    tokens = cell.tokens
    return is_deadline(list_words(tokens.text[tokens.ends[status.after - 1] :]))


KINDS: Sequence[tuple[frozenset[Role], Callable[[CellReading], bool], TimescaleKind]] = (
    (frozenset((Role.RECURRING, Role.ANNUAL)), _is_said, TimescaleKind.RECURRING),  # "annual review in May"
    (frozenset((Role.ONGOING, Role.ROLLING)), _is_ongoing, TimescaleKind.OPEN),  # "rolling"
    (frozenset((Role.HORIZON, Role.DURATION, Role.PLAN_YEAR)), _is_relative, TimescaleKind.RELATIVE),  # "6 months"
    (frozenset((Role.IMMEDIATE,)), _is_immediate, TimescaleKind.IMMEDIATE),  # "asap"
    (frozenset((Role.NEW,)), _is_now, TimescaleKind.IMMEDIATE),  # "now"
    (frozenset((Role.STATUS, Role.STOPPED, Role.SLIPPED, Role.START)), _is_status, TimescaleKind.STATUS),
    (frozenset((Role.UNSET,)), _is_said, TimescaleKind.UNSET),  # "TBC"
    (frozenset((Role.LABEL,)), _is_pending, TimescaleKind.UNSET),  # "[PENDING]"
)
ONGOING_ROLES = frozenset((Role.ONGOING, Role.ROLLING))
SIGN_ROLES = frozenset(role for role in Role if role.is_sign)
KIND_ROLES = frozenset().union(*(roles for roles, _, _ in KINDS))


_PROJECT_MONTH = compile_late(r"m\d{1,2}")


def explain_unreadable(cell: CellReading) -> str:
    """The reason where nothing in a cell is a time: it names the first word that is an officer's own."""
    said = [chunk for chunk in cell.chunks if not chunk.role.is_blank] or cell.chunks
    odd = next((chunk for chunk in said if chunk.role is Role.LABEL), said[0])
    if _PROJECT_MONTH.fullmatch(cell.get_words(odd)):
        return f"“{cell.get_words(odd).upper()}” is a month counted from a day that nothing names"
    return f"“{cell.get_words(odd)}” is not read as a time, and nothing else in it is"
