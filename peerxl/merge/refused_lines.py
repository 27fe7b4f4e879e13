"""What was answered on a form's lines and is not taken, refused with its words and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.identity.trace import ActionMatch
from peerxl.merge.receiver import Receiver
from peerxl.merge.returned import AskedAction, FormAnswer, Refusal, Return
from peerxl.merge.terms import PlanTerms, clean, is_blank
from peerxl.model.action import Action


def refuse_form(returned: Return, code: str, why: str, terms: PlanTerms) -> tuple[Refusal, ...]:
    """A whole form refused: once for each line that was answered, with its words, else once."""
    lines = [refusal for asked in returned.actions for refusal in refuse_line(returned, asked, code, why, terms)]
    whole = Refusal(code, returned.file, f"{returned.owner}: {why}.", returned.owner.name)
    return tuple(lines) or (whole,)


ACCEPTED = frozenset({"not-theirs", "not-found"})
"""The codes of what can be taken all the same."""


def name_accepted(match: ActionMatch, receiver: Receiver) -> str:
    """What --accept calls the action that a line may be about: the likely one, else what stands for the one meant."""
    if match.likely:
        return match.likely.name
    return "REF" if any(action.ref for action in receiver.plan.actions) else "row N"


def refuse_line(
    returned: Return, asked: AskedAction, code: str, why: str, terms: PlanTerms, name: str = "REF"
) -> Iterator[Refusal]:
    """What was answered on one line refused, with its words; nothing where nothing was.

    ``name`` is what --accept calls the action that is meant, where nobody knows which it is.
    """
    if answers := new_answers(asked, terms):
        words = "; ".join(f"{answer.field.noun} “{clean(answer.formula or answer.text)}”" for answer in answers)
        message = f"{asked.name}: {why} ({words})."
        action = f"={name}" if code == "not-found" else ""
        accept = f"{returned.file}:{answers[0].cell.row}{action}" if code in ACCEPTED else ""
        yield Refusal(code, returned.file, message, returned.owner.name, asked.ref, answers[0].cell, accept=accept)


def new_answers(asked: AskedAction, terms: PlanTerms) -> tuple[FormAnswer, ...]:
    """The answers that say something else than the form began with."""
    return tuple(answer for answer in asked.answers if answer.formula or is_new(answer, asked, terms))


def is_new(answer: FormAnswer, asked: AskedAction, terms: PlanTerms) -> bool:
    is_issued = terms.is_as_sent(answer.field, answer.text, asked.filled_text(answer.field))
    return not is_blank(answer.field, answer.text) and not is_issued


def was_refused(answer: FormAnswer, asked: AskedAction, terms: PlanTerms, *, is_whole: bool) -> bool:
    """Whether an answer is none of those that are taken anyhow; ``is_whole`` where nothing of its line is."""
    if answer.formula or answer in asked.unread:
        return True
    return is_new(answer, asked, terms) and (is_whole or bool(terms.find_fault(answer.field, clean(answer.text))))


def refuse_formulas(returned: Return, asked: AskedAction, action: Action, receiver: Receiver) -> Iterator[Refusal]:
    """The formulas on a line that is the action's."""
    for answer in asked.answers:
        # What a formula comes to may hang on workbooks that nobody else has.
        if answer.formula:
            message = (
                f"{asked.name}: the {answer.field.noun} is a formula, {answer.formula}, and formulas are not taken; "
                "ask the owner for words."
            )
            is_offered = answer.text.strip() and receiver.takes(action, answer.field, clean(answer.text))
            accept = f"{returned.file}:{answer.cell.row}" if is_offered else ""
            yield Refusal("formula", returned.file, message, returned.owner.name, asked.ref, answer.cell, accept=accept)
