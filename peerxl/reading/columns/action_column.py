"""Which column of a tracker holds its actions.

The one so headed; else the best heading of something to be done, of something that is wrong, or of a description, that
most rows fill; else, where owner, date and status are all there, the only column of sentences that no heading explains;
else, beside statuses and days that are plainly due, the only column of words. Never the longest words alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from peerxl.model.layout import KEPT, Field
from peerxl.reading.cells.column_kinds import (
    MOST,
    are_instructions,
    are_persons,
    begin_with_owners,
)
from peerxl.reading.cells.profile import FEW
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.columns.follow_ups import FOLLOWING, find_follow_up, find_further, find_told_follow_up
from peerxl.reading.columns.item_columns import (
    find_goal,
    find_item,
    find_noted,
    find_only_words,
    find_repeated_task,
    find_unexplained,
    is_effect,
    is_item,
    is_unexplained,
)
from peerxl.reading.columns.ranked_columns import ALL_DIFFERENT, choose_ranked, is_description, rank_columns
from peerxl.reading.headings.rules import LAST_TASK_RANK, Heading
from peerxl.reading.headings.words import PLAIN, split_words


def choose_action_column(drafts: list[Draft], chosen: Mapping[Field, int]) -> list[Draft]:
    """The columns with one of actions, where one can be told; unchanged where none can."""
    if Field.ACTION in chosen:
        return drafts
    named = of_field(drafts, Field.ACTION)
    ranked = rank_columns(drafts, chosen)
    if (handed := hand_to_listed(drafts, named, ranked, chosen)) is not None:
        return handed
    # Minutes head the person who must act with "Action".
    people = list(filter(is_of_persons, named)) if not of_field(drafts, Field.OWNER) else []
    owned = [replace(draft, field=Field.OWNER) if draft in people else draft for draft in drafts]
    if len(people) < len(named):
        return owned
    if people:
        asked = find_asked_of(drafts, ranked, people)
        return [asked if draft.column == asked.column else draft for draft in owned] if asked else drafts
    best = (
        find_told_action(drafts, chosen)
        or find_told_follow_up(drafts, ranked, chosen)
        or find_instructions(drafts, ranked, chosen)
        or choose_ranked(ranked)
        or find_unexplained(drafts, chosen)
        or find_only_words(drafts, chosen)
        or find_item(drafts, chosen)
        or find_goal(drafts, chosen)
        or find_repeated_task(drafts, chosen)
        or find_noted(drafts, chosen)
    )
    best = (find_further(drafts, best, chosen) if best or ranked else find_follow_up(drafts, chosen)) or best
    if best is not None and best.reading.key in FOLLOWING:
        reading = replace(best.reading, is_update=False, action_rank=LAST_TASK_RANK)
        return [replace(draft, reading=reading, field=Field.ACTION) if draft == best else draft for draft in drafts]
    return [replace(draft, field=Field.ACTION) if draft == best else draft for draft in drafts]


def hand_to_listed(
    drafts: list[Draft], named: list[Draft], ranked: list[Draft], chosen: Mapping[Field, int]
) -> list[Draft] | None:
    """The columns with what a table lists as the actions, where what is named so is said of it; None where nothing is.

    Or with what is done of each, where what is named so stands over several of them.
    """
    if (nexts := list_nexts(drafts, ranked)) and (item := find_followed_item(nexts, ranked, drafts)):
        return hand_over(drafts, nexts, item, Field.EXTRA)
    if named and (listed := find_listed(named, ranked) or find_remarks(named, ranked, drafts, chosen)):
        return hand_over(drafts, named, listed, Field.EXTRA)
    if named and (parts := find_parts(named, ranked) or find_answered_parts(named, ranked, drafts)):
        return hand_over(drafts, named, parts, Field.RECOMMENDATION)
    return None


def hand_over(drafts: list[Draft], named: list[Draft], best: Draft, to: Field) -> list[Draft]:
    """The columns with the best one as the actions, and those named so as something else."""
    others = [replace(draft, field=to) if draft in named else draft for draft in drafts]
    return [replace(draft, field=Field.ACTION) if draft.column == best.column else draft for draft in others]


def find_listed(named: list[Draft], ranked: list[Draft]) -> Draft | None:
    """What a table lists before the actions that fewer than half of its rows have: milestones before next steps."""
    fullest = max(draft.profile.filled for draft in named)
    first = min(draft.column for draft in named)
    # What comes next is one step of what is listed.
    are_next = all("next" in draft.reading.key.split() for draft in named)
    tasks = [draft for draft in ranked if not draft.reading.is_topic and draft.column < first]
    return next((draft for draft in tasks if are_next or 2 * fullest < draft.profile.filled), None)


def list_nexts(drafts: list[Draft], ranked: list[Draft]) -> list[Draft]:
    """The columns that say only what comes next, where no other heading says what is to be done."""
    tasks = [draft for draft in drafts if draft.field is Field.ACTION or (draft in ranked and draft.reading.is_task)]
    return tasks if all(says_next(draft.reading) for draft in tasks) else []


def says_next(heading: Heading) -> bool:
    """Whether a heading says that its cells are what comes next, and no more: "Next immediate step"."""
    words = frozenset(heading.key.split())
    return "next" in words and words <= NEXT


NEXT = PLAIN | split_words("next step action immediate planned recommended required follow up")


def find_followed_item(nexts: list[Draft], ranked: list[Draft], drafts: list[Draft]) -> Draft | None:
    """What a table lists before who does each and by when, where what comes next is said after them: how it goes on.

    Each row has words of its own there ("Item", "Title"). In a log of risks or issues what comes next is what is done,
    and so it is about what a "Description" may say is wrong.
    """
    agreed = [[draft.column for draft in of_field(drafts, field)] for field in (Field.OWNER, Field.TIMESCALE)]
    if not all(agreed) or min(draft.column for draft in nexts) < max(map(max, agreed)) or is_of_risks(drafts):
        return None
    rows = max(draft.profile.filled for draft in drafts)
    items = [draft for draft in ranked if is_title(draft) and draft.column < min(map(min, agreed))]
    return next((draft for draft in items if draft.profile.filled == rows >= FEW and is_item(draft)), None)


def is_title(draft: Draft) -> bool:
    """Whether a heading is of what each row is called, and does not say that it is described there."""
    return is_description(draft) and DESCRIBED.isdisjoint(draft.reading.key.split())


DESCRIBED = split_words("description summary detail")


def is_of_risks(drafts: list[Draft]) -> bool:
    """Whether a heading names what is wrong in each row or may go wrong, or a cell says that a row is such."""
    is_headed = any(draft.reading.is_topic and not is_description(draft) for draft in drafts)
    return is_headed or any(not RISKS.isdisjoint(map(str.casefold, draft.profile.texts)) for draft in drafts)


RISKS = split_words("risk issue risks issues")


def find_remarks(
    named: list[Draft], ranked: list[Draft], drafts: list[Draft], chosen: Mapping[Field, int]
) -> Draft | None:
    """What a register of issues or comments lists, where it says how each is, and few have led to an action.

    That stands in each row that has a status, before the actions; what is noted of an issue is no comment that is
    listed.
    """
    fullest = max(draft.profile.filled for draft in named)
    rows = max((draft.profile.filled for draft in of_field(drafts, Field.STATUS)), default=0)
    first = min(draft.column for draft in named)
    # Where nobody has filled in any action yet, nothing shows what the rows are.
    if not fullest or rows <= max(FEW, 2 * fullest):
        return None
    topics = [draft for draft in ranked if draft.reading.is_topic]
    remarks = [draft for draft in of_field(drafts, Field.COMMENT) if draft.column not in chosen.values()]
    listed = [draft for draft in topics or remarks if draft.column < first and draft.profile.filled >= rows]
    told = [draft for draft in listed if draft.profile.is_wordy and draft.profile.share_distinct >= ALL_DIFFERENT]
    return told[0] if len(told) == 1 else None


def find_parts(named: list[Draft], ranked: list[Draft]) -> Draft | None:
    """What is done of each action, where it stands over several rows with words of their own: deliverables."""
    fullest = max(draft.profile.filled for draft in named)
    last = max(draft.column for draft in named)
    tasks = [draft for draft in ranked if draft.reading.is_task and draft.column > last and draft.profile.is_wordy]
    return next(
        (
            draft
            for draft in tasks
            if draft.profile.filled >= max(FEW, 2 * fullest) and draft.profile.share_distinct >= ALL_DIFFERENT
        ),
        None,
    )


def find_answered_parts(named: list[Draft], ranked: list[Draft], drafts: list[Draft]) -> Draft | None:
    """What is done of actions where rows beneath them without one have parts of their own, and an owner or a status."""
    fullest = max(draft.profile.filled for draft in named)
    last = max(draft.column for draft in named)
    answers = (draft for field in ANSWERED for draft in of_field(drafts, field))
    if not any(draft.profile.filled > fullest for draft in answers):
        return None
    parts = [draft for draft in ranked if draft.column > last and not PARTS.isdisjoint(draft.reading.key.split())]
    return next((draft for draft in parts if is_more(draft, fullest)), None)


def is_more(draft: Draft, fullest: int) -> bool:
    """Whether a column has words of its own in more rows than another."""
    cells = draft.profile
    return cells.filled > fullest and cells.share_distinct >= ALL_DIFFERENT and cells.mean_words >= FEWEST_WORDS


ANSWERED = (Field.OWNER, Field.TIMESCALE, Field.STATUS)
PARTS = frozenset("sub subaction subtask task step milestone deliverable detailed".split())
FEWEST_WORDS = 2


def is_of_persons(draft: Draft) -> bool:
    """Whether what is headed as the action names who is to act.

    "Action" alone may head that in minutes; where more is said ("Management action") the cells must show it, and "What
    needs to be done" never does.
    """
    is_bare = draft.reading.key in ("action", "action for", "action to")
    is_of_action = "action" in draft.reading.key.split()
    return is_of_action and are_persons(draft.profile) and (is_bare or begin_with_owners(draft.profile))


def find_asked_of(drafts: list[Draft], ranked: list[Draft], people: list[Draft]) -> Draft | None:
    """What the persons under "Action" are to do: what is headed as a task, else the words nearest to their left.

    A bare "Item" is then no more of a description than "Action" would have been.
    """
    first = min(draft.column for draft in people)
    tasks = [draft for draft in ranked if draft.reading.is_task]
    before = [draft for draft in drafts if draft.column < first and draft.field in MAY_BE_ASKED]
    worded = [draft for draft in before if draft.profile.is_wordy]
    best = next(iter(tasks), None) or next(reversed(worded), None) or next(iter(ranked), None)
    if best is None:
        return None
    is_asked = max(draft.profile.filled for draft in people) >= MOST * best.profile.filled
    reading = replace(best.reading, action_rank=LAST_TASK_RANK) if is_asked and best.reading.is_topic else best.reading
    return replace(best, reading=reading, field=Field.ACTION)


MAY_BE_ASKED = KEPT | {Field.RECOMMENDATION, Field.COMMENT, Field.REF}


def find_instructions(drafts: list[Draft], ranked: list[Draft], chosen: Mapping[Field, int]) -> Draft | None:
    """The one column whose cells say what to do, where no heading does and no better one's cells do.

    Without a heading that could, one that says something else may be it.
    """
    if any(not draft.reading.is_topic or are_instructions(draft.profile) for draft in ranked):
        return None
    least = max(FEW, max((draft.profile.filled for draft in ranked), default=0) / 2)
    told = [
        draft
        for draft in drafts
        if draft.column not in chosen.values() and draft.profile.filled >= least and are_instructions(draft.profile)
    ]
    # "Impact if false" may begin as an instruction does, and is that of what stands beside it.
    is_of_other = bool(ranked) or any(
        draft.profile.is_wordy and not is_effect(draft) for draft in of_field(drafts, Field.EXTRA)
    )
    told = [draft for draft in told if not (is_of_other and is_effect(draft))]
    unexplained = [draft for draft in told if draft.field in KEPT and is_unexplained(draft)]
    others = [
        draft for draft in told if not ranked and draft.field is not Field.TIMESCALE and may_be_told(draft.reading)
    ]
    best = unexplained or others
    return best[0] if len(best) == 1 else None


def may_be_told(heading: Heading) -> bool:
    """Whether a heading that says something else may stand over what to do: "Goal", "Target", "Resolved"."""
    return heading.field in (Field.EXTRA, Field.THEME, Field.TIMESCALE) or heading.is_update or heading.key in AGREED


AGREED = frozenset("resolved agreed decided".split())
"""How minutes head what a meeting has settled is to be done."""


def find_told_action(drafts: list[Draft], chosen: Mapping[Field, int]) -> Draft | None:
    """The one column of what to do under a heading that ends with "action", whatever stands before: "Coaching action".

    The word alone may end the name of anything ("Time since last action").
    """
    told = [
        draft
        for draft in drafts
        if draft.field in KEPT
        and not draft.reading.is_known
        and draft.reading.key.endswith((" action", " task"))
        and draft.column not in chosen.values()
        and draft.profile.filled >= FEW
        and are_instructions(draft.profile)
    ]
    return told[0] if len(told) == 1 else None
