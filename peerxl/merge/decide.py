"""One question, all its answers: what goes into the master, what is a conflict, and what somebody settled by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from peerxl.merge.answer import Language
from peerxl.merge.outcome import Change, Conflict
from peerxl.merge.placing import Given
from peerxl.merge.returned import Part, Refusal
from peerxl.merge.settlement import MINE, THEIRS, Settlement, folded, option, words_for
from peerxl.model.plan import Action
from peerxl.model.sheet import UNCALCULATED, WITHOUT_RESULT, Cell


@dataclass(frozen=True, slots=True)
class Question:
    """One part of one action: where its answer stands in the master, what it says now, what the form began with.

    ``unread`` is an answer that cannot be taken of somebody who is asked before the others. ``has_own_name`` tells
    whether --accept can name the action, ``is_in_force`` whether the cell is the one the form showed.
    """

    action: Action
    part: Part
    cell: Cell
    now: str
    language: Language
    keeps_original: bool = True
    settlement: Settlement | None = None
    unread: Given | None = None
    has_own_name: bool = True
    is_in_force: bool = True

    @property
    def name(self) -> tuple[str, Part]:
        return folded(self.action.name), self.part

    def is_same(self, one: str, other: str) -> bool:
        return self.language.is_same(self.part, one, other)

    @property
    def has_several_dates(self) -> bool:
        return self.part is Part.DATE and len(self.language.timescale(self.now).milestones) > 1

    def change(self, answer: Given) -> Change:
        """An answer into the master; a date that has nowhere else to stand keeps the one it replaces beside it."""
        text = self.language.written(self.part, answer.text)
        if self.part is Part.DATE and not self.keeps_original:
            text = self.language.moved(text, self.now)
        return Change(self.action, self.part, self.cell, text, answer.owner, answer.file, answer.cell_of_form.cell)


@dataclass(frozen=True, slots=True)
class Decided:
    """What comes of the answers to a question; ``settles`` is what --accept must name, where there is a conflict."""

    change: Change | None = None
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    settles: tuple[str, Part] | None = None

    def refusing(self, refusals: tuple[Refusal, ...]) -> Decided:
        return replace(self, refusals=refusals)


def decide(answers: Sequence[Given], question: Question) -> Decided:
    """What comes of the answers of everybody who answers for the action, the lead's first."""
    rivals = distinct(answers, question)
    usual = choose(rivals, question)
    against = [one for one in rivals if one is not usual and not question.is_same(one.text, question.now)]
    settled = settle(answers, rivals, against, question) if question.settlement and against else Settled()
    chosen = settled.chosen or usual
    change = question.change(chosen) if chosen and not question.is_same(chosen.text, question.now) else None
    if settled.is_done:
        final = chosen.text if chosen else question.now
        notes = tuple(gave_way(one, question) for one in rivals if not question.is_same(one.text, final))
        return Decided(change, (), notes, settles=question.name)
    conflicts = tuple(conflict(one, usual, change, rivals, question) for one in against)
    notes = (settled.why,) if settled.why else ()
    return Decided(change, conflicts, notes, settles=question.name if against else None)


@dataclass(frozen=True, slots=True)
class Settled:
    """What a settlement comes to: the answer that counts, None for what goes in without it, or why it is nothing."""

    is_done: bool = False
    chosen: Given | None = None
    why: str = ""


def settle(answers: Sequence[Given], rivals: Sequence[Given], against: Sequence[Given], question: Question) -> Settled:
    """Whose answer counts by hand: "theirs" is taken only where it can mean but one."""
    settlement = question.settlement
    assert settlement is not None
    if settlement.side == MINE:
        return Settled(True)
    if settlement.side == THEIRS:
        # Said again after it was done, it must not turn to the lead's answer, which gave way to the one that is there.
        is_done = any(question.is_same(one.text, question.now) for one in rivals[1:])
        if is_done or len(against) == 1:
            return Settled(True, None if is_done else against[0])
        why = f"{len(against)} owners answer differently"
    else:
        named = next((one for one in answers if folded(one.owner) == settlement.side), None)
        if named is not None:
            return Settled(True, named)
        why = "nobody of that name has answered"
    ways = " or ".join(option(accept(one, rivals, question)) for one in rivals)
    return Settled(why=f"{settlement.option} settles nothing, as {why}; write {ways}.")


def accept(answer: Given, rivals: Sequence[Given], question: Question) -> str:
    """The words that settle a conflict for an answer; none where --accept cannot name the action."""
    side = answer.owner if len(rivals) > 1 else THEIRS
    return words_for(question.action.name, question.part, side) if question.has_own_name else ""


def gave_way(answer: Given, question: Question) -> str:
    by = question.settlement.option if question.settlement else ""
    name, noun = question.action.name, question.part.noun
    return f"{name}: the {noun} “{answer.text}” of {answer.owner} ({answer.file}) is not taken, as {by} says."


def distinct(answers: Sequence[Given], question: Question) -> list[Given]:
    """The answers that differ, each by the first owner who gave it."""
    kept: list[Given] = []
    for answer in answers:
        if not any(question.is_same(answer.text, other.text) for other in kept):
            kept.append(answer)
    return kept


def choose(rivals: Sequence[Given], question: Question) -> Given | None:
    """The answer the master is to have; None where it keeps its own words."""
    there = next((answer for answer in rivals if question.is_same(answer.text, question.now)), None)
    if there is not None:
        return there
    lead = rivals[0]
    is_free = question.is_same(lead.issued, question.now) and not question.unread and not question.has_several_dates
    return lead if is_free else None


def conflict(
    answer: Given, chosen: Given | None, change: Change | None, rivals: Sequence[Given], question: Question
) -> Conflict:
    return Conflict(
        action=question.action,
        part=question.part,
        cell=question.cell,
        now=change.text if change else question.now,
        text=answer.text,
        issued=answer.issued,
        owner=answer.owner,
        file=answer.file,
        theirs=answer.cell_of_form.cell,
        why=why(answer, chosen, question),
        accept=accept(answer, rivals, question),
    )


def why(answer: Given, chosen: Given | None, question: Question) -> str:
    """Why an answer is a conflict."""
    if chosen is not None:
        return f"{chosen.owner}, who is asked too, says “{chosen.text}”"
    if question.unread is not None:
        return f"{question.unread.owner}, who is asked first, says “{question.unread.text}”, which cannot be taken"
    if question.is_same(answer.issued, question.now) and question.has_several_dates:
        return f"the plan has several dates, “{question.now.strip()}”; put the new one in place of the one it moves"
    now = said(question.now)
    if not question.is_in_force and question.is_same(answer.issued, question.action.timescale.text):
        return f"the plan's column for a new date says {now}, which the form did not show"
    return (
        f"when the form was made the plan was {said(answer.issued)}, and now it {'says' if '“' in now else 'is'} {now}"
    )


def said(text: str) -> str:
    if text.strip() == UNCALCULATED:
        return WITHOUT_RESULT
    return f"“{text.strip()}”" if text.strip() else "blank"
