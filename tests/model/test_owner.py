"""An owner is its key: the words may differ."""

from dataclasses import FrozenInstanceError, replace

import pytest

from peerxl.language.owners import owner_key
from peerxl.model.owner import Owner


def owner(name: str) -> Owner:
    return Owner(name, owner_key(name))


def test_spellings_of_one_owner_are_equal() -> None:
    assert owner("AD for legal") == owner("AD Legal")
    assert len({owner("AD for legal"), owner("AD Legal"), owner("AD Finance")}) == 2


def test_a_supporter_is_not_the_lead() -> None:
    assert replace(owner("HR"), is_supporter=True) != owner("HR")


def test_an_address_does_not_make_another_owner() -> None:
    assert replace(owner("HR"), email="hr@tellbourne.example") == owner("HR")


def test_an_owner_is_printed_as_written() -> None:
    assert str(owner("AD for legal")) == "AD for legal"


def test_an_owner_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        owner("HR").name = "IT"  # type: ignore[misc]
