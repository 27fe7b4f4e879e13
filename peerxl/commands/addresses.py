"""Where an owner's mail goes, by the Owners sheet: to whom, with copies to whom, or why to nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from peerxl.calendar.rules import Level
from peerxl.documents.wording import owners_sheet_words
from peerxl.language.owners import owner_key
from peerxl.mail.address import Address, AddressError, read_addresses
from peerxl.model.owner import Owner
from peerxl.model.settings import Contact, Settings


@dataclass(frozen=True, slots=True)
class Addressed:
    """To whom a mail goes and who gets a copy; where ``to`` is empty ``why`` says what to do about it."""

    to: tuple[Address, ...]
    cc: tuple[Address, ...] = ()
    why: str = ""

    @property
    def emails(self) -> tuple[str, ...]:
        return tuple(each.email for each in self.to)


def address(owner: Owner, levels: Collection[Level], settings: Settings) -> Addressed:
    """An owner's addresses, with the copies for those who learn that the owner is late."""
    contact = settings.directory.find_owner(owner)
    try:
        to = addresses_of(contact) or read_addresses(owner.email)
    except AddressError as error:
        return Addressed((), why=f"{owner.name}: {error}")
    if not to:
        return Addressed((), why=f"No address is known for {owner.name}; put it on {owners_sheet(settings)}.")
    copies = [each for other in superiors(contact, levels, settings) for each in valid_addresses(other)]
    known = {each.email.casefold() for each in to}
    return Addressed(to, tuple({each.email: each for each in copies if each.email.casefold() not in known}.values()))


def owners_sheet(settings: Settings) -> str:
    """Where addresses are put: on the Owners sheet, or what makes one where the plan has none that lists anybody."""
    return owners_sheet_words(bool(settings.directory))


def superiors(contact: Contact | None, levels: Collection[Level], settings: Settings) -> Iterator[Contact]:
    """Whom an owner reports to, and whom these report to in turn, as far up as they learn of it."""
    find = settings.directory.find
    first = find(owner_key(contact.reports_to)) if contact and contact.reports_to else None
    second = find(owner_key(first.reports_to)) if first and first.reports_to else None
    if first and Level.REPORTS_TO in levels:
        yield first
    if second and Level.DIRECTOR in levels:
        yield second


def coordinator_of(settings: Settings) -> Address | None:
    """The coordinator's address, where the Owners sheet has it."""
    contact = settings.directory.find(owner_key(settings.coordinator)) if settings.coordinator else None
    return next(iter(valid_addresses(contact)), None) if contact else None


def valid_addresses(contact: Contact) -> tuple[Address, ...]:
    """A contact's addresses; none where they are not written as addresses are."""
    try:
        return addresses_of(contact)
    except AddressError:
        return ()


def addresses_of(contact: Contact | None) -> tuple[Address, ...]:
    """A contact's addresses, each with the person's name where one is given."""
    return tuple(
        Address(each.email, each.name or (contact.name if contact else ""))
        for each in read_addresses(contact.email if contact else "")
    )
