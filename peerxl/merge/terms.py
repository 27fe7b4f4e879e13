"""What answers mean in a plan: when two are the same, which cannot be taken, and the words that go into the master."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from peerxl.checks.status import suggest_status
from peerxl.language.date_history import read_date_history
from peerxl.language.timescales import read_timescale
from peerxl.model.answer_field import AnswerField, AnswerKind
from peerxl.model.fiscal import FiscalQuarter, FiscalYear, YearConvention
from peerxl.model.plan import ActionPlan
from peerxl.model.status import Vocabulary, says_nothing, status_key
from peerxl.model.timescale import Milestone, Timescale, TimescaleKind
from peerxl.text import DROP_INVISIBLE, LONGEST_TEXT, UNWRITABLE, count_units, tidy

DASHES = frozenset("-–—")
NO_DATE = frozenset({"na", "none", "nil", "notapplicable"})
"""What people write, beside a dash, where they have no new date to give; "TBC" says that there will be one."""


@dataclass(frozen=True, slots=True)
class PlanTerms:
    """What words mean in a plan: its status words, the year of a quarter that names none, and how years are counted."""

    vocabulary: Vocabulary
    year: FiscalYear | None
    years: YearConvention

    def read_timescale(self, text: str) -> Timescale:
        return read_timescale(text, self.years, self.year)

    def is_same(self, field: AnswerField, text: str, other: str) -> bool:
        """Whether two texts answer a question alike."""
        return self.meaning_of(field, text) == self.meaning_of(field, other)

    def meaning_of(self, field: AnswerField, text: str) -> str:
        """What two texts share that answer a question alike."""
        return KINDS[field.kind].meaning_of(self, text)

    def is_as_sent(self, field: AnswerField, text: str, filled: str) -> bool:
        """Whether an answer is what its form's cell began with, so that nobody can tell whether anybody gave it.

        A status of the same meaning in another word is somebody's.
        """
        is_same_word = field.kind is not AnswerKind.STATUS or status_key(text) == status_key(filled)
        return is_same_word and self.is_same(field, text, filled)

    def find_fault(self, field: AnswerField, text: str, *, as_typed: bool = False) -> str:
        """Why an answer cannot go into the master, ``as_typed`` whatever it means; empty where it can."""
        if not as_typed and (fault := KINDS[field.kind].find_fault(self, field, text)):
            return fault
        if count_units(text) > LONGEST_TEXT:
            return f"the {field.noun} is longer than the {LONGEST_TEXT:,} characters that Excel holds"
        return ""

    def as_written(self, field: AnswerField, text: str) -> str:
        """An answer as the master is to have it: a status by the plan's own word for it."""
        return KINDS[field.kind].as_written(self, text)

    def says_less(self, field: AnswerField, written: str, text: str) -> bool:
        """Whether the word that goes into the master for a status says less than the owner's."""
        status = self.vocabulary.find(text) if field.kind is AnswerKind.STATUS else None
        is_other = status_key(written) != status_key(text)
        return status is not None and is_other and self.vocabulary.says_more(text, status)

    def with_old_dates(self, new: str, old: str) -> str:
        """A new date with the first and the last one it replaces: "Q4 2023/24 (was Q2 23/24)".

        "TBC" is no date that could be replaced; those before it are kept. So is nothing that would change how the new
        one reads.
        """
        history = read_date_history(" ".join(old.split()))
        if self.read_timescale(history.current).kind is TimescaleKind.UNSET:
            both = str(history._replace(current=new))
        else:
            both = str(history.move_to(new))
        # A bracket that changed what the new date reads as would do more harm than a date forgotten.
        is_read = self.read_timescale(both).due_date == self.read_timescale(new).due_date
        return both if is_read else new

    def read_day(self, text: str) -> date | None:
        """The last day of the one day, month or quarter that an answer names; None for anything else, as a range."""
        reading = self.read_timescale(text)
        if len(reading.milestones) != 1 or reading.milestones[0].label:
            return None
        return reading.due_date if is_one_period(reading.milestones[0]) else None

    def find_doubt(self, text: str, issued: str, today: date) -> str:
        """Why a new date is to be asked about, after "the new date"; empty where it is not."""
        new, old = self.read_timescale(text).due_date, self.read_timescale(issued).due_date
        if new is None:
            return ""
        if new == old:
            return "is the one it had; ask whether that holds, or which is meant"
        if new < today:
            return "is past; ask whether it is meant"
        if old is not None and new < old:
            return f"is before the one it had, “{issued.strip()}”; ask whether it is meant"
        return ""


def terms_of(plan: ActionPlan, quarter: FiscalQuarter) -> PlanTerms:
    """What words mean in the answers to a plan's questions of a quarter."""
    years = plan.settings.years
    # Which Q3 an answer without a year means nobody can say where quarters may be the calendar's.
    return PlanTerms(plan.settings.vocabulary, None if years.has_calendar_quarters else quarter.year, years)


def is_one_period(milestone: Milestone) -> bool:
    """Whether a milestone is a day, a month or a quarter, or an end without a start."""
    first, last = milestone.start_date, milestone.end_date
    if first is None or last is None or first == last:
        return last is not None
    is_month = first.day == 1 and (first.year, first.month) == (last.year, last.month)
    ends_month = (last + timedelta(days=1)).day == 1
    quarter = milestone.end
    is_quarter = quarter is not None and (first, last) == (quarter.first_day, quarter.last_day)
    return (is_month and ends_month) or is_quarter


@dataclass(frozen=True, slots=True)
class KindRules:
    """How answers of one kind are compared, refused and written; ``is_none`` tells a dash or "n/a" from an answer."""

    meaning_of: Callable[[PlanTerms, str], str]
    find_fault: Callable[[PlanTerms, AnswerField, str], str] = lambda terms, field, text: ""
    as_written: Callable[[PlanTerms, str], str] = lambda terms, text: text
    is_none: Callable[[str], bool] = lambda text: text in DASHES


def read_status(terms: PlanTerms, text: str) -> str:
    """What spellings of one status share; of a status that the plan does not know its letters, else its signs."""
    # What is told beside a status is somebody's words: a cell that has gained some is another than before.
    status = terms.vocabulary.find(text)
    # “?” has no letters to go by, and is still another answer than none.
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
    return terms.vocabulary.spell_answer(text, status) if status else text


def read_date(terms: PlanTerms, text: str) -> str:
    """What two ways to write one day or period share; of words that name none, those that no earlier date follows."""
    due = terms.read_timescale(text).due_date
    return due.isoformat() if due else tidy(read_date_history(text.strip()).current)


def find_date_fault(terms: PlanTerms, field: AnswerField, text: str) -> str:
    reading = terms.read_timescale(text)
    if reading.due is not None:
        return ""
    if reading.kind is TimescaleKind.UNREADABLE and reading.reason:
        why = f"{reading.reason[:1].lower()}{reading.reason[1:]}".rstrip(".")
        return f"the {field.noun} “{text}” cannot be read as a day, month or quarter: {why}; ask for one"
    return f"the {field.noun} “{text}” names no day, month or quarter to be done by; ask for one"


KINDS: Mapping[AnswerKind, KindRules] = {
    AnswerKind.STATUS: KindRules(read_status, find_status_fault, spell_status),
    AnswerKind.WORDS: KindRules(lambda terms, text: tidy(text), is_none=says_nothing),
    AnswerKind.DATE: KindRules(
        read_date, find_date_fault, is_none=lambda text: text in DASHES or status_key(text) in NO_DATE
    ),
}


# The two joiners stay: nobody sees them, but the letters and pictures beside them look otherwise without.
_UNSEEN = {code: None for code in DROP_INVISIBLE if chr(code) not in "\u200c\u200d"}


def clean(text: str) -> str:
    """What was typed, without spaces at the ends of lines and characters that nobody can see or Excel hold."""
    seen = UNWRITABLE.sub("", text.translate(_UNSEEN))
    return "\n".join(line.rstrip() for line in seen.splitlines()).strip()


def is_blank(field: AnswerField, text: str) -> bool:
    """Whether nothing was answered: a dash says nothing, nor does "n/a" for a comment; any other sign is a status."""
    words = tidy(text).strip()
    return not words or KINDS[field.kind].is_none(words)
