"""Papers on their pages: fitted columns, rows that begin a page, and no page of headings alone."""

from __future__ import annotations

from itertools import pairwise

import pytest

from peerxl.documents.document import Section, TableColumn, TableEntry, TableRow
from peerxl.excel.laying_out import lay_out
from peerxl.excel.measure import round_to_pixels
from peerxl.excel.paper_layout import Page, fill_pages
from peerxl.excel.sheet_layout import SheetLayout, intro_height

COLUMNS = (TableColumn("Recommendation", is_group=True), TableColumn("Action"), TableColumn("Comment"))
ASKED = TableEntry("Show how the council will close the gap in its medium-term plan. " * 2, lead="Money")
COMMENT = "The survey is done and the report goes to the committee in March. " * 8


def paper(*rows: TableRow, **given: object) -> SheetLayout:
    said = {"name": "S", "title": "Title", "columns": COLUMNS, "rows": rows, "is_paper": True, **given}
    return lay_out(Section(**said))  # type: ignore[arg-type]


def pages_of(layout: SheetLayout) -> list[tuple[TableRow, ...]]:
    bounds = [0, *layout.breaks, len(layout.rows)]
    return [layout.rows[first:last] for first, last in pairwise(bounds)]


def used(layout: SheetLayout, first: int, last: int) -> float:
    return sum(map(round_to_pixels, layout.heights[first:last]))


ONE_GROUP = tuple(TableRow.of(ASKED, f"Action {number}", COMMENT) for number in range(30))


@pytest.mark.parametrize("scale", [100, 95, 90])
def test_a_page_is_a4_on_its_side(scale: int) -> None:
    page = Page.at(scale)
    assert 790 < page.width * scale / 100 < 841.9 - 40
    assert 520 < page.height * scale / 100 < 595.3 - 60


def test_the_columns_fill_the_page() -> None:
    layout = paper(*ONE_GROUP)
    assert layout.scale is not None
    assert sum(layout.widths) == pytest.approx(Page.at(layout.scale).width)
    assert layout.printed_columns == 3


def test_no_page_is_fuller_than_it_can_be() -> None:
    layout = paper(*ONE_GROUP, intro=("A line.", "Another."))
    assert layout.scale is not None
    room = Page.at(layout.scale).height - round_to_pixels(layout.header_height)
    bounds = [0, *layout.breaks, len(layout.rows)]
    intro = [intro_height(layout.lines), *[0.0] * len(layout.breaks)]
    for (first, last), above in zip(pairwise(bounds), intro, strict=True):
        assert used(layout, first, last) + above <= room
    assert len(layout.breaks) > 3


def test_each_page_says_what_its_first_row_is_about() -> None:
    pages = pages_of(paper(*ONE_GROUP))
    assert {page[0].entries[0] for page in pages} == {ASKED}
    assert {entry.value for page in pages for row in page[1:] for entry in row.entries[:1]} == {"As above"}


def test_a_paper_of_one_page_is_not_made_smaller() -> None:
    layout = paper(*ONE_GROUP[:2])
    assert (layout.scale, layout.breaks) == (100, ())


def test_a_paper_is_made_smaller_where_that_saves_a_page() -> None:
    short = tuple(TableRow.of("Theme", f"Action {number}", "Done.") for number in range(24))
    assert (paper(*short).scale, paper(*short).breaks) == (95, ())
    assert paper(*short[:23]).scale == 100


def test_a_first_row_that_has_no_room_takes_the_headings_with_it() -> None:
    layout = paper(TableRow.of(ASKED, "Do it", "word\n" * 24), intro=("A line.",) * 12)
    assert layout.breaks == (0,)


def test_a_text_too_tall_goes_on_and_a_line_says_so() -> None:
    layout = paper(TableRow.of(ASKED, "Do it", "word\n" * 60))
    assert [row.entries[2].lead for row in layout.rows] == ["", "(continued)", "(continued)"]
    assert layout.lines[-1].text == "A text too long for one row goes on in the row below, marked “(continued)”."
    assert max(layout.heights) <= 409


def test_joined_groups_are_told_anew_on_each_page() -> None:
    layout = paper(*ONE_GROUP, has_joined_groups=True)
    assert not layout.is_real_table
    assert [first for first, _ in layout.runs[0]] == [0, *layout.breaks]
    assert layout.runs[0][-1][1] == 29


def test_joined_groups_without_a_group_are_rows_like_any_other() -> None:
    columns = (TableColumn("Action"), TableColumn("Comment"))
    rows = tuple(TableRow.of(f"Action {number}", COMMENT) for number in range(30))
    assert paper(*rows, columns=columns, has_joined_groups=True).breaks == paper(*rows, columns=columns).breaks


def test_a_title_wider_than_the_page_is_set_smaller() -> None:
    assert paper(*ONE_GROUP[:1], title="Short").title_size == 16
    assert paper(*ONE_GROUP[:1], title="x" * 92).title_size == 15
    assert paper(*ONE_GROUP[:1], title="x" * 200).title_size == 12


def test_a_very_long_paper_is_printed_small_without_trying_more() -> None:
    rows = tuple(TableRow.of("Theme", f"Action {number}", "Done.") for number in range(201))
    assert paper(*rows).scale == 90


@pytest.mark.parametrize(
    ("heights", "starts"),
    [([], []), ([40], []), ([60], [0]), ([40, 60, 30], [1]), ([48, 99, 3], [1, 2]), ([30, 30], [1])],
)
def test_pages_are_filled_in_order(heights: list[float], starts: list[int]) -> None:
    assert fill_pages(heights, 100, 50) == starts
