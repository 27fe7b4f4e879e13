"""The owners that an Owners sheet knows, and how each is to be found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from peerxl.language.owners import owner_key, split_owners
from peerxl.language.owners.personal_names import FIRST_NAMES
from peerxl.model.settings import Contact, Directory
from peerxl.model.sheet import Sheet
from peerxl.reading.own_sheets.records import read_records, read_words, split_list


def read_contacts(sheet: Sheet) -> Iterator[Contact]:
    for record in read_records(sheet, "owner"):
        yield Contact(
            read_words(record, "owner"),
            split_list(record, "also written as"),
            read_words(record, "name"),
            read_words(record, "email"),
            read_words(record, "reports to"),
        )


def join_contacts(own: Directory, last: Directory) -> Directory:
    """The contacts of a plan with what last year's knows of them, and those whom only last year's has."""
    joined = tuple(fill_contact(contact, last.find(owner_key(contact.owner))) for contact in own.contacts)
    more = (contact for contact in last.contacts if own.find(owner_key(contact.owner)) is None)
    return directory_of((*joined, *more))


def fill_contact(contact: Contact, last: Contact | None) -> Contact:
    """A contact with last year's name, address and so on where it has none, and with last year's spellings."""
    if last is None:
        return contact
    spellings = dict.fromkeys((*contact.also_written_as, last.owner, *last.also_written_as))
    own = owner_key(contact.owner)
    return replace(
        contact,
        also_written_as=tuple(words for words in spellings if owner_key(words) != own),
        name=contact.name or last.name,
        email=contact.email or last.email,
        reports_to=contact.reports_to or last.reports_to,
    )


def directory_of(contacts: tuple[Contact, ...]) -> Directory:
    """The contacts, each to be found by its owner's words, its other spellings, the person's name and the address.

    Whoever is written surname first is found by the first name first too. Words that two of them share find neither:
    who is meant is for the coordinator to say.
    """
    own = {owner_key(contact.owner): contact for contact in reversed(contacts)}
    others: dict[str, set[str]] = {}
    for contact in contacts:
        spellings = contact.name, *contact.also_written_as
        turned = filter(None, map(turn_name, (contact.owner, *spellings)))
        for words in (*spellings, *turned):
            others.setdefault(owner_key(words), set()).add(owner_key(contact.owner))
        others.setdefault(contact.email.casefold(), set()).add(owner_key(contact.owner))
    clear = {key: own[owners.copy().pop()] for key, owners in others.items() if key and len(owners) == 1}
    return Directory(contacts, tuple((clear | own).items()))


def turn_name(words: str) -> str:
    """A person's name with the first name first, where the surname is: "Ann Field" of "Field, Ann"; else nothing."""
    if words.count(",") != 1:
        return ""
    surname, _, given = map(str.strip, words.partition(","))
    turned = f"{given} {surname}"
    # Of two first names the Owners sheet says that they are one person's.
    are_known = surname.casefold() in FIRST_NAMES and given.casefold() in FIRST_NAMES
    return turned if are_known or [owner.name for owner in split_owners(words)] == [turned] else ""
