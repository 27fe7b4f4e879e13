"""Rows that say what stands above already, and rows whose text is too long for one."""

import pytest

from peerxl.documents.document import Section, TableColumn, TableEntry, TableRow
from peerxl.excel.long_rows import MOST_LINES, abridge_rows, split_row

COLUMNS = (TableColumn("Theme", is_group=True), TableColumn("Action"), TableColumn("Comment"))
ROOMS = (94.0, 94.0, 194.0)
ENDLESS = "This sentence says what was done and what comes next. " * 60
SHORT, LONG = TableEntry("Save.", lead="Money"), TableEntry("Save more than last year, and say how. " * 3, lead="Money")
GOES_ON = TableEntry("As above", lead="Money")


def fitted(*rows: TableRow, **given: object) -> list[tuple[TableEntry, ...]]:
    section = Section("S", "T", **{"columns": COLUMNS, "rows": rows, "is_paper": True, **given})  # type: ignore[arg-type]
    return [part.entries for row in abridge_rows(section) for part in split_row(row, section, ROOMS)]


def group_column(*rows: TableRow, **given: object) -> list[TableEntry]:
    return [entries[0] for entries in fitted(*rows, **given)]


def test_a_long_text_of_a_group_is_said_once() -> None:
    rows = [TableRow.of(entry, "Do it", "Done") for entry in (LONG, LONG, SHORT, SHORT, LONG)]
    assert group_column(*rows) == [LONG, GOES_ON, SHORT, SHORT, LONG]


def test_a_group_that_begins_says_its_words_again() -> None:
    assert group_column(TableRow.of(LONG, "a", "b"), TableRow.of(LONG, "c", "d", starts_group=True)) == [LONG, LONG]


def test_joined_groups_say_it_in_each_row() -> None:
    assert group_column(*[TableRow.of(LONG, "a", "b")] * 2, has_joined_groups=True) == [LONG, LONG]


@pytest.mark.parametrize(("length", "value"), [(60, "x" * 60), (61, "As above")])
def test_a_theme_is_repeated_and_a_recommendation_is_not(length: int, value: str) -> None:
    _, second = group_column(*[TableRow.of("x" * length, "a", "b")] * 2)
    assert second.value == value


def test_a_long_text_goes_on_below_and_nothing_is_lost() -> None:
    first, *others = fitted(TableRow.of(LONG, "Do it", ENDLESS))
    assert first[:2] == (LONG, TableEntry("Do it"))
    assert {entries[:2] for entries in others} == {(GOES_ON, TableEntry("As above"))}
    assert {entries[2].lead for entries in others} == {"(continued)"}
    assert " ".join(entries[2].words for entries in (first, *others)) == ENDLESS


def test_a_long_text_of_a_group_goes_on_under_its_lead() -> None:
    first, *others = group_column(TableRow.of(TableEntry(ENDLESS, lead="Money"), "Do it", "Done"))
    assert first.lead == "Money"
    assert {entry.lead for entry in others} == {"Money (continued)"}


def test_joined_cells_stay_whole() -> None:
    endless = TableEntry(ENDLESS, lead="Money")
    assert group_column(TableRow.of(endless, "Do it", "Done"), has_joined_groups=True) == [endless]
    both = group_column(TableRow.of(endless, "Do it", ENDLESS), has_joined_groups=True)
    assert len(both) > 1
    assert set(both) == {endless}


def test_only_the_first_row_starts_the_group() -> None:
    section = Section(
        "S", "T", columns=COLUMNS, rows=(TableRow.of("a", "b", ENDLESS, starts_group=True),), is_paper=True
    )
    first, *others = [row.starts_group for row in split_row(section.rows[0], section, ROOMS)]
    assert first
    assert not any(others)


def test_the_tallest_row_shows_a_good_many_lines() -> None:
    assert MOST_LINES == 27
