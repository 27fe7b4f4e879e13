"""What a check finds: a value that names its cells and says in one sentence what was found and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from peerxl.frozen import frozen
from peerxl.model.sheet import Cell


class Severity(StrEnum):
    """How much a finding matters; members stand in the order in which to read them."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        return _ORDER.index(self)


_ORDER = tuple(Severity)


@frozen
class Finding:
    """One fault in the data; no cells where it is about the whole plan.

    ``message`` is one sentence: what was found and, after its last semicolon, what to do.
    """

    code: str
    severity: Severity
    message: str
    cells: tuple[Cell, ...] = ()
    ref: str = ""
    suggestion: str = ""
    sheet: str = ""

    @property
    def found(self) -> str:
        """What was found, as a sentence."""
        # The last semicolon: what was found may quote a cell that has some of its own.
        found, separator, _ = self.message.rpartition("; ")
        return f"{found}." if separator else self.message

    @property
    def remedy(self) -> str:
        """What to do, as a sentence; nothing where the message does not say."""
        _, separator, remedy = self.message.rpartition("; ")
        return remedy[:1].upper() + remedy[1:] if separator else ""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where its cells stand: "E4" on its own sheet, "Issues!G2" on another."""
        return tuple(cell.address if cell.sheet == self.sheet else str(cell) for cell in self.cells)

    @property
    def place(self) -> str:
        """Where to look: "Action plan!E4,E5", "Risks!I2,Issues!G2", or the sheet alone."""
        return f"{self.sheet}!{','.join(self.addresses)}" if self.cells else self.sheet


Findings = tuple[Finding, ...]


def needs_someone(findings: Iterable[Finding]) -> bool:
    """Whether any finding is more than advice."""
    return any(finding.severity is not Severity.ADVICE for finding in findings)
