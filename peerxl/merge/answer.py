"""What an answer says: when two of them are the same, and the words that go into the master."""

from __future__ import annotations

import re
from dataclasses import dataclass

from peerxl.checks.status import suggest_status
from peerxl.language.timescales import parse_timescale
from peerxl.merge.returned import Part
from peerxl.model.fiscal import FiscalYear
from peerxl.model.status import Vocabulary, status_key
from peerxl.model.timescale import Timescale
from peerxl.text import LONGEST_TEXT, UNWRITABLE, count_units, tidy

WAS = re.compile(r"\s*\(was\b.*\)$", re.IGNORECASE)
DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Language:
    """What words mean in a plan: its status words, and the year of a quarter that names none."""

    vocabulary: Vocabulary
    year: FiscalYear

    def timescale(self, text: str) -> Timescale:
        return parse_timescale(text, self.year, first_month=self.year.first_month)

    def meaning(self, part: Part, text: str) -> str:
        """What two texts that say the same share."""
        if part is Part.STATUS:
            status = self.vocabulary.find(text)
            return status.word if status else status_key(text) or tidy(text)
        due = self.timescale(text).due_date if part is Part.DATE else None
        return due.isoformat() if due else tidy(text)

    def is_same(self, part: Part, one: str, other: str) -> bool:
        return self.meaning(part, one) == self.meaning(part, other)

    def fault(self, part: Part, text: str) -> str:
        """Why an answer cannot go into the master; empty where it can."""
        if part is Part.STATUS and self.vocabulary.find(text) is None:
            likely = suggest_status(text, self.vocabulary)
            hint = f"ask whether “{likely}” is meant" if likely else f"its words are {listed(self.vocabulary)}"
            return f"the plan has no status “{text}”; {hint}"
        if part is Part.DATE and self.timescale(text).due is None:
            return f"the new date “{text}” names no day, month or quarter; ask for one"
        if count_units(text) > LONGEST_TEXT:
            return f"the {part.noun} is longer than the {LONGEST_TEXT:,} characters that Excel holds"
        return ""

    def written(self, part: Part, text: str) -> str:
        """An answer as the master is to have it: a status by the plan's own word for it."""
        status = self.vocabulary.find(text) if part is Part.STATUS else None
        return status.word if status else text

    def moved(self, new: str, old: str) -> str:
        """A new date with the one it replaces, "Q4 2023/24 (was Q2 23/24)", where that reads as the new one.

        Of what that one had replaced itself nothing is kept.
        """
        last = WAS.sub("", " ".join(old.split()))
        both = f"{new} (was {last})"
        is_read = bool(last) and self.timescale(both).due_date == self.timescale(new).due_date
        return both if is_read else new


def listed(vocabulary: Vocabulary) -> str:
    return ", ".join(vocabulary.words)


def clean(text: str) -> str:
    """What was typed, without spaces at the ends of lines and characters that nobody can see or Excel hold."""
    return "\n".join(UNWRITABLE.sub("", line).rstrip() for line in text.splitlines()).strip()


def is_blank(part: Part, text: str) -> bool:
    """Whether nothing was answered: a dash instead of a status is nothing said, any other sign is."""
    words = tidy(text).strip()
    return not words or (part is Part.STATUS and words in DASHES)
