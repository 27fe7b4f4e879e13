"""Every pair of colours can be read."""

import pytest

from peerxl.documents.palette import BARS, LINK, PAIRS, ColourPair, Tone


@pytest.mark.parametrize("tone", Tone)
def test_every_tone_has_contrast_enough(tone: Tone) -> None:
    assert PAIRS[tone].contrast >= 4.5


def test_links_have_contrast_enough() -> None:
    assert ColourPair(LINK).contrast >= 4.5


def test_contrast_is_the_guidelines_own() -> None:
    assert ColourPair("000000").contrast == pytest.approx(21)
    assert ColourPair("767676").contrast == pytest.approx(4.54, abs=0.01)
    assert ColourPair("FFFFFF", "FFC000").contrast < 4.5


@pytest.mark.parametrize("tone", BARS)
def test_the_number_in_a_bar_can_be_read(tone: Tone) -> None:
    assert BARS[tone].contrast >= 4.5
