"""Who answers for an action: a post, a person, a team, as the officers wrote it."""

from __future__ import annotations

from dataclasses import field

from peerxl.frozen import frozen


@frozen
class Owner:
    """One owner: the words, tidied, and the key that every spelling of that owner shares.

    Two owners are equal, and hash alike, when their key and their standing are the same: "AD for legal" is "AD Legal".
    A supporter helps and is not asked. ``email`` is the address that the cell has for the owner, maybe all it has.
    """

    name: str = field(compare=False)
    key: str
    is_supporter: bool = False
    email: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.name
