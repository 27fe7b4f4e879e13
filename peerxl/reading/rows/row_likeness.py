"""Whether a row beside a table is like the table's own: it says an action, and who, when or how far as they do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set

from peerxl.model.layout import Field
from peerxl.model.status import DEFAULT_VOCABULARY, Vocabulary, says_nothing
from peerxl.reading.cells.cell_kinds import says_what_to_do
from peerxl.reading.cells.profile import is_progress
from peerxl.reading.cells.told_times import says_when
from peerxl.reading.columns.tracker_layout import TrackerLayout
from peerxl.text import one_line

Token = tuple[Field, str]
"""What a cell has that others of its column have too: an owner's words, the form of a ref, that it is a status."""
DATES = (Field.TIMESCALE, Field.ORIGINAL_TIMESCALE)
_DIGITS = re.compile(r"\d+")


def is_like_actions(layout: TrackerLayout, row: int, tokens: Set[Token], vocabulary: Vocabulary) -> bool:
    """Whether a row says an action, and in two columns at least what the table's own rows say there."""
    column = layout.column(Field.ACTION)
    words = layout.sheet.cell(row, column).text.split() if column else []
    return len(words) > 1 and len(tokens & set(list_tokens(layout, row, vocabulary))) >= 2


def list_tokens(layout: TrackerLayout, row: int, vocabulary: Vocabulary) -> Iterator[Token]:
    """What the cells of a row have that tells an action's row from another."""
    for use in layout.uses:
        text = one_line(layout.sheet.cell(row, use.heading.column).text).casefold()
        is_date = use.field in DATES and says_when(text)
        is_status = use.field is Field.STATUS and vocabulary.find(text) is not None
        if use.field is Field.OWNER and text:
            yield use.field, text
        elif use.field is Field.REF and text:
            yield use.field, _DIGITS.sub("9", text)
        elif text and (is_date or is_status):
            yield use.field, ""


def is_unlike_actions(layout: TrackerLayout, row: int) -> bool:
    """Whether a row is like none of those beneath it: no ref, date or status where nearly all have one.

    So are headings in another language, letters that number the columns, and what is to be written in each.
    """
    sheet = layout.sheet
    beneath = [each for each in sheet.filled_rows_after(row, LOOKED_AT) if is_full(layout, each)]
    filled = [use for use in layout.uses if sheet.cell(row, use.heading.column).text.strip()]
    action = layout.column(Field.ACTION)
    if len(beneath) < LEAST_BENEATH or (action and says_what_to_do(sheet.cell(row, action).text)):
        return False
    unlike = 0
    for use in filled:
        has_sign = SIGNS.get(use.field)
        if has_sign is None:
            continue
        signs = [has_sign(sheet.cell(each, use.heading.column).text) for each in beneath]
        if 5 * signs.count(True) >= 4 * len(signs):
            if has_sign(sheet.cell(row, use.heading.column).text):
                return False
            unlike += 1
    return unlike >= 2


def is_full(layout: TrackerLayout, row: int) -> bool:
    """Whether a row fills half of a table's columns, as notes beneath it do not."""
    filled = [use for use in layout.uses if layout.sheet.cell(row, use.heading.column).text.strip()]
    return 2 * len(filled) >= len(layout.uses)


LOOKED_AT, LEAST_BENEATH = 8, 3
SIGNS: Mapping[Field, Callable[[str], bool]] = {
    Field.REF: lambda text: _DIGITS.search(text) is not None,
    Field.TIMESCALE: says_when,
    Field.ORIGINAL_TIMESCALE: says_when,
    Field.RAISED: says_when,
    Field.STATUS: lambda text: is_progress(text, DEFAULT_VOCABULARY) and not says_nothing(text),
}
"""What nearly every cell of a column has."""
