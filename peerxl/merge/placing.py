"""Each answer brought to the action of the plan that it is about; what cannot be brought anywhere is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from peerxl.advice import SAY_QUARTER
from peerxl.checks.roster import is_misspelled
from peerxl.identity.find import find_action
from peerxl.identity.index import ActionIndex
from peerxl.identity.trace import ActionMatch
from peerxl.language.owners import owner_key
from peerxl.merge.acceptance import AcceptedLine
from peerxl.merge.recall import Recall
from peerxl.merge.report import FormReply
from peerxl.merge.returned import AskedAction, FormAnswer, Refusal, Return
from peerxl.merge.settlement import fold_name
from peerxl.merge.terms import PlanTerms, clean, is_blank
from peerxl.model.action import Action
from peerxl.model.answer_field import AnswerField, AnswerKind
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan, unique


@dataclass(frozen=True, slots=True)
class PlacedAnswer:
    """One answer of one owner, with the action of the plan it belongs to and what its form began with.

    ``is_accepted`` tells whether somebody takes it though it was refused.
    """

    action: Action
    answer: FormAnswer
    text: str
    issued: str
    owner: str
    owner_key: str
    file: str
    form_id: str
    is_accepted: bool = False

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


@dataclass(frozen=True, slots=True)
class Receiver:
    """The plan that returns are brought to, with what is looked up in it again and again."""

    plan: ActionPlan
    quarter: FiscalQuarter
    terms: PlanTerms
    index: ActionIndex
    lines: Mapping[tuple[str, int], AcceptedLine]
    recall: Recall
    owner_keys: frozenset[str]

    def line_of(self, returned: Return, answer: FormAnswer) -> AcceptedLine | None:
        """What was accepted of the line that an answer stands on."""
        names = fold_name(returned.file), returned.form_id
        return next((line for name in names if (line := self.lines.get((name, answer.cell.row)))), None)

    def action_called(self, name: str) -> Action | None:
        """The one action of a name; None where there is none, or several."""
        actions = [action for action in self.plan.actions if fold_name(action.name) == name]
        return actions[0] if len(actions) == 1 else None


Matches = list[tuple[AskedAction, ActionMatch]]
"""Each action that a form asked about, and the action of the plan that it is."""


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
    taken = [answer for asked, match in matches for answer in take_accepted(returned, asked, match, receiver)]
    answers += taken
    cells = {answer.answer.cell.address for answer in taken}
    refusals = [refusal for refusal in refusals if refusal.cell is None or refusal.cell.address not in cells]
    for asked, match in ((without(asked, cells), match) for asked, match in matches):
        action = match.action
        if action and (why_not := find_objection(action, returned, receiver, rivals)):
            refusals += refuse_line(returned, asked, *why_not, receiver.terms)
        elif action:
            answers += place_answers(returned, asked, action)
            refusals += refuse_formulas(returned, asked)
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
    returned: Return, asked: AskedAction, match: ActionMatch, receiver: Receiver
) -> Iterator[PlacedAnswer]:
    """The answers of a line that somebody takes though they were refused, now or when they were collected before."""
    owner = returned.owner
    for answer in (*asked.answers, *asked.unread):
        text, line = clean(answer.text), receiver.line_of(returned, answer)
        action = receiver.recall.accepted(returned.form_id, answer.cell.address, text)
        if line:
            action = receiver.action_called(line.name) if line.name else match.action
        if action and text:
            issued = asked.issued_text(answer.field)
            typed = replace(answer, formula="")
            yield PlacedAnswer(
                action, typed, text, issued, owner.name, owner.key, returned.file, returned.form_id, is_accepted=True
            )


def without(asked: AskedAction, cells: Collection[str]) -> AskedAction:
    """An action of a form without the answers in some of its cells."""
    return replace(asked, answers=tuple(answer for answer in asked.answers if answer.cell.address not in cells))


def is_answer(answer: PlacedAnswer, terms: PlanTerms) -> bool:
    """Whether an answer was typed and can be taken, whatever becomes of it in the plan."""
    # The cell for a new date is sent blank: whatever stands in it was typed, be it the date that the action has.
    is_typed = answer.field.kind is AnswerKind.DATE or not terms.is_as_sent(answer.field, answer.text, answer.issued)
    return is_typed and not answer.find_fault(terms)


def unique_actions(actions: Iterable[Action]) -> tuple[Action, ...]:
    """The actions, each once, in their order."""
    return tuple({(action.sheet, action.row): action for action in actions}.values())


def match_actions(returned: Return, index: ActionIndex) -> Matches:
    """The action of the plan that each action of a form is."""
    traces = (
        # The plan may have the new date by now: its row is not another action's for that.
        replace(asked.trace, new_timescale=answer.text)
        if (answer := next((candidate for candidate in asked.answers if candidate.field.kind is AnswerKind.DATE), None))
        else asked.trace
        for asked in returned.actions
    )
    return [(asked, find_action(trace, index)) for asked, trace in zip(returned.actions, traces, strict=True)]


def find_objection(
    action: Action, returned: Return, receiver: Receiver, rivals: Mapping[tuple[str, int], int]
) -> tuple[str, str] | None:
    """Why nothing of a form goes to the action that one of its lines is of: a code and a reason.

    ``rivals`` is how many of its lines come to each action, by sheet and row.
    """
    lines = rivals[action.sheet, action.row]
    if lines > 1:
        why = f"{lines} lines of the form come to one action of the plan, row {action.row}"
        return "not-found", f"{why}; see which is meant and put the answer in yourself"
    if not is_theirs(receiver, action, returned):
        owners = " / ".join(owner.name for owner in action.asked) or "nobody"
        return "not-theirs", f"the plan says that {owners} answers for it; ask them, or put the answer in yourself"
    return None


def find_foreign(returned: Return, receiver: Receiver, matches: Matches) -> tuple[str, str] | None:
    """Why a whole return is refused, a code and a reason; None where it is one of this plan and quarter."""
    known = len([asked for asked, match in matches if match.action or is_worded(asked, receiver.index)])
    # One action may be gone from the plan; where most of several are, the form is another plan's.
    if len(matches) > 1 and 2 * known < len(matches):
        few = f"only {known}" if known else "none"
        here = f"{few} of the form's {len(matches)} actions {'is' if known < 2 else 'are'} in the plan"
        if is_renamed(returned, receiver.plan):
            made = f"the form was made from another plan, “{returned.plan}” ({returned.source})"
            return "another-plan", f"{made}: {here}; collect it into that one"
        return "actions-gone", f"{here} any more; find them and put the answers in yourself"
    if returned.quarter != receiver.quarter:
        asked_quarter = f"{returned.quarter}" if returned.quarter else "no quarter that can be read"
        option = f", or {SAY_QUARTER.words(quarter=returned.quarter)}" if returned.quarter else ""
        why = f"the form asks about {asked_quarter} and the plan reports on {receiver.quarter}; send a new form{option}"
        return "another-quarter", why
    return None


def is_renamed(returned: Return, plan: ActionPlan) -> bool:
    """Whether neither the title nor the file is the one that the form was made from."""
    return returned.plan != plan.title and returned.source != plan.source


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


def is_worded(asked: AskedAction, index: ActionIndex) -> bool:
    """Whether the plan has an action's words, though perhaps nobody can tell which of its actions it is."""
    return bool(index.with_words(asked.trace.words, asked.ref))


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
    is_issued = terms.is_as_sent(answer.field, answer.text, asked.issued_text(answer.field))
    return not is_blank(answer.field, answer.text) and not is_issued


def is_theirs(receiver: Receiver, action: Action, returned: Return) -> bool:
    """Whether the form's owner is one of those who answer for the action, by whichever of their spellings."""
    contact = receiver.plan.settings.directory.find(returned.owner.key)
    keys = {returned.owner.key, owner_key(contact.owner) if contact else returned.owner.key}
    return any(owner.key in keys for owner in action.asked) or find_new_name(receiver, action, returned) is not None


def find_new_name(receiver: Receiver, action: Action, returned: Return) -> Owner | None:
    """The owner of an action whose name was corrected since the form was made: no row has the old one any more."""
    if returned.owner.key in receiver.owner_keys:
        return None
    names = [owner for owner in action.asked if is_misspelled(returned.owner.key, owner.key)]
    return names[0] if len(names) == 1 else None


def place_answers(returned: Return, asked: AskedAction, action: Action) -> Iterator[PlacedAnswer]:
    """The answers in words; a blank one is no answer."""
    owner = returned.owner
    for answer in asked.answers:
        if not answer.formula and not is_blank(answer.field, answer.text):
            issued = asked.issued_text(answer.field)
            text = clean(answer.text)
            yield PlacedAnswer(action, answer, text, issued, owner.name, owner.key, returned.file, returned.form_id)


def refuse_formulas(returned: Return, asked: AskedAction) -> Iterator[Refusal]:
    for answer in asked.answers:
        # What a formula comes to may hang on workbooks that nobody else has.
        if answer.formula:
            message = (
                f"{asked.name}: the {answer.field.noun} is a formula, {answer.formula}, and formulas are not taken; "
                "ask the owner for words."
            )
            accept = f"{returned.file}:{answer.cell.row}" if answer.text.strip() else ""
            yield Refusal("formula", returned.file, message, returned.owner.name, asked.ref, answer.cell, accept=accept)


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
