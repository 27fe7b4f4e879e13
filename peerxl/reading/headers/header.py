"""Where a tracker's headings stand, by what the whole sheet says.

A row of headings is texts, names fields, and is unlike what stands beneath it: no date over dates, no number over
numbers, no status above statuses. Nothing right above it is a row of the same table. Of several such rows the one that
names most fields counts, then the one with least beside them, then the upper. A header may stand in two rows: a band
above ("Quarter 1" over "Status" and "Comments"), or headings that continue below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache, partial

from peerxl.model.fiscal import YearConvention
from peerxl.model.sheet import Sheet, Value, shown
from peerxl.model.status import Vocabulary
from peerxl.reading.cells.column_kinds import are_instructions
from peerxl.reading.cells.profile import FEW, ColumnProfile, profile_column
from peerxl.reading.headers.header_bands import join_header
from peerxl.reading.headers.header_row import LEAST_KNOWN, Header, HeaderCandidate, read_header_row
from peerxl.reading.headers.other_tables import is_lone, list_other_tables

LAST_ROW = 1_048_576
FURTHEST_HEADER = 200
"""How many rows with something in them are looked at."""


LOOKED_AT = 30
"""How many rows beneath a header, or right above it, show what its table is like."""


def find_headers(
    sheet: Sheet, vocabulary: Vocabulary, years: YearConvention, before: int = LAST_ROW
) -> tuple[Header, ...]:
    """The headers of a sheet's trackers above a row, from the top down; none where no row is likely to be one.

    The best header is a tracker's, or the first row with nearly its words, which it repeats; another row is one too
    where it names nearly as much and in other words, or begins a table of its own after a blank row.
    """
    filled = [row for row in sheet.filled_rows[:FURTHEST_HEADER] if row < before]
    rows = (read_header_row(sheet, row, years) for row in filled)
    likely = [row for row in rows if row.is_likely]
    if not likely:
        rows = (read_header_row(sheet, row, years, reads_long=True) for row in filled[:LOOKED_AT])
        likely = [row for row in rows if row.is_likely]
    if not likely:
        rows = (read_header_row(sheet, row, years) for row in filled[:LOOKED_AT])
        likely = [row for row in rows if row.known and row.has_core and stands_over_tasks(sheet, row)][:1]
    unlike = [row for row in likely if is_unlike_its_table(sheet, row, vocabulary)]
    if not unlike:
        return ()
    parted = [row for row in likely if is_parted(sheet, row.row)]
    apart = sorted(unlike, key=lambda row: (stands_within(row, parted), row.rank))
    best = find_first(sorted(apart, key=lambda row: row.row), apart[0])
    others = [row for row in apart[1:] if row.is_rival_of(best)]
    others += find_part_above(apart, best, others)
    named = (best, *others)
    others += [row for row in likely if row not in named and begins_any(sheet, row, best, others, vocabulary)]
    starts = [row.row for row in (best, *others)]
    others += list_other_tables(sheet, starts, filled, vocabulary, years)
    others += [row for row in likely if row not in (best, *others) and begins_again(sheet, row, best, others)]
    headers: list[Header] = []
    for row in (best, *others):
        header = join_header(sheet, row, years)
        if all(header.first_row > other.last_row or header.last_row < other.first_row for other in headers):
            headers.append(header)
    return tuple(sorted(headers, key=lambda header: header.first_row))


def find_first(rows: Sequence[HeaderCandidate], best: HeaderCandidate) -> HeaderCandidate:
    """The first of the rows whose headings the best one's are, be it in several parts, one of them headed otherwise.

    Headings that stand again in the same words are those of parts; of two tables each has its own.
    """
    parts = [row for row in rows if row.row < best.row and best.heads_part_of(row)]
    are_parts = len(parts) > 1 and all(row.words == parts[0].words for row in parts)
    return parts[0] if are_parts else next(row for row in rows if row.repeats(best))


def stands_within(row: HeaderCandidate, parted: Sequence[HeaderCandidate]) -> bool:
    """Whether a row is of a part beneath headings that each part begins with, and so no headings whatever it names.

    ``parted`` are the rows that something parts from those above them.
    """
    firsts = [each for each in parted if each.row < row.row and len(each.words) >= LEAST_KNOWN]
    again = (each.words == first.words for first in firsts for each in parted if each is not first)
    return row not in parted and any(again)


def is_parted(sheet: Sheet, row: int) -> bool:
    """Whether a blank row or a title alone stands right above a row."""
    return row == 1 or not any(shown(value).strip() for value in sheet.rows[row - 2]) or is_lone(sheet, row - 1)


def find_part_above(
    rows: Iterable[HeaderCandidate], best: HeaderCandidate, others: Sequence[HeaderCandidate]
) -> list[HeaderCandidate]:
    """The first row above the best header that heads a part before its own, with another heading or other things.

    Each part that heads other things has its own words for them, and so is one.
    """
    above = sorted((row for row in rows if row.row < best.row and row not in others), key=lambda row: row.row)
    alike = [row for row in above if row.heads_actions_as(best)][:1]
    words = {row.words: row for row in reversed(above) if row.lists_as(best)}
    return alike + [row for row in words.values() if row not in alike]


def stands_over_tasks(sheet: Sheet, candidate: HeaderCandidate) -> bool:
    """Whether the cells beneath a heading that says nothing say what to do, so that one known heading is enough."""
    beneath = sheet.filled_rows_after(candidate.row, LOOKED_AT)
    unknown = [column for column, heading in candidate.headings.items() if not heading.is_known]
    profiles = (profile_column(sheet, beneath, column) for column in unknown)
    return any(cells.filled >= FEW and are_instructions(cells) for cells in profiles)


def begins_any(
    sheet: Sheet,
    candidate: HeaderCandidate,
    best: HeaderCandidate,
    others: Iterable[HeaderCandidate],
    vocabulary: Vocabulary,
) -> bool:
    """Whether a row heads a table of its own beside the best header's, or beneath that of another tracker."""
    above = [other for other in others if other.row < candidate.row]
    return any(begins_table(sheet, candidate, other, vocabulary) for other in (best, *above))


def begins_again(
    sheet: Sheet, candidate: HeaderCandidate, best: HeaderCandidate, others: Iterable[HeaderCandidate]
) -> bool:
    """Whether a row has the best header's words again, beneath the table of another thing."""
    is_beneath = any(best.row < other.row < candidate.row for other in others)
    return is_beneath and candidate.repeats(best) and is_after_gap(sheet, candidate.row)


def begins_table(sheet: Sheet, candidate: HeaderCandidate, best: HeaderCandidate, vocabulary: Vocabulary) -> bool:
    """Whether a row heads a table of its own above or beneath the best header's: it is parted from it by a blank row.

    It names what a tracker has, or beneath the best one what any table has: most of its headings are known, they are no
    row of its table, and no headings of the other's once more.
    """
    is_lower = candidate.row > best.row
    is_named = candidate.names_tracker or (is_lower and heads_other(sheet, candidate, best, vocabulary))
    if not is_named or not is_after_gap(sheet, candidate.row if is_lower else best.row):
        return False
    if candidate.repeats(best) or candidate.words == best.words or (is_lower and candidate.heads_part_of(best)):
        return False
    rows = sheet.filled_rows_after(candidate.row, LOOKED_AT)
    beneath = [row for row in rows if is_lower or row < best.row]
    profile_of = cache(partial(profile_column, sheet, beneath))
    return bool(beneath) and likeness(sheet, candidate.row, candidate.headings, profile_of, vocabulary) < 1


def heads_other(sheet: Sheet, candidate: HeaderCandidate, best: HeaderCandidate, vocabulary: Vocabulary) -> bool:
    """Whether a row heads a table of other things, as a key or a list of decisions: no cell of it is a status.

    Most of its headings are known, or one is again what the best header has over that column: "ID", and then "Depends
    on".
    """
    values = [sheet.value(candidate.row, column) for column in candidate.headings]
    return (
        (candidate.are_mostly_known or not candidate.words.isdisjoint(best.words))
        and len(values) >= LEAST_OTHER
        and not any(has_kind(each, vocabulary) for each in values)
    )


LEAST_OTHER = 3


def is_after_gap(sheet: Sheet, row: int) -> bool:
    """Whether a blank row stands right above, or above the one cell of a title."""
    filled = set(sheet.filled_rows)
    is_titled = row - 1 in filled and is_lone(sheet, row - 1)
    return row > 1 and (row - 1 - is_titled) not in filled


def find_end_above(sheet: Sheet, header: Header) -> int:
    """The last row of what stands above a header: titles of its own belong to it, where a blank row is above them."""
    filled = [row for row in sheet.filled_rows if row < header.first_row]
    own = len(filled)
    while own and is_lone(sheet, filled[own - 1]):
        own -= 1
    last = filled[own - 1] if own else 0
    for row in filled[own:]:
        if row > last + 1:
            return last
        last = row
    return header.first_row - 1


def header_at(sheet: Sheet, row: int, years: YearConvention) -> Header:
    """The header that somebody says stands in a row."""
    return join_header(sheet, read_header_row(sheet, row, years, is_settled=True), years)


def guess_header(sheet: Sheet, columns: Iterable[int], years: YearConvention) -> Header:
    """The first row with a text in each of the columns that are settled by hand, else the first of the sheet."""
    wanted = list(columns)
    texts = (row for row in sheet.filled_rows if all(isinstance(sheet.value(row, column), str) for column in wanted))
    return header_at(sheet, next(texts, next(iter(sheet.filled_rows), 1)), years)


def is_unlike_its_table(sheet: Sheet, candidate: HeaderCandidate, vocabulary: Vocabulary) -> bool:
    """Whether a row stands out from what is beneath it, and nothing right above it is a row of the same table."""
    beneath = sheet.filled_rows_after(candidate.row, LOOKED_AT)
    columns, profile_of = candidate.headings, cache(partial(profile_column, sheet, beneath))
    if likeness(sheet, candidate.row, columns, profile_of, vocabulary) >= 1:
        return False
    if not beneath and stands_in_table(sheet, candidate.row, candidate.headings):
        return False
    above = range(max(1, candidate.row - LOOKED_AT), candidate.row)
    return not any(likeness(sheet, row, columns, profile_of, vocabulary) >= 2 for row in above)


def stands_in_table(sheet: Sheet, row: int, columns: Iterable[int]) -> bool:
    """Whether a row goes on with a table that began above it: two rows right above have all of its columns too."""
    above = range(row - LEAST_ROWS, row)
    return above.start >= 1 and all(sheet.value(each, column) is not None for column in columns for each in above)


LEAST_ROWS = 2


def likeness(
    sheet: Sheet, row: int, columns: Iterable[int], profile_of: Callable[[int], ColumnProfile], vocabulary: Vocabulary
) -> int:
    """How many cells of a row are what the cells beneath are: a date among dates, a status among statuses."""
    # Most cells are words of no kind, and of those nobody asks what stands beneath.
    kinds = [(column, value) for column in columns if has_kind(value := sheet.value(row, column), vocabulary)]
    return len([column for column, value in kinds if is_of_a_kind(value, profile_of(column), vocabulary)])


def has_kind(value: Value, vocabulary: Vocabulary) -> bool:
    """Whether a cell is a date, a number or a status."""
    if isinstance(value, str):
        return value.strip() != "" and vocabulary.find(value) is not None
    return isinstance(value, date | int | float)


def is_of_a_kind(value: Value, profile: ColumnProfile, vocabulary: Vocabulary) -> bool:
    if not profile.filled:
        return False
    if isinstance(value, date):
        return profile.are_dates
    if isinstance(value, int | float):
        return profile.are_numbers
    return profile.is_short and profile.share_known(vocabulary) >= 0.5
