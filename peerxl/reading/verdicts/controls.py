"""Lists of what is in place: controls that are described, and are nothing that is still to be done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from peerxl.model.layout import Field
from peerxl.model.status import says_nothing
from peerxl.pattern import compile_late
from peerxl.reading.cells.profile import FEW, ColumnProfile
from peerxl.reading.columns.dated_columns import is_plainly_due
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.columns.ranked_columns import says_undertaken
from peerxl.reading.headings.key import name_parts
from peerxl.reading.headings.rules import DESCRIPTION_RANK
from peerxl.reading.headings.words import split_words
from peerxl.reading.verdicts.risks import RISKS
from peerxl.reading.verdicts.standing_sign import (
    DUE,
    NO_DAY,
    StandingSign,
    answers_findings,
    is_followed,
    is_scheduled,
)


def find_controls(drafts: Sequence[Draft]) -> StandingSign | None:
    """Which controls are in place, where no cell says what to do and nothing is due by a day.

    A status of work ("Done", "In progress") makes them a plan of controls, and so do findings that they answer.
    """
    actions = of_field(drafts, Field.ACTION)
    if not actions or is_scheduled(drafts) or any(map(awaits_days, drafts)) or answers_findings(leave_rated(drafts)):
        return None
    controls = [draft for draft in drafts if is_of_controls(draft)]
    if says_undertaken(actions[0]) or not any(describes(actions[0], control) for control in controls):
        return None
    statuses = of_field(drafts, Field.STATUS)
    if statuses:
        are_there = all(are_in_place(draft.profile) for draft in statuses)
        says = "which controls are in place, and not how far anything has come"
        return StandingSign((statuses[0],), says) if are_there else None
    return None if is_followed(drafts) else StandingSign((actions[0],), f"what is in place{NO_DAY}")


def leave_rated(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The columns but for the risks of a table that rates each before and after its controls, which so are there."""
    words = {word for draft in drafts for word in name_parts(draft.cell.text)}
    if RESIDUAL.isdisjoint(words) and not words >= BEFORE_AND_AFTER:
        return drafts
    return [draft for draft in drafts if RISKS.isdisjoint(draft.reading.key.split())]


RESIDUAL, BEFORE_AND_AFTER = frozenset(["residual"]), frozenset(["gross", "net"])


def awaits_days(draft: Draft) -> bool:
    """Whether a column is there for days that are plainly due, and has none yet."""
    return draft.field in DUE and is_plainly_due(draft) and not draft.profile.filled


def is_of_controls(draft: Draft) -> bool:
    """Whether a heading is of controls that are there: "Key control", "Control ID", and no "Further controls"."""
    words = set(draft.reading.key.split())
    return not CONTROLS.isdisjoint(words) and words <= OF_CONTROLS


def describes(action: Draft, control: Draft) -> bool:
    """Whether what is read as the actions is the controls themselves, or the description that stands after them."""
    is_after = (action.reading.action_rank or 0) >= DESCRIPTION_RANK and control.column < action.column
    return action.column == control.column or is_after


CONTROLS = split_words("control safeguard")
OF_CONTROLS = CONTROLS | split_words("""
    id number reference code name title description statement text detail summary activity area family domain category
    objective key primary main current existing internal security technical organisational operational financial place
    in the of and
""")


def are_in_place(cells: ColumnProfile) -> bool:
    """Whether all cells say that a control is there, or how well it works, and one at least that it is there."""
    told = [text for text in cells.texts if not says_nothing(text)]
    there = [text for text in told if _IN_PLACE.match(text)]
    return cells.filled >= FEW and bool(there) and all(text in there or _ASSESSED.match(text) for text in told)


_END = r"(?=[\W_]*\Z|\s*[(–—:;,]|\s+-|\.\s)"
_IN_PLACE = compile_late(
    r"[\s✅✓✔☑🟢]*(?:(?:(?:fully |already )?(?:implemented|in place|compliant|embedded|established|enforced|enabled)"
    r"|operating(?: effectively)?|operational|effective|active|live|met|yes|y|maintained|automated)"
    rf"{_END}|(?<=[✅✓✔☑🟢])\ufe0f?\s*\Z)",
    re.IGNORECASE,
)
"""What is said of a control that is there."""
_ASSESSED = compile_late(
    r"\W*(?:(?:partially|partly|mostly|largely|not|non)[- ]?(?:effective|compliant)|ineffective|(?:in)?adequate|weak"
    r"|strong|moderate|satisfactory|deficient|(?:(?:design|operating|control) )?gap|(?:not |un)?tested"
    rf"|(?:not in |out of |in )scope|not applicable){_END}",
    re.IGNORECASE,
)
"""What is said of how well a control works, and whether there need be one."""
