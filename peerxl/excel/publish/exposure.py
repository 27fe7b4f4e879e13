"""What stands in the way of publishing a workbook: the rule, the cells or the part, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from peerxl.model.finding import Severity


@dataclass(frozen=True, slots=True)
class Exposure:
    """One thing that must not be published, or that not everybody can read.

    ``rule`` is the number of the rule, 1 to 12; ``cells`` are addresses on ``sheet``, or rows and columns such as "4:6"
    and "C"; ``part`` is the part of the file where it stands in no cell. ``message`` says what was found, ``remedy``
    what to do.
    """

    rule: int
    code: str
    severity: Severity
    message: str
    remedy: str
    sheet: str = ""
    cells: tuple[str, ...] = ()
    part: str = ""

    @property
    def place(self) -> str:
        """Where to look: "Actions!C4,C9", a sheet, a part, nothing for the workbook as a whole."""
        if self.sheet:
            return f"{self.sheet}!{','.join(self.cells[:MOST_SHOWN])}{self.more}" if self.cells else self.sheet
        return self.part

    @property
    def more(self) -> str:
        """How many cells are not named in the place."""
        return f" and {len(self.cells) - MOST_SHOWN} more" if len(self.cells) > MOST_SHOWN else ""


MOST_SHOWN = 6
"""How many cells a line names; the JSON names all."""
