"""One question, all its answers: what goes into the master, what is a conflict, and what somebody settled by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from peerxl.language.owners import owner_key
from peerxl.merge.as_read import names_day
from peerxl.merge.placed import PlacedAnswer
from peerxl.merge.recall import Recall
from peerxl.merge.report import CellValue, Change, Conflict, Ruling
from peerxl.merge.settlement import BOTH, MINE, THEIRS, Settlement, fold_name, option, words_for
from peerxl.merge.terms import PlanTerms
from peerxl.model.action import Action
from peerxl.model.answer_field import AnswerField, AnswerKind
from peerxl.model.owner import Owner
from peerxl.model.plan import unique
from peerxl.model.sheet import UNCALCULATED, WITHOUT_RESULT, Cell
from peerxl.model.timescale import TimescaleKind
from peerxl.text import cut_line

LONGEST = 100
"""How much of a cell's words a sentence has."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question about one action: where its answer stands in the master, what it says now, what is settled.

    ``told`` is the word for a status whose cell tells more than that, as "In progress – out to tender" does.
    ``unread`` is an answer that is not taken of somebody who is asked before the others, and ``doubted`` are those that
    are taken only where somebody says so. ``has_own_name`` tells whether --accept can name the action. Of a date,
    ``is_in_force`` tells whether the cell is the one the form showed, ``holds_date`` whether it takes a day that Excel
    knows as one, and ``original`` is the blank cell for the first date, which stands for ``old``.
    """

    action: Action
    field: AnswerField
    cell: Cell
    now: str
    told: str
    terms: PlanTerms
    keeps_original: bool
    holds_date: bool
    original: Cell | None
    old: CellValue
    settlement: Settlement | None
    unread: PlacedAnswer | None
    has_own_name: bool
    is_in_force: bool
    recall: Recall
    doubted: tuple[PlacedAnswer, ...] = ()

    @property
    def key(self) -> tuple[str, AnswerField]:
        """What a settlement names it by."""
        return fold_name(self.action.name), self.field

    def is_same(self, text: str, other: str) -> bool:
        return self.terms.is_same(self.field, text, other)

    def is_now(self, text: str) -> bool:
        """Whether the plan says the same now."""
        return self.terms.is_same(self.field, text, self.now)

    def has_now(self, answer: PlacedAnswer) -> bool:
        """Whether the plan says now what is answered, be it that it tells more of it."""
        return self.is_now(answer.text) or (self.told != "" and self.is_same(answer.text, self.told))

    def was_settled(self, answer: PlacedAnswer) -> bool:
        """Whether somebody settled before what the plan says now against an answer."""
        return self.recall.was_settled(self.action, self.field, self.now, answer.text)

    @property
    def has_several_dates(self) -> bool:
        return self.field.kind is AnswerKind.DATE and len(self.terms.read_timescale(self.now).milestones) > 1

    def changes_to(self, answer: PlacedAnswer) -> tuple[Change, ...]:
        """An answer into the master, and the date it replaces where the first date has a cell that is still blank."""
        value = self.value_of(answer)
        change = self.change(self.cell, value, answer)
        is_named = names_day(answer.text, value, self.terms) if isinstance(value, date) else True
        if not is_named or self.terms.says_less(self.field, change.text, answer.text):
            change = replace(change, said=answer.text)
        keeps = self.original is not None and self.terms.read_timescale(self.now).kind is not TimescaleKind.UNSET
        if self.original is None or not keeps:
            return (change,)
        return change, self.change(self.original, self.old, answer, "first date")

    def change(self, cell: Cell, value: CellValue, answer: PlacedAnswer, what: str = "") -> Change:
        owner = " / ".join(each.name for each in answer.authors) or answer.owner
        place = answer.file, answer.answer.cell
        return Change(self.action, self.field, cell, value, owner, *place, what, answer.authors)

    def value_of(self, answer: PlacedAnswer) -> CellValue:
        """What the cell is to hold: a day in a cell for days; words keep a date that has nowhere else to stand."""
        text = self.terms.as_written(self.field, answer.text)
        day = self.terms.read_day(text) if self.holds_date else None
        if day is not None:
            return day
        # Where the first date has no column of its own, the words of the new one keep it.
        return text if self.keeps_original else self.terms.with_old_dates(text, self.now)


@dataclass(frozen=True, slots=True)
class Decision:
    """What comes of the answers to a question; ``settles`` is what --accept must name, where there is a conflict."""

    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[str, ...] = ()
    settles: tuple[str, AnswerField] | None = None
    rulings: tuple[Ruling, ...] = ()


def decide(answers: Sequence[PlacedAnswer], question: Question) -> Decision:
    """What comes of the answers of everybody who answers for the action, the lead's first."""
    rivals = distinct_answers(answers, question)
    usual = choose_answer(rivals, question)
    # Who says what the plan says by now is against nobody.
    against = [rival for rival in rivals if rival is not usual and not question.has_now(rival)]
    choice = settle(answers, rivals, against, question) if question.settlement and against else HandChoice()
    chosen = choice.answer or usual
    is_new = chosen is not None and not question.has_now(chosen)
    changes = question.changes_to(chosen) if chosen and is_new else ()
    if choice.is_settled:
        final = chosen.text if chosen else question.now
        assert question.settlement is not None
        is_both = question.settlement.side == BOTH
        given_way = [] if is_both else [rival for rival in rivals if not question.is_same(rival.text, final)]
        notes = tuple(say_gave_way(rival, question) for rival in given_way)
        value = changes[0].text if changes else question.now
        rulings = tuple(rule_on(rival, value, question) for rival in rivals)
        return Decision(changes, (), notes, settles=question.key, rulings=rulings)
    against = [rival for rival in against if not question.was_settled(rival)]
    conflicts = tuple(conflict_of(rival, usual, changes, rivals, question) for rival in against)
    notes = (choice.why_not,) if choice.why_not else ()
    return Decision(changes, conflicts, notes, settles=question.key if against else None)


@dataclass(frozen=True, slots=True)
class HandChoice:
    """What --accept decides about a question.

    Settled, ``answer`` goes in, or the usual choice where it is None. Not settled, ``why_not`` says why; it is empty
    where nobody tried to.
    """

    is_settled: bool = False
    answer: PlacedAnswer | None = None
    why_not: str = ""


def settle(
    answers: Sequence[PlacedAnswer],
    rivals: Sequence[PlacedAnswer],
    against: Sequence[PlacedAnswer],
    question: Question,
) -> HandChoice:
    """Whose answer counts by hand: "theirs" is taken only where it can mean but one."""
    settlement = question.settlement
    assert settlement is not None
    if settlement.side == MINE:
        return HandChoice(is_settled=True)
    if settlement.side == BOTH:
        return join_answers(choose_answer(rivals, question), against, question, settlement)
    if settlement.side == THEIRS:
        # Said again after it was done, it must not turn to the lead's answer, which gave way to the one that is there.
        is_done = any(map(question.has_now, rivals[1:]))
        if is_done or len(against) == 1:
            return HandChoice(is_settled=True, answer=None if is_done else against[0])
        why = f"{len(against)} owners answer differently"
    else:
        named = next((answer for answer in answers if fold_name(answer.owner) == settlement.side), None)
        if named is not None:
            return HandChoice(is_settled=True, answer=named)
        why = "nobody of that name has answered"
    ways = " or ".join(option(accept_words(rival, rivals, question)) for rival in rivals)
    return HandChoice(why_not=f"{option(settlement.text)} settles nothing, as {why}; write {ways}.")


def join_answers(
    usual: PlacedAnswer | None, against: Sequence[PlacedAnswer], question: Question, settlement: Settlement
) -> HandChoice:
    """What the plan would say and what else is answered, each with who says it if that is known; for comments alone."""
    said = f"{option(settlement.text)} settles nothing, as"
    if question.field.kind is not AnswerKind.WORDS:
        return HandChoice(why_not=f"{said} only comments can be joined.")
    base = (usual.text if usual else question.now).strip()
    author = usual.owner if usual else question.recall.author_of(question.action, question.field, base)
    lines, asked = base.splitlines(), {owner.name: owner for owner in question.action.asked}
    named = [name for name in asked if any(line.startswith(f"{name}: ") for line in lines)]
    # Words of which nobody knows who wrote them stay without a name: they go into the paper as they are.
    is_joined = not author or bool(named)
    new = [line for each in against if (line := f"{each.owner}: {each.text}") not in base]
    joined = "\n".join(filter(None, (base if is_joined else f"{author}: {base}", *new)))
    if fault := question.terms.find_fault(question.field, joined):
        return HandChoice(why_not=f"{said} with both {fault}.")
    names = unique((*(named if is_joined else (author,)), *(each.owner for each in against)))
    authors = tuple(asked.get(name) or Owner(name, owner_key(name)) for name in names)
    return HandChoice(is_settled=True, answer=replace(against[0], text=joined, authors=authors) if new else None)


def accept_words(answer: PlacedAnswer, rivals: Sequence[PlacedAnswer], question: Question) -> str:
    """The words that settle a conflict for an answer; none where --accept cannot name the action."""
    side = answer.owner if len(rivals) > 1 else THEIRS
    return words_for(question.action.name, question.field, side) if question.has_own_name else ""


def rule_on(answer: PlacedAnswer, value: str, question: Question) -> Ruling:
    """What was settled about one answer, where ``value`` is what the plan says from now on."""
    assert question.settlement is not None
    choice, now, owner = question.settlement.side, question.now, answer.owner
    return Ruling(question.action, question.field, choice, value, now, answer.text, owner, answer.file)


def say_gave_way(answer: PlacedAnswer, question: Question) -> str:
    """That an answer is not taken, as somebody settled it so."""
    assert question.settlement is not None
    name, noun, by = question.action.name, question.field.noun, option(question.settlement.text)
    return f"{name}: the {noun} “{answer.text}” of {answer.owner} ({answer.file}) is not taken, as {by} says."


def distinct_answers(answers: Sequence[PlacedAnswer], question: Question) -> list[PlacedAnswer]:
    """The answers that differ, each by the first owner who gave it."""
    kept: list[PlacedAnswer] = []
    for answer in answers:
        if not any(question.is_same(answer.text, other.text) for other in kept):
            kept.append(answer)
    return kept


def choose_answer(rivals: Sequence[PlacedAnswer], question: Question) -> PlacedAnswer | None:
    """The answer the master is to have; None where it keeps its own words."""
    same = next(filter(question.has_now, rivals), None)
    if same is not None:
        return same
    lead = rivals[0]
    # The lead answered to these very words, and nobody before the lead was left unread.
    is_free = question.is_now(lead.issued) and not question.unread and not question.has_several_dates
    return lead if is_free and lead not in question.doubted else None


def conflict_of(
    answer: PlacedAnswer,
    chosen: PlacedAnswer | None,
    changes: Sequence[Change],
    rivals: Sequence[PlacedAnswer],
    question: Question,
) -> Conflict:
    return Conflict(
        action=question.action,
        field=question.field,
        cell=question.cell,
        now=changes[0].text if changes else question.now,
        text=answer.text,
        issued=answer.issued,
        owner=answer.owner,
        file=answer.file,
        form_cell=answer.answer.cell,
        why=say_why(answer, chosen, rivals, question),
        accept=accept_words(answer, rivals, question),
    )


def say_why(
    answer: PlacedAnswer, chosen: PlacedAnswer | None, rivals: Sequence[PlacedAnswer], question: Question
) -> str:
    """Why an answer is a conflict."""
    if chosen is not None:
        # The plan's own order decides between two who answer at once, whichever form is read first.
        lead = next((owner.key for owner in question.action.asked), "")
        who = "is asked first" if chosen.owner_key == lead else "is asked too"
        fate = "which the plan has" if question.has_now(chosen) else "which is put in"
        return f"{chosen.owner}, who {who}, says “{chosen.text}”, {fate}"
    if answer in question.doubted:
        return "nobody has said yet that this date is meant"
    first = question.unread
    if first is None and question.is_now(answer.issued):
        if question.has_several_dates:
            return f"the plan has several dates, “{question.now.strip()}”; put the new one in place of the one it moves"
        first, *_ = rivals
    if first is not None:
        return f"{first.owner}, who is asked first, says “{first.text}”, which is not taken"
    now = quote(question.now)
    if not question.is_in_force and question.is_same(answer.issued, question.action.timescale.text):
        return f"the plan's column for a new date says {now}, which the form did not show"
    verb = "says" if "“" in now else "is"
    return f"the plan {verb} {now} now, and was {quote(answer.issued)} when the form was made"


def quote(text: str) -> str:
    """The words of a cell in a sentence; of a blank one, and of a formula without its result, that it is one."""
    if text.strip() == UNCALCULATED:
        return WITHOUT_RESULT
    return f"“{cut_line(text, LONGEST)}”" if text.strip() else "blank"
