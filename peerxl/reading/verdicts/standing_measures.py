"""Signs of a list of what is measured: how much of each was to be reached, and how much was."""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.model.layout import Field
from peerxl.model.status import find_meaning
from peerxl.reading.cells.column_kinds import are_instructions
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.headings.words import split_words
from peerxl.reading.verdicts.standing_sign import StandingSign


def find_measures(drafts: Sequence[Draft]) -> StandingSign | None:
    """How much is to be reached beside how much was, of what no heading calls an action.

    What somebody is to do, and has yet to begin in part, may be rated before and after: "Current level" over 2.
    """
    actions = of_field(drafts, Field.ACTION)
    if any(draft.reading.field is Field.ACTION or draft.reading.is_task for draft in actions):
        return None
    numbers = [draft for draft in drafts if draft.profile.are_numbers]
    targets = [draft for draft in numbers if "target" in draft.reading.key.split()]
    reached = [draft for draft in numbers if not REACHED.isdisjoint(draft.reading.key.split())]
    if not targets or not reached:
        return None
    is_rated = all(map(are_levels, (targets[0], reached[0])))
    if is_rated and any(is_worked_on(draft, drafts) for draft in actions):
        return None
    return StandingSign((targets[0], reached[0]), "how much was to be reached and was")


def are_levels(draft: Draft) -> bool:
    """Whether numbers rate something by a scale, and count nothing: "Current level" over 2."""
    numbers = draft.profile.counted
    is_headed = not SCALES.isdisjoint(draft.reading.key.split())
    return is_headed and all(number in range(HIGHEST_LEVEL + 1) for number in numbers)


SCALES, HIGHEST_LEVEL = split_words("level maturity score rating"), 5


def is_worked_on(action: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether cells say what to do, beside owners and statuses of work of which some is not begun."""
    statuses = [draft.profile for draft in of_field(drafts, Field.STATUS)]
    meanings = [find_meaning(text) for cells in statuses for text in cells.texts]
    is_unbegun = any(meaning is not None and meaning.word == "Not started" for meaning in meanings)
    is_assigned = any(draft.profile.filled for draft in of_field(drafts, Field.OWNER))
    return is_assigned and is_unbegun and None not in meanings and are_instructions(action.profile)


REACHED = split_words("actual outturn achieved performance result current baseline")
