"""The plan that returns are brought to: which of its actions a form asked about, and why it takes nothing of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from peerxl.advice import SAY_QUARTER
from peerxl.checks.roster import is_misspelled
from peerxl.identity.find import find_action
from peerxl.identity.index import ActionIndex
from peerxl.identity.trace import ActionMatch
from peerxl.language.owners import owner_key
from peerxl.merge.acceptance import AcceptedLine
from peerxl.merge.columns import MasterCells, find_later_start
from peerxl.merge.recall import Recall
from peerxl.merge.returned import AskedAction, FormAnswer, Return
from peerxl.merge.settlement import fold_name
from peerxl.merge.terms import PlanTerms
from peerxl.model.action import Action
from peerxl.model.answer_field import AnswerField, AnswerKind
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan


@dataclass(frozen=True, slots=True)
class Receiver:
    """The plan that returns are brought to, with what is looked up in it again and again."""

    plan: ActionPlan
    cells: MasterCells
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

    def takes(self, action: Action, field: AnswerField, text: str) -> bool:
        """Whether an answer that is refused could go into the plan as it was typed, if somebody accepted it."""
        cell = self.cells.find_cell(action, field, self.quarter)
        if cell is None or self.cells.is_shared(action, cell) or self.terms.find_fault(field, text, as_typed=True):
            return False
        written = self.terms.as_written(field, text)
        is_day = field.kind is AnswerKind.DATE and self.cells.holds_date(cell)
        day = self.terms.read_day(written) if is_day else None
        return not self.cells.why_not(cell, day or written)

    def action_called(self, name: str) -> Action | None:
        """The one action of a name; None where there is none, or several."""
        actions = [action for action in self.plan.actions if fold_name(action.name) == name]
        return actions[0] if len(actions) == 1 else None


Matches = list[tuple[AskedAction, ActionMatch]]
"""Each action that a form asked about, and the action of the plan that it is."""


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
    action: Action | None, returned: Return, receiver: Receiver, rivals: Mapping[tuple[str, int], int]
) -> tuple[str, str] | None:
    """Why nothing of a form goes to the action that one of its lines is of: a code and a reason; None where it does, or
    where nobody can tell which action that is.

    ``rivals`` is how many of its lines come to each action, by sheet and row.
    """
    if action is None:
        return None
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
    if file := receiver.recall.sent_for(returned.form_id):
        why = f"the form was sent for {file}, which lies beside {receiver.plan.source}; collect it into that one"
        return "another-plan", f"{why}, or move that into another folder if this is the plan from now on"
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
        first = find_later_start(receiver.plan.tables, returned.quarter) if returned.quarter else None
        if returned.quarter and first:
            why = f"the form asks about {returned.quarter} and the plan begins with {first}"
            return "another-quarter", f"{why}; collect it into the plan of {returned.quarter.year}, or send a new form"
        asked_quarter = f"{returned.quarter}" if returned.quarter else "no quarter that can be read"
        option = f", or {SAY_QUARTER.words(quarter=returned.quarter)}" if returned.quarter else ""
        why = f"the form asks about {asked_quarter} and the plan reports on {receiver.quarter}; send a new form{option}"
        return "another-quarter", why
    return None


def is_renamed(returned: Return, plan: ActionPlan) -> bool:
    """Whether neither the title nor the file is the one that the form was made from."""
    return returned.plan != plan.title and returned.source != plan.source


def is_worded(asked: AskedAction, index: ActionIndex) -> bool:
    """Whether the plan has an action's words, though perhaps nobody can tell which of its actions it is."""
    return bool(index.with_words(asked.trace.words, asked.ref))


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
