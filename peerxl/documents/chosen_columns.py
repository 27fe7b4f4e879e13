"""The columns that a council has chosen for its list of actions, by the names that its plan or the paper has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from peerxl.documents.appendix_columns import (
    ACTION,
    COMMENT,
    DELAY,
    EVIDENCE,
    FIRST_DATE,
    IMPACT_SEEN,
    NOT_GIVEN,
    OWNER,
    RECOMMENDATION,
    REF,
    STATUS,
    THEME,
    TIMESCALE,
    WHY,
    ColumnKind,
    find_heading,
)
from peerxl.documents.document import TableEntry
from peerxl.errors import PeerxlError
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import KEPT
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell
from peerxl.text import one_line

KINDS = {
    "Theme": THEME,
    "Recommendation": RECOMMENDATION,
    "Ref": REF,
    "Action": ACTION,
    "Timescale": TIMESCALE,
    "First date": FIRST_DATE,
    "Owner": OWNER,
    "Status": STATUS,
    "Comments": COMMENT,
    "Why it is here": WHY,
    "How late": DELAY,
    "Evidence": EVIDENCE,
    "Impact": IMPACT_SEEN,
}
"""What a council may choose in any plan; the plan's own headings are names for the same, and for what stands beside."""


class AppendixColumnError(PeerxlError):
    """The settings name a column for the appendix that there is not."""

    def __init__(self, path: object, name: str, known: Iterable[str]) -> None:
        super().__init__(
            f"{path}: the setting Appendix columns names {name!r}, which is no column; name on the Settings sheet "
            f"some of {', '.join(known)}."
        )


def choose_columns(plan: ActionPlan, quarter: FiscalQuarter, kinds: Sequence[ColumnKind]) -> tuple[ColumnKind, ...]:
    """The columns that the settings name, in their order, else those of the layout.

    Raises AppendixColumnError for a name that is no column's.
    """
    names = plan.settings.appendix_columns
    if not names:
        return tuple(kinds)
    known = dict(list_known(plan, quarter))
    for name in names:
        if name.casefold() not in known:
            raise AppendixColumnError(plan.source, name, (*KINDS, *(kind.heading for kind in list_beside(plan))))
    return tuple(dict.fromkeys(known[name.casefold()] for name in names))


def list_known(plan: ActionPlan, quarter: FiscalQuarter) -> Iterator[tuple[str, ColumnKind]]:
    """Every name of a column, in small letters; where two have one, the last counts."""
    for kind in list_beside(plan):
        yield kind.heading.casefold(), kind
    for name, kind in KINDS.items():
        if kind.field and (own := find_heading(plan, kind.field, quarter)):
            yield own.casefold(), kind
        yield kind.heading.format(quarter=quarter.number).casefold(), kind
        yield name.casefold(), kind


def list_beside(plan: ActionPlan) -> Iterator[ColumnKind]:
    """The plan's columns that stand beside, which no layout shows."""
    for table in plan.tables:
        for column in table.columns:
            if column.field in KEPT and (heading := one_line(column.heading.text)):
                yield ColumnKind(heading, partial(describe_beside, column.heading))


def describe_beside(heading: Cell, action: Action, quarter: FiscalQuarter) -> TableEntry:
    """What stands in a column beside."""
    cells = tuple(cell for its_heading, cell in action.extras if its_heading == heading and cell.text.strip())
    return TableEntry("\n".join(cell.text.strip() for cell in cells) or NOT_GIVEN, sources=cells)
