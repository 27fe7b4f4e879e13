"""All answers to one question at a time, held against what the master says of it now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from peerxl.language.date_history import read_date_history
from peerxl.merge.as_read import find_missing_day, say_due
from peerxl.merge.columns import MasterCells
from peerxl.merge.decide import Decision, Question, decide
from peerxl.merge.placed import PlacedAnswer
from peerxl.merge.recall import Recall
from peerxl.merge.receiver import Receiver
from peerxl.merge.report import Change, Doubt, Ruling
from peerxl.merge.returned import Refusal
from peerxl.merge.settlement import THEIRS, Settlement, fold_name, option, words_for
from peerxl.merge.terms import PlanTerms
from peerxl.model.action import Action
from peerxl.model.answer_field import AnswerField, AnswerKind
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.sheet import Cell
from peerxl.model.status import says_nothing, status_key

KEPT = "and is kept in the record, from which the paper, the export and the next year's plan take the first"
NOT_KEPT = "and nothing else keeps it, as nothing is put on record"


@dataclass(frozen=True, slots=True)
class QuestionOutcome:
    """What comes of all answers to one question: what was decided, what could not be taken, and what was accepted."""

    decision: Decision
    refusals: tuple[Refusal, ...] = ()
    rulings: tuple[Ruling, ...] = ()


@dataclass(frozen=True)
class Merger:
    """A plan's cells with what its words mean and which conflicts are settled by hand, or were before.

    ``closing`` are the words by which owners now say that an action is closed.
    """

    receiver: Receiver
    master: MasterCells
    quarter: FiscalQuarter
    terms: PlanTerms
    settled: tuple[Settlement, ...]
    recall: Recall
    today: date
    closing: Mapping[tuple[Action, str], str]

    @cached_property
    def _names(self) -> Mapping[str, int]:
        """How many actions are called by each name."""
        return Counter(fold_name(action.name) for action in self.master.plan.actions)

    def merge(self, answers: tuple[PlacedAnswer, ...]) -> QuestionOutcome:
        """What comes of the answers to one question about one action, the lead's first."""
        first, *_ = answers
        action, field = first.action, first.field
        cell = self.master.find_cell(action, field, self.quarter)
        pairs = [(answer, self.refuse(answer, cell)) for answer in answers]
        refusals = tuple(refusal for _, refusal in pairs if refusal)
        sound = tuple(answer for answer, refusal in pairs if refusal is None)
        if cell is None or not sound:
            return QuestionOutcome(Decision(), refusals)
        doubted = tuple(answer for answer in sound if self.find_doubt(answer))
        question = replace(self.question(answers, sound, cell), doubted=doubted)
        if doubted and question.settlement is None:
            sound = tuple(answer for answer in sound if answer not in doubted)
            if not sound:
                return QuestionOutcome(Decision(), refusals)
            question = self.question(answers, sound, cell)
        taken = (answer for answer in sound if answer.is_accepted and not self.was_accepted(answer))
        decision = decide(sound, question)
        decision = replace(decision, notes=(*decision.notes, *say_other_words(decision.changes, sound, question)))
        return QuestionOutcome(decision, refusals, tuple(rule_accepted(each, question) for each in taken))

    def say_kept(self, answer: PlacedAnswer) -> str:
        """That an owner wrote another word for the status that the form began with and the plan has; else nothing."""
        action, field, filled = answer.action, answer.field, answer.filled.strip()
        cell = self.master.find_cell(action, field, self.quarter)
        now = words_now(action, field, cell).strip() if cell else ""
        is_told = any(self.terms.is_same(field, filled, words) for words in (self.told_by(answer), now))
        is_unchanged = self.terms.is_same(field, answer.issued, now) and is_told
        # Who writes the plan's own word, which the form had another for, has changed nothing.
        is_repeated = status_key(answer.text) == status_key(now)
        if is_repeated or not (is_unchanged and self.terms.is_same(field, answer.text, filled)):
            return ""
        kept = "and is kept" if status_key(filled) == status_key(now) else f"and the plan's “{now}” is kept"
        return (
            f"{action.name}: {answer.owner} wrote “{answer.text}” over the {field.noun} “{filled}”, which counts as "
            f"the same {kept}."
        )

    def told_by(self, answer: PlacedAnswer) -> str:
        """The word for the status that the plan's cell tells now; "" of any other question."""
        status = answer.action.update(self.quarter).status if answer.field.kind is AnswerKind.STATUS else None
        return status.word if status else ""

    def say_forgotten(self, changes: Iterable[Change]) -> Iterator[str]:
        """That a date which was moved stands nowhere in the plan: a cell that holds a day has no room for another."""
        where = KEPT if self.recall.is_recorded else NOT_KEPT
        for change in changes:
            is_day = change.field.kind is AnswerKind.DATE and not change.what and not isinstance(change.value, str)
            if is_day and not self.master.keeps_original(change.action) and not says_nothing(change.cell.text):
                yield (
                    f"{change.action.name}: the date it had, {change.cell.text.strip()}, is no longer in the plan, "
                    f"whose cell holds a day, {where}; a column headed “Original timescale” keeps the first."
                )

    def was_accepted(self, answer: PlacedAnswer) -> bool:
        """Whether an answer was taken before though it had been refused."""
        return self.recall.accepted(answer.form_id, answer.answer.cell.address, answer.text) is not None

    def was_settled(self, answer: PlacedAnswer) -> bool:
        """Whether somebody settled before what the plan says now against an answer."""
        cell = self.master.find_cell(answer.action, answer.field, self.quarter)
        now = words_now(answer.action, answer.field, cell) if cell else ""
        return self.recall.was_settled(answer.action, answer.field, now, answer.text)

    def refuse(self, answer: PlacedAnswer, cell: Cell | None) -> Refusal | None:
        """Why an answer cannot go into its cell; None where it can."""
        action, field = answer.action, answer.field
        if fault := answer.find_fault(self.terms):
            is_offered = not answer.is_accepted and self.receiver.takes(action, field, answer.text)
            accept = f"{answer.file}:{answer.answer.cell.row}" if is_offered else ""
            return replace(refuse(answer, "unreadable", fault), accept=accept)
        if cell is None:
            return refuse(
                answer,
                "no-cell",
                f"the plan has no column for the {field.noun}; add one headed “{field.new_heading}” and collect again",
            )
        if self.master.is_shared(action, cell):
            why = f"the plan's cell {cell} is merged with others, so the answer would be said of them too; unmerge it"
            return refuse(answer, "no-cell", why)
        return None

    def find_doubt(self, answer: PlacedAnswer) -> Doubt | None:
        """What to ask of a new date that may not be meant; one that the plan has by now was taken before.

        One that is another than the plan's is held back until somebody says that it is meant.
        """
        action, field = answer.action, answer.field
        if field.kind is not AnswerKind.DATE or answer.is_accepted:
            return None
        cell = self.master.find_cell(action, field, self.quarter)
        is_new = not self.terms.is_same(field, answer.text, answer.issued)
        now = words_now(action, field, cell) if cell else ""
        if is_new and cell and self.terms.is_same(field, answer.text, now):
            return None
        word = self.closing.get((action, answer.owner_key))
        is_finished = f"comes with “{word}”, and a closed action keeps its date; ask which is meant" if word else ""
        # A cell of days would make a day of it that nobody gave.
        asks_for_day = is_new and cell is not None and self.master.holds_date(cell)
        missing = find_missing_day(answer.text, self.terms) if asks_for_day else ""
        why = is_finished or self.say_doubt(answer) or missing
        if not why:
            return None
        accept = self.words_to_accept(answer) if is_new else ""
        until = f"{option(accept)} is given" if accept else "you put it in yourself"
        held = f"; until {until} it is not put in" if is_new else ""
        return Doubt(
            action,
            field,
            now,
            answer.text,
            answer.issued,
            why,
            f"{action.name}: the {field.noun} “{answer.text}” of {answer.owner} {why}{held}.",
            answer.owner,
            answer.file,
            answer.answer.cell,
            held=is_new,
            accept=accept,
        )

    def say_doubt(self, answer: PlacedAnswer) -> str:
        """What is odd about a new date, with the day it counts as where its words do not say that."""
        why = self.terms.find_doubt(answer.text, answer.issued, self.today)
        due = say_due(answer.text, self.terms) if why else ""
        return f"{due}, which {why}" if due else why

    def words_to_accept(self, answer: PlacedAnswer) -> str:
        """What --accept takes for an answer that was held back; nothing where its action's name is not its alone."""
        action = answer.action
        if self._names[fold_name(action.name)] > 1:
            return ""
        return words_for(action.name, answer.field, THEIRS if len(action.asked) == 1 else answer.owner)

    def question(self, answers: tuple[PlacedAnswer, ...], sound: tuple[PlacedAnswer, ...], cell: Cell) -> Question:
        """What is asked, with what the master says of it now."""
        (first, *_), (first_sound, *_) = answers, sound
        action, field = first.action, first.field
        is_date = field.kind is AnswerKind.DATE
        has_own_name = self._names[fold_name(action.name)] == 1
        settled = [
            settlement for settlement in self.settled if settlement.is_about(action.name, field) and has_own_name
        ]
        return Question(
            action,
            field,
            cell,
            words_now(action, field, cell),
            self.told_by(first),
            self.terms,
            keeps_original=not is_date or self.master.keeps_original(action),
            holds_date=is_date and self.master.holds_date(cell),
            original=self.master.find_original(action) if is_date else None,
            old=(is_date and self.recall.first_date(action)) or self.master.day_in(cell) or read_first_date(cell.text),
            settlement=settled[-1] if settled else None,  # typed twice, the last one is meant
            recall=self.recall,
            unread=first if first is not first_sound else None,
            has_own_name=has_own_name,
            is_in_force=not is_date or is_in_force(action, cell),
        )


def say_other_words(changes: Iterable[Change], answers: Iterable[PlacedAnswer], question: Question) -> Iterator[str]:
    """That another owner wrote a word that says more for the status which goes into the plan."""
    for change in changes:
        for answer in answers:
            is_same = answer.owner != change.owner and question.is_same(answer.text, change.text)
            if is_same and question.terms.says_less(answer.field, change.text, answer.text):
                yield (
                    f"{answer.action.name}: {answer.owner} wrote the {answer.field.noun} “{answer.text}”, which counts "
                    f"as “{change.text}”, the word that {change.owner} has put in."
                )


def rule_accepted(answer: PlacedAnswer, question: Question) -> Ruling:
    """That an answer is taken though it was refused."""
    value, form_cell = question.terms.as_written(answer.field, answer.text), answer.answer.cell
    now, owner = question.now, answer.owner
    return Ruling(answer.action, answer.field, "accepted", value, now, answer.text, owner, answer.file, form_cell)


def words_now(action: Action, field: AnswerField, cell: Cell) -> str:
    """What the plan says now: of two dates the original is in force until the revised one's cell says anything."""
    is_original = field.kind is AnswerKind.DATE and (is_in_force(action, cell) or says_nothing(cell.text))
    return action.timescale.text if is_original else cell.text


def read_first_date(text: str) -> str:
    """The first date that a cell's words tell of."""
    history = read_date_history(text.strip())
    return history.first or history.current


def is_in_force(action: Action, cell: Cell) -> bool:
    """Whether a cell is the one whose date is in force."""
    return cell == action.cell(Field.TIMESCALE)


def refuse(answer: PlacedAnswer, code: str, why: str) -> Refusal:
    words = "" if answer.text in why else f" ({answer.field.noun} “{answer.text}”)"
    message = f"{answer.action.name}: {why}{words}."
    return Refusal(code, answer.file, message, answer.owner, answer.action.ref, answer.answer.cell)
