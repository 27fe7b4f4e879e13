"""The officer cell: who leads an action and who supports it.

"CD Communities/ AD for Environment" is two owners, "AD for Housing and Wellbeing" one; "ADs for Finance and Customer
Focus" is an AD for Finance and an AD for Customer Focus. The grammar stands in `grammar`, the words it knows in
`words`. Where it leaves doubt, words stay together: an owner invented is a wrong person asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from peerxl.language.owners import words
from peerxl.language.owners.cutter import Cutter
from peerxl.language.owners.grammar import Reader
from peerxl.language.owners.lexer import tokens, written
from peerxl.language.owners.part import Standing
from peerxl.language.owners.sharing import Named
from peerxl.model.owner import Owner

__all__ = ["owner_key", "split_owners"]

_UNHEARD = {"for", "of", "the"}
_WORD = re.compile(r"[^\W_]+")
_QUOTES = ' "“”'
_THE = re.compile(r"\A(?:the )+")
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{2})\.\Z")
_ORDER = (Standing.LEAD, Standing.PLAIN, Standing.SUPPORTER)


def split_owners(text: str | None) -> tuple[Owner, ...]:
    """The owners a cell names, each once: the lead first, supporters last; none for a blank, "N/A" or "TBC"."""
    found = tokens(text or "")
    named = Reader(found, Cutter(found).cut()).read()
    in_order = sorted(named, key=lambda one: _ORDER.index(one.standing))
    return _unique(owner for one in in_order if (owner := _owner(one)).key)


def owner_key(text: str) -> str:
    """What every spelling of an owner has in common: "AD for legal" and "AD Legal" are both "adlegal".

    Case, accents, spaces and punctuation do not count, nor do for, of and the; "&" and "+" are and.
    """
    letters = words.unaccented(text.casefold()).casefold()
    said = _WORD.findall(letters.replace("'", "").replace("’", "").replace("&", " and ").replace("+", " and "))
    return "".join(word for word in said if word not in _UNHEARD) or "".join(said)


def _owner(named: Named) -> Owner:
    name = _tidied(written(named.tokens))
    return Owner(name, owner_key(name), named.standing is Standing.SUPPORTER)


def _tidied(name: str) -> str:
    """A name without a small "the" before it, brackets around it, or a full stop after it."""
    name = _THE.sub("", name)
    if name.startswith("(") and name.endswith(")") and _is_plain(name[1:-1]):
        name = name[1:-1].strip()
    return _FULL_STOP.sub("", name)


def _is_plain(inner: str) -> bool:
    return all(letter.isalnum() or letter in " '’.-" for letter in inner)


def _unique(owners: Iterable[Owner]) -> tuple[Owner, ...]:
    found: dict[str, Owner] = {}
    for owner in owners:
        found.setdefault(owner.key, owner)
    return tuple(found.values())
