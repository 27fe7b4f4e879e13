"""Owners joined by "and" or "+": one name, unless the column has each on its own."""

from __future__ import annotations

import pytest

from peerxl.reading.actions.joined_owners import find_lone_part, may_be_two
from tests.conftest import plan_from_text

ROW = "| {} | Mend the pier {} | {} | In progress |"


@pytest.mark.parametrize(
    ("name", "alone"),
    [
        ("Voltbricks & Ardinta", "Ardinta"),
        ("Ardinta and Voltbricks", "Ardinta"),
        ("Voltbricks & Lamps", ""),
        ("Ardinta", ""),
        ("Head of Lamps and Ardinta", ""),
        ("Voltbricks & Ardinta & Lamps", ""),
        ("Harbour Works & Ardinta", "Ardinta"),
        ("Ardinta & Harbour Manager", "Ardinta"),
        ("Voltbricks/Ardinta", "Ardinta"),
        ("Ardinta/Harbour Lead", "Ardinta"),
        ("Ardinta/RFO", ""),
        ("Ardinta / Lamps", ""),
    ],
)
def test_of_two_words_in_a_name_the_one_that_owns_other_actions(name: str, alone: str) -> None:
    assert find_lone_part(name, {"ardinta"}) == alone


@pytest.mark.parametrize(
    ("cells", "owners"),
    [
        (("Piers and Quays", "Piers", "Quays"), [["Piers", "Quays"], ["Piers"], ["Quays"]]),
        (("Piers & Quays", "Piers; Quays"), [["Piers", "Quays"], ["Piers", "Quays"]]),
        # One that has other actions is enough, but where all are fields of work, as one unit's may be.
        (("Piers and Quays", "Piers"), [["Piers", "Quays"], ["Piers"]]),
        (("Piers and Quays", "Quays; Roads"), [["Piers", "Quays"], ["Quays", "Roads"]]),
        (("Arts and Harbour IT", "Harbour IT"), [["Arts and Harbour IT"], ["Harbour IT"]]),
        (("Parks and Leisure", "Parks"), [["Parks and Leisure"], ["Parks"]]),
        (("Children and Families", "Families"), [["Children and Families"], ["Families"]]),
        (("Piers and Quays", "Piers and Quays"), [["Piers and Quays"], ["Piers and Quays"]]),
        (("Head of Quays and Piers", "Piers"), [["Head of Quays and Piers"], ["Piers"]]),
        (("Director, Quays and Piers", "Piers"), [["Director, Quays and Piers"], ["Piers"]]),
        (("Harbour Manager and Piers", "Piers"), [["Harbour Manager", "Piers"], ["Piers"]]),
        # A plus adds somebody where it does so in most cells.
        (
            ("Quay Lead + Pier Lead", "Lamp Lead + Roads Manager", "Policy + Performance Manager"),
            [["Quay Lead", "Pier Lead"], ["Lamp Lead", "Roads Manager"], ["Policy", "Performance Manager"]],
        ),
        (
            ("Quay Lead + Pier Lead", "Policy + Performance Manager"),
            [["Quay Lead", "Pier Lead"], ["Policy + Performance Manager"]],
        ),
        # Or one that stands beside somebody else, on the other side or by a name of its own.
        (
            ("Privacy and Blue Piers", "Third Quay Risk and Privacy"),
            [["Privacy", "Blue Piers"], ["Third Quay Risk", "Privacy"]],
        ),
        (
            ("Privacy and Blue Piers", "Lights Office and Blue Piers"),
            [["Privacy", "Blue Piers"], ["Lights Office", "Blue Piers"]],
        ),
        (("Piers and Lamps", "Quays and Lamps"), [["Piers and Lamps"], ["Quays and Lamps"]]),
        (("Data and Analytics", "Analytics and Insight"), [["Data and Analytics"], ["Analytics and Insight"]]),
        (("Adult Care and Health", "Adult Care and Housing"), [["Adult Care and Health"], ["Adult Care and Housing"]]),
        # Initials beside a name of two words are somebody else's.
        (("HR & Harbour IT", "Harbour IT"), [["HR", "Harbour IT"], ["Harbour IT"]]),
        (("HR & Harbour IT", "Roads"), [["HR & Harbour IT"], ["Roads"]]),
        (("HR & Lights", "Lights"), [["HR", "Lights"], ["Lights"]]),
        (
            ("Piers and Arts & Lights", "Piers; Arts & Lights"),
            [["Piers", "Arts & Lights"], ["Piers", "Arts & Lights"]],
        ),
        (("Roads, Piers", "Roads; Piers"), [["Roads", "Piers"], ["Roads", "Piers"]]),
        (("Roads with Piers", "Roads; Piers"), [["Roads", "Piers"], ["Roads", "Piers"]]),
        (("Roads with Piers", "Piers"), [["Roads with Piers"], ["Piers"]]),
        # A list of three or more is one of owners where all but one have other actions; fields of work need all.
        (
            ("Lamp Owner, Hulls, Masts", "Masts, Sail Lead", "Lamp Owner, Masts", "Lamp Owner"),
            [["Lamp Owner", "Hulls", "Masts"], ["Masts", "Sail Lead"], ["Lamp Owner", "Masts"], ["Lamp Owner"]],
        ),
        (
            ("Product Owner, Frontend, Backend", "Product Owner", "Backend, Sail Lead"),
            [["Product Owner", "Frontend", "Backend"], ["Product Owner"], ["Backend", "Sail Lead"]],
        ),
        (
            ("Lamp Owner, Hulls, Masts", "Lamp Owner", "Sail Lead"),
            [["Lamp Owner, Hulls, Masts"], ["Lamp Owner"], ["Sail Lead"]],
        ),
        (
            ("Lamp Owner, Hulls and Ropes, Masts", "Lamp Owner", "Masts"),
            [["Lamp Owner, Hulls and Ropes, Masts"], ["Lamp Owner"], ["Masts"]],
        ),
        (
            ("Parks, Leisure, Arts and Sport", "Parks", "Arts and Sport"),
            [["Parks, Leisure, Arts and Sport"], ["Parks"], ["Arts and Sport"]],
        ),
        (
            ("Parks, Leisure, Arts and Sport", "Parks", "Leisure", "Arts and Sport"),
            [["Parks", "Leisure", "Arts and Sport"], ["Parks"], ["Leisure"], ["Arts and Sport"]],
        ),
        (
            ("Head of Quays, Piers, Lamps", "Head of Quays", "Piers", "Lamps"),
            [["Head of Quays, Piers, Lamps"], ["Head of Quays"], ["Piers"], ["Lamps"]],
        ),
        (
            ("Director, Quays, Piers", "Director", "Quays", "Piers"),
            [["Director, Quays, Piers"], ["Director"], ["Quays"], ["Piers"]],
        ),
        # A title stays with its name, be it elsewhere alone.
        (
            ("Ann Field, Harbour Manager", "Ann Field; Harbour Manager"),
            [["Ann Field, Harbour Manager"], ["Ann Field", "Harbour Manager"]],
        ),
        # A plus rather parts two than joins what one is of.
        (
            ("Pier Team + Harbour Manager", "Pier Team"),
            [["Pier Team", "Harbour Manager"], ["Pier Team"]],
        ),
        (
            ("Harbour Architect + DPO", "DPO"),
            [["Harbour Architect", "DPO"], ["DPO"]],
        ),
        (
            ("Harbour Architect + DPO", "Roads"),
            [["Harbour Architect", "DPO"], ["Roads"]],
        ),
        (
            ("Pier Lighting + Harbour Manager", "Pier Lighting"),
            [["Pier Lighting", "Harbour Manager"], ["Pier Lighting"]],
        ),
        (("Parks + Harbour Manager", "Parks"), [["Parks", "Harbour Manager"], ["Parks"]]),
        (("Parks + Leisure Team", "Parks"), [["Parks", "Leisure Team"], ["Parks"]]),
        # The manager may be of both.
        (("Parks + Harbour Manager", "Roads"), [["Parks + Harbour Manager"], ["Roads"]]),
        (
            ("Director of Quays + Piers", "Piers"),
            [["Director of Quays + Piers"], ["Piers"]],
        ),
        # So does a stroke, where each has other actions; a statutory office is an officer's beside the post.
        (("Data/Harbour Lead", "Data", "Harbour Lead"), [["Data", "Harbour Lead"], ["Data"], ["Harbour Lead"]]),
        (("Data/Harbour Lead", "Data"), [["Data/Harbour Lead"], ["Data"]]),
        (("HR/Harbour Manager", "Harbour Manager"), [["HR", "Harbour Manager"], ["Harbour Manager"]]),
        (("Clerk/RFO", "Clerk", "RFO"), [["Clerk/RFO"], ["Clerk"], ["RFO"]]),
        (("EM&SE", "EM", "SE"), [["EM", "SE"], ["EM"], ["SE"]]),
        (("EM&SE", "EM"), [["EM&SE"], ["EM"]]),
        (("Pier Lighting + Harbour Manager", "Roads"), [["Pier Lighting", "Harbour Manager"], ["Roads"]]),
        (
            ("Pier Lighting & Harbour Manager", "Pier Lighting"),
            [["Pier Lighting & Harbour Manager"], ["Pier Lighting"]],
        ),
    ],
)
def test_two_names_with_a_joint(cells: tuple[str, ...], owners: list[list[str]]) -> None:
    rows = "\n".join(ROW.format(number, number, cell) for number, cell in enumerate(cells, 1))
    plan = plan_from_text(f"| Ref | Action | Owner | Status |\n{rows}")
    assert [[owner.name for owner in action.owners] for action in plan.actions] == owners


@pytest.mark.parametrize(
    ("name", "is_doubtful"),
    [
        ("EM&SE", True),
        ("EMB&SE", True),
        ("HR&OD", False),
        ("EM&SE Team", False),
        ("HR/Data Manager", True),
        ("Finance/Data Manager", True),
        ("Data/GIS Lead", False),
        ("Clerk/RFO", False),
        ("HR/Data Team", True),
        ("HR/Marlow", False),
        ("HR", False),
        ("Policy + Performance Manager", True),
        ("Policy+Performance Manager", False),
    ],
)
def test_a_name_that_may_be_two_by_its_words_alone(name: str, is_doubtful: bool) -> None:
    assert may_be_two(name) is is_doubtful
