"""How much must speak for a tracker, by how plainly its actions are headed and by what else it has columns for."""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.model.layout import Field
from peerxl.reading.cells.cell_kinds import is_resolution
from peerxl.reading.cells.column_kinds import MOST, are_instructions, are_statements
from peerxl.reading.cells.profile import FEW, ColumnProfile
from peerxl.reading.columns.draft import Draft
from peerxl.reading.columns.field_proposals import propose_field
from peerxl.reading.columns.item_columns import is_goal, tells_how_far_goals_are
from peerxl.reading.columns.schedule import has_span
from peerxl.reading.headings.rules import DESCRIPTION_RANK
from peerxl.reading.headings.words import LISTED, split_words
from peerxl.reading.verdicts.surroundings import Surroundings, look_around, tells_risks


def needed_weight(action: Draft, drafts: Sequence[Draft], lists_actions: bool = False) -> float:
    """How much must speak for a tracker, by how plainly its actions are headed and by what else it has columns for.

    ``lists_actions`` is whether the sheet calls itself a list of actions or a plan.
    """
    around = look_around(drafts)
    is_described = lists_actions and (action.reading.action_rank or 0) >= DESCRIPTION_RANK
    # The day on which something ends may be that of anything, but for what begins as well.
    # What is bought or counted may stand on a sheet of any name.
    least = (1.0 if has_span(drafts) else 1.5) + (1.0 if around.is_counted else 0.0)
    needed = max(least, needed_of_tasks(around)) if is_described else needed_beside(action, drafts, around)
    if is_of_occasion(action) and not tells_risks(drafts):
        return max(1.5, needed)
    return min(1.0, needed) if around.is_schedule else needed


def is_of_occasion(action: Draft) -> bool:
    """Whether a heading may be of what is done each time: what is done first, or if something is not."""
    words = action.reading.key.split()
    return words[:1] in FIRST_STEPS or "if" in words


FIRST_STEPS = (["first"], ["initial"], ["interim"])


def needed_beside(action: Draft, drafts: Sequence[Draft], around: Surroundings) -> float:
    """How much must speak for a table with actions under a heading that says so, or under any other."""
    # Nothing else is headed as the progress of goals.
    if not around.foreign and is_goal(action) and tells_how_far_goals_are(drafts):
        return 0.5
    rank, is_told = action.reading.action_rank, are_instructions(action.profile)
    if action.reading.field is Field.ACTION or action.reading.is_task or any(map(is_set_aside, drafts)):
        # Cells that say what to do speak for themselves, whatever else the table has columns for.
        return min(needed_of_tasks(around), 2.0) if is_told else needed_of_tasks(around)
    if rank is not None:
        return 1.0 if around.is_assigned else needed_of_numbered(action, rank, drafts, around)
    if not is_told:  # no heading says so: owner, date and status must all be there, or two where it states something
        is_stated = are_statements(action.profile) and not around.foreign
        return 1.5 if is_stated else 3.0 if around.foreign <= 1 else FAR
    # What to do, from day to day, is a plan under whatever heading.
    if has_span(drafts) and not around.foreign:
        return 1.0
    has_topic = any(draft.reading.is_topic for draft in drafts)
    needed = needed_of_tasks(around) if has_topic else needed_of_topics(around)
    return min(needed, MOST_NEEDED_OF_ORDERS)


def needed_of_numbered(action: Draft, rank: int, drafts: Sequence[Draft], around: Surroundings) -> float:
    """How much must speak for a table whose refs may say what is described beside them: a task, a defect."""
    is_described = rank >= DESCRIPTION_RANK
    if is_described and any(numbers(draft, TASKS) for draft in drafts):
        return max(1.5, needed_of_tasks(around))
    is_topic = is_described and any(numbers(draft, TOPICS) for draft in drafts)
    return needed_of_ranked(action, DESCRIPTION_RANK - 1 if is_topic else rank, around)


def numbers(draft: Draft, things: frozenset[str]) -> bool:
    """Whether the refs are headed as those of some things ("Task ID"), which says what a "Name" beside them names."""
    words = draft.reading.key.split()
    return draft.field is Field.REF and len(words) > 1 and not things.isdisjoint(words[:1])


TASKS = split_words("task action subtask todo story")
TOPICS = split_words("issue defect bug finding gap blocker weakness deficiency observation snag")


def is_set_aside(draft: Draft) -> bool:
    """Whether a column is of actions, by its heading and its cells, and was left for what it has too few of."""
    is_headed = draft.reading.field is Field.ACTION and draft.field is Field.EXTRA and draft.profile.filled > 0
    return is_headed and propose_field(draft.reading, draft.profile) is Field.ACTION


def needed_of_ranked(action: Draft, rank: int, around: Surroundings) -> float:
    """How much must speak for a table whose heading only says what is wrong, or that it describes something."""
    if around.is_register and not action.profile.filled:  # a form that is to be filled in
        return 0.0
    if rank < DESCRIPTION_RANK:
        is_asked = action.reading.field is Field.RECOMMENDATION and not around.foreign and around.typical > 2
        # "Open issue" over "Confirm the fee" says what to do, and so does what a meeting resolved.
        is_to_do = are_instructions(action.profile) or are_resolutions(action.profile)
        is_told = around.has_owner and not around.foreign and is_to_do
        return min(needed_of_topics(around), 1.0) if is_asked or is_told else needed_of_topics(around)
    if are_instructions(action.profile):
        return min(max(1.5, needed_of_topics(around)), needed_of_descriptions(around), MOST_NEEDED_OF_ORDERS)
    if not is_list_of_things(action, around):
        is_unbegun = not action.profile.filled and around.is_timed and not around.foreign
        return 1.0 if is_unbegun else needed_of_descriptions(around)
    if around.foreign:
        return FAR
    return needed_of_names(around) if action.reading.key in NAMES else needed_of_items(action, around)


def are_resolutions(cells: ColumnProfile) -> bool:
    """Whether most cells are what a meeting resolved: "That the lease be renewed"."""
    return cells.filled >= FEW and len(list(filter(is_resolution, cells.texts))) >= MOST * cells.filled


def needed_of_names(around: Surroundings) -> float:
    """A list of names may be one of anything, but for who does each by when, and how far work on it has come."""
    return 2.0 if around.has_all and around.is_worked_on else ALL


def needed_of_items(action: Draft, around: Surroundings) -> float:
    """A list of items may be one of anything, but for who does each by when, and that work on some has yet to end."""
    is_listed = not LISTED.isdisjoint(action.reading.key.split())
    return ALL if around.has_all and around.is_begun and not is_listed else FAR


def is_list_of_things(action: Draft, around: Surroundings) -> bool:
    """Whether descriptions are but names: "Project name" over no instruction, or any words without a statement."""
    cells = action.profile
    if not cells.filled or are_instructions(cells):
        return False
    is_of_things = not LISTED.isdisjoint(action.reading.key.split())
    is_typical = around.typical > 1 or (around.is_followed and around.typical > 0)
    return is_of_things or not (are_statements(cells) or is_typical)


NAMES = frozenset(["name", "item name"])
NEEDED_OF_RULES = 2.0
"""What must speak for a plan under the name of a procedure, as who does what says nothing of it."""
MOST_NEEDED_OF_ORDERS = 2.5
"""What must speak for a list of what to do, whatever else it has columns for."""
ALL = 3.0
"""What an owner, were it by a weak heading, a date and words for progress weigh together."""
FAR = 99.0
"""More than any table can weigh."""


def needed_of_tasks(around: Surroundings) -> float:
    """What is to be done, by its heading: one of owner, date and status, and more among headings of other tables."""
    # Who is consulted about what, speaks at what time, does what how often: a tracker only with a date or a status.
    if around.is_matrix or around.is_programme:
        return 2.0
    if not around.foreign and around.typical > 1:
        return 0.5
    if around.foreign <= 1 + around.typical:
        return 1.0
    return 2.0 if around.foreign <= 3 + around.typical else 3.0


def needed_of_topics(around: Surroundings) -> float:
    """What is wrong, or might be ("Issue", "Risk"): more than one, but for what only trackers have columns for."""
    if around.is_register:
        return 1.0
    if around.typical >= 4 and around.foreign <= 1:
        return 1.0
    # A chance word of other tables says little among two of trackers.
    return (2.0 if around.foreign > around.typical // 2 else 1.5) + max(0, around.foreign - 1 - around.typical // 3)


def needed_of_descriptions(around: Surroundings) -> float:
    """A title or a description, which a list of anything has: two, an owner among them, and nothing of other tables."""
    if around.is_register or (around.is_followed_up and not around.foreign):
        return 0.5
    if around.typical < 2:
        return FAR if around.foreign or not (around.has_owner or around.is_dated) else 2.0
    if around.typical >= 3 + around.foreign and around.foreign <= 1:
        return 1.5
    return 2.0 + max(0, around.foreign - 1 - around.typical // 3)
