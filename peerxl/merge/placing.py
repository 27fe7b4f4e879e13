"""Each answer brought to the action of the plan that it is about; what cannot be brought anywhere is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from peerxl.language.owners import owner_key
from peerxl.merge.answer import Language, clean, is_blank
from peerxl.merge.find import Found, find_action, with_words
from peerxl.merge.returned import Answer, Part, Refusal, Return, Returned
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import Action, ActionPlan


@dataclass(frozen=True, slots=True)
class Given:
    """One answer of one owner, with the action of the plan it belongs to and what its form began with."""

    action: Action
    part: Part
    text: str
    issued: str
    owner: str
    owner_key: str
    file: str
    cell_of_form: Answer


Line = tuple[Returned, Found]
"""A line of a form, and what it was found to speak of."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What a return comes to before it is held against the master."""

    answers: tuple[Given, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()


def place(plan: ActionPlan, quarter: FiscalQuarter, plan_id: str, returned: Return, language: Language) -> Placed:
    """The answers of a return; none where it is another plan's or another quarter's."""
    form = [(asked, find_action(plan, asked, returned.actions)) for asked in returned.actions]
    if why := foreign(plan, quarter, plan_id, returned, form):
        return Placed((), (*returned.refusals, *foreign_refusals(returned, *why, language)))
    shared = Counter((found.action.sheet, found.action.row) for _, found in form if found.action)
    answers: list[Given] = []
    refusals = list(returned.refusals)
    notes = []
    for asked, found in form:
        action = found.action
        if action and (why_not := not_taken(plan, action, returned, shared)):
            refusals += refuse(returned, asked, *why_not, language)
        elif action:
            answers += given(returned, asked, action)
            refusals += formulas(returned, asked)
            notes += [found.note] if found.note and said(asked, language) else []
        else:
            why_none = f"{found.why}; find it and put the answer in yourself"
            refusals += refuse(returned, asked, "not-found", why_none, language)
    return Placed(tuple(answers), tuple(refusals), tuple(notes))


def not_taken(
    plan: ActionPlan, action: Action, returned: Return, shared: Mapping[tuple[str, int], int]
) -> tuple[str, str] | None:
    """Why nothing of the form goes to the action that a line was found to speak of: a code and a reason."""
    if shared[action.sheet, action.row] > 1:
        why = f"{shared[action.sheet, action.row]} lines of the form come to one action of the plan, row {action.row}"
        return "not-found", f"{why}; see which is meant and put the answer in yourself"
    if not is_theirs(plan, action, returned):
        owners = " / ".join(owner.name for owner in action.asked) or "nobody"
        return "not-theirs", f"the plan says that {owners} answers for it; ask them, or put the answer in yourself"
    return None


def foreign(
    plan: ActionPlan, quarter: FiscalQuarter, plan_id: str, returned: Return, form: Sequence[Line]
) -> tuple[str, str] | None:
    """Why a whole return is refused, a code and a reason; None where it is one of this plan and quarter."""
    if returned.plan_id != plan_id:
        why = (
            f"the form was made from another plan, “{returned.plan}” ({returned.source}); collect it into that one, "
            "or give this plan back the title it had when the form was made"
        )
        return "another-plan", why
    if returned.quarter != quarter:
        asked = f"{returned.quarter}" if returned.quarter else "no quarter that can be read"
        why = f"the form asks about {asked} and the plan reports on {quarter}; send a new form, or add --quarter"
        return "another-quarter", why
    known = sum(bool(found.action or with_words(plan, asked.words, asked.ref)) for asked, found in form)
    if len(form) > 1 and 2 * known < len(form):
        few = f"only {known}" if known else "none"
        why = (
            f"{few} of the form's {len(form)} actions {'is' if known < 2 else 'are'} in the plan any more, so it may "
            "be another plan of the same name; find them and put the answers in yourself"
        )
        return "actions-gone", why
    return None


def foreign_refusals(returned: Return, code: str, why: str, language: Language) -> tuple[Refusal, ...]:
    """A whole form refused: once for each line that was answered, with its words, else once."""
    lines = [one for asked in returned.actions for one in refuse(returned, asked, code, why, language)]
    whole = Refusal(code, returned.file, f"{returned.owner}: {why}.", returned.owner.name)
    return tuple(lines) or (whole,)


def refuse(returned: Return, asked: Returned, code: str, why: str, language: Language) -> Iterator[Refusal]:
    """What was answered on one line refused, with its words; nothing where nothing was."""
    if answers := said(asked, language):
        words = "; ".join(f"{answer.part.noun} “{clean(answer.formula or answer.text)}”" for answer in answers)
        message = f"{asked.name}: {why} ({words})."
        yield Refusal(code, returned.file, message, returned.owner.name, asked.ref, answers[0].cell)


def said(asked: Returned, language: Language) -> tuple[Answer, ...]:
    """The answers that say something else than the form began with."""
    return tuple(
        answer
        for answer in asked.answers
        if answer.formula
        or (
            not is_blank(answer.part, answer.text)
            and not language.is_same(answer.part, answer.text, asked.issued(answer.part))
        )
    )


def is_theirs(plan: ActionPlan, action: Action, returned: Return) -> bool:
    """Whether the form's owner is one of those who answer for the action, by whichever of their spellings."""
    contact = plan.settings.directory.find(returned.owner.key)
    keys = {returned.owner.key, owner_key(contact.owner) if contact else returned.owner.key}
    return any(owner.key in keys for owner in action.asked)


def given(returned: Return, asked: Returned, action: Action) -> Iterator[Given]:
    """The answers in words; a blank one is no answer."""
    for answer in asked.answers:
        if not answer.formula and not is_blank(answer.part, answer.text):
            owner, issued = returned.owner, asked.issued(answer.part)
            yield Given(action, answer.part, clean(answer.text), issued, owner.name, owner.key, returned.file, answer)


def formulas(returned: Return, asked: Returned) -> Iterator[Refusal]:
    for answer in asked.answers:
        if answer.formula:
            yield Refusal(
                "formula",
                returned.file,
                f"{asked.name}: the {answer.part.noun} is a formula, {answer.formula}, and formulas are not taken; "
                "ask the owner for words.",
                returned.owner.name,
                asked.ref,
                answer.cell,
            )


def latest(answers: Iterable[Given], language: Language) -> tuple[tuple[Given, ...], tuple[str, ...]]:
    """Of two answers of one owner to one question the later one, and notes of the other: they come in order of time."""
    kept: dict[tuple[str, int, Part, str], Given] = {}
    notes: list[str] = []
    for answer in answers:
        question = (answer.action.sheet, answer.action.row, answer.part, answer.owner_key)
        earlier = kept.get(question)
        if earlier is not None and not language.is_same(answer.part, earlier.text, answer.text):
            notes.append(
                f"{answer.action.name}: the {answer.part.noun} “{earlier.text}” of {answer.owner} in {earlier.file} is "
                f"not taken, as {answer.file} came later and says “{answer.text}”."
            )
        kept[question] = answer
    return tuple(kept.values()), tuple(notes)
