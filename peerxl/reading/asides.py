"""Why a row under the headings is no action: a title, the headings again, guidance, or words beneath the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, pairwise

from peerxl.frozen import frozen
from peerxl.model.layout import Aside, Field
from peerxl.model.sheet import Cell, shown
from peerxl.pattern import compile_late
from peerxl.reading.cell_kinds import says_what_to_do
from peerxl.reading.cell_words import (
    ASKS_FOR_MORE,
    ASKS_FOR_ONE,
    BENEATH,
    DATED,
    EXAMPLE,
    EXAMPLE_OF,
    FOOTNOTE,
    GUIDANCE,
    KEY_LINE,
    LABELLED,
    NUMBERED_THEME,
    SUBTOTAL,
)
from peerxl.reading.heading_key import heading_key
from peerxl.reading.heading_words import PLAIN
from peerxl.reading.row_likeness import is_unlike_actions
from peerxl.reading.tracker_layout import TrackerLayout, fold_case
from peerxl.text import one_line


@frozen
class SheetRow:
    """A row under a table's headings, with its cells that say something."""

    layout: TrackerLayout
    number: int
    filled: tuple[Cell, ...]

    def text(self, field: Field) -> str:
        """What the row says in a field's column."""
        column = self.layout.column(field)
        return next((cell.text.strip() for cell in self.filled if cell.column == column), "")


@dataclass(slots=True)
class RowsAbove:
    """What the rows so far mean for the next one: values to carry down, the section's title, whether the table ended.

    It changes with each row and lives no longer than one reading.
    """

    carried: dict[Field, Cell]
    has_themes: bool
    section: Cell | None = None
    is_ended: bool = False
    is_apart: bool = False
    last_row: int = 0
    actions: int = 0
    complete: int = 0
    told: int = 0
    has_lone_titles: bool | None = None
    has_bare_parents: bool | None = None
    marks: frozenset[str] | None = None
    last_told: int | None = None
    refs: set[str] = field(default_factory=set)


def find_aside(row: SheetRow, above: RowsAbove) -> Aside | None:
    """Why a row is no part of the table's body, None where it may be an action; a section's title is remembered."""
    why = next((why for why, holds in ASIDES if holds(row, above)), None)
    if why is Aside.SECTION:
        above.section = row.filled[0] if is_led_theme(row) else row.filled[-1]
        above.carried.clear()
    return why


def list_filled(layout: TrackerLayout, number: int) -> list[Cell]:
    """The cells of a row that say something, without those of charts and of what stands beside the table."""
    sheet, start, stop = layout.sheet, layout.span.start, layout.span.stop
    values = sheet.rows[number - 1][start - 1 : stop - 1] if number <= len(sheet.rows) else ()
    filled = [
        Cell(sheet.name, number, column, text)
        for column, value in enumerate(values, start)
        if (text := shown(value)).strip()
    ]
    for calendar in layout.calendars:
        filled = [cell for cell in filled if cell.column not in calendar]
    return filled


def is_header_again(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row repeats the headings, as a table does on each page."""
    return repeats_headings(row.layout, row.filled)


def repeats_headings(layout: TrackerLayout, filled: Sequence[Cell]) -> bool:
    # One cell in five may differ; most rows are told from headings by their first few.
    others = (cell for cell in filled if layout.folded_headings.get(cell.column) != fold_case(cell.text))
    return len(filled) >= 2 and next(islice(others, len(filled) // 5, None), None) is None


def is_section(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row's only words are a title: across columns, just above the header again, or beside the actions."""
    layout, number, filled = row.layout, row.number, row.filled
    if is_numbered_title(row) or is_led_theme(row) or is_parent(row, above):
        return True
    if len(filled) != 1 or is_number(filled[0].text):
        return False
    cell = filled[0]
    if NUMBERED_THEME.match(cell.text) or stands_over_actions(row) or is_lone_title(row, above):
        return True
    field = next((use.field for use in layout.uses if use.heading.column == cell.column), None)
    blocks = [block for block in layout.sheet.merged if (number, cell.column) in block]
    # Actions too are merged over a column or two, titles over half the table.
    least = len(layout.uses) // 2 if field is Field.ACTION else 1
    wide = any(block.last_column - block.first_column >= least for block in blocks)
    if field is Field.ACTION and not wide and cell.column > min(use.heading.column for use in layout.uses):
        return False
    if wide or repeats_headings(layout, find_next_filled(layout, number)):
        return True
    has_theme = layout.column(Field.THEME) is not None or layout.column(Field.RECOMMENDATION) is not None
    return field in (Field.REF, None) and not has_theme and cell.column < (layout.column(Field.ACTION) or 0)


def find_title_above(layout: TrackerLayout) -> Cell | None:
    """The title of the part of the plan that begins with the headings: "Objective 1 – Safer streets" right above them.

    Other words there are one where the headings stand again under such words, and something stands above both.
    """
    sheet, first = layout.sheet, layout.first_header_row
    before = [number for number in sheet.filled_rows if number < first]
    filled = list_filled(layout, before[-1]) if before else []
    if len(filled) != 1 or is_number(filled[0].text) or before[-1] < first - 2:
        return None
    is_part = len(before) > 1 and has_titled_parts(layout)
    return filled[0] if NUMBERED_THEME.match(filled[0].text.strip()) or is_part else None


def has_titled_parts(layout: TrackerLayout) -> bool:
    """Whether each row that repeats the headings stands right under words that are alone in their row."""
    rows = [row for row in layout.sheet.filled_rows_after(layout.last_header_row) if row <= layout.last_row]
    pairs = [(above, row) for above, row in pairwise(rows) if repeats_headings(layout, list_filled(layout, row))]
    return bool(pairs) and all(len(list_filled(layout, above)) == 1 for above, _ in pairs)


def is_numbered_title(row: SheetRow) -> bool:
    """Whether a row has but a ref and words in capitals, over an action that is in none: "A PREPARATION"."""
    columns = [cell.column for cell in row.filled]
    return columns == [row.layout.column(Field.REF), row.layout.column(Field.ACTION)] and stands_over_actions(row)


def is_led_theme(row: SheetRow) -> bool:
    """Whether a row names a part of the plan and whose it is, and nothing else: "Theme 2: Place | Lead: Bo Lane"."""
    first, *others = row.filled
    if not others or not LABELLED.match(others[0].text.strip()) or not NUMBERED_THEME.match(first.text.strip()):
        return False
    return all(LABELLED.match(cell.text.strip()) for cell in others)


def is_parent(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row has but words and a ref that the refs beneath it begin with: "1 People" over 1.1 and 1.2.

    In a table where such a row has an owner, a date or a status, as a schedule's summaries do, it is an action.
    """
    if above.has_themes or len(row.filled) != 2 or not is_bare_parent(row.layout, row.number):
        return False
    if above.has_bare_parents is None:
        above.has_bare_parents = has_bare_parents(row.layout)
    return above.has_bare_parents


def has_bare_parents(layout: TrackerLayout) -> bool:
    """Whether no row over those that its ref begins says anything but what it is."""
    rows = [row for row in layout.sheet.filled_rows_after(layout.last_header_row) if row <= layout.last_row]
    parents = [row for row, following in pairwise(rows) if begins_ref(layout, row, following)]
    return all(is_bare(layout, row) for row in parents)


def is_bare_parent(layout: TrackerLayout, number: int) -> bool:
    """Whether a row has but a ref and words, and the first row beneath it that has more is of its number."""
    if not is_bare(layout, number):
        return False
    for following in layout.sheet.filled_rows_after(number):
        if following > layout.last_row or not begins_ref(layout, number, following):
            return False
        if not is_bare(layout, following):
            return count_companions(layout, following) > 0
    return False


def is_bare(layout: TrackerLayout, number: int) -> bool:
    """Whether a row has but a ref and words for an action."""
    columns = [cell.column for cell in list_filled(layout, number)]
    return (
        sorted(columns)
        == sorted(column for each in (Field.REF, Field.ACTION) if (column := layout.column(each)) is not None)
        and len(columns) == 2
    )


def begins_ref(layout: TrackerLayout, number: int, following: int) -> bool:
    """Whether a row's ref is the beginning of another's: "1" or "1.0" of "1.2"."""
    column = layout.column(Field.REF)
    if column is None:
        return False
    ref, other = (layout.sheet.cell(row, column).text.strip() for row in (number, following))
    stem = ref.removesuffix(".0").rstrip(".")
    return stem != "" and other != ref and other.startswith(f"{stem}.")


def stands_over_actions(row: SheetRow) -> bool:
    """Whether a row's only words stand over an action and are in capitals, which it is not, or say whose or when it is.

    "Meeting of 12/05/2025" tells nobody what to do, and what is beneath it does.
    """
    text = one_line(row.filled[-1].text)
    beneath = find_next_filled(row.layout, row.number)
    action = next((cell.text for cell in beneath if cell.column == row.layout.column(Field.ACTION)), "")
    if len(beneath) < 3 or not action or action.isupper():
        return False
    is_dated = DATED.search(text) is not None and not says_what_to_do(text) and says_what_to_do(action)
    return (text.isupper() and len(text) > 3) or LABELLED.match(text) is not None or is_dated


def is_lone_title(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row's only words are a few over actions, as those of every such row of the table are."""
    (cell,) = row.filled
    if cell.column != row.layout.column(Field.ACTION) or not may_be_title(cell.text):
        return False
    if above.has_lone_titles is None:
        above.has_lone_titles = has_lone_titles(row.layout)
    return above.has_lone_titles


MOST_TITLE_WORDS = 5


def may_be_title(text: str) -> bool:
    return len(text.split()) <= MOST_TITLE_WORDS and not says_what_to_do(text)


def has_lone_titles(layout: TrackerLayout) -> bool:
    """Whether a table has two rows or more of a few words alone, none the last and none by another, and no other gaps.

    All its other rows say two of who, when, how far and which: a row that says nothing of it is none of them.
    """
    column, parts = layout.column(Field.ACTION), [layout.column(field) for field in (*COMPANIONS, Field.REF)]
    lone: list[bool] = []
    for number in layout.sheet.filled_rows_after(layout.last_header_row):
        if number > layout.last_row:
            break
        action = layout.sheet.cell(number, column).text.strip() if column else ""
        filled = [part for part in parts if part and layout.sheet.cell(number, part).text.strip()]
        if not action or len(filled) == 1 or (not filled and not may_be_title(action)):
            return False
        lone.append(not filled)
    is_apart = all(not (first and second) for first, second in pairwise(lone))
    return lone.count(True) >= 2 and is_apart and not lone[-1]


COMPANIONS = (Field.OWNER, Field.TIMESCALE, Field.STATUS)


def is_title_again(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row's only words stand above the table too, as a page's title does on each page."""
    title = strip_page(row.filled[0].text)
    if len(row.filled) != 1 or not title:
        return not title
    sheet, first = row.layout.sheet, row.layout.first_header_row
    rows_above = (sheet.rows[number - 1] for number in sheet.filled_rows if number < first)
    return any(strip_page(shown(value)) == title for values in rows_above for value in values)


def strip_page(text: str) -> str:
    """A title without what a page adds to it."""
    title = one_line(text).casefold()
    if "page" in title or "cont" in title:
        title = _PAGE.sub("", title)
    return title.strip(" -–—:,.")


_PAGE = compile_late(r"\(?\b(?:page\s*\d+(?:\s*(?:of|/)\s*\d+)?|continued|cont'?d\.?)\)?")


def is_beneath(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row is a total, a key, a note or a signature under the table, or follows one."""
    is_after_gap = above.actions > 0 and row.number > above.last_row + 1
    is_key = is_after_gap and len(row.filled) == 1 and KEY_LINE.match(row.filled[0].text.strip()) is not None
    if is_after_gap and asks_who_and_when(row.filled):
        above.is_ended = True
        return True
    if is_note(row, above):
        return True
    if is_key or (BENEATH.match(row.filled[0].text.strip()) and len(row.filled) <= 3):
        above.is_ended = True
    if SUBTOTAL.match(row.filled[0].text.strip()):
        above.is_ended = False  # what is added up goes on
        return True
    known = row.layout.known_columns
    if len([cell for cell in row.filled if cell.column in known]) > min(3, len(known) - 1):  # it goes on after all
        above.is_ended = False
    return above.is_ended


def is_note(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row without owner, date and status is a footnote under rows that have them: "* subject to funding".

    No action stands beneath it: a mark in the middle of a table may be that of an action.
    """
    is_told = above.actions >= 2 and above.told >= NEARLY * above.actions
    if not is_told or len(row.filled) > 2:
        return False
    action = row.text(Field.ACTION)
    columns = {row.layout.column(Field.ACTION), row.layout.column(Field.REF)}
    if not action or any(cell.column not in columns for cell in row.filled):
        return False
    is_named = FOOTNOTE.match(action) is not None and not row.text(Field.REF)
    return (is_named or is_marked(row, above)) and not has_actions_beneath(row, above)


def is_marked(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row begins with a mark that it says the meaning of, or that other words end in: "* subject to funding".

    A mark may also stand before an action, to say that it is new.
    """
    mark, text = split_mark(row.text(Field.REF) or row.text(Field.ACTION))
    if not mark or (row.text(Field.REF) and text):
        return False
    text = text or row.text(Field.ACTION)
    if above.marks is None:
        above.marks = frozenset(list_marks(row.layout))
    is_told = f" {mark} " in f" {text} "
    return is_told or ((text[:1].islower() or mark in above.marks) and not says_what_to_do(text))


def list_marks(layout: TrackerLayout) -> Iterator[str]:
    """The marks that words under the headings end in."""
    for values in layout.sheet.rows[layout.last_header_row :]:
        for value in values:
            said = value.rstrip() if isinstance(value, str) else ""
            if said.rstrip(MARKS) and said[-1] in MARKS:
                yield said[len(said.rstrip(MARKS)) :]


def split_mark(text: str) -> tuple[str, str]:
    """The mark of a footnote that words begin with, and the words."""
    words = text.lstrip(MARKS)
    return text[: len(text) - len(words)], words.strip()


MARKS = "*†‡"


def has_actions_beneath(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row beneath says two of who, when and how far."""
    if above.last_told is None:
        rows = [number for number in row.layout.sheet.filled_rows if number <= row.layout.last_row]
        above.last_told = next((each for each in reversed(rows) if count_companions(row.layout, each) >= 2), 0)
    return row.number < above.last_told


def count_companions(layout: TrackerLayout, number: int) -> int:
    """How many of owner, date and status a row says."""
    columns = [column for each in COMPANIONS if (column := layout.column(each)) is not None]
    return len([column for column in columns if layout.sheet.cell(number, column).text.strip()])


def asks_who_and_when(filled: Sequence[Cell]) -> bool:
    """Whether half of a row's cells, two at least, ask for what stands beside: "Approved by: | Ann Lee | Date:"."""
    labels = [cell for cell in filled if cell.text.rstrip().endswith(":")]
    return len(labels) >= max(2, len(filled) / 2)


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
    return len([cell for cell in beside if GUIDANCE.match(cell.text.strip())]) >= max(2, len(beside) / 3)


def is_example_or_blank_form(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row says that it is an example, or asks for an action: "EXAMPLE: …", "[Insert action here]"."""
    action = row.text(Field.ACTION)
    if EXAMPLE_OF.match(action):
        return True
    is_asked = ASKS_FOR_MORE.fullmatch(action) is not None
    if not (is_asked or is_bracketed(action)):
        return False
    asked = (row.text(Field.OWNER), row.text(Field.TIMESCALE))
    is_owned = any(text and not is_bracketed(text) for text in asked)
    if is_bracketed(action):
        words = [cell.text for cell in row.filled if not is_number(cell.text)]
        return not is_owned and (
            (len(words) > 1 and all(map(is_bracketed, words))) or ASKS_FOR_ONE.match(action) is not None
        )
    return is_asked and not is_owned


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
        if GUIDANCE.match(cell.text.strip()) or not_plain(keys.get(cell.column, frozenset())) & words_of(cell)
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
    first = Counter(words[0].casefold() for cell in filled if len(words := cell.text.split()) > 2)
    most = max(first.values(), default=0)
    return most >= max(LEAST_ALIKE, len(filled) / 2)


LEAST_ALIKE = 3


def is_apart(row: SheetRow, above: RowsAbove) -> bool:
    """Whether what stands after a blank row is beneath the table: a lone text, or what says neither when nor how far.

    Nearly all rows of the table do. So is what follows it and says no more.
    """
    if above.is_apart:  # what goes on there is as far away, unless it says what the table's rows do
        fields = {use.heading.column: use.field for use in row.layout.uses}
        is_next = has_ref_of(row, above) and says_what_to_do(row.text(Field.ACTION))
        above.is_apart = len({fields.get(cell.column) for cell in row.filled} & set(COMPANIONS)) < 2 and not is_next
        return above.is_apart
    columns = {cell.column for cell in row.filled}
    is_after_gap = above.actions >= 2 and row.number > above.last_row + 1
    is_lone = columns == {row.layout.column(Field.ACTION)} and above.complete >= NEARLY * above.actions
    # A block of other things ("Code | Colour | Meaning") fills neither the dates nor the statuses of the table.
    is_untold = columns.isdisjoint({row.layout.column(each) for each in TOLD}) or is_counted(row, above)
    above.is_apart = is_after_gap and (is_lone or (is_untold and above.told >= NEARLY * above.actions))
    return above.is_apart


def is_counted(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row is a line of a key or of counters: "R | Off track", "Outstanding | 3".

    It tells nobody what to do, and has neither an owner nor a date, a number at most for a status, and no ref as
    the table's rows have.
    """
    says_more = any(row.text(each) for each in (Field.OWNER, Field.TIMESCALE))
    status = row.text(Field.STATUS)
    is_status = not status.isdigit() and status != ""
    return not (says_more or is_status or has_ref_of(row, above) or says_what_to_do(row.text(Field.ACTION)))


def has_ref_of(row: SheetRow, above: RowsAbove) -> bool:
    """Whether a row's ref is written as those of the table are."""
    ref = row.text(Field.REF)
    return ref != "" and form_of(ref) in above.refs


def form_of(ref: str) -> str:
    """How a ref is written: "A1.10" and "B2.3" alike."""
    return _LETTERS.sub("a", _DIGITS.sub("9", ref))


_DIGITS, _LETTERS = compile_late(r"\d+"), compile_late(r"[^\W\d_]+")


TOLD = (Field.REF, Field.TIMESCALE, Field.STATUS)
NEARLY = 0.8
"""The share of a table's rows that is nearly all of them."""


def find_next_filled(layout: TrackerLayout, number: int) -> list[Cell]:
    """The filled cells of the next row that has any."""
    for following in layout.sheet.filled_rows_after(number, 1):
        if following <= number + 3:
            return list_filled(layout, following)
    return []


def is_number(text: str) -> bool:
    """Whether the text is but a number ("12", "-123", "1.2", "3)")."""
    return not any(character.isalpha() for character in text)


Holds = Callable[[SheetRow, RowsAbove], bool]
ASIDES: tuple[tuple[Aside, Holds], ...] = (
    (Aside.HEADER, is_header_again),
    (Aside.BENEATH, is_beneath),
    (Aside.TITLE, is_title_again),
    (Aside.GUIDANCE, is_example_or_blank_form),
    (Aside.GUIDANCE, is_guidance),
    (Aside.APART, is_apart),
    (Aside.SECTION, is_section),
)
"""Why a row is no action, in the order in which the reasons are tried."""
