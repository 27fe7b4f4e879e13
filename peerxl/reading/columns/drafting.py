"""What each column of a tracker is for: by its heading and by what its cells hold, or by a choice made by hand.

A heading proposes a field; cells that cannot be of that field deny it (a column of dates is no status); of several
columns for one field the plainest heading, then the fuller column, is it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from peerxl.model.layout import Field
from peerxl.model.sheet import Cell, Sheet, Value, shown
from peerxl.model.status import DEFAULT_VOCABULARY, Vocabulary
from peerxl.reading.cells.profile import profile_column
from peerxl.reading.columns.action_column import choose_action_column
from peerxl.reading.columns.column_choice import (
    Pairs,
    keep_one_of_each,
    list_beside,
    split_months,
    split_sequences,
)
from peerxl.reading.columns.dated_columns import (
    is_current,
    is_first_agreed,
    place_bare_dates,
    place_current_dates,
    place_lone_original,
    place_planned_dates,
    split_closing_dates,
    split_original_dates,
    split_revisions,
)
from peerxl.reading.columns.done_dates import place_done_dates
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.columns.field_proposals import SENTENCE, propose_field
from peerxl.reading.columns.ranked_columns import list_stand_ins
from peerxl.reading.columns.tracker_layout import HeadedColumn, TrackerLayout, fold_case, has_words
from peerxl.reading.columns.unnamed_columns import name_columns
from peerxl.reading.columns.updates import resolve_updates
from peerxl.reading.headers.header_row import Header
from peerxl.reading.headers.table_edges import find_span
from peerxl.reading.headings.quarter_names import PREVIOUS, QuarterName
from peerxl.reading.headings.rules import Heading


def draft_columns(
    sheet: Sheet, vocabulary: Vocabulary, header: Header, last_row: int, chosen: Mapping[Field, int]
) -> list[Draft]:
    """Every column of a header's table with the field that its heading and its cells agree on."""
    rows = [row for row in sheet.filled_rows_after(header.last_row) if row <= last_row]
    span = find_span(sheet, header, rows)
    rows = drop_notes(sheet, header, drop_headings_again(sheet, header, drop_titles(sheet, header, rows)))
    rows = drop_lone(sheet, header, rows)
    headed = [
        (cell, heading)
        for cell, heading in add_chosen(sheet, header, chosen)
        if cell.column in span or cell.column in chosen.values()
    ]
    drafts = [
        Draft(cell, heading, profile := profile_column(sheet, rows, cell.column), propose_field(heading, profile))
        for cell, heading in headed
    ]
    drafts = [apply_choice(draft, chosen) for draft in drop_marked(resolve_updates(drafts, vocabulary))]
    drafts = place_current_dates(place_bare_dates(choose_action_column(drafts, chosen), chosen))
    drafts = place_planned_dates(drafts)
    return name_columns(drafts, vocabulary, chosen)


def drop_titles(sheet: Sheet, header: Header, rows: list[int]) -> list[int]:
    """The rows without those whose words are merged over half of the headed columns, which say nothing of any."""
    least = max(2, len(header.headed) / 2)
    titles = {
        block.first_row
        for block in sheet.merged
        if block.first_row == block.last_row and block.last_column - block.first_column + 1 >= least
    }
    return [row for row in rows if row not in titles] if titles else rows


def drop_lone(sheet: Sheet, header: Header, rows: list[int]) -> list[int]:
    """The rows without those of one cell, where they are few: a part's title or a total says nothing of its column."""
    columns = [cell.column for cell, _ in header.headed if cell.text.strip()]
    told = [row for row in rows if not says_little(sheet.rows[row - 1], columns)]
    return told if len(columns) > 2 and 3 * len(told) >= 2 * len(rows) else rows


def says_little(values: Sequence[Value], columns: Sequence[int]) -> bool:
    """Whether a row says something in one of some columns at most; of most rows the first few are looked at."""
    told = (column for column in columns if column <= len(values) and values[column - 1] is not None)
    told = (column for column in told if shown(values[column - 1]).strip())
    return next(told, None) is None or next(told, None) is None


def drop_notes(sheet: Sheet, header: Header, rows: list[int]) -> list[int]:
    """The rows without the last whose only words are a sentence in the first column, where no actions stand: a key."""
    cell, heading = min(header.headed, key=lambda pair: pair[0].column, default=(None, None))
    if cell is None or heading is None or heading.field is Field.ACTION or heading.action_rank is not None:
        return rows

    def is_note(row: int) -> bool:
        told = [column for column, value in enumerate(sheet.rows[row - 1], 1) if value is not None]
        return told == [cell.column] and len(sheet.cell(row, cell.column).text.split()) >= SENTENCE

    last = next((index for index in range(len(rows), 0, -1) if not is_note(rows[index - 1])), 0)
    return rows[:last] if last > 1 else rows


def drop_headings_again(sheet: Sheet, header: Header, rows: list[int]) -> list[int]:
    """The rows without those that say the headings again, but for one in five of them: a part may be named by one."""
    headings = [(cell.column, fold_case(cell.text)) for cell, _ in header.headed if cell.text.strip()]
    most = len(headings) // 5

    def is_again(row: int) -> bool:
        values, differing = sheet.rows[row - 1], 0
        for column, text in headings:
            value = values[column - 1] if column <= len(values) else None
            if not (isinstance(value, str) and has_words(value, text)):
                differing += 1
                # Most rows are told from headings by their first few cells.
                if differing > most:
                    return False
        return len(headings) > 1

    return [row for row in rows if not is_again(row)]


def draft_bare(sheet: Sheet, header: Header, last_row: int) -> list[Draft]:
    """The columns of a header's table that have cells and no heading: of no field, but one may hold the actions.

    A cell alone in its row is a part's title, and says nothing of what the column holds.
    """
    rows = [row for row in sheet.filled_rows_after(header.last_row) if row <= last_row]
    rows = [row for row in rows if sum(value is not None for value in sheet.rows[row - 1]) > 1] or rows
    headed = {cell.column for cell, _ in header.headed}
    width = max(map(len, sheet.rows))
    bare = [column for column in find_span(sheet, header, rows) if column <= width and column not in headed]
    cells = [(sheet.cell(header.last_row, column), profile_column(sheet, rows, column)) for column in bare]
    return [Draft(cell, Heading(), profile, Field.EXTRA) for cell, profile in cells if profile.filled]


def settle_columns(
    sheet: Sheet,
    vocabulary: Vocabulary,
    header: Header,
    last_row: int,
    chosen: Mapping[Field, int],
    drafts: list[Draft],
) -> TrackerLayout:
    """The layout of a table whose columns' fields are known: one column a field and quarter."""
    rows = [row for row in sheet.filled_rows_after(header.last_row) if row <= last_row]
    drafts, revised = split_revisions(split_closing_dates(place_done_dates(sheet, rows, drafts)))
    drafts = spread_quarters(date_fiscal_years(split_original_dates(drafts)))
    drafts, months = split_months(drafts, chosen)
    drafts, times = split_sequences(drafts, chosen)
    able = drafts
    drafts, rivals = keep_one_of_each(able, vocabulary, chosen)
    beside = list_beside(able, drafts, rivals, chosen)
    drafts = place_lone_original(drafts)
    inferred = (draft.column for draft in drafts if draft.column not in chosen.values() and draft.is_inferred)
    return TrackerLayout(
        sheet,
        header.first_row,
        header.last_row,
        last_row,
        tuple(head_column(draft, chosen) for draft in drafts),
        head_pairs(rivals, chosen),
        find_span(sheet, header, rows),
        header.calendars,
        (*months, *times, *((draft.column, revised) for draft in of_field(drafts, Field.TIMESCALE) if revised)),
        tuple(inferred),
        next(
            (each.column for each in of_field(drafts, Field.RECOMMENDATION) if each.reading.field is Field.ACTION), None
        ),
        head_pairs(beside, chosen),
        list_stand_ins(drafts),
        Field.ACTION in chosen,
    )


def head_column(draft: Draft, chosen: Mapping[Field, int]) -> HeadedColumn:
    # Whoever names the column by hand says that dates belong there.
    is_original = is_first_agreed(draft) and draft.column not in chosen.values()
    return HeadedColumn(draft.cell, draft.field, draft.quarter, draft.profile.filled > 0, is_original)


def head_pairs(pairs: Pairs, chosen: Mapping[Field, int]) -> tuple[tuple[HeadedColumn, HeadedColumn], ...]:
    return tuple((head_column(kept, chosen), head_column(other, chosen)) for kept, other in pairs)


def add_chosen(sheet: Sheet, header: Header, chosen: Mapping[Field, int]) -> list[tuple[Cell, Heading]]:
    """The headings, and the bare tops of columns that are settled by hand and have none."""
    columns = {cell.column for cell, _ in header.headed}
    bare = sorted(set(chosen.values()) - columns)
    added = [(sheet.cell(header.last_row, column), Heading()) for column in bare]
    return sorted([*header.headed, *added], key=lambda pair: pair[0].column)


def drop_marked(drafts: list[Draft]) -> list[Draft]:
    """The columns, without a status where each status has a column of its own to be marked in."""
    marked = [draft for draft in drafts if is_marked(draft)]
    return [
        replace(draft, field=Field.EXTRA)
        if draft.field is Field.STATUS and draft in marked and len(marked) > 1
        else draft
        for draft in drafts
    ]


def is_marked(draft: Draft) -> bool:
    """Whether a heading is a status by itself, over marks and blanks: "Done", and "x"."""
    is_word = DEFAULT_VOCABULARY.find(draft.cell.text) is not None
    return is_word and draft.profile.are_marks


def apply_choice(draft: Draft, chosen: Mapping[Field, int]) -> Draft:
    """A column as settled by hand; one whose field was given to another column is left aside."""
    settled = [field for field, column in chosen.items() if column == draft.column]
    if settled:
        return replace(draft, field=settled[0])
    # Statuses and comments stay, as each quarter has its own.
    is_displaced = draft.field in chosen and draft.field not in (Field.STATUS, Field.COMMENT)
    return replace(draft, field=Field.EXTRA) if is_displaced else draft


def spread_quarters(drafts: list[Draft]) -> list[Draft]:
    """Comments without a quarter take that of the status they stand right beside."""
    spread: list[Draft] = []
    for draft in drafts:
        is_bare = draft.field is Field.COMMENT and draft.quarter is None
        quarter = find_quarter_beside(spread) if is_bare else draft.quarter
        # "Latest update" is none of the quarter before.
        spread.append(draft if quarter == PREVIOUS and is_current(draft) else draft.with_quarter(quarter))
    return pair_with_status(spread)


def pair_with_status(drafts: list[Draft]) -> list[Draft]:
    """The columns, with the only comment as of the quarter that the only status names, on whichever side it stands."""
    statuses, comments = of_field(drafts, Field.STATUS), of_field(drafts, Field.COMMENT)
    is_pair = len(statuses) == len(comments) == 1 and comments[0].quarter is None
    if not is_pair or statuses[0].quarter in (None, PREVIOUS):
        return drafts
    return [draft.with_quarter(statuses[0].quarter) if draft is comments[0] else draft for draft in drafts]


def date_fiscal_years(drafts: list[Draft]) -> list[Draft]:
    """Quarters of several years that are each named by one number ("FY25 Q4", "FY26 Q1"), by the year each ends in.

    So such years are counted where they are named so; where all are of one year, the plan's title says which it is.
    """
    named = {draft.quarter.fiscal_year for draft in drafts if draft.quarter and draft.quarter.fiscal_year is not None}
    if len(named) < 2:
        return drafts
    return [
        draft.with_quarter(replace(draft.quarter, year=draft.quarter.fiscal_year))
        if draft.quarter and draft.quarter.fiscal_year is not None
        else draft
        for draft in drafts
    ]


def find_quarter_beside(left: Sequence[Draft]) -> QuarterName | None:
    """The quarter of the status to the left, unless several statuses stand in a row before this comment."""
    reports = [draft for draft in left if draft.field in (Field.STATUS, Field.COMMENT)]
    if not reports or reports[-1].field is not Field.STATUS:
        return None
    if len(reports) > 1 and reports[-2].field is Field.STATUS and reports[-2].quarter is not None:
        return None
    return reports[-1].quarter
