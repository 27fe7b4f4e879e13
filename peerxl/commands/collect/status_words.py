"""What a status word counts as, remembered on the plan's own Statuses sheet: said once, it is known ever after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from peerxl.errors import PeerxlError
from peerxl.merge.acceptance import WordMeaning
from peerxl.merge.settlement import option
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell, Sheet
from peerxl.model.status import Vocabulary, status_key
from peerxl.reading.own_sheets.records import read_records
from peerxl.undo_log.step import LoggedCell, log_other_cell

SHEET, STATUS, SPELLINGS = "Statuses", "status", "also written as"


class StatusWordError(PeerxlError):
    """A status word of which nothing can be remembered on the Statuses sheet."""

    def __init__(self, source: str, text: str, why: str) -> None:
        super().__init__(f"{source}: {option(text)} cannot be remembered, and nothing was written: {why}.")


@dataclass(frozen=True, slots=True)
class LearntWords:
    """A plan that knows some words more, a sentence on each, and the cells of its workbook that are to say so.

    Each cell is as it was, with what it is to say.
    """

    plan: ActionPlan
    cells: tuple[tuple[Cell, str], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def values(self) -> Mapping[str, Mapping[str, str]]:
        """What to write, by sheet and cell."""
        by_sheet: dict[str, dict[str, str]] = {}
        for cell, words in self.cells:
            by_sheet.setdefault(cell.sheet, {})[cell.address] = words
        return by_sheet

    @property
    def logged(self) -> Iterator[LoggedCell]:
        """The cells as they can be taken back."""
        for cell, words in self.cells:
            yield log_other_cell(cell, words, name=SHEET, subject="other spellings")


def learn_words(plan: ActionPlan, sheets: Sequence[Sheet], meanings: Iterable[WordMeaning]) -> LearntWords:
    """The plan with what some words count as, each another way to write one of its statuses.

    Raises StatusWordError where the Statuses sheet has no such status, or no column for it.
    """
    learnt = LearntWords(plan)
    cells: dict[Cell, str] = {}
    for meaning in meanings:
        known = learnt.plan.settings.vocabulary.find(meaning.word)
        cell = find_cell(plan, sheets, meaning)
        if known and status_key(known.word) != status_key(meaning.status):
            raise StatusWordError(plan.source, meaning.text, f"{meaning.word!r} counts as {known.word!r} already")
        if known is None:
            before = cells.get(cell, cell.text).strip()
            cells[cell] = f"{before}; {meaning.word}" if before else meaning.word
            note = f"“{meaning.word}” counts as {meaning.status} from now on ({cell.sheet}!{cell.address})."
            learnt = replace(learnt, plan=with_word(learnt.plan, meaning), notes=(*learnt.notes, note))
    return replace(learnt, cells=tuple(cells.items()))


def find_cell(plan: ActionPlan, sheets: Sequence[Sheet], meaning: WordMeaning) -> Cell:
    """The cell for the other spellings of a status."""
    sheet = next((sheet for sheet in sheets if sheet.name.strip().casefold() == SHEET.casefold()), None)
    if sheet is None:
        why = (
            "the plan has no Statuses sheet; add one with the headings Status, Counts as and Also written as, and "
            f"under them a row for each status: {list_rows(plan)}"
        )
        raise StatusWordError(plan.source, meaning.text, why)
    rows = {status_key(row[STATUS].text): row for row in read_records(sheet, STATUS)}
    if not rows:
        why = f"the Statuses sheet has no status yet; write a row for each under its headings: {list_rows(plan)}"
        raise StatusWordError(plan.source, meaning.text, why)
    row = rows.get(status_key(meaning.status))
    if row is None:
        words = ", ".join(row[STATUS].text.strip() for row in rows.values())
        why = f"the Statuses sheet has no status {meaning.status!r}; its words are {words}"
        raise StatusWordError(plan.source, meaning.text, why)
    if SPELLINGS not in row:
        why = "the Statuses sheet has no column headed Also written as; add one"
        raise StatusWordError(plan.source, meaning.text, why)
    return row[SPELLINGS]


def list_rows(plan: ActionPlan) -> str:
    """What a Statuses sheet says of the words that the plan has without one: all of them, as it is the whole truth."""
    statuses = plan.settings.vocabulary.statuses
    return "; ".join(f"{status.word}, {'Open' if status.is_open else 'Closed'}" for status in statuses)


def with_word(plan: ActionPlan, meaning: WordMeaning) -> ActionPlan:
    """The plan with one spelling more of a status."""
    known = plan.settings.vocabulary
    statuses = tuple(
        replace(status, spellings=(*status.spellings, meaning.word))
        if status_key(status.word) == status_key(meaning.status)
        else status
        for status in known.statuses
    )
    unsettled = tuple(word for word in known.unsettled if status_key(word) != status_key(meaning.word))
    vocabulary = Vocabulary(statuses, unsettled, known.listed, known.is_own, known.is_partial)
    return replace(plan, settings=replace(plan.settings, vocabulary=vocabulary))
