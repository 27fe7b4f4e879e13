"""What a column's cells are taken for."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from peerxl.model.sheet import Sheet, Value
from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.reading.cells.profile import (
    ColumnProfile,
    is_level,
    is_mark,
    is_number,
    is_progress,
    profile_column,
    profile_values,
)
from peerxl.reading.cells.written_dates import is_written_date

DAY = date(2026, 3, 31)
NOTHING = profile_values(())


def profile(*values: Value) -> ColumnProfile:
    return profile_values(values)


@pytest.mark.parametrize(
    ("text", "is_date"),
    [
        ("12/03/2024", True),
        ("2024-03-12", True),
        ("3.4.24", True),
        ("March 2024", True),
        ("Mar-24", True),
        ("12 March", True),
        ("30 planks", False),
        ("planks 24", False),
        ("12-Mar-2024", True),
        ("2024-03-12 09:30", True),
        ("Repair the pier", False),
        ("1.10", False),
        ("Q2 23/24", False),
        ("", False),
        ("May 3, 2024", True),
        ("may 3, 2024, 5:14 PM", True),
        ("12/Mar/24 5:14 PM", True),
        ("planks 3, 2024", False),
        ("11 days ago", True),
        ("About an hour ago", True),
        ("a few weeks ago", True),
        ("2mo ago", True),
        ("Yesterday", True),
        ("just now", True),
        ("3 boats ago", False),
        ("long ago", False),
        ("3 days", False),
        ("asked 3 days ago", False),
    ],
)
def test_what_is_written_as_a_date(text: str, is_date: bool) -> None:
    assert is_written_date(text) == is_date


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (7, True),
        (1.5, True),
        (1e-07, True),
        (True, False),
        ("7", True),
        ("1,250", True),
        ("£1,250.50", True),
        ("25%", True),
        ("12k", True),
        ("1.1.1", False),
        ("30.9.23 1.12.23", False),
        ("7a", False),
        ("", False),
    ],
)
def test_what_is_a_number(value: Value, number: bool) -> None:
    assert is_number(value, str(value)) == number


@pytest.mark.parametrize(
    "text", ["High", "h", "P1", "1", "3 (High)", "Must have", "2 - Medium", "Very High", "Level 4"]
)
def test_what_is_a_level(text: str) -> None:
    assert is_level(text)


@pytest.mark.parametrize("text", ["Housing", "High streets", "Priority 1: Homes", "Better homes", "Health"])
def test_what_is_no_level(text: str) -> None:
    assert not is_level(text)


def test_dates_typed_and_written() -> None:
    assert profile(DAY, "12/03/2024", "TBC").are_dates
    assert not profile(DAY, "soon", "TBC").are_dates
    assert not profile().are_dates
    assert profile(DAY, datetime(2026, 4, 1)).is_all_dates
    assert not profile(DAY, "12/03/2024").is_all_dates


@pytest.mark.parametrize(
    ("days", "in_order"), [((1, 2, 2, 5), True), ((5, 2, 1), True), ((1, 3, 2), False), ((1,), False), ((), False)]
)
def test_dates_in_order_are_those_of_a_log(days: tuple[int, ...], in_order: bool) -> None:
    assert profile(*(date(2026, 3, day) for day in days)).is_in_order == in_order


@pytest.mark.parametrize(
    ("texts", "denies"),
    [
        (("Q2 23/24", "March 2024", "TBC"), False),
        (("Q3 22/24", "soon after Easter", "by 2018"), False),
        (("All shops let", "Ninety in a hundred", "No complaints"), True),
        (("1034", "88", "501"), True),
        (("2024", "2025"), False),
        (("prior to Christmas",), False),
        (("2025", "2030", "2027/28", "2026"), False),
        (("2025", "31", "42", "2027/28", "12"), True),
    ],
)
def test_what_can_be_no_timescale(texts: tuple[str, ...], denies: bool) -> None:
    assert profile(*texts).denies_when == denies


@pytest.mark.parametrize(
    ("texts", "is_status"),
    [
        (("Open", "Closed", "Open"), True),
        (("In progress", "Completed"), True),
        (("Green", "Amber"), True),
        (("Stuck", "Stuck", "Gone"), True),
        (("Timber is on its way and will be here", "It came"), False),
        ((), False),
    ],
)
def test_what_is_a_status(texts: tuple[str, ...], is_status: bool) -> None:
    assert profile(*texts).is_status(DEFAULT_VOCABULARY) == is_status


def test_sentences_and_choices() -> None:
    sentences = profile("Repair the old pier", "Light the pier", "Paint it all blue")
    assert sentences.is_wordy
    assert not sentences.is_repeated
    choices = profile(*["Swim", "Run"] * 4)
    assert choices.is_repeated
    assert choices.are_single_words
    assert not choices.is_wordy
    assert not profile("Plan", "Design", "Build", "Test").are_single_words


def test_people_and_words_for_progress() -> None:
    assert profile("Ann Field", "AD Estates", "Head of Finance").are_mostly_names
    assert not profile("Yes", "No", "n/a").are_mostly_names
    assert not profile("See the note below.", "None").are_mostly_names


def test_errors_say_nothing_of_a_column() -> None:
    cells = profile("#N/A", DAY, "#REF!")
    assert (cells.filled, cells.are_dates) == (1, True)


def test_a_long_column_is_looked_at_evenly() -> None:
    sheet = Sheet("Plan", tuple((float(row),) for row in range(1, 901)))
    assert profile_column(sheet, range(1, 301), 1).texts == tuple(map(str, range(1, 301)))
    assert profile_column(sheet, range(1, 901), 1).texts == tuple(map(str, range(1, 900, 3)))


# Cells, and all that is held of them: a number after # is typed, as are days and TRUE.
COLUMNS = """
    #0.5 · #1 · #0 | are_numbers are_percentages is_short has_levels are_marks denies_when
    #0.5 · #2 | are_numbers is_short has_levels are_marks denies_when
    #-0.5 · #0.5 | are_numbers is_short has_levels are_marks denies_when
    #0.5 · TRUE · #0.25 · #1 | are_numbers are_percentages is_short has_levels denies_when
    50% · 25% | are_numbers are_percentages is_short has_levels are_marks denies_when is_status
    2026-03-31 · 2026-04-01 · 2026-04-02 · soon · later | are_dates is_in_order is_short has_levels
    2026-03-31 · 2026-04-01 · soon · later | is_in_order is_short has_levels
    2026-03-31 · 12/03/2024 · TBC | are_dates is_short has_levels
    2026-03-31 · 2026-04-01 | are_dates is_all_dates is_in_order is_short has_levels are_marks
    #1 · #2 · #3 · #4 · #5 · #6 · #7 · a · b · c | are_numbers is_short has_levels are_marks denies_when
    #1 · #2 · #3 · #4 · #5 · #6 · a · b · c | is_short has_levels are_marks denies_when
    2024 · 2025 | are_numbers is_short has_levels are_marks
    1990 · 2100 | are_numbers is_short has_levels are_marks
    1989 · 2101 | are_numbers is_short has_levels are_marks denies_when
    Mend it · Light the pier · Paint it blue · Call them in · Ask | is_wordy is_short are_names are_mostly_names denies_when
    Mend it · Light the pier · Paint it blue · Call them · Ask | is_short are_names are_mostly_names denies_when
    Light the pier · Light the pier · Paint it blue · Paint it blue · Ask them in | is_wordy is_short are_names are_mostly_names denies_when is_status
    Light the pier · Light the pier · Paint it blue · Paint it blue · Paint it blue | is_short are_names are_mostly_names denies_when is_status
    Swim · Run · Swim · Run · Swim | is_repeated is_short are_names are_mostly_names are_single_words are_kinds denies_when is_status
    R10 · R20 · R10 · R20 · R10 | is_repeated is_short are_names are_mostly_names are_single_words denies_when is_status
    Swim · Run · Swim · Run | is_short are_names are_mostly_names are_single_words denies_when is_status
    Swim · Run · Jump · Run · Swim | is_short are_names are_mostly_names are_single_words denies_when is_status
    go in now · go in now · go in now · go in now · go out | is_repeated is_short denies_when is_status
    go in now · go in now · go in now · go in now · go out now | is_short denies_when is_status
    Plan · Design · Build · Test | is_short are_names are_mostly_names denies_when
    Plan · Design · Plan | is_short are_names are_mostly_names denies_when is_status
    Plan · Design · Plan · Test | is_short are_names are_mostly_names are_single_words denies_when is_status
    Plan · Build it · Plan · Test | is_short are_names are_mostly_names are_single_words denies_when is_status
    Plan · Design · Plan · Test · Sail · Row · Walk · Climb it · Swim it · Dig it | is_short are_names are_mostly_names denies_when is_status
    aaaaaaaaaaaaaaaaaaaaaaaaa | is_short
    aaaaaaaaaaaaaaaaaaaaaaaaaa | -
    one two three | is_wordy is_short
    one two three four | is_wordy
    Ann Field · AD Estates · Head of Finance | is_short are_names are_mostly_names denies_when
    Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | are_mostly_names
    Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | are_names are_mostly_names
    Head of Homes and Land | is_wordy are_names
    Head of Homes and Land Use | is_wordy
    ann field | is_short
    Ann Field. | is_short
    Head of Land Use · Yes · Open · Head of Parks Now · Amber | are_names denies_when is_status
    Head of Land Use · Head of Parks Now · No · Head of Ice | is_wordy are_names are_mostly_names denies_when
    Head of Land Use · No · Head of Parks and Ice Now · Head of Ice · Bea Lee | is_wordy denies_when
    Head of Land · Head of Parks · Head of Ice | is_wordy is_short are_names are_mostly_names denies_when
    Head of Land Use · Head of Parks · Head of Ice | is_wordy are_names denies_when
    Ann Field · Bea Lee · Cy Dee · see the file · write to us | is_wordy is_short are_mostly_names denies_when
    Ann Field · Bea Lee · 31/03/2026 · 30/04/2026 · 31/05/2026 | are_dates is_short has_levels
    Ann Field · Bea Lee · #1 · #2 · #3 · #4 · #5 | are_numbers is_short has_levels denies_when
    High · Housing | is_short are_names are_mostly_names has_levels
    Housing · High streets | is_short are_names are_mostly_names
    x · ■ · 12 · --- · ab | is_short has_levels are_marks
    x · abc | is_short is_status
    https://a.example · www.b.example · http://c.example · seen · kept | is_short are_links denies_when
    https://a.example · www.b.example · seen · kept | is_short denies_when
    ann@parks.example · bea@parks.example | is_short
    Q2 23/24 · soon · later · never · gone | is_short denies_when
    Q2 23/24 · March 2024 · later · never · gone | is_short
    by the bay · at the end · Ann · Bea · Cy · Dee | is_short are_mostly_names denies_when
    by the bay · at the end · Ann · Bea · Cy | is_short are_mostly_names denies_when
    Ann · Bea | is_short are_names are_mostly_names
    Ann · Bea · Cy | is_short are_names are_mostly_names denies_when
    1034 · 88 · 501 | are_numbers is_short has_levels are_marks denies_when
    1989 | are_numbers is_short has_levels are_marks denies_when
    2101 | are_numbers is_short has_levels are_marks denies_when
    #7 | are_numbers is_short has_levels are_marks denies_when
    2026-03-31 | are_dates is_all_dates is_short has_levels are_marks
    12 March 2024 · 13 April 2024 · 14 May 2024 | are_dates is_short
    1 000 000 · 2 000 000 · 3 000 000 | are_numbers is_short has_levels are_marks denies_when
    March 2024 · April 2024 · May 2024 | are_dates is_short are_names
    Swim · Swim · Swim · Swim | is_short are_names are_mostly_names are_single_words denies_when is_status
    abcdefghijklmnopqrstuvwxy | is_short
    abcdefghijklmnopqrstuvwxyz | -
    Head of Parks and Ice · Ann · Bea · see it · ask us | denies_when
    Plan · Plan · Plan · Test · Sail · Row · Walk · Climb it · Swim it · Dig it | is_short are_names are_mostly_names denies_when is_status
    Plan · Plan · Test · Sail · Row · Walk · Climb · Swim · Dig · Hop | is_short are_names are_mostly_names denies_when is_status
    Timber is on its way · Timber is on its way | are_names
    by the bay · end of it · Ann · Bea | is_short
"""
IS_HELD = [
    name
    for name, value in vars(ColumnProfile).items()
    if isinstance(value, property) and name[:3] in ("is_", "are", "has", "den")
]


def cell_of(text: str) -> Value:
    if text.startswith("#"):
        return float(text[1:])
    return text == "TRUE" or (date.fromisoformat(text) if text.startswith("2026-") else text)


@pytest.mark.parametrize("line", [line.strip() for line in COLUMNS.strip().split("\n")])
def test_all_that_is_held_of_a_column(line: str) -> None:
    texts, _, held = line.partition(" | ")
    cells = profile(*map(cell_of, texts.split(" · ")))
    names = [name for name in IS_HELD if getattr(cells, name)]
    assert names + ["is_status"] * cells.is_status(DEFAULT_VOCABULARY) == held.replace("-", "").split()


def test_all_that_is_held_of_an_empty_column() -> None:
    assert [name for name in IS_HELD if getattr(NOTHING, name)] == ["is_short", "are_mostly_names", "are_marks"]
    assert not NOTHING.is_status(DEFAULT_VOCABULARY)
    assert (NOTHING.filled, NOTHING.mean_words, NOTHING.share_distinct, NOTHING.share_timescales) == (0, 0, 0, 0)
    assert (NOTHING.share_known(DEFAULT_VOCABULARY), NOTHING.share_progress(DEFAULT_VOCABULARY)) == (0, 0)


def test_how_much_of_a_column_is_what() -> None:
    cells = profile("In progress", "Amber", "Ongoing", "In progress", "Repair the pier")
    assert (cells.filled, cells.mean_words, cells.share_distinct) == (5, 1.8, 0.8)
    assert (cells.share_known(DEFAULT_VOCABULARY), cells.share_progress(DEFAULT_VOCABULARY)) == (0.6, 0.8)


@pytest.mark.parametrize(
    ("values", "share"),
    [
        ((DAY, "Q2 23/24", "TBC", "soon after"), 0.75),
        ((DAY, DAY, "soon after"), 2 / 3),
        ((DAY, DAY), 1),
        (("31/02/2024", "soon after"), 0.5),
        (("Q2", "14 Aug", "never ever", "12/03/99 24:00"), 0.75),
        ((*[f"at the pier {number}" for number in range(12)], "Q2 23/24"), 0),
        ((*[f"at the pier {number}" for number in range(11)], "Q2 23/24"), 1 / 12),
        ((*[f"Q2 23/{number}" for number in range(24, 37)], "Q2 23/24"), 2 / 13),
    ],
)
def test_how_many_cells_say_when(values: tuple[Value, ...], share: float) -> None:
    assert profile(*values).share_timescales == pytest.approx(share)


@pytest.mark.parametrize(
    ("text", "is_what"),
    [
        ("x", "mark progress"),
        ("ab", "mark"),
        ("abc", ""),
        ("- 12 -", "mark level"),
        ("12 of 34 in 5", ""),
        ("P 12345678901", ""),
        ("P 1234567890", "level"),
        ("Very high priority", "level"),
        ("3 to 4", "level"),
        ("Must have", "level"),
        ("On track", "progress"),
        ("In progress", "progress"),
        ("n/a", "progress"),
        ("approx. 30%", "progress"),
        ("30% of it", ""),
        ("Homes", ""),
        ("Priority", ""),
    ],
)
def test_what_a_single_cell_is(text: str, is_what: str) -> None:
    tests = {"mark": is_mark(text), "progress": is_progress(text, DEFAULT_VOCABULARY), "level": is_level(text)}
    assert [name for name, holds in tests.items() if holds] == is_what.split()


@pytest.mark.parametrize(
    ("value", "is_date"), [("12 September 2023 10:30Z", True), ("12 September 2023 10:30 Z", False)]
)
def test_a_long_text_is_no_date(value: str, is_date: bool) -> None:
    assert is_written_date(value) == is_date


@pytest.mark.parametrize(
    ("texts", "is_so"),
    [
        (("Draft by 30 April", "Visit by the end of May", "Bind it before Q3"), True),
        (("Draft by 30 April", "Visit by the end of May"), False),
        (("Draft by 30 April", "Visit by Ann", "Stand by the door"), False),
        (("Draft by 30 April", "Visit by July", "Target August", "Done by May", "Soon"), True),
    ],
)
def test_cells_that_say_by_when(texts: tuple[str, ...], is_so: bool) -> None:
    assert profile(*texts).names_ends is is_so
