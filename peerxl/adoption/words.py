"""The words of a tracker's cells as its master is to have them: the officers' own, line for line.

Marks of a web page go; a status that is merely spelled otherwise is written by the plan's word for it, and each of them
is told of (as the check of spellings finds it); a colour that stands for a status becomes its name. All else, what
cannot be read and what says more than the plan's word, stays as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from peerxl.adoption.colour import colour_words
from peerxl.documents.document import EntryValue
from peerxl.model.action import Action, Update
from peerxl.model.layout import Column, Field
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell, Value, shown
from peerxl.model.status import Vocabulary
from peerxl.text import has_markup, tidy


@dataclass(frozen=True, slots=True)
class Report:
    """A status or a comment that says something: its column, its cell, and its words for the master."""

    column: Column
    cell: Cell
    words: str


def reports(plan: ActionPlan, action: Action) -> Iterator[Report]:
    """An action's statuses and comments, each with the column it stands in."""
    columns = {column.number: column for column in plan.table_of(action).columns}
    colours = fills(plan) if any(update.status_fill for update in action.updates) else frozenset()
    for update in action.updates:
        status, comment = update.status_cell, update.comment_cell
        if status is not None and (words := status_words(update, colours, plan.settings.vocabulary)):
            yield Report(columns[status.column], status, words)
        if comment is not None and (words := own_words(comment)):
            yield Report(columns[comment.column], comment, words)
        if status is None and comment is not None and update.status:
            yield Report(replace(columns[comment.column], field=Field.STATUS), comment, update.status.word)


def status_words(update: Update, colours: frozenset[str], vocabulary: Vocabulary) -> str:
    """A status by the plan's word where it is merely spelled otherwise, else by the cell's own words or its colour."""
    if update.status_fill:
        return colour_words(update.status_fill, colours)
    # A plan without a column of statuses has some among its comments.
    if update.status and update.status_cell is None:
        return update.status.word
    # By the master's own words, which list one spelling of each, and not by the status as it was read before.
    status = vocabulary.find(update.status_text)
    if update.status and status and vocabulary.is_misspelled(update.status_text):
        return vocabulary.spell(update.status_text, status)
    return own_words(update.status_cell)


def fills(plan: ActionPlan) -> frozenset[str]:
    """The colours that stand for statuses."""
    return frozenset(update.status_fill for action in plan.actions for update in action.updates if update.status_fill)


def own_words(cell: Cell | None) -> str:
    """A cell's words as they were typed, less the marks of a web page."""
    if cell is None:
        return ""
    words = tidy(cell.text) if has_markup(cell.text) else cell.text
    # Cells come with the line ends of whatever program wrote them; Excel's own is a line feed.
    return words.replace("\r\n", "\n").replace("\r", "\n").strip()


def with_lines(text: str, cell: Cell | None) -> str:
    """A text that was read from the end of a cell, on the lines it stands on there."""
    lines = tidy(cell.text) if cell else ""
    return lines[len(lines) - len(text) :] if lines.replace("\n", " ").endswith(text) else text


def content_of(value: Value) -> EntryValue:
    """A value as a cell is to hold it: a day as a day, a number as a number, all else in words."""
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else shown(value)
    if isinstance(value, date | int | float):
        return value
    return shown(value).strip()
