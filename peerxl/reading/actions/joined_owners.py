"""Owners joined by "and" or "+": whether "HR & IT Security" is two, where other cells of the column have each alone."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from peerxl.language.owners import is_plainly_owner, owner_key, split_owners
from peerxl.model.layout import Field
from peerxl.model.owner import Owner
from peerxl.model.plan import unique
from peerxl.model.settings import Settings
from peerxl.pattern import compile_late
from peerxl.reading.actions.action_owners import use_listed_name
from peerxl.reading.columns.tracker_layout import TrackerLayout

# Tried where a run of spaces begins alone: a cell may have thousands.
_JOINT = compile_late(r"(?<!\s)\s*[&+]\s*|(?<!\s)\s+and\s+")
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
    "Parks + Leisure Manager" may be one. A name that the plan's own Owners sheet lists, or that has an address, is one.
    """
    is_one = owner.email or settings.directory.find(owner.key) is not None
    for joint in () if is_one else _JOINT.finditer(owner.name):
        parts = owner.name[: joint.start()], owner.name[joint.end() :]
        others = [part for part in parts if owner_key(part) not in lone]
        own = [part for part in parts if part not in others]
        is_beside_initials = own and len(own[0].split()) > 1 and _INITIALS.fullmatch(others[0]) if others else True
        is_parted = "+" in joint[0] and own and all(map(is_somebody, parts)) if others else True
        if is_beside_initials or is_parted:
            named = (replace(owner, name=part, key=owner_key(part)) for part in parts)
            yield from (use_listed_name(part, settings) for part in named)
            return
    yield owner


def find_lone_part(name: str, lone: Set[str]) -> str:
    """Of two single words that are joined in a name the one that is an owner by itself elsewhere; "" where none is."""
    parts = _JOINT.split(name)
    is_pair = len(parts) == PAIR and all(len(part.split()) == 1 for part in parts)
    return next((part for part in parts if is_pair and owner_key(part) in lone), "")


PAIR = 2


def is_somebody(part: str) -> bool:
    """Whether a part of a name is plainly a post or a body, be it by its initials."""
    return is_plainly_owner(part) or _INITIALS.fullmatch(part) is not None
