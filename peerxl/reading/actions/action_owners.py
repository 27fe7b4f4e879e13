"""The owners that a cell names, each as the workbook's own lists call it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from peerxl.language.owners import owner_key, split_owners
from peerxl.language.owners.describe import names_person
from peerxl.model.owner import Owner
from peerxl.model.plan import unique
from peerxl.model.settings import Contact, Directory, Settings
from peerxl.model.sheet import is_error
from peerxl.pattern import compile_late
from peerxl.reading.columns.owners_with_times import is_time

MOST_REMEMBERED = 4096
"""How many readings of one kind are remembered."""


@lru_cache(maxsize=MOST_REMEMBERED)
def read_owners(text: str) -> tuple[Owner, ...]:
    return split_owners(text)


def read_action_owners(text: str, settings: Settings) -> tuple[Owner, ...]:
    """The owners a cell names, each as the Owners sheet calls it where it is listed there; no day or month is one."""
    if is_error(text) or is_placeholder(text):
        return ()
    parts = cut_listed(text, settings)
    owners = (owner for part in parts for owner in read_part(part, settings) if not names_time(owner.name))
    return unique(use_listed_name(owner, settings) for owner in owners)


def names_time(name: str) -> bool:
    """Whether what stands among owners is when it is due: "Ann Field / March 2027 / Bo Day"."""
    return any(map(str.isdigit, name)) and is_time(name)


def read_part(text: str, settings: Settings) -> tuple[Owner, ...]:
    """The owners that a part of a cell names; one where the whole of it is listed, by that name where no other is."""
    contact = settings.directory.find(owner_key(text)) if text.strip() else None
    joint = (name for name in settings.joint_names if owner_key(name) == owner_key(text))
    name = contact.owner if contact else next(joint, "")
    owners = read_owners(name or text)
    is_one = len(owners) == 1 and (contact is None or settings.directory.find_owner(owners[0]) is not None)
    return owners if not name or is_one else (Owner(name, owner_key(name)),)


def cut_listed(text: str, settings: Settings) -> list[str]:
    """A cell's text, cut before and after each owner with a stroke in the name that is listed: "Design / Content"."""
    if "/" not in text:  # as most cells are, and lists are long
        return [text]
    letters = squeeze(text)
    listed = (contact.owner for contact in settings.directory.contacts if "/" in contact.owner)
    names = [name for name in (*listed, *settings.joint_names) if squeeze(name) in letters]
    for name in sorted(names, key=len, reverse=True):
        before, found, after = part_once(text, name)
        if found:
            around = (cut_listed(part, settings) if part else [] for part in (before, after))
            return [*next(around), found, *next(around)]
    return [text]


@lru_cache(maxsize=MOST_REMEMBERED)
def squeeze(text: str) -> str:
    """A text without its spaces and capitals, in which a name stands as often as it may at all."""
    return "".join(text.casefold().split())


def part_once(text: str, name: str) -> tuple[str, str, str]:
    """A text before, at and after a name that stands in it between signs that part owners; no name where none does."""
    words = r"\s+".join(map(re.escape, name.replace("/", " / ").split())).replace(r"\s+/\s+", r"\s*/\s*")
    found = re.search(rf"(?:\A|{_APART})\s*({words})\s*(?:\Z|{_APART})", text, re.IGNORECASE)
    return (text[: found.start()].strip(), found[1], text[found.end() :].strip()) if found else (text, "", "")


_APART = r"(?:[;,+&\n]|\band\b)"


def is_placeholder(text: str) -> bool:
    """Whether a cell says in brackets that somebody is to be named there: "[Name]"."""
    inner = _BRACKETED.fullmatch(text.strip())
    return inner is not None and TO_BE_NAMED.issuperset(inner[1].casefold().split())


TO_BE_NAMED = frozenset("a an the your insert enter name names owner person team member lead officer role who".split())
_BRACKETED = re.compile(r"\[([^\[\]]*)\]")


def use_listed_name(owner: Owner, settings: Settings) -> Owner:
    contact = settings.directory.find_owner(owner) or find_person(owner.name, settings.directory)
    return replace(owner, name=contact.owner, key=owner_key(contact.owner)) if contact else owner


def find_person(name: str, directory: Directory) -> Contact | None:
    """Who is listed by a person's name alone, of whom a cell says more: "Ann Field (HR)", and nobody besides."""
    found = _MORE.search(name) if directory else None
    if found is None:
        return None
    person, more = name[: found.start()], name[found.end() :].strip("()")
    is_one = names_person(f"({person})") and not names_person(f"({more})")
    return directory.find(owner_key(person)) if is_one else None


_MORE = compile_late(r"\s+(?:[-–—]\s|(?=\())")
