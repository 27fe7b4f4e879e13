"""Runs of plain words: where each ends, and what it ends in. Known for every part before an owner is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peerxl.language.owners.kinds import Kind, is_bare, is_listable
from peerxl.language.owners.lexer import Sign
from peerxl.language.owners.part import Part

SOFT = (Sign.COMMA, Sign.AND, Sign.AMPERSAND)  # the loosest first
PLAIN = (Kind.WORDS, Kind.LETTERS)


@dataclass(frozen=True, slots=True)
class Run:
    """The plain words from a part on.

    ``end`` is the part after the last. ``head`` is the post or body there that they may be the first words of:
    Performance Manager after "Policy and". A list is of services with commas between: "Planning, Legal, HR".
    """

    end: int
    head: Part | None
    is_list: bool

    @property
    def joint(self) -> Sign | None:
        """What joins the words to their head: the "and" in "Equality, Diversity and Inclusion Manager"."""
        if self.head is None or self.head.joint is not Sign.COMMA or self.head.kind is not Kind.ROLE:
            return self.head.joint if self.head else None
        said = {token.word for token in self.head.words[: self.head.role]}
        return Sign.AND if said & {"and", "&"} else Sign.COMMA

    def is_tighter_than(self, part: Part) -> bool:
        """Whether the words belong to their head rather than to what stands before the part, their first.

        "HR Manager, Policy and Performance Manager" has a Policy and Performance Manager.
        """
        joint = self.joint
        return joint is not None and part.joint in SOFT and SOFT.index(part.joint) < SOFT.index(joint)


def runs(parts: Sequence[Part]) -> list[Run]:
    """The run that begins at each part; at one that is not plain, an empty run."""
    found: list[Run] = []
    for index in range(len(parts) - 1, -1, -1):
        found.append(_run(parts, index, found[-1] if found else None))
    return found[::-1]


def _run(parts: Sequence[Part], index: int, after: Run | None) -> Run:
    part = parts[index]
    follower = parts[index + 1] if index + 1 < len(parts) else None
    if part.kind not in PLAIN:
        return Run(index, None, False)
    if follower is None or after is None or follower.joint not in SOFT or follower.kind not in PLAIN:
        return Run(index + 1, follower if follower and _is_head(part, follower) else None, is_listable(part.words))
    is_list = is_listable(part.words) and after.is_list and follower.joint is Sign.COMMA
    return Run(after.end, after.head, is_list)


def _is_head(part: Part, follower: Part) -> bool:
    """Whether the words and what follows are one: "Policy and Performance Manager", "Town & Parish Clerks"."""
    if follower.joint not in SOFT or follower.kind not in (Kind.ROLE, Kind.BODY):
        return False
    ranks = (*part.words, *follower.words[:1])
    return follower.is_qualified or (follower.joint is not Sign.COMMA and is_bare(ranks, len(ranks)))
