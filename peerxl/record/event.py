"""What can happen to a plan: one frozen class a kind, and the table of the kinds.

A quarter is written as in "Q3 2026/27". A field that has nothing to say is empty and takes no room on disk.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from peerxl.model.owner import Owner


@dataclass(frozen=True, slots=True)
class ActionId:
    """What an action is known by: a key that outlasts a moved row or a new ref, and the ref as people know it.

    ``words`` are the first of its words, on one line, where it has no ref.
    """

    key: str
    ref: str = dataclasses.field(default="", compare=False)
    words: str = dataclasses.field(default="", compare=False)


class Step(StrEnum):
    """What a message to an owner is: a notice asks nothing, and says what somebody else has answered."""

    ASK = "ask"
    REMINDER = "reminder"
    ESCALATION = "escalation"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Began:
    """A run began: its command, and the last line it knew of each run that no other had named before.

    ``after`` has pairs of a run's id and a line's digest; by them a file that has gone missing is noticed. ``file`` is
    the master's name where the record knows it by another.
    """

    command: str
    after: tuple[tuple[str, str], ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A value of the plan that was new when the master was read; a date without those it replaced."""

    action: ActionId
    field: str
    value: str
    quarter: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """An owner was asked, reminded or told; ``told`` are actions that somebody else has answered for them.

    It is written down before its message is drafted or sent, so that a run that is killed asks nobody twice.
    ``sent_on`` is the day that it is laid ready for, where that is a later one.
    """

    owner: Owner
    quarter: str
    step: Step
    actions: tuple[ActionId, ...] = ()
    reply_by: date | None = None
    message: str = ""
    form: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    told: tuple[ActionId, ...] = ()
    why: str = ""
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Drafted:
    """A message lies ready in a file."""

    owner: Owner
    quarter: str
    message: str
    file: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A mail server took a message; ``why`` says what else there is to know of it, such as a copy that was refused."""

    owner: Owner
    quarter: str
    message: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """A message did not go out, so that its owner does not count as asked."""

    owner: Owner
    quarter: str
    message: str
    why: str


@dataclass(frozen=True, slots=True)
class Returned:
    """A form came back; ``actions`` are those answered, and ``sent_on`` the day of its mail.

    ``refused`` are the sentences on what was not taken, ``digest`` tells whether a workbook is that very one.
    """

    owner: Owner
    quarter: str
    file: str
    actions: tuple[ActionId, ...] = ()
    form: str = ""
    sender: str = ""
    sent_on: date | None = None
    refused: tuple[str, ...] = ()
    digest: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing new was typed into it."""
        return not self.actions and not self.refused


@dataclass(frozen=True, slots=True)
class Merged:
    """An answer went into the master; ``why`` is what its owner said of it, such as the comment beside a new date.

    ``owners`` are all whose comments were joined in it, the one with the form among them; ``said`` are the owner's
    words where the cell took a day that they do not name.
    """

    action: ActionId
    field: str
    before: str
    after: str
    quarter: str = ""
    owner: Owner | None = None
    form: str = ""
    why: str = ""
    owners: tuple[Owner, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class Conflicted:
    """An answer did not go into the master: the two disagree, or ``why`` says what else is the matter with it.

    ``form`` and ``cell`` are where the answer stands; ``is_held`` says that the two do not disagree: it is held back
    until somebody says that it is meant.
    """

    action: ActionId
    field: str
    issued: str
    master: str
    returned: str
    quarter: str = ""
    owner: Owner | None = None
    form: str = ""
    cell: str = ""
    why: str = ""
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """A conflict or a refused answer was settled: the two sides as they were, and the value that was chosen.

    ``form`` and ``cell`` are where an answer stands that was refused.
    """

    action: ActionId
    field: str
    choice: str
    value: str
    master: str
    returned: str
    quarter: str = ""
    owner: Owner | None = None
    by: str = ""
    why: str = ""
    form: str = ""
    cell: str = ""

    @property
    def is_acceptance(self) -> bool:
        """Whether an answer was taken that had been refused, be it that others say something else."""
        return self.cell != ""


@dataclass(frozen=True, slots=True)
class Undone:
    """A change of the run ``undoes`` was taken back: the cell said ``before`` until then and says ``after`` again."""

    action: ActionId
    field: str
    before: str
    after: str
    quarter: str = ""
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """A paper was written; ``digest`` tells whether a file is that very one.

    ``reason`` is why it was written with what should have been kept back, empty where there was no such thing.
    """

    quarter: str
    file: str
    digest: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """The plan reports another quarter than before; ``undoes`` is the run of which that takes the move back.

    ``done_by`` is the run that moved it, where that was stopped and another wrote it down.
    """

    quarter: str
    was: str
    undoes: str = ""
    done_by: str = ""


Event = (
    Began
    | Seen
    | Asked
    | Drafted
    | Sent
    | Failed
    | Returned
    | Merged
    | Conflicted
    | Settled
    | Undone
    | Published
    | Moved
)

# The names on disk: they never change, whatever the classes are called.
KINDS: Mapping[str, type[Event]] = {
    "began": Began,
    "seen": Seen,
    "asked": Asked,
    "drafted": Drafted,
    "sent": Sent,
    "failed": Failed,
    "returned": Returned,
    "merged": Merged,
    "conflicted": Conflicted,
    "settled": Settled,
    "undone": Undone,
    "published": Published,
    "moved": Moved,
}
NAMES: Mapping[type[Event], str] = {event: name for name, event in KINDS.items()}
