"""One question, all its answers: what goes into the master and what is a conflict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peerxl.merge.answer import Language
from peerxl.merge.outcome import Change, Conflict, Side
from peerxl.merge.placing import Given
from peerxl.merge.returned import Part
from peerxl.model.plan import Action
from peerxl.model.sheet import Cell


@dataclass(frozen=True, slots=True)
class Question:
    """One part of one action: where its answer stands in the master, what it says now, what the form began with."""

    action: Action
    part: Part
    cell: Cell
    now: str
    language: Language
    keeps_original: bool = True
    side: Side | None = None

    def is_same(self, one: str, other: str) -> bool:
        return self.language.is_same(self.part, one, other)

    def change(self, answer: Given) -> Change:
        """An answer into the master; a date that has nowhere else to stand keeps the one it replaces beside it."""
        text = self.language.written(self.part, answer.text)
        if self.part is Part.DATE and not self.keeps_original:
            text = self.language.moved(text, self.now)
        return Change(self.action, self.part, self.cell, text, answer.owner, answer.file, answer.cell_of_form.cell)

    def conflict(self, answer: Given, why: str) -> Conflict:
        return Conflict(
            self.action,
            self.part,
            self.cell,
            answer.text,
            answer.issued,
            answer.owner,
            answer.file,
            answer.cell_of_form.cell,
            why,
        )


def decide(answers: tuple[Given, ...], question: Question) -> Iterator[Change | Conflict]:
    """What comes of the answers of everybody who answers for the action, the lead's first."""
    rivals = distinct(answers, question)
    chosen = choose(rivals, question)
    if chosen is not None and not question.is_same(chosen.text, question.now):
        yield question.change(chosen)
    if question.side is Side.MINE or (question.side is Side.THEIRS and chosen is not None):
        return
    for answer in rivals:
        if answer is not chosen and not question.is_same(answer.text, question.now):
            yield question.conflict(answer, why(answer, chosen, question))


def distinct(answers: tuple[Given, ...], question: Question) -> list[Given]:
    """The answers that differ, each by the first owner who gave it."""
    kept: list[Given] = []
    for answer in answers:
        if not any(question.is_same(answer.text, other.text) for other in kept):
            kept.append(answer)
    return kept


def choose(rivals: list[Given], question: Question) -> Given | None:
    """The answer the master is to have; None where it keeps its own words."""
    there = next((answer for answer in rivals if question.is_same(answer.text, question.now)), None)
    if question.side is Side.THEIRS and len(rivals) <= 2:
        # Of two owners' answers "theirs" is the one that does not go in by itself.
        return rivals[-1]
    if there is not None:
        return there
    lead = rivals[0]
    return lead if question.is_same(lead.issued, question.now) else None


def why(answer: Given, chosen: Given | None, question: Question) -> str:
    """Why an answer is a conflict."""
    if chosen is not None:
        return f"{chosen.owner}, who is asked too, says “{chosen.text}”"
    before = f"“{answer.issued.strip()}”" if answer.issued.strip() else "blank"
    now = f"says “{question.now.strip()}”" if question.now.strip() else "is blank"
    return f"when the form was made the plan was {before}, and now it {now}"
