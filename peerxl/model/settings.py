"""What a council settles for itself: its status words, its owners, its calendar and what its papers are called."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property

from peerxl.frozen import Remembering, frozen
from peerxl.model.fiscal import APRIL_YEARS, FiscalQuarter, YearConvention
from peerxl.model.owner import Owner
from peerxl.model.sheet import Cell
from peerxl.model.status import DEFAULT_VOCABULARY, Vocabulary
from peerxl.model.timing import Timing


@frozen
class Contact:
    """A line of the Owners sheet: who an owner is and how else the plan writes them."""

    owner: str
    also_written_as: tuple[str, ...] = ()
    name: str = ""
    email: str = ""
    reports_to: str = ""


@frozen
class Directory(Remembering):
    """The owners a council has listed, each found by the key of any of its spellings and by its folded address."""

    contacts: tuple[Contact, ...] = ()
    keys: tuple[tuple[str, Contact], ...] = ()

    @cached_property
    def _by_key(self) -> dict[str, Contact]:
        return dict(self.keys)

    def find(self, key: str) -> Contact | None:
        return self._by_key.get(key)

    def find_owner(self, owner: Owner) -> Contact | None:
        """Who an owner of a cell is, by the name or else by the address beside it."""
        # The name first: one address may be a team's that several owners share.
        return self.find(owner.key) or (self.find(owner.email.casefold()) if owner.email else None)

    def __bool__(self) -> bool:
        return bool(self.contacts)


@frozen
class FrontMatter:
    """What the first page of a paper says of itself, as the council wants it published; blank where it is not said."""

    committee: str = ""
    published: str = ""
    portfolio_holder: str = ""
    contact: str = ""
    other_formats: str = ""


@frozen
class Settings:
    """Defaults, then what the workbook's own Owners, Statuses, Settings and Letters sheets say.

    ``letters`` are the council's own wordings, each by the letter it is for, as its cell has it; ``joint_names`` are
    owners of one name with a stroke in it, as a list of the plan's own has them.
    """

    council: str = ""
    coordinator: str = ""
    quarter: FiscalQuarter | None = None
    plan_starts: FiscalQuarter | None = None
    years: YearConvention = APRIL_YEARS
    appendix_number: str = ""
    appendix_columns: tuple[str, ...] = ()
    front: FrontMatter = FrontMatter()
    reply_days: int = 14
    vocabulary: Vocabulary = DEFAULT_VOCABULARY
    directory: Directory = field(default_factory=Directory)
    timing: Timing = field(default_factory=Timing)
    mail_server: str = ""
    letters: tuple[tuple[str, Cell], ...] = ()
    joint_names: tuple[str, ...] = ()
