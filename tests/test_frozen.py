"""Frozen values: what ``dataclass(frozen=True, slots=True)`` makes of a class, ``frozen`` does."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from functools import cached_property

import pytest

from peerxl.frozen import Remembering, frozen
from tests.conftest import ROOT


@frozen
class Place:
    """Where a cell stands."""

    sheet: str
    row: int = 1
    notes: tuple[str, ...] = ()
    seen: list[int] = field(default_factory=list, compare=False)
    secret: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        return f"{self.sheet}!{self.row}"


@frozen
class Named(Place):
    """A place with a name of its own."""

    title: str = ""

    def __post_init__(self) -> None:
        if self.row < 1:
            raise ValueError("rows are counted from 1")


@frozen
class Bare:
    """A value with one field."""

    word: str


@frozen
class Counted(Remembering):
    """A value that works something out once."""

    words: tuple[str, ...]

    @cached_property
    def letters(self) -> list[str]:
        return list("".join(self.words))


@dataclass(frozen=True, slots=True)
class Standard:
    """As the standard one makes it."""

    sheet: str
    row: int = 1


def test_a_value_is_equal_to_one_with_the_same() -> None:
    assert Place("A", 2) == Place("A", 2, seen=[1])
    assert Place("A", 2) != Place("A", 3)
    assert Place("A") != Standard("A")  # type: ignore[comparison-overlap]
    assert Place("A") != Named("A")
    assert len({Place("A", 2), Place("A", 2), Place("B", 2), Bare("a"), Bare("a")}) == 3
    assert Bare("a") == Bare("a") != Bare("b")


def test_a_value_cannot_be_changed() -> None:
    place = Place("A")
    with pytest.raises(FrozenInstanceError, match="'row'"):
        place.row = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del place.row
    with pytest.raises(FrozenInstanceError):
        place.other = 1  # type: ignore[attr-defined]
    assert not hasattr(place, "__dict__")


def test_each_value_has_its_own_of_what_a_factory_makes() -> None:
    assert Place("A").seen is not Place("A").seen
    given = [1]
    assert Place("A", seen=given).seen is given


def test_a_value_is_shown_by_its_fields() -> None:
    assert repr(Place("A", 2, secret="s")) == "Place(sheet='A', row=2, notes=(), seen=[])"
    assert repr(Standard("A")) == "Standard(sheet='A', row=1)"


def test_a_value_is_a_dataclass() -> None:
    named = replace(Named("A", title="x"), row=3)
    assert is_dataclass(Named)
    assert [part.name for part in fields(named)] == ["sheet", "row", "notes", "seen", "secret", "title"]
    assert (named.row, named.title, named.name) == (3, "x", "A!3")
    with pytest.raises(ValueError, match="from 1"):
        replace(named, row=0)
    assert vars(Named)["__match_args__"] == ("sheet", "row", "notes", "seen", "secret", "title")


def test_a_value_survives_pickling_and_copying() -> None:
    for value in (Place("A", 2, ("x",)), Bare("a"), Named("A", title="t")):
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 -- our own bytes
        assert copy.copy(value) == copy.deepcopy(value) == value


def test_a_value_may_remember_what_it_worked_out() -> None:
    counted = Counted(("a", "b"))
    assert counted.letters is counted.letters
    assert replace(counted, words=("c",)).letters == ["c"]
    assert counted == Counted(("a", "b")) == pickle.loads(pickle.dumps(counted))  # noqa: S301 -- our own bytes
    with pytest.raises(FrozenInstanceError):
        counted.words = ()  # type: ignore[misc]
    assert fields(counted)[0].name == "words"


def test_a_call_that_does_not_fit_says_of_which_class() -> None:
    with pytest.raises(TypeError, match=r"Place.__init__\(\) missing 1 required positional argument: 'sheet'"):
        Place()  # type: ignore[call-arg]


def test_what_every_run_makes_is_made_so() -> None:
    """The nouns that a plan is read into: each standard class costs a start what four of these do."""
    for module in (ROOT / "peerxl" / "model").glob("*.py"):
        assert "@dataclass(frozen=True, slots=True)\n" not in module.read_text(encoding="utf-8"), module.name
