"""Why a sheet is no tracker, and what would settle it, in words that can be followed."""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.advice import SAY_ACTIONS
from peerxl.frozen import frozen
from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import Field
from peerxl.model.sheet import Sheet, Value, column_letter, shown
from peerxl.model.status import DEFAULT_VOCABULARY, find_meaning
from peerxl.reading.cells.column_kinds import MOST, MOSTLY, are_refs, are_statements, are_ticks
from peerxl.reading.cells.profile import FEW, ColumnProfile, profile_column, profile_values
from peerxl.reading.columns.draft import Draft
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.verdicts.verdict import NAMES, TrackerVerdict, describe_column

MOST_NAMED = 4
NOTHING_FOUND = TrackerVerdict(False)


@frozen
class Shortfall:
    """A table that is no tracker: its row of headings where it has one, its rows, and what was found and missing."""

    sheet: Sheet
    header_row: int | None = None
    verdict: TrackerVerdict = NOTHING_FOUND
    rows: tuple[int, ...] = ()

    @property
    def nearness(self) -> int:
        """How near it comes to a tracker."""
        # A column of actions weighs more than any others, as it is the hardest to name by hand; then an owner, a date
        # and a status that cells bear out, as no number of other columns makes a plan.
        fields = [draft.field for draft in self.verdict.present]
        borne_out = NAMES.keys() & set(fields) - set(self.verdict.missing)
        return 100 * fields.count(Field.ACTION) + 20 * len(borne_out) + len(fields)

    @property
    def reason(self) -> str:
        """Why it is no tracker: "its headings in row 1 name comment (F 'Notes'), but no actions, owner or date"."""
        if self.header_row is None:
            return "no row of it has headings of actions with an owner, a date or a status"
        named = [f"{draft.field} ({describe_column(draft)})" for draft in self.verdict.present]
        headings = f"its headings in row {self.header_row} name"
        return f"{headings} {join_words(named, 'and')}, but {self.lacks}" if named else f"{headings} {self.lacks}"

    @property
    def lacks(self) -> str:
        if standing := self.verdict.standing:
            columns = join_words([describe_column(draft) for draft in standing.columns], "and")
            return f"{columns} {'says' if len(standing.columns) == 1 else 'say'} {standing.says}"
        if Field.ACTION in self.verdict.missing:
            return self.lacks_actions
        needed = join_words(list(NAMES.values()), "or")
        borne_out = [name for field, name in NAMES.items() if field not in self.verdict.missing]
        if not borne_out:
            return f"their cells do not bear out an {needed}"
        if len(borne_out) == len(NAMES):
            return "what it lists may be anything that has them"
        if all(not draft.profile.filled for draft in self.verdict.present if draft.field in NAMES):
            return f"nothing stands yet under the {join_words(borne_out, 'and')}"
        return f"of an {needed} their cells bear out only the {join_words(borne_out, 'and')}, as those of any list may"

    @property
    def lacks_actions(self) -> str:
        """What it has no column of beside actions, and which columns hold dates and statuses all the same."""
        found = {draft.field for draft in self.verdict.present} | self.unnamed.keys()
        names = {**NAMES, Field.TIMESCALE: "due date"} if any(map(holds_dates, self.verdict.unread)) else NAMES
        missing = [names.get(field, "actions") for field in self.verdict.missing if field not in found]
        held = [f"{describe_column(draft)} {HELD[field]}" for field, draft in self.unnamed.items()]
        which = f"; {join_words(held, 'and')}, under no heading that is known" if held else ""
        return f"no {join_words(missing, 'or')}{which}"

    @property
    def unnamed(self) -> dict[Field, Draft]:
        """The columns that hold dates or statuses, where no heading is known to name those."""
        lacking = [field for field in HOLDS if field in self.verdict.missing]
        unknown = [draft for draft in self.verdict.unread if not draft.reading.is_known]
        columns = ((field, next(filter(HOLDS[field], unknown), None)) for field in lacking)
        return {field: draft for field, draft in columns if draft is not None}

    @property
    def remedy(self) -> str:
        """The options that would read it all the same."""
        if self.header_row is None:
            row = first_row_of_words(self.sheet)
            return f"--header-row {row} --column action={column_letter(list_worded_columns(self.sheet, row)[0])}"
        actions = self.verdict.candidates or [draft for draft in self.verdict.present if draft.field is Field.ACTION]
        column = actions[0].column if actions else list_worded_columns(self.sheet, self.header_row)[0]
        return f"--column action={column_letter(column)}"

    @property
    def is_without_headings(self) -> bool:
        """Whether its first row of words is one of what it lists, as nothing heads its columns."""
        row = first_row_of_words(self.sheet)
        return self.header_row is None and is_like_those_beneath(self.sheet, row)

    @property
    def says_nowhere(self) -> bool:
        """Whether no column that could hold the actions tells the rows apart."""
        told = [draft.profile for draft in self.verdict.candidates if draft.profile.share_distinct >= MOSTLY]
        return Field.ACTION in self.verdict.missing and bool(self.verdict.candidates) and not told

    @property
    def choices(self) -> str:
        """The columns that could hold the actions, where there are several; and what else is named likewise."""
        named, likewise = [describe_column(draft) for draft in self.verdict.candidates], ""
        if self.header_row is None:
            row = first_row_of_words(self.sheet)
            cells = [self.sheet.cell(row, column) for column in list_worded_columns(self.sheet, row)]
            named = [f"{column_letter(cell.column)} {text!r}" for cell in cells if (text := cell.text.strip())]
            is_wide = len([value for value in self.sheet.rows[row - 1] if isinstance(value, str)]) > 2
            likewise = "and likewise its owner, timescale and status" if is_wide else ""
        if self.unnamed:
            likewise = f"and likewise its {join_words(list(map(str, self.unnamed)), 'and')}"
        others = f"or another of {', '.join(named[:MOST_NAMED])}" if len(named) > 1 else ""
        said = "; ".join(filter(None, (others, likewise)))
        return f" ({said})" if said else ""


def holds_dates(draft: Draft) -> bool:
    return draft.profile.are_dates


def holds_statuses(draft: Draft) -> bool:
    """Whether most cells say how far something is, and one at least in a word that nothing but work is told by."""
    meanings = [meaning for text in draft.profile.texts if (meaning := find_meaning(text)) is not None]
    is_told = len(meanings) >= max(FEW, MOST * draft.profile.filled) and any(meaning.word for meaning in meanings)
    return is_told and not are_ticks(draft.profile)


HOLDS = {Field.TIMESCALE: holds_dates, Field.STATUS: holds_statuses}
HELD = {Field.TIMESCALE: "holds dates", Field.STATUS: "holds statuses"}


def explain_refusal(source: str, shortfalls: Sequence[Shortfall], sheets: int, is_named: bool) -> str:
    """Which sheet comes nearest to a tracker, what it lacks, and what would settle it."""
    best = max(shortfalls, key=lambda shortfall: (bool(shortfall.sheet.filled_rows), shortfall.nearness), default=None)
    is_one = best is not None and (is_named or sheets == 1)
    name = best.sheet.name if best else ""
    if best is None or not best.sheet.filled_rows:
        where = f"sheet {name!r}" if is_one else "every sheet that is shown"
        return f"{source}: {where} is empty; give it a row of headings with Action, Owner and Status."
    if column := find_turned_headings(best.sheet):
        return (
            f"{source}: sheet {name!r} has its headings one under another in column {column_letter(column)}, and its "
            "actions side by side; copy it, paste it onto a new sheet with Paste Special, Transpose, and read that."
        )
    sheet = "" if is_one else f'--sheet "{name}" '
    remedy = SAY_ACTIONS.words(options=sheet + best.remedy, others=best.choices)
    if best.says_nowhere:
        remedy = f"write what is to be done in each row in a column headed Action, or {remedy}"
    if best.is_without_headings:
        row = first_row_of_words(best.sheet)
        remedy = f"write headings above row {row} of {name!r}, with Action, Owner and Status where these stand"
    if best.header_row is None:
        where = f"sheet {name!r} has no row" if is_named else "no sheet has a row"
        return f"{source}: {where} of headings that make a plan; if it is one all the same, {remedy}."
    where = f"sheet {name!r} is no tracker" if is_one else f"no sheet is a tracker; {name!r} comes nearest"
    return f"{source}: {where}: {best.reason}; if it is one, {remedy}."


def find_turned_headings(sheet: Sheet) -> int | None:
    """The column in which a table that is turned has its headings: of an action, and two of owner, date and status."""
    rows = [sheet.rows[row - 1] for row in sheet.filled_rows[:MOST_HEADINGS]]
    for column in range(1, LAST_TURNED + 1):
        texts = [row[column - 1] for row in rows if len(row) >= column]
        headings = [read_heading(text, APRIL_YEARS) for text in texts if isinstance(text, str)]
        fields = {heading.field for heading in headings}
        if Field.ACTION in fields and len(fields & NAMES.keys()) >= 2 and has_values_beside(rows, column):
            return column
    return None


def has_values_beside(rows: Sequence[Sequence[Value]], column: int) -> bool:
    """Whether dates or statuses stand beside their heading, as they do in no list that explains fields."""
    pairs = [(read_heading(str(row[column - 1]), APRIL_YEARS).field, row) for row in rows if is_text(row, column)]
    beside = {field: profile_values(row[column:]) for field, row in reversed(pairs) if field is not None}
    # A tick says in a list of fields that one is there.
    values = {field: cells for field, cells in beside.items() if not are_ticks(cells)}
    is_dated = Field.TIMESCALE in values and values[Field.TIMESCALE].share_timescales > HALF
    return is_dated or (Field.STATUS in values and values[Field.STATUS].share_progress(DEFAULT_VOCABULARY) > HALF)


def is_text(row: Sequence[Value], column: int) -> bool:
    return len(row) >= column and isinstance(row[column - 1], str)


HALF = 0.5
MOST_HEADINGS, LAST_TURNED = 60, 3
"""How many rows and columns are looked at for the headings of a table that is turned."""


def join_words(words: Sequence[str], last: str) -> str:
    """Words as a sentence lists them: "owner, date or status"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def first_row_of_words(sheet: Sheet) -> int:
    """The first row that has two texts, else the first that has anything."""
    texts = ([value for value in sheet.rows[row - 1] if isinstance(value, str)] for row in sheet.filled_rows)
    rows = [row for row, words in zip(sheet.filled_rows, texts, strict=True) if len(words) >= 2]
    return (rows or list(sheet.filled_rows))[0]


def is_like_those_beneath(sheet: Sheet, row: int) -> bool:
    """Whether half of a row's cells, and two at least, are numbers or dates as most beneath them are."""
    values = [(column, value) for column, value in enumerate(sheet.rows[row - 1], 1) if shown(value).strip()]
    beneath = sheet.filled_rows_after(row)
    alike = [
        column for column, value in values if is_alike(profile_values([value]), profile_column(sheet, beneath, column))
    ]
    return len(alike) > 1 and 2 * len(alike) >= len(values)


def is_alike(cell: ColumnProfile, cells: ColumnProfile) -> bool:
    return (cell.are_dates and cells.are_dates) or (cell.are_numbers and cells.are_numbers)


def list_worded_columns(sheet: Sheet, row: int) -> list[int]:
    """The columns that may hold actions by their cells alone, beneath a text in a row: those of sentences.

    Without any it is those beneath no text, or the first of words that are no refs, else of anything: what stands there
    at all.
    """
    values = list(enumerate(sheet.rows[row - 1], 1))
    beneath = sheet.filled_rows_after(row)
    cells = {column: profile_column(sheet, beneath, column) for column, value in values if isinstance(value, str)}
    worded = [column for column, profile in cells.items() if has_words(profile)]
    named = [column for column in worded if not are_refs(cells[column])]
    stated = [column for column in named if are_statements(cells[column])]
    stated = stated or [
        column
        for column in list_text_columns(sheet, beneath)
        if column not in cells and are_statements(profile_column(sheet, beneath, column))
    ]
    filled = [column for column, value in values if value is not None]
    return stated or (named or worded or list(cells) or filled or [1])[:1]


def list_text_columns(sheet: Sheet, rows: Sequence[int]) -> list[int]:
    """The columns with a text in one of the first rows."""
    values = (pair for row in rows[:MOST_HEADINGS] for pair in enumerate(sheet.rows[row - 1], 1))
    return sorted({column for column, value in values if isinstance(value, str)})


def has_words(cells: ColumnProfile) -> bool:
    return bool(cells.texts) and not (cells.are_numbers or cells.are_dates)
