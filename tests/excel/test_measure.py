"""How wide text is and where it breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerxl.excel.measure import (
    BOLD_WIDTHS,
    REGULAR_WIDTHS,
    TALLEST_ROW,
    count_lines,
    fits_on_a_line,
    lines_height,
    lines_that_fit,
    round_to_pixels,
    split_text,
    text_width,
    widest_word,
    wrap_text,
)


@pytest.mark.parametrize(
    ("text", "bold", "width"),
    [("", False, 0.0), ("A", False, 8.004), ("A", True, 8.664), ("iii", False, 7.992), ("£é’", False, 16.68)],
)
def test_width(text: str, bold: bool, width: float) -> None:
    assert text_width(text, bold=bold) == pytest.approx(width)


@pytest.mark.parametrize(("character", "width"), [("漢", 1000), ("\u0301", 0), ("é", 556), ("Ж", 611), ("Ŵ", 944)])
def test_characters_beyond_the_table(character: str, width: int) -> None:
    assert REGULAR_WIDTHS[character] == width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ("",)),
        ("one", ("one",)),
        ("one two three", ("one two", "three")),
        ("one\ntwo", ("one", "two")),
        ("one\n\ntwo", ("one", "", "two")),
        ("end\n", ("end", "")),
        ("incomprehensibilities", ("incompre", "hensibiliti", "es")),
        ("an incomprehensible", ("an", "incompre", "hensible")),
    ],
)
def test_wrapping(text: str, lines: tuple[str, ...]) -> None:
    assert wrap_text(text, 55) == lines


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=200), st.floats(20, 300))
def test_wrapping_loses_nothing_but_white_space(text: str, width: float) -> None:
    assert "".join("".join(wrap_text(text, width)).split()) == "".join(text.split())


@given(st.lists(st.text("abc defg", min_size=1, max_size=90), max_size=30).map("\n".join), st.integers(1, 5))
def test_split_text_fit_and_lose_nothing_but_white_space(text: str, lines: int) -> None:
    parts = split_text(text, 54, lines)
    assert all(count_lines(part, 54) <= lines for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_text_that_fits_is_one_portion() -> None:
    assert split_text("short", 94, 1) == ("short",)


def test_words_stay_whole_between_split_text() -> None:
    assert split_text("alpha beta gamma delta", 54, 1) == ("alpha", "beta", "gamma", "delta")


def test_many_lines_are_no_trouble() -> None:
    assert len(split_text("\n".join("x" * 32_000), 100, 27)) > 1_000


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=200), st.floats(20, 300), st.booleans()
)
def test_lines_are_counted_as_they_break(text: str, room: float, bold: bool) -> None:
    assert count_lines(text, room, bold) == len(wrap_text(text, room, bold))


@given(st.text("ab iW\n", max_size=40), st.floats(30, 400))
def test_what_is_soon_known_to_fit_takes_one_line(text: str, room: float) -> None:
    assert count_lines(text, room) == 1 or not fits_on_a_line(text, room)


@pytest.mark.parametrize(
    ("text", "fits"), [("", True), ("PR001", True), ("WWWW", False), ("i i i i i i i", True), ("a\nb", False)]
)
def test_what_is_soon_known_to_fit(text: str, fits: bool) -> None:
    assert fits_on_a_line(text, 44) is fits


@given(st.text("abc defg\n", max_size=90), st.booleans())
def test_the_widest_word_is_not_broken(text: str, bold: bool) -> None:
    words = " ".join(wrap_text(text, widest_word(text, bold), bold)).split()
    assert words == text.split()


def test_bold_letters_are_wider() -> None:
    assert (BOLD_WIDTHS["t"], REGULAR_WIDTHS["t"]) == (333, 278)


@pytest.mark.parametrize(("height", "rounded"), [(20, 20.25), (34, 33.75), (0.2, 0.0), (15, 15)])
def test_rows_are_so_many_pixels_tall(height: float, rounded: float) -> None:
    assert round_to_pixels(height) == rounded


def test_the_lines_that_fit_are_no_taller_than_a_row_can_be() -> None:
    assert lines_height(lines_that_fit()) <= TALLEST_ROW < lines_height(lines_that_fit() + 1)
