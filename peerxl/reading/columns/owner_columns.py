"""Owners that stand in several columns of a row: "Owner 1" and "Owner 2", "First name" and "Surname"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from peerxl.model.layout import Field
from peerxl.model.sheet import Cell, is_error
from peerxl.pattern import compile_late
from peerxl.reading.cells.column_kinds import are_persons
from peerxl.reading.cells.profile import FEW
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.headings.key import ORDINALS, heading_key

FIRST_NAMES = frozenset(["first name", "forename", "given name", "christian name"])
LAST_NAMES = frozenset(["surname", "last name", "family name"])
_OWNER = re.compile(r"\b(?:action|owner|lead|officer|responsible|person|assignee|contact)\b")
_SUPPORT = compile_late(r"\bsupport", re.IGNORECASE)
_COUNT = compile_late(
    r"\b(?:\d{1,2}|[a-d]|co|joint|other|additional|primary|main|principal|secondary"
    rf"|{'|'.join(sorted(ORDINALS))})\b|(?<=[a-z])\d\b"
)
_SECOND = re.compile(r"\b(?:co|joint|other|additional|secondary|second|third|fourth|fifth)\b")


def find_stem(key: str) -> str:
    """A folded heading without what counts owners: "Owner 1" and "Second owner" are both "owner"."""
    return " ".join(_COUNT.sub(" ", key).split())


def helps(draft: Draft) -> bool:
    """Whether a column kept beside names those who help who is to act, or act in their place: "Deputy owner"."""
    words = draft.reading.key.split()
    if draft.field is not Field.EXTRA or HELPING.isdisjoint(words):
        return False
    is_headed = bool(_OWNER.search(draft.reading.key)) and draft.profile.are_mostly_names
    return is_headed or are_persons(draft.profile)


HELPING = frozenset("support supporting supported deputy backup alternate substitute assisting".split())


def is_second(heading: str) -> bool:
    """Whether a heading says that its owners come after others: "Secondary owner", wherever it stands."""
    return bool(_SECOND.search(heading_key(heading)))


def is_joint(draft: Draft, best: Draft) -> bool:
    """Whether a column of owners goes with another: as the next of them, or as the other half of their names."""
    if not draft.field is best.field is Field.OWNER or _SUPPORT.search(draft.cell.text):
        return False
    halves = {is_last_name(draft.reading.key), is_last_name(best.reading.key)}
    is_half = len(halves) == 2 and abs(draft.column - best.column) == 1
    return is_half or find_stem(draft.reading.key) == find_stem(best.reading.key)


def strip_owner(key: str) -> str:
    return " ".join(_OWNER.sub(" ", key).split())


def is_first_name(key: str) -> bool:
    return strip_owner(key) in FIRST_NAMES


def is_last_name(key: str) -> bool:
    return strip_owner(key) in LAST_NAMES


def place_name_halves(drafts: list[Draft], chosen: Mapping[Field, int]) -> list[Draft]:
    """The columns, with first names and surnames that stand side by side as owners, where no other column has any.

    A column headed "Owner" is one of first names where each cell is one word and surnames stand beside it.
    """
    if Field.OWNER in chosen:
        return drafts
    owners = of_field(drafts, Field.OWNER)
    for draft in drafts:
        beside = next((each for each in drafts if is_last_name(each.reading.key) and is_beside(each, draft)), None)
        is_half = is_first_name(draft.reading.key) or (draft in owners and are_first_names(draft))
        if beside and is_half and all(owner in (draft, beside) for owner in owners):
            return [replace(each, field=Field.OWNER) if each in (draft, beside) else each for each in drafts]
    return drafts


def is_beside(draft: Draft, other: Draft) -> bool:
    return abs(draft.column - other.column) == 1


def are_first_names(draft: Draft) -> bool:
    """Whether each cell is one word."""
    return draft.profile.filled >= FEW and all(len(text.split()) == 1 for text in draft.profile.texts)


def list_owner_texts(headed: Sequence[tuple[str, Cell]]) -> Iterator[str]:
    """The words for each owner in cells under their headings, with first names before surnames."""
    texts = [(heading_key(heading), "" if is_error(cell.text) else cell.text.strip()) for heading, cell in headed]
    last = [index for index, (key, _) in enumerate(texts) if is_last_name(key)]
    if len(texts) == 2 and len(last) == 1:
        yield " ".join(filter(None, (texts[1 - last[0]][1], texts[last[0]][1])))
    else:
        yield from (text for _, text in texts)


def join_texts(texts: Iterable[str]) -> str:
    """The words of several cells as those of one."""
    return "; ".join(filter(None, texts))
