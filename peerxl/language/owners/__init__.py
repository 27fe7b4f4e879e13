"""The officer cell: who leads an action and who supports it.

"CD Communities/ AD for Environment" is two owners, "AD for Housing and Wellbeing" one; "ADs for Finance and Customer
Focus" is an AD for Finance and an AD for Customer Focus. A cell is cut into tokens (`lexer`), those into segments
(`cutter`), names that are written surname first are turned round (`inversion`), and each segment begins an owner or
belongs to the one before it, by the table in `rules`; the words are tables in `lexicon`. Where there is doubt, words
stay together: an owner invented is a wrong person asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from peerxl.language.owners.context import add_context
from peerxl.language.owners.cutter import cut_segments
from peerxl.language.owners.draft import NamedOwner, read_owners
from peerxl.language.owners.inversion import turn_names
from peerxl.language.owners.lexer import cut_tokens
from peerxl.language.owners.lexicon import USES, Use, unaccented
from peerxl.language.owners.lists import mark_lists
from peerxl.language.owners.segment import Trait
from peerxl.language.owners.tokens import Standing, written
from peerxl.model.owner import Owner

__all__ = ["is_plainly_owner", "may_be_owner", "owner_key", "split_owners"]

_SILENT = {"for", "of", "the"}
_WORD = re.compile(r"[^\W_]+")
_BRACKETED = re.compile(r"[(\[{'](?P<name>[\w '’.-]*)[)\]}']")
_THE = re.compile(r"\A(?:the )+")
# Not after a word without a vowel, such as "Mgr.", which is one cut short.
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{2})(?<!\b[A-Z][b-df-hj-np-tv-xz])(?<!\b[A-Z][b-df-hj-np-tv-xz]{2})\.\Z")
_ORDER = (Standing.LEAD, Standing.PLAIN, Standing.SUPPORTER)


def split_owners(text: str | None) -> tuple[Owner, ...]:
    """The owners a cell names, each once: the lead first, supporters last; none for a blank, "N/A" or "TBC"."""
    segments = mark_lists(add_context(turn_names(cut_segments(cut_tokens(text or "")))))
    in_order = sorted(read_owners(segments), key=lambda named: _ORDER.index(named.standing))
    return _drop_repeated(owner for named in in_order if (owner := _make_owner(named)))


_SOMEBODY = Trait.SURE | Trait.POST | Trait.OFFICE | Trait.BODY


# The same few stand in many rows.
@lru_cache(maxsize=4096)
def is_plainly_owner(text: str) -> bool:
    """Whether the first words alone say that somebody is named: a known first name, a post, a body; no odd words."""
    segments = cut_segments(cut_tokens(text))
    return bool(segments) and bool(segments[0].traits & _SOMEBODY)


@lru_cache(maxsize=4096)
def may_be_owner(text: str) -> bool:
    """Whether the first words are a person, a post or a body, by their form at least: "Oskar Teal"."""
    segments = cut_segments(cut_tokens(text))
    return bool(segments) and bool(segments[0].traits & (_SOMEBODY | Trait.PERSON))


def owner_key(text: str) -> str:
    """What every spelling of an owner has in common: "AD for legal" and "AD Legal" are both "adlegal".

    Case, accents, spaces and punctuation do not count, nor do for, of and the, nor "and team"; "&" and "+" are and.
    """
    letters = unaccented(text.casefold()).casefold()
    words = _WORD.findall(letters.replace("&", " and ").replace("+", " and "))
    words = _without_hangers_on(words)
    return "".join(word for word in words if word not in _SILENT) or "".join(words)


def _without_hangers_on(words: list[str]) -> list[str]:
    """The words without "and team" at their end: "Jane Smith and her team" is Jane Smith."""
    end = len(words)
    while end and Use.OWN in USES.get(words[end - 1], Use.NONE):
        end -= 1
    return words[: end - 1] if 1 < end < len(words) and words[end - 1] == "and" else words


def _make_owner(named: NamedOwner) -> Owner | None:
    name = _tidy(written(named.tokens))
    key = owner_key(name) if any(map(str.isalpha, name)) else ""
    return Owner(name, key, named.standing is Standing.SUPPORTER, named.email) if key else None


def _tidy(name: str) -> str:
    """A name without a small "the" before it, brackets around it, or a full stop after it that shortens no word."""
    name = _THE.sub("", name)
    if bracketed := _BRACKETED.fullmatch(name):
        name = bracketed["name"].strip()
    return _FULL_STOP.sub("", name)


def _drop_repeated(owners: Iterable[Owner]) -> tuple[Owner, ...]:
    by_key: dict[str, Owner] = {}
    for owner in owners:
        first = by_key.setdefault(owner.key, owner)
        if not first.email:
            by_key[owner.key] = replace(first, email=owner.email)
    return tuple(by_key.values())
