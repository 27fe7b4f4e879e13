"""A column while it is being decided what it is for: its heading, its cells, and the field they agree on so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from peerxl.frozen import frozen
from peerxl.model.layout import KEPT, Field
from peerxl.model.sheet import Cell
from peerxl.reading.cells.profile import ColumnProfile
from peerxl.reading.headings.quarter_names import QuarterName
from peerxl.reading.headings.rules import Heading

NOT_ASKED = KEPT | {None, Field.EVIDENCE}
"""What a heading may say, or not, of a column that nobody is asked about."""


AS_OTHER = frozenset({(Field.ACTION, Field.OWNER), (Field.TIMESCALE, Field.ACTION)})
"""What headings are read as against what they say, for what their cells hold: "Action" over initials."""


@frozen
class Draft:
    """A column: the cell of its heading, what the heading says, what its cells hold, and its field so far."""

    cell: Cell
    reading: Heading
    profile: ColumnProfile
    field: Field

    @property
    def column(self) -> int:
        return self.cell.column

    @property
    def quarter(self) -> QuarterName | None:
        return self.reading.quarter

    @property
    def is_inferred(self) -> bool:
        """Whether only the cells say what it is for: its heading says nothing, or something that is not asked for."""
        is_report = self.reading.is_update and self.field is not Field.OWNER
        is_headed = is_report or (self.field is Field.ACTION and self.reading.action_rank is not None)
        is_other = (self.reading.field, self.field) in AS_OTHER
        # What a heading calls a theme or a comment is no action by it.
        is_unsaid = self.reading.field in NOT_ASKED or (self.field is Field.ACTION and self.reading.action_rank is None)
        is_else = is_other or (self.reading.field is not self.field and is_unsaid)
        is_named = str(self.field) in self.reading.key.split()
        return self.field not in KEPT and is_else and not is_headed and not is_named

    def with_quarter(self, quarter: QuarterName | None) -> Draft:
        return replace(self, reading=replace(self.reading, quarter=quarter))


def of_field(drafts: Iterable[Draft], field: Field) -> list[Draft]:
    return [draft for draft in drafts if draft.field is field]
