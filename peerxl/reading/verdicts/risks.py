"""Lists of what may go wrong: a risk is nothing to be done, and what is done about it stands beside it, or nowhere."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from peerxl.model.layout import Field
from peerxl.reading.cells.column_kinds import are_instructions
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.columns.ranked_columns import says_undertaken
from peerxl.reading.headings.key import name_parts
from peerxl.reading.headings.rules import DESCRIPTION_RANK, Heading
from peerxl.reading.headings.words import split_words
from peerxl.reading.verdicts.standing_sign import NO_DAY, StandingSign, is_followed
from peerxl.reading.verdicts.surroundings import is_rated

RISKS = split_words("risk hazard threat")
MATTERS = split_words("issue finding incident observation weakness action task problem")
"""What has come about already, or is to be done, also where a heading names a risk beside it."""


def find_risks(drafts: Sequence[Draft]) -> StandingSign | None:
    """What may go wrong, where no column says what is done about it, by when or how far that has come.

    Whose a risk is, or whose what is at risk, does not say that there is anything to do. Nor does when it may come
    about ("Timing"), where it is nobody's.
    """
    words = {word for draft in drafts for word in name_parts(draft.cell.text)}
    risks = [draft for draft in of_field(drafts, Field.ACTION) if is_risk(draft, words)]
    followed = [draft for field in FOLLOWED for draft in of_field(drafts, field)]
    comes = [draft for draft in followed if draft.reading.key in COMING and not of_field(drafts, Field.OWNER)]
    if not risks or is_followed(drafts) or len(comes) < len(followed):
        return None
    if any(may_be_treatment(draft) for draft in drafts if draft not in risks):
        return None
    if comes:
        return StandingSign((risks[0], comes[0]), "what may go wrong and when, and not what is to be done about it")
    return StandingSign((risks[0],), f"what may go wrong and not what is to be done about it{NO_DAY}")


COMING = split_words("timing period quarter occurrence horizon proximity")
"""Headings of when a risk may come about, and of when something is to be done in a table of what that is."""
FOLLOWED = (Field.TIMESCALE, Field.ORIGINAL_TIMESCALE, Field.STATUS, Field.CLOSED)


def is_risk(draft: Draft, words: Collection[str]) -> bool:
    """Whether cells say what may go wrong, by their heading, and do not say what to do."""
    return draft.profile.filled > 0 and names_risk(draft.reading, words) and not are_instructions(draft.profile)


def names_risk(heading: Heading, words: Collection[str]) -> bool:
    """Whether a heading is of risks, or of what describes each row of a table that rates them.

    ``words`` are those of all its table's headings.
    """
    key = set(heading.key.split())
    is_of_risks = heading.is_topic and not RISKS.isdisjoint(key) and MATTERS.isdisjoint(key)
    is_description = (heading.action_rank or 0) >= DESCRIPTION_RANK
    return is_of_risks or (is_description and not RISKS.isdisjoint(words) and is_rated(words))


def may_be_treatment(draft: Draft) -> bool:
    """Whether a heading is of what is done about something; controls are there already, but for cells that say more."""
    is_there = draft.profile.filled > 0 and draft.reading.key.split()[-1:] == ["control"]
    is_told = are_instructions(draft.profile) or says_undertaken(draft)
    return heads_treatment(draft.reading) and (not is_there or is_told)


def heads_treatment(heading: Heading) -> bool:
    return heading.is_task or heading.field in (Field.ACTION, Field.RECOMMENDATION)
