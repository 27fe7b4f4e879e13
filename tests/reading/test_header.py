"""Where the headings stand: which row is the header, what band stands over it, and where its table ends."""

from __future__ import annotations

from datetime import date

import pytest

from peerxl.model.fiscal import APRIL_YEARS
from peerxl.model.layout import Field
from peerxl.model.sheet import Block, Sheet, Value
from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.reading.cells.profile import profile_values
from peerxl.reading.headers.calendar_columns import find_calendars, find_runs, kind_of
from peerxl.reading.headers.header import find_headers, guess_header, has_kind, header_at, is_of_a_kind
from peerxl.reading.headers.header_bands import combine, is_wide
from peerxl.reading.headers.header_row import Header, HeaderCandidate, is_long, read_header_row, show_heading
from peerxl.reading.headers.table_edges import LAST_COLUMN, find_last_own_row, find_span, split_groups
from peerxl.reading.headings.heading import read_heading
from peerxl.reading.headings.rules import Heading
from tests.conftest import sheet_from_text
from tests.reading.tables import typed

DAY = date(2026, 3, 31)


def summarise(header: Header) -> str:
    """The rows of a header, then each heading's cell with its field and quarter."""
    rows = f"{header.first_row}-{header.last_row}"
    headed = (f"{cell.address} {describe(heading)}" for cell, heading in header.headed)
    return f"{rows}: {' · '.join(headed)}"


def describe(heading: Heading) -> str:
    quarter = heading.quarter
    named = f" Q{quarter.number} {quarter.year or ''}".rstrip() if quarter else ""
    return f"{'update' if heading.is_update else heading.field or heading.year or '?'}{named}"


def headers_of(text: str, *merged: Block) -> list[str]:
    sheet = Sheet("Plan", typed(text).rows, merged)
    return [summarise(header) for header in find_headers(sheet, DEFAULT_VOCABULARY, APRIL_YEARS)]


BODY = "| Mend the pier | AD Roads | Q4 23/24 | On hold |"
TWO_ROWS = f"{BODY}\n{BODY}"

HEADERS = {
    "plain": (f"| Action | Owner | Due | Status |\n{BODY}", ["1-1: A1 action · B1 owner · C1 timescale · D1 status"]),
    "under a title": (
        f"| Harbour plan |\n|  |\n| Action | Owner | Due | Status |\n{BODY}",
        ["3-3: A3 action · B3 owner · C3 timescale · D3 status"],
    ),
    "none": ("| Fish | Chips |\n| Cod | 3 |", []),
    "one field": ("| Action |\n| Mend |", []),
    "two fields": ("| Action | Due |\n| Mend | Q1 23/24 |", ["1-1: A1 action · B1 timescale"]),
    "no field that only trackers have": ("| Ref | Theme |\n| 1 | Homes |", []),
    "an update": ("| Ref | Update |\n| 1 | Begun |", ["1-1: A1 ref · B1 update"]),
    "a task": ("| Ref | Task |\n| 1 | Mend |", ["1-1: A1 ref · B1 ?"]),
    "numbers among the headings": ("| Action | 12 | Owner |\n| Mend | 3 | Ann |", []),
    "numbers beside the headings": ("| 12 | Action | Owner |\n| 1 | Mend | Ann |", ["1-1: B1 action · C1 owner"]),
    "numbers right after the headings": ("| Action | Owner | 12 |\n| Mend | Ann | 3 |", ["1-1: A1 action · B1 owner"]),
    "a year among the headings": (
        "| Action | 2024 | Owner |\n| Mend | x | Ann |",
        ["1-1: A1 action · B1 ? · C1 owner"],
    ),
    "a year too early": ("| Action | 1989 | Owner |\n| Mend | x | Ann |", []),
    "a year too late": ("| Action | 2101 | Owner |\n| Mend | x | Ann |", []),
    "a row of the table": (f"| Action | Owner | Due | On hold |\n{TWO_ROWS}", []),
    "dates over dates": ("| Action | Owner | 2026-03-31 |\n| Mend | Ann | 2026-04-30 |", []),
    "of two the one with more fields": (
        f"| Action | Owner | Snarf |\n| Action | Owner | Due | Status |\n{BODY}",
        ["2-2: A2 action · B2 owner · C2 timescale · D2 status"],
    ),
    "of two the one with least beside": (
        f"| Action | Owner | Due | Snarf | Foo |\n\n| Action | Owner | Due |\n{BODY}",
        ["3-3: A3 action · B3 owner · C3 timescale"],
    ),
    "of two the upper": (
        "| Action | Owner | Due |\n| Mend | Ann | Q1 23/24 |\n| Action | Owner | Due |\n| Light | Bo | Q2 23/24 |",
        ["1-1: A1 action · B1 owner · C1 timescale"],
    ),
    "two tables": (
        "| Action | Owner | Due |\n| Mend | Ann | Q1 23/24 |\n\n| Action | Lead | Status |\n| Light | Bo | On hold |",
        ["1-1: A1 action · B1 owner · C1 timescale", "4-4: A4 action · B4 owner · C4 status"],
    ),
    "a second table of the same headings in other columns": (
        "| Action | Owner | Due |\n| Mend | Ann | Q1 23/24 |\n\n| Owner | Action | Due |\n| Bo | Light | Q2 23/24 |",
        ["1-1: A1 action · B1 owner · C1 timescale", "4-4: A4 owner · B4 action · C4 timescale"],
    ),
    "a second table of too few fields": (
        "| Action | Owner | Due |\n| Mend | Ann | Q1 23/24 |\n\n| Action | Status |\n| Light | On hold |",
        ["1-1: A1 action · B1 owner · C1 timescale"],
    ),
    "a second table with three fields fewer": (
        "| Ref | Action | Owner | Due | Status | Comments | Theme |\n| 1 | Mend | Ann | Q1 23/24 | On hold | x | y |\n\n"
        "| Action | Owner | Due | Status |\n| Light | Bo | Q2 23/24 | On hold |",
        [
            "1-1: A1 ref · B1 action · C1 owner · D1 timescale · E1 status · F1 comment · G1 theme",
            "4-4: A4 action · B4 owner · C4 timescale · D4 status",
        ],
    ),
    "a second table with four fields fewer": (
        "| Ref | Action | Owner | Due | Status | Comments | Theme |\n| 1 | Mend | Ann | Q1 23/24 | On hold | x | y |\n\n"
        "| Action | Owner | Due |\n| Light | Bo | Q2 23/24 |",
        [
            "1-1: A1 ref · B1 action · C1 owner · D1 timescale · E1 status · F1 comment · G1 theme",
            "4-4: A4 action · B4 owner · C4 timescale",
        ],
    ),
    "a second table with something beside": (
        "| Action | Owner | Due |\n| Mend | Ann | Q1 23/24 |\n\n| Action | Owner | Status | Snarf |\n| Light | Bo | On hold | x |",
        ["1-1: A1 action · B1 owner · C1 timescale", "4-4: A4 action · B4 owner · C4 status · D4 ?"],
    ),
    "a second table of what is the matter": (
        "| Action | Owner | Due |\n| Mend | Ann | Q1 23/24 |\n\n| Risk | Owner | Status |\n| Rust | Bo | On hold |",
        ["1-1: A1 action · B1 owner · C1 timescale", "4-4: A4 ? · B4 owner · C4 status"],
    ),
    "a second table right beneath": (
        "| Action | Owner | Due |\n| Mend | Ann | Q1 23/24 |\n| Risk | Owner | Status |\n| Rust | Bo | On hold |",
        ["1-1: A1 action · B1 owner · C1 timescale"],
    ),
    "a second table beneath a title of its own": (
        "| Action | Owner | Due |\n| Mend | Ann | Q1 23/24 |\n\n| Risks |\n| Risk | Owner | Status |\n| Rust | Bo | On hold |",
        ["1-1: A1 action · B1 owner · C1 timescale", "5-5: A5 ? · B5 owner · C5 status"],
    ),
    "a second table under words right beneath the first": (
        "| Action | Owner | Due |\n| Mend | Ann | Q1 23/24 |\n| Risks |\n| Risk | Owner | Status |\n| Rust | Bo | On hold |",
        ["1-1: A1 action · B1 owner · C1 timescale"],
    ),
    "a first table with an unknown heading": (
        "| Gate | Owner | Due | Status | Next action |\n| Kickoff | Ann | | On hold | Ask |\n\n"
        "| ID | Risk | Impact | Response | Owner | Next check | RAG |\n| 1 | Rust | High | Paint it | Bo | | Amber |",
        [
            "1-1: A1 ? · B1 owner · C1 timescale · D1 status · E1 action",
            "4-4: A4 ref · B4 ? · C4 extra · D4 ? · E4 owner · F4 ? · G4 status",
        ],
    ),
    "a key beneath": (
        "| Action | Owner | Due |\n| Mend | Ann | Q1 23/24 |\n\n| Decision | Date | Notes |\n| Sell it | 2026-03-31 | x |",
        ["1-1: A1 action · B1 owner · C1 timescale", "4-4: A4 ? · B4 date raised · C4 comment"],
    ),
    "a row of statuses after a blank row": (
        "| Action | Owner | Due |\n| Mend | Ann | Q1 23/24 |\n\n| Evidence | Comments | Completed |\n| Light | Bo | Q2 23/24 |",
        ["1-1: A1 action · B1 owner · C1 timescale"],
    ),
    "a second table of two headings": (
        "| Action | Owner | Due |\n| Mend | Ann | Q1 23/24 |\n\n| Risk | Owner |\n| Rust | Bo |",
        ["1-1: A1 action · B1 owner · C1 timescale"],
    ),
    "sub-headings": (
        "| Action | Owner | Q1 2023/24 |  |\n|  |  | Status | Comments |\n| Mend | Ann | On hold | Begun |",
        ["1-2: A1 action · B1 owner · C2 status Q1 2023 · D2 comment Q1 2023"],
    ),
    "a sub-heading alone under a heading": (
        "| Action | Owner | Progress |  | Due |\n|  |  | Status |  | Comments |\n| Mend | Ann | On hold | x | Q1 23/24 |",
        ["1-1: A1 action · B1 owner · C1 update · E1 timescale"],
    ),
    "a sub-heading under a heading with another beside it": (
        "| Action | Owner | Progress |  |\n|  | Lead | Status | Comments |\n| Mend | Ann | On hold | Begun |",
        ["1-1: A1 action · B1 owner · C1 update"],
    ),
    "sub-headings each under a quarter of its own": (
        "| Action | Q1 2023/24 | Q2 2023/24 |\n|  | Status | Status |\n| Mend | On hold | On hold |",
        ["1-2: A1 action · B2 status Q1 2023 · C2 status Q2 2023"],
    ),
    "sub-headings that are not all known": (
        "| Action | Owner | Q1 2023/24 |  |\n|  |  | Status | Snarf |\n| Mend | Ann | On hold | Begun |",
        ["1-1: A1 action · B1 owner · C1 update Q1 2023"],
    ),
    "a band": (
        "|  |  | Q1 2023/24 |  |\n| Action | Owner | Status | Comments |\n| Mend | Ann | On hold | Begun |",
        ["1-2: A2 action · B2 owner · C2 status Q1 2023 · D2 comment Q1 2023"],
    ),
    "a band that knows nothing": (
        "|  |  | Snarf | Foo |\n| Action | Owner | Status | Comments |\n| Mend | Ann | On hold | Begun |",
        ["2-2: A2 action · B2 owner · C2 status · D2 comment"],
    ),
    "a band with a heading of its own": (
        "| Ref |  | Q1 2023/24 |  |\n|  | Action | Status | Comments |\n| 1 | Mend | On hold | Begun |",
        ["1-2: A1 ref · B2 action · C2 status Q1 2023 · D2 comment Q1 2023"],
    ),
    "a band of years": (
        "|  | 2023/24 |  | 2024/25 |  |\n| Action | Q1 status | Q2 status | Q1 status | Owner |\n| Mend | On hold | On hold | On hold | Ann |",
        ["1-2: A2 action · B2 status Q1 2023 · C2 status Q2 2023 · D2 status Q1 2024 · E2 owner"],
    ),
    "a band of years over headings with theirs": (
        "|  | 2023/24 |  | 2024/25 |\n| Action | Q1 2022/23 status | Previous status | Owner |\n| Mend | On hold | On hold | Ann |",
        ["1-2: A2 action · B2 status Q1 2022 · C2 status Q0 · D2 owner"],
    ),
    "a lone quarter in the title": (
        "| Q1 2023/24 |  |  |\n| Action | Owner | Status |\n| Mend | Ann | On hold |",
        ["2-2: A2 action · B2 owner · C2 status"],
    ),
    "a lone quarter over a report": (
        "|  |  | Q1 2023/24 |\n| Action | Owner | Status |\n| Mend | Ann | On hold |",
        ["1-2: A2 action · B2 owner · C2 status Q1 2023"],
    ),
    "a row of another table over most of the headings": (
        "| Action | Owner | Snarf |  |  |\n| Action | Owner | Status | Comments | Ref |\n| Mend | Ann | On hold | x | 1 |",
        ["2-2: A2 action · B2 owner · C2 status · D2 comment · E2 ref"],
    ),
    "a row of headings over the others' other columns": (
        "| Action | Owner | Due |\n|  |  |  | Status | Comments | Evidence | Ref | Theme | Snarf |\n"
        "| Mend | Ann | Q1 23/24 | On hold | Begun | x | 1 | Homes | y |",
        ["1-2: A1 action · B1 owner · C1 timescale · D2 status · E2 comment · F2 evidence · G2 ref · H2 theme · I2 ?"],
    ),
    "a row of another table right above": (
        "| Action | Owner | Q1 status | Snarf |\n| Action | Owner | Status | Comments |\n| Mend | Ann | On hold | x |",
        ["2-2: A2 action · B2 owner · C2 status · D2 comment"],
    ),
}


@pytest.mark.parametrize(("text", "headers"), HEADERS.values(), ids=HEADERS)
def test_where_the_headings_stand(text: str, headers: list[str]) -> None:
    assert headers_of(text) == headers


@pytest.mark.parametrize(
    ("band", "heading", "together"),
    [
        ("Milestones", "Q1", "?"),
        ("Due date", "Q1", "?"),
        ("Action", "Q1", "?"),
        ("Task", "Q1", "?"),
        ("Risk", "Q1", "update Q1"),
        ("Progress", "Q1", "update Q1"),
        ("Action", "Q1 status", "status Q1"),
        ("2023/24", "Q1 status", "status Q1 2023"),
        ("2023/24", "Q1 2022/23 status", "status Q1 2022"),
        ("2023/24", "Previous status", "status Q0"),
        ("Q1 2023/24", "Status", "status Q1 2023"),
        ("Q1 2023/24", "Owner", "owner"),
        ("2023/24", "Status", "status"),
    ],
)
def test_what_a_band_adds_to_a_heading(band: str, heading: str, together: str) -> None:
    over, beneath = read_heading(band, APRIL_YEARS), read_heading(heading, APRIL_YEARS)
    assert describe(combine(over, beneath)) == together
    assert combine(None, beneath) == beneath


BANDS = {
    "merged over two": (
        "|  | Q1 2023/24 |  | Q2 2023/24 |  |\n| Action | Owner | Status | Status | Comments |\n| Mend | Ann | On hold | On hold | x |",
        (Block(1, 2, 1, 3), Block(1, 4, 1, 5)),
        ["1-2: A2 action · B2 owner · C2 status Q1 2023 · D2 status Q2 2023 · E2 comment Q2 2023"],
    ),
    "no further than it is merged": (
        "|  |  | Q1 2023/24 |  |  |\n| Action | Owner | Status | Comments | Update |\n| Mend | Ann | On hold | x | y |",
        (Block(1, 3, 1, 4), Block(1, 5, 1, 6)),
        ["1-2: A2 action · B2 owner · C2 status Q1 2023 · D2 comment Q1 2023 · E2 update"],
    ),
    "merged over a column without a heading of its own": (
        "|  |  | Comments |  | Theme |\n| Action | Owner |  | Status |  |\n| Mend | Ann | x | On hold | Homes |",
        (Block(1, 3, 1, 4),),
        ["1-2: A2 action · B2 owner · D2 status · E1 theme"],
    ),
    "sub-headings under a merged heading": (
        "| Action | Progress |  |\n|  | Status | Comments |\n| Mend | On hold | Begun |",
        (Block(1, 2, 1, 3),),
        ["1-2: A1 action · B2 status · C2 comment"],
    ),
    "sub-headings under a heading that is not merged": (
        "| Action | Progress |  |\n|  | Status | Comments |\n| Mend | On hold | Begun |",
        (Block(1, 1, 2, 1),),
        ["1-2: A1 action · B2 status · C2 comment"],
    ),
}


@pytest.mark.parametrize(("text", "merged", "headers"), BANDS.values(), ids=BANDS)
def test_headings_over_others(text: str, merged: tuple[Block, ...], headers: list[str]) -> None:
    assert headers_of(text, *merged) == headers


def test_how_far_above_a_row_of_the_table_is_looked_for() -> None:
    row = "| Mend the pier | AD Roads | 2026-03-31 | On hold |\n"
    header = "| Action | Owner | Due | Status |\n"
    for blanks, is_found in ((29, False), (30, True)):
        assert bool(headers_of(row + "\n" * blanks + header + row)) == is_found


def test_a_row_with_one_cell_like_those_beneath_is_no_row_of_the_table_above() -> None:
    text = "| Note | On hold |\n| Action | Status |\n| Mend | On hold |"
    assert headers_of(text) == ["2-2: A2 action · B2 status"]


@pytest.mark.parametrize(
    ("columns", "header"),
    [
        ([1], "2-2: A2 ? · B2 ?"),
        ([1, 2], "2-2: A2 ? · B2 ?"),
        ([3], "3-3: B3 ? · C3 ?"),
        ([9], "2-2: A2 ? · B2 ?"),
    ],
)
def test_the_first_row_with_a_text_in_each_column_settled_by_hand(columns: list[int], header: str) -> None:
    sheet = Sheet("Plan", ((), ("Snarf", "Foo"), (1.0, "Ann", "x")))
    assert summarise(guess_header(sheet, columns, APRIL_YEARS)) == header


@pytest.mark.parametrize(("row", "is_found"), [(200, True), (201, False)])
def test_how_far_down_a_header_is_looked_for(row: int, is_found: bool) -> None:
    assert bool(headers_of("| x |\n" * (row - 1) + f"| Action | Owner | Due | Status |\n{BODY}")) == is_found


@pytest.mark.parametrize(("row", "is_found"), [(30, True), (31, False)])
def test_how_far_down_a_header_of_long_texts_is_looked_for(row: int, is_found: bool) -> None:
    text = "| x |\n" * (row - 1) + f"| {LONG} | {NAMING} |\n| Mend the pier | Ann |"
    assert bool(headers_of(text)) == is_found


@pytest.mark.parametrize(
    ("rows", "row", "is_heading"),
    [
        (((None, DAY), ("Status", DAY)), 2, False),
        (((None, DAY), (), ("Status", DAY)), 3, True),
        ((("Status", DAY), (), (None, DAY)), 1, True),
        ((("Status", "31/03/2026"), (None, "30/04/2026")), 1, False),
        ((("Status", None, DAY), (None, None, DAY)), 1, False),
        (((None, None, DAY), ("Status", None, DAY)), 2, False),
    ],
)
def test_a_date_with_another_right_above_or_below_is_no_heading(
    rows: tuple[tuple[Value, ...], ...], row: int, is_heading: bool
) -> None:
    assert bool(read_header_row(Sheet("Plan", rows), row, APRIL_YEARS).headings) == is_heading


def test_a_sheet_without_cells_has_its_header_in_the_first_row() -> None:
    assert summarise(guess_header(Sheet("Plan", ()), [1], APRIL_YEARS)) == "1-1: "


LONG = "What it is that the council has agreed to do about it"
NAMING = "Name and post of the officer who is responsible for completing it"
SENTENCE = "The owner of the pier will report on the status of the action in due course"


@pytest.mark.parametrize(
    ("text", "headers"),
    [
        (f"| Ref | {LONG} | Owner |\n| 1 | Mend the pier | Ann |", ["1-1: A1 ref · B1 action · C1 owner"]),
        (f"| {LONG} | {NAMING} |\n| Mend the pier | Ann |", ["1-1: A1 action · B1 owner"]),
        (f"| Ref | Action | Owner |\n| {SENTENCE} | {SENTENCE} | Ann |", ["1-1: A1 ref · B1 action · C1 owner"]),
        (
            f"| {SENTENCE} | {LONG} |\n| Ref | Action | Owner |\n| 1 | Mend | Ann |",
            ["2-2: A2 ref · B2 action · C2 owner"],
        ),
    ],
)
def test_a_long_text_is_a_heading_among_others_or_where_there_is_none(text: str, headers: list[str]) -> None:
    assert headers_of(text) == headers


@pytest.mark.parametrize(
    ("text", "is_too_long"),
    [
        ("a " * 8, False),
        ("a " * 9, True),
        ("a" * 60, False),
        ("a" * 61, True),
    ],
)
def test_how_long_a_heading_is_that_is_read_at_once(text: str, is_too_long: bool) -> None:
    assert is_long(text) == is_too_long


def test_a_header_that_somebody_says_is_one() -> None:
    sheet = sheet_from_text("| Fish |\n| Action | Owner |\n| Mend | Ann |")
    assert [summarise(header_at(sheet, row, APRIL_YEARS)) for row in (1, 2, 9)] == [
        "1-1: A1 ?",
        "2-2: A2 action · B2 owner",
        "9-9: ",
    ]
    numbered = Sheet("Plan", (("Action", 12.0, "Owner"), ("Mend", 3.0, "Ann")))
    assert summarise(header_at(numbered, 1, APRIL_YEARS)) == "1-1: A1 action · C1 owner"
    dated = Sheet("Plan", (("Action", DAY), ("Mend", DAY)))
    assert summarise(header_at(dated, 1, APRIL_YEARS)) == "1-1: A1 action · B1 update Q4 2025"


@pytest.mark.parametrize(
    ("rows", "headings"),
    [
        ((("Status",),), ""),
        ((("Q1 2023/24",),), "A update Q1 2023"),
        ((("2023/24",),), "A 2023"),
        ((("Status", DAY), (None, DAY)), ""),
        ((("Status", DAY), (None, "x")), "A status · B update Q4 2025"),
        ((("Action", "2024", "Owner"),), "A action · B ? · C owner"),
        ((("Action", "12", "Owner"),), ""),
        ((("Status:", "All", "Owner:", "AD H"),), ""),
        ((("Action:", "Status:", "Owner:"),), "A action · B status · C owner"),
    ],
)
def test_the_headings_of_a_row(rows: tuple[tuple[Value, ...], ...], headings: str) -> None:
    candidate = read_header_row(Sheet("Plan", rows), 1, APRIL_YEARS)
    assert " · ".join(f"{' ABC'[column]} {describe(each)}" for column, each in candidate.headings.items()) == headings


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Owner", "Owner"),
        (DAY, "March 2026"),
        (2024.0, "2024"),
        (1990, "1990"),
        (2100, "2100"),
        (1989, ""),
        (2101, ""),
        (True, ""),
        (None, ""),
    ],
)
def test_a_headings_words(value: Value, text: str) -> None:
    assert show_heading(value) == text


@pytest.mark.parametrize(
    ("value", "beneath", "is_alike"),
    [
        (DAY, (DAY, DAY), True),
        (DAY, ("x", "y"), False),
        (7, (1, 2), True),
        (7, ("x", "y"), False),
        ("On hold", ("On hold", "Gone"), True),
        ("On hold", ("On hold", "Gone", "Lost"), False),
        ("On hold", ("On hold", "On hold until the weather is better"), False),
        ("Gone", ("On hold", "Gone"), False),
        ("", ("On hold",), False),
        (None, ("On hold",), False),
        (True, ("On hold",), False),
    ],
)
def test_what_is_like_the_cells_beneath(value: Value, beneath: tuple[Value, ...], is_alike: bool) -> None:
    has_one = has_kind(value, DEFAULT_VOCABULARY)
    assert (has_one and is_of_a_kind(value, profile_values(beneath), DEFAULT_VOCABULARY)) == is_alike


def candidate(*headings: str) -> HeaderCandidate:
    return HeaderCandidate(3, {column: read_heading(text, APRIL_YEARS) for column, text in enumerate(headings, 1)})


@pytest.mark.parametrize(
    ("headings", "known", "weight"),
    [
        (("Action", "Owner", "Snarf"), 2, 2),
        (("Action", "Action"), 1, 1),
        (("Wexmere owner", "Owner"), 1, 1),
        (("Wexmere owner",), 1, 0.5),
        (("Start date", "Date raised"), 2, 1),
        (("Update", "Q1 update"), 2, 2),
        (("Task", "Issue"), 2, 1.6),
        (("Snarf",), 0, 0),
    ],
)
def test_how_well_a_row_names_fields(headings: tuple[str, ...], known: int, weight: float) -> None:
    row = candidate(*headings)
    assert row.known == known
    assert row.weight == pytest.approx(weight)
    assert row.rank == (-row.weight, -known / len(headings), 3)


# Columns from A: letters that are headings of trackers (A action, O owner), others (x), filled without one (-), empty (.).
SPANS = [
    ("AOO", (1, 16_384)),
    (".AO", (2, 16_384)),
    ("AO.x", (1, 2)),
    ("AO..x", (1, 3)),
    ("AO.-", (1, 2)),
    ("AO.S", (1, 16_384)),
    ("AO.S.x", (1, 4)),
    ("AO.O", (1, 2)),
    ("AO.xS", (1, 16_384)),
    ("x.AO", (3, 16_384)),
    ("S.AO", (1, 16_384)),
    ("O.AO", (3, 16_384)),
    ("x.S.AO", (3, 16_384)),
    ("AO-x", (1, 16_384)),
    ("xx", (1, 16_384)),
    ("", (1, 16_384)),
    ("AS.U", (1, 2)),
    ("AS.Q", (1, 16_384)),
    ("AO.T", (1, 16_384)),
    ("AO.D", (1, 16_384)),
    ("AO.C", (1, 16_384)),
    ("AO.B", (1, 16_384)),
    ("OS.A", (1, 16_384)),
    ("AS.O", (1, 16_384)),
    ("AS.RT", (1, 16_384)),
    ("AS.R", (1, 2)),
]
HEADED = {
    "A": "Action",
    "O": "Owner",
    "S": "Status",
    "Q": "Q3 status",
    "D": "Due",
    "C": "Comments",
    "B": "Original due date",
    "R": "Ref",
    "U": "Status",
    "T": "Task",
    "x": "Snarf",
}


@pytest.mark.parametrize(("columns", "span"), SPANS)
def test_where_a_table_ends_to_the_left_and_right(columns: str, span: tuple[int, int]) -> None:
    sheet = Sheet(
        "Plan", (tuple(map(HEADED.get, columns)), tuple("v" if letter == "-" else None for letter in columns))
    )
    headed = tuple(
        (sheet.cell(1, column), read_heading(HEADED[letter], APRIL_YEARS))
        for column, letter in enumerate(columns, 1)
        if letter in HEADED
    )
    assert find_span(sheet, Header(1, 1, headed), [2]) == range(span[0], span[1] + 1)


def test_a_chart_belongs_to_the_table() -> None:
    sheet = sheet_from_text("| Action | Owner |  |  |  | Key |")
    headed = tuple(
        (sheet.cell(1, column), read_heading(sheet.cell(1, column).text, APRIL_YEARS)) for column in (1, 2, 6)
    )
    assert find_span(sheet, Header(1, 1, headed, (range(3, 6),)), []) == range(1, 16_385)
    assert find_span(sheet, Header(1, 1, headed, (range(3, 5),)), []) == range(1, 5)
    assert find_span(sheet, Header(1, 1, headed), []) == range(1, 5)


def test_columns_with_none_missing_inside() -> None:
    assert split_groups([1, 2, 4, 7, 8]) == [[1, 2], [4], [7, 8]]
    assert split_groups([]) == []


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (DAY, "day"),
        ("Jan", "month"),
        ("Sept.", "month"),
        ("Jan-24", "month"),
        ("Jan '24", "month"),
        ("Janet", ""),
        ("Q1", "quarter"),
        ("Quarter 2", "quarter"),
        ("Qtr 3", "quarter"),
        ("Q4 2023/24", "quarter"),
        ("Q5", ""),
        ("Week 12", "week"),
        ("W/C 12", "week"),
        ("wk 3", "week"),
        ("12", "week"),
        ("12/3", "week"),
        ("Day 1", "week"),
        ("M1", "week"),
        ("Sprint 4", "week"),
        ("1234", ""),
        ("", ""),
        (None, ""),
        ("Owner", ""),
    ],
)
def test_what_a_heading_counts(value: Value, kind: str) -> None:
    assert kind_of(value) == kind


@pytest.mark.parametrize(
    ("headings", "runs"),
    [
        ({1: "Jan", 2: "Feb", 3: "Mar"}, [range(1, 4)]),
        ({1: "Jan", 2: "Feb"}, []),
        ({1: "Jan", 8: "Feb", 15: "Mar"}, [range(1, 16)]),
        ({1: "Jan", 9: "Feb", 10: "Mar"}, []),
        ({1: "Owner", 2: "Jan", 3: "Feb", 4: "Mar", 5: "Due"}, [range(2, 5)]),
        ({2: "Jan", 3: "Feb", 4: "Mar", 5: "Q1", 6: "Q2", 7: "Q3"}, [range(2, 5), range(5, 8)]),
        ({2: "Jan", 3: "Feb", 4: "Owner", 5: "Mar", 6: "Apr"}, []),
        ({3: "Mar", 1: "Jan", 2: "Feb"}, [range(1, 4)]),
        ({1: "Snarf", 2: "Foo", 3: "Bar"}, []),
        ({}, []),
    ],
)
def test_runs_of_headings_that_count(headings: dict[int, Value], runs: list[range]) -> None:
    assert list(find_runs(headings)) == runs


@pytest.mark.parametrize(
    ("headings", "beneath", "is_chart"),
    [
        ("Jan Feb Mar", "x . x", True),
        ("Jan Feb Mar", ". . .", True),
        ("Jan Feb Mar", "x . Begun", False),
        ("Jan Feb Mar", "R A x", False),
        ("Jan Feb Mar", "x r x", False),
        ("Q1 Q2 Q3", ". . .", False),
        ("Q1 Q2 Q3", "x . .", True),
    ],
)
def test_a_chart_has_marks_or_nothing_beneath(headings: str, beneath: str, is_chart: bool) -> None:
    rows = tuple(tuple(None if cell == "." else cell for cell in line.split()) for line in (headings, beneath))
    sheet = Sheet("Plan", rows)
    assert bool(find_calendars(sheet, 1, dict(enumerate(sheet.rows[0], 1)))) == is_chart


def test_a_chart_is_no_heading() -> None:
    text = "| Action | Owner | Jan | Feb | Mar |\n| Mend | Ann | x | | |"
    (header,) = find_headers(sheet_from_text(text), DEFAULT_VOCABULARY, APRIL_YEARS)
    assert (summarise(header), header.calendars) == ("1-1: A1 action · B1 owner", (range(3, 6),))
    assert {heading.field for _, heading in header.headed} == {Field.ACTION, Field.OWNER}


def test_which_cells_are_merged_across() -> None:
    sheet = Sheet("Plan", (("a", "b", "c", "d"), ()), (Block(1, 2, 1, 3), Block(1, 4, 2, 4)))
    assert [is_wide(sheet, 1, column) for column in (1, 2, 3, 4, 5)] == [False, True, True, False, False]
    assert not is_wide(sheet, 2, 2)


@pytest.mark.parametrize(
    ("line", "first_row"),
    [
        ("| Updated by | J Field | Date | 2026-09-14 | |", 2),
        ("| Updated by | J Field | Date | 2026-09-01 | |", 2),
        ("| | Reported on: | Quarter 1 | | |", 2),
        ("| | | 2026-09-14 | | |", 2),
        ("| | | 2026-09-01 | | |", 1),
        ("| | | Quarter 1 | | |", 1),
    ],
)
def test_a_line_of_the_title_right_above_is_no_band(line: str, first_row: int) -> None:
    text = f"""
        {line}
        | Action        | Owner    | Status      | Comments | Due      |
        | Mend the pier | AD Roads | In progress | Begun.   | Q1 23/24 |
        | Light it up   | AD Roads | Completed   | All lit. | Q2 23/24 |
        """
    (header,) = find_headers(typed(text), DEFAULT_VOCABULARY, APRIL_YEARS)
    assert (header.first_row, header.last_row) == (first_row, 2)


@pytest.mark.parametrize(
    ("statuses", "last"),
    [
        (("Completed", "In progress", "Not started"), 3),
        (("Completed", "In progress", "Completed"), LAST_COLUMN),
        (("Ash", "Stuck", "Glue"), LAST_COLUMN),
    ],
)
def test_a_list_of_statuses_beyond_an_empty_column_is_a_key(statuses: tuple[str, ...], last: int) -> None:
    rows = "\n".join(f"| Mend the pier | AD Roads | Q4 23/24 | | {status} | Of it |" for status in statuses)
    sheet = typed(f"| Action | Owner | Due | | Status | Meaning |\n{rows}")
    (header,) = find_headers(sheet, DEFAULT_VOCABULARY, APRIL_YEARS)
    assert find_span(sheet, header, sheet.filled_rows_after(1)) == range(1, last + 1)


@pytest.mark.parametrize(
    ("heading", "fourth", "last"),
    [
        ("Comment", "| Stuck | Asked |", LAST_COLUMN),
        ("Comment", "| | |", 3),
        ("Meaning", "| Stuck | Asked |", 3),
    ],
)
def test_statuses_and_comments_filled_in_just_the_tables_rows_are_no_key(heading: str, fourth: str, last: int) -> None:
    statuses = ("| Completed | Lit |", "| In progress | Half |", "| Not started | Soon |", fourth)
    rows = "\n".join(f"| Mend the pier | AD Roads | Q4 23/24 | {status}" for status in statuses)
    sheet = typed(f"| Action | Owner | Due | | Status | {heading} |\n{rows}")
    (header,) = find_headers(sheet, DEFAULT_VOCABULARY, APRIL_YEARS)
    assert find_span(sheet, header, sheet.filled_rows_after(1)) == range(1, last + 1)


@pytest.mark.parametrize(
    ("beneath", "last"),
    [
        ("| | | | |\n| Key | | | |\n| Green | On track | | |", 3),
        ("| | | | |\n| Total actions | 2 | | |", 3),
        ("| Key | | | |", 4),
        ("| | | | |\n| Light it up | AD Roads | Q1 23/24 | Done |", 5),
    ],
)
def test_what_stands_beneath_a_table_is_none_of_its_own(beneath: str, last: int) -> None:
    sheet = typed(f"| Action | Owner | Due | Status |\n{TWO_ROWS}\n{beneath}")
    assert find_last_own_row(sheet, sheet.filled_rows_after(1)) == last


@pytest.mark.parametrize(("end", "count"), [(".", 0), ("", 1)])
def test_a_row_of_a_sentence_is_no_row_of_headings(end: str, count: int) -> None:
    text = f"""
        | Field       | Content                                |
        | Next action | The person who is to take care of it{end} |
        | Mend it     | AD Roads                               |
        | Light it    | AD Roads                               |
        """
    assert len(find_headers(typed(text), DEFAULT_VOCABULARY, APRIL_YEARS)) == count
