"""Names of files that every system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerxl.documents.file_name import LONGEST, file_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("CD Communities", "CD Communities.xlsx"),
        ("Head of Finance / Section 151", "Head of Finance Section 151.xlsx"),
        ('a<b>c:d"e|f?g*h\\i', "a b c d e f g h i.xlsx"),
        ("CON", "CON_.xlsx"),
        ("com1.old", "com1_.old.xlsx"),
        ("NUL.txt", "NUL_.txt.xlsx"),
        ("nul .x", "nul_ .x.xlsx"),
        ("Nullify", "Nullify.xlsx"),
        ("~$hidden", "hidden.xlsx"),
        (" .~$~$hidden", "hidden.xlsx"),
        ("a ~$b", "a ~$b.xlsx"),
        ("Console", "Console.xlsx"),
        ("Team. ", "Team.xlsx"),
        (" ..", "unnamed.xlsx"),
        ("", "unnamed.xlsx"),
        ("../etc", "etc.xlsx"),
        ("two\nlines\x00", "two lines.xlsx"),
        ("Zoe\u0308", "Zoë.xlsx"),
        ("right\u202eto left", "rightto left.xlsx"),
        ("x" * 300, "x" * LONGEST + ".xlsx"),
    ],
)
def test_names(words: str, name: str) -> None:
    assert file_name(words) == name


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert file_name("CEO", ["ceo.xlsx"]) == "CEO (2).xlsx"
    assert file_name("Ceo", {"ceo.xlsx", "CEO (2).XLSX"}) == "Ceo (3).xlsx"


@given(st.lists(st.text(max_size=20), max_size=8))
def test_names_are_told_apart_and_safe(owners: list[str]) -> None:
    names: list[str] = []
    for owner in owners:
        names.append(file_name(owner, names))
    assert len({name.casefold() for name in names}) == len(names)
    assert all(not set(name) & set('<>:"/\\|?*') and name == name.strip() and len(name) < 100 for name in names)
