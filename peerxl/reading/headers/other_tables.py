"""Rows that head another thing beneath a table: "Decision | Choice | Date | Rationale" under a title or a blank row.

Such headings need not be those of a tracker. They are short words without a figure, no cell of them is what the table
has in that column, and what stands beneath stays within them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from peerxl.language.owners import is_plainly_owner
from peerxl.model.fiscal import YearConvention
from peerxl.model.sheet import Sheet, shown
from peerxl.model.status import Vocabulary
from peerxl.reading.cells.cell_kinds import is_code, is_contact, says_what_to_do
from peerxl.reading.cells.column_kinds import MOST, are_owners, are_refs
from peerxl.reading.cells.profile import ColumnProfile, is_progress, profile_column
from peerxl.reading.cells.told_times import says_when
from peerxl.reading.headers.header_row import HeaderCandidate, read_header_row

LEAST_HEADINGS, LEAST_ROWS = 3, 2
LONGEST, MOST_WORDS = 40, 5
"""How many letters and words a heading of such a table has at most."""


def list_other_tables(
    sheet: Sheet, starts: Iterable[int], rows: Sequence[int], vocabulary: Vocabulary, years: YearConvention
) -> Iterator[HeaderCandidate]:
    """Those of some rows that head another thing, beneath a blank row or a title, under a table that starts above."""
    first = frozenset(starts)
    above: list[int] | None = None  # the rows of the table so far
    for before, number in pairwise((0, *rows)):
        if number in first:
            above = []
            continue
        is_titled = is_lone(sheet, before)
        if above and (is_titled or before < number - 1):
            row = read_header_row(sheet, number, years)
            own = above[:-1] if is_titled else above
            # A title that a blank row parts from the table is one sign more.
            is_apart = is_titled and before - 1 not in above
            if heads_other_things(sheet, row, own, vocabulary, is_apart):
                above = []
                yield row
                continue
        if above is not None:
            above.append(number)


def is_lone(sheet: Sheet, row: int) -> bool:
    """Whether one cell of a row says something."""
    return row > 0 and sum(shown(value).strip() != "" for value in sheet.rows[row - 1]) == 1


def heads_other_things(
    sheet: Sheet, row: HeaderCandidate, above: Sequence[int], vocabulary: Vocabulary, is_apart: bool
) -> bool:
    """Whether a row heads another thing than the rows above it are, the last of its table.

    None of the rows beneath is like those of the table again: it goes on after all.
    """
    texts = {column: shown(sheet.value(row.row, column)).strip() for column in row.headings}
    if len(above) < LEAST_ROWS or len(texts) < LEAST_HEADINGS or not all(map(may_head, texts.values())):
        return False
    kinds = find_kinds(sheet, above, vocabulary)
    told = [column for column, is_alike in kinds.items() if column in texts and not is_alike(texts[column])]
    if any(is_alike(texts[column]) for column, is_alike in kinds.items() if column in texts):
        return False
    beneath = sheet.filled_rows_after(row.row)
    own = [number for index, number in enumerate(beneath, 1) if number == row.row + index]
    known = len([column for column, heading in row.headings.items() if heading.is_known and is_brief(texts[column])])
    if not told or known + len(told) + is_apart < LEAST_SIGNS or not (known > 1 or stands_over_kind(sheet, own, texts)):
        return False
    are_within = all(texts.keys() >= set(list_columns(sheet, number)) for number in own)
    fewest = min(2, len(kinds))
    return bool(own) and are_within and all(count_alike(sheet, number, kinds) < fewest for number in beneath)


def is_brief(text: str) -> bool:
    """Whether words are as few as nearly all headings have that are known: "When it is paid" is no heading."""
    return len(text.split()) <= MOST_KNOWN_WORDS


MOST_KNOWN_WORDS = 3


def stands_over_kind(sheet: Sheet, rows: Sequence[int], texts: Mapping[int, str]) -> bool:
    """Whether a column beneath a row has dates, numbers, refs or addresses of mail, where the row has none."""
    cells = [cells for column in texts if (cells := profile_column(sheet, rows, column)).filled]
    return any(
        each.are_dates or each.are_numbers or are_refs(each) or all(map(is_contact, each.texts)) for each in cells
    )


LEAST_SIGNS = 3
"""How many signs show that a row is of headings: cells known as such, cells of another kind, a title that is apart."""


def may_head(text: str) -> bool:
    """Whether a text may head a column: a few words, without a figure, that are no sentence and tell nobody to act."""
    is_short = len(text) <= LONGEST and len(text.split()) <= MOST_WORDS and not text.endswith(".")
    return is_short and not any(map(str.isdigit, text)) and not says_what_to_do(text)


IsAlike = Callable[[str], bool]


def find_kinds(sheet: Sheet, rows: Sequence[int], vocabulary: Vocabulary) -> dict[int, IsAlike]:
    """The columns of a table whose cells are of a kind, each with what tells whether a cell is of it."""
    width = max((len(sheet.rows[row - 1]) for row in rows), default=0)
    profiles = {column: profile_column(sheet, rows, column) for column in range(1, width + 1)}
    kinds = {column: find_kind(cells, vocabulary) for column, cells in profiles.items() if cells.filled >= LEAST_ROWS}
    return {column: is_alike for column, is_alike in kinds.items() if is_alike is not None}


def find_kind(cells: ColumnProfile, vocabulary: Vocabulary) -> IsAlike | None:
    """What tells whether a text is of the kind that most cells of a column are; None where they are of none."""
    if cells.share_progress(vocabulary) >= MOST:
        return lambda text: is_progress(text, vocabulary)
    if cells.are_numbers or are_refs(cells):
        return lambda text: text.isdecimal() or is_code(text)
    if cells.share_timescales >= MOST:
        return says_when
    return is_plainly_owner if are_owners(cells) else None


def count_alike(sheet: Sheet, row: int, kinds: dict[int, IsAlike]) -> int:
    """How many cells of a row are of the kind of their columns."""
    texts = {column: shown(sheet.value(row, column)).strip() for column in kinds}
    return len([column for column, text in texts.items() if text and kinds[column](text)])


def list_columns(sheet: Sheet, row: int) -> list[int]:
    return [column for column, value in enumerate(sheet.rows[row - 1], 1) if shown(value).strip()]
