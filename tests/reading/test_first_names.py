"""Owners by one name each: two with a comma between are one person, unless the column writes its people without one."""

from __future__ import annotations

import pytest

from peerxl.model.layout import Field
from peerxl.model.settings import Contact, Settings
from peerxl.reading.actions.name_order import NameOrder, order_names
from peerxl.reading.own_sheets.contacts import directory_of
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import Request
from tests.conftest import plan_from_text, sheet_from_text

ONE_EACH = [["Ann Field"], ["Bo Lane"], ["Sue Hill"]]
ROW = "| {} | Mend the pier {} | {} | In progress |"


@pytest.mark.parametrize(
    ("cells", "owners"),
    [
        (("Field, Ann", "Lane, Bo"), [["Ann Field"], ["Bo Lane"]]),
        (("Cy, Ann", "Ann", "Cy"), [["Cy", "Ann"], ["Ann"], ["Cy"]]),
        # Others stand without a comma: by their first names, by names that nobody can know, in full.
        (("Field, Ann", "Ann"), [["Field", "Ann"], ["Ann"]]),
        (("Vex, Pell", "Jon"), [["Vex", "Pell"], ["Jon"]]),
        (("Vex, Pell", "Oru"), [["Vex", "Pell"], ["Oru"]]),
        (("Vex, Pell", "Bo Lane"), [["Vex", "Pell"], ["Bo Lane"]]),
        (("Vex, Pell", "Hollin Dorn", "Oru"), [["Vex", "Pell"], ["Hollin Dorn"], ["Oru"]]),
        (("Vex, Pell", "Ann & Bo"), [["Vex", "Pell"], ["Ann", "Bo"]]),
        (("Vex, Pell", "Ann Lane, Bo Field"), [["Vex", "Pell"], ["Ann Lane", "Bo Field"]]),
        (("Vex, Pell; Oru", "HR"), [["Vex", "Pell", "Oru"], ["HR"]]),
        (("Vex, Pell (Estates)", "Ann", "Bo"), [["Vex", "Pell (Estates)"], ["Ann"], ["Bo"]]),
        (("O'Dell, Pell-Oru", "Ann", "Bo"), [["O'Dell", "Pell-Oru"], ["Ann"], ["Bo"]]),
        (("Lee, Cy", "Lee", "Dow", "Fox"), [["Lee", "Cy"], ["Lee"], ["Dow"], ["Fox"]]),
        (("Lee, Cy", "Lee", "Dow"), [["Lee", "Cy"], ["Lee"], ["Dow"]]),
        (("Lee, Cy", "Cy", "Dow", "Fox"), [["Lee", "Cy"], ["Cy"], ["Dow"], ["Fox"]]),
        (
            ("Lee, Cy", "Hay, Bo", "Lee", "Dow", "Fox"),
            [["Lee", "Cy"], ["Bo Hay"], ["Lee"], ["Dow"], ["Fox"]],
        ),
        (
            ("Lee, Cy", "Fox, Dow", "Fox", "Dow", "Hay", "–"),
            [["Lee", "Cy"], ["Fox", "Dow"], ["Fox"], ["Dow"], ["Hay"], []],
        ),
        (
            ("Lee, Cy", "Fox, Dow", "Fox", "Dow", "Hay", "Bo Hay"),
            [["Lee", "Cy"], ["Fox", "Dow"], ["Fox"], ["Dow"], ["Hay"], ["Bo Hay"]],
        ),
        # Fewer than the pairs do: the column as a whole has surnames first.
        (("Field, Ann", "Lane, Bo", "Jon"), [["Ann Field"], ["Bo Lane"], ["Jon"]]),
        (("Field, A.", "Lane, Bo", "Jon"), [["A. Field"], ["Bo Lane"], ["Jon"]]),
        (("Ann, Bo; Sue", "Field, Ann", "Lane, Bo", "Hill, Sue"), [["Ann", "Bo", "Sue"], *ONE_EACH]),
        # Posts, bodies and services are no people.
        (("Field, Ann", "Highways", "Lights Team", "HR"), [["Ann Field"], ["Highways"], ["Lights Team"], ["HR"]]),
        # Nobody knows the second for a first name: who or what it is, is open.
        (("Vex, Pell",), [["Vex", "Pell"]]),
        (("Smith, Jones", "Brown, Gray", "Field, Hill"), [["Smith", "Jones"], ["Brown", "Gray"], ["Field", "Hill"]]),
        (("Bar, Kitchen", "Field, Ann", "Lane, Bo", "Hill, Sue"), [["Bar", "Kitchen"], *ONE_EACH]),
        (("York, Selby", "Field, A.", "Lane, B.", "Jon"), [["York", "Selby"], ["A. Field"], ["B. Lane"], ["Jon"]]),
        # A column of many plain pairs and few others writes everybody so.
        (
            ("Vex, Pell", "Field, Ann", "Lane, Bo", "Hill, Sue", "Gray, Tom"),
            [["Pell Vex"], *ONE_EACH, ["Tom Gray"]],
        ),
        (
            ("Vex, Pell", "Field, Ann", "Lane, Bo", "Hill, Sue", "Oru", "Bo Gray"),
            [["Vex", "Pell"], *ONE_EACH, ["Oru"], ["Bo Gray"]],
        ),
        # One column has one reading, which is open where fewer are plain than are not.
        (("Nguyen, Linh", "Tran, Minh", "Le, Pell"), [["Nguyen", "Linh"], ["Tran", "Minh"], ["Le", "Pell"]]),
        # A cell of pairs, and with somebody besides.
        (("Field, Ann, Lane, Bo", "Field, Ann", "Lane, Bo", "Hill, Sue"), [["Ann Field", "Bo Lane"], *ONE_EACH]),
        (("Field, Ann, Lane, Bo, Hill, Sue", "Lane, Bo"), [["Ann Field", "Bo Lane", "Sue Hill"], ["Bo Lane"]]),
        (("Field, Ann, Lane, Bo, Hill", "Moss, Ian"), [["Ann Field", "Bo Lane", "Hill"], ["Ian Moss"]]),
        (("Field, Ann and Tom", "Field, Ann", "Gray, Tom"), [["Ann Field", "Tom"], ["Ann Field"], ["Tom Gray"]]),
        (
            ("HR, Field, Ann & Tom", "Field, Ann", "Gray, Tom"),
            [["HR", "Ann Field", "Tom"], ["Ann Field"], ["Tom Gray"]],
        ),
        # Two who stand alone too are two, whoever is in a cell of four.
        (
            ("Oru, Ann, Lane, Bo", "Oru, Ann", "Oru", "Ann", "Dow"),
            [["Ann Oru", "Bo Lane"], ["Oru", "Ann"], ["Oru"], ["Ann"], ["Dow"]],
        ),
        # Where people have their names in full, a first name is nobody else's.
        (("Field, Ann", "Bo Lane", "Jon Hill"), [["Ann Field"], ["Bo Lane"], ["Jon Hill"]]),
        (("Vex, Pell", "Pell Vex", "Ann"), [["Pell Vex"], ["Pell Vex"], ["Ann"]]),
        # Nobody stands alone by a first name, so one after a name is that one's.
        (
            ("Hughes, Paul", "Fox, Dow", "Fox", "Dow", "Hay"),
            [["Paul Hughes"], ["Fox", "Dow"], ["Fox"], ["Dow"], ["Hay"]],
        ),
        # Brackets, initials and semicolons are said of one.
        (("Field, Ann (Estates)", "Bo", "Jon"), [["Ann Field (Estates)"], ["Bo"], ["Jon"]]),
        (("Field, A.", "Bo", "Jon"), [["A. Field"], ["Bo"], ["Jon"]]),
        (("Vex, Pell; Dorn, Hollin", "Bo", "Jon"), [["Pell Vex", "Hollin Dorn"], ["Bo"], ["Jon"]]),
        # Two first names are two people, but not in a column of surnames first.
        (("Fay, Bob", "Jon"), [["Fay", "Bob"], ["Jon"]]),
        (("Fay, Bob",), [["Fay", "Bob"]]),
        (("Field, Ann", "Lane, Bo", "Fay, Bob"), [["Ann Field"], ["Bo Lane"], ["Bob Fay"]]),
        (("Field, Ann", "Lane, Bo", "Lee, Ann and Fay, Bob"), [["Ann Field"], ["Bo Lane"], ["Ann Lee", "Bob Fay"]]),
        (("Field, Ann", "Fay, Bob"), [["Ann Field"], ["Fay", "Bob"]]),
        (("Vex, Pell", "Jane, Bob"), [["Vex", "Pell"], ["Jane", "Bob"]]),
        (("@Lee, @Cy", "Lee", "@Dow", "Fox"), [["Lee", "Cy"], ["Lee"], ["Dow"], ["Fox"]]),
        (("Cy, Ann", "Bo, Cy, Ann"), [["Cy", "Ann"], ["Bo", "Cy", "Ann"]]),
        # Nobody's name is written both ways.
        (("Vex, Pell", "Pell, Vex", "Oru, Pell"), [["Vex", "Pell"], ["Pell", "Vex"], ["Oru", "Pell"]]),
        (("Vex, Pell", "Pell, Oru"), [["Vex", "Pell"], ["Pell", "Oru"]]),
    ],
)
def test_two_names_with_a_comma(cells: tuple[str, ...], owners: list[list[str]]) -> None:
    rows = "\n".join(ROW.format(number, number, cell) for number, cell in enumerate(cells, 1))
    plan = plan_from_text(f"| Ref | Action | Owner | Status |\n{rows}")
    assert [[owner.name for owner in action.owners] for action in plan.actions] == owners


@pytest.mark.parametrize(
    ("heading", "owners"),
    [
        ("Owner", [["Pell Vex"], ["Hollin Dorn"], ["Pell Vex", "Hollin Dorn"]]),
        ("Officer name", [["Pell Vex"], ["Hollin Dorn"], ["Pell Vex", "Hollin Dorn"]]),
        ("By", [["Pell Vex"], ["Hollin Dorn"], ["Pell Vex", "Hollin Dorn"]]),
        ("Resources/Tools", [["Vex", "Pell"], ["Dorn", "Hollin"], ["Pell Vex", "Hollin Dorn"]]),
        ("Resource names", [["Vex", "Pell"], ["Dorn", "Hollin"], ["Pell Vex", "Hollin Dorn"]]),
        ("Used for it", [["Vex", "Pell"], ["Dorn", "Hollin"], ["Pell Vex", "Hollin Dorn"]]),
    ],
)
def test_names_are_turned_round_only_where_something_says_that_they_are_of_persons(
    heading: str, owners: list[list[str]]
) -> None:
    text = f"| Ref | Action | {heading} | Status |\n" + "\n".join(
        ROW.format(number, number, cell)
        for number, cell in enumerate(("Vex, Pell", "Dorn, Hollin", "Pell Vex; Hollin Dorn"), 1)
    )
    plan = plan_from_sheets([sheet_from_text(text)], Request("plan.xlsx", columns={Field.OWNER: 3}))
    assert [[owner.name for owner in action.owners] for action in plan.actions] == owners


@pytest.mark.parametrize(
    ("listed", "owners"),
    [
        (("Oru", "Pell Vex"), ["Pell Vex"]),
        (("Oru", "Vex, Pell"), ["Vex, Pell"]),
        (("Oru", "Pell", "Vex"), ["Vex", "Pell"]),
        (("Oru",), ["Vex", "Pell"]),
    ],
)
def test_the_owners_sheet_says_whether_two_names_are_one(listed: tuple[str, ...], owners: list[str]) -> None:
    directory = directory_of(tuple(map(Contact, listed)))
    rows = f"{ROW.format(1, 1, 'Vex, Pell')}\n{ROW.format(2, 2, 'Oru')}"
    plan = plan_from_text(f"| Ref | Action | Owner | Status |\n{rows}", None, Settings(directory=directory))
    assert [owner.name for owner in plan.actions[0].owners] == owners


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("Field, Ann", ["Field, Ann"]),
        ("Ann Field", ["Field, Ann"]),
        ("Field, Ann; Lane, Bo", ["Field, Ann", "Lane, Bo"]),
        ("Field, Ann and Lane, Bo", ["Field, Ann", "Lane, Bo"]),
        ("Field, Ann & Lane, Bo", ["Field, Ann", "Lane, Bo"]),
        ("Field, Ann + Lane, Bo", ["Field, Ann", "Lane, Bo"]),
        ("Field, Ann / Lane, Bo", ["Field, Ann", "Lane, Bo"]),
        ("Field, Ann, Lane, Bo", ["Field, Ann", "Lane, Bo"]),
        ("Field, Ann (lead); Lane, Bo", ["Field, Ann", "Lane, Bo"]),
        ("Field, Ann, supported by Lane, Bo", ["Field, Ann", "Lane, Bo*"]),
        ("Bo Lane, Ann Field", ["Lane, Bo", "Field, Ann"]),
        ("Field, Ann (HR)", ["Field, Ann"]),
        ("Field, Ann - HR", ["Field, Ann"]),
        ("Ann Field (HR); Fay, Bob", ["Field, Ann", "Fay, Bob"]),
        ("Bob Fay", ["Fay, Bob"]),
        ("Hill, J.; Dow, Sim", ["AD Coast", "AD Roads"]),
        ("Head of Quays, CWG", ["Head of Quays, CWG"]),
        ("Legal, IT, HR", ["Legal", "IT", "HR"]),
        # Another besides, another of that name, and who is no person.
        ("Ann Field (Jon Hill)", ["Ann Field (Jon Hill)"]),
        ("Ann Fielding", ["Ann Fielding"]),
        ("Quays Manager (North)", ["Quays Manager (North)"]),
        ("IT Legal", ["IT Legal"]),
    ],
)
def test_whoever_is_listed_is_found_whatever_the_order_of_the_names(cell: str, owners: list[str]) -> None:
    listed = [*map(Contact, ("Lane, Bo", "Field, Ann", "Fay, Bob", "Quays Manager", "Legal, IT", "Head of Quays, CWG"))]
    listed += [Contact("AD Coast", ("Hill, J.",)), Contact("AD Roads", name="Sim Dow")]
    rows = f"{ROW.format(1, 1, cell)}\n{ROW.format(2, 2, 'Lane, Bo')}"
    settings = Settings(directory=directory_of(tuple(listed)))
    plan = plan_from_text(f"| Ref | Action | Owner | Status |\n{rows}", None, settings)
    assert [f"{owner.name}{'*' * owner.is_supporter}" for owner in plan.actions[0].owners] == owners


def test_two_who_are_listed_either_way_round_are_each_found_as_listed() -> None:
    directory = directory_of((Contact("Ann Field"), Contact("Field, Ann")))
    found = [directory.find(key) for key in ("annfield", "fieldann")]
    assert [contact.owner for contact in found if contact] == ["Ann Field", "Field, Ann"]


@pytest.mark.parametrize(
    ("texts", "doubtful"),
    [
        (("Hughes, Paul", "Fox"), [("Hughes", "Paul")]),
        (("Field, Ann", "Bo Lane"), [("Field", "Ann")]),
        (("Field, Ann", "Jane, Bob"), [("Field", "Ann")]),
        (("Field, Ann", "Lane, Bo", "Hill, Sue", "Gray, Tom", "Vex, Pell"), [("Vex", "Pell")]),
        (("Ann, Bo; Sue", "Field, Ann", "Lane, Bo"), [("Field", "Ann"), ("Lane", "Bo")]),
        (("Field, Ann", "Lane, Bo", "Fay, Bob"), [("Fay", "Bob")]),
        # Those that are two by their own words are told of by their cells.
        (("Vex, Pell", "Oru"), []),
        (("Vex, Pell",), []),
        # Nothing speaks against what is read.
        (("Vex, Pell; Dorn, Hollin",), []),
        (("Field, Ann",), []),
        (("Field, Ann", "Lane, Bo", "Vex, Pell", "Jon"), []),
        (("Vex, Pell", "Vex", "Pell"), []),
        (("Vex, Pell", "Pell Vex"), []),
        (("Field, Ann", "Highways"), []),
    ],
)
def test_pairs_that_other_cells_alone_tell(texts: tuple[str, ...], doubtful: list[tuple[str, str]]) -> None:
    assert sorted(order_names(texts, are_persons=True).doubtful) == doubtful


def test_all_pairs_are_two_where_nothing_says_that_they_are_of_persons() -> None:
    order = order_names(["Vex, Pell", "Fay, Bob"], are_persons=False)
    assert order == NameOrder(frozenset({("Vex", "Pell"), ("Fay", "Bob")}), frozenset(), frozenset())
