"""How far an action has come: the words a plan may use, what each counts as, and the spellings that mean it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Status:
    """A canonical status word; ``is_open`` says whether an action with it still has to be done."""

    word: str
    is_open: bool
    meaning: str = ""
    spellings: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.word


# What people write where they have nothing to say; the last are what our own appendix prints.
NOTHING_SAID = frozenset(
    "na none nil tbc tba tbd notapplicable tobeconfirmed noupdate nocomment nocomments noupdatethisquarter seeabove "
    "asabove updaterequired awaitingupdate noupdateprovided noupdatereceived nostatusgiven nocommentgiven "
    "noupdateneeded colouronly".split()
)


_EARLIER = re.compile(r"\s*\((?:quarter|q)\s*[1-4][^()]*\)\s*$", re.IGNORECASE)


def says_nothing(text: str) -> bool:
    """Whether a cell that is not blank says no more than a blank one: "-", "n/a", "TBC", "No update"."""
    key = status_key(text)
    return not key or key in NOTHING_SAID


def status_key(text: str) -> str:
    """What two spellings of one status share: letters and digits, case folded ("On-going " and "ongoing")."""
    return "".join(character for character in text.casefold() if character.isalnum())


@dataclass(frozen=True)
class Vocabulary:
    """The status words of a plan, in the order an action passes through them.

    ``unsettled`` are words of which nobody has said yet whether they count as open or closed: they are unknown.
    """

    statuses: tuple[Status, ...]
    unsettled: tuple[str, ...] = ()

    @cached_property
    def _by_key(self) -> dict[str, Status]:
        spelled = ((spelling, status) for status in self.statuses for spelling in status.spellings)
        named = ((status.word, status) for status in self.statuses)
        return {status_key(spelling): status for spelling, status in (*spelled, *named)}

    def find(self, text: str) -> Status | None:
        """The status a spelling means, None where nothing says: no guess is made, and "Complete?" is a question.

        A quarter in brackets after it, as our own appendix has it, changes nothing: "Completed (Quarter 1)".
        """
        return None if "?" in text else self._by_key.get(status_key(_EARLIER.sub("", text)))

    def is_unsettled(self, text: str) -> bool:
        """Whether the text is one of the words that still have to be settled."""
        return status_key(text) in map(status_key, self.unsettled)

    def is_house_spelling(self, text: str) -> bool:
        """Whether the text is a canonical word to the letter."""
        return any(text == status.word for status in self.statuses)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(status.word for status in self.statuses)


DEFAULT_VOCABULARY = Vocabulary(
    (
        Status(
            "Not started",
            True,
            "Work has not begun.",
            ("Not yet started", "Not begun", "Yet to start", "To start", "Not commenced", "Yet to commence", "To do"),
        ),
        Status(
            "In progress",
            True,
            "Work has begun and is not finished.",
            ("Progressing", "Underway", "Under way", "Work in progress", "WIP", "Started", "Commenced", "In hand"),
        ),
        Status(
            "Ongoing",
            True,
            "Work that goes on with no end date.",
            ("On going", "Continuing", "Continuous", "BAU", "Business as usual"),
        ),
        Status(
            "On hold",
            True,
            "Work has stopped for now; the comment says why and until when.",
            ("Paused", "Suspended", "Hold"),
        ),
        Status(
            "Completed",
            False,
            "The action is done.",
            ("Complete", "Completd", "Compleated", "Done", "Finished", "Closed", "Action complete", "Action completed"),
        ),
        Status(
            "Superseded",
            False,
            "The action is no longer needed because something else replaced it.",
            ("Superceded", "Replaced", "No longer required", "No longer needed", "Withdrawn"),
        ),
    )
)
