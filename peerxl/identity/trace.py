"""An action as it was written down, to be looked for in a plan, and the result of that search."""

from __future__ import annotations

from dataclasses import dataclass

from peerxl.model.action import Action, name_on_sheet


@dataclass(frozen=True, slots=True)
class ActionTrace:
    """An action as it was when somebody wrote it down: its ref and words, where it stood, what else told it apart.

    ``word_rows`` and ``ref_rows`` are all the rows that then had its words, and its ref, as ``ActionIndex.rows_of``
    writes them: "5", or "5; 9". ``neighbours`` is what ``ActionIndex.neighbours_of`` made of its owners and the actions
    beside it. ``owners`` are the keys of its owners. ``new_timescale`` is the date that its own answer asks for, which
    the plan may have by now.

    What is None was not written down, and counts neither for an action nor against it.
    """

    ref: str
    words: str
    sheet: str = ""
    row: int = 0
    word_rows: str = ""
    ref_rows: str | None = None
    neighbours: str | None = None
    timescale: str | None = None
    new_timescale: str = ""
    owners: frozenset[str] | None = None

    @property
    def has_own_words(self) -> bool:
        """Whether no other action of its sheet had its words."""
        return rows_of_own_sheet(self.word_rows) == str(self.row)

    @property
    def has_own_ref(self) -> bool:
        """Whether it had a ref that no other action of its sheet is known to have had."""
        return bool(self.ref) and rows_of_own_sheet(self.ref_rows or "") == str(self.row)

    @property
    def shown_ref(self) -> str:
        """The ref as a form shows it: with its sheet, where an action of another sheet had it too."""
        return name_on_sheet(self.ref, self.sheet) if self.ref and is_on_several(self.ref_rows) else self.ref

    @property
    def name(self) -> str:
        """How to speak of the action: its ref, else where it stood."""
        return self.shown_ref or f"row {self.row}"


def is_on_several(rows: str | None) -> bool:
    """Whether rows, as ``ActionIndex.rows_of`` writes them, are of more than one sheet."""
    return "!" in (rows or "")


def rows_of_own_sheet(rows: str) -> str:
    """Those of such rows that are of the sheet itself: "5" of "5; Quay!5"."""
    return "; ".join(row for row in rows.split("; ") if not is_on_several(row))


@dataclass(frozen=True, slots=True)
class ActionMatch:
    """What a trace leads to: the action, with what is good to know of it, or None and why there is none.

    ``rule`` is the line of the table in ``find`` that decided; ``likely`` an action that it is most likely, though the
    words leave a doubt.
    """

    rule: str
    action: Action | None = None
    why: str = ""
    note: str = ""
    likely: Action | None = None
