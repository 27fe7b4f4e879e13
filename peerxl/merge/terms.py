"""What answers mean in a plan: when two are the same, which cannot be taken, and the words that go into the master."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from peerxl.checks.status import suggest_status
from peerxl.language.timescales import parse_timescale
from peerxl.merge.answer_field import AnswerField, AnswerKind
from peerxl.model.fiscal import FiscalYear
from peerxl.model.status import Vocabulary, status_key
from peerxl.model.timescale import Timescale
from peerxl.text import LONGEST_TEXT, UNWRITABLE, count_units, tidy

WAS = re.compile(r"\s*\(was\b.*\)$", re.IGNORECASE)
DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class PlanTerms:
    """What words mean in a plan: its status words, and the year of a quarter that names none."""

    vocabulary: Vocabulary
    year: FiscalYear

    def read_timescale(self, text: str) -> Timescale:
        return parse_timescale(text, self.year, first_month=self.year.first_month)

    def is_same(self, field: AnswerField, text: str, other: str) -> bool:
        """Whether two texts answer a question alike."""
        meaning_of = KINDS[field.kind].meaning_of
        return meaning_of(self, text) == meaning_of(self, other)

    def find_fault(self, field: AnswerField, text: str) -> str:
        """Why an answer cannot go into the master; empty where it can."""
        if fault := KINDS[field.kind].find_fault(self, field, text):
            return fault
        if count_units(text) > LONGEST_TEXT:
            return f"the {field.noun} is longer than the {LONGEST_TEXT:,} characters that Excel holds"
        return ""

    def as_written(self, field: AnswerField, text: str) -> str:
        """An answer as the master is to have it: a status by the plan's own word for it."""
        return KINDS[field.kind].as_written(self, text)

    def with_old_date(self, new: str, old: str) -> str:
        """A new date with the one it replaces, "Q4 2023/24 (was Q2 23/24)", where that reads as the new one.

        Of what that one had replaced itself nothing is kept.
        """
        last = WAS.sub("", " ".join(old.split()))
        both = f"{new} (was {last})"
        is_read = bool(last) and self.read_timescale(both).due_date == self.read_timescale(new).due_date
        return both if is_read else new


@dataclass(frozen=True, slots=True)
class KindRules:
    """How the answers of one kind are compared, refused and written, and which besides a blank say nothing."""

    meaning_of: Callable[[PlanTerms, str], str]
    find_fault: Callable[[PlanTerms, AnswerField, str], str] = lambda terms, field, text: ""
    as_written: Callable[[PlanTerms, str], str] = lambda terms, text: text
    blanks: frozenset[str] = frozenset()


def read_status(terms: PlanTerms, text: str) -> str:
    """What spellings of one status share; of a status that the plan does not know its letters, else its signs."""
    status = terms.vocabulary.find(text)
    return status.word if status else status_key(text) or tidy(text)


def find_status_fault(terms: PlanTerms, field: AnswerField, text: str) -> str:
    if terms.vocabulary.find(text) is not None:
        return ""
    likely = suggest_status(text, terms.vocabulary)
    words = ", ".join(terms.vocabulary.words)
    hint = f"ask whether “{likely}” is meant" if likely else f"its words are {words}"
    return f"the plan has no {field.noun} “{text}”; {hint}"


def spell_status(terms: PlanTerms, text: str) -> str:
    status = terms.vocabulary.find(text)
    return status.word if status else text


def read_date(terms: PlanTerms, text: str) -> str:
    """What two ways to write one day or period share."""
    due = terms.read_timescale(text).due_date
    return due.isoformat() if due else tidy(text)


def find_date_fault(terms: PlanTerms, field: AnswerField, text: str) -> str:
    is_dated = terms.read_timescale(text).due is not None
    return "" if is_dated else f"the {field.noun} “{text}” names no day, month or quarter; ask for one"


KINDS: Mapping[AnswerKind, KindRules] = {
    AnswerKind.STATUS: KindRules(read_status, find_status_fault, spell_status, DASHES),
    AnswerKind.WORDS: KindRules(lambda terms, text: tidy(text)),
    AnswerKind.DATE: KindRules(read_date, find_date_fault),
}


def clean(text: str) -> str:
    """What was typed, without spaces at the ends of lines and characters that nobody can see or Excel hold."""
    return "\n".join(UNWRITABLE.sub("", line).rstrip() for line in text.splitlines()).strip()


def is_blank(field: AnswerField, text: str) -> bool:
    """Whether nothing was answered: a dash instead of a status is nothing said, any other sign is."""
    words = tidy(text).strip()
    return not words or words in KINDS[field.kind].blanks
