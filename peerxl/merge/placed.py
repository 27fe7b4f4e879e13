"""Answers with the action of the plan that each is about, before they are held against the plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peerxl.merge.acceptance import AcceptedLine
from peerxl.merge.report import FormReply
from peerxl.merge.returned import FormAnswer, Refusal
from peerxl.merge.terms import PlanTerms
from peerxl.model.action import Action
from peerxl.model.answer_field import AnswerField, AnswerKind
from peerxl.model.owner import Owner


@dataclass(frozen=True, slots=True)
class PlacedAnswer:
    """One answer of one owner, with the action of the plan it belongs to.

    ``issued`` is what the plan said when its form was made, and ``filled`` what the form's cell began with;
    ``is_accepted`` tells whether somebody takes it though it was refused; ``authors`` are all whose words it has where
    it was joined of several.
    """

    action: Action
    answer: FormAnswer
    text: str
    issued: str
    filled: str
    owner: str
    owner_key: str
    file: str
    form_id: str
    is_accepted: bool = False
    authors: tuple[Owner, ...] = ()

    @property
    def field(self) -> AnswerField:
        return self.answer.field

    def find_fault(self, terms: PlanTerms) -> str:
        """Why it cannot go into the master; empty where it can. One that somebody accepted goes in as it was typed."""
        return terms.find_fault(self.field, self.text, as_typed=self.is_accepted)


@dataclass(frozen=True, slots=True)
class PlacedReturn:
    """What a return comes to before it is held against the master.

    ``reply`` is None where it is another plan's; ``lines`` are those that somebody accepted and that have answers.
    """

    answers: tuple[PlacedAnswer, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()
    reply: FormReply | None = None
    lines: tuple[AcceptedLine, ...] = ()


def is_answer(answer: PlacedAnswer, terms: PlanTerms) -> bool:
    """Whether an answer was typed and can be taken, whatever becomes of it in the plan."""
    # The cell for a new date is sent blank: whatever stands in it was typed, be it the date that the action has.
    is_typed = answer.field.kind is AnswerKind.DATE or not terms.is_as_sent(answer.field, answer.text, answer.filled)
    return is_typed and not answer.find_fault(terms)


def keep_latest(answers: Iterable[PlacedAnswer], terms: PlanTerms) -> tuple[tuple[PlacedAnswer, ...], tuple[str, ...]]:
    """Of two answers of one owner to one question the later one, and notes of the other: they come in order of time."""
    kept: dict[tuple[str, int, AnswerField, str], PlacedAnswer] = {}
    notes: list[str] = []
    for answer in answers:
        question = (answer.action.sheet, answer.action.row, answer.field, answer.owner_key)
        earlier = kept.get(question)
        if earlier is not None and not terms.is_same(answer.field, earlier.text, answer.text):
            notes.append(
                f"{answer.action.name}: the {answer.field.noun} “{earlier.text}” of {answer.owner} in {earlier.file} "
                f"is not taken, as {answer.file} came later and says “{answer.text}”."
            )
        kept[question] = answer
    return tuple(kept.values()), tuple(notes)
