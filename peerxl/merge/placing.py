"""Each answer brought to the action of the plan that it is about; what cannot be brought anywhere is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from peerxl.identity.trace import ActionMatch
from peerxl.merge.placed import PlacedAnswer, PlacedReturn, is_answer
from peerxl.merge.receiver import (
    Matches,
    Receiver,
    find_foreign,
    find_new_name,
    find_objection,
    is_renamed,
    match_actions,
)
from peerxl.merge.refused_lines import (
    name_accepted,
    new_answers,
    refuse_form,
    refuse_formulas,
    refuse_line,
    was_refused,
)
from peerxl.merge.report import FormReply
from peerxl.merge.returned import AskedAction, Return
from peerxl.merge.terms import PlanTerms, clean, is_blank
from peerxl.model.action import Action
from peerxl.model.plan import unique


def place_return(returned: Return, receiver: Receiver) -> PlacedReturn:
    """The answers of a return; none where it is another plan's or another quarter's.

    A form is known by the actions it was issued with: the plan's title, its file and its settings may have changed.
    """
    matches = match_actions(returned, receiver.index)
    if why := find_foreign(returned, receiver, matches):
        return PlacedReturn((), (*returned.refusals, *refuse_form(returned, *why, receiver.terms)))
    rivals = Counter((match.action.sheet, match.action.row) for _, match in matches if match.action)
    answers: list[PlacedAnswer] = []
    refusals = list(returned.refusals)
    notes = [*say_renamed(returned, receiver, matches), *say_corrected(returned, receiver, matches)]
    objections = [find_objection(match.action, returned, receiver, rivals) for _, match in matches]
    taken = [
        answer
        for (asked, match), why_not in zip(matches, objections, strict=True)
        for answer in take_accepted(returned, asked, match, receiver, is_refused=match.action is None or bool(why_not))
    ]
    answers += taken
    cells = {answer.answer.cell.address for answer in taken}
    futile = {
        answer.cell.address
        for asked, match in matches
        for answer in asked.unread
        if match.action and not receiver.takes(match.action, answer.field, clean(answer.text))
    }
    refusals = [
        replace(refusal, accept="") if refusal.cell and refusal.cell.address in futile else refusal
        for refusal in refusals
        if refusal.cell is None or refusal.cell.address not in cells
    ]
    others = ((without(asked, cells), match) for asked, match in matches)
    for (asked, match), why_not in zip(others, objections, strict=True):
        action = match.action
        if action and why_not:
            refusals += refuse_line(returned, asked, *why_not, receiver.terms)
        elif action:
            answers += place_answers(returned, asked, action)
            refusals += refuse_formulas(returned, asked, action, receiver)
            notes += say_no_answers(returned, asked, receiver.terms)
            notes += [match.note] if match.note and new_answers(asked, receiver.terms) else []
        else:
            why_none = f"{match.why}; find it and put the answer in yourself"
            name = name_accepted(match, receiver)
            refusals += refuse_line(returned, asked, "not-found", why_none, receiver.terms, name)
    answered = (answer.action for answer in answers if is_answer(answer, receiver.terms))
    reply = FormReply(
        returned.file, returned.form_id, returned.owner, unique_actions(answered), returned.has_answers_as_issued
    )
    lines = unique(line for answer in taken if (line := receiver.line_of(returned, answer.answer)))
    return PlacedReturn(tuple(answers), tuple(refusals), tuple(notes), reply, lines)


def take_accepted(
    returned: Return, asked: AskedAction, match: ActionMatch, receiver: Receiver, *, is_refused: bool
) -> Iterator[PlacedAnswer]:
    """The answers of a line that somebody takes though they were refused, now or when they were collected before.

    ``is_refused`` tells whether all of the line was. What was not refused stays an answer like any other: whoever takes
    a date that cannot be read has not said whose comment counts.
    """
    owner = returned.owner
    for answer in (*asked.answers, *asked.unread):
        text, line = clean(answer.text), receiver.line_of(returned, answer)
        action = receiver.recall.accepted(returned.form_id, answer.cell.address, text)
        if line:
            action = receiver.action_called(line.name) if line.name else match.action
        is_whole = is_refused or (action is not None and action != match.action)
        if action and text and was_refused(answer, asked, receiver.terms, is_whole=is_whole):
            issued, filled = asked.issued_text(answer.field), asked.filled_text(answer.field)
            typed = replace(answer, formula="")
            form = (owner.name, owner.key, returned.file, returned.form_id)
            yield PlacedAnswer(action, typed, text, issued, filled, *form, is_accepted=True)


def without(asked: AskedAction, cells: Collection[str]) -> AskedAction:
    """An action of a form without the answers in some of its cells."""
    return replace(asked, answers=tuple(answer for answer in asked.answers if answer.cell.address not in cells))


def unique_actions(actions: Iterable[Action]) -> tuple[Action, ...]:
    """The actions, each once, in their order."""
    return tuple({(action.sheet, action.row): action for action in actions}.values())


def say_renamed(returned: Return, receiver: Receiver, matches: Matches) -> Iterator[str]:
    """That a form with answers was made from a plan of another name, whose actions are in this one."""
    if is_renamed(returned, receiver.plan) and any(new_answers(asked, receiver.terms) for asked, _ in matches):
        here, asked_about = len([match for _, match in matches if match.action]), len(matches)
        verb = "is" if here == 1 else "are"
        actions = f"{here} of its {asked_about} actions {verb}" if asked_about > 1 else "its action is"
        yield f"{returned.file} was made from “{returned.plan}” ({returned.source}); {actions} in this plan."


def say_corrected(returned: Return, receiver: Receiver, matches: Matches) -> Iterator[str]:
    """That the owner of a form with answers is called otherwise in the plan now."""
    names = (
        find_new_name(receiver, match.action, returned)
        for asked, match in matches
        if match.action and new_answers(asked, receiver.terms)
    )
    for name in unique(owner.name for owner in names if owner):
        yield f"{returned.file}: {returned.owner} is called {name} in the plan by now."


def say_no_answers(returned: Return, asked: AskedAction, terms: PlanTerms) -> Iterator[str]:
    """The words, such as "n/a", that were typed for an answer and are none."""
    for answer in asked.answers:
        text = clean(answer.text)
        is_word = is_blank(answer.field, text) and any(map(str.isalnum, text))
        if is_word and not answer.formula and not terms.is_same(answer.field, text, asked.issued_text(answer.field)):
            yield f"{asked.name}: the {answer.field.noun} “{text}” of {returned.owner.name} is no answer."


def place_answers(returned: Return, asked: AskedAction, action: Action) -> Iterator[PlacedAnswer]:
    """The answers in words; a blank one is no answer."""
    owner = returned.owner
    for answer in asked.answers:
        if not answer.formula and not is_blank(answer.field, answer.text):
            issued, filled = asked.issued_text(answer.field), asked.filled_text(answer.field)
            text = clean(answer.text)
            yield PlacedAnswer(
                action, answer, text, issued, filled, owner.name, owner.key, returned.file, returned.form_id
            )
