"""Names of cells and blocks, read and written, and which positions lie in which blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerxl.excel.patch.address import (
    LAST_COLUMN,
    LAST_ROW,
    find_blocks,
    format_address,
    format_block,
    parse_address,
    parse_block,
    parse_blocks,
)
from peerxl.model.sheet import Block


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("A1", (1, 1)),
        ("e9", (9, 5)),
        (" $AB$12 ", (12, 28)),
        ("Z0012", (12, 26)),
        ("XFD1048576", (LAST_ROW, LAST_COLUMN)),
    ],
)
def test_names_of_cells(text: str, position: tuple[int, int]) -> None:
    assert parse_address(text) == position


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "1",
        "A0",
        "A1048577",
        "XFE1",
        "AAAA1",
        "A12345678",
        "1A",
        "A1:B2",
        "A-1",
        "A 1",
        "$$A1",
        "Å1",
        "A٣",
        "A1\0",
    ],
)
def test_what_names_no_cell(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_address(text)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("B2", Block(2, 2, 2, 2)),
        ("A1:B3", Block(1, 1, 3, 2)),
        ("$B$3:$A$1", Block(1, 1, 3, 2)),
        (" b1:A3 ", Block(1, 1, 3, 2)),
        ("A:C", Block(1, 1, LAST_ROW, 3)),
        ("$C:$A", Block(1, 1, LAST_ROW, 3)),
        ("2:5", Block(2, 1, 5, LAST_COLUMN)),
        ("$5:2", Block(2, 1, 5, LAST_COLUMN)),
        ("A1:C", Block(1, 1, LAST_ROW, 3)),
        ("B:5", Block(1, 2, 5, LAST_COLUMN)),
    ],
)
def test_names_of_blocks(text: str, block: Block) -> None:
    assert parse_block(text) == block


@pytest.mark.parametrize(
    "text", ["", ":", "A1:", ":A1", "A", "RAG", "5", "A0:B2", "0:5", "A:XFE", "1:1048577", "A1:B2:C3", "A1,B2"]
)
def test_what_names_no_block(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_block(text)


def test_a_list_of_blocks() -> None:
    assert parse_blocks(" A1  B2:C3 A0 ?:! 9 D:D ") == (Block(1, 1, 1, 1), Block(2, 2, 3, 3), Block(1, 4, LAST_ROW, 4))


BLOCKS = st.builds(
    lambda top, left, height, width: Block(top, left, top + height, left + width),
    *(st.integers(1, 40), st.integers(1, 40), st.integers(0, 9), st.integers(0, 9)),
)
POSITIONS = st.tuples(st.integers(1, 50), st.integers(1, 50))


@given(BLOCKS)
def test_a_blocks_name_names_it(block: Block) -> None:
    assert parse_block(format_block(block)) == block
    assert (":" in format_block(block)) == (block != Block(*([block.first_row, block.first_column] * 2)))


@given(st.integers(1, LAST_ROW), st.integers(1, LAST_COLUMN))
def test_a_cells_name_names_it(row: int, column: int) -> None:
    assert parse_address(format_address((row, column))) == (row, column)


@given(st.lists(POSITIONS, max_size=12), st.lists(BLOCKS, max_size=8))
def test_the_blocks_around_a_position(positions: list[tuple[int, int]], blocks: list[Block]) -> None:
    around = {position: [block for block in dict.fromkeys(blocks) if position in block] for position in positions}
    assert find_blocks(positions, blocks) == {position: each for position, each in around.items() if each}
