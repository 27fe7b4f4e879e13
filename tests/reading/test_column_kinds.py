"""What the cells of a column are together."""

from __future__ import annotations

import pytest

from peerxl.model.status import DEFAULT_VOCABULARY, Status, Vocabulary
from peerxl.reading.cells.column_kinds import (
    are_colours,
    are_demands,
    are_durations,
    are_foreign,
    are_groups,
    are_hundredths,
    are_instructions,
    are_names_again,
    are_owners,
    are_permissions,
    are_quantities,
    are_refs,
    are_signatures,
    are_statements,
    are_verdicts,
    tell_what_happened,
    tells_progress,
)
from peerxl.reading.cells.profile import profile_values
from tests.reading.tables import draft

TESTS = {
    "instructions": are_instructions,
    "statements": are_statements,
    "refs": are_refs,
    "foreign": are_foreign,
    "quantities": are_quantities,
    "hundredths": are_hundredths,
    "progress": lambda cells: tells_progress(cells, DEFAULT_VOCABULARY),
    "verdicts": are_verdicts,
    "names again": are_names_again,
}


@pytest.mark.parametrize(
    ("cells", "kinds"),
    [
        ("", "hundredths"),
        ("Mend it · Paint it · It leaks", "instructions statements"),
        ("Mend it · It leaks", ""),
        ("it leaks when wet · it leaks now", "statements"),
        ("it leaks when wet · it leaks", ""),
        ("1 · 2 · 3", "refs hundredths"),
        ("1 · 2", "hundredths"),
        ("2 · 1 · 3", "hundredths"),
        ("1 · 1 · 2", "hundredths"),
        ("1 · 3 · 5", "hundredths"),
        ("101 · 102 · 103", "refs"),
        ("101 · 103 · 104", "foreign quantities"),
        ("R1 · R2 · R3", "refs"),
        ("R1 · R2 · R2", ""),
        ("Pier · Quay · Pier", "names again"),
        ("Pier · Quay · Lamp", ""),
        ("Pier · Pier", ""),
        ("R1 · R2 · none", ""),
        ("1.1.1 · 1.1.2 · 1.2.1", "refs"),
        ("2026-03-31 · 2026-04-30 · 2026-05-31", ""),
        ("25 · 3 · 9", "hundredths"),
        ("26 · 3 · 9", "foreign quantities hundredths"),
        ("2.5 · 3 · 9", "foreign quantities hundredths"),
        ("100 · 0 · 50", "foreign quantities hundredths"),
        ("101 · 0 · 50", "foreign quantities"),
        ("2024 · 2025 · 2025", ""),
        ("Pier · Quay · 101", ""),
        ("2101 · 2 · 2", "foreign quantities"),
        ("2100 · 2 · 2", ""),
        ("1990 · 2 · 2", ""),
        ("1989 · 2 · 2", "foreign quantities"),
        ("-1 · 3 · 9", ""),
        ("Accepted · Rejected · Agreed · Open · Open · Open", "verdicts names again"),
        ("0.5 · 1 · 0.25", "hundredths"),
        ("50% · 100%", "hundredths"),
        ("09:30 · 10:30 · 11:15 · noon · late", "foreign"),
        ("09:30 · 10:30 · noon · late", ""),
        ("In progress · Completed · Completed", "progress names again"),
        ("In progress · Completed", ""),
        ("In progress · On hold · Ongoing", ""),
        ("Open · Pending · Closed", "progress"),
        ("Open · Pending · Overdue", ""),
        ("Working on it · Done · Stuck", "progress"),
        ("Working on it · Stuck · Stuck", "names again"),
        ("Completed · Cancelled · Completed", "names again"),
        ("In progress · Completed · Open · Open · Waiting", "progress names again"),
        ("In progress · Completed · Open · Waiting", ""),
        ("Accepted · Rejected · Open · Open", "verdicts names again"),
        ("Accepted · Rejected · Open · Open · Open", "names again"),
    ],
)
def test_what_a_column_is(cells: str, kinds: str) -> None:
    profile = draft(f"Foo: {cells}").profile
    held = " ".join(name for name, holds in TESTS.items() if holds(profile))
    assert held == kinds


@pytest.mark.parametrize(
    ("cells", "rows", "is_so"),
    [
        ("Pier · Quay", 4, True),
        ("Pier · Quay", 3, False),
        ("Pier · Pier · Quay · Quay", 4, True),
        ("Pier · Quay · Pier · Quay", 4, False),
        ("Pier · Pier · Pier · Quay", 4, False),
        ("Pier · Pier · Pier · Pier", 4, False),
        ("1 · 2", 4, False),
        ("High · Low", 4, False),
        ("2026-03-31 · 2026-04-30", 4, False),
    ],
)
def test_whether_cells_name_groups_of_rows(cells: str, rows: int, is_so: bool) -> None:
    assert are_groups(draft(f"Foo: {cells}").profile, rows) == is_so


@pytest.mark.parametrize(
    ("texts", "are_so"),
    [
        (("1", "2", "3"), True),
        (("1", "3", "5"), False),
        (("1", "2", "x"), False),
        (("R1", "R2", "R3"), True),
        (("9" * 400,) * 3, False),
    ],
)
def test_numbers_written_as_text_are_refs_as_typed_ones_are(texts: tuple[str, ...], are_so: bool) -> None:
    assert are_refs(profile_values(texts)) == are_so


def test_progress_in_words_of_the_plans_own() -> None:
    cells = draft("Foo: Snarf · Snarf · Gorm").profile
    own = Vocabulary((Status("Snarf", True), Status("Gorm", False)))
    assert (tells_progress(cells, own), tells_progress(cells, DEFAULT_VOCABULARY)) == (True, False)


PEOPLE = {
    "demands": are_demands,
    "owners": are_owners,
    "signatures": are_signatures,
    "told": tell_what_happened,
    "durations": are_durations,
    "colours": are_colours,
}


@pytest.mark.parametrize(
    ("cells", "kinds"),
    [
        ("", ""),
        ("Ann Field · Head of Roads · Ann Field", "owners signatures"),
        ("Ann Field · Head of Roads", ""),
        ("Ann Field · Head of Roads · Stonehaven", "owners signatures"),
        ("Ann Field · Harrogate · Stonehaven", ""),
        ("Ann Field · Head of Roads · Bo Lane · Unit 4 · Unit 5", "owners signatures"),
        ("Ann Field · Head of Roads · Unit 3 · Unit 4 · Unit 5", ""),
        ("Ann Field · Head of Roads · Unit 4", "owners signatures"),
        ("Ann Field · Unit 3 · Unit 4", ""),
        ("the clerk · the clerk · the clerk", ""),
        ("Finance · Legal · Finance", ""),
        ("Ann Field and the rest of them · Bo Lane and all of the team · Ann Field and the rest of all", ""),
        ("Ann Field, Head of Roads · Bo Lane, Head of Parks · Cy Moss, Head of Piers", "owners signatures"),
        ("Head of Roads and Parks and Piers · Head of Roads and Parks and Piers · Ann Field", ""),
        ("Ann Field · Oskar Teal · Caleb Wrenn", "owners signatures"),
        ("Oskar Teal · Zbyg Wrenn · Xul Dunlin", ""),
        ("Ann Field · Oskar Teal · Caleb Wrenn · Xul Dunlin", "owners signatures"),
        ("Ann Field · Zbyg Wrenn · Oskar Teal · Xul Dunlin", ""),
        ("Ann Field · Bo Lane · Oskar Teal · Caleb Wrenn · the pier", "owners signatures"),
        ("Ann Field · Bo Lane · Oskar Teal · the pier · the quay", ""),
        ("Ann Field · Bo Lane · Jane Smith · the pier · the quay", "owners signatures"),
        ("Ann Field · Bo Lane · the lamp · the pier · the quay", ""),
        ("Ann Field and Bo Lane · Ann Field and Bo Lane · Ann Field and Bo Lane", "owners signatures"),
        ("Ann Field and Bo Lane now · Ann Field and Bo Lane · Ann Field and Bo Lane", ""),
        ("AF · BL · CD · low · new", "signatures"),
        ("AF · BL · low · new", ""),
        ("ABCD · ABCDE · ABCDEF", ""),
        ("Ann Field · Budget · Oskar Teal · Caleb Wrenn", ""),
        ("6 months · 1 month · Immediate", "durations"),
        ("6 months · June 2026 · July 2026", ""),
        ("Short term · Long-term · Within 2 weeks", "durations"),
        ("Green · Amber · Green", "colours"),
        ("Green · Green · Green", ""),
        ("Green · Amber", ""),
        ("BH · BH · AK", "signatures"),
        ("BH · Main hall · Kitchen", ""),
        ("R · A · G", ""),
        ("YES · NO · YES", ""),
        ("FINANCE · LEGAL · ROADS", ""),
        ("The trust must ensure its piers are lit · The trust should mend its quays", "demands"),
        ("The trust must ensure its piers are lit", ""),
        ("Piers must · Quays should", ""),
        ("The trust ensures that its piers are lit · The trust is mending its quays", ""),
        ("Lamps were ordered in May · The timber has now come · Awaiting a price from them", "told"),
        ("Lamps were ordered in May · The timber has now come", ""),
        ("It was ordered · It has come · They were met", ""),
        ("Lamps were ordered in May · The timber pier by night · A quay by day and night", ""),
    ],
)
def test_what_a_column_says_of_people_and_of_what_was_done(cells: str, kinds: str) -> None:
    profile = draft(f"Foo: {cells}").profile
    assert " ".join(name for name, holds in PEOPLE.items() if holds(profile)) == kinds


@pytest.mark.parametrize(
    ("cells", "is_so"),
    [
        ("Red · Amber · Green", True),
        ("Red, Amber, Green · Green · Amber", True),
        ("Red/Amber · Amber/Green · Green", False),
        ("Red · Amber", False),
        ("Red · Red · Red", False),
        ("Red · Amber · Green lane", False),
    ],
)
def test_whether_cells_are_lights_of_which_one_may_list_them_all(cells: str, is_so: bool) -> None:
    assert are_colours(profile_values(cells.split(" · "))) is is_so


@pytest.mark.parametrize(
    ("cells", "is_so"),
    [
        ("yes · yes, as creator · no · n/a", True),
        ("✓ · ✗ · ✓ (own)", True),
        ("Allowed · Not allowed · Denied", True),
        ("Full access · Read/write · View only · author only", True),
        ("Yes · Yes · Yes · Yes · Ann", True),
        ("Yes · Yes · Ann", False),
        ("Yes · n/a", False),
        ("Yes", False),
        ("No one yet · No owner · Nobody", False),
        ("Yesim Kaya · Noah Field · Owen Lane", False),
        ("All · All staff · All", False),
        # Letters, of which one stands alone as no initials do.
        ("A · R · R/C · I", True),
        ("R · RW · RWD", True),
        ("R · C", False),
        ("RC · CA · AC", False),
        ("A · B · C", False),
        ("", False),
    ],
)
def test_whether_cells_say_who_may_do_something(cells: str, is_so: bool) -> None:
    assert are_permissions(profile_values(filter(None, cells.split(" · ")))) is is_so
