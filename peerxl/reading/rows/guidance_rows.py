"""Rows that say how a plan is filled in: guidance under the headings, examples, and places for an action."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from peerxl.model.layout import Field
from peerxl.model.sheet import Cell
from peerxl.reading.cells.profile import is_unnamed
from peerxl.reading.headings.cell_words import (
    ASKS_FOR_MORE,
    ASKS_FOR_ONE,
    EXAMPLE,
    EXAMPLE_OF,
    asks_for_name,
    begins_as_guidance,
)
from peerxl.reading.headings.key import heading_key
from peerxl.reading.headings.words import PLAIN
from peerxl.reading.rows.body_row import RowsAbove, SheetRow, is_number
from peerxl.reading.rows.row_likeness import is_unlike_actions


def is_guidance(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row right under the headings says what stands in each column, or is an example of it."""
    if above.actions:
        return False
    layout, filled = row.layout, row.filled
    fields = {use.heading.column: use.field for use in layout.uses}
    if any(EXAMPLE.match(cell.text) for cell in filled if fields.get(cell.column) in (Field.REF, None)):
        return True
    if any(isinstance(layout.sheet.value(cell.row, cell.column), date) for cell in filled):
        return False
    if is_unlike_actions(layout, row.number) or asks_alike(filled):
        return True
    if restates_headings(row):
        return True
    beside = [cell for cell in filled if fields.get(cell.column) is not Field.ACTION]
    # Where the action is a question too, those beside it ask what is to be written there.
    is_asking = row.text(Field.ACTION)[-1:] in ("", "?")
    guiding = [cell for cell in beside if is_guiding(cell.text.strip(), is_asking)]
    return len(guiding) >= max(2, len(beside) / 3)


def is_guiding(text: str, is_asking: bool) -> bool:
    """Whether a cell says what is to be written there, or asks it in a row of questions."""
    return begins_as_guidance(text) or (is_asking and text.endswith("?"))


def is_example_or_blank_form(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row says that it is an example, or asks for an action: "EXAMPLE: …", "[Insert action]", "Task name"."""
    action = row.text(Field.ACTION)
    if EXAMPLE_OF.match(action):
        return True
    is_asked = is_unnamed(action) or ASKS_FOR_MORE.fullmatch(action) or asks_for_name(action)
    is_replaced = is_bracketed(action)
    if not is_asked and not is_replaced:
        return False
    asked = (row.text(Field.OWNER), row.text(Field.TIMESCALE))
    is_owned = any(text and not is_bracketed(text) for text in asked)
    if is_replaced:
        words = [cell.text for cell in row.filled if not is_number(cell.text)]
        return not is_owned and (
            (len(words) > 1 and all(map(is_bracketed, words))) or ASKS_FOR_ONE.match(action) is not None
        )
    return not is_owned


def is_bracketed(text: str) -> bool:
    """Whether all of a text stands in square or pointed brackets, as what is to be replaced does."""
    text = text.strip()
    return len(text) > 2 and text[0] + text[-1] in ("[]", "<>")


def restates_headings(row: SheetRow) -> bool:
    """Whether most cells of a row say again what they stand under ("Reference No"), or what to write there."""
    keys = {use.heading.column: frozenset(heading_key(use.heading.text).split()) for use in row.layout.uses}
    again = [
        cell
        for cell in row.filled
        if begins_as_guidance(cell.text.strip()) or not_plain(keys.get(cell.column, frozenset())) & words_of(cell)
    ]
    return len(again) >= LEAST_RESTATED and 3 * len(again) >= 2 * len(row.filled)


LEAST_RESTATED = 4


def words_of(cell: Cell) -> frozenset[str]:
    return frozenset(heading_key(cell.text).split())


def not_plain(words: frozenset[str]) -> frozenset[str]:
    """The words of a heading that name something."""
    return words - PLAIN


def asks_alike(filled: Sequence[Cell]) -> bool:
    """Whether half of a row's cells, three at least, begin with one word: "Identify the lead", "Identify the date"."""
    texts = (cell.text.lstrip(BULLETS) for cell in filled)
    # What only counts the items of a list ("i)", "1.") is no word.
    first = Counter(words[0].casefold() for text in texts if len(words := text.split()) > 2 and is_word(words[0]))
    most = max(first.values(), default=0)
    return most >= max(LEAST_ALIKE, len(filled) / 2)


def is_word(text: str) -> bool:
    return text.rstrip(",:").isalpha() and len(text) > 1


LEAST_ALIKE = 3
BULLETS = " \t\n-–—•·*○●▪"
"""What lines of a list begin with, whatever they say."""
