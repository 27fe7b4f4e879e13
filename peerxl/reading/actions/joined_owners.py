"""Owners joined by "and", "+", a stroke, a comma or "with": whether "HR & IT Security" is two, as other cells tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from peerxl.frozen import frozen
from peerxl.language.owners import is_plainly_owner, owner_key
from peerxl.language.owners.cutter import cut_segments
from peerxl.language.owners.describe import names_person
from peerxl.language.owners.lexer import cut_tokens
from peerxl.language.owners.lexicon import USES, Use, fold
from peerxl.language.owners.phrases import FIXED_PAIRS, OFFICES
from peerxl.language.owners.segment import Trait
from peerxl.language.owners.titles import is_known_subject
from peerxl.model.layout import Field
from peerxl.model.owner import Owner
from peerxl.model.plan import unique
from peerxl.model.settings import Settings
from peerxl.pattern import compile_late
from peerxl.reading.actions.action_owners import read_owners, use_listed_name
from peerxl.reading.actions.name_order import is_known
from peerxl.reading.columns.tracker_layout import TrackerLayout

# Tried where a run of spaces begins alone: a cell may have thousands.
_JOINT = compile_late(r"(?<!\s)\s*[&+,]\s*|(?<!\s)\s+(?:and|with)\s+|(?<=\w)/(?=\w)")
_ANDS = frozenset(["and", "&"])
_LOOSE = frozenset([",", "with"])
"""What stands beside a title or a place as often as between two: "Jane Smith, HR", "Liaison with schools"."""
_INITIALS = compile_late(r"[A-Z]{2,5}")


@frozen
class Others:
    """The owners that a table's cells name, by their keys, and those on either side of an "and" in one owner's name.

    ``adds`` is whether most cells that have a plus plainly add somebody by it.
    """

    lone: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()
    adds: bool = False


def find_others(layout: TrackerLayout) -> Others:
    """All owners of a table, where any of its cells joins two."""
    columns = [use.heading.column for use in layout.uses if use.field is Field.OWNER]
    texts = {value for column in columns for value in layout.count_values(column) if isinstance(value, str)}
    if not any(_JOINT.search(text) for text in texts):
        return Others()
    owners = {owner.key: owner.name for text in texts for owner in read_owners(text)}
    pairs = (pair for name in owners.values() for joint in find_joints(name) if (pair := pair_keys(name, joint)))
    added = [len(read_owners(text)) > 1 for text in texts if "+" in text]
    return Others(
        frozenset(owners), frozenset(pairs), adds=added.count(True) >= max(FEWEST_ADDED, 2 * added.count(False))
    )


FEWEST_ADDED = 2
"""How many cells with a plus say at least how a column means it."""


def pair_keys(name: str, joint: re.Match[str]) -> tuple[str, str] | None:
    """The keys of what stands on either side of an "and", or of an "&" with spaces, that a name has."""
    is_and = joint[0].strip() in _ANDS and joint[0][0].isspace()
    return (owner_key(name[: joint.start()]), owner_key(name[joint.end() :])) if is_and else None


def part_joined(owners: tuple[Owner, ...], others: Others, settings: Settings) -> tuple[Owner, ...]:
    """The owners of a cell, with two that are joined parted where the column shows them apart."""
    if not others.lone or not any(_JOINT.search(owner.name) for owner in owners):
        return owners
    return unique(part for owner in owners for part in part_owner(owner, others, settings))


def part_owner(owner: Owner, others: Others, settings: Settings) -> Iterator[Owner]:
    """The owners that a name joins, two or a list; one where the plan's Owners sheet lists it, or it has an address."""
    is_listed = owner.name in settings.joint_names or settings.directory.find(owner.key)
    joints = () if owner.email or is_listed else find_joints(owner.name)
    if joints and are_listed(names := tuple(map(str.strip, owner.name.split(","))), others):
        yield from (use_listed_name(replace(owner, name=name, key=owner_key(name)), settings) for name in names)
        return
    joint = next((joint for joint in joints if parts_two(owner.name, joint, others)), None)
    if joint is None:
        yield owner
        return
    parts = (owner.name[: joint.start()], False), (owner.name[joint.end() :], joint[0].strip() == "with")
    for name, is_support in parts:
        named = replace(owner, name=name, key=owner_key(name), is_supporter=owner.is_supporter or is_support)
        yield use_listed_name(named, settings)


def parts_two(name: str, joint: re.Match[str], others: Others) -> bool:
    """Whether two owners stand on either side of a joint: each owns other actions, or one does.

    One is enough that is of two words beside initials, or stands beside a plus and a post or a body that follows it,
    and with an "and" as `are_apart` says; a plus that adds somebody in the other cells does so here. "Director of Quays
    + Piers" stays, whose words after the plus are nobody's.
    """
    before, after = name[: joint.start()], name[joint.end() :]
    own = [part for part in (before, after) if owner_key(part) in others.lone]
    if len(own) == 2 or joint[0].strip() in _LOOSE:
        return len(own) == 2
    other = after if own == [before] else before
    is_beside_initials = bool(own) and len(own[0].split()) > 1 and _INITIALS.fullmatch(other) is not None
    is_added = (bool(own) or others.adds) and "+" in joint[0] and is_somebody(after)
    return is_beside_initials or is_added or are_apart(name, joint, others)


def are_listed(names: Sequence[str], others: Others) -> bool:
    """Whether three owners or more stand in a list with commas, as all but one own other actions: "A, B, C".

    All have to where they are fields of work, as those of one unit are. None is a person, whose title follows, nor a
    post that says what it is of: "Head of Quays, Piers, Lamps", "Director, Quays, Piers".
    """
    unknown = [name for name in names if owner_key(name) not in others.lone]
    are_fields = all(is_field(name) and not is_plainly_owner(name) for name in names)
    if len(names) < FEWEST_LISTED or len(unknown) > (0 if are_fields else 1):
        return False
    are_plain = all(name[:1].isupper() and _JOINT.search(name) is None for name in unknown)
    return are_plain and not is_bare(names[0]) and not any(is_open(name) or is_known(name) for name in names)


FEWEST_LISTED = 3


def is_bare(text: str) -> bool:
    """Whether words are a post alone, that what follows a comma may be of: "Director"."""
    return any(Trait.BARE in segment.traits for segment in cut_segments(cut_tokens(text)))


def are_apart(name: str, joint: re.Match[str], others: Others) -> bool:
    """Whether words with an "and" between are two, as one of them owns other actions or stands beside somebody else.

    Both have to where all are fields of work, as those of one unit are: "Parks and Leisure". What follows is no post or
    body, which may be of both, and nothing is called as two fixed words are: "Health and Safety".
    """
    pair = pair_keys(name, joint)
    before, after = name[: joint.start()], name[joint.end() :]
    if pair is None or is_open(before) or is_plainly_owner(after) or is_fixed(before, after):
        return False
    parts = zip((before, after), pair, strict=True)
    apart = [key for part, key in parts if key in others.lone or stands_beside_others(part, key, pair, others)]
    return len(apart) == 2 or (len(apart) == 1 and not (is_field(before) and is_field(after)))


def stands_beside_others(part: str, key: str, pair: tuple[str, str], others: Others) -> bool:
    """Whether a part of a name has another partner elsewhere, on its other side: "Security" of "Legal and Security".

    On the same side as well where it is of several words and no field of work, which two units may have in common.
    """
    partners = [other for other in list_pairs(others.pairs).get(key, ()) if other != pair]
    is_name = len(part.split()) > 1 and not is_field(part)
    return any(is_name or other.index(key) != pair.index(key) for other in partners)


@lru_cache(maxsize=8)
def list_pairs(pairs: frozenset[tuple[str, str]]) -> Mapping[str, Sequence[tuple[str, str]]]:
    """The pairs in which each key is."""
    by_key: dict[str, list[tuple[str, str]]] = {}
    for pair in pairs:
        for key in set(pair):
            by_key.setdefault(key, []).append(pair)
    return by_key


def is_open(text: str) -> bool:
    """Whether words may go on with what they are of, as a post's do ("Head of Quays"), or a person's after a comma."""
    traits = [segment.traits for segment in cut_segments(cut_tokens(text))]
    return "," in text or any(each & (Trait.OPEN | Trait.SURE) for each in traits)


def is_field(text: str) -> bool:
    """Whether words are known for fields of work, and nothing else."""
    words = [token for segment in cut_segments(cut_tokens(text)) for token in segment.words]
    return all(is_known_subject(token) for token in words)


def is_fixed(before: str, after: str) -> bool:
    """Whether the words on either side of an "and" are one name wherever they stand: "Children and Families"."""
    last, first = before.rsplit(maxsplit=1)[-1:], after.split(maxsplit=1)[:1]
    return tuple(map(fold, (*last, *first))) in FIXED_PAIRS


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
    """Of two that are joined in a name the one that is an owner by itself elsewhere; "" where none is.

    Beside a comma or "with" both are single words. What a post is of is none: "Lamps" of "Head of Piers and Lamps".
    """
    joints = find_joints(name)
    if len(joints) != 1:
        return ""
    (joint,) = joints
    parts = name[: joint.start()], name[joint.end() :]
    is_pair = all(len(part.split()) == 1 for part in parts)
    is_pair = is_pair or joint[0] == "/" or (pair_keys(name, joint) is not None and not is_open(parts[0]))
    return next((part for part in parts if is_pair and owner_key(part) in lone), "")


@lru_cache(maxsize=4096)
def may_be_two(name: str) -> bool:
    """Whether a name that was read as one owner may as well be two, by its words alone.

    The letters of "SC&WB" may be two people's; of "HR/Data Manager" the first may be a department, and of "Data/GIS
    Lead" it is hardly one. Who adds a word with a plus may add somebody: "Policy + Performance Manager".
    """
    letters = _PAIR_OF_LETTERS.fullmatch(name)
    if letters:
        return tuple(map(fold, letters.groups())) not in FIXED_PAIRS
    first, stroke, post = name.partition("/")
    is_department = bool(USES.get(fold(first), Use.NONE) & (Use.DEPARTMENT | Use.SERVICE))
    return (bool(stroke) and is_department and is_plainly_owner(post)) or " + " in name


_PAIR_OF_LETTERS = compile_late(r"([A-Z]{2,3})&([A-Z]{2,3})")


def is_somebody(part: str) -> bool:
    """Whether a part of a name is plainly a post or a body, be it by its initials."""
    return is_plainly_owner(part) or _INITIALS.fullmatch(part) is not None
