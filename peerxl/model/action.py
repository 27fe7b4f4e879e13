"""An action as read: its owners, its timescale and what was reported of it, each value with its cell."""

from __future__ import annotations

from functools import lru_cache

from peerxl.frozen import frozen
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.owner import Owner
from peerxl.model.sheet import Cell, is_error
from peerxl.model.status import Status, says_nothing
from peerxl.model.timescale import Timescale

LONGEST_STATUS = 5
"""How many words a status has; a cell with more tells of it."""


@frozen
class Update:
    """What an owner reported for a quarter: a status and a comment, each with the cell's own words.

    ``status`` is None where the cell is blank and where its words are not in the vocabulary: ``status_text`` tells
    which. Of a plan without a column of statuses it is that of a comment that is a status and no more. ``status_fill``
    is the colour of a blank status cell (six hexadecimal digits) in a column that has colours and no words. ``story``
    is what a status cell tells after its word: "report sent" of "Completed – report sent"; ``own_words`` are the cell's
    where the status would not say all of them: "Delayed", which counts as in progress, and "Completed 28 October".
    ``quarter`` is None where neither the heading, the title nor an option says it.
    """

    quarter: FiscalQuarter | None
    status: Status | None = None
    status_cell: Cell | None = None
    comment: str = ""
    comment_cell: Cell | None = None
    status_fill: str = ""
    story: str = ""
    own_words: str = ""

    @property
    def status_text(self) -> str:
        """The status cell's own words; none where it shows an error, which is no status."""
        return self.status_cell.text if self.status_cell and not is_error(self.status_cell.text) else ""

    @property
    def has_status(self) -> bool:
        """Whether the status cell says anything: a dash or "TBC" does not."""
        return self.status is not None or not says_nothing(self.status_text)

    @property
    def has_comment(self) -> bool:
        """Whether the comment says anything: a dash or "No update" does not."""
        return not says_nothing(self.comment)


# A plan says the same few statuses in every row.
@lru_cache(maxsize=1024)
def count_words(text: str) -> int:
    return len(text.split())


def name_on_sheet(name: str, sheet: str) -> str:
    """How to speak of one of several actions that share a name, each on a sheet of its own."""
    return f"{name} ({sheet})"


@frozen
class Action:
    """Something a council said it would do: one row of its plan.

    Values are tidied; ``cell`` gives the cell a field was read from with its own words, which for a carried-down
    theme or owner is the cell above. ``owners`` has the lead first and supporters last. ``updates`` are in order of
    quarter, those of an unknown quarter last. ``cells`` are those of ``fields``, one by one, which all actions of a
    table share; of several columns of owners the first is the field's. ``extras`` are what stands beside: each cell
    with that of its heading, which may be blank. ``original_timescale`` is that of its own column, or what the record
    tells where a command has asked it; ``earlier_timescale`` is what its words say it replaced: "(was Q2 23/24)".
    ``has_namesake`` says whether an action on another sheet of the plan has its ref too, or its row where it has none.
    ``overall`` is the status of a column that is of no quarter beside those of quarters: it holds until one says more.
    """

    sheet: str
    row: int
    text: str
    timescale: Timescale
    ref: str = ""
    theme: str = ""
    recommendation: str = ""
    original_timescale: Timescale | None = None
    earlier_timescale: Timescale | None = None
    owners: tuple[Owner, ...] = ()
    updates: tuple[Update, ...] = ()
    evidence: str = ""
    extras: tuple[tuple[Cell, Cell], ...] = ()
    fields: tuple[Field, ...] = ()
    cells: tuple[Cell, ...] = ()
    has_namesake: bool = False
    overall: Update | None = None

    def cell(self, field: Field) -> Cell | None:
        """The cell a field was read from; None where the plan has no such column."""
        return self.cells[self.fields.index(field)] if field in self.fields else None

    @property
    def all_cells(self) -> tuple[Cell, ...]:
        """Every cell the action was read from, but for the extras."""
        reported = [cell for update in self.updates for cell in (update.status_cell, update.comment_cell) if cell]
        return (*self.cells, *reported)

    @property
    def shown_ref(self) -> str:
        """The ref, with its sheet where another sheet of the plan has it too: "A1 (Roads)"."""
        return name_on_sheet(self.ref, self.sheet) if self.ref and self.has_namesake else self.ref

    @property
    def name(self) -> str:
        """How to speak of the action: its ref, else where it stands."""
        row = f"row {self.row}"
        return self.shown_ref or (name_on_sheet(row, self.sheet) if self.has_namesake else row)

    @property
    def asked(self) -> tuple[Owner, ...]:
        """The owners who answer for the action: all but supporters."""
        return tuple(owner for owner in self.owners if not owner.is_supporter)

    def update(self, quarter: FiscalQuarter | None) -> Update:
        """What was reported for a quarter; an empty update where there is none."""
        # A plan has one of each quarter, most often the very same that is asked for; to compare others takes longer.
        for update in self.updates:
            if update.quarter is quarter:
                return update
        return next((update for update in self.updates if update.quarter == quarter), None) or Update(quarter)

    def updates_until(self, quarter: FiscalQuarter | None) -> tuple[Update, ...]:
        """What was reported up to and including a quarter, for None all of it; the status of no quarter comes first."""
        overall = (self.overall,) if self.overall else ()
        if quarter is None:
            return (*overall, *self.updates)
        # What is of an unknown quarter may well be of this one, so it counts.
        return (*overall, *(each for each in self.updates if each.quarter is None or each.quarter <= quarter))

    @property
    def counted_updates(self) -> tuple[Update, ...]:
        """Its updates, and the status of no quarter only where no quarter says more."""
        overall = (self.overall,) if self.overall and self.overall is self.latest_update(None) else ()
        return (*self.updates, *overall)

    def latest_update(self, quarter: FiscalQuarter | None) -> Update | None:
        """The last update up to a quarter whose status is not blank.

        Where none of a quarter has one that is known, the status of no quarter holds.
        """
        latest = None
        for update in reversed(self.updates):
            if update.has_status and (quarter is None or update.quarter is None or update.quarter <= quarter):
                latest = latest or update
                if update.status or not (self.overall and self.overall.status):
                    return latest
        return self.overall or latest

    def standing_update(self, quarter: FiscalQuarter | None) -> Update:
        """The update that says how the action stands at a quarter.

        It is the quarter's own; where that has no status and the action is closed already, the one that closed it.
        """
        update, latest = self.update(quarter), self.latest_update(quarter)
        is_told = update.has_status and latest is not self.overall
        if is_told or latest is None or latest.status is None or latest.status.is_open:
            return update
        return latest

    def last_update_before(self, quarter: FiscalQuarter) -> Update | None:
        """The last update for an earlier quarter that says anything, else the status of no quarter."""
        earlier = (update for update in reversed(self.updates) if update.quarter and update.quarter < quarter)
        return next((update for update in earlier if update.has_status or update.comment), self.overall)

    def comment_is_repeated(self, quarter: FiscalQuarter) -> bool:
        """Whether a quarter's comment is the last one's, whatever the spacing and case."""
        # The last that said anything, which need not be of the quarter before.
        comment = self.update(quarter).comment
        last = self.last_update_before(quarter) if comment else None
        # Most are told from the last one by their first letter.
        if last is None or comment.lstrip()[:1].casefold()[:1] != last.comment.lstrip()[:1].casefold()[:1]:
            return False
        return comment.casefold().split() == last.comment.casefold().split()

    def status(self, quarter: FiscalQuarter | None) -> Status | None:
        """The latest status up to a quarter; None where there is none or its word is not known."""
        update = self.latest_update(quarter)
        return update.status if update else None

    def is_open(self, quarter: FiscalQuarter | None) -> bool:
        """Whether the action still has to be done: no status, or an unknown one, counts as open."""
        return leaves_open(self.latest_update(quarter))


def leaves_open(latest: Update | None) -> bool:
    """Whether an action whose latest update that is still has to be done."""
    return latest is None or latest.status is None or latest.status.is_open
