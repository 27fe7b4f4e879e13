"""Owners joined by "and", "+", a stroke, a comma or "with": whether "HR & IT Security" is two, as other cells tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from peerxl.language.owners import is_plainly_owner, owner_key, split_owners
from peerxl.language.owners.describe import names_person
from peerxl.language.owners.lexicon import USES, Use, fold
from peerxl.language.owners.phrases import FIXED_PAIRS, OFFICES
from peerxl.model.layout import Field
from peerxl.model.owner import Owner
from peerxl.model.plan import unique
from peerxl.model.settings import Settings
from peerxl.pattern import compile_late
from peerxl.reading.actions.action_owners import use_listed_name
from peerxl.reading.columns.tracker_layout import TrackerLayout

# Tried where a run of spaces begins alone: a cell may have thousands.
_JOINT = compile_late(r"(?<!\s)\s*[&+,]\s*|(?<!\s)\s+(?:and|with)\s+|(?<=\w)/(?=\w)")
_LOOSE = frozenset([",", "with"])
"""What stands beside a title or a place as often as between two: "Jane Smith, HR", "Liaison with schools"."""
_INITIALS = compile_late(r"[A-Z]{2,5}")


def find_lone_owners(layout: TrackerLayout) -> frozenset[str]:
    """The keys of all owners that a table's cells name, where any of its cells joins two."""
    columns = [use.heading.column for use in layout.uses if use.field is Field.OWNER]
    texts = {value for column in columns for value in layout.count_values(column) if isinstance(value, str)}
    if not any(_JOINT.search(text) for text in texts):
        return frozenset()
    return frozenset(owner.key for text in texts for owner in split_owners(text))


def part_joined(owners: tuple[Owner, ...], lone: Set[str], settings: Settings) -> tuple[Owner, ...]:
    """The owners of a cell, with two that are joined parted where the column shows them apart."""
    if not lone or not any(_JOINT.search(owner.name) for owner in owners):
        return owners
    return unique(part for owner in owners for part in part_owner(owner, lone, settings))


def part_owner(owner: Owner, lone: Set[str], settings: Settings) -> Iterator[Owner]:
    """The two owners that a name joins: each owns other actions, or one that is of two words does beside initials.

    Beside a plus, which rather parts two than joins what one is of, the other may be a post or a body where both are:
    "Parks + Leisure Manager" may be one. A name that the plan's own Owners sheet lists, that its words explain or that
    has an address is one.
    """
    is_listed = owner.name in settings.joint_names or settings.directory.find(owner.key)
    is_one = bool(owner.email or is_listed)
    for joint in () if is_one else find_joints(owner.name):
        parts = owner.name[: joint.start()], owner.name[joint.end() :]
        others = [part for part in parts if owner_key(part) not in lone]
        if others and joint[0].strip() in _LOOSE:
            continue
        own = [part for part in parts if part not in others]
        is_beside_initials = own and len(own[0].split()) > 1 and _INITIALS.fullmatch(others[0]) if others else True
        is_parted = "+" in joint[0] and own and all(map(is_somebody, parts)) if others else True
        if is_beside_initials or is_parted:
            supports = (False, joint[0].strip() == "with")
            named = (
                replace(owner, name=part, key=owner_key(part), is_supporter=owner.is_supporter or is_support)
                for part, is_support in zip(parts, supports, strict=True)
            )
            yield from (use_listed_name(part, settings) for part in named)
            return
    yield owner


# Few owners have many actions.
@lru_cache(maxsize=4096)
def find_joints(name: str) -> Sequence[re.Match[str]]:
    """Where a name may be parted: not before what somebody is besides, be it an office ("Clerk/RFO") or a title."""
    return tuple(list_joints(name))


def list_joints(name: str) -> Iterator[re.Match[str]]:
    for joint in _JOINT.finditer(name):
        before, after = name[: joint.start()], name[joint.end() :]
        is_office = joint[0] == "/" and tuple(map(fold, after.split())) in OFFICES
        is_title = joint[0].strip() == "," and names_person(f"({before})") and not names_person(f"({after})")
        if not is_office and not is_title:
            yield joint


def find_lone_part(name: str, lone: Set[str]) -> str:
    """Of two single words that are joined in a name the one that is an owner by itself elsewhere; "" where none is.

    Beside a stroke it may be of several words: "GIS Lead" of "Data/GIS Lead".
    """
    joints = find_joints(name)
    if len(joints) != 1:
        return ""
    (joint,) = joints
    parts = name[: joint.start()], name[joint.end() :]
    is_pair = joint[0] == "/" or all(len(part.split()) == 1 for part in parts)
    return next((part for part in parts if is_pair and owner_key(part) in lone), "")


@lru_cache(maxsize=4096)
def may_be_two(name: str) -> bool:
    """Whether a name that was read as one owner may as well be two, by its words alone.

    The letters of "SC&WB" may be two people's; of "HR/Data Manager" the first may be a department, and of "Data/GIS
    Lead" it is hardly one.
    """
    letters = _PAIR_OF_LETTERS.fullmatch(name)
    if letters:
        return tuple(map(fold, letters.groups())) not in FIXED_PAIRS
    first, stroke, post = name.partition("/")
    is_department = bool(USES.get(fold(first), Use.NONE) & (Use.DEPARTMENT | Use.SERVICE))
    return bool(stroke) and is_department and is_plainly_owner(post)


_PAIR_OF_LETTERS = compile_late(r"([A-Z]{2,3})&([A-Z]{2,3})")


def is_somebody(part: str) -> bool:
    """Whether a part of a name is plainly a post or a body, be it by its initials."""
    return is_plainly_owner(part) or _INITIALS.fullmatch(part) is not None
