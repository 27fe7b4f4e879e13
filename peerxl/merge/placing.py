"""Each answer brought to the action of the plan that it is about; what cannot be brought anywhere is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peerxl.language.owners import owner_key
from peerxl.merge.answer import clean, is_blank
from peerxl.merge.find import find_action, is_known
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


@dataclass(frozen=True, slots=True)
class Placed:
    """What a return comes to before it is held against the master."""

    answers: tuple[Given, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def place(plan: ActionPlan, quarter: FiscalQuarter, plan_id: str, returned: Return) -> Placed:
    """The answers of a return; none where it is another plan's or another quarter's."""
    if refusal := foreign(plan, quarter, plan_id, returned):
        return Placed((), (refusal,))
    answers: list[Given] = []
    refusals = list(returned.refusals)
    for asked in filter(has_answers, returned.actions):
        action, why = find_action(plan, asked)
        if action is None:
            refusals.append(refuse(returned, asked, "not-found", f"{why}; find it and put the answer in yourself"))
        elif not is_theirs(plan, action, returned):
            owners = " / ".join(owner.name for owner in action.asked) or "nobody"
            other = f"the plan says that {owners} answers for it; ask them, or put the answer in yourself"
            refusals.append(refuse(returned, asked, "not-theirs", other))
        else:
            answers += given(returned, asked, action)
            refusals += formulas(returned, asked)
    return Placed(tuple(answers), tuple(refusals))


def has_answers(asked: Returned) -> bool:
    return bool(asked.answers)


def foreign(plan: ActionPlan, quarter: FiscalQuarter, plan_id: str, returned: Return) -> Refusal | None:
    """Why a whole return is refused; None where it is one of this plan and quarter.

    Two plans may share a title; then most of the actions are not in this one.
    """
    known = sum(is_known(plan, asked) for asked in returned.actions)
    if returned.plan_id != plan_id or 2 * known < len(returned.actions):
        why = (
            f"the form was made from another plan, “{returned.plan}” ({returned.source}); collect it into that one, "
            "or give this plan back the title it had when the form was made"
        )
        return Refusal("another-plan", returned.file, f"{returned.owner}: {why}.", returned.owner.name)
    if returned.quarter != quarter:
        asked = f"{returned.quarter}" if returned.quarter else "no quarter that can be read"
        why = f"the form asks about {asked} and the plan reports on {quarter}; send a new form, or add --quarter"
        return Refusal("another-quarter", returned.file, f"{returned.owner}: {why}.", returned.owner.name)
    return None


def refuse(returned: Return, asked: Returned, code: str, why: str) -> Refusal:
    cell = asked.answers[0].cell if asked.answers else None
    said = "; ".join(f"{answer.part.noun} “{clean(answer.formula or answer.text)}”" for answer in asked.answers)
    return Refusal(code, returned.file, f"{asked.name}: {why} ({said}).", returned.owner.name, asked.ref, cell)


def is_theirs(plan: ActionPlan, action: Action, returned: Return) -> bool:
    """Whether the form's owner is one of those who answer for the action, by whichever of their spellings."""
    contact = plan.settings.directory.find(returned.owner.key)
    keys = {returned.owner.key, owner_key(contact.owner) if contact else returned.owner.key}
    return any(owner.key in keys for owner in action.asked)


def given(returned: Return, asked: Returned, action: Action) -> Iterator[Given]:
    """The answers in words; a blank one is no answer."""
    for answer in asked.answers:
        if not answer.formula and not is_blank(answer.text):
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


def latest(answers: Iterable[Given]) -> tuple[tuple[Given, ...], tuple[str, ...]]:
    """Of two answers of one owner to one question the later one (they come in order of time), and notes that say so."""
    kept: dict[tuple[str, int, Part, str], Given] = {}
    files: dict[str, dict[str, None]] = {}
    names: dict[str, str] = {}
    for answer in answers:
        kept[answer.action.sheet, answer.action.row, answer.part, answer.owner_key] = answer
        files.setdefault(answer.owner_key, {})[answer.file] = None
        names[answer.owner_key] = answer.owner
    notes = tuple(
        f"{names[owner]} sent {len(came)} forms ({', '.join(came)}): where they differ the last one counts."
        for owner, came in files.items()
        if len(came) > 1
    )
    return tuple(kept.values()), notes
