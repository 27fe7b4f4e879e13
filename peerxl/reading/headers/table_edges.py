"""Where a table ends to the left and right: at an empty column beyond which other content begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from peerxl.model.layout import Field
from peerxl.model.sheet import Sheet, shown
from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.reading.cells.column_kinds import MOST
from peerxl.reading.cells.profile import FEW, profile_column
from peerxl.reading.headers.header_row import Header
from peerxl.reading.headings.cell_words import BENEATH, KEY_LINE, is_sum
from peerxl.reading.headings.rules import Heading

LAST_COLUMN = 16_384


def find_span(sheet: Sheet, header: Header, rows: Sequence[int]) -> range:
    """The columns of a header's table.

    It goes on over an empty column only where a heading beyond it is one that trackers have and the table has not yet,
    and to the left where what stands there begins its rows.
    """
    used = find_used_columns(sheet, header, rows)
    groups = split_groups(used)
    named = {column: heading for (cell, heading) in header.headed for column in [cell.column]}
    main = max(groups, key=lambda group: len([column for column in group if is_core(named.get(column))]), default=[])
    if not main:
        return range(1, LAST_COLUMN + 1)
    first, last = main[0], main[-1]
    has = {heading.field for column, heading in named.items() if column in main}
    for group in groups:
        if group is not main and heads_again(group, named, has):
            if group[0] > last:
                return range(first, group[0] - 1)
            continue
        # A key, a list for drop-downs or another table stands there.
        is_other = is_key(sheet, group, named, rows) and not goes_on(sheet, group, main, named, rows)
        if group[0] > last and (not is_part(group, named, has) or is_other):
            return range(first, group[0] - 1)
        if group[0] > last:
            last = group[-1]
        elif has_refs(group, named, has) or (
            not (is_other or names_again(group, named, has))
            and (is_part(group, named, has) or leads_rows(sheet, group, main, named, rows))
        ):
            first = min(first, group[0])
    return range(first, LAST_COLUMN + 1)


def find_last_own_row(sheet: Sheet, rows: Sequence[int]) -> int:
    """The last of a table's rows before a blank one with a key, a total or lone texts beneath; else the last of all.

    A total right beneath the last row of all is none of them.
    """
    for index, (above, row) in enumerate(pairwise(rows), 1):
        if row == above + 1:
            if row == rows[-1] and is_sum(next(iter(list_texts(sheet, row)), "")):
                return above
            continue
        if index >= FEW and all(len(list_texts(sheet, each)) == 1 for each in rows[index:]):
            return above
        first = next(iter(list_texts(sheet, row)), "")
        if BENEATH.match(first) or KEY_LINE.match(first):
            return above
    return rows[-1] if rows else len(sheet.rows)


def list_texts(sheet: Sheet, row: int) -> list[str]:
    """What stands in a row."""
    return [text for value in sheet.rows[row - 1] if (text := shown(value).strip())]


def find_used_columns(sheet: Sheet, header: Header, rows: Sequence[int]) -> list[int]:
    """The columns that have a heading or anything beneath."""
    headed = {cell.column for cell, _ in header.headed if cell.text.strip()}
    filled = [sheet.rows[row - 1] for row in rows]
    others = [column for column in range(1, max(map(len, filled), default=0) + 1) if column not in headed]
    beneath = {
        column
        for column in others
        if any(column <= len(values) and shown(values[column - 1]).strip() for values in filled)
    }
    charts = {column for calendar in header.calendars for column in calendar}
    return sorted(headed | beneath | charts)


def split_groups(columns: Sequence[int]) -> list[list[int]]:
    """The columns in groups with none missing inside."""
    groups: list[list[int]] = []
    for column in columns:
        if groups and column == groups[-1][-1] + 1:
            groups[-1].append(column)
        else:
            groups.append([column])
    return groups


CORE = frozenset({Field.ACTION, Field.OWNER, Field.TIMESCALE, Field.STATUS, Field.COMMENT, Field.ORIGINAL_TIMESCALE})


def is_core(heading: Heading | None) -> bool:
    """Whether a heading is one that only trackers have."""
    if heading is None:
        return False
    return heading.field in CORE or heading.is_update or (heading.action_rank is not None and heading.field is None)


def names_again(group: Sequence[int], named: dict[int, Heading], has: set[Field | None]) -> bool:
    """Whether columns head what the table has a column for already, as a list of its statuses does: "Owners"."""
    fields = {named[column].field for column in group if column in named}
    return not (fields - {None}).isdisjoint(has & CORE)


def has_refs(group: Sequence[int], named: dict[int, Heading], has: set[Field | None]) -> bool:
    """Whether columns before an empty one are the table's refs, which it has not yet."""
    fields = [named[column].field for column in group if column in named]
    return Field.REF in fields and Field.REF not in has


def leads_rows(
    sheet: Sheet, group: Sequence[int], main: Sequence[int], named: dict[int, Heading], rows: Sequence[int]
) -> bool:
    """Whether one or two columns with headings, before an empty one, begin the table's rows: most of them, and no more.

    What else stands to the left of a table, a key or names, has rows of its own.
    """
    if len(group) >= min(3, len(main)) or not named.keys() >= set(group):
        return False
    led = set(find_filled_rows(sheet, group, rows, 1))
    own = set(find_filled_rows(sheet, main, rows, min(2, len(main))))
    return len(own) >= FEW and len(own & led) >= MOST * len(own) and len(led - own) <= (1 - MOST) * len(own)


def is_key(sheet: Sheet, group: Sequence[int], named: dict[int, Heading], rows: Sequence[int]) -> bool:
    """Whether columns beyond an empty one list the words for a status, each once, as a key or a list for cells does."""
    statuses = [column for column in group if column in named and named[column].field is Field.STATUS]
    profiles = [profile_column(sheet, rows, column) for column in statuses]
    return any(
        profile.filled >= FEW and profile.share_distinct == 1 and profile.share_progress(DEFAULT_VOCABULARY) >= MOST
        for profile in profiles
    )


def goes_on(
    sheet: Sheet, group: Sequence[int], main: Sequence[int], named: dict[int, Heading], rows: Sequence[int]
) -> bool:
    """Whether columns beyond an empty one are filled in the table's rows, under a status and its comment.

    In all of them, or with a gap: a key has a word in each of its rows, from the first on, and says what each means.
    """
    fields = {named[column].field for column in group if column in named}
    has_status = any(column in named and named[column].field is Field.STATUS for column in main)
    if has_status or not {Field.STATUS, Field.COMMENT} <= fields:
        return False
    beyond, own = find_filled_rows(sheet, group, rows, 1), find_filled_rows(sheet, main, rows, min(2, len(main)))
    has_gap = set(beyond) < set(own) and beyond != own[: len(beyond)]
    return beyond == own or has_gap


def find_filled_rows(sheet: Sheet, columns: Sequence[int], rows: Sequence[int], least: int) -> list[int]:
    """The rows that say something in so many of some columns."""
    return [row for row in rows if sum(sheet.cell(row, column).text.strip() != "" for column in columns) >= least]


def heads_again(group: Sequence[int], named: dict[int, Heading], has: set[Field | None]) -> bool:
    """Whether columns beyond an empty one head actions, and two more of what the table has: another one like it."""
    headings = [named[column] for column in group if column in named]
    again = {heading.field for heading in headings if heading.quarter is None} & has & CORE
    names_actions = any(heading.field is Field.ACTION or heading.action_rank is not None for heading in headings)
    return names_actions and len(again - {Field.ACTION}) > 1


def is_part(group: Sequence[int], named: dict[int, Heading], has: set[Field | None]) -> bool:
    """Whether columns beyond an empty one are still the table's: they head something new that trackers have."""
    headings = [named[column] for column in group if column in named]
    return any(is_core(heading) and (heading.field not in has or heading.quarter is not None) for heading in headings)
