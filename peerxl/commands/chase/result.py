"""A day's chase: what is outstanding, who gets what today, and the files that are made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from peerxl.chasing import Chase, Unowned
from peerxl.commands.forms import DRAFTS, FORMS, RETURNED
from peerxl.commands.outgoing import (
    Outgoing,
)
from peerxl.commands.outputs import FileContents
from peerxl.mail.delivery import Delivery
from peerxl.mail.draft import MailDraft
from peerxl.model.owner import Owner
from peerxl.record.steps import Turn


@dataclass(frozen=True)
class ChaseResult:
    """A day's chase with its files.

    ``chase`` is all that is outstanding, ``turns`` what becomes of everybody who is asked or was, ``outgoing`` what
    goes out today, ``nobody`` what the coordinator has to ask about, ``conflicts`` a sentence on each conflict that
    nobody has settled, ``unsigned`` one where the mails name nobody to ask, ``drafts`` the mail of each message by the
    name of its file. ``at`` is when the run takes place, ``day`` the day that its messages go out on, ``new_reply_by``
    the day to reply by of whoever is asked then, ``last_on`` the last day before on which anything went out,
    ``is_again`` whether a run was stopped that had begun the same. ``kept`` are the forms of an earlier run that were
    filled in, and so were not replaced; ``deliveries`` what became of the mails, where they were sent; ``notes`` are
    sentences about the record and the day. The mails lie ready where ``is_drafted`` says so, and are sent otherwise.
    """

    chase: Chase
    turns: tuple[Turn, ...]
    outgoing: tuple[Outgoing, ...]
    out: Path
    at: datetime
    day: date
    new_reply_by: date
    is_drafted: bool = True
    last_on: date | None = None
    is_again: bool = False
    notes: tuple[str, ...] = ()
    nobody: tuple[Unowned, ...] = ()
    conflicts: tuple[str, ...] = ()
    has_owners_sheet: bool = True
    unsigned: tuple[str, ...] = ()
    drafts: Mapping[str, MailDraft] = field(default_factory=dict)
    contents: FileContents = field(default_factory=dict)
    form_ids: Mapping[Path, str] = field(default_factory=dict)
    kept: tuple[Path, ...] = ()
    deliveries: tuple[Delivery, ...] = ()

    @property
    def today(self) -> date:
        return self.at.date()

    @property
    def goes_out_at(self) -> datetime:
        """When its messages go out, at the hour of the run."""
        return datetime.combine(self.day, self.at.timetz())

    @property
    def later_day(self) -> date | None:
        """The day that its messages are laid ready for, where it is not the run's own."""
        return self.day if self.day != self.today else None

    @property
    def chase_list(self) -> Path:
        return self.out / "chase-list.xlsx"

    @property
    def returned(self) -> Path:
        """The folder for the forms that come back."""
        return self.out / RETURNED

    def form_of(self, outgoing: Outgoing) -> Path | None:
        """Where a message's form lies; a notice has none."""
        return self.out / FORMS / outgoing.form if outgoing.form else None

    @cached_property
    def draft_names(self) -> Mapping[str, str]:
        """What the file of each message is called, by the message's id."""
        return {draft.mail.id: name for name, draft in self.drafts.items()}

    def draft_of(self, outgoing: Outgoing) -> Path | None:
        """Where a message lies ready; None where it is sent instead."""
        path = self.out / DRAFTS / self.draft_names[outgoing.message]
        return path if path in self.contents else None

    @property
    def unaddressed(self) -> tuple[Owner, ...]:
        """Those who get a message today of whom no address is known."""
        return tuple(each.owner for each in self.outgoing if not each.addressed.to)

    @property
    def forms(self) -> tuple[Path, ...]:
        """The forms of those who are asked today, in the owners' order."""
        return tuple(path for each in self.outgoing if (path := self.form_of(each)))

    @property
    def stale_forms(self) -> tuple[Path, ...]:
        """Forms that lie beside these from an earlier chase and are not of this one."""
        return tuple(sorted(set((self.out / FORMS).glob("*.xlsx")) - set(self.forms))) if self.forms else ()

    @property
    def reply_by(self) -> date:
        """The earliest day to reply by of what goes out today, else of all that is outstanding."""
        turns = [each.turn for each in self.outgoing] or self.turns
        return min((turn.reply_by for turn in turns if turn.reply_by), default=self.new_reply_by)

    @property
    def next_on(self) -> date | None:
        """The day of the next message, if nobody answers; None where there will be none."""
        return min((turn.next_on for turn in self.turns if turn.next_on), default=None)
